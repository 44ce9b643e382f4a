"""Values ↔ documents: the only place that knows what things are called on disk.

Every field is always written, in a fixed order. A field that has not been changed keeps its stored form, whatever that
is; so what a newer learnlog has written (unknown fields, unknown members of a set) comes through an older one unharmed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any, Generic, TypeVar

from learnlog.domain.entry import Entry
from learnlog.domain.values import (
    ActivityType,
    Applied,
    Arena,
    Clash,
    Component,
    KnowledgeForm,
    Purpose,
    RoleInvolved,
    Status,
    Visibility,
)
from learnlog.storage.fields import (
    ANSWERS,
    ANYTHING,
    DAY,
    FLAG,
    MOMENT,
    NOT_READABLE,
    NUMBER,
    TEXT,
    TEXTS,
    Kind,
    many,
    one_of,
    optional,
    record,
)
from learnlog.storage.json_text import Doc

V = TypeVar("V")

_NOTHING = object()
CLASHES = "clashes"
"""Stored name, in every table, of what another window wrote in fields that were also changed here."""
CLASH = record(Clash, field=TEXT, value=ANYTHING, by=TEXT, at=TEXT)
KEPT: dict[str, Kind] = {
    "created_at": optional(MOMENT),
    "updated_at": optional(MOMENT),
    "deleted_at": optional(MOMENT),
    CLASHES: many(CLASH),
}
"""What everything that is kept bears, last in its document; an entry has it elsewhere, see `HEAD`."""


class Codec(Generic[V]):
    """How one type of value is stored.

    Attributes:
        table: The table it is stored in.
        fields: Stored name, also the value's, → kind, in the order of the file.
    """

    def __init__(self, table: str, make: Callable[..., V], defaults: Doc, fields: dict[str, Kind]) -> None:
        """Declare it.

        Args:
            table: The table it is stored in.
            make: Makes a value from its fields, ``revision`` included.
            defaults: Field → what it is when it is missing or cannot be read.
            fields: Field → kind.
        """
        self.table = table
        self.fields = fields
        self._make = make
        self._defaults = {name: defaults[name] for name in fields}
        self._readers = [(name, kind.of) for name, kind in fields.items()]
        self._writers = [(name, kind.to) for name, kind in fields.items() if not kind.json]
        named: Any = make  # a named tuple, which no type says
        places = [*map(named._fields.index, fields)]
        self._parts: Callable[[Any], tuple[Any, ...]] = itemgetter(*places, places[0])  # of one alone it makes no tuple
        self._remade: Callable[[Iterable[Any]], V] = named._make

    def decode(self, document: Doc, revision: int, **identity: str) -> V:
        """The value of a document.

        Args:
            document: As stored.
            revision: Running number of its line.
            **identity: ``id``, for values that have one.
        """
        values = self._defaults | identity
        readers = self._readers
        if len(document) < len(readers):  # a shared copy leaves fields out, and an error for each takes its time
            readers = [each for each in readers if each[0] in document]
        for name, of in readers:
            try:
                values[name] = of(document[name])
            except NOT_READABLE:
                continue
        return self._make(**values, revision=revision)

    def read(self, document: Doc, name: str) -> Any:  # noqa: ANN401 - any field's value
        """One field of a document; its default when it is missing or cannot be read."""
        try:
            return self.fields[name].of(document[name])
        except NOT_READABLE:
            return self._defaults[name]

    def encode(self, value: V, stored: Doc) -> Doc:
        """The document of a value.

        Args:
            value: What to store.
            stored: The document it was read from; empty for a new one.
        """
        document: Doc = {}
        for (name, kind), part in zip(self.fields.items(), self._parts(value), strict=False):
            old = stored.get(name, _NOTHING)
            if part is old or (type(old) is str and part == old) or (type(old) is list and not old and part == ()):
                document[name] = old  # most are so, and it need not be asked how they are stored
                continue
            new = kind.to(part)
            if old is _NOTHING or (type(new) is str and new == old):
                document[name] = new
            elif new == kind.to(self.read(stored, name)):
                document[name] = old
            else:
                document[name] = kind.over(new, old)
        if not stored.keys() <= document.keys():
            document |= {name: each for name, each in stored.items() if name not in document}
        return document

    def fresh(self, value: V) -> Doc:
        """The document of a new value, in as few steps as can be: what `json_text.encoded` writes is left as it is."""
        document: Doc = dict(zip(self.fields, self._parts(value), strict=False))
        for name, to in self._writers:
            if document[name] is not None:
                document[name] = to(document[name])
        return document

    def numbered(self, value: Any, revision: int) -> V:  # noqa: ANN401 - a V, which is a named tuple
        """A value as it was saved in the line of that number: the revision is the last field of each."""
        return self._remade((*value[:-1], revision))

    def settled(self, value: Any, field: str, *, take_other: bool) -> Any:  # noqa: ANN401 - a value with clashes
        """A value without its clash in a field.

        Args:
            value: The value.
            field: The field that clashed.
            take_other: Whether the other window's version shall stand; of answers, those that differ.
        """
        clashing = [clash for clash in value.clashes if clash.field == field]
        settled = value._replace(clashes=tuple(clash for clash in value.clashes if clash.field != field))
        if not take_other or not clashing or field not in self.fields:
            return settled
        stored = self.fields[field].to(getattr(value, field))
        for clash in clashing:
            stored = _laid_over(stored, clash.value)
        return settled._replace(**{field: self.read({field: stored}, field)})


def _laid_over(stored: Any, other: Any) -> Any:  # noqa: ANN401 - any JSON
    """The other version; of objects, key by key over the stored one."""
    if not isinstance(stored, dict) or not isinstance(other, dict):
        return other
    return stored | {key: _laid_over(stored.get(key), each) for key, each in other.items()}


def defaults_of(value: type[Any], **more: object) -> Doc:
    """The defaults a value declares, and more."""
    return {**value._field_defaults, **more}


HEAD: dict[str, Kind] = {
    "date": DAY,
    "created_at": optional(MOMENT),
    "deleted_at": optional(MOMENT),
    "title": TEXT,
    "arena": one_of(Arena),
    "purpose": optional(one_of(Purpose)),
    "activity_type": one_of(ActivityType),
    "status": one_of(Status),
    "minutes": optional(NUMBER),
    "areas": TEXTS,
    "visibility": one_of(Visibility),
    "show_in_cv": FLAG,
    CLASHES: many(CLASH),
}
"""The fields a list shows, first in every entry and in this order: `learnlog.storage.heads` reads them so."""

ENTRIES: Codec[Entry] = Codec(
    "entries",
    Entry,
    defaults_of(Entry, date=dt.date(1970, 1, 1)),
    HEAD
    | {
        "updated_at": optional(MOMENT),
        "what_happened": TEXT,
        "themes": TEXTS,
        "components": many(one_of(Component)),
        "knowledge_form": optional(one_of(KnowledgeForm)),
        "roles_involved": many(one_of(RoleInvolved)),
        "prompt_set": TEXT,
        "answers": ANSWERS,
        "insight": TEXT,
        "applied": optional(one_of(Applied)),
        "evidence": TEXTS,
        "training_id": TEXT,
        "goal_ids": TEXTS,
        "action_id": TEXT,
    },
)
