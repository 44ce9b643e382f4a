"""Find and order entries: by words, period, arena, type, area, status; newest first, by title, by time spent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from learnlog.domain.entry import EntryHead
from learnlog.domain.folding import fold
from learnlog.domain.values import ActivityType, Arena, Language, Purpose, Status, Visibility


class Filter(NamedTuple):
    """What the log shows. Different fields narrow each other; several values of one field widen it.

    Attributes:
        text: Words that must all occur somewhere in the entry. Whoever holds the texts finds them
            (`learnlog.services.log.LearningLog.matching`); `matches` does not look at it.
        from_on: First day; None for no beginning.
        to_on: Last day; None for no end.
        arenas: Only these; empty for all. So for the others:
        types: Activity types.
        areas: Competence areas, by key or by the owner's own name; one of the entry's must be among them.
        purposes: A, B, C.
        statuses: Draft, done.
        visibilities: Who may be shown it.
        only_for_cv: Only what is marked "show in CV".
    """

    text: str = ""
    from_on: dt.date | None = None
    to_on: dt.date | None = None
    arenas: frozenset[Arena] = frozenset()
    types: frozenset[ActivityType] = frozenset()
    areas: frozenset[str] = frozenset()
    purposes: frozenset[Purpose] = frozenset()
    statuses: frozenset[Status] = frozenset()
    visibilities: frozenset[Visibility] = frozenset()
    only_for_cv: bool = False

    def matches(self, head: EntryHead) -> bool:
        """Whether an entry is let through by everything but the text."""
        return (
            (self.from_on is None or head.date >= self.from_on)
            and (self.to_on is None or head.date <= self.to_on)
            and (not self.arenas or head.arena in self.arenas)
            and (not self.types or head.activity_type in self.types)
            and (not self.areas or not self.areas.isdisjoint(head.areas))
            and (not self.purposes or head.purpose in self.purposes)
            and (not self.statuses or head.status in self.statuses)
            and (not self.visibilities or head.visibility in self.visibilities)
            and (not self.only_for_cv or head.show_in_cv)
        )

    @property
    def narrows(self) -> int:
        """How many fields are in use, the text not counted; a period is one."""
        period = self.from_on is not None or self.to_on is not None
        return int(period) + sum(bool(value) for value in self[3:])

    def toggled(self, field: str, value: str) -> Filter:
        """This filter with one more value in a field, or one less if it was there."""
        changes: dict[str, Any] = {field: getattr(self, field) ^ {value}}
        return self._replace(**changes)

    def cleared(self) -> Filter:
        """A filter that narrows nothing, with the same text."""
        return Filter(text=self.text)


class Sorting(StrEnum):
    """In which order the log is shown."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    TIME_SPENT = "time_spent"


def shown(
    heads: Iterable[EntryHead],
    only: Filter,
    *,
    hits: Collection[str] | None = None,
    sorting: Sorting = Sorting.NEWEST,
    language: Language = Language.SV,
) -> list[EntryHead]:
    """The entries a filter lets through, in order.

    Args:
        heads: The log, newest first.
        only: What to show.
        hits: Ids of the entries in which the filter's text was found; None when there is no text.
        sorting: In which order.
        language: Whose alphabet titles are sorted by.
    """
    found = list(heads) if hits is None else [head for head in heads if head.id in hits]
    if only.narrows:
        matches = only.matches
        found = [head for head in found if matches(head)]
    return ordered(found, sorting, language)


def ordered(heads: list[EntryHead], sorting: Sorting, language: Language = Language.SV) -> list[EntryHead]:
    """Entries that come newest first, in another order. Equal ones stay newest first."""
    if sorting is Sorting.OLDEST:
        return heads[::-1]
    if sorting is Sorting.TITLE:
        return sorted(heads, key=lambda head: title_key(head.title, language))
    if sorting is Sorting.TIME_SPENT:
        return sorted(heads, key=lambda head: -(head.minutes or 0))
    return sorted(heads, key=attrgetter("date"), reverse=True)  # of what is sorted already, nearly free


_ALPHABET_ENDS = {
    Language.SV: (("å", "{"), ("ä", "|"), ("æ", "|"), ("ö", "}"), ("ø", "}")),
    Language.NB: (("æ", "{"), ("ä", "{"), ("ø", "|"), ("ö", "|"), ("å", "}")),
    Language.EN: (("å", "a"), ("ä", "a"), ("æ", "ae"), ("ö", "o"), ("ø", "o")),
}
_NOT_FIRST = " \"'«»“”‘’(–-…"


@lru_cache(maxsize=1 << 15)  # the same titles are sorted again at every change of the list
def title_key(title: str, language: Language) -> str:
    """What a title is sorted by: å ä ö come after z in Swedish, æ ø å in Norwegian; quotes and case do not count."""
    key = fold(title).strip(_NOT_FIRST)
    if not key.isascii():
        for letter, place in _ALPHABET_ENDS[language]:
            key = key.replace(letter, place)
    return key
