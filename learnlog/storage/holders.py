"""Every file in which something of a log's text may stand, the log itself apart."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from learnlog.errors import CannotReadError, reason
from learnlog.storage import atomic
from learnlog.storage.disk import Disk, read_whole
from learnlog.storage.locations import EDITOR_FOLDER, INDEX, Locations
from learnlog.storage.opening import PREVIOUS
from learnlog.text import N_

BESIDE_MAX = 4 * 1024 * 1024
"""Largest file that is not the log's own and is looked through, in bytes."""
CONFLICT = re.compile(r"\.sync-conflict-|conflicted copy|\(\d+\)\.jsonl$|^log-.+\.jsonl$", re.IGNORECASE)
"""What programs that copy folders call a second version of a file."""
_NO_TEXT = (".lock", INDEX)


class Holds(StrEnum):
    """What kind of file something stands in."""

    BACKUP = "backup"
    """A whole copy."""
    PREVIOUS = "previous"
    """The log before it was last written anew."""
    DAMAGED = "damaged"
    """What was set aside."""
    VERSION = "version"
    """A second version of the log, made by a program that copies folders."""
    DRAFT = "draft"
    """What is half typed."""
    LEFTOVER = "leftover"
    """What a killed learnlog was writing."""
    EDITOR = "editor"
    """What a killed learnlog had given to a text editor, and what the editor made of it."""
    OWN = "own"
    """A file of the owner's in the same folder: an export, a shared copy. It is looked through and never changed."""


class Holder(NamedTuple):
    """A file, and what kind it is."""

    kind: Holds
    path: str

    @property
    def is_log(self) -> bool:
        """Whether it is a log, or what is left of one."""
        return self.kind in (Holds.BACKUP, Holds.PREVIOUS, Holds.DAMAGED, Holds.VERSION, Holds.LEFTOVER)

    @property
    def is_removed(self) -> bool:
        """Whether it is thrown away rather than changed."""
        return self.kind in (Holds.LEFTOVER, Holds.EDITOR)


def holders(places: Locations, disk: Disk, temporary: str) -> list[Holder]:
    """The files that are there now.

    Args:
        places: Where everything lies.
        disk: The system's calls.
        temporary: The system's folder of temporary files; empty not to look there.

    Raises:
        CannotReadError: If one of the log's own folders cannot be looked into.
    """
    log = os.path.realpath(places.log)
    found = [Holder(_leftover_or(Holds.BACKUP, path), path) for path in _files(disk, places.backups) if _is_ours(path)]
    if disk.exists(log + PREVIOUS):
        found.append(Holder(Holds.PREVIOUS, log + PREVIOUS))
    found += [Holder(_leftover_or(Holds.DAMAGED, path), path) for path in _files(disk, places.damaged)]
    found += [Holder(_leftover_or(Holds.DRAFT, path), path) for path in _files(disk, places.drafts)]
    found += _beside(log, disk)
    if places.home != os.path.dirname(log):
        found += [Holder(Holds.OWN, path) for path in _files(disk, places.home) if _is_small(disk, path)]
    return found + [Holder(Holds.EDITOR, path) for path in _left_by_editors(disk, temporary)]


def read(holder: Holder, disk: Disk) -> bytes:
    """What stands in one; nothing if it is gone by now.

    Raises:
        CannotReadError: If the system does not let it be read.
    """
    try:
        return read_whole(disk, holder.path)
    except FileNotFoundError:
        return b""
    except OSError as error:
        if holder.kind in (Holds.OWN, Holds.EDITOR):
            return b""  # not ours to judge: it is looked through as far as it may be
        raise _cannot_look(error) from error


def _beside(log: str, disk: Disk) -> Iterator[Holder]:
    """The files in the log's own folder."""
    base = os.path.basename(log)
    for path in _files(disk, os.path.dirname(log)):
        name = os.path.basename(path)
        if name == base or name == base + PREVIOUS or name in (base + each for each in _NO_TEXT):
            continue
        if name.lstrip(".").startswith(f"{base}.") and atomic.is_temporary(name):
            yield Holder(Holds.LEFTOVER, path)
        elif CONFLICT.search(name):
            yield Holder(Holds.VERSION, path)
        elif _is_small(disk, path):
            yield Holder(Holds.OWN, path)


def _left_by_editors(disk: Disk, temporary: str) -> Iterator[str]:
    """What lies in the folders that texts are given to an editor in, if they are this user's."""
    for name in _names(disk, temporary) if temporary else ():
        folder = os.path.join(temporary, name)
        if name.startswith(EDITOR_FOLDER) and _is_own_folder(folder):
            paths = (os.path.join(folder, each) for each in _names(disk, folder))
            yield from (path for path in paths if _is_file(path))


def _files(disk: Disk, folder: str) -> list[str]:
    try:
        paths = [os.path.join(folder, name) for name in disk.names(folder)]
    except OSError as error:
        raise _cannot_look(error) from error
    return [path for path in paths if _is_file(path)]


def _names(disk: Disk, folder: str) -> list[str]:
    try:
        return disk.names(folder)
    except OSError:
        return []


def _leftover_or(kind: Holds, path: str) -> Holds:
    return Holds.LEFTOVER if atomic.is_temporary(os.path.basename(path)) else kind


def _is_ours(path: str) -> bool:
    return path.endswith(".jsonl") or atomic.is_temporary(os.path.basename(path))


def _is_file(path: str) -> bool:
    """A link is not: what it leads to is not in the folder."""
    return os.path.isfile(path) and not os.path.islink(path)


def _is_small(disk: Disk, path: str) -> bool:
    try:
        return disk.stat(path).st_size <= BESIDE_MAX
    except OSError:
        return False


def _is_own_folder(path: str) -> bool:
    try:
        status = os.lstat(path)
    except OSError:
        return False
    return os.path.isdir(path) and not os.path.islink(path) and (os.name == "nt" or status.st_uid == os.getuid())


def _cannot_look(error: OSError) -> CannotReadError:
    return CannotReadError(
        N_("A copy of the log cannot be read, so nothing has been erased: {reason}."), reason=reason(error)
    )
