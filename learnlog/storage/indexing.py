"""Write the index of a log while all of it is read: see `learnlog.storage.index`."""

from __future__ import annotations

import struct
import sys
from enum import StrEnum
from zlib import crc32

from learnlog.errors import StorageError
from learnlog.storage import atomic, json_text, lines
from learnlog.storage.codec import ENTRIES
from learnlog.storage.content import NotWhole, Tail, take_apart
from learnlog.storage.disk import Disk, read_whole
from learnlog.storage.heads import NO_CLASH, place_of, telling
from learnlog.storage.image import Image
from learnlog.storage.index import LAG, Index
from learnlog.storage.index_file import BIN, FORMAT, FRONT_MAX, SUFFIX, VERSION
from learnlog.storage.json_text import Doc
from learnlog.storage.ledger import Ledger
from learnlog.storage.mark import Mark
from learnlog.storage.passing import look_at, passed
from learnlog.storage.places import GONE, steps, taken


class Fit(StrEnum):
    """How an index fits the log beside it."""

    NONE = "none"
    """There is no index."""
    GOOD = "good"
    """It tells what the log tells."""
    UNUSED = "unused"
    """It is old, or not as it was written: it is not asked, and made anew when the log is read."""
    WRONG = "wrong"
    """It would be believed, and tells otherwise than the log."""


def keep(ledger: Ledger, disk: Disk, schema: int) -> None:
    """Write the index of a log that has been read whole, if that is worth it.

    It is written without waiting for the disk: one that is not whole after a power cut counts as none. So does one that
    cannot be written at all.

    Args:
        ledger: The log, read whole.
        disk: The system's calls.
        schema: Version of what documents look like now.
    """
    path = ledger.journal.path
    try:
        image, tail = ledger.image, ledger.tail
        if tail is None or tail.size != tail.end or tail.mend or tail.header.schema != schema:
            return
        if tail.end <= LAG or is_of_use(path, disk, schema):
            return
        first = _first_line(path, disk, image, tail)
        gathered = Gathered()
        gathered.take(image.actions, len(first) + 1)
        _write(path, gathered.encoded(tail, first), disk)
    except (OSError, StorageError, NotWhole, ValueError):
        return  # the log is read whole without it, as it has just been


def read_through(path: str, disk: Disk, schema: int, mark: Mark) -> Tail:
    """Check all of a log without keeping it, and write its index anew unless there is one that is of use.

    Args:
        path: The log.
        disk: The system's calls.
        schema: Version of what documents look like now.
        mark: How far the log had come at the last save.

    Returns:
        Where it ends.

    Raises:
        NotWhole: If anything about it is wrong or unusual, or there would still be no index: it is to be read whole.
    """
    if is_of_use(path, disk, schema):
        return passed(path, disk, mark, look_at)[0]
    gathered = Gathered()
    tail, first = passed(path, disk, mark, gathered.take)
    if tail.header.schema != schema or tail.end <= LAG:
        raise NotWhole
    try:
        _write(path, gathered.encoded(tail, first), disk)
    except OSError as error:
        raise NotWhole from error
    return tail


def forget(path: str, disk: Disk) -> None:
    """Delete the index of a log.

    Args:
        path: The log.
        disk: The system's calls.

    Raises:
        OSError: If it is there and cannot be deleted.
    """
    if disk.exists(path + SUFFIX):
        disk.remove(path + SUFFIX)


def fit_of(path: str, disk: Disk, schema: int) -> Fit:
    """Hold an index against all that stands in its log.

    Args:
        path: The log.
        disk: The system's calls.
        schema: Version of what documents look like now.
    """
    if not disk.exists(path + SUFFIX):
        return Fit.NONE
    if not is_of_use(path, disk, schema):
        return Fit.UNUSED
    try:
        index = read_whole(disk, path + SUFFIX)
        end = json_text.strict(index[: index.find(b"\n")])["end"]
        data = read_whole(disk, path)[:end]
        content = take_apart(data)
        first = data[: data.find(b"\n")]
        gathered = Gathered()
        gathered.take(content.actions, len(first) + 1)
        told = gathered.encoded(content.tail, first)
    except (OSError, StorageError, NotWhole, LookupError, TypeError, ValueError):
        return Fit.UNUSED  # the log has been written anew meanwhile
    return Fit.GOOD if told == index else Fit.WRONG


