"""An error as a sentence somebody can act on."""

from __future__ import annotations

from learnlog.errors import InvalidInputError, LearnlogError
from learnlog.i18n.catalog import Translator


def explain(error: LearnlogError, translator: Translator) -> str:
    """What went wrong, in the reader's language; several problems stand on a line each."""
    if isinstance(error, InvalidInputError) and error.problems:
        return "\n".join(translator.say(problem) for _, problem in error.problems)
    return translator.say(error.message)
