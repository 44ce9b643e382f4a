"""The pages of a form, as words in a row."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from learnlog.i18n.ambient import gettext as _


class Sections(Widget):
    """The names of a form's pages; the one that is open stands out, and each can be clicked."""

    DEFAULT_CSS = """
    Sections { height: 1; width: auto; }
    """

    class Chosen(Message):
        """A page was clicked.

        Attributes:
            name: Its id.
        """

        def __init__(self, name: str) -> None:
            self.name = name
            super().__init__()

    def __init__(self, pages: Sequence[tuple[str, str]]) -> None:
        """Show these: (id, English name) pairs. The first is open."""
        super().__init__()
        self._pages = tuple(pages)
        self._open = self._pages[0][0]
        self._spots: list[tuple[int, int, str]] = []

    def render(self) -> RenderResult:
        """The names, and where each stands."""
        parts: list[Content] = []
        x = 0
        self._spots.clear()
        for number, (name, title) in enumerate(self._pages, start=1):
            style = "bold underline $primary" if name == self._open else "$muted"
            part = Content.assemble(" ", (_(title), style), " ")
            self._spots.append((x, x + part.cell_length, name))
            parts.append(part)
            x += part.cell_length
            if number < len(self._pages):
                parts.append(Content(" "))
                x += 1
        return Content("").join(parts)

    def get_content_width(self, *_args: object) -> int:
        """As wide as its words."""
        return sum(Content(f" {_(title)} ").cell_length for _name, title in self._pages) + len(self._pages) - 1

    def mark(self, name: str) -> None:
        """Show which page is open."""
        self._open = name
        self.refresh()

    def draw(self) -> None:
        """Say the names in the interface's present language."""
        self.refresh(layout=True)

    def on_click(self, event: Click) -> None:
        """Ask for the page whose name was clicked."""
        for start, end, name in self._spots:
            if start <= event.x < end:
                self.post_message(self.Chosen(name))
