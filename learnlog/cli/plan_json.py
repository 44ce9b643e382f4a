"""Areas, goals, actions, talks and workshops as JSON for other programs. These names are a promise.

What stands under ``answers`` can be fed back with ``--answers``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from learnlog.cli.answers_json import listed
from learnlog.cli.entry_json import iso, moment
from learnlog.domain.competence import Area, NeedType
from learnlog.domain.evidence import Evidence
from learnlog.domain.goal import Action, Goal, lacks_daily_work
from learnlog.domain.plan_questions import ANALYSIS, EVALUATION, MANAGERS, PREPARATION
from learnlog.domain.talk import LookingBack, Talk
from learnlog.domain.workshop import Workshop
from learnlog.services.suite import Services

WORKSHOP_FIELDS = ("question", "in_team", "hopes", "critique", "bottom", "vision", "top", "islands", "island")
"""What of a workshop can be fed back."""


class Around(NamedTuple):
    """What an object is told with: what is linked to it. Each look at it goes through the log, so there is one.

    Attributes:
        goals: The goals in the plan.
        actions: The actions in the plan.
        evidence: Id of an area, a goal or an action → what shows it.
    """

    goals: tuple[Goal, ...]
    actions: tuple[Action, ...]
    evidence: dict[str, Evidence]

    def shows(self, uid: str) -> dict[str, Any]:
        """The entries and trainings that show an area or a goal."""
        found = self.evidence.get(uid, Evidence())
        return {"entries": [each.id for each in found.entries], "trainings": [each.id for each in found.trainings]}


def as_object(value: Any, opened: Services) -> dict[str, Any]:  # noqa: ANN401 - an area, goal, action, talk or workshop
    """One of them as a JSON object; dates ISO, moments UTC with Z, links by id."""
    return as_objects([value], opened)[0]


def as_objects(values: Iterable[Any], opened: Services) -> list[dict[str, Any]]:
    """Several of one kind as JSON objects."""
    values = [*values]
    around = Around(opened.plan.goals.all(), opened.plan.actions.all(), {})
    if any(isinstance(each, Area | Goal | Action) for each in values):
        around = around._replace(evidence=opened.plan.evidence())
    return [
        {"id": each.id}
        | _TELL[type(each)](each, around)
        | {"created_at": moment(each.created_at), "updated_at": moment(each.updated_at)}
        for each in values
    ]


def gaps_object(gaps: dict[NeedType, tuple[Area, ...]]) -> dict[str, Any]:
    """What is missing or not used, by what helps."""
    keys = ("id", "name", "requirement", "why", "level", "used")
    return {need.value: [_some(_area_facts(each), keys) for each in areas] for need, areas in gaps.items()}


def _some(facts: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: facts[key] for key in keys}


def looking_back_object(back: LookingBack) -> dict[str, Any]:
    """What was agreed since the last annual talk, and how far it has come."""
    return {
        "talks": [each.id for each in back.talks],
        "goals": [{"id": each.id, "title": each.title, "status": each.status} for each in back.goals],
        "actions": [{"id": each.id, "what": each.what, "status": each.status} for each in back.actions],
        "agreements": back.agreements,
    }


def _area_facts(area: Area) -> dict[str, Any]:
    return {
        "id": area.id,
        "name": area.name,
        "description": area.description,
        "active": area.is_active,
        "requirement": area.requirement,
        "why": area.why,
        "level": area.level,
        "used": area.used,
        "rated_on": iso(area.now.on if area.now else None),
        "need": area.need,
        "gap": area.gap,
    }


def _area(area: Area, around: Around) -> dict[str, Any]:
    return {
        **_area_facts(area),
        "answers": listed(area.answers, ANALYSIS),
        "history": [
            {"date": each.on.isoformat(), "level": each.level, "used": each.used, "requirement": each.requirement}
            for each in area.ratings
        ],
        "goals": [each.id for each in around.goals if each.area_id == area.id],
        **around.shows(area.id),
    }


def _goal_facts(goal: Goal) -> dict[str, Any]:
    return {
        "id": goal.id,
        "title": goal.title,
        "need": goal.need,
        "area": goal.area_id or None,
        "why": goal.why,
        "measure": goal.measure,
        "deadline": iso(goal.deadline_on),
        "horizon": goal.horizon,
        "status": goal.status,
        "from_level": goal.from_level,
        "to_level": goal.to_level,
        "closed": iso(goal.closed_on),
        "talk": goal.talk_id or None,
    }


_AGREED_GOAL = ("id", "title", "need", "area", "why", "measure", "deadline", "from_level", "to_level")
"""What is told of a goal as it was agreed: nothing of what became of it."""


def _goal(goal: Goal, around: Around) -> dict[str, Any]:
    return {
        **_goal_facts(goal),
        "actions": [each.id for each in around.actions if each.goal_id == goal.id],
        "in_daily_work": not lacks_daily_work(goal, around.actions),
        **around.shows(goal.id),
    }


def _action_facts(action: Action) -> dict[str, Any]:
    return {
        "id": action.id,
        "what": action.what,
        "how": action.how,
        "who": action.who,
        "responsible": action.responsible,
        "first_step": action.first_step,
        "first_step_on": iso(action.first_step_on),
        "first_step_done": iso(action.first_step_done_on),
        "due": iso(action.due_on),
        "status": action.status,
        "arena": action.arena,
        "obstacle": action.obstacle,
        "vision": action.vision,
        "closed": iso(action.closed_on),
        "goal": action.goal_id or None,
        "workshop": action.workshop_id or None,
        "talk": action.talk_id or None,
        "reviews": [
            {
                "date": each.on.isoformat(),
                "happened": each.happened,
                "not_happened": each.not_happened,
                "onward": each.onward,
            }
            for each in action.reviews
        ],
    }


_AGREED_ACTION = (
    "id", "what", "how", "who", "responsible", "first_step", "first_step_on", "due", "arena", "goal",
)  # fmt: skip
"""The same of an action."""


def _action(action: Action, around: Around) -> dict[str, Any]:
    return {**_action_facts(action), "entries": around.shows(action.id)["entries"]}


def _talk(talk: Talk, _around: Around) -> dict[str, Any]:
    return {
        "date": iso(talk.talk_on),
        "kind": talk.kind,
        "who": talk.who,
        "held": iso(talk.held_on),
        "answers": {
            **listed(talk.employee, PREPARATION),
            **listed(talk.manager, MANAGERS),
            **listed(talk.evaluation, EVALUATION),
        },
        "goals": talk.goal_ids,
        "actions": talk.action_ids,
        "requirements": talk.area_ids,
        "agreements": talk.agreements,
        "next": iso(talk.next_on),
        "summary": talk.summary,
        "as_agreed": {
            "goals": [_some(_goal_facts(each), _AGREED_GOAL) for each in talk.agreed_goals],
            "actions": [_some(_action_facts(each), _AGREED_ACTION) for each in talk.agreed_actions],
            "areas": [
                {"id": each.id, "name": each.name, "requirement": each.requirement, "why": each.why}
                for each in talk.agreed_areas
            ],
        },
    }


def _workshop(workshop: Workshop, around: Around) -> dict[str, Any]:
    mine = [each for each in around.actions if each.workshop_id == workshop.id]
    return {
        "date": workshop.held_on.isoformat(),
        "phase": workshop.phase,
        "ended": iso(workshop.ended_on),
        "answers": {key: getattr(workshop, key) for key in WORKSHOP_FIELDS},
        "planned": [_some(_action_facts(each), _AGREED_ACTION) for each in workshop.plans],
        "goals": [*dict.fromkeys(each.goal_id for each in mine if each.goal_id)],
        "actions": [each.id for each in mine],
    }


_TELL: dict[type, Callable[[Any, Around], dict[str, Any]]] = {
    Area: _area,
    Goal: _goal,
    Action: _action,
    Talk: _talk,
    Workshop: _workshop,
}
