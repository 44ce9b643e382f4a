"""Dates as people say them, in Swedish, Norwegian and English: "igår", "i tisdags", "12/11", "12. nov.", "v. 47".

All three languages' words are understood whatever the interface speaks. What cannot be read is refused with an example;
nothing is guessed and nothing silently becomes today. Where a phrase leaves something open, the rule is one sentence:

- A day and a month without a year is the latest such day that has been (or is today). The day stands before the month.
- A weekday by itself is the latest one before today; on such a weekday it is refused, for it could be today.
- "i tisdags", "sist tirsdag", "last Tuesday" is the latest one before today. "förra tisdagen", "forrige tirsdag" is
  that of last week.
- A day without a month needs a sign that it is one – "den 12:e", "the 12th", "fredag 13" – and is the latest such day.
- A week is its Monday; without a year it is this year's if that has begun, else last year's.
- A year of two digits is in this century up to ten years from now, else in the last one.
- When on a day it was ("i tisdags kväll") is passed over, but a night belongs to two days.

Where a day still to come is asked for (``ahead``), "latest" becomes "next": 12/11 is the next 12 November, "fredag" and
"på fredag" the coming Friday, a week this year's if it has not ended, else next year's. "Om två veckor" and "fredag
nästa vecka" are understood everywhere; "nästa fredag", which is this week's to some and next week's to others, nowhere.
"""

from __future__ import annotations

import datetime as dt

from learnlog.domain.date_digits import (
    DAYS_IN_WEEK,
    calendar_day,
    full_year,
    nearest,
    nearest_month,
    numeric,
    refused,
    remembered,
)
from learnlog.domain.date_parts import (
    LONGEST,
    in_week,
    is_day_of_month,
    monday_of,
    parts_of,
    tokens_of,
    with_year,
)
from learnlog.domain.date_words import (
    AGO,
    BEEN_WEEKDAYS,
    BEFORE_AGO,
    DAYS_AGO,
    FILLERS,
    IN,
    LAST,
    LAST_WEEKS,
    NEXT,
    NUMBERS,
    ON_WEEKDAY,
    PARTS_OF_DAY,
    PERIODS,
    THIS,
    UNITS,
    WEEK_PERIODS,
    WEEKDAYS,
    plain,
)
from learnlog.domain.values import Language
from learnlog.text import N_, Msg

UNREADABLE = Msg(
    N_('This date cannot be read. Write for example "yesterday", "12/11", "12 Nov", "week 47" or 2026-11-12.')
)
WHICH_DAY = Msg(N_('Which day was it? Write for example "12 Nov", "last Tuesday" or "Friday week 46".'))
WHICH_WEEK = Msg(N_('Which week is it? Write for example "Friday next week", "Friday week 48" or "27/11".'))


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
    if phrase not in DAYS_AGO:
        phrase = with_year(_without_time(phrase), today)
    if phrase in DAYS_AGO:
        return today - dt.timedelta(days=DAYS_AGO[phrase])
    if len(text) <= LONGEST:
        for read in (numeric, _with_weekday, _relative, _put_together):
            day = read(phrase, today, language, ahead=ahead)
            if day:
                return remembered(day)
    raise refused(UNREADABLE)


def _without_time(phrase: str) -> str:
    """A phrase without what it says of the time of day: "i tisdags kväll" is "i tisdags"."""
    day, _, part = phrase.rpartition(" ")
    return day if day and part in PARTS_OF_DAY else phrase


def _relative(phrase: str, today: dt.date, language: Language, *, ahead: bool) -> dt.date | None:
    """A date told by its distance from today, or None."""
    tokens = tokens_of(phrase)
    return _away(tokens, today) or _weekday_that(tokens, today, language, ahead=ahead) or _period_beside(tokens, today)


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
        return monday_of(today, -1) + dt.timedelta(days=weekday)
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


def _period_beside(tokens: list[str], today: dt.date) -> dt.date | None:
    """A day of last, this or next week: "fredag förra veckan"; without a weekday that is no day, and is refused."""
    periods = [token for token in tokens if token in PERIODS]
    weekdays = [WEEKDAYS[token] for token in tokens if token in WEEKDAYS]
    others = {*tokens} - PERIODS - WEEKDAYS.keys() - FILLERS - {"i", "pa"}
    way = next((way for words, way in ((LAST | LAST_WEEKS, -1), (THIS, 0), (NEXT, 1)) if others <= words), None)
    if len(periods) != 1 or not others or way is None:
        return None
    if periods[0] not in WEEK_PERIODS or len(weekdays) != 1:
        raise refused(WHICH_WEEK if way > 0 else WHICH_DAY)
    return monday_of(today, way) + dt.timedelta(days=weekdays[0])


def _with_weekday(phrase: str, today: dt.date, language: Language, *, ahead: bool) -> dt.date | None:
    """A date in digits after its weekday: "fredag 20/11", "fre den 20/11"."""
    first, _, rest = phrase.partition(" ")
    weekday = WEEKDAYS.get(first.rstrip("."))
    day = None if weekday is None else numeric(rest.removeprefix("den "), today, language, ahead=ahead)
    return day and _agreeing(day, {"weekday": day.weekday() if weekday is None else weekday})


def _put_together(phrase: str, today: dt.date, _: Language, *, ahead: bool) -> dt.date | None:
    """A date from its parts in any sensible order: weekday, day, month, year, week."""
    tokens = tokens_of(phrase)
    parts = parts_of([token for token in tokens if token not in FILLERS])
    year = full_year(f"{parts['year']:02}", today) if "year" in parts else None
    if "month" in parts:
        if "day" not in parts:
            raise refused(WHICH_DAY)
        month, day = parts["month"], parts["day"]
        found = nearest(month, day, today, ahead=ahead) if year is None else calendar_day(year, month, day)
        return _agreeing(found, parts)
    if "week" in parts and "day" not in parts:
        return in_week(parts["week"], parts.get("weekday", 0), year, today, ahead=ahead)
    if parts.keys() == {"day", "weekday"} or (parts.keys() == {"day"} and is_day_of_month(tokens)):
        return _agreeing(nearest_month(parts["day"], today, ahead=ahead), parts)
    if parts.keys() == {"weekday"}:
        if parts["weekday"] == today.weekday():
            raise refused(Msg(N_('Today is that weekday. Write "today", or the date.')))
        return (_after if ahead else _before)(today, parts["weekday"])
    return None


def _agreeing(day: dt.date, parts: dict[str, int]) -> dt.date:
    """A day, refused if it is told to be another weekday, or in another week, than it is."""
    if parts.get("weekday", day.weekday()) != day.weekday():
        raise refused(Msg(N_("The weekday and the date do not belong together. Leave one of them out.")))
    if parts.get("week", day.isocalendar().week) != day.isocalendar().week:
        raise refused(Msg(N_("The week and the date do not belong together. Leave one of them out.")))
    return day
