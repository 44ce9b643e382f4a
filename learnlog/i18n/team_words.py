"""What waits in the copies of many, as sentences; the same ones wherever they are shown."""

from __future__ import annotations

from learnlog.domain.competence import NeedType
from learnlog.domain.printable import show_line
from learnlog.domain.team import OTHER_AREA, Matter, Person, Waiting
from learnlog.i18n.catalog import Translator
from learnlog.i18n.due_words import FOLLOWUPS
from learnlog.i18n.labels import area_name, capital, label
from learnlog.text import N_

HEADINGS: tuple[tuple[str, tuple[Waiting, ...]], ...] = (
    (N_("They wait for an answer"), (Waiting.COPY, Waiting.FORM)),
    (N_("Follow-ups and promises"), (Waiting.FOLLOWUP, Waiting.PROMISE)),
    (N_("To plan at the next meeting"), (Waiting.SHARING,)),
)
"""English heading, and what stands below it."""
NEEDS: dict[NeedType, str] = {
    NeedType.MOBILISE: N_("Mobilise"),
    NeedType.DEVELOP: N_("Develop"),
    NeedType.ACQUIRE: N_("Acquire"),
}
"""Kind of need → English word above a column of numbers, shorter than its label."""


def matter_text(matter: Matter, translator: Translator) -> str:
    """What waits; whose it is and when is told beside it."""
    title = show_line(matter.title)
    if matter.kind is Waiting.COPY:
        return translator.gettext(N_("A copy nobody has answered yet"))
    if matter.kind is Waiting.FORM:
        return translator.gettext(N_("Talk it over before: {title}"), title=title)
    if matter.kind is Waiting.FOLLOWUP:
        return translator.gettext(FOLLOWUPS.get(matter.round, FOLLOWUPS[1]), title=title)
    if matter.kind is Waiting.SHARING:
        channel = label(matter.channel, translator) if matter.channel else ""
        return translator.gettext(N_("{title} ({channel})"), title=title, channel=channel)
    if matter.is_managers:
        return translator.gettext(N_("Promises, the manager’s too: {title}"), title=title)
    return translator.gettext(N_("Promises: {title}"), title=title)


def person_name(person: Person, translator: Translator) -> str:
    """What somebody is called; who has not said it is told by the file."""
    return show_line(person.sender.name).strip() or translator.gettext(
        N_("No name ({file})"), file=show_line(person.file)
    )


def needed_area(area: str, translator: Translator) -> str:
    """What an area of `learnlog.domain.team.Needs` is called."""
    if area == OTHER_AREA:
        return translator.gettext(N_("Other areas"))
    return capital(area_name(show_line(area), translator))
