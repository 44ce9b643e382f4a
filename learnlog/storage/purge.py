"""Erase something for good: from the log, from what it was before, and from every copy of it; then look again.

Each file is replaced all at once, the copies first and the log last, with its lock held all the while. So a kill at any
moment leaves each file as it was or as it shall be; and as long as anything is left, it can be found and erased again.

No change of this kind runs without a verified copy (a second name of the log as it was), but that copy holds what is
to be erased. So it bears the name of a temporary file, is there only until the new log has been read back from the
disk, and takes its place again if that was not as it should be. After a kill it is a leftover like any other: the next
purge takes it away, and so does the first save of a session, an hour later.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from learnlog.errors import CannotSaveError, DamagedError, InUseError, reason
from learnlog.storage import atomic, erasing
from learnlog.storage.content import NotWhole, take_apart
from learnlog.storage.disk import Disk, read_whole
from learnlog.storage.drafts import DraftFolder
from learnlog.storage.erasing import Eraser
from learnlog.storage.fields import moment_json
from learnlog.storage.holders import Holder, Holds, read
from learnlog.storage.image import Image
from learnlog.storage.json_text import Doc
from learnlog.storage.lines import Header
from learnlog.storage.locations import INDEX, Locations
from learnlog.storage.store import Store
from learnlog.storage.targets import Key, Target
from learnlog.storage.traces import Traces
from learnlog.text import N_

BY = "purge"
"""What the line is written by that an erasure may add."""
FORM_IS_OPEN = N_("What is to be erased stands in a form that is open. Save or close the form, and try again.")
_DISK = Disk()
Told = Callable[[int, int], None]
"""Is told how many files have been seen to, and of how many."""


class Survey(NamedTuple):
    """What would be erased, and from where.

    Attributes:
        keys: What in the log would be changed or go, by table and id.
        versions: How many lines of the log it stands in.
        files: How many other files of each kind it stands in.
        own: Files of the owner's it stands in, which are not changed.
        open: Whether it stands in a form that is open somewhere.
    """

    keys: frozenset[Key]
    versions: int
    files: dict[Holds, int]
    own: tuple[str, ...] = ()
    open: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to erase."""
        return not (self.versions or self.files)


class Outcome(NamedTuple):
    """What was done.

    Attributes:
        written: How many files were written anew.
        removed: How many were thrown away.
        left: Files it still stands in, though it should not.
        own: Files of the owner's it stands in, which are not changed.
        touched: What in the log was changed or is gone.
    """

    written: int
    removed: int
    left: tuple[str, ...]
    own: tuple[str, ...]
    touched: frozenset[Key]


