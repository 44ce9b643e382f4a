"""The future workshop, alone or in a team: from what is hard, by way of the best of worlds, to actions."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, NamedTuple

from learnlog.domain.goal import Action
from learnlog.domain.printable import taken_in
from learnlog.domain.revising import one_line, one_line_each
from learnlog.domain.values import Clash
from learnlog.errors import InvalidInputError
from learnlog.text import N_, Msg

QUESTION_MAX = 120
"""Longest question, in characters."""


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
        plans: What is to be done, as actions that come into the plan when it ends; none are left here then.
        phase: How far it has come, which is also where it is gone on with.
        ended_on: The day its goals and actions went into the plan; None while it is under way.
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
    plans: tuple[Action, ...] = ()
    phase: Phase = Phase.QUESTION
    ended_on: dt.date | None = None
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    deleted_at: dt.datetime | None = None
    clashes: tuple[Clash, ...] = ()
    revision: int = 0

    def revised(self, **changes: Any) -> Workshop:  # noqa: ANN401 - any field's value
        """This workshop with some fields changed: texts cleaned for keeping, empty lines and doubles left out.

        What is picked from a list stands in it: what was taken out of the list is not picked any more. An island may
        be chosen that nobody has written down before; it is one of the islands then.

        Raises:
            InvalidInputError: If it is about nothing.
        """
        taken: Workshop = taken_in(self._replace(**changes))
        critique, vision, island = one_line_each(taken.critique), one_line_each(taken.vision), one_line(taken.island)
        question = one_line(taken.question)
        if not question:
            raise InvalidInputError(("question", Msg(N_("Write what the workshop is about."))))
        if len(question) > QUESTION_MAX:
            too_long = Msg(N_("The question is too long: at most {most} characters."), {"most": QUESTION_MAX})
            raise InvalidInputError(("question", too_long))
        return taken._replace(
            question=question,
            hopes=one_line_each(taken.hopes),
            critique=critique,
            bottom=_picked(taken.bottom, critique),
            vision=vision,
            top=_picked(taken.top, vision),
            islands=one_line_each((*taken.islands, island)),
            island=island,
            plans=tuple(
                each for each in (each._replace(what=one_line(each.what)) for each in taken.plans) if each.what
            ),
        )


def _picked(picked: tuple[str, ...], among: tuple[str, ...]) -> tuple[str, ...]:
    """What was picked from a list, in the order of the list."""
    wanted = one_line_each(picked)
    return tuple(each for each in among if each in wanted)
