"""A one-line field."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from learnlog.text import N_


class LineInput(Input):
    """Textual's field, where Ctrl+Backspace deletes to the left as everywhere else."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", N_("Delete left to start of word"), show=False)
    ]
