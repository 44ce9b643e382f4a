"""What is said of shared copies: whom they are for, and how much of what is in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from learnlog.domain.share import Reader, SharedKind, counts
from learnlog.i18n.catalog import Translator
from learnlog.text import N_

TERMS: dict[type[StrEnum], dict[StrEnum, str | tuple[str, str]]] = {
    Reader: {
        Reader.SUPERVISOR: N_("supervisor"),
        Reader.MANAGER: N_("manager"),
    },
    SharedKind: {
        SharedKind.ENTRY: N_("entry"),
        SharedKind.TRAINING: N_("training"),
        SharedKind.GOAL: N_("goal"),
        SharedKind.ACTION: N_("action"),
        SharedKind.AREA: N_("competence area"),
        SharedKind.SUMMARY: N_("CV summary"),
        SharedKind.COMMENT: N_("comment"),
    },
}

CHOICES: dict[SharedKind, str] = {
    SharedKind.ENTRY: N_("Entries"),
    SharedKind.TRAINING: N_("Trainings"),
    SharedKind.GOAL: N_("Goals and actions"),
    SharedKind.AREA: N_("Competence areas"),
    SharedKind.SUMMARY: N_("CV summary"),
    SharedKind.COMMENT: N_("Comments and my answers"),
}
"""What the owner chooses between."""

_COUNTED: dict[SharedKind, Callable[[Translator, int], str]] = {
    SharedKind.ENTRY: lambda t, n: t.ngettext("{count} entry", "{count} entries", n),
    SharedKind.TRAINING: lambda t, n: t.ngettext("{count} training", "{count} trainings", n),
    SharedKind.GOAL: lambda t, n: t.ngettext("{count} goal", "{count} goals", n),
    SharedKind.ACTION: lambda t, n: t.ngettext("{count} action", "{count} actions", n),
    SharedKind.AREA: lambda t, n: t.ngettext("{count} competence area", "{count} competence areas", n),
    SharedKind.SUMMARY: lambda t, _n: t.gettext("a CV summary"),
    SharedKind.COMMENT: lambda t, n: t.ngettext("{count} comment", "{count} comments", n),
}


def counted(kinds: Iterable[SharedKind], translator: Translator) -> str:
    """How many there are of each kind: "12 entries, 2 trainings, a CV summary"."""
    return ", ".join(_COUNTED[kind](translator, number) for kind, number in counts(kinds).items())
