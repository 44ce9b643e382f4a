"""Counting entries. Today is Friday 20 November 2026."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain.statistics import (
    bar_lengths,
    days_this_year,
    month_start,
    per_day,
    per_month_by_arena,
    per_week,
    purpose_split,
    totals,
)
from learnlog.domain.values import ActivityType, Arena, Purpose
from tests.builders import TODAY, an_entry

DAY = dt.timedelta(days=1)


def test_months_end_with_todays_and_name_every_arena() -> None:
    entries = [
        an_entry(date=dt.date(2026, 11, 1)),
        an_entry(date=dt.date(2026, 11, 20), arena=Arena.OUT),
        an_entry(date=dt.date(2026, 9, 30)),
        an_entry(date=dt.date(2026, 8, 31)),
        an_entry(date=dt.date(2025, 11, 20)),
    ]
    months = per_month_by_arena(entries, 3, TODAY)
    assert [month.first_on for month in months] == [dt.date(2026, 9, 1), dt.date(2026, 10, 1), dt.date(2026, 11, 1)]
    assert [month.total for month in months] == [1, 0, 2]
    assert months[-1].counts == {Arena.IN: 1, Arena.AT: 0, Arena.OUT: 1}


def test_a_year_of_months_reaches_over_new_year() -> None:
    assert per_month_by_arena([], 12, TODAY)[0].first_on == dt.date(2025, 12, 1)
    assert month_start(dt.date(2026, 1, 31), 1) == dt.date(2025, 12, 1)


def test_weeks_begin_on_monday_and_leave_the_future_open() -> None:
    entries = [an_entry(), an_entry(), an_entry(date=TODAY - 4 * DAY), an_entry(date=TODAY - 5 * DAY)]
    last, this = per_week(entries, 2, TODAY)
    assert this.monday == dt.date(2026, 11, 16)
    assert this.days == (1, 0, 0, 0, 2, None, None)
    assert last.days == (0, 0, 0, 0, 0, 0, 1)
    assert per_day(entries)[TODAY] == 2


def test_days_of_the_year_are_counted_once() -> None:
    dates = [TODAY, TODAY, TODAY - DAY, dt.date(2025, 12, 31), dt.date(2026, 1, 1), TODAY + DAY]
    assert days_this_year([an_entry(date=date) for date in dates], TODAY) == 3


def test_the_split_names_all_three_purposes_and_the_rest_only_if_there_is_any() -> None:
    assert purpose_split([an_entry(purpose=Purpose.A)]) == {Purpose.A: 1, Purpose.B: 0, Purpose.C: 0}
    assert purpose_split([an_entry(purpose=None)])[None] == 1


def test_totals() -> None:
    entries = [
        an_entry(minutes=30, areas=("th.dementia", "th.ethics")),
        an_entry(minutes=None, areas=("th.dementia", "th.dementia"), activity_type=ActivityType.EXPCOLL),
        an_entry(minutes=60, date=TODAY - DAY, arena=Arena.AT, activity_type=ActivityType.EXPCOLL),
    ]
    sums = totals(entries)
    assert (sums.entries, sums.minutes, sums.timed, sums.days) == (3, 90, 2, 2)
    assert sums.arenas == {Arena.IN: 2, Arena.AT: 1, Arena.OUT: 0}
    assert sums.types == ((ActivityType.EXPCOLL, 2), (ActivityType.DAILY, 1))
    assert sums.areas == (("th.dementia", 2), ("th.ethics", 1))


def test_totals_of_nothing() -> None:
    sums = totals([])
    assert (sums.entries, sums.minutes, sums.types, sums.areas) == (0, 0, (), ())


@pytest.mark.parametrize(
    ("counts", "most", "width", "lengths"),
    [
        ((1, 1, 1), 3, 10, (3, 4, 3)),
        ((5, 3, 2), 10, 10, (5, 3, 2)),
        ((1, 1, 1), 9, 10, (1, 1, 1)),
        ((0, 0, 0), 9, 10, (0, 0, 0)),
        ((0, 1, 0), 100, 10, (0, 1, 0)),
        ((3, 0, 0), 0, 10, (0, 0, 0)),
    ],
)
def test_the_ends_of_a_bars_parts_are_rounded(
    counts: tuple[int, ...], most: int, width: int, lengths: tuple[int, ...]
) -> None:
    assert bar_lengths(counts, most, width) == lengths


COUNTS = st.lists(st.integers(0, 50), min_size=1, max_size=4)


@given(bars=st.lists(COUNTS, min_size=1, max_size=12), width=st.integers(1, 100))
def test_bars_are_as_long_as_their_sums(bars: list[list[int]], width: int) -> None:
    most = max(sum(bar) for bar in bars)
    lengths = {}
    for bar in bars:
        parts = bar_lengths(bar, most, width)
        assert all(part >= 0 for part in parts)
        assert all(part == 0 for part, count in zip(parts, bar, strict=True) if count == 0)
        assert (sum(parts) > 0) == (sum(bar) > 0)
        assert lengths.setdefault(sum(bar), sum(parts)) == sum(parts), "equal sums, equal bars"
    if most:
        assert lengths[most] == width
    in_order = [length for _, length in sorted(lengths.items())]
    assert in_order == sorted(in_order)
