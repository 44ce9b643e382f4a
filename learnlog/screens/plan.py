"""The plan: what the work requires and where I am, where I want to get, and what is next; all of it at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, cast

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.due import Due
from learnlog.domain.goal import Action, Goal
from learnlog.domain.workshop import Workshop
from learnlog.i18n.ambient import ngettext
from learnlog.screens.base import ROOMY
from learnlog.screens.commands import bindings
from learnlog.screens.due_list import AHEAD
from learnlog.screens.plan_doings import ACTION, AREA, GOAL, PlanBase
from learnlog.screens.plan_forms import Value
from learnlog.screens.plan_panes import InPlan, PlanPanes
from learnlog.screens.plan_telling import Teller
from learnlog.screens.plan_welcome import welcome
from learnlog.screens.said import said_of
from learnlog.text import N_
from learnlog.widgets.browse_list import BrowseList
from learnlog.widgets.level_line import level_legend
from learnlog.widgets.plan_detail import PlanDetail
from learnlog.widgets.plan_lists import KINDS
from learnlog.widgets.row_list import RowList


def plan_screen(app: App[Any]) -> PlanScreen:
    """Go to the plan; returns its screen."""
    app.switch_mode(PlanScreen.MODE)
    return cast("PlanScreen", app.screen_stack[0])


class PlanScreen(PlanBase):
    """Areas, goals and what is next; the chosen thing beside them, or with all the room for itself."""

    MODE: ClassVar[str] = "plan"
    CSS_PATH = "plan.tcss"
    HORIZONTAL_BREAKPOINTS = [*ROOMY]  # noqa: RUF012 - Textual's own declaration
    AUTO_FOCUS = ""
    HELP = N_(
        "Your plan at once: to the left what your work requires (┃) and where you are (◎), to the right your"
        " goals, and what is next. {key:plan.next} always does what comes next. The right arrow key reads all"
        " about it, {key:nav.back} goes back; Tab goes to the next list. The levels are your own estimate, for"
        " yourself; there is no score. {key:plan.workshops} leads to the future workshops."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "plan.new", "plan.next", "plan.edit", "plan.rate", "plan.status", "plan.area", "plan.goal", "plan.action",
        "plan.step", "plan.review", "plan.analysis", "plan.rest", "plan.all", "plan.entry", "plan.link", "plan.open",
        "plan.snooze", "plan.workshops", "plan.delete", "plan.clash", "plan.bin", "edit.undo", "edit.redo",
    )  # fmt: skip

    def __init__(self) -> None:
        """Build the parts that are kept up to date."""
        super().__init__()
        self._panes = PlanPanes()
        self._read_id = ""
        self._wanted = ""
        self._finding = False
        self._everything = False
        self._found = InPlan()

    def body(self) -> ComposeResult:
        """Head, lists, and the thing under the cursor."""
        self._teller = Teller(self.services)
        with Horizontal(id="head"):
            yield Static(id="said")
            yield Static(id="legend")
        yield self._panes
        with VerticalScroll(id="empty", can_focus=False):
            yield Static(id="nothing")

    # -- what is chosen -----------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> Value | None:
        """The action under the cursor of a goal that is read; else what is shown."""
        if self.focused is self._panes.detail.actions:
            return self._teller.thing(self._panes.detail.actions.chosen)
        return self._subject

    @property
    def _subject(self) -> Value | None:
        """What is shown as a whole: what was gone into, else what is under the cursor of the list last used."""
        return self._teller.thing(self._read_id or self._panes.key)

    @property
    def item(self) -> Due | None:
        """What is chosen among what is due; None where something else is chosen."""
        return None if self._read_id else self._panes.item

    @property
    def workshop(self) -> Workshop | None:
        """The workshop that is chosen to go on with; None where something else is chosen."""
        return None if self._read_id else self._panes.workshop

    @property
    def waiting(self) -> tuple[Due, ...]:
        """What is due of the plan."""
        return self._found.due

    @property
    def first_new(self) -> str:
        """An area beside areas, an action in a goal, else a goal."""
        if self._read_id and isinstance(self._subject, Goal | Action):
            return ACTION
        return AREA if self._panes.meant is self._panes.areas else GOAL

    # -- showing ------------------------------------------------------------------------------------------------------

    def refresh_data(self) -> None:
        """Show the plan as it is now."""
        if not self._panes.is_mounted:
            return
        plan, today = self.services.plan, self.services.clock.today()
        due = tuple(each for each in self.services.reminders.due(AHEAD) if each.kind in KINDS)
        going = tuple(each for each in plan.workshops.all() if not each.ended_on)
        self._found = found = InPlan(plan.areas.all(), plan.goals.all(), plan.actions.all(), due, going)
        self._greet(is_empty=not any((*found[:3], going)))
        self._panes.put(found, today, everything=self._everything)
        under_way = sum(1 for each in found.actions if each.status.is_open)
        late = sum(1 for each in due if each.days_left(today) < 0)
        parts = [(ngettext("{count} action under way", "{count} actions under way", under_way), "bold")]
        if late:
            parts.append(("  · " + ngettext("{count} is late", "{count} are late", late), "$error"))
        self.query_one("#said", Static).update(Content.assemble(*parts))
        self.query_one("#legend", Static).update(level_legend())
        if self._wanted:
            self._go_to(self._wanted)
            self._wanted = ""
        self._show()

    def _greet(self, *, is_empty: bool) -> None:
        """While there is no plan, say what it is, and leave the keys to the screen."""
        self.set_class(is_empty, "-empty")
        self.query_one("#nothing", Static).update(welcome())
        if is_empty:
            self.set_focus(None)
        elif self.focused is None:
            self._panes.meant.focus()

    @on(BrowseList.Highlighted)
    def _moved(self, message: BrowseList.Highlighted) -> None:
        """Another thing is meant; it is shown as soon as the keys rest."""
        if message.list is self._panes.detail.actions:
            self.refresh_bindings()
            return
        if message.list.has_focus:
            self._panes.mean(message.list)
            self._read_id = ""
            self.remove_class("-reading")
        if message.list is self._panes.meant and not self._read_id:
            self.when_at_rest(self._show)

    def _show(self) -> None:
        """Show the thing that is meant; the keys that need one come and go with it."""
        value = self._subject
        if value is None and self._read_id:
            self._leave()
            return
        told = self._teller.tell_of_workshop(self.workshop) if self.workshop else self._teller.tell(value)
        self._panes.detail.show(*told, self.services.clock.today())
        self._panes.detail.say(said_of(self.services, value))
        self.refresh_bindings()

    # -- going about --------------------------------------------------------------------------------------------------

    def select(self, uid: str, *, wherever: bool = False) -> None:
        """Show this, now or as soon as the screen is up; wherever it is: resting, closed, inside its goal."""
        self._wanted = uid
        self._everything, self._finding = self._everything or wherever, wherever
        self.refresh_data()

    def _go_to(self, uid: str) -> None:
        """Move the cursor to something; in a goal that is read, to its action."""
        value = self._teller.thing(uid)
        if self._finding:  # from elsewhere: whatever was read here before is left
            self._read_id = ""
            self.remove_class("-reading")
            self.set_focus(None)
        if self._read_id:
            self._show()
            self._panes.detail.actions.select(uid)
        elif value is not None:
            self._panes.go_to(uid, value.goal_id if isinstance(value, Action) else "")
            if self._finding and self._panes.key != uid:
                self.read()
                self._panes.detail.actions.select(uid)
            else:
                self._panes.meant.focus()
        self._finding = False

    @on(BrowseList.Read)
    def read(self) -> None:
        """Give what is chosen the focus, and all the room where there is little."""
        value, detail = self.chosen, self._panes.detail
        if value is not None:
            self._read_id = value.id
            self.add_class("-reading")
            detail.focus()  # before the actions that may have had it are hidden
            self._show()
            detail.enter()

    def _leave(self) -> None:
        """Back to the lists."""
        self._read_id = ""
        self.remove_class("-reading")
        self._panes.meant.focus()
        self._show()

    def action_back(self) -> None:
        """One step back: from an action to its goal, to the lists, to the start screen."""
        value = self._subject
        if not self._read_id:
            super().action_back()
        elif isinstance(value, Action) and value.goal_id and value.goal_id == self._panes.key:
            self._read_id = value.goal_id
            self._show()
            self._panes.detail.actions.select(value.id)
            self._panes.detail.enter()
        else:
            self._leave()

    def action_all(self) -> None:
        """Show what rests and what is closed, too; or no more."""
        self._everything = not self._everything
        self.refresh_data()

    @on(RowList.Chosen)
    @on(PlanDetail.Next)
    def _on(self) -> None:
        self.action_do("next")

    @work(group="doing")
    async def take_draft(self, values: Mapping[str, Any]) -> None:
        """Go on with a form that was left half filled in."""
        from learnlog.screens.plan_drafts import go_on  # noqa: PLC0415 - rare

        await go_on(self, str(values.get("form", "")), str(values.get("uid", "")))
        self.refresh_data()

    def retranslate(self) -> None:
        """Texts are said anew; the cursors stay."""
        self.refresh_data()
