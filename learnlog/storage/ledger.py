"""The log as tables of documents: read when first asked for, saved one action a line, other windows' work taken in."""

from __future__ import annotations

import os
from _thread import RLock, get_ident
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from learnlog.domain.clock import Clock
from learnlog.errors import CannotSaveError, NewerFormatError
from learnlog.storage import json_text, lines
from learnlog.storage.content import NotWhole, Tail
from learnlog.storage.fields import moment_json
from learnlog.storage.guard import Guard, cannot_save
from learnlog.storage.image import Image
from learnlog.storage.journal import Journal
from learnlog.storage.json_text import Doc
from learnlog.storage.lines import Action, Header
from learnlog.storage.opening import Opening
from learnlog.text import N_

Changes = dict[str, dict[str, Doc | None]]
"""Table → id → document; None for one that is deleted."""


Rewriting = Callable[[Header, Image], tuple[Header, list[bytes]]]
"""Makes a log's next generation."""


class Ledger:
    """Documents of an opened log, and the one way to change them.

    Attributes:
        opening: How the log is read; holds the notices.
        journal: The file.
        guard: Its lock.
        before_saving: Called with the lock held, before a log that is there already is written to.
        changes: Counts whatever may have changed what is read here.
        alone: Held, with `with`, while nobody else here may read or save.
        fresh: Ids that were made in this process and have not been used yet.
        before_changing: Called with the lock held, before a log of an older form is written to.
    """

    def __init__(self, journal: Journal, guard: Guard, opening: Opening, clock: Clock, by: str) -> None:
        """Know the file; nothing is read before something is asked for."""
        self.journal = journal
        self.guard = guard
        self.opening = opening
        self.before_saving: Callable[[], None] | None = None
        self.before_changing: Callable[[], None] | None = None
        self._clock = clock
        self._by = by
        self._schema = opening.schema
        self.alone = RLock()
        self._image: Image | None = None
        self._untouched = True
        self._pending: Changes | None = None
        self._writer = 0
        self.fresh: set[str] = set()
        self.changes = 0

    # -- reading ------------------------------------------------------------------------------------------------------

    @property
    def image(self) -> Image:
        """The whole log in memory, read at the first call."""
        image = self._image
        if image is None:
            with self.alone:
                self._untouched = False
                image = self._image = self._image or self.opening.read()
        return image

    @property
    def unread(self) -> bool:
        """Whether the log has not been read yet, nor is being saved: then its index may do."""
        return self._untouched and self._pending is None

    @property
    def tail(self) -> Tail | None:
        """Where the log ended when last seen; None before its first save."""
        return self.journal.tail

    def refresh(self) -> bool:
        """Take in what others have saved meanwhile; whether there was anything. While one saves here, not now.

        Raises:
            StorageError: If the log cannot be read any more. What was read before can still be looked at then.
        """
        if not self.alone.acquire(blocking=False):
            return False
        try:
            image = self._image
            if image is None and not (self._untouched and self.tail):
                return self.image is not None
            if not self.journal.has_changed():
                return False
            self.changes += 1
            if image is None:
                self.journal.peek(self.guard.remembered())
                return True
            news = self.journal.news() if self.journal.size() else None  # a log that is gone is looked for below
            if news is not None:
                image.take(news)
                return bool(news)
        except (NotWhole, json_text.Refused):
            pass  # looked at closely below
        finally:
            self.alone.release()
        self._image = None
        try:
            return self.image is not image
        finally:
            self._image = self._image or image

    def new_id(self) -> str:
        """A new id: 128 random bits. What it is given to can be saved without a look at the rest of the log."""
        uid = os.urandom(16).hex()
        self.fresh.add(uid)
        return uid

    def table_names(self) -> list[str]:
        """Names of the tables that hold something."""
        return [name for name in dict.fromkeys([*self.image.tables, *self._visible()]) if self.ids(name)]

    def ids(self, table: str) -> list[str]:
        """The ids in a table, oldest first."""
        stored = list(self.image.table(table))
        pending = self._visible().get(table)
        if not pending:
            return stored
        known = set(stored)
        ids = [uid for uid in stored if pending.get(uid, self) is not None]
        return ids + [uid for uid, document in pending.items() if uid not in known and document is not None]

    def has(self, table: str, uid: str) -> bool:
        """Whether a table holds an id; one made in this process and not yet used needs no look at the log."""
        pending = self._visible().get(table, {})
        if uid in pending:
            return pending[uid] is not None
        return uid not in self.fresh and uid in self.image.table(table)

    def document(self, table: str, uid: str) -> Doc | None:
        """A copy of a document; None when there is none."""
        pending = self._visible().get(table, {})
        if uid in pending:
            document = pending[uid]
            return None if document is None else json_text.copied(document)
        return None if uid in self.fresh else self.image.document(table, uid)

    def documents(self, table: str) -> list[tuple[str, int, Doc]]:
        """Ids, revisions and copies of all documents of a table."""
        image = self.image
        if not self._visible().get(table):
            return image.documents(table)
        found = ((uid, self.document(table, uid)) for uid in self.ids(table))
        return [(uid, image.revision(table, uid), document) for uid, document in found if document is not None]

    # -- writing ------------------------------------------------------------------------------------------------------

    @contextmanager
    def transaction(self, by: str = "") -> Iterator[None]:
        """Everything changed within is one action: one line, all or nothing. Others wait meanwhile: be quick.

        Args:
            by: What does it, if it is not what opened the log.
        """
        with self.alone:
            if self._pending is not None:
                yield
                return
            with self.guard:
                self._catch_up()
                self._pending, self._writer = {}, get_ident()
                try:
                    yield
                    pending = self._pending
                finally:
                    self._pending = None
                    self.changes += 1
                put, gone = _parted(pending)
                if put or gone:
                    now = moment_json(self._clock.now())
                    action = Action(self.journal.number + 1, now, by or self._by, put, gone)
                    line = self._append(lines.encode_action(action))
                    if self._image is not None:
                        self._image.take([line])
                    for documents in pending.values():
                        self.fresh.difference_update(documents)

    def is_quick(self, uid: str) -> bool:
        """Whether a document can be inserted by this id without a look at the log: it is fresh, and nothing waits."""
        return uid in self.fresh and self._pending is None

    def insert(self, table: str, uid: str, document: Doc) -> None:
        """Put a document that a codec has made, by an id that `is_quick`: what nearly every save does, the short way.

        Nothing can be there that it would have to be compared with, and what it holds need not be looked at.
        """
        with self.alone:
            with self.guard:
                self._catch_up()
                now = self._clock.now()
                line = self._append(lines.encode_one(self.journal.number + 1, now, self._by, (table, uid), document))
            if self._image is not None:
                self._image.take_one(line, table, uid)
            self.fresh.discard(uid)

    def change(self, table: str, changes: Mapping[str, Doc | None]) -> None:
        """Put (or with None delete) documents, within the action under way or as one of their own.

        Raises:
            CannotSaveError: If one holds what a log cannot hold.
        """
        if self._pending is None or self._writer != get_ident():
            with self.transaction():
                self.change(table, changes)
            return
        differing = {uid: document for uid, document in changes.items() if _differs(self, table, uid, document)}
        for document in differing.values():
            json_text.check_storable(document)
        pending = self._pending.setdefault(table, {})
        for uid in changes.keys() - differing.keys():
            pending.pop(uid, None)  # it is again as it was before the action
        pending.update(differing)
        self.changes += 1

    def revision(self, table: str, uid: str) -> int:
        """The running number a document has, or will have when the action under way is saved."""
        if uid in self._visible().get(table, {}):
            return self.journal.number + 1
        return self.image.revision(table, uid)

    def rewrite(self, make: Rewriting, keep: str = "") -> None:
        """Put a log made from this one in its place, all at once.

        Args:
            make: (header, lines in memory) → the new file's header and lines.
            keep: A name the present file keeps, if it is to be kept.

        Raises:
            StorageError: If it cannot be done; the log is as it was.
        """
        with self.alone, self.guard:
            self._catch_up()
            self.put_in_place(make, keep)

    def put_in_place(self, make: Rewriting, keep: str = "") -> None:
        """What `rewrite` does; the lock is held, and the log is as it was last seen."""
        image = self.image
        if self.tail is None:
            return
        try:
            content = self.journal.rewrite(*make(self.tail.header, image), keep=keep)
        except OSError as error:
            raise cannot_save(error) from error
        except NotWhole as error:  # the disk gives back something else than was written, if it was written at all
            self._image = None
            self.image  # noqa: B018 - looks closer, and says what is wrong
            raise CannotSaveError(N_("The log could not be written. It is as it was; try again.")) from error
        self.guard.remember(content.tail)
        self._image = Image(content.actions)

    # -- within -------------------------------------------------------------------------------------------------------

    def _visible(self) -> Changes:
        """What the action under way has changed, for the thread that does it."""
        return self._pending if self._pending and self._writer == get_ident() else {}

    def _catch_up(self) -> None:
        """With the lock held: see the file as it is now; an older one is rewritten in today's form first."""
        try:
            self.journal.settle_doubt()
        except OSError as error:
            raise cannot_save(error) from error
        if self._image is not None:
            if self.journal.has_changed():
                self.refresh()
        elif not self.journal.size():
            self.image  # noqa: B018 - looks whether there should have been a log
        else:
            try:
                self.journal.peek(self.guard.remembered())
            except NotWhole:
                self.image  # noqa: B018 - looks closer
        tail = self.journal.tail
        schema = tail.header.schema if tail else self._schema.version
        if schema > self._schema.version:
            raise NewerFormatError
        if schema < self._schema.version and self.before_changing:
            self.before_changing()

    def _append(self, body: bytes) -> bytes:
        """Append one line, and wait until it is on the disk. The lock is held."""
        journal = self.journal
        tail = journal.tail
        if tail and self.before_saving:
            self.before_saving()
        try:
            if tail is None:
                journal.create(Header(os.urandom(16).hex()))
                self.guard.mark()
            line = journal.append(body)
        except OSError as error:
            raise cannot_save(error) from error
        self.guard.remember(journal.tail)
        self.changes += 1
        return line


def _differs(ledger: Ledger, table: str, uid: str, document: Doc | None) -> bool:
    """Whether a document is not what the log holds, told from its undecoded line."""
    if uid in ledger.fresh:
        return document is not None
    line = ledger.image.table(table).get(uid)
    if line is None or document is None:
        return bool(line) or document is not None
    return lines.document_of(line) != json_text.encoded(document)


def _parted(pending: Changes) -> tuple[dict[str, dict[str, Doc]], dict[str, list[str]]]:
    """What is to be put and what to be deleted, by table."""
    put: dict[str, dict[str, Doc]] = {}
    gone: dict[str, list[str]] = {}
    for table, documents in pending.items():
        for uid, document in documents.items():
            if document is None:
                gone.setdefault(table, []).append(uid)
            else:
                put.setdefault(table, {})[uid] = document
    return put, gone
