"""A list to go through: what is under the cursor is shown elsewhere; Enter does what is next, the right arrow reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click, Focus, Resize
from textual.message import Message

from learnlog.text import N_
from learnlog.widgets.row_list import Row, RowList


class BrowseList(RowList):
    """Rows to go through. A click moves the cursor, a double click does what is next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page(-1)", N_("Page up"), show=False),
        Binding("pagedown,space", "page(1)", N_("Page down"), show=False),
        Binding("enter", "choose", N_("Next step"), tooltip=N_("Do what waits here.")),
        Binding("right", "read", N_("Read all about it"), show=False),
    ]

    class Highlighted(Message):
        """The cursor has come to another row, or the list has got the focus."""

        def __init__(self, rows: BrowseList) -> None:
            self.list = rows
            super().__init__()

        @property
        def control(self) -> BrowseList:
            """The list."""
            return self.list

    class Read(Message):
        """All about the row under the cursor is to be read."""

    def light(self, *, always: bool) -> None:
        """Say whether the row under the cursor stands out without the focus, too."""
        self._always = always
        self.refresh()

    def rows(self) -> Sequence[Row]:
        """The rows as they are drawn at the list's present size."""
        return self._rows

    def draw(self) -> None:
        """Draw the rows anew; the cursor stays on its row."""
        self.show(self.rows())
        self.post_message(self.Highlighted(self))

    def select(self, key: str) -> bool:
        """Move the cursor to a row; whether it is in the list."""
        place = next((at for at, each in enumerate(self._rows) if each.key == key), None)
        if place is not None:
            self.cursor = place
        return place is not None

    def watch_cursor(self) -> None:
        """Tell who shows it."""
        self.post_message(self.Highlighted(self))

    def on_focus(self, _event: Focus) -> None:
        """Now the row under this cursor is meant."""
        self.post_message(self.Highlighted(self))

    def on_resize(self, _event: Resize) -> None:
        """Other sizes draw the rows otherwise."""
        self.show(self.rows())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be chosen in an empty list."""
        return self.count > 0 if action == "choose" else super().check_action(action, parameters)

    def action_page(self, by: int) -> None:
        """As many rows as are in view, up or down."""
        _first, fit, _each = self._window()
        self.cursor = min(max(self.cursor + by * max(fit - 1, 1), 0), max(self.count - 1, 0))

    def action_read(self) -> None:
        """Go into what is under the cursor."""
        if self.count:
            self.post_message(self.Read())

    def on_click(self, event: Click) -> None:
        """A click moves the cursor, a double click does what is next."""
        event.prevent_default()
        offset = event.get_content_offset(self)
        if offset is None or not self.count:
            return
        first, _fit, each = self._window()
        place = first + offset.y // each
        if place < self.count:
            self.cursor = place
            if event.chain > 1:
                self.action_choose()
