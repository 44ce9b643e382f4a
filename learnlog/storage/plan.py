"""How competence areas, goals, actions, workshops and talks lie in the log.

Estimates and follow-ups are kept by their day, so that two windows that write on different days both win.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from learnlog.domain.competence import Area, NeedType, Rating
from learnlog.domain.entry import Entry
from learnlog.domain.goal import Action, ActionRole, ActionStatus, Goal, GoalStatus, Horizon, Review
from learnlog.domain.talk import Talk, TalkKind
from learnlog.domain.values import Applied, Arena
from learnlog.domain.workshop import Phase, Workshop
from learnlog.storage.codec import ENTRIES, KEPT, Codec, defaults_of
from learnlog.storage.fields import (
    ANSWERS,
    DAY,
    FLAG,
    NUMBER,
    TEXT,
    TEXTS,
    Kind,
    by_key,
    many,
    one_of,
    optional,
    record,
)
from learnlog.storage.store import Store

_RATING = record(Rating, on=DAY, level=optional(NUMBER), used=optional(one_of(Applied)), requirement=optional(NUMBER))
_REVIEW = record(Review, on=DAY, happened=TEXT, not_happened=TEXT, onward=TEXT)
_PLANNED_FIELDS: dict[str, Kind] = {
    "id": TEXT,
    "what": TEXT,
    "how": TEXT,
    "who": many(one_of(ActionRole)),
    "responsible": one_of(ActionRole),
    "first_step": TEXT,
    "first_step_on": optional(DAY),
    "due_on": optional(DAY),
    "arena": optional(one_of(Arena)),
}
_PLANNED = record(Action, **_PLANNED_FIELDS)

AREAS: Codec[Area] = Codec(
    "areas",
    Area,
    defaults_of(Area),
    {
        "name": TEXT,
        "description": TEXT,
        "is_active": FLAG,
        "requirement": optional(NUMBER),
        "why": TEXT,
        "need": optional(one_of(NeedType)),
        "answers": ANSWERS,
        "evidence": TEXTS,
        "ratings": by_key(_RATING, "on"),
        **KEPT,
    },
)

GOALS: Codec[Goal] = Codec(
    "goals",
    Goal,
    defaults_of(Goal),
    {
        "title": TEXT,
        "need": one_of(NeedType),
        "area_id": TEXT,
        "why": TEXT,
        "measure": TEXT,
        "deadline_on": optional(DAY),
        "horizon": optional(one_of(Horizon)),
        "status": one_of(GoalStatus),
        "from_level": optional(NUMBER),
        "to_level": optional(NUMBER),
        "talk_id": TEXT,
        "closed_on": optional(DAY),
        **KEPT,
    },
)

ACTIONS: Codec[Action] = Codec(
    "actions",
    Action,
    defaults_of(Action),
    {
        "what": TEXT,
        "how": TEXT,
        "who": many(one_of(ActionRole)),
        "responsible": one_of(ActionRole),
        "first_step": TEXT,
        "first_step_on": optional(DAY),
        "first_step_done_on": optional(DAY),
        "due_on": optional(DAY),
        "status": one_of(ActionStatus),
        "arena": optional(one_of(Arena)),
        "obstacle": TEXT,
        "vision": TEXT,
        "goal_id": TEXT,
        "workshop_id": TEXT,
        "talk_id": TEXT,
        "reviews": by_key(_REVIEW, "on"),
        "closed_on": optional(DAY),
        **KEPT,
    },
)

WORKSHOPS: Codec[Workshop] = Codec(
    "workshops",
    Workshop,
    defaults_of(Workshop, held_on=dt.date(1970, 1, 1)),
    {
        "held_on": DAY,
        "question": TEXT,
        "in_team": FLAG,
        "hopes": TEXTS,
        "critique": TEXTS,
        "bottom": TEXTS,
        "vision": TEXTS,
        "top": TEXTS,
        "islands": TEXTS,
        "island": TEXT,
        "plans": many(_PLANNED),
        "phase": one_of(Phase),
        "ended_on": optional(DAY),
        **KEPT,
    },
)

_AGREED_GOAL = record(
    Goal, id=TEXT, title=TEXT, need=one_of(NeedType), area_id=TEXT, why=TEXT, measure=TEXT,
    deadline_on=optional(DAY), from_level=optional(NUMBER), to_level=optional(NUMBER),
)  # fmt: skip
_AGREED_ACTION = record(Action, **_PLANNED_FIELDS, goal_id=TEXT)
_AGREED_AREA = record(Area, id=TEXT, name=TEXT, requirement=optional(NUMBER), why=TEXT)

TALKS: Codec[Talk] = Codec(
    "talks",
    Talk,
    defaults_of(Talk),
    {
        "talk_on": optional(DAY),
        "kind": one_of(TalkKind),
        "who": TEXT,
        "employee": ANSWERS,
        "manager": ANSWERS,
        "goal_ids": TEXTS,
        "action_ids": TEXTS,
        "area_ids": TEXTS,
        "agreements": TEXTS,
        "next_on": optional(DAY),
        "held_on": optional(DAY),
        "summary": TEXT,
        "evaluation": ANSWERS,
        "agreed_goals": by_key(_AGREED_GOAL, "id"),
        "agreed_actions": by_key(_AGREED_ACTION, "id"),
        "agreed_areas": by_key(_AGREED_AREA, "id"),
        **KEPT,
    },
)

PLAN: tuple[Codec[Any], ...] = (AREAS, GOALS, ACTIONS, WORKSHOPS, TALKS)
"""All of them; each of their values has `revised`."""


def entries_in_plan(store: Store) -> tuple[Entry, ...]:
    """The entries that belong to a goal or an action and are not in the bin.

    The undecoded lines tell which ones to look at, so that ten thousand others cost next to nothing.
    """
    found = (store.entries.get(uid) for uid, line in store.lines_of(ENTRIES.table) if _belongs(line))
    return tuple(each for each in found if not each.is_deleted)


def _belongs(line: bytes) -> bool:
    return b'"goal_ids":["' in line or (b'"action_id":"' in line and b'"action_id":""' not in line)
