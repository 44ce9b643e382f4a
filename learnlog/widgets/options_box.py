"""Choices that all stand in sight: one of them, or any of them, chosen with arrow keys, space, digits or the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from learnlog.text import N_
from learnlog.widgets.pickers import Choice
from learnlog.widgets.safe import line

NOT_A_CHOICE = -1
"""Number of what leads the choices in."""


class OptionsBox(Widget, can_focus=True):
    """A few choices, on one row if there is room for that."""

    DEFAULT_CSS = """
    OptionsBox { width: 1fr; height: auto; pointer: pointer; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "step(-1)", N_("Choice before"), show=False),
        Binding("right,down", "step(1)", N_("Next choice"), show=False),
        Binding("space", "take", N_("Choose"), show=False),
        Binding("enter", "enter", N_("Go on"), show=False),
        Binding("backspace,delete", "clear", N_("Leave empty"), show=False),
    ]

    class Changed(Message):
        """The user has chosen."""

    class Entered(Message):
        """Enter was pressed: what is chosen is right."""

    def __init__(self, *, several: bool = False, settled: bool = False) -> None:
        """Make an empty box.

        Args:
            several: Whether any number may be chosen.
            settled: Whether one is always chosen, as in settings. Letters and digits then keep their meaning on the
                screen, and what has no room on one row stands in a column.
        """
        super().__init__()
        self._several = several
        self._settled = settled
        self._choices: tuple[Choice, ...] = ()
        self._lead = ""
        self._at = 0
        self._spots: list[tuple[int, int, int, int]] = []
        self.chosen: tuple[str, ...] = ()

    def offer(self, choices: Sequence[Choice], lead: str = "") -> None:
        """Show these choices, in the interface's present language.

        Args:
            choices: What can be chosen.
            lead: What stands before them.
        """
        self._choices = tuple(choices)
        self._lead = lead
        self.put(self.chosen)

    def put(self, chosen: Sequence[str]) -> None:
        """Let these be chosen, without telling anybody."""
        self.chosen = tuple(chosen)
        if not self._several:
            self._at = next((at for at, each in enumerate(self._choices) if each.value in self.chosen), 0)
        self.refresh(layout=True)

    # -- how it looks -------------------------------------------------------------------------------------------------

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many rows as the choices need."""
        return max(len(self._rows(width)), 1)

    def render(self) -> RenderResult:
        """The choices, and where each stands."""
        self._spots.clear()
        rows = self._rows(self.content_size.width)
        for y, row in enumerate(rows):
            x = 0
            for number, part in row:
                self._spots.append((y, x, x + part.cell_length, number))
                x += part.cell_length
        return Content("\n").join(Content("").join([part for _number, part in row]) for row in rows)

    def _rows(self, width: int) -> list[list[tuple[int, Content]]]:
        """What stands on each row: its number and its words."""
        parts = [(at, self._part(at, each)) for at, each in enumerate(self._choices)]
        if self._lead:
            parts.insert(0, (NOT_A_CHOICE, line(f" {self._lead} ", "$primary" if self.has_focus else "$muted")))
        if self._settled and sum(part.cell_length for _at, part in parts) > width:
            return self._column(parts, width)
        rows: list[list[tuple[int, Content]]] = [[]]
        x = 0
        for at, part in parts:
            if x and x + part.cell_length > width:
                rows.append([])
                x = 0
            rows[-1].append((at, part))
            x += part.cell_length
        return rows

    def _column(self, parts: list[tuple[int, Content]], width: int) -> list[list[tuple[int, Content]]]:
        """Each on a row of its own: behind what leads them in, where there is room for that."""
        lead = parts[0][1].cell_length if self._lead else 0
        if not lead or lead + max(part.cell_length for _at, part in parts[1:]) > width:
            return [[part] for part in parts]
        blank = (NOT_A_CHOICE, Content(" " * lead))
        return [parts[:2], *([blank, part] for part in parts[2:])]

    def _part(self, at: int, choice: Choice) -> Content:
        """A choice with its tick."""
        chosen = choice.value in self.chosen
        words = line(choice.label)
        if choice.mark:
            words = Content.assemble((f"{choice.mark} ", choice.style), words, " ✓" if chosen else "  ")
        elif self._several:
            words = Content.assemble("[✓] " if chosen else "[ ] ", words)
        else:
            words = Content.assemble("(•) " if chosen else "( ) ", words)
        words = words.stylize_before("bold" if chosen else "$muted")
        part = Content.assemble(" ", words, " ")
        if not self.has_focus or at != self._at or not (chosen or self._several):
            return part
        return part.stylize_before(f"$on-selected {'underline ' if self._several else ''}on $selected")

    def on_focus(self) -> None:
        """Show where the keys are."""
        self.refresh()

    def on_blur(self) -> None:
        """The keys are elsewhere."""
        self.refresh()

    # -- choosing -----------------------------------------------------------------------------------------------------

    def action_step(self, way: int) -> None:
        """Go to the choice beside; of one that is to be chosen, choose it."""
        if self._several:
            self._at = (self._at + way) % len(self._choices)
            self.refresh()
            return
        self._take((self._at + way) % len(self._choices) if self.chosen else 0 if way > 0 else len(self._choices) - 1)

    def action_take(self) -> None:
        """Choose; of several, take away what is chosen already."""
        if self._several:
            self._take(self._at)
        else:
            self.action_step(1)

    def action_enter(self) -> None:
        """What is chosen is right."""
        self.post_message(self.Entered())

    def action_clear(self) -> None:
        """Choose nothing."""
        if not self._settled and self.chosen:
            self.put(())
            self.post_message(self.Changed())

    def check_consume_key(self, key: str, character: str | None = None) -> bool:  # noqa: ARG002 - Textual's signature
        """Digits and letters choose."""
        return not self._settled and character is not None and character.isalnum()

    def on_key(self, event: events.Key) -> None:
        """A digit chooses by number, a letter the next choice that begins with it."""
        if event.character is None or not self.check_consume_key(event.key, event.character):
            return
        event.stop()
        event.prevent_default()
        count = len(self._choices)
        if event.character.isdecimal():
            found = [at for at in range(count) if at + 1 == int(event.character)]
        else:
            after = [(self._at + step) % count for step in range(1 if self.chosen else 0, count + 1)]
            found = [at for at in after if self._choices[at].label.casefold().startswith(event.character.casefold())]
        if found:
            self._take(found[0])

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        place = event.get_content_offset(self)
        for y, start, end, number in self._spots if place else ():
            if place and place.y == y and start <= place.x < end and number != NOT_A_CHOICE:
                self._take(number)

    def _take(self, at: int) -> None:
        """Choose by number; one of several that is chosen already is taken away."""
        self._at = at
        value = self._choices[at].value
        if self._several:
            wanted = set(self.chosen) ^ {value}
            known = tuple(each.value for each in self._choices)
            chosen = tuple(each for each in dict.fromkeys((*known, *self.chosen)) if each in wanted)
        else:
            chosen = (value,)
        changed = chosen != self.chosen
        self.chosen = chosen
        self.refresh()
        if changed:
            self.post_message(self.Changed())
