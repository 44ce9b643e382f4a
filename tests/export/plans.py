"""The plan of the invented assistant nurse: areas of every kind of need, goals and actions, two talks, a workshop."""

from __future__ import annotations

import datetime as dt

from learnlog.domain.competence import Area, NeedType, Rating
from learnlog.domain.goal import Action, ActionRole, ActionStatus, Goal, GoalStatus, Review
from learnlog.domain.talk import Talk, TalkKind
from learnlog.domain.values import Applied, Arena
from learnlog.domain.workshop import Phase, Workshop

FIRST = dt.date(2025, 11, 20)
"""The day of the last annual talk."""
SPRING = dt.date(2026, 4, 14)
"""The day of a later estimate."""


def uid(kind: int, number: int) -> str:
    """An id."""
    return f"{kind * 0x1000 + number:032x}"


def rated(*ratings: tuple[dt.date, int, Applied, int | None]) -> tuple[Rating, ...]:
    """Estimates: the day, the level, how much it is used, what was required."""
    return tuple(Rating(on, level, used, least) for on, level, used, least in ratings)


ENCOUNTER = Area(
    uid(1, 1),
    "th.encounter",
    requirement=3,
    why="Alla boende ska känna sig trygga med oss",
    ratings=rated((FIRST, 2, Applied.SOMETIMES, 3), (SPRING, 4, Applied.ALWAYS, 3)),
)
DEMENTIA = Area(
    uid(1, 2),
    "th.dementia",
    requirement=3,
    why="Två av tre boende har en demenssjukdom",
    ratings=rated((FIRST, 2, Applied.SOMETIMES, 3), (SPRING, 3, Applied.OFTEN, 3)),
    evidence=(f"{5:032x}",),
)
SIGNS = Area(
    uid(1, 3),
    "Tecken som stöd (TAKK)",
    requirement=2,
    ratings=rated((FIRST, 3, Applied.TRIED_ONCE, 2)),
)
TECH = Area(
    uid(1, 4),
    "th.digital",
    requirement=2,
    why="Larm och kameror kommer på alla avdelningar nästa år",
    ratings=rated((SPRING, 1, Applied.NOT_YET, 2)),
)
WOUNDS = Area(uid(1, 5), "sårvård", requirement=3, need=NeedType.ACQUIRE, why="Vi är ensamma på natten")
RESTING = Area(uid(1, 6), "th.nutrition", is_active=False, requirement=1)
UNTOLD = Area(uid(1, 7), "th.ethics")
AREAS = (ENCOUNTER, DEMENTIA, SIGNS, TECH, WOUNDS, RESTING, UNTOLD)

CALM = Goal(
    uid(2, 1),
    "Kunna bemöta oro på egen hand",
    area_id=DEMENTIA.id,
    status=GoalStatus.ACHIEVED,
    closed_on=dt.date(2026, 6, 11),
    talk_id=uid(4, 1),
)
IN_TEAM = Goal(
    uid(2, 2),
    "Använda TAKK i arbetsgruppen",
    NeedType.MOBILISE,
    SIGNS.id,
    why="Flera boende har svårt att hitta orden.",
    measure="Fem tecken används varje dag, av alla.",
    deadline_on=dt.date(2027, 2, 1),
    status=GoalStatus.IN_PROGRESS,
    from_level=2,
    to_level=3,
    talk_id=uid(4, 1),
)
ALARMS = Goal(uid(2, 3), "Kunna ställa in larmen själv", area_id=TECH.id, deadline_on=dt.date(2027, 9, 1))
GIVEN_UP = Goal(
    uid(2, 4), "Gå en kurs i tecken till", NeedType.DEVELOP, SIGNS.id, status=GoalStatus.DROPPED, closed_on=SPRING
)
GOALS = (CALM, IN_TEAM, ALARMS, GIVEN_UP)

