"""Checks of what is around the log: who may read the files, what lies beside them, and the disk under them."""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator

from learnlog.errors import InUseError, reason
from learnlog.services.findings import FIX, Finding, Severity
from learnlog.storage.disk import Disk
from learnlog.storage.holders import CONFLICT
from learnlog.storage.locations import EDITOR_FOLDER, Locations
from learnlog.storage.lock import Lock
from learnlog.text import N_, Msg

STALE_AFTER = 3600
"""A temporary file older than this, in seconds, was left behind by a learnlog that was killed."""
ROOM = 3
"""So many times the log's size must be free on the disk, for a compaction and a backup."""
PATIENCE = 0.2
_TEMPORARY = re.compile(r"\..+\.tmp")
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "fuse.sshfs", "fuse.rclone", "davfs"}
_SYNCED = re.compile(r"dropbox|onedrive|nextcloud|owncloud|google ?drive|icloud|syncthing", re.IGNORECASE)


def folder_for_editor() -> str:
    """A new folder that only the owner can read, to give an editor a text in; erasing looks into such folders.

    Raises:
        OSError: If it cannot be made.
    """
    return tempfile.mkdtemp(prefix=EDITOR_FOLDER)


def check(locations: Locations, now: float) -> Iterator[Finding]:
    """All checks of the surroundings; of a folder that is not there yet, whether it can be made.

    Args:
        locations: Where everything lies.
        now: The present moment, in seconds since 1970.
    """
    in_the_way = _no_folder(locations.home)
    if in_the_way:
        yield in_the_way
    if in_the_way or not os.path.isdir(locations.home):
        return
    yield from _access(locations)
    yield from _left_behind(locations, now)
    yield from _disk(locations)
    yield from _saving(locations)


def _no_folder(home: str) -> Finding | None:
    """Why the data folder cannot be used at all; None when it can, or can be made."""
    if not os.path.lexists(home):
        above = os.path.dirname(home)
        while not os.path.lexists(above):
            above = os.path.dirname(above)
        if os.path.isdir(above) and os.access(above, os.W_OK | os.X_OK):
            return None
        message = Msg(N_("The data folder cannot be made: {path} cannot be written to."), {"path": above})
        return Finding("folder.impossible", Severity.ERROR, message)
    try:
        os.listdir(home)
    except OSError as error:
        message = Msg(N_("The data folder cannot be opened: {reason}."), {"reason": reason(error)})
        return Finding("folder.closed", Severity.ERROR, message)
    return None


def loose(locations: Locations) -> list[tuple[str, int]]:
    """Files and folders that others may read, with the rights they should have."""
    if os.name == "nt":
        return []
    found = [(path, 0o700) for path in _folders(locations) if _rights(path) & 0o077]
    return found + [(path, 0o600) for path in _files(locations) if _rights(path) & 0o077]


def temporary(locations: Locations, now: float) -> list[str]:
    """Temporary files that a killed learnlog left behind; they hold what the log holds."""
    return [
        path
        for path in _files(locations)
        if _TEMPORARY.fullmatch(os.path.basename(path)) and now - _changed(path) > STALE_AFTER
    ]


def _access(locations: Locations) -> Iterator[Finding]:
    open_to_others = loose(locations)
    if open_to_others:
        yield Finding(
            "files.open",
            Severity.WARNING,
            Msg(
                N_("Others on this computer may read {count} file or folder of your log."),
                plural=N_("Others on this computer may read {count} files or folders of your log."),
                number=len(open_to_others),
            ),
            FIX,
        )
    if os.name != "nt" and os.path.exists(locations.log) and os.stat(locations.log).st_uid != os.getuid():
        yield Finding("files.owner", Severity.WARNING, Msg(N_("The log file belongs to another user.")))
    if os.path.islink(locations.log):
        target = os.path.realpath(locations.log)
        yield Finding("files.link", Severity.NOTE, Msg(N_("The log is a link to {path}."), {"path": target}))


