"""What the values of the domain are called, in the glossary's words.

Terms begin with a small letter, as in the glossary; `capital` makes one into a label.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib import import_module

from learnlog.domain.areas import SUGGESTED_AREAS
from learnlog.domain.values import (
    ActivityType,
    Applied,
    Arena,
    Component,
    KnowledgeForm,
    Language,
    Purpose,
    RoleInvolved,
    Status,
    Visibility,
)
from learnlog.i18n.catalog import Translator
from learnlog.text import N_, pgettext

_TERMS: dict[type[StrEnum], dict[StrEnum, str | tuple[str, str]]] = {
    Arena: {
        Arena.IN: N_("learning in daily work"),
        Arena.AT: N_("learning at the workplace"),
        Arena.OUT: N_("learning outside the workplace"),
    },
    Purpose: {
        Purpose.A: N_("A – learning is the purpose"),
        Purpose.B: N_("B – purpose not clear"),
        Purpose.C: N_("C – other purpose, I learn anyway"),
    },
    ActivityType: {
        ActivityType.SUPERVISION: N_("receiving supervision"),
        ActivityType.SUPERVISING: N_("supervising others"),
        ActivityType.INTRO: N_("introduction for new staff"),
        ActivityType.LOG: N_("writing a log"),
        ActivityType.SHADOW: N_("shadowing"),
        ActivityType.PEER: N_("peer coaching"),
        ActivityType.TEAM: N_("team with goals and results"),
        ActivityType.PROJECT: N_("project"),
        ActivityType.USERDIALOG: N_("dialogue with clients"),
        ActivityType.STAFFMEET: N_("workplace meeting"),
        ActivityType.INFO: N_("information and handover"),
        ActivityType.ROUTINE: N_("routines and templates"),
        ActivityType.DAILY: N_("daily work"),
        ActivityType.EXPCOLL: N_("working with experienced colleague"),
        ActivityType.MISTAKE: N_("learning from a mistake"),
        ActivityType.FEEDBACK: N_("feedback from client or relative"),
        ActivityType.INCOURSE: N_("internal course"),
        ActivityType.WORKSHOP: N_("workshop"),
        ActivityType.SUPPNET: N_("supervisors' network"),
        ActivityType.LAB: N_("practice lab"),
        ActivityType.STUDYGRP: N_("study group"),
        ActivityType.RESGRP: N_("research circle"),
        ActivityType.VALUES: N_("work with shared values"),
        ActivityType.ELEARN: N_("e-learning"),
        ActivityType.INTERDISC: N_("interdisciplinary group"),
        ActivityType.REFLMEET: N_("reflection meeting"),
        ActivityType.THEMEDAY: N_("theme meeting"),
        ActivityType.ETHICS: N_("ethical reflection"),
        ActivityType.FUTURE: N_("future workshop"),
        ActivityType.EXCOURSE: N_("external course"),
        ActivityType.EXCHANGE: N_("exchange with another workplace"),
        ActivityType.CONTED: N_("continuing education"),
        ActivityType.FURED: N_("further education (credits)"),
        ActivityType.NETWORK: N_("network between municipalities"),
        ActivityType.CONF: N_("conference"),
        ActivityType.STUDYVISIT: N_("study visit"),
        ActivityType.SUPTRAIN: N_("supervisor training"),
        ActivityType.LANGTRAIN: N_("language representative training"),
        ActivityType.HOSPIT: N_("study placement at another unit"),
        ActivityType.SELFSTUDY: N_("own reading"),
    },
    Component: {
        Component.KNOWLEDGE: N_("knowledge"),
        Component.SKILL: N_("skills"),
        Component.ABILITY: N_("abilities"),
        Component.ATTITUDE: N_("attitudes"),
    },
    KnowledgeForm: {
        KnowledgeForm.EXPLICIT: N_("explicit (can be put into words)"),
        KnowledgeForm.TACIT: N_("tacit knowledge"),
        KnowledgeForm.BOTH: N_("both"),
        KnowledgeForm.UNKNOWN: N_("don't know"),
    },
    RoleInvolved: {
        RoleInvolved.CLIENT: N_("client"),
        RoleInvolved.RELATIVE: N_("relative, next of kin"),
        RoleInvolved.COLLEAGUE: N_("colleague"),
        RoleInvolved.EXPERIENCED_COLLEAGUE: N_("experienced colleague"),
        RoleInvolved.NURSE: N_("nurse"),
        RoleInvolved.MANAGER: N_("manager"),
        RoleInvolved.SUPERVISOR: N_("supervisor"),
        RoleInvolved.APPRENTICE: N_("apprentice"),
        RoleInvolved.OTHER: pgettext("person", "other"),
    },
    Applied: {
        Applied.NOT_YET: N_("not yet"),
        Applied.TRIED_ONCE: N_("tried it once"),
        Applied.SOMETIMES: N_("sometimes"),
        Applied.OFTEN: N_("often"),
        Applied.ALWAYS: N_("always, it is how I work"),
    },
    Visibility: {
        Visibility.PRIVATE: N_("private"),
        Visibility.SUPERVISOR: N_("shared with supervisor"),
        Visibility.MANAGER: N_("shared with manager"),
    },
    Status: {
        Status.DRAFT: N_("draft"),
        Status.DONE: N_("done"),
    },
    Language: {
        # Each in its own language, and never translated: somebody is looking for theirs.
        Language.SV: "svenska",
        Language.NB: "norsk bokmål",
        Language.EN: "English",
    },
}

_PLACES = {
    Arena.IN: N_("in daily work"),
    Arena.AT: N_("at the workplace"),
    Arena.OUT: N_("outside the workplace"),
}


_MORE = "training_labels", "rare_labels", "plan_labels", "review_labels", "share_labels", "sightings"
"""Modules with more terms, looked into in turn: the first screen needs few of them, and does not wait for the rest."""


def label(member: StrEnum, translator: Translator) -> str:
    """What a value of the domain is called."""
    for name in _MORE:
        if type(member) in _TERMS:
            break
        _TERMS.update(import_module(f"learnlog.i18n.{name}").TERMS)
    term = _TERMS[type(member)][member]
    if isinstance(term, tuple):
        return translator.pgettext(*term)
    return translator.gettext(term)


def arena_place(arena: Arena, translator: Translator) -> str:
    """An arena as a place, for charts and sentences: "in daily work"."""
    return translator.gettext(_PLACES[arena])


def often(applied: Applied, translator: Translator) -> str:
    """How much something is used, in as few words as a row or a line of facts has room for: "always", "sometimes"."""
    return translator.gettext("always") if applied is Applied.ALWAYS else label(applied, translator)


def area_name(area: str, translator: Translator) -> str:
    """What a competence area is called; one that is not among the suggested ones, as its owner wrote it."""
    name = SUGGESTED_AREAS.get(area)
    return translator.gettext(name) if name else area


def area_key(name: str) -> str:
    """The area somebody means by a name: a suggested area's key if it is called so in any language, else the name."""
    from learnlog.domain.folding import fold  # noqa: PLC0415 - most commands do not search

    name = " ".join(name.split())
    return _keys_by_name().get(fold(name), name)


def capital(text: str) -> str:
    """A term as a label or at the beginning of a line: with a capital first letter."""
    return text[:1].upper() + text[1:]


@cache
def _keys_by_name() -> dict[str, str]:
    from learnlog.domain.folding import fold  # noqa: PLC0415 - as above

    translators = [Translator(language) for language in Language]
    names = {fold(key): key for key in SUGGESTED_AREAS}
    for key, name in SUGGESTED_AREAS.items():
        names |= {fold(each.gettext(name)): key for each in translators}
    return names
