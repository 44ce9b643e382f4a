"""The owner of the log. There is no field for an identity number, on purpose."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, NamedTuple

from learnlog.domain.revising import Problems, valid
from learnlog.text import N_, Msg

PERCENT_MAX = 100


class Role(StrEnum):
    """What the owner is at work; one person may be several."""

    EMPLOYEE = "employee"
    SUPERVISOR = "supervisor"
    MANAGER = "manager"


class AssignmentKind(StrEnum):
    """Assignments beside the ordinary work."""

    SUPERVISOR_1 = "supervisor_1"
    SUPERVISOR_2 = "supervisor_2"
    SUPERVISOR_3 = "supervisor_3"
    LANGUAGE_REP = "language_rep"
    REFLECTION_LEADER = "reflection_leader"
    VALUES_REP = "values_rep"
    OTHER = "other"


class LanguageLevel(StrEnum):
    """The Common European Framework's levels, and the mother tongue."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"
    MOTHER_TONGUE = "mother_tongue"


class CredentialKind(StrEnum):
    """Kinds of formal competence."""

    EDUCATION = "education"
    CERTIFICATE = "certificate"
    PROTECTED_TITLE = "protected_title"
    DELEGATION = "delegation"
    OTHER = "other"


class Assignment(NamedTuple):
    """An assignment.

    Attributes:
        kind: Which one.
        title: In the owner's words; needed for `AssignmentKind.OTHER`.
        since: First day or year, ISO (``2023`` or ``2023-05-01``); empty when unknown.
        until: Last day or year, ISO; empty while it lasts.
    """

    kind: AssignmentKind
    title: str = ""
    since: str = ""
    until: str = ""


class SpokenLanguage(NamedTuple):
    """A language the owner speaks or signs, by its name in the owner's words, and how well."""

    name: str
    level: LanguageLevel


class Credential(NamedTuple):
    """Formal competence.

    Attributes:
        kind: What it is.
        title: As on the paper.
        issuer: Who issued it; may be empty.
        issued: Year, month or day, ISO (``2014``, ``2024-03``, ``2024-03-05``); may be empty.
        valid_until: Last day it is valid; None when it does not run out.
    """

    kind: CredentialKind
    title: str
    issuer: str = ""
    issued: str = ""
    valid_until: dt.date | None = None


class Employment(NamedTuple):
    """An earlier workplace: where, as what, from and to (ISO year, month or day), what was learned there."""

    place: str
    title: str = ""
    since: str = ""
    until: str = ""
    learned: str = ""


def ends_too_soon(since: str, until: str) -> bool:
    """Whether something ends before it begins, as exactly as both are known: 2024-03 to 2024 may be right."""
    exact = min(len(since), len(until))
    return since[:exact] > until[:exact]


class Profile(NamedTuple):
    """The owner (DOMAIN: Profile).

    Attributes:
        display_name: As it should stand on the CV.
        job_title: As it should stand on the CV; never translated.
        unit: Unit or ward.
        workplace: Nursing home, home-care area …
        municipality: Municipality.
        percent: Working time, 1 to 100 per cent; None when not told.
        employed_since: First day with this employer.
        roles: What the owner is at work.
        assignments: Supervisor steps, språkombud …
        languages: Languages with level.
        credentials: Formal competence.
        work_history: Earlier workplaces.
        notice_read_at: When the notice on what never to write was read; aware, UTC.
        revision: Running number of the log line it was read from; 0 before the first save. Not stored.
    """

    display_name: str = ""
    job_title: str = ""
    unit: str = ""
    workplace: str = ""
    municipality: str = ""
    percent: int | None = None
    employed_since: dt.date | None = None
    roles: tuple[Role, ...] = (Role.EMPLOYEE,)
    assignments: tuple[Assignment, ...] = ()
    languages: tuple[SpokenLanguage, ...] = ()
    credentials: tuple[Credential, ...] = ()
    work_history: tuple[Employment, ...] = ()
    notice_read_at: dt.datetime | None = None
    revision: int = 0

    def revised(self, **changes: Any) -> Profile:  # noqa: ANN401 - any field's value
        """This profile with some fields changed: texts cleaned for keeping, then checked.

        Raises:
            InvalidInputError: With every problem of the result, by field.
        """
        return valid(self._replace(**changes))

    def problems(self) -> Problems:
        """Every reason this profile cannot be saved as it is."""
        if self.percent is not None and not 1 <= self.percent <= PERCENT_MAX:
            return (("percent", Msg(N_("Working time is between 1 and 100 per cent."))),)
        return ()
