"""The learning log: all entries, what is in the chosen one, and everything one can do with it."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.entry import EntryHead
from learnlog.domain.training import Training
from learnlog.errors import StorageError
from learnlog.i18n.ambient import translator
from learnlog.i18n.labels import label
from learnlog.screens.commands import bindings
from learnlog.screens.doings import EntriesScreen
from learnlog.screens.ending import within
from learnlog.screens.log_bar import BY_DATE, LogBar
from learnlog.screens.said import said_of
from learnlog.screens.titles import belongs
from learnlog.text import N_
from learnlog.widgets.entry_detail import EntryDetail
from learnlog.widgets.entry_list import EntryList


def log_screen(app: App[Any]) -> LogScreen:
    """Go to the log; returns its screen."""
    app.switch_mode(LogScreen.MODE)
    return cast("LogScreen", app.screen_stack[0])


class LogScreen(EntriesScreen):
    """The list of entries, with a search line above and the chosen entry beside."""

    MODE: ClassVar[str] = "log"
    CSS_PATH = "log.tcss"
    HELP = N_(
        "Everything you have written, month by month. Go up and down with the arrow keys, or search with"
        " {key:log.search}. The entry is shown beside the list; Tab goes there, so that you can scroll in it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("log.new", "log.edit", "log.delete", "log.search", log_new=N_("New")),
        *bindings(
            "log.filter", "log.sort", "log.clear", "log.duplicate", "log.history", "log.training", "log.evidence",
            "log.clash", "log.bin", "log.erase", "log.mask", "edit.undo", "edit.redo",
        ),
    ]  # fmt: skip

    def __init__(self) -> None:
        """Build the parts that are kept up to date."""
        super().__init__()
        self._bar = LogBar()
        self._list = EntryList("entries")
        self._detail = EntryDetail()
        self._wanted = ""
        self._seen: tuple[object, ...] = ()
        self._training: Training | None = None

    def body(self) -> ComposeResult:
        """Search line, list and entry."""
        yield self._bar
        with Horizontal(id="panes"):
            yield self._list
            yield self._detail
        yield Static(id="empty")

    def on_mount(self) -> None:
        """The list has the focus; texts and heads are read ahead for the first search."""
        self._list.focus()
        self._read_ahead()

    @work(group="ahead", exclusive=True)
    async def _read_ahead(self) -> None:
        """Read what a search needs, in the thread; then search for what has been typed meanwhile."""
        log = self.services.log
        try:
            await within(self.host.hands, lambda: (log.matching(""), list(log.heads())))
        except StorageError as error:
            self.host.lost(error)
            return
        if self._bar.filter.text.strip():
            self.show_data()

    @property
    def chosen(self) -> EntryHead | None:
        """The entry under the cursor."""
        return self._list.chosen

    # -- showing ------------------------------------------------------------------------------------------------------

    @on(LogBar.Changed)
    def refresh_data(self) -> None:
        """Show the log as it is now, searched, filtered and in order."""
        if not self._list.is_mounted:
            return
        log, bar = self.services.log, self._bar
        if bar.filter.text.strip() and not log.texts.is_ready:
            self._read_ahead()  # keys never wait for all texts: this is called again when they have been read
            return
        heads = log.heads()
        seen = (heads, bar.filter, bar.sorting, self._wanted, self.services.clock.today(), translator())
        if seen == self._seen:
            return  # nothing has changed while other screens were shown
        self._seen = seen
        found = bar.shown(log, heads)
        if self._wanted and all(head.id != self._wanted for head in found):
            bar.clear()
            found = bar.shown(log, heads)
        self._list.show(found, self.services.clock.today(), by_month=bar.sorting in BY_DATE)
        if self._wanted:
            self._list.select(self._wanted)
            self._wanted = ""
        bar.say(len(found), len(heads))
        self._list.border_subtitle = Content(label(bar.sorting, translator()))
        self.set_class(not found, "-empty")
        if not found:
            self.query_one("#empty", Static).update(bar.nothing())

    @on(EntryList.Highlighted)
    def _moved(self) -> None:
        """Show what is in the entry, as soon as the keys rest."""
        self.when_at_rest(self._read)

    def _read(self) -> None:
        """Show the chosen entry; the keys that need one come and go with it."""
        entry, today = self.whole(self._list.chosen), self.services.clock.today()
        self._training = self.services.trainings.of_entry(entry) if entry else None
        if entry is None:
            self._detail.show(None, today)
        else:
            self._detail.show(entry, today, belongs(self.services, entry))
        self._detail.say(said_of(self.services, entry))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only from an entry that belongs to a training can one go there."""
        if (action, parameters) == ("do", ("training",)):
            return self._training is not None and not self._training.is_deleted
        return super().check_action(action, parameters)

    def select(self, entry_id: str) -> None:
        """Show this entry, now or as soon as the screen is up; a search that hides it is taken away."""
        self._wanted = entry_id
        self.refresh_data()

    # -- finding ------------------------------------------------------------------------------------------------------

    def search(self) -> None:
        """Go to the search line, now or as soon as the screen is up."""
        self.call_after_refresh(self._bar.search.focus)

    @on(LogBar.Left)
    def _to_hits(self) -> None:
        """Go to what was found; where nothing was, the search is gone on with, and letters are no commands."""
        if self._list.chosen is not None:
            self._list.focus()

    def action_clear(self) -> None:
        """Take search and filter away."""
        self._bar.clear()
        self._list.focus()
        self.refresh_data()

    def action_back(self) -> None:
        """One step back: all entries again, then out of the entry, then the start screen."""
        if self._bar.narrows:
            self.action_clear()
        elif self.focused is not self._list:
            self._list.focus()
        else:
            super().action_back()

    @work(group="doing")
    async def action_filter(self) -> None:
        """Choose what to show."""
        from learnlog.screens.filter import FilterDialog  # noqa: PLC0415 - built when asked for

        chosen = await self.app.push_screen_wait(FilterDialog(self._bar.filter))
        if chosen is not None:
            self._bar.filter = chosen
            self.refresh_data()

    def action_sort(self) -> None:
        """The next order; its name stands on the border."""
        self._bar.next_sorting()
        self.refresh_data()

    @on(EntryList.Chosen)
    def _opened(self) -> None:
        self.action_do("edit")

    def retranslate(self) -> None:
        """Texts are said anew; search and cursor stay."""
        self.refresh_data()
