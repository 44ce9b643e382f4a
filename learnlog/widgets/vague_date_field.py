"""A year, a month or a day: as exact as one remembers it."""

from __future__ import annotations

import datetime as dt
import re

from learnlog.domain.dates import parse_date
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import vague_date
from learnlog.text import N_, Msg
from learnlog.widgets.date_field import DateField

_YEAR_OR_MONTH = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2]))?", re.ASCII)


class VagueDateField(DateField):
    """A year (2014), a month (2024-03) or a day; kept as written, so that nothing is made more exact than it is."""

    @property
    def value(self) -> str:  # type: ignore[override]  # not a day but what is known of it
        """What is known, ISO; empty for an empty field.

        Raises:
            InvalidInputError: If it is none of these.
        """
        text = self.raw.strip()
        if not text or _YEAR_OR_MONTH.fullmatch(text):
            return text
        try:
            return parse_date(text, self.today, translator().language).isoformat()
        except InvalidInputError as error:
            sentence = Msg(N_("This cannot be read. Write a year, a month or a day: 2014, 2024-03 or 2024-03-05."))
            raise InvalidInputError((self.name_of_value, sentence)) from error

    def put_day(self, day: dt.date | None) -> None:
        """Let this day stand in the field."""
        self.put(day.isoformat() if day else "")

    def answer(self) -> None:
        """Say how it will be written."""
        self.rest()
        try:
            known = self.value
        except InvalidInputError:
            self.show_hint()
            self.wait()
            return
        self.show_hint(vague_date(known, translator()) if known else "", alive=True)
