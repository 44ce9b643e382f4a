"""Writing the plan: a competence area, a goal, an action, each new or known, gone on with where it was left."""

from __future__ import annotations

from typing import Any

from learnlog.domain.competence import Area
from learnlog.domain.goal import Action, Goal
from learnlog.errors import NotFoundError
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.plan_fields import ACTION, AREA, GOAL, action_fields, area_fields, goal_fields
from learnlog.screens.record_form import RecordForm
from learnlog.services.shelf import Shelf

Screen = LearnlogScreen[Any]
Value = Area | Goal | Action


async def write(screen: Screen, value: Value) -> Value | None:
    """The form of an area, a goal or an action."""
    if isinstance(value, Area):
        return await write_area(screen, value)
    return await (write_goal(screen, value) if isinstance(value, Goal) else write_action(screen, value))


async def write_area(screen: Screen, area: Area) -> Area | None:
    """The facts of an area; a new one is chosen among the suggestions, or named in one's own words."""
    areas = screen.services.plan.areas
    names = (*([area.name] if area.name else []), *areas.suggestions())
    return await RecordForm.written(screen, AREA, areas, area, area_fields(names))


async def write_goal(screen: Screen, goal: Goal) -> Goal | None:
    """The facts of a goal."""
    plan = screen.services.plan
    return await RecordForm.written(screen, GOAL, plan.goals, goal, goal_fields(plan.areas.all()))


async def write_action(screen: Screen, action: Action) -> Action | None:
    """The facts of an action."""
    plan = screen.services.plan
    return await RecordForm.written(screen, ACTION, plan.actions, action, action_fields(plan.goals.all()))


def find(shelf: Shelf[Any], uid: str) -> Any:  # noqa: ANN401 - of any kind
    """The value with an id; None when there is none, or it is in the bin."""
    try:
        value = shelf.get(uid)
    except NotFoundError:
        return None
    return None if value.deleted_at else value
