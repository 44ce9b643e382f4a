"""A disk whose k-th call fails, or is the last thing the process does."""

from __future__ import annotations

import errno
import os
import random
from collections.abc import Callable
from typing import Any

from learnlog.storage.disk import Disk

CALLS = [name for name in vars(Disk) if not name.startswith("_")]
READING = {"stat", "exists", "may_write", "fstat", "names", "close"}
"""Calls that change nothing on disk, and that a failing disk is not asked to fail at in `Failing`."""


class Killed(BaseException):
    """The process dies here: nothing of it runs any more."""


class Watching(Disk):
    """Notes every call."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        if name not in CALLS:
            return found

        def call(*arguments: Any) -> Any:
            self.calls.append(name)
            return self.instead(name, found, arguments)

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
            file, data = arguments
            real(file, data[: len(data) // 2])


class Killing(Watching):
    """The k-th call is not made, made by half, or made, and then the process is gone."""

    def __init__(self, at: int, how: str) -> None:
        super().__init__()
        self.at = at
        self.how = how
        self.dead = False

    def instead(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        if self.dead:
            raise Killed  # finally-blocks of a killed process do not run; here they may, but reach no disk
        if len(self.calls) == self.at:
            if self.how == "after":
                real(*arguments)
            elif self.how == "half" and name == "write":
                file, data = arguments
                real(file, data[: random.Random(self.at).randrange(len(data) + 1)])
            self.dead = True
            raise Killed
        return real(*arguments)
