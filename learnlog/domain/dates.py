"""Dates as people say them, in Swedish, Norwegian and English: "igår", "i tisdags", "12/11", "12. nov.", "v. 47".

All three languages' words are understood whatever the interface speaks. What cannot be read is refused with an example;
nothing is guessed and nothing silently becomes today. Where a phrase leaves something open, the rule is one sentence:

- A day and a month without a year is the latest such day that has been (or is today). The day stands before the month.
- A weekday by itself is the latest one before today; on such a weekday it is refused, for it could be today.
- "i tisdags", "sist tirsdag", "last Tuesday" is the latest one before today. "förra tisdagen", "forrige tirsdag" is
  that of last week.
- A week is its Monday; without a year it is this year's if that has begun, else last year's.
- A year of two digits is in this century up to ten years from now, else in the last one.

Where a day still to come is asked for (``ahead``), "latest" becomes "next": 12/11 is the next 12 November, "fredag" and
"på fredag" the coming Friday, a week this year's if it has not ended, else next year's. "Om två veckor" and "fredag
nästa vecka" are understood everywhere; "nästa fredag", which is this week's to some and next week's to others, nowhere.
"""

from __future__ import annotations

import datetime as dt
import re

from learnlog.domain.date_digits import (
    DAYS_IN_WEEK,
    calendar_day,
    day_in_week,
    exists,
    full_year,
    nearest,
    numeric,
    refused,
    remembered,
    week_exists,
)
from learnlog.domain.date_words import (
    AGO,
    BEEN_WEEKDAYS,
    BEFORE_AGO,
    DAYS_AGO,
    FILLERS,
    IN,
    LAST,
    LAST_PERIODS,
    LAST_WEEKS,
    MONTH_PERIODS,
    MONTHS,
    NEXT,
    NUMBERS,
    ON_WEEKDAY,
    PERIODS,
    UNITS,
    WEEK,
    WEEK_PERIODS,
    WEEKDAYS,
    plain,
)
from learnlog.domain.durations import parse_minutes
from learnlog.domain.values import Language
from learnlog.text import N_, Msg

__all__ = ["parse_date", "parse_from", "parse_minutes", "parse_to"]

LONGEST = 60
"""Longest phrase that is looked at, in characters."""
UNREADABLE = Msg(
    N_('This date cannot be read. Write for example "yesterday", "12/11", "12 Nov", "week 47" or 2026-11-12.')
)
WHICH_DAY = Msg(N_('Which day was it? Write for example "12 Nov", "last Tuesday" or "Friday week 46".'))
WHICH_WEEK = Msg(N_('Which week is it? Write for example "Friday next week", "Friday week 48" or "27/11".'))

_TOKEN = re.compile(
    r"\s*(?:(?P<day>\d{1,2})(?::?(?:e|a|te|st|nd|rd|th))(?![a-z])|(?P<number>-?\d+)|(?P<word>[a-z]+))\.?", re.ASCII
)

_ONLY_YEAR = re.compile(r"\d{4}", re.ASCII)
_ONLY_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)


def parse_date(text: str, today: dt.date, language: Language, *, ahead: bool = False) -> dt.date:
    """The day a phrase means.

    Args:
        text: What was typed.
        today: The owner's own day.
        language: The interface's, which decides where the languages disagree ("på fredag").
        ahead: Whether a day still to come is meant.

    Raises:
        InvalidInputError: For field ``date``, with a sentence that says what to write instead.
    """
    phrase = plain(text[: LONGEST + 1])
    if not phrase:
        raise refused(Msg(N_('Write a date, for example "yesterday", "12/11" or "week 47".')))
    if phrase in DAYS_AGO:
        return today - dt.timedelta(days=DAYS_AGO[phrase])
    if len(text) <= LONGEST:
        for read in (numeric, _with_weekday, _relative, _put_together):
            day = read(phrase, today, language, ahead=ahead)
            if day:
                return remembered(day)
    raise refused(UNREADABLE)


def _relative(phrase: str, today: dt.date, language: Language, *, ahead: bool) -> dt.date | None:
    """A date told by its distance from today, or None."""
    tokens = _tokens(phrase)
    return _away(tokens, today) or _weekday_that(tokens, today, language, ahead=ahead) or _period_beside(tokens, today)


def _tokens(phrase: str) -> list[str]:
    """Words, numbers, and days of the month as ``#12``; without full stops. Empty if there is anything else."""
    tokens, place = [], 0
    while place < len(phrase):
        found = _TOKEN.match(phrase, place)
        if not found:
            return []
        tokens.append("#" + found["day"] if found["day"] else found["number"] or found["word"])
        place = found.end()
    return tokens


