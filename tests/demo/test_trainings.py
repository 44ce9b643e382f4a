"""The trainings of the sample log: one in every state, alive, the same shape in each language."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from learnlog.demo.sample import Sample, sample
from learnlog.domain.answers import checked
from learnlog.domain.due import DueKind, Matters, due
from learnlog.domain.loop import State, has_form, loop
from learnlog.domain.training import (
    Channel,
    Decision,
    Expectation,
    Initiative,
    SharingStatus,
    Training,
    TrainingMode,
    TrainingStatus,
)
from learnlog.domain.training_questions import BEFORE, DIALOGUE, followup_questions
from learnlog.domain.values import Language
from tests.builders import TODAY

days = st.dates(dt.date(2026, 1, 1), dt.date(2100, 12, 31))


@pytest.fixture(params=list(Language))
def made(request: pytest.FixtureRequest) -> Sample:
    return sample(request.param, TODAY)


def test_there_is_a_training_in_every_state(made: Sample) -> None:
    trainings = made.trainings
    assert {each.status for each in trainings} == set(TrainingStatus)
    assert {each.decision for each in trainings} == {*Decision, None}
    assert {each.mode for each in trainings} == {*TrainingMode, None}
    assert {each.initiative for each in trainings} == set(Initiative)
    assert {each.channel for training in trainings for each in training.sharings} == set(Channel)
    assert {each.status for training in trainings for each in training.sharings} == set(SharingStatus)
    told = {each.expectation for training in trainings for each in training.followups}
    assert told == {*Expectation, None}
    assert {state for training in trainings for _, state in loop(training)} == set(State)


def test_no_field_of_a_training_is_forgotten(made: Sample) -> None:
    blank = Training(id="")
    unused = {
        name for name in Training._fields if all(getattr(each, name) == getattr(blank, name) for each in made.trainings)
    }
    assert unused == {"deleted_at", "clashes", "revision"}


def test_something_of_every_kind_waits_and_something_is_late(made: Sample) -> None:
    items = due(Matters(made.trainings, credentials=made.profile.credentials), {}, TODAY)
    assert {each.kind for each in items} == {DueKind.FORM, DueKind.FOLLOWUP, DueKind.SHARING, DueKind.CREDENTIAL}
    assert {each.round for each in items} >= {1, 2, 3}
    assert sum(each.days_left(TODAY) < 0 for each in items) == 1


def test_what_is_mandatory_goes_without_a_form(made: Sample) -> None:
    mandatory = [each for each in made.trainings if each.mandatory]
    assert len(mandatory) > 2
    assert not any(has_form(each) for each in mandatory)
    assert any(each.skipped_because for training in mandatory for each in training.followups)


def test_answers_belong_to_their_questions(made: Sample) -> None:
    for training in made.trainings:
        assert set(training.before) <= set(BEFORE.ids)
        if has_form(training):
            assert checked(BEFORE, training.before) == training.before
        if training.dialogue.get("b8"):
            assert checked(DIALOGUE, training.dialogue) == training.dialogue
        for each in training.followups:
            assert not each.done_on or checked(followup_questions(each.round), each.answers) == each.answers


def test_entries_belong_to_trainings_that_are_there(made: Sample) -> None:
    linked = {entry.training_id for entry in made.entries} - {""}
    assert len(linked) > 5
    assert linked <= {each.id for each in made.trainings}


def shape(language: Language) -> list[tuple[object, ...]]:
    """What must be alike in all languages: everything but the words."""
    words = {"title": "", "provider": "", "cost": "", "project_code": "", "closed_because": "", "areas": ()}
    told = {"before": {}, "dialogue": {}, "followups": (), "sharings": ()}
    return [
        (
            each._replace(**words, **told),  # type: ignore[arg-type]  # by name
            [bool(getattr(each, name)) for name in words],
            sorted(each.before),
            sorted(each.dialogue),
            [(one.round, one.due_on, one.done_on, sorted(one.answers)) for one in each.followups],
            [one._replace(audience="", what="", taken=str(bool(one.taken))) for one in each.sharings],
        )
        for each in sample(language, TODAY).trainings
    ]


def test_the_languages_have_one_shape() -> None:
    assert shape(Language.SV) == shape(Language.NB) == shape(Language.EN)


@given(days)
@example(dt.date(2028, 2, 29))
@example(dt.date(2027, 1, 1))
@example(dt.date(2027, 7, 16))
@example(dt.date(2027, 8, 31))
def test_on_any_day_nothing_but_plans_is_in_the_future(today: dt.date) -> None:
    for training in sample(Language.NB, today).trainings:
        assert training.problems() == ()
        assert training.created_at is not None
        assert training.created_at.date() <= today
        if training.status.is_over:
            assert training.last_on is not None
            assert training.last_on < today
        assert all(not each.done_on or each.done_on <= today for each in training.followups)
        done = [each for each in training.sharings if each.status is SharingStatus.DONE]
        assert all(each.shared_on and each.shared_on <= today for each in done)
    assert {each.status for each in sample(Language.NB, today).trainings} == set(TrainingStatus)
