"""How an answer reads: the words of what was chosen, the day that was meant."""

from __future__ import annotations

import datetime as dt

from learnlog.domain.questions import Question
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date, short_date
from learnlog.i18n.labels import capital


def answer_words(question: Question, answer: str, translator: Translator, today: dt.date | None = None) -> str:
    """An answer as people read it; what is not among the options, or is no day, reads as it stands.

    Args:
        question: The question.
        answer: The answer as it is stored.
        translator: Speaks the language it is read in.
        today: For days as in a list, "20 Nov"; by default they read as in a document.
    """
    options = {key: translator.gettext(text) for key, text in question.options}
    if question.kind == "choice":
        return options.get(answer, answer)
    if question.kind == "multi":
        return capital(", ".join(options.get(key, key) for key in answer.split(",")))
    if question.kind == "date":
        return _day(answer, translator, today)
    if question.kind == "dates":
        days = zip(options.values() or ("",), answer.split(","), strict=False)
        return " · ".join(f"{name} {_day(day, translator, today)}".strip() for name, day in days if day)
    return answer


def _day(answer: str, translator: Translator, today: dt.date | None) -> str:
    try:
        day = dt.date.fromisoformat(answer)
    except ValueError:
        return answer
    return numeric_date(day, translator) if today is None else short_date(day, translator, today)
