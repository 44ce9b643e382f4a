"""What a talk agreed on, as it was agreed: kept with the talk, as the CV summary is, so it reads the same for years.

The plan goes on: goals are worded anew, actions are called off, areas are renamed. A record tells what was said then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

from learnlog.domain.competence import Area
from learnlog.domain.goal import Action, Goal
from learnlog.domain.talk import Talk

V = TypeVar("V", Goal, Action, Area)


class Agreed(NamedTuple):
    """What a talk agreed on.

    Attributes:
        goals: The goals.
        actions: The actions.
        areas: The areas of which it was agreed what the work requires.
        known: The areas that these belong to, and those.
    """

    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    areas: tuple[Area, ...] = ()
    known: tuple[Area, ...] = ()


def as_agreed(talk: Talk, goals: Iterable[Goal], actions: Iterable[Action], areas: Iterable[Area]) -> Agreed:
    """What a talk agreed on, as it read then; what was agreed before that was kept is told as the plan has it now.

    Args:
        talk: The talk.
        goals: Those in the plan.
        actions: Those in the plan.
        areas: Those in the plan.
    """
    known = _by_id((*areas, *talk.agreed_areas))
    return Agreed(
        _these(talk.goal_ids, (*goals, *talk.agreed_goals)),
        _these(talk.action_ids, (*actions, *talk.agreed_actions)),
        _these(talk.area_ids, known.values()),
        tuple(known.values()),
    )


def kept(talk: Talk, agreed: Agreed, *, anew: bool = False) -> Talk:
    """A talk with what it agreed on kept in it.

    Args:
        talk: The talk.
        agreed: What was agreed, as it reads now.
        anew: Whether what was kept before is to read as it does now; otherwise it stays as it was.
    """
    before = Talk(talk.id) if anew else talk
    needed = {each.area_id for each in agreed.goals} | {each.id for each in agreed.areas}
    areas = _by_id((*(_area(each) for each in agreed.known if each.id in needed), *before.agreed_areas))
    return talk._replace(
        goal_ids=tuple(each.id for each in agreed.goals),
        action_ids=tuple(each.id for each in agreed.actions),
        area_ids=tuple(each.id for each in agreed.areas),
        agreed_goals=_kept(agreed.goals, before.agreed_goals, _goal),
        agreed_actions=_kept(agreed.actions, before.agreed_actions, _action),
        agreed_areas=tuple(each for each in areas.values() if each.id in needed),
    )


def _kept(now: Iterable[V], before: Iterable[V], bare: Callable[[V], V]) -> tuple[V, ...]:
    known = _by_id(before)
    return tuple(known.get(each.id) or bare(each) for each in now)


def _these(ids: Iterable[str], found: Iterable[V]) -> tuple[V, ...]:
    known = _by_id(found)
    return tuple(known[uid] for uid in ids if uid in known)


def _by_id(found: Iterable[V]) -> dict[str, V]:
    """By id; of two with the same id the latter."""
    return {each.id: each for each in found}


def _goal(goal: Goal) -> Goal:
    """Of a goal what is agreed about it, and nothing of what becomes of it."""
    return _only(
        goal, Goal(goal.id), ("title", "need", "area_id", "why", "measure", "deadline_on", "from_level", "to_level")
    )


def _action(action: Action) -> Action:
    names = ("what", "how", "who", "responsible", "first_step", "first_step_on", "due_on", "arena", "goal_id")
    return _only(action, Action(action.id), names)


def _area(area: Area) -> Area:
    return _only(area, Area(area.id), ("name", "requirement", "why"))


def _only(value: V, blank: V, names: Iterable[str]) -> V:
    told: dict[str, Any] = {name: getattr(value, name) for name in names}
    only: V = blank._replace(**told)
    return only
