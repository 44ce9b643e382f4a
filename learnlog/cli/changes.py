"""Options as changes of a value: a table of readers serves the command that adds and the one that changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from learnlog.cli import typed
from learnlog.cli.call import Call
from learnlog.cli.options import Arguments, UsageError
from learnlog.cli.output import note_at_the_end
from learnlog.errors import InvalidInputError
from learnlog.text import N_, Msg

Reader = Callable[[Arguments, str, dt.date], object]
"""Reads the new value of a field from an option. An empty text clears the field."""
Readers = Mapping[str, tuple[str, Reader]]
"""Option → field, and what reads it."""


def changes(call: Call, readers: Readers, today: dt.date) -> dict[str, Any]:
    """The fields that options change, with their new values.

    Raises:
        InvalidInputError: With every value that cannot be read.
    """
    found: dict[str, Any] = {}
    problems: list[tuple[str, Msg]] = []
    for option in call.arguments.given:
        if option not in readers:
            continue
        field, reader = readers[option]
        try:
            found[field] = reader(call.arguments, option, today)
        except InvalidInputError as error:
            problems += error.problems
    if problems:
        raise InvalidInputError(*problems)
    return found


def nothing_told(call: Call, example: str) -> UsageError:
    """The error for a change that does not say what."""
    return UsageError(Msg(N_("Say what to change, such as {line}."), {"line": example}), call.command)


def missing(call: Call, option: str) -> UsageError:
    """The error for an option that is needed."""
    return UsageError(Msg(N_("{name} is missing."), {"name": option}), call.command)


def line(given: Arguments, option: str, _today: dt.date) -> str:
    """A text on one line."""
    return " ".join(typed.text(given.text(option) or "", option).split())


def text(given: Arguments, option: str, _today: dt.date) -> str:
    """A text of one line or several."""
    return typed.text(given.text(option) or "", option).strip()


def lines(given: Arguments, option: str, _today: dt.date) -> tuple[str, ...]:
    """Every text of an option, each on one line; none twice."""
    every = (" ".join(typed.text(each, option).split()) for each in given.texts(option) or ())
    return tuple(dict.fromkeys(each for each in every if each))


def coming_day(given: Arguments, option: str, today: dt.date) -> dt.date | None:
    """A day; one to come, unless it is said otherwise."""
    return needed_day(given, option, today, ahead=True) if (given.text(option) or "").strip() else None


def day(given: Arguments, option: str, today: dt.date) -> dt.date | None:
    """A day; one gone by, unless it is said otherwise."""
    return needed_day(given, option, today) if (given.text(option) or "").strip() else None


def needed_day(given: Arguments, option: str, today: dt.date, *, ahead: bool = False) -> dt.date:
    """A day that cannot be left out. Unless it was told as it is kept, it is read back when all has gone well."""
    value = given.text(option) or ""
    told = typed.day(value, today, ahead=ahead, field=option)
    if value.strip() != told.isoformat():
        from learnlog.i18n.ambient import translator
        from learnlog.i18n.dates import long_date

        note_at_the_end(long_date(told, translator()))
    return told


def minutes(given: Arguments, option: str, _today: dt.date) -> int | None:
    """A time."""
    from learnlog.domain.durations import parse_minutes

    return parse_minutes(typed.text(given.text(option) or "", option))


def areas(given: Arguments, option: str, today: dt.date) -> tuple[str, ...]:
    """Competence areas, by a key, a suggested name in any language, or the owner's own."""
    from learnlog.i18n.labels import area_key

    return tuple(dict.fromkeys(area_key(name) for name in lines(given, option, today)))


def switch(given: Arguments, option: str, _today: dt.date) -> bool:
    """Whether a switch is on."""
    return given.switch(option)


def level(given: Arguments, option: str, _today: dt.date) -> int | None:
    """A level of competence; the command's choices let nothing else through."""
    value = given.text(option)
    return int(value) if value else None


def choice(kind: type[StrEnum], *, needed: bool = False, empty: StrEnum | None = None) -> Reader:
    """What reads one of the values of a kind.

    Args:
        kind: The kind.
        needed: Whether there has to be one.
        empty: What an empty text stands for otherwise.
    """

    def read(given: Arguments, option: str, _today: dt.date) -> StrEnum | None:
        value = given.text(option)
        if not value and needed:
            name = "--" + option.replace("_", "-")
            raise InvalidInputError((option, Msg(N_("{name} cannot be empty."), {"name": name})))
        return kind(value) if value else empty

    return read


def choices(kind: type[StrEnum]) -> Reader:
    """What reads any number of the values of a kind."""

    def read(given: Arguments, option: str, _today: dt.date) -> tuple[StrEnum, ...]:
        return tuple(dict.fromkeys(kind(value) for value in given.texts(option) or () if value))

    return read
