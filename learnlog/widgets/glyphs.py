"""How arenas, trainings and tasks look: always a sign, a colour and a word together."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content

from learnlog.domain.values import Arena
from learnlog.i18n.ambient import translator
from learnlog.text import pgettext


class Look(NamedTuple):
    """How something is marked.

    Attributes:
        glyph: One cell, without emoji presentation.
        style: Textual style with its colour.
    """

    glyph: str
    style: str


ARENAS: dict[Arena, Look] = {
    Arena.IN: Look("●", "$arena-in"),
    Arena.AT: Look("◆", "$arena-at"),
    Arena.OUT: Look("▲", "$arena-out"),
}
TRAINING = Look("■", "$training")
TASK = Look("›", "$accent")
URGENT = Look("!", "$error")


def mark(arena: Arena) -> Content:
    """The sign of an arena in its colour."""
    look = ARENAS[arena]
    return Content.styled(look.glyph, look.style)


_SHORT = {
    Arena.IN: pgettext("short arena", "in work"),
    Arena.AT: pgettext("short arena", "workplace"),
    Arena.OUT: pgettext("short arena", "outside"),
}


def legend(width: int) -> Content:
    """All arenas with their words, on one line of so many cells; in shorter words where there is less room."""
    from learnlog.i18n.labels import arena_place  # noqa: PLC0415 - the first frame does without

    tr = translator()
    words = {arena: arena_place(arena, tr) for arena in Arena}
    short = {arena: tr.pgettext(*_SHORT[arena]) for arena in Arena}
    for names, gap in ((words, 3), (words, 1), (short, 2), (short, 1)):
        parts = [Content.assemble(mark(arena), " ", (names[arena], "$muted")) for arena in Arena]
        line = Content(" " * gap).join(parts)
        if line.cell_length <= width:
            break
    return line
