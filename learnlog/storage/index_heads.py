"""Heads whose lines are fetched from the log when they are looked at: the index says where they stand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from learnlog.domain.entry import EntryHead
from learnlog.errors import StorageError
from learnlog.storage.content import NotWhole
from learnlog.storage.heads import Heads

Rows = tuple[Sequence[int], Collection[int]]
Fetch = Callable[[Sequence[int]], Sequence[tuple[str, bytes, int]]]
_FIRST, _MOST = 8, 512
"""Lines fetched at once: few for who looks at the newest only, more for who goes on."""


class IndexHeads(Heads):
    """As `Heads`, and the same heads. What turns out not to fit is read by way of the whole log, from there on.

    That may hold more or less by then. What has been looked at already stays in its place all the same.
    """

    def __init__(self, rows: Rows, fetch: Fetch, instead: Callable[[], Heads], *, deleted: bool) -> None:
        """Know where they stand.

        Args:
            rows: Places in order, and those of them that may hold a clash.
            fetch: Ids, lines, and where their documents begin; raises `NotWhole` if one is not what it should be.
            instead: The heads by way of the whole log.
            deleted: Whether these are in the bin, or the others.
        """
        super().__init__(())
        self._rows, self._doubtful = rows
        self._lines_at = fetch
        self._instead: Callable[[], Heads] | Heads = instead
        self._deleted = deleted
        self._ahead = _FIRST
        self._found: dict[int, EntryHead] = {}

    def __len__(self) -> int:
        return len(self._instead if isinstance(self._instead, Heads) else self._rows)

    def __iter__(self) -> Iterator[EntryHead]:
        at = 0
        while at < len(self):
            head = self._found.get(at)
            yield self._head(at) if head is None else head
            at += 1

    def ids(self) -> list[str]:
        """Their ids."""
        return [head.id for head in self]

    def clashing(self) -> list[EntryHead]:
        """Those of entries of which two windows wrote different versions; the others are not even read."""
        if self._clashing is None:
            doubtful = [at for at, place in enumerate(self._rows) if place in self._doubtful] if self._doubtful else []
            heads = [self._head(at) for at in doubtful if at < len(self)]
            self._clashing = [head for head in heads if head.has_clash]
        return self._instead.clashing() if isinstance(self._instead, Heads) else self._clashing

    def _head(self, at: int) -> EntryHead:
        if isinstance(self._instead, Heads):
            return self._instead[at]
        if at not in self._found:
            try:
                self._fetch(at)
            except (NotWhole, StorageError):
                self._instead = self._instead().around(self._found)
                return self._instead[at]
        return self._found[at]

    def _fetch(self, first: int) -> None:
        """Read this one and some that follow."""
        found, read = self._found, self._known.read_off
        ats = [at for at in range(first, min(first + self._ahead, len(self._rows))) if at not in found]
        self._ahead = min(self._ahead * 2, _MOST)
        for at, (uid, line, start) in zip(ats, self._lines_at([self._rows[at] for at in ats]), strict=True):
            head = read(uid, line, start)
            if head.is_deleted is not self._deleted:
                raise NotWhole
            found[at] = head
