"""A list to pick from."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets import OptionList


class PickList(OptionList):
    """Textual's list; in the terminal's own colours the chosen row is in one colour."""

    def render_line(self, y: int) -> Strip:
        """One line; sixteen colours have no muted or green one that is read on another colour."""
        strip = super().render_line(y)
        if not self.app.current_theme.ansi:
            return strip
        chosen = self.get_component_rich_style("option-list--option-highlighted")
        one = Style(color=chosen.color)
        parts = [(text, style or Style()) for text, style, _control in strip]  # no other row has its background
        return Strip(
            [Segment(text, style + one if style.bgcolor == chosen.bgcolor else style) for text, style in parts]
        )
