"""The log without reading it: a file beside it tells where each document's line stands; the log itself, what is in it.

``log.jsonl.index`` notes how things stood at one moment. It holds no text, only ids and places, and may be deleted at
any time:

    {"format":"learnlog index",…,"log":"<first line of the log>","end":…,"n":…,"running":…,"sections":[…],"sum":"…"}
    places of the entries in the order of a list, then their ids; the same for the bin; the same for every other table

It counts only if its own sums are right, the log begins with the very line noted, and the log's running sum stands
where it is said to. What has been appended since is read and laid over it. Each line taken from the log is checked by
its own sum before anything in it is shown. If anything does not fit, the whole log is read instead, and told of.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from learnlog.errors import StorageError
from learnlog.storage import lines
from learnlog.storage.codec import ENTRIES
from learnlog.storage.disk import Disk, read_whole
from learnlog.storage.heads import NO_CLASH, Heads, place_of
from learnlog.storage.index_heads import IndexHeads
from learnlog.storage.journal import Journal, NotWhole, Tail
from learnlog.storage.lines import Action, Doc
from learnlog.storage.mark import NOTHING, Mark

FORMAT, VERSION = "learnlog index", 1
SUFFIX = ".index"
"""What the log's name gets."""
LAG = 1 << 17
"""So many bytes of the log are read without the help of an index: as a lag behind it, or all of a small log."""
BIN = ENTRIES.table + "/bin"
"""Name of the part about the entries in the bin; no table is called so."""
PLACE = 8
"""Bytes of a place: 30 bits for where its line begins, 24 for its length, 10 for which of its documents is meant."""
_LENGTH, _WHICH = 24, 10
_SHARED_MAX = 1 << 16
"""Longest line with several documents that is worth reading for one of them."""
_FEW = 64
"""Documents asked for one by one; who wants more had better read the whole log."""
_SPREAD = 4
"""Lines that lie close are read at once, and what lies between with them: at most so many times as much."""


class Section(NamedTuple):
    """A part of the file.

    Attributes:
        start: Where its places begin, in bytes.
        middle: Where its ids begin, each between line feeds.
        end: Where they end.
        sum: CRC-32 of all of it.
    """

    start: int = 0
    middle: int = 0
    end: int = 0
    sum: int = 0


Step = tuple[str, str, int]
"""What a line does to a document: table, id, and its place from then on; -1 when it is deleted."""
GONE = -1


def steps(actions: Iterable[bytes], start: int) -> Iterator[Step]:
    """What lines do, one document after the other.

    Args:
        actions: Lines without line feeds.
        start: Where the first of them begins in the file.

    Raises:
        NotWhole: If a place cannot be told: the line is too long, or shared by too many.
    """
    for line in actions:
        size = len(line)
        found = lines.ONE(line)
        if found is not None:
            yield found[4].decode(), found[5].decode(), _packed(start, size, 0)
        else:
            action = lines.decode_action(line)
            for which, (table, uid) in enumerate(_documents(action), 1):
                yield table, uid, _packed(start, size, which)
            yield from ((table, uid, GONE) for table, ids in action.gone.items() for uid in ids)
        start += size + 1


def _packed(start: int, size: int, which: int) -> int:
    if start >> 30 or size >> _LENGTH or which >> _WHICH or (which and size > _SHARED_MAX):
        raise NotWhole
    return (start << _LENGTH | size) << _WHICH | which


def _documents(action: Action) -> list[tuple[str, str]]:
    return [(table, uid) for table, documents in action.put.items() for uid in documents]


