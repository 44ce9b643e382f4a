"""The lock that two learnlogs take in turns while they save.

A few lines of our own on what the system offers: the libraries for it cost every start of the command line 40 to
58 ms, measured. The kernel drops the lock when its holder dies, so it cannot go stale: whether the file exists says
nothing about the lock, and nobody ever deletes it.
"""

from __future__ import annotations

import os
import sys
import time
from typing import Self

from learnlog.errors import InUseError
from learnlog.storage.disk import Disk

PATIENCE = 5.0
"""How long to wait for another learnlog, in seconds."""
PAUSE = 0.001
"""How long between two attempts, in seconds. Longer ones would hardly ever meet the gaps of who saves on and on."""

if sys.platform == "win32":
    import msvcrt

    def _try(file: int) -> None:
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """Held for a moment, with `with`; closing the file drops it.

    Attributes:
        path: The lock file.
    """

    def __init__(self, path: str, disk: Disk, patience: float = PATIENCE) -> None:
        """Know the file; nothing is opened yet."""
        self.path = path
        self._disk = disk
        self._patience = patience
        self._file = -1

    def __enter__(self) -> Self:
        """Take it.

        Raises:
            InUseError: If another learnlog held it all the time.
            OSError: If the file cannot be opened, or the file system knows no locks.
        """
        file = self._disk.open_lock(self.path)
        try:
            self._wait(file)
        except BaseException:
            self._disk.close(file)
            raise
        self._file = file
        return self

    def __exit__(self, *_: object) -> None:
        """Give it back."""
        self._disk.close(self._file)
        self._file = -1

    def _wait(self, file: int) -> None:
        deadline = None  # nearly always, the first attempt succeeds
        while True:
            try:
                _try(file)
            except (BlockingIOError, PermissionError) as error:  # msvcrt says PermissionError
                now = time.monotonic()
                deadline = deadline or now + self._patience
                if now >= deadline:
                    raise InUseError from error
                time.sleep(PAUSE)
            else:
                return
