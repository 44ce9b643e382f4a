"""Read a log strictly: what is torn is told from what is damaged, and nothing passes for an empty log by surprise."""

from __future__ import annotations

import os
from zlib import crc32

from learnlog.domain.clock import Clock
from learnlog.errors import CannotReadError, CannotSaveError, DamagedError, StorageError, reason
from learnlog.storage import atomic, json_text
from learnlog.storage.content import Content, NotWhole
from learnlog.storage.disk import Disk, read_whole
from learnlog.storage.guard import Guard
from learnlog.storage.image import Image
from learnlog.storage.journal import Journal
from learnlog.storage.locations import backups_beside, damaged_beside
from learnlog.storage.migrations import Schema, migrated
from learnlog.text import N_, Msg

PREVIOUS = ".prev"
"""What the log's name gets for the file before the last compaction."""


class Opening:
    """Reads the log into memory, and looks twice before calling it damaged.

    Attributes:
        notices: What the owner should be told quietly.
        schema: What documents look like now.
    """

    def __init__(self, journal: Journal, guard: Guard, disk: Disk, clock: Clock, schema: Schema) -> None:
        """Know where to read, and what documents look like now."""
        self.notices: list[Msg] = []
        self._journal = journal
        self._guard = guard
        self._disk = disk
        self._clock = clock
        self.schema = schema

    def read(self) -> Image:
        """The whole log; an empty one when there is none yet.

        Raises:
            DamagedError: If it is not whole; a copy has been set aside.
            StorageError: If it cannot be read.
        """
        if not self._journal.size():
            self._refuse_if_lost()
            self._journal.tail = None
            return Image()
        mark = self._guard.remembered()  # before the log, which others may be adding to
        try:
            content = self._journal.read()
        except NotWhole:
            content = self._read_again()
        if content.torn or mark.is_beyond(content.tail):
            content = self._read_again()
        if content.torn:
            self._note_torn(content.torn)
        actions = content.actions
        if content.tail.header.schema < self.schema.version:
            _, actions = migrated(content.tail.header, actions, self.schema)
        try:
            return Image(actions)
        except json_text.Refused as error:  # written by something else than learnlog, which got the sums right
            self._journal.tail = None  # nothing is gone on from there
            raise self._damaged() from error

    def _read_again(self) -> Content:
        """Look again with the lock held: another learnlog may have been in the middle of a save."""
        try:
            with self._guard:
                return self._read_whole()
        except NotWhole as error:
            raise self._damaged() from error
        except (
            CannotSaveError
        ):  # a folder that is not ours to write in: nobody else is saving either, or we cannot know
            try:
                return self._read_whole()
            except NotWhole as error:
                raise self._damaged() from error

    def _read_whole(self) -> Content:
        """A log that is cut off at the end of a line is not whole either."""
        mark = self._guard.remembered()
        content = self._journal.read()
        if mark.is_beyond(content.tail):
            self._journal.tail = None
            raise NotWhole
        return content

    def _refuse_if_lost(self) -> None:
        """An emptied or vanished log is not a new one."""
        try:
            names = self._disk.names(backups_beside(self._journal.path))
        except OSError as error:  # it cannot be told whether there was a log
            raise CannotReadError(
                N_("The folder of the backups cannot be read: {reason}."), reason=reason(error)
            ) from error
        backups = [name for name in names if name.endswith(".jsonl")]
        before = self._disk.exists(self._journal.path + PREVIOUS)
        if not (backups or before or self._guard.is_marked()):
            return
        if self._journal.size() is None:
            raise DamagedError(N_("The log file is gone, although there was one here. Nothing has been overwritten."))
        raise DamagedError(N_("The log file is empty, although there was a log here. Nothing has been overwritten."))

    def _damaged(self) -> StorageError:
        try:
            data = read_whole(self._disk, self._journal.path)
        except OSError as error:
            return CannotReadError(N_("The log file cannot be read: {reason}."), reason=reason(error))
        from learnlog.storage import examine  # noqa: PLC0415 - hardly ever needed

        examined = examine.examine(data, self._guard.remembered())
        copy = not examined.is_newer and set_aside(self._journal.path, data, self._disk, self._clock)
        return examine.error_of(examined, copied=bool(copy))

    def _note_torn(self, torn: bytes) -> None:
        if set_aside(self._journal.path, torn, self._disk, self._clock, ending=".torn"):
            message = N_("The last save was cut short before it was done. What there was of it has been set aside.")
        else:
            message = N_("The last save was cut short before it was done.")
        self.notices.append(Msg(message))


def set_aside(path: str, data: bytes, disk: Disk, clock: Clock, ending: str = ".jsonl") -> str:
    """Copy what is wrong with a log to the folder beside it, once.

    Returns:
        Path of the copy; empty if it could not be made.
    """
    folder = damaged_beside(path)
    name = f"{len(data)}-{crc32(data):08x}{ending}"
    try:
        for existing in disk.names(folder):
            if existing.endswith("-" + name):
                return os.path.join(folder, existing)
        disk.make_folder(folder)
        copy = os.path.join(folder, f"{clock.now():%Y%m%dT%H%M%SZ}-{name}")
        atomic.replace(copy, data, disk=disk)
    except OSError:
        return ""
    return copy
