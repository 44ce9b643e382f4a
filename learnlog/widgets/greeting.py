"""The first words: good evening, and what is waiting."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from textual.content import Content
from textual.widget import Widget

from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext
from learnlog.widgets.safe import cut, line

MORNING, DAY, EVENING, NIGHT = 5, 10, 17, 23
"""The hours at which each begins."""
WIDE = 96
"""From so many cells on the day is shown, too."""


class Waiting(NamedTuple):
    """How much waits for the owner.

    Attributes:
        unsaved: Half-typed forms from a window that was closed.
        clashes: What two windows changed at the same time.
        drafts: Entries without their last words.
        entries: Entries in all.
        due: What is late or due soon.
        late: How much of that is late.
    """

    unsaved: int
    clashes: int
    drafts: int
    entries: int
    due: int = 0
    late: int = 0


class Greeting(Widget):
    """One line: the first words, and at the right what day it is, where there is room."""

    DEFAULT_CSS = """
    Greeting { height: 1; }
    """

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's own name
        """Nothing is said yet."""
        super().__init__(id=id)
        self._words = Content("")
        self._date = Content("")

    def show(self, words: Content, date: str) -> None:
        """Say these.

        Args:
            words: The first words.
            date: The day, in full.
        """
        self._words = words
        self._date = line(date, "$muted")
        self.refresh()

    def render(self) -> Content:
        """The line; words that are too long end in ``…``."""
        width = self.content_size.width
        date = self._date if width >= WIDE else Content("")
        words = cut(self._words, width - date.cell_length - (2 if date else 0))
        return Content.assemble(words, " " * (width - words.cell_length - date.cell_length), date)


def hello(now: dt.datetime, name: str) -> str:
    """A greeting for the time of day, by the first name if there is one.

    Args:
        now: The present moment in the owner's own zone.
        name: The name as in the profile.
    """
    first = next(iter(name.split()), "")
    if MORNING <= now.hour < DAY:
        return _("Good morning, {name}.", name=first) if first else _("Good morning.")
    if DAY <= now.hour < EVENING:
        return _("Hello, {name}.", name=first) if first else _("Hello.")
    if EVENING <= now.hour < NIGHT:
        return _("Good evening, {name}.", name=first) if first else _("Good evening.")
    return _("A quiet night to you, {name}.", name=first) if first else _("A quiet night to you.")


def what_waits(waiting: Waiting) -> str:
    """One sentence on what matters most."""
    if waiting.unsaved:
        return ngettext(
            "One text is not saved yet: open it here.",
            "{count} texts are not saved yet: open them here.",
            waiting.unsaved,
        )
    if waiting.clashes:
        return ngettext(
            "There are two versions of one thing: choose one.",
            "There are two versions of {count} things: choose one of each.",
            waiting.clashes,
        )
    if waiting.due:
        return _what_is_due(waiting)
    if waiting.drafts:
        return ngettext(
            "One draft waits for what you learned.", "{count} drafts wait for what you learned.", waiting.drafts
        )
    if not waiting.entries:
        return _("Write one thing you learned.")
    return _("Nothing waits. Two sentences a day are enough.")


def _what_is_due(waiting: Waiting) -> str:
    """What is late; else what comes soon."""
    if waiting.late:
        return ngettext("One thing is late: open it here.", "{count} things are late: open them here.", waiting.late)
    return ngettext("One thing waits in the next two weeks.", "{count} things wait in the next two weeks.", waiting.due)
