"""What a command is handed: what was typed, where to print, and the way to the log."""

import sys
from collections.abc import Mapping
from typing import NamedTuple

from learnlog.cli.options import Arguments
from learnlog.cli.output import Output, is_terminal
from learnlog.domain.clock import Clock


class Call(NamedTuple):
    """One run of one command.

    Attributes:
        command: Its name; noted in every line it writes to the log.
        arguments: What was typed after it.
        out: Where to print.
        environment: The process's environment.
        log: The log file asked for; empty for the usual one.
        clock: Where the time comes from; None for the machine's own.
        may_ask: Whether questions are welcome.
    """

    command: str
    arguments: Arguments
    out: Output
    environment: Mapping[str, str]
    log: str = ""
    clock: Clock | None = None
    may_ask: bool = True

    @property
    def can_ask(self) -> bool:
        """Whether there is somebody to ask."""
        return self.may_ask and is_terminal(sys.stdin) and is_terminal(sys.stderr)
