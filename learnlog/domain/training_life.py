"""What happens to a training: agreed, completed, followed up, shared. Each step makes a new training of an old one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from learnlog.domain.training import Decision, FollowUp, Sharing, Training, TrainingStatus, days_in
from learnlog.errors import RuleError
from learnlog.text import N_

ROUND_DAYS = {1: 14, 2: 90, 3: 180}
"""Follow-up round → how many days after the training it is due. The third is made only when somebody asks for it."""


def with_dialogue(training: Training, answers: Mapping[str, str]) -> Training:
    """A training whose dialogue was written down: what was decided is its status, unless it has gone on since."""
    decided = training._replace(dialogue={**training.dialogue, **answers})
    early = decided.status.is_planned and decided.status not in (TrainingStatus.BOOKED, TrainingStatus.ONGOING)
    if decided.decision is None or not (early or decided.status is TrainingStatus.DECLINED):
        return decided
    if decided.decision is training.decision:
        return decided
    return decided._replace(status=_DECIDED[decided.decision])


_DECIDED = {
    Decision.YES: TrainingStatus.APPROVED,
    Decision.CONDITIONS: TrainingStatus.CONDITIONS,
    Decision.LATER: TrainingStatus.LATER,
    Decision.NO: TrainingStatus.DECLINED,
}


def completed(training: Training, last_on: dt.date, sharing_ids: tuple[str, ...]) -> Training:
    """A training that has taken place, with its follow-ups and what was promised to be shared (rule 1).

    Args:
        training: One that is planned.
        last_on: Its last day.
        sharing_ids: Ids for what will be shared: one for each of `Training.channels`.

    Raises:
        RuleError: If it has been completed already, or was declined or cancelled.
    """
    if not training.status.is_planned:
        raise RuleError(N_("This training is not planned any more."))
    agreed = days_in(training.dialogue.get("b8", ""))
    rounds = []
    for number in (1, 2):
        at = agreed[number - 1] if len(agreed) >= number else None
        rounds.append(FollowUp(number, at if at and at > last_on else due_after(last_on, number)))
    share_on = next(iter(days_in(training.dialogue.get("b6", ""))), None) or rounds[0].due_on
    where = training.dialogue.get("b6_note", "")
    planned = tuple(
        Sharing(uid, channel, share_on, where) for uid, channel in zip(sharing_ids, training.channels, strict=False)
    )
    start_on = training.start_on if training.start_on and training.start_on <= last_on else last_on
    return training._replace(
        status=TrainingStatus.COMPLETED,
        start_on=start_on,
        end_on=last_on if last_on != start_on else None,
        followups=tuple(rounds),
        sharings=training.sharings or planned,
    )


def due_after(last_on: dt.date, number: int) -> dt.date:
    """When a follow-up is asked: so many days after the training, on the Monday after if that is at a weekend."""
    from dateutil.relativedelta import MO, relativedelta  # noqa: PLC0415 - not needed to list trainings

    due_on = last_on + relativedelta(days=ROUND_DAYS[number])
    return due_on + relativedelta(weekday=MO(1)) if due_on.isoweekday() > 5 else due_on  # noqa: PLR2004 - Saturday, Sunday


def with_followup(training: Training, followup: FollowUp) -> Training:
    """A training with one follow-up added or changed. When the second is answered, the training is followed up."""
    others = [each for each in training.followups if each.round != followup.round]
    followups = tuple(sorted([*others, followup], key=lambda each: each.round))
    answered = any(each.round > 1 and each.done_on for each in followups)
    status = training.status
    if status.is_over:
        status = TrainingStatus.FOLLOWED_UP if answered else TrainingStatus.COMPLETED
    return training._replace(followups=followups, status=status)


def with_sharing(training: Training, sharing: Sharing) -> Training:
    """A training with one sharing added or changed."""
    if any(each.id == sharing.id for each in training.sharings):
        sharings = tuple(sharing if each.id == sharing.id else each for each in training.sharings)
    else:
        sharings = (*training.sharings, sharing)
    return training._replace(sharings=sharings)
