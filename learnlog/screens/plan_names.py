"""What kind of value stands in the fields of areas, goals, actions, workshops and talks."""

from __future__ import annotations

from enum import StrEnum

from learnlog.domain.competence import NeedType
from learnlog.domain.goal import ActionRole, ActionStatus, GoalStatus, Horizon
from learnlog.domain.talk import TalkKind
from learnlog.domain.workshop import Phase

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
