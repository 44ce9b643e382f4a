"""Answers of a form from a JSON file: question ids as keys, and values as a person or a program would write them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TypeVar

from learnlog.cli import typed
from learnlog.cli.call import Call
from learnlog.cli.changes import missing
from learnlog.domain.answers import checked
from learnlog.domain.questions import Question, QuestionSet
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import translator
from learnlog.text import N_, Msg

T = TypeVar("T")
_LONGEST_NAME = 24
"""A longer key is surely no question's, and may be somebody's text, which no error repeats."""
_LIKE: dict[str, object] = {"line": '{"a1": "…"}'}


def answers(text: str, questions: QuestionSet, known: Mapping[str, str], today: dt.date) -> dict[str, str]:
    """The answers a file tells, as they are stored.

    Args:
        text: A JSON object. A text is a string, a choice its key, several choices or days an array; null is no answer.
            Days may be told as people say them.
        questions: The form.
        known: What was answered earlier. A file may tell only what is new.
        today: The owner's own day.

    Raises:
        InvalidInputError: With everything that is wrong, by question id: unknown ids and keys, unreadable days, and
            what must be answered and is not. Nothing is to be saved then.
    """
    told = object_in(text)
    problems: list[tuple[str, Msg]] = []
    for question in questions.questions:
        try:
            if question.kind in ("date", "dates") and question.id in told:
                told[question.id] = _days(question, told[question.id], today)
        except InvalidInputError as error:
            del told[question.id]
            problems += [(question.id, sentence) for _field, sentence in error.problems]
    try:
        kept = checked(questions, told, known)
    except InvalidInputError as error:
        unreadable = {key for key, _sentence in problems}
        problems += [each for each in error.problems if each[0] not in unreadable]
    if problems:
        ids = [*questions.ids]
        problems.sort(key=lambda each: ids.index(each[0]) if each[0] in ids else len(ids))
        raise InvalidInputError(*(problem_of(*each) for each in problems))
    return kept


def asked(call: Call, questions: QuestionSet, known: Mapping[str, str], today: dt.date) -> dict[str, str]:
    """The answers in the file that ``--answers`` names, see `answers` and `in_file`."""
    return in_file(call, lambda text: answers(text, questions, known, today))


def in_file(call: Call, read: Callable[[str], T]) -> T:
    """What the file that ``--answers`` names tells.

    Args:
        call: The command.
        read: Reads the file's text.

    Raises:
        InvalidInputError: With everything that is wrong; with ``--json`` a program has been told it too.
    """
    path = call.arguments.text("answers")
    if not path:
        raise missing(call, "--answers")
    text = typed.file(path)
    try:
        return read(text)
    except InvalidInputError as error:
        tell_problems(call, error)
        raise


def tell_problems(call: Call, error: InvalidInputError) -> None:
    """Tell a program, with ``--json``, what is wrong with the answers, question by question."""
    if call.arguments.switch("json"):
        say = translator().say
        sentences = [(key, problem.values.get("sentence", problem)) for key, problem in error.problems]
        problems = [{"question": key, "text": say(each)} for key, each in sentences if isinstance(each, Msg)]
        call.out.json({"saved": False, "problems": problems}, indent=2)


def listed(answers: Mapping[str, str], questions: QuestionSet) -> dict[str, object]:
    """Stored answers as JSON has them: arrays for several choices and days; what is not answered is left out."""
    kinds = {question.id: question.kind for question in questions.questions}
    told = {key: answer for key, answer in answers.items() if answer.strip(", \n\t")}
    return {key: _parts(answer) if kinds.get(key) in ("multi", "dates") else answer for key, answer in told.items()}


def _parts(answer: str) -> list[str | None]:
    return [each or None for each in answer.split(",")]


def object_in(text: str) -> dict[str, object]:
    """The JSON object in a file: no key twice, nothing that is no JSON."""
    from learnlog.storage.json_text import Refused, strict

    try:
        return strict(text)
    except Refused as error:
        problem = Msg(N_("This is no JSON object with answers, such as {line}. No key may stand there twice."), _LIKE)
        raise InvalidInputError(("answers", problem)) from error


def _days(question: Question, value: object, today: dt.date) -> object:
    """Days in ISO 8601; what is of another kind is left to the check."""
    if isinstance(value, str):
        parts: list[object] = [*value.split(",")] if question.kind == "dates" else [value]
        return ",".join(_day(question, part, today) for part in parts if isinstance(part, str))
    if isinstance(value, list) and all(part is None or isinstance(part, str) for part in value):
        return [_day(question, part or "", today) for part in value]
    return value


def _day(question: Question, text: str, today: dt.date) -> str:
    return typed.day(text, today, ahead=question.ahead).isoformat() if text.strip() else ""


def problem_of(key: str, sentence: Msg) -> tuple[str, Msg]:
    """A problem whose sentence says which question it is about."""
    safe = len(key) <= _LONGEST_NAME and key.isascii() and key.replace("_", "").isalnum()
    return key if safe else "?", Msg(N_("{key}: {sentence}"), {"key": key if safe else "?", "sentence": sentence})
