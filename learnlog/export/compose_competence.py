"""The parts of the CV summary that come from the plan's areas: actual competence, and what is missing or not used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from learnlog.domain.competence import Area, NeedType
from learnlog.domain.goal import Action, Goal, is_under_way
from learnlog.export.document import Block, Line, Paragraph, Run, Table
from learnlog.export.plan_facts import called, level, scale, table_or_list, used
from learnlog.export.wording import joined
from learnlog.i18n.catalog import Translator
from learnlog.i18n.labels import area_name, capital


def competence(areas: tuple[Area, ...], since: dt.date, t: Translator) -> Iterator[Block]:
    """What is required, what I could then and can now, and whether it is used; what the levels mean.

    Args:
        areas: The areas there is something to tell of.
        since: The day that "then" is.
        t: For the language.
    """
    if not areas:
        return
    columns = (
        capital(t.gettext("competence area")),
        t.pgettext("level", "Required"),
        t.pgettext("level", "Then"),
        t.pgettext("level", "Now"),
        t.pgettext("level", "Used"),
    )
    yield table_or_list(Table(columns, tuple(_row(each, since, t) for each in areas)))
    yield Paragraph((Run(scale(t)),))


def _row(area: Area, since: dt.date, t: Translator) -> tuple[str, ...]:
    then = area.then(since)
    return (
        called(area, t),
        level(area.requirement),
        level(then.level if then else None),
        level(area.level),
        used(area, t),
    )


def needs(
    found: Mapping[NeedType, tuple[Area, ...]], goals: Iterable[Goal], actions: Iterable[Action], t: Translator
) -> Iterator[Line]:
    """What is not used, what is to be learned, what the service needs: a line each, as said by the owner.

    Args:
        found: What helps → the areas in which it would.
        goals: Those of the plan.
        actions: Those of the plan: the first one under way is an idea of what to do.
        t: For the language.
    """
    if unused := found[NeedType.MOBILISE]:
        yield (Run(t.gettext("Competence not used: {areas}.", areas=named(unused, t))),)
    goals, actions = tuple(goals), tuple(actions)
    for area in found[NeedType.DEVELOP]:
        yield (
            Run(joined(t.gettext("Development need: {area}.", area=standing(area, t)), _idea(area, goals, actions, t))),
        )
    if lacking := found[NeedType.ACQUIRE]:
        yield (Run(t.gettext("What the service needs from outside: {areas}.", areas=named(lacking, t))),)


def named(areas: Iterable[Area], t: Translator) -> str:
    """The names of some areas, inside a sentence."""
    return ", ".join(area_name(each.name, t) for each in areas)


def standing(area: Area, t: Translator) -> str:
    """An area with what is required and where I am, as far as that is told: "dementia care (required 3, now 2)"."""
    name = area_name(area.name, t)
    if area.requirement is None or area.level is None:
        return name
    return t.gettext("{area} (required {least}, now {level})", area=name, least=area.requirement, level=area.level)


def _idea(area: Area, goals: tuple[Goal, ...], actions: tuple[Action, ...], t: Translator) -> str:
    mine = {each.id for each in goals if each.area_id == area.id}
    what = next((each.what for each in actions if each.goal_id in mine and is_under_way(each, goals)), "")
    return t.gettext("Idea: {what}", what=what) if what else ""