class Purge(Traces):
    """Looks for what is to be erased, and erases it."""

    def __init__(self, store: Store, places: Locations, temporary: str, disk: Disk = _DISK) -> None:
        """Work on an opened log; the arguments are those of `Traces`."""
        super().__init__(store, places, temporary, disk)
        self._drafts = DraftFolder(places.drafts, disk)

    def survey(self, target: Target) -> Survey:
        """What would be erased; nothing is changed.

        Raises:
            StorageError: If the log or a copy of it cannot be read.
        """
        eraser = Eraser(target)
        actions = self._store.ledger.image.actions
        changed = sum(new is not old for new, old in zip(eraser.actions(actions), actions, strict=True))
        keys = frozenset(eraser.touched)
        held = [each for each in self._holders() if self._becomes(each, eraser) is not None]
        files: Counter[Holds] = Counter(each.kind for each in held if each.kind is not Holds.OWN)
        own = tuple(each.path for each in held if each.kind is Holds.OWN)
        return Survey(keys, changed, dict(files), own, any(map(self._is_open, held)))

    # -- erasing ------------------------------------------------------------------------------------------------------

    def erase(self, target: Target, told: Told = lambda _done, _all: None) -> Outcome:
        """Erase it everywhere, and look whether it is gone.

        Args:
            target: What.
            told: Is told how far it has come.

        Raises:
            InUseError: If it stands in a form that is open somewhere, or another learnlog does not let go of the log.
            NewerFormatError: If the log was made by a newer learnlog.
            DamagedError: If the log is not whole. It is restored first.
            StorageError: If a file could not be read or written. Each is as it was or as it shall be; what is left is
                found by the next try.
        """
        with self._store.transaction(BY):  # its lock is held, and it is as it is on the disk
            eraser = Eraser(target)
            actions = eraser.actions(self._store.ledger.image.actions)
            touched = frozenset(eraser.touched)
            found = self._holders()
            if any(self._is_open(each) and self._becomes(each, eraser) is not None for each in found):
                raise InUseError(FORM_IS_OPEN)
            written = removed = 0
            for place, each in enumerate(found):
                told(place, len(found) + 1)
                became = None if each.kind is Holds.OWN else self._becomes(each, eraser)
                if became is not None:
                    self._put(each, became)
                    written, removed = written + bool(became), removed + (not became)
            told(len(found), len(found) + 1)
            if actions != self._store.ledger.image.actions:
                self._rewrite(target, actions, touched)
                written += 1
            left, own = self._look_again(target)
        return Outcome(written, removed, left, own, touched)

    def _put(self, holder: Holder, data: bytes) -> None:
        """Write a file anew, or throw it away; not before it is so on the disk is anything else done."""
        try:
            if data:
                atomic.replace(holder.path, data, disk=self._disk)
                if read_whole(self._disk, holder.path) != data:
                    raise CannotSaveError(N_("A copy of the log could not be written. Try again."))
            else:
                self._disk.remove(holder.path)
                self._disk.sync_folder(os.path.dirname(holder.path))
        except FileNotFoundError:
            return  # somebody else has thrown it away
        except OSError as error:
            raise _not_everywhere(error) from error

    def _rewrite(self, target: Target, actions: list[bytes], touched: frozenset[Key]) -> None:
        """Put the new log in place of the old one, see that it is as it should be, and only then let go of the old."""
        ledger, now = self._store.ledger, moment_json(self._store.clock.now())
        kept = atomic.temporary_beside(self._log)

        def made(header: Header, _image: Image) -> tuple[Header, list[bytes]]:
            n = ledger.journal.number
            header = erasing.note(header._replace(generation=header.generation + 1), touched, n)
            return header, actions + _written_again(actions, touched, n + 1, now)

        try:
            try:
                ledger.put_in_place(made, keep=kept)
                is_right = self._is_as_it_should_be(target)
            except DamagedError:
                is_right = False
            if not is_right:
                self._disk.replace(kept, self._log)
                raise CannotSaveError(N_("The log could not be written. It is as it was; try again."))
            self._throw_away(kept)
            self._throw_away(self._log + INDEX)
            self._disk.sync_folder(os.path.dirname(self._log))
        except OSError as error:
            raise _not_everywhere(error) from error
        finally:
            self._forget(kept)

    def _is_as_it_should_be(self, target: Target) -> bool:
        """Whether the log on the disk is whole, and nothing of what was to be erased is in it."""
        try:
            content = take_apart(read_whole(self._disk, self._log))
            return Eraser(target).actions(content.actions) == content.actions
        except (NotWhole, DamagedError):
            return False

    def _look_again(self, target: Target) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Where it still stands: in files of ours, and in the owner's own."""
        eraser = Eraser(target)
        held = [each for each in self._holders() if self._becomes(each, eraser) is not None]
        left = [each.path for each in held if each.kind is not Holds.OWN]
        try:
            if self._disk.exists(self._log) and not self._is_as_it_should_be(target):
                left.insert(0, self._log)
        except OSError as error:
            raise _not_everywhere(error) from error
        return tuple(left), tuple(each.path for each in held if each.kind is Holds.OWN)

    # -- within -------------------------------------------------------------------------------------------------------

    def _becomes(self, holder: Holder, eraser: Eraser) -> bytes | None:
        """What becomes of a file: nothing at all if it is thrown away; None if nothing of it stands there."""
        data = read(holder, self._disk)
        if holder.kind in (Holds.OWN, Holds.EDITOR):
            if holder.kind is Holds.OWN and b"\0" in data:  # a picture, and no words
                return None
            return b"" if data and eraser.target.stands_in(data.decode(errors="replace")) else None
        became = eraser.copy(data) if holder.is_log else eraser.loose(data)
        if became == data:
            return None
        return b"" if holder.is_removed or not became.strip() else became

    def _is_open(self, holder: Holder) -> bool:
        return holder.kind is Holds.DRAFT and self._drafts.is_in_use(os.path.basename(holder.path))

    def _throw_away(self, path: str) -> None:
        try:
            self._disk.remove(path)
        except FileNotFoundError:
            return

    def _forget(self, path: str) -> None:
        """What is left of it is found by the next try."""
        try:
            self._disk.remove(path)
        except OSError:
            return


def _written_again(actions: list[bytes], touched: frozenset[Key], n: int, now: str) -> list[bytes]:
    """A line that puts what was masked and is still there once more, so that it has a new number.

    By it a window that had read it before is told from one that reads it as it is now.
    """
    image = Image(actions)
    put: dict[str, dict[str, Doc]] = {}
    for table, uid in sorted(touched):
        document = image.document(table, uid)
        if document is not None:
            put.setdefault(table, {})[uid] = document
    return [erasing.encoded_line({"n": n, "at": now, "by": BY, "put": put, "del": {}}, {})] if put else []


def _not_everywhere(error: OSError) -> CannotSaveError:
    """Some copies may be without it by then: never that nothing has been changed."""
    return CannotSaveError(
        N_("Not everything could be erased: {reason}. Nothing else was lost; try again."), reason=reason(error)
    )
