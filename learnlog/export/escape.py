"""Text that stays text in Markdown: whatever somebody wrote, it never becomes structure, HTML, a link or a picture.

Only what would mean something is escaped, so that ordinary text reads as it was written. A bare web address is left as
it is: some readers make it clickable, and then it leads where it says.
"""

from __future__ import annotations

import re

from learnlog.domain.printable import show_line

WIDTH = 80
"""Columns a line keeps to where words allow it."""

_MEANING = re.compile(r"[\\`*\[\]~|$_<&]")
_ALWAYS = re.compile(r"[\\`*\[\]~|$]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_FIRST = re.compile(r"#{1,6}$|[-+=]+$|>|:-*:?$|:(?=[-:|])")
_NUMBERED = re.compile(r"(\d{1,9})([.)])")
_LAST = re.compile(r"#+$")


def escaped_words(text: str) -> list[str]:
    """The words of a text, each escaped for use inside a line."""
    text = show_line(text)
    if _MEANING.search(text):
        text = _ALWAYS.sub(r"\\\g<0>", text)
        text = _UNDERSCORE.sub(r"\\_", text)
        text = _TAG.sub(r"\\<", text)
        text = _ENTITY.sub(r"\\&", text)
    return text.split()


def first_word(word: str) -> str:
    """An escaped word as it may stand first in a line, where some signs begin a list, a heading, a quote or a rule."""
    if word[0].isalpha():
        return word
    if _FIRST.match(word):
        return "\\" + word
    number = _NUMBERED.fullmatch(word)
    return f"{number[1]}\\{number[2]}" if number else word


def one_line(text: str) -> str:
    """A text escaped for a heading: one line, however long."""
    words = escaped_words(text)
    if words:
        words[-1] = _LAST.sub(r"\\\g<0>", words[-1])  # signs at the end would be taken for the heading's own
        words[0] = first_word(words[0])
    return " ".join(words)


def cell(text: str) -> str:
    """A text escaped for a table's cell."""
    return " ".join(escaped_words(text))


def wrapped(words: list[str], first: str = "", rest: str = "", gap: str = " ") -> list[str]:
    """Escaped words as lines of at most `WIDTH` columns where words allow it.

    Args:
        words: The words.
        first: What the first line begins with ("- ").
        rest: What the others begin with.
        gap: What stands between the words.
    """
    lines: list[str] = []
    line = ""
    for word in words:
        if not line:
            line = (rest if lines else first) + first_word(word)
        elif len(line) + len(gap) + len(word) <= WIDTH:
            line += gap + word
        else:
            lines.append(line)
            line = rest + first_word(word)
    return [*lines, line] if line else lines
