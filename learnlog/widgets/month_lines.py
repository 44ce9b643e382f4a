"""Where each entry stands in a list with month headings, in lines: arithmetic, without drawing anything."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from learnlog.domain.entry import EntryHead

LINES = 2
"""Lines for each entry."""

_item = attrgetter("item")


class Month(NamedTuple):
    """Entries under one heading.

    Attributes:
        line: The first line of it, blank line and heading included.
        item: The first entry's place in the list.
        entries: How many there are.
        above: Lines before the first entry.
        first_on: A day of the month; None for no heading.
    """

    line: int
    item: int
    entries: int
    above: int
    first_on: dt.date | None


class Spot(NamedTuple):
    """What stands on a line.

    Attributes:
        month: The heading it is under.
        place: The entry's place in the list; None for headings and blank lines.
        row: Which of the entry's lines; -1 for the heading.
    """

    month: Month
    place: int | None
    row: int


class MonthLines:
    """All months of a list.

    Attributes:
        months: In order.
        height: Lines in all.
    """

    def __init__(self, heads: Sequence[EntryHead], *, by_month: bool, spaced: bool) -> None:
        """Arrange a list.

        Args:
            heads: The entries, in order of date if there are to be headings.
            by_month: Whether there are headings.
            spaced: Whether there is a blank line between months.
        """
        self.months: list[Month] = []
        line = item = 0
        total = len(heads)
        while item < total:
            first = heads[item].date
            end = _end_of_month(heads, item) if by_month else total
            above = (1 + (spaced and item > 0)) if by_month else 0
            self.months.append(Month(line, item, end - item, above, first if by_month else None))
            line += above + (end - item) * LINES
            item = end
        self.height = line
        self._starts = [month.line for month in self.months]

    def month_of(self, place: int) -> int:
        """Which month an entry is in, as a place in `months`."""
        return bisect_right(self.months, place, key=_item) - 1

    def line_of(self, place: int) -> int:
        """The first line of an entry."""
        month = self.months[self.month_of(place)]
        return month.line + month.above + (place - month.item) * LINES

    def at(self, line: int) -> Spot | None:
        """What stands on a line; None below the list."""
        if not 0 <= line < self.height:
            return None
        month = self.months[bisect_right(self._starts, line) - 1]
        within = line - month.line - month.above
        if within < 0:
            return Spot(month, None, within)
        return Spot(month, month.item + within // LINES, within % LINES)


def _end_of_month(heads: Sequence[EntryHead], item: int) -> int:
    """The place after the last entry of the same month."""
    year, month = heads[item].date.year, heads[item].date.month
    end, total = item + 1, len(heads)
    while end < total and heads[end].date.month == month and heads[end].date.year == year:
        end += 1
    return end
