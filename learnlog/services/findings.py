"""What a check found."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from learnlog.text import Msg


class Severity(StrEnum):
    """How much a finding matters."""

    NOTE = "note"
    """Good to know; nothing is wrong."""
    WARNING = "warning"
    """Nothing is lost, but something should be seen to."""
    ERROR = "error"
    """The log is not whole, or cannot be saved to."""


class Finding(NamedTuple):
    """Something a check found.

    Attributes:
        code: Stable name, such as ``log.torn``.
        severity: How much it matters.
        message: What was found, in a sentence.
        repair: Command that sees to it; empty when there is none.
        line: Line of the log it is about; 0 when it is about none.
    """

    code: str
    severity: Severity
    message: Msg
    repair: str = ""
    line: int = 0


def counted(code: str, severity: Severity, message: Msg, count: int, repair: str = "") -> tuple[Finding, ...]:
    """What was found so many times, in a sentence with a plural; nothing if it was never."""
    return (Finding(code, severity, message._replace(number=count), repair),) if count else ()


FIX = "learnlog doctor --fix"
RESTORE = "learnlog doctor --restore"
START_ANEW = "learnlog doctor --start-anew"