TWENTY = Action(
    uid(3, 1),
    "20 tecken för alla",
    how="fem tecken på varje APT",
    who=(ActionRole.ME, ActionRole.COLLEAGUE),
    first_step="visa fem tecken på APT",
    first_step_on=dt.date(2026, 8, 27),
    first_step_done_on=dt.date(2026, 8, 27),
    due_on=dt.date(2026, 12, 18),
    status=ActionStatus.STARTED,
    arena=Arena.IN,
    goal_id=IN_TEAM.id,
    talk_id=uid(4, 1),
    reviews=(
        Review(dt.date(2026, 9, 1), "Vi provade tre tecken", "", "Fem nästa gång"),
        Review(dt.date(2026, 10, 6), "Fem tecken används", "Ingen tid i schemat", "Vi tar det på överlämningen"),
    ),
)
POSTER = Action(
    uid(3, 2),
    "Sätta upp en tavla med tecknen",
    who=(ActionRole.ME, ActionRole.TEAM),
    responsible=ActionRole.COLLEAGUE,
    first_step="rita tavlan",
    first_step_on=dt.date(2026, 10, 1),
    goal_id=IN_TEAM.id,
)
SHADOWING = Action(
    uid(3, 3),
    "Gå bredvid en kollega som kan larmen",
    who=(ActionRole.ME,),
    first_step="fråga gruppchefen om en dag",
    first_step_on=dt.date(2026, 12, 1),
    goal_id=ALARMS.id,
    arena=Arena.IN,
)
LIST = Action(
    uid(3, 4),
    "En checklista vid överlämningen",
    how="vi skriver den på reflektionsmötet",
    who=(ActionRole.TEAM,),
    responsible=ActionRole.MANAGER,
    status=ActionStatus.DONE,
    closed_on=dt.date(2026, 5, 4),
    obstacle="Vi hinner inte berätta allt",
    vision="Alla vet vad som hänt",
    workshop_id=uid(5, 1),
    talk_id=uid(4, 1),
)
ACTIONS = (TWENTY, POSTER, SHADOWING, LIST)

HELD = Talk(
    uid(4, 1),
    FIRST,
    who="jag och enhetschefen",
    employee={"t1": "Att jag höll lugnet i våras.", "t5": "TAKK", "t7": "Välfärdsteknik, för larmen kommer."},
    manager={"t10": "Du förklarar varför, inte bara hur."},
    goal_ids=(CALM.id, IN_TEAM.id),
    action_ids=(TWENTY.id, LIST.id),
    agreements=("En timme i månaden för handledning i schemat",),
    next_on=dt.date(2026, 12, 8),
    held_on=dt.date(2025, 11, 21),
    summary="# CV-sammanställning inför medarbetarsamtal\n\n**Exempel Exempelsson**\n",
    evaluation={"y1": "De flesta. Kvällarna är lugnare.", "y2": "Kravet på välfärdsteknik."},
)
COMING = Talk(
    uid(4, 2),
    dt.date(2026, 12, 8),
    who="jag och enhetschefen",
    employee={"t4": "Teamet fungerar bra. Kvällarna är svåra när vi är få."},
    manager={"t12": "Att gå bredvid på natten."},
)
FOLLOWING = COMING._replace(kind=TalkKind.HALF_YEAR)
TALKS = (HELD, COMING)

WORKSHOP = Workshop(
    uid(5, 1),
    dt.date(2026, 3, 5),
    "Hur får vi lugna överlämningar?",
    in_team=True,
    hopes=("Att alla vågar säga vad de tycker", "Att vi kommer fram till en sak vi gör"),
    critique=("Vi hinner inte berätta allt", "Telefonen ringer", "Alla pratar samtidigt"),
    bottom=("Vi hinner inte berätta allt",),
    vision=("Tio lugna minuter", "Alla vet vad som hänt", "En egen sal med soffa"),
    top=("Tio lugna minuter", "Alla vet vad som hänt"),
    islands=("Överlämningen", "Rummet"),
    island="Överlämningen",
    phase=Phase.ACTIONS,
)
