"""Writing an entry, new or old: one form, one path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on, work
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
from learnlog.screens.commands import bindings
from learnlog.screens.drafting import DraftKeeper
from learnlog.screens.editor import edit_outside
from learnlog.screens.entry_sheet import PAGES, EntrySheet
from learnlog.screens.keys import key_name
from learnlog.text import N_
from learnlog.widgets.fields import TextBox, TextField
from learnlog.widgets.problems import ProblemBar
from learnlog.widgets.safe import content
from learnlog.widgets.sections import Sections

RECENT = 1000
"""So many of the newest entries say which competence areas are offered first."""
FORM = "entry"
"""Name of this form's drafts."""


class EntryForm(LearnlogScreen[Entry]):
    """Write or change an entry. The answer is the entry as saved in the log; None when left without saving.

    What is typed is kept as a draft until the save is on disk; leaving the form loses nothing.
    """

    MODE: ClassVar[str] = "log"
    CSS_PATH = "entry_form.tcss"
    AUTO_FOCUS = "LineBox"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("form.save", "+nav.back"),
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
        super().__init__()
        self._entry = entry
        self._draft = dict(draft or {})
        self._saving = False
        self._sections = Sections(PAGES)
        self._problems = ProblemBar()

    def body(self) -> ComposeResult:
        """Head, pages, and the line on what never to write."""
        log = self.services.log
        self._sheet = EntrySheet(self._entry, self.services.clock.today(), areas_used(log.heads()[:RECENT]))
        self._keeper = DraftKeeper(self, FORM, self._entry.id, self._sheet.touched, self._show_head)
        with Horizontal(id="head"):
            yield Static(id="what")
            yield self._sections
        yield self._problems
        yield self._sheet
        yield Static(id="never")

    async def on_mount(self) -> None:
        """Fill in the entry, and over it what was typed before."""
        await self._sheet.fill(self._draft)
        if self._draft:
            self._keeper.touch()
        self._show_head()

    def _show_head(self) -> None:
        """What is written here, and whether it is safe; and what never to write."""
        what = _("Edit entry") if self._entry.revision else _("New entry")
        parts: list[str | tuple[str, str]] = [(what, "bold")]
        if self._keeper.failed:
            parts += ["   ", (_("the draft cannot be kept on disk: save soon"), "$warning")]
        elif self._keeper.saved_at is not None:
            time = f"{self._keeper.saved_at.astimezone():%H:%M}"
            parts += ["   ", (_("draft saved {time}", time=time), "$muted")]
        self.query_one("#what", Static).update(Content.assemble(*parts))
        sentence = _("Write no names or identity numbers of clients or patients.")
        self.query_one("#never", Static).update(Content.assemble(("! ", "$warning"), content(sentence, "$muted")))

    def retranslate(self) -> None:
        """Say everything in the new language; what is typed stays."""
        self._sheet.relabel()
        self._sections.draw()
        self._show_head()
        self.query_one("NavBar").refresh()
        self.query_one("KeyBar").refresh()

    # -- typing -------------------------------------------------------------------------------------------------------

    @on(EntrySheet.Changed)
    def _typed(self) -> None:
        self._problems.look_again()
        self._keeper.touch()

    @on(TextBox.EditorWanted)
    def _editor(self, event: TextBox.EditorWanted) -> None:
        """Let the owner's own editor have the text for a while."""
        self._keeper.write_now()
        text = edit_outside(self.app, event.box.text)
        field = event.box.parent
        if text is not None and isinstance(field, TextField):
            field.rewrite(text)

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

    # -- drafts -------------------------------------------------------------------------------------------------------

    def keep_draft(self) -> None:
        """Write the draft at once."""
        if self.query(EntrySheet):
            self._keeper.write_now()

    def on_descendant_blur(self) -> None:
        """Write the draft when a field is left."""
        self._keeper.write()

    def on_screen_suspend(self) -> None:
        """Write the draft when another screen comes on top."""
        self._keeper.write()

    def on_app_blur(self) -> None:
        """Write the draft when another window gets the keyboard."""
        self._keeper.write()

    # -- leaving ------------------------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """To the first page; from there out of the form. The draft stays."""
        if self._sheet.page != PAGES[0][0]:
            self._sheet.turn_to(PAGES[0][0])
        else:
            self._leave()

    @work(group="leave", exclusive=True)
    async def _leave(self) -> None:
        """Leave without saving: what was typed stays as a draft."""
        if self._sheet.touched():
            await self._keeper.let_go()
            self.notify(_("Your text is kept as a draft. It is offered to you the next time you write."), markup=False)
        else:
            await self._keeper.drop()
        self.dismiss(None)

    def action_save(self) -> None:
        """Save, and leave the form; or show what needs another look."""
        if self._saving:
            return
        try:
            entry = self._sheet.collect()
        except InvalidInputError as error:
            self._problems.show(self._sheet.complain(error))
            return
        self._saving = True
        self._save(entry)

    @work(group="save")
    async def _save(self, entry: Entry) -> None:
        """Save in the background; on any error the form stays, with everything in it."""
        self._keeper.write()
        try:
            saved = await self.offload(self.services.log.save, entry)
        except InvalidInputError as error:
            self._saving = False
            self._problems.show(self._sheet.complain(error))
            return
        if saved is None:
            self._saving = False
        else:
            await self._keeper.drop()
            self.notify(_("Saved. {key} takes it back.", key=key_name("ctrl+z")), markup=False)
            self.dismiss(saved)


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
