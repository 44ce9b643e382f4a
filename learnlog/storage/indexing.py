"""Write the index of a log that has been read whole: see `learnlog.storage.index`."""

from __future__ import annotations

import struct
import sys
from zlib import crc32

from learnlog.errors import StorageError
from learnlog.storage import atomic, lines
from learnlog.storage.codec import ENTRIES
from learnlog.storage.disk import Disk
from learnlog.storage.heads import NO_CLASH, Heads, telling
from learnlog.storage.image import Image
from learnlog.storage.index import BIN, FORMAT, FRONT_MAX, LAG, SUFFIX, VERSION, Index
from learnlog.storage.journal import NotWhole, Tail
from learnlog.storage.ledger import Ledger
from learnlog.storage.lines import Doc
from learnlog.storage.places import GONE, steps


def keep(ledger: Ledger, disk: Disk, schema: int) -> None:
    """Write the index of a log, if that is worth it.

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
        if tail is None or tail.end <= LAG or tail.size != tail.end or tail.mend or tail.header.schema != schema:
            return
        if _is_of_use(path, disk, schema):
            return
        data = encoded(image, tail, _first_line(path, disk, image, tail))
        atomic.replace(path + SUFFIX, data, disk=disk, lasting=False)
    except (OSError, StorageError, NotWhole, ValueError):
        return  # the log is read whole without it, as it has just been


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


def _is_of_use(path: str, disk: Disk, schema: int) -> bool:
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


def encoded(image: Image, tail: Tail, first: bytes) -> bytes:
    """An index.

    Args:
        image: The whole log.
        tail: Where it ends.
        first: Its first line.

    Raises:
        NotWhole: If the log cannot be told of in an index.
    """
    places: dict[str, dict[str, int]] = {}
    for table, uid, place in steps(image.actions, len(first) + 1):
        of_table = places.setdefault(table, {})
        of_table.pop(uid, None) if place == GONE else of_table.update({uid: place})
    stored = image.table(ENTRIES.table)
    of_entries = places.pop(ENTRIES.table, {})
    parts = {ENTRIES.table: Heads(stored.items()).ids(), BIN: Heads(stored.items(), deleted=True).ids()}
    clashing = [of_entries[uid] for uid, line in stored.items() if NO_CLASH not in line]
    body, sections = [], []
    for name, ids, rows in (
        *((name, ids, [of_entries[uid] for uid in ids]) for name, ids in parts.items()),
        *((name, list(found), list(found.values())) for name, found in places.items()),
    ):
        of_places, of_ids = struct.pack(f"={len(rows)}Q", *rows), "\n".join(["", *ids, ""]).encode()
        sections.append([name, len(rows), len(of_ids), crc32(of_places), crc32(of_ids)])
        body += [of_places, of_ids]
    front: Doc = {"format": FORMAT, "version": VERSION, "bytes": sys.byteorder, "log": first.decode(), "end": tail.end}
    front["telling"] = telling(stored, 1)
    front |= {"n": tail.n, "running": tail.running, "clashing": clashing, "sections": sections}
    first_line = lines.seal(lines.to_json(front)[:-1], 0)
    if len(first_line) > FRONT_MAX:
        raise NotWhole
    return b"".join([first_line, *body])
