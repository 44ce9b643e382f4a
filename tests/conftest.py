"""Fixtures that every room's tests may use."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from learnlog.domain.clock import Clock
from tests.builders import a_clock

# As the command does, before Textual is imported: what has changed is drawn at once, and not up to 17 ms later.
os.environ.setdefault("TEXTUAL_FPS", "240")

# No test depends on how fast the machine is today; and where a change is judged, none depends on luck: what new examples
# find is found by who runs the tests at home.
settings.register_profile(
    "learnlog", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("learnlog")


@pytest.fixture(scope="session", autouse=True)
def _temporary_folder_of_our_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The machine's is looked through, and erased from, for what was left to an editor: it is no business of a test."""
    folder = str(tmp_path_factory.mktemp("temporary"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", folder)
        patch.setattr(tempfile, "tempdir", folder)
        yield


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still on Friday 20 November 2026."""
    return a_clock()


def pytest_xdist_auto_num_workers() -> int:
    """Two for each core: most of a screen's test is waiting for the screen."""
    return 2 * (os.cpu_count() or 1)
