"""What holds for every value that is kept: its texts are cleaned, then all that is wrong with it is said at once."""

from __future__ import annotations

from typing import Any, TypeVar

from learnlog.domain.printable import is_blank, taken_in
from learnlog.errors import InvalidInputError
from learnlog.text import N_, Msg

V = TypeVar("V", bound=Any)
"""A named tuple that has `problems`. They cannot inherit from anything they share."""

Problems = tuple[tuple[str, Msg], ...]
"""Every reason a value cannot be saved as it is, as (field, sentence), in the order of its form."""

TITLE_MAX = 120
"""Longest title, in characters."""


def valid(value: V, *lines: str) -> V:
    """A value as it is kept: texts cleaned, then checked.

    Args:
        value: The value.
        *lines: The fields that are one line.

    Raises:
        InvalidInputError: With every problem of the result, by field.
    """
    kept = taken_in(value)
    kept = kept._replace(**{name: one_line(getattr(kept, name)) for name in lines})
    problems = kept.problems()
    if problems:
        raise InvalidInputError(*problems)
    result: V = kept
    return result


def one_line(text: str) -> str:
    """A text on one line, without blanks around it."""
    return " ".join(text.split())


def one_line_each(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Texts on one line each, without the empty ones, each once."""
    return tuple(dict.fromkeys(line for line in map(one_line, texts) if line))


def title_problems(field: str, title: str, missing: str) -> list[tuple[str, Msg]]:
    """What is wrong with the one line something is known by.

    Args:
        field: Its name.
        title: The line.
        missing: English sentence for one that is empty.
    """
    if is_blank(title):
        return [(field, Msg(missing))]
    if len(title) > TITLE_MAX:
        return [(field, Msg(N_("The title is too long: at most {most} characters."), {"most": TITLE_MAX}))]
    return []
