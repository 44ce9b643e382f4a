"""An exported document: exactly as the file is, and as it will read."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import ContentSwitcher, TextArea

from learnlog.text import N_
from learnlog.widgets.safe import show

WAYS = (("file", N_("The file, letter by letter")), ("read", N_("As it reads")))
"""The two views."""
LONG = 40_000
"""Characters from which a document is shown letter by letter first: drawing it as it reads takes its time."""


class FileView(TextArea):
    """The text of a file, letter by letter; it can be read and copied, not changed."""

    DEFAULT_CSS = """
    FileView {
        border: none;
        background: transparent;
        padding: 0 1;
        height: 1fr;
        scrollbar-size-vertical: 1;
        &:focus { border: none; }
    }
    """
    HELP: ClassVar[str] = N_(
        "This is the file, letter by letter. Mark with Shift and the arrow keys, copy with Ctrl+C."
    )

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Show nothing yet."""
        super().__init__(read_only=True, soft_wrap=True, highlight_cursor_line=False, show_cursor=False, id=id)

    def show_text(self, text: str) -> None:
        """Show a text, from its beginning if it is another than before."""
        shown = show(text)
        if shown != self.text:
            self.load_text(shown)


class DocumentView(Widget):
    """Both views of a Markdown document; one at a time is shown."""

    DEFAULT_CSS = """
    DocumentView {
        height: 1fr;
        & ContentSwitcher { height: 1fr; }
        & VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; padding: 0 1; }
    }
    """

    def __init__(self, text: str) -> None:
        """Show a document: its Markdown."""
        super().__init__()
        self._text = text
        self._file = FileView(id="file")
        self._page = VerticalScroll(id="read")
        self._drawn = False
        self.way = "read" if len(text) <= LONG else "file"

    def compose(self) -> ComposeResult:
        """Both views; the second is drawn when it is asked for."""
        with ContentSwitcher(initial=self.way):
            yield self._file
            yield self._page

    def on_mount(self) -> None:
        """Show the text."""
        self._file.show_text(self._text)
        self.show_way(self.way)

    def show_way(self, way: str) -> None:
        """Show the other view, and go into it."""
        self.way = way
        if way == "read" and not self._drawn:
            self._drawn = True
            self._draw()
        self.query_one(ContentSwitcher).current = way
        self.query_one(f"#{way}").focus()

    @work
    async def _draw(self) -> None:
        from textual.widgets import Markdown  # noqa: PLC0415 - 40 ms that only the preview needs

        # Links are text here: nothing that stands in a log may open anything.
        await self._page.mount(Markdown(show(self._text), open_links=False))
