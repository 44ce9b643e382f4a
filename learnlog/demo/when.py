"""The days of the sample log, counted from the day it is looked at, and its ids."""

from __future__ import annotations

import datetime as dt
import hashlib

_FRIDAY, _DAYS_IN_WEEK = 4, 7
_JUNE, _JULY, _AUGUST = 6, 7, 8
_HOLIDAY_FROM, _HOLIDAY_TO = 4, 27
"""Holiday is from 4 to 27 July; what would have happened then happened before or after."""


def made_id(key: str) -> str:
    """An id of the usual form that is always the same for this key."""
    return hashlib.sha256(f"learnlog sample {key}".encode()).hexdigest()[:32]


def afternoon(day: dt.date, key: str) -> dt.datetime:
    """When it was written down: some minute of that afternoon, always the same one."""
    minute = int(made_id(key)[:8], 16) % 300
    return dt.datetime.combine(day, dt.time(12), dt.UTC) + dt.timedelta(minutes=minute)


def day_before(today: dt.date, days: int, *, planned: bool) -> dt.date:
    """The day that many days ago, out of the holiday, and on a weekday if it was `planned` (a course, a meeting)."""
    day = _out_of_holiday(today - dt.timedelta(days=days), today)
    return weekday(day) if planned else day


def weekday(day: dt.date) -> dt.date:
    """The day, or the Friday before if it is at a weekend."""
    return day - dt.timedelta(days=max(0, day.weekday() - _FRIDAY))


def planned_day(today: dt.date, days: int) -> dt.date:
    """The weekday about that many days ago; with a minus, that many days ahead or, at a weekend, the Monday after."""
    if days > 0:
        return day_before(today, days, planned=True)
    day = today + dt.timedelta(days=-days)
    return day + dt.timedelta(days=_DAYS_IN_WEEK - day.weekday()) if day.weekday() > _FRIDAY else day


def _out_of_holiday(day: dt.date, today: dt.date) -> dt.date:
    """The same day, or for June to August one that leaves most of July empty without changing the order of things."""
    before, after = dt.date(day.year, _JULY, _HOLIDAY_FROM), dt.date(day.year, _JULY, _HOLIDAY_TO)
    middle, first, last = dt.date(day.year, _JULY, 16), dt.date(day.year, _JUNE, 1), dt.date(day.year, _AUGUST, 31)
    if first <= day < middle:
        return first + (day - first) * ((before - first).days) // (middle - first).days
    if middle <= day <= last < today:
        return last - (last - day) * ((last - after).days) // (last - middle).days
    return day
