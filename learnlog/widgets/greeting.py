"""The first words: good evening, and what is waiting."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext

MORNING, DAY, EVENING, NIGHT = 5, 10, 17, 23
"""The hours at which each begins."""


class Waiting(NamedTuple):
    """How much waits for the owner.

    Attributes:
        unsaved: Half-typed forms from a window that was closed.
        clashes: Entries that two windows changed at the same time.
        drafts: Entries without their last words.
        entries: Entries in all.
    """

    unsaved: int
    clashes: int
    drafts: int
    entries: int


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
            "One entry has two versions: choose one.", "{count} entries have two versions: choose one.", waiting.clashes
        )
    if waiting.drafts:
        return ngettext(
            "One draft waits for what you learned.", "{count} drafts wait for what you learned.", waiting.drafts
        )
    if not waiting.entries:
        return _("Write one thing you learned.")
    return _("Nothing waits. Two sentences a day are enough.")
