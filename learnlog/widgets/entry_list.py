"""The list of entries: ten thousand of them, and only the lines in view are ever drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from learnlog.domain.entry import EntryHead
from learnlog.domain.values import Status
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import duration, month_and_year, month_name, short_date
from learnlog.i18n.labels import capital, label
from learnlog.text import N_
from learnlog.widgets.glyphs import ARENAS
from learnlog.widgets.month_lines import LINES, Month, MonthLines
from learnlog.widgets.safe import show_line

_TIMED = 44
"""Columns from which the time spent is shown as well."""
_AIRY = 30
"""Lines from which there is air between months."""


class EntryList(ScrollView, can_focus=True):
    """Entries, two lines each, under months."""

    HELP = N_("● is learning in daily work, ◆ at the workplace, ▲ outside it.")
    DEFAULT_CSS = """
    EntryList {
        overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        & > .entry-list--text { color: $foreground; }
        & > .entry-list--muted { color: $muted; }
        &:ansi > .entry-list--muted { text-style: dim; }
        & > .entry-list--header { color: $primary; text-style: bold; }
        & > .entry-list--urgent { color: $error; }
        & > .entry-list--task { color: $accent; }
        & > .entry-list--in { color: $arena-in; }
        & > .entry-list--at { color: $arena-at; }
        & > .entry-list--out { color: $arena-out; }
        & > .entry-list--chosen { background: $panel; }
        &:focus > .entry-list--chosen { background: $selected; color: $on-selected; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "entry-list--text",
        "entry-list--muted",
        "entry-list--header",
        "entry-list--urgent",
        "entry-list--task",
        "entry-list--in",
        "entry-list--at",
        "entry-list--out",
        "entry-list--chosen",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", N_("Up"), show=False),
        Binding("down,j", "move(1)", N_("Down"), show=False),
        Binding("pageup", "page(-1)", N_("Page up"), show=False),
        Binding("pagedown,space", "page(1)", N_("Page down"), show=False),
        Binding("home", "end(False)", N_("First"), show=False),
        Binding("end", "end(True)", N_("Last"), show=False),
        Binding("left", "month(-1)", N_("Month before"), show=False),
        Binding("right", "month(1)", N_("Month after"), show=False),
        Binding("enter", "choose", N_("Open"), show=False),
    ]

    cursor: reactive[int] = reactive(0, init=False, repaint=False)  # two entries are drawn, not all

    class Highlighted(Message):
        """The cursor has come to another entry, or to none.

        Attributes:
            head: The entry; None when the list is empty.
        """

        def __init__(self, head: EntryHead | None) -> None:
            """Keep which."""
            self.head = head
            super().__init__()

    class Chosen(Message):
        """An entry was chosen, by Enter or a double click.

        Attributes:
            head: The entry.
        """

        def __init__(self, head: EntryHead) -> None:
            """Keep which."""
            self.head = head
            super().__init__()

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        """An empty list."""
        super().__init__(id=id, classes="card")
        self.today = dt.date.min
        self._heads: Sequence[EntryHead] = ()
        self._by_month = True
        self._lines = MonthLines((), by_month=True, spaced=False)

    # -- content ------------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> EntryHead | None:
        """The entry under the cursor."""
        return self._heads[self.cursor] if self.cursor < len(self._heads) else None

    def show(self, heads: Sequence[EntryHead], today: dt.date, *, by_month: bool = True) -> None:
        """Show these entries, in this order; the cursor stays on its entry, or near where it was.

        Args:
            heads: The entries.
            today: For days in words.
            by_month: Whether to put headings; only for lists in order of date.
        """
        before = self.chosen
        self.today = today
        self._heads = heads
        self._by_month = by_month
        self._arrange()
        place = self.cursor
        if before is not None and not (place < len(heads) and heads[place].id == before.id):
            place = next((at for at, head in enumerate(heads) if head.id == before.id), place)
        place = min(place, max(len(heads) - 1, 0))
        with self.prevent(self.Highlighted):
            self.cursor = place
        self._reveal()
        self.refresh()
        self.post_message(self.Highlighted(self.chosen))

    def select(self, entry_id: str) -> bool:
        """Move the cursor to an entry; whether it is in the list."""
        for place, head in enumerate(self._heads):
            if head.id == entry_id:
                self.cursor = place
                self._reveal()
                return True
        return False

    def _arrange(self) -> None:
        """Where each month begins."""
        spaced = self.size.height >= _AIRY
        self._lines = MonthLines(self._heads, by_month=self._by_month, spaced=spaced)
        self.virtual_size = Size(0, self._lines.height)

    # -- moving -------------------------------------------------------------------------------------------------------

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the two entries concerned."""
        for place in (before, after):
            if place < len(self._heads):
                self.refresh_lines(self._lines.line_of(place), LINES)
        self._reveal()
        self.post_message(self.Highlighted(self.chosen))

    def _reveal(self) -> None:
        """Scroll so that the chosen entry, and the heading right above it, are in view."""
        if not self._heads:
            return
        line = self._lines.line_of(self.cursor)
        month = self._lines.months[self._lines.month_of(self.cursor)]
        above = month.above if self.cursor == month.item else 0
        self.scroll_to_region(
            Region(0, line - above, 1, LINES + above), animate=False, force=True, immediate=True, x_axis=False
        )

    def action_move(self, by: int) -> None:
        """Up or down."""
        self.cursor = min(max(self.cursor + by, 0), max(len(self._heads) - 1, 0))

    def action_page(self, by: int) -> None:
        """As many entries as are in view, up or down."""
        self.action_move(by * max(self.scrollable_content_region.height // LINES - 1, 1))

    def action_end(self, last: bool) -> None:  # noqa: FBT001 - Textual hands actions their values by place
        """To the first or last entry."""
        self.cursor = max(len(self._heads) - 1, 0) if last else 0

    def action_month(self, by: int) -> None:
        """To the first entry of this month, or of the month before or after."""
        months = self._lines.months
        if not months:
            return
        at = self._lines.month_of(self.cursor)
        if by > 0 or self.cursor == months[at].item:
            at = min(max(at + by, 0), len(months) - 1)
        self.cursor = months[at].item

    def action_choose(self) -> None:
        """Open the entry under the cursor."""
        if self.chosen is not None:
            self.post_message(self.Chosen(self.chosen))

    def on_click(self, event: Click) -> None:
        """A click moves the cursor, a double click opens."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        spot = self._lines.at(offset.y + self.scroll_offset.y)
        if spot is not None and spot.place is not None:
            self.cursor = spot.place
            if event.chain > 1:
                self.action_choose()

    def on_resize(self, _event: Resize) -> None:
        """Other heights have other air."""
        self._arrange()
        self._reveal()

    # -- drawing ------------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of what is in view."""
        width = self.scrollable_content_region.width
        spot = self._lines.at(y + self.scroll_offset.y)
        base = self.get_component_rich_style("entry-list--text")
        parts: list[tuple[str, Style]] = []
        if spot is not None and spot.place is not None:
            parts = (self._first if spot.row == 0 else self._second)(self._heads[spot.place], width)
            if spot.place == self.cursor:
                base += self.get_component_rich_style("entry-list--chosen")
                base += Style(bold=spot.row == 0)
                if self.app.current_theme.ansi:  # sixteen colours have no muted one that is read on another colour
                    parts = [(text, Style()) for text, _style in parts]
        elif spot is not None and spot.row == -1:
            parts = self._heading(spot.month)
        strip = Strip([Segment(text, base + style) for text, style in parts])
        return strip.adjust_cell_length(width, base)

    def _style(self, name: str) -> Style:
        """Only what the component says itself, so that the line's background stays."""
        return self.get_component_rich_style(f"entry-list--{name}", partial=True)

    def _heading(self, month: Month) -> list[tuple[str, Style]]:
        """The month, and how many entries it has."""
        first_on = month.first_on or self.today
        name = (month_name if first_on.year == self.today.year else month_and_year)(first_on, translator())
        count = ngettext("{count} entry", "{count} entries", month.entries)
        return [(capital(name), self._style("header")), (f"  {count}", self._style("muted"))]

    def _first(self, head: EntryHead, width: int) -> list[tuple[str, Style]]:
        """Sign and title."""
        title = _fitted(show_line(head.title), width - 3)
        return [(ARENAS[head.arena].glyph, self._style(head.arena.value)), (f" {title}", Style())]

    def _second(self, head: EntryHead, width: int) -> list[tuple[str, Style]]:
        """Day, what one was doing, time; and at the right what is to be done."""
        word, style = self._status(head)
        said = [short_date(head.date, translator(), self.today), label(head.activity_type, translator())]
        if head.minutes and width >= _TIMED:
            said.append(duration(head.minutes, translator()))
        room = width - 3 - (cell_len(word) + 1 if word else 0)
        text = _fitted(" · ".join(said), room)
        gap = room - cell_len(text)
        muted = self._style("muted")
        return [(f"  {text}{' ' * gap}", muted), (f" {word}", style)] if word else [(f"  {text}", muted)]

    def _status(self, head: EntryHead) -> tuple[str, Style]:
        """A word only where there is something to know: two versions, a draft, chosen for the CV."""
        if head.has_clash:
            return _("two versions"), self._style("urgent")
        if head.status is Status.DRAFT:
            return label(head.status, translator()), self._style("muted")
        if head.show_in_cv:
            return _("CV"), self._style("muted")
        return "", Style()


def _fitted(text: str, width: int) -> str:
    """At most so many cells, ending in … when cut."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(width - 1, 0)).rstrip() + "…"
