"""What lists show of ten thousand entries, without decoding their texts.

The fields of a head stand first in every stored entry, in a fixed order, so a regular expression reads them off the
undecoded line: first only what the order needs, and the rest when a head is looked at. A line that looks otherwise (in
the bin, with a clash, a title with a quotation mark, another order, an unknown word) is decoded instead; the result is
the same.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar, overload

from learnlog.domain.entry import EntryHead
from learnlog.domain.values import ActivityType, Arena, Purpose, Status, Visibility
from learnlog.storage import json_text, lines
from learnlog.storage.codec import CLASHES, ENTRIES
from learnlog.storage.json_text import Doc

E = TypeVar("E", bound=StrEnum)

_TEXT = rb'"([^"\\]*)"'
_OTHER = rb"([^,]*)"
_FIELDS = (
    (b"date", _TEXT),
    (b"created_at", rb"[^,]*"),
    (b"deleted_at", b"null"),
    (b"title", _TEXT),
    (b"arena", _TEXT),
    (b"purpose", _OTHER),
    (b"activity_type", _TEXT),
    (b"status", _TEXT),
    (b"minutes", _OTHER),
    (b"areas", rb"\[([^\]\\]*)\]"),
    (b"visibility", _TEXT),
    (b"show_in_cv", _OTHER),
    (b"clashes", rb"\[\]"),
)
_read_off = re.compile(rb"\{" + b",".join(b'"%s":%s' % field for field in _FIELDS) + b"[,}]").match
_FIRST, _NOT_IN_BIN = b'{"date":"', b',"deleted_at":null,'
_NEAR = 130
"""How far from its beginning a document says whether it lies in the bin."""
_PUT = b'"put":{"entries":{"'
NO_CLASH = b'"clashes":[]'
"""Stands in a line as its writer wrote it unless there is a clash; within a text, quotation marks are escaped."""


def _words(members: Iterable[E], mark: bytes = b"") -> dict[bytes, E]:
    return {mark + member.value.encode() + mark: member for member in members}


_ARENAS, _TYPES, _STATUSES, _VISIBILITIES = _words(Arena), _words(ActivityType), _words(Status), _words(Visibility)
_PURPOSES: dict[bytes, Purpose | None] = {b"null": None, **_words(Purpose, b'"')}
_FLAGS = {b"true": True, b"false": False}


Place = tuple[bytes, str, bytes, int]
"""Where a head is to be read: what decides its order, its id, its line, and where in that its document begins."""


class Heads(Sequence[EntryHead]):
    """Heads of entries, the newest day first and within a day what was written last; each read when looked at."""

    def __init__(self, stored: Iterable[tuple[str, bytes]], *, deleted: bool = False) -> None:
        """Put them in order.

        Args:
            stored: (id, line) pairs.
            deleted: Whether those in the bin are wanted, or the others.
        """
        places = [place for uid, line in stored if (place := place_of(uid, line, deleted))]
        places.sort(reverse=True)
        self._heads: list[Place | EntryHead] = [*places]
        self._known = Known()
        self._clashing: list[EntryHead] | None = None

    def __len__(self) -> int:
        return len(self._heads)

    @overload
    def __getitem__(self, at: int) -> EntryHead: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[EntryHead]: ...
    def __getitem__(self, at: int | slice) -> EntryHead | Sequence[EntryHead]:
        if isinstance(at, slice):
            return tuple(self._head(each) for each in range(*at.indices(len(self))) if each < len(self))
        return self._head(range(len(self))[at])

    def __iter__(self) -> Iterator[EntryHead]:
        heads, read = self._heads, self._known.head
        for at, found in enumerate(heads):
            if not isinstance(found, EntryHead):
                found = heads[at] = read(found)  # noqa: PLW2901 - read once
            yield found

    def ids(self) -> list[str]:
        """Their ids; no head is read for it."""
        return [each.id if isinstance(each, EntryHead) else each[1] for each in self._heads]

    def around(self, shown: Mapping[int, EntryHead]) -> Heads:
        """These heads, with some in the places where they have been shown already: none is shown twice, none left out.

        Args:
            shown: Place → head, as it was there.
        """
        known = {head.id for head in shown.values()}
        others = iter([each for each, uid in zip(self._heads, self.ids(), strict=True) if uid not in known])
        heads = Heads(())
        for at in range(max(shown, default=-1) + 1):
            each = shown.get(at) or next(others, None)
            if each is not None:
                heads._heads.append(each)
        heads._heads += others
        return heads

    def _head(self, at: int) -> EntryHead:
        found = self._heads[at]
        if not isinstance(found, EntryHead):
            found = self._heads[at] = self._known.head(found)
        return found

    def clashing(self) -> list[EntryHead]:
        """Those of entries of which two windows wrote different versions; the others are not even read."""
        if self._clashing is None:
            heads = enumerate(self._heads)
            doubtful = [at for at, each in heads if isinstance(each, EntryHead) or NO_CLASH not in each[2]]
            self._clashing = [head for head in map(self._head, doubtful) if head.has_clash]
        return self._clashing


def place_of(uid: str, line: bytes, deleted: bool) -> Place | None:  # noqa: FBT001 - called ten thousand times
    """Where a head stands, or None if the entry is (or is not) in the bin."""
    start = line.index(_PUT) + len(_PUT) + len(uid) + 2
    end = line.find(_NOT_IN_BIN, start, start + _NEAR)
    if end > 0 and line.startswith(_FIRST, start):
        return None if deleted else (line[start + len(_FIRST) : end], uid, line, start)
    document = lines.read_document(line)
    if (ENTRIES.read(document, "deleted_at") is not None) is not deleted:
        return None
    order = f'{document.get("date")}","created_at":"{document.get("created_at")}"'
    return order.encode(errors="replace"), uid, line, start


def telling(ids: Collection[str], least: int) -> int:
    """How many characters, at least so many, tell different ids apart."""
    width = least
    while len({uid[:width] for uid in ids}) < len(ids):
        width += 1
    return width


class Known:
    """Reads heads, and remembers the days, lists of areas and times spent it has met: many entries share them."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._days: dict[bytes, dt.date] = {}
        self._areas: dict[bytes, tuple[str, ...]] = {b"": ()}
        self._minutes: dict[bytes, int | None] = {b"null": None}

    def head(self, place: Place) -> EntryHead:
        """The head that stands there."""
        return self.read_off(*place[1:])

    def read_off(self, uid: str, line: bytes, start: int) -> EntryHead:
        """The head of a line's document, which begins somewhere in it."""
        found = _read_off(line, start)
        if found is None:
            return slow_head(uid, lines.read_document(line))
        date, title, arena, purpose, kind, status, minutes, areas, visibility, show = found.groups()
        try:
            return EntryHead(
                uid,
                self._days.get(date) or self._day(date),
                title.decode(),
                _ARENAS[arena],
                _PURPOSES[purpose],
                _TYPES[kind],
                _STATUSES[status],
                self._minutes[minutes] if minutes in self._minutes else self._number(minutes),
                self._areas[areas] if areas in self._areas else self._list(areas),
                _VISIBILITIES[visibility],
                _FLAGS[show],
            )
        except (KeyError, ValueError, TypeError):
            return slow_head(uid, lines.read_document(line))

    def _day(self, raw: bytes) -> dt.date:
        self._days[raw] = dt.date.fromisoformat(raw.decode())
        return self._days[raw]

    def _number(self, raw: bytes) -> int | None:
        self._minutes[raw] = ENTRIES.fields["minutes"].of(json_text.from_json(raw))
        return self._minutes[raw]

    def _list(self, raw: bytes) -> tuple[str, ...]:
        self._areas[raw] = ENTRIES.fields["areas"].of(json_text.from_json(b"[%s]" % raw))
        return self._areas[raw]


def slow_head(uid: str, document: Doc) -> EntryHead:
    """A head by way of the whole document; what is read off the line must be the same."""
    values = {name: ENTRIES.read(document, name) for name in EntryHead._fields if name in ENTRIES.fields}
    deleted = ENTRIES.read(document, "deleted_at")
    clashes = ENTRIES.read(document, CLASHES)
    return EntryHead(id=uid, **values, is_deleted=deleted is not None, has_clash=bool(clashes))
