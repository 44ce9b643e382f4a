"""What one can do with the plan, wherever it is shown."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

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
from learnlog.screens.doings import UndoingScreen
from learnlog.screens.pick import Pick
from learnlog.screens.plan_forms import Value
from learnlog.widgets.row_list import Row

AREA, GOAL, ACTION, WORKSHOP = "area", "goal", "action", "workshop"


class PlanBase(UndoingScreen[None]):
    """A screen that shows the plan, a thing of which may be chosen."""

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

    def select(self, uid: str) -> None:
        """Show this: it has just been written."""

    def read(self) -> None:
        """Show all about what is chosen."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Commands about something are offered only when something is chosen that they fit."""
        if action == "do" and parameters:
            doing, chosen = DOINGS[str(parameters[0])], self.chosen
            if (self.is_empty or self.workshop) and parameters == ("next",):
                return True
            return doing.fits is None or (chosen is not None and doing.fits(chosen))
        return super().check_action(action, parameters)

    @work(group="doing")
    async def action_do(self, name: str) -> None:
        """Do one of `DOINGS` with what is chosen."""
        if self.is_current and self.check_action("do", (name,)):  # a key that came twice opens one form
            doing = DOINGS[AREA if name == "next" and self.is_empty else name]
            self._show_saved(await doing.call(self, self.chosen))

    @work(group="doing")
    async def show_workshops(self, uid: str) -> None:
        """Go to a workshop among all of them."""
        if self.is_current:
            self._show_saved(await _workshops(self, None, uid))

    def _show_saved(self, saved: object) -> None:
        if isinstance(saved, Area | Goal | Action):
            self.select(saved.id)
        self.refresh_data()


Call = Callable[[Any, Any], Awaitable[object]]


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
    screen.notify(_("The workshop has ended, and what came of it is in the plan. u takes that back."), markup=False)
    plan = screen.services.plan
    actions = [each for each in plan.actions.all() if each.workshop_id == ended.id]
    goal = next((goal for goal in plan.goals.all() for each in actions if each.goal_id == goal.id), None)
    return goal or next(iter(actions), None)


async def _next(screen: PlanBase, value: Value) -> object:
    """What comes next; where nothing does, all about it."""
    if screen.workshop is not None:
        return _came_of(screen, await workshops.hold(screen, screen.workshop))
    if screen.item is not None:
        return await steps.see_to(screen, screen.item)
    found = steps.following(screen, value)
    if found is not None:
        return await steps.take(screen, value, found)
    screen.read()
    return None


async def _restore(screen: PlanBase, _value: Value | None) -> None:
    await moves.restore(screen)


async def _area(screen: PlanBase, _value: Value | None) -> object:
    return await steps.new_area(screen)


async def _snooze(screen: PlanBase, value: Value) -> None:
    await moves.snooze(screen, value, screen.waiting)


class Doing(NamedTuple):
    """Something that can be done.

    Attributes:
        call: Does it, with the screen it is done on and what is chosen; answers with what was saved, if it was.
        fits: Whether it can be done with something; None if it needs nothing.
    """

    call: Call
    fits: Callable[[Value], bool] | None = None


def _any(_value: Value) -> bool:
    return True


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


DOINGS: dict[str, Doing] = {
    "new": Doing(_new),
    "workshops": Doing(_workshops),
    "area": Doing(_area),
    "goal": Doing(steps.new_goal),
    "action": Doing(steps.new_action),
    "next": Doing(_next, _any),
    "edit": Doing(forms.write, _any),
    "rate": Doing(asks.rate, _is_rated),
    "analysis": Doing(asks.analyse, _is_area),
    "rest": Doing(steps.rest, _is_area),
    "step": Doing(steps.take_first_step, _has_first_step),
    "review": Doing(steps.review, _is_action),
    "status": Doing(steps.set_status, lambda value: not isinstance(value, Area)),
    "entry": Doing(steps.write_entry, _any),
    "link": Doing(steps.link, _any),
    "open": Doing(steps.open_evidence, _any),
    "snooze": Doing(_snooze, _any),
    "delete": Doing(moves.delete, _any),
    "restore": Doing(_restore),
    "clash": Doing(moves.settle, lambda value: bool(value.clashes)),
}
"""By the name in the command's action."""
