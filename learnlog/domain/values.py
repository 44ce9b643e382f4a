"""The words of the field as closed sets of values: arenas, activity types, purposes, roles and the like.

Members are named after the field's standard terms; their values are the keys written to disk and printed as JSON.
What people read is `learnlog.i18n.labels`.
"""

from enum import StrEnum
from typing import NamedTuple


class Arena(StrEnum):
    """Where learning happens (Flink med folk, third gathering, slide 37)."""

    IN = "in"
    """In daily work: supervision, shadowing, peer coaching, projects."""
    AT = "at"
    """At the workplace, beside the work: staff meetings, internal courses, reflection."""
    OUT = "out"
    """Outside the workplace: courses, exchange, further education."""


class Purpose(StrEnum):
    """What the activity was for (slide 28). Information for the owner; never a score."""

    A = "A"
    """Organised, with learning as its main purpose."""
    B = "B"
    """The main purpose is not clear."""
    C = "C"
    """Another purpose; learning is an effect."""


class ActivityType(StrEnum):
    """What one was doing. The order is that of the pick list, arena by arena."""

    SUPERVISION = "supervision"
    SUPERVISING = "supervising"
    INTRO = "intro"
    LOG = "log"
    SHADOW = "shadow"
    PEER = "peer"
    TEAM = "team"
    PROJECT = "project"
    USERDIALOG = "userdialog"
    STAFFMEET = "staffmeet"
    INFO = "info"
    ROUTINE = "routine"
    DAILY = "daily"
    EXPCOLL = "expcoll"
    MISTAKE = "mistake"
    FEEDBACK = "feedback"

    INCOURSE = "incourse"
    WORKSHOP = "workshop"
    SUPPNET = "suppnet"
    LAB = "lab"
    STUDYGRP = "studygrp"
    RESGRP = "resgrp"
    VALUES = "values"
    ELEARN = "elearn"
    INTERDISC = "interdisc"
    REFLMEET = "reflmeet"
    THEMEDAY = "themeday"
    ETHICS = "ethics"
    FUTURE = "future"

    EXCOURSE = "excourse"
    EXCHANGE = "exchange"
    CONTED = "conted"
    FURED = "fured"
    NETWORK = "network"
    CONF = "conf"
    STUDYVISIT = "studyvisit"
    SUPTRAIN = "suptrain"
    LANGTRAIN = "langtrain"
    HOSPIT = "hospit"
    SELFSTUDY = "selfstudy"

    @property
    def usual_arena(self) -> Arena:
        """The arena pre-filled for this type; the owner may choose another."""
        return _USUAL[self][0]

    @property
    def usual_purpose(self) -> Purpose:
        """The purpose pre-filled for this type; the owner may choose another."""
        return _USUAL[self][1]


def _usual() -> dict[ActivityType, tuple[Arena, Purpose]]:
    """Arena from the place in the list above; purpose C in, A at and out, but for those that are B (or A)."""
    kinds = list(ActivityType)
    at, out = kinds.index(ActivityType.INCOURSE), kinds.index(ActivityType.EXCOURSE)
    usual = {
        kind: (Arena.IN, Purpose.C) if place < at else (Arena.AT if place < out else Arena.OUT, Purpose.A)
        for place, kind in enumerate(kinds)
    }
    for kind in ("supervision", "intro", "shadow", "peer", "values", "interdisc", "future"):
        usual[ActivityType(kind)] = (usual[ActivityType(kind)][0], Purpose.B)
    for kind in ("exchange", "network", "studyvisit", "hospit"):
        usual[ActivityType(kind)] = (Arena.OUT, Purpose.B)
    usual[ActivityType.LOG] = (Arena.IN, Purpose.A)
    return usual


_USUAL = _usual()


class Component(StrEnum):
    """What was learned: the four parts of competence (slide 33)."""

    KNOWLEDGE = "knowledge"
    SKILL = "skill"
    ABILITY = "ability"
    ATTITUDE = "attitude"


class KnowledgeForm(StrEnum):
    """Whether it can be put into words (slides 33-35)."""

    EXPLICIT = "explicit"
    TACIT = "tacit"
    BOTH = "both"
    UNKNOWN = "unknown"


class RoleInvolved(StrEnum):
    """Who was part of it: roles, never names."""

    CLIENT = "client"
    RELATIVE = "relative"
    COLLEAGUE = "colleague"
    EXPERIENCED_COLLEAGUE = "experienced_colleague"
    NURSE = "nurse"
    MANAGER = "manager"
    SUPERVISOR = "supervisor"
    APPRENTICE = "apprentice"
    OTHER = "other"


class Applied(StrEnum):
    """How much it is used at work (Kirkpatrick's third level, five steps)."""

    NOT_YET = "us.0"
    TRIED_ONCE = "us.1"
    SOMETIMES = "us.2"
    OFTEN = "us.3"
    ALWAYS = "us.4"


class Visibility(StrEnum):
    """Who may be shown it. Private unless the owner says otherwise."""

    PRIVATE = "private"
    SUPERVISOR = "supervisor"
    MANAGER = "manager"


class Status(StrEnum):
    """A draft is saved and safe, but still lacks its insight."""

    DRAFT = "draft"
    DONE = "done"


class Language(StrEnum):
    """The languages of the interface and of exports."""

    SV = "sv"
    NB = "nb"
    EN = "en"


class Clash(NamedTuple):
    """What another window had written in a field that was also changed here; kept until the owner has chosen.

    Attributes:
        field: Name of the field that clashed, as in `Entry`.
        value: The other's value, as stored (JSON).
        by: What wrote it: ``app`` or the command's name.
        at: When it was written, UTC, ISO 8601 with Z.
    """

    field: str
    value: object
    by: str
    at: str
