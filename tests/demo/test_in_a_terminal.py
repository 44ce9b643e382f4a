"""The sample log in a terminal: opened, and gone afterwards, however it ends."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from learnlog.cli.running import run
from tests.builders import a_clock
from tests.screens.test_drafts import PATIENCE, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """Where `learnlog demo` has been typed."""
    started = Terminal(tmp_path, "-m", "learnlog", "demo", "--language", "sv")
    try:
        started.wait_for(b"Exempellogg")
        started.wait_for("saker väntar".encode())
        yield started
    finally:
        started.process.kill()
        started.process.wait()
        started.vanish()


def test_quitting_takes_the_sample_away_and_says_how_to_go_on(terminal: Terminal, tmp_path: Path) -> None:
    (folder,) = tmp_path.glob("learnlog-demo-*")
    assert (folder / "log.jsonl").exists()
    terminal.type(b"\x11")  # Ctrl+Q
    terminal.wait_for("Exempelloggen är borta. En egen logg öppnar du med: learnlog".encode())
    assert terminal.process.wait(PATIENCE) == 0
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_one_that_is_closed_while_it_is_made_leaves_nothing(tmp_path: Path, number: int) -> None:
    started = Terminal(tmp_path, "-m", "learnlog", "demo")
    end = time.monotonic() + PATIENCE
    while not [*tmp_path.glob("learnlog-demo-*")]:
        assert time.monotonic() < end
        started.read(0.001)
    started.end(number)
    assert started.process.wait(PATIENCE) == 128 + number
    assert [*tmp_path.glob("learnlog-demo-*")] == []


def test_one_that_is_closed_the_moment_its_folder_is_there_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    make, remove = os.mkdir, shutil.rmtree

    def made_and_closed(*args: Any, **named: Any) -> None:
        make(*args, **named)
        signal.raise_signal(signal.SIGTERM)

    def removed_and_closed_again(*args: Any, **named: Any) -> None:
        signal.raise_signal(signal.SIGHUP)
        remove(*args, **named)

    monkeypatch.setattr(os, "mkdir", made_and_closed)
    monkeypatch.setattr(shutil, "rmtree", removed_and_closed_again)
    with pytest.raises(SystemExit) as ended:
        run(["demo", "--check"], {"LEARNLOG_HOME": str(tmp_path / "home")}, a_clock())
    assert ended.value.code == 128 + signal.SIGTERM
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_closed_terminal_takes_it_away_too(terminal: Terminal, tmp_path: Path, number: int) -> None:
    terminal.end(number)
    assert [*tmp_path.glob("learnlog-demo-*")] == []
