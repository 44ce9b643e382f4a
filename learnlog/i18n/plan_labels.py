"""What the values of the plan and the talk are called. Apart from the other labels: most commands need none of them."""

from __future__ import annotations

from enum import StrEnum

from learnlog.domain.competence import NeedType
from learnlog.domain.goal import ActionRole, ActionStatus, GoalStatus, Horizon
from learnlog.domain.plan_next import PlanStep
from learnlog.domain.talk import TalkKind
from learnlog.domain.workshop import Phase
from learnlog.i18n.catalog import Translator
from learnlog.text import N_, pgettext

TERMS: dict[type[StrEnum], dict[StrEnum, str | tuple[str, str]]] = {
    NeedType: {
        NeedType.MOBILISE: N_("use what I already know"),
        NeedType.DEVELOP: N_("learn, develop"),
        NeedType.ACQUIRE: N_("bring in from outside"),
    },
    Horizon: {
        Horizon.SHORT: N_("short term (0–6 months)"),
        Horizon.LONG: N_("long term (6–24 months)"),
    },
    GoalStatus: {
        GoalStatus.SUGGESTED: pgettext("goal", "suggested"),
        GoalStatus.AGREED: pgettext("goal", "agreed"),
        GoalStatus.IN_PROGRESS: pgettext("goal", "in progress"),
        GoalStatus.ACHIEVED: pgettext("goal", "achieved"),
        GoalStatus.CHANGED: pgettext("goal", "changed"),
        GoalStatus.DROPPED: pgettext("goal", "dropped"),
    },
    ActionStatus: {
        ActionStatus.NOT_STARTED: pgettext("action", "not started"),
        ActionStatus.STARTED: pgettext("action", "started"),
        ActionStatus.STUCK: pgettext("action", "stuck"),
        ActionStatus.DONE: pgettext("action", "done"),
        ActionStatus.CANCELLED: pgettext("action", "cancelled"),
    },
    ActionRole: {
        ActionRole.ME: N_("me"),
        ActionRole.COLLEAGUE: N_("colleague"),
        ActionRole.EXPERIENCED_COLLEAGUE: N_("experienced colleague"),
        ActionRole.SUPERVISOR: N_("supervisor"),
        ActionRole.NURSE: N_("nurse"),
        ActionRole.MANAGER: N_("manager"),
        ActionRole.TEAM: pgettext("role", "the team"),
        ActionRole.OTHER: pgettext("role", "other"),
    },
    PlanStep: {
        PlanStep.RATE: N_("say where you are now"),
        PlanStep.SET_GOAL: N_("set a goal"),
        PlanStep.PLAN_ACTION: N_("plan what to do"),
        PlanStep.TAKE_STEP: N_("take the first step"),
        PlanStep.FOLLOW_UP: N_("tell how it is going"),
        PlanStep.DECIDE: N_("is the goal achieved?"),
    },
    Phase: {
        Phase.QUESTION: pgettext("workshop", "question"),
        Phase.HOPES: pgettext("workshop", "hopes"),
        Phase.CRITIQUE: N_("critique phase"),
        Phase.BOTTOM: N_("bottom list"),
        Phase.VISION: N_("vision phase"),
        Phase.TOP: N_("top list"),
        Phase.ISLAND: N_("island (development area)"),
        Phase.ACTIONS: N_("action phase"),
    },
    TalkKind: {
        TalkKind.ANNUAL: N_("annual talk"),
        TalkKind.HALF_YEAR: N_("half-year follow-up"),
        TalkKind.OTHER: N_("another talk"),
    },
}

LEVELS = (
    N_("no experience yet"),
    N_("know about it"),
    N_("can do with support"),
    N_("can do on my own"),
    N_("can guide others"),
)
"""What the levels 0 to 4 mean, in their order."""


def level_words(level: int, translator: Translator) -> str:
    """What a level means: "can do with support"."""
    return translator.gettext(LEVELS[level])
