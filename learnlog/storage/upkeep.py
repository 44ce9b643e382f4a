"""What an opened log needs now and then: copies, compaction, being brought up to date."""

from __future__ import annotations

import datetime as dt
import os

from learnlog.domain.clock import Clock
from learnlog.errors import CannotSaveError
from learnlog.storage import atomic
from learnlog.storage.backups import EVERY, Backup, BackupFolder
from learnlog.storage.content import NotWhole
from learnlog.storage.disk import Disk
from learnlog.storage.guard import cannot_save
from learnlog.storage.ledger import Ledger
from learnlog.storage.locations import backups_beside, damaged_beside
from learnlog.storage.migrations import Schema
from learnlog.storage.opening import PREVIOUS
from learnlog.text import N_, Msg

STALE_AFTER = dt.timedelta(hours=1)
"""No learnlog takes so long over a file."""


class Upkeep:
    """Looks after one opened log."""

    def __init__(self, ledger: Ledger, disk: Disk, clock: Clock, schema: Schema) -> None:
        """Look after this log."""
        self.backups = BackupFolder(backups_beside(ledger.journal.path), disk, clock)
        self._ledger = ledger
        self._disk = disk
        self._clock = clock
        self._schema = schema
        self._copied_at: dt.datetime | None = None

    def copy(self, *, pinned: bool = False) -> Backup | None:
        """Make a full copy, verified; None when there is nothing to copy.

        Raises:
            CannotSaveError: If it could not be made.
        """
        try:
            return self.backups.make(self._ledger.journal.path, pinned=pinned)
        except OSError as error:
            raise cannot_save(error) from error
        except NotWhole as error:
            raise CannotSaveError(N_("A backup could not be made, so nothing has been changed.")) from error

    def copy_now_and_then(self) -> None:
        """A copy at the first save of a session, and every half hour while one saves; failing stops no save.

        The lock is held, so what is swept at the first is nobody's work under way.
        """
        now = self._clock.now()
        if self._copied_at is not None and now - self._copied_at < EVERY:
            return
        if self._copied_at is None:
            self.sweep()
        self._copied_at = now
        try:
            self.copy()
        except CannotSaveError:
            self._ledger.opening.notices.append(Msg(N_("A backup of the log could not be made.")))

    def sweep(self) -> None:
        """Throw away the temporary files that killed learnlogs left behind: they hold what the log holds."""
        stale = (self._clock.now() - STALE_AFTER).timestamp()
        log = self._ledger.journal.path
        for folder in (os.path.dirname(log), backups_beside(log), damaged_beside(log)):
            for path in (os.path.join(folder, name) for name in self._names(folder) if atomic.is_temporary(name)):
                try:
                    if self._disk.stat(path).st_mtime < stale:
                        self._disk.remove(path)
                except OSError:
                    continue  # another learnlog has swept it, or it is not ours: `doctor` tells of it

    def _names(self, folder: str) -> list[str]:
        try:
            return self._disk.names(folder)
        except OSError:
            return []

    def compact(self, *, force: bool = False) -> bool:
        """Write the log anew without what nobody needs, if it is worth it; whether it was done.

        Raises:
            StorageError: If it could not be done; the log is as it was.
        """
        from learnlog.storage import compaction  # noqa: PLC0415 - when the app ends, or when asked for

        ledger = self._ledger
        image = ledger.image
        tail = ledger.tail
        if tail is None or not (force or compaction.is_due(image, tail.end)):
            return False
        now = self._clock.now()
        ledger.rewrite(
            lambda header, present: compaction.compacted(header, present, now), keep=ledger.journal.path + PREVIOUS
        )
        return True

    def bring_up_to_date(self) -> None:
        """Rewrite an older log in today's form, after a copy that is never thinned out. The lock is held."""
        self.copy(pinned=True)
        self._ledger.put_in_place(
            lambda header, present: (
                header._replace(schema=self._schema.version, generation=header.generation + 1),
                present.actions,
            ),
            keep=self._ledger.journal.path + PREVIOUS,
        )
