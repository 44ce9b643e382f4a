"""The development talk: prepared, held, and begun again from what was agreed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from learnlog.domain.agreed import Agreed, kept
from learnlog.domain.clock import Clock
from learnlog.domain.competence import Area
from learnlog.domain.goal import Action, ActionStatus, Goal, GoalStatus
from learnlog.domain.talk import HALF_A_YEAR, LookingBack, Talk, TalkKind, last_held, looking_back, usual_kind
from learnlog.errors import RuleError
from learnlog.services.deeds import Deeds
from learnlog.services.plan_shelves import Areas, Goals
from learnlog.services.shelf import Shelf
from learnlog.storage.owner import selection_of
from learnlog.storage.plan import TALKS
from learnlog.storage.store import Store
from learnlog.text import N_


class Talks(Shelf[Talk]):
    """What the owner can do with development talks. Every method that changes something is one line in the log."""

    none = N_("There is no talk with that id.")
    saved = N_("Saved: the talk")
    deleted = N_("Deleted: the talk")
    restored = N_("Restored: the talk")

    def __init__(self, store: Store, clock: Clock, deeds: Deeds, goals: Goals, areas: Areas) -> None:
        """Work on an opened log; see `Shelf`. What is agreed goes among `goals`, actions, `areas`."""
        super().__init__(store, TALKS, clock, deeds, lambda talk: talk.kind.value)
        self._goals = goals
        self._areas = areas

    # -- reading ------------------------------------------------------------------------------------------------------

    def all(self) -> tuple[Talk, ...]:
        """The talks that are not in the bin, the latest first; one without a day is still to come."""
        return tuple(sorted(super().all(), key=lambda talk: (talk.talk_on or dt.date.max, talk.id), reverse=True))

    def last(self) -> Talk | None:
        """The latest talk that was held; None before the first."""
        return last_held(self.all())

    def coming(self) -> Talk | None:
        """The next talk that is being prepared; None when none is."""
        return next((talk for talk in reversed(self.all()) if not talk.is_held), None)

    def looking_back(self, talk: Talk | None = None) -> LookingBack:
        """What was agreed since the last annual talk, and what became of it.

        Args:
            talk: The talk that begins from it; one that is still to come by default.
        """
        before = talk.talk_on if talk and talk.is_held else None
        return looking_back(self.all(), self._goals.all(), self._goals.actions.all(), before)

    # -- blanks -------------------------------------------------------------------------------------------------------

    def blank(self, kind: TalkKind | None = None) -> Talk:
        """A new talk with its id, on the day agreed last time if that has not passed; nothing is saved.

        Args:
            kind: Which talk; by default the one that usually comes next.
        """
        talks = self.all()
        last = last_held(talks)
        agreed = last.next_on if last and last.next_on and last.next_on >= self.clock.today() else None
        return Talk(self.new_id(), agreed, kind or usual_kind(talks), last.who if last else "")

    def usual_next(self, talk: Talk) -> dt.date:
        """A day for the talk after this one: half a year later, on the same day of the week."""
        return (talk.talk_on or self.clock.today()) + HALF_A_YEAR

    # -- writing ------------------------------------------------------------------------------------------------------

    def prepare(
        self,
        talk: Talk,
        answers: Mapping[str, str],
        managers: Mapping[str, str] | None = None,
        *,
        shown: Iterable[str] | None = None,
    ) -> Talk:
        """Keep answers of the preparation; it may be filled in bit by bit.

        Args:
            talk: The talk.
            answers: Question id → answer of the employee's.
            managers: The same of the manager's, typed in by the owner.
            shown: Ids of the entries to show (t9): the CV summary shows these from then on. None leaves it as it is.

        Raises:
            RuleError: If the talk has been held.
        """
        if talk.is_held:
            raise RuleError(N_("This talk has been held: its preparation stands as it was."))
        with self._deeds.together():
            if shown is not None:
                chosen = selection_of(self._store)
                chosen.put(chosen.get()._replace(entry_ids=tuple(shown), insight_ids=None))
            return self.save(
                talk._replace(employee={**talk.employee, **answers}, manager={**talk.manager, **(managers or {})})
            )

    def evaluate(self, talk: Talk, answers: Mapping[str, str]) -> Talk:
        """Keep answers of the yearly evaluation of the plan; before the talk, in it, or afterwards."""
        return self.save(talk._replace(evaluation={**talk.evaluation, **answers}))

    def hold(self, talk: Talk, agreed: Agreed, summary: str, *, anew: bool = False) -> Talk:
        """Write down a talk that was held: what was agreed is in the plan from then on, and kept as it was agreed.

        A talk that was written down may be written again, to put something right; its summary stays as it was shown,
        and what was agreed as it was agreed.

        Args:
            talk: With its day, who took part, agreements and the next day.
            agreed: The goals and actions agreed, new or from before, without those that were called off; and the areas
                of which it was agreed what the work requires.
            summary: The CV summary as it was shown, Markdown.
            anew: Whether what was agreed before is to read as it does in the plan now.

        Returns:
            The talk as it now lies in the log.

        Raises:
            InvalidInputError: If the day is still to come or missing, or a goal or action lacks something.
            StorageError: If it could not be saved; nothing is changed then.
        """
        goals = [self._goals.checked(_in(talk, _agreed(each), talk.goal_ids)) for each in agreed.goals]
        steps = [
            self._goals.actions.checked(_in(talk, each, talk.action_ids))
            for each in agreed.actions
            if each.status is not ActionStatus.CANCELLED or each.id in talk.action_ids
        ]
        areas = [self._areas.checked(each) for each in agreed.areas]
        now = Agreed(
            (*goals, *_gone(talk.agreed_goals, self._goals.all())),
            (*steps, *_gone(talk.agreed_actions, self._goals.actions.all())),
            (*areas, *_gone((each for each in talk.agreed_areas if each.id in talk.area_ids), self._areas.all())),
            (*_gone(self._areas.all(), areas), *areas),
        )
        held = self.checked(
            kept(talk, now, anew=anew)._replace(
                held_on=talk.held_on or self.clock.today(), summary=talk.summary if talk.is_held else summary
            )
        )
        with self._deeds.together():
            self._let_go(held)
            for goal in goals:
                self._goals.save(goal)
            for action in steps:
                self._goals.actions.save(action)
            for area in areas:
                self._areas.save(area)
            return self._put(held, self.saved)

    # -- within -------------------------------------------------------------------------------------------------------

    def _let_go(self, held: Talk) -> None:
        """What was agreed in a talk when it was written down before, and is not any more, belongs to no talk."""
        for goal in self._goals.all():
            if goal.talk_id == held.id and goal.id not in held.goal_ids:
                self._goals.save(goal._replace(talk_id=""))
        for action in self._goals.actions.all():
            if action.talk_id == held.id and action.id not in held.action_ids:
                self._goals.actions.save(action._replace(talk_id=""))


G = TypeVar("G", Goal, Action)
V = TypeVar("V", Goal, Action, Area)


def _in(talk: Talk, value: G, before: Collection[str]) -> G:
    """A goal or action that is agreed in a talk; one that was agreed there before may have been agreed anew since."""
    return value if value.id in before else value._replace(talk_id=talk.id)


def _gone(values: Iterable[V], found: Iterable[V]) -> tuple[V, ...]:
    """Those that are not among others: what was agreed once and has left the plan was agreed all the same."""
    ids = {each.id for each in found}
    return tuple(each for each in values if each.id not in ids)


def _agreed(goal: Goal) -> Goal:
    return goal._replace(status=GoalStatus.AGREED) if goal.status is GoalStatus.SUGGESTED else goal
