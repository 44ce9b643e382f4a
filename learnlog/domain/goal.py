"""Goals, and the actions that lead there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple

from learnlog.domain.competence import NO_LEVEL, NeedType, is_level
from learnlog.domain.revising import Problems, title_problems, valid
from learnlog.domain.values import Arena, Clash
from learnlog.text import N_

SHORT_DAYS = 184
"""Most days of six months."""


class Horizon(StrEnum):
    """How far ahead a goal lies."""

    SHORT = "short"
    """Within six months."""
    LONG = "long"
    """Six to twenty-four months."""


class GoalStatus(StrEnum):
    """How far a goal has come."""

    SUGGESTED = "gs.suggested"
    AGREED = "gs.agreed"
    IN_PROGRESS = "gs.progress"
    ACHIEVED = "gs.achieved"
    CHANGED = "gs.changed"
    DROPPED = "gs.dropped"

    @property
    def is_open(self) -> bool:
        """Whether it is still worked towards."""
        return self in (GoalStatus.SUGGESTED, GoalStatus.AGREED, GoalStatus.IN_PROGRESS)


class ActionStatus(StrEnum):
    """How far an action has come."""

    NOT_STARTED = "as.notstarted"
    STARTED = "as.started"
    STUCK = "as.blocked"
    DONE = "as.done"
    CANCELLED = "as.cancelled"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self in (ActionStatus.NOT_STARTED, ActionStatus.STARTED, ActionStatus.STUCK)


class ActionRole(StrEnum):
    """Who does it, or answers for it: roles, never names."""

    ME = "me"
    COLLEAGUE = "colleague"
    EXPERIENCED_COLLEAGUE = "experienced_colleague"
    SUPERVISOR = "supervisor"
    NURSE = "nurse"
    MANAGER = "manager"
    TEAM = "team"
    OTHER = "other"


class Review(NamedTuple):
    """What became of an action so far (question k5, the seed's three questions).

    Attributes:
        on: The day; there is one follow-up a day.
        happened: What has happened.
        not_happened: What has not.
        onward: How we go on.
    """

    on: dt.date
    happened: str = ""
    not_happened: str = ""
    onward: str = ""


class Goal(NamedTuple):
    """A goal of the plan (DOMAIN: Goal).

    Attributes:
        id: 128 random bits as 32 hexadecimal digits.
        title: What I want to be able to do (p1); one line.
        need: Whether it is to be mobilised, developed or acquired (p2).
        area_id: The competence area it belongs to; empty for none.
        why: Why it is important for the work (p3).
        measure: How we see that I got there (p4).
        deadline_on: By when; None when not decided.
        horizon: How far ahead it lies; None when not told.
        status: How far it has come.
        from_level: Where I was when it was set, 0 to 4.
        to_level: Where I want to be, 0 to 4.
        talk_id: The talk it was last agreed in; empty for none.
        closed_on: The day it was achieved, changed or dropped; None while it is open.
        created_at: When it was first written; aware, UTC.
        updated_at: When it was last saved; aware, UTC.
        deleted_at: When it was put in the bin; None while it is in the plan.
        clashes: What another window wrote in the same fields; empty nearly always.
        revision: Running number of the log line it was read from; 0 before the first save. Not stored.
    """

    id: str
    title: str = ""
    need: NeedType = NeedType.DEVELOP
    area_id: str = ""
    why: str = ""
    measure: str = ""
    deadline_on: dt.date | None = None
    horizon: Horizon | None = None
    status: GoalStatus = GoalStatus.SUGGESTED
    from_level: int | None = None
    to_level: int | None = None
    talk_id: str = ""
    closed_on: dt.date | None = None
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    deleted_at: dt.datetime | None = None
    clashes: tuple[Clash, ...] = ()
    revision: int = 0

    def revised(self, **changes: Any) -> Goal:  # noqa: ANN401 - any field's value
        """This goal with some fields changed: texts cleaned for keeping, then checked.

        Raises:
            InvalidInputError: With every problem of the result, by field.
        """
        return valid(self._replace(**changes), "title")

    def problems(self) -> Problems:
        """Every reason this goal cannot be saved as it is."""
        levels = (("from_level", self.from_level), ("to_level", self.to_level))
        return (
            *title_problems("title", self.title, N_("Write what you want to be able to do.")),
            *((field, NO_LEVEL) for field, level in levels if not is_level(level)),
        )

    def dated(self, today: dt.date) -> Goal:
        """This goal with the day it was closed, if it is; an open one has none."""
        return self._replace(closed_on=None if self.status.is_open else self.closed_on or today)

    def lies(self, today: dt.date) -> Horizon | None:
        """How far ahead it lies: as the owner says, else as its deadline does; None when neither is told."""
        if self.horizon or not self.deadline_on:
            return self.horizon
        return Horizon.SHORT if (self.deadline_on - today).days <= SHORT_DAYS else Horizon.LONG


class Action(NamedTuple):
    """Something to be done (DOMAIN: Action): WHAT, HOW, WHO, first step.

    Attributes:
        id: 128 random bits as 32 hexadecimal digits.
        what: What will be done (k1); one line.
        how: How (k2).
        who: Who takes part (k3), as roles.
        responsible: Who answers for it (k3).
        first_step: The first step (k4).
        first_step_on: When that is taken (k4); None when not decided.
        first_step_done_on: When it was taken; None while it is not.
        due_on: When all of it is to be done; None when not decided.
        status: How far it has come.
        arena: Where the learning happens; None when not told.
        obstacle: What was in the way, from a future workshop; may be empty.
        vision: What it leads to, from a future workshop; may be empty.
        goal_id: The goal it leads to; empty for none.
        workshop_id: The future workshop it comes from; empty for none.
        talk_id: The talk it was last agreed in; empty for none.
        reviews: What became of it, the oldest first (k5).
        closed_on: The day it was done or called off; None while it is open.
        created_at: When it was first written; aware, UTC.
        updated_at: When it was last saved; aware, UTC.
        deleted_at: When it was put in the bin; None while it is in the plan.
        clashes: What another window wrote in the same fields; empty nearly always.
        revision: Running number of the log line it was read from; 0 before the first save. Not stored.
    """

    id: str
    what: str = ""
    how: str = ""
    who: tuple[ActionRole, ...] = (ActionRole.ME,)
    responsible: ActionRole = ActionRole.ME
    first_step: str = ""
    first_step_on: dt.date | None = None
    first_step_done_on: dt.date | None = None
    due_on: dt.date | None = None
    status: ActionStatus = ActionStatus.NOT_STARTED
    arena: Arena | None = None
    obstacle: str = ""
    vision: str = ""
    goal_id: str = ""
    workshop_id: str = ""
    talk_id: str = ""
    reviews: tuple[Review, ...] = ()
    closed_on: dt.date | None = None
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    deleted_at: dt.datetime | None = None
    clashes: tuple[Clash, ...] = ()
    revision: int = 0

    def revised(self, **changes: Any) -> Action:  # noqa: ANN401 - any field's value
        """This action with some fields changed: texts cleaned for keeping, then checked.

        Raises:
            InvalidInputError: With every problem of the result, by field.
        """
        return valid(self._replace(**changes), "what")

    def problems(self) -> Problems:
        """Every reason this action cannot be saved as it is."""
        return (*title_problems("what", self.what, N_("Write what will be done.")),)

    def dated(self, today: dt.date) -> Action:
        """This action with the day it was closed, if it is; an open one has none."""
        return self._replace(closed_on=None if self.status.is_open else self.closed_on or today)

    def stepped(self, on: dt.date) -> Action:
        """This action with its first step taken; one that was not started has been by that."""
        return self._replace(first_step_done_on=on, status=_begun(self.status))

    def reviewed(self, review: Review) -> Action:
        """This action with what became of it since; one that was not started has been, if something has happened.

        Whoever follows it up twice on a day writes that day's follow-up again.
        """
        others = (each for each in self.reviews if each.on != review.on)
        reviews = tuple(sorted((*others, review), key=lambda each: each.on))
        status = _begun(self.status) if review.happened.strip() else self.status
        return self._replace(reviews=reviews, status=status)


def _begun(status: ActionStatus) -> ActionStatus:
    return ActionStatus.STARTED if status is ActionStatus.NOT_STARTED else status


def actions_of(goal: Goal, actions: Iterable[Action]) -> tuple[Action, ...]:
    """The actions that lead to a goal, without those that were called off."""
    return tuple(each for each in actions if each.goal_id == goal.id and each.status is not ActionStatus.CANCELLED)


def lacks_daily_work(goal: Goal, actions: Iterable[Action]) -> bool:
    """Whether a goal has no action in daily work (rule 9): a gentle hint, never a refusal."""
    return goal.status.is_open and not any(each.arena is Arena.IN for each in actions_of(goal, actions))


def progress(goal: Goal, actions: Iterable[Action]) -> tuple[int, int]:
    """How many of a goal's actions are done, and of how many that were not called off."""
    mine = actions_of(goal, actions)
    return sum(1 for each in mine if each.status is ActionStatus.DONE), len(mine)


def is_under_way(action: Action, goals: Iterable[Goal]) -> bool:
    """Whether an action is still to be done: open, and so is the goal it leads to, if it leads to one.

    Args:
        action: The action.
        goals: Those that are not in the bin.
    """
    if not action.status.is_open or not action.goal_id:
        return action.status.is_open
    return any(each.id == action.goal_id and each.status.is_open for each in goals)
