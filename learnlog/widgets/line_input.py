"""A one-line field."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from learnlog.domain.printable import cleaned
from learnlog.text import N_


class LineInput(Input):
    """Textual's field with three repairs: word deletion, pasting of several lines, and no new layout at each key."""

    # Textual lays the whole screen out anew at every key in a field, in case its length mattered. It does not.
    virtual_size = Reactive(Size(0, 0), layout=False)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", N_("Delete left to start of word"), show=False)
    ]

    def _on_paste(self, event: Paste) -> None:
        """Paste everything as one line; Textual keeps the first line and throws the rest away."""
        event.prevent_default()
        event.stop()
        text = " ".join(cleaned(event.text).split())
        if text:
            self.replace(text, *sorted(self.selection))
