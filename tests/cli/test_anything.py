"""Whatever is typed: an exit code from the list, at most a line of explanation, and nothing that acts on a terminal."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learnlog.cli.commands import GLOBAL, every
from learnlog.cli.running import run
from tests.builders import a_clock

EVERY = [*every().values()]
OPTIONS = sorted({option.name for command in EVERY for option in (*command.options, *GLOBAL)})
NAMES = [command.name.split() for command in EVERY if command.name != "demo"]
TEXT = st.text(st.characters(codec=None, exclude_characters="\0", categories=None), max_size=30)
WORD = st.one_of(
    st.sampled_from([*OPTIONS, "-o", "-h", "--", "-", "-x", "--no-show-in-cv"]),
    st.sampled_from(["in", "sv", "cv", "log", "tinydb", "show", "set", "bash", "igår", "90", "", "w1=x", "best", "0"]),
    TEXT,
)
WORDS = st.lists(WORD, max_size=5)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("anything")


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.builds(lambda name, rest: [*name, *rest], st.sampled_from([*NAMES, []]), WORDS),
    typed=st.binary(max_size=40),
    language=st.sampled_from(["sv", "nb", "en", "fi"]),
)
def test_whatever_is_typed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], typed: bytes, language: str
) -> None:
    monkeypatch.chdir(folder)  # what -o names lands here
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    environment = {"LEARNLOG_HOME": str(folder / "home"), "LEARNLOG_LANGUAGE": language}
    with (
        mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), "utf-8")),
        mock.patch.object(sys, "stdout", out),
        mock.patch.object(sys, "stderr", err),
    ):
        code = run(words, environment, a_clock())
    out.flush()
    err.flush()
    said, printed = err.buffer.getvalue().decode(), out.buffer.getvalue().decode()  # type: ignore[attr-defined]
    assert code in range(7), (code, said)
    assert not (folder / "home" / "crash.txt").exists(), (folder / "home" / "crash.txt").read_text("utf-8")
    if code in (1, 2) and "doctor" not in words:
        assert said.strip(), "a refusal says why"
    assert all(char.isprintable() or char in "\n\t" for char in said)
    assert not any(char < " " and char != "\n" for char in printed) or "completion" in words
    assert "\x9b" not in printed
