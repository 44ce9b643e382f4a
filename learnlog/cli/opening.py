"""The way to the log, for commands that need nothing but entries."""

from __future__ import annotations

from learnlog.cli.call import Call
from learnlog.foundation import lay
from learnlog.services.log import LearningLog


def learning_log(call: Call) -> LearningLog:
    """The log that was asked for; nothing of it is read yet."""
    return lay(call.environment, log=call.log, by=call.command, clock=call.clock).log()
