"""Upkeep of the log: check it, mend what needs no choice, restore it, make it smaller."""

from __future__ import annotations

import os
from collections.abc import Iterator

from learnlog.domain.clock import Clock
from learnlog.domain.entry import Entry
from learnlog.domain.printable import show
from learnlog.errors import CannotReadError, DamagedError, InUseError, NewerFormatError
from learnlog.services import surroundings
from learnlog.services.findings import RESTORE, Finding, Severity
from learnlog.storage.locations import Locations
from learnlog.storage.store import Store
from learnlog.text import N_, Msg

__all__ = ["Finding", "Severity", "Upkeep"]


class Upkeep:
    """Look after the log and what is around it."""

    def __init__(self, store: Store, locations: Locations, clock: Clock) -> None:
        """Look after this log; nothing is read yet."""
        self._store = store
        self._locations = locations
        self._clock = clock

    def check(self) -> tuple[Finding, ...]:
        """Everything that should be known about the log; nothing is changed."""
        now = self._clock.now().timestamp()
        return (*self._log(), *surroundings.check(self._locations, now))

    def fix(self) -> tuple[Finding, ...]:
        """Mend what can be mended without a choice: who may read the files, and what a killed learnlog left behind.

        Returns:
            What a check finds afterwards.
        """
        for path in surroundings.temporary(self._locations, self._clock.now().timestamp()):
            os.unlink(path)
        for path, rights in surroundings.loose(self._locations):
            os.chmod(path, rights)
        return self.check()

    def _log(self) -> Iterator[Finding]:
        """Whether the log is whole, and what stands in it is sound."""
        try:
            notices = self._store.notices
            read_only = self._store.read_only
            entries = self._store.entries.all()
        except DamagedError as error:
            yield Finding("log.damaged", Severity.ERROR, error.message, RESTORE)
        except NewerFormatError as error:
            yield Finding("log.newer", Severity.ERROR, error.message)
        except CannotReadError as error:
            yield Finding("log.unreadable", Severity.ERROR, error.message)
        except InUseError as error:
            yield Finding("lock.busy", Severity.NOTE, error.message)
        else:
            yield from (Finding("log.torn", Severity.WARNING, notice) for notice in notices)
            if read_only:
                yield Finding("log.read_only", Severity.WARNING, read_only)
            yield from self._entries(entries)

    def _entries(self, entries: tuple[Entry, ...]) -> Iterator[Finding]:
        if not entries and not os.path.exists(self._locations.log):
            yield Finding(
                "log.none", Severity.NOTE, Msg(N_("There is no log yet. It is made when you write something."))
            )
        strange = sum(any(show(text) != text for text in entry.texts()) for entry in entries)
        if strange:
            message = Msg(
                N_("{count} entry holds control characters. They are shown as signs and do no harm."),
                plural=N_("{count} entries hold control characters. They are shown as signs and do no harm."),
                number=strange,
            )
            yield Finding("entries.control", Severity.NOTE, message)
        today = self._clock.today()
        future = sum(entry.date > today for entry in entries)
        if future:
            message = Msg(
                N_("{count} entry has a date in the future. Is this computer's clock right?"),
                plural=N_("{count} entries have dates in the future. Is this computer's clock right?"),
                number=future,
            )
            yield Finding("entries.future", Severity.WARNING, message)
        clashing = sum(bool(entry.clashes) for entry in entries)
        if clashing:
            message = Msg(
                N_("{count} entry was changed in two windows at once. Open it to choose."),
                plural=N_("{count} entries were changed in two windows at once. Open them to choose."),
                number=clashing,
            )
            yield Finding("entries.clash", Severity.NOTE, message)
        now = self._clock.now()
        if any(entry.updated_at and entry.updated_at > now for entry in entries):
            message = Msg(N_("This computer's clock is behind the latest save. Check the date and the time."))
            yield Finding("clock.behind", Severity.WARNING, message)