def _away(tokens: list[str], today: dt.date) -> dt.date | None:
    """A day so long ago or ahead: "för två dagar sedan", "two weeks ago", "om två veckor", "in 3 days"."""
    way = 1
    if len(tokens) == 3 and tokens[0] in IN:  # noqa: PLR2004 - "in", number, unit
        way, tokens = -1, [*tokens[1:], ""]
    elif tokens and tokens[0] in BEFORE_AGO:
        tokens = tokens[1:]
    if len(tokens) != 3 or tokens[1] not in UNITS or (way > 0 and tokens[2] not in AGO):  # noqa: PLR2004 - and "ago"
        return None
    number = NUMBERS.get(tokens[0]) or (int(tokens[0]) if tokens[0].isdigit() else None)
    return None if number is None else _shifted(today, **{UNITS[tokens[1]]: number * way})


def _shifted(today: dt.date, *, days: int = 0, weeks: int = 0, months: int = 0, years: int = 0) -> dt.date:
    """A day so far before today, month ends and leap years minded."""
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - 4 ms, and only when somebody counts

    try:
        return today - relativedelta(days=days, weeks=weeks, months=months, years=years)
    except (OverflowError, ValueError) as error:
        raise refused(Msg(N_("That is further away than the calendar goes."))) from error


def _weekday_that(tokens: list[str], today: dt.date, language: Language, *, ahead: bool) -> dt.date | None:
    """A weekday: "i tisdags", "förra fredagen", "last Tuesday", "på fredag"."""
    if tokens[:1] == ["i"] and len(tokens) == 2:  # noqa: PLR2004 - "i" and the weekday
        tokens = tokens[1:]
    if len(tokens) == 1 and tokens[0] in BEEN_WEEKDAYS:
        return _before(today, BEEN_WEEKDAYS[tokens[0]])
    if len(tokens) != 2 or tokens[1] not in WEEKDAYS:  # noqa: PLR2004 - which one, and the weekday
        return None
    which, weekday = tokens[0], WEEKDAYS[tokens[1]]
    if which in LAST_WEEKS:
        return _monday(today, -1) + dt.timedelta(days=weekday)
    if which in NEXT:
        raise refused(WHICH_WEEK)
    way = -1 if which in LAST else ON_WEEKDAY.get(which, {}).get(language, 0)
    if way > 0 or (ahead and which in ON_WEEKDAY):
        return _after(today, weekday)
    return _before(today, weekday) if way else None


def _after(today: dt.date, weekday: int) -> dt.date:
    """The next such weekday after today."""
    return today + dt.timedelta(days=(weekday - today.weekday() - 1) % DAYS_IN_WEEK + 1)


def _before(today: dt.date, weekday: int) -> dt.date:
    """The latest such weekday before today."""
    return today - dt.timedelta(days=(today.weekday() - weekday - 1) % DAYS_IN_WEEK + 1)


def _monday(today: dt.date, weeks: int = 0) -> dt.date:
    return today + dt.timedelta(days=-today.weekday(), weeks=weeks)


def _period_beside(tokens: list[str], today: dt.date) -> dt.date | None:
    """A day of last or next week: "fredag förra veckan"; without a weekday "last week" is no day and is refused."""
    periods = [token for token in tokens if token in PERIODS]
    weekdays = [WEEKDAYS[token] for token in tokens if token in WEEKDAYS]
    others = {*tokens} - PERIODS - WEEKDAYS.keys() - {"i", "pa"}
    if len(periods) != 1 or not others or not (others <= (LAST | LAST_WEEKS) or others <= NEXT):
        return None
    if periods[0] not in WEEK_PERIODS or len(weekdays) != 1:
        raise refused(WHICH_WEEK if others <= NEXT else WHICH_DAY)
    return _monday(today, 1 if others <= NEXT else -1) + dt.timedelta(days=weekdays[0])


def _with_weekday(phrase: str, today: dt.date, language: Language, *, ahead: bool) -> dt.date | None:
    """A date in digits after its weekday: "fredag 20/11", "fre den 20/11"."""
    first, _, rest = phrase.partition(" ")
    weekday = WEEKDAYS.get(first.rstrip("."))
    day = None if weekday is None else numeric(rest.removeprefix("den "), today, language, ahead=ahead)
    return day and _agreeing(day, {"weekday": day.weekday() if weekday is None else weekday})


