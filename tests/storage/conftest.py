"""A log in a temporary folder, and two windows on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlog.storage.store import Store
from tests.builders import a_clock


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Where a log is to be; there is none yet."""
    return str(tmp_path / "log.jsonl")


@pytest.fixture
def here(path: str) -> Store:
    """The app on that log."""
    return Store.open(path, a_clock(), "app")


@pytest.fixture
def there(path: str) -> Store:
    """A command on the same log."""
    return Store.open(path, a_clock(), "edit")
