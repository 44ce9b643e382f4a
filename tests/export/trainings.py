"""The trainings of the invented assistant nurse's year: one in every state that a document tells about."""

from __future__ import annotations

import datetime as dt
from typing import Any

from learnlog.domain.training import (
    Channel,
    FollowUp,
    Sharing,
    SharingStatus,
    Training,
    TrainingStatus,
)
from learnlog.domain.values import ActivityType


def held(number: int, title: str, start_on: dt.date | None, **changes: Any) -> Training:
    """A training that has taken place."""
    return Training(
        f"{0xA0 + number:032x}", title, start_on=start_on, **({"status": TrainingStatus.COMPLETED} | changes)
    )


DEMENTIA = held(
    1,
    "Bemötande vid demens",
    dt.date(2026, 2, 3),
    end_on=dt.date(2026, 2, 4),
    status=TrainingStatus.FOLLOWED_UP,
    provider="Exempelköpings kommun",
    minutes=14 * 60,
    before={
        "a1": "Hur man möter oro på kvällen utan att tjata eller rätta.",
        "a2": "Många boende blir oroliga på kvällen och vi gör på olika sätt.",
        "a3": "Lugnare kvällar och måltider.",
        "a4": "Jag väntar in svaret innan jag frågar igen. Jag provar först vid kvällsmaten.",
        "a5": "apt,show_in_practice",
        "a6": "Ont om tid på kvällen.",
        "a7": "Att vi är två vid kvällsmaten de första veckorna.",
    },
    dialogue={
        "b1": "2026-01-12",
        "b1_note": "jag och enhetschefen",
        "b2": "Färre oroliga kvällar. Alla gör på samma sätt.",
        "b3": "conditions",
        "b3_note": "Om vikarien kan båda dagarna.",
        "b4": "Jag provar vid kvällsmaten och berättar på APT.",
        "b5": "Vikarie båda dagarna och tio minuter på APT.",
        "b6": "2026-02-25",
        "b6_note": "APT",
        "b7": "Vi räknar de oroliga kvällarna en vecka före och en vecka efter.",
        "b8": "2026-02-18,2026-05-05",
    },
    confirmed_employee_on=dt.date(2026, 1, 12),
    confirmed_manager_on=dt.date(2026, 1, 13),
    followups=(
        FollowUp(
            1,
            dt.date(2026, 2, 18),
            dt.date(2026, 2, 27),
            {"c1": "several", "c2": "Jag väntade in svaret vid kvällsmaten", "c3": "yes", "c5": "Visa en kollega."},
        ),
        FollowUp(
            2,
            dt.date(2026, 5, 5),
            dt.date(2026, 5, 7),
            {
                "d1": "us.3",
                "d2": "Jag sätter mig bredvid och väntar tio sekunder innan jag frågar igen.",
                "d3": "Lugnare måltider. De hinner svara själva.",
                "d4": "Vi gör på samma sätt allihop, även de som vikarierar.",
                "d5": "ex.more",
                "d6": "Ny rutin vid kvällsmaten sedan mars.",
                "d7": "keep,tell",
            },
        ),
    ),
    sharings=(
        Sharing(
            "c1",
            Channel.MEETING,
            dt.date(2026, 2, 25),
            "arbetslaget",
            "tre råd vid oro",
            SharingStatus.DONE,
            "Alla vill prova.",
        ),
        Sharing("c2", Channel.SHOW, None, "", "", SharingStatus.CANCELLED),
    ),
)
SUPERVISOR = held(
    2,
    "Handledarutbildning steg 2",
    dt.date(2026, 2, 16),
    end_on=dt.date(2026, 3, 20),
    type=ActivityType.SUPTRAIN,
    minutes=24 * 60,
    before={"a2": "Bättre stöd till lärlingar och nya kollegor", "a5": "reflection_meeting"},
    followups=(
        FollowUp(1, dt.date(2026, 4, 3), skipped_because="jag hade semester"),
        FollowUp(2, dt.date(2026, 6, 18)),
    ),
    sharings=(
        Sharing("c3", Channel.REFLECTION, dt.date(2026, 4, 2), "", "ta emot en lärling", SharingStatus.DONE),
        Sharing("c4", Channel.MEETING, dt.date(2026, 12, 3), "arbetslaget", "Så tar vi emot en lärling"),
    ),
)
HYGIENE = held(
    3,
    "Basal hygien",
    dt.date(2026, 5, 19),
    type=ActivityType.ELEARN,
    minutes=120,
    mandatory=True,
    followups=(FollowUp(1, dt.date(2026, 6, 2)), FollowUp(2, dt.date(2026, 8, 17))),
)
SIGNS = held(
    4,
    "Tecken som stöd (TAKK)",
    dt.date(2026, 9, 8),
    minutes=90,
    followups=(FollowUp(1, dt.date(2026, 9, 22)), FollowUp(2, dt.date(2026, 12, 7))),
)
PLANNED = held(
    5,
    "Välfärdsteknik i hemmet",
    dt.date(2027, 1, 19),
    status=TrainingStatus.BOOKED,
    before={"a2": "Fler kan larma själva."},
)
UNTOLD = (
    held(6, "En idé som inte är beslutad", dt.date(2026, 6, 1), status=TrainingStatus.IDEA),
    held(7, "En kurs som inte blev godkänd", dt.date(2026, 6, 2), status=TrainingStatus.DECLINED),
    held(8, "En kurs som ställdes in", dt.date(2026, 6, 3), status=TrainingStatus.CANCELLED),
    held(9, "En kurs från förra året", dt.date(2025, 6, 4)),
)
TRAININGS = (DEMENTIA, SUPERVISOR, HYGIENE, SIGNS, PLANNED, *UNTOLD)
