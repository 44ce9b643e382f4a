"""Everything the owner has, at one moment: what an export is made from."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from learnlog.domain.entry import Entry
from learnlog.domain.profile import Profile
from learnlog.domain.training import Training


class Portfolio(NamedTuple):
    """A frozen view of the log.

    Attributes:
        profile: The owner.
        entries: All entries that are not in the bin, oldest first (date, then moment of writing).
        made_on: The day the view was taken, the owner's own.
        last_talk_on: Day of the last development talk; None when there has been none.
        trainings: All trainings that are not in the bin, the earliest first; those without a day last.
    """

    profile: Profile
    entries: tuple[Entry, ...]
    made_on: dt.date
    last_talk_on: dt.date | None = None
    trainings: tuple[Training, ...] = ()
