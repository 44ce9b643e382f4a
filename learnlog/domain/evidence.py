"""What shows it: the entries and trainings behind a competence area, a goal or an action."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from learnlog.domain.competence import Area
from learnlog.domain.entry import Entry, EntryHead
from learnlog.domain.folding import fold
from learnlog.domain.goal import Action, Goal
from learnlog.domain.training import Training


class Evidence(NamedTuple):
    """Entries and trainings, the newest first.

    Attributes:
        entries: The entries.
        trainings: The trainings; those without a day, which are still to come, first.
    """

    entries: tuple[Entry | EntryHead, ...] = ()
    trainings: tuple[Training, ...] = ()


def about(area: Area, entries: Iterable[Entry | EntryHead], trainings: Iterable[Training]) -> Evidence:
    """What shows an area: what was picked for it, and what bears its name.

    Args:
        area: The area.
        entries: Those that are not in the bin.
        trainings: Those that are not in the bin.
    """
    picked, name = set(area.evidence), fold(area.name)
    return _newest_first(
        (each for each in entries if each.id in picked or _bears(each.areas, name)),
        (each for each in trainings if _bears(each.areas, name)),
    )


def shown_by(
    goal: Goal, actions: Iterable[Action], entries: Iterable[Entry], trainings: Iterable[Training]
) -> Evidence:
    """What shows a goal: what belongs to it, and what came of its actions.

    Args:
        goal: The goal.
        actions: Those that are not in the bin.
        entries: Those that are not in the bin.
        trainings: Those that are not in the bin.
    """
    its_actions = {each.id for each in actions if each.goal_id == goal.id}
    return _newest_first(
        (each for each in entries if goal.id in each.goal_ids or each.action_id in its_actions),
        (each for each in trainings if goal.id in each.goal_ids),
    )


def come_of(action: Action, entries: Iterable[Entry]) -> Evidence:
    """What came of an action.

    Args:
        action: The action.
        entries: Those that are not in the bin.
    """
    return _newest_first((each for each in entries if each.action_id == action.id), ())


def _bears(areas: tuple[str, ...], name: str) -> bool:
    return any(fold(each) == name for each in areas)


def _newest_first(entries: Iterable[Entry | EntryHead], trainings: Iterable[Training]) -> Evidence:
    return Evidence(
        tuple(sorted(entries, key=lambda each: (each.date, each.id), reverse=True)),
        tuple(sorted(trainings, key=lambda each: (each.last_on or dt.date.max, each.id), reverse=True)),
    )
