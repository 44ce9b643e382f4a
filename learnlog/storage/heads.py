"""What lists show of ten thousand entries, without decoding their texts.

The fields of a head stand first in every stored entry, in a fixed order, so a regular expression reads them off the
undecoded line. A line that looks otherwise (a title with a quotation mark, another order, an unknown word) is
decoded instead; the result is the same.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from learnlog.domain.entry import EntryHead
from learnlog.domain.values import ActivityType, Arena, Purpose, Status, Visibility
from learnlog.storage import lines
from learnlog.storage.codec import CLASHES, ENTRIES
from learnlog.storage.fields import read_moment
from learnlog.storage.lines import Doc

E = TypeVar("E", bound=StrEnum)

_TEXT = rb'"([^"\\]*)"'
_OTHER = rb"([^,]*)"
_FIELDS = (
    (b"date", _TEXT),
    (b"created_at", _OTHER),
    (b"deleted_at", _OTHER),
    (b"title", _TEXT),
    (b"arena", _TEXT),
    (b"purpose", _OTHER),
    (b"activity_type", _TEXT),
    (b"status", _TEXT),
    (b"minutes", _OTHER),
    (b"areas", rb"\[([^\]\\]*)\]"),
    (b"visibility", _TEXT),
    (b"show_in_cv", _OTHER),
    (b"clashes", rb"(\[\]|\[\{)"),
)
_read_off = re.compile(rb"\{" + b",".join(b'"%s":%s' % field for field in _FIELDS) + b"[,}]").match


def _words(members: Iterable[E], mark: bytes = b"") -> dict[bytes, E]:
    return {mark + member.value.encode() + mark: member for member in members}


_ARENAS, _TYPES, _STATUSES, _VISIBILITIES = _words(Arena), _words(ActivityType), _words(Status), _words(Visibility)
_PURPOSES: dict[bytes, Purpose | None] = {b"null": None, **_words(Purpose, b'"')}
_FLAGS = {b"true": True, b"false": False}


class HeadReader:
    """Reads heads, and remembers the days, moments and lists of areas it has met: many entries share them."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._days: dict[bytes, dt.date] = {}
        self._moments: dict[bytes, dt.datetime | None] = {b"null": None}
        self._areas: dict[bytes, tuple[str, ...]] = {b"": ()}
        self._minutes: dict[bytes, int | None] = {b"null": None}

    def read(self, stored: Iterable[tuple[str, bytes]]) -> list[EntryHead]:
        """The heads of entries.

        Args:
            stored: (id, line) pairs.
        """
        return [self._head(uid, lines.document_of(line)) for uid, line in stored]

    def _head(self, uid: str, document: bytes) -> EntryHead:
        found = _read_off(document)
        if found is None:
            return slow_head(uid, lines.from_json(document))
        date, created, deleted, title, arena, purpose, kind, status, minutes, areas, visibility, show, clashes = (
            found.groups()
        )
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
                self._moments[created] if created in self._moments else self._moment(created),
                deleted != b"null",
                clashes != b"[]",
            )
        except (KeyError, ValueError, TypeError):
            return slow_head(uid, lines.from_json(document))

    def _day(self, raw: bytes) -> dt.date:
        self._days[raw] = dt.date.fromisoformat(raw.decode())
        return self._days[raw]

    def _moment(self, raw: bytes) -> dt.datetime | None:
        self._moments[raw] = read_moment(lines.from_json(raw))
        return self._moments[raw]

    def _number(self, raw: bytes) -> int | None:
        self._minutes[raw] = ENTRIES.fields["minutes"].of(lines.from_json(raw))
        return self._minutes[raw]

    def _list(self, raw: bytes) -> tuple[str, ...]:
        self._areas[raw] = ENTRIES.fields["areas"].of(lines.from_json(b"[%s]" % raw))
        return self._areas[raw]


def slow_head(uid: str, document: Doc) -> EntryHead:
    """A head by way of the whole document; what `HeadReader` reads off must be the same."""
    values = {name: ENTRIES.read(document, name) for name in EntryHead._fields if name in ENTRIES.fields}
    deleted = ENTRIES.read(document, "deleted_at")
    clashes = ENTRIES.read(document, CLASHES)
    return EntryHead(id=uid, **values, is_deleted=deleted is not None, has_clash=bool(clashes))
