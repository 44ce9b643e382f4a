"""The loop of a training at a glance, and what the loops of all trainings have come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from learnlog.domain.training import Expectation, FollowUp, SharingStatus, Training, TrainingStatus
from learnlog.domain.training_questions import BEFORE, DIALOGUE
from learnlog.domain.values import Applied


class Step(StrEnum):
    """A step of the loop, in its order."""

    IDEA = "idea"
    FORM = "form"
    AGREED = "agreed"
    COMPLETED = "completed"
    TWO_WEEKS = "two_weeks"
    THREE_MONTHS = "three_months"
    SHARED = "shared"


class State(StrEnum):
    """How far a step has come."""

    DONE = "done"
    BEGUN = "begun"
    """Some of it is there: a form or a follow-up half filled in, something planned to be shared."""
    WAITING = "waiting"
    SKIPPED = "skipped"
    """It will not come: skipped with a reason, called off, or the training was declined or cancelled."""
    NONE = "none"
    """Gone without: a training without a form, a first follow-up when the second has been answered."""


def loop(training: Training) -> tuple[tuple[Step, State], ...]:
    """The steps of a training, and how far each has come."""
    over, closed = training.status.is_over, not (training.status.is_over or training.status.is_planned)
    left_out = State.SKIPPED if closed else State.NONE if over or training.may_lack_form else State.WAITING
    after = State.SKIPPED if closed else State.WAITING
    return (
        (Step.IDEA, State.DONE),
        (Step.FORM, _state_of(training.before, has_form(training), left_out)),
        (Step.AGREED, _state_of(training.dialogue, is_agreed(training), left_out)),
        (Step.COMPLETED, State.DONE if over else after),
        (Step.TWO_WEEKS, _followup_state(training, 1, after)),
        (Step.THREE_MONTHS, _followup_state(training, 2, after)),
        (Step.SHARED, _sharing_state(training, after)),
    )


def has_form(training: Training) -> bool:
    """Whether every required question before it is answered."""
    return not BEFORE.missing(training.before)


def is_agreed(training: Training) -> bool:
    """Whether every required question of the dialogue is answered."""
    return not DIALOGUE.missing(training.dialogue)


def is_shared(training: Training) -> bool:
    """Whether something of it has reached colleagues."""
    return any(each.status is SharingStatus.DONE for each in training.sharings)


def outcome(training: Training) -> FollowUp | None:
    """The latest answered follow-up that says what became of it (round 2 or 3); None when there is none yet."""
    return next((each for each in reversed(training.followups) if each.round > 1 and each.done_on), None)


class LoopFigures(NamedTuple):
    """What the owner's trainings have come to; information, never a score.

    Attributes:
        trainings: How many there are, without those declined or cancelled.
        with_form: How many of them have a form before.
        agreed: How many were agreed with the manager.
        completed: How many have taken place.
        followed_up: How many of those are followed up after three months.
        used: Of those followed up: how much it is used → how many.
        expectation: Of those followed up: compared with what was expected → how many.
        shared: How many have been shared with colleagues.
    """

    trainings: int
    with_form: int
    agreed: int
    completed: int
    followed_up: int
    used: dict[Applied, int]
    expectation: dict[Expectation, int]
    shared: int


def figures(trainings: Iterable[Training]) -> LoopFigures:
    """Count the loops. What is in the bin is not to be handed in."""
    closed = (TrainingStatus.DECLINED, TrainingStatus.CANCELLED)
    counted = [each for each in trainings if each.status not in closed]
    over = [each for each in counted if each.status.is_over]
    outcomes = [found for each in over if (found := outcome(each))]
    used = Counter(each.used for each in outcomes)
    expectation = Counter(each.expectation for each in outcomes)
    return LoopFigures(
        trainings=len(counted),
        with_form=sum(map(has_form, counted)),
        agreed=sum(map(is_agreed, counted)),
        completed=len(over),
        followed_up=len(outcomes),
        used={each: used[each] for each in Applied},
        expectation={each: expectation[each] for each in Expectation},
        shared=sum(map(is_shared, counted)),
    )


def _state_of(answers: dict[str, str], done: bool, left_out: State) -> State:  # noqa: FBT001 - two facts and a word
    if done:
        return State.DONE
    return State.BEGUN if any(text.strip() for text in answers.values()) else left_out


def _followup_state(training: Training, number: int, otherwise: State) -> State:
    followup = next((each for each in training.followups if each.round == number), None)
    if followup is None or not training.status.is_over:
        return otherwise
    if training.waits_for(followup):
        return _state_of(followup.answers, False, otherwise)  # noqa: FBT003 - not done
    if followup.done_on:
        return State.DONE
    return State.SKIPPED if followup.skipped_because else State.NONE


def _sharing_state(training: Training, otherwise: State) -> State:
    if is_shared(training):
        return State.DONE
    if otherwise is not State.WAITING or not training.sharings:
        return otherwise
    planned = any(each.status is SharingStatus.PLANNED for each in training.sharings)
    return State.BEGUN if planned else State.SKIPPED
