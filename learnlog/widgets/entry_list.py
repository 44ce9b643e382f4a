"""The list of entries: ten thousand of them, and only the lines in view are ever drawn."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Blur, Click, Focus, Resize
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
from learnlog.widgets.safe import show_line

LINES = 2
"""Lines for each entry."""
_TIMED = 44
"""Columns from which the time spent is shown as well."""


class _Month(NamedTuple):
    """Entries under one heading.

    Attributes:
        line: The first line of it, blank line and heading included.
        item: The first entry's place in the list.
        count: How many entries.
        above: Lines before the first entry.
        first_on: A day of the month; None for no heading.
    """

    line: int
    item: int
    count: int
    above: int
    first_on: dt.date | None


class EntryList(ScrollView, can_focus=True):
    """Entries, two lines each, under months. Line by line: see SPEED in CONTRIBUTING for why."""

    DEFAULT_CSS = """
    EntryList {
        overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        & > .entry-list--muted { color: $muted; }
        & > .entry-list--header { color: $primary; text-style: bold; }
        & > .entry-list--urgent { color: $error; }
        & > .entry-list--task { color: $accent; }
        & > .entry-list--in { color: $arena-in; }
        & > .entry-list--at { color: $arena-at; }
        & > .entry-list--out { color: $arena-out; }
        & > .entry-list--chosen { background: $panel; }
        &:focus > .entry-list--chosen { background: $selected; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
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

    cursor: reactive[int] = reactive(0, init=False)

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
        self._months: list[_Month] = []
        self._starts: list[int] = []

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
        months: list[_Month] = []
        spaced = self.size.height >= 30  # noqa: PLR2004 - tall enough for air between months
        line = item = 0
        heads = self._heads
        total = len(heads)
        while item < total:
            first = heads[item].date
            count = total - item
            if self._by_month:
                key = (first.year, first.month)
                end = item + 1
                while end < total and heads[end].date.month == key[1] and heads[end].date.year == key[0]:
                    end += 1
                count = end - item
            above = (1 + (spaced and item > 0)) if self._by_month else 0
            months.append(_Month(line, item, count, above, first if self._by_month else None))
            line += above + count * LINES
            item += count
        self._months = months
        self._starts = [month.line for month in months]
        self.virtual_size = Size(0, line)

    def _line_of(self, place: int) -> int:
        """The first line of an entry."""
        month = self._months[bisect_right(self._months, place, key=lambda each: each.item) - 1]
        return month.line + month.above + (place - month.item) * LINES

    # -- moving -------------------------------------------------------------------------------------------------------

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the two entries concerned."""
        for place in (before, after):
            if place < len(self._heads):
                self.refresh_lines(self._line_of(place), LINES)
        self._reveal()
        self.post_message(self.Highlighted(self.chosen))

    def _reveal(self) -> None:
        """Scroll so that the chosen entry, and the heading right above it, are in view."""
        if not self._heads:
            return
        line = self._line_of(self.cursor)
        month = self._months[bisect_right(self._starts, line) - 1]
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
        if not self._months:
            return
        at = bisect_right(self._months, self.cursor, key=lambda each: each.item) - 1
        if by > 0 or self.cursor == self._months[at].item:
            at = min(max(at + by, 0), len(self._months) - 1)
        self.cursor = self._months[at].item

    def action_choose(self) -> None:
        """Open the entry under the cursor."""
        if self.chosen is not None:
            self.post_message(self.Chosen(self.chosen))

    def on_click(self, event: Click) -> None:
        """A click moves the cursor, a double click opens."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        place, _row, _month = self._at(offset.y + self.scroll_offset.y)
        if place is not None:
            self.cursor = place
            if event.chain > 1:
                self.action_choose()

    def on_focus(self, _event: Focus) -> None:
        """The cursor is stronger with the focus."""
        self.refresh()

    def on_blur(self, _event: Blur) -> None:
        """The cursor is weaker without."""
        self.refresh()

    def on_resize(self, _event: Resize) -> None:
        """Other heights have other air."""
        self._arrange()
        self._reveal()

    # -- drawing ------------------------------------------------------------------------------------------------------

    def _at(self, y: int) -> tuple[int | None, int, _Month | None]:
        """What stands on a line: (place of an entry or None, which of its lines, month)."""
        if not 0 <= y < self.virtual_size.height:
            return None, 0, None
        month = self._months[bisect_right(self._starts, y) - 1]
        within = y - month.line - month.above
        if within < 0:
            return None, within, month
        return month.item + within // LINES, within % LINES, month

    def render_line(self, y: int) -> Strip:
        """One line of what is in view."""
        width = self.scrollable_content_region.width
        place, row, month = self._at(y + self.scroll_offset.y)
        base = self.rich_style
        if place is None:
            parts = self._heading(month) if month is not None and row == -1 else []
        else:
            parts = (self._first if row == 0 else self._second)(self._heads[place], width)
        if place is not None and place == self.cursor:
            base += self.get_component_rich_style("entry-list--chosen")
            if row == 0:
                base += Style(bold=True)
        strip = Strip([Segment(text, base + style) for text, style in parts])
        return strip.adjust_cell_length(width, base)

    def _style(self, name: str) -> Style:
        """Only what the component says itself, so that the line's background stays."""
        return self.get_component_rich_style(f"entry-list--{name}", partial=True)

    def _heading(self, month: _Month) -> list[tuple[str, Style]]:
        """The month, and how many entries it has."""
        first_on = month.first_on or self.today
        name = (month_name if first_on.year == self.today.year else month_and_year)(first_on, translator())
        count = ngettext("{count} entry", "{count} entries", month.count)
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
