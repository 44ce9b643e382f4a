"""Fixtures that every room's tests may use."""

from __future__ import annotations

import pytest

from learnlog.domain.clock import Clock
from tests.builders import a_clock


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still on Friday 20 November 2026."""
    return a_clock()
