"""The log, opened: values to get, put, find and take back."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from learnlog.domain.clock import Clock
from learnlog.errors import NewerFormatError, RuleError
from learnlog.storage import lines
from learnlog.storage.codec import ENTRIES
from learnlog.storage.disk import Disk
from learnlog.storage.guard import Guard
from learnlog.storage.journal import Journal
from learnlog.storage.json_text import Doc
from learnlog.storage.ledger import Ledger
from learnlog.storage.lines import Header
from learnlog.storage.lock import PATIENCE
from learnlog.storage.migrations import Schema
from learnlog.storage.opening import Opening
from learnlog.storage.repository import Entries
from learnlog.storage.shortcut import Shortcut
from learnlog.text import N_, Msg

if TYPE_CHECKING:
    from learnlog.storage import merge
    from learnlog.storage.history import Change
    from learnlog.storage.upkeep import Upkeep

_DISK = Disk()
_SCHEMA = Schema()
APP = "app"
"""Who opens a log for a whole session, and so keeps copies of it."""


class Store:
    """A log. Nothing is read before something is asked for, and adding an entry reads only the file's two ends.

    Attributes:
        path: The log file, links followed.
        clock: Where the time comes from.
        ledger: The log as documents.
        entries: The entries. What there is one of, the profile for one, is in `learnlog.storage.owner`.
        shortcut: The way to what can be told without reading all of it.
    """

    def __init__(self, ledger: Ledger, disk: Disk, clock: Clock, schema: Schema) -> None:
        """Stand on a log; see `open`."""
        self._schema = schema
        self.ledger = ledger
        self.path = ledger.journal.path
        self.clock = clock
        self._disk = disk
        self._query: Any = None
        self.shortcut = Shortcut(ledger, disk, schema.version)
        self.entries = Entries(self)

    @cached_property
    def upkeep(self) -> Upkeep:
        """Copies and compaction."""
        from learnlog.storage.upkeep import Upkeep  # noqa: PLC0415 - most commands do without

        return Upkeep(self.ledger, self._disk, self.clock, self._schema)

    @classmethod
    def open(
        cls,
        path: str,
        clock: Clock,
        by: str,
        *,
        disk: Disk = _DISK,
        patience: float = PATIENCE,
        schema: Schema = _SCHEMA,
    ) -> Store:
        """Open a log; it need not be there yet.

        Args:
            path: The log file.
            clock: Where the time comes from.
            by: What opens it: ``app``, or the command's name.
            disk: The system's calls.
            patience: How long to wait for another learnlog that is saving, in seconds.
            schema: What documents look like.
        """
        journal = Journal(path, disk)
        guard = Guard(journal.path, disk, patience)
        ledger = Ledger(journal, guard, Opening(journal, guard, disk, clock, schema), clock, by)
        store = cls(ledger, disk, clock, schema)
        ledger.before_changing = lambda: store.upkeep.bring_up_to_date()  # noqa: PLW0108 - imported then
        if by == APP:
            ledger.before_saving = lambda: store.upkeep.copy_now_and_then()  # noqa: PLW0108 - so is this
        return store

    @property
    def notices(self) -> tuple[Msg, ...]:
        """What the owner should be told quietly about the opening: an unfinished last line set aside."""
        self.shortcut.ask(lambda _index: None, lambda: self.ledger.image)  # they come up while reading
        return tuple(self.ledger.opening.notices)

    @property
    def header(self) -> Header | None:
        """The log's first line; None before the first save."""

        def read() -> Header | None:
            self.ledger.image  # noqa: B018 - only then is it known
            return self.ledger.tail.header if self.ledger.tail else None

        return self.shortcut.ask(lambda index: index.header, read)

    @property
    def read_only(self) -> Msg | None:
        """Why nothing can be saved in this log; None when it can.

        Raises:
            StorageError: If the log cannot be read at all.
        """
        header = self.header
        if header and header.schema > self._schema.version:
            return Msg(NewerFormatError.default)
        if not self._disk.may_write(self.path):
            return Msg(N_("You may read this log but not change it: the file or its folder is write-protected."))
        return None

    def refresh(self) -> bool:
        """Take in what others have saved meanwhile; whether there was anything.

        Raises:
            StorageError: If the log cannot be read any more.
        """
        return self.ledger.refresh()

    def history(self, table: str, uid: str) -> tuple[Change, ...]:
        """What was done to a document, newest first."""
        from learnlog.storage import history  # noqa: PLC0415 - most commands do without

        return history.history(self.ledger.image, table, uid)

    def new_id(self) -> str:
        """A new id: 128 random bits. What it is given to can be saved without a look at the rest of the log."""
        return self.ledger.new_id()

    def transaction(self, by: str = "") -> AbstractContextManager[None]:
        """Everything saved within is one action: one line, all or nothing. Others wait meanwhile: be quick.

        Args:
            by: What does it, if it is not what opened the log.

        Raises:
            StorageError: If it could not be saved; nothing is changed then.
        """
        return self.ledger.transaction(by)

    def undo(self, action: int) -> int:
        """Take an action back, by another action; taking that one back does it again.

        Args:
            action: Its running number.

        Returns:
            The running number of the action that took it back.

        Raises:
            RuleError: If it is too long ago, or everything it did has been changed since.
            StorageError: If it could not be saved; nothing is changed then.
        """
        from learnlog.storage import history  # noqa: PLC0415 - most commands do without

        ledger = self.ledger
        with ledger.transaction():
            image = ledger.image
            history_from = ledger.tail.header.history_from if ledger.tail else 1
            before = ledger.journal.number
            for table, documents in history.inverse(image, action, history_from).items():
                ledger.change(table, documents)
        after = ledger.journal.number
        if after == before:
            raise RuleError(N_("Nothing was taken back: it has been changed again since."))
        return after

    # -- what repositories stand on -----------------------------------------------------------------------------------

    @property
    def query(self) -> Any:  # noqa: ANN401 - tinydb.TinyDB, imported late: reading a list does without
        """The log as a TinyDB."""
        if self._query is None:
            from learnlog.storage.table import tinydb_over  # noqa: PLC0415

            self._query = tinydb_over(self.ledger)
        return self._query

    def is_quick(self, uid: str) -> bool:
        """Whether a document can be put by this id without a transaction: it is fresh, and there is none."""
        return self.ledger.is_quick(uid)

    def stored(self, table: str, uid: str) -> tuple[int, Doc] | None:
        """A document as it is now, with its revision."""

        def read() -> tuple[int, Doc] | None:
            document = self.ledger.document(table, uid)
            return None if document is None else (self.ledger.revision(table, uid), document)

        return self.shortcut.ask(lambda index: index.stored(table, uid), read)

    def documents(self, table: str) -> list[tuple[str, int, Doc]]:
        """Ids, revisions and documents of a table."""
        if table == ENTRIES.table:  # all of them: nothing is quicker than reading all of the log
            return self.ledger.documents(table)
        return self.shortcut.ask(lambda index: index.documents(table), lambda: self.ledger.documents(table))

    def found(self, table: str, query: Any) -> list[tuple[str, int, Doc]]:  # noqa: ANN401 - a TinyDB query
        """Ids, revisions and documents that TinyDB finds."""
        found = self.query.table(table).search(query)
        return [(each.doc_id, self.ledger.revision(table, each.doc_id), each) for each in found]

    def state(self) -> object:
        """Something that equals itself as long as nothing is saved or taken in."""
        return self.shortcut.ask(lambda index: (index, 0), lambda: (self.ledger.image, len(self.ledger.image.actions)))

    def lines_of(self, table: str) -> list[tuple[str, bytes]]:
        """Ids and undecoded lines of a table."""
        return list(self.ledger.image.table(table).items())

    def version(self, table: str, uid: str, revision: int) -> Doc | None:
        """A document as it was put by the line of that number; None when that line is not kept any more."""
        for action in self.ledger.image.numbered(revision) if revision else ():
            if uid in action.put.get(table, {}):
                return action.put[table][uid]
        return None

    def origin(self, table: str, uid: str) -> merge.Origin:
        """Who wrote a document's present version."""
        from learnlog.storage import merge  # noqa: PLC0415 - hardly ever needed

        line = self.ledger.image.table(table).get(uid)
        return merge.Origin("", "") if line is None else merge.Origin(*lines.stamp_of(line))

    def upsert(self, table: str, uid: str, document: Doc) -> int:
        """Put a document that a codec has made, by way of TinyDB; its revision.

        Within a transaction, unless its id `is_quick`.
        """
        ledger, documents = self.ledger, self.query.table(table)
        with ledger.alone:
            if ledger.is_quick(uid):
                documents.insert(documents.sound_class(document, uid))
                return ledger.journal.number
        documents.replace(uid, document)
        return ledger.revision(table, uid)
