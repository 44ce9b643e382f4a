"""The phases of a future workshop as they are held: what each is called, what it is for, what is written in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textual.content import Content

from learnlog.domain.plan_questions import WORKSHOP
from learnlog.domain.workshop import Phase, Workshop
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.labels import capital, label
from learnlog.text import N_
from learnlog.widgets.safe import content


class Told(NamedTuple):
    """What is said of a phase.

    Attributes:
        name: Its short English name, to stand beside seven others.
        sentence: What it is for, in an English sentence or two.
        write: What stands on the line one writes in, in English; empty where nothing is written.
        nothing: What the list says while it is empty, in English.
    """

    name: str
    sentence: str
    write: str = ""
    nothing: str = ""


PHASES: dict[Phase, Told] = {
    Phase.QUESTION: Told(
        N_("Question"),
        N_("Choose one that matters to all of you. {key:workshop.next} goes on to the next phase."),
        N_("Question"),
    ),
    Phase.HOPES: Told(
        N_("Hopes"),
        N_("Everything is welcome, and nobody has to explain."),
        N_("A hope; Enter keeps it"),
        N_("Nothing is written yet."),
    ),
    Phase.CRITIQUE: Told(
        N_("Obstacles"),
        N_("One thing a line. Nothing is defended, and nothing is solved yet."),
        N_("An obstacle; Enter keeps it"),
        N_("Nothing is written yet."),
    ),
    Phase.BOTTOM: Told(
        N_("Worst"),
        N_("{key:idea.pick} picks one, or takes it back. You can go back and write more."),
        nothing=N_("No obstacles are written down yet. {key:workshop.before} goes back to them."),
    ),
    Phase.VISION: Told(
        N_("Vision"),
        N_("Nothing is impossible now: there is time, money and courage."),
        N_("A dream; Enter keeps it"),
        N_("Nothing is written yet."),
    ),
    Phase.TOP: Told(
        N_("Best"),
        N_("What you pick shows the way. {key:idea.pick} picks one, or takes it back."),
        nothing=N_("No vision is written down yet. {key:workshop.before} goes back to it."),
    ),
    Phase.ISLAND: Told(
        N_("Island"),
        N_("Small enough to change. {key:idea.pick} chooses one; write your own if none fits."),
        N_("An island; Enter keeps it"),
        N_("Nothing is written yet."),
    ),
    Phase.ACTIONS: Told(
        N_("Actions"),
        N_("In the list, Enter adds how, who and the first step. {key:workshop.next} ends the workshop."),
        N_("WHAT will be done? Enter keeps it"),
        N_("Nothing is written yet."),
    ),
}
"""In their order."""


def card_title(phase: Phase) -> str:
    """What the list of a phase is called."""
    if phase in (Phase.HOPES, Phase.ACTIONS):
        return _(PHASES[phase].name)
    return capital(label(phase, translator()))


def beside(workshop: Workshop, phase: Phase) -> Content:
    """What was come to before and helps now; empty where nothing does."""
    parts = {
        Phase.VISION: (Phase.BOTTOM,),
        Phase.ISLAND: (Phase.BOTTOM, Phase.TOP),
        Phase.ACTIONS: (Phase.ISLAND, Phase.TOP, Phase.BOTTOM),
    }.get(phase, ())
    return Content("\n\n").join(_come_to(workshop, parts))


def _come_to(workshop: Workshop, phases: tuple[Phase, ...]) -> Iterator[Content]:
    told = {Phase.BOTTOM: workshop.bottom, Phase.TOP: workshop.top, Phase.ISLAND: (workshop.island,)}
    for phase in phases:
        rows = [content(f"· {each}") for each in told[phase] if each]
        if rows:
            yield Content("\n").join([Content.styled(card_title(phase), "bold $primary"), *rows])


def asked(phase: Phase) -> str:
    """What is asked in a phase, in the interface's language."""
    return _(WORKSHOP[phase])
