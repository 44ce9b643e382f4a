"""Full copies of the log beside it: against a bad save, a bad import, a bad hand. Not against the loss of the disk."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable
from typing import NamedTuple

from learnlog.domain.clock import Clock
from learnlog.storage import atomic
from learnlog.storage.content import NotWhole, take_apart
from learnlog.storage.disk import Disk, read_whole

PINNED = ".keep"
"""Marks, in a name, a copy that is never thinned out."""
EVERY = dt.timedelta(minutes=30)
"""How often a copy is made while changes are being saved."""
_NAME = r"g(\d{6})-n(\d{8})-(\d{8}T\d{6}Z)(\.keep)?\.jsonl"  # compiled where it is needed: seldom
_NEWEST, _DAILY, _WEEKLY, _MONTHLY = 10, 14, 8, 24


class Backup(NamedTuple):
    """A full copy.

    Attributes:
        generation: The log's generation then.
        n: Running number of its last line.
        made_at: When it was made; aware, UTC.
        pinned: Whether it is never thinned out.
        path: Where it lies.
    """

    generation: int
    n: int
    made_at: dt.datetime
    pinned: bool
    path: str


class BackupFolder:
    """The copies of one log."""

    def __init__(self, path: str, disk: Disk, clock: Clock) -> None:
        """Know the folder; it is made at the first copy."""
        self._path = path
        self._disk = disk
        self._clock = clock

    def all(self) -> tuple[Backup, ...]:
        """Every copy, the newest state of the log first; other files in the folder are passed over."""
        found = (_backup(os.path.join(self._path, name), name) for name in self._disk.names(self._path))
        return tuple(sorted((each for each in found if each), reverse=True))

    def make(self, log: str, *, pinned: bool = False) -> Backup | None:
        """Copy a log, verify the copy, and thin out the old ones. The same state is copied only once.

        Args:
            log: The log file.
            pinned: Whether the copy shall never be thinned out.

        Returns:
            The copy; None when there is no log to copy.

        Raises:
            NotWhole: If the log, or what was written, is not whole; nothing is thinned out then.
            OSError: If it could not be written.
        """
        if not self._disk.exists(log):
            return None
        data = read_whole(self._disk, log)
        data = data[: data.rfind(b"\n") + 1]
        tail = take_apart(data).tail
        for each in self.all():
            if (each.generation, each.n) == (tail.header.generation, tail.n) and each.pinned >= pinned:
                return each
        stamp = f"{self._clock.now().astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
        mark = PINNED if pinned else ""
        path = os.path.join(self._path, f"g{tail.header.generation:06}-n{tail.n:08}-{stamp}{mark}.jsonl")
        self._disk.make_folder(self._path)
        atomic.replace(path, data, disk=self._disk)
        if read_whole(self._disk, path) != data:
            raise NotWhole
        self._thin(len(data))
        return _backup(path, os.path.basename(path))

    def _thin(self, size: int) -> None:
        """Delete what is not worth keeping, but nothing more than twice as large as the log is now.

        A log that has lost most of what was in it must not cost the copies that still hold it.
        """
        backups = self.all()
        kept = worth_keeping(backups, self._clock.now())
        for each in backups:
            if each not in kept and self._disk.stat(each.path).st_size <= 2 * size:
                self._disk.remove(each.path)


def worth_keeping(backups: Iterable[Backup], now: dt.datetime) -> set[Backup]:
    """The copies to keep: the ten newest, one a day for 14 days of use, one a week for 8, one a month for 24.

    By the log's own numbers, not by the clock: a clock that is wrong must not cost a copy. Copies that claim to be
    from the future are kept, and take nobody's place.
    """
    newest_first = sorted(backups, reverse=True)
    future = {each for each in newest_first if each.made_at > now}
    past = [each for each in newest_first if each not in future and not each.pinned]
    kept = future | {each for each in newest_first if each.pinned} | set(newest_first[:1]) | set(past[:_NEWEST])
    for form, most in (("%Y%m%d", _DAILY), ("%G%V", _WEEKLY), ("%Y%m", _MONTHLY)):
        firsts: dict[str, Backup] = {}
        for each in past:
            firsts.setdefault(each.made_at.strftime(form), each)
        kept.update(list(firsts.values())[:most])
    return kept


def _backup(path: str, name: str) -> Backup | None:
    found = re.fullmatch(_NAME, name)
    if not found:
        return None
    try:
        made_at = dt.datetime.strptime(found[3], "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC)
    except ValueError:
        return None
    return Backup(int(found[1]), int(found[2]), made_at, bool(found[4]), path)
