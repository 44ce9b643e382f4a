"""Answers from a file: what is taken, and that everything wrong is named at once and nothing saved."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.conftest import Learnlog, Result

GOOD = {"a1": "A", "a2": "B", "a3": "C", "a4": "D", "a5": "apt"}
TALK = {"b1": "yesterday", "b2": "A", "b3": "yes", "b4": "B", "b5": "C", "b6": "1 Dec", "b8": ["1 Dec", "week 10"]}


def told(learnlog: Learnlog, step: str, answers: Mapping[str, object] | bytes, *words: str) -> tuple[str, Result]:
    """A new training, and what came of answering."""
    uid = learnlog("training", "add", "Kurs").out.strip()
    raw = answers if isinstance(answers, bytes) else json.dumps(answers).encode()
    return uid, learnlog("training", step, uid, "--answers", "-", *words, stdin=raw)


def kept(learnlog: Learnlog, uid: str, form: str) -> dict[str, object]:
    found: dict[str, object] = learnlog("training", "show", uid, "--json").json[form]
    return found


@pytest.mark.parametrize(
    ("answer", "stored"),
    [
        ("apt", ["apt"]),
        ("written, apt", ["apt", "written"]),
        (["written", "apt", "apt"], ["apt", "written"]),
    ],
)
def test_several_choices_are_an_array_or_a_text_with_commas(
    learnlog: Learnlog, answer: object, stored: list[str]
) -> None:
    uid, result = told(learnlog, "form", GOOD | {"a5": answer})
    assert result.code == 0, result.err
    assert kept(learnlog, uid, "before")["a5"] == stored


def test_days_are_told_as_people_say_them_and_mean_those_to_come(learnlog: Learnlog) -> None:
    uid, result = told(
        learnlog, "dialogue", TALK | {"b1_note": "chefen", "b3_note": "Bra", "b6_note": "APT", "b7": None}
    )
    assert result.code == 0, result.err
    found = kept(learnlog, uid, "dialogue")
    assert (found["b1"], found["b6"], found["b8"]) == ("2026-11-19", "2026-12-01", ["2026-12-01", "2027-03-08"])
    assert (found["b1_note"], found["b3_note"], found["b6_note"]) == ("chefen", "Bra", "APT")
    assert "b7" not in found


def test_only_the_second_of_two_days(learnlog: Learnlog) -> None:
    uid, result = told(learnlog, "dialogue", TALK | {"b8": [None, "2027-02-01"]})
    assert result.code == 0, result.err
    assert kept(learnlog, uid, "dialogue")["b8"] == [None, "2027-02-01"]


def test_everything_wrong_is_named_at_once_and_nothing_is_saved(learnlog: Learnlog) -> None:
    wrong = {"a1": "A", "a2": 3, "a4": " ", "a5": ["apt", "choir"], "b1": "x", "a1_note": "y"}
    uid, result = told(learnlog, "form", wrong)
    assert (result.code, result.out) == (1, "")
    assert len(result.err.splitlines()) == 1
    for each in ("a2:", "a3:", "a4:", "a5:", "b1:", "a1_note:"):
        assert each in result.err
    assert "a1:" not in result.err
    assert "choir" not in result.err, "nobody's text is repeated"
    assert kept(learnlog, uid, "before") == {}


def test_a_program_is_told_it_as_json(learnlog: Learnlog) -> None:
    wrong = TALK | {"b1": "some day", "b3": "maybe", "b8": ["1 Dec", "2 Dec", "3 Dec"], "zz": 1}
    del wrong["b2"]
    uid, result = told(learnlog, "dialogue", wrong, "--json")
    assert result.code == 1
    assert result.json["saved"] is False
    assert [each["question"] for each in result.json["problems"]] == ["b1", "b2", "b3", "b8", "zz"]
    assert all(each["text"].endswith(".") and not each["text"].startswith("b") for each in result.json["problems"])
    assert len(result.err.splitlines()) == 1
    assert kept(learnlog, uid, "dialogue") == {}


def test_a_later_file_tells_only_what_is_new_but_may_not_take_away_what_is_needed(learnlog: Learnlog) -> None:
    uid, _result = told(learnlog, "form", GOOD | {"a6": "Tid"})
    again = learnlog("training", "form", uid, "--answers", "-", stdin=b'{"a1": "Ny", "a6": ""}')
    assert again.code == 0, again.err
    assert kept(learnlog, uid, "before") == GOOD | {"a1": "Ny", "a5": ["apt"]}
    taken = learnlog("training", "form", uid, "--answers", "-", stdin=b'{"a1": null}')
    assert (taken.code, "a1:" in taken.err) == (1, True)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b'"a1"',
        b"{",
        b'{"a1": "x", "a1": "y"}',
        b'{"a1": NaN}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"a1": ' + b"[" * 100_000,
        b'{"a1": "' + b"x" * 1_000_001 + b'"}',
    ],
    ids=["empty", "array", "text", "torn", "key twice", "no number", "no text", "deep", "deep within", "long"],
)
def test_what_is_no_object_with_answers_is_refused(learnlog: Learnlog, raw: bytes) -> None:
    uid, result = told(learnlog, "form", raw)
    assert (result.code, result.out) == (1, "")
    assert len(result.err.splitlines()) == 1
    assert len(result.err) < 300
    assert kept(learnlog, uid, "before") == {}


def test_a_byte_order_mark_and_control_characters_do_no_harm(learnlog: Learnlog) -> None:
    raw = b"\xef\xbb\xbf" + json.dumps(GOOD | {"a1": "A\x1b]52;c;x\x07\ud800"}).encode()
    uid, result = told(learnlog, "form", raw)
    assert result.code == 0, result.err
    assert "\x1b" not in learnlog("training", "show", uid).out
    assert "\x1b" not in learnlog("training", "show", uid, "--json").out


def test_a_key_that_may_be_a_text_is_not_repeated(learnlog: Learnlog) -> None:
    _uid, result = told(learnlog, "form", GOOD | {"Anna på rum 3": "x", "k" * 60: "y"}, "--json")
    assert result.code == 1
    assert "Anna" not in result.err + result.out
    assert "kkk" not in result.err + result.out


def test_help_lists_the_questions_with_their_keys(learnlog: Learnlog) -> None:
    out = learnlog("training", "dialogue", "--help").out
    for words in ("b1 ", "b1_note", "yes | conditions | later | no", "* must be answered"):
        assert words in out
    assert "c1 " in learnlog("training", "followup", "--help").out


def test_the_paper_form_needs_no_training(learnlog: Learnlog, tmp_path: Path) -> None:
    assert "## " in learnlog("export", "form").out
    uid, _result = told(learnlog, "form", GOOD)
    path = tmp_path / "form.md"
    assert learnlog("export", "form", uid[:8], "--language", "nb", "-o", str(path)).code == 0
    assert "Kurs" in path.read_text(encoding="utf-8")
    assert learnlog("export", "form", uid[:8], "-o", str(path)).code == 1
    assert learnlog("export", "handout").code == 2
    assert learnlog("export", "handout", "ffffffff").code == 1
    assert learnlog("export", "cv", uid).code == 2
    assert learnlog("export", "form", uid, "--from", "2026").code == 2
