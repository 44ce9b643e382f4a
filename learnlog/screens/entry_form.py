"""Writing an entry, new or old: one form, one path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.entry import Entry
from learnlog.domain.statistics import areas_used
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.entry_sheet import PAGES, EntrySheet
from learnlog.screens.form import Form, Values
from learnlog.text import N_
from learnlog.widgets.problems import ProblemBar
from learnlog.widgets.safe import content
from learnlog.widgets.sections import Sections

RECENT = 1000
"""So many of the newest entries say which competence areas are offered first."""
FORM = "entry"
"""Name of this form's drafts."""


class EntryForm(Form[Entry]):
    """Write or change an entry. The answer is the entry as saved in the log; None when left without saving."""

    MODE: ClassVar[str] = "log"
    CSS_PATH = "entry_form.tcss"
    AUTO_FOCUS = "LineBox"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3,ctrl+pagedown", "turn(1)", N_("Next page"), tooltip=N_("Go to the next page of the form.")),
        Binding("shift+f3,ctrl+pageup", "turn(-1)", N_("Page before"), show=False),
    ]
    HELP = N_(
        "Only the title must be filled in; two sentences are enough. Everything else can be added later."
        " What you write is kept as a draft while you write, and it is yours alone unless you share it."
        " F4 opens a text in your own editor."
    )

    def __init__(self, entry: Entry, draft: Mapping[str, Any] | None = None) -> None:
        """Open the form.

        Args:
            entry: The entry; one that has never been saved is a new one.
            draft: What was typed in this form before, and not saved.
        """
        super().__init__(FORM, entry.id)
        self._entry = entry
        self._draft = dict(draft or {})
        self._sections = Sections(PAGES)

    def body(self) -> ComposeResult:
        """Head, pages, and the line on what never to write."""
        log = self.services.log
        self._sheet = EntrySheet(self._entry, self.services.clock.today(), areas_used(log.heads()[:RECENT]))
        with Horizontal(id="head"):
            yield Static(id="what")
            yield self._sections
        yield self.problems
        yield self._sheet
        yield Static(id="never")

    async def on_mount(self) -> None:
        """Fill in the entry, and over it what was typed before."""
        await self._sheet.fill(self._draft)
        self.begin(from_draft=bool(self._draft))

    def show_head(self) -> None:
        """What is written here, and whether it is safe; and what never to write."""
        super().show_head()
        sentence = _("Write no names or identity numbers of clients or patients.")
        self.query_one("#never", Static).update(Content.assemble(("! ", "$warning"), content(sentence, "$muted")))

    def retranslate(self) -> None:
        """Say everything in the new language; what is typed stays."""
        self._sheet.relabel()
        self._sections.draw()
        self.show_head()
        self.query_one("NavBar").refresh()
        self.query_one("KeyBar").refresh()

    # -- pages --------------------------------------------------------------------------------------------------------

    @on(EntrySheet.Changed)
    def _changed(self) -> None:
        self.typed()

    def action_turn(self, way: int) -> None:
        """Go to the page after or before."""
        self._sheet.turn(way)

    @on(Sections.Chosen)
    def _section(self, event: Sections.Chosen) -> None:
        self._sheet.turn_to(event.name)

    @on(EntrySheet.Turned)
    def _turned(self, event: EntrySheet.Turned) -> None:
        self._sections.mark(event.page)

    @on(ProblemBar.Chosen)
    def _to_problem(self, event: ProblemBar.Chosen) -> None:
        self._sheet.go_to(event.field)

    def action_back(self) -> None:
        """To the first page; from there out of the form. The draft stays."""
        if self._sheet.page != PAGES[0][0]:
            self._sheet.turn_to(PAGES[0][0])
        else:
            super().action_back()

    # -- as a form ----------------------------------------------------------------------------------------------------

    def heading(self) -> str:
        """Whether it is new."""
        return _("Edit entry") if self._entry.revision else _("New entry")

    def touched(self) -> Values:
        """What stands on the pages otherwise than in the entry."""
        return self._sheet.touched()

    def collect(self) -> Entry:
        """The entry as it stands on the pages."""
        return self._sheet.collect()

    def complain(self, error: InvalidInputError) -> None:
        """Show every problem at its field, on whichever page."""
        self.problems.show(self._sheet.complain(error))

    def store(self, collected: Entry) -> Entry:
        """Save the entry."""
        return self.services.log.save(collected)

    def answer(self, saved: Entry) -> Entry:
        """The entry as it now lies in the log."""
        return saved


async def write_entry(screen: LearnlogScreen[Any], entry: Entry) -> Entry | None:
    """Open the form on an entry; a draft of it that was left behind is offered first. To be called from a worker.

    Returns:
        The entry as saved, or None.
    """
    from learnlog.screens.drafts_offer import ask_about, waiting_for  # noqa: PLC0415 - it opens this form itself

    draft = waiting_for(screen, entry)
    if draft is None:
        return await screen.app.push_screen_wait(EntryForm(entry))
    return await ask_about(screen, draft, entry)
