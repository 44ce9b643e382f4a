"""The way to the log, for commands that need nothing but entries."""

from __future__ import annotations

from learnlog.cli.call import Call
from learnlog.cli.output import note
from learnlog.foundation import Foundation, lay
from learnlog.services.log import LearningLog


def ground(call: Call) -> Foundation:
    """What services stand on, on the log that was asked for; nothing of it is read yet."""
    return lay(call.environment, log=call.log, by=call.command.partition(" ")[0], clock=call.clock)


def learning_log(call: Call) -> LearningLog:
    """The log that was asked for; nothing of it is read yet."""
    return ground(call).log()


def tell_notices(log: LearningLog) -> None:
    """Say what was noticed while the log was read: the rest of a save that never got through, set aside."""
    for notice in log.notices:
        from learnlog.i18n.ambient import translator

        note(translator().say(notice))
