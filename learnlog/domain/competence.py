"""Competence areas: what the work requires, what I can, whether it is used, and so what is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple

from learnlog.domain.revising import Problems, valid
from learnlog.domain.values import Applied, Clash
from learnlog.text import N_, Msg

ACTIVE_MAX = 12
"""Most areas worked with at a time: mapping everything is never finished, and helps nobody (rule 5)."""
LEVEL_MAX = 4
"""Highest level; 0 is the lowest."""
NAME_MAX = 80
"""Longest name of an area, in characters."""
NO_LEVEL = Msg(N_("A level is a number from 0 to 4."))


class NeedType(StrEnum):
    """What is missing, and so what helps (slide 13)."""

    MOBILISE = "mobilise"
    """It is there, but it is not used."""
    DEVELOP = "develop"
    """It is to be learned."""
    ACQUIRE = "acquire"
    """The organisation needs it from outside. Never a fault of the person."""


class Rating(NamedTuple):
    """How an area stood on a day, by the owner's own estimate.

    Attributes:
        on: The day; there is one estimate a day.
        level: What I can, 0 to 4; None when it was not rated.
        used: Whether it is used at work; None when not told.
        requirement: What was required then, 0 to 4; None when nothing was.
    """

    on: dt.date
    level: int | None = None
    used: Applied | None = None
    requirement: int | None = None


class Area(NamedTuple):
    """A competence area of the plan (DOMAIN: CompetenceArea, CompetenceStatus).

    Attributes:
        id: 128 random bits as 32 hexadecimal digits.
        name: A key of the catalogue (``th.dementia``) or the owner's own name; entries are linked by it.
        description: What is meant by it; may be empty.
        is_active: Whether it is worked with now; at most `ACTIVE_MAX` are.
        requirement: What the work requires, 0 to 4; None when nothing is required, and then no rating is asked.
        why: Why it is required: which goal of the service.
        need: What is missing, if the owner says otherwise than the levels do.
        answers: Question id → answer of the analysis in small (n1 to n3).
        evidence: Ids of entries that show it, besides those written about it.
        ratings: The owner's estimates, the oldest first; the last one is how it stands now.
        created_at: When it was first written; aware, UTC.
        updated_at: When it was last saved; aware, UTC.
        deleted_at: When it was put in the bin; None while it is in the plan.
        clashes: What another window wrote in the same fields; empty nearly always.
        revision: Running number of the log line it was read from; 0 before the first save. Not stored.
    """

    id: str
    name: str = ""
    description: str = ""
    is_active: bool = True
    requirement: int | None = None
    why: str = ""
    need: NeedType | None = None
    answers: dict[str, str] = {}  # noqa: RUF012 - never changed in place
    evidence: tuple[str, ...] = ()
    ratings: tuple[Rating, ...] = ()
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    deleted_at: dt.datetime | None = None
    clashes: tuple[Clash, ...] = ()
    revision: int = 0

    def revised(self, **changes: Any) -> Area:  # noqa: ANN401 - any field's value
        """This area with some fields changed: texts cleaned for keeping, then checked.

        Raises:
            InvalidInputError: With every problem of the result, by field.
        """
        return valid(self._replace(**changes), "name")

    def problems(self) -> Problems:
        """Every reason this area cannot be saved as it is, as (field, sentence)."""
        found: list[tuple[str, Msg]] = []
        if not self.name:
            found.append(("name", Msg(N_("Write what the area is called."))))
        elif len(self.name) > NAME_MAX:
            found.append(("name", Msg(N_("The name is too long: at most {most} characters."), {"most": NAME_MAX})))
        levels = (("requirement", self.requirement), *(("level", each.level) for each in self.ratings))
        wrong = dict.fromkeys(field for field, level in levels if not is_level(level))
        found += [(field, NO_LEVEL) for field in wrong]
        return tuple(found)

    def rated(self, level: int | None, used: Applied | None, on: dt.date) -> Area:
        """This area with a new estimate; those before it become history, but for one of the same day."""
        others = (each for each in self.ratings if each.on != on)
        ratings = (*others, Rating(on, level, used, self.requirement))
        return self._replace(ratings=tuple(sorted(ratings, key=_day)))

    def then(self, on: dt.date) -> Rating | None:
        """The estimate that held on a day: the last one made until then; None before the first."""
        return max((each for each in self.ratings if each.on <= on), key=_day, default=None)

    @property
    def now(self) -> Rating | None:
        """The estimate that holds now; None before the first."""
        return max(self.ratings, key=_day, default=None)

    @property
    def level(self) -> int | None:
        """What I can, 0 to 4, my own estimate; None when not rated."""
        return self.now.level if self.now else None

    @property
    def used(self) -> Applied | None:
        """Whether it is used at work; None when not told."""
        return self.now.used if self.now else None

    @property
    def is_asked(self) -> bool:
        """Whether an estimate is asked: where something is required, and there is none yet (rule 5)."""
        return self.is_active and self.requirement is not None and self.level is None

    @property
    def gap(self) -> NeedType | None:
        """What is missing or not used; None when nothing is, or it cannot be told.

        What the owner has said goes before the levels. A level below the requirement is to be developed; one that
        meets it but is not used is to be mobilised, whatever is required.
        """
        if self.need:
            return self.need
        if self.level is not None and self.requirement is not None and self.level < self.requirement:
            return NeedType.DEVELOP
        is_there = self.level is not None and self.level >= (self.requirement or 1)
        return NeedType.MOBILISE if is_there and self.used in _HARDLY_USED else None


_HARDLY_USED = (Applied.NOT_YET, Applied.TRIED_ONCE)


def is_level(level: int | None) -> bool:
    """Whether a level is one of the scale; None, for not told, is as good."""
    return level is None or 0 <= level <= LEVEL_MAX


def _day(rating: Rating) -> dt.date:
    return rating.on


def too_many(areas: Iterable[Area]) -> bool:
    """Whether no further area can be made active."""
    return sum(1 for each in areas if each.is_active) >= ACTIVE_MAX


def gaps(areas: Iterable[Area]) -> dict[NeedType, tuple[Area, ...]]:
    """The active areas in which something is missing or not used, by what helps."""
    found: dict[NeedType, list[Area]] = {need: [] for need in NeedType}
    for area in areas:
        if area.is_active and (need := area.gap):
            found[need].append(area)
    return {need: tuple(each) for need, each in found.items()}
