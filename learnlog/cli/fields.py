"""The options of ``add`` and ``edit``, as changes of an entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from learnlog.cli import typed
from learnlog.cli.options import Arguments
from learnlog.domain.entry import Entry
from learnlog.domain.values import (
    ActivityType,
    Applied,
    Arena,
    Component,
    KnowledgeForm,
    Purpose,
    RoleInvolved,
    Status,
    Visibility,
)
from learnlog.errors import InvalidInputError
from learnlog.text import N_, Msg

FROM_STDIN = "-"
"""A text of this means: read it from standard input."""

_Reader = Callable[[Arguments, Entry, dt.date], dict[str, Any]]
_REFUSED = object()
_EXAMPLE: dict[str, object] = {"line": "--answer w1=…"}


def changes(given: Arguments, entry: Entry, today: dt.date) -> dict[str, Any]:
    """The fields that options change, with their new values. An empty text clears a field.

    Args:
        given: The options.
        entry: What it was before.
        today: The owner's own day.

    Raises:
        InvalidInputError: With every value that cannot be read.
    """
    found: dict[str, Any] = {}
    problems: list[tuple[str, Msg]] = []
    for option in given.given:
        reader = _READERS.get(option)
        if reader is None:
            continue
        try:
            found |= reader(given, entry, today)
        except InvalidInputError as error:
            problems += error.problems
    if problems:
        raise InvalidInputError(*problems)
    return found


def wants_standard_input(given: Arguments) -> list[str]:
    """The options that read their text from standard input."""
    return [option for option in ("title", "what", "insight") if given.text(option) == FROM_STDIN]


def _text(option: str, field: str) -> _Reader:
    def read(given: Arguments, _entry: Entry, _today: dt.date) -> dict[str, Any]:
        value = given.text(option) or ""
        return {field: typed.standard_input(field).rstrip("\n") if value == FROM_STDIN else typed.text(value, field)}

    return read


def _texts(option: str, field: str) -> _Reader:
    def read(given: Arguments, _entry: Entry, _today: dt.date) -> dict[str, Any]:
        return {field: tuple(dict.fromkeys(value for value in _clean(given, option) if value))}

    return read


def _clean(given: Arguments, option: str) -> list[str]:
    """The texts of an option, each on one line."""
    return [" ".join(typed.text(each, option).split()) for each in given.texts(option) or ()]


def _choice(option: str, field: str, kind: type[StrEnum], *, empty: object = None) -> _Reader:
    def read(given: Arguments, _entry: Entry, _today: dt.date) -> dict[str, Any]:
        value = given.text(option)
        if not value and empty is _REFUSED:
            raise InvalidInputError((field, Msg(N_("{name} cannot be empty."), {"name": _dashed(option)})))
        return {field: kind(value) if value else empty}

    return read


def _choices(option: str, field: str, kind: type[StrEnum]) -> _Reader:
    def read(given: Arguments, _entry: Entry, _today: dt.date) -> dict[str, Any]:
        return {field: tuple(dict.fromkeys(kind(value) for value in given.texts(option) or () if value))}

    return read


def _date(given: Arguments, _entry: Entry, today: dt.date) -> dict[str, Any]:
    return {"date": typed.day(given.text("date") or "", today)}


def _minutes(given: Arguments, _entry: Entry, _today: dt.date) -> dict[str, Any]:
    from learnlog.domain.durations import parse_minutes

    return {"minutes": parse_minutes(typed.text(given.text("minutes") or "", "minutes"))}


def _areas(given: Arguments, _entry: Entry, _today: dt.date) -> dict[str, Any]:
    from learnlog.i18n.labels import area_key

    return {"areas": tuple(dict.fromkeys(area_key(name) for name in _clean(given, "area") if name))}


def _themes(given: Arguments, _entry: Entry, _today: dt.date) -> dict[str, Any]:
    names = (name.lstrip("#").strip() for name in _clean(given, "theme"))
    return {"themes": tuple(dict.fromkeys(name for name in names if name))}


def _answers(given: Arguments, entry: Entry, _today: dt.date) -> dict[str, Any]:
    """Answers by question; those not mentioned stay, an empty one goes."""
    from learnlog.domain.questions import REFLECTION_SETS

    known = {question.id: each.id for each in REFLECTION_SETS for question in each.questions}
    answers = dict(entry.answers)
    chosen = given.text("reflection") or entry.prompt_set
    for each in given.texts("answer") or ():
        key, sign, value = typed.text(each, "answers").partition("=")
        key = key.strip().lower()
        if not sign or key not in known:
            raise InvalidInputError(("answers", Msg(N_("Write an answer as QUESTION=TEXT, such as {line}."), _EXAMPLE)))
        chosen = chosen or known[key]
        answers[key] = value.strip()
    return {"answers": {key: value for key, value in answers.items() if value}, "prompt_set": chosen}


def _reflection(given: Arguments, _entry: Entry, _today: dt.date) -> dict[str, Any]:
    return {"prompt_set": given.text("reflection") or ""}


def _show_in_cv(given: Arguments, _entry: Entry, _today: dt.date) -> dict[str, Any]:
    return {"show_in_cv": given.switch("show_in_cv")}


def _dashed(option: str) -> str:
    return "--" + option.replace("_", "-")


_READERS: dict[str, _Reader] = {
    "title": _text("title", "title"),
    "date": _date,
    "type": _choice("type", "activity_type", ActivityType, empty=_REFUSED),
    "arena": _choice("arena", "arena", Arena, empty=_REFUSED),
    "purpose": _choice("purpose", "purpose", Purpose),
    "minutes": _minutes,
    "area": _areas,
    "theme": _themes,
    "component": _choices("component", "components", Component),
    "knowledge_form": _choice("knowledge_form", "knowledge_form", KnowledgeForm),
    "role": _choices("role", "roles_involved", RoleInvolved),
    "reflection": _reflection,
    "answer": _answers,
    "what": _text("what", "what_happened"),
    "insight": _text("insight", "insight"),
    "applied": _choice("applied", "applied", Applied),
    "visibility": _choice("visibility", "visibility", Visibility, empty=Visibility.PRIVATE),
    "status": _choice("status", "status", Status, empty=Status.DRAFT),
    "show_in_cv": _show_in_cv,
    "evidence": _texts("evidence", "evidence"),
}
"""Option → what reads it."""
