"""Levels on a line from 0 to 4: where I was, where I am, what is required. Readable without colour."""

from __future__ import annotations

from textual.content import Content

from learnlog.domain.competence import LEVEL_MAX, Area, NeedType
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.gaps import USES
from learnlog.text import pgettext
from learnlog.widgets.glyphs import TASK, Look

NOW, REQUIRED = Look("◎", "bold $foreground"), Look("┃", "$accent")
MORE, LESS = Look("›", "$success"), Look("‹", "$muted")
"""From the estimate before to the present one."""
_HELD, _REST = Look("━", "$primary"), Look("─", "$track")
STEP_MIN = 2
"""Fewest cells for a level."""


GAPS: dict[NeedType, tuple[str, str]] = {
    NeedType.MOBILISE: pgettext("gap", "put to use"),
    NeedType.DEVELOP: pgettext("gap", "develop"),
    NeedType.ACQUIRE: pgettext("gap", "bring in"),
}
"""What helps, in a word or two."""


def level_line(area: Area, width: int) -> Content:
    """The levels of an area on a line of at most so many cells.

    The heavy line goes up to where I am now (◎); the part of it made of arrows is what has changed since the estimate
    before. The gate (┃) stands behind the level that is required, so a line that passes it, or stands at it, is enough.
    """
    step = max((width - 2) // LEVEL_MAX, STEP_MIN)
    looks = [_REST] * (LEVEL_MAX * step + 2)
    if area.level is not None:
        here = area.level * step
        looks[:here] = [_HELD] * here
        looks[here] = NOW
        before = earlier_level(area)
        if before is not None:
            there = before * step
            looks[there:here] = [MORE] * max(here - there, 0)
            looks[here + 1 : there + 1] = [LESS] * max(there - here, 0)
    if area.requirement is not None:
        looks[area.requirement * step + 1] = REQUIRED
    return Content.assemble(*((each.glyph, each.style) for each in looks))


def earlier_level(area: Area) -> int | None:
    """The level of the estimate before the present one; None when there is none."""
    known = [each.level for each in sorted(area.ratings, key=lambda each: each.on) if each.level is not None]
    return known[-2] if len(known) > 1 else None


def level_legend() -> Content:
    """What the signs mean."""
    tr = translator()
    return Content.assemble(
        (NOW.glyph, NOW.style),
        (f" {tr.pgettext('level', 'now')}  ", "$muted"),
        (REQUIRED.glyph, REQUIRED.style),
        (f" {tr.pgettext('level', 'required')}  ", "$muted"),
        (MORE.glyph, MORE.style),
        (f" {_('since last time')}", "$muted"),
    )


def gap_words(area: Area) -> Content:
    """What is missing, by what helps; that it is enough; or that it has not been rated. Nothing where none is asked."""
    tr = translator()
    gap = area.gap
    if gap is not None:
        return Content.styled(tr.pgettext(*GAPS[gap]), "$foreground")
    if area.requirement is None:
        return Content("")
    if area.level is None:
        return Content.styled(f"{TASK.glyph} {_('rate it')}", TASK.style)
    return Content.assemble(("✓ ", "$success"), (tr.pgettext("gap", "enough"), "$muted"))


def use_words(area: Area) -> str:
    """Whether it is used at work, in two words; empty when not told."""
    return translator().pgettext(*USES[area.used]) if area.used is not None else ""
