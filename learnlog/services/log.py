"""The learning log: write, find, change, delete and get back what one has learned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from learnlog.domain.clock import Clock
from learnlog.domain.entry import Entry, EntryHead, captured
from learnlog.services.deeds import Deed, Deeds
from learnlog.services.search import SearchIndex
from learnlog.storage.store import Store
from learnlog.text import N_, Msg

if TYPE_CHECKING:
    from learnlog.storage.history import Change

__all__ = ["Change", "Deed", "LearningLog"]


class LearningLog:
    """What the owner can do with entries. Every method that changes something is one line in the log.

    Attributes:
        clock: Where the time comes from.
        telling: How many characters of an id, at least so many, tell it apart from those of all other entries.
        texts: What is searched in; tells whether it has been read.
    """

    def __init__(self, store: Store, clock: Clock, deeds: Deeds) -> None:
        """Work on an opened log.

        Args:
            store: The log.
            clock: Where the time comes from.
            deeds: What was done in this window; shared with the other services, since undo takes back the last.
        """
        self.clock = clock
        self.telling = store.entries.telling
        self._store = store
        self.texts = SearchIndex(store.entries)
        self._deeds = deeds

    # -- reading ------------------------------------------------------------------------------------------------------

    @property
    def read_only(self) -> Msg | None:
        """Why nothing can be saved in this log; None if it can."""
        return self._store.read_only

    @property
    def notices(self) -> tuple[Msg, ...]:
        """What the owner should be told quietly about the log."""
        return self._store.notices

    def heads(self) -> Sequence[EntryHead]:
        """The entries that are not in the bin, newest first; without their long texts, each read when looked at."""
        return self._store.entries.heads()

    def bin(self) -> Sequence[EntryHead]:
        """The entries in the bin, newest first."""
        return self._store.entries.heads(deleted=True)

    def clashing(self) -> Sequence[EntryHead]:
        """Entries of which two windows wrote different versions, and the owner has not chosen yet."""
        return self._store.entries.heads().clashing()

    def get(self, entry_id: str) -> Entry:
        """The whole entry.

        Raises:
            NotFoundError: If there is none with that id.
        """
        return self._store.entries.get(entry_id)

    def find(self, beginning: str) -> Entry:
        """The entry whose id begins so.

        Raises:
            NotFoundError: If none does, or several do.
        """
        return self._store.entries.find(beginning)

    def matching(self, text: str) -> set[str]:
        """Ids of the entries in which every word of the text occurs, wherever it stands in them.

        The first call reads all texts, and so does the first after others have saved: where keys must not wait, ask for
        the empty text in a thread until `texts.is_ready`.
        """
        return self.texts.matching(text)

    def history(self, entry_id: str) -> tuple[Change, ...]:
        """What was changed in an entry, when, and by what; newest first."""
        return self._store.history("entries", entry_id)

    # -- writing ------------------------------------------------------------------------------------------------------

    def blank(self) -> Entry:
        """A new entry of today, with its id; nothing is saved."""
        return Entry(id=self._store.new_id(), date=self.clock.today())

    def duplicate(self, entry_id: str) -> Entry:
        """A new, unsaved draft of today with the content of another entry, for what happens again and again.

        The insight is left for the owner to write anew; clashes and the links to a training and an action stay behind.
        """
        blank = self.blank()
        return self.get(entry_id)._replace(
            id=blank.id,
            date=blank.date,
            created_at=None,
            updated_at=None,
            insight="",
            applied=None,
            status=blank.status,
            show_in_cv=False,
            training_id="",
            action_id="",
            deleted_at=None,
            clashes=(),
            revision=0,
        )

    def capture(self, sentence: str) -> Entry:
        """Save one typed line as a draft of today.

        Raises:
            InvalidInputError: If the line is blank.
            StorageError: If it could not be saved; nothing is changed then.
        """
        return self.save(captured(self.blank(), sentence))

    def save(self, entry: Entry) -> Entry:
        """Save a new or changed entry. One in which nothing was changed is no line in the log, and no deed.

        Returns:
            The entry as it now lies in the log; if another window had changed other fields meanwhile, with those too.

        Raises:
            InvalidInputError: With every problem, by field.
            StorageError: If it could not be saved; nothing is changed then.
        """
        entry = entry.revised(today=self.clock.today())
        return self._put(entry, N_("Saved: {title}"))

    def delete(self, entry_id: str) -> Entry:
        """Move an entry to the bin, where it stays for thirty days."""
        return self._put(self.get(entry_id)._replace(deleted_at=self.clock.now()), N_("Deleted: {title}"))

    def restore(self, entry_id: str) -> Entry:
        """Take an entry back from the bin."""
        return self._put(self.get(entry_id)._replace(deleted_at=None), N_("Restored: {title}"))

    def settle(self, entry_id: str, field: str, *, take_other: bool) -> Entry:
        """Choose between the two versions of a field that two windows wrote at the same time.

        Args:
            entry_id: The entry.
            field: Name of the field.
            take_other: Whether the other window's version shall stand; otherwise the present one stays.
        """
        entry = self._store.entries.settled(self.get(entry_id), field, take_other=take_other)
        return self._put(entry, N_("Saved: {title}"))

    # -- undo ---------------------------------------------------------------------------------------------------------

    def undo(self) -> Msg | None:
        """Take back the last thing done in this window.

        Returns:
            What was taken back, or None when there is nothing left to undo.
        """
        self.texts.forget()
        return self._deeds.undo()

    def redo(self) -> Msg | None:
        """Do again what was last taken back; None when there is nothing."""
        self.texts.forget()
        return self._deeds.redo()

    def refresh(self) -> bool:
        """Take in what others have saved in the same log meanwhile; whether there was anything."""
        changed = self._store.refresh()
        if changed:
            self.texts.forget()
        return changed

    # -- within -------------------------------------------------------------------------------------------------------

    def _put(self, entry: Entry, done: str) -> Entry:
        if self._store.entries.holds(entry):
            return entry
        now = self.clock.now()
        saved = self._store.entries.put(entry._replace(created_at=entry.created_at or now, updated_at=now))
        self.texts.take(saved)
        self._deeds.remember(Deed(saved.revision, Msg(done, {"title": saved.title})))
        return saved
