"""Words that are to be erased for good: how they are found in a text, however they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from learnlog.domain.identity import Certainty, hide, look_for_numbers
from learnlog.errors import InvalidInputError
from learnlog.text import N_, Msg

FEWEST = 3
"""So many letters and digits are needed: less would be found everywhere."""
MOST = 200
"""So many different words can be erased at once."""
_ROUNDS = 5
"""Hiding a number may bring digits together that are one again; so often, and then no more."""


class Words:
    """Words or names that somebody wants out of every text: as whole words, small letters or capitals.

    A name ending in the s of a genitive is found, too; spaces may be line breaks. Part of a longer word is another
    word: who erases “Per” keeps “Personal”.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        """Take them, one to a line.

        Raises:
            InvalidInputError: If there are none, one is too short, or there are too many.
        """
        wanted = list(dict.fromkeys(" ".join(unicodedata.normalize("NFC", line).split()) for line in lines))
        wanted = [each for each in wanted if each]
        if not wanted:
            raise InvalidInputError(("words", Msg(N_("Write the words that are to be erased, one to a line."))))
        if any(sum(map(str.isalnum, each)) < FEWEST for each in wanted):
            text = N_("At least three letters or digits are needed: fewer would be found everywhere.")
            raise InvalidInputError(("words", Msg(text)))
        if len(wanted) > MOST:
            raise InvalidInputError(("words", Msg(N_("These are too many words at once."))))
        longest_first = sorted(wanted, key=len, reverse=True)
        self._found = re.compile("|".join(map(_pattern, longest_first)), re.IGNORECASE)

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in a text."""
        return self._found.search(text) is not None

    def hidden(self, text: str, word: str) -> str:
        """A text with every one of them replaced.

        Args:
            text: Any text.
            word: What stands there instead, such as ``[maskerat]``.
        """
        return self._found.sub(lambda _found: word, text)


def numbers_hidden(text: str, word: str) -> str:
    """A text with every valid personal identity number replaced.

    Args:
        text: Any text.
        word: What stands there instead, such as ``[maskerat]``.
    """
    for _ in range(_ROUNDS):
        certain = [each for each in look_for_numbers(text) if each.certainty is Certainty.CERTAIN]
        if not certain:
            break
        text = hide(text, certain, word)
    return text


def _pattern(words: str) -> str:
    """One of them as a regular expression: composed or not, and at the ends no letter of a longer word."""
    parts = (r"\s+" if each == " " else _letter(each) for each in words)
    before = r"(?<!\w)" if _is_of_a_word(words[0]) else ""
    after = r"(?=(?:['’]?s)?(?![\w\u0300-\u036f]))" if _is_of_a_word(words[-1]) else ""
    return f"{before}{''.join(parts)}{after}"


def _is_of_a_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _letter(char: str) -> str:
    apart = unicodedata.normalize("NFD", char)
    return re.escape(char) if apart == char else f"(?:{re.escape(char)}|{re.escape(apart)})"
