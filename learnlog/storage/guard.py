"""The log's lock: its folder made, errors in our words, held once however deep; and what its file remembers."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Self

from learnlog.errors import CannotSaveError, reason
from learnlog.storage.disk import Disk
from learnlog.storage.lock import Lock
from learnlog.storage.mark import MADE, NOTHING, SIZE, Mark, decode, encode
from learnlog.text import N_

if TYPE_CHECKING:
    from learnlog.storage.content import Tail


BESIDE = ("settings.toml", "drafts", "crash.txt")
"""What may lie in the log's own folder before there is a log."""


class Guard(Lock):
    """Held while saving, with `with`. One thread at a time uses it."""

    def __init__(self, log: str, disk: Disk, patience: float) -> None:
        """Guard a log."""
        super().__init__(log + ".lock", disk, patience)
        self._depth = 0

    def __enter__(self) -> Self:
        """Take the lock.

        Raises:
            InUseError: If another learnlog does not let go of it.
            CannotSaveError: If it cannot be taken at all.
        """
        if not self._depth:
            try:
                super().__enter__()
            except FileNotFoundError:
                self._take_first()
            except OSError as error:
                raise cannot_save(error) from error
        self._depth += 1
        return self

    def __exit__(self, *_: object) -> None:
        """Give it back."""
        self._depth -= 1
        if not self._depth:
            super().__exit__()

    def _take_first(self) -> None:
        """Take the lock of a log whose folder is not there yet."""
        try:
            self._disk.make_folder(os.path.dirname(self.path))
            super().__enter__()
        except OSError as error:
            raise cannot_save(error) from error

    def mark(self) -> None:
        """Note in the file that a log has been made here: an emptied log can then be told from a new one.

        Raises:
            OSError: If it cannot be noted.
        """
        if self._disk.fstat(self._file).st_size == 0:
            self._disk.write(self._file, MADE, 0)
            self._protect_folder()

    def _protect_folder(self) -> None:
        """Leave a folder that was there before the log to its owner only, if it is the log's own.

        It is not if other things lie in it, or if others may write there: then it is shared on purpose. An error is
        swallowed, since the files in it are closed to others anyhow, and `learnlog doctor` tells of it.
        """
        folder, log = os.path.split(self.path.removesuffix(".lock"))
        try:
            others = any(not name.startswith(log) and name not in BESIDE for name in self._disk.names(folder))
            rights = self._disk.stat(folder).st_mode
            if rights & 0o077 and not rights & 0o1002 and not others:
                self._disk.protect(folder)
        except OSError:
            return

    def is_marked(self) -> bool:
        """Whether a log has ever been made here."""
        try:
            return self._disk.stat(self.path).st_size > 0
        except OSError:
            return False

    def remember(self, tail: Tail | None) -> None:
        """Note how far the log has come. The lock is held, and the save is on the disk: nothing waits for this note.

        An error is swallowed on purpose: what was to be saved is saved, and a note that is missing, old or spoilt
        only says less. For the same reason it is not synced.
        """
        if tail:
            try:
                self._disk.write(self._file, MADE + encode(tail), 0)
            except OSError:
                return

    def remembered(self) -> Mark:
        """How far the log had come; to be read *before* the log, so that it is never ahead of what is read there."""
        try:
            if self._file >= 0:
                return decode(self._disk.read(self._file, len(MADE), SIZE))
            file = self._disk.open_to_read(self.path)
            try:
                return decode(self._disk.read(file, len(MADE), SIZE))
            finally:
                self._disk.close(file)
        except OSError:
            return NOTHING


def cannot_save(error: OSError) -> CannotSaveError:
    """What the system said, as something to tell."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return CannotSaveError(N_("The disk is full. Nothing has been saved: make some room and try again."))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return CannotSaveError(N_("Nothing has been saved: you have no permission to write in the log's folder."))
    return CannotSaveError(N_("Nothing has been saved: the disk reported an error ({reason})."), reason=reason(error))