class Index:
    """A log as it is now. Whatever is asked of it, it may raise `NotWhole`: then only the whole log can tell.

    Attributes:
        header: The log's first line.
    """

    def __init__(self, path: str, disk: Disk, schema: int, mark: Mark = NOTHING) -> None:
        """Read the index of a log, and what the log has been given since.

        Args:
            path: The log.
            disk: The system's calls.
            schema: Version of what documents look like now.
            mark: How far the log had come at the last save.

        Raises:
            NotWhole: If it is not there, or anything about it does not fit.
        """
        self._path = path
        self._disk = disk
        self._asked = 0
        self._rows: dict[str, list[int]] = {}
        try:
            self._data = read_whole(disk, path + SUFFIX)
            front, length = front_of(self._data)
            self._sections = dict(_sections(front["sections"], length))
            self._clashing = set(front["clashing"])
            journal = _at_checkpoint(front, path, disk, schema)
            news, tail = journal.news(), journal.tail
            if news is None or tail is None or tail.size != tail.end or mark.is_longer(tail):
                raise NotWhole  # torn and missing lines are told of when the whole log is read
            self._steps = list(steps(news, front["end"]))
        except (OSError, StorageError, LookupError, TypeError, ValueError) as error:
            raise NotWhole from error
        self.header = tail.header
        self._identity = tail.identity

    def stored(self, table: str, uid: str) -> tuple[int, Doc] | None:
        """A document with its revision; None when there is none."""
        self._asked += 1
        if self._asked > _FEW:
            raise NotWhole
        place = self._place(table, uid)
        if place == GONE:
            return None
        return self._documents(table, {uid: place})[0][1:]

    def documents(self, table: str) -> list[tuple[str, int, Doc]]:
        """Ids, revisions and documents of a table other than the entries'."""
        found = dict(zip(self._ids(table), self._places(table), strict=True))
        for name, uid, place in self._steps:
            if name == table and place == GONE:
                found.pop(uid, None)
            elif name == table:
                found[uid] = place
        return self._documents(table, found)

    def beginning(self, start: str) -> list[str]:
        """The ids of entries, those in the bin too, that begin so."""
        changed = self._changed()
        found = {uid for uid, place in changed.items() if place != GONE and uid.startswith(start)}
        needle = b"\n" + start.encode(errors="replace")
        for section in (ENTRIES.table, BIN):
            part = self._section(section)
            at = self._data.find(needle, part.middle, part.end)
            while at >= 0:
                uid = self._data[at + 1 : self._data.find(b"\n", at + 1, part.end)].decode()
                if uid not in changed and uid:
                    found.add(uid)
                at = self._data.find(needle, at + 1, part.end)
        return list(found)

    def heads(self, instead: Callable[[], Heads], *, deleted: bool) -> Heads:
        """What lists show of every entry, the newest first; read from the log when looked at.

        Args:
            instead: The same by way of the whole log.
            deleted: Whether those in the bin are wanted, or the others.
        """
        return IndexHeads(self._in_order(deleted=deleted), self.fetch, instead, deleted=deleted)

    def fetch(self, places: Sequence[int], table: str = ENTRIES.table) -> list[tuple[str, bytes]]:
        """Ids and lines, each with one document of a table, checked."""
        spans = [(place >> _LENGTH + _WHICH, place >> _WHICH & (1 << _LENGTH) - 1) for place in places]
        shared: dict[int, Action] = {}
        found = []
        for place, (start, _), raw in zip(places, spans, self._pieces(spans), strict=True):
            if not lines.is_as_written(raw):
                raise NotWhole
            which = place & (1 << _WHICH) - 1
            one = lines.ONE(raw)
            if which and one is None:
                action = shared[start] = shared.get(start) or lines.decode_action(raw)
                name, uid = _documents(action)[which - 1]
                found.append((uid, lines.single(action, name, uid)))
            elif one is not None and not which:
                name = one[4].decode()
                found.append((one[5].decode(), raw))
            else:
                raise NotWhole
            if name != table:
                raise NotWhole
        return found

    def check(self) -> None:
        """See that every part of it is as it was written."""
        for name in self._sections:
            self._section(name)

    # -- within -------------------------------------------------------------------------------------------------------

    def _documents(self, table: str, places: dict[str, int]) -> list[tuple[str, int, Doc]]:
        found = self.fetch(list(places.values()), table)
        if [uid for uid, _ in found] != list(places):
            raise NotWhole
        return [(uid, lines.number_of(line), lines.read_document(line)) for uid, line in found]

    def _pieces(self, spans: Sequence[tuple[int, int]]) -> list[bytes]:
        """Pieces of the log."""
        if not spans:
            return []
        first = min(start for start, _ in spans)
        last = max(start + size for start, size in spans)
        disk = self._disk
        try:
            file = disk.open_to_read(self._path)
            try:
                status = disk.fstat(file)
                if (status.st_dev, status.st_ino) != self._identity:
                    raise NotWhole
                if last - first > _SPREAD * sum(size for _, size in spans):
                    return [disk.read(file, start, size) for start, size in spans]
                data = disk.read(file, first, last - first)
            finally:
                disk.close(file)
        except OSError as error:
            raise NotWhole from error
        return [data[start - first : start - first + size] for start, size in spans]

    def _changed(self) -> dict[str, int]:
        """Entries that were put or deleted since the index was written, and their places."""
        return {uid: place for table, uid, place in self._steps if table == ENTRIES.table}

    def _place(self, table: str, uid: str) -> int:
        """Where a document stands; `GONE` when there is none."""
        for name, found, place in reversed(self._steps):
            if (name, found) == (table, uid):
                return place
        needle = b"\n%s\n" % uid.encode(errors="replace")
        for section in (table, BIN) if table == ENTRIES.table else (table,):
            part = self._section(section)
            at = self._data.find(needle, part.middle, part.end)
            if at >= 0:
                return self._places(section)[self._data.count(b"\n", part.middle, at)]
        return GONE

    def _in_order(self, *, deleted: bool) -> tuple[list[int], set[int]]:
        """Places of entries in the order of a list, and those of them that may hold a clash."""
        section = BIN if deleted else ENTRIES.table
        places, changed = self._places(section), self._changed()
        if not changed:
            return places, self._clashing
        rows = [place for place, uid in zip(places, self._ids(section), strict=True) if uid not in changed]
        clashing = set(self._clashing)
        known: dict[int, tuple[bytes, str]] = {}
        new = [place for place in changed.values() if place != GONE]
        for place, (uid, line) in zip(new, self.fetch(new), strict=True):
            found = place_of(uid, line, deleted)
            if found is not None:
                known[place] = found[:2]
                rows.insert(self._where(rows, known, found[:2], deleted=deleted), place)
                if NO_CLASH not in line:
                    clashing.add(place)
        return rows, clashing

    def _where(
        self, rows: list[int], known: dict[int, tuple[bytes, str]], new: tuple[bytes, str], *, deleted: bool
    ) -> int:
        """Where a head belongs among others; only those that must be compared with are read."""
        low, high = 0, len(rows)
        while low < high:
            middle = (low + high) // 2
            place = rows[middle]
            if place not in known:
                ((uid, line),) = self.fetch([place])
                found = place_of(uid, line, deleted)
                if found is None:
                    raise NotWhole
                known[place] = found[:2]
            if known[place] > new:
                low = middle + 1
            else:
                high = middle
        return low

    def _places(self, section: str) -> list[int]:
        self._section(section)
        return self._rows[section]

    def _ids(self, section: str) -> list[str]:
        part = self._section(section)
        return self._data[part.middle : part.end].decode().split("\n")[1:-1]

    def _section(self, name: str) -> Section:
        """A part of the file, checked when first asked for; an empty one if there is none of that name."""
        part = self._sections.get(name, Section())
        if name not in self._rows:
            if crc32(memoryview(self._data)[part.start : part.end]) != part.sum:
                raise NotWhole
            self._rows[name] = memoryview(self._data)[part.start : part.middle].cast("Q").tolist()
        return part


