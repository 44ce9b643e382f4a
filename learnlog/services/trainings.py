"""Trainings: what was expected, what was agreed, what happened, who has heard of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from learnlog.domain import training_life as life
from learnlog.domain.training import FollowUp, Sharing, SharingStatus, Training, TrainingStatus
from learnlog.domain.training_questions import followup_questions
from learnlog.errors import InvalidInputError, RuleError
from learnlog.services.training_shelf import Seen, TrainingShelf
from learnlog.text import N_, Msg

Confirmed = tuple[dt.date | None, dt.date | None]
"""The days the employee and the manager confirmed what was agreed; None for not confirmed."""

_NOT_YET = N_("That day has not come yet: a training can be completed when it is over.")


class Trainings(TrainingShelf):
    """What the owner can do with trainings. Every method that changes something is one line in the log."""

    # -- writing ------------------------------------------------------------------------------------------------------

    def save(self, value: Training, done: str = "") -> Training:
        """Save a new or changed training: its facts, the form before it, whatever has been changed in it.

        One that is said to have taken place gets its follow-ups, as with `complete`.

        Args:
            value: As it was read, with what has been changed in it.
            done: What was done, for undo; that it was saved by default.

        Returns:
            The training as it now lies in the log; if another window had changed other parts meanwhile, with those.

        Raises:
            InvalidInputError: With every problem, by field.
            StorageError: If it could not be saved; nothing is changed then.
        """
        if value.status.is_over and value.last_on and value.last_on > self.clock.today():
            raise InvalidInputError(("end_on" if value.end_on else "start_on", Msg(_NOT_YET)))
        if value.status.is_over and not value.followups:
            value = self._completed(value._replace(status=TrainingStatus.BOOKED), value.last_on)
        return super().save(value, done)

    def fill_in(self, training: Seen, answers: Mapping[str, str]) -> Training:
        """Keep answers of the form before a training (a); a form may be filled in bit by bit, also afterwards."""
        return self.save(life.with_form(self._seen(training), answers))

    def agree(self, training: Seen, answers: Mapping[str, str], confirmed: Confirmed | None = None) -> Training:
        """Keep answers of the dialogue with the manager (b); also bit by bit, and afterwards.

        Args:
            training: The training.
            answers: Question id → answer.
            confirmed: When both have confirmed what was agreed; by default as it was.

        Raises:
            InvalidInputError: If it is said to be confirmed on a day to come.
        """
        agreed = life.with_dialogue(self._seen(training), answers)
        if confirmed is not None:
            if any(day > self.clock.today() for day in confirmed if day):
                raise InvalidInputError(("confirmed_on", Msg(N_("That day has not come yet."))))
            agreed = agreed._replace(confirmed_employee_on=confirmed[0], confirmed_manager_on=confirmed[1])
        return self.save(agreed)

    def complete(self, training: Seen, last_on: dt.date | None = None) -> Training:
        """Note that a training has taken place; its follow-ups are made, and what was promised to be shared is planned.

        Args:
            training: The training.
            last_on: Its last day; the one it has by default, or today if that has not come yet.

        Raises:
            RuleError: If it is not planned any more.
            InvalidInputError: If the day is still to come.
        """
        seen, today = self._seen(training), self.clock.today()
        completed = self._completed(seen, last_on or min(seen.last_on or today, today))
        return self._put(completed.revised(), N_("Completed: {title}"))

    def close(self, training: Seen, status: TrainingStatus, why: str = "") -> Training:
        """Decline or cancel a training that has not taken place; nothing waits for it any more.

        Raises:
            RuleError: If it is not planned any more.
        """
        seen = self._seen(training)
        if not seen.status.is_planned:
            raise RuleError(N_("This training is not planned any more."))
        done = N_("Declined: {title}") if status is TrainingStatus.DECLINED else N_("Cancelled: {title}")
        return self._put(seen.revised(status=status, closed_because=why.strip()), done)

    def reopen(self, training: Seen) -> Training:
        """Plan a training again that was declined or cancelled, or noted as completed by mistake.

        Raises:
            RuleError: If it is planned as it is.
        """
        return self._put(life.reopened(self._seen(training)).revised(), N_("Planned again: {title}"))

    def follow_up(
        self, training: Seen, number: int, answers: Mapping[str, str], done_on: dt.date | None = None
    ) -> Training:
        """Keep the answers of a follow-up round; it is done when every required question has one, and waits until then.

        Args:
            training: The training.
            number: The round.
            answers: Question id → answer.
            done_on: The day it was done; today by default, or the day it was done before.

        Raises:
            NotFoundError: If the training has no such round.
            InvalidInputError: If the day is still to come.
        """
        seen, today = self._seen(training), self.clock.today()
        before = seen.followup(number)
        told = {**before.answers, **answers}
        done_on = done_on or before.done_on or today
        if done_on > today:
            raise InvalidInputError(("done_on", Msg(N_("That day has not come yet."))))
        if followup_questions(number).missing(told):
            done_on = None
        return self._follow(seen, before._replace(answers=told, done_on=done_on, skipped_because=""))

    def add_followup(self, training: Seen, due_on: dt.date | None = None) -> Training:
        """Have a third follow-up asked, about six months after the training.

        Raises:
            RuleError: If the training has not taken place.
        """
        seen = self._seen(training)
        if not seen.status.is_over or seen.last_on is None:
            raise RuleError(N_("This training has not taken place yet."))
        due_on = due_on or life.due_after(seen.last_on, life.LAST_ROUND)
        known = next((each for each in seen.followups if each.round == life.LAST_ROUND), None)
        if known:
            return self.move_followup(seen, life.LAST_ROUND, due_on)
        return self._follow(seen, FollowUp(life.LAST_ROUND, due_on))

    def move_followup(self, training: Seen, number: int, due_on: dt.date) -> Training:
        """Give a follow-up another day; one that was skipped is asked again. Round 3 may be added so.

        Raises:
            NotFoundError: If the training has no such round.
            RuleError: If it has been answered.
        """
        seen = self._seen(training)
        if number == life.LAST_ROUND and all(each.round != number for each in seen.followups):
            return self.add_followup(seen, due_on)
        return self._follow(seen, self._unanswered(seen, number)._replace(due_on=due_on, skipped_because=""))

    def skip_followup(self, training: Seen, number: int, why: str) -> Training:
        """Leave a follow-up out, with the reason.

        Raises:
            NotFoundError: If the training has no such round.
            RuleError: If it has been answered.
            InvalidInputError: If there is no reason.
        """
        seen = self._seen(training)
        followup = self._unanswered(seen, number)
        if not why.strip():
            raise InvalidInputError(("skipped_because", Msg(N_("Write in a few words why it is skipped."))))
        return self._follow(seen, followup._replace(skipped_because=why.strip()))

    def share(self, training: Seen, sharing: Sharing) -> Training:
        """Keep something planned to be shared, or already shared; one that is done today by default.

        Raises:
            InvalidInputError: If it is said to be shared on a day to come.
            StorageError: If it could not be saved; nothing is changed then.
        """
        today = self.clock.today()
        if sharing.status is SharingStatus.DONE:
            sharing = sharing._replace(shared_on=sharing.shared_on or today)
            if sharing.shared_on and sharing.shared_on > today:
                raise InvalidInputError(("shared_on", Msg(N_("That day has not come yet."))))
        return self._put(life.with_sharing(self._seen(training), sharing).revised(), N_("Saved: {title}"))

    def share_as_planned(self, training: Seen, planned: Sharing, done: Sharing) -> Training:
        """Note that something shared is what had been planned: the two become one."""
        return self._put(life.as_planned(self._seen(training), planned, done).revised(), N_("Saved: {title}"))

    def delete(self, value: Seen, at: dt.datetime | None = None) -> Training:
        """Put a training in the bin; what was learned and linked to it stays in the log."""
        return super().delete(self._seen(value), at)

    def restore(self, value: Seen) -> Training:
        """Take a training back from the bin."""
        return super().restore(self._seen(value))

    def settle(self, value: Seen, field: str, *, take_other: bool) -> Training:
        """Choose between the two versions of a field that two windows wrote at the same time.

        Args:
            value: The training.
            field: Name of the field.
            take_other: Whether the other window's version shall stand; otherwise the present one stays.
        """
        return super().settle(self._seen(value), field, take_other=take_other)

    # -- within -------------------------------------------------------------------------------------------------------

    def _completed(self, training: Training, last_on: dt.date | None) -> Training:
        today = self.clock.today()
        if last_on and last_on > today:
            raise InvalidInputError(("end_on", Msg(_NOT_YET)))
        return life.completed(training, last_on or today, today)

    def _unanswered(self, training: Training, number: int) -> FollowUp:
        followup = training.followup(number)
        if followup.done_on:
            raise RuleError(N_("This follow-up has been answered already."))
        return followup

    def _follow(self, training: Training, followup: FollowUp) -> Training:
        return self._put(life.with_followup(training, followup).revised(), N_("Saved: {title}"))
