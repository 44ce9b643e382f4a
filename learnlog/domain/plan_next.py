"""What the plan needs next, of an area, a goal or an action: what Enter does there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from learnlog.domain.competence import Area
from learnlog.domain.goal import Action, ActionStatus, Goal, actions_of


class PlanStep(StrEnum):
    """What can be next."""

    RATE = "rate"
    """Say where one is now, in an area where something is required."""
    SET_GOAL = "goal"
    """Set a goal for what is missing in an area."""
    PLAN_ACTION = "action"
    """Plan what leads to a goal."""
    TAKE_STEP = "step"
    """Take the first step of an action."""
    FOLLOW_UP = "review"
    """Tell what has become of an action."""
    DECIDE = "status"
    """Say whether a goal is achieved: everything is done, or its time is over."""


class Following(NamedTuple):
    """What is next.

    Attributes:
        step: What to do.
        due_on: By when; None when not decided.
        action: The action it is about, of a goal; None for the thing itself.
    """

    step: PlanStep
    due_on: dt.date | None = None
    action: Action | None = None


def after_area(area: Area, goals: Iterable[Goal]) -> Following | None:
    """What an area needs next; None when nothing is missing, or there is a goal for it already."""
    if not area.is_active:
        return None
    if area.is_asked:
        return Following(PlanStep.RATE)
    aimed_at = any(each.area_id == area.id and each.status.is_open for each in goals)
    return Following(PlanStep.SET_GOAL) if area.gap and not aimed_at else None


def after_action(action: Action) -> Following | None:
    """What an action needs next; None when it is over."""
    if not action.status.is_open:
        return None
    if action.first_step and action.first_step_done_on is None and action.status is ActionStatus.NOT_STARTED:
        return Following(PlanStep.TAKE_STEP, action.first_step_on or action.due_on)
    return Following(PlanStep.FOLLOW_UP, action.due_on)


def after_goal(goal: Goal, actions: Iterable[Action], today: dt.date) -> Following | None:
    """What a goal needs next: what its most urgent action needs, or an action, or a decision; None when it is over."""
    if not goal.status.is_open:
        return None
    if goal.deadline_on and goal.deadline_on < today:
        return Following(PlanStep.DECIDE, goal.deadline_on)
    mine = actions_of(goal, actions)
    if not mine:
        return Following(PlanStep.PLAN_ACTION, goal.deadline_on)
    following = [(found, each) for each in mine if (found := after_action(each))]
    if not following:
        return Following(PlanStep.DECIDE, goal.deadline_on)
    found, action = min(following, key=lambda pair: pair[0].due_on or dt.date.max)
    return found._replace(action=action)


def in_order(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Actions as they are listed: what is still to be done by its day, then what is over."""
    return tuple(sorted(actions, key=lambda each: (not each.status.is_open, _day_of(each))))


def _day_of(action: Action) -> dt.date:
    found = after_action(action)
    return (found.due_on if found else action.due_on) or dt.date.max
