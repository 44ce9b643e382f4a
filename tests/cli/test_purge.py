"""Erasing for good from the command line: a look first, a question, and afterwards it is nowhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from learnlog.bootstrap import open_services
from learnlog.domain.clock import Clock
from learnlog.storage import lines
from learnlog.storage.content import take_apart
from learnlog.storage.drafts import Draft, DraftFolder
from tests.builders import NOW
from tests.cli.conftest import Learnlog
from tests.cli.test_boundary import in_terminal
from tests.storage.holding import holding, keep

NAME = "Anna Bertilsdotter"
NUMBER = "811228-9874"
HAPPENED = "Vi satt i köket en lång stund."


@pytest.fixture
def uid(learnlog: Learnlog) -> str:
    """An entry that was written with a name and a number, and then changed."""
    uid = learnlog("add", f"Samtal med {NAME}", "--what", f"{NAME}, {NUMBER}. {HAPPENED}").out.strip()
    learnlog("add", "Lugn förflyttning")
    learnlog("edit", uid, "--title", "Samtal med en boende", "--what", HAPPENED)
    learnlog("doctor", "--fix")
    return uid


def test_a_look_says_what_would_go_and_where_it_stands_and_changes_nothing(
    learnlog: Learnlog, home: Path, uid: str
) -> None:
    before = {path: path.read_bytes() for path in home.rglob("*.jsonl")}
    told = learnlog("purge", uid[:6], "--dry-run")
    assert told.code == 0
    assert told.out.splitlines() == [
        "To be erased:",
        f"  {uid[:8]}  Entry “Samtal med en boende”",
        "It stands in:",
        "  2 lines of the log and its history",
        "  1 backup of the log",
    ]
    assert told.err == "Nothing was erased.\n"
    assert {path: path.read_bytes() for path in home.rglob("*.jsonl")} == before


def test_nothing_is_erased_unless_somebody_says_so(learnlog: Learnlog, home: Path, uid: str) -> None:
    told = learnlog("purge", uid)
    assert told.code == 2
    assert "--yes" in told.err
    assert holding(home, NAME)


def test_an_entry_is_erased_with_its_history_and_its_copies(learnlog: Learnlog, home: Path, uid: str) -> None:
    told = learnlog("purge", uid, "--yes", language="sv")
    assert told.code == 0
    assert "Raderat för gott" in told.err
    assert "säkerhetskopi" in told.err
    assert holding(home, NAME, NUMBER, HAPPENED) == []
    assert learnlog("show", uid).code == 1
    assert [entry["title"] for entry in learnlog("list", "--json").json] == ["Lugn förflyttning"]
    assert learnlog("doctor", "--json").json["healthy"]
    assert learnlog("purge", uid, "--yes").err == "There is nothing with that id.\n"


def test_doctor_points_to_it_and_numbers_are_masked_in_every_version(learnlog: Learnlog, home: Path, uid: str) -> None:
    drafts = DraftFolder(str(home / "drafts"))
    drafts.keep(Draft("entry", "0" * 32, {"title": NUMBER}, NOW))
    drafts.let_go("entry", "0" * 32)
    found = {each["code"]: each["repair"] for each in learnlog("doctor", "--json").json["findings"]}
    for code in ("identity.history", "identity.backups", "identity.drafts"):
        assert found[code] == "learnlog purge --matches-identity"
    done = learnlog("purge", "--matches-identity", "--yes", language="sv")
    assert done.code == 0
    assert holding(home, NUMBER) == []
    assert holding(home, f"{NAME}, [maskerat]. {HAPPENED}")
    codes = {each["code"] for each in learnlog("doctor", "--json").json["findings"]}
    assert not {code for code in codes if code.startswith("identity.")}
    entry = learnlog("show", uid, "--json").json
    assert (entry["title"], entry["what_happened"]) == ("Samtal med en boende", HAPPENED)


def test_words_are_masked_wherever_they_stand_and_the_rest_stays(learnlog: Learnlog, home: Path, uid: str) -> None:
    goal = learnlog("goal", "add", f"Hjälpa {NAME.upper()} att äta").out.strip()
    done = learnlog("purge", "--words", "-", "--yes", stdin=b"anna bertilsdotter\n\n")
    assert done.code == 0
    assert "Goal “Hjälpa [hidden] att äta”" in done.out
    assert NAME.upper() not in done.out
    assert holding(home, NAME, NAME.upper()) == []
    assert learnlog("goal", "show", goal, "--json").json["title"] == "Hjälpa [hidden] att äta"
    assert learnlog("show", uid, "--json").json["what_happened"] == HAPPENED
    assert holding(home, f"[hidden], {NUMBER}. {HAPPENED}")


@pytest.mark.parametrize(
    ("words", "said"), [("xy", "three"), ("dementia", "learnlog itself"), (" \n", "Write the words")]
)
def test_words_that_would_be_found_everywhere_are_refused(learnlog: Learnlog, uid: str, words: str, said: str) -> None:
    done = learnlog("purge", "--words", "-", "--yes", stdin=words.encode())
    assert done.code == 1
    assert said in done.err
    assert uid


def test_a_file_of_ones_own_is_named_and_left_alone(learnlog: Learnlog, home: Path, uid: str) -> None:
    keep(home / "cv.md", f"# {HAPPENED}\n".encode())
    done = learnlog("purge", uid, "--yes")
    assert done.code == 1
    assert "files of your own: cv.md" in done.err
    assert (home / "cv.md").exists()
    assert holding(home, HAPPENED) == ["cv.md"]


def test_the_same_words_elsewhere_are_told(learnlog: Learnlog, uid: str) -> None:
    other = learnlog("add", "Det var så här", "--what", f"Jag skrev: {HAPPENED}").out.strip()
    told = learnlog("purge", uid, "--dry-run")
    assert f"  {other[:8]}  Entry “Det var så här”" in told.out.split("stand here, too")[1]


def test_a_comment_on_it_and_its_draft_go_too_and_a_training_can_be_erased(
    learnlog: Learnlog, home: Path, uid: str
) -> None:
    training = learnlog("training", "add", f"Kurs om {NAME}").out.strip()
    done = learnlog("purge", training, uid, "--yes", "--json")
    assert done.code == 0
    assert [(each["table"], each["id"]) for each in done.json["records"]] == [("trainings", training), ("entries", uid)]
    assert done.json["erased"]
    assert done.json["left"] == []
    assert NAME not in json.dumps(done.json["records"])
    assert holding(home, NAME) == []


def test_what_is_asked_for_must_be_one_thing(learnlog: Learnlog, uid: str) -> None:
    for words in ((), (uid, "--matches-identity"), ("--matches-identity", "--words", "-")):
        assert learnlog("purge", *words).code == 2
    assert learnlog("purge", "00").code == 1
    assert learnlog("purge", "only").code == 1


def test_a_log_that_is_newer_or_damaged_is_left_alone(learnlog: Learnlog, home: Path, uid: str) -> None:
    log = home / "log.jsonl"
    good = log.read_bytes()
    log.write_bytes(good.replace(b"boende", b"xoende", 1))
    assert learnlog("purge", uid, "--yes").code == 3
    assert holding(home, NAME)


def test_what_was_put_off_does_not_hide_what_is_meant_and_goes_with_it(learnlog: Learnlog, home: Path) -> None:
    training = learnlog("training", "add", "Trygg i mötet", "--start", "2026-10-20").out.strip()
    learnlog("training", "complete", training)
    assert learnlog("due", "--snooze", "1", "--until", "2026-12-24").code == 0
    assert holding(home, '"snoozes":{')
    assert learnlog("purge", training[:8], "--yes").code == 0
    assert holding(home, '"snoozes":{', "Trygg i mötet") == []


def test_a_newer_log_is_left_alone(learnlog: Learnlog, home: Path, uid: str) -> None:
    content = take_apart((home / "log.jsonl").read_bytes())
    newer = lines.assemble(content.tail.header._replace(schema=99), content.actions)
    (home / "log.jsonl").write_bytes(newer)
    assert learnlog("purge", uid, "--yes").code == 6
    assert (home / "log.jsonl").read_bytes() == newer


def test_where_there_is_no_log_there_is_nothing_to_erase(learnlog: Learnlog, home: Path) -> None:
    assert learnlog("purge", "--matches-identity", "--yes").code == 0
    assert learnlog("purge", "3f9a", "--yes").code == 1
    assert not home.exists()


def test_what_was_said_not_to_be_about_a_client_is_forgotten_with_it(
    learnlog: Learnlog, home: Path, clock: Clock
) -> None:
    first = learnlog("add", "Ärende 121212-1213").out.strip()
    learnlog("add", "Ring 070-123 45 67")
    services = open_services({"LEARNLOG_HOME": str(home)}, clock=clock)
    digests = {}
    for each in services.identity.everywhere():
        services.identity.keep(each)
        digests[each.uid] = each.digest
    gone = digests.pop(first)
    assert learnlog("purge", first, "--yes").code == 0
    assert holding(home, gone) == []
    assert holding(home, *digests.values())


def test_history_tells_nothing_of_an_erasure(learnlog: Learnlog, uid: str) -> None:
    learnlog("edit", uid, "--insight", f"Fråga {NAME}")
    before = len(learnlog("show", uid, "--history").out.splitlines())
    learnlog("purge", "--words", "-", "--yes", stdin=NAME.encode())
    told = learnlog("show", uid, "--history").out
    assert "purge" not in told
    assert len(told.splitlines()) == before


def test_nobody_is_asked_while_it_stands_in_an_open_form(learnlog: Learnlog, home: Path, uid: str) -> None:
    window = DraftFolder(str(home / "drafts"))
    window.keep(Draft("entry", uid, {"title": NAME}, NOW))
    told = learnlog("purge", uid)
    assert told.code == 4
    assert "a form that is open" in told.err
    assert holding(home, NAME)


def test_somebody_at_a_terminal_is_asked(learnlog: Learnlog, home: Path, uid: str) -> None:
    code, seen = in_terminal(home, "purge", uid, typed=b"n\n")
    assert code == 1
    assert "This cannot be taken back. [y/N]" in seen
    assert "Nothing was erased." in seen
    assert holding(home, NAME)
    code, seen = in_terminal(home, "--language", "sv", "purge", uid, typed=b"ja\n")
    assert code == 0
    assert "Raderat för gott" in seen
    assert holding(home, NAME) == []
    assert learnlog("purge", uid, "--no-input").code == 1
