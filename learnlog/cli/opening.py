"""The way to the log."""

from __future__ import annotations

from learnlog.bootstrap import open_services
from learnlog.cli.call import Call
from learnlog.services.suite import Services


def services(call: Call) -> Services:
    """Everything a command can do, on the log that was asked for.

    Raises:
        StorageError: If the log cannot be opened.
    """
    return open_services(call.environment, log=call.log, by=call.command, clock=call.clock)
