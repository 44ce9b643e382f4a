"""Give a copy to somebody from the command line: look, write, remember; and what never leaves."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pyrage
import pytest

from learnlog.i18n.passphrases import PICKED
from learnlog.services.received import Lock, Received
from tests.cli.conftest import Learnlog

NUMBER = "811228-9874"
SECRET = "Bara jag ska se detta"


@pytest.fixture
def log(learnlog: Learnlog) -> dict[str, str]:
    """A log with an entry for each reader and a private one; what they are called → their ids."""
    told = {
        "for her": ("--visibility", "supervisor", "--insight", "Vänta in svaret i tio sekunder"),
        "for the boss": ("--visibility", "manager"),
        "mine": ("--what", SECRET),
    }
    return {title: learnlog("add", title, *more, "--json").json["id"] for title, more in told.items()}


@pytest.fixture
def chdir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder one stands in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_a_copy_holds_what_its_reader_may_see_and_nothing_else(
    learnlog: Learnlog, log: dict[str, str], tmp_path: Path
) -> None:
    done = learnlog("share", "--purpose", "inför samtalet", "-o", str(tmp_path / "anna"))
    assert done.code == 0
    path = tmp_path / "anna.learnlog-share"
    assert f"Written: {path}" in done.err
    assert "for the supervisor: 1 entry." in done.err
    assert "1 private entry stays with you." in done.err
    assert "1 entry for another reader stays with you." in done.err
    assert "cannot be taken back" in done.err
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = text_of(path)
    assert "Vänta in svaret" in text
    for absent in (SECRET, "for the boss", "mine", log["mine"], log["for the boss"]):
        assert absent not in text
    share = Received(str(path)).opened()
    assert (share.purpose, [item.uid for item in share.items]) == ("inför samtalet", [log["for her"]])


def test_the_preview_writes_nothing_and_shows_exactly_what_would_leave(
    learnlog: Learnlog, log: dict[str, str], tmp_path: Path, home: Path
) -> None:
    before = text_of(home / "log.jsonl")
    shown = learnlog("share", "--for", "manager", "--preview")
    assert shown.code == 0
    assert "for the boss" in shown.out
    assert "for her" not in shown.out
    assert SECRET not in shown.out
    assert "Nothing has been written." in shown.err
    assert text_of(home / "log.jsonl") == before
    assert learnlog("share", "--list").err == "You have not shared anything yet.\n"
    told = learnlog("share", "--preview", "--json").json
    assert told["counts"] == {"entry": 1}
    assert told["stays"] == {"private": 1, "for_others": 1}


def test_what_was_given_is_remembered(learnlog: Learnlog, log: dict[str, str], tmp_path: Path, home: Path) -> None:
    learnlog("share", "-o", str(tmp_path / "one"))
    learnlog("share", "--for", "manager", "--purpose", "samtal", "-o", str(tmp_path))
    listed = learnlog("share", "--list")
    assert "samtal" in listed.out
    assert "one.learnlog-share" in listed.out
    records = {each["for"]: each for each in learnlog("share", "--list", "--json").json}
    record = records["manager"]
    assert (tmp_path / record["file"]).exists()
    assert record["file"] == f"learnlog-2026-11-20-id-{record['id'][:8]}.learnlog-share"
    assert record["items"][0]["title"] == "for the boss"
    assert "reply_key" not in record
    share = Received(str(tmp_path / record["file"])).opened()
    assert share.items[0].hash == record["items"][0]["hash"]
    assert share.reply_key in text_of(home / "log.jsonl")
    assert learnlog("doctor").code == 0


@pytest.mark.parametrize("uid", ["mine", "for the boss"])
def test_what_is_named_but_not_for_the_reader_is_refused(
    learnlog: Learnlog, log: dict[str, str], tmp_path: Path, uid: str
) -> None:
    refused = learnlog("share", "--ids", f"{log['for her'][:8]},{log[uid][:8]}", "-o", str(tmp_path / "x"))
    assert refused.code == 1
    assert "private, or not for this reader" in refused.err
    assert not list(tmp_path.glob("*share*"))


def test_ids_and_what_to_leave_out(learnlog: Learnlog, log: dict[str, str], tmp_path: Path) -> None:
    goal = learnlog("goal", "add", "Möta oro", "--json").json["id"]
    action = learnlog("action", "add", "Fem tecken", "--goal", goal[:8], "--json").json["id"]
    learnlog("share", "--ids", goal[:8], "--ids", log["for her"][:8], "-o", str(tmp_path / "two"))
    share = Received(str(tmp_path / "two.learnlog-share")).opened()
    assert {item.uid for item in share.items} == {goal, action, log["for her"]}
    learnlog("share", "--with", "all", "--without", goal[:8], "-o", str(tmp_path / "less"))
    less = Received(str(tmp_path / "less.learnlog-share")).opened()
    assert {item.kind.value for item in less.items} == {"entry", "summary"}
    assert less.selection.is_part


def test_a_number_stops_the_copy_until_it_is_hidden(learnlog: Learnlog, tmp_path: Path) -> None:
    learnlog("add", "En kväll", "--visibility", "supervisor", "--what", f"Hon, {NUMBER}, sov inte")
    path = tmp_path / "x.learnlog-share"
    stopped = learnlog("share", "-o", str(path))
    assert stopped.code == 1
    assert "En kväll" in stopped.err
    assert NUMBER not in stopped.err
    assert "9874" not in stopped.err
    assert not path.exists()
    assert learnlog("share", "--list", "--json").json == []
    done = learnlog("share", "--hide", "-o", str(path))
    assert done.code == 0
    assert "Hidden: 1 place." in done.err
    share = Received(str(path)).opened()
    assert share.items[0].value.what_happened == "Hon, [hidden], sov inte"
    assert share.hidden[0][1:] == ("what_happened", 1)
    assert NUMBER not in text_of(path)


@pytest.mark.parametrize("option", ["--purpose", "-o"])
def test_a_number_in_the_purpose_or_the_name_of_the_file(
    learnlog: Learnlog, log: dict[str, str], tmp_path: Path, option: str
) -> None:
    words = {"--purpose": "samtal", "-o": str(tmp_path / "x")}
    words[option] = f"{words[option]} {NUMBER}"
    refused = learnlog("share", *(word for pair in words.items() for word in pair))
    assert refused.code == 1
    assert NUMBER not in refused.err
    assert not list(tmp_path.glob("*share*"))


def test_six_words_lock_it_and_are_shown_once(
    learnlog: Learnlog, log: dict[str, str], tmp_path: Path, home: Path
) -> None:
    done = learnlog("share", "--passphrase", "-o", str(tmp_path / "x"), language="sv")
    words = next(line for line in done.err.splitlines() if line.startswith("Lösenfras: ")).removeprefix("Lösenfras: ")
    assert len(words.split()) == PICKED
    received = Received(str(tmp_path / "x.learnlog-share"))
    assert received.lock is Lock.PASSPHRASE
    assert received.opened(words).items[0].uid == log["for her"]
    assert words not in "".join(text_of(each) for each in home.rglob("*") if each.is_file())


def test_a_key_locks_it_for_its_owner(learnlog: Learnlog, log: dict[str, str], tmp_path: Path) -> None:
    key = pyrage.x25519.Identity.generate()
    assert learnlog("share", "--key", str(key.to_public()), "-o", str(tmp_path / "x")).code == 0
    (tmp_path / "key.txt").write_text(f"# mine\n{key}\n")
    received = Received(str(tmp_path / "x.learnlog-share"))
    assert received.lock is Lock.KEY
    assert len(received.opened(identity_file=str(tmp_path / "key.txt")).items) == 1
    assert learnlog("share", "--key", "age1nothing", "-o", str(tmp_path / "y")).code == 1
    assert not (tmp_path / "y.learnlog-share").exists()


def test_a_file_that_is_there_is_left_alone(
    learnlog: Learnlog, log: dict[str, str], tmp_path: Path, home: Path
) -> None:
    path = tmp_path / "x.learnlog-share"
    path.write_text("mine")
    assert learnlog("share", "-o", str(path)).code == 1
    assert text_of(path) == "mine"
    assert learnlog("share", "--list", "--json").json == []
    assert learnlog("share", "-o", str(path), "--force").code == 0
    assert json.loads(text_of(path))["format"] == "learnlog-share"


def test_a_file_that_cannot_be_written_is_not_remembered(
    learnlog: Learnlog, log: dict[str, str], tmp_path: Path
) -> None:
    failed = learnlog("share", "-o", str(tmp_path / "nowhere" / "x"))
    assert failed.code == 5
    assert learnlog("share", "--list", "--json").json == []


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_log_that_cannot_be_written_gives_no_copy(
    learnlog: Learnlog, log: dict[str, str], tmp_path: Path, home: Path
) -> None:
    (home / "log.jsonl").chmod(0o400)
    home.chmod(0o500)
    try:
        assert learnlog("share", "-o", str(tmp_path / "x")).code == 5
    finally:
        home.chmod(0o700)
    assert not list(tmp_path.glob("*share*"))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("--preview", "-o", "x"), 2),
        (("--list", "--preview"), 2),
        (("--passphrase", "--key", "age1x", "-o", "x"), 2),
        (("--for", "everybody", "-o", "x"), 2),
        (("-o", ""), 1),
        (("--key", "", "-o", "x"), 1),
        (("--from", "2026-11-20", "--to", "2026-11-01", "-o", "x"), 1),
        (("--from", "2030", "-o", "x"), 1),
        (("--ids", "zzzz", "-o", "x"), 1),
        (("--purpose", "x" * 201, "-o", "x"), 1),
    ],
)
def test_what_cannot_be_taken(learnlog: Learnlog, log: dict[str, str], chdir: Path, words: Any, code: int) -> None:
    refused = learnlog("share", *words)
    assert refused.code == code
    assert len(refused.err.splitlines()) == 1
    assert not list(chdir.glob("*share*"))


def test_in_an_empty_log_there_is_nothing_to_share(learnlog: Learnlog, tmp_path: Path) -> None:
    refused = learnlog("share", "-o", str(tmp_path / "x"))
    assert refused.code == 1
    assert refused.err.startswith("There is nothing to share")


def test_what_only_looks_like_a_number_can_be_kept_and_a_valid_one_cannot(learnlog: Learnlog, tmp_path: Path) -> None:
    learnlog("add", "Beställning 121212-1213", "--visibility", "supervisor")
    path = str(tmp_path / "x")
    stopped = learnlog("share", "-o", path)
    assert stopped.code == 1
    assert "--hide hides it in the copy." in stopped.err
    assert learnlog("share", "--keep", "-o", path).code == 0
    assert "121212-1213" in text_of(tmp_path / "x.learnlog-share")
    assert learnlog("share", "-o", str(tmp_path / "again")).code == 0
    learnlog("add", f"Hon, {NUMBER}", "--visibility", "supervisor")
    assert learnlog("share", "--keep", "-o", str(tmp_path / "third")).code == 1
    assert not (tmp_path / "third.learnlog-share").exists()
