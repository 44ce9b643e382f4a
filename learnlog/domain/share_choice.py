"""What goes into a shared copy: what could be shown to a reader, and what of it the owner chooses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from learnlog.domain.goal import Action, Goal
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.printable import cleaned
from learnlog.domain.share import PURPOSE_MAX, Reader, Shared, SharedComment, SharedKind, may_see
from learnlog.domain.training import Training
from learnlog.domain.values import Visibility
from learnlog.errors import InvalidInputError
from learnlog.text import N_, Msg

CHOICES = (
    SharedKind.ENTRY,
    SharedKind.TRAINING,
    SharedKind.GOAL,
    SharedKind.AREA,
    SharedKind.SUMMARY,
    SharedKind.COMMENT,
)
"""What the owner chooses between: actions come with the goals."""


class Wish(NamedTuple):
    """What the owner asks for.

    Attributes:
        to_role: Whom the copy is for.
        kinds: Which of `CHOICES`. Entries alone, before anything is said: only they are marked with who may see them.
        from_on: First day; None for no limit.
        to_on: Last day; None for no limit.
        only: Ids of the only things to take, whatever their kind and their day; None for all that fit.
        without: Ids of things to leave out.
        purpose: What for, in the owner's words; may be empty.
    """

    to_role: Reader = Reader.SUPERVISOR
    kinds: tuple[SharedKind, ...] = (SharedKind.ENTRY,)
    from_on: dt.date | None = None
    to_on: dt.date | None = None
    only: tuple[str, ...] | None = None
    without: tuple[str, ...] = ()
    purpose: str = ""

    def revised(self) -> Wish:
        """This wish with its words cleaned, then checked.

        Raises:
            InvalidInputError: With every problem, by field.
        """
        purpose = " ".join(cleaned(self.purpose).split())
        found: list[tuple[str, Msg]] = []
        if self.from_on and self.to_on and self.to_on < self.from_on:
            found.append(("to_on", Msg(N_("The last day is before the first."))))
        if len(purpose) > PURPOSE_MAX:
            found.append(("purpose", Msg(N_("That is too long: at most {most} characters."), {"most": PURPOSE_MAX})))
        if found:
            raise InvalidInputError(*found)
        return self._replace(purpose=purpose)


class Offer(NamedTuple):
    """What could be in a copy, and what can not.

    Attributes:
        values: What may be shown to the reader and fits what was asked for, in the order of reading.
        chosen: Those of them that were not left out.
        private: How many entries of the period stay because they are private. Never told in the copy.
        others: How many stay because they are meant for another reader. Never told in the copy.
    """

    values: tuple[Shared, ...] = ()
    chosen: tuple[Shared, ...] = ()
    private: int = 0
    others: int = 0

    @property
    def is_part(self) -> bool:
        """Whether something was left out that could have been shown."""
        return len(self.chosen) < len(self.values)


def offered(portfolio: Portfolio, comments: Iterable[SharedComment], wish: Wish) -> Offer:
    """What could be in a copy; the CV summary, which is made of what may be shown, is not among it yet.

    Args:
        portfolio: Everything the owner has.
        comments: The comments that have come, whatever they are about.
        wish: What is asked for.
    """
    inside = [each for each in portfolio.entries if _is_inside(each.date, each.date, wish)]
    fitting = tuple(each for each in _fitting(portfolio, wish) if may_see(each, wish.to_role))
    values = (*fitting, *_comments(comments, fitting, wish))
    chosen = tuple(each for each in fitting if _is_wanted(each, wish))
    stays = [each.visibility for each in inside if not may_see(each, wish.to_role)]
    private = stays.count(Visibility.PRIVATE)
    return Offer(values, (*chosen, *_comments(comments, chosen, wish)), private, len(stays) - private)


def shown_only(portfolio: Portfolio, reader: Reader) -> Portfolio:
    """What a CV summary for a reader is made of: as if the entries that are not for that reader did not exist."""
    entries = tuple(each for each in portfolio.entries if may_see(each, reader))
    ids = {each.id for each in entries}
    areas = tuple(each._replace(evidence=tuple(uid for uid in each.evidence if uid in ids)) for each in portfolio.areas)
    comments = tuple(each for each in portfolio.comments if each.target_kind != SharedKind.ENTRY or each.target in ids)
    return portfolio._replace(entries=entries, areas=areas, comments=comments, is_part=True)


def _fitting(portfolio: Portfolio, wish: Wish) -> Iterator[Shared]:
    """Everything of the kinds and the days asked for; everything there is when things were named one by one."""
    named = wish.only is not None
    if named or SharedKind.ENTRY in wish.kinds:
        yield from (each for each in portfolio.entries if named or _is_inside(each.date, each.date, wish))
    if named or SharedKind.TRAINING in wish.kinds:
        yield from (each for each in portfolio.trainings if named or _is_training_inside(each, wish))
    if named or SharedKind.GOAL in wish.kinds:
        goals = [each for each in portfolio.goals if named or _is_alive(each, wish)]
        ids = {each.id for each in goals}
        yield from goals
        known = {each.id for each in portfolio.goals}
        for action in portfolio.actions:
            is_loose = action.goal_id not in known and (named or _is_alive(action, wish))
            if action.goal_id in ids or is_loose:
                yield action
    if named or SharedKind.AREA in wish.kinds:
        yield from (each for each in portfolio.areas if each.is_active or named)


def _is_wanted(value: Shared, wish: Wish) -> bool:
    """Whether something was not left out; an action is left out with its goal, and named with it."""
    goal = value.goal_id if isinstance(value, Action) else ""
    if value.id in wish.without or (goal and goal in wish.without):
        return False
    return wish.only is None or value.id in wish.only or bool(goal and goal in wish.only)


def _comments(comments: Iterable[SharedComment], among: Iterable[Shared], wish: Wish) -> list[SharedComment]:
    """The comments on what is in the copy, if they are asked for."""
    if SharedKind.COMMENT not in wish.kinds:
        return []
    ids = {each.id for each in among}
    return [each for each in comments if each.target in ids and each.id not in wish.without]


def _is_inside(first: dt.date, last: dt.date, wish: Wish) -> bool:
    return (wish.from_on is None or last >= wish.from_on) and (wish.to_on is None or first <= wish.to_on)


def _is_training_inside(training: Training, wish: Wish) -> bool:
    """Whether a training touches the period; one without a day is still to come."""
    return _is_inside(training.start_on or dt.date.max, training.last_on or dt.date.max, wish)


def _is_alive(value: Goal | Action, wish: Wish) -> bool:
    """Whether something is still worked towards, or was closed within the period."""
    return value.status.is_open or (value.closed_on is not None and _is_inside(value.closed_on, value.closed_on, wish))
