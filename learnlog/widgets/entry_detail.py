"""The entry beside the list, to read."""

from __future__ import annotations

import datetime as dt

from textual.app import ComposeResult
from textual.widgets import Static

from learnlog.domain.entry import Entry
from learnlog.text import N_
from learnlog.widgets.detail import Detail
from learnlog.widgets.entry_text import NOTHING, Belongs, describe


class EntryDetail(Detail):
    """One entry as text, at most seventy columns wide."""

    HELP = N_("The whole entry, with what has been added to it. The arrow keys scroll.")
    DEFAULT_CSS = """
    EntryDetail > Static { max-width: 70; }
    """

    def __init__(self, *, tasks: bool = True) -> None:
        """Nothing to read yet.

        Args:
            tasks: Whether an entry says what can be done about it: not where its keys do nothing.
        """
        super().__init__()
        self._text = Static()
        self._tasks = tasks

    def compose(self) -> ComposeResult:
        """The text."""
        yield self._text

    def show(self, entry: Entry | None, today: dt.date, belongs: Belongs = NOTHING) -> None:
        """Show this entry, and what it belongs to, or nothing; another entry is read from its beginning."""
        self._text.update("" if entry is None else describe(entry, today, belongs=belongs, tasks=self._tasks))
        self.shows("" if entry is None else entry.id)
