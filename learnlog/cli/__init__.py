"""The command line. Never imports Textual, but to open the app."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from learnlog import __version__

INTERRUPTED = 130
UNWRITTEN = 5


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        words: What was typed after ``learnlog``; the process's own arguments by default.

    Returns:
        The exit code: 0 done and durable, 1 refused, 2 usage, 3 damage found, 4 busy, 5 could not save, 6 newer format.
    """
    words = sys.argv[1:] if words is None else words
    try:
        if list(words) == ["--version"]:  # needs nothing that the rest needs
            return print_version()
        import gc
        import os

        gc.disable()  # a command is over before collecting could gain anything: a tenth of its time
        from learnlog.cli.running import run

        code = run(words, os.environ)
        gc.freeze()  # nor is there anything to collect at the end
    except KeyboardInterrupt:  # while still importing: nothing has been begun
        return INTERRUPTED
    return code


def print_version() -> int:
    """Print the version."""
    if sys.stdout is None:  # closed by whoever started us
        return 0
    try:
        sys.stdout.write(f"learnlog {__version__}\n")
        sys.stdout.flush()
    except OSError as error:
        from learnlog.cli.output import abandon

        abandon()
        return 0 if isinstance(error, BrokenPipeError) else UNWRITTEN
    return 0
