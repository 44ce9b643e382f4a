"""Looking at a shared copy as a document, before it is written."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from learnlog.screens.commands import bindings
from learnlog.screens.exporting import Document
from learnlog.screens.preview import PreviewScreen
from learnlog.text import N_


class SharePreview(PreviewScreen):
    """The copy, read back from the bytes of its file."""

    CSS_PATH = "preview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("+nav.back", "paper.view")
    HELP = N_("This is what leaves, read back from the file itself: nothing more, nothing less.")

    def __init__(self, text: str) -> None:
        """Show a copy."""
        super().__init__(Document(N_("Shared copy"), "", text))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A copy is written by the screen that made it, not as a document."""
        return False if action == "export" else super().check_action(action, parameters)
