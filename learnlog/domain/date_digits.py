"""Days of the calendar: dates written in digits, weeks, and the sentences that say why there is no such day."""

from __future__ import annotations

import datetime as dt
import re

from learnlog.domain.values import Language
from learnlog.errors import InvalidInputError
from learnlog.text import N_, Msg

FIRST_YEAR = 1900
"""The first year that can be written about."""
YEARS_AHEAD = 10
"""How far in the future a year of two digits may lie."""
DAYS_IN_WEEK = 7

_YEAR_FIRST = re.compile(r"(?P<year>\d{4})([-/. ])(?P<month>\d{1,2})\2(?P<day>\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2}) ?[/.] ?(?P<month>\d{1,2})\.?(?: ?[-/. ]? ?(?P<year>\d{4}|\d{2}))?", re.ASCII)
_DASHES = re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})", re.ASCII)
_EIGHT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})", re.ASCII)
_SIX = re.compile(r"(\d{2})(\d{2})(\d{2})", re.ASCII)
_ISO_WEEK = re.compile(r"(\d{4})-?w(\d{2})(?:-?([1-7]))?", re.ASCII)


def refused(message: Msg) -> InvalidInputError:
    """Why a date cannot be taken, for field ``date``."""
    return InvalidInputError(("date", message))


def numeric(phrase: str, today: dt.date, language: Language, *, ahead: bool = False) -> dt.date | None:
    """A date in digits only, or None."""
    for pattern in (_YEAR_FIRST, _EIGHT, _DAY_FIRST, _DASHES):
        found = pattern.fullmatch(phrase)
        if found:
            year = found["year"]
            day, month = int(found["day"]), int(found["month"])
            return calendar_day(full_year(year, today), month, day) if year else nearest(month, day, today, ahead=ahead)
    if found := _SIX.fullmatch(phrase):
        return _six_digits([int(part) for part in found.groups()], today, language)
    if found := _ISO_WEEK.fullmatch(phrase):
        return day_in_week(int(found[1]), int(found[2]), int(found[3] or 1) - 1)
    return None


def _six_digits(parts: list[int], today: dt.date, language: Language) -> dt.date:
    """Six digits are year, month, day in Swedish; elsewhere only if they cannot be day, month, year as well."""
    first, month, last = parts
    if language is not Language.SV and exists(full_year(f"{last:02}", today), month, first) and first != last:
        raise refused(Msg(N_("These six digits can be two different dates. Write it as 2026-11-12.")))
    return calendar_day(full_year(f"{first:02}", today), month, last)


def full_year(digits: str, today: dt.date) -> int:
    """A year of four digits as it is, one of two digits in the century meant."""
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - two digits leave the century out
        return year
    century = today.year // 100 * 100
    return century + year - (100 if century + year > today.year + YEARS_AHEAD else 0)


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def calendar_day(year: int, month: int, day: int) -> dt.date:
    """A day of the calendar; refused, with the reason, if there is no such day, or nobody here has lived it."""
    if exists(year, month, day):
        return remembered(dt.date(year, month, day))
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        raise refused(
            Msg(N_("There is no month {month}. Write the day first and then the month, as in 23/11."), {"month": month})
        )
    if year < dt.MINYEAR:
        raise _too_early()
    if (month, day) == (2, 29):
        raise refused(Msg(N_("The year {year} has no 29 February. Write another day, as in 28/2."), {"year": year}))
    sentence = N_("There is no day {day} in month {month}. Write another day, as in 12/11.")
    raise refused(Msg(sentence, {"day": day, "month": month}))


def remembered(day: dt.date) -> dt.date:
    """A day that somebody may write about; refused if it lies before the year 1900: that is a slip of the fingers."""
    if day.year < FIRST_YEAR:
        raise _too_early()
    return day


def _too_early() -> InvalidInputError:
    return refused(Msg(N_("Dates before {year} cannot be taken. Check the year."), {"year": FIRST_YEAR}))


def nearest(month: int, day: int, today: dt.date, *, ahead: bool = False) -> dt.date:
    """The latest such day that has been or is today; when one looks ahead, the next that comes or is today."""
    way = 1 if ahead else -1
    for year in range(today.year, today.year + 9 * way, way):  # at most eight years lie between two leap days
        if exists(year, month, day) and (dt.date(year, month, day) - today).days * way >= 0:
            return dt.date(year, month, day)
    return calendar_day(today.year, month, day)


def nearest_month(day: int, today: dt.date, *, ahead: bool = False) -> dt.date:
    """The latest day of this number in a month that has been or is today; when one looks ahead, the next."""
    way = 1 if ahead else -1
    for months in range(3):  # of two months beside each other one has every day
        years, month = divmod(today.month - 1 + months * way, 12)
        year = today.year + years
        if exists(year, month + 1, day) and (dt.date(year, month + 1, day) - today).days * way >= 0:
            return dt.date(year, month + 1, day)
    return calendar_day(today.year, today.month, day)


def day_in_week(year: int, week: int, weekday: int) -> dt.date:
    """A day of an ISO week; refused if there is no such week."""
    if not week_exists(year, week):
        raise refused(
            Msg(
                N_("There is no week {week} in {year}. Write another one, as in week 47."), {"week": week, "year": year}
            )
        )
    return remembered(dt.date.fromisocalendar(year, week, weekday + 1))


def week_exists(year: int, week: int) -> bool:
    """Whether the year has such an ISO week."""
    try:
        dt.date.fromisocalendar(year, week, DAYS_IN_WEEK)
    except ValueError:
        return False
    return True
