"""What the fields of areas, goals, actions, workshops and talks are called, and what kind of value stands in them."""

from __future__ import annotations

from enum import StrEnum

from learnlog.domain.competence import NeedType
from learnlog.domain.goal import ActionRole, ActionStatus, GoalStatus, Horizon
from learnlog.domain.plan_questions import EVALUATION, MANAGERS, PREPARATION, REVIEW, WORKSHOP
from learnlog.domain.talk import TalkKind
from learnlog.domain.workshop import Phase
from learnlog.text import N_

PLAN_NAMES: dict[str, str] = {
    "name": N_("Competence area"),
    "description": N_("What is meant by it?"),
    "is_active": N_("You work with it now."),
    "requirement": N_("What does your work require?"),
    "why": N_("Why is it important for the work?"),
    "need": N_("What is it about?"),
    "ratings": N_("Where am I?"),
    "level": N_("Where are you now?"),
    "used": N_("Used at work"),
    "area_id": N_("Competence area"),
    "measure": N_("How do we see that you got there?"),
    "deadline_on": N_("By when?"),
    "horizon": N_("How far ahead"),
    "from_level": N_("Where are you now?"),
    "to_level": N_("Where do you want to be?"),
    "talk_id": N_("Development talk"),
    "closed_on": N_("Closed on"),
    "what": N_("WHAT will be done?"),
    "how": N_("HOW?"),
    "who": N_("WHO?"),
    "responsible": N_("Responsible"),
    "first_step": N_("FIRST STEP?"),
    "first_step_on": N_("When is that?"),
    "first_step_done_on": N_("First step taken"),
    "due_on": N_("When is all of it done?"),
    "obstacle": N_("What is in the way?"),
    "vision": N_("Where does it lead?"),
    "goal_id": N_("Goal"),
    "action_id": N_("Action"),
    "workshop_id": N_("Future workshop"),
    "reviews": REVIEW.title,
    "happened": N_("What has happened?"),
    "not_happened": N_("What has not happened?"),
    "onward": N_("How do we go on?"),
    "talk_on": N_("When is the talk?"),
    "kind": N_("Which talk is it?"),
    "employee": PREPARATION.title,
    "manager": MANAGERS.title,
    "evaluation": EVALUATION.title,
    "action_ids": N_("Actions"),
    "area_ids": N_("What the work requires"),
    "agreements": N_("What we agreed"),
    "next_on": N_("When is the next one?"),
    "held_on": N_("Written down on"),
    "ended_on": N_("Closed on"),
    "summary": N_("CV summary"),
    "agreed_goals": N_("Goals as they were agreed"),
    "agreed_actions": N_("Actions as they were agreed"),
    "agreed_areas": N_("Areas as they were agreed"),
    "question": WORKSHOP["question"],
    "in_team": N_("Held in a team"),
    "hopes": WORKSHOP["hopes"],
    "critique": WORKSHOP["critique"],
    "bottom": WORKSHOP["bottom"],
    "top": WORKSHOP["top"],
    "islands": WORKSHOP["island"],
    "island": WORKSHOP["island"],
    "plans": WORKSHOP["actions"],
    "phase": N_("Status"),
}
"""Field → English name; the same words as in the form."""

PLAN_KINDS: dict[str, tuple[type[StrEnum], ...]] = {
    "need": (NeedType,),
    "horizon": (Horizon,),
    "status": (GoalStatus, ActionStatus),
    "who": (ActionRole,),
    "responsible": (ActionRole,),
    "kind": (TalkKind,),
    "phase": (Phase,),
}
"""Field → what can stand in it, where that is chosen."""
LEVEL_FIELDS = frozenset({"requirement", "level", "from_level", "to_level"})
"""Fields in which a level stands."""
