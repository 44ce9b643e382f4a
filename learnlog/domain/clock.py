"""Time as a parameter: rules are told what day it is, and only the composition root reads a clock."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple


class Clock(NamedTuple):
    """Where the time comes from.

    Attributes:
        now: The present moment, aware, UTC.
        today: The owner's own calendar day.
    """

    now: Callable[[], dt.datetime]
    today: Callable[[], dt.date]
