"""Fixtures that every room's tests may use."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from learnlog.domain.clock import Clock
from tests.builders import a_clock

# As the command does, before Textual is imported: what has changed is drawn at once, and not up to 17 ms later.
os.environ.setdefault("TEXTUAL_FPS", "240")

# No test depends on how fast the machine is today.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still on Friday 20 November 2026."""
    return a_clock()


def pytest_xdist_auto_num_workers() -> int:
    """Two for each core: most of a screen's test is waiting for the screen."""
    return 2 * (os.cpu_count() or 1)
