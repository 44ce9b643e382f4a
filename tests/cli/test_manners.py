"""Small manners: what is said, once, and what is refused rather than guessed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = "/dev/full"


def learnlog(*words: str, home: Path, **how: object) -> subprocess.CompletedProcess[str]:
    """The command as a shell runs it."""
    environment = {**os.environ, "LEARNLOG_HOME": str(home), "LEARNLOG_LANGUAGE": "en"}
    options: dict[str, object] = {"capture_output": True, "text": True, "env": environment, "timeout": 60} | how
    return subprocess.run([sys.executable, "-m", "learnlog", *words], check=False, **options)  # type: ignore[call-overload,no-any-return]


@pytest.mark.skipif(not os.path.exists(FULL), reason="needs a device that is always full")
def test_a_version_that_cannot_be_printed_is_no_mistake_of_ours(tmp_path: Path) -> None:
    with open(FULL, "w") as full:
        done = learnlog("--version", home=tmp_path, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 5
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a folder in use cannot be removed there")
def test_a_working_folder_that_is_gone_is_told_in_a_sentence(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f"cd {gone} && rmdir {gone} && exec {sys.executable} -m learnlog --log here.jsonl list"
    package = str(Path(__file__).parents[2])
    done = subprocess.run(
        ["sh", "-c", script], capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": package}
    )
    assert done.returncode == 5
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_control_characters_are_told_of_once(tmp_path: Path) -> None:
    done = learnlog("add", "a\x1bb", "--what", "c\x07d", "--insight", "e\x01f", home=tmp_path)
    assert done.returncode == 0
    assert done.stderr.count("Control characters") == 1


def test_an_error_is_one_line_whatever_else_there_was_to_say(tmp_path: Path) -> None:
    done = learnlog("add", "a\x1bb", "--date", "\x1b[31mx", home=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("This date cannot be read.")
    assert done.stderr.count("\n") == 1


def test_a_period_that_ends_before_it_begins_is_refused_everywhere(tmp_path: Path) -> None:
    learnlog("add", "Calm transfer", home=tmp_path)
    for command in (["list"], ["export", "log"], ["export", "cv"]):
        done = learnlog(*command, "--from", "today", "--to", "yesterday", home=tmp_path)
        assert (done.returncode, done.stdout) == (1, "")
        assert "ends before it begins" in done.stderr


def test_a_file_in_the_way_names_the_option_that_replaces_it(tmp_path: Path) -> None:
    there = tmp_path / "cv.md"
    there.write_text("mine", encoding="utf-8")
    done = learnlog("export", "cv", "-o", str(there), home=tmp_path / "home")
    assert done.returncode == 1
    assert "--force" in done.stderr
    assert there.read_text(encoding="utf-8") == "mine"


def test_a_copy_that_is_not_there_is_not_a_damaged_log(tmp_path: Path) -> None:
    learnlog("add", "Calm transfer", home=tmp_path)
    done = learnlog("doctor", "--restore", "nosuch", home=tmp_path)
    assert done.returncode == 1
    assert "no copy of that name" in done.stderr


def test_the_last_line_feed_of_the_input_is_not_part_of_the_text(tmp_path: Path) -> None:
    learnlog("add", "Calm transfer", "--what", "-", home=tmp_path, input="one\ntwo\n")
    assert '"what_happened": "one\\ntwo"' in learnlog("list", "--json", home=tmp_path).stdout.replace('":"', '": "')