def _left_behind(locations: Locations, now: float) -> Iterator[Finding]:
    stale = temporary(locations, now)
    if stale:
        yield Finding(
            "files.temporary",
            Severity.WARNING,
            Msg(
                N_("{count} temporary file was left behind by a learnlog that was killed."),
                plural=N_("{count} temporary files were left behind by a learnlog that was killed."),
                number=len(stale),
            ),
            FIX,
        )
    base = os.path.basename(locations.log)
    for name in _names(locations.home):
        if name != base and CONFLICT.search(name):
            message = N_("{name} looks like a second version of your log, made by a program that copies folders.")
            yield Finding("files.conflict", Severity.WARNING, Msg(message, {"name": name}))
    drafts = [name for name in _names(locations.drafts) if name.endswith(".json")]
    if drafts:
        yield Finding(
            "drafts.waiting",
            Severity.NOTE,
            Msg(
                N_("{count} unfinished text is waiting; learnlog offers it when it opens."),
                plural=N_("{count} unfinished texts are waiting; learnlog offers them when it opens."),
                number=len(drafts),
            ),
        )


def _disk(locations: Locations) -> Iterator[Finding]:
    kind = _file_system(os.path.realpath(locations.home))
    if kind in _NETWORK:
        message = N_("The log lies on a network disk ({kind}), where two computers can overwrite each other's work.")
        yield Finding("disk.network", Severity.WARNING, Msg(message, {"kind": kind}))
    if _SYNCED.search(os.path.realpath(locations.home)):
        message = N_("The log lies in a folder that is copied to other computers. Use it on one computer at a time.")
        yield Finding("disk.synced", Severity.NOTE, Msg(message))
    size = os.path.getsize(locations.log) if os.path.isfile(locations.log) else 0
    if _free(locations.home) < ROOM * size:
        yield Finding("disk.full", Severity.WARNING, Msg(N_("The disk is nearly full.")))


def _saving(locations: Locations) -> Iterator[Finding]:
    """Whether a save would work: the lock can be had, and what is written reaches the disk."""
    disk = Disk()
    log = os.path.realpath(locations.log)
    try:
        with Lock(log + ".lock", disk, PATIENCE):
            pass
    except InUseError:
        yield Finding("lock.busy", Severity.NOTE, Msg(N_("Another learnlog is saving right now.")))
    except OSError as error:
        message = N_("The log cannot be locked: {reason}.")
        yield Finding("lock.impossible", _how_bad(error), Msg(message, {"reason": reason(error)}))
    path = os.path.join(os.path.dirname(log), f".doctor-{os.getpid()}.tmp")
    try:
        file = disk.create(path)
        try:
            disk.write(file, b"learnlog\n")
            disk.sync(file)
        finally:
            disk.close(file)
            disk.remove(path)
    except OSError as error:
        message = N_("Nothing can be saved in this folder: {reason}.")
        yield Finding("disk.write", _how_bad(error), Msg(message, {"reason": reason(error)}))


def _how_bad(error: OSError) -> Severity:
    """Somebody may want a folder protected against writing; a disk that fails is another thing."""
    return Severity.WARNING if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS) else Severity.ERROR


def _free(folder: str) -> float:
    """Free bytes on a disk; endless where the system does not tell."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return float("inf")


def _folders(locations: Locations) -> list[str]:
    """The folders that are the log's own; one that holds other things too is somebody else's business."""
    inner = (locations.drafts, locations.backups, locations.damaged)
    known = {*map(os.path.basename, inner), *map(os.path.basename, _files(locations)), "settings.toml", "crash.txt"}
    own = (locations.home,) if known.issuperset(_names(locations.home)) else ()
    return [path for path in (*own, *inner) if os.path.isdir(path)]


def _files(locations: Locations) -> list[str]:
    """The files of the log; in its own folder only those that bear its name, for others may lie there."""
    base = os.path.basename(locations.log)
    own = [name for name in _names(locations.home) if name.startswith((base, f".{base}"))]
    found = [os.path.join(locations.home, name) for name in own]
    for folder in (locations.drafts, locations.backups, locations.damaged):
        found += [os.path.join(folder, name) for name in _names(folder)]
    return [path for path in found if os.path.isfile(path) and not os.path.islink(path)]


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _rights(path: str) -> int:
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except OSError:
        return 0


def _changed(path: str) -> float:
    try:
        return os.stat(path).st_mtime
    except OSError:
        return float("inf")


def _file_system(path: str) -> str:
    """The kind of file system a folder lies on, where the system tells (Linux); else empty."""
    best, kind = "", ""
    try:
        with open("/proc/self/mounts", encoding="utf-8", errors="replace") as mounts:
            for line in mounts:
                _device, place, name, *_rest = line.split()
                place = place.replace("\\040", " ")
                inside = path == place or path.startswith(place.rstrip("/") + "/")
                if inside and len(place) >= len(best):
                    best, kind = place, name
    except OSError:
        return ""
    return kind
