"""The plan from a shell: competence areas, what is missing, goals, actions, workshops; and what is refused."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

import pytest

from tests.cli.conftest import Learnlog, Result, added, went_well

LATER = dt.date(2027, 5, 3)
AREA_KEYS = [
    "id",
    "name",
    "description",
    "active",
    "requirement",
    "why",
    "level",
    "used",
    "rated_on",
    "need",
    "gap",
    "answers",
    "history",
    "goals",
    "entries",
    "trainings",
    "created_at",
    "updated_at",
]
GOAL_KEYS = [
    "id",
    "title",
    "need",
    "area",
    "why",
    "measure",
    "deadline",
    "horizon",
    "status",
    "from_level",
    "to_level",
    "closed",
    "talk",
    "actions",
    "in_daily_work",
    "entries",
    "trainings",
    "created_at",
    "updated_at",
]
ACTION_KEYS = [
    "id",
    "what",
    "how",
    "who",
    "responsible",
    "first_step",
    "first_step_on",
    "first_step_done",
    "due",
    "status",
    "arena",
    "obstacle",
    "vision",
    "closed",
    "goal",
    "workshop",
    "talk",
    "reviews",
    "entries",
    "created_at",
    "updated_at",
]
WORKSHOP = {
    "question": "Hur blir kvällarna lugnare?",
    "in_team": True,
    "hopes": ["Lugn"],
    "critique": ["Bullret", "Ingen tid", "Alla springer"],
    "bottom": ["Alla springer"],
    "vision": ["Musik", "Vi sitter ner"],
    "top": ["Vi sitter ner"],
    "islands": ["Kvällsmaten", "Läggdags"],
    "island": "Kvällsmaten",
}
SITTING = {
    "what": "Sitta ner vid kvällsmaten",
    "how": "En i taget",
    "who": ["me", "team"],
    "responsible": "me",
    "first_step": "Fråga på APT",
    "first_step_on": "9 dec",
    "due": "2027-03-01",
    "arena": "in",
}


def shown(learnlog: Learnlog, kind: str, uid: str) -> dict[str, Any]:
    found: dict[str, Any] = went_well(learnlog(kind, "show", uid, "--json")).json
    return found


def answered(learnlog: Learnlog, *words: str, told: Mapping[str, object], **more: Any) -> Result:
    return learnlog(*words, "--answers", "-", stdin=json.dumps(told).encode(), **more)


def test_an_area_then_and_now(learnlog: Learnlog) -> None:
    uid = added(learnlog, "area", "add", "Demensvård", "--requirement", "3", "--level", "2", "--used", "us.3")
    area = shown(learnlog, "area", uid[:6])
    assert list(area) == AREA_KEYS
    assert (area["name"], area["requirement"], area["level"], area["used"]) == ("th.dementia", 3, 2, "us.3")
    assert (area["gap"], area["need"], area["active"]) == ("develop", None, True)
    went_well(learnlog("area", "rate", "th.dementia", "--level", "3", today=LATER))
    area = shown(learnlog, "area", "dementia care")
    assert (area["level"], area["used"], area["gap"], area["rated_on"]) == (3, "us.3", None, "2027-05-03")
    assert [(each["date"], each["level"]) for each in area["history"]] == [("2026-11-20", 2), ("2027-05-03", 3)]
    read = went_well(learnlog("area", "show", "demensomsorg", language="nb"))
    for words in ("20.11.2026: 2, kan med støtte", "03.05.2027: 3, kan selvstendig", "Brukt i arbeidet  Ofte"):
        assert words in read.out, read.out


def test_every_fact_of_an_area_is_told_changed_and_cleared(learnlog: Learnlog) -> None:
    entry = added(learnlog, "add", "Tecken vid frukosten")
    told = ("--why", "Fler bor här", "--description", "TAKK", "--need", "mobilise", "--evidence", entry[:6])
    uid = added(learnlog, "area", "add", "Tecken", "som", "stöd", *told)
    area = shown(learnlog, "area", uid)
    assert (area["name"], area["why"], area["description"]) == ("Tecken som stöd", "Fler bor här", "TAKK")
    assert (area["need"], area["entries"]) == ("mobilise", [entry])
    cleared = [word for option in ("--why", "--description", "--need", "--evidence") for word in (option, "")]
    went_well(learnlog("area", "edit", "tecken SOM stöd", *cleared, "--name", "TAKK"))
    area = shown(learnlog, "area", uid)
    assert (area["name"], area["why"], area["description"], area["need"]) == ("TAKK", "", "", None)
    assert area["entries"] == []


def test_the_analysis_in_small_can_be_fed_back(learnlog: Learnlog) -> None:
    one, other = added(learnlog, "area", "add", "Ett"), added(learnlog, "area", "add", "Två")
    told = {"n1": "Se smärta", "n2": "Ja", "n3": "Tid"}
    went_well(answered(learnlog, "area", "edit", one, told=told))
    assert shown(learnlog, "area", one)["answers"] == told
    went_well(answered(learnlog, "area", "edit", other, told=shown(learnlog, "area", one)["answers"]))
    assert shown(learnlog, "area", other)["answers"] == told
    refused = answered(learnlog, "area", "edit", one, "--json", told={"n1": "", "n9": "x"})
    assert refused.code == 1
    assert [each["question"] for each in refused.json["problems"]] == ["n1", "n9"]
    assert "Se smärta" in learnlog("area", "show", one).out


def test_gaps_are_told_in_words_by_what_helps(learnlog: Learnlog) -> None:
    added(learnlog, "area", "add", "th.dementia", "--requirement", "3", "--level", "2", "--used", "us.3")
    added(learnlog, "area", "add", "Tecken", "--level", "3", "--used", "us.0")
    added(learnlog, "area", "add", "Sårvård", "--need", "acquire", "--why", "Ingen av oss kan det")
    added(learnlog, "area", "add", "th.nutrition", "--requirement", "2")
    added(learnlog, "area", "add", "Vilande", "--need", "develop", "--rest")
    found = went_well(learnlog("gaps", "--json")).json
    assert list(found) == ["mobilise", "develop", "acquire"]
    assert [[each["name"] for each in areas] for areas in found.values()] == [["Tecken"], ["th.dementia"], ["Sårvård"]]
    assert list(found["develop"][0]) == ["id", "name", "requirement", "why", "level", "used"]
    read = went_well(learnlog("gaps", language="sv"))
    headings = [
        "Det jag kan, och som vi inte använder",
        "Det jag vill lära mig",
        "Det här behöver verksamheten utifrån",
    ]
    assert [read.out.index(each) for each in headings] == sorted(read.out.index(each) for each in headings)
    for words in ("kan självständigt · nu: kan med stöd · används ofta", "Ingen av oss kan det", "mat och näring"):
        assert words in read.out, read.out
    assert "Vilande" not in read.out
    assert "learnlog area rate" in read.err


def test_at_most_twelve_are_worked_with_and_the_others_rest(learnlog: Learnlog) -> None:
    ids = [added(learnlog, "area", "add", f"Område {number}") for number in range(12)]
    refused = learnlog("area", "add", "Ett till")
    assert (refused.code, refused.out, "12" in refused.err) == (1, "", True)
    went_well(learnlog("area", "rest", ids[0]))
    added(learnlog, "area", "add", "Ett till")
    assert learnlog("area", "edit", ids[0], "--active").code == 1
    assert len(learnlog("area", "list", "--json").json) == 12
    assert len(learnlog("area", "list", "--resting", "--json").json) == 13
    assert "vilar" in learnlog("area", "list", "--resting", language="sv").out


def test_a_goal_of_an_area_with_its_actions_and_what_shows_it(learnlog: Learnlog) -> None:
    area = added(learnlog, "area", "add", "th.dementia", "--requirement", "3", "--level", "2", "--why", "Fler bor här")
    result = went_well(learnlog("goal", "add", "Möta oro lugnt", "--area", "th.dementia", "--deadline", "1 Jun"))
    assert "2027" in result.err, "the day is read back"
    uid = result.out.strip()
    goal = shown(learnlog, "goal", uid)
    assert list(goal) == GOAL_KEYS
    assert (goal["area"], goal["need"], goal["why"]) == (area, "develop", "Fler bor här")
    assert (goal["from_level"], goal["to_level"], goal["deadline"]) == (2, 3, "2027-06-01")
    assert "--arena in" in learnlog("goal", "show", uid).err, "a gentle hint"
    action = added(learnlog, "action", "add", "Prova i köket", "--goal", uid[:8], "--arena", "in")
    entry = added(learnlog, "add", "Jag väntade", "--goal", uid[:6])
    other = added(learnlog, "add", "Vi visade", "--action", action)
    training = added(learnlog, "training", "add", "Demens", "--goal", uid)
    goal = shown(learnlog, "goal", uid)
    assert (goal["actions"], goal["in_daily_work"], goal["trainings"]) == ([action], True, [training])
    assert sorted(goal["entries"]) == sorted([entry, other])
    assert shown(learnlog, "action", action)["entries"] == [other]

    def listed(*words: str) -> set[str]:
        return {each["id"] for each in went_well(learnlog("list", *words, "--json")).json}

    assert (listed("--goal", uid[:8]), listed("--action", action)) == ({entry, other}, {other})
    assert (listed("--goal", uid, "--search", "visade"), listed("--action", action, "--arena", "out")) == (
        {other},
        set(),
    )
    assert learnlog("list", "--goal", "ffffffff").code == 1
    assert shown(learnlog, "area", area)["goals"] == [uid]
    assert learnlog("show", entry, "--json").json["goals"] == [uid]
    assert learnlog("show", other, "--json").json["action"] == action
    assert shown(learnlog, "training", training)["goals"] == [uid]
    read = went_well(learnlog("goal", "show", uid))
    assert read.err == ""
    for words in ("Prova i köket", "Jag väntade", "Vi visade", "Demens", "Fler bor här"):
        assert words in read.out
    assert "Möta oro lugnt" in learnlog("show", entry).out
    assert "Prova i köket" in learnlog("show", other).out
    assert "Möta oro lugnt" in learnlog("training", "show", training).out
    went_well(learnlog("edit", entry, "--goal", ""))
    went_well(learnlog("edit", other, "--action", ""))
    went_well(learnlog("training", "edit", training, "--goal", ""))
    goal = shown(learnlog, "goal", uid)
    assert (goal["entries"], goal["trainings"]) == ([], [])


def test_an_action_from_its_first_step_to_its_end(learnlog: Learnlog) -> None:
    goal = added(learnlog, "goal", "add", "Använda mina tecken", "--need", "mobilise")
    told = ("--how", "Fem i taget", "--who", "me", "--who", "colleague", "--responsible", "me", "--due", "2027-06-01")
    step = ("--first-step", "Visa fem", "--first-step-on", "12 Jan")
    uid = added(learnlog, "action", "add", "Tjugo tecken", "--goal", goal, *told, *step)
    action = shown(learnlog, "action", uid)
    assert list(action) == ACTION_KEYS
    assert (action["who"], action["responsible"], action["first_step_on"]) == (["me", "colleague"], "me", "2027-01-12")
    assert [each["kind"] for each in learnlog("due", "--days", "99", "--json").json] == ["first-step"]
    assert learnlog("action", "step", uid[:8], "--date", "tomorrow").code == 1
    went_well(learnlog("action", "step", uid[:8], "--date", "yesterday"))
    assert shown(learnlog, "action", uid)["first_step_done"] == "2026-11-19"
    went_well(learnlog("action", "step", uid[:8]))
    action = shown(learnlog, "action", uid)
    assert (action["first_step_done"], action["status"]) == ("2026-11-20", "as.started")
    assert shown(learnlog, "goal", goal)["status"] == "gs.progress"
    went_well(learnlog("action", "review", uid, "--happened", "Tio används", "--onward", "Tio till", today=LATER))
    [review] = shown(learnlog, "action", uid)["reviews"]
    assert review == {"date": "2027-05-03", "happened": "Tio används", "not_happened": "", "onward": "Tio till"}
    told = ("--not-happened", "Resten", "--date", "15 Jan 2027")
    went_well(learnlog("action", "review", uid, *told, today=LATER))
    assert {each["date"] for each in shown(learnlog, "action", uid)["reviews"]} == {review["date"], "2027-01-15"}
    assert "action review" in went_well(learnlog("action", "done", uid, today=LATER)).err
    action = shown(learnlog, "action", uid)
    assert (action["status"], action["closed"]) == ("as.done", "2027-05-03")
    read = learnlog("action", "show", uid, language="sv").out
    for words in ("Fem i taget", "Visa fem", "Vad har hänt?", "Tio används", "Använda mina tecken", "Gjord"):
        assert words in read, read
    assert learnlog("action", "list", "--goal", goal, "--status", "as.done", "--json").json[0]["id"] == uid
    assert learnlog("action", "list", "--status", "as.started", "--json").json == []


def test_goals_are_listed_and_narrowed(learnlog: Learnlog) -> None:
    area = added(learnlog, "area", "add", "th.dementia")
    one = added(learnlog, "goal", "add", "Ett", "--area", area, "--deadline", "2027-06-01")
    two = added(learnlog, "goal", "add", "Två", "--status", "gs.achieved")
    assert [each["id"] for each in learnlog("goal", "list", "--json").json] == [one, two]
    assert [each["id"] for each in learnlog("goal", "list", "--area", "th.dementia", "--json").json] == [one]
    assert [each["id"] for each in learnlog("goal", "list", "--status", "gs.achieved", "--json").json] == [two]
    read = learnlog("goal", "list", language="sv").out
    assert "2027-06-01  Ett  [förslag]" in read
    assert "uppnått" in read
    went_well(learnlog("goal", "edit", one, "--title", "Ett och ett", "--area", "", "--horizon", "long"))
    changed = shown(learnlog, "goal", one)
    assert (changed["title"], changed["area"], changed["horizon"]) == ("Ett och ett", None, "long")


@pytest.mark.parametrize("kind", ["area", "goal", "action", "workshop", "talk"])
def test_into_the_bin_and_back(learnlog: Learnlog, kind: str) -> None:
    uid = added(learnlog, kind, "add", *(("Ett",) if kind != "talk" else ()))
    assert learnlog(kind, "restore", uid).code == 1
    went_well(learnlog(kind, "delete", uid[:8]))
    assert learnlog(kind, "list", "--json").json == []
    assert [each["id"] for each in learnlog(kind, "list", "--deleted", "--json").json] == [uid]
    change = {"goal": ("--title", "x"), "action": ("--what", "x"), "talk": ("--who", "x"), "workshop": ("--team",)}
    refused = learnlog(kind, "edit", uid, *change.get(kind, ("--why", "x")))
    assert (refused.code, f"learnlog {kind} restore {uid[:8]}" in refused.err) == (1, True)
    assert learnlog(kind, "delete", uid).code == 1
    went_well(learnlog(kind, "restore", uid))
    assert [each["id"] for each in learnlog(kind, "list", "--json").json] == [uid]
    assert learnlog(kind, "show", "ffffffff").code == 1


def test_a_goal_takes_its_actions_to_the_bin_and_back(learnlog: Learnlog) -> None:
    goal = added(learnlog, "goal", "add", "Ett")
    action = added(learnlog, "action", "add", "Prova", "--goal", goal)
    went_well(learnlog("goal", "delete", goal))
    assert learnlog("action", "list", "--json").json == []
    assert learnlog("action", "add", "Mer", "--goal", goal).code == 1
    went_well(learnlog("goal", "restore", goal))
    assert [each["id"] for each in learnlog("action", "list", "--json").json] == [action]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("area",), 2),
        (("area", "add"), 2),
        (("area", "add", " "), 1),
        (("area", "add", "x" * 81), 1),
        (("area", "add", "AREA"), 1),
        (("area", "add", "Nytt", "--requirement", "5"), 2),
        (("area", "add", "Nytt", "--active", "--rest"), 2),
        (("area", "add", "Nytt", "--evidence", "ffffffff"), 1),
        (("area", "edit", "AREA"), 2),
        (("area", "edit", "AREA", "--name", ""), 1),
        (("area", "rate", "AREA"), 2),
        (("area", "rate", "ffffffff", "--level", "2"), 1),
        (("area", "show", "Inget sådant"), 1),
        (("goal", "add"), 2),
        (("goal", "add", "x", "--deadline", "any day"), 1),
        (("goal", "add", "x", "--area", "ffffffff"), 1),
        (("goal", "add", "x" * 121), 1),
        (("goal", "edit", "GOAL"), 2),
        (("goal", "edit", "GOAL", "--title", ""), 1),
        (("goal", "edit", "GOAL", "--need", ""), 1),
        (("goal", "edit", "GOAL", "--status", "gs.never"), 2),
        (("goal", "list", "--area", "ffffffff"), 1),
        (("action", "add", "x", "--who", "Anna"), 2),
        (("action", "add", "x", "--goal", "ffffffff"), 1),
        (("action", "edit", "ACTION", "--what", " "), 1),
        (("action", "edit", "ACTION", "--due", "sometime"), 1),
        (("action", "edit", "ACTION"), 2),
        (("action", "review", "ACTION"), 2),
        (("action", "review", "ACTION", "--happened", " "), 1),
        (("action", "step", "ffffffff"), 1),
        (("add", "x", "--goal", "ffffffff"), 1),
        (("add", "x", "--action", "ffffffff"), 1),
        (("training", "add", "x", "--goal", "ffffffff"), 1),
        (("workshop", "add"), 2),
        (("workshop", "edit", "ffffffff", "--team"), 1),
        (("gaps", "now"), 2),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_line_and_changes_nothing(
    learnlog: Learnlog, words: tuple[str, ...], code: int
) -> None:
    ids = {
        "AREA": added(learnlog, "area", "add", "AREA"),
        "GOAL": added(learnlog, "goal", "add", "Ett"),
        "ACTION": added(learnlog, "action", "add", "Ett"),
    }

    def everything() -> list[str]:
        return [learnlog(kind, "list", "--json").out for kind in ("area", "goal", "action", "training")]

    before = everything()
    result = learnlog(*(ids[word] if word in ids and words[1] != "add" else word for word in words))
    assert (result.code, result.out) == (code, "")
    assert len(result.err.splitlines()) == 1
    assert everything() == before


def test_a_workshop_goes_on_and_ends_in_the_plan(learnlog: Learnlog) -> None:
    uid = added(learnlog, "workshop", "add", "Hur blir kvällarna lugnare?", "--team")
    assert shown(learnlog, "workshop", uid)["phase"] == "question"
    went_well(answered(learnlog, "workshop", "edit", uid, told={"hopes": "Lugn", "critique": WORKSHOP["critique"]}))
    assert shown(learnlog, "workshop", uid)["phase"] == "critique"
    went_well(answered(learnlog, "workshop", "edit", uid, told=WORKSHOP))
    before = shown(learnlog, "workshop", uid)
    assert list(before) == [
        "id",
        "date",
        "phase",
        "ended",
        "answers",
        "planned",
        "goals",
        "actions",
        "created_at",
        "updated_at",
    ]
    assert (before["phase"], before["answers"], before["ended"]) == ("island", WORKSHOP, None)
    went_well(answered(learnlog, "workshop", "finish", uid, told={"actions": [SITTING, {"what": "Läsa"}]}))
    after = shown(learnlog, "workshop", uid)
    assert (after["phase"], after["ended"], len(after["actions"])) == ("actions", "2026-11-20", 2)
    [goal] = after["goals"]
    assert shown(learnlog, "goal", goal)["title"] == "Kvällsmaten"
    action = next(each for each in learnlog("action", "list", "--json").json if each["what"] == SITTING["what"])
    assert (action["who"], action["first_step_on"], action["due"]) == (["me", "team"], "2026-12-09", "2027-03-01")
    assert (action["obstacle"], action["vision"], action["workshop"]) == ("Alla springer", "Vi sitter ner", uid)
    read = learnlog("workshop", "show", uid, language="sv").out
    for words in ("→ Alla springer", "- Bullret", "→ Kvällsmaten", "Sitta ner vid kvällsmaten", "Avslutad"):
        assert words in read, read
    again = answered(learnlog, "workshop", "finish", uid, told={"actions": [{"what": "En till"}]})
    assert (again.code, len(learnlog("goal", "list", "--json").json)) == (1, 1)


def test_a_workshop_may_begin_whole_and_lead_to_a_goal_there_is(learnlog: Learnlog) -> None:
    goal = added(learnlog, "goal", "add", "Lugnare kvällar")
    began = went_well(answered(learnlog, "workshop", "add", told=WORKSHOP))
    uid = began.out.strip()
    again = went_well(answered(learnlog, "workshop", "add", "--json", told=shown(learnlog, "workshop", uid)["answers"]))
    assert again.json["answers"] == WORKSHOP, "what is told can be fed back"
    went_well(answered(learnlog, "workshop", "finish", uid, "--goal", goal[:8], told={"actions": [SITTING]}))
    assert shown(learnlog, "workshop", uid)["goals"] == [goal]
    assert [each["id"] for each in learnlog("goal", "list", "--json").json] == [goal]


@pytest.mark.parametrize(
    ("told", "keys"),
    [
        ({"bottom": ["Något annat"]}, ["bottom"]),
        (
            {"critique": [1], "vision": {}, "in_team": "ja", "question": 3},
            ["critique", "vision", "in_team", "question"],
        ),
        ({"actions": [SITTING], "goal": "x", "zz": 1}, ["actions", "goal", "zz"]),
        ({"question": ""}, ["question"]),
    ],
)
def test_everything_wrong_with_a_workshop_is_named_at_once(
    learnlog: Learnlog, told: dict[str, object], keys: list[str]
) -> None:
    uid = added(learnlog, "workshop", "add", "Hur?")
    before = shown(learnlog, "workshop", uid)
    refused = answered(learnlog, "workshop", "edit", uid, told=told)
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (1, "", 1)
    if len(told) > 1 or keys != ["question"]:
        assert all(f"{key}:" in refused.err for key in keys)
        with_json = answered(learnlog, "workshop", "edit", uid, "--json", told=told)
        assert [each["question"] for each in with_json.json["problems"]] == keys
    assert "Något annat" not in refused.err
    assert shown(learnlog, "workshop", uid) == before


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ({}, ""),
        ({"actions": []}, ""),
        ({"actions": ["Läsa"]}, "actions"),
        ({"actions": [{"how": "x"}]}, "what"),
        ({"actions": [{"what": "x", "who": ["Anna"]}]}, "who"),
        ({"actions": [{"what": "x", "due": "sometime"}]}, "due"),
        ({"actions": [{"what": "x", "arena": "home"}]}, "arena"),
        ({"actions": [{"what": "x", "zz": 1}]}, "zz"),
    ],
)
def test_a_workshop_does_not_end_with_less_than_an_action(
    learnlog: Learnlog, told: dict[str, object], key: str
) -> None:
    uid = added(learnlog, "workshop", "add", "Hur?")
    refused = answered(learnlog, "workshop", "finish", uid, told=told)
    assert (refused.code, len(refused.err.splitlines())) == (1, 1)
    assert not key or f"{key}:" in refused.err
    assert "Anna" not in refused.err
    assert shown(learnlog, "workshop", uid)["ended"] is None
    assert learnlog("goal", "list", "--json").json == learnlog("action", "list", "--json").json == []


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
@pytest.mark.parametrize("kind", ["area", "goal", "action", "workshop", "talk"])
def test_help_and_lists_speak_the_readers_language(learnlog: Learnlog, kind: str, language: str) -> None:
    said = [learnlog(kind, *words, language=language) for words in (("--help",), ("add", "--help"), ("list",))]
    assert [each.code for each in said] == [0, 0, 0]
    assert not any("{" in each.out + each.err for each in said if each is not said[1])
    empty = said[2].err
    assert (("found" in empty) or ("found" in empty.lower())) is (language == "en")


def test_help_lists_what_a_file_may_tell(learnlog: Learnlog) -> None:
    for words, keys in (
        (("area", "edit"), ("n1 ", "n3 ")),
        (("talk", "prepare"), ("t1 ", "t12 ", "y2 ")),
        (("workshop", "finish"), ("critique ", "island ", "actions ", "first_step_on ")),
    ):
        out = learnlog(*words, "--help").out
        assert all(key in out for key in keys)
    assert "actions " not in learnlog("workshop", "edit", "--help").out
    assert "demensvård" in learnlog("area", "add", "--help", language="sv").out
