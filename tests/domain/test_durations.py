"""Time spent, as people write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain.durations import parse_minutes
from learnlog.domain.values import Language
from learnlog.errors import InvalidInputError
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import duration


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90", 90), ("90 min", 90), ("90m", 90), ("45 min.", 45), ("45 minuter", 45), ("45 minutter", 45), ("1h30", 90),
        ("1h 30", 90), ("1 h 30 min", 90), ("1t30", 90), ("1 t 30 min", 90), ("1 tim 30 min", 90), ("1 tim. 30 min.", 90),
        ("1,5 h", 90), ("1.5 h", 90), ("1,5 tim", 90), ("1,5 timer", 90), ("0,25 h", 15), ("2 tim", 120), ("2 timmar", 120),
        ("1 time", 60), ("1 timme", 60), ("3 hours", 180), ("1:30", 90), ("0:45", 45), ("10:00", 600), ("1½ h", 90),
        ("½ h", 30), ("½ tim", 30), ("en timme", 60), ("en time", 60), ("an hour", 60), ("två timmar", 120),
        ("to timer", 120), ("two hours", 120), ("en halvtimme", 30), ("en halv time", 30), ("half an hour", 30),
        ("en kvart", 15), ("et kvarter", 15), ("tre kvart", 45), ("halvannen time", 90), ("40 h", 2400), ("  30  ", 30),
        ("1 HOUR", 60), ("två timmar 15 min", 135), ("1 timme och 30 minuter", 90), ("1 time og 15 min", 75), ("", None), ("   ", None),
    ],
)  # fmt: skip
def test_time_is_read_as_it_is_written(text: str, minutes: int | None) -> None:
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize(
    "text",
    [
        "1,5",
        "och",
        "1 h och",
        "abc",
        "h",
        "min",
        "1 h 2 h",
        "-5",
        "1h30m20s",
        "30 1h",
        "1:75",
        "1h75",
        "1 h 60 min",
        "1 dag",
        "½",
        "1,5 min",
        "1" * 9,
        "5 x",
        "femton",
        "٣",
    ],
)
def test_what_cannot_be_read_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        parse_minutes(text)
    [(field, message)] = refused.value.problems
    assert field == "minutes"
    assert "1 h 30 min" in message.id


@given(st.one_of(st.text(max_size=50), st.from_regex(r"[0-9hmt ½,.:]{1,10}")))
def test_any_text_is_minutes_or_refused(text: str) -> None:
    fields, minutes = [], None
    try:
        minutes = parse_minutes(text)
    except InvalidInputError as refused:
        fields = [field for field, _ in refused.problems]
    assert fields == ["minutes"] or minutes is None or minutes >= 0


@given(minutes=st.integers(1, 5999), language=st.sampled_from(Language))
def test_every_time_we_write_can_be_typed_back(minutes: int, language: Language) -> None:
    assert parse_minutes(duration(minutes, Translator(language))) == minutes
