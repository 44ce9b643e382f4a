"""The options of ``add`` and ``edit``, as changes of an entry."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from learnlog.cli import changes, typed
from learnlog.cli.call import Call
from learnlog.cli.changes import Reader, Readers
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

if TYPE_CHECKING:  # most entries are written without
    from learnlog.domain.questions import Question

FROM_STDIN = "-"
"""A text of this means: read it from standard input."""
_EXAMPLE: dict[str, object] = {"line": "--answer w1=…"}


def read(call: Call, entry: Entry, today: dt.date) -> dict[str, Any]:
    """The fields that options change, with their new values. An empty text clears a field.

    Args:
        call: What was asked for.
        entry: What it was before.
        today: The owner's own day.

    Raises:
        InvalidInputError: With every value that cannot be read.
    """
    found = changes.changes(call, {**_READERS, "answer": ("answers", _answers(entry))}, today)
    if found.get("answers") and not found.get("prompt_set", entry.prompt_set):
        from learnlog.domain.questions import REFLECTION_SETS

        first = next(iter(found["answers"]))
        found["prompt_set"] = next(each.id for each in REFLECTION_SETS if first in each.ids)
    return found


def wants_standard_input(given: Arguments) -> list[str]:
    """The options that read their text from standard input."""
    return [option for option in ("title", "what", "insight") if given.text(option) == FROM_STDIN]


def _text(given: Arguments, option: str, _today: dt.date) -> str:
    value = given.text(option) or ""
    return typed.standard_input(option).rstrip("\n") if value == FROM_STDIN else typed.text(value, option)


def _themes(given: Arguments, option: str, today: dt.date) -> tuple[str, ...]:
    names = (name.lstrip("#").strip() for name in changes.lines(given, option, today))
    return tuple(dict.fromkeys(name for name in names if name))


def _answers(entry: Entry) -> Reader:
    """What reads answers by question; those not mentioned stay, an empty one goes."""

    def read(given: Arguments, option: str, _today: dt.date) -> dict[str, str]:
        known, answers = _questions(), dict(entry.answers)
        for each in given.texts(option) or ():
            key, sign, value = typed.text(each, option).partition("=")
            key = key.strip().lower()
            if not sign or key not in known:
                told = Msg(N_("Write an answer as QUESTION=TEXT, such as {line}."), _EXAMPLE)
                raise InvalidInputError((option, told))
            answers[key] = _taken(known[key], value.strip())
        return {key: value for key, value in answers.items() if value}

    return read


def _taken(question: Question, value: str) -> str:
    """An answer as it is kept: where there are choices, one of them."""
    choices = [key for key, _label in question.options]
    if value and choices and value not in choices:
        values: dict[str, object] = {"name": question.id, "choices": ", ".join(choices)}
        raise InvalidInputError(("answer", Msg(N_("{name} takes one of: {choices}."), values)))
    return value


def _questions() -> dict[str, Question]:
    """Every question that can be thought about, by its key."""
    from learnlog.domain.questions import REFLECTION_SETS

    return {question.id: question for each in REFLECTION_SETS for question in each.questions}


_READERS: Readers = {
    "title": ("title", _text),
    "date": ("date", changes.needed_day),
    "type": ("activity_type", changes.choice(ActivityType, needed=True)),
    "arena": ("arena", changes.choice(Arena, needed=True)),
    "purpose": ("purpose", changes.choice(Purpose)),
    "minutes": ("minutes", changes.minutes),
    "area": ("areas", changes.areas),
    "theme": ("themes", _themes),
    "component": ("components", changes.choices(Component)),
    "knowledge_form": ("knowledge_form", changes.choice(KnowledgeForm)),
    "role": ("roles_involved", changes.choices(RoleInvolved)),
    "reflection": ("prompt_set", changes.line),
    "what": ("what_happened", _text),
    "insight": ("insight", _text),
    "applied": ("applied", changes.choice(Applied)),
    "visibility": ("visibility", changes.choice(Visibility, empty=Visibility.PRIVATE)),
    "status": ("status", changes.choice(Status, empty=Status.DRAFT)),
    "show_in_cv": ("show_in_cv", changes.switch),
    "evidence": ("evidence", changes.lines),
}
