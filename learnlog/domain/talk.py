"""The development talk: its preparation, what was agreed, and the summary as it was shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from learnlog.domain.goal import Action, Goal
from learnlog.domain.values import Clash


class TalkKind(StrEnum):
    """Which talk it is."""

    ANNUAL = "annual"
    HALF_YEAR = "half_year"
    OTHER = "other"


class Talk(NamedTuple):
    """A development talk (DOMAIN: DevelopmentTalk).

    Attributes:
        id: 128 random bits as 32 hexadecimal digits.
        talk_on: The day; None while it is not decided.
        kind: Which talk it is.
        who: Who takes part, as roles; may be empty.
        employee: Question id → answer of the employee's preparation (t1 to t9).
        manager: Question id → answer of the manager's (t10 to t12), typed in by the owner.
        goal_ids: The goals agreed in it.
        action_ids: The actions agreed in it.
        agreements: What was agreed besides goals and actions, one agreement each.
        next_on: The day of the next talk; None when not decided.
        held_on: The day it was written down as held; None while it is being prepared.
        summary: The CV summary as it was shown, Markdown; empty before it is held.
        evaluation: Question id → answer of the yearly evaluation of the plan (y1, y2).
        created_at: When it was first written; aware, UTC.
        updated_at: When it was last saved; aware, UTC.
        deleted_at: When it was put in the bin; None while it is in the list.
        clashes: What another window wrote in the same fields; empty nearly always.
        revision: Running number of the log line it was read from; 0 before the first save. Not stored.
    """

    id: str
    talk_on: dt.date | None = None
    kind: TalkKind = TalkKind.ANNUAL
    who: str = ""
    employee: dict[str, str] = {}  # noqa: RUF012 - never changed in place
    manager: dict[str, str] = {}  # noqa: RUF012 - never changed in place
    goal_ids: tuple[str, ...] = ()
    action_ids: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    next_on: dt.date | None = None
    held_on: dt.date | None = None
    summary: str = ""
    evaluation: dict[str, str] = {}  # noqa: RUF012 - never changed in place
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    deleted_at: dt.datetime | None = None
    clashes: tuple[Clash, ...] = ()
    revision: int = 0


def last_held(talks: Iterable[Talk], before: dt.date | None = None) -> Talk | None:
    """The latest talk that was held, if need be before a day; None when there has been none."""
    held = [each for each in talks if each.held_on and each.talk_on and (before is None or each.talk_on < before)]
    return max(held, key=lambda each: (each.talk_on or dt.date.min, each.id), default=None)


class LookingBack(NamedTuple):
    """What the talk before this one agreed, and what became of it: where this one begins.

    Attributes:
        talk: The talk before; None when there was none.
        goals: The goals agreed there.
        actions: The actions agreed there, and those of these goals.
    """

    talk: Talk | None
    goals: tuple[Goal, ...]
    actions: tuple[Action, ...]


def looking_back(
    talks: Iterable[Talk], goals: Iterable[Goal], actions: Iterable[Action], before: dt.date | None = None
) -> LookingBack:
    """What the last talk agreed; before the first, every goal and action there is.

    Args:
        talks: Those that are not in the bin.
        goals: Those that are not in the bin.
        actions: Those that are not in the bin.
        before: The day of the talk that begins from it; None for one that is still to come.
    """
    last = last_held(talks, before)
    if last is None:
        return LookingBack(None, tuple(goals), tuple(actions))
    agreed = tuple(each for each in goals if each.id in last.goal_ids)
    ids = {each.id for each in agreed}
    return LookingBack(
        last, agreed, tuple(each for each in actions if each.id in last.action_ids or each.goal_id in ids)
    )
