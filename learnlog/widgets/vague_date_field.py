"""A year, a month or a day: as exact as one remembers it."""

from __future__ import annotations

import datetime as dt

from learnlog.domain.periods import parse_vague
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import long_date, vague_date
from learnlog.text import N_, Msg
from learnlog.widgets.date_field import DateField


class VagueDateField(DateField):
    """A year (2014), a month (March 2024) or a day; kept as exact as it was written, and no more."""

    @property
    def value(self) -> str:  # type: ignore[override]  # not a day but what is known of it
        """What is known, ISO; empty for an empty field.

        Raises:
            InvalidInputError: If it is none of these.
        """
        text = self.raw.strip()
        try:
            return parse_vague(text, self.today, translator().language) if text else ""
        except InvalidInputError as error:
            sentence = Msg(N_("This cannot be read. Write a year, a month or a day: 2014, March 2024 or 5 March 2024."))
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
        self.show_hint(_in_words(known), alive=True)


def _in_words(known: str) -> str:
    """A day with its weekday and week, as everywhere; a month or a year as it is."""
    if len(known) == len("2024-03-05"):
        return long_date(dt.date.fromisoformat(known), translator())
    return vague_date(known, translator()) if known else ""
