"""Trainings: what was expected, what was agreed, what happened, who has heard of it; and what is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from learnlog.domain import training_life as life
from learnlog.domain.clock import Clock
from learnlog.domain.due import SOON, Due, due
from learnlog.domain.loop import LoopFigures, figures
from learnlog.domain.training import FollowUp, Sharing, SharingStatus, Training, TrainingStatus
from learnlog.errors import RuleError
from learnlog.services.deeds import Deed, Deeds
from learnlog.storage.owner import profile_of
from learnlog.storage.store import Store
from learnlog.storage.trainings import Snooze, snoozes_of, trainings_of
from learnlog.text import N_, Msg


class Trainings:
    """What the owner can do with trainings. Every method that changes something is one line in the log."""

    def __init__(self, store: Store, clock: Clock, deeds: Deeds) -> None:
        """Work on an opened log.

        Args:
            store: The log.
            clock: Where the time comes from.
            deeds: What was done in this window; shared with the other services, since undo takes back the last.
        """
        self.clock = clock
        self._store = store
        self._trainings = trainings_of(store)
        self._deeds = deeds

    # -- reading ------------------------------------------------------------------------------------------------------

    def all(self) -> tuple[Training, ...]:
        """The trainings that are not in the bin, the earliest first; those without a day last."""
        kept = [each for each in self._trainings.all() if not each.is_deleted]
        return tuple(sorted(kept, key=lambda each: (each.start_on or dt.date.max, each.title, each.id)))

    def get(self, training_id: str) -> Training:
        """The training with this id.

        Raises:
            NotFoundError: If there is none.
        """
        return self._trainings.get(training_id)

    def find(self, beginning: str) -> Training:
        """The training whose id begins so.

        Raises:
            NotFoundError: If none does, or several do.
        """
        return self._trainings.find(beginning)

    def due(self, days: int = SOON) -> tuple[Due, ...]:
        """Everything that is late or due within so many days, the longest waiting first."""
        snoozed = {each.id: each.until for each in snoozes_of(self._store).all()}
        return due(self.all(), profile_of(self._store).get().credentials, snoozed, self.clock.today(), days)

    def figures(self) -> LoopFigures:
        """What the loops of all trainings have come to."""
        return figures(self.all())

    # -- writing ------------------------------------------------------------------------------------------------------

    def blank(self) -> Training:
        """A new training with its id; nothing is saved."""
        return Training(id=self._store.new_id())

    def blank_sharing(self) -> Sharing:
        """Something new to share, planned, with its id; nothing is saved."""
        return Sharing(id=self._store.new_id())

    def save(self, training: Training) -> Training:
        """Save a new or changed training: its facts, the form before it, whatever has been changed in it.

        Returns:
            The training as it now lies in the log; if another window had changed other parts meanwhile, with those.

        Raises:
            InvalidInputError: With every problem, by field.
            StorageError: If it could not be saved; nothing is changed then.
        """
        return self._put(training.revised(), N_("Saved: {title}"))

    def fill_in(self, training_id: str, answers: Mapping[str, str]) -> Training:
        """Keep answers of the form before a training (a); a form may be filled in bit by bit, also afterwards."""
        training = self.get(training_id)
        filled = training._replace(before={**training.before, **answers})
        if filled.status is TrainingStatus.IDEA:
            filled = filled._replace(status=TrainingStatus.PROPOSED)
        return self.save(filled)

    def agree(
        self,
        training_id: str,
        answers: Mapping[str, str],
        *,
        employee_on: dt.date | None = None,
        manager_on: dt.date | None = None,
    ) -> Training:
        """Keep answers of the dialogue with the manager (b), and who has confirmed them when."""
        training = life.with_dialogue(self.get(training_id), answers)
        return self.save(training._replace(confirmed_employee_on=employee_on, confirmed_manager_on=manager_on))

    def complete(self, training_id: str, last_on: dt.date | None = None) -> Training:
        """Note that a training has taken place; its follow-ups are made, and what was promised to be shared is planned.

        Args:
            training_id: The training.
            last_on: Its last day; the one it has by default, or today if that has not come yet.

        Raises:
            RuleError: If it is not planned any more.
            InvalidInputError: If the day is in the future.
        """
        training, today = self.get(training_id), self.clock.today()
        last_on = last_on or min(training.last_on or today, today)
        if last_on > today:
            raise RuleError(N_("That day has not come yet: a training can be completed when it is over."))
        ids = tuple(self._store.new_id() for _ in training.channels)
        return self._put(life.completed(training, last_on, ids).revised(), N_("Completed: {title}"))

    def close(self, training_id: str, status: TrainingStatus, why: str = "") -> Training:
        """Decline or cancel a training that has not taken place; nothing waits for it any more.

        Raises:
            RuleError: If it is not planned any more.
        """
        training = self.get(training_id)
        if not training.status.is_planned:
            raise RuleError(N_("This training is not planned any more."))
        done = N_("Declined: {title}") if status is TrainingStatus.DECLINED else N_("Cancelled: {title}")
        return self._put(training.revised(status=status, closed_because=why), done)

    def follow_up(
        self, training_id: str, number: int, answers: Mapping[str, str], done_on: dt.date | None = None
    ) -> Training:
        """Keep the answers of a follow-up round; it counts as done from then on.

        Args:
            training_id: The training.
            number: The round.
            answers: Question id → answer.
            done_on: The day it was done; today by default, or the day it was done before.

        Raises:
            NotFoundError: If the training has no such round.
        """
        training = self.get(training_id)
        before = training.followup(number)
        followup = before._replace(
            answers={**before.answers, **answers},
            done_on=done_on or before.done_on or self.clock.today(),
            skipped_because="",
        )
        return self._follow(training, followup)

    def move_followup(self, training_id: str, number: int, due_on: dt.date) -> Training:
        """Give a follow-up another day; one that was skipped is asked again. Round 3 may be added so.

        Raises:
            NotFoundError: If the training has no such round.
        """
        training = self.get(training_id)
        if number == max(life.ROUND_DAYS) and training.status.is_over:
            followup = next((each for each in training.followups if each.round == number), FollowUp(number, due_on))
        else:
            followup = training.followup(number)
        return self._follow(training, followup._replace(due_on=due_on, skipped_because=""))

    def skip_followup(self, training_id: str, number: int, why: str) -> Training:
        """Leave a follow-up out, with the reason.

        Raises:
            RuleError: If there is no reason, or it has been answered.
            NotFoundError: If the training has no such round.
        """
        training = self.get(training_id)
        followup = training.followup(number)
        if followup.done_on:
            raise RuleError(N_("This follow-up has been answered already."))
        if not why.strip():
            raise RuleError(N_("Write in a few words why it is skipped."))
        return self._follow(training, followup._replace(skipped_because=why.strip()))

    def share(self, training_id: str, sharing: Sharing) -> Training:
        """Keep something planned to be shared, or already shared; one that is done today by default.

        Raises:
            StorageError: If it could not be saved; nothing is changed then.
        """
        if sharing.status is SharingStatus.DONE and sharing.shared_on is None:
            sharing = sharing._replace(shared_on=self.clock.today())
        return self._put(life.with_sharing(self.get(training_id), sharing).revised(), N_("Saved: {title}"))

    def delete(self, training_id: str) -> Training:
        """Put a training in the bin; what was learned and linked to it stays in the log."""
        return self._put(self.get(training_id)._replace(deleted_at=self.clock.now()), N_("Deleted: {title}"))

    def restore(self, training_id: str) -> Training:
        """Take a training back from the bin."""
        return self._put(self.get(training_id)._replace(deleted_at=None), N_("Restored: {title}"))

    def snooze(self, item: Due, until: dt.date) -> None:
        """Put something that is due off to a later day.

        Raises:
            RuleError: If the day is not after today.
        """
        if until <= self.clock.today():
            raise RuleError(N_("Choose a day after today."))
        with self._store.transaction():
            snoozed = {each.id: each for each in snoozes_of(self._store).all()}
            known = snoozed.get(item.key, Snooze(item.key, until))
            saved = snoozes_of(self._store).put(known._replace(until=until))
        self._deeds.remember(Deed(saved.revision, Msg(N_("Put off: {title}"), {"title": item.title})))

    # -- within -------------------------------------------------------------------------------------------------------

    def _follow(self, training: Training, followup: FollowUp) -> Training:
        return self._put(life.with_followup(training, followup).revised(), N_("Saved: {title}"))

    def _put(self, training: Training, done: str) -> Training:
        now = self.clock.now()
        saved = self._trainings.put(training._replace(created_at=training.created_at or now, updated_at=now))
        self._deeds.remember(Deed(saved.revision, Msg(done, {"title": saved.title})))
        return saved
