"""Looking at a document before it is saved: exactly the file, and how it will read."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from learnlog.i18n.ambient import gettext as _
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.commands import bindings
from learnlog.screens.exporting import Document, export
from learnlog.text import N_
from learnlog.widgets.document_view import WAYS, DocumentView
from learnlog.widgets.sections import Sections


class PreviewScreen(LearnlogScreen[None]):
    """A document on the whole screen."""

    MODE: ClassVar[str] = "talk"
    CSS_PATH = "preview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("+nav.back", "paper.view", "paper.export")
    HELP = N_("This is what will be in the file: nothing more, nothing less. Scroll with the arrow keys.")

    def __init__(self, document: Document, *others: Document) -> None:
        """Show a document; the same in other languages can be saved to a file, too."""
        super().__init__()
        self._documents = (document, *others)
        self._view = DocumentView(document.text)
        self._ways = Sections(WAYS)

    def body(self) -> ComposeResult:
        """A heading, and the document."""
        with Horizontal(id="head"):
            yield Static(Content(_("Preview")), id="what")
            yield self._ways
        yield self._view

    def on_mount(self) -> None:
        """Say which view is shown first."""
        self._ways.mark(self._view.way)

    def retranslate(self) -> None:
        """The document stays in its own language."""
        self._ways.draw()

    def action_other(self) -> None:
        """Show the other view."""
        self._turn("read" if self._view.way == "file" else "file")

    @on(Sections.Chosen)
    def _chosen(self, event: Sections.Chosen) -> None:
        self._turn(event.name)

    def _turn(self, way: str) -> None:
        self._view.show_way(way)
        self._ways.mark(way)

    def action_export(self) -> None:
        """Save it to a file."""
        export(self, self._documents)
