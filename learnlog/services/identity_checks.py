"""Whether personal identity numbers lie in the log, in what it was before, in the copies of it, in unfinished texts.

What was taken out of the log is still in its earlier versions and in the copies, until they are thinned out.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator

from learnlog.domain.clock import Clock
from learnlog.domain.identity import Certainty, look_for_numbers
from learnlog.domain.identity_places import texts_in
from learnlog.errors import LearnlogError
from learnlog.services.findings import Finding, Severity, counted
from learnlog.services.identity import IdentityGuard
from learnlog.storage import json_text
from learnlog.storage.disk import Disk, read_whole
from learnlog.storage.holders import Holder, Holds, holders
from learnlog.storage.locations import Locations
from learnlog.storage.store import Store
from learnlog.text import N_, Msg

CHECK = "learnlog check --numbers"
"""The command that tells where they stand."""
PURGE = "learnlog purge --matches-identity"
"""The command that masks them everywhere, in what the log was before and in its copies, too."""

COPIES = (Holds.BACKUP, Holds.PREVIOUS, Holds.DAMAGED, Holds.VERSION, Holds.LEFTOVER, Holds.EDITOR)
DRAFTS = (Holds.DRAFT,)
_IN_COPIES = Msg(
    N_("{count} copy of the log holds a personal identity number."),
    plural=N_("{count} copies of the log hold personal identity numbers."),
)
_IN_DRAFTS = Msg(
    N_("{count} unfinished text holds a personal identity number."),
    plural=N_("{count} unfinished texts hold personal identity numbers."),
)


def check(store: Store, locations: Locations, clock: Clock) -> Iterator[Finding]:
    """All of it; nothing is changed, and no number is told."""
    disk = Disk()
    now = IdentityGuard(store, clock).everywhere(Certainty.CERTAIN)
    if now:
        yield Finding("identity.log", Severity.WARNING, _in_the_log(len(now), now[0].sighting.shown), CHECK)
    searched = _Searched()
    if searched.any_in(store.ledger.image.actions) and not now:
        message = Msg(N_("An earlier version of something in the log holds a personal identity number."))
        yield Finding("identity.history", Severity.NOTE, message, PURGE)
    files = _files(locations, disk)
    for code, message, kinds in (("identity.backups", _IN_COPIES, COPIES), ("identity.drafts", _IN_DRAFTS, DRAFTS)):
        found = sum(searched.any_in(_lines_of(each.path, disk)) for each in files if each.kind in kinds)
        yield from counted(code, Severity.NOTE, message, found, PURGE)


def _in_the_log(count: int, shown: str) -> Msg:
    return Msg(
        N_("{count} personal identity number stands in the log: {shown}. Change it before you share."),
        {"shown": shown},
        N_("{count} personal identity numbers stand in the log, such as {shown}. Change them before you share."),
        count,
    )


class _Searched:
    """Lines that have been looked through: a copy has nearly all of its lines from the log."""

    def __init__(self) -> None:
        self._known: dict[int, bool] = {}

    def any_in(self, rows: Iterable[bytes]) -> bool:
        """Whether a number stands in one of the lines."""
        return any(map(self._holds, rows))

    def _holds(self, row: bytes) -> bool:
        key = hash(row)
        if key not in self._known:
            self._known[key] = _holds_number(row)
        return self._known[key]


def _holds_number(row: bytes) -> bool:
    try:
        data: object = json_text.from_json(row)
    except (ValueError, LearnlogError):
        data = row.decode(errors="replace")  # a damaged line is a text all the same
    sightings = (each for _, text in texts_in(data) for each in look_for_numbers(text))
    return any(each.certainty is Certainty.CERTAIN for each in sightings)


def _files(locations: Locations, disk: Disk) -> list[Holder]:
    try:
        return holders(locations, disk, tempfile.gettempdir())
    except LearnlogError:
        return []  # that a folder cannot be read is told of elsewhere


def _lines_of(path: str, disk: Disk) -> list[bytes]:
    try:
        return read_whole(disk, path).splitlines()
    except (OSError, LearnlogError):
        return []
