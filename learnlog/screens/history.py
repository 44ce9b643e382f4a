"""What was changed in an entry, when, and by what: read from the log's own lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import stored_moment
from learnlog.i18n.field_labels import NAMES
from learnlog.screens.base import LearnlogDialog
from learnlog.screens.excerpts import excerpts
from learnlog.screens.field_names import field_name, in_words
from learnlog.text import N_
from learnlog.widgets.safe import content, line

if TYPE_CHECKING:
    from learnlog.services.log import Change

WIDTH, LINES = 66, 8
"""Cells of a line, and lines shown of a value at most."""


class HistoryDialog(LearnlogDialog[None]):
    """Every change of one entry, the newest first."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("h", "back", N_("Back"), show=False)]

    def __init__(self, title: str, changes: Sequence[Change], titles: Mapping[str, str]) -> None:
        """Show the changes of an entry.

        Args:
            title: The entry's title.
            changes: Newest first.
            titles: Id → what the thing with it is called.
        """
        super().__init__()
        self._entry_title = title
        self._changes = changes
        self._titles = titles

    def body(self) -> ComposeResult:
        """One paragraph a change."""
        with Vertical(classes="dialog") as box:
            box.border_title = line(self._entry_title)
            box.border_subtitle = Content(_("{key:nav.back} closes"))
            with VerticalScroll():
                yield Static(Content("\n\n").join([self._paragraph(change) for change in self._changes]))

    def on_mount(self) -> None:
        """Arrow keys scroll."""
        self.query_one(VerticalScroll).focus()

    def _paragraph(self, change: Change) -> Content:
        """When and by what, then each field as it was and as it became."""
        when = stored_moment(change.at, translator(), self.services.clock.today())
        by = _("in the app") if change.by == "app" else _("by the command {name}", name=change.by)
        rows = [Content.assemble(line(when, "bold $primary"), "  ", line(by, "$muted"))]
        first = change is self._changes[-1]
        for field, before, after in change.fields:
            if field in NAMES and (after or before):
                rows += self._field(field, before, after, first=first)
        if len(rows) == 1:
            rows.append(Content.styled(_("saved again, unchanged"), "$muted"))
        return Content("\n").join(rows)

    def _field(self, field: str, before: object, after: object, *, first: bool) -> list[Content]:
        """One field: as it was, unless this was the first version, and as it became."""
        was, became = (in_words(field, value, self._titles) for value in (before, after))
        was, became = excerpts("" if first else was, became, width=WIDTH, lines=LINES)
        rows = [Content.styled(field_name(field), "bold")]
        if not first:
            rows.append(Content.assemble(("− ", "$error"), content(was, "$muted")))
        rows.append(Content.assemble(("+ ", "$success"), content(became)))
        return rows
