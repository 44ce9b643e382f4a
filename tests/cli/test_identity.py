"""The identity guard on the command line: it warns on a save, and stops what leaves the log."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from learnlog.bootstrap import open_services
from learnlog.domain.clock import Clock
from tests.cli.conftest import Learnlog

NUMBER = "811218-9876"


@pytest.mark.parametrize(
    "words",
    [
        ("add", f"Om {NUMBER}"),
        ("add", "Lugn dag", "--insight", f"Vänta på {NUMBER} alltid"),
        ("add", "Lugn dag", "--theme", f"s{NUMBER}"),
        ("training", "add", f"Kurs om {NUMBER}"),
        ("goal", "add", f"Trygg med {NUMBER}"),
        ("action", "add", f"Prata med {NUMBER}"),
        ("profile", "set", "--title", f"Vårdare {NUMBER}"),
    ],
)
def test_a_save_with_a_number_is_a_save_and_a_warning(learnlog: Learnlog, words: tuple[str, ...]) -> None:
    done = learnlog(*words)
    assert done.code == 0
    assert "This is a personal identity number: 8112••-••••" in done.err
    assert done.err.count("\n") <= 2
    assert NUMBER not in done.err


def test_a_change_is_warned_about_and_a_deletion_is_not(learnlog: Learnlog) -> None:
    uid = learnlog("add", "Lugn dag").out.strip()
    told = learnlog("edit", uid, "--what", "Anna på rum 12 sjöng", language="sv")
    assert told.code == 0
    assert "Vad hände? Det här" in told.err
    assert "Skriv ”en boende”" in told.err
    assert "••" not in learnlog("delete", uid).err


@pytest.mark.parametrize("text", ["Lugn dag", "Jag lärde mig 3 saker", "Vi gick en kurs. Den var bra."])
def test_an_ordinary_text_is_not_remarked_on(learnlog: Learnlog, text: str) -> None:
    assert learnlog("add", text).err == ""


# -- what leaves the log -----------------------------------------------------------------------------------------------


@pytest.fixture
def with_number(learnlog: Learnlog) -> str:
    """A log with an entry in which a number stands, and its id."""
    uid = learnlog("add", "Om dusch", "--what", f"Ring {NUMBER} först", "--insight", "Fråga först om lov").out.strip()
    assert uid
    return uid


@pytest.mark.parametrize("what", [("log",), ("tinydb",), ("cv", "--from", "2026-01-01")])
def test_an_export_is_stopped_and_says_where_and_what_to_do(
    learnlog: Learnlog, with_number: str, what: tuple[str, ...], tmp_path: Path
) -> None:
    if what[0] == "cv":
        learnlog("edit", with_number, "--insight", f"Fråga {NUMBER} först om lov", "--show-in-cv")
    path = tmp_path / "copy"
    for more in ((), ("-o", str(path))):
        stopped = learnlog("export", *what, *more)
        assert (stopped.code, stopped.out) == (1, "")
        assert "Nothing was written: there " in stopped.err
        assert "Entry “Om dusch”" in stopped.err
        assert f"learnlog edit {with_number[:8]}" in stopped.err
        assert "--hide" in stopped.err
        assert NUMBER not in stopped.err
        assert stopped.err.count("\n") == 1
    assert not path.exists()


def test_what_there_is_only_one_of_is_named_without_an_id(learnlog: Learnlog) -> None:
    learnlog("profile", "set", "--title", f"Vårdare {NUMBER}")
    assert "Change it: learnlog profile set. Or hide" in learnlog("export", "cv").err
    assert learnlog("check").out.splitlines()[0].split()[1:] == ["Profile,", "Job", "title"]
    assert [each["id"] for each in learnlog("check", "--json").json["found"]] == [""]


@pytest.mark.parametrize(("language", "word"), [("sv", "[maskerat]"), ("nb", "[sladdet]"), ("en", "[hidden]")])
def test_numbers_are_hidden_in_the_copy_in_its_own_language(
    learnlog: Learnlog, with_number: str, language: str, word: str
) -> None:
    copy = learnlog("export", "log", "--hide", "--language", language)
    assert copy.code == 0
    assert f"Ring {word} först" in copy.out
    assert copy.err == "1 personal identity number is hidden in the copy.\n"
    assert NUMBER in learnlog("show", with_number).out  # the log stays as it is


def test_the_data_can_be_had_whole_by_saying_so_and_hidden(learnlog: Learnlog, with_number: str) -> None:
    assert "--whole" in learnlog("export", "tinydb").err
    assert NUMBER in learnlog("export", "tinydb", "--whole").out
    hidden = learnlog("export", "tinydb", "--hide")
    [entry] = hidden.json["entries"].values()
    assert entry["what_happened"] == "Ring [hidden] först"
    assert entry["id"] == with_number
    assert learnlog("export", "log", "--whole").code == 2


def test_a_number_in_the_name_of_the_file_is_refused(learnlog: Learnlog, tmp_path: Path) -> None:
    learnlog("add", "Lugn dag")
    stopped = learnlog("export", "log", "-o", str(tmp_path / f"log-{NUMBER}.md"))
    assert stopped.code == 1
    assert NUMBER not in stopped.err
    assert not list(tmp_path.glob("log-*"))


def test_hints_and_mistyped_numbers_stop_nothing(learnlog: Learnlog) -> None:
    learnlog("add", "Anna på rum 12", "--what", "Ärende 121212-1213")
    assert learnlog("export", "log").code == 0


# -- check -------------------------------------------------------------------------------------------------------------


def test_check_tells_where_in_the_log_and_never_what(learnlog: Learnlog, with_number: str) -> None:
    learnlog("add", "Anna på rum 12")
    found = learnlog("check")
    assert found.code == 1
    assert f"✗ {with_number[:8]}  Entry “Om dusch”, What happened?" in found.out
    assert "A room number can tell who it is" in found.out
    assert "1 personal identity number." in found.err
    told = learnlog("check", "--json")
    assert told.json["clean"] is False
    first = told.json["found"][0]
    assert (first["id"], first["field"], first["certainty"], first["shown"]) == (
        with_number,
        "what_happened",
        "certain",
        "8112••-••••",
    )
    assert len(learnlog("check", "--json", "--numbers").json["found"]) == 1
    assert NUMBER[-4:] not in found.out + found.err + told.out


def test_check_of_a_clean_log_is_quiet(learnlog: Learnlog) -> None:
    assert learnlog("check").code == 0
    learnlog("add", "Lugn dag")
    clean = learnlog("check")
    assert (clean.code, clean.out) == (0, "")
    assert learnlog("check", "--json").json == {"clean": True, "found": []}


def test_check_looks_through_a_file_and_standard_input(learnlog: Learnlog, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text(f"Hej\nHon heter {NUMBER}\n", encoding="utf-16")
    assert "Line 2" in learnlog("check", str(note)).out
    assert "Line 2" in learnlog("check", "-", stdin=f"Hej\r\n{NUMBER}".encode("cp1252")).out
    named = tmp_path / f"{NUMBER}.txt"
    named.write_text("Hej")
    assert "File name" in learnlog("check", str(named)).out
    data = tmp_path / "copy.json"
    data.write_text(json.dumps({"items": [{"value": {"title": f"Om {NUMBER}"}, "hash": "8112189876"}]}))
    assert [each["field"] for each in learnlog("check", str(data), "--json").json["found"]] == ["items.0.value.title"]


def test_check_names_the_things_of_a_shared_copy(learnlog: Learnlog, tmp_path: Path) -> None:
    learnlog("add", "Anna på rum 12", "--insight", "Vänta lite först.", "--visibility", "supervisor")
    assert learnlog("share", "--purpose", "before our talk", "-o", str(tmp_path / "kim")).code == 0
    told = learnlog("check", str(tmp_path / "kim.learnlog-share"))
    assert told.code == 0
    assert "Entry “••• på •••”, Title" in told.out


@pytest.mark.parametrize("data", [b"\x89PNG\0\0\x1a", b"age-encryption.org/v1\n-> scrypt x"])
def test_check_says_what_it_cannot_look_through(learnlog: Learnlog, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "odd"
    path.write_bytes(data)
    refused = learnlog("check", str(path))
    assert (refused.code, refused.out) == (1, "")
    assert "cannot be looked through" in refused.err
    assert learnlog("check", str(tmp_path / "none")).code == 1


# -- import, doctor ----------------------------------------------------------------------------------------------------


def test_an_import_with_numbers_is_taken_in_and_told_of(learnlog: Learnlog, with_number: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    learnlog("export", "tinydb", "--whole", "-o", str(copy))
    other = {"LEARNLOG_HOME": str(tmp_path / "other")}
    taken = learnlog("import", str(copy), env=other)
    assert taken.code == 0
    assert "holds 1 text that looks like a personal identity number. See where: learnlog check" in taken.err
    assert "identity" not in learnlog("import", str(copy), env=other).err


def test_the_doctor_names_numbers_in_the_log_its_past_and_its_copies(learnlog: Learnlog, with_number: str) -> None:
    learnlog("doctor", "--fix")  # makes a copy
    found = {each["code"]: each for each in learnlog("doctor", "--json").json["findings"]}
    assert "8112••-••••" in found["identity.log"]["text"]
    assert found["identity.log"]["repair"] == "learnlog check --numbers"
    assert found["identity.backups"]["text"].startswith("1 copy")
    learnlog("edit", with_number, "--what", "Ring först")
    after = learnlog("doctor", "--json")
    codes = {each["code"] for each in after.json["findings"]}
    assert codes & {"identity.log", "identity.history", "identity.backups"} == {"identity.history", "identity.backups"}
    assert NUMBER not in str(found) + after.out


# -- what a reviewer writes --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["comment", "answer"])
def test_a_review_with_a_number_is_not_written(learnlog: Learnlog, tmp_path: Path, where: str) -> None:
    uid = learnlog("add", "Calm transfers", "--visibility", "supervisor").out.strip()
    assert learnlog("share", "-o", str(tmp_path / "kim")).code == 0
    said = {
        "reviewer": {"name": "Eva Exempel", "role": "supervisor"},
        "answers": {"v1": f"You wait for {NUMBER}." if where == "answer" else "You wait.", "v5": "no", "v6": "read"},
        "items": [
            {"item": uid[:8], "kind": "question", "text": f"Was it {NUMBER}?" if where == "comment" else "Well?"}
        ],
    }
    comments = tmp_path / "comments.json"
    comments.write_text(json.dumps(said), encoding="utf-8")
    out = tmp_path / "eva.learnlog-review"
    stopped = learnlog("review", str(tmp_path / "kim.learnlog-share"), "--comments", str(comments), "-o", str(out))
    assert (stopped.code, out.exists()) == (1, False)
    assert "8112••-••••" in stopped.err
    assert NUMBER not in stopped.out + stopped.err


def test_the_doctor_looks_at_what_was_set_aside_too(learnlog: Learnlog, home: Path) -> None:
    learnlog("add", "Lugn dag")
    (home / "damaged").mkdir(mode=0o700)
    (home / "damaged" / "half.jsonl").write_text(f'{{"n":1,"put":{{"entries":{{"a":{{"title":"Om {NUMBER}')
    codes = [each["code"] for each in learnlog("doctor", "--json").json["findings"]]
    assert "identity.backups" in codes
    assert "log.unreadable" not in codes


def test_what_was_said_not_to_be_about_a_client_is_told_of_again(learnlog: Learnlog, home: Path, clock: Clock) -> None:
    learnlog("add", "Ring 070-123 45 67 om det")
    guard = open_services({"LEARNLOG_HOME": str(home)}, clock=clock).identity
    for each in guard.everywhere():
        guard.keep(each)
    assert learnlog("check", "--json").json["found"] == []
    again = learnlog("check", "--ask-again")
    assert "1 answer is forgotten." in again.err
    assert "070" in again.out
    assert learnlog("check", "--json").json["found"]
    assert "You have not said" in learnlog("check", "--ask-again").err
