"""Values for tests: only what the test cares about needs to be said."""

from __future__ import annotations

import datetime as dt
import os
from typing import Any

from learnlog.domain.clock import Clock
from learnlog.domain.entry import Entry

TODAY = dt.date(2026, 11, 20)
"""A Friday, in week 47."""
NOW = dt.datetime(2026, 11, 20, 12, 0, tzinfo=dt.UTC)


def a_clock(today: dt.date = TODAY, now: dt.datetime = NOW) -> Clock:
    """A clock that stands still."""
    return Clock(now=lambda: now, today=lambda: today)


def an_entry(**changes: Any) -> Entry:
    """A small valid entry."""
    values: dict[str, Any] = {
        "id": os.urandom(16).hex(),
        "date": TODAY,
        "title": "Lugn förflyttning med personlyft",
        "created_at": NOW,
        "updated_at": NOW,
    }
    return Entry(**(values | changes))
