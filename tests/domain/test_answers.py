"""Answers from a file: everything that is wrong is told at once, question by question."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain.answers import checked
from learnlog.domain.questions import QuestionSet
from learnlog.domain.training_questions import (
    AFTER_THREE_MONTHS,
    AFTER_TWO_WEEKS,
    BEFORE,
    BESIDE,
    DIALOGUE,
    followup_questions,
)
from learnlog.errors import InvalidInputError
from tests.builders import AFTER_2_WEEKS, AFTER_3_MONTHS, FORM
from tests.builders import DIALOGUE as AGREED

SETS = {"before": BEFORE, "dialogue": DIALOGUE, "followup1": AFTER_TWO_WEEKS, "followup2": AFTER_THREE_MONTHS}


def refused(questions: QuestionSet, answers: dict[str, Any], known: dict[str, str] | None = None) -> list[str]:
    with pytest.raises(InvalidInputError) as error:
        checked(questions, answers, known)
    return [key for key, _ in error.value.problems]


@pytest.mark.parametrize(
    ("questions", "answers"),
    [(BEFORE, FORM), (DIALOGUE, AGREED), (AFTER_TWO_WEEKS, AFTER_2_WEEKS), (AFTER_THREE_MONTHS, AFTER_3_MONTHS)],
)
def test_complete_answers_are_taken_as_they_are(questions: QuestionSet, answers: dict[str, str]) -> None:
    assert checked(questions, answers) == answers


@pytest.mark.parametrize("name", SETS)
def test_every_required_question_that_is_missing_is_named(name: str) -> None:
    questions = SETS[name]
    assert refused(questions, {}) == [each.id for each in questions.questions if each.required]


def test_missing_unknown_and_wrong_are_told_in_one_list() -> None:
    answers = {"d1": "ofta", "d2": "  ", "d5": "ex.as", "d7": ["keep", "dance"], "d9": "x", "title": 3}
    assert refused(AFTER_THREE_MONTHS, answers) == ["d1", "d2", "d3", "d7", "d9", "title"]


def test_what_was_answered_before_need_not_be_again_but_can_be_taken_back() -> None:
    assert checked(BEFORE, {"a6": "tid"}, FORM) == {"a6": "tid"}
    assert refused(BEFORE, {"a1": ""}, FORM) == ["a1"]


def test_several_choices_come_in_the_order_of_the_question_once_each() -> None:
    for given_as in ("other, apt,apt", ["other", "apt", "apt"]):
        assert checked(BEFORE, {**FORM, "a5": given_as})["a5"] == "apt,other"


def test_days_are_iso_and_one_of_two_is_enough() -> None:
    assert checked(DIALOGUE, {**AGREED, "b8": ["", "2027-03-01"]})["b8"] == ",2027-03-01"
    assert checked(DIALOGUE, {**AGREED, "b6": "20261209"})["b6"] == "2026-12-09"
    for wrong in ("9/12", "2026-02-30", "2026-12-04,2027-03-02,2027-06-01"):
        assert refused(DIALOGUE, {**AGREED, "b8": wrong}) == ["b8"]
    assert refused(DIALOGUE, {**AGREED, "b1": "i går", "b8": ","}) == ["b1", "b8"]


def test_a_further_question_is_one_line() -> None:
    assert checked(DIALOGUE, {**AGREED, "b6_note": " APT,\n Eken "})["b6_note"] == "APT, Eken"


@pytest.mark.parametrize("wrong", [3, True, {"x": "y"}, [1], 2.5])
def test_what_is_no_text_is_refused(wrong: object) -> None:
    assert refused(BEFORE, {**FORM, "a1": wrong, "a5": wrong}) == ["a1", "a5"]


def test_no_answer_is_none_or_empty() -> None:
    assert checked(BEFORE, {**FORM, "a6": None, "a7": " "}) == {**FORM, "a6": "", "a7": ""}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=5,
)
keys = st.sampled_from([key for each in SETS.values() for key in each.ids]) | st.text(max_size=4)


@given(st.sampled_from(sorted(SETS)), st.dictionaries(keys, json_values, max_size=8))
def test_whatever_stands_in_a_file_is_taken_or_refused_in_words(name: str, answers: dict[str, Any]) -> None:
    questions = SETS[name]
    known = {"before": FORM, "dialogue": AGREED, "followup1": AFTER_2_WEEKS, "followup2": AFTER_3_MONTHS}[name]
    problems: set[str] = set()
    kept: dict[str, str] = {}
    try:
        kept = checked(questions, answers, known)
    except InvalidInputError as error:
        problems = {key for key, _ in error.problems}
    assert problems <= set(answers)
    if problems:
        return
    assert kept.keys() == answers.keys()
    assert all(type(each) is str for each in kept.values())
    assert checked(questions, kept, known) == kept
    assert not questions.missing({**known, **kept})


def test_every_question_after_stands_beside_one_that_was_asked_before() -> None:
    before = {*BEFORE.ids, *DIALOGUE.ids}
    after = {each.id for number in (1, 2) for each in followup_questions(number).questions}
    assert set(BESIDE) == after
    assert {key for keys in BESIDE.values() for key in keys} <= before


def test_every_question_has_an_id_of_its_own() -> None:
    ids = [key for each in SETS.values() for key in each.ids]
    assert len(ids) == len(set(ids))
