"""A passphrase in words that can be said on the telephone: plain words of one's own language, without accents."""

from __future__ import annotations

import os
from collections.abc import Callable

from learnlog.domain.values import Language

WORDS = os.path.join(os.path.dirname(__file__), "words")
LISTED = 512
"""Words in each language's list: nine bits each."""
PICKED = 6
"""Words of a passphrase: 54 bits, on top of a lock that takes a second to try one."""


def suggested(language: Language, draw: Callable[[int], bytes] = os.urandom) -> str:
    """A new passphrase.

    Args:
        language: Whose words.
        draw: Gives so many random bytes.
    """
    with open(os.path.join(WORDS, f"{language}.txt"), encoding="utf-8") as file:
        words = file.read().split()
    return " ".join(words[int.from_bytes(draw(2), "big") % LISTED] for _ in range(PICKED))
