"""An entry, and the profile: what may be saved, and what follows from what."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain.areas import SUGGESTED_AREAS
from learnlog.domain.entry import INSIGHT_WORDS, captured
from learnlog.domain.printable import is_blank
from learnlog.domain.profile import Profile
from learnlog.domain.questions import DEFAULT_REFLECTION, REFLECTION_SETS, reflection_set
from learnlog.domain.revising import TITLE_MAX
from learnlog.domain.values import ActivityType, Arena, Purpose, Status, Visibility
from learnlog.errors import InvalidInputError
from tests.builders import NOW, TODAY, an_entry

DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": " \n "}, "title"),
        ({"title": "\u200b\u2060\xa0\xad"}, "title"),
        ({"title": "x" * (TITLE_MAX + 1)}, "title"),
        ({"date": TODAY + DAY}, "date"),
        ({"minutes": 4}, "minutes"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 2401}, "minutes"),
        ({"status": Status.DONE, "insight": "Två ord"}, "insight"),
        ({"status": Status.DONE}, "insight"),
    ],
)
def test_what_cannot_be_saved_is_named_by_its_field(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        an_entry().revised(today=TODAY, **changes)
    assert [name for name, _ in refused.value.problems] == [field]


def test_all_problems_are_told_at_once_in_the_order_of_the_form() -> None:
    with pytest.raises(InvalidInputError) as refused:
        an_entry().revised(today=TODAY, minutes=1, title="", date=TODAY + DAY, status=Status.DONE)
    assert [name for name, _ in refused.value.problems] == ["title", "date", "minutes", "insight"]


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "x" * TITLE_MAX},
        {"date": TODAY},
        {"date": dt.date(1950, 1, 1)},
        {"minutes": 5},
        {"minutes": 2400},
        {"minutes": None},
        {"status": Status.DONE, "insight": "Tre små ord"},
        {"insight": "", "status": Status.DRAFT},
    ],
)
def test_what_is_just_within_the_rules_can_be_saved(changes: dict[str, Any]) -> None:
    assert an_entry().revised(today=TODAY, **changes)


def test_a_title_is_one_line() -> None:
    assert an_entry().revised(today=TODAY, title="  Lugn \n  förflyttning\t").title == "Lugn förflyttning"


def test_a_new_entry_is_private_and_a_draft() -> None:
    entry = an_entry()
    assert (entry.visibility, entry.status, entry.show_in_cv) == (Visibility.PRIVATE, Status.DRAFT, False)


@pytest.mark.parametrize(
    ("kind", "arena", "purpose"),
    [
        (ActivityType.SUPERVISION, Arena.IN, Purpose.B),
        (ActivityType.LOG, Arena.IN, Purpose.A),
        (ActivityType.FEEDBACK, Arena.IN, Purpose.C),
        (ActivityType.INCOURSE, Arena.AT, Purpose.A),
        (ActivityType.FUTURE, Arena.AT, Purpose.B),
        (ActivityType.EXCOURSE, Arena.OUT, Purpose.A),
        (ActivityType.HOSPIT, Arena.OUT, Purpose.B),
        (ActivityType.SELFSTUDY, Arena.OUT, Purpose.A),
    ],
)
def test_the_type_fills_in_arena_and_purpose_which_stay_separate(
    kind: ActivityType, arena: Arena, purpose: Purpose
) -> None:
    entry = an_entry().of_type(kind)
    assert (entry.activity_type, entry.arena, entry.purpose) == (kind, arena, purpose)
    other = entry.revised(today=TODAY, arena=Arena.OUT, purpose=None)
    assert (other.activity_type, other.arena, other.purpose) == (kind, Arena.OUT, None)


def test_a_short_line_is_a_title() -> None:
    entry = captured(an_entry(title=""), "  vänta  in svaret ")
    assert (entry.title, entry.what_happened) == ("vänta in svaret", "")


@given(st.text(min_size=1, max_size=400).filter(lambda text: not is_blank(text)))
def test_a_captured_line_is_kept_whole_and_can_be_saved(sentence: str) -> None:
    entry = captured(an_entry(title=""), sentence)
    assert entry.problems(TODAY) == ()
    whole = " ".join(sentence.split())
    assert whole in {entry.title, entry.what_happened}
    assert whole.startswith(entry.title.removesuffix("…"))


def test_a_long_line_is_cut_at_a_word() -> None:
    entry = captured(an_entry(title=""), "tålamod " * 30)
    assert entry.title.endswith("tålamod…")
    assert len(entry.title) <= TITLE_MAX


def test_an_entry_is_ready_when_its_insight_is_there() -> None:
    assert not an_entry(insight="två ord").ready
    assert an_entry(insight=" ".join(["ord"] * INSIGHT_WORDS)).ready


def test_an_entry_lies_in_the_bin_from_the_moment_it_was_deleted() -> None:
    assert an_entry(deleted_at=NOW).is_deleted
    assert not an_entry().is_deleted


def test_everything_written_is_searched() -> None:
    entry = an_entry(
        title="a1", what_happened="a2", insight="a3", answers={"w1": "a4"}, areas=("a5",), themes=("a6",), evidence=("a7",)
    )  # fmt: skip
    assert set(entry.texts()) == {f"a{number}" for number in range(1, 8)}


@pytest.mark.parametrize("percent", [0, -1, 101])
def test_working_time_is_a_percentage(percent: int) -> None:
    with pytest.raises(InvalidInputError) as refused:
        Profile().revised(percent=percent)
    assert [name for name, _ in refused.value.problems] == ["percent"]


@pytest.mark.parametrize("percent", [None, 1, 85, 100])
def test_any_working_time_or_none_can_be_saved(percent: int | None) -> None:
    assert Profile().revised(percent=percent).percent == percent


def test_the_profile_has_no_place_for_an_identity_number() -> None:
    names = " ".join(Profile._fields)
    assert not [word for word in ("number", "birth", "ssn", "person_id", "identity") if word in names]


def test_questions_have_keys_of_their_own() -> None:
    keys = [question.id for each in REFLECTION_SETS for question in each.questions]
    assert len(keys) == len(set(keys))
    assert [each.id for each in REFLECTION_SETS] == [
        "quick", "www", "meeting", "mistake", "good_practice", "ethics", "gibbs", "free",
    ]  # fmt: skip
    default = reflection_set(DEFAULT_REFLECTION)
    assert default is not None
    assert len(default.questions) == 3
    assert reflection_set("") is reflection_set("nothing") is None


def test_learning_from_mistakes_says_that_it_is_no_report() -> None:
    mistake = reflection_set("mistake")
    assert mistake is not None
    assert "NOT A REPORT" in mistake.notice


def test_suggested_areas_are_those_of_the_glossary() -> None:
    assert len(SUGGESTED_AREAS) == 22
    assert all(key.startswith("th.") for key in SUGGESTED_AREAS)
