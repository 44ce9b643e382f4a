"""What the loop of one training needs next; unlike what is due, also when there is plenty of time."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from learnlog.domain.due import DueKind
from learnlog.domain.loop import has_form, is_agreed, is_shared
from learnlog.domain.training import SharingStatus, Training


class NextStep(NamedTuple):
    """The next thing to do with a training.

    Attributes:
        kind: What it is.
        due_on: The day it should be done; None when there is none.
        round: Of a follow-up; otherwise 0.
        sharing_id: Of something planned to be shared; otherwise empty.
    """

    kind: DueKind
    due_on: dt.date | None = None
    round: int = 0
    sharing_id: str = ""


def next_step(training: Training, today: dt.date) -> NextStep | None:
    """The step a training waits for; None when its loop is closed, or it was declined or cancelled.

    Args:
        training: The training.
        today: The owner's own day.
    """
    if training.status.is_planned:
        return _before(training, today)
    return _after(training) if training.status.is_over else None


def _before(training: Training, today: dt.date) -> NextStep:
    """Form, agreement, training; one that has passed is asked about first, and one without a form is not nagged."""
    if training.last_on and training.last_on < today:
        return NextStep(DueKind.COMPLETION, training.last_on)
    if not has_form(training) and (training.before or not training.may_lack_form):
        return NextStep(DueKind.FORM, training.start_on)
    if not is_agreed(training) and (training.dialogue or not training.may_lack_form):
        return NextStep(DueKind.AGREEMENT, training.start_on)
    return NextStep(DueKind.COMPLETION, training.last_on)


def _after(training: Training) -> NextStep | None:
    """What was planned first; then, if nobody has heard of it yet, sharing."""
    steps = [
        NextStep(DueKind.FOLLOWUP, each.due_on, each.round) for each in training.followups if training.waits_for(each)
    ]
    steps += [
        NextStep(DueKind.SHARING, each.shared_on, sharing_id=each.id)
        for each in training.sharings
        if each.status is SharingStatus.PLANNED
    ]
    if steps:
        return min(steps, key=lambda each: each.due_on or dt.date.max)
    return None if is_shared(training) else NextStep(DueKind.SHARING)
