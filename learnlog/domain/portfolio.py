"""Everything the owner has, at one moment: what an export is made from."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from learnlog.domain.comment import Comment
from learnlog.domain.competence import Area
from learnlog.domain.entry import Entry
from learnlog.domain.goal import Action, Goal
from learnlog.domain.profile import Profile
from learnlog.domain.talk import Talk
from learnlog.domain.training import Training


class Portfolio(NamedTuple):
    """A frozen view of the log.

    Attributes:
        profile: The owner.
        entries: All entries that are not in the bin, oldest first (date, then moment of writing).
        made_on: The day the view was taken, the owner's own.
        last_talk_on: The day a year is told from: that of the last annual talk; None when there has been none.
        trainings: All trainings that are not in the bin, the earliest first; those without a day last.
        areas: All competence areas that are not in the bin, those worked with first.
        goals: All goals that are not in the bin, the open ones first.
        actions: All actions that are not in the bin.
        talks: All talks that are not in the bin, the latest first.
        comments: What others have said and the owner has chosen to quote.
        is_part: Whether entries were left out that are not for the reader: no number may say "all".
    """

    profile: Profile
    entries: tuple[Entry, ...]
    made_on: dt.date
    last_talk_on: dt.date | None = None
    trainings: tuple[Training, ...] = ()
    areas: tuple[Area, ...] = ()
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    talks: tuple[Talk, ...] = ()
    comments: tuple[Comment, ...] = ()
    is_part: bool = False
