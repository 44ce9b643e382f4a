"""One table, as values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from learnlog.domain.entry import Entry, EntryTexts
from learnlog.errors import NotFoundError, RuleError
from learnlog.storage.codec import CLASHES, ENTRIES, Codec
from learnlog.storage.json_text import Doc
from learnlog.storage.shortcut import Shortcut
from learnlog.text import N_

if TYPE_CHECKING:
    from learnlog.storage import merge
    from learnlog.storage.heads import Heads
    from learnlog.storage.lines import Header

V = TypeVar("V")
ONLY = "only"
"""Id of the document in a table that holds just one."""


class Log(Protocol):
    """What a repository stands on: the store.

    Attributes:
        shortcut: The way to what can be told without reading all of the log.
    """

    shortcut: Shortcut

    def transaction(self, by: str = "") -> AbstractContextManager[Any]:
        """One line, all or nothing."""

    def stored(self, table: str, uid: str) -> tuple[int, Doc] | None:
        """A document as it is now, with its revision."""

    def version(self, table: str, uid: str, revision: int) -> Doc | None:
        """A document as it was put by the line of that number."""

    def origin(self, table: str, uid: str) -> merge.Origin:
        """Who wrote a document's present version."""

    def state(self) -> object:
        """Something that equals itself as long as nothing is saved or taken in."""

    def lines_of(self, table: str) -> list[tuple[str, bytes]]:
        """Ids and undecoded lines of a table."""

    def documents(self, table: str) -> list[tuple[str, int, Doc]]:
        """Ids, revisions and documents of a table."""

    def upsert(self, table: str, uid: str, document: Doc) -> int:
        """Put a document by way of TinyDB; its revision from then on."""

    def found(self, table: str, query: Any) -> list[tuple[str, int, Doc]]:  # noqa: ANN401 - a TinyDB query
        """Documents that TinyDB finds."""

    def is_quick(self, uid: str) -> bool:
        """Whether a document can be put by this id without a transaction: it is fresh, and there is none."""

    @property
    def header(self) -> Header | None:
        """The log's first line."""


class Repository(Generic[V]):
    """Values of one type, by id."""

    def __init__(self, log: Log, codec: Codec[V]) -> None:
        """Stand on a log."""
        self._log = log
        self._codec = codec
        self._table = codec.table

    def get(self, uid: str) -> V:
        """The value with this id.

        Raises:
            NotFoundError: If there is none.
        """
        stored = self._log.stored(self._table, uid)
        if stored is None:
            raise NotFoundError
        return self._codec.decode(stored[1], stored[0], id=uid)

    def find(self, beginning: str) -> V:
        """The value whose id begins so.

        Raises:
            NotFoundError: If none does, or several do.
        """
        beginning = beginning.strip().lower()
        if not beginning:
            raise NotFoundError
        fitting = self._beginning(beginning)
        if beginning in fitting:
            return self.get(beginning)
        if len(fitting) > 1:
            raise NotFoundError(N_("{count} entries have an id that begins so. Write more of it."), count=len(fitting))
        return self.get(fitting[0] if fitting else beginning)

    def all(self) -> tuple[V, ...]:
        """Every value, in the order they were first written."""
        decode = self._codec.decode
        return tuple(decode(document, n, id=uid) for uid, n, document in self._log.documents(self._table))

    def clashing(self) -> tuple[V, ...]:
        """Values that carry what another window wrote of them; most are told by their documents alone."""
        decode, documents = self._codec.decode, self._log.documents(self._table)
        return tuple(decode(document, n, id=uid) for uid, n, document in documents if document.get(CLASHES))

    def search(self, query: Any) -> tuple[V, ...]:  # noqa: ANN401 - TinyDB's queries have no common type
        """Values that fit a TinyDB query on their stored fields."""
        return tuple(self._codec.decode(doc, n, id=uid) for uid, n, doc in self._log.found(self._table, query))

    def holds(self, value: V) -> bool:
        """Whether exactly this lies in the log: saving it would change nothing but when it was saved."""
        uid: str = getattr(value, "id", ONLY)
        stored = self._log.stored(self._table, uid) if value.revision else None  # type: ignore[attr-defined]  # as below
        return stored is not None and self._decoded(uid, stored[1], stored[0]) == value

    def put(self, value: V) -> V:
        """Save a value, new or changed.

        Returns:
            The value as it now lies in the log: with what another window has changed in it meanwhile, and with its
            new revision.

        Raises:
            RuleError: If something in it has been erased for good since it was read.
            StorageError: If it could not be saved; nothing is changed then.
        """
        uid: str = getattr(value, "id", ONLY)
        if self._log.is_quick(uid):  # then nobody else can have changed it, and what is kept is what was given
            return self._codec.numbered(value, self._log.upsert(self._table, uid, self._codec.fresh(value)))
        with self._log.transaction():
            document, is_merged = self._document(uid, value)
            revision = self._log.upsert(self._table, uid, document)
            return self._decoded(uid, document, revision) if is_merged else self._codec.numbered(value, revision)

    def clashes(self, uid: str = ONLY) -> tuple[Doc, ...]:
        """What other windows wrote in fields that were changed here too, for values that do not carry it."""
        stored = self._log.stored(self._table, uid)
        found = stored[1].get(CLASHES) if stored else None
        return tuple(each for each in found if isinstance(each, dict)) if isinstance(found, list) else ()

    def _beginning(self, start: str) -> list[str]:
        """The ids that begin so."""
        return [uid for uid, _ in self._log.lines_of(self._table) if uid.startswith(start)]

    def _document(self, uid: str, value: V) -> tuple[Doc, bool]:
        """The document to store, and whether the value was merged in it with what has happened since it was read."""
        revision: int = value.revision  # type: ignore[attr-defined]  # every stored value has one
        if revision:
            self._refuse_if_erased(uid, revision)
        stored = self._log.stored(self._table, uid)
        if stored is None:
            return self._codec.encode(value, self._log.version(self._table, uid, revision) or {}), False
        now, theirs = stored
        if now == revision:
            return self._codec.encode(value, theirs), False
        from learnlog.storage import merge  # noqa: PLC0415 - hardly ever needed

        base = self._log.version(self._table, uid, revision)
        mine = self._codec.encode(value, base or {})
        merged = merge.merged(base, mine, theirs, self._log.origin(self._table, uid))
        return self._in_order(merged or mine), True

    def _refuse_if_erased(self, uid: str, revision: int) -> None:
        """What was read before something of it was erased for good would bring that back."""
        header = self._log.header
        if header is None or not header.extra:
            return
        from learnlog.storage.erasing import noted  # noqa: PLC0415 - hardly any log has lost something so

        if revision <= noted(header).until(self._table, uid):
            raise RuleError(
                N_("Something in this has been erased for good in another window. It was not saved: open it again.")
            )

    def _in_order(self, document: Doc) -> Doc:
        names = [name for name in self._codec.fields if name in document]
        return {name: document[name] for name in names} | document

    def _decoded(self, uid: str, document: Doc, revision: int) -> V:
        return self._codec.decode(document, revision, id=uid)


