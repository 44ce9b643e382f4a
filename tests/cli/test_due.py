"""What waits, from a shell."""

from __future__ import annotations

import datetime as dt

import pytest

from learnlog.domain.values import Language
from learnlog.i18n.catalog import Translator
from tests.cli.conftest import Learnlog


@pytest.fixture
def trainings(learnlog: Learnlog) -> list[str]:
    """Three trainings: one that should have taken place, one that starts soon, one that starts later."""
    return [
        learnlog("training", "add", title, "--start", start).out.strip()
        for title, start in (("Lyft", "2026-11-08"), ("Demens", "2026-11-25"), ("Etik", "2026-12-20"))
    ]


def test_nothing_waits_in_an_empty_log(learnlog: Learnlog) -> None:
    assert learnlog("due").out == "Nothing is waiting for you.\n"
    assert learnlog("due", "--json").json == []


def test_it_says_what_is_late_and_what_comes_soon(learnlog: Learnlog, trainings: list[str]) -> None:
    late, soon = learnlog("due").out.splitlines()
    assert late.split()[:4] == ["1", "12", "days", "late"]
    assert "Lyft" in late
    assert soon.split()[:4] == ["2", "in", "5", "days"]
    assert "Etik" in learnlog("due", "--days", "40").out
    for day, words in ((dt.date(2026, 11, 25), "today"), (dt.date(2026, 11, 24), "tomorrow")):
        assert words in learnlog("due", today=day).out.splitlines()[1]


@pytest.mark.parametrize("language", [*Language])
def test_it_is_told_in_every_language(learnlog: Learnlog, trainings: list[str], language: Language) -> None:
    tr = Translator(language)
    out = learnlog("due", language=language).out
    assert tr.ngettext("{count} day late", "{count} days late", 12) in out
    assert tr.ngettext("in {count} day", "in {count} days", 5) in out


def test_json_names_everything(learnlog: Learnlog, trainings: list[str]) -> None:
    late, _soon = learnlog("due", "--json").json
    names = [
        "key",
        "kind",
        "due",
        "days_left",
        "title",
        "training",
        "round",
        "sharing",
        "goal",
        "action",
        "talk",
        "comment",
    ]
    assert list(late) == names
    assert {key: value for key, value in late.items() if key != "key"} == {
        "kind": "completion",
        "due": "2026-11-08",
        "days_left": -12,
        "title": "Lyft",
        "training": trainings[0],
        "round": None,
        "sharing": None,
        "goal": None,
        "action": None,
        "talk": None,
        "comment": None,
    }


def test_it_is_put_off_by_number_or_by_key(learnlog: Learnlog, trainings: list[str]) -> None:
    first, second = (each["key"] for each in learnlog("due", "--json").json)
    done = learnlog("due", "--snooze", "2", "--until", "in two weeks")
    assert (done.code, "2026-12-04" in done.err) == (0, True)
    assert [each["key"] for each in learnlog("due", "--json").json] == [first]
    assert learnlog("due", "--snooze", first, "--until", "2026-12-01", "--json").json == {
        "key": first,
        "until": "2026-12-01",
    }
    assert learnlog("due", "--json").json == []
    assert [each["key"] for each in learnlog("due", "--json", today=dt.date(2026, 12, 1)).json][:1] == [first]
    assert second


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--snooze", "1"), 2),
        (("--until", "tomorrow"), 2),
        (("--snooze", "0", "--until", "tomorrow"), 1),
        (("--snooze", "9", "--until", "tomorrow"), 1),
        (("--snooze", "9" * 30, "--until", "tomorrow"), 1),
        (("--snooze", "followup-abc", "--until", "tomorrow"), 1),
        (("--snooze", "1", "--until", "today"), 1),
        (("--snooze", "1", "--until", "yesterday"), 1),
        (("--snooze", "1", "--until", "some day"), 1),
        (("--days", "x"), 2),
        (("3",), 2),
    ],
)
def test_what_cannot_be_put_off(learnlog: Learnlog, trainings: list[str], words: tuple[str, ...], code: int) -> None:
    before = learnlog("due", "--json").out
    result = learnlog("due", *words)
    assert (result.code, result.out, len(result.err.splitlines())) == (code, "", 1)
    assert learnlog("due", "--json").out == before


def test_a_credential_that_runs_out_waits_too(learnlog: Learnlog) -> None:
    profile = b'{"credentials": [{"kind": "delegation", "title": "Insulin", "valid_until": "2026-12-24"}]}'
    assert learnlog("profile", "set", "--file", "-", stdin=profile).code == 0
    (item,) = learnlog("due", "--json").json
    assert (item["kind"], item["days_left"], item["training"]) == ("credential", 34, None)
    assert learnlog("due", "--snooze", item["key"], "--until", "2026-12-10").code == 0
    assert learnlog("due", "--json").json == []


def test_the_overview_in_a_pipe_begins_with_what_is_due(learnlog: Learnlog, trainings: list[str]) -> None:
    empty = learnlog().out
    assert "Lyft" in empty
    learnlog("add", "Morgon")
    out = learnlog().out
    assert out.index("12 days late") < out.index("Demens") < out.index("Morgon")
    for number in range(6):
        learnlog("training", "add", f"Kurs {number}", "--start", "2026-11-02")
    many = learnlog().out
    assert "learnlog due" in many
    assert "Demens" not in many
