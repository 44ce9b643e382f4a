"""The way to everything one can do with a log, for commands that may take a moment longer."""

from __future__ import annotations

from learnlog.bootstrap import open_services
from learnlog.cli.call import Call
from learnlog.services.suite import Services


def services(call: Call) -> Services:
    """Everything, on the log that was asked for; nothing of it is read yet."""
    by = "app" if call.command in {"", "demo"} else call.command
    return open_services(call.environment, log=call.log, by=by.partition(" ")[0], clock=call.clock)
