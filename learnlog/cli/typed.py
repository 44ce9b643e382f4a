"""What somebody typed, as text, days and periods: composed, without control characters, refused if unreadable."""

from __future__ import annotations

import datetime as dt
import os
import sys

from learnlog.cli.options import is_count
from learnlog.cli.output import is_terminal, note, note_at_the_end
from learnlog.domain.printable import cleaned
from learnlog.errors import InvalidInputError, reason
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.text import N_, Msg

LONGEST_INPUT = 1_000_000
"""Most bytes of a text from standard input."""


def text(given: str, field: str = "") -> str:
    """A text from the command line as it is taken in.

    Raises:
        InvalidInputError: If it holds bytes that are no text.
    """
    if not given.isascii() and any("\ud800" <= char <= "\udfff" for char in given):
        # what Python could not read in the language the system claims to be set to; it is UTF-8 nearly always
        return _decoded(os.fsencode(given), field)
    return _without_controls(given)


def standard_input(field: str = "") -> str:
    """Everything on standard input, as text; a byte order mark is left out.

    Raises:
        InvalidInputError: If it is no UTF-8, or more than a text can be.
    """
    if is_terminal(sys.stdin):
        note(_("Write your text. End with an empty line and {keys}.", keys="Ctrl+Z" if os.name == "nt" else "Ctrl+D"))
    return _decoded(sys.stdin.buffer.read(LONGEST_INPUT + 1) if sys.stdin else b"", field)


def file(path: str) -> str:
    """A whole file as text; ``-`` is standard input.

    Raises:
        InvalidInputError: If there is no such file, or it is no text.
    """
    if path == "-":
        return standard_input("file")
    try:
        if not os.path.isfile(os.path.expanduser(path)):
            raise FileNotFoundError(2, os.strerror(2))
        with open(os.path.expanduser(path), "rb") as source:
            return _decoded(source.read(LONGEST_INPUT + 1), "file")
    except OSError as error:
        why: dict[str, object] = {"reason": reason(error)}
        raise InvalidInputError(("file", Msg(N_("The file cannot be read: {reason}."), why))) from error


def agreed(question: str) -> bool:
    """Whether somebody answers a question with yes, in their own language or in English."""
    note(f"{question} {_('[y/N]')}")
    answer = sys.stdin.readline().strip().casefold()
    return bool(answer) and (answer in ("y", "yes") or _("yes").casefold().startswith(answer))


def lines(given: str) -> tuple[str, str]:
    """A text's first line that says something, and the rest."""
    first, _newline, rest = given.strip().partition("\n")
    return first.strip(), rest.strip()


def day(given: str, today: dt.date, *, ahead: bool = False, field: str = "date") -> dt.date:
    """A day, as people say it.

    Args:
        given: What was typed.
        today: The owner's own day.
        ahead: Whether a day still to come is meant.
        field: What it is typed for.

    Raises:
        InvalidInputError: If it cannot be read; with an example.
    """
    from learnlog.domain.dates import parse_date

    return parse_date(text(given, field), today, translator().language, ahead=ahead)


def first_day(given: str | None, today: dt.date) -> dt.date | None:
    """The first day of what somebody typed after ``--from``: of a year, a month, a week, or the day itself."""
    from learnlog.domain.periods import parse_from

    return parse_from(text(given, "from"), today, translator().language) if given and given.strip() else None


def last_day(given: str | None, today: dt.date) -> dt.date | None:
    """The last day of what somebody typed after ``--to``."""
    from learnlog.domain.periods import parse_to

    return parse_to(text(given, "to"), today, translator().language) if given and given.strip() else None


def vague_day(given: str, today: dt.date, field: str) -> str:
    """A year, a month or a day as it is kept, as exact as it was typed; empty when nothing was.

    Raises:
        InvalidInputError: If it cannot be read; with an example.
    """
    if not given.strip():
        return ""
    from learnlog.domain.periods import parse_vague

    try:
        return parse_vague(text(given, field), today, translator().language)
    except InvalidInputError as error:
        sentence = Msg(N_("This cannot be read. Write a year, a month or a day: 2014, March 2024 or 5 March 2024."))
        raise InvalidInputError((field, sentence)) from error


def period(first: str | None, last: str | None, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
    """What somebody typed after ``--from`` and ``--to``: the first and the last day, None where that end is open.

    Raises:
        InvalidInputError: If one cannot be read, or the last comes before the first.
    """
    begin, end = first_day(first, today), last_day(last, today)
    if begin and end and begin > end:
        raise InvalidInputError(("from", Msg(N_("The period ends before it begins."))))
    return begin, end


def number(given: str, name: str) -> int:
    """A whole number that is not negative.

    Raises:
        InvalidInputError: If it is none.
    """
    if not is_count(given):
        raise InvalidInputError((name, Msg(N_("{name} needs a whole number."), {"name": f"--{name}"})))
    return int(given)


def _decoded(data: bytes, field: str) -> str:
    """Bytes from outside as text; a byte order mark is left out."""
    if len(data) > LONGEST_INPUT:
        raise InvalidInputError((field, Msg(N_("The text is too long: at most one million characters."))))
    try:
        return _without_controls(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InvalidInputError((field, Msg(N_("The text cannot be read. It must be UTF-8.")))) from error


def _without_controls(given: str) -> str:
    kept = cleaned(given)
    if "\ufffd" in kept and "\ufffd" not in given:
        note_at_the_end(_("Control characters in the text were replaced."))
    return kept
