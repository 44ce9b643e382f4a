"""Development talks from a shell, year after year: what was agreed in one comes back in the next."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Learnlog, Result, added, went_well

FIRST = dt.date(2026, 10, 12)
HALFWAY = dt.date(2027, 4, 12)
SECOND = dt.date(2027, 10, 11)
LONG_AFTER = dt.date(2031, 1, 1)
PREPARED = {
    "t1": "Jag visar andra hur man gör.",
    "t2": "Allt blev gjort.",
    "t5": "TAKK",
    "t7": "Välfärdsteknik",
    "t9": "Åtta inlägg",
}
MANAGERS = {"t10": "Lugn vid oro", "t11": "Fler kan TAKK", "t12": "Gå bredvid"}
YEARLY = {"y1": "Två av tre, och de hjälpte.", "y2": "Kravet på TAKK"}
KEYS = [
    "id",
    "date",
    "kind",
    "who",
    "held",
    "answers",
    "goals",
    "actions",
    "requirements",
    "agreements",
    "next",
    "summary",
    "as_agreed",
    "created_at",
    "updated_at",
    "looking_back",
]


def prepared(learnlog: Learnlog, uid: str, told: Mapping[str, object], *words: str, **more: Any) -> Result:
    return learnlog("talk", "prepare", uid, "--answers", "-", *words, stdin=json.dumps(told).encode(), **more)


@pytest.mark.parametrize(
    ("language", "back", "agreed"),
    [
        ("sv", "Tillbakablick: överenskommet", "Det vi kom överens om"),
        ("nb", "Tilbakeblikk: avtalt", "Det vi avtalte"),
        ("en", "Looking back: agreed on", "What we agreed"),
    ],
)
def test_two_years_of_talks(learnlog: Learnlog, language: str, back: str, agreed: str) -> None:
    def at(day: dt.date, *words: str) -> Result:
        return went_well(learnlog(*words, today=day, language=language))

    def talk_at(day: dt.date, uid: str) -> dict[str, Any]:
        found: dict[str, Any] = at(day, "talk", "show", uid, "--json").json
        return found

    at(FIRST, "area", "add", "th.dementia", "--requirement", "3", "--level", "2", "--used", "us.2")
    goal = at(FIRST, "goal", "add", "Möta oro lugnt", "--area", "th.dementia").out.strip()
    dropped = at(FIRST, "goal", "add", "Något som inte blev av").out.strip()
    action = at(FIRST, "action", "add", "Prova i köket", "--goal", goal, "--arena", "in").out.strip()

    # the first talk
    first = at(FIRST, "talk", "add", "--date", "2026-10-12", "--who", "chefen och jag").out.strip()
    assert "t5" in went_well(prepared(learnlog, first, {"t1": "Jag är tryggare."}, today=FIRST)).err
    went_well(prepared(learnlog, first, PREPARED | MANAGERS, today=FIRST))
    read = at(FIRST, "talk", "show", first).out
    assert "Möta oro lugnt" in read, "before the first talk, what is in the plan"
    assert agreed not in read
    held = at(
        FIRST,
        *("talk", "hold", first[:8], "--goal", goal, "--goal", dropped[:8], "--action", action),
        *("--agreement", "En timme i månaden", "--next", "2027-04-12"),
    )
    assert f"learnlog talk show {first[:8]}" in held.err
    talk = talk_at(FIRST, first)
    assert list(talk) == KEYS
    assert (talk["date"], talk["held"], talk["next"], talk["kind"]) == (*["2026-10-12"] * 2, "2027-04-12", "annual")
    assert (sorted(talk["goals"]), talk["actions"]) == (sorted([goal, dropped]), [action])
    assert talk["agreements"] == ["En timme i månaden"]
    assert talk["answers"] == PREPARED | MANAGERS
    shown = at(FIRST, "goal", "show", goal, "--json").json
    assert (shown["status"], shown["talk"]) == ("gs.agreed", first)

    # the half-year between them forgets nothing
    assert [each["kind"] for each in at(HALFWAY, "due", "--json").json] == ["talk"]
    halfway = at(HALFWAY, "talk", "add").out.strip()
    talk = talk_at(HALFWAY, halfway)
    assert (talk["date"], talk["kind"], talk["who"]) == ("2027-04-12", "half_year", "chefen och jag")
    at(HALFWAY, "action", "step", action)
    at(HALFWAY, "talk", "hold", halfway, "--agreement", "En vikarie i maj", "--next", "2027-10-11")

    # what happened in the year
    at(SECOND, "area", "rate", "th.dementia", "--level", "4", "--used", "us.4")
    at(SECOND, "action", "review", action, "--happened", "Fem tecken används", "--not-happened", "Ingen tid")
    at(SECOND, "action", "done", action)
    at(SECOND, "goal", "edit", goal, "--status", "gs.achieved")
    at(SECOND, "goal", "edit", dropped, "--status", "gs.dropped")

    # the second talk begins from the first
    second = at(SECOND, "talk", "add", "--kind", "annual").out.strip()
    looked = talk_at(SECOND, second)["looking_back"]
    assert looked["talks"] == [first, halfway]
    assert {each["id"]: each["status"] for each in looked["goals"]} == {goal: "gs.achieved", dropped: "gs.dropped"}
    assert looked["actions"] == [{"id": action, "what": "Prova i köket", "status": "as.done"}]
    assert looked["agreements"] == ["En timme i månaden", "En vikarie i maj"]
    went_well(prepared(learnlog, second, YEARLY, today=SECOND))
    new = at(SECOND, "goal", "add", "Lära välfärdsteknik").out.strip()
    at(SECOND, "talk", "hold", second, "--goal", new)
    read = at(SECOND, "talk", "show", second).out
    for words in (back, "Fem tecken används", "Ingen tid", "En timme i månaden", "Två av tre", agreed):
        assert words in read, read
    assert read.index(back) < read.index("Möta oro lugnt") < read.index(agreed) < read.index("Lära välfärdsteknik")

    # years later the first is as it was
    again = talk_at(LONG_AFTER, first)
    assert (again["summary"], again["looking_back"]["talks"]) == (talk_at(FIRST, first)["summary"], [])
    assert at(LONG_AFTER, "talk", "show", first, "--summary").out.strip() == again["summary"].strip()
    assert [each["id"] for each in at(LONG_AFTER, "talk", "list", "--json").json] == [second, halfway, first]


def test_a_talk_written_down_again_keeps_what_was_shown(learnlog: Learnlog) -> None:
    goal = added(learnlog, "goal", "add", "Ett")
    uid = added(learnlog, "talk", "add")
    went_well(learnlog("talk", "hold", uid, "--goal", goal, "--agreement", "Ett", "--agreement", "Två"))
    before = learnlog("talk", "show", uid, "--json").json
    assert before["date"] == "2026-11-20", "today, when it has no day"
    added(learnlog, "goal", "add", "Ett annat")
    went_well(learnlog("talk", "hold", uid, "--agreement", "Bara ett", today=LONG_AFTER))
    after = learnlog("talk", "show", uid, "--json").json
    assert (after["summary"], after["held"], after["goals"]) == (before["summary"], before["held"], [goal])
    assert after["agreements"] == ["Bara ett"]
    went_well(learnlog("talk", "hold", uid, "--goal", "", "--json"))
    assert learnlog("talk", "show", uid, "--json").json["goals"] == []
    assert learnlog("goal", "show", goal, "--json").json["talk"] is None


def test_answers_can_be_fed_back_and_all_wrong_ones_are_named(learnlog: Learnlog) -> None:
    one, other = added(learnlog, "talk", "add"), added(learnlog, "talk", "add")
    every = PREPARED | MANAGERS | YEARLY
    went_well(prepared(learnlog, one, every))
    told = learnlog("talk", "show", one, "--json").json["answers"]
    assert told == every
    assert went_well(prepared(learnlog, other, told, "--json")).json["answers"] == every
    refused = prepared(learnlog, one, {"t1": 1, "zz": "x", "t13": "y"}, "--json")
    assert (refused.code, refused.json["saved"]) == (1, False)
    assert [each["question"] for each in refused.json["problems"]] == ["t1", "zz", "t13"]
    assert len(refused.err.splitlines()) == 1
    went_well(prepared(learnlog, one, {"t1": ""}))
    assert "t1" not in learnlog("talk", "show", one, "--json").json["answers"]
    went_well(learnlog("talk", "hold", one))
    late = prepared(learnlog, one, {"t1": "Ny", "y1": "Nytt"})
    assert late.code == 1
    assert learnlog("talk", "show", one, "--json").json["answers"]["y1"] == YEARLY["y1"], "all or nothing"
    went_well(prepared(learnlog, one, {"y1": "Nytt"}))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("add", "too", "much"), 2),
        (("add", "--kind", "pay"), 2),
        (("add", "--date", "any day"), 1),
        (("edit", "ID"), 2),
        (("edit", "ID", "--kind", ""), 1),
        (("edit", "ID", "--next", "2026-11-01"), 1),
        (("edit", "ffffffff", "--who", "x"), 1),
        (("prepare", "ID"), 2),
        (("prepare", "ID", "--answers", "/nowhere/at/all.json"), 1),
        (("hold", "ID", "--date", "2026-11-21"), 1),
        (("hold", "ID", "--date", "2026-11-10", "--next", "2026-11-10"), 1),
        (("hold", "ID", "--goal", "ffffffff"), 1),
        (("hold", "ID", "--action", "ffffffff"), 1),
        (("hold", "ffffffff"), 1),
        (("show", "ID", "--summary"), 1),
        (("restore", "ID"), 1),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_line_and_changes_nothing(
    learnlog: Learnlog, words: tuple[str, ...], code: int
) -> None:
    uid = added(learnlog, "talk", "add", "--date", "2026-11-20")
    before = learnlog("talk", "list", "--json").out
    result = learnlog("talk", *(uid if word == "ID" else word for word in words))
    assert (result.code, result.out) == (code, "")
    assert len(result.err.splitlines()) == 1
    assert learnlog("talk", "list", "--json").out == before


def test_a_list_says_how_far_a_preparation_has_come(learnlog: Learnlog) -> None:
    uid = added(learnlog, "talk", "add", "--date", "1 Dec")
    went_well(prepared(learnlog, uid, {"t1": "Stolt", "t5": "TAKK"}))
    assert "2026-12-01  Årligt samtal  [2 av 9 frågor besvarade]" in learnlog("talk", "list", language="sv").out
    went_well(learnlog("talk", "hold", uid, "--date", "today"))
    assert "2026-11-20  Årlig samtale  [holdt]" in learnlog("talk", "list", language="nb").out


def test_papers_for_the_talk_the_plan_and_a_workshop(learnlog: Learnlog, tmp_path: Path) -> None:
    assert went_well(learnlog("export", "talk")).out.startswith("# "), "for a talk to come"
    added(learnlog, "goal", "add", "Möta oro lugnt")
    uid = added(learnlog, "talk", "add", "--date", "2026-11-20")
    went_well(prepared(learnlog, uid, PREPARED))
    path = tmp_path / "talk.md"
    went_well(learnlog("export", "talk", uid[:6], "--language", "nb", "-o", str(path)))
    assert PREPARED["t1"] in path.read_text(encoding="utf-8")
    assert learnlog("export", "talk", "-o", str(path)).code == 1, "there is one already"
    assert "Möta oro lugnt" in went_well(learnlog("export", "plan", language="sv")).out
    went_well(learnlog("talk", "hold", uid, "--agreement", "En timme i månaden"))
    assert "En timme i månaden" in learnlog("export", "talk", uid).out
    workshop = added(learnlog, "workshop", "add", "Hur blir kvällarna lugnare?")
    assert "Hur blir kvällarna lugnare?" in went_well(learnlog("export", "workshop", workshop[:8])).out
    went_well(learnlog("talk", "delete", uid))
    for words, code in (
        (("talk", "ffffffff"), 1),
        (("talk", uid), 1),
        (("workshop",), 2),
        (("workshop", "ffffffff"), 1),
        (("plan", uid), 2),
        (("plan", "--from", "2026"), 2),
        (("talk", "--to", "2026"), 2),
    ):
        refused = learnlog("export", *words)
        assert (refused.code, refused.out, len(refused.err.splitlines())) == (code, "", 1)
