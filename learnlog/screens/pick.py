"""Choose one of a few things, in a small dialog."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from learnlog.screens.base import LearnlogDialog
from learnlog.widgets.row_list import Row, RowList


class Pick(LearnlogDialog[str | None]):
    """A question and its answers, one a row; the answer is the row's key."""

    CSS_PATH = "pick.tcss"

    def __init__(self, question: Content, rows: Sequence[Row], title: str = "") -> None:
        """Ask.

        Args:
            question: The question; user text in it through `widgets.safe`.
            rows: The answers.
            title: What stands on the border; translated.
        """
        super().__init__()
        self._question = question
        self._answers = rows
        self._title = title
        self._rows = RowList("answers")

    def body(self) -> ComposeResult:
        """The question above its answers."""
        with Vertical(classes="dialog") as box:
            if self._title:
                box.border_title = Content(self._title)
            yield Static(self._question, classes="question")
            yield self._rows

    def on_mount(self) -> None:
        """The first answer is under the cursor."""
        self._rows.styles.height = sum(len(row.lines) for row in self._answers)
        self._rows.show(self._answers)
        self._rows.focus()

    @on(RowList.Chosen)
    def _chosen(self, message: RowList.Chosen) -> None:
        self.dismiss(message.key)