def _put_together(phrase: str, today: dt.date, _: Language, *, ahead: bool) -> dt.date | None:
    """A date from its parts in any sensible order: weekday, day, month, year, week."""
    parts = _parts([token for token in _tokens(phrase) if token not in FILLERS])
    year = full_year(f"{parts['year']:02}", today) if "year" in parts else None
    if "month" in parts:
        if "day" not in parts:
            raise refused(WHICH_DAY)
        month, day = parts["month"], parts["day"]
        found = nearest(month, day, today, ahead=ahead) if year is None else calendar_day(year, month, day)
        return _agreeing(found, parts)
    if "week" in parts and "day" not in parts:
        return _in_week(parts["week"], parts.get("weekday", 0), year, today, ahead=ahead)
    if parts.keys() == {"weekday"}:
        if parts["weekday"] == today.weekday():
            raise refused(Msg(N_('Today is that weekday. Write "today", or the date.')))
        return (_after if ahead else _before)(today, parts["weekday"])
    return None


def _parts(tokens: list[str]) -> dict[str, int]:
    """The parts of a date by name; none at all if there is an unknown word, or a part comes twice."""
    parts: dict[str, int] = {}
    of_week = False
    for token in tokens:
        if token in WEEK and not of_week:
            of_week = True
            continue
        kind, value = ("week", int(token)) if of_week and token.isdigit() else _part(token, parts)
        if not kind or kind in parts or (of_week and kind != "week"):
            return {}
        parts[kind] = value
        of_week = False
    return {} if of_week else parts


def _part(token: str, parts: dict[str, int]) -> tuple[str, int]:
    """What a token is, and its value; nothing for what we do not know."""
    if token in WEEKDAYS:
        return "weekday", WEEKDAYS[token]
    if token in MONTHS:
        return "month", MONTHS[token]
    digits = token.lstrip("#-")
    if not digits.isdigit():
        return "", 0
    if token[0] == "#" or (len(digits) <= 2 and token[0] != "-" and "day" not in parts):  # noqa: PLR2004 - a day's digits
        return "day", int(digits)
    return ("year", int(digits)) if len(digits) in {2, 4} else ("", 0)


def _agreeing(day: dt.date, parts: dict[str, int]) -> dt.date:
    """A day, refused if it is told to be another weekday, or in another week, than it is."""
    if parts.get("weekday", day.weekday()) != day.weekday():
        raise refused(Msg(N_("The weekday and the date do not belong together. Leave one of them out.")))
    if parts.get("week", day.isocalendar().week) != day.isocalendar().week:
        raise refused(Msg(N_("The week and the date do not belong together. Leave one of them out.")))
    return day


def _in_week(week: int, weekday: int, year: int | None, today: dt.date, *, ahead: bool = False) -> dt.date:
    """A day of a week; without a year of this year's if that week has begun (not ended), else of the year beside."""
    if year is not None:
        return day_in_week(year, week, weekday)
    this, now, _weekday = today.isocalendar()
    if week_exists(this, week) and (week >= now if ahead else week <= now):
        return day_in_week(this, week, weekday)
    return day_in_week(this + (1 if ahead else -1), week, weekday)


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


def _span(text: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """First and last day of a year ("2026"), a month ("2026-10", "oktober") or a week ("v. 41", "last week")."""
    phrase = plain(text[: LONGEST + 1])
    if _ONLY_YEAR.fullmatch(phrase):
        return calendar_day(int(phrase), 1, 1), calendar_day(int(phrase), 12, 31)
    if found := _ONLY_MONTH.fullmatch(phrase):
        return _month(int(found[1]), int(found[2]))
    tokens = _tokens(phrase.removeprefix("i "))
    if len(tokens) == 2 and tokens[0] in LAST_PERIODS and tokens[1] in PERIODS:  # noqa: PLR2004 - "last" and the period
        return _last_period(tokens[1], today)
    parts = _parts(tokens)
    if parts.keys() == {"week"} or parts.keys() == {"week", "year"}:
        year = full_year(f"{parts['year']:02}", today) if "year" in parts else None
        return _week(_in_week(parts["week"], 0, year, today))
    if parts.keys() == {"month"} or (parts.keys() == {"month", "year"} and parts["year"] > 99):  # noqa: PLR2004 - or a day
        return _month(parts.get("year", today.year - (parts["month"] > today.month)), parts["month"])
    return None


def _last_period(period: str, today: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of the week, the month or the year before this one."""
    if period in WEEK_PERIODS:
        return _week(_monday(today, -1))
    if period in MONTH_PERIODS:
        before = today.replace(day=1) - dt.timedelta(days=1)
        return _month(before.year, before.month)
    return calendar_day(today.year - 1, 1, 1), calendar_day(today.year - 1, 12, 31)


def _week(monday: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of a week."""
    return monday, monday + dt.timedelta(days=DAYS_IN_WEEK - 1)


def _month(year: int, month: int) -> tuple[dt.date, dt.date]:
    """First and last day of a month."""
    first = calendar_day(year, month, 1)
    return first, next(first.replace(day=day) for day in (31, 30, 29, 28) if exists(year, month, day))
