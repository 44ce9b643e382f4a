"""The development talk: prepared, held, and begun again from what was agreed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from learnlog.domain.clock import Clock
from learnlog.domain.goal import Action, ActionStatus, Goal, GoalStatus
from learnlog.domain.printable import taken_in
from learnlog.domain.talk import LookingBack, Talk, TalkKind, last_held, looking_back
from learnlog.errors import InvalidInputError
from learnlog.services.deeds import Deeds
from learnlog.services.plan import Plan
from learnlog.services.shelf import Shelf
from learnlog.storage.plan import TALKS
from learnlog.storage.store import Store
from learnlog.text import N_, Msg


class Talks:
    """What the owner can do with development talks.

    Attributes:
        shelf: The talks themselves.
    """

    def __init__(self, store: Store, clock: Clock, deeds: Deeds, plan: Plan) -> None:
        """Work on an opened log.

        Args:
            store: The log.
            clock: Where the time comes from.
            deeds: What was done in this window.
            plan: Goals and actions, which are agreed in talks.
        """
        self.clock = clock
        self._store = store
        self._plan = plan
        self.shelf: Shelf[Talk] = Shelf(
            store, TALKS, clock, deeds, lambda talk: talk.talk_on.isoformat() if talk.talk_on else ""
        )

    def all(self) -> tuple[Talk, ...]:
        """The talks, the latest first; one without a day is still to come."""
        return tuple(sorted(self.shelf.all(), key=lambda talk: (talk.talk_on or dt.date.max, talk.id), reverse=True))

    def last(self) -> Talk | None:
        """The latest talk that was held; None before the first."""
        return last_held(self.shelf.all())

    def coming(self) -> Talk | None:
        """The talk that is being prepared; None when none is."""
        return next((talk for talk in reversed(self.all()) if talk.held_on is None), None)

    def blank(self, kind: TalkKind = TalkKind.ANNUAL) -> Talk:
        """A new talk with its id, on the day agreed last time if that is still to come; nothing is saved."""
        last = self.last()
        agreed = last.next_on if last and last.next_on and last.next_on >= self.clock.today() else None
        return Talk(id=self.shelf.new_id(), kind=kind, talk_on=agreed, who=last.who if last else "")

    def looking_back(self, talk: Talk | None = None) -> LookingBack:
        """What the talk before agreed, and what became of it."""
        before = talk.talk_on if talk and talk.held_on else None
        return looking_back(self.shelf.all(), self._plan.goals.all(), self._plan.actions.all(), before)

    def save(self, talk: Talk) -> Talk:
        """Save a new or changed talk."""
        cleaned: Talk = taken_in(talk)
        return self.shelf.save(cleaned, N_("Saved: the talk"))

    def prepare(self, talk: Talk, answers: Mapping[str, str], managers: Mapping[str, str] | None = None) -> Talk:
        """Keep answers of the preparation; it may be filled in bit by bit.

        Args:
            talk: The talk.
            answers: Question id → answer of the employee's.
            managers: The same of the manager's, typed in by the owner.
        """
        return self.save(
            talk._replace(employee={**talk.employee, **answers}, manager={**talk.manager, **(managers or {})})
        )

    def hold(self, talk: Talk, goals: Iterable[Goal], actions: Iterable[Action], summary: str) -> Talk:
        """Write down a talk that was held: what was agreed is in the plan from then on, and the summary is frozen.

        Args:
            talk: With its day, who took part, agreements and the next day.
            goals: Those agreed, new or from before.
            actions: Those agreed, new or from before.
            summary: The CV summary as it was shown, Markdown.

        Raises:
            InvalidInputError: If the day is still to come or missing, or a goal or action lacks something.
        """
        today = self.clock.today()
        if talk.talk_on is None or talk.talk_on > today:
            raise InvalidInputError(("talk_on", Msg(N_("Write the day the talk was held; it is not in the future."))))
        if talk.next_on and talk.next_on <= talk.talk_on:
            raise InvalidInputError(("next_on", Msg(N_("The next talk is after this one."))))
        goals = tuple(goals)
        actions = tuple(each for each in actions if each.status is not ActionStatus.CANCELLED)
        held: Talk = taken_in(
            talk._replace(
                held_on=today,
                summary=summary,
                goal_ids=tuple(each.id for each in goals),
                action_ids=tuple(each.id for each in actions),
            )
        )
        with self._store.transaction():
            for goal in goals:
                suggested = goal.status is GoalStatus.SUGGESTED
                status = GoalStatus.AGREED if suggested else goal.status
                self._plan.save_goal(goal._replace(talk_id=held.id, status=status))
            for action in actions:
                self._plan.save_action(action._replace(talk_id=held.id))
            return self.shelf.save(held, N_("Saved: the talk"))
