"""The entry beside the list, to read."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from learnlog.domain.entry import Entry
from learnlog.text import N_
from learnlog.widgets.entry_text import describe


class EntryDetail(VerticalScroll):
    """One entry as text, at most seventy columns wide; scrolls by keys and wheel."""

    DEFAULT_CSS = """
    EntryDetail {
        scrollbar-size-vertical: 1;
        & > Static { width: 1fr; max-width: 70; height: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "scroll_up", N_("Scroll up"), show=False),
        Binding("j", "scroll_down", N_("Scroll down"), show=False),
        Binding("space", "page_down", N_("Page down"), show=False),
    ]

    def __init__(self, id: str | None = None, *, tasks: bool = True) -> None:  # noqa: A002 - Textual's own name
        """Nothing to read yet.

        Args:
            id: Textual's id.
            tasks: Whether an entry says what can be done about it: not where its keys do nothing.
        """
        super().__init__(id=id, classes="card")
        self._text = Static()
        self._tasks = tasks
        self._shown = ""

    def compose(self) -> ComposeResult:
        """The text."""
        yield self._text

    def show(self, entry: Entry | None, today: dt.date, training: str = "") -> None:
        """Show this entry, with the title of its training, or nothing; another entry is read from its beginning."""
        self._text.update("" if entry is None else describe(entry, today, training=training, tasks=self._tasks))
        if entry is None or entry.id != self._shown:
            self.scroll_home(animate=False)
        self._shown = "" if entry is None else entry.id
