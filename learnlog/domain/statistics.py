"""Count entries, for the start screen and for the CV summary. Information for the owner: no target, no score."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from learnlog.domain.entry import Entry, EntryHead
from learnlog.domain.values import ActivityType, Arena, Purpose

DAYS_IN_WEEK = 7
MONTHS_IN_YEAR = 12

Countable: TypeAlias = Entry | EntryHead


class Month(NamedTuple):
    """Entries of one month.

    Attributes:
        first_on: The first of the month.
        counts: Number of entries by arena, every arena named.
    """

    first_on: dt.date
    counts: dict[Arena, int]

    @property
    def total(self) -> int:
        """Number of entries in all arenas."""
        return sum(self.counts.values())


class Week(NamedTuple):
    """Entries of one week.

    Attributes:
        monday: Its first day.
        days: Number of entries on each day from Monday; None for days that are still to come.
    """

    monday: dt.date
    days: tuple[int | None, ...]


class Totals(NamedTuple):
    """What some entries come to.

    Attributes:
        entries: How many there are.
        minutes: Time spent in all, of those that tell it.
        timed: How many tell it.
        days: On how many different days.
        arenas: Number by arena, every arena named.
        purposes: Number by main purpose A, B, C, every one named; None for those without, if there are any.
        types: (activity type, number), the most frequent first.
        areas: (area, number), the most frequent first; an entry may count in several.
    """

    entries: int
    minutes: int
    timed: int
    days: int
    arenas: dict[Arena, int]
    purposes: dict[Purpose | None, int]
    types: tuple[tuple[ActivityType, int], ...]
    areas: tuple[tuple[str, int], ...]


def month_start(day: dt.date, back: int = 0) -> dt.date:
    """The first of the day's month, or of a month that many months earlier."""
    months = day.year * MONTHS_IN_YEAR + day.month - 1 - back
    return dt.date(months // MONTHS_IN_YEAR, months % MONTHS_IN_YEAR + 1, 1)


def per_month_by_arena(heads: Iterable[Countable], months: int, today: dt.date) -> tuple[Month, ...]:
    """Entries per month and arena, oldest month first, the last being today's."""
    firsts = [month_start(today, back) for back in range(months - 1, -1, -1)]
    counts = Counter((head.date.year, head.date.month, head.arena) for head in heads if head.date >= firsts[0])
    return tuple(Month(first, {arena: counts[first.year, first.month, arena] for arena in Arena}) for first in firsts)


def per_day(heads: Iterable[Countable]) -> dict[dt.date, int]:
    """Number of entries on each day that has any."""
    return dict(Counter(head.date for head in heads))


def per_week(heads: Iterable[Countable], weeks: int, today: dt.date) -> tuple[Week, ...]:
    """Entries day by day for a heat map: whole weeks from Monday, oldest first, the last being today's."""
    count = per_day(heads)
    monday = today - dt.timedelta(days=today.weekday())
    made = []
    for back in range(weeks - 1, -1, -1):
        first = monday - dt.timedelta(weeks=back)
        days = [first + dt.timedelta(days=day) for day in range(DAYS_IN_WEEK)]
        made.append(Week(first, tuple(count.get(day, 0) if day <= today else None for day in days)))
    return tuple(made)


def days_this_year(heads: Iterable[Countable], today: dt.date) -> int:
    """On how many days of today's year something was learned."""
    return len({head.date for head in heads if head.date.year == today.year and head.date <= today})


def purpose_split(heads: Iterable[Countable]) -> dict[Purpose | None, int]:
    """Number of entries by main purpose: A, B and C always, None only if some have no purpose."""
    count = Counter(head.purpose for head in heads)
    split: dict[Purpose | None, int] = {purpose: count[purpose] for purpose in Purpose}
    return split | ({None: count[None]} if count[None] else {})


def totals(heads: Iterable[Countable]) -> Totals:
    """What some entries come to."""
    heads = list(heads)
    arenas = Counter(head.arena for head in heads)
    minutes = [head.minutes for head in heads if head.minutes is not None]
    return Totals(
        entries=len(heads),
        minutes=sum(minutes),
        timed=len(minutes),
        days=len({head.date for head in heads}),
        arenas={arena: arenas[arena] for arena in Arena},
        purposes=purpose_split(heads),
        types=_ranked(Counter(head.activity_type for head in heads), list(ActivityType)),
        areas=_ranked_areas(Counter(area for head in heads for area in dict.fromkeys(head.areas))),
    )


def bar_lengths(counts: Sequence[int], most: int, width: int) -> tuple[int, ...]:
    """Lengths of the parts of a stacked bar, so that equal sums give equally long bars.

    Rounding each part by itself would let the errors add up; here the *ends* of the parts are rounded. A part that is
    not zero may still get no length beside larger ones; a bar that is not empty is always at least one long.

    Args:
        counts: The parts, in order.
        most: The sum that fills the whole width.
        width: Cells there are.

    Returns:
        One length for each part; together at most `width`.
    """
    if most <= 0 or width <= 0:
        return (0,) * len(counts)
    lengths, end, reached = [], 0, 0
    for count in counts:
        reached += count
        upto = min(width, (2 * reached * width + most) // (2 * most))
        lengths.append(upto - end)
        end = upto
    if end == 0 and reached > 0:
        lengths[max(range(len(counts)), key=counts.__getitem__)] = 1
    return tuple(lengths)


def _ranked(count: Counter[ActivityType], order: list[ActivityType]) -> tuple[tuple[ActivityType, int], ...]:
    return tuple(sorted(count.items(), key=lambda item: (-item[1], order.index(item[0]))))


def _ranked_areas(count: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(count.items(), key=lambda item: (-item[1], item[0])))


def areas_used(heads: Iterable[Countable]) -> tuple[str, ...]:
    """Competence areas of some entries, the most used first."""
    return tuple(area for area, _ in _ranked_areas(Counter(area for head in heads for area in head.areas)))
