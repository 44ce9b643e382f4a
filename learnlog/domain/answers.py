"""Answers from a file or another program, checked as a form would: everything that is wrong is told at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from learnlog.domain.questions import Question, QuestionSet
from learnlog.errors import InvalidInputError
from learnlog.text import N_, Msg

_NO_DAY = Msg(N_("Write the day like this: 2026-11-20."))


def checked(
    questions: QuestionSet, answers: Mapping[str, object], known: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Answers as they are kept, see `learnlog.domain.questions.Question.kind`.

    Args:
        questions: What was asked.
        answers: Question id → a text; of several choices or days also a list; None for no answer.
        known: What had been answered before, and need not be again.

    Raises:
        InvalidInputError: With every id that is not asked, every answer of the wrong kind and every required question
            that has none, as (id, sentence), in the order of the questions.
    """
    kept: dict[str, str] = {}
    problems: list[tuple[str, Msg]] = []
    for question in questions.questions:
        for key, kind in ((question.id, question), (question.note_id, _note_of(question))):
            if kind is None or key not in answers:
                continue
            found = _kept(kind, answers[key])
            if isinstance(found, Msg):
                problems.append((key, found))
            else:
                kept[key] = found
    refused = {key for key, _ in problems}
    missing = [each.id for each in questions.missing({**(known or {}), **kept}) if each.id not in refused]
    problems += [(key, Msg(N_("This question needs an answer."))) for key in missing]
    problems.sort(key=lambda each: questions.ids.index(each[0]))
    unknown = [key for key in answers if key not in questions.ids]
    problems += [(key, Msg(N_("There is no such question here."))) for key in unknown]
    if problems:
        raise InvalidInputError(*problems)
    return kept


def _note_of(question: Question) -> Question | None:
    """The further question of a question, as a question of its own."""
    return Question(question.note_id, question.note, kind="line") if question.note else None


def _kept(question: Question, answer: object) -> str | Msg:
    """An answer as it is kept, or why it cannot be."""
    if question.kind in ("multi", "dates"):
        parts = answer.split(",") if isinstance(answer, str) else answer or []
        if not isinstance(parts, list) or not all(isinstance(each, str) for each in parts):
            return Msg(N_("Write the answer as a list of texts."))
        stripped = [part.strip() for part in parts]
        return _choices(question, stripped) if question.kind == "multi" else _days(question, stripped)
    text = "" if answer is None else answer
    if not isinstance(text, str):
        return Msg(N_("Write the answer as a text."))
    if question.kind == "line":
        return " ".join(text.split())
    kept: dict[str, Callable[[Question, list[str]], str | Msg]] = {"choice": _choices, "date": _days}
    return kept[question.kind](question, [text.strip()]) if question.kind in kept else text.strip()


def _choices(question: Question, keys: list[str]) -> str | Msg:
    options = [key for key, _ in question.options]
    if any(key and key not in options for key in keys):
        return Msg(N_("Choose among: {keys}."), {"keys": ", ".join(options)})
    return ",".join(key for key in options if key in keys)


def _days(question: Question, parts: list[str]) -> str | Msg:
    most = len(question.options) or 1
    if len(parts) > most:
        return Msg(N_("Too many days: at most {most}."), {"most": most})
    try:
        days = [dt.date.fromisoformat(part).isoformat() if part else "" for part in parts]
    except ValueError:
        return _NO_DAY
    return ",".join(days) if any(days) else ""
