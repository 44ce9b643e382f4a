"""What was given to whom and what for."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.share import SharedKind
from learnlog.domain.share_record import ShareRecord
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import area_name, capital, label
from learnlog.i18n.share_labels import counted
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.commands import bindings
from learnlog.text import N_
from learnlog.widgets.browse_list import BrowseList
from learnlog.widgets.row_list import Row, RowList
from learnlog.widgets.safe import line

_SEALED = {"passphrase": N_("locked with a passphrase"), "key": N_("locked with a key")}


class ShareHistoryScreen(LearnlogScreen[None]):
    """The copies that were made, the latest first. Nothing can be changed here: what was given is given."""

    MODE: ClassVar[str] = "talk"
    CSS_PATH = "share.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("+nav.back")
    HELP = N_(
        "The log remembers whom you gave a copy, what for and what was in it; no second copy of the texts is kept. What"
        " you delete from your log stays in the files that others have."
    )

    def __init__(self) -> None:
        """Show all of them."""
        super().__init__()
        self._list = BrowseList("shares")
        self._records: dict[str, ShareRecord] = {}

    def body(self) -> ComposeResult:
        """The list, and the one under the cursor."""
        yield Static(id="count")
        with Horizontal(id="panes"):
            yield self._list
            with VerticalScroll(id="one", classes="card"):
                yield Static(id="text")

    def refresh_data(self) -> None:
        """Show what the log remembers now."""
        if not self._list.is_mounted:
            return
        self._records = {each.id: each for each in self.services.copies.history()}
        self._list.border_title = Content(_("Given before"))
        self.query_one("#one").border_title = Content(_("Shared copy"))
        self._list.show([_row(each) for each in self._records.values()])
        number = len(self._records)
        said = ngettext("You have given {count} copy.", "You have given {count} copies.", number)
        none = _("You have not shared anything yet.")
        self.query_one("#count", Static).update(Content.styled(said if number else none, "bold"))
        self.set_class(not number, "-empty")
        self.set_focus(self._list if number else None)
        self._show()

    @on(BrowseList.Highlighted)
    def _show(self) -> None:
        """Show the one under the cursor."""
        record = self._records.get(self._list.chosen or "")
        self.query_one("#text", Static).update(_told(record) if record else Content(""))

    @on(RowList.Chosen)
    @on(BrowseList.Read)
    def _into(self) -> None:
        self.query_one("#one").focus()

    def retranslate(self) -> None:
        """Say everything in the new language."""
        self.refresh_data()


def _row(record: ShareRecord) -> Row:
    """A copy on two lines: the day, the reader and how much; what for."""
    made = numeric_date(record.made_at.date(), translator()) if record.made_at else ""
    head = Content.assemble((f"{made}  ", "$muted"), (capital(label(record.to_role, translator())), "bold"))
    return Row(record.id, (Content.assemble(head, "  ", line(record.purpose)),))


def _told(record: ShareRecord) -> Content:
    """All that is remembered of a copy."""
    tr = translator()
    days = [numeric_date(day, tr) if day else "" for day in (record.from_on, record.to_on)]
    hidden = sum(each.times for each in record.hidden)
    sealed = _(_SEALED[record.sealed]) if record.sealed in _SEALED else ""
    facts = (
        (_("What for"), record.purpose),
        (_("Days"), " – ".join(days) if any(days) else ""),
        (_("What is in it"), counted((each.kind for each in record.items), tr)),
        (_("Hidden"), ngettext("{count} place", "{count} places", hidden) if hidden else ""),
        (_("File"), " · ".join(each for each in (record.file_name, sealed) if each)),
    )
    lines = [Content.assemble((f"{name}: ", "$muted"), line(value)) for name, value in facts if value]
    lines.append(Content(""))
    for each in record.items:
        if each.title and each.kind is not SharedKind.SUMMARY:
            title = area_name(each.title, tr) if each.kind is SharedKind.AREA else each.title
            lines.append(Content.assemble((f"{label(each.kind, tr)}  ", "$muted"), line(title)))
    return Content("\n").join(lines)
