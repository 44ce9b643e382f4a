"""What a copy's file is called."""

from __future__ import annotations

import datetime as dt

from hypothesis import example, given
from hypothesis import strategies as st

from learnlog.domain.identity import look_for_numbers
from learnlog.domain.share import stem


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.text("0123456789", min_size=32, max_size=32))
@example(dt.date(2026, 11, 20), "4047b85f" * 4)
def test_the_name_of_a_file_is_never_taken_for_an_identity_number(day: dt.date, share_id: str) -> None:
    assert not look_for_numbers(stem(day, share_id) + ".learnlog-share")
