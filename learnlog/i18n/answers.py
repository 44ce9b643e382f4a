"""How an answer reads: the words of what was chosen, the day that was meant."""

from __future__ import annotations

import datetime as dt

from learnlog.domain.questions import Question
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import capital


def answer_words(question: Question, answer: str, translator: Translator) -> str:
    """An answer as people read it; what is not among the options, or is no day, reads as it stands.

    Args:
        question: The question.
        answer: The answer as it is stored.
        translator: Speaks the language it is read in.
    """
    options = {key: translator.gettext(text) for key, text in question.options}
    if question.kind == "choice":
        return options.get(answer, answer)
    if question.kind == "multi":
        return capital(", ".join(options.get(key, key) for key in answer.split(",")))
    if question.kind == "date":
        return _day(answer, translator)
    if question.kind == "dates":
        days = zip(options.values() or ("",), answer.split(","), strict=False)
        return " · ".join(f"{name} {_day(day, translator)}".strip() for name, day in days if day)
    return answer


def _day(answer: str, translator: Translator) -> str:
    try:
        return numeric_date(dt.date.fromisoformat(answer), translator)
    except ValueError:
        return answer
