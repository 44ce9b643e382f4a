"""A short list inside a card: a handful of rows, each of one or two lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from learnlog.i18n.ambient import gettext as _
from learnlog.text import N_


class Row(NamedTuple):
    """One thing in the list.

    Attributes:
        key: What it stands for; given back when it is chosen.
        lines: What it shows, line by line; each fitting on one line.
        right: What stands at the right end of the first line.
        below: What stands at the right end of the second line.
    """

    key: str
    lines: tuple[Content, ...]
    right: Content = Content("")
    below: Content = Content("")


class RowList(Widget, can_focus=True):
    """Rows to choose from, by keys or by a click. Shows as many as there is room for around the chosen one.

    Attributes:
        empty: What it says when there is nothing in it; translated.
    """

    DEFAULT_CSS = """
    RowList { height: 1fr; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", N_("Up"), show=False),
        Binding("down,j", "move(1)", N_("Down"), show=False),
        Binding("home", "move(-10000)", N_("First"), show=False),
        Binding("end", "move(10000)", N_("Last"), show=False),
        Binding("enter", "choose", N_("Open"), show=True),
    ]

    cursor: reactive[int] = reactive(0)

    class Chosen(Message):
        """A row was chosen.

        Attributes:
            list: The list.
            key: The row's key.
        """

        def __init__(self, rows: RowList, key: str) -> None:
            """Keep which."""
            self.list = rows
            self.key = key
            super().__init__()

        @property
        def control(self) -> RowList:
            """The list, for ``@on``."""
            return self.list

    def __init__(self, id: str, *, always: bool = False, help_text: str = "") -> None:  # noqa: A002 - Textual's own name
        """An empty list.

        Args:
            id: Its id.
            always: Whether the chosen row stands out without the focus, too.
            help_text: English explanation.
        """
        super().__init__(id=id, classes="card")
        if help_text:
            self.HELP = help_text  # type: ignore[misc]  # read from the instance; only the stub says class
        self.empty = ""
        self._always = always
        self._rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows; the cursor stays on the one it was on. At the top it stays at the top: that comes first."""
        before = self._rows[self.cursor].key if self._rows and self.cursor else ""
        self._rows = rows
        place = next((place for place, row in enumerate(rows) if row.key == before), None)
        self.cursor = min(self.cursor, max(len(rows) - 1, 0)) if place is None else place
        self.refresh()

    @property
    def chosen(self) -> str:
        """Key of the row under the cursor; empty when there is none."""
        return self._rows[self.cursor].key if self.cursor < len(self._rows) else ""

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def say_place(self) -> None:
        """Say on the border which of how many it is, where not all of them are in sight."""
        _first, fit, _each = self._window()
        place = _("{found} of {total}", found=self.cursor + 1, total=self.count)
        self.border_subtitle = Content(place if fit < self.count else "")

    @property
    def hidden(self) -> str:
        """Arrows to where there is more than is in sight."""
        first, fit, _each = self._window()
        return "↑" * (first > 0) + "↓" * (first + fit < self.count)

    def _window(self) -> tuple[int, int, int]:
        """First row shown, number of rows shown, lines for each."""
        lines = each = max((len(row.lines) for row in self._rows), default=1)
        height = max(self.content_size.height, 1)
        if each > 1 and height >= len(self._rows) * (each + 1) - 1:
            each += 1  # room for air between the rows
        fit = max((height + each - lines) // each, 1)
        first = min(max(self.cursor - fit + 1, 0), max(len(self._rows) - fit, 0))
        return first, fit, each

    def render(self) -> Content:
        """The rows around the cursor; the chosen one stands out while the list has the focus."""
        if not self._rows:
            return Content.styled(self.empty, "$muted")
        first, fit, each = self._window()
        lines: list[Content] = []
        for place, row in enumerate(self._rows[first : first + fit], first):
            made = [self._line(row, number) for number in range(len(row.lines))]
            if (self._always or self.has_focus) and place == self.cursor:
                # Sixteen colours have no muted one that is read on another colour.
                style = "$on-selected on $selected" if self.app.current_theme.ansi else "on $selected"
                made = [line.stylize(style) for line in made]
                made[0] = made[0].stylize("bold")
            lines += [*made, *[Content("")] * (each - len(made))]
        return Content("\n").join(lines)

    def _line(self, row: Row, number: int) -> Content:
        width = self.content_size.width
        right = (row.right, row.below)[number] if number <= 1 else Content("")
        room = width - right.cell_length - (1 if right else 0)
        text = row.lines[number]
        if text.cell_length > room:
            text = text.truncate(room, ellipsis=True)
        return Content.assemble(text, " " * (width - text.cell_length - right.cell_length), right)

    def action_move(self, by: int) -> None:
        """Move the cursor; past either end it leaves the list."""
        if abs(by) == 1 and not 0 <= self.cursor + by < len(self._rows):
            (self.screen.focus_previous if by < 0 else self.screen.focus_next)()
            return
        self.cursor = min(max(self.cursor + by, 0), max(len(self._rows) - 1, 0))

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self._rows:
            self.post_message(self.Chosen(self, self._rows[self.cursor].key))

    def on_click(self, event: Click) -> None:
        """Choose the row that was clicked."""
        offset = event.get_content_offset(self)
        if offset is None or not self._rows:
            return
        first, _fit, each = self._window()
        place = first + offset.y // each
        if place < len(self._rows):
            self.cursor = place
            self.action_choose()
