"""The trainings that are there: everything about them that changes nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from learnlog.domain.clock import Clock
from learnlog.domain.entry import Entry
from learnlog.domain.loop import LoopFigures, figures
from learnlog.domain.training import Sharing, Training
from learnlog.errors import NotFoundError
from learnlog.services.deeds import Deeds
from learnlog.services.shelf import Shelf
from learnlog.storage.store import Store
from learnlog.storage.trainings import TRAININGS, entries_of, linked_entries
from learnlog.text import N_

Seen = Training | str
"""A training as somebody saw it, or the id of one to be taken as it is now. Given as it was seen, what another window
has changed in it since is merged, and nobody's answer is lost; given by id, it would be written over."""


class TrainingShelf(Shelf[Training]):
    """The trainings of a log, to look at and to begin something with."""

    none = N_("There is no training with that id.")
    several = N_("Several trainings have an id that begins so. Write more of it.")

    def __init__(self, store: Store, clock: Clock, deeds: Deeds) -> None:
        """Work on an opened log.

        Args:
            store: The log.
            clock: Where the time comes from.
            deeds: What was done in this window; shared with the other services, since undo takes back the last.
        """
        super().__init__(store, TRAININGS, clock, deeds, lambda training: training.title)

    # -- reading ------------------------------------------------------------------------------------------------------

    def all(self) -> tuple[Training, ...]:
        """The trainings that are not in the bin, the earliest first; those without a day last."""
        return _by_day(super().all())

    def bin(self) -> tuple[Training, ...]:
        """The trainings in the bin."""
        return _by_day(super().bin())

    def of_entry(self, entry: Entry) -> Training | None:
        """The training an entry belongs to; None when it belongs to none, or to one that is gone for good."""
        try:
            return self.get(entry.training_id) if entry.training_id else None
        except NotFoundError:
            return None

    def entries(self, training_id: str) -> tuple[Entry, ...]:
        """The entries that belong to a training, the newest first."""
        return entries_of(self._store, training_id)

    def linked(self) -> Mapping[str, Sequence[Entry]]:
        """The entries of every training that has some, by its id, the newest first."""
        return linked_entries(self._store)

    def figures(self) -> LoopFigures:
        """What the loops of all trainings have come to."""
        return figures(self.all())

    # -- blanks -------------------------------------------------------------------------------------------------------

    def blank(self) -> Training:
        """A new training with its id; nothing is saved."""
        return Training(id=self.new_id())

    def blank_sharing(self) -> Sharing:
        """Something new to share, planned, with its id; nothing is saved."""
        return Sharing(id=self.new_id())

    def blank_entry(self, training: Training) -> Entry:
        """A new entry that belongs to a training, of its last day or today; nothing is saved."""
        today = self.clock.today()
        entry = Entry(id=self.new_id(), date=min(training.last_on or today, today), title=training.title)
        return entry.of_type(training.type)._replace(areas=training.areas, training_id=training.id)

    # -- within -------------------------------------------------------------------------------------------------------

    def _seen(self, training: Seen) -> Training:
        return self.get(training) if isinstance(training, str) else training


def _by_day(trainings: tuple[Training, ...]) -> tuple[Training, ...]:
    return tuple(sorted(trainings, key=lambda each: (each.start_on or dt.date.max, each.title, each.id)))
