"""The development plan: competence areas, goals, actions and future workshops."""

from __future__ import annotations

from collections.abc import Iterable

from learnlog.domain import competence
from learnlog.domain.clock import Clock
from learnlog.domain.competence import ACTIVE_MAX, Area, NeedType
from learnlog.domain.goal import Action, ActionStatus, Goal, GoalStatus, Review
from learnlog.domain.values import Applied
from learnlog.domain.workshop import Phase, Workshop
from learnlog.errors import RuleError
from learnlog.services.deeds import Deeds
from learnlog.services.shelf import Shelf
from learnlog.storage.plan import ACTIONS, AREAS, GOALS, WORKSHOPS
from learnlog.storage.store import Store
from learnlog.text import N_


class Plan:
    """What the owner can do with the plan. Every method that changes something is one line in the log.

    Attributes:
        areas: The competence areas.
        goals: The goals.
        actions: The actions.
        workshops: The future workshops.
    """

    def __init__(self, store: Store, clock: Clock, deeds: Deeds) -> None:
        """Work on an opened log.

        Args:
            store: The log.
            clock: Where the time comes from.
            deeds: What was done in this window; shared with the other services, since undo takes back the last.
        """
        self.clock = clock
        self._store = store
        self._deeds = deeds
        self.areas: Shelf[Area] = Shelf(store, AREAS, clock, deeds, lambda area: area.name)
        self.goals: Shelf[Goal] = Shelf(store, GOALS, clock, deeds, lambda goal: goal.title)
        self.actions: Shelf[Action] = Shelf(store, ACTIONS, clock, deeds, lambda action: action.what)
        self.workshops: Shelf[Workshop] = Shelf(store, WORKSHOPS, clock, deeds, lambda workshop: workshop.question)

    # -- competence areas ---------------------------------------------------------------------------------------------

    def blank_area(self, name: str = "") -> Area:
        """A new area with its id; nothing is saved."""
        return Area(id=self.areas.new_id(), name=name)

    def save_area(self, area: Area) -> Area:
        """Save a new or changed area.

        Raises:
            InvalidInputError: With every problem, by field.
            RuleError: If there are enough active areas already, or one of that name.
        """
        area = area.revised()
        others = [each for each in self.areas.all() if each.id != area.id]
        if any(each.name.casefold() == area.name.casefold() for each in others):
            raise RuleError(N_("There is an area with that name already."))
        if area.is_active and competence.too_many(others):
            raise RuleError(
                N_("Work with at most {most} areas at a time: put one to rest first. Fewer areas, more learned."),
                most=ACTIVE_MAX,
            )
        return self.areas.save(area)

    def rate(self, area: Area, level: int | None, used: Applied | None) -> Area:
        """Keep a new estimate of an area; the one before stays in its history."""
        return self.save_area(area.rated(level, used, self.clock.today()))

    def gaps(self) -> dict[NeedType, tuple[Area, ...]]:
        """The active areas in which something is missing or not used, by what helps."""
        return competence.gaps(self.areas.all())

    # -- goals and actions --------------------------------------------------------------------------------------------

    def blank_goal(self, area: Area | None = None) -> Goal:
        """A new goal with its id; from an area, with what is missing there and its levels. Nothing is saved."""
        goal = Goal(id=self.goals.new_id())
        if area is None:
            return goal
        need = area.gap or NeedType.DEVELOP
        return goal._replace(area_id=area.id, need=need, why=area.why, from_level=area.level, to_level=area.requirement)

    def save_goal(self, goal: Goal) -> Goal:
        """Save a new or changed goal.

        Raises:
            InvalidInputError: With every problem, by field.
        """
        return self.goals.save(goal.revised())

    def blank_action(self, goal: Goal | None = None) -> Action:
        """A new action with its id; nothing is saved."""
        return Action(id=self.actions.new_id(), goal_id=goal.id if goal else "")

    def save_action(self, action: Action) -> Action:
        """Save a new or changed action. A goal of which something is started is in progress.

        Raises:
            InvalidInputError: With every problem, by field.
        """
        action = action.revised()
        with self._store.transaction():
            self._begin_goal(action)
            return self.actions.save(action)

    def take_first_step(self, action: Action) -> Action:
        """Note that the first step of an action was taken today; it is started with that."""
        started = action.status if action.status is not ActionStatus.NOT_STARTED else ActionStatus.STARTED
        return self.save_action(action._replace(first_step_done_on=self.clock.today(), status=started))

    def review(self, action: Action, review: Review) -> Action:
        """Keep what became of an action since."""
        return self.save_action(action.reviewed(review))

    # -- future workshops ---------------------------------------------------------------------------------------------

    def blank_workshop(self) -> Workshop:
        """A new workshop with its id; nothing is saved."""
        return Workshop(id=self.workshops.new_id(), held_on=self.clock.today())

    def finish_workshop(self, workshop: Workshop, goal: Goal, actions: Iterable[Action]) -> Workshop:
        """End a workshop: its goal and actions are in the plan from then on, all in one save with one undo.

        Raises:
            InvalidInputError: With every problem of the goal or an action, by field.
        """
        goal = goal.revised()
        ready = [each.revised(goal_id=goal.id, workshop_id=workshop.id) for each in actions]
        with self._store.transaction():
            self.goals.save(goal)
            for each in ready:
                self.actions.save(each)
            return self.workshops.save(workshop._replace(phase=Phase.ACTIONS), N_("Workshop ended: {title}"))

    # -- within -------------------------------------------------------------------------------------------------------

    def _begin_goal(self, action: Action) -> None:
        if action.status in (ActionStatus.NOT_STARTED, ActionStatus.CANCELLED) or not action.goal_id:
            return
        goal = next((each for each in self.goals.all() if each.id == action.goal_id), None)
        if goal and goal.status in (GoalStatus.SUGGESTED, GoalStatus.AGREED):
            self.goals.save(goal._replace(status=GoalStatus.IN_PROGRESS))
