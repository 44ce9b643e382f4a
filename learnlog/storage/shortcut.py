"""The way to what an index can tell, for as long as the log has not been read whole anyway."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, TypeVar

from learnlog.errors import StorageError
from learnlog.storage.content import NotWhole, Tail
from learnlog.storage.disk import Disk
from learnlog.storage.json_text import Doc
from learnlog.storage.ledger import Ledger
from learnlog.storage.lines import Header

if TYPE_CHECKING:
    from learnlog.storage.heads import Heads

T = TypeVar("T")


class Knowing(Protocol):
    """What an index can be asked: see `learnlog.storage.index`. It raises `NotWhole` when only the log can tell."""

    header: Header
    tail: Tail

    def stored(self, table: str, uid: str) -> tuple[int, Doc] | None:
        """A document with its revision."""

    def documents(self, table: str) -> list[tuple[str, int, Doc]]:
        """Ids, revisions and documents of a table other than the entries'."""

    def beginning(self, start: str) -> list[str]:
        """The ids of entries that begin so."""

    def telling(self, least: int) -> int:
        """How many characters of an entry's id tell it apart."""

    def heads(self, instead: Callable[[], Heads], *, deleted: bool) -> Heads:
        """What lists show of every entry."""

    def entries(self, instead: Callable[[], Iterable[tuple[str, bytes]]]) -> Iterator[tuple[str, bytes]]:
        """Ids and undecoded lines of all entries."""


class Shortcut:
    """Asks the index of a log, or the whole log where that cannot tell."""

    def __init__(self, ledger: Ledger, disk: Disk, schema: int) -> None:
        """Nothing is read yet.

        Args:
            ledger: The log.
            disk: The system's calls.
            schema: Version of what documents look like now.
        """
        self._ledger = ledger
        self._disk = disk
        self._schema = schema
        self._index: Knowing | None = None
        self._opened_at = -1

    def ask(self, quick: Callable[[Knowing], T], whole: Callable[[], T]) -> T:
        """Ask the index, or the whole log.

        Args:
            quick: What to ask the index.
            whole: How to find the same by way of the whole log.
        """
        index = self._present()
        if index is not None:
            try:
                return quick(index)
            except (NotWhole, StorageError):
                self._index = None
        return whole()

    def keep(self) -> None:
        """Write the index anew if the log has been read whole, and much of it would be new to an index.

        It is a help and nothing more: what cannot be done is left.
        """
        if not self._ledger.unread:
            from learnlog.storage.indexing import keep  # noqa: PLC0415 - hardly ever needed

            keep(self._ledger, self._disk, self._schema)

    def fit(self) -> str:
        """How the index fits the log: a `learnlog.storage.indexing.Fit`."""
        from learnlog.storage.indexing import fit_of  # noqa: PLC0415 - asked by the doctor only

        return fit_of(self._ledger.journal.path, self._disk, self._schema)

    def renew(self) -> None:
        """Make the index anew.

        Raises:
            OSError: If the old one cannot be deleted.
        """
        from learnlog.storage.indexing import renew  # noqa: PLC0415 - as above

        renew(self._ledger.journal.path, self._disk, self._schema, self._ledger.guard.remembered())
        self._index, self._opened_at = None, -1

    def read_through(self) -> None:
        """Read and check all of the log, and see that it has an index. A long one is not kept in memory for it.

        Raises:
            StorageError: If the log is damaged, or cannot be read.
        """
        ledger, disk = self._ledger, self._disk
        if ledger.unread:
            from learnlog.storage.indexing import read_through  # noqa: PLC0415 - the first list does without

            try:
                with ledger.alone:  # nobody saves meanwhile
                    if ledger.unread:
                        mark = ledger.guard.remembered()
                        tail = read_through(ledger.journal.path, disk, self._schema, mark)
                        ledger.journal.tail = ledger.tail or tail  # what has come since is for `refresh` to tell
            except NotWhole:
                pass  # what is wrong, if anything is, is told of by who reads it whole
            else:
                self._opened_at = self._opened_at if self._index else -1  # there is an index now
                return
        ledger.image  # noqa: B018 - reads it
        self.keep()

    def _present(self) -> Knowing | None:
        """The index, as long as it is of use: opened anew after whatever has been saved here."""
        ledger = self._ledger
        if not ledger.unread:
            self._index = None
            return None
        if self._opened_at != ledger.changes:
            from learnlog.storage.index import Index  # noqa: PLC0415 - adding an entry must not wait for it

            self._opened_at = ledger.changes
            try:
                mark = ledger.guard.remembered()  # before the log, which others may be adding to
                self._index = Index(ledger.journal.path, self._disk, self._schema, mark)
                self._see(self._index.tail)
            except NotWhole:
                self._index = None
        return self._index

    def _see(self, tail: Tail) -> None:
        """Note how far the log had come when it was first looked at: what others add from then on is news."""
        ledger = self._ledger
        if ledger.alone.acquire(blocking=False):  # otherwise somebody is saving here, and sees it better
            try:
                if ledger.unread:
                    ledger.journal.tail = ledger.tail or tail
            finally:
                ledger.alone.release()
