"""The parts of the CV summary that come from the log: chosen lessons, and computed numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from learnlog.domain.areas import SUGGESTED_AREAS
from learnlog.domain.choosing import is_quoted
from learnlog.domain.competence import Area
from learnlog.domain.entry import Entry
from learnlog.domain.selection import Selection
from learnlog.domain.statistics import Totals, totals
from learnlog.domain.values import ActivityType, Applied, Purpose
from learnlog.export.document import Block, Bullets, Heading, Line, Paragraph, Quote, Run
from learnlog.export.wording import DOT, lines_of, unless_told
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date, whole_hours
from learnlog.i18n.labels import area_name, arena_place, capital, label, often
from learnlog.text import N_

MOST_TYPES = 3
MOST_AREAS = 8

_PURPOSES = {
    Purpose.A: N_("learning was the purpose (A) {count}"),
    Purpose.B: N_("purpose not clear (B) {count}"),
    Purpose.C: N_("another purpose (C) {count}"),
}


def lessons(
    entries: tuple[Entry, ...], selection: Selection, rated: tuple[Area, ...], t: Translator
) -> Iterator[Block]:
    """The chosen entries by competence area, each with its day and the owner's own insight.

    Args:
        entries: The chosen entries.
        selection: Which insights are quoted.
        rated: The areas of which more is told: they come first, in their order.
        t: For the language.
    """
    groups = _by_area(entries, rated)
    for area, group in groups.items():
        if area:
            yield Heading(capital(area_name(area, t)))
        elif len(groups) > 1:
            yield Heading(t.gettext("Other things I have learned"))
        for entry in group:
            yield Paragraph(_about(entry, t))
            if is_quoted(entry, selection):
                yield Quote(lines_of(entry.insight))


def _by_area(entries: tuple[Entry, ...], rated: tuple[Area, ...]) -> dict[str, list[Entry]]:
    """Every entry once, under one area; rated areas first, then those with most entries; those without an area last."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_area_of(entry, rated), []).append(entry)
    first = {area.name: place for place, area in enumerate(rated)}
    order = {area: place for place, area in enumerate(SUGGESTED_AREAS)}

    def place(item: tuple[str, list[Entry]]) -> tuple[bool, int, int, int, str]:
        area, own = item
        return not area, first.get(area, len(first)), -len(own), order.get(area, len(order)), area

    return dict(sorted(groups.items(), key=place))


def _area_of(entry: Entry, rated: tuple[Area, ...]) -> str:
    """The area an entry shows something of: what the owner says it is evidence of, else the first it is about."""
    about = [area.name for area in rated if entry.id in area.evidence]
    about += [name for name in entry.areas if any(area.name == name for area in rated)]
    return next(iter((*about, *entry.areas)), "")


def _about(entry: Entry, t: Translator) -> Line:
    facts = [numeric_date(entry.date, t)]
    if entry.activity_type is not ActivityType.DAILY:  # what an entry is until something else is said
        facts.append(unless_told(label(entry.activity_type, t), entry.title))
    if entry.applied:
        facts.append(t.gettext("used at work: {often}", often=often(entry.applied, t)))
    if entry.evidence:
        facts.append(t.gettext("evidence: {what}", what=", ".join(entry.evidence)))
    return (Run(entry.title, strong=True), Run("· " + DOT.join(fact for fact in facts if fact)))


def learning(entries: tuple[Entry, ...], t: Translator) -> Iterator[Block]:
    """Where, what for, how and in which areas: numbers of all entries in the period."""
    if not entries:
        return
    sums = totals(entries)
    yield Paragraph((Run(_size(sums, t)),))
    yield Bullets((*_numbers(sums, t), *_applied(entries, t)))


def _size(sums: Totals, t: Translator) -> str:
    entries = t.ngettext("{count} entry", "{count} entries", sums.entries)
    days = t.ngettext("on {count} day", "on {count} different days", sums.days)
    if not sums.minutes:
        return t.gettext("{entries} {days}.", entries=entries, days=days)
    hours = whole_hours(sums.minutes, t)
    if sums.timed == sums.entries:
        return t.gettext("{entries} {days}, {hours} in all.", entries=entries, days=days, hours=hours)
    return t.ngettext(
        "{entries} {days}. Time is noted in {count} entry: {hours} in all.",
        "{entries} {days}. Time is noted in {count} entries: {hours} in all.",
        sums.timed,
        entries=entries,
        days=days,
        hours=hours,
    )


def _numbers(sums: Totals, t: Translator) -> Iterator[Line]:
    places = [f"{arena_place(arena, t)} {count}" for arena, count in sums.arenas.items() if count]
    yield _counts(t.gettext("Where:"), places)
    purposes = [
        t.gettext(_PURPOSES[purpose], count=count) for purpose, count in sums.purposes.items() if purpose and count
    ]
    if purposes:
        yield _counts(t.gettext("Main purpose:"), purposes)
    types = [f"{label(kind, t)} {count}" for kind, count in sums.types[:MOST_TYPES]]
    yield _counts(t.gettext("Most often:"), types)
    if sums.areas:
        areas = [f"{area_name(area, t)} {count}" for area, count in sums.areas[:MOST_AREAS]]
        rest = len(sums.areas) - MOST_AREAS
        if rest > 0:
            areas.append(t.ngettext("and {count} more", "and {count} more", rest))
        yield _counts(t.gettext("Competence areas:"), areas)


def _applied(entries: tuple[Entry, ...], t: Translator) -> Iterator[Line]:
    """How much is used at work, most first, of the entries that tell it."""
    count = Counter(entry.applied for entry in entries)
    told = [f"{often(applied, t)} {count[applied]}" for applied in reversed(Applied) if count[applied]]
    if told:
        yield _counts(t.gettext("Used at work:"), told)


def _counts(name: str, counts: list[str]) -> Line:
    return (Run(name, strong=True), Run(DOT.join(counts)))
