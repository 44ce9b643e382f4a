"""The log's lock as saving needs it: its folder made, errors in our words, held once however deep."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from learnlog.errors import CannotSaveError, reason
from learnlog.storage.disk import Disk
from learnlog.storage.lock import Lock
from learnlog.storage.mark import Mark
from learnlog.text import N_

if TYPE_CHECKING:
    from learnlog.storage.content import Tail


class Guard:
    """Held while saving, with `with`. One thread at a time uses it."""

    def __init__(self, log: str, disk: Disk, patience: float) -> None:
        """Guard a log."""
        self._folder = os.path.dirname(log)
        self._disk = disk
        self._lock = Lock(log + ".lock", disk, patience)
        self._depth = 0

    def __enter__(self) -> None:
        """Take the lock.

        Raises:
            InUseError: If another learnlog does not let go of it.
            CannotSaveError: If it cannot be taken at all.
        """
        if not self._depth:
            try:
                self._lock.__enter__()
            except FileNotFoundError:
                self._take_first()
            except OSError as error:
                raise cannot_save(error) from error
        self._depth += 1

    def __exit__(self, *_: object) -> None:
        """Give it back."""
        self._depth -= 1
        if not self._depth:
            self._lock.__exit__()

    def _take_first(self) -> None:
        """Take the lock of a log whose folder is not there yet."""
        try:
            self._disk.make_folder(self._folder)
            self._lock.__enter__()
        except OSError as error:
            raise cannot_save(error) from error

    def mark(self) -> None:
        """Note that a log has been made here."""
        self._lock.mark()

    def is_marked(self) -> bool:
        """Whether a log has ever been made here."""
        return self._lock.is_marked()

    def remember(self, tail: Tail | None) -> None:
        """Note where the log ends now. It is held; nothing waits for this, and it cannot fail."""
        if tail:
            self._lock.remember(tail)

    def remembered(self) -> Mark:
        """Where the log ended when that was last noted."""
        return self._lock.remembered()


def cannot_save(error: OSError) -> CannotSaveError:
    """What the system said, as something to tell."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return CannotSaveError(N_("The disk is full. Nothing has been saved: make some room and try again."))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return CannotSaveError(N_("Nothing has been saved: you have no permission to write in the log's folder."))
    return CannotSaveError(N_("Nothing has been saved: the disk reported an error ({reason})."), reason=reason(error))