class Entries(Repository[Entry]):
    """The entries."""

    def __init__(self, log: Log) -> None:
        """Stand on a log."""
        super().__init__(log, ENTRIES)
        self._state: object = None
        self._heads: dict[bool, Heads] = {}

    def heads(self, *, deleted: bool = False) -> Heads:
        """What lists show of every entry, the newest first, without decoding their texts.

        Args:
            deleted: Whether those in the bin are wanted, or the others.
        """
        state = self._log.state()
        if self._state != state:
            self._state, self._heads = state, {}
        if deleted not in self._heads:
            whole = partial(self._in_full, deleted=deleted)
            self._heads[deleted] = self._log.shortcut.ask(lambda index: index.heads(whole, deleted=deleted), whole)
        return self._heads[deleted]

    def _in_full(self, *, deleted: bool) -> Heads:
        from learnlog.storage.heads import Heads  # noqa: PLC0415 - adding an entry does without

        return Heads(self._log.lines_of(self._table), deleted=deleted)

    def telling(self, least: int) -> int:
        """How many characters of an id, at least so many, tell it apart; those of an imported log may begin alike."""
        from learnlog.storage.heads import telling  # noqa: PLC0415 - adding an entry does without

        return self._log.shortcut.ask(
            lambda index: index.telling(least),
            lambda: telling([uid for uid, _ in self._log.lines_of(self._table)], least),
        )

    def _beginning(self, start: str) -> list[str]:
        whole = partial(super()._beginning, start)
        return self._log.shortcut.ask(lambda index: index.beginning(start), whole)

    def texts(self) -> Iterator[EntryTexts]:
        """What every entry can be found by, those in the bin too."""
        from learnlog.storage.texts import texts_in  # noqa: PLC0415 - a list is shown without msgspec

        whole = partial(self._log.lines_of, self._table)
        return texts_in(self._log.shortcut.ask(lambda index: index.entries(whole), whole))

    def settled(self, entry: Entry, field: str, *, take_other: bool) -> Entry:
        """An entry without its clash in a field; not saved.

        Args:
            entry: The entry.
            field: The field that clashed.
            take_other: Whether the other window's value shall stand.
        """
        settled: Entry = ENTRIES.settled(entry, field, take_other=take_other)
        return settled


class Single(Repository[V]):
    """A table with one document only: the profile, the selection."""

    def __init__(self, log: Log, codec: Codec[V], blank: Callable[[], V]) -> None:
        """Stand on a log.

        Args:
            log: The log.
            codec: How the value is stored.
            blank: Makes the value there is before the first save.
        """
        super().__init__(log, codec)
        self._blank = blank

    def get(self, uid: str = ONLY) -> V:
        """The value; a blank one before the first save."""
        stored = self._log.stored(self._table, uid)
        return self._codec.decode(stored[1], stored[0]) if stored else self._blank()

    def _decoded(self, uid: str, document: Doc, revision: int) -> V:  # noqa: ARG002 - there is only one
        return self._codec.decode(document, revision)
