"""What one can do with the plan, wherever it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import work
from textual.content import Content

from learnlog.domain.competence import Area
from learnlog.domain.due import Due
from learnlog.domain.goal import Action, Goal
from learnlog.domain.plan_next import PlanStep, after_action
from learnlog.domain.workshop import Workshop
from learnlog.i18n.ambient import gettext as _
from learnlog.screens import plan_asks as asks
from learnlog.screens import plan_forms as forms
from learnlog.screens import plan_moves as moves
from learnlog.screens import plan_steps as steps
from learnlog.screens import workshop_moves as workshops
from learnlog.screens.doings import Doing, DoingScreen, anything
from learnlog.screens.pick import Pick
from learnlog.screens.plan_forms import Value
from learnlog.widgets.row_list import Row

AREA, GOAL, ACTION, WORKSHOP = "area", "goal", "action", "workshop"


async def _new(screen: PlanBase, value: Value | None) -> object:
    """Something new: what it is to be, then its form."""
    names = {GOAL: _("A goal"), ACTION: _("An action"), AREA: _("A competence area")}
    names[WORKSHOP] = _("A future workshop")
    told = {
        WORKSHOP: _("from what is hard to what you do, alone or in a team"),
        GOAL: _("what you want to be able to do"),
        ACTION: _("what you will do, also without a goal"),
        AREA: _("what your work requires, and where you are"),
    }
    likely = screen.first_new
    rows = [
        Row(key, (Content(names[key]), Content.styled(told[key], "$muted")))
        for key in sorted(names, key=lambda key: key != likely)
    ]
    chosen = await screen.app.push_screen_wait(Pick(Content(_("What do you want to add?")), rows, _("New")))
    if chosen == AREA:
        return await steps.new_area(screen)
    if chosen == WORKSHOP:
        return _came_of(screen, await workshops.begin(screen))
    if chosen == ACTION:
        return await steps.new_action(screen, value)
    return await steps.new_goal(screen, value) if chosen else None


async def _workshops(screen: PlanBase, _value: Value | None, uid: str = "") -> object:
    """All workshops; the cursor on one of them."""
    from learnlog.screens.workshops import WorkshopsScreen  # noqa: PLC0415 - built when asked for

    return _came_of(screen, await screen.app.push_screen_wait(WorkshopsScreen(uid)))


def _came_of(screen: PlanBase, ended: Workshop | None) -> Goal | Action | None:
    """The goal that a workshop which has just ended leads to, or else its first action."""
    if ended is None:
        return None
    screen.notify(
        _("The workshop has ended, and what came of it is in the plan. {key:edit.undo} takes that back."), markup=False
    )
    plan = screen.services.plan
    actions = [each for each in plan.actions.all() if each.workshop_id == ended.id]
    goal = next((goal for goal in plan.goals.all() for each in actions if each.goal_id == goal.id), None)
    return goal or next(iter(actions), None)


async def _next(screen: PlanBase, value: Value) -> object:
    """What comes next; where nothing does, all about it."""
    if screen.is_empty:
        return await steps.new_area(screen)
    if screen.workshop is not None:
        return _came_of(screen, await workshops.hold(screen, screen.workshop))
    if screen.item is not None:
        return await steps.see_to(screen, screen.item)
    found = steps.following(screen, value)
    if found is not None:
        return await steps.take(screen, value, found)
    screen.read()
    return None


async def _snooze(screen: PlanBase, value: Value) -> None:
    await moves.snooze(screen, value, screen.waiting)


def _is_area(value: Value) -> bool:
    return isinstance(value, Area)


def _is_action(value: Value) -> bool:
    return isinstance(value, Action)


def _is_rated(value: Value) -> bool:
    """Where nothing is required, nothing is rated."""
    return isinstance(value, Area) and value.is_active and value.requirement is not None


def _has_first_step(value: Value) -> bool:
    found = after_action(value) if isinstance(value, Action) else None
    return found is not None and found.step is PlanStep.TAKE_STEP


class PlanBase(DoingScreen[None]):
    """A screen that shows the plan, a thing of which may be chosen."""

    DOINGS: ClassVar[Mapping[str, Doing]] = {
        "new": Doing(_new),
        "workshops": Doing(_workshops),
        "area": Doing(lambda screen, _value: steps.new_area(screen)),
        "goal": Doing(steps.new_goal),
        "action": Doing(steps.new_action),
        "next": Doing(_next, anything),
        "edit": Doing(forms.write, anything),
        "rate": Doing(asks.rate, _is_rated),
        "analysis": Doing(asks.analyse, _is_area),
        "rest": Doing(steps.rest, _is_area),
        "step": Doing(steps.take_first_step, _has_first_step),
        "review": Doing(steps.review, _is_action),
        "status": Doing(steps.set_status, lambda value: not isinstance(value, Area)),
        "entry": Doing(steps.write_entry, anything),
        "link": Doing(steps.link, anything),
        "open": Doing(steps.open_evidence, anything),
        "snooze": Doing(_snooze, anything),
        "delete": Doing(moves.delete, anything),
        "restore": Doing(lambda screen, _value: moves.restore(screen)),
        "clash": Doing(moves.settle, lambda value: bool(value.clashes)),
    }

    @property
    def chosen(self) -> Value | None:
        """The area, goal or action that the next command is about."""
        return None

    @property
    def item(self) -> Due | None:
        """What is chosen among what is due; None where something else is chosen."""
        return None

    @property
    def waiting(self) -> tuple[Due, ...]:
        """What is due of the plan."""
        return ()

    @property
    def workshop(self) -> Workshop | None:
        """The workshop that is chosen to go on with; None where something else is chosen."""
        return None

    @property
    def is_empty(self) -> bool:
        """Whether there is no plan yet: the next step is its first area then."""
        return self.has_class("-empty")

    @property
    def first_new(self) -> str:
        """What is most likely to be added here."""
        return GOAL

    def read(self) -> None:
        """Show all about what is chosen."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Something comes next also where there is no plan yet, and in a workshop."""
        if action == "do" and parameters == ("next",) and (self.is_empty or self.workshop):
            return True
        return super().check_action(action, parameters)

    @work(group="doing")
    async def show_workshops(self, uid: str) -> None:
        """Go to a workshop among all of them."""
        if self.is_current:
            self.show_done(await _workshops(self, None, uid))

    def show_done(self, saved: object) -> None:
        """Show what has been saved, and the plan with it."""
        if isinstance(saved, Area | Goal | Action):
            self.select(saved.id)
        super().show_done(saved)
