"""The command line as a user meets it: in this process for breadth, in one of its own for the boundary."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from learnlog.cli.running import run as run_words
from learnlog.domain.clock import Clock
from learnlog.domain.values import Language
from learnlog.i18n import ambient
from tests.builders import a_clock


class Result(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Learnlog = Callable[..., Result]


def went_well(result: Result) -> Result:
    """A result without an error."""
    assert result.code == 0, result.err
    return result


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
def learnlog(
    home: Path, clock: Clock, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Learnlog:
    """Run a command in this process, on Friday 20 November 2026 unless another day is told."""

    def run(
        *words: str,
        stdin: bytes = b"",
        language: str = "en",
        env: Mapping[str, str] | None = None,
        today: dt.date | None = None,
    ) -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        environment = {"LEARNLOG_HOME": str(home), "LEARNLOG_LANGUAGE": language, **(env or {})}
        at = a_clock(today, dt.datetime.combine(today, dt.time(12), dt.UTC)) if today else clock
        code = run_words(words, environment, at)
        out, err = capsysbinary.readouterr()
        return Result(code, out.decode(), err.decode())

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
