"""What a date is put together of: words and numbers, and what each of them says."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from learnlog.domain.date_digits import day_in_week, week_exists
from learnlog.domain.date_words import DAY_SIGNS, MONTHS, WEEK, WEEKDAYS, YEARS_SAID

LONGEST = 60
"""Longest phrase that is looked at, in characters."""

_TOKEN = re.compile(
    r"\s*(?:(?P<day>\d{1,2})(?::?(?:e|a|te|st|nd|rd|th))(?![a-z])|(?P<number>-?\d+)|(?P<word>[a-z]+))\.?", re.ASCII
)
_IN = frozenset({"i", "in"})
_WITH_YEAR = re.compile(rf"(?P<date>.*(?:\d|[a-z]{{3}})\.?) (?P<year>{'|'.join(YEARS_SAID)})", re.ASCII)


def tokens_of(phrase: str) -> list[str]:
    """Words, numbers, and days of the month as ``#12``; without full stops. Empty if there is anything else."""
    tokens, place = [], 0
    while place < len(phrase):
        found = _TOKEN.match(phrase, place)
        if not found:
            return []
        tokens.append("#" + found["day"] if found["day"] else found["number"] or found["word"])
        place = found.end()
    return tokens


def with_year(phrase: str, today: dt.date) -> str:
    """A phrase with its year in digits: "12/11 i fjol" is "12/11 2025"."""
    found = _WITH_YEAR.fullmatch(phrase)
    return f"{found['date']} {today.year + YEARS_SAID[found['year']]}" if found else phrase


def is_day_of_month(tokens: list[str]) -> bool:
    """Whether a number among these is told to be a day of the month: "12:e", "den 12", "the 12th"."""
    told = any(before in DAY_SIGNS and after.isdigit() for before, after in pairwise(tokens))
    return told or any(token.startswith("#") for token in tokens)


def _without_in(tokens: list[str]) -> list[str]:
    """Without what stands before a week: "onsdag i vecka 46"."""
    pairs = pairwise([*tokens, ""])
    return [token for token, following in pairs if token not in _IN or following not in WEEK]


def parts_of(tokens: list[str]) -> dict[str, int]:
    """The parts of a date by name; none at all if there is an unknown word, or a part comes twice."""
    parts: dict[str, int] = {}
    of_week = False
    for token in _without_in(tokens):
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


def monday_of(today: dt.date, weeks: int = 0) -> dt.date:
    """Monday of this week, or of one so many weeks after it."""
    return today + dt.timedelta(days=-today.weekday(), weeks=weeks)


def in_week(week: int, weekday: int, year: int | None, today: dt.date, *, ahead: bool = False) -> dt.date:
    """A day of a week; without a year of this year's if that week has begun (not ended), else of the year beside."""
    if year is not None:
        return day_in_week(year, week, weekday)
    this, now, _weekday = today.isocalendar()
    if week_exists(this, week) and (week >= now if ahead else week <= now):
        return day_in_week(this, week, weekday)
    return day_in_week(this + (1 if ahead else -1), week, weekday)
