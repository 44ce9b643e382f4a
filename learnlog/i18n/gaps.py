"""What is missing in a competence area, or not used, said the same way wherever it is said."""

from __future__ import annotations

from learnlog.domain.competence import Area, NeedType
from learnlog.domain.values import Applied
from learnlog.i18n.catalog import Translator
from learnlog.i18n.plan_labels import level_words
from learnlog.text import N_, pgettext

BETWEEN = " · "


TITLES: dict[NeedType, str] = {
    NeedType.MOBILISE: N_("What I can, and we do not use"),
    NeedType.DEVELOP: N_("What I want to learn"),
    NeedType.ACQUIRE: N_("What the service needs from outside"),
}
"""Heading over areas, by what helps."""
HINTS: dict[NeedType, str] = {
    NeedType.MOBILISE: N_("You can do this, but it is not used. What would let you use it?"),
    NeedType.DEVELOP: N_("This is to be learned, in daily work and otherwise."),
    NeedType.ACQUIRE: N_("The workplace needs this from outside. It is no fault of anybody."),
}
"""What it means, in a sentence."""
USES: dict[Applied, tuple[str, str]] = {
    Applied.NOT_YET: pgettext("use", "not used yet"),
    Applied.TRIED_ONCE: pgettext("use", "tried once"),
    Applied.SOMETIMES: pgettext("use", "used sometimes"),
    Applied.OFTEN: pgettext("use", "used often"),
    Applied.ALWAYS: pgettext("use", "used always"),
}
"""Whether it is used at work, in two words."""


def gap_told(area: Area, t: Translator) -> str:
    """How an area stands, in words: "required: can do on my own · now: can do with support · used sometimes"."""
    said = []
    if area.requirement is not None:
        said.append(t.gettext("required: {level}", level=level_words(area.requirement, t)))
    if area.level is not None:
        said.append(t.gettext("now: {level}", level=level_words(area.level, t)))
    if area.used is not None:
        said.append(t.pgettext(*USES[area.used]))
    return BETWEEN.join(said)
