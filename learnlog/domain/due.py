"""What is waiting for the owner, and since when: the one set of rules. Every list of it comes from here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from learnlog.domain.goal import Action, ActionStatus, Goal, is_under_way
from learnlog.domain.loop import has_form, is_agreed
from learnlog.domain.profile import Credential
from learnlog.domain.talk import Talk, TalkKind, last_held
from learnlog.domain.training import Channel, SharingStatus, Training, TrainingStatus
from learnlog.domain.training_life import due_after

if TYPE_CHECKING:  # most logs have no comments, and starting does not wait for what they are made of
    from learnlog.domain.comment import Comment

SOON = 14
"""How many days ahead is soon, unless somebody says otherwise."""
CREDENTIAL_DAYS = 60
"""How many days before it runs out a credential begins to wait: renewing a delegation takes time."""


class DueKind(StrEnum):
    """What is waiting."""

    FORM = "form"
    """The form before a training that starts soon."""
    AGREEMENT = "agreement"
    """The dialogue with the manager before a training that starts soon."""
    COMPLETION = "completion"
    """A training whose last day has passed: did it take place?"""
    FOLLOWUP = "followup"
    SHARING = "sharing"
    FIRST_STEP = "first-step"
    """The first step of an action."""
    ACTION = "action"
    """An action that should be done: what has happened?"""
    GOAL = "goal"
    """A goal that should be reached."""
    TALK = "talk"
    """A development talk."""
    COMMENT = "comment"
    """A comment that has not been answered or closed."""
    CREDENTIAL = "credential"


class Due(NamedTuple):
    """One thing that waits.

    Attributes:
        key: Names it for as long as it waits for the same day; letters, digits and hyphens.
        kind: What it is.
        due_on: The day it should be done.
        title: What it is about, in the owner's words; empty for a talk.
        training_id: The training it belongs to; empty for none.
        round: Of a follow-up; otherwise 0.
        sharing_id: Of a sharing; otherwise empty.
        channel: Of a sharing: how; otherwise None.
        goal_id: The goal it belongs to; empty for none.
        action_id: Of a first step or an action; otherwise empty.
        talk_id: Of a talk: that one, or the one in which it was agreed; otherwise empty.
        talk_kind: Of a talk that is being prepared: which one; otherwise None.
        comment_id: Of a comment; otherwise empty.
        comment_kind: Of a comment: what kind it is, as a key (``rv.question`` …); otherwise empty.
        snoozed_until: The day it was put off to; None when it was not.
    """

    key: str
    kind: DueKind
    due_on: dt.date
    title: str
    training_id: str = ""
    round: int = 0
    sharing_id: str = ""
    channel: Channel | None = None
    goal_id: str = ""
    action_id: str = ""
    talk_id: str = ""
    talk_kind: TalkKind | None = None
    comment_id: str = ""
    comment_kind: str = ""
    snoozed_until: dt.date | None = None

    def days_left(self, today: dt.date) -> int:
        """Days until it is due; negative when it is late."""
        return (self.due_on - today).days


class Matters(NamedTuple):
    """Everything something can be due of; nothing of it is in the bin.

    Attributes:
        trainings: The trainings.
        goals: The goals.
        actions: The actions.
        talks: The development talks.
        credentials: The owner's papers.
        comments: What others have said.
    """

    trainings: tuple[Training, ...] = ()
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    talks: tuple[Talk, ...] = ()
    credentials: tuple[Credential, ...] = ()
    comments: tuple[Comment, ...] = ()


def due(matters: Matters, snoozed: Mapping[str, dt.date], today: dt.date, days: int = SOON) -> tuple[Due, ...]:
    """Everything that waits, the longest waiting first.

    Args:
        matters: What can wait.
        snoozed: Key → the day it was put off to.
        today: The owner's own day.
        days: How many days ahead to look.

    Returns:
        What is late or due by then, without what was put off to a day after `today`.
    """
    found = [each for training in matters.trainings for each in _of_training(training, today)]
    found += [
        each for action in matters.actions if is_under_way(action, matters.goals) for each in _of_action(action, today)
    ]
    found += [each for goal in matters.goals for each in _of_goal(goal)]
    found += _of_talks(matters.talks)
    found += _of_credentials(matters.credentials)
    found += _of_comments(matters.comments)
    waiting = (each._replace(snoozed_until=snoozed.get(each.key)) for each in found)
    shown = [each for each in waiting if each.days_left(today) <= _ahead(each, days) and not _sleeps(each, today)]
    return tuple(sorted(shown, key=lambda each: (each.due_on, _ORDER[each.kind], each.title, each.key)))


_ORDER = {kind: place for place, kind in enumerate(DueKind)}


def _ahead(item: Due, days: int) -> int:
    return max(days, CREDENTIAL_DAYS) if item.kind is DueKind.CREDENTIAL else days


def _sleeps(item: Due, today: dt.date) -> bool:
    return item.snoozed_until is not None and item.snoozed_until > today


def _of_training(training: Training, today: dt.date) -> Iterator[Due]:
    """What waits for one training, however far ahead."""
    if training.status.is_planned and training.status is not TrainingStatus.LATER:
        yield from _before(training, today)
    if training.status.is_over:
        for each in training.followups:
            if training.waits_for(each):
                waits = _due(DueKind.FOLLOWUP, training, each.due_on, f"{training.id}-{each.round}")
                yield waits._replace(round=each.round)
    if training.status.is_planned or training.status.is_over:
        for sharing in training.sharings:
            share_on = sharing.shared_on or _undated(training)
            if sharing.status is SharingStatus.PLANNED and share_on:
                waits = _due(DueKind.SHARING, training, share_on, sharing.id)
                yield waits._replace(sharing_id=sharing.id, channel=sharing.channel)


def _undated(training: Training) -> dt.date | None:
    """When something without a day should be shared: it must not be forgotten when the training is over."""
    return due_after(training.last_on, 1) if training.status.is_over and training.last_on else None


def _before(training: Training, today: dt.date) -> Iterator[Due]:
    """What waits for a training that has not taken place: its form, then its dialogue, then whether it did."""
    last_on = training.last_on
    if not training.start_on or not last_on:
        return
    if last_on < today:
        yield _due(DueKind.COMPLETION, training, last_on, training.id)
    elif training.start_on >= today and not training.may_lack_form:
        if not has_form(training):
            yield _due(DueKind.FORM, training, training.start_on, training.id)
        elif not is_agreed(training):
            yield _due(DueKind.AGREEMENT, training, training.start_on, training.id)


def _due(kind: DueKind, training: Training, due_on: dt.date, key: str) -> Due:
    """With its day in the key: what was put off and then given another day is asked on that day."""
    return Due(f"{kind}-{key}-{due_on.isoformat()}", kind, due_on, training.title, training.id)


def _of_action(action: Action, today: dt.date) -> Iterator[Due]:
    """The first step of an action nobody has begun, and the action; only that when its own day has come."""
    step_on, due_on = action.first_step_on, action.due_on
    begun = action.first_step_done_on or action.status is not ActionStatus.NOT_STARTED
    if step_on and not begun and (due_on is None or (step_on < due_on and today < due_on)):
        key = f"{DueKind.FIRST_STEP}-{action.id}-{step_on.isoformat()}"
        title = action.first_step or action.what
        yield Due(key, DueKind.FIRST_STEP, step_on, title, goal_id=action.goal_id, action_id=action.id)
    if due_on:
        key = f"{DueKind.ACTION}-{action.id}-{due_on.isoformat()}"
        yield Due(key, DueKind.ACTION, due_on, action.what, goal_id=action.goal_id, action_id=action.id)


def _of_goal(goal: Goal) -> Iterator[Due]:
    if goal.status.is_open and goal.deadline_on:
        key = f"{DueKind.GOAL}-{goal.id}-{goal.deadline_on.isoformat()}"
        yield Due(key, DueKind.GOAL, goal.deadline_on, goal.title, goal_id=goal.id)


def _of_talks(talks: Iterable[Talk]) -> Iterator[Due]:
    """Talks that are being prepared, on their day or the one agreed last time; if none is, the one agreed."""
    known = tuple(talks)
    last = last_held(known)
    agreed = last.next_on if last else None
    coming = [(each.talk_on or agreed, each) for each in known if not each.is_held]
    if last and not coming:
        coming = [(agreed, last)]
    for day, talk in coming:
        if day:
            key = f"{DueKind.TALK}-{talk.id}-{day.isoformat()}"
            yield Due(key, DueKind.TALK, day, "", talk_id=talk.id, talk_kind=None if talk.is_held else talk.kind)


def _of_credentials(credentials: Iterable[Credential]) -> Iterator[Due]:
    """Credentials that run out, each in its latest version: one that has been renewed does not wait.

    Their words are only in the key as a check sum, since keys are names in the log.
    """
    latest: dict[tuple[str, str], Credential] = {}
    for each in credentials:
        paper = (each.kind, " ".join(each.title.split()).casefold())
        if paper not in latest or _runs_out(each) > _runs_out(latest[paper]):
            latest[paper] = each
    for each in latest.values():
        if each.valid_until:
            words = f"{each.kind}|{each.title}"
            key = f"{DueKind.CREDENTIAL}-{crc32(words.encode(errors='replace')):08x}-{each.valid_until.isoformat()}"
            yield Due(key, DueKind.CREDENTIAL, each.valid_until, each.title)


def _of_comments(comments: Iterable[Comment]) -> Iterator[Due]:
    """Comments that are open wait from the day they came."""
    for each in comments:
        if each.is_open and each.created_at:
            day = each.created_at.date()
            key = f"{DueKind.COMMENT}-{each.id}-{day.isoformat()}"
            yield Due(key, DueKind.COMMENT, day, each.title, comment_id=each.id, comment_kind=each.kind.value)


def _runs_out(credential: Credential) -> dt.date:
    return credential.valid_until or dt.date.max
