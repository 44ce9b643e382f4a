"""Upkeep of the log: check it, mend what needs no choice, restore it, make it smaller."""

from __future__ import annotations

import os
from typing import NamedTuple

from learnlog.domain.clock import Clock
from learnlog.errors import CannotSaveError, NewerFormatError, RuleError, reason
from learnlog.services.findings import Finding
from learnlog.storage.locations import Locations
from learnlog.storage.store import Store
from learnlog.text import N_, Msg


class Restored(NamedTuple):
    """What a log was restored from.

    Attributes:
        name: The name of the copy.
        entries: How many entries it holds.
        copies_seen: Whether it could be told which copies there are; if not, a better one may have been passed over.
    """

    name: str
    entries: int
    copies_seen: bool


class Upkeep:
    """Look after the log and what is around it. What it needs is imported when it is asked for: that is seldom."""

    def __init__(self, store: Store, locations: Locations, clock: Clock) -> None:
        """Look after this log; nothing is read yet."""
        self._store = store
        self._locations = locations
        self._clock = clock

    def check(self) -> tuple[Finding, ...]:
        """Everything that should be known about the log; nothing is changed, and nothing raised however bad it is."""
        from learnlog.services import checks, surroundings  # noqa: PLC0415

        inside = checks.check(self._store, self._locations, self._clock)
        return (*inside, *surroundings.check(self._locations, self._clock.now().timestamp()))

    def fix(self) -> tuple[Finding, ...]:
        """Mend what needs no choice: who may read the files, what a killed learnlog left behind, the index.

        Returns:
            What a check finds afterwards.

        Raises:
            StorageError: If the log is damaged (it is restored, not mended), or something could not be mended.
        """
        from learnlog.services import surroundings  # noqa: PLC0415

        self._store.refresh()  # a damaged log is refused before it is copied
        self._store.upkeep.copy()
        self._store.upkeep.compact()
        try:
            for path in surroundings.temporary(self._locations, self._clock.now().timestamp()):
                os.unlink(path)
            for path, rights in surroundings.loose(self._locations):
                os.chmod(path, rights)
            self._store.shortcut.renew()
        except OSError as error:
            raise CannotSaveError(N_("Something could not be mended: {reason}."), reason=reason(error)) from error
        return self.check()

    def restore(self, name: str = "") -> Restored | None:
        """Put the best copy, or the one of that name, in place of a damaged log, which is set aside first.

        Args:
            name: ``lines``, ``edited``, ``prev``, or the name of a backup or its beginning; empty for the best.

        Returns:
            What it was restored from; None when there was nothing to restore.

        Raises:
            StorageError: If there is no such copy, or it could not be done; the log is as it was then.
        """
        from learnlog.storage.recovery import Recovery  # noqa: PLC0415

        recovery = Recovery(self._locations.log, self._clock)
        copies_seen = recovery.sees_copies()
        taken = recovery.restore(name)
        return Restored(taken.name, taken.entries, copies_seen) if taken else None

    def start_anew(self) -> None:
        """Begin a new, empty log in place of one that is damaged or lost. What is left of the old one is set aside.

        Raises:
            RuleError: If the log is whole: it is never given up.
            NewerFormatError: If it was made by a newer learnlog.
            StorageError: If it could not be done; the log is as it was then.
        """
        from learnlog.storage.recovery import Condition, Recovery  # noqa: PLC0415

        recovery = Recovery(self._locations.log, self._clock)
        condition = recovery.look().condition
        if condition is Condition.NEWER:
            raise NewerFormatError
        if condition not in (Condition.DAMAGED, Condition.LOST):
            raise RuleError(N_("The log is whole, so there is no reason to begin a new one."))
        recovery.start_anew()

    def read_through(self) -> tuple[Msg, ...]:
        """Read and check all of the log, of which so far only the index may have been asked.

        It is noted for the next time where things stand. When a list is to be there at once, the index will do; what is
        wrong elsewhere in the log is found here. What searching needs is imported meanwhile: saving is quicker with it.

        Returns:
            What the owner should be told quietly: what was found, and why nothing can be saved if so.

        Raises:
            StorageError: If the log is damaged, or cannot be read.
        """
        import learnlog.storage.texts  # noqa: F401, PLC0415 - takes longer than most commands

        self._store.shortcut.read_through()
        return tuple(filter(None, (*self._store.notices, self._store.read_only)))

    def compact(self, *, force: bool = False) -> bool:
        """Write the log anew without what nobody needs any more, if that is worth it.

        Args:
            force: Whether to do it even if little is gained.

        Returns:
            Whether it was done.

        Raises:
            StorageError: If it could not be done; the log is as it was then.
        """
        return self._store.upkeep.compact(force=force)
