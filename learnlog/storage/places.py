"""Where a document stands in the log, in one number: where its line begins, how long that is, which document of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from learnlog.storage import lines
from learnlog.storage.journal import NotWhole
from learnlog.storage.lines import Action

SIZE = 8
"""Bytes of a place."""
GONE = -1
"""The place of a document that has been deleted."""
Step = tuple[str, str, int]
"""What a line does to a document: table, id, and its place from then on."""
_START, _LENGTH, _WHICH = 30, 24, 10
"""Bits for where the line begins, for its length, and for which of its documents is meant; 0 if it has only one."""
_SHARED_MAX = 1 << 16
"""Longest line with several documents that is worth reading for one of them."""


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


def span(place: int) -> tuple[int, int]:
    """Where a place's line begins, and how long it is."""
    return place >> _LENGTH + _WHICH, place >> _WHICH & (1 << _LENGTH) - 1


class Taking:
    """Takes documents out of lines; one that is shared by several is decoded once."""

    def __init__(self) -> None:
        """Nothing has been decoded yet."""
        self._shared: dict[int, Action] = {}

    def document(self, place: int, line: bytes) -> tuple[str, str, bytes]:
        """Table, id, and a line with one document only.

        Args:
            place: Where it stands.
            line: What stands there.

        Raises:
            NotWhole: If the line is not as it was written, or not what the place says.
        """
        which, one = place & (1 << _WHICH) - 1, lines.ONE(line)
        if not lines.is_as_written(line) or (one is None) is not bool(which):
            raise NotWhole
        if one is not None:
            return one[4].decode(), one[5].decode(), line
        start, _ = span(place)
        action = self._shared[start] = self._shared.get(start) or lines.decode_action(line)
        table, uid = _documents(action)[which - 1]
        return table, uid, lines.single(action, table, uid)


def _packed(start: int, size: int, which: int) -> int:
    if start >> _START or size >> _LENGTH or which >> _WHICH or (which and size > _SHARED_MAX):
        raise NotWhole
    return (start << _LENGTH | size) << _WHICH | which


def _documents(action: Action) -> list[tuple[str, str]]:
    return [(table, uid) for table, documents in action.put.items() for uid in documents]
