"""The log without reading it: a file beside it tells where each document's line stands; the log itself, what is in it.

The file (`learnlog.storage.index_file`) counts only if the log begins with the very line noted in it, and the log's
running sum stands where it is said to. What has been appended since is read and laid over it. Each line taken from the
log is checked by its own sum before anything in it is shown. If anything does not fit, the whole log is read instead,
and told of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from learnlog.errors import StorageError
from learnlog.storage import json_text, lines
from learnlog.storage.codec import ENTRIES
from learnlog.storage.content import NotWhole, Tail
from learnlog.storage.disk import Disk
from learnlog.storage.heads import NO_CLASH, Heads, place_of, telling
from learnlog.storage.index_file import BIN, IndexFile
from learnlog.storage.index_heads import IndexHeads
from learnlog.storage.journal import Journal
from learnlog.storage.json_text import Doc
from learnlog.storage.mark import NOTHING, Mark
from learnlog.storage.places import GONE, Taken, span, steps, taken

LAG = 1 << 17
"""So many bytes of the log are read without the help of an index: as a lag behind it, or all of a small log."""
_FEW_NEW = 8
"""Ids looked for one by one; more are put together with all others."""
_FEW = 64
"""Documents asked for one by one; who wants more had better read the whole log."""
_SOME = 256
"""Entries whose texts are read at once."""
_SPREAD = 4
"""Lines that lie close are read at once, and what lies between with them: at most so many times as much."""


class Index:
    """A log as it is now. Whatever is asked of it, it may raise `NotWhole`: then only the whole log can tell.

    Attributes:
        header: The log's first line.
        tail: Where the log ended when it was read.
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
        self._read: dict[str, list[tuple[str, int, Doc]]] = {}
        try:
            self._file = IndexFile(path, disk)
            front = self._file.front
            self._clashing = set(front["clashing"])
            self._telling = int(front["telling"])
            journal = _at_checkpoint(front, path, disk, schema)
            news, tail = journal.news(), journal.tail
            if news is None or tail is None or tail.size != tail.end or mark.is_longer(tail):
                raise NotWhole  # torn and missing lines are told of when the whole log is read
            self._steps = list(steps(news, front["end"]))
        except (OSError, StorageError, LookupError, TypeError, ValueError) as error:
            raise NotWhole from error
        self.header = tail.header
        self.tail = tail
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
        """Ids, revisions and documents of a table other than the entries'; read once, for several ask as one starts."""
        if table not in self._read:
            self._read[table] = self._whole_table(table)
        return self._read[table]

    def _whole_table(self, table: str) -> list[tuple[str, int, Doc]]:
        found = dict(zip(self._file.split_ids(table), self._file.places(table), strict=True))
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
            ids = self._file.ids(section)
            at = ids.find(needle)
            while 0 <= at < len(ids) - 1:
                uid = ids[at + 1 : ids.index(b"\n", at + 1)].decode()
                if uid not in changed:
                    found.add(uid)
                at = ids.find(needle, at + 1)
        return list(found)

    def telling(self, least: int) -> int:
        """How many characters of an entry's id, at least so many, tell it apart."""
        width = max(least, self._telling)
        changed = self._changed()
        new = [uid for uid, place in changed.items() if place != GONE]
        if len(new) <= _FEW_NEW and all(len(self.beginning(uid[:width])) == 1 for uid in new):
            return width
        old = (*self._file.split_ids(ENTRIES.table), *self._file.split_ids(BIN))
        return telling({*new, *(uid for uid in old if uid not in changed)}, width)

    def heads(self, instead: Callable[[], Heads], *, deleted: bool) -> Heads:
        """What lists show of every entry, the newest first; read from the log when looked at.

        Args:
            instead: The same by way of the whole log.
            deleted: Whether those in the bin are wanted, or the others.
        """
        return IndexHeads(self._in_order(deleted=deleted), self.fetch, instead, deleted=deleted)

    def entries(self, instead: Callable[[], Iterable[tuple[str, bytes]]]) -> Iterator[tuple[str, bytes]]:
        """Ids of all entries, those in the bin too, and for each a line that holds it only; a few at a time.

        Args:
            instead: The same by way of the whole log: what follows if anything does not fit.
        """
        try:
            places = sorted(place for in_bin in (False, True) for place in self._in_order(deleted=in_bin)[0])
            for first in range(0, len(places), _SOME):
                for uid, line, _ in self.fetch(places[first : first + _SOME]):
                    yield uid, line
        except NotWhole:
            yield from instead()

    def fetch(self, places: Sequence[int], table: str = ENTRIES.table) -> list[Taken]:
        """Some documents of a table, out of the log itself, checked."""
        if not places:
            return []
        spans = [span(place) for place in places]
        first = min(start for start, _ in spans)
        last = max(start + size for start, size in spans) + 1
        with self._log() as read:
            if last - first > _SPREAD * sum(size for _, size in spans):
                pieces = [read(start, size) for start, size in spans]
                if not all(map(lines.is_as_written, pieces)):
                    raise NotWhole
            else:  # what stands together is checked together, by the running sum of the line before
                data = read(first - lines.LEAST, last - first + lines.LEAST)
                if not lines.is_whole(data[lines.LEAST :], lines.running_after(data[: lines.LEAST])):
                    raise NotWhole
                first -= lines.LEAST
                pieces = [data[start - first : start - first + size] for start, size in spans]
        return taken(places, pieces, table)

    def check(self) -> None:
        """See that every part of the file is as it was written."""
        self._file.check()

    # -- within -------------------------------------------------------------------------------------------------------

    def _documents(self, table: str, places: dict[str, int]) -> list[tuple[str, int, Doc]]:
        found = self.fetch(list(places.values()), table)
        if [uid for uid, _, _ in found] != list(places):
            raise NotWhole
        return [(uid, lines.number_of(line), lines.read_document(line)) for uid, line, _ in found]

    @contextmanager
    def _log(self) -> Iterator[Callable[[int, int], bytes]]:
        """Reads from the log: a start and a length to bytes."""
        disk = self._disk
        try:
            file = disk.open_to_read(self._path)
            try:
                status = disk.fstat(file)
                if (status.st_dev, status.st_ino) != self._identity:
                    raise NotWhole
                yield lambda start, size: disk.read(file, start, size)
            finally:
                disk.close(file)
        except (OSError, json_text.Refused) as error:
            raise NotWhole from error

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
            ids = self._file.ids(section)
            at = ids.find(needle)
            if at >= 0:
                return self._file.places(section)[ids.count(b"\n", 0, at)]
        return GONE

    def _in_order(self, *, deleted: bool) -> tuple[Sequence[int], set[int]]:
        """Places of entries in the order of a list, and those of them that may hold a clash."""
        section = BIN if deleted else ENTRIES.table
        places, changed = self._file.places(section), self._changed()
        if not changed:
            return places, self._clashing
        rows = [place for place, uid in zip(places, self._file.split_ids(section), strict=True) if uid not in changed]
        clashing = set(self._clashing)
        known: dict[int, tuple[bytes, str]] = {}
        new = [place for place in changed.values() if place != GONE]
        for place, (uid, line, _) in zip(new, self.fetch(new), strict=True):
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
                ((uid, line, _),) = self.fetch([place])
                found = place_of(uid, line, deleted)
                if found is None:
                    raise NotWhole
                known[place] = found[:2]
            if known[place] > new:
                low = middle + 1
            else:
                high = middle
        return low


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
