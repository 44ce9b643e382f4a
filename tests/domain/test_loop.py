"""The loop at a glance, and what all loops have come to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain import training_life as life
from learnlog.domain.loop import State, Step, figures, loop, outcome
from learnlog.domain.training import Expectation, Sharing, SharingStatus, Training, TrainingStatus
from learnlog.domain.values import ActivityType, Applied
from tests.builders import AFTER_2_WEEKS, AFTER_3_MONTHS, DIALOGUE, FORM, TODAY, a_training

SIGNS = {State.DONE: "x", State.BEGUN: "/", State.WAITING: ".", State.SKIPPED: "-", State.NONE: " "}


def seen(training: Training) -> str:
    """Idea, form, agreed, completed, 2 weeks, 3 months, shared."""
    return "".join(SIGNS[state] for _, state in loop(training))


def answered(training: Training, number: int) -> Training:
    answers = AFTER_2_WEEKS if number == 1 else AFTER_3_MONTHS
    return life.with_followup(training, training.followup(number)._replace(done_on=TODAY, answers=answers))


def test_the_steps_fill_up_one_after_the_other() -> None:
    training = a_training()
    assert seen(training) == "x......"
    training = life.with_form(training, {"a1": "x"})
    assert seen(training) == "x/....."
    training = life.with_form(training, FORM)
    training = life.with_dialogue(training, DIALOGUE)
    assert seen(training) == "xxx...."
    training = life.completed(training, TODAY)
    assert seen(training) == "xxxx../"
    training = answered(training, 1)
    assert seen(training) == "xxxxx./"
    training = answered(training, 2)
    assert seen(training) == "xxxxxx/"
    assert seen(life.with_sharing(training, training.sharings[0]._replace(status=SharingStatus.DONE))) == "xxxxxxx"


def test_a_follow_up_that_is_half_filled_in_is_begun() -> None:
    done = life.completed(a_training(), TODAY)
    assert seen(life.with_followup(done, done.followup(1)._replace(answers={"c1": "once"}))) == "x  x/.."


def test_a_training_without_a_form_says_so_and_is_not_blocked() -> None:
    assert seen(a_training(type=ActivityType.ELEARN)) == "x  ...."
    assert seen(life.completed(a_training(), TODAY)) == "x  x..."


def test_what_will_not_come_is_skipped() -> None:
    assert seen(a_training(status=TrainingStatus.DECLINED, before=FORM)) == "xx-----"
    done = life.completed(a_training(before=FORM), TODAY)
    done = life.with_followup(done, done.followup(1)._replace(skipped_because="Föräldraledig"))
    done = done._replace(sharings=tuple(each._replace(status=SharingStatus.CANCELLED) for each in done.sharings))
    assert seen(done) == "xx x-.-"


def test_a_first_follow_up_is_gone_without_when_the_second_is_answered() -> None:
    assert seen(answered(life.completed(a_training(), TODAY), 2)) == "x  x x."


@pytest.mark.parametrize("status", TrainingStatus)
def test_every_training_has_every_step(status: TrainingStatus) -> None:
    assert [step for step, _ in loop(a_training(status=status))] == list(Step)


def test_the_outcome_is_what_the_latest_long_follow_up_says() -> None:
    done = life.completed(a_training(), TODAY)
    assert outcome(answered(done, 1)) is None
    later = answered(done, 2)
    assert outcome(later) == later.followup(2)
    third = later.followup(2)._replace(round=3, answers={**AFTER_3_MONTHS, "d5": "ex.less"})
    assert outcome(life.with_followup(later, third)) == third
    assert outcome(life.with_followup(later, third._replace(done_on=None))) == later.followup(2)


def test_figures_count_what_was_not_declined_or_cancelled() -> None:
    done = life.completed(a_training(before=FORM, dialogue=DIALOGUE), TODAY)
    shared = life.with_sharing(answered(done, 2), Sharing("1" * 32, status=SharingStatus.DONE))
    closed = [a_training(status=each) for each in (TrainingStatus.DECLINED, TrainingStatus.CANCELLED)]
    found = figures([shared, done, a_training(before={"a1": "x"}), *closed])
    assert (found.trainings, found.with_form, found.agreed, found.completed) == (3, 2, 2, 2)
    assert (found.followed_up, found.shared) == (1, 1)
    assert found.used == {each: int(each is Applied.OFTEN) for each in Applied}
    assert found.expectation == {each: int(each is Expectation.MORE) for each in Expectation}


def test_nothing_counts_as_nothing() -> None:
    found = figures([])
    assert sum([found.trainings, found.followed_up, *found.used.values(), *found.expectation.values()]) == 0


@given(
    st.sampled_from([{}, {"a1": "x"}, FORM]),
    st.sampled_from([{}, {"b3": "yes"}, DIALOGUE]),
    st.lists(st.sampled_from([1, 2]), unique=True),
    st.booleans(),
)
def test_what_is_answered_is_done_whatever_came_first(
    before: dict[str, str], dialogue: dict[str, str], rounds: list[int], reopened: bool
) -> None:
    training = life.completed(a_training(), TODAY)
    for number in rounds:
        training = answered(training, number)
    training = life.with_dialogue(life.with_form(training, before), dialogue)
    if reopened:
        training = life.completed(life.reopened(training), TODAY)
    states = dict(loop(training))
    assert (states[Step.FORM] is State.DONE) == (before == FORM)
    assert (states[Step.AGREED] is State.DONE) == (dialogue == DIALOGUE)
    assert (states[Step.TWO_WEEKS] is State.DONE) == (1 in rounds)
    assert (states[Step.THREE_MONTHS] is State.DONE) == (2 in rounds)
    assert (training.status is TrainingStatus.FOLLOWED_UP) == (2 in rounds) or reopened
