"""The file beside a log that tells where each document's line stands: ``log.jsonl.index``, read part by part.

It notes how things stood at one moment. It holds no text, only ids and places, and may be deleted at any time:

    {"format":"learnlog index",…,"log":"<first line of the log>","end":…,"n":…,"running":…,"sections":[…],"sum":"…"}
    places of the entries in the order of a list, then their ids; the same for the bin; the same for every other table

It counts only if its own sums are right.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from learnlog.storage import json_text, lines
from learnlog.storage.codec import ENTRIES
from learnlog.storage.content import NotWhole
from learnlog.storage.disk import Disk
from learnlog.storage.json_text import Doc
from learnlog.storage.locations import INDEX
from learnlog.storage.places import SIZE

FORMAT, VERSION = "learnlog index", 1
SUFFIX = INDEX
"""What the log's name gets."""
BIN = ENTRIES.table + "/bin"
"""Name of the part about the entries in the bin; no table is called so."""
_FRONT, FRONT_MAX = 1 << 12, 1 << 20
"""Bytes of its beginning that are read first, and its longest first line."""


class Section(NamedTuple):
    """A part of the file.

    Attributes:
        start: Where its places begin, in bytes.
        middle: Where its ids begin, each between line feeds.
        end: Where they end.
        sums: CRC-32 of its places, and of its ids.
    """

    start: int
    middle: int
    end: int
    sums: tuple[int, int]


class IndexFile:
    """An index, as far as it has been asked for.

    Attributes:
        front: Its first line.
    """

    def __init__(self, path: str, disk: Disk) -> None:
        """Read its first line.

        Args:
            path: The log it stands beside.
            disk: The system's calls.

        Raises:
            NotWhole: If there is none, or it is not as it was written.
            LookupError, TypeError, ValueError: If something is missing in it.
        """
        self._path = path + SUFFIX
        self._disk = disk
        self._parts: dict[int, bytes] = {}
        self.front, length = self._front()
        self._sections = dict(_sections(self.front["sections"], length))

    def places(self, section: str) -> Sequence[int]:
        """Where the documents of a section stand, in its order."""
        part = self._sections.get(section)
        return memoryview(self._part(part.start, part.middle, part.sums[0])).cast("Q") if part else ()

    def ids(self, section: str) -> bytes:
        """Their ids in the same order, each between line feeds."""
        part = self._sections.get(section)
        return self._part(part.middle, part.end, part.sums[1]) if part else b""

    def split_ids(self, section: str) -> list[str]:
        """Their ids one by one."""
        return self.ids(section).decode().split("\n")[1:-1]

    def check(self) -> None:
        """See that every part of it is as it was written."""
        for name in self._sections:
            self.places(name)
            self.ids(name)

    def _part(self, start: int, end: int, checked: int) -> bytes:
        """A part of the file, read and checked when first asked for."""
        found = self._parts.get(start)
        if found is None:
            found = self._read(start, end)
            if len(found) != end - start or crc32(found) != checked:
                raise NotWhole
            self._parts[start] = found
        return found

    def _front(self) -> tuple[Doc, int]:
        """The first line of the file, and its length."""
        first = self._read(0, _FRONT)
        if b"\n" not in first:
            first = self._read(0, FRONT_MAX)
        first = first[: first.find(b"\n") + 1]
        front = json_text.strict(first[:-1])
        if not lines.is_whole(first) or (front["format"], front["version"]) != (FORMAT, VERSION):
            raise NotWhole
        if front["bytes"] != sys.byteorder:
            raise NotWhole
        return front, len(first)

    def _read(self, start: int, end: int) -> bytes:
        try:
            file = self._disk.open_to_read(self._path)
            try:
                return self._disk.read(file, start, end - start)
            finally:
                self._disk.close(file)
        except OSError as error:
            raise NotWhole from error


def _sections(parts: Iterable[tuple[str, int, int, int, int]], start: int) -> Iterator[tuple[str, Section]]:
    """Where the parts of the file are."""
    for name, rows, ids, sum_of_places, sum_of_ids in parts:
        middle = start + rows * SIZE
        yield name, Section(start, middle, middle + ids, (sum_of_places, sum_of_ids))
        start = middle + ids
