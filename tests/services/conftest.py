"""Services over a real log in a temporary folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlog.bootstrap import Services, open_services
from learnlog.domain.clock import Clock


@pytest.fixture
def services(tmp_path: Path, clock: Clock) -> Services:
    """Everything a user can do, in an empty folder, on Friday 20 November 2026."""
    return open_services({"LEARNLOG_HOME": str(tmp_path)}, clock=clock)


@pytest.fixture
def other_window(tmp_path: Path, clock: Clock, services: Services) -> Services:
    """A second window on the same log."""
    return open_services({"LEARNLOG_HOME": str(tmp_path)}, by="other", clock=clock)
