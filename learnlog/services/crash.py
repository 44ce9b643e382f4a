"""What a crash may tell: where in the program it happened, and nothing that anybody has written."""

from __future__ import annotations

import os
import sys
import traceback

from learnlog import __version__

MOST_FRAMES = 40


def report() -> str:
    """The error being handled, as program lines; the chain of its causes by kind.

    No values, no text, not even the errors' own words: any of them may quote the log.
    """
    lines = [f"learnlog {__version__}, Python {sys.version.split()[0]}, {sys.platform}"]
    error = sys.exception()
    while error is not None:
        lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
        frames = traceback.extract_tb(error.__traceback__, limit=-MOST_FRAMES)
        lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        error = error.__cause__ or error.__context__
    return "\n".join(lines) + "\n"


def write_report(folder: str) -> str:
    """Write the report into the data folder, readable by its owner only.

    Args:
        folder: The data folder. A missing one is not made.

    Returns:
        The path; empty if it could not be written.
    """
    path = os.path.join(folder, "crash.txt")
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(report())
    except OSError:
        return ""
    return path
