"""What a black-box search for trouble has found, once each."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from learnlog.storage import lines
from learnlog.storage.content import take_apart
from tests.cli.conftest import Learnlog

OWN = ["log.jsonl", "log.jsonl.lock", "log.jsonl.prev", "log.jsonl.index", "damaged/x.jsonl", "drafts/entry.json"]


@pytest.mark.parametrize("own", [*OWN, "settings.toml", "settings.toml.broken"])
def test_an_export_never_replaces_what_is_the_logs_own(learnlog: Learnlog, home: Path, own: str) -> None:
    learnlog("add", "Calm transfers")
    before = (home / "log.jsonl").read_bytes()

    refused = learnlog("export", "tinydb", "--force", "-o", str(home / own))

    assert refused.code == 1
    assert "own files" in refused.err
    assert (home / "log.jsonl").read_bytes() == before


def test_a_date_before_anybody_here_was_born_is_refused_in_a_sentence(learnlog: Learnlog) -> None:
    refused = learnlog("add", "Calm transfers", "--date", "0001-01-01")

    assert refused.code == 1
    assert "Dates before 1900 cannot be taken." in refused.err
    assert learnlog("add", "Calm transfers", "--date", "1900-01-01").code == 0


def test_an_export_through_a_link_never_replaces_the_log(learnlog: Learnlog, home: Path, tmp_path: Path) -> None:
    learnlog("add", "Calm transfers")
    (tmp_path / "link").symlink_to(home / "log.jsonl")

    assert learnlog("export", "log", "--force", "-o", str(tmp_path / "link")).code == 1
    assert "Calm transfers" in learnlog("list").out


@pytest.mark.skipif(os.name == "nt", reason="no fifos there")
def test_an_export_replaces_nothing_but_files(learnlog: Learnlog, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    refused = learnlog("export", "cv", "--force", "-o", str(tmp_path / "pipe"))

    assert refused.code == 1
    assert "not an ordinary file" in refused.err
    assert (tmp_path / "pipe").is_fifo()


def test_a_moment_that_is_none_is_shown_as_it_stands(learnlog: Learnlog, home: Path) -> None:
    learnlog("add", "Mine")
    log = home / "log.jsonl"
    content = take_apart(log.read_bytes())
    line = content.actions[0]
    log.write_bytes(lines.assemble(content.tail.header, [line.replace(lines.moment_of(line).encode(), b"long ago", 1)]))

    [entry] = learnlog("list", "--json").json
    shown = learnlog("show", "--history", entry["id"])

    assert shown.code == 0
    assert "long ago" in shown.out


def test_nothing_is_added_to_a_log_that_is_damaged_in_its_middle(learnlog: Learnlog, home: Path) -> None:
    for title in ("First", "Second", "Third"):
        learnlog("add", title)
    log = home / "log.jsonl"
    damaged = log.read_bytes().replace(b"Second", b"Sesond")
    log.write_bytes(damaged)

    refused = learnlog("add", "Fourth")

    assert (refused.code, refused.out) == (3, "")
    assert log.read_bytes() == damaged
    assert damaged in [path.read_bytes() for path in (home / "damaged").iterdir()]
    assert learnlog("doctor", "--restore", "best").code == 0
    assert learnlog("add", "Fourth").code == 0
    assert {entry["title"] for entry in learnlog("list", "--json").json} == {"First", "Third", "Fourth"}
