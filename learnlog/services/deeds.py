"""What was done in this window, to be taken back or done again."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from learnlog.storage.store import Store
from learnlog.text import Msg


class Deed(NamedTuple):
    """Something done in this window: the log's line, and what to call it."""

    action: int
    message: Msg


class Deeds:
    """Takes deeds back one by one, the latest first, and does them again; each is an ordinary save."""

    def __init__(self, store: Store) -> None:
        """Nothing has been done yet."""
        self._store = store
        self._done: list[Deed] = []
        self._undone: list[Deed] = []

    @property
    def latest(self) -> int:
        """The log's line of the last deed; 0 when there is none."""
        return self._done[-1].action if self._done else 0

    def remember(self, deed: Deed) -> None:
        """Note what was done. What had been taken back before can no longer be done again.

        Several things saved together are one line of the log, and one deed: it goes by the name of the last.
        """
        if self._done and self._done[-1].action == deed.action:
            self._done.pop()
        self._done.append(deed)
        self._undone.clear()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Everything saved within is one line of the log and one deed; if it cannot be saved, none was done.

        Raises:
            StorageError: If it could not be saved; nothing is changed then.
        """
        before = self._done[:], self._undone[:]
        saved = False
        try:
            with self._store.transaction():
                yield
            saved = True
        finally:
            if not saved:
                self._done, self._undone = before

    def undo(self) -> Msg | None:
        """Take back the last deed; what it was, or None when there is nothing left.

        Raises:
            RuleError: If what it did has been changed since.
            StorageError: If it could not be saved; nothing is changed then.
        """
        return self._move(self._done, self._undone)

    def redo(self) -> Msg | None:
        """Do again what was last taken back; None when there is nothing. Raises what `undo` raises."""
        return self._move(self._undone, self._done)

    def _move(self, source: list[Deed], target: list[Deed]) -> Msg | None:
        while source and self._is_erased(source[-1]):
            source.pop()
        if not source:
            return None
        deed = source[-1]
        number = self._store.undo(deed.action)
        source.pop()
        target.append(deed._replace(action=number))
        return deed.message

    def _is_erased(self, deed: Deed) -> bool:
        """Whether something of it has been erased for good, in this window or another: then nothing tells of it."""
        header = self._store.header
        if header is None or not header.extra:
            return False
        from learnlog.storage.erasing import took_from  # noqa: PLC0415 - hardly any log has lost something so

        return took_from(header, self._store.ledger.image, deed.action)
