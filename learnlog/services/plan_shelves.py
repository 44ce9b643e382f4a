"""Competence areas, goals, actions and future workshops, each by itself: looked up, begun, saved, closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from learnlog.domain import competence
from learnlog.domain.areas import SUGGESTED_AREAS
from learnlog.domain.clock import Clock
from learnlog.domain.competence import ACTIVE_MAX, Area, NeedType
from learnlog.domain.folding import fold
from learnlog.domain.goal import Action, ActionStatus, Goal, GoalStatus, Review
from learnlog.domain.values import Applied
from learnlog.domain.workshop import Phase, Workshop
from learnlog.errors import InvalidInputError, RuleError
from learnlog.services.deeds import Deeds
from learnlog.services.shelf import Shelf
from learnlog.storage.plan import ACTIONS, AREAS, GOALS, WORKSHOPS
from learnlog.storage.store import Store
from learnlog.text import N_, Msg


class Areas(Shelf[Area]):
    """The competence areas. Every method that changes something is one line in the log."""

    none = N_("There is no competence area with that id.")

    def __init__(self, store: Store, clock: Clock, deeds: Deeds) -> None:
        """Work on an opened log; see `Shelf`."""
        super().__init__(store, AREAS, clock, deeds, lambda area: area.name)

    def all(self) -> tuple[Area, ...]:
        """The areas that are not in the bin, those worked with first; otherwise as they were written down."""
        return tuple(sorted(super().all(), key=lambda area: not area.is_active))

    def blank(self, name: str = "") -> Area:
        """A new area with its id; nothing is saved."""
        return Area(id=self.new_id(), name=name)

    def suggestions(self) -> tuple[str, ...]:
        """Keys of the suggested areas that are not in the plan yet."""
        taken = {area.name for area in self.all()}
        return tuple(key for key in SUGGESTED_AREAS if key not in taken)

    def checked(self, value: Area) -> Area:
        """An area as it is kept.

        Raises:
            InvalidInputError: With every problem, by field.
            RuleError: If it becomes active and there are enough active areas already, or if there is one of that name.
        """
        area = value.revised()
        known = self.all()
        others = [each for each in known if each.id != area.id]
        was_active = any(each.is_active for each in known if each.id == area.id)
        if any(fold(each.name) == fold(area.name) for each in others):
            raise RuleError(N_("There is an area with that name already."))
        if area.is_active and not was_active and competence.too_many(others):
            raise RuleError(
                N_("Work with at most {most} areas at a time: put one to rest first. Fewer areas, more learned."),
                most=ACTIVE_MAX,
            )
        return area

    def rate(self, area: Area, level: int | None, used: Applied | None) -> Area:
        """Keep today's estimate of an area; those before it stay in its history."""
        return self.save(area.rated(level, used, self.clock.today()))

    def restore(self, value: Area) -> Area:
        """Take an area back from the bin; at rest, if there are enough active ones.

        Raises:
            RuleError: If there is one of that name by now.
        """
        back = value._replace(deleted_at=None, is_active=value.is_active and not competence.too_many(self.all()))
        return self._put(self.checked(back), self.restored)


