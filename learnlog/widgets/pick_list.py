"""A list to pick from."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.strip import Strip
from textual.style import Style as Mark
from textual.widgets import OptionList

_BELOW = "below"


class PickList(OptionList):
    """Textual's list; in the terminal's own colours the chosen row is in one colour."""

    class BelowSelected(Message):
        """A click on the part of the chosen option that has been made by `below`."""

    @staticmethod
    def below(line: Content) -> Content:
        """A line of an option that is something of its own to click on."""
        return line.stylize(Mark.from_meta({_BELOW: True}))

    def on_click(self, event: Click) -> None:
        """Tell the two lines of an option apart, as far as the line goes and to the right of it."""
        option = event.style.meta.get("option")
        first = self.screen.get_style_at(self.content_region.x + 1, event.screen_y)
        if option is not None and first.meta.get(_BELOW):
            event.prevent_default()
            self.highlighted = option
            self.post_message(self.BelowSelected())

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
