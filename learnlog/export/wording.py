"""How single facts read in a document, whatever it tells of: lines, sentences, names beside what they stand for."""

from __future__ import annotations

from collections.abc import Mapping

from learnlog.export.document import Line, Run
from learnlog.i18n.labels import capital

DOT = " · "
"""Between facts on one line."""


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def sentence(text: str) -> str:
    """Somebody's words as a sentence among others: on one line, with a full stop if nothing else ends them."""
    text = " ".join(text.split())
    return text if not text or text[-1] in ".!?…:;)”»\"'" else text + "."


def joined(*sentences: str) -> str:
    """Sentences after each other; empty ones are left out."""
    return " ".join(each for each in map(sentence, sentences) if each)


def said(answers: Mapping[str, str], *keys: str) -> str:
    """The first of some answers that says anything."""
    return next((answers[key].strip() for key in keys if answers.get(key, "").strip()), "")


def labelled(name: str, text: str) -> Line:
    """A fact with its name."""
    return (Run(_before(capital(name), "?", ":"), strong=True), Run(text))


def asked(question: str, answer: str) -> Line:
    """An answer with what was asked, which may end with a hint in brackets."""
    return (Run(_before(question, "?", ":", ")", "."), strong=True), Run(answer))


def unless_told(words: str, title: str) -> str:
    """Some words, or nothing if the title beside them says the same."""
    return "" if words.casefold() in title.casefold() else words


def _before(name: str, *ends: str) -> str:
    """A name as it stands before what it stands for: with a colon, unless it ends in another sign."""
    return name if name.endswith(ends) else name + ":"
