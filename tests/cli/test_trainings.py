"""A training's whole life from a shell: form, dialogue, follow-ups, sharing; and what is refused."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest

from learnlog.cli.call import Call
from tests.cli.conftest import Learnlog, Result, process, went_well

JANUARY = dt.date(2026, 1, 10)
FORM = {"a1": "Se smärta tidigt.", "a2": "Vi ringer för sent.", "a3": "Lugnare nätter.", "a4": "Skatta varje pass."}
FORM_WHOLE = {**FORM, "a5": ["apt", "show_in_practice"]}
TALK = {
    "b1": "igår",
    "b1_note": "chefen och jag",
    "b2": "Smärta ses tidigare.",
    "b3": "yes",
    "b4": "Jag visar två kollegor.",
    "b5": "Vikarie båda dagarna.",
    "b6": "1/4",
    "b8": ["2026-03-30", "15 juni"],
}
TWO_WEEKS = {"c1": "once", "c3": "planned", "c5": "Visa en till."}
THREE_MONTHS = {"d1": "us.3", "d2": "Jag frågar först.", "d3": "De sover.", "d5": "ex.more", "d7": "tell,keep"}
KEYS = [
    "id",
    "title",
    "type",
    "status",
    "start",
    "end",
    "provider",
    "minutes",
    "mode",
    "cost",
    "mandatory",
    "initiative",
    "project",
    "areas",
    "goals",
    "before",
    "dialogue",
    "confirmed_employee",
    "confirmed_manager",
    "closed_because",
    "followups",
    "sharings",
    "loop",
    "entries",
    "created_at",
    "updated_at",
]
Filed = Callable[[Mapping[str, object]], str]


@pytest.fixture
def filed(tmp_path: Path) -> Filed:
    """Write answers into a file; its path."""
    numbers = count()

    def write(answers: Mapping[str, object]) -> str:
        path = tmp_path / f"answers-{next(numbers)}.json"
        path.write_text(json.dumps(answers, ensure_ascii=False), encoding="utf-8")
        return str(path)

    return write


def added(learnlog: Learnlog, *words: str, today: dt.date | None = None) -> str:
    result = learnlog("training", "add", *words, today=today)
    assert result.code == 0, result.err
    assert re.fullmatch(r"[0-9a-f]{32}\n", result.out), "the id alone"
    return result.out.strip()


def shown(learnlog: Learnlog, uid: str) -> dict[str, object]:
    result = learnlog("training", "show", uid, "--json")
    assert result.code == 0, result.err
    return result.json


def test_the_whole_life_of_a_training(learnlog: Learnlog, filed: Filed) -> None:
    def at(day: dt.date, *words: str) -> Result:
        return went_well(learnlog(*words, today=day, language="sv"))

    def waits(day: dt.date) -> list[tuple[str, int]]:
        return [(each["kind"], each["days_left"]) for each in at(day, "due", "--json").json]

    uid = at(JANUARY, "training", "add", "Palliativ", "vård", "--start", "12/3", "--minutes", "16 h").out.strip()
    short = uid[:6]
    assert waits(JANUARY) == []
    assert waits(dt.date(2026, 3, 5)) == [("form", 7)]
    at(JANUARY, "training", "form", short, "--answers", filed(FORM_WHOLE))
    assert waits(dt.date(2026, 3, 5)) == [("agreement", 7)]
    at(JANUARY, "training", "dialogue", short, "--answers", filed(TALK), "--confirmed-employee", "idag")
    at(JANUARY, "training", "dialogue", short, "--confirmed-manager", "2026-01-09")
    assert waits(dt.date(2026, 3, 5)) == []
    assert waits(dt.date(2026, 3, 14)) == [("completion", -2)]
    told = at(dt.date(2026, 3, 14), "training", "complete", short).err
    assert "2026-03-30" in told, "the days of the dialogue win"
    assert "2026-06-15" in told
    entry = at(dt.date(2026, 3, 14), "add", "Smärtskattning", "--training", short).out.strip()
    late = dt.date(2026, 4, 3)
    assert waits(late) == [("followup", -4), ("sharing", -2), ("sharing", -2)]
    at(late, "training", "followup", short, "--round", "1", "--answers", filed(TWO_WEEKS))
    sharing = at(late, "due", "--json").json[0]["sharing"]
    at(
        late,
        "training",
        "share",
        short,
        "--sharing",
        sharing[:8],
        "--done",
        "--what",
        "Tre råd",
        "--taken",
        "Vi provar",
    )
    june = dt.date(2026, 6, 16)
    assert waits(june) == [("sharing", -76), ("followup", -1)]
    at(june, "training", "followup", short, "--round", "2", "--answers", filed(THREE_MONTHS))
    training = at(june, "training", "show", short, "--json").json
    assert list(training) == KEYS
    assert training["status"] == "st.followed"
    assert (training["start"], training["end"], training["minutes"]) == ("2026-03-12", None, 960)
    assert training["before"] == FORM_WHOLE
    assert training["dialogue"] == TALK | {"b1": "2026-01-09", "b6": "2026-04-01", "b8": ["2026-03-30", "2026-06-15"]}
    assert (training["confirmed_employee"], training["confirmed_manager"]) == ("2026-01-10", "2026-01-09")
    assert [(each["round"], each["due"], each["done"]) for each in training["followups"]] == [
        (1, "2026-03-30", "2026-04-03"),
        (2, "2026-06-15", "2026-06-16"),
    ]
    assert training["followups"][1]["answers"] == THREE_MONTHS | {"d7": ["keep", "tell"]}
    assert {each["status"] for each in training["sharings"]} == {"done", "planned"}
    assert list(training["sharings"][0]) == ["id", "channel", "date", "audience", "what", "status", "taken"]
    assert training["entries"] == [entry]
    assert set(training["loop"].values()) == {"done"}
    read = at(june, "training", "show", short).out
    for words in ("Skatta varje pass.", "Jag frågar först.", "Vi provar", "Smärtskattning", "mer än väntat"):
        assert words in read
    assert read.index("Jag frågar först.") < read.index("Före: Skatta varje pass.", read.index("Jag frågar först."))
    figures = at(june, "training", "figures", "--json").json
    assert (figures["with_form"], figures["followed_up"], figures["used"]["us.3"]) == (1, 1, 1)
    assert "1 av 1" in at(june, "training", "figures").out
    assert "Jag frågar först." in at(june, "export", "handout", short).out
    assert "Smärta ses tidigare." in at(june, "export", "cv").out


def test_what_the_json_tells_can_be_typed_in_again(learnlog: Learnlog, filed: Filed) -> None:
    uid, other = added(learnlog, "Ett"), added(learnlog, "Två")
    went_well(learnlog("training", "form", uid, "--answers", filed(FORM_WHOLE)))
    went_well(learnlog("training", "dialogue", uid, "--answers", filed(TALK)))
    told = shown(learnlog, uid)
    went_well(learnlog("training", "form", other, "--answers", filed(told["before"])))  # type: ignore[arg-type]
    went_well(learnlog("training", "dialogue", other, "--answers", filed(told["dialogue"])))  # type: ignore[arg-type]
    again = shown(learnlog, other)
    assert (again["before"], again["dialogue"]) == (told["before"], told["dialogue"])


FACTS = (
    ("--type", "elearn", "type", "elearn"),
    ("--start", "2027-03-12", "start", "2027-03-12"),
    ("--end", "2027-03-13", "end", "2027-03-13"),
    ("--provider", "Vårdskolan", "provider", "Vårdskolan"),
    ("--minutes", "1h30", "minutes", 90),
    ("--mode", "mixed", "mode", "mixed"),
    ("--cost", "2 000 kr", "cost", "2 000 kr"),
    ("--initiative", "manager", "initiative", "manager"),
    ("--project", "2018/00291", "project", "2018/00291"),
    ("--area", "demensvård", "areas", ["th.dementia"]),
    ("--status", "st.booked", "status", "st.booked"),
)


def test_every_fact_can_be_told_at_once_changed_and_cleared(learnlog: Learnlog) -> None:
    told = [word for option, value, _key, _kept in FACTS for word in (option, value)]
    first = shown(learnlog, added(learnlog, "Kurs", *told, "--mandatory"))
    wanted = {key: kept for _option, _value, key, kept in FACTS}
    assert {key: first[key] for key in wanted} == wanted
    assert first["mandatory"] is True
    uid = added(learnlog, "Kurs")
    went_well(learnlog("training", "edit", uid, *told, "--title", "En annan"))
    changed = shown(learnlog, uid)
    assert {key: changed[key] for key in wanted} == wanted
    assert changed["title"] == "En annan"
    cleared = ("--end", "--start", "--provider", "--minutes", "--mode", "--cost", "--initiative", "--project", "--area")
    went_well(learnlog("training", "edit", uid, *(word for option in cleared for word in (option, ""))))
    empty = shown(learnlog, uid)
    assert [empty[key] for key in ("start", "end", "minutes", "mode", "initiative")] == [None] * 5
    assert (empty["provider"], empty["cost"], empty["project"], empty["areas"]) == ("", "", "", [])


def test_a_day_is_one_to_come_and_is_read_back(learnlog: Learnlog) -> None:
    result = went_well(learnlog("training", "add", "Kurs", "--start", "12 Nov"))
    assert shown(learnlog, result.out.strip())["start"] == "2027-11-12"
    assert "2027" in result.err
    assert "Friday" in result.err
    assert went_well(learnlog("training", "add", "Kurs", "--start", "2026-12-01")).err == ""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add",), 2),
        (("add", " "), 1),
        (("add", "K", "--start", "any day"), 1),
        (("add", "K", "--start", "2027-01-02", "--end", "2027-01-01"), 1),
        (("add", "K", "--end", "2027-01-02"), 1),
        (("add", "K", "--minutes", "long"), 1),
        (("add", "K", "--status", "st.completed"), 2),
        (("add", "K", "--type", "nothing"), 2),
        (("add", "K" * 121), 1),
        (("edit", "ID"), 2),
        (("edit", "ID", "--title", ""), 1),
        (("edit", "ID", "--type", ""), 1),
        (("show", "ffffffff"), 1),
        (("show",), 2),
        (("complete", "ID", "--date", "tomorrow"), 1),
        (("form", "ID"), 2),
        (("form", "ID", "--answers", "/nowhere/at/all.json"), 1),
        (("dialogue", "ID"), 2),
        (("dialogue", "ID", "--confirmed-manager", "tomorrow"), 1),
        (("followup", "ID", "--round", "1"), 2),
        (("followup", "ID", "--skip", "x"), 2),
        (("followup", "ID", "--round", "4", "--skip", "x"), 2),
        (("followup", "ID", "--round", "1", "--skip", "x"), 1),
        (("followup", "ID", "--round", "3", "--move", "in two weeks"), 1),
        (("followup", "ID", "--round", "1", "--skip", "x", "--move", "tomorrow"), 2),
        (("followup", "ID", "--round", "1", "--skip", "x", "--date", "today"), 2),
        (("share", "ID"), 2),
        (("share", "ID", "--sharing", "abc", "--done"), 1),
        (("share", "ID", "--done", "--cancelled"), 2),
        (("share", "ID", "--done", "--date", "tomorrow"), 1),
        (("restore", "ID"), 1),
        (("reopen", "ID"), 1),
        (("list", "--status", "never"), 2),
        (("list", "--limit", "x"), 2),
        (("lsit",), 2),
        ((), 2),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_line_and_changes_nothing(
    learnlog: Learnlog, words: tuple[str, ...], code: int
) -> None:
    uid = added(learnlog, "Kurs")
    before = learnlog("training", "list", "--json").out
    result = learnlog("training", *(uid if word == "ID" else word for word in words))
    assert (result.code, result.out) == (code, "")
    assert len(result.err.splitlines()) == 1
    assert learnlog("training", "list", "--json").out == before


def test_declined_cancelled_and_planned_again(learnlog: Learnlog) -> None:
    first, second = added(learnlog, "Ett"), added(learnlog, "Två")
    went_well(learnlog("training", "decline", first, "--why", "Ingen vikarie"))
    went_well(learnlog("training", "cancel", second))
    assert (shown(learnlog, first)["status"], shown(learnlog, first)["closed_because"]) == (
        "st.declined",
        "Ingen vikarie",
    )
    assert shown(learnlog, second)["status"] == "st.cancelled"
    refused = learnlog("training", "edit", first, "--status", "st.booked")
    assert (refused.code, "training reopen" in refused.err) == (1, True)
    went_well(learnlog("training", "reopen", first))
    assert shown(learnlog, first)["status"] == "st.idea"
    assert shown(learnlog, first)["closed_because"] == ""


def test_into_the_bin_and_back(learnlog: Learnlog) -> None:
    uid = added(learnlog, "Kurs")
    went_well(learnlog("training", "delete", uid[:8]))
    assert learnlog("training", "list", "--json").json == []
    assert [each["id"] for each in learnlog("training", "list", "--deleted", "--json").json] == [uid]
    for words in (("delete",), ("edit", "--title", "x"), ("complete",), ("share", "--done")):
        assert learnlog("training", words[0], uid, *words[1:]).code == 1
    went_well(learnlog("training", "restore", uid[:8]))
    assert [each["id"] for each in learnlog("training", "list", "--json").json] == [uid]


def test_a_followup_is_moved_skipped_and_asked_a_third_time(learnlog: Learnlog) -> None:
    uid = added(learnlog, "Kurs")
    went_well(learnlog("training", "complete", uid, "--date", "2026-11-02"))
    went_well(learnlog("training", "followup", uid, "--round", "1", "--move", "in two weeks"))
    went_well(learnlog("training", "followup", uid, "--round", "2", "--skip", "Ledig"))
    went_well(learnlog("training", "followup", uid, "--round", "3", "--move", "2027-05-03"))
    found = shown(learnlog, uid)["followups"]
    assert [(each["round"], each["due"], each["skipped"]) for each in found] == [  # type: ignore[attr-defined]
        (1, "2026-12-04", None),
        (2, "2027-02-01", "Ledig"),
        (3, "2027-05-03", None),
    ]
    read = learnlog("training", "show", uid).out
    assert "Ledig" in read
    assert "Not followed up yet." in read


def test_less_than_expected_leads_to_a_next_step(learnlog: Learnlog, filed: Filed) -> None:
    uid = added(learnlog, "Kurs")
    went_well(learnlog("training", "complete", uid, "--date", "2026-07-01"))
    less = THREE_MONTHS | {"d5": "ex.less", "d7": ["train", "tell"]}
    said = went_well(learnlog("training", "followup", uid, "--round", "2", "--answers", filed(less))).err
    for words in ("training share", "training add", "--round 3 --move"):
        assert words in said
    again = ("followup", uid, "--round", "2", "--answers", filed({"d7": ["stop"], "d5": "ex.as"}))
    assert went_well(learnlog("training", *again)).err.splitlines() == ["Saved."]


def test_something_shared_is_planned_then_done_early(learnlog: Learnlog) -> None:
    uid = added(learnlog, "Kurs")
    words = ("--channel", "written", "--date", "3 Dec", "--audience", "nattpersonalen", "--what", "Tre råd")
    new = went_well(learnlog("training", "share", uid, *words)).out.strip()
    assert re.fullmatch(r"[0-9a-f]{32}", new)
    assert shown(learnlog, uid)["sharings"] == [
        {
            "id": new,
            "channel": "written",
            "date": "2026-12-03",
            "audience": "nattpersonalen",
            "what": "Tre råd",
            "status": "planned",
            "taken": "",
        }
    ]
    result = learnlog("training", "share", uid, "--sharing", new[:8], "--done", "--taken", "Vi provar", "--json")
    (done,) = went_well(result).json["sharings"]
    assert (done["status"], done["date"], done["taken"], done["what"]) == ("done", "2026-11-20", "Vi provar", "Tre råd")


def test_the_day_of_a_step_is_read_back(learnlog: Learnlog) -> None:
    uid = added(learnlog, "Kurs")
    done = went_well(learnlog("training", "complete", uid, "--date", "yesterday"))
    assert done.err.splitlines()[-1] == "Thursday 19 November 2026, week 47"


def test_what_was_planned_in_the_same_way_is_said_to_wait(learnlog: Learnlog) -> None:
    uid = added(learnlog, "Kurs")
    words = ("--channel", "apt", "--date", "2026-12-03", "--audience", "kvällen")
    planned = went_well(learnlog("training", "share", uid, *words)).out.strip()
    noted = went_well(learnlog("training", "share", uid, "--channel", "apt", "--done", "--date", "2026-11-19"))
    assert re.fullmatch(r"[0-9a-f]{32}\n", noted.out)
    line = f"learnlog training share {uid[:8]} --sharing {planned[:8]} --done"
    assert noted.err == f"This is still planned: Workplace meeting, 3 December 2026, kvällen. When it is done: {line}\n"
    other = went_well(learnlog("training", "share", uid, "--channel", "written", "--done", "--date", "2026-11-19"))
    assert other.err == ""


@pytest.mark.parametrize(("answer", "left"), [(b"y\n", ["done"]), (b"n\n", ["planned", "done"])])
def test_who_can_answer_is_asked_whether_it_is_what_was_planned(
    learnlog: Learnlog, monkeypatch: pytest.MonkeyPatch, answer: bytes, left: list[str]
) -> None:
    uid = added(learnlog, "Kurs")
    words = ("--channel", "apt", "--date", "2026-12-03", "--audience", "kvällen")
    planned = went_well(learnlog("training", "share", uid, *words)).out.strip()
    monkeypatch.setattr(Call, "can_ask", True)
    words = ("--channel", "apt", "--done", "--date", "2026-11-19", "--what", "Tre råd")
    noted = went_well(learnlog("training", "share", uid, *words, stdin=answer))
    assert "Is it what you have shared now?" in noted.err
    sharings = shown(learnlog, uid)["sharings"]
    assert [each["status"] for each in sharings] == left
    assert (noted.out.strip() == planned) == (len(left) == 1)
    assert (sharings[-1]["what"], sharings[-1]["date"]) == ("Tre råd", "2026-11-19")
    assert sharings[0]["audience"] == "kvällen"


def test_the_list_is_narrowed_and_late_ones_come_first(learnlog: Learnlog, filed: Filed) -> None:
    idea = added(learnlog, "Handledning")
    late = added(learnlog, "Lyftteknik", "--start", "2026-11-02")
    past = added(learnlog, "Demens")
    went_well(learnlog("training", "complete", past, "--date", "2026-11-18"))
    gone = added(learnlog, "Inställd")
    went_well(learnlog("training", "cancel", gone))

    def listed(*words: str) -> list[str]:
        return [each["title"] for each in went_well(learnlog("training", "list", "--json", *words)).json]

    assert listed()[0] == "Lyftteknik"
    assert sorted(listed()) == ["Demens", "Handledning", "Inställd", "Lyftteknik"]
    assert listed("--status", "late") == ["Lyftteknik"]
    assert sorted(listed("--status", "planned")) == ["Handledning", "Lyftteknik"]
    assert listed("--status", "completed") == listed("--status", "waiting") == ["Demens"]
    assert listed("--status", "closed") == listed("--status", "st.cancelled") == ["Inställd"]
    assert sorted(listed("--status", "st.idea", "--status", "closed")) == ["Handledning", "Inställd", "Lyftteknik"]
    assert listed("--search", "LYFT tek") == ["Lyftteknik"]
    assert listed("--search", "ingenting") == []
    assert len(listed("--limit", "2")) == 2
    read = learnlog("training", "list").out
    assert [read.index(uid[:8]) for uid in (late, past, idea, gone)]
    assert "18 days late" in read
    assert "\x1b" not in read


def test_entries_are_tied_to_a_training_and_untied(learnlog: Learnlog) -> None:
    uid, other = added(learnlog, "Kurs"), added(learnlog, "En annan")
    entry = learnlog("add", "Lärt", "--training", uid[:8]).out.strip()
    learnlog("add", "Något annat")
    assert [each["id"] for each in learnlog("list", "--training", uid[:6], "--json").json] == [entry]
    assert learnlog("show", entry, "--json").json["training"] == uid
    assert "Kurs" in learnlog("show", entry).out
    went_well(learnlog("edit", entry, "--training", other))
    assert shown(learnlog, uid)["entries"] == []
    assert shown(learnlog, other)["entries"] == [entry]
    went_well(learnlog("edit", entry, "--training", ""))
    assert learnlog("show", entry, "--json").json["training"] is None
    for words in (("add", "x"), ("list",)):
        refused = learnlog(*words, "--training", "ffffffff")
        assert (refused.code, refused.out) == (1, "")
    assert len(learnlog("list", "--json").json) == 2


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_everything_is_said_in_the_language_of_the_reader(learnlog: Learnlog, filed: Filed, language: str) -> None:
    uid = added(learnlog, "Kurs", today=JANUARY)
    said = [
        learnlog("training", *words, language=language)
        for words in (
            ("form", uid, "--answers", filed({"a1": 1, "zz": "x"})),
            ("form", uid, "--answers", filed(FORM_WHOLE)),
            ("complete", uid, "--date", "2026-11-02"),
            ("list",),
            ("show", uid),
            ("figures",),
        )
    ]
    assert [each.code for each in said] == [1, 0, 0, 0, 0, 0]
    english = {"sv": "genomförd", "nb": "gjennomført", "en": "completed"}[language]
    assert english in said[3].out
    assert not any("{" in each.out + each.err for each in said)


def test_two_processes_answer_different_forms_at_once(home: Path, tmp_path: Path) -> None:
    uid = process(home, "training", "add", "Kurs").stdout.decode().strip()
    files = {"form": tmp_path / "a.json", "dialogue": tmp_path / "b.json"}
    files["form"].write_text(json.dumps(FORM_WHOLE), encoding="utf-8")
    files["dialogue"].write_text(json.dumps(TALK), encoding="utf-8")
    with ThreadPoolExecutor() as at_once:
        every = at_once.map(lambda name: process(home, "training", name, uid, "--answers", str(files[name])), files)
    assert [(done.returncode, done.stderr) for done in every] == [(0, b"Saved.\n")] * 2
    piped = process(home, "training", "form", uid, "--answers", "-", input=b'{"a6": "Tid"}')
    assert piped.returncode == 0, piped.stderr
    training = json.loads(process(home, "training", "show", uid, "--json").stdout)
    assert training["before"] == FORM_WHOLE | {"a6": "Tid"}
    assert training["dialogue"]["b2"] == TALK["b2"]
    changed = json.loads(process(home, "doctor", "--json").stdout)
    assert changed["healthy"] is True
