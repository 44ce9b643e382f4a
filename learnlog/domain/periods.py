"""Periods as people say them: "oktober", "v. 41", "förra veckan", "i år"; and the first and the last day of each."""

from __future__ import annotations

import datetime as dt
import re

from learnlog.domain.date_digits import DAYS_IN_WEEK, calendar_day, exists, full_year
from learnlog.domain.date_parts import LONGEST, in_week, monday_of, parts_of, tokens_of, with_year
from learnlog.domain.date_words import (
    FILLERS,
    LAST_PERIODS,
    MONTH_PERIODS,
    PERIODS,
    THIS,
    WEEK_PERIODS,
    YEARS_SAID,
    plain,
)
from learnlog.domain.dates import parse_date
from learnlog.domain.values import Language

_ONLY_YEAR = re.compile(r"\d{4}", re.ASCII)
_ONLY_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)


def parse_from(text: str, today: dt.date, language: Language) -> dt.date:
    """The first day of a period: a year, a month or a week begins on its first day; anything else is a day.

    Raises:
        InvalidInputError: For field ``date``.
    """
    span = _span(text, today)
    return span[0] if span else parse_date(text, today, language)


def parse_to(text: str, today: dt.date, language: Language) -> dt.date:
    """The last day of a period: a year, a month or a week ends on its last day; anything else is a day.

    Raises:
        InvalidInputError: For field ``date``.
    """
    span = _span(text, today)
    return span[1] if span else parse_date(text, today, language)


def parse_vague(text: str, today: dt.date, language: Language) -> str:
    """A year, a month or a day, ISO and as exact as it was said: "2014", "maj 2026" is ``2026-05``, "i går" a day.

    Raises:
        InvalidInputError: For field ``date``.
    """
    span = _span(text, today)
    if span and span[0].day == 1 and (span[1] + dt.timedelta(days=1)).day == 1:
        return f"{span[0]:%Y}" if span[0].month != span[1].month else f"{span[0]:%Y-%m}"
    return parse_date(text, today, language).isoformat()


def _span(text: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """First and last day of a year ("2026"), a month ("2026-10", "oktober") or a week ("v. 41", "last week")."""
    phrase = with_year(plain(text[: LONGEST + 1]), today)
    return _in_digits(phrase) or _in_words(phrase, today)


def _in_digits(phrase: str) -> tuple[dt.date, dt.date] | None:
    """First and last day of "2026" or "2026-10"."""
    if _ONLY_YEAR.fullmatch(phrase):
        return _year(int(phrase))
    if found := _ONLY_MONTH.fullmatch(phrase):
        return _month(int(found[1]), int(found[2]))
    return None


def _in_words(phrase: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """First and last day of "oktober", "v. 41", "förra veckan", "i år"."""
    if phrase in YEARS_SAID:
        return _year(today.year + YEARS_SAID[phrase])
    tokens = [token for token in tokens_of(phrase.removeprefix("i ").removeprefix("in ")) if token not in FILLERS]
    if len(tokens) == 2 and tokens[1] in PERIODS and tokens[0] in LAST_PERIODS | THIS:  # noqa: PLR2004 - which, and what
        return _beside(tokens[1], today, -1 if tokens[0] in LAST_PERIODS else 0)
    parts = parts_of(tokens)
    if parts.keys() == {"week"} or parts.keys() == {"week", "year"}:
        year = full_year(f"{parts['year']:02}", today) if "year" in parts else None
        return _week(in_week(parts["week"], 0, year, today))
    if parts.keys() == {"month"} or (parts.keys() == {"month", "year"} and parts["year"] > 99):  # noqa: PLR2004 - or a day
        return _month(parts.get("year", today.year - (parts["month"] > today.month)), parts["month"])
    return None


def _beside(period: str, today: dt.date, way: int) -> tuple[dt.date, dt.date]:
    """First and last day of this week, month or year, or of the one before."""
    if period in WEEK_PERIODS:
        return _week(monday_of(today, way))
    if period in MONTH_PERIODS:
        first = today.replace(day=1)
        within = first - dt.timedelta(days=1) if way else first
        return _month(within.year, within.month)
    return _year(today.year + way)


def _year(year: int) -> tuple[dt.date, dt.date]:
    """First and last day of a year."""
    return calendar_day(year, 1, 1), calendar_day(year, 12, 31)


def _week(monday: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of a week."""
    return monday, monday + dt.timedelta(days=DAYS_IN_WEEK - 1)


def _month(year: int, month: int) -> tuple[dt.date, dt.date]:
    """First and last day of a month."""
    first = calendar_day(year, month, 1)
    return first, next(first.replace(day=day) for day in (31, 30, 29, 28) if exists(year, month, day))
