"""What stands beside a list to be read; scrolls by keys and wheel."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from learnlog.text import N_


class NextLine(Static):
    """What is next; a click does it."""

    DEFAULT_CSS = """
    NextLine { pointer: pointer; }
    """

    class Clicked(Message):
        """It was clicked."""

    def on_click(self) -> None:
        """Tell who does it."""
        self.post_message(self.Clicked())


class Detail(VerticalScroll):
    """One thing to read; another one is read from its beginning."""

    DEFAULT_CSS = """
    Detail {
        scrollbar-size-vertical: 1;
        & > Static { width: 1fr; height: auto; }
        & > .said { margin: 1 0 0 0; max-width: 74; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "scroll_up", N_("Scroll up"), show=False),
        Binding("j", "scroll_down", N_("Scroll down"), show=False),
        Binding("space", "page_down", N_("Page down"), show=False),
    ]

    class Next(Message):
        """What is next was asked for, by a click."""

    def __init__(self) -> None:
        """Nothing to read yet."""
        super().__init__(id="detail", classes="card")
        self._shown = ""
        self._said = Static(classes="said")

    def say(self, words: Content) -> None:
        """Show what others have said of it, below everything else; nothing when there is nothing."""
        if words.plain and not self._said.is_attached:
            self.mount(self._said)
        self._said.update(words)
        self._said.display = bool(words.plain)

    def shows(self, uid: str) -> bool:
        """To be called with what is shown now; empty for nothing. Whether it is another thing than before."""
        other = uid != self._shown
        if other:
            self.scroll_home(animate=False)
        self._shown = uid
        return other

    def on_next_line_clicked(self, event: NextLine.Clicked) -> None:
        """Ask the screen to do it."""
        event.stop()
        self.post_message(self.Next())
