"""A one-line field."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from learnlog.domain.printable import cleaned
from learnlog.text import N_

MOST = 100
"""So many edits of a line can be taken back."""


class _Edit(NamedTuple):
    """What an edit made of a line, and where the cursor stood."""

    before: str
    after: str
    cursor_before: int
    cursor_after: int

    @property
    def grew(self) -> int:
        """By how many characters."""
        return len(self.after) - len(self.before)

    def gone_on(self, later: _Edit) -> bool:
        """Whether a later edit only goes on with this one: the next letter of a word, or one more letter erased."""
        if later.before != self.after or later.cursor_before != self.cursor_after or abs(later.grew) != 1:
            return False
        begins_word = later.grew > 0 and self.after[: self.cursor_after].endswith(" ")
        return later.grew * self.grew > 0 and not begins_word


class LineInput(Input):
    """Textual's field with repairs: undo, word deletion, pasting of several lines, and no new layout at each key."""

    DEFAULT_CSS = """
    LineInput > .input--placeholder, LineInput > .input--suggestion { color: $muted; }
    """

    # Textual lays the whole screen out anew at every key in a field, in case its length mattered. It does not.
    virtual_size = Reactive(Size(0, 0), layout=False)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", N_("Delete left to start of word"), show=False),
        Binding("ctrl+z", "undo", N_("Undo"), show=False),
        Binding("ctrl+y", "redo", N_("Redo"), show=False),
    ]

    _done: tuple[_Edit, ...] = ()
    _undone: tuple[_Edit, ...] = ()

    def _on_paste(self, event: Paste) -> None:
        """Paste everything as one line; Textual keeps the first line and throws the rest away."""
        event.prevent_default()
        event.stop()
        text = " ".join(cleaned(event.text).split())
        if text:
            self.replace(text, *sorted(self.selection))

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part of the line; everything typed, erased and pasted comes this way."""
        before, cursor = self.value, self.cursor_position
        super().replace(text, start, end)
        if self.value == before:
            return
        edit = _Edit(before, self.value, cursor, self.cursor_position)
        if self._done and self._done[-1].gone_on(edit):
            first, self._done = self._done[-1], self._done[:-1]
            edit = edit._replace(before=first.before, cursor_before=first.cursor_before)
        self._done = (*self._done, edit)[-MOST:]
        self._undone = ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Undo is the line's as long as the line stands as it was edited; else the key is the screen's."""
        if action == "undo":
            return bool(self._done) and self._done[-1].after == self.value
        if action == "redo":
            return bool(self._undone) and self._undone[-1].before == self.value
        return super().check_action(action, parameters)

    def action_undo(self) -> None:
        """Take back the last edit."""
        edit, self._done = self._done[-1], self._done[:-1]
        self._undone = (*self._undone, edit)
        self.value = edit.before
        self.cursor_position = edit.cursor_before

    def action_redo(self) -> None:
        """Do again what was taken back."""
        edit, self._undone = self._undone[-1], self._undone[:-1]
        self._done = (*self._done, edit)
        self.value = edit.after
        self.cursor_position = edit.cursor_after
