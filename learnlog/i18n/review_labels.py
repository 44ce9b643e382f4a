"""What the values around a review are called, in the glossary's words; see `learnlog.i18n.labels.label`."""

from __future__ import annotations

from enum import StrEnum

from learnlog.domain.comment import CommentStatus, Standing
from learnlog.domain.merging import Outcome
from learnlog.domain.review import CommentKind, Decision, ReviewerRole
from learnlog.i18n.catalog import Translator
from learnlog.i18n.labels import label
from learnlog.text import N_, pgettext

TERMS: dict[type[StrEnum], dict[StrEnum, str | tuple[str, str]]] = {
    CommentKind: {
        CommentKind.APPRECIATE: N_("appreciation"),
        CommentKind.QUESTION: pgettext("comment", "question"),
        CommentKind.SUGGEST: N_("suggestion"),
        CommentKind.PRIVACY: N_("somebody can be recognised"),
    },
    CommentStatus: {
        CommentStatus.OPEN: pgettext("comment", "open"),
        CommentStatus.ANSWERED: N_("answered"),
        CommentStatus.CLOSED: pgettext("comment", "closed"),
    },
    Decision: {
        Decision.APPROVED: pgettext("review", "approved"),
        Decision.CHANGES: N_("please change something"),
    },
    Standing: {
        Standing.APPROVED: pgettext("review", "approved"),
        Standing.CHANGES: N_("please change something"),
        Standing.OUTDATED: N_("approved version differs"),
    },
    ReviewerRole: {
        ReviewerRole.SUPERVISOR: N_("supervisor"),
        ReviewerRole.MANAGER: N_("manager"),
        ReviewerRole.COLLEAGUE: N_("colleague"),
    },
    Outcome: {
        Outcome.NEW: pgettext("comment", "new"),
        Outcome.STALE: N_("about an earlier version"),
        Outcome.UNPLACED: N_("about something in the bin"),
        Outcome.DUPLICATE: N_("taken in before"),
        Outcome.OTHER_WORDS: N_("taken in before, in other words"),
        Outcome.NEVER_SHARED: N_("about something that was not shared"),
    },
}


def stated_by(name: str, role: ReviewerRole, translator: Translator) -> str:
    """Who has said something, as they state."""
    return translator.gettext("stated by {name}, {role} (not verified)", name=name, role=label(role, translator))
