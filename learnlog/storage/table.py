"""TinyDB over the log: its own tables, queries and updaters, with the log's lines underneath.

TinyDB's updaters run against a recording mapping that hands out copies and notes which documents they touched. Those
are appended to the log as one line and synced, and only then become visible; a failed save leaves no trace.

`Table._update_table` is a private name of TinyDB, which is why pyproject pins it below 5. This is the one place that
overrides it, and tests/storage/test_contract.py holds it to what TinyDB's own storages do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, Protocol

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from learnlog.storage.json_text import Doc

__all__ = ["Document", "LogStorage", "LogTable", "tinydb_over"]


class Tables(Protocol):
    """What the tables stand on: the store."""

    def table_names(self) -> list[str]:
        """Names of the tables that hold something."""

    def ids(self, table: str) -> list[str]:
        """The ids in a table, oldest first."""

    def has(self, table: str, uid: str) -> bool:
        """Whether a table holds an id; an id made in this process and not yet used needs no look at the log."""

    def document(self, table: str, uid: str) -> Doc | None:
        """A copy of a document."""

    def documents(self, table: str) -> list[tuple[str, int, Doc]]:
        """Ids, revisions and copies of all documents of a table."""

    def insert(self, table: str, uid: str, document: Doc) -> None:
        """Put a `Sound` document, as one line."""

    def change(self, table: str, changes: Mapping[str, Doc | None]) -> None:
        """Put (or with None delete) those of the documents that are not so already, as one line."""

    def new_id(self) -> str:
        """A new id."""

    @property
    def changes(self) -> int:
        """Counts whatever may have changed what is read here."""


class LogStorage(Storage):
    """The tables of a log as TinyDB's storage."""

    def __init__(self, tables: Tables) -> None:
        """Stand on these tables."""
        self.tables = tables

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables, as TinyDB's own storages give them: whole, and nobody else's copy."""
        names = self.tables.table_names()
        return {name: {uid: each for uid, _, each in self.tables.documents(name)} for name in names} or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Take over whole tables: what `TinyDB.drop_table` and `drop_tables` do; what is not in `data` is deleted."""
        for name in self.tables.table_names():
            kept = data.get(name, {})
            self.tables.change(name, {uid: None for uid in self.tables.ids(name) if uid not in kept})


class Sound(Document):
    """A new document that one of our codecs has made: it holds only what a log holds, and nothing else has its id."""


class LogTable(Table):
    """A table of the log. Ids are texts."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB lets a subclass choose; its annotations say int
    sound_class = Sound

    _seen = -1

    def insert(self, document: Mapping[str, Any]) -> int:
        """As TinyDB's, with texts for ids. One with an id of its own needs nobody to note what was touched."""
        storage: LogStorage = self._storage  # type: ignore[assignment]  # made by `tinydb_over` only
        if isinstance(document, Sound):
            storage.tables.insert(self.name, str(document.doc_id), document)
            return document.doc_id
        if not isinstance(document, Document) or storage.tables.has(self.name, str(document.doc_id)):
            return super().insert(document)
        storage.tables.change(self.name, {str(document.doc_id): dict(document)})
        return document.doc_id

    def replace(self, uid: str, document: Doc) -> None:
        """Put a document whole, whether there is one of that id or not: TinyDB's `update` leaves what is not named."""

        def put(table: MutableMapping[str, Doc]) -> None:
            table[uid] = document

        self._update_table(put)

    def search(self, cond: QueryLike) -> list[Document]:
        """Documents that fit; remembered until something changes, here or in another window."""
        storage: LogStorage = self._storage  # type: ignore[assignment]  # made by `tinydb_over` only
        if self._seen != storage.tables.changes:
            self._seen = storage.tables.changes
            self.clear_cache()
        return super().search(cond)

    def _get_next_id(self) -> str:
        storage: LogStorage = self._storage  # type: ignore[assignment]  # made by `tinydb_over` only
        return storage.tables.new_id()

    def _read_table(self) -> Mapping[str, Mapping[str, Any]]:  # type: ignore[override]  # read, never written to
        storage: LogStorage = self._storage  # type: ignore[assignment]
        return _Reading(storage.tables, self.name)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        storage: LogStorage = self._storage  # type: ignore[assignment]
        recording = Recording(storage.tables, self.name)
        updater(recording)
        if recording.touched:
            storage.tables.change(self.name, recording.touched)


class LogDB(TinyDB):
    """TinyDB with the log's tables."""

    table_class = LogTable


def tinydb_over(tables: Tables) -> TinyDB:
    """A TinyDB on a log."""
    return LogDB(tables, storage=LogStorage)


class _Reading(Mapping[str, Doc]):
    """A table to read from: every document a fresh copy."""

    def __init__(self, tables: Tables, name: str) -> None:
        self._tables = tables
        self._name = name

    def __getitem__(self, uid: str) -> Doc:
        document = self._tables.document(self._name, uid)
        if document is None:
            raise KeyError(uid)
        return document

    def __contains__(self, uid: object) -> bool:
        return isinstance(uid, str) and self._tables.has(self._name, uid)

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables.ids(self._name))

    def __len__(self) -> int:
        return len(self._tables.ids(self._name))

    def items(self) -> Any:  # noqa: ANN401 - what TinyDB walks through: all documents at once
        return [(uid, document) for uid, _, document in self._tables.documents(self._name)]


class Recording(MutableMapping[str, Doc]):
    """A table that an updater may change as it likes: it hands out copies and notes what was touched.

    Attributes:
        touched: Id → document, None for a deleted one. What has been handed out may have been changed or not.
    """

    def __init__(self, tables: Tables, name: str) -> None:
        """Nothing is read before the updater asks."""
        self._tables = tables
        self._name = name
        self.touched: dict[str, Doc | None] = {}

    # TinyDB's callers may use numbers for ids; like its JSON storage, we keep them as texts.

    def __getitem__(self, uid: str) -> Doc:
        uid = str(uid)
        document = self.touched.get(uid)
        if document is None:
            document = None if uid in self.touched else self._tables.document(self._name, uid)
            if document is None:
                raise KeyError(uid)
            self.touched[uid] = document
        return document

    def __setitem__(self, uid: str, document: Doc) -> None:
        self.touched[str(uid)] = document

    def __delitem__(self, uid: str) -> None:
        if uid not in self:
            raise KeyError(uid)
        self.touched[str(uid)] = None

    def __contains__(self, uid: object) -> bool:
        uid = str(uid)
        if uid in self.touched:
            return self.touched[uid] is not None
        return self._tables.has(self._name, uid)

    def __iter__(self) -> Iterator[str]:
        stored = self._tables.ids(self._name)
        known = set(stored)
        yield from (uid for uid in stored if self.touched.get(uid, self) is not None)
        yield from (uid for uid in list(self.touched) if uid not in known and self.touched[uid] is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)
