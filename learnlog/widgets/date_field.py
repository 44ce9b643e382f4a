"""A day, typed as people say it; the field answers with weekday, date and week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import ClassVar

from textual.timer import Timer

from learnlog.domain.dates import parse_date
from learnlog.domain.values import Language
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import long_date, numeric_date
from learnlog.widgets.fields import LineField

PAUSE = 0.8
"""Seconds without a key before a half-typed word is called unreadable."""


class DateField(LineField):
    """A day. Nothing is guessed: what cannot be read is said, with an example, and kept as typed."""

    REPLACED: ClassVar[bool] = True

    def __init__(
        self,
        name: str,
        label: str,
        *,
        today: dt.date,
        optional: bool = False,
        hint: str = "",
        example: str = "",
        help_text: str = "",
        ahead: bool = False,
    ) -> None:
        """Make the field.

        Args:
            name: Name of the value.
            label: English label.
            today: The day that "yesterday" is the day before of.
            optional: Whether it may be left empty.
            hint: English hint for the empty field.
            example: English example that stands in the empty field, where the border is needed for something else.
            help_text: English explanation.
            ahead: Whether the day is still to come: 12/11 is then the next one.
        """
        super().__init__(name, label, optional=optional, hint=hint, example=example, help_text=help_text)
        self._ahead = ahead
        self.today = today
        self._empty_allowed = optional
        self._patience: Timer | None = None

    @property
    def value(self) -> dt.date | None:  # type: ignore[override]  # a line field of days gives a day
        """The day; None for an empty field that may be empty.

        Raises:
            InvalidInputError: If it cannot be read as a day.
        """
        if self._empty_allowed and not self.raw.strip():
            return None
        return self.read(self.raw)

    def read(self, text: str) -> dt.date:
        """The day that is meant by what was typed.

        Raises:
            InvalidInputError: If it cannot be read as a day.
        """
        return parse_date(text, self.today, translator().language, ahead=self._ahead)

    def put_day(self, day: dt.date | None) -> None:
        """Let this day stand in the field, in figures: "today" would mean another day tomorrow."""
        self.put(numeric_date(day, translator()) if day else "")

    def answer(self) -> None:
        """Say which day was understood; what cannot be read is said when the fingers rest."""
        self.rest()
        try:
            day = self.value
        except InvalidInputError:
            self.show_hint()
            self.wait()
            return
        self.show_hint(self._in_words(day) if day else "", alive=True)

    def _in_words(self, day: dt.date) -> str:
        """Weekday, date and week; in a narrow field without the week, rather than cut."""
        words = long_date(day, translator())
        room = self.box.size.width - 2
        return words.rpartition(",")[0] if 0 < room < len(words) else words

    def on_resize(self) -> None:
        """Say as much as there is room for now."""
        self.answer()

    def wait(self) -> None:
        """Have the word looked at when the fingers rest."""
        if self.raw.strip() and self.is_attached:
            self._patience = self.set_timer(PAUSE, self.check)

    def rest(self) -> None:
        """Do not wait any longer."""
        if self._patience is not None:
            self._patience.stop()

    def check(self) -> None:
        """Say what cannot be read; nothing is said of an empty field before somebody wants to save."""
        if not self.raw.strip():
            return
        try:
            _day = self.value
        except InvalidInputError as error:
            self.complain(translator().say(error.problems[0][1]))

    def on_descendant_blur(self) -> None:
        """Say it at once when the field is left."""
        self.check()


class BoundField(DateField):
    """The first or the last day of a period, which may be left open; a week, a month or a year may be written."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        today: dt.date,
        reads: Callable[[str, dt.date, Language], dt.date],
        example: str,
    ) -> None:
        """Make the field.

        Args:
            name: Name of the value.
            label: English label.
            today: The day that "yesterday" is the day before of.
            reads: Which day of a period is meant: `domain.periods.parse_from` or `parse_to`.
            example: English example that stands in the empty field.
        """
        super().__init__(name, label, today=today, example=example)
        self._empty_allowed = True
        self._reads = reads

    def read(self, text: str) -> dt.date:
        """The bound that is meant by what was typed."""
        return self._reads(text, self.today, translator().language)
