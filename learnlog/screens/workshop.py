"""Holding a future workshop: one phase after the other, a line for each idea, and nothing of it lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from learnlog.domain import workshop_steps as steps
from learnlog.domain.revising import one_line
from learnlog.domain.workshop import Phase, Workshop
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.screens.commands import bindings
from learnlog.screens.workshop_pane import TEAM, PhasePane
from learnlog.screens.workshop_phases import PHASES
from learnlog.screens.workshop_room import Room
from learnlog.text import N_
from learnlog.widgets.browse_list import BrowseList
from learnlog.widgets.field import Field
from learnlog.widgets.row_list import RowList
from learnlog.widgets.safe import content, cut, line
from learnlog.widgets.sections import Sections

DRAFT_SAVED = 24
"""Columns kept free in the head, for what is said of the draft."""


class WorkshopScreen(Room):
    """A workshop that is being held. The answer is the workshop when it has ended, and None when it was left."""

    MODE: ClassVar[str] = "plan"
    CSS_PATH = "workshop.tcss"
    AUTO_FOCUS = ""
    HELP = N_(
        "A future workshop has eight phases, alone or in a team: from what is hard, by way of the best of"
        " worlds, to what you do. Write a line for each idea and press Enter. The arrow keys go into the list:"
        " there {key:idea.pick} or Enter picks or changes a line, and {key:idea.delete} removes it."
        " {key:workshop.next} goes to the next phase and saves; {key:nav.back} leaves, and everything is there"
        " when you come back, today or another day."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            "workshop.next", "workshop.before", "idea.pick", "idea.edit", "idea.delete", "-workshop.read",
            "workshop.export", "edit.undo", "edit.redo", "+nav.back",
        ),
        Binding("down", "into_list", show=False),
    ]  # fmt: skip

    def __init__(self, workshop: Workshop, draft: Mapping[str, Any] | None = None) -> None:
        """Open the room.

        Args:
            workshop: The workshop; one that has never been saved is a new one.
            draft: What was written in it before, and not saved.
        """
        super().__init__(workshop, draft or {})
        self._sections = Sections([(phase.value, told.name) for phase, told in PHASES.items()])
        self._pane = PhasePane()

    def body(self) -> ComposeResult:
        """What it is about, the phases, and the one that is open."""
        with Horizontal(id="head"):
            yield Static(id="what")
        yield self._sections
        yield self._pane
        yield Static(id="never")

    def on_mount(self) -> None:
        """Go on where it was left."""
        old, typed = self.sitting.old, self.sitting.typed
        self.open(self.sitting.phase)
        if typed:
            self.sitting.old = old
            self._pane.line.put(typed)
            self.draw()
        self.begin(from_draft=bool(self.touched()))

    # -- showing ------------------------------------------------------------------------------------------------------

    def open(self, phase: Phase) -> None:
        """Show a phase, ready to write or to pick."""
        self.sitting.phase, self.sitting.old = phase, ""
        self._sections.mark(phase)
        self._pane.open(self.sitting, self.services.clock.today())
        self.show_head()

    def draw(self) -> None:
        """Show what stands in the phase now."""
        self._pane.draw(self.sitting, self.services.clock.today())
        self.show_head()

    def show_head(self) -> None:
        """What it is about, and whether what is written is safe."""
        title, question = _("Future workshop"), self.sitting.now.question
        room = self.size.width - len(title) - DRAFT_SAVED
        about = cut(line(f" · {question}"), room) if self.sitting.phase is not Phase.QUESTION else Content("")
        self.query_one("#what", Static).update(Content.assemble((title, "bold"), about, *self.draft_words(short=True)))
        sentence = _("Write no names or identity numbers of clients or patients.")
        self.query_one("#never", Static).update(Content.assemble(("! ", "$warning"), content(sentence, "$muted")))
        self.refresh_bindings()

    @on(BrowseList.Highlighted)
    def _moved(self) -> None:
        self._pane.show_whole()
        self.refresh_bindings()

    def retranslate(self) -> None:
        """Say everything in the new language; what is typed stays."""
        self._sections.draw()
        self._pane.held.relabel()
        self.draw()

    # -- keys ---------------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lines are picked and changed in the list."""
        phase = self.sitting.phase
        if action in ("pick", "reword", "remove"):
            may = bool(steps.LINES[phase].picked) if action == "pick" else phase not in steps.PICKING
            return may and self._pane.ideas.has_focus and bool(self._pane.ideas.count)
        if action == "turn" and parameters == (-1,):
            return phase is not Phase.QUESTION
        return super().check_action(action, parameters)

    def action_into_list(self) -> None:
        """From the line into the list."""
        if self._pane.line.input.has_focus and self._pane.ideas.display:
            self._pane.ideas.focus()

    @on(Sections.Chosen)
    def _section(self, event: Sections.Chosen) -> None:
        self.turn_to(Phase(event.name))

    @on(RowList.Chosen)
    def _enter_in_list(self) -> None:
        """Pick; or tell more of what will be done; or change the wording."""
        (self.action_pick if steps.LINES[self.sitting.phase].picked else self.action_reword)()

    @on(Field.Entered)
    def _entered(self) -> None:
        """Enter keeps the line; after the question it goes on."""
        if self.sitting.phase is Phase.QUESTION:
            self.action_turn(1)
        else:
            self.take_line()

    # -- writing ------------------------------------------------------------------------------------------------------

    @property
    def line_text(self) -> str:
        """What stands on the line; the question is in its place already."""
        return self._pane.line.raw if self.sitting.phase is not Phase.QUESTION else ""

    def complain(self, sentence: str) -> None:
        """Say at the line what is wrong."""
        self._pane.line.complain(sentence)
        self._pane.line.enter()

    @on(Field.Changed)
    def _typed(self, event: Field.Changed) -> None:
        """What stands on the line is kept as a draft; the question is what stands there."""
        if event.field is self._pane.held:
            self.sitting.change(self.sitting.now._replace(in_team=self._pane.held.raw == TEAM))
        elif self.sitting.phase is Phase.QUESTION:
            self.sitting.now = self.sitting.now._replace(question=self._pane.line.raw)
        self.typed()

    def take_line(self) -> bool:
        """Keep what stands on the line, as one more idea or as another wording."""
        phase, old, text = self.sitting.phase, self.sitting.old, one_line(self._pane.line.value)
        if phase is Phase.QUESTION or not text:
            return True
        if phase is Phase.ACTIONS:
            try:
                action = self.services.plan.actions.blank()._replace(what=text).revised()
            except InvalidInputError as error:
                self.complain(translator().say(error.problems[0][1]))
                return False
            new, key = self.sitting.now._replace(plans=(*self.sitting.now.plans, action)), action.id
        else:
            step = steps.added(self.sitting.now, phase, text)
            new, key = (steps.reworded(self.sitting.now, phase, old, text) if old else step), text
        if new == self.sitting.now and text != old:
            self.notify(_("That stands there already."), markup=False)
        self.sitting.old = ""
        self._pane.line.put("")
        self._take(new)
        self._pane.ideas.select(key)
        return True

    def _take(self, new: Workshop) -> None:
        """Show a change, and keep it in the draft."""
        if self.sitting.change(new):
            self.typed()
        self.draw()

    def action_pick(self) -> None:
        """Pick the line under the cursor, or take that back."""
        if self._pane.ideas.count:
            self._take(steps.toggled(self.sitting.now, self.sitting.phase, self._pane.ideas.chosen))

    def action_reword(self) -> None:
        """Write the line under the cursor anew; of what will be done, tell more."""
        chosen = self._pane.ideas.chosen
        action = next((each for each in self.sitting.now.plans if each.id == chosen), None)
        if action is not None:
            self.tell_more(action)
        elif chosen:
            self.sitting.old = chosen
            self._pane.line.put(chosen)
            self.draw()
            self._pane.line.enter()

    def action_remove(self) -> None:
        """Remove the line under the cursor."""
        chosen, now = self._pane.ideas.chosen, self.sitting.now
        if self.sitting.phase is Phase.ACTIONS:
            self._take(now._replace(plans=tuple(each for each in now.plans if each.id != chosen)))
        else:
            self._take(steps.removed(now, self.sitting.phase, chosen))
        self.notify(_("Removed. {key:edit.undo} takes it back."), markup=False)
