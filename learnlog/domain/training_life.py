"""What happens to a training: agreed, completed, followed up, shared. Each step makes a new training of an old one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from learnlog.domain.training import (
    Channel,
    Decision,
    Expectation,
    FollowUp,
    Sharing,
    SharingStatus,
    Training,
    TrainingStatus,
    days_in,
)
from learnlog.errors import RuleError
from learnlog.text import N_

ROUND_DAYS = {1: 14, 2: 90, 3: 180}
"""Follow-up round → how many days after the training it is due. The third is made only when somebody asks for it."""
LAST_ROUND = max(ROUND_DAYS)


class Offer(StrEnum):
    """What may come next when a follow-up has been answered. It is offered, and never done by itself."""

    MARK_SHARED = "mark_shared"
    """It has been shared (c3), but nothing here says so."""
    PLAN_SHARING = "plan_sharing"
    """It is to be shared (c3), or with more people (d7)."""
    NEW_TRAINING = "new_training"
    """More training is wanted (d7)."""
    ASK_AGAIN = "ask_again"
    """It turned out otherwise than expected, or something is to be changed: a third follow-up may tell more."""


def with_form(training: Training, answers: Mapping[str, str]) -> Training:
    """A training with answers of the form before it, however late they are written down; an idea is proposed by it."""
    filled = training._replace(before={**training.before, **answers})
    if filled.status is TrainingStatus.IDEA and any(text.strip() for text in filled.before.values()):
        filled = filled._replace(status=TrainingStatus.PROPOSED)
    return _promises(filled) if filled.status.is_over else filled


def with_dialogue(training: Training, answers: Mapping[str, str]) -> Training:
    """A training whose dialogue was written down: what was decided is its status, unless it has gone on since."""
    told = training._replace(dialogue={**training.dialogue, **answers})
    if told.decision and told.decision is not training.decision:
        told = _decided(told, told.decision)
    if not told.status.is_over:
        return told
    return _promises(_rescheduled(told, training))


_DECIDED = {
    Decision.YES: TrainingStatus.APPROVED,
    Decision.CONDITIONS: TrainingStatus.CONDITIONS,
    Decision.LATER: TrainingStatus.LATER,
    Decision.NO: TrainingStatus.DECLINED,
}
_TAKEN_BACK = frozenset({Decision.LATER, Decision.NO})


def _decided(training: Training, decision: Decision) -> Training:
    """The decision as a status. What is booked stays booked when it is approved, and not when it is not any more."""
    status = training.status
    if status is TrainingStatus.ONGOING or not (status.is_planned or status is TrainingStatus.DECLINED):
        return training
    if status is TrainingStatus.BOOKED and decision not in _TAKEN_BACK:
        return training
    why = training.dialogue.get("b3_note", "") if decision is Decision.NO else ""
    return training._replace(status=_DECIDED[decision], closed_because=why)


def completed(training: Training, last_on: dt.date, noted_on: dt.date | None = None) -> Training:
    """A training that has taken place, with its follow-ups and what was promised to be shared (rule 1).

    What has been answered or planned already is left as it is: a training may have been completed before, and reopened.
    Whoever types in a training months late has missed nothing: see `_first_asked`.

    Args:
        training: One that is planned.
        last_on: Its last day.
        noted_on: The day it is noted that it has taken place; its last day by default.

    Raises:
        RuleError: If it has been completed already, or was declined or cancelled.
    """
    if not training.status.is_planned:
        raise RuleError(N_("This training is not planned any more."))
    kept = [each for each in training.followups if each.answers or not each.is_open]
    known = {each.round for each in kept}
    asked = _first_asked(training, last_on, noted_on or last_on)
    new = [FollowUp(number, day) for number, day in asked.items() if number not in known]
    start_on = training.start_on if training.start_on and training.start_on <= last_on else last_on
    done = training._replace(
        status=TrainingStatus.COMPLETED,
        start_on=start_on,
        end_on=last_on if last_on != start_on else None,
    )
    return _promises(_with_followups(done, [*kept, *new]))


def reopened(training: Training) -> Training:
    """A training that is planned again: it was declined or cancelled, or has not taken place after all.

    Raises:
        RuleError: If it is planned as it is.
    """
    if training.status.is_planned:
        raise RuleError(N_("This training is planned already."))
    if training.status.is_over:
        return training._replace(status=TrainingStatus.BOOKED)
    decision = training.decision
    if decision and decision is not Decision.NO:
        status = _DECIDED[decision]
    else:
        status = TrainingStatus.PROPOSED if training.before else TrainingStatus.IDEA
    return training._replace(status=status, closed_because="")


def asked_on(training: Training, last_on: dt.date, number: int) -> dt.date:
    """When a follow-up is asked: the day that was agreed in the dialogue (b8), else so many days after the training."""
    agreed = days_in(training.dialogue.get("b8", ""))[number - 1 : number]
    if agreed and agreed[0] and agreed[0] > last_on:
        return agreed[0]
    return due_after(last_on, number)


def _first_asked(training: Training, last_on: dt.date, noted_on: dt.date) -> dict[int, dt.date]:
    """When the first two follow-ups are asked, of a training that is noted as completed on a day.

    Rule 1 asks two weeks and three months after a training, so that what was learned is tried out and is not forgotten.
    A day that has passed when the training is typed in cannot do that, and a list that begins with two things that are
    late only tells the owner off. So such a follow-up is asked as long after the day it is noted as it would have been
    after the training; and so is one that would then not come after the one that precedes it.
    """
    found: dict[int, dt.date] = {}
    before = noted_on - dt.timedelta(days=1)  # asked on the day it is noted is in time
    for number in (1, 2):
        due_on = asked_on(training, last_on, number)
        found[number] = before = due_on if due_on > before else due_after(noted_on, number)
    return found


def due_after(last_on: dt.date, number: int) -> dt.date:
    """So many days after the training as the round says; on the Monday after if that is at a weekend."""
    due_on = last_on + dt.timedelta(days=ROUND_DAYS[number])
    return due_on + dt.timedelta(days=max(0, 7 - due_on.weekday())) if due_on.weekday() > 4 else due_on  # noqa: PLR2004 - Saturday, Sunday


def with_followup(training: Training, followup: FollowUp) -> Training:
    """A training with one follow-up added or changed. One after the first that is answered makes it followed up."""
    return _with_followups(training, [*(each for each in training.followups if each.round != followup.round), followup])


def with_sharing(training: Training, sharing: Sharing) -> Training:
    """A training with one sharing added or changed."""
    if any(each.id == sharing.id for each in training.sharings):
        sharings = tuple(sharing if each.id == sharing.id else each for each in training.sharings)
    else:
        sharings = (*training.sharings, sharing)
    return training._replace(sharings=sharings)


def planned_like(training: Training, sharing: Sharing) -> Sharing | None:
    """The sharing in the same way that is still planned, when one is done: it may be that one; None for none."""
    if sharing.status is not SharingStatus.DONE:
        return None
    planned = (each for each in training.sharings if each.status is SharingStatus.PLANNED and each.id != sharing.id)
    return next((each for each in planned if each.channel is sharing.channel), None)


def as_planned(training: Training, planned: Sharing, done: Sharing) -> Training:
    """A training in which what was done is what had been planned: one sharing, with what was told last."""
    others = training._replace(sharings=tuple(each for each in training.sharings if each.id != done.id))
    told = done._replace(id=planned.id, audience=done.audience or planned.audience, what=done.what or planned.what)
    return with_sharing(others, told)


def offers(training: Training, number: int) -> tuple[Offer, ...]:
    """What may come next when a follow-up round has been answered.

    Raises:
        NotFoundError: If the training has no such round.
    """
    followup = training.followup(number)
    shared, onward = followup.answers.get("c3"), followup.answers.get("d7", "").split(",")
    states = {each.status for each in training.sharings}
    found = []
    if shared == "yes" and SharingStatus.DONE not in states:
        found.append(Offer.MARK_SHARED)
    if (shared == "planned" or "tell" in onward) and SharingStatus.PLANNED not in states:
        found.append(Offer.PLAN_SHARING)
    if "train" in onward:
        found.append(Offer.NEW_TRAINING)
    otherwise = followup.expectation in (Expectation.LESS, Expectation.OTHER) or {"train", "routine"} & set(onward)
    if otherwise and "stop" not in onward and all(each.round != LAST_ROUND for each in training.followups):
        found.append(Offer.ASK_AGAIN)
    return tuple(found)


def _with_followups(training: Training, followups: list[FollowUp]) -> Training:
    """A training with these follow-ups; followed up when one after the first has been answered."""
    status = training.status
    if status.is_over:
        answered = any(each.round > 1 and each.done_on for each in followups)
        status = TrainingStatus.FOLLOWED_UP if answered else TrainingStatus.COMPLETED
    return training._replace(status=status, followups=tuple(sorted(followups, key=lambda each: each.round)))


def _rescheduled(training: Training, before: Training) -> Training:
    """What still waits goes by the days of the dialogue, also when that is written down after the training."""
    last_on = training.last_on
    if last_on is None:
        return training
    if training.dialogue.get("b8") != before.dialogue.get("b8"):
        moved = (
            each._replace(due_on=asked_on(training, last_on, each.round))
            if each.is_open and each.round in (1, 2)
            else each
            for each in training.followups
        )
        training = training._replace(followups=tuple(moved))
    if training.dialogue.get("b6") != before.dialogue.get("b6"):
        share_on, ours = _promised_on(training, last_on), {_sharing_id(training, channel) for channel in Channel}
        sharings = (
            each._replace(shared_on=share_on) if each.id in ours and each.status is SharingStatus.PLANNED else each
            for each in training.sharings
        )
        training = training._replace(sharings=tuple(sharings))
    return training


def _promises(training: Training) -> Training:
    """A completed training with what was promised to be shared (a5, b6), unless something of the kind stands there."""
    last_on = training.last_on
    if last_on is None:
        return training
    known = {each.channel for each in training.sharings}
    agreed = any(days_in(training.dialogue.get("b6", "")))
    channels = training.channels or ((Channel.MEETING,) if agreed and not known else ())
    share_on, where = _promised_on(training, last_on), training.dialogue.get("b6_note", "")
    planned = tuple(
        Sharing(_sharing_id(training, channel), channel, share_on, where)
        for channel in channels
        if channel not in known
    )
    return training._replace(sharings=(*training.sharings, *planned))


def _promised_on(training: Training, last_on: dt.date) -> dt.date:
    """The day it is to be shared: the one in the dialogue (b6), else that of the first follow-up."""
    agreed = next(iter(days_in(training.dialogue.get("b6", ""))), None)
    if agreed and agreed >= last_on:
        return agreed
    return next((each.due_on for each in training.followups if each.round == 1), asked_on(training, last_on, 1))


def _sharing_id(training: Training, channel: Channel) -> str:
    """Always the same one: two windows that complete a training plan one sharing, not two."""
    from hashlib import sha256  # noqa: PLC0415 - not needed to list trainings

    return sha256(f"{training.id} {channel}".encode(errors="replace")).hexdigest()[:32]
