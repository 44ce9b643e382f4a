"""What the arena signs mean, in as many words as there is room for."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from learnlog.widgets.glyphs import legend


class Legend(Widget):
    """The signs of the arenas with their words; or, for a while, something more important."""

    DEFAULT_CSS = """
    Legend { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's own name
        """Show the signs."""
        super().__init__(id=id)
        self._instead: Content | None = None

    def say(self, instead: Content | None) -> None:
        """Show something else in their place; None for the signs."""
        self._instead = instead
        self.refresh()

    def render(self) -> Content:
        """The signs, in long or short words."""
        return legend(self.content_size.width) if self._instead is None else self._instead
