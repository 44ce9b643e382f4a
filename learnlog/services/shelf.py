"""Values of one kind in the log, as a user meets them: looked up, saved, put in the bin and taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from learnlog.domain.clock import Clock
from learnlog.errors import NotFoundError
from learnlog.services.deeds import Deed, Deeds
from learnlog.storage.codec import Codec
from learnlog.storage.repository import Repository
from learnlog.storage.store import Store
from learnlog.text import N_, Msg

if TYPE_CHECKING:
    from learnlog.storage.history import Change

V = TypeVar("V", bound=Any)
"""A value with `id`, `revision`, the stamps (`created_at`, `updated_at`, `deleted_at`), `clashes` and `revised`."""


class Shelf(Generic[V]):
    """The values of one table. Every method that changes something is one line in the log.

    Attributes:
        none: English sentence for an id that there is not.
        several: English sentence for the beginning of an id that fits several.
        saved: What was done when one was saved, in English.
        deleted: The same when one was put in the bin.
        restored: The same when one was taken back from there.
    """

    none = N_("There is nothing with that id.")
    several = N_("Several have an id that begins so. Write more of it.")
    saved = N_("Saved: {title}")
    deleted = N_("Deleted: {title}")
    restored = N_("Restored: {title}")

    def __init__(self, store: Store, codec: Codec[V], clock: Clock, deeds: Deeds, name: Callable[[V], str]) -> None:
        """Work on a table of an opened log.

        Args:
            store: The log.
            codec: How the values are stored, and in which table.
            clock: Where the time comes from.
            deeds: What was done in this window; shared with the other services, since undo takes back the last.
            name: What to call a value when it is told that it was saved.
        """
        self.clock = clock
        self._store = store
        self._codec = codec
        self._repository: Repository[V] = Repository(store, codec)
        self._deeds = deeds
        self._name = name

    def all(self) -> tuple[V, ...]:
        """Those that are not in the bin, in the order they were first written."""
        return tuple(each for each in self._repository.all() if each.deleted_at is None)

    def bin(self) -> tuple[V, ...]:
        """Those in the bin."""
        return tuple(each for each in self._repository.all() if each.deleted_at is not None)

    def clashing(self) -> tuple[V, ...]:
        """Those of which two windows wrote different versions, and the owner has not chosen yet."""
        return tuple(each for each in self._repository.clashing() if each.clashes and each.deleted_at is None)

    def get(self, uid: str) -> V:
        """The value with this id.

        Raises:
            NotFoundError: If there is none.
        """
        try:
            return self._repository.get(uid)
        except NotFoundError as error:
            raise NotFoundError(self.none) from error

    def find(self, beginning: str) -> V:
        """The value whose id begins so.

        Raises:
            NotFoundError: If none does, or several do.
        """
        try:
            return self._repository.find(beginning)
        except NotFoundError as error:
            raise NotFoundError(self.several if error.message.values else self.none) from error

    def new_id(self) -> str:
        """An id for a new value; nothing is saved."""
        return self._store.new_id()

    def save(self, value: V, done: str = "") -> V:
        """Save a new or changed value, checked as its kind is. Where nothing was changed, the log gets no line.

        Args:
            value: As it was read, with what has been changed in it: another window's changes are merged.
            done: What was done, for undo; that it was saved by default.

        Returns:
            The value as it now lies in the log.

        Raises:
            InvalidInputError: With every problem, by field.
            RuleError: If a rule of its kind is against it.
            StorageError: If it could not be saved; nothing is changed then.
        """
        return self._put(self.checked(value), done or self.saved)

    def checked(self, value: V) -> V:
        """A value as it is kept, or why it cannot be; nothing is saved."""
        kept: V = value.revised()
        return kept

    def delete(self, value: V, at: dt.datetime | None = None) -> V:
        """Put a value in the bin; now, or at the moment at which something else goes there with it."""
        return self._put(value._replace(deleted_at=at or self.clock.now()), self.deleted)

    def restore(self, value: V) -> V:
        """Take a value back from the bin."""
        return self._put(value._replace(deleted_at=None), self.restored)

    def settle(self, value: V, field: str, *, take_other: bool) -> V:
        """Choose between the two versions of a field that two windows wrote at the same time.

        Args:
            value: The value.
            field: Name of the field.
            take_other: Whether the other window's version shall stand; otherwise the present one stays.
        """
        settled: V = self._codec.settled(value, field, take_other=take_other)
        return self._put(settled, self.saved)

    def history(self, uid: str) -> tuple[Change, ...]:
        """What was changed in a value, when, and by what; newest first."""
        return self._store.history(self._codec.table, uid)

    def _put(self, value: V, done: str) -> V:
        """Save a value as it is; `save` may look at it first."""
        if self._repository.holds(value):
            return value
        now = self.clock.now()
        saved = self._repository.put(value._replace(created_at=value.created_at or now, updated_at=now))
        self._deeds.remember(Deed(saved.revision, Msg(done, {"title": self._name(saved)})))
        return saved
