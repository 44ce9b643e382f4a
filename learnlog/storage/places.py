"""Where a document stands in the log, in one number: where its line begins, how long that is, which document of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from learnlog.storage import lines
from learnlog.storage.content import NotWhole
from learnlog.storage.lines import Action

Taken = tuple[str, bytes, int]
"""An id, a line that holds this document only, and where in that the document begins."""
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


def taken(places: Sequence[int], pieces: Sequence[bytes], table: str) -> list[Taken]:
    """The documents that stand somewhere.

    Args:
        places: Where they stand.
        pieces: What stands there, as it was written.
        table: What table they all belong to.

    Raises:
        NotWhole: If something else stands there.
    """
    only = b'"docs":1,"put":{"%s":{"' % table.encode()
    shared: dict[int, Action] = {}
    found = []
    for place, line in zip(places, pieces, strict=True):
        which = place & (1 << _WHICH) - 1
        if which:
            begin, _ = span(place)
            action = shared[begin] = shared.get(begin) or lines.decode_action(line)
            found.append(_one_of_several(action, which, table))
        else:
            start = line.find(only) + len(only)
            end = line.find(b'"', start)
            if not len(only) < start < end or line[end : end + 2] != b'":':
                raise NotWhole
            found.append((line[start:end].decode(), line, end + 2))
    return found


def _one_of_several(action: Action, which: int, table: str) -> Taken:
    documents = _documents(action)
    if which > len(documents) or documents[which - 1][0] != table:
        raise NotWhole
    _, uid = documents[which - 1]
    line = lines.single(action, table, uid)
    return uid, line, len(line) - lines.TRAILER - len(lines.document_of(line))


def _packed(start: int, size: int, which: int) -> int:
    if start >> _START or size >> _LENGTH or which >> _WHICH or (which and size > _SHARED_MAX):
        raise NotWhole
    return (start << _LENGTH | size) << _WHICH | which


def _documents(action: Action) -> list[tuple[str, str]]:
    return [(table, uid) for table, documents in action.put.items() for uid in documents]
