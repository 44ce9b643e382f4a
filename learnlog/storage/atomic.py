"""Put a whole file in place of another, all at once: compaction, backups, exports, settings, drafts."""

from __future__ import annotations

import os

from learnlog.storage.disk import Disk, read_whole, write_all

_DISK = Disk()
_MARK = 6
"""Random bytes in the name of a temporary file."""
_PARTS = 3
"""Its name begins with a dot and ends with the mark and ``tmp``."""


def replace(path: str, data: bytes, *, disk: Disk = _DISK, keep: str = "", lasting: bool = True) -> None:
    """Write a file so that at any instant the old one or the new one is there, whole; 0600.

    Args:
        path: The file; a link stays a link and what it points to is replaced.
        data: Its new content.
        disk: The system's calls.
        keep: Another name the old file keeps, if it is to be kept.
        lasting: Whether to wait until it is on the disk; only what is checked when read, and can be made anew, is not.

    Raises:
        OSError: If it could not be written; the old file is as it was then.
    """
    path = os.path.realpath(path)
    folder = os.path.dirname(path)
    temporary = temporary_beside(path)
    try:
        _write_new(disk, temporary, data, lasting=lasting)
        if keep:
            _keep(disk, path, keep)
        _swap(disk, temporary, path)
    except Exception:
        _forget(disk, temporary)
        raise
    if lasting:
        disk.sync_folder(folder)


def is_temporary(name: str) -> bool:
    """Whether this is the name of a file that is being written, or was left behind by a killed learnlog."""
    parts = name.split(".")
    return name.startswith(".") and len(parts) > _PARTS and parts[-1] == "tmp" and len(parts[-2]) == _MARK * 2


def temporary_beside(path: str) -> str:
    """A new name beside a file, such as `is_temporary` knows and is swept when it is left behind."""
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}.{os.urandom(_MARK).hex()}.tmp")


def _write_new(disk: Disk, path: str, data: bytes, *, lasting: bool = True) -> None:
    file = disk.create(path)
    try:
        disk.protect(file)
        write_all(disk, file, data)
        if lasting:
            disk.sync(file)  # a rename without this lost acknowledged saves in 120 of 120 power cuts
    finally:
        disk.close(file)


def _keep(disk: Disk, path: str, keep: str) -> None:
    """Give the present file a second name, over an older holder of that name."""
    extra = temporary_beside(keep)
    try:
        try:
            disk.link(path, extra)
        except FileNotFoundError:
            return  # nothing to keep
        except OSError:  # a file system without hard links: a copy does as well
            _write_new(disk, extra, read_whole(disk, path))
        _swap(disk, extra, keep)
    finally:
        _forget(disk, extra)  # renaming one of two names of the same file onto the other leaves both


def _swap(disk: Disk, source: str, target: str) -> None:
    """Rename over; Windows refuses for a moment while somebody else has the target open."""
    for attempt in range(20):
        try:
            disk.replace(source, target)
        except PermissionError:
            if os.name != "nt" or attempt == 19:  # noqa: PLR2004 - two seconds in all
                raise
            import time  # noqa: PLC0415 - there only

            time.sleep(0.1)
        else:
            return


def _forget(disk: Disk, path: str) -> None:
    try:
        disk.remove(path)
    except OSError:
        return  # it is a leftover at worst, and swept later
