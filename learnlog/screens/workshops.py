"""The future workshops: those that are going on, and what came of the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.workshop import Workshop
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import key_of, ngettext
from learnlog.screens import workshop_moves as moves
from learnlog.screens.commands import bindings
from learnlog.screens.doings import Doing, DoingScreen, anything
from learnlog.text import N_
from learnlog.widgets.browse_list import BrowseList
from learnlog.widgets.row_list import RowList
from learnlog.widgets.safe import content
from learnlog.widgets.workshop_text import next_of_workshop, workshop_body, workshop_head, workshop_row


class WorkshopsScreen(DoingScreen[Workshop | None]):
    """All workshops. The answer is one that has just ended; None when the screen was left."""

    MODE: ClassVar[str] = "plan"
    CSS_PATH = "workshops.tcss"
    HELP = N_(
        "A future workshop leads from what is hard, by way of the best of worlds, to what you do; alone or in a team."
        " {key:workshop.new} begins one, {key:workshop.open} goes on with one where it was left. One that has ended is"
        " read as a document, and {key:workshop.export} saves it to a file."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "workshop.new", "workshop.open", "workshop.read", "workshop.export", "workshop.delete", "workshop.bin",
        "workshop.clash", "+nav.back", "edit.undo", "edit.redo",
    )  # fmt: skip

    DOINGS: ClassVar[Mapping[str, Doing]] = {
        "new": Doing(lambda screen, _chosen: moves.begin(screen)),
        "open": Doing(moves.hold, anything),
        "read": Doing(moves.preview, anything),
        "export": Doing(moves.save_to_file, anything),
        "delete": Doing(moves.delete, anything),
        "restore": Doing(lambda screen, _chosen: moves.restore(screen)),
        "clash": Doing(moves.settle, lambda workshop: bool(workshop.clashes)),
    }

    def __init__(self, chosen: str = "") -> None:
        """Show all of them.

        Args:
            chosen: Id of the one to begin at; the first by default.
        """
        super().__init__()
        self._begin_at = chosen
        self._list = BrowseList("workshops")

    def body(self) -> ComposeResult:
        """The list, and the one under the cursor."""
        yield Static(id="what")
        with Horizontal(id="panes"):
            yield self._list
            with VerticalScroll(id="one", classes="card"):
                yield Static(id="text")
        with VerticalScroll(id="empty", can_focus=False):
            yield Static(id="nothing")

    @property
    def chosen(self) -> Workshop | None:
        """The workshop under the cursor."""
        return next((each for each in self.services.plan.workshops.all() if each.id == self._list.chosen), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done with the chosen workshop is offered."""
        if action in ("read", "export"):
            return super().check_action("do", (action,))
        return super().check_action(action, parameters)

    def select(self, uid: str) -> None:
        """Move the cursor to a workshop."""
        self._begin_at = uid
        self.refresh_data()

    # -- showing ------------------------------------------------------------------------------------------------------

    def refresh_data(self) -> None:
        """Show the workshops as they are now."""
        if not self._list.is_mounted:
            return
        workshops, today = self.services.plan.workshops.all(), self.services.clock.today()
        self._list.show([workshop_row(each, today) for each in workshops])
        if self._begin_at:
            self._list.select(self._begin_at)
            self._begin_at = ""
        self._list.border_title = Content(_("Future workshops"))
        self.set_class(not workshops, "-empty")
        self.query_one("#nothing", Static).update(_welcome())
        going = sum(1 for each in workshops if not each.ended_on)
        said = ngettext("{count} workshop under way", "{count} workshops under way", going)
        self.query_one("#what", Static).update(Content.styled(said, "bold"))
        self.set_focus(self._list if workshops else None)
        self._show()

    @on(BrowseList.Highlighted)
    def _show(self) -> None:
        """Show the one under the cursor."""
        workshop = self.chosen
        if workshop is not None:
            actions = [each for each in self.services.plan.actions.all() if each.workshop_id == workshop.id]
            head = workshop_head(workshop, self.services.clock.today())
            parts = (head, next_of_workshop(workshop), workshop_body(workshop, actions))
            text = Content("\n\n").join(each for each in parts if each.plain)
            self.query_one("#one").border_title = Content(_("Future workshop"))
            self.query_one("#text", Static).update(text)
        self.refresh_bindings()

    def retranslate(self) -> None:
        """Say everything in the new language."""
        self.refresh_data()

    # -- doing --------------------------------------------------------------------------------------------------------

    @on(RowList.Chosen)
    def _enter(self) -> None:
        self.action_do("open")

    @on(BrowseList.Read)
    def _into(self) -> None:
        self.query_one("#one").focus()

    def show_done(self, saved: object) -> None:
        """Go back with a workshop that has ended; else show all of them anew."""
        if isinstance(saved, Workshop):
            self.dismiss(saved)
        else:
            super().show_done(saved)

    def action_read(self) -> None:
        """Read the chosen one as a document."""
        self.action_do("read")

    def action_export(self) -> None:
        """Save the chosen one to a file."""
        self.action_do("export")


def _welcome() -> Content:
    """What a workshop is, and what to press."""
    return Content("\n\n").join(
        [
            Content.styled(_("A future workshop: from what is hard to what you do."), "bold"),
            content(
                _(
                    "Alone or in a team, in one go or in several. First everything that is hard, then the best of"
                    " worlds, and at the end what you will do. It takes an hour or two in a team, half an hour alone."
                )
            ),
            Content.assemble((f"{key_of('workshop.new')}  ", "bold $accent"), _("Begin a workshop.")),
        ]
    )
