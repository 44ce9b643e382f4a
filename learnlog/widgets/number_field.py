"""A whole number."""

from __future__ import annotations

from typing import ClassVar

from learnlog.errors import InvalidInputError
from learnlog.text import N_, Msg
from learnlog.widgets.fields import LineField


class NumberField(LineField):
    """A whole number, written in digits; a per-cent sign after it does no harm."""

    REPLACED: ClassVar[bool] = True

    @property
    def value(self) -> int | None:  # type: ignore[override]  # a line field of numbers gives a number
        """The number; None for an empty field.

        Raises:
            InvalidInputError: If it is not a whole number.
        """
        text = self.raw.strip().removesuffix("%").strip()
        if not text:
            return None
        if not (text.isascii() and text.isdecimal()):
            raise InvalidInputError((self.name_of_value, Msg(N_("Write a number in digits, for example 85."))))
        return int(text[:9])
