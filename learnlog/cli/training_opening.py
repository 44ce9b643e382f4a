"""The way to the trainings, and what every command that changes one says afterwards."""

from __future__ import annotations

from learnlog.cli.call import Call
from learnlog.cli.opening import ground, tell_notices
from learnlog.cli.warning import warn
from learnlog.domain.training import Training
from learnlog.errors import RuleError
from learnlog.foundation import Foundation
from learnlog.services.deeds import Deeds
from learnlog.services.reminders import Reminders
from learnlog.services.trainings import Trainings
from learnlog.text import N_


def trainings(call: Call) -> Trainings:
    """The trainings in the log that was asked for; nothing of it is read yet."""
    return trainings_on(ground(call))


def trainings_on(base: Foundation) -> Trainings:
    """The trainings in a log that is open already."""
    return Trainings(base.store, base.clock, Deeds(base.store))


def to_read(call: Call) -> tuple[Trainings, Reminders]:
    """The trainings, and what is due, for a command that only reads: tells what was noticed, and notes the places."""
    base = ground(call)
    opened = trainings_on(base)
    opened.all()
    tell_notices(base.log())
    base.note_places()
    return opened, reminders_on(base)


def reminders_on(base: Foundation) -> Reminders:
    """What is due in a log that is open already."""
    return Reminders(base.store, base.clock, Deeds(base.store))


def found(call: Call) -> tuple[Trainings, Training]:
    """The training that is named, to be changed.

    Raises:
        RuleError: If it is in the bin.
    """
    opened = trainings(call)
    training = opened.find(call.arguments.words[0])
    if training.is_deleted:
        line = f"learnlog training restore {training.id[:8]}"
        raise RuleError(N_("The training is in the bin. Restore it first: {line}"), line=line)
    return opened, training


def done(call: Call, opened: Trainings, training: Training, sentence: str) -> int:
    """Tell what was done: in a sentence, or with the training as it is now."""
    if call.arguments.switch("json"):
        print_json(call, opened, training)
    else:
        call.out.note(sentence)
    if not training.is_deleted:
        warn(call, training)
    return 0


def print_json(call: Call, opened: Trainings, training: Training) -> None:
    """Print a training as JSON."""
    from learnlog.cli.training_json import as_object

    call.out.json(as_object(training, [each.id for each in opened.entries(training.id)]), indent=2)
