"""Text as it is compared when searching."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_BEYOND_NORDIC = re.compile("[^\x00-\x7fåäöæø–—…’”«»·§°]")
_ACCENTS = re.compile("[\u0300-\u036f]+")


def fold(text: str) -> str:
    """A text as it is compared when searching.

    Upper and lower case are one, and so are the two ways Unicode has of writing an ``å``. The letters å ä ö æ ø are
    letters of their own: ``a`` does not find ``å``. Accents on other letters are left out: ``ide`` finds ``idé``.
    """
    folded = text.casefold()
    if not _BEYOND_NORDIC.search(folded):  # nearly always: nothing left to take apart
        return folded
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).casefold())
    nordic = apart.replace("a\u030a", "å").replace("a\u0308", "ä").replace("o\u0308", "ö")
    return unicodedata.normalize("NFC", _ACCENTS.sub("", nordic))


def words_in(words: Iterable[str], folded: str) -> bool:
    """Whether all of some folded words occur in a folded text."""
    return all(word in folded for word in words)