class Goals(Shelf[Goal]):
    """The goals. Every method that changes something is one line in the log.

    Attributes:
        actions: The actions, of which most lead to a goal.
    """

    none = N_("There is no goal with that id.")

    def __init__(self, store: Store, clock: Clock, deeds: Deeds) -> None:
        """Work on an opened log; see `Shelf`."""
        super().__init__(store, GOALS, clock, deeds, lambda goal: goal.title)
        self.actions = Actions(store, clock, deeds, self.begin)

    def all(self) -> tuple[Goal, ...]:
        """The goals that are not in the bin: the open ones by their deadline, then the closed, the latest first."""
        return tuple(sorted(super().all(), key=_order_of_goals))

    def blank(self, area: Area | None = None) -> Goal:
        """A new goal with its id; from an area, with what is missing there and its levels. Nothing is saved."""
        goal = Goal(id=self.new_id())
        if area is None:
            return goal
        need = area.gap or NeedType.DEVELOP
        return goal._replace(area_id=area.id, need=need, why=area.why, from_level=area.level, to_level=area.requirement)

    def checked(self, value: Goal) -> Goal:
        """A goal as it is kept: with the day it was closed, if it is."""
        return value.revised().dated(self.clock.today())

    def delete(self, value: Goal, at: dt.datetime | None = None) -> Goal:
        """Put a goal in the bin, and with it the actions that lead to it; what shows it stays where it is."""
        at = at or self.clock.now()
        with self._deeds.together():
            for action in self.actions.all():
                if action.goal_id == value.id:
                    self.actions.delete(action, at)
            return super().delete(value, at)

    def restore(self, value: Goal) -> Goal:
        """Take a goal back from the bin, and with it the actions that went there with it."""
        with self._deeds.together():
            for action in self.actions.bin():
                if action.goal_id == value.id and action.deleted_at == value.deleted_at:
                    self.actions.restore(action)
            return super().restore(value)

    def begin(self, goal_id: str) -> None:
        """Note that something is done for a goal: one that was suggested or agreed is in progress."""
        goal = next((each for each in self.all() if each.id == goal_id), None)
        if goal and goal.status in (GoalStatus.SUGGESTED, GoalStatus.AGREED):
            self.save(goal._replace(status=GoalStatus.IN_PROGRESS))


class Actions(Shelf[Action]):
    """The actions. Every method that changes something is one line in the log."""

    none = N_("There is no action with that id.")

    def __init__(self, store: Store, clock: Clock, deeds: Deeds, begin: Callable[[str], None]) -> None:
        """Work on an opened log; see `Shelf`. `begin` is told the id of a goal for which something is begun."""
        super().__init__(store, ACTIONS, clock, deeds, lambda action: action.what)
        self._begin = begin

    def all(self) -> tuple[Action, ...]:
        """The actions that are not in the bin: the open ones by what comes next, then the closed, the latest first."""
        return tuple(sorted(super().all(), key=_order_of_actions))

    def blank(self, goal: Goal | None = None) -> Action:
        """A new action with its id, for a goal or for none; nothing is saved."""
        return Action(id=self.new_id(), goal_id=goal.id if goal else "")

    def blank_of(self, workshop: Workshop, goal: Goal | None = None) -> Action:
        """A new action from a future workshop: its worst obstacle and the best of its vision stand in it already."""
        return self.blank(goal)._replace(
            workshop_id=workshop.id, obstacle="".join(workshop.bottom[:1]), vision="".join(workshop.top[:1])
        )

    def checked(self, value: Action) -> Action:
        """An action as it is kept: with the day it was closed, if it is."""
        return value.revised().dated(self.clock.today())

    def save(self, value: Action, done: str = "") -> Action:
        """Save a new or changed action. A goal for which something is begun is in progress.

        Raises:
            InvalidInputError: With every problem, by field.
            StorageError: If it could not be saved; nothing is changed then.
        """
        action = self.checked(value)
        with self._deeds.together():
            if action.goal_id and action.status not in (ActionStatus.NOT_STARTED, ActionStatus.CANCELLED):
                self._begin(action.goal_id)
            return self._put(action, done or self.saved)

    def take_first_step(self, action: Action, on: dt.date | None = None) -> Action:
        """Note that the first step of an action was taken, today by default; the action is started with that.

        Raises:
            InvalidInputError: If that day is still to come.
        """
        today = self.clock.today()
        if on and on > today:
            raise InvalidInputError(("date", Msg(N_("That day has not come yet."))))
        return self.save(action.stepped(on or today), N_("First step taken: {title}"))

    def review(self, action: Action, review: Review, status: ActionStatus | None = None) -> Action:
        """Keep what became of an action since.

        Args:
            action: The action.
            review: Answers to the three questions; at least one of them.
            status: How far it has come; by default, one that was not started is started when something has happened.

        Raises:
            InvalidInputError: If nothing is answered, or the day is still to come.
        """
        if not any(text.strip() for text in (review.happened, review.not_happened, review.onward)):
            raise InvalidInputError(("happened", Msg(N_("Answer at least one of the three questions."))))
        if review.on > self.clock.today():
            raise InvalidInputError(("on", Msg(N_("That day has not come yet."))))
        reviewed = action.reviewed(review)
        return self.save(reviewed._replace(status=status or reviewed.status), N_("Followed up: {title}"))


