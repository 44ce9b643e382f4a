"""The future workshop, alone or in a team: from what is hard, by way of the best of worlds, to actions."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from learnlog.domain.values import Clash


class Phase(StrEnum):
    """The phases, in their order."""

    QUESTION = "question"
    HOPES = "hopes"
    CRITIQUE = "critique"
    """Obstacles: everything that is slow, hard or impossible; nothing is defended."""
    BOTTOM = "bottom"
    """The worst of them are picked."""
    VISION = "vision"
    """In the best of worlds: nothing is impossible."""
    TOP = "top"
    """The best of it is picked."""
    ISLAND = "island"
    """One area to begin with is chosen."""
    ACTIONS = "actions"


class Workshop(NamedTuple):
    """A future workshop (DOMAIN: FutureWorkshop).

    Attributes:
        id: 128 random bits as 32 hexadecimal digits.
        held_on: The day it was begun.
        question: What it is about.
        in_team: Whether it is held in a team; otherwise alone.
        hopes: What is hoped for, one hope a line.
        critique: Obstacles.
        bottom: Those picked as the worst, in the order of `critique`.
        vision: The best of worlds.
        top: What was picked of it, in the order of `vision`.
        islands: Areas to develop.
        island: The one chosen; one of `islands`.
        phase: How far it has come.
        created_at: When it was first written; aware, UTC.
        updated_at: When it was last saved; aware, UTC.
        deleted_at: When it was put in the bin; None while it is in the plan.
        clashes: What another window wrote in the same fields; empty nearly always.
        revision: Running number of the log line it was read from; 0 before the first save. Not stored.
    """

    id: str
    held_on: dt.date
    question: str = ""
    in_team: bool = False
    hopes: tuple[str, ...] = ()
    critique: tuple[str, ...] = ()
    bottom: tuple[str, ...] = ()
    vision: tuple[str, ...] = ()
    top: tuple[str, ...] = ()
    islands: tuple[str, ...] = ()
    island: str = ""
    phase: Phase = Phase.QUESTION
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    deleted_at: dt.datetime | None = None
    clashes: tuple[Clash, ...] = ()
    revision: int = 0
