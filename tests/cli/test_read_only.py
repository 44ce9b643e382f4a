"""A log in a folder one may read but not write in: everything can be looked at, and what cannot be done is said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import process

AS_ANYBODY = """
import ctypes, os, sys
if os.geteuid() == 0:  # what root may do more than others: it is given up for good by this process and what it becomes
    for capability in range(4):
        if ctypes.CDLL(None).prctl(24, capability, 0, 0, 0):
            sys.exit(77)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="gives root's rights up as Linux does")


def as_anybody(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python as somebody for whom the rights of files count, even if the tests are run by root."""
    environment = {**os.environ, "LEARNLOG_HOME": str(home), "LEARNLOG_LANGUAGE": "en", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-c", AS_ANYBODY, *words],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def protected(tmp_path: Path) -> Iterator[Path]:
    """A log that was written and then protected, folder and all."""
    home = tmp_path / "home"
    for title in ("First", "Second"):
        assert process(home, "add", title).returncode == 0
    home.chmod(0o500)
    (home / "log.jsonl").chmod(0o400)
    if as_anybody(home, "-c", f"open({str(home / 'x')!r}, 'w')").returncode != 1:
        home.chmod(0o700)
        pytest.skip("everything may be written here, whatever the rights say")
    yield home
    home.chmod(0o700)


def files(home: Path) -> dict[str, bytes]:
    """All that lies there."""
    return {str(path): path.read_bytes() for path in home.rglob("*") if path.is_file()}


@pytest.mark.parametrize("words", [["list"], ["list", "--json"], ["export", "log"], ["due"], ["gaps"], ["paths"], []])
def test_everything_can_be_looked_at(protected: Path, words: list[str]) -> None:
    before = files(protected)
    looked = as_anybody(protected, "-m", "learnlog", *words)
    assert (looked.returncode, looked.stderr) == (0, "" if words else looked.stderr)
    assert "First" in looked.stdout or words not in (["list"], ["export", "log"])
    assert files(protected) == before


@pytest.mark.parametrize("words", [["add", "Third"], ["profile", "set", "--name", "Kim"], ["doctor", "--fix"]])
def test_what_cannot_be_saved_is_said_in_a_line(protected: Path, words: list[str]) -> None:
    before = files(protected)
    refused = as_anybody(protected, "-m", "learnlog", *words)
    assert (refused.returncode, refused.stdout) == (5, "")
    assert len(refused.stderr.splitlines()) == 1
    assert "permission" in refused.stderr
    assert files(protected) == before


def test_the_doctor_tells_why(protected: Path) -> None:
    found = as_anybody(protected, "-m", "learnlog", "doctor", "--json")
    assert found.returncode == 1
    assert "log.read_only" in {each["code"] for each in json.loads(found.stdout)["findings"]}


@pytest.mark.parametrize(("what", "rights"), [("home", 0o000), ("log.jsonl", 0o000)])
def test_what_cannot_be_read_is_no_empty_log(protected: Path, what: str, rights: int) -> None:
    closed = protected if what == "home" else protected / what
    closed.chmod(rights)
    try:
        for words in (["list"], ["add", "Third"], []):
            refused = as_anybody(protected, "-m", "learnlog", *words)
            assert (refused.returncode, refused.stdout) == (5, "")
            assert len(refused.stderr.splitlines()) == 1
        assert as_anybody(protected, "-m", "learnlog", "doctor").returncode == 3
    finally:
        closed.chmod(0o700)
