"""A rich portfolio: an invented assistant nurse's year, written in Swedish."""

from __future__ import annotations

import datetime as dt
from typing import Any

from learnlog.domain.entry import Entry
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.profile import (
    Assignment,
    AssignmentKind,
    Credential,
    CredentialKind,
    Employment,
    LanguageLevel,
    Profile,
    SpokenLanguage,
)
from learnlog.domain.selection import Selection
from learnlog.domain.values import (
    ActivityType,
    Applied,
    Component,
    KnowledgeForm,
    RoleInvolved,
    Status,
    Visibility,
)
from tests.builders import TODAY
from tests.export.plans import ACTIONS, AREAS, FIRST, GOALS, HELD
from tests.export.trainings import TRAININGS

PROFILE = Profile(
    display_name="Exempel Exempelsson",
    job_title="undersköterska",
    unit="Avdelning Björken",
    workplace="Exempelgårdens äldreboende",
    municipality="Exempelköpings kommun",
    percent=85,
    employed_since=dt.date(2019, 8, 19),
    assignments=(
        Assignment(AssignmentKind.SUPERVISOR_1, since="2022", until="2025"),
        Assignment(AssignmentKind.SUPERVISOR_2, since="2025-03"),
        Assignment(AssignmentKind.LANGUAGE_REP, since="2023"),
        Assignment(AssignmentKind.OTHER, title="kontaktperson för hygienombuden", since="2026-02-02"),
    ),
    languages=(
        SpokenLanguage("finska", LanguageLevel.MOTHER_TONGUE),
        SpokenLanguage("svenska", LanguageLevel.C1),
        SpokenLanguage("TAKK (tecken som stöd)", LanguageLevel.B1),
    ),
    credentials=(
        Credential(
            CredentialKind.DELEGATION, "Delegering läkemedel", "sjuksköterskan", "2025-11-03", dt.date(2026, 11, 2)
        ),
        Credential(CredentialKind.DELEGATION, "Delegering insulin", "", "2026-01-15", dt.date(2027, 1, 14)),
        Credential(CredentialKind.EDUCATION, "Vård- och omsorgsprogrammet", "Exempelgymnasiet", "2014"),
        Credential(CredentialKind.PROTECTED_TITLE, "Bevis om skyddad yrkestitel", "Socialstyrelsen", "2024-03"),
        Credential(CredentialKind.CERTIFICATE, "Handledarutbildning steg 1 och 2", "", "2025"),
        Credential(CredentialKind.CERTIFICATE, "Hjärt-lungräddning", "", "2026-05-12", dt.date(2028, 5, 12)),
    ),
    work_history=(
        Employment("Björkbackens hemtjänst", "vårdbiträde", "2014", "2019", "planera min dag och ringa i tid"),
    ),
)


def learned(number: int, day: dt.date, title: str, **changes: Any) -> Entry:
    """An entry of the sample year."""
    return Entry(id=f"{number:032x}", date=day, title=title, **changes).of_type(
        changes.get("activity_type", ActivityType.DAILY)
    )


CHOSEN = (
    learned(
        1,
        dt.date(2026, 2, 14),
        "Vänta in svaret",
        what_happened="Den boende behövde längre tid på sig än jag gav henne.",
        insight="Jag väntar tio sekunder innan jag frågar igen.",
        areas=("th.dementia", "th.encounter"),
        applied=Applied.OFTEN,
        minutes=15,
        status=Status.DONE,
        show_in_cv=True,
        roles_involved=(RoleInvolved.CLIENT,),
        components=(Component.SKILL, Component.ATTITUDE),
        knowledge_form=KnowledgeForm.TACIT,
    ),
    learned(
        2,
        dt.date(2026, 5, 2),
        "Visa först, prata sedan",
        activity_type=ActivityType.EXPCOLL,
        insight="Jag visar först och pratar sedan. Då blir det lugnt kring måltiden, och fler äter själva.",
        areas=("th.dementia",),
        applied=Applied.ALWAYS,
        minutes=45,
        status=Status.DONE,
        show_in_cv=True,
    ),
    learned(
        3,
        dt.date(2026, 3, 18),
        "Ta emot en ny kollega",
        activity_type=ActivityType.SUPERVISING,
        insight="När jag berättar varför jag gör något, och inte bara hur, kommer den nya kollegan ihåg det.",
        areas=("th.guidance",),
        applied=Applied.SOMETIMES,
        minutes=120,
        status=Status.DONE,
        show_in_cv=True,
        visibility=Visibility.MANAGER,
    ),
    learned(
        4,
        dt.date(2026, 9, 9),
        "Fem tecken i vardagen",
        activity_type=ActivityType.WORKSHOP,
        insight="Fem tecken räcker långt om alla använder dem.",
        areas=("th.language",),
        minutes=90,
        status=Status.DONE,
        show_in_cv=True,
        evidence=("intyg-takk.pdf",),
        themes=("TAKK",),
    ),
    learned(
        5,
        dt.date(2026, 10, 21),
        "Etikkväll om att bestämma själv",
        activity_type=ActivityType.ETHICS,
        insight="Att vänta är också att hjälpa.",
        minutes=60,
        status=Status.DONE,
        show_in_cv=True,
        prompt_set="ethics",
        answers={"s1": "Får man säga nej till dusch?", "e0": "yes"},
    ),
)
OTHERS = tuple(
    learned(
        100 + number,
        TODAY - dt.timedelta(days=6 * number),
        "Något från vardagen",
        activity_type=(ActivityType.DAILY, ActivityType.EXPCOLL, ActivityType.REFLMEET, ActivityType.ELEARN)[
            number % 4
        ],
        areas=(("th.encounter",), ("th.dementia", "th.safety"), (), ("egna knep",))[number % 4],
        minutes=(30, 60, None, 20)[number % 4],
    )
    for number in range(57)
)
PORTFOLIO = Portfolio(
    PROFILE,
    tuple(sorted((*CHOSEN, *OTHERS), key=lambda entry: (entry.date, entry.id))),
    TODAY,
    trainings=TRAININGS,
    areas=AREAS,
    goals=GOALS,
    actions=ACTIONS,
    talks=(HELD,),
    last_talk_on=FIRST,
)
SELECTION = Selection(
    year_in_short=(
        "Jag är tryggare i bemötandet vid demens och visar nu andra hur man gör.\n"
        "Jag blev klar med handledarutbildningen steg 2.\n"
        "Jag vill använda mina tecken (TAKK) mer och lära mig välfärdsteknik."
    ),
    wishes=(
        "- Jag vill visa mina tecken på fler avdelningar.\nJag behöver en timme i månaden för handledning i schemat."
    ),
    shared_with="enhetschef",
)
