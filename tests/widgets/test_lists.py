"""The list's arithmetic, charts and safe text, as values."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain.entry import EntryHead
from learnlog.domain.values import ActivityType, Arena, Purpose, Status
from learnlog.widgets.glyphs import legend
from learnlog.widgets.month_lines import LINES, MonthLines
from learnlog.widgets.safe import content, cut, line

DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31))


def a_head(day: dt.date) -> EntryHead:
    return EntryHead("0" * 32, day, "x", Arena.IN, Purpose.C, ActivityType.DAILY, Status.DONE)


@given(st.lists(DAYS, max_size=40), st.booleans(), st.booleans())
def test_every_entry_has_its_own_lines_and_every_line_says_whose_it_is(
    days: list[dt.date], by_month: bool, spaced: bool
) -> None:
    heads = [a_head(day) for day in sorted(days, reverse=True)]
    lines = MonthLines(heads, by_month=by_month, spaced=spaced)
    assert sum(month.entries for month in lines.months) == len(heads)
    taken = set()
    for place in range(len(heads)):
        for row in range(LINES):
            spot = lines.at(lines.line_of(place) + row)
            assert spot is not None
            assert (spot.place, spot.row) == (place, row)
            taken.add(lines.line_of(place) + row)
    others = [lines.at(each) for each in range(lines.height) if each not in taken]
    assert all(spot is not None and spot.place is None for spot in others)
    assert sum(spot is not None and spot.row == -1 for spot in others) == (len(lines.months) if by_month else 0)
    assert lines.at(-1) is None
    assert lines.at(lines.height) is None


@given(st.text())
def test_whatever_was_written_is_shown_as_it_is_or_as_signs(text: str) -> None:
    shown = content(text).plain
    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\u202e", "\r"}
    assert "\n" not in line(text).plain
    assert len(shown) == len(text)


@given(st.text(), st.integers(1, 30))
def test_cutting_never_takes_more_room_than_there_is(text: str, width: int) -> None:
    assert cut(line(text), width).cell_length <= width


def test_the_signs_are_explained_in_as_many_words_as_fit() -> None:
    assert legend(100).plain == "● in daily work   ◆ at the workplace   ▲ outside the workplace"
    assert legend(40).cell_length <= 40
    assert all(sign in legend(10).plain for sign in "●◆▲")
