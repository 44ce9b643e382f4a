"""The learning log: all entries, what is in the chosen one, and everything one can do with it."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.entry import Entry, EntryHead
from learnlog.domain.filters import Filter, Sorting, shown
from learnlog.errors import NotFoundError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.labels import capital, label
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.commands import bindings
from learnlog.screens.confirm import Confirm
from learnlog.screens.undoing import redo, undo
from learnlog.text import N_
from learnlog.widgets.entry_detail import EntryDetail
from learnlog.widgets.entry_list import EntryList
from learnlog.widgets.glyphs import legend
from learnlog.widgets.line_input import LineInput
from learnlog.widgets.safe import line

BY_DATE = frozenset({Sorting.NEWEST, Sorting.OLDEST})


def log_screen(app: App[Any]) -> LogScreen:
    """Go to the log; returns its screen."""
    app.switch_mode(LogScreen.MODE)
    return cast("LogScreen", app.screen_stack[0])


class LogScreen(LearnlogScreen[None]):
    """The list of entries, with a search line above and the chosen entry beside."""

    MODE: ClassVar[str] = "log"
    CSS_PATH = "log.tcss"
    HELP = N_(
        "Everything you have written, month by month. Go up and down with the arrow keys, or search with /."
        " The entry is shown beside the list; Tab goes there, so that you can scroll in it."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "log.new", "log.edit", "log.delete", "log.search", "log.filter", "log.sort", "log.clear", "log.duplicate",
        "log.history", "log.evidence", "log.clash", "log.bin", "edit.undo", "edit.redo",
    )  # fmt: skip

    def __init__(self) -> None:
        """Build the parts that are kept up to date."""
        super().__init__()
        self._search = LineInput(id="search", compact=True)
        self._list = EntryList("entries")
        self._detail = EntryDetail("detail")
        self._filter = Filter()
        self._sorting = Sorting.NEWEST
        self._wanted = ""
        self._total = 0

    def body(self) -> ComposeResult:
        """Search line, list and entry."""
        with Horizontal(id="find"):
            yield Static(Content.styled(" / ", "bold $accent"), id="slash")
            yield self._search
            yield Static(id="signs")
            yield Static(id="count")
        with Horizontal(id="panes"):
            yield self._list
            yield self._detail
        yield Static(id="empty")

    def on_mount(self) -> None:
        """The list has the focus; the texts are read ahead for the first search."""
        self._search.placeholder = _("Search in the log")
        self._list.focus()
        self._read_ahead()

    @work(group="ahead")
    async def _read_ahead(self) -> None:
        await self.offload(self.services.log.matching, "")

    # -- showing ----------------------------------------------------------------------------------------------------------

    def refresh_data(self) -> None:
        """Show the log as it is now, searched, filtered and in order."""
        if not self._list.is_mounted:
            return
        heads = self.services.log.heads()
        self._total = len(heads)
        if self._wanted and self._wanted not in {head.id for head in self._shown(heads)}:
            self._filter = Filter()
            with self.prevent(LineInput.Changed):
                self._search.value = ""
        found = self._shown(heads)
        self._list.show(found, self.services.clock.today(), by_month=self._sorting in BY_DATE)
        if self._wanted:
            self._list.select(self._wanted)
            self._wanted = ""
        self._say(found)

    def _shown(self, heads: tuple[EntryHead, ...]) -> list[EntryHead]:
        """What search and filter let through."""
        hits = self.services.log.matching(self._filter.text) if self._filter.text.strip() else None
        return shown(heads, self._filter, hits=hits, sorting=self._sorting, language=translator().language)

    def _say(self, found: list[EntryHead]) -> None:
        """How many there are, in which order, and what to do when there are none."""
        narrowed = bool(self._filter.text.strip() or self._filter.narrows)
        if narrowed:
            count = _("{found} of {total}", found=len(found), total=self._total)
        else:
            count = ngettext("{count} entry", "{count} entries", self._total)
        self.query_one("#count", Static).update(Content.styled(count, "$accent" if narrowed else "$muted"))
        self.query_one("#signs", Static).update(self._signs())
        self._list.border_subtitle = Content(label(self._sorting, translator()))
        self.set_class(not found, "-empty")
        if not found:
            self.query_one("#empty", Static).update(self._nothing(narrowed=narrowed))

    def _signs(self) -> Content:
        """What the signs mean, or which filter is on."""
        if not self._filter.narrows:
            return legend(2) if self.size.width < 100 else legend()  # noqa: PLR2004 - as in the style sheet
        text = ngettext("{count} filter · x shows all", "{count} filters · x shows all", self._filter.narrows)
        return Content.styled(text, "$accent")

    def _nothing(self, *, narrowed: bool) -> Content:
        """What to do when nothing is shown."""
        if narrowed:
            text = line(self._filter.text.strip())
            found = Content.assemble(_("Nothing found for"), " ”", text, "”.") if text else Content(_("Nothing found."))
            return Content("\n\n").join([found.stylize("bold"), Content.styled(_("Esc or x shows all entries again."), "$muted")])
        return Content("\n\n").join([
            Content.styled(_("Your log is empty."), "bold"),
            Content(_("Press n to write your first entry. A title is enough; the rest can come later.")),
            Content.styled(_("Or press 1 and write one line on the start screen."), "$muted"),
        ])

    @on(EntryList.Highlighted)
    def _moved(self, message: EntryList.Highlighted) -> None:
        """Show what is in the entry."""
        today = self.services.clock.today()
        try:
            self._detail.show(self.services.log.get(message.head.id) if message.head else None, today)
        except NotFoundError:
            self._detail.show(None, today)

    def select(self, entry_id: str) -> None:
        """Show this entry, now or as soon as the screen is up; a search that hides it is taken away."""
        self._wanted = entry_id
        self.refresh_data()

    # -- finding ----------------------------------------------------------------------------------------------------------

    def action_search(self) -> None:
        """Go to the search line."""
        self.call_after_refresh(self._search.focus)

    @on(LineInput.Changed, "#search")
    def _typed(self, message: LineInput.Changed) -> None:
        """Search as one types."""
        self._filter = self._filter._replace(text=message.value)
        self.refresh_data()

    @on(LineInput.Submitted, "#search")
    def _found(self) -> None:
        """Enter goes to the hits."""
        self._list.focus()

    def action_clear(self) -> None:
        """Take search and filter away."""
        self._filter = Filter()
        with self.prevent(LineInput.Changed):
            self._search.value = ""
        self._list.focus()
        self.refresh_data()

    def action_back(self) -> None:
        """One step back: out of the search or the entry, then all entries again, then the start screen."""
        if self._filter.text or (self.focused is self._list and self._filter.narrows):
            self.action_clear()
        elif self.focused is not self._list and self._list.display:
            self._list.focus()
        else:
            super().action_back()

    @work(group="form")
    async def action_filter(self) -> None:
        """Choose what to show."""
        from learnlog.screens.filter import FilterDialog  # noqa: PLC0415 - built when asked for

        chosen = await self.app.push_screen_wait(FilterDialog(self._filter))
        if chosen is not None:
            self._filter = chosen
            self.refresh_data()

    def action_sort(self) -> None:
        """The next order."""
        orders = list(Sorting)
        self._sorting = orders[(orders.index(self._sorting) + 1) % len(orders)]
        self.refresh_data()
        self.notify(capital(label(self._sorting, translator())), markup=False, timeout=2)

    # -- one entry --------------------------------------------------------------------------------------------------------

    async def _chosen(self) -> Entry | None:
        """The whole entry under the cursor."""
        head = self._list.chosen
        return None if head is None else await self.offload(self.services.log.get, head.id)

    async def _write(self, entry: Entry) -> None:
        from learnlog.screens.entry_form import write_entry  # noqa: PLC0415 - built when asked for

        saved = await write_entry(self, entry)
        if saved is not None:
            self.select(saved.id)

    @work(group="form")
    async def action_new_entry(self) -> None:
        """Write a new entry."""
        await self._write(self.services.log.blank())

    @on(EntryList.Chosen)
    def _opened(self) -> None:
        self.action_edit()

    @work(group="form")
    async def action_edit(self) -> None:
        """Change the chosen entry."""
        entry = await self._chosen()
        if entry is not None:
            await self._write(entry)

    @work(group="form")
    async def action_duplicate(self) -> None:
        """Begin a new entry from the chosen one."""
        head = self._list.chosen
        entry = head and await self.offload(self.services.log.duplicate, head.id)
        if entry:
            await self._write(entry)

    @work(group="form")
    async def action_delete(self) -> None:
        """Move the chosen entry to the bin, after a question."""
        head = self._list.chosen
        if head is None:
            return
        question = Content.assemble(_("Move this entry to the bin?"), "\n\n", line(head.title, "bold"))
        more = Content(_("It stays there for 30 days, and u takes it back at once."))
        if not await self.app.push_screen_wait(Confirm(question, _("Move to the bin"), more=more)):
            return
        if await self.offload(self.services.log.delete, head.id) is not None:
            self.refresh_data()
            self.notify(_("Moved to the bin. u takes it back."), markup=False)

    @work(group="undo")
    async def action_undo(self) -> None:
        """Take back the last thing done."""
        await undo(self)

    @work(group="undo")
    async def action_redo(self) -> None:
        """Do it again."""
        await redo(self)

    @work(group="form")
    async def action_history(self) -> None:
        """Show what was changed."""
        from learnlog.screens.history import HistoryDialog  # noqa: PLC0415 - built when asked for

        entry = await self._chosen()
        changes = entry and await self.offload(self.services.log.history, entry.id)
        if entry and changes is not None:
            await self.app.push_screen_wait(HistoryDialog(entry.title, changes))

    @work(group="form")
    async def action_evidence(self) -> None:
        """Open a reference, after a question."""
        from learnlog.screens.evidence import open_evidence  # noqa: PLC0415 - built when asked for

        entry = await self._chosen()
        if entry is not None:
            await open_evidence(self, entry)

    @work(group="form")
    async def action_clash(self) -> None:
        """Choose between two versions."""
        from learnlog.screens.clash import settle_clashes  # noqa: PLC0415 - rare

        entry = await self._chosen()
        if entry is not None:
            await settle_clashes(self, entry)
            self.refresh_data()

    @work(group="form")
    async def action_bin(self) -> None:
        """Look into the bin."""
        from learnlog.screens.bin import BinScreen  # noqa: PLC0415 - built when asked for

        await self.app.push_screen_wait(BinScreen())
        self.refresh_data()
