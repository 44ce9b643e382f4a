"""How arenas, trainings and tasks look: always a sign, a colour and a word together."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content

from learnlog.domain.values import Arena
from learnlog.i18n.ambient import translator
from learnlog.i18n.labels import arena_place


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


def legend(gap: int = 3) -> Content:
    """All arenas with their words, on one line."""
    parts = [Content.assemble(mark(arena), " ", (arena_place(arena, translator()), "$muted")) for arena in Arena]
    return Content(" " * gap).join(parts)