def renew(path: str, disk: Disk, schema: int, mark: Mark) -> None:
    """Make the index of a log anew, if it is to have one.

    Args:
        path: The log.
        disk: The system's calls.
        schema: Version of what documents look like now.
        mark: How far the log had come at the last save.

    Raises:
        OSError: If the old one cannot be deleted.
    """
    forget(path, disk)
    try:
        read_through(path, disk, schema, mark)
    except NotWhole:
        return  # a small log has none


def is_of_use(path: str, disk: Disk, schema: int) -> bool:
    """Whether a log has an index with which it need not be read whole.

    Args:
        path: The log.
        disk: The system's calls.
        schema: Version of what documents look like now.
    """
    try:
        Index(path, disk, schema).check()
    except NotWhole:
        return False
    return True


def _first_line(path: str, disk: Disk, image: Image, tail: Tail) -> bytes:
    """The log's first line, without line feed."""
    size = tail.end - sum(map(len, image.actions)) - len(image.actions)
    file = disk.open_to_read(path)
    try:
        first = disk.read(file, 0, size)
    finally:
        disk.close(file)
    if not lines.is_whole(first) or lines.decode_header(first[:-1]) != tail.header:
        raise NotWhole
    return first[:-1]


def _write(path: str, data: bytes, disk: Disk) -> None:
    atomic.replace(path + SUFFIX, data, disk=disk, lasting=False)


class Gathered:
    """What an index tells, gathered from a log's lines in the order of the file; the lines are not kept."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._places: dict[str, dict[str, int]] = {}
        self._orders: dict[str, tuple[bool, bytes]] = {}
        self._clashing: set[str] = set()

    def take(self, actions: list[bytes], start: int) -> None:
        """Take in further lines.

        Args:
            actions: Lines without line feeds, as they were written.
            start: Where the first of them begins in the file.

        Raises:
            NotWhole: If a place cannot be told.
        """
        for line in actions:
            new = []
            for table, uid, place in steps((line,), start):
                of_table = self._places.setdefault(table, {})
                if place == GONE:
                    of_table.pop(uid, None)
                else:
                    of_table[uid] = place
                    if table == ENTRIES.table:
                        new.append(place)
            for uid, single, _ in taken(new, [line] * len(new), ENTRIES.table):
                self._note(uid, single)
            start += len(line) + 1

    def _note(self, uid: str, line: bytes) -> None:
        """Where an entry belongs in a list, and whether it may hold a clash."""
        place = place_of(uid, line, deleted=False)
        found = place or place_of(uid, line, deleted=True)
        if found is None:
            raise NotWhole
        self._orders[uid] = place is None, found[0]
        if NO_CLASH in line:
            self._clashing.discard(uid)
        else:
            self._clashing.add(uid)

    def encoded(self, tail: Tail, first: bytes) -> bytes:
        """The index of the log.

        Args:
            tail: Where it ends.
            first: Its first line.

        Raises:
            NotWhole: If it cannot be told in an index.
        """
        of_entries = self._places.get(ENTRIES.table, {})
        others = [(name, [*found], [*found.values()]) for name, found in self._places.items() if name != ENTRIES.table]
        parts = [(ENTRIES.table, self._in_order(in_bin=False)), (BIN, self._in_order(in_bin=True))]
        body, sections = [], []
        for name, ids, rows in (*((name, ids, [of_entries[uid] for uid in ids]) for name, ids in parts), *others):
            of_places, of_ids = struct.pack(f"={len(rows)}Q", *rows), "\n".join(["", *ids, ""]).encode()
            sections.append([name, len(rows), len(of_ids), crc32(of_places), crc32(of_ids)])
            body += [of_places, of_ids]
        front: Doc = {"format": FORMAT, "version": VERSION, "bytes": sys.byteorder}
        front |= {"log": first.decode(), "end": tail.end, "n": tail.n, "running": tail.running}
        front["telling"] = telling(of_entries, 1)
        front["clashing"] = [place for uid, place in of_entries.items() if uid in self._clashing]
        first_line = lines.seal(json_text.to_json(front | {"sections": sections})[:-1], 0)
        if len(first_line) > FRONT_MAX:
            raise NotWhole
        return b"".join([first_line, *body])

    def _in_order(self, *, in_bin: bool) -> list[str]:
        """Ids of entries in the order of a list."""
        orders, present = self._orders, self._places.get(ENTRIES.table, ())
        found = [(orders[uid][1], uid) for uid in present if orders[uid][0] is in_bin]
        return [uid for _, uid in sorted(found, reverse=True)]
