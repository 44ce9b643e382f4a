"""What a CV summary is about: its period, and what the owner has chosen for it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from learnlog.domain.competence import Area, NeedType, gaps
from learnlog.domain.entry import Entry
from learnlog.domain.goal import Goal
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.selection import Selection
from learnlog.domain.talk import LookingBack, looking_back
from learnlog.domain.training import Sharing, SharingStatus, Training, TrainingStatus

USUAL_MONTHS = 12
"""Length of the period when there has been no talk to count from."""


class Period(NamedTuple):
    """Some days, the first and the last included."""

    from_on: dt.date
    to_on: dt.date

    def __contains__(self, day: object) -> bool:
        """Whether a day lies within."""
        return isinstance(day, dt.date) and self.from_on <= day <= self.to_on


def period_of(selection: Selection, portfolio: Portfolio) -> Period:
    """The period of a CV summary: as chosen; else since the last talk; else the last twelve months."""
    to_on = selection.to_on or portfolio.made_on
    talk_on = portfolio.last_talk_on
    if selection.from_on:
        from_on = selection.from_on
    elif talk_on and counts_from_talk(selection, portfolio):
        from_on = talk_on + dt.timedelta(days=1)
    else:
        from_on = _months_before(to_on)
    return Period(min(from_on, to_on), max(from_on, to_on))


def counts_from_talk(selection: Selection, portfolio: Portfolio) -> bool:
    """Whether a period without a chosen first day begins after the last talk."""
    talk_on = portfolio.last_talk_on
    return talk_on is not None and talk_on < (selection.to_on or portfolio.made_on)


def inside(portfolio: Portfolio, period: Period) -> tuple[Entry, ...]:
    """All entries of a period, oldest first."""
    return tuple(entry for entry in portfolio.entries if period.from_on <= entry.date <= period.to_on)


def chosen(selection: Selection, portfolio: Portfolio) -> tuple[Entry, ...]:
    """The entries whose texts are shown, oldest first: those picked, or all that are marked "show in CV".

    Picking is the owner's consent, so that a private entry may be among them.
    """
    entries = inside(portfolio, period_of(selection, portfolio))
    if selection.entry_ids is None:
        return tuple(entry for entry in entries if entry.show_in_cv)
    ids = set(selection.entry_ids)
    return tuple(entry for entry in entries if entry.id in ids)


def is_quoted(entry: Entry, selection: Selection) -> bool:
    """Whether a chosen entry's insight is quoted: if it has one, unless the owner has picked others."""
    return bool(entry.insight.strip()) and _is_told(entry, selection.insight_ids)


def chosen_trainings(selection: Selection, portfolio: Portfolio) -> tuple[Training, ...]:
    """The trainings that are told about, in the order they were held: those of the period, unless left out.

    A training belongs to the period of its last day, however late it was followed up. One that is agreed on but has
    not been held is told about too, if it is to come within the period or after a summary of the time until now.
    """
    period = period_of(selection, portfolio)
    until_now = portfolio.made_on in period
    found = []
    for training in portfolio.trainings:
        if not _is_told(training, selection.training_ids):
            continue
        last_on = training.last_on
        to_come = until_now and (last_on is None or last_on > period.to_on)
        if (training.status.is_over and last_on in period) or (
            training.status in _AGREED and (last_on in period or to_come)
        ):
            found.append(training)
    return tuple(sorted(found, key=lambda each: (each.last_on or dt.date.max, each.title)))


_AGREED = (TrainingStatus.APPROVED, TrainingStatus.CONDITIONS, TrainingStatus.BOOKED, TrainingStatus.ONGOING)


def chosen_sharings(selection: Selection, portfolio: Portfolio) -> tuple[tuple[Training, Sharing], ...]:
    """What was shared with others in the period, oldest first, with the training it comes from."""
    period = period_of(selection, portfolio)
    found = [
        (training, sharing)
        for training in portfolio.trainings
        if _is_told(training, selection.training_ids)
        for sharing in training.sharings
        if sharing.status is SharingStatus.DONE and sharing.shared_on in period
    ]
    return tuple(sorted(found, key=lambda each: (each[1].shared_on or dt.date.max, each[1].id)))


def offered_trainings(selection: Selection, portfolio: Portfolio) -> tuple[Training, ...]:
    """The trainings that could be told about: those of the period, and those something was shared of in it."""
    everything = selection._replace(training_ids=None)
    shared = (training for training, _ in chosen_sharings(everything, portfolio))
    return tuple({each.id: each for each in (*chosen_trainings(everything, portfolio), *shared)}.values())


def rated_areas(portfolio: Portfolio) -> tuple[Area, ...]:
    """The active areas there is something to tell of: what is required, what I can, whether it is used."""
    return tuple(
        each for each in portfolio.areas if each.is_active and (each.requirement is not None or each.now is not None)
    )


def chosen_needs(selection: Selection, portfolio: Portfolio) -> dict[NeedType, tuple[Area, ...]]:
    """The areas in which something is missing or not used, by what helps; without those the owner took out."""
    return gaps(each for each in portfolio.areas if _is_told(each, selection.need_ids))


def agreed_before(selection: Selection, portfolio: Portfolio) -> LookingBack:
    """What was agreed in the talks before, and what became of it; goals the owner took out are not among it.

    Before the first talk there is nothing agreed, see `own_goals`.
    """
    period = period_of(selection, portfolio)
    before = None if portfolio.made_on in period else period.to_on + dt.timedelta(days=1)
    back = looking_back(portfolio.talks, portfolio.goals, portfolio.actions, before)
    if back.talk is None:
        return back._replace(goals=(), actions=())
    return back._replace(goals=tuple(each for each in back.goals if _is_told(each, selection.goal_ids)))


def own_goals(selection: Selection, portfolio: Portfolio) -> tuple[Goal, ...]:
    """The goals the talks before have not agreed: those still worked towards, and those closed in the period."""
    period = period_of(selection, portfolio)
    agreed = {each.id for each in agreed_before(selection, portfolio).goals}
    return tuple(
        each
        for each in portfolio.goals
        if each.id not in agreed
        and _is_told(each, selection.goal_ids)
        and (each.status.is_open or each.closed_on in period)
    )


def offered_goals(selection: Selection, portfolio: Portfolio) -> tuple[Goal, ...]:
    """The goals that could be told about: those agreed in the talks before, then the owner's others."""
    everything = selection._replace(goal_ids=None)
    return (*agreed_before(everything, portfolio).goals, *own_goals(everything, portfolio))


def offered_needs(selection: Selection, portfolio: Portfolio) -> tuple[Area, ...]:
    """The areas of which it could be told what is missing or not used, in the order of the summary."""
    found = chosen_needs(selection._replace(need_ids=None), portfolio)
    return tuple(area for areas in found.values() for area in areas)


def _is_told(value: Entry | Training | Goal | Area, picked: tuple[str, ...] | None) -> bool:
    """Whether something was picked, by its id; where nobody has picked, all of it is."""
    return picked is None or value.id in picked


def _months_before(to_on: dt.date) -> dt.date:
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - only when there is no talk to count from

    return to_on - relativedelta(months=USUAL_MONTHS) + dt.timedelta(days=1)
