"""What goes into a CV summary: period, language, entries, and the owner's own words."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from learnlog.domain.values import Language


class Selection(NamedTuple):
    """The owner's choices for a CV summary; kept in the log between times.

    Attributes:
        from_on: First day of the period; None for the default (the day after the last talk, or twelve months).
        to_on: Last day of the period; None for today.
        language: Language of the document; None for the interface's own.
        entry_ids: Entries whose texts are shown; None for those marked "show in CV".
        insight_ids: Entries whose insight is quoted; None for all that are shown.
        training_ids: Trainings that are told about; None for all of the period.
        goal_ids: Goals that are told about; None for all.
        need_ids: Areas of which it is told what is missing or not used, after the wishes; None for all.
        year_in_short: "My year in short", the owner's own words.
        wishes: "What I want to talk about", one wish a line.
        shared_with: Whom it is made for, as a role; may be empty.
        revision: Running number of the log line it was read from; 0 before the first save. Not stored.
    """

    from_on: dt.date | None = None
    to_on: dt.date | None = None
    language: Language | None = None
    entry_ids: tuple[str, ...] | None = None
    insight_ids: tuple[str, ...] | None = None
    year_in_short: str = ""
    wishes: str = ""
    shared_with: str = ""
    training_ids: tuple[str, ...] | None = None
    goal_ids: tuple[str, ...] | None = None
    need_ids: tuple[str, ...] | None = None
    revision: int = 0
