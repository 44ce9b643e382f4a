"""What the command line prints: data to standard output, talk to standard error, nothing that acts on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Any, TextIO

from learnlog.domain.printable import show, show_line
from learnlog.errors import LearnlogError, reason
from learnlog.text import N_

USUAL_WIDTH = 80
ID_SHOWN = 8
"""So many characters of an id are shown in a list at least: enough among a million of learnlog's own ids."""
WIDEST = 100
"""Longer lines are hard to read."""

_ESCAPED = (*range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))


class OutputError(LearnlogError):
    """Standard output takes no more: a full disk behind ``>``."""

    exit_code = 5
    default = N_("The output could not be written: {reason}.")


class Output:
    """Where a command prints to.

    Attributes:
        width: Columns for running text.
        is_terminal: Whether somebody is looking at it.
    """

    def __init__(self, environment: Mapping[str, str], colours: str = "auto") -> None:
        """Look at what standard output is.

        Args:
            environment: ``NO_COLOR`` and ``TERM=dumb`` switch colours off.
            colours: ``always``, ``never``, or ``auto`` for when it is a terminal.
        """
        self.is_terminal = is_terminal(sys.stdout)
        plain = environment.get("NO_COLOR") or environment.get("TERM") == "dumb" or not self.is_terminal
        self._coloured = colours == "always" or (colours == "auto" and not plain)
        self.width = min(_columns(environment), WIDEST) if self.is_terminal else USUAL_WIDTH

    def line(self, text: str = "") -> None:
        """Print a text that may be from data, of one line or more."""
        self.raw(show(text) + "\n")

    def raw(self, text: str) -> None:
        """Print what has been made safe already, with nothing added.

        Raises:
            OutputError: If it cannot be written.
        """
        if sys.stdout is None:  # closed by whoever started us: there is nobody to read it
            return
        try:
            sys.stdout.write(text)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(reason=reason(error)) from error

    def json(self, value: object, *, indent: int | None = None) -> None:
        """Print a value as JSON."""
        self.raw(as_json(value, indent=indent) + "\n")

    def note(self, text: str) -> None:
        """Say something that is no data, on standard error."""
        note(text)

    def strong(self, text: str) -> str:
        """A text in bold, as safe as `raw` wants it."""
        return f"\x1b[1m{show_line(text)}\x1b[0m" if self._coloured else show_line(text)

    def quiet(self, text: str) -> str:
        """A text that steps back, as safe as `raw` wants it."""
        return f"\x1b[2m{show_line(text)}\x1b[0m" if self._coloured else show_line(text)

    def cut(self, text: str, taken: int) -> str:
        """A text on one line, as safe as `raw` wants it; on a terminal no longer than what `taken` cells leave."""
        text = show_line(text)
        room = max(self.width - taken, 20)
        return text if not self.is_terminal or len(text) <= room else text[: room - 1].rstrip() + "…"


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of at most so many characters, broken between words; an empty text is one empty line.

    Standard library's textwrap does more, and compiles three patterns at its import to do it.
    """
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".lstrip()
    return lines


def as_json(value: object, *, indent: int | None = None) -> str:
    """A value as JSON. Letters stand as they are; whatever could act on a terminal is escaped, so nothing is lost."""
    import json  # most commands do without

    return escaped(json.dumps(value, ensure_ascii=False, indent=indent))


def escaped(text: str) -> str:
    """JSON in which whatever could act on a terminal is escaped; it means the same."""
    if text.isascii() or text.isprintable():
        return text.replace("\x7f", "\\u007f")
    return text.translate(_escapes())


def json_lines(values: list[Any]) -> str:
    """A JSON array with each of its items on a line of its own."""
    return "[" + ",".join("\n" + as_json(each) for each in values) + ("\n]" if values else "]")


def note(text: str) -> None:
    """Say something on standard error, on one line; if that is closed there is nobody to say it to."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(show_line(text) + "\n")
        sys.stderr.flush()
    except OSError:
        return


_later: dict[str, None] = {}


def note_at_the_end(text: str) -> None:
    """Say something, once, when all has gone well; an error is told by itself, on its one line."""
    _later[text] = None


def prepare() -> None:
    """Let every character be printed: UTF-8 where a program reads, ``?`` where a terminal knows no better."""
    _later.clear()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if is_terminal(stream):
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="replace")


def finish() -> None:
    """Hand over what is still held back, so that a full disk is noticed while it can be told.

    Raises:
        OutputError: If it cannot be written.
    """
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(reason=reason(error)) from error
    for text in _later:
        note(text)


def abandon() -> None:
    """Let nothing more go to standard output: whoever read it has gone, or it is full."""
    if sys.stdout is None:
        return
    with open(os.devnull, "wb") as nothing:
        try:
            os.dup2(nothing.fileno(), sys.stdout.fileno())
        except (OSError, ValueError):  # no file behind it: in a test, or closed
            return


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal; a missing or closed one is not."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _columns(environment: Mapping[str, str]) -> int:
    given = environment.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and int(given):
        return int(given)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or USUAL_WIDTH
    except (OSError, ValueError):
        return USUAL_WIDTH


def _escapes() -> dict[int, str]:
    if not _cache:
        _cache.update({code: f"\\u{code:04x}" for code in (*_ESCAPED, *range(0xD800, 0xE000))})
    return _cache


_cache: dict[int, str] = {}
