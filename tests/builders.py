"""Values for tests: only what the test cares about needs to be said."""

from __future__ import annotations

import datetime as dt
import os
from typing import Any

from learnlog.domain.clock import Clock
from learnlog.domain.competence import Area
from learnlog.domain.entry import Entry
from learnlog.domain.goal import Action, Goal
from learnlog.domain.training import Training, TrainingStatus

TODAY = dt.date(2026, 11, 20)
"""A Friday, in week 47."""
NOW = dt.datetime(2026, 11, 20, 12, 0, tzinfo=dt.UTC)


def a_clock(today: dt.date = TODAY, now: dt.datetime = NOW) -> Clock:
    """A clock that stands still."""
    return Clock(now=lambda: now, today=lambda: today)


class Calendar:
    """A clock that a test moves on: set `today`."""

    def __init__(self) -> None:
        self.today = TODAY

    def clock(self) -> Clock:
        """A clock that shows the calendar's day."""
        return Clock(now=lambda: NOW + (self.today - TODAY), today=lambda: self.today)


def an_entry(**changes: Any) -> Entry:
    """A small valid entry."""
    values: dict[str, Any] = {
        "id": os.urandom(16).hex(),
        "date": TODAY,
        "title": "Lugn förflyttning med personlyft",
        "created_at": NOW,
        "updated_at": NOW,
    }
    return Entry(**(values | changes))


FORM = {
    "a1": "Kunna bemöta oro",
    "a2": "Lugnare kvällar",
    "a3": "De sover bättre",
    "a4": "Vänta tio sekunder, i köket först",
    "a5": "apt,show_in_practice",
}
"""Every required answer of the form before a training."""
DIALOGUE = {
    "b1": "2026-11-02",
    "b1_note": "chefen och jag",
    "b2": "Färre oroliga kvällar",
    "b3": "yes",
    "b4": "Visa två kollegor",
    "b5": "Vikarie båda dagarna",
    "b6": "2026-12-09",
    "b6_note": "APT på Eken",
    "b8": "2026-12-04,2027-03-02",
}
"""Every required answer of the dialogue with the manager."""
AFTER_2_WEEKS = {"c1": "several", "c3": "no", "c5": "Skriva tre råd"}
AFTER_3_MONTHS = {"d1": "us.3", "d2": "Jag väntar", "d3": "De svarar själva", "d5": "ex.more", "d7": "keep,tell"}


def a_training(**changes: Any) -> Training:
    """A small valid training, booked for next Monday."""
    values: dict[str, Any] = {
        "id": os.urandom(16).hex(),
        "title": "Bemötande vid demens",
        "status": TrainingStatus.BOOKED,
        "start_on": dt.date(2026, 11, 23),
        "created_at": NOW,
        "updated_at": NOW,
    }
    return Training(**(values | changes))


def an_area(**changes: Any) -> Area:
    """A small valid competence area."""
    return Area(**({"id": os.urandom(16).hex(), "name": "th.dementia"} | changes))


def a_goal(**changes: Any) -> Goal:
    """A small valid goal."""
    return Goal(**({"id": os.urandom(16).hex(), "title": "Möta oro på egen hand"} | changes))


def an_action(**changes: Any) -> Action:
    """A small valid action."""
    return Action(**({"id": os.urandom(16).hex(), "what": "Fem tecken i vardagen"} | changes))
