"""The development talk: its preparation, what was agreed, and the summary as it was shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple

from learnlog.domain.competence import Area
from learnlog.domain.goal import Action, Goal
from learnlog.domain.plan_questions import MANAGERS, PREPARATION
from learnlog.domain.questions import QuestionSet, is_answered
from learnlog.domain.revising import Problems, one_line_each, valid
from learnlog.domain.values import Clash
from learnlog.text import N_, Msg

HALF_A_YEAR = dt.timedelta(weeks=26)
"""How long after a talk the next one usually is: the half-year follow-up, then the next annual one."""


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
        manager: Question id → answer of the manager's (t10 to t12), typed in by the owner; may be empty.
        goal_ids: The goals agreed in it.
        action_ids: The actions agreed in it.
        area_ids: The areas of which it was agreed what the work requires.
        agreements: What was agreed besides goals, actions and requirements, one agreement each.
        next_on: The day of the next talk; None when not decided.
        held_on: The day it was written down as held; None while it is being prepared.
        summary: The CV summary as it was shown, Markdown; empty before it is held.
        evaluation: Question id → answer of the yearly evaluation of the plan (y1, y2).
        agreed_goals: The goals as they read when they were agreed; see `learnlog.domain.agreed`.
        agreed_actions: The actions, likewise.
        agreed_areas: The areas these belong to, and those of `area_ids`, likewise.
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
    area_ids: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    next_on: dt.date | None = None
    held_on: dt.date | None = None
    summary: str = ""
    evaluation: dict[str, str] = {}  # noqa: RUF012 - never changed in place
    agreed_goals: tuple[Goal, ...] = ()
    agreed_actions: tuple[Action, ...] = ()
    agreed_areas: tuple[Area, ...] = ()
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    deleted_at: dt.datetime | None = None
    clashes: tuple[Clash, ...] = ()
    revision: int = 0

    def revised(self, **changes: Any) -> Talk:  # noqa: ANN401 - any field's value
        """This talk with some fields changed: texts cleaned for keeping, then checked.

        Raises:
            InvalidInputError: With every problem of the result, by field.
        """
        talk = valid(self._replace(**changes), "who")
        return talk._replace(agreements=one_line_each(talk.agreements))

    def problems(self) -> Problems:
        """Every reason this talk cannot be saved as it is, as (field, sentence)."""
        found: list[tuple[str, Msg]] = []
        if self.held_on and (self.talk_on is None or self.talk_on > self.held_on):
            found.append(("talk_on", Msg(N_("Write the day the talk was held; it is not in the future."))))
        if self.next_on and self.talk_on and self.next_on <= self.talk_on:
            found.append(("next_on", Msg(N_("The next talk is after this one."))))
        return tuple(found)

    @property
    def is_held(self) -> bool:
        """Whether it has been held and written down; otherwise it is being prepared."""
        return self.held_on is not None


class Prepared(NamedTuple):
    """How far a preparation has come; it may be left at any point.

    Attributes:
        answered: How many questions have an answer.
        questions: Of how many.
        missing: How many that should have one have none.
    """

    answered: int
    questions: int
    missing: int


def prepared(talk: Talk) -> Prepared:
    """How far the employee's preparation has come."""
    return _prepared(PREPARATION, talk.employee)


def prepared_by_manager(talk: Talk) -> Prepared:
    """How far the manager's preparation has come; a talk may well go without it."""
    return _prepared(MANAGERS, talk.manager)


def _prepared(questions: QuestionSet, answers: dict[str, str]) -> Prepared:
    answered = sum(is_answered(answers, each.id) for each in questions.questions)
    return Prepared(answered, len(questions.questions), len(questions.missing(answers)))


def held_before(talks: Iterable[Talk], before: dt.date | None = None) -> tuple[Talk, ...]:
    """The talks that were held, if need be before a day; the earliest first."""
    held = [each for each in talks if each.is_held and each.talk_on and (before is None or each.talk_on < before)]
    return tuple(sorted(held, key=_day))


def last_held(talks: Iterable[Talk], before: dt.date | None = None) -> Talk | None:
    """The latest talk that was held, if need be before a day; None when there has been none."""
    return next(reversed(held_before(talks, before)), None)


def year_of(talks: Iterable[Talk], before: dt.date | None = None) -> tuple[Talk, ...]:
    """The talks since the last annual one, that one included; before there is one, all that were held.

    A half-year follow-up stands between two annual talks: what was agreed in the first is not forgotten by it.
    """
    held = held_before(talks, before)
    annual = [place for place, each in enumerate(held) if each.kind is TalkKind.ANNUAL]
    return held[annual[-1] :] if annual else held


def last_talk_on(talks: Iterable[Talk]) -> dt.date | None:
    """The day from which a year is told: of the last annual talk, or of the first of another kind; None without any."""
    return next((each.talk_on for each in year_of(talks)), None)


def usual_kind(talks: Iterable[Talk]) -> TalkKind:
    """Which talk usually comes next: after an annual one its half-year follow-up, else an annual one."""
    last = last_held(talks)
    return TalkKind.HALF_YEAR if last and last.kind is TalkKind.ANNUAL else TalkKind.ANNUAL


class LookingBack(NamedTuple):
    """What was agreed since the last annual talk, and what became of it: where the next talk begins.

    Attributes:
        talks: That talk and those since, the earliest first; empty when there was none.
        goals: The goals agreed there.
        actions: The actions agreed there, and those of these goals.
        agreements: What else was agreed there.
    """

    talks: tuple[Talk, ...]
    goals: tuple[Goal, ...]
    actions: tuple[Action, ...]
    agreements: tuple[str, ...]

    @property
    def talk(self) -> Talk | None:
        """The latest of the talks; None when there was none."""
        return self.talks[-1] if self.talks else None


def looking_back(
    talks: Iterable[Talk], goals: Iterable[Goal], actions: Iterable[Action], before: dt.date | None = None
) -> LookingBack:
    """What was agreed since the last annual talk; before the first talk, every goal and action there is.

    Args:
        talks: Those that are not in the bin.
        goals: Those that are not in the bin.
        actions: Those that are not in the bin.
        before: The day of the talk that begins from it; None for one that is still to come.
    """
    held = year_of(talks, before)
    if not held:
        return LookingBack((), tuple(goals), tuple(actions), ())
    goal_ids = {uid for each in held for uid in each.goal_ids}
    action_ids = {uid for each in held for uid in each.action_ids}
    agreed = dict.fromkeys(text for each in held for text in each.agreements)
    return LookingBack(
        held,
        tuple(each for each in goals if each.id in goal_ids),
        tuple(each for each in actions if each.id in action_ids or each.goal_id in goal_ids),
        tuple(agreed),
    )


def _day(talk: Talk) -> tuple[dt.date, str]:
    return talk.talk_on or dt.date.max, talk.id
