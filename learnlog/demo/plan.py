"""The plan and the talks of the sample log, as values, taken through their lives by the same rules as anybody's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeVar

from learnlog.demo.when import afternoon, made_id, planned_day
from learnlog.domain.agreed import Agreed, kept
from learnlog.domain.competence import Area, NeedType
from learnlog.domain.goal import Action, ActionRole, ActionStatus, Goal, GoalStatus, Horizon, Review
from learnlog.domain.talk import Talk, TalkKind
from learnlog.domain.values import Applied, Arena
from learnlog.domain.workshop import Phase, Workshop

V = TypeVar("V", Goal, Action, Area)
_ASKED_MANAGER = ("t10", "t11", "t12")


class SamplePlan(NamedTuple):
    """The plan of one language.

    Attributes:
        areas: The competence areas.
        goals: The goals.
        actions: The actions.
        workshops: The future workshops: one that has ended, one under way.
        talks: The talks: last year's, the half-year follow-up, and this year's being prepared.
    """

    areas: tuple[Area, ...]
    goals: tuple[Goal, ...]
    actions: tuple[Action, ...]
    workshops: tuple[Workshop, ...]
    talks: tuple[Talk, ...]


class Links(NamedTuple):
    """What shows the plan.

    Attributes:
        goals: Key of a moment → ids of the goals it shows.
        actions: Key of a moment → id of the action it came of.
        trainings: Id of a training → ids of the goals it belongs to.
    """

    goals: dict[str, tuple[str, ...]]
    actions: dict[str, str]
    trainings: dict[str, tuple[str, ...]]


def plan(shape: dict[str, Any], told: dict[str, Any], own_area: str, today: dt.date) -> SamplePlan:
    """The plan of one language.

    Args:
        shape: What stands in ``plan.toml``.
        told: What stands in ``plan-sv.toml`` or another.
        own_area: What the owner calls the area that is not among the suggested ones.
        today: The day every date is counted from.
    """

    def made(make: Any, part: str) -> tuple[Any, ...]:  # noqa: ANN401 - one of those below
        return tuple(make(key, each, told[part][key], today) for key, each in shape[part].items())

    goals, actions = made(_goal, "goals"), made(_action, "actions")
    areas = tuple(_named(area, own_area) for area in made(_area, "areas"))
    talks = tuple(
        kept(
            talk,
            Agreed(
                _agreed_in(key, goals, shape["goals"]),
                _agreed_in(key, actions, shape["actions"]),
                _agreed_in(key, areas, shape["areas"]),
                areas,
            ),
        )
        for key, talk in zip(shape["talks"], made(_talk, "talks"), strict=True)
    )
    return SamplePlan(areas, goals, actions, made(_workshop, "workshops"), talks)


def links(shape: dict[str, Any]) -> Links:
    """What shows the plan, by the keys of the moments and the ids of the trainings."""
    goals: dict[str, tuple[str, ...]] = {}
    trainings: dict[str, tuple[str, ...]] = {}
    for key, each in shape["goals"].items():
        for moment in each.get("entries", ()):
            goals[moment] = (*goals.get(moment, ()), made_id(f"goal {key}"))
        for training in each.get("trainings", ()):
            uid = made_id(f"training {training}")
            trainings[uid] = (*trainings.get(uid, ()), made_id(f"goal {key}"))
    actions = {
        moment: made_id(f"action {key}") for key, each in shape["actions"].items() for moment in each.get("entries", ())
    }
    return Links(goals, actions, trainings)


def _agreed_in(talk: str, made: Iterable[V], shape: dict[str, Any]) -> tuple[V, ...]:
    """The goals, the actions or the areas that were agreed in a talk."""
    return tuple(each for each, told in zip(made, shape.values(), strict=True) if talk in told.get("talks", ()))


def _last_talk(shape: dict[str, Any]) -> str:
    """Id of the talk it was last agreed in."""
    return made_id(f"talk {shape['talks'][-1]}") if "talks" in shape else ""


def _area(key: str, shape: dict[str, Any], told: dict[str, Any], today: dt.date) -> Area:
    written_at = afternoon(planned_day(today, 370), key)
    area = Area(
        id=made_id(f"area {key}"),
        name=told.get("name", shape["name"]),
        description=told.get("description", ""),
        requirement=shape.get("was", shape.get("requirement")),
        is_active=not shape.get("rests", False),
        why=told.get("why", ""),
        need=NeedType(shape["need"]) if "need" in shape else None,
        answers=_answers("n", told),
        evidence=tuple(made_id(each) for each in shape.get("evidence", ())),
        created_at=written_at,
        updated_at=written_at,
    )
    for each in shape.get("ratings", ()):
        used = Applied(each["used"]) if "used" in each else None
        area = area.rated(each["level"], used, planned_day(today, each["days"]))._replace(
            requirement=shape.get("requirement")
        )
    return area


def _named(area: Area, own_area: str) -> Area:
    return area._replace(name=own_area) if area.name == "own" else area


def _goal(key: str, shape: dict[str, Any], told: dict[str, Any], today: dt.date) -> Goal:
    written_at = afternoon(planned_day(today, shape["written"]), key)
    return Goal(
        id=made_id(f"goal {key}"),
        title=told["title"],
        need=NeedType(shape.get("need", "develop")),
        area_id=made_id(f"area {shape['area']}") if "area" in shape else "",
        why=told.get("why", ""),
        measure=told.get("measure", ""),
        deadline_on=_day(shape, "deadline", today),
        horizon=Horizon(shape["horizon"]) if "horizon" in shape else None,
        status=GoalStatus(shape["status"]),
        from_level=shape.get("from"),
        to_level=shape.get("to"),
        talk_id=_last_talk(shape),
        closed_on=_day(shape, "closed", today),
        created_at=written_at,
        updated_at=written_at,
    )


def _action(key: str, shape: dict[str, Any], told: dict[str, Any], today: dt.date) -> Action:
    written_at = afternoon(planned_day(today, shape["written"]), key)
    workshop = shape.get("workshop", "")
    action = Action(
        id=made_id(f"action {key}"),
        what=told["what"],
        how=told.get("how", ""),
        who=tuple(ActionRole(each) for each in shape.get("who", ["me"])),
        responsible=ActionRole(shape.get("responsible", "me")),
        first_step=told.get("first_step", ""),
        first_step_on=_day(shape, "step", today),
        due_on=_day(shape, "due", today),
        arena=Arena(shape["arena"]),
        obstacle=told.get("obstacle", ""),
        vision=told.get("vision", ""),
        goal_id=made_id(f"goal {shape['goal']}"),
        workshop_id=made_id(f"workshop {workshop}") if workshop else "",
        talk_id=_last_talk(shape),
        created_at=written_at,
        updated_at=written_at,
    )
    if "stepped" in shape:
        action = action.stepped(planned_day(today, shape["stepped"]))
    for days, words in zip(shape.get("reviews", ()), told.get("reviews", ()), strict=True):
        action = action.reviewed(Review(planned_day(today, days), *words))
    status = ActionStatus(shape.get("status", action.status))
    return action._replace(status=status, closed_on=_day(shape, "closed", today))


def _workshop(key: str, shape: dict[str, Any], told: dict[str, Any], today: dt.date) -> Workshop:
    held_on = planned_day(today, shape["days"])
    written_at = afternoon(held_on, key)
    return Workshop(
        id=made_id(f"workshop {key}"),
        held_on=held_on,
        question=told["question"],
        in_team=shape.get("team", False),
        hopes=tuple(told["hopes"]),
        critique=tuple(told["critique"]),
        bottom=tuple(told["critique"][place] for place in shape["bottom"]),
        vision=tuple(told["vision"]),
        top=tuple(told["vision"][place] for place in shape["top"]),
        islands=tuple(told["islands"]),
        island=told["island"],
        plans=tuple(
            Action(made_id(f"planned {key} {number}"), what) for number, what in enumerate(told.get("plans", ()))
        ),
        phase=Phase(shape["phase"]),
        ended_on=_day(shape, "ended", today),
        created_at=written_at,
        updated_at=written_at,
    )


def _talk(key: str, shape: dict[str, Any], told: dict[str, Any], today: dt.date) -> Talk:
    written_at = afternoon(planned_day(today, shape["written"]), key)
    talk_on = planned_day(today, shape["days"])
    answers = _answers("t", told)
    return Talk(
        id=made_id(f"talk {key}"),
        talk_on=talk_on,
        kind=TalkKind(shape["kind"]),
        who=told["who"],
        employee={asked: text for asked, text in answers.items() if asked not in _ASKED_MANAGER},
        manager={asked: text for asked, text in answers.items() if asked in _ASKED_MANAGER},
        agreements=tuple(told.get("agreements", ())),
        next_on=_day(shape, "next", today),
        held_on=talk_on if talk_on < today else None,
        evaluation=_answers("y", told),
        created_at=written_at,
        updated_at=written_at,
    )


def _answers(form: str, told: dict[str, Any]) -> dict[str, str]:
    """The answers of a form that are told, in their order."""
    asked = [key for key in told if key[0] == form and key[1:].isdigit()]
    return {key: told[key] for key in sorted(asked, key=lambda key: int(key[1:]))}


def _day(shape: dict[str, Any], name: str, today: dt.date) -> dt.date | None:
    return planned_day(today, shape[name]) if name in shape else None
