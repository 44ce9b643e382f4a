"""A future workshop as a text to read: what was picked of each phase stands out, in a sign as well."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from textual.content import Content

from learnlog.domain.goal import Action
from learnlog.domain.workshop import Workshop
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import key_of, ngettext, translator
from learnlog.i18n.dates import short_date
from learnlog.i18n.labels import capital, label
from learnlog.text import N_
from learnlog.widgets.glyphs import TASK, URGENT
from learnlog.widgets.idea_list import PICKED
from learnlog.widgets.plan_lists import SIGNS
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import content, line

BETWEEN = " · "
SHOWN = 12
"""Most lines of a phase that are shown here; the document has all of them."""


def workshop_row(workshop: Workshop, today: dt.date) -> Row:
    """Question and whether it is under way; below it when, and how."""
    style = "$muted" if workshop.ended_on else ""
    return Row(
        workshop.id,
        (line(workshop.question, style), Content.styled(_facts(workshop, today), "$muted")),
        _state(workshop),
        Content.styled("" if workshop.ended_on else label(workshop.phase, translator()), "$muted"),
    )


def _state(workshop: Workshop) -> Content:
    if workshop.clashes:
        return Content.styled(_("two versions"), URGENT.style)
    if workshop.ended_on:
        return Content.assemble(("✓ ", "$success"), (_("ended"), "$muted"))
    return Content.styled(_("under way"), TASK.style)


def _facts(workshop: Workshop, today: dt.date) -> str:
    """When it was begun, and how it is held."""
    held = _("held in a team") if workshop.in_team else _("held alone")
    return BETWEEN.join((short_date(workshop.held_on, translator(), today), held))


def workshop_head(workshop: Workshop, today: dt.date) -> Content:
    """What it is about, and how far it has come."""
    how_far = _("ended") if workshop.ended_on else label(workshop.phase, translator())
    return Content.assemble(
        content(workshop.question, "bold"), "\n", (_facts(workshop, today) + BETWEEN + how_far, "$muted")
    )


def next_of_workshop(workshop: Workshop) -> Content:
    """That Enter goes on with it; nothing when it has ended."""
    if workshop.ended_on:
        return Content("")
    words = _("Next: {what}", what=_("go on with the workshop"))
    return Content.assemble(
        (f"{TASK.glyph} ", TASK.style), (words, "bold $accent"), ("  " + key_of("workshop.open"), "$muted")
    )


def workshop_body(workshop: Workshop, actions: Sequence[Action]) -> Content:
    """What was come to, phase by phase.

    Args:
        workshop: The workshop.
        actions: Those in the plan that came of it.
    """
    return Content("\n\n").join(_parts(workshop, [*actions, *workshop.plans]))


def _parts(workshop: Workshop, actions: Sequence[Action]) -> Iterator[Content]:
    islands = workshop.islands or tuple(filter(None, [workshop.island]))
    for title, lines, picked in (
        (N_("Hopes"), workshop.hopes, ()),
        (N_("Obstacles"), workshop.critique, workshop.bottom),
        (N_("In the best of worlds"), workshop.vision, workshop.top),
        (N_("Island"), islands, (workshop.island,)),
    ):
        if lines:
            yield Content("\n").join([Content.styled(_(title), "bold $primary"), *_lines(lines, picked)])
    if actions:
        rows = [
            Content.assemble((f"{SIGNS[each.status].glyph} ", SIGNS[each.status].style), line(each.what))
            for each in actions
        ]
        yield Content("\n").join([Content.styled(capital(_("Actions")), "bold $primary"), *rows])


def _lines(lines: Sequence[str], picked: Sequence[str]) -> Iterator[Content]:
    """What was picked first, so that it is seen however much there is."""
    chosen = [each for each in lines if each in picked]
    ordered = [*chosen, *(each for each in lines if each not in picked)]
    for each in ordered[:SHOWN]:
        if each in picked:
            yield Content.assemble((f"{PICKED} ", "$success"), line(each))
        else:
            yield line(f"· {each}", "$muted")
    if len(ordered) > SHOWN:
        more = ngettext("and {count} more", "and {count} more", len(ordered) - SHOWN)
        yield Content.styled(f"  {more}", "$muted")