def front_of(data: bytes) -> tuple[Doc, int]:
    """The first line of an index, and its length.

    Raises:
        NotWhole: If it is none.
        ValueError: If it is none.
        LookupError: If it is none.
    """
    first = data[: data.find(b"\n") + 1]
    if not lines.is_whole(first):
        raise NotWhole
    front = lines.strict(first[:-1])
    if (front["format"], front["version"], front["bytes"]) != (FORMAT, VERSION, sys.byteorder):
        raise NotWhole
    return front, len(first)


def _sections(parts: Iterable[tuple[str, int, int, int]], start: int) -> Iterator[tuple[str, Section]]:
    """Where the parts of the file are."""
    for name, rows, ids, checked in parts:
        middle = start + rows * PLACE
        yield name, Section(start, middle, middle + ids, checked)
        start = middle + ids


def _at_checkpoint(front: Doc, path: str, disk: Disk, schema: int) -> Journal:
    """The log, with its tail where it was when the index was written."""
    first, end = front["log"].encode() + b"\n", front["end"]
    file = disk.open_to_read(path)
    try:
        status = disk.fstat(file)
        if not end <= status.st_size <= end + LAG or disk.read(file, 0, len(first)) != first:
            raise NotWhole
    finally:
        disk.close(file)
    header = lines.decode_header(first[:-1])
    if header.schema != schema or header.min_reader > lines.READER:
        raise NotWhole
    journal = Journal(path, disk)
    journal.tail = Tail(header, end, front["n"], front["running"], (status.st_dev, status.st_ino), end)
    return journal
