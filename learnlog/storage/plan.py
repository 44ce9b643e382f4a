"""How competence areas, goals, actions, workshops and talks lie in the log."""

from __future__ import annotations

import datetime as dt

from learnlog.domain.competence import Area, NeedType, Rating
from learnlog.domain.goal import Action, ActionRole, ActionStatus, Goal, GoalStatus, Horizon, Review
from learnlog.domain.talk import Talk, TalkKind
from learnlog.domain.values import Applied, Arena
from learnlog.domain.workshop import Phase, Workshop
from learnlog.storage.codec import CLASH, CLASHES, Codec, defaults_of
from learnlog.storage.fields import (
    ANSWERS,
    DAY,
    FLAG,
    MOMENT,
    NUMBER,
    TEXT,
    TEXTS,
    Kind,
    many,
    one_of,
    optional,
    record,
)

_STAMPS: dict[str, Kind] = {
    "created_at": optional(MOMENT),
    "updated_at": optional(MOMENT),
    "deleted_at": optional(MOMENT),
    CLASHES: many(CLASH),
}

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
        "level": optional(NUMBER),
        "used": optional(one_of(Applied)),
        "rated_on": optional(DAY),
        "need": optional(one_of(NeedType)),
        "answers": ANSWERS,
        "evidence": TEXTS,
        "ratings": many(
            record(Rating, on=DAY, level=optional(NUMBER), used=optional(one_of(Applied)), requirement=optional(NUMBER))
        ),
        **_STAMPS,
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
        **_STAMPS,
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
        "reviews": many(record(Review, on=DAY, happened=TEXT, not_happened=TEXT, onward=TEXT)),
        **_STAMPS,
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
        "phase": one_of(Phase),
        **_STAMPS,
    },
)

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
        "agreements": TEXTS,
        "next_on": optional(DAY),
        "held_on": optional(DAY),
        "summary": TEXT,
        "evaluation": ANSWERS,
        **_STAMPS,
    },
)