class Workshops(Shelf[Workshop]):
    """The future workshops. Every method that changes something is one line in the log."""

    none = N_("There is no future workshop with that id.")

    def __init__(self, store: Store, clock: Clock, deeds: Deeds, goals: Goals) -> None:
        """Work on an opened log; see `Shelf`. What a workshop ends with goes among the `goals` and their actions."""
        super().__init__(store, WORKSHOPS, clock, deeds, lambda workshop: workshop.question)
        self._goals = goals

    def all(self) -> tuple[Workshop, ...]:
        """The workshops that are not in the bin: those under way, then the others; the latest first."""
        latest = sorted(super().all(), key=lambda workshop: (workshop.held_on, workshop.id), reverse=True)
        return tuple(sorted(latest, key=lambda workshop: workshop.ended_on is not None))

    def blank(self) -> Workshop:
        """A new workshop of today with its id; nothing is saved."""
        return Workshop(id=self.new_id(), held_on=self.clock.today())

    def plan(self, workshop: Workshop, action: Action) -> Workshop:
        """Keep what is to be done in a workshop: one more, or another version of one that is planned already.

        Raises:
            InvalidInputError: With every problem of the action, by field.
        """
        new = action.revised()
        plans = tuple(new if each.id == new.id else each for each in workshop.plans)
        return self.save(workshop._replace(plans=plans if new in plans else (*plans, new)))

    def ready(self, workshop: Workshop) -> tuple[Action, ...]:
        """What is planned in a workshop, as `finish` takes it: with its worst obstacle and the best of its vision."""
        blank = self._goals.actions.blank_of(workshop)
        return tuple(each._replace(obstacle=blank.obstacle, vision=blank.vision) for each in workshop.plans)

    def finish(self, workshop: Workshop, goals: Iterable[Goal], actions: Iterable[Action]) -> Workshop:
        """End a workshop: its goals and actions are in the plan from then on, all in one save with one undo.

        Args:
            workshop: With the island that was chosen.
            goals: New ones, or some that are in the plan already.
            actions: The same. One that leads to none of the goals leads to the first of them.

        Raises:
            InvalidInputError: If there is no action, or with every problem of a goal or an action, by field.
        """
        ready = [self._goals.checked(each) for each in goals]
        ids = [goal.id for goal in ready]
        made = [
            self._goals.actions.checked(
                each._replace(
                    workshop_id=workshop.id, goal_id=each.goal_id if each.goal_id in ids or not ids else ids[0]
                )
            )
            for each in actions
        ]
        if not made:
            raise InvalidInputError(
                ("actions", Msg(N_("A workshop ends with at least one action: what will be done?")))
            )
        ended_on = workshop.ended_on or self.clock.today()
        ended = self.checked(workshop._replace(phase=Phase.ACTIONS, plans=(), ended_on=ended_on))
        with self._deeds.together():
            for goal in ready:
                self._goals.save(goal)
            for action in made:
                self._goals.actions.save(action)
            return self._put(ended, N_("Workshop ended: {title}"))


def _order_of_goals(goal: Goal) -> tuple[bool, int]:
    if goal.status.is_open:
        return False, (goal.deadline_on or dt.date.max).toordinal()
    return True, -(goal.closed_on or dt.date.min).toordinal()


def _order_of_actions(action: Action) -> tuple[bool, int]:
    if not action.status.is_open:
        return True, -(action.closed_on or dt.date.min).toordinal()
    step_on = action.first_step_on if action.status is ActionStatus.NOT_STARTED else None
    days = [day for day in (step_on, action.due_on) if day]
    return False, min(days, default=dt.date.max).toordinal()
