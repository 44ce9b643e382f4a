"""What the copies somebody was given tell together: who waits, what is late, what is to be spread, what is needed.

For a supervisor or a manager with many logs. Persons stand in the order of their names and are compared with nobody;
needs are counted and never quoted; what is counted of fewer than `GROUP_MIN` persons does not leave in an export.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from learnlog.domain.areas import SUGGESTED_AREAS
from learnlog.domain.competence import Area, NeedType
from learnlog.domain.folding import fold
from learnlog.domain.goal import Goal
from learnlog.domain.loop import has_form
from learnlog.domain.promise import open_promises
from learnlog.domain.share import Sender, Share, SharedKind
from learnlog.domain.training import Channel, SharingStatus, Training, days_in

GROUP_MIN = 5
"""Fewest persons that may be counted in what leaves: of fewer, it would tell who."""
KEEP_YEARS = 2
"""How long a copy is kept unless somebody says otherwise (DOMAIN, section 5)."""
OTHER_AREA = ""
"""Stands for every area that bears the words of fewer than `GROUP_MIN` persons."""


class Copy(NamedTuple):
    """A copy that was given to somebody, and is a file of theirs now.

    Attributes:
        file: The file's name, without its folder.
        share: What is in it.
        is_answered: Whether there is a review of it.
    """

    file: str
    share: Share
    is_answered: bool = False


class Waiting(Enum):
    """What somebody waits for, or has not come to yet."""

    COPY = "copy"
    """A copy that has no review yet: its owner waits for an answer."""
    FORM = "form"
    """The form before a training, filled in and not decided on: its owner waits for the dialogue."""
    FOLLOWUP = "followup"
    PROMISE = "promise"
    """What was promised before a training, and has not been looked back at."""
    SHARING = "sharing"
    """What is to be passed on to colleagues: a place at a meeting."""


class Matter(NamedTuple):
    """One thing that waits in somebody's copy.

    Attributes:
        kind: What it is.
        person: The number of the person, see `Team.persons`.
        title: The training's title; empty for a copy.
        due_on: The day; None when none is decided.
        round: Of a follow-up; otherwise 0.
        is_managers: Of a promise: whether the manager has promised something too.
        channel: Of a sharing: how; otherwise None.
    """

    kind: Waiting
    person: int
    title: str = ""
    due_on: dt.date | None = None
    round: int = 0
    is_managers: bool = False
    channel: Channel | None = None

    def is_late(self, today: dt.date) -> bool:
        """Whether its day has passed."""
        return self.due_on is not None and self.due_on < today


class Person(NamedTuple):
    """Somebody whose copies are there. What counts is the newest of them.

    Attributes:
        log_id: Id of their log.
        sender: Who they say they are.
        made_on: The day the newest copy was made.
        file: Its file.
        copies: How many there are.
    """

    log_id: str
    sender: Sender
    made_on: dt.date
    file: str
    copies: int = 1


class Needs(NamedTuple):
    """How many persons have a need in an area.

    Attributes:
        area: Key of the catalogue, the words at least `GROUP_MIN` persons use for it, or `OTHER_AREA`.
        persons: Kind of need → how many.
    """

    area: str
    persons: Mapping[NeedType, int]


class Team(NamedTuple):
    """What the copies tell together.

    Attributes:
        persons: By name.
        matters: What waits, by kind; in each the earliest first, and what has no day last.
        needs: By area, in the order of the catalogue; `OTHER_AREA` last.
        old: Files that are older than copies are kept, the oldest first.
    """

    persons: tuple[Person, ...]
    matters: tuple[Matter, ...]
    needs: tuple[Needs, ...]
    old: tuple[str, ...]

    def of(self, *kinds: Waiting) -> tuple[Matter, ...]:
        """What waits of some kinds."""
        return tuple(each for each in self.matters if each.kind in kinds)


def team(copies: Iterable[Copy], today: dt.date, keep_years: int = KEEP_YEARS) -> Team:
    """Put copies together.

    Args:
        copies: Those that could be read.
        today: The reader's own day.
        keep_years: How long a copy is kept, in years.
    """
    copies = list(copies)
    newest = _newest(copies)
    counts = Counter(each.share.log_id for each in copies)
    persons = tuple(
        Person(share.log_id, share.from_, share.created.date(), each.file, counts[share.log_id])
        for each in newest
        for share in (each.share,)
    )
    matters = [matter for number, each in enumerate(newest) for matter in _matters(number, each)]
    kinds = list(Waiting)
    matters.sort(key=lambda each: (kinds.index(each.kind), each.due_on or dt.date.max, each.person, each.title))
    last_kept = today - relativedelta(years=min(keep_years, today.year - 1))
    old = sorted((each.share.created, each.file) for each in copies if each.share.created.date() < last_kept)
    return Team(persons, tuple(matters), _needs(newest), tuple(file for _made, file in old))


def groups(copies: Iterable[Copy], today: dt.date) -> tuple[tuple[str, Team], ...]:
    """The units of at least `GROUP_MIN` persons, by name, each with what its copies tell; everybody first, as "".

    Everybody is left out too when they are fewer.
    """
    copies = _newest(copies)
    by_unit: dict[str, list[Copy]] = defaultdict(list)
    names: dict[str, str] = {}
    for each in copies:
        unit = " ".join(each.share.from_.unit.split())
        by_unit[fold(unit)].append(each)
        names.setdefault(fold(unit), unit)
    found = [("", copies), *sorted((names[key], of) for key, of in by_unit.items() if key)]
    return tuple((name, team(of, today)) for name, of in found if len(of) >= GROUP_MIN)


def coarse(count: int) -> int | None:
    """A count as it may leave: to the nearest five, so that no difference tells of one person; None for few persons."""
    return None if 0 < count < GROUP_MIN else 5 * ((count + 2) // 5)


def _newest(copies: Iterable[Copy]) -> list[Copy]:
    """The newest copy of each log, by the names of their owners."""
    latest: dict[str, Copy] = {}
    for each in copies:
        known = latest.get(each.share.log_id)
        if known is None or known.share.created < each.share.created:
            latest[each.share.log_id] = each
    return sorted(latest.values(), key=lambda each: (fold(each.share.from_.name), each.file))


def _matters(person: int, copy: Copy) -> Iterator[Matter]:
    if not copy.is_answered:
        yield Matter(Waiting.COPY, person, due_on=copy.share.created.date())
    trainings = [each.value for each in copy.share.items if isinstance(each.value, Training)]
    for training in trainings:
        if training.status.is_planned and has_form(training) and not training.decision:
            yield Matter(Waiting.FORM, person, training.title, training.start_on)
        if training.status.is_over:
            for followup in filter(training.waits_for, training.followups):
                yield Matter(Waiting.FOLLOWUP, person, training.title, followup.due_on, followup.round)
        for sharing in training.sharings:
            if sharing.status is SharingStatus.PLANNED:
                yield Matter(Waiting.SHARING, person, training.title, sharing.shared_on, channel=sharing.channel)
    for promise in open_promises(trainings):
        due_on = _looked_back_on(promise.training)
        yield Matter(Waiting.PROMISE, person, promise.training.title, due_on, is_managers=bool(promise.managers))


def _looked_back_on(training: Training) -> dt.date | None:
    """When promises are looked back at: in the second follow-up, on its day or the one agreed for it (b8)."""
    planned = next((each.due_on for each in training.followups if each.round == 2), None)  # noqa: PLR2004 - the round
    agreed = days_in(training.dialogue.get("b8", ""))[1:2]
    return planned or (agreed[0] if agreed else None)


def _needs(copies: Iterable[Copy]) -> tuple[Needs, ...]:
    """Persons by area and kind of need: what their areas tell, and their open goals."""
    persons: dict[str, dict[NeedType, set[str]]] = defaultdict(lambda: defaultdict(set))
    users: dict[str, set[str]] = defaultdict(set)
    words: dict[str, str] = {}
    for each in copies:
        for area, need in _needs_in(each.share):
            key = area if area in SUGGESTED_AREAS else fold(" ".join(area.split()))
            words.setdefault(key, area)
            users[key].add(each.share.log_id)
            persons[key][need].add(each.share.log_id)
    merged: dict[str, dict[NeedType, set[str]]] = defaultdict(lambda: defaultdict(set))
    for key, needs in persons.items():
        shown = words[key] if key in SUGGESTED_AREAS or len(users[key]) >= GROUP_MIN else OTHER_AREA
        for need, who in needs.items():
            merged[shown][need] |= who
    order = {key: place for place, key in enumerate(SUGGESTED_AREAS)}
    areas = sorted(merged, key=lambda area: (area == OTHER_AREA, order.get(area, len(order)), area))
    return tuple(Needs(area, {need: len(merged[area][need]) for need in NeedType}) for area in areas)


def _needs_in(share: Share) -> Iterator[tuple[str, NeedType]]:
    areas = {item.uid: item.value for item in share.of(SharedKind.AREA) if isinstance(item.value, Area)}
    for area in areas.values():
        if area.gap:
            yield area.name, area.gap
    for item in share.of(SharedKind.GOAL):
        goal = item.value
        if isinstance(goal, Goal) and goal.status.is_open and goal.need:
            yield (areas[goal.area_id].name if goal.area_id in areas else OTHER_AREA), goal.need
