"""Services over a real log in a temporary folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from learnlog.bootstrap import Services, open_services
from learnlog.domain.clock import Clock
from tests.builders import Calendar


@pytest.fixture
def services(tmp_path: Path, clock: Clock) -> Services:
    """Everything a user can do, in an empty folder, on Friday 20 November 2026."""
    return open_services({"LEARNLOG_HOME": str(tmp_path)}, clock=clock)


@pytest.fixture
def other_window(tmp_path: Path, clock: Clock, services: Services) -> Services:
    """A second window on the same log."""
    return open_services({"LEARNLOG_HOME": str(tmp_path)}, by="other", clock=clock)


@pytest.fixture
def calendar() -> Calendar:
    """Friday 20 November 2026, until the test says otherwise."""
    return Calendar()


@pytest.fixture
def window(tmp_path: Path, calendar: Calendar) -> Callable[[], Services]:
    """Opens the log as a newly started learnlog does, on the calendar's day."""
    return lambda: open_services({"LEARNLOG_HOME": str(tmp_path)}, clock=calendar.clock())
