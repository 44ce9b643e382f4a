"""The trainings: where each is in its loop, what was promised and what became of it, and everything one can do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, cast

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from learnlog.domain.loop import Step
from learnlog.domain.next_step import next_step
from learnlog.domain.training import Training
from learnlog.domain.training_list import listed
from learnlog.errors import NotFoundError
from learnlog.i18n.ambient import translator
from learnlog.screens.commands import bindings
from learnlog.screens.said import said_of
from learnlog.screens.training_bar import TrainingBar
from learnlog.screens.training_doings import TrainingsBase
from learnlog.text import N_
from learnlog.widgets.browse_list import BrowseList
from learnlog.widgets.row_list import RowList
from learnlog.widgets.training_detail import LoopSteps, Told, TrainingDetail
from learnlog.widgets.training_list import Listed, TrainingList

_OF_STEP = {
    Step.IDEA: "edit",
    Step.FORM: "form",
    Step.AGREED: "agreement",
    Step.COMPLETED: "complete",
    Step.TWO_WEEKS: "followup",
    Step.THREE_MONTHS: "followup",
    Step.SHARED: "share",
}
"""What a click on a step does."""


def trainings_screen(app: App[Any]) -> TrainingsScreen:
    """Go to the trainings; returns their screen."""
    app.switch_mode(TrainingsScreen.MODE)
    return cast("TrainingsScreen", app.screen_stack[0])


class TrainingsScreen(TrainingsBase):
    """The list of trainings, and the chosen one beside it; or with all the room for itself."""

    MODE: ClassVar[str] = "training"
    CSS_PATH = "trainings.tcss"
    HELP = N_(
        "Your trainings, each with its loop: idea, form, agreed, completed, 2 weeks, 3 months, shared. ✓ is"
        " done, ◎ is begun, › comes next, ! is late, · is still to come, – was left out, × will not come."
        " {key:training.next} always does what comes next. The right arrow key goes into the training,"
        " {key:nav.back} back to the list."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("training.new", "training.next", "training.edit", "training.search"),
        *bindings(
            "training.filter", "training.clear", "training.form", "training.agreement", "training.complete",
            "training.followup", "training.share", "training.move", "training.skip", "training.third",
            "training.snooze", "training.close", "training.reopen", "training.entry", "training.entries",
            "training.print", "training.figures", "training.delete", "training.clash", "training.bin", "edit.undo",
            "edit.redo",
        ),
    ]  # fmt: skip

    def __init__(self) -> None:
        """Build the parts that are kept up to date."""
        super().__init__()
        self._bar = TrainingBar()
        self._list = TrainingList()
        self._detail = TrainingDetail()
        self._chosen: Training | None = None
        self._wanted = ""
        self._seen: tuple[object, ...] = ()

    def body(self) -> ComposeResult:
        """Search line, list and training."""
        yield self._bar
        with Horizontal(id="panes"):
            yield self._list
            yield self._detail
        with VerticalScroll(id="empty", can_focus=False):
            yield Static(id="nothing")

    def on_mount(self) -> None:
        """The list has the focus."""
        self._list.focus()

    @property
    def chosen(self) -> Training | None:
        """The training under the cursor."""
        return self._chosen

    # -- showing ------------------------------------------------------------------------------------------------------

    @on(TrainingBar.Changed)
    def refresh_data(self) -> None:
        """Show the trainings as they are now, searched and filtered."""
        if not self._list.is_mounted:
            return
        service, bar, today = self.services.trainings, self._bar, self.services.clock.today()
        trainings, due = service.all(), self.services.reminders.due()
        seen = (trainings, due, bar.part, bar.text, self._wanted, today, translator())
        if seen == self._seen:
            self._read()  # nothing but entries can have changed while other screens were shown
            return
        self._seen = seen
        found = listed(trainings, due, bar.part, bar.text)
        if self._wanted and all(each.id != self._wanted for each in found):
            bar.clear()
            found = listed(trainings, due)
        first = {item.training_id: item for item in reversed(due)}
        self._list.put([Listed(each, next_step(each, today), first.get(each.id)) for each in found], today)
        if self._wanted:
            self._list.select(self._wanted)
            self._wanted = ""
        bar.say(len(found), len(trainings))
        self.set_class(not found, "-empty")
        if not found:
            self.query_one("#nothing", Static).update(bar.nothing())
        self._read()

    @on(BrowseList.Highlighted)
    def _moved(self) -> None:
        """Show what is in the training, as soon as the keys rest."""
        self.when_at_rest(self._read)

    def _read(self) -> None:
        """Show the chosen training; the keys that need one come and go with it."""
        service, today = self.services.trainings, self.services.clock.today()
        try:
            self._chosen = service.get(self._list.chosen) if self._list.chosen else None
        except NotFoundError:
            self._chosen = None
        told = None
        if self._chosen is not None:
            told = Told(self._chosen, next_step(self._chosen, today), service.entries(self._chosen.id))
        self._detail.show(told, today)
        self._detail.say(said_of(self.services, self._chosen))
        self.refresh_bindings()

    def select(self, training_id: str) -> None:
        """Show this training, now or as soon as the screen is up; a search that hides it is taken away."""
        self._wanted = training_id
        self.refresh_data()

    # -- finding ------------------------------------------------------------------------------------------------------

    def action_search(self) -> None:
        """Go to the search line."""
        self._bar.search.focus()

    @on(TrainingBar.Left)
    def _to_hits(self) -> None:
        """Go to what was found; where nothing was, the search is gone on with, and letters are no commands."""
        if self._list.chosen:
            self._list.focus()

    def action_filter(self) -> None:
        """Show the next part of the trainings."""
        self._bar.next_part()

    def action_clear(self) -> None:
        """Take search and filter away."""
        self._bar.clear()
        self._list.focus()

    @on(BrowseList.Read)
    def _into(self) -> None:
        """Give the training the focus, and all the room."""
        self.add_class("-reading")
        self._detail.focus()

    def action_back(self) -> None:
        """One step back: out of the training, then all trainings again, then the start screen."""
        if self.focused is self._detail:
            self.remove_class("-reading")
            self._list.focus()
        elif self._bar.narrows:
            self.action_clear()
        elif self.focused is not self._list:
            self._list.focus()
        else:
            super().action_back()

    # -- doing --------------------------------------------------------------------------------------------------------

    @on(RowList.Chosen, "#trainings")
    @on(TrainingDetail.Next)
    def _on(self) -> None:
        self.action_do("next")

    @on(LoopSteps.Chosen)
    def _step(self, message: LoopSteps.Chosen) -> None:
        self.action_do(_OF_STEP[message.step])

    @work(group="doing")
    async def take_draft(self, values: Mapping[str, Any]) -> None:
        """Go on with a form that was left half filled in."""
        from learnlog.screens.training_drafts import go_on  # noqa: PLC0415 - rare

        await go_on(self, str(values.get("form", "")), str(values.get("uid", "")))
        self.refresh_data()

    def retranslate(self) -> None:
        """Texts are said anew; search and cursor stay."""
        self.refresh_data()
