"""What the values around a training are called, in the glossary's words; see `learnlog.i18n.labels.label`.

Apart because a list of entries is shown without them.
"""

from __future__ import annotations

from enum import StrEnum

from learnlog.domain.due import DueKind
from learnlog.domain.loop import State, Step
from learnlog.domain.training import (
    Channel,
    Decision,
    Expectation,
    Initiative,
    SharingStatus,
    TrainingMode,
    TrainingStatus,
)
from learnlog.domain.training_life import Offer
from learnlog.domain.training_list import Shown
from learnlog.text import N_, pgettext

SHOWN: dict[Shown, str] = {
    Shown.ALL: N_("All"),
    Shown.PLANNED: N_("To come"),
    Shown.WAITING: N_("To follow up"),
    Shown.FOLLOWED_UP: N_("Finished"),
    Shown.CLOSED: N_("Called off"),
}
"""Parts of the trainings, as tabs are called: with a capital letter."""

_ROUNDS = {1: N_("Follow-up after 2 weeks"), 2: N_("Follow-up after 3 months"), 3: N_("Follow-up after 6 months")}


def followup_name(number: int) -> str:
    """English name of a follow-up round; a later learnlog may know more of them."""
    return _ROUNDS.get(number, _ROUNDS[3])


TERMS: dict[type[StrEnum], dict[StrEnum, str | tuple[str, str]]] = {
    TrainingStatus: {
        TrainingStatus.IDEA: N_("idea"),
        TrainingStatus.PROPOSED: N_("proposed"),
        TrainingStatus.APPROVED: N_("approved"),
        TrainingStatus.CONDITIONS: N_("approved with conditions"),
        TrainingStatus.LATER: N_("later"),
        TrainingStatus.DECLINED: N_("not approved"),
        TrainingStatus.BOOKED: N_("booked"),
        TrainingStatus.ONGOING: N_("ongoing"),
        TrainingStatus.COMPLETED: N_("completed"),
        TrainingStatus.FOLLOWED_UP: N_("followed up"),
        TrainingStatus.CANCELLED: N_("cancelled"),
    },
    TrainingMode: {
        TrainingMode.ON_SITE: N_("on site"),
        TrainingMode.ONLINE: N_("online"),
        TrainingMode.MIXED: N_("mixed"),
    },
    Initiative: {
        Initiative.ME: N_("my own wish"),
        Initiative.MANAGER: N_("manager's suggestion"),
        Initiative.EMPLOYER: N_("the employer, for everyone"),
        Initiative.PROJECT: N_("part of a project"),
    },
    Decision: {
        Decision.YES: N_("yes"),
        Decision.CONDITIONS: N_("yes, with conditions"),
        Decision.LATER: N_("later"),
        Decision.NO: N_("no"),
    },
    Expectation: {
        Expectation.LESS: N_("less than expected"),
        Expectation.AS_EXPECTED: N_("as expected"),
        Expectation.MORE: N_("more than expected"),
        Expectation.OTHER: N_("something else"),
    },
    Channel: {
        Channel.MEETING: pgettext("channel", "workplace meeting"),
        Channel.REFLECTION: N_("reflection meeting"),
        Channel.SHOW: N_("show in practice"),
        Channel.WRITTEN: N_("short written tip"),
        Channel.NEWSLETTER: N_("weekly newsletter"),
        Channel.OTHER: N_("other"),
    },
    SharingStatus: {
        SharingStatus.PLANNED: pgettext("sharing", "planned"),
        SharingStatus.DONE: pgettext("sharing", "shared"),
        SharingStatus.CANCELLED: pgettext("sharing", "cancelled"),
    },
    DueKind: {
        DueKind.FORM: N_("form before the training"),
        DueKind.AGREEMENT: N_("talk with the manager"),
        DueKind.COMPLETION: N_("has it taken place?"),
        DueKind.FOLLOWUP: N_("follow-up"),
        DueKind.SHARING: N_("sharing with others"),
        DueKind.FIRST_STEP: N_("first step"),
        DueKind.ACTION: N_("action"),
        DueKind.GOAL: N_("goal"),
        DueKind.TALK: N_("development talk"),
        DueKind.COMMENT: N_("comment"),
        DueKind.CREDENTIAL: N_("formal competence that runs out"),
    },
    Offer: {
        Offer.MARK_SHARED: N_("write down that it is shared"),
        Offer.PLAN_SHARING: N_("plan to share it"),
        Offer.NEW_TRAINING: N_("write down a new training"),
        Offer.ASK_AGAIN: N_("follow it up once more"),
    },
    Shown: {each: SHOWN[each] for each in Shown},
    Step: {
        Step.IDEA: N_("idea"),
        Step.FORM: pgettext("step", "form"),
        Step.AGREED: pgettext("step", "agreed"),
        Step.COMPLETED: N_("completed"),
        Step.TWO_WEEKS: pgettext("step", "2 weeks"),
        Step.THREE_MONTHS: pgettext("step", "3 months"),
        Step.SHARED: pgettext("step", "shared"),
    },
    State: {
        State.DONE: pgettext("step", "done"),
        State.BEGUN: pgettext("step", "begun"),
        State.WAITING: pgettext("step", "waiting"),
        State.SKIPPED: pgettext("step", "skipped"),
        State.NONE: pgettext("step", "gone without"),
    },
}
