"""What the profile's values and the ways to sort are called. Apart from the other labels: most commands need none."""

from __future__ import annotations

from enum import StrEnum

from learnlog.domain.filters import Sorting
from learnlog.domain.profile import AssignmentKind, CredentialKind, LanguageLevel, Role
from learnlog.text import N_, pgettext

TERMS: dict[type[StrEnum], dict[StrEnum, str | tuple[str, str]]] = {
    Role: {
        Role.EMPLOYEE: N_("employee"),
        Role.SUPERVISOR: N_("supervisor"),
        Role.MANAGER: N_("manager"),
    },
    AssignmentKind: {
        AssignmentKind.SUPERVISOR_1: N_("supervisor, step 1"),
        AssignmentKind.SUPERVISOR_2: N_("supervisor, step 2"),
        AssignmentKind.SUPERVISOR_3: N_("supervisor of supervisors (step 3)"),
        AssignmentKind.LANGUAGE_REP: N_("language representative"),
        AssignmentKind.REFLECTION_LEADER: N_("reflection leader"),
        AssignmentKind.VALUES_REP: N_("shared-values representative"),
        AssignmentKind.OTHER: pgettext("assignment", "other"),
    },
    LanguageLevel: {
        **{level: level.value for level in LanguageLevel},
        LanguageLevel.MOTHER_TONGUE: N_("mother tongue"),
    },
    CredentialKind: {
        CredentialKind.EDUCATION: N_("education"),
        CredentialKind.CERTIFICATE: N_("certificate"),
        CredentialKind.PROTECTED_TITLE: N_("proof of professional title"),
        CredentialKind.DELEGATION: N_("delegated medical task"),
        CredentialKind.OTHER: pgettext("credential", "other"),
    },
    Sorting: {
        Sorting.NEWEST: N_("newest first"),
        Sorting.OLDEST: N_("oldest first"),
        Sorting.TITLE: N_("by heading"),
        Sorting.TIME_SPENT: N_("by time spent"),
    },
}
