"""The bin: what was deleted lies here for at least thirty days, and can be taken back."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.entry import EntryHead
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext
from learnlog.screens.commands import bindings
from learnlog.screens.doings import EntriesScreen
from learnlog.screens.titles import belongs
from learnlog.text import N_
from learnlog.widgets.entry_detail import EntryDetail
from learnlog.widgets.entry_list import EntryList


class BinScreen(EntriesScreen):
    """The deleted entries, with the chosen one beside."""

    MODE: ClassVar[str] = "log"
    CSS_PATH = "log.tcss"
    HELP = N_(
        "What you delete stays here for at least 30 days. Press {key:log.restore} or Enter to take an entry back"
        " into the log. {key:log.erase} erases it for good, with its history and from every copy of the log."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "log.restore", "+log.erase", "log.mask", "+nav.back", "edit.undo", "edit.redo"
    )

    def __init__(self) -> None:
        """Build the parts."""
        super().__init__()
        self._list = EntryList("entries")
        self._detail = EntryDetail(tasks=False)

    def body(self) -> ComposeResult:
        """A sentence on the thirty days, the list, the entry."""
        with Horizontal(id="find"):
            yield Static(
                Content.assemble((_("Bin"), "bold"), "  ", _("What you delete stays here for at least 30 days.")),
                id="signs",
            )
            yield Static(id="count")
        with Horizontal(id="panes"):
            yield self._list
            yield self._detail
        yield Static(Content.styled(_("The bin is empty."), "$muted"), id="empty")

    def on_mount(self) -> None:
        """Ready to choose."""
        self._list.focus()

    def refresh_data(self) -> None:
        """Show what is in the bin now."""
        if not self._list.is_mounted:
            return
        heads = self.services.log.bin()
        self._list.show(heads, self.services.clock.today())
        self.set_class(not heads, "-empty")
        count = ngettext("{count} entry", "{count} entries", len(heads))
        self.query_one("#count", Static).update(Content.styled(count, "$muted"))

    @on(EntryList.Highlighted)
    def _moved(self, message: EntryList.Highlighted) -> None:
        entry, today = self.whole(message.head), self.services.clock.today()
        if entry is None:
            self._detail.show(None, today)
        else:
            self._detail.show(entry, today, belongs(self.services, entry))
            self._list.focus()  # it may have been empty a moment ago, when nothing could have the focus
        self.refresh_bindings()

    @on(EntryList.Chosen)
    def _opened(self) -> None:
        self.action_do("restore")

    @property
    def chosen(self) -> EntryHead | None:
        """The deleted entry under the cursor."""
        return self._list.chosen
