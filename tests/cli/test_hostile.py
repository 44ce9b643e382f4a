"""Files that mean harm, one by one: refused in a sentence or shown as they are, and nothing else happens."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Learnlog

CORPUS = Path(__file__).parent.parent / "hostile"
FILES = sorted(path.name for path in CORPUS.iterdir() if path.suffix != ".md")
ACTS = {*range(0x20), 0x7F, *range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)} - {*map(ord, "\t\n")}
"""What can act on a terminal, or turn the order of letters around."""


def test_there_are_files_of_both_kinds_and_some_that_are_shown() -> None:
    kinds = {(name.rpartition(".")[2], name.startswith("shown-")) for name in FILES}
    assert len(kinds) == 4
    assert len(FILES) > 50


@pytest.mark.parametrize("name", FILES)
def test_whatever_reads_it_refuses_it_or_shows_it_and_changes_nothing(
    learnlog: Learnlog, home: Path, tmp_path: Path, name: str
) -> None:
    assert learnlog("add", "My own words").code == 0
    folder = tmp_path / "given"
    folder.mkdir()
    file = folder / name
    file.write_bytes((CORPUS / name).read_bytes())
    log, before = home / "log.jsonl", everything(tmp_path)
    log_before = log.read_bytes()
    answer = tmp_path / "answer"
    for words in (
        ("review", str(file), "--text"),
        ("review", str(file), "--json"),
        ("review", str(file), "--comments", str(file), "-o", str(answer)),
        ("merge", str(file), "--yes"),
        ("team", str(folder)),
        ("team", str(folder), "--json"),
        ("check", str(file)),
        ("import", str(file)),
    ):
        result = learnlog(*words)
        assert result.code in (0, 1, 2, 6), words
        assert "Traceback" not in result.err
        assert not ACTS & {*map(ord, result.out), *map(ord, result.err)}, words
        reads = words[0] == "review" and "--comments" not in words and name.endswith("share")
        if reads and name.startswith("shown-"):
            assert (result.code, result.out != "") == (0, True)
        elif words[0] not in ("team", "check"):
            assert (result.code != 0, result.out) == (True, ""), words
    assert log.read_bytes() == log_before
    assert everything(tmp_path) == before


def everything(folder: Path) -> dict[str, int]:
    """Every file below a folder, and its size; the index and the lock may come and go."""
    found = {}
    for place, _folders, names in os.walk(folder):
        for name in names:
            if not name.endswith((".index", ".lock")):
                path = os.path.join(place, name)
                found[path] = os.path.getsize(path)
    return found
