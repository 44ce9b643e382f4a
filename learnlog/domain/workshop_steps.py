"""Holding a future workshop, line by line: one more, another wording, one less, one that is picked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from learnlog.domain.revising import one_line
from learnlog.domain.workshop import Phase, Workshop


class Lines(NamedTuple):
    """Where the lines of a phase stand.

    Attributes:
        field: The field of a workshop they are written in; empty where nothing is written.
        picked: The field that holds those which are picked; empty where nothing is.
    """

    field: str = ""
    picked: str = ""


LINES: dict[Phase, Lines] = {
    Phase.QUESTION: Lines(),
    Phase.HOPES: Lines("hopes"),
    Phase.CRITIQUE: Lines("critique"),
    Phase.BOTTOM: Lines("critique", "bottom"),
    Phase.VISION: Lines("vision"),
    Phase.TOP: Lines("vision", "top"),
    Phase.ISLAND: Lines("islands", "island"),
    Phase.ACTIONS: Lines("plans"),
}
"""Phase → where its lines stand; what is to be done are actions rather than lines."""
PICKING = (Phase.BOTTOM, Phase.TOP)
"""Phases in which nothing new is written."""
_PICKED_FROM = {"critique": "bottom", "vision": "top"}


def lines_in(workshop: Workshop, phase: Phase) -> tuple[str, ...]:
    """The lines of a phase, in their order; for the island also the best of the vision, to choose among."""
    if phase is Phase.ACTIONS:
        return tuple(each.what for each in workshop.plans)
    written = _written(workshop, phase)
    if phase is Phase.ISLAND:
        return tuple(dict.fromkeys((*written, *workshop.top)))
    return written


def picked_in(workshop: Workshop, phase: Phase) -> tuple[str, ...]:
    """The lines of a phase that are picked."""
    if phase is Phase.ISLAND:
        return (workshop.island,) if workshop.island else ()
    field = LINES[phase].picked
    picked: tuple[str, ...] = getattr(workshop, field) if field else ()
    return picked


def added(workshop: Workshop, phase: Phase, text: str) -> Workshop:
    """With one more line; the same workshop if it stands there already. The first island is the one chosen."""
    text, written = one_line(text), _written(workshop, phase)
    if not text or text in written:
        return workshop
    workshop = _with(workshop, LINES[phase].field, (*written, text))
    return workshop._replace(island=text) if phase is Phase.ISLAND and not workshop.island else workshop


def reworded(workshop: Workshop, phase: Phase, old: str, text: str) -> Workshop:
    """With another wording of a line, which stays picked; the same workshop if that stands there already."""
    text, written = one_line(text), _written(workshop, phase)
    if not text or text in written:
        return workshop
    if old not in written:  # an island that came from the vision
        workshop = added(workshop, phase, text)
    return _each(workshop, phase, lambda each: text if each == old else each)


def removed(workshop: Workshop, phase: Phase, line: str) -> Workshop:
    """Without a line; it is not picked any more either."""
    return _each(workshop, phase, lambda each: "" if each == line else each)


def toggled(workshop: Workshop, phase: Phase, line: str) -> Workshop:
    """With a line picked, or not picked any more; of the islands, one is chosen at most."""
    if phase is Phase.ISLAND:
        if workshop.island == line:
            return workshop._replace(island="")
        islands = workshop.islands if line in workshop.islands else (*workshop.islands, line)
        return workshop._replace(islands=islands, island=line)
    field = LINES[phase].picked
    picked = {*getattr(workshop, field)} ^ {line}
    return _with(workshop, field, tuple(each for each in _written(workshop, phase) if each in picked))


def _written(workshop: Workshop, phase: Phase) -> tuple[str, ...]:
    written: tuple[str, ...] = getattr(workshop, LINES[phase].field)
    return written


def _with(workshop: Workshop, field: str, lines: tuple[str, ...]) -> Workshop:
    change: dict[str, Any] = {field: lines}
    return workshop._replace(**change)


def _each(workshop: Workshop, phase: Phase, change: Callable[[str], str]) -> Workshop:
    """With every line of a phase changed so, wherever it stands; one that becomes empty is left out."""
    field = LINES[phase].field
    names = [field, *filter(None, [_PICKED_FROM.get(field)])]
    new: dict[str, Any] = {name: tuple(filter(None, map(change, getattr(workshop, name)))) for name in names}
    workshop = workshop._replace(**new)
    return workshop._replace(island=change(workshop.island)) if phase is Phase.ISLAND else workshop
