"""A disk whose k-th call fails, or is the last thing the process does."""

from __future__ import annotations

import contextlib
import errno
import os
import random
from collections.abc import Callable
from typing import Any

from learnlog.storage.disk import Disk

CALLS = [name for name in vars(Disk) if not name.startswith("_")]
READING = {"stat", "exists", "may_write", "fstat", "names", "close"}
"""Calls that change nothing on disk, and that a failing disk is not asked to fail at in `Failing`."""
OPENING = {"open_to_read", "open_to_append", "open_lock", "create"}
"""Calls that give a descriptor, which is to be closed again: a system has only so many."""


class Killed(BaseException):
    """The process dies here: nothing of it runs any more."""


class Watching(Disk):
    """Notes every call, and which descriptors are open."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.left_open: set[int] = set()

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        if name not in CALLS:
            return found

        def call(*arguments: Any) -> Any:
            self.calls.append(name)
            if name == "close":
                self.left_open.discard(arguments[0])
            result = self.instead(name, found, arguments)
            if name in OPENING:
                self.left_open.add(result)
            return result

        return call

    def instead(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        return real(*arguments)


class Failing(Watching):
    """The k-th call that could fail does, and so do (when `stubborn`) all that follow."""

    def __init__(self, at: int, number: int = errno.EIO, *, stubborn: bool = False) -> None:
        super().__init__()
        self.at = at
        self.number = number
        self.stubborn = stubborn
        self.count = 0
        self.failed = False

    def instead(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        if name in READING:
            return real(*arguments)
        self.count += 1
        if self.count == self.at or (self.stubborn and self.failed):
            self.failed = True
            self.halfway(name, real, arguments)
            raise OSError(self.number, os.strerror(self.number))
        return real(*arguments)

    def halfway(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        """What a failing call may have done all the same: a write some of its bytes, a sync all of its work."""
        if name == "write":
            file, data, *place = arguments
            real(file, data[: len(data) // 2], *place)


class Killing(Watching):
    """The k-th call is not made, made by half, or made, and then the process is gone."""

    def __init__(self, at: int, how: str) -> None:
        super().__init__()
        self.at = at
        self.how = how
        self.dead = False

    def instead(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        if self.dead:
            if name == "close":
                real(*arguments)  # the kernel does that
            raise Killed  # finally-blocks of a killed process do not run; here they may, but reach no disk
        if len(self.calls) == self.at:
            if self.how == "after" or name == "close":
                with contextlib.suppress(OSError):  # what it would have said reaches nobody any more
                    real(*arguments)
            elif self.how == "half" and name == "write":
                file, data, *place = arguments
                real(file, data[: random.Random(self.at).randrange(len(data) + 1)], *place)
            self.dead = True
            raise Killed
        return real(*arguments)


class PowerCut(Killing):
    """Dies after the k-th call; then whatever was not synced is lost, as it may be when the power goes.

    The content of a file is on the disk as it was at its last sync; a folder's names are as at the folder's last sync
    (or, when `names_survive`, as they are: what a file system may do with a rename whose file was not synced).
    When `marks_survive`, what is written in the middle of a file is on the disk at once: the worst for a log whose own
    lines are not.
    """

    def __init__(self, root: str, at: int, *, marks_survive: bool = False) -> None:
        super().__init__(at, "after")
        self.root = root
        self.marks_survive = marks_survive
        self.content: dict[int, bytes] = {}
        self.names_on_disk: dict[str, dict[str, int]] = {}
        self.held: list[int] = []
        for folder, _, names in os.walk(root):
            self.names_on_disk[folder] = self.present(folder)
            for name in names:
                path = os.path.join(folder, name)
                self.content[self.hold(path)] = open_and_read(path)

    def hold(self, path: str) -> int:
        """Keep a descriptor, so that an inode's number is not given away again."""
        self.held.append(os.open(path, os.O_RDONLY))
        return os.fstat(self.held[-1]).st_ino

    def present(self, folder: str) -> dict[str, int]:
        if not os.path.isdir(folder):
            return {}
        with os.scandir(folder) as found:
            return {each.name: each.inode() for each in found if each.is_file()}

    def instead(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        try:
            return super().instead(name, real, arguments)
        finally:
            if not self.dead or len(self.calls) == self.at:
                self.note(name, arguments)

    def note(self, name: str, arguments: tuple[Any, ...]) -> None:
        if name in ("create", "open_lock") and os.path.exists(arguments[0]):
            inode = self.hold(arguments[0])
            self.content.setdefault(inode, b"")
        elif name == "sync" or (name == "write" and len(arguments) > 2 and self.marks_survive):
            self.content[os.fstat(arguments[0]).st_ino] = open_and_read(f"/proc/self/fd/{arguments[0]}")
        elif name == "sync_folder":
            self.names_on_disk[arguments[0]] = self.present(arguments[0])
        elif name == "make_folder":
            self.names_on_disk.setdefault(arguments[0], {})

    def cut_power(self, *, names_survive: bool) -> None:
        for folder, on_disk in self.names_on_disk.items():
            names = self.present(folder) if names_survive else on_disk
            for name in self.present(folder):
                os.unlink(os.path.join(folder, name))
            for name, inode in names.items():
                path = os.path.join(folder, name)
                file = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
                os.write(file, self.content[inode])
                os.close(file)
        for file in self.held:
            os.close(file)


def open_and_read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
