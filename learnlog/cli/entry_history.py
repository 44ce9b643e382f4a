"""What was changed in an entry, when, and by what: as text to read, and as JSON."""

from __future__ import annotations

import datetime as dt
from typing import Any

from learnlog.cli.entry_json import PUBLIC_NAMES
from learnlog.cli.output import Output
from learnlog.domain.printable import show_line
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.entry_names import ENTRY_NAMES
from learnlog.storage.history import Change


def print_history(history: tuple[Change, ...], out: Output) -> None:
    """Print when an entry was changed, by what, and which fields; a save that changed nothing to see is passed over."""
    out.raw(f"\n{out.strong(_('Changes'))}\n")
    for change in history:
        names = dict.fromkeys(_(ENTRY_NAMES[name]) for name in _fields(change))
        if names:
            out.line(f"{_when(change.at):<16}  {show_line(change.by):<8}  {', '.join(names)}")


def as_objects(history: tuple[Change, ...]) -> list[dict[str, Any]]:
    """The same as JSON objects; fields have the names that an entry's JSON has."""
    return [
        {"at": change.at, "by": change.by, "fields": [PUBLIC_NAMES.get(name, name) for name in names]}
        for change in history
        if (names := _fields(change))
    ]


def _fields(change: Change) -> list[str]:
    """The stored names of what differs, without what was empty before and still is."""
    return [name for name, before, after in change.fields if name in ENTRY_NAMES and (before or after)]


def _when(at: str) -> str:
    """A stored moment in this computer's time; as it stands if it is none."""
    try:
        return f"{dt.datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):
        return show_line(at)
