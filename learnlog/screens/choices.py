"""What can be chosen in fields, as it is read in the interface's present language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from learnlog.domain.areas import SUGGESTED_AREAS
from learnlog.domain.goal import Action, Goal
from learnlog.domain.questions import REFLECTION_SETS
from learnlog.domain.training import Training
from learnlog.domain.values import ActivityType, Arena
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.labels import area_name, arena_place, capital, label
from learnlog.widgets.glyphs import ARENAS, TRAINING
from learnlog.widgets.pickers import Choice


def of(members: Iterable[StrEnum]) -> Callable[[], tuple[Choice, ...]]:
    """Gives the members of a closed set to choose from, all or some of them."""
    return lambda: tuple(Choice(member.value, capital(label(member, translator()))) for member in members)


def arenas() -> tuple[Choice, ...]:
    """The arenas: glyph, colour and word."""
    return tuple(
        Choice(
            arena.value, capital(arena_place(arena, translator())), mark=ARENAS[arena].glyph, style=ARENAS[arena].style
        )
        for arena in Arena
    )


def activity_types() -> tuple[Choice, ...]:
    """The activity types, arena by arena."""
    tr = translator()
    return tuple(
        Choice(
            kind.value,
            capital(label(kind, tr)),
            group=capital(arena_place(kind.usual_arena, tr)),
            mark=ARENAS[kind.usual_arena].glyph,
            style=ARENAS[kind.usual_arena].style,
        )
        for kind in ActivityType
    )


def reflection_sets() -> tuple[Choice, ...]:
    """The question sets."""
    return tuple(Choice(each.id, _(each.title)) for each in REFLECTION_SETS)


def areas(used: tuple[str, ...]) -> Callable[[], tuple[Choice, ...]]:
    """Gives the competence areas: those the owner has used first, then the suggested ones."""
    keys = tuple(dict.fromkeys((*used, *SUGGESTED_AREAS)))
    return lambda: tuple(Choice(key, capital(area_name(key, translator()))) for key in keys)


def trainings(known: Sequence[Training]) -> Callable[[], tuple[Choice, ...]]:
    """Gives the trainings an entry may belong to, the latest first."""
    latest = sorted(known, key=lambda each: each.start_on or dt.date.max, reverse=True)
    return lambda: tuple(Choice(each.id, each.title, mark=TRAINING.glyph, style=TRAINING.style) for each in latest)


class Known(NamedTuple):
    """What an entry may belong to.

    Attributes:
        trainings: The trainings.
        goals: The goals of the plan.
        actions: The actions of the plan.
    """

    trainings: Sequence[Training] = ()
    goals: Sequence[Goal] = ()
    actions: Sequence[Action] = ()


def goals(known: Sequence[Goal]) -> Callable[[], tuple[Choice, ...]]:
    """Gives the goals something may belong to; the open ones first, as they are listed."""
    return lambda: tuple(Choice(each.id, each.title) for each in known)


def actions(known: Sequence[Action]) -> Callable[[], tuple[Choice, ...]]:
    """Gives the actions something may have come of."""
    return lambda: tuple(Choice(each.id, each.what) for each in known)
