"""The command line as a user meets it: in this process for breadth, in one of its own for the boundary."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from learnlog.domain.clock import Clock
from learnlog.domain.values import Language
from learnlog.i18n import ambient
from tests.builders import a_clock
from tests.commands import Learnlog, Result, learnlog_in, went_well


def added(learnlog: Learnlog, *words: str, **more: Any) -> str:
    """The id of what a command has added: it alone is told."""
    result = went_well(learnlog(*words, **more))
    assert re.fullmatch(r"[0-9a-f]{32}\n", result.out), "the id alone"
    return result.out.strip()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def _english_again() -> Any:
    yield
    ambient.use(Language.EN)


@pytest.fixture
def learnlog(home: Path, clock: Clock, capsysbinary: pytest.CaptureFixture[bytes]) -> Learnlog:
    """Run a command in this process, on Friday 20 November 2026 unless another day is told."""
    typed = learnlog_in(home, clock, capsysbinary)

    def run(*words: str, today: dt.date | None = None, **more: Any) -> Result:
        at = a_clock(today, dt.datetime.combine(today, dt.time(12), dt.UTC)) if today else clock
        return typed(*words, clock=at, **more)

    return run


def process(home: Path, *words: str | bytes, env: Mapping[str, str] | None = None, **more: Any) -> Any:
    """Run a command in a process of its own, as a user does."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "LEARNLOG"))}
    environment |= {"LEARNLOG_HOME": str(home), "LEARNLOG_LANGUAGE": "en", **(env or {})}
    more.setdefault("stdin", subprocess.DEVNULL if "input" not in more else None)
    if "input" in more:
        more.pop("stdin")
    return subprocess.run(
        [sys.executable, "-m", "learnlog", *words],
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
        **more,
    )
