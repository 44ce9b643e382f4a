"""Rows with a sign before each: what does not fit on a line goes on below the text, not below the sign."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class HangingRows(Widget):
    """Texts below each other, each with its sign."""

    DEFAULT_CSS = """
    HangingRows { height: auto; width: 1fr; }
    """

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's own name
        """Nothing stands here yet."""
        super().__init__(id=id)
        self._rows: tuple[tuple[Content, Content], ...] = ()

    def show(self, rows: Sequence[tuple[Content, Content]]) -> None:
        """Show these.

        Args:
            rows: Sign and text of each; no sign for a text that begins where the signs do.
        """
        self._rows = tuple(rows)
        self.refresh(layout=True)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """The lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for sign, text in self._rows:
            indent = sign.cell_length
            for number, part in enumerate(text.wrap(max(width - indent, 4))):
                lines.append(Content.assemble(" " * indent if number else sign, part.rstrip()))
        return lines
