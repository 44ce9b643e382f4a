"""A field to choose in: one of a few that all stand in sight."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from learnlog.i18n.ambient import gettext as _
from learnlog.text import N_
from learnlog.widgets.choice_field import Choices
from learnlog.widgets.field import Field, Raw
from learnlog.widgets.safe import line

PADDING = 2
"""Columns beside a text: one on each side."""
TICK = 4 + PADDING
"""Columns that a choice takes beside its words: the tick, or its sign and the tick, and the padding."""


class _Segment(Static):
    """One of a few choices that all stand in sight."""

    class Chosen(Message):
        """It was clicked."""

        def __init__(self, value: str) -> None:
            self.value = value
            super().__init__()

    def __init__(self, value: str) -> None:
        super().__init__(classes="segment")
        self.value = value

    def on_click(self) -> None:
        self.post_message(self.Chosen(self.value))


class SegmentBox(Horizontal, can_focus=True):
    """A few choices in a row; the arrow keys choose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "step(-1)", N_("Choice before"), show=False),
        Binding("right,down,space", "step(1)", N_("Next choice"), show=False),
        Binding("enter", "enter", N_("Go on"), show=False),
    ]

    class Stepped(Message):
        """The choice beside is asked for."""

        def __init__(self, way: int) -> None:
            self.way = way
            super().__init__()

    class Entered(Message):
        """Enter was pressed."""

    def action_step(self, way: int) -> None:
        """Ask for the choice before or after."""
        self.post_message(self.Stepped(way))

    def action_enter(self) -> None:
        """What is chosen is right."""
        self.post_message(self.Entered())


class SegmentField(Field):
    """One of a few that all stand in sight: on one row, or each on its own where there is no room for that."""

    DEFAULT_CSS = """
    SegmentField > .box {
        border: none;
        padding: 0 1;
        height: 1;
        & > .segment { width: auto; height: 1; padding: 0 1; color: $muted; pointer: pointer; }
        & > .lead { width: auto; padding: 0 1; color: $muted; }
        & > .segment.-chosen { color: $foreground; text-style: bold; }
        &:focus { border: none; }
        &:focus > .lead { color: $primary; }
        &:focus > .segment.-chosen { background: $selected; }
    }
    SegmentField.-wrong > .box { border: none; }
    SegmentField.-stacked > .box { layout: vertical; height: auto; }
    """

    def __init__(self, name: str, label: str, choices: Choices, *, led: bool = True, help_text: str = "") -> None:
        """Make the field.

        Args:
            name: Name of the value.
            label: English label.
            choices: Gives the choices; a few short ones.
            led: Whether the label stands before them.
            help_text: English explanation.
        """
        self._lead = Static(classes="lead")
        self._row = SegmentBox()
        super().__init__(name, label, box=self._row, help_text=help_text)
        self._choices = choices
        self._segments = {choice.value: _Segment(choice.value) for choice in choices()}
        self._lead.display = led
        self._value = next(iter(self._segments))

    def compose(self) -> ComposeResult:
        """The row."""
        with self._row:
            yield self._lead
            yield from self._segments.values()
        yield self._problem

    def relabel(self) -> None:
        """Label and choices in the interface's present language."""
        super().relabel()
        self._row.border_title = ""
        self._lead.update(line(_(self.label)))
        self.draw()

    def draw(self) -> None:
        """Mark what is chosen."""
        if not self.is_attached:
            return
        for choice in self._choices():
            segment = self._segments[choice.value]
            chosen = choice.value == self._value
            segment.set_class(chosen, "-chosen")
            label = line(choice.label)
            if choice.mark:
                mark = Content(f"{choice.mark} ").stylize(choice.style)
                segment.update(Content.assemble(mark, label, " ✓" if chosen else "  "))
            else:
                segment.update(Content.assemble("(•) " if chosen else "( ) ", label))

    def on_resize(self) -> None:
        """Stand in a row, or under each other, rather than cut."""
        words = [cell_len(choice.label) + TICK for choice in self._choices()]
        lead = cell_len(_(self.label)) + PADDING if self._lead.display else 0
        self.set_class(sum(words) + lead > self.size.width - PADDING, "-stacked")

    @property
    def raw(self) -> str:
        """The value chosen."""
        return self._value

    def put(self, raw: Raw) -> None:
        """Choose a value, if it is among the choices."""
        if str(raw) in self._segments:
            self._value = str(raw)
            self.draw()

    @on(SegmentBox.Stepped)
    def _step(self, event: SegmentBox.Stepped) -> None:
        event.stop()
        values = list(self._segments)
        self._take(values[(values.index(self._value) + event.way) % len(values)])

    @on(SegmentBox.Entered)
    def _enter(self, event: SegmentBox.Entered) -> None:
        event.stop()
        self.entered()

    @on(_Segment.Chosen)
    def _clicked(self, event: _Segment.Chosen) -> None:
        event.stop()
        self.enter()
        self._take(event.value)

    def _take(self, value: str) -> None:
        if value != self._value:
            self.put(value)
            self.changed()
