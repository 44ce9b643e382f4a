"""Two versions of a text side by side: as much of each as there is room for, from where they begin to differ."""

from __future__ import annotations

import textwrap

LEAD = 60
"""Characters shown of what is the same, before the first that differs."""


def excerpts(one: str, other: str, *, width: int, lines: int) -> tuple[str, str]:
    """Both texts, from a little before their first difference; what is left out is an ellipsis.

    Args:
        one: A text.
        other: Another version of it.
        width: Cells of a line.
        lines: So many lines of each, at most.
    """
    if all(len(_wrapped(each, width)) <= lines for each in (one, other)):
        return one, other
    pairs = enumerate(zip(one, other, strict=False))
    differs = next((at for at, (this, that) in pairs if this != that), min(len(one), len(other)))
    lead = max(0, differs - LEAD)
    word = one.find(" ", lead, differs) + 1 if lead else 0
    start = max(word or lead, one.rfind("\n", 0, differs) + 1)
    return _from(one, start, width, lines), _from(other, start, width, lines)


def _from(text: str, start: int, width: int, lines: int) -> str:
    """A text from this place on."""
    shown = _wrapped("… " * bool(start) + text[start:], width)
    if len(shown) > lines:
        shown = [*shown[: lines - 1], shown[lines - 1][: width - 2].rstrip() + " …"]
    return "\n".join(shown)


def _wrapped(text: str, width: int) -> list[str]:
    return [part for line in text.split("\n") for part in textwrap.wrap(line, width) or [""]]
