"""What is due, of everything there is, and putting it off."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

from learnlog.domain.clock import Clock
from learnlog.domain.due import SOON, Due, Matters, due
from learnlog.domain.goal import Action, Goal
from learnlog.domain.talk import Talk
from learnlog.domain.training import Training
from learnlog.errors import InvalidInputError
from learnlog.services.deeds import Deed, Deeds
from learnlog.storage.owner import profile_of
from learnlog.storage.plan import ACTIONS, GOALS, TALKS
from learnlog.storage.repository import Repository
from learnlog.storage.store import Store
from learnlog.storage.trainings import Snooze, snoozes_of, trainings_of
from learnlog.text import N_, Msg

if TYPE_CHECKING:
    from learnlog.domain.comment import Comment

V = TypeVar("V", Training, Goal, Action, Talk)


class Reminders:
    """What waits for the owner.

    Attributes:
        clock: Where the time comes from.
    """

    def __init__(self, store: Store, clock: Clock, deeds: Deeds) -> None:
        """Work on an opened log.

        Args:
            store: The log.
            clock: Where the time comes from.
            deeds: What was done in this window; shared with the other services, since undo takes back the last.
        """
        self.clock = clock
        self._store = store
        self._deeds = deeds

    def due(self, days: int = SOON) -> tuple[Due, ...]:
        """Everything that is late or due within so many days, the longest waiting first."""
        store = self._store
        matters = Matters(
            _kept(trainings_of(store)),
            _kept(Repository(store, GOALS)),
            _kept(Repository(store, ACTIONS)),
            _kept(Repository(store, TALKS)),
            profile_of(store).get().credentials,
            _comments(store),
        )
        snoozed = {each.id: each.until for each in snoozes_of(store).all()}
        return due(matters, snoozed, self.clock.today(), days)

    def snooze(self, item: Due, until: dt.date) -> Snooze:
        """Put something that is due off to a later day.

        Raises:
            InvalidInputError: If the day is not after today.
            StorageError: If it could not be saved; nothing is changed then.
        """
        if until <= self.clock.today():
            raise InvalidInputError(("until", Msg(N_("Choose a day after today."))))
        with self._deeds.together():
            snoozes = snoozes_of(self._store)
            known = {each.id: each for each in snoozes.all()}.get(item.key, Snooze(item.key, until))
            wanted = known._replace(until=until)
            if snoozes.holds(wanted):
                return wanted  # there is nothing that could be taken back
            saved = snoozes.put(wanted)
            done = Msg(N_("Put off: {title}"), {"title": item.title}) if item.title else Msg(N_("Put off: the talk"))
            self._deeds.remember(Deed(saved.revision, done))
            return saved


def _comments(store: Store) -> tuple[Comment, ...]:
    """What others have said; most logs hold nothing of it, and do not wait for what it is made of."""
    if not store.documents("comments"):
        return ()
    from learnlog.storage.comments import COMMENTS  # noqa: PLC0415

    return tuple(each for each in Repository(store, COMMENTS).all() if each.deleted_at is None)


def _kept(table: Repository[V]) -> tuple[V, ...]:
    """What is not in the bin."""
    return tuple(each for each in table.all() if each.deleted_at is None)
