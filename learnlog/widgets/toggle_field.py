"""A field to tick: yes or no."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from learnlog.i18n.ambient import gettext as _
from learnlog.text import N_
from learnlog.widgets.field import Field, Raw
from learnlog.widgets.safe import content


class TickBox(Static, can_focus=True):
    """A tick that can be set with Space, Enter or the mouse."""

    DEFAULT_CSS = """
    TickBox { height: 1; width: 1fr; pointer: pointer; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space,enter", "tick", N_("Tick or untick"), show=False)]

    class Ticked(Message):
        """The tick was set or taken away."""

    def action_tick(self) -> None:
        """Set it, or take it away."""
        self.post_message(self.Ticked())

    def on_click(self) -> None:
        """The mouse does the same."""
        self.action_tick()


class ToggleField(Field):
    """Yes or no."""

    DEFAULT_CSS = """
    ToggleField > .box {
        border: none;
        padding: 0 2;
        height: 1;
        &:focus { border: none; color: $primary; text-style: bold; }
    }
    ToggleField.-wrong > .box { border: none; }
    """

    def __init__(self, name: str, label: str, *, help_text: str = "") -> None:
        """Make the field: name of the value, English label, English explanation."""
        self._tick = TickBox()
        super().__init__(name, label, box=self._tick, help_text=help_text)
        self._on = False

    def relabel(self) -> None:
        """The label stands beside the tick, not on a border."""
        super().relabel()
        self._tick.border_title = ""
        self._tick.update(content(f"[{'✓' if self._on else ' '}] {_(self.label)}"))

    @property
    def raw(self) -> bool:
        """Whether it is ticked."""
        return self._on

    @property
    def value(self) -> bool:
        """Whether it is ticked."""
        return self._on

    def put(self, raw: Raw) -> None:
        """Tick it or not."""
        self._on = raw is True
        self.relabel()

    @on(TickBox.Ticked)
    def _ticked(self, event: TickBox.Ticked) -> None:
        event.stop()
        self.put(not self._on)
        self.changed()
