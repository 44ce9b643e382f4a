"""Review, merge, comment: what somebody says of a copy goes the whole way, and nothing else does."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from learnlog.storage.review_file import SUFFIX
from tests.cli.conftest import Learnlog, Result

Run = Callable[..., Result]
GOOD = {"v1": "You wait before you help.", "v5": "no", "v6": "read"}
BACK = {"v5": "yes", "v6": "needtalk"}
EVA = {"name": "Eva Exempel", "role": "supervisor"}


@pytest.fixture
def supervisor(learnlog: Learnlog, tmp_path: Path) -> Run:
    """The same program, for somebody who has no log."""

    def run(*words: str, **how: Any) -> Result:
        return learnlog(*words, env={"LEARNLOG_HOME": str(tmp_path / "supervisor"), **how.pop("env", {})}, **how)

    return run


@pytest.fixture
def copy(learnlog: Learnlog, tmp_path: Path) -> Path:
    """A copy of two entries that lies with the supervisor."""
    learnlog("add", "Calm transfers", "--insight", "Wait ten seconds first.", "--visibility", "supervisor")
    learnlog("add", "Singing in the kitchen", "--visibility", "supervisor")
    learnlog("add", "My own doubts")
    done = learnlog("share", "-o", str(tmp_path / "kim"))
    assert done.code == 0, done.err
    return tmp_path / "kim.learnlog-share"


def ids_in(copy: Path) -> list[str]:
    return [each["id"] for each in json.loads(copy.read_bytes())["items"]]


def comments(tmp_path: Path, *items: dict[str, object], **fields: object) -> str:
    path = tmp_path / "comments.json"
    whole = {"reviewer": EVA, "answers": GOOD, "items": list(items), **fields}
    path.write_text(json.dumps(whole), encoding="utf-8")
    return str(path)


def answered(run: Run, copy: Path, tmp_path: Path, *items: dict[str, object], **fields: object) -> str:
    path = str(tmp_path / f"kim{SUFFIX}")
    done = run("review", str(copy), "--comments", comments(tmp_path, *items, **fields), "-o", path, "--force")
    assert done.code == 0, done.err
    return path


def test_a_copy_can_be_read_without_a_log_and_none_is_made(supervisor: Run, copy: Path, tmp_path: Path) -> None:
    shown = supervisor("review", str(copy))
    assert shown.code == 0
    assert "Wait ten seconds first." in shown.out
    assert all(uid[:8] in shown.out for uid in ids_in(copy))
    assert "My own doubts" not in shown.out
    told = supervisor("review", str(copy), "--json").json
    assert [each["id"] for each in told["items"]] == ids_in(copy)
    assert "reply_key" not in told
    assert not (tmp_path / "supervisor").exists()


def test_comments_go_the_whole_way(learnlog: Learnlog, supervisor: Run, copy: Path, tmp_path: Path) -> None:
    first, second = ids_in(copy)
    path = answered(
        supervisor, copy, tmp_path,
        {"item": first[:8], "kind": "question", "text": "What did you do then?", "decision": "approved"},
        {"item": second, "kind": "appreciate", "text": "Good!"},
    )  # fmt: skip
    assert not (tmp_path / "supervisor").exists()
    assert "seconds first" not in Path(path).read_text(encoding="utf-8")
    look = learnlog("merge", path)
    assert look.code == 1
    assert "stated by Eva Exempel, supervisor (not verified)" in look.out
    assert "What did you do then?" in look.out
    assert learnlog("comment", "list", "--json").json["comments"] == []
    taken = learnlog("merge", path, "--yes", "--json")
    assert (taken.code, taken.json["saved"], taken.json["counts"]["new"]) == (0, True, 3)
    assert "Answer a question: Calm transfers" in learnlog("due").out
    listed = learnlog("comment", "list", "--item", first, "--json").json["comments"]
    assert [(each["text"], each["status"]) for each in listed] == [("What did you do then?", "open")]
    uid = listed[0]["id"][:8]
    assert learnlog("comment", "answer", uid, "I sang.").code == 0
    assert "Answer a question" not in learnlog("due").out
    assert learnlog("comment", "answer", uid, "").code == 0
    assert "Answer a question" in learnlog("due").out
    assert learnlog("comment", "close", uid, "--json").json["status"] == "closed"
    assert learnlog("comment", "quote", uid, "--json").json["show_in_cv"] is True
    assert learnlog("comment", "quote", uid, "--no", "--json").json["show_in_cv"] is False
    again = learnlog("merge", path)
    assert again.code == 0
    assert "taken in before" in again.err


def test_the_review_is_shown_with_its_answers(learnlog: Learnlog, supervisor: Run, copy: Path, tmp_path: Path) -> None:
    learnlog("merge", answered(supervisor, copy, tmp_path), "--yes")
    shown = learnlog("comment", "list")
    assert "You wait before you help." in shown.out
    assert learnlog("comment", "list", "--json").json["reviews"][0]["answers"] == GOOD


def test_somebody_who_can_be_recognised_is_sent_back_without_a_word(
    learnlog: Learnlog, supervisor: Run, copy: Path, tmp_path: Path
) -> None:
    first, second = ids_in(copy)
    flag: dict[str, object] = {"item": first, "kind": "privacy"}
    path = answered(
        supervisor, copy, tmp_path, flag, {"item": second, "kind": "suggest", "text": "More."}, answers=BACK
    )  # fmt: skip
    learnlog("merge", path, "--yes")
    assert "Somebody can be recognised. Change it: Calm transfers" in learnlog("due").out
    assert "Somebody can be recognised here. Change it, and share it again." in learnlog("comment", "list").out
    for each in learnlog("comment", "list", "--json").json["comments"]:
        learnlog("comment", "close", each["id"])
    assert learnlog("comment", "list", "--open").err == "There are no open comments.\n"


@pytest.mark.parametrize(
    ("items", "fields", "said"),
    [
        ([{"item": "@", "kind": "privacy", "text": "Sven"}], {"answers": BACK}, "Item 1: leave the text out."),
        ([{"item": "@", "kind": "privacy"}], {}, "the answer is yes"),
        ([{"item": "@", "kind": "privacy"}, {"item": "@", "kind": "question", "text": "Sven?"}], {"answers": BACK},
         "Item 2: somebody can be recognised there"),
        ([{"item": "@", "kind": "question", "text": "Sven?"}, {"item": "@", "kind": "privacy"}], {"answers": BACK},
         "Item 2: somebody can be recognised there"),
        ([], {"answers": BACK}, "Say where somebody can be recognised"),
        ([], {"answers": {}}, "This question needs an answer."),
        ([], {"reviewer": {"name": " ", "role": "supervisor"}}, "Write your name"),
        ([], {"reviewer": {"name": "Sven", "role": "king"}}, "role: A word stands there"),
        ([], {"date": "yesterday"}, "date: This is no day"),
        ([{"item": "Sven", "kind": "question", "text": "?"}], {}, "Item 1: nothing in this copy"),
        ([{"item": "@"}], {}, "Item 1: say what kind of comment it is, or decide."),
        ([{"item": "@", "text": "Sven"}], {}, "Item 1: say what kind"),
        ([{"item": "@", "kind": "question", "text": " "}], {}, "Item 1: the text is missing."),
        ([{"item": "@", "kind": "mark", "text": "5"}], {}, "Item 1: kind: A word stands there"),
        ([{"item": "@", "kind": "question", "text": "?", "title": "Sven"}], {}, "Item 1: There is a field"),
        ([{"item": "@", "decision": "approved"}], {"Sven": 1}, "There is a field that does not belong"),
    ],
)  # fmt: skip
def test_what_a_comments_file_must_not_hold_is_said_by_its_number(
    supervisor: Run, copy: Path, items: list[dict[str, object]], fields: dict[str, object], said: str
) -> None:
    tmp_path = copy.parent
    first = ids_in(copy)[0]
    real = [{key: first if value == "@" else value for key, value in each.items()} for each in items]
    out = tmp_path / "answer"
    done = supervisor("review", str(copy), "--comments", comments(tmp_path, *real, **fields), "-o", str(out))
    assert (done.code, done.out) == (1, "")
    assert said in done.err
    assert "Sven" not in done.err
    assert not out.exists()


def test_a_beginning_that_fits_several_is_refused_and_problems_are_told_to_programs(
    supervisor: Run, copy: Path, tmp_path: Path
) -> None:
    path = comments(tmp_path, answers={"v9": "x"})
    done = supervisor("review", str(copy), "--comments", path, "-o", str(tmp_path / "answer"), "--json")
    assert done.code == 1
    assert {each["where"] for each in done.json["problems"]} >= {"v1", "v5", "v6", "v9"}


def test_both_options_belong_together_and_no_file_is_written_over(supervisor: Run, copy: Path, tmp_path: Path) -> None:
    assert supervisor("review", str(copy), "-o", "x").code == 2
    assert supervisor("review", str(copy), "--comments", "x").code == 2
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    done = supervisor("review", str(copy), "--comments", comments(tmp_path), "-o", str(tmp_path / "mine"))
    assert done.code == 1
    assert "--force" in done.err
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("command", ["review", "merge"])
@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b'{"a": 1.0}', b"[" * 10_000, b'{"format": "x"}'])
def test_a_file_that_is_something_else_is_refused_in_one_line(
    learnlog: Learnlog, tmp_path: Path, home: Path, command: str, data: bytes
) -> None:
    (tmp_path / "odd").write_bytes(data)
    done = learnlog(command, str(tmp_path / "odd"))
    assert (done.code, done.out) == (1, "")
    assert done.err.count("\n") == 1
    assert not home.exists()


def test_the_wrong_file_is_told_apart(learnlog: Learnlog, supervisor: Run, copy: Path, tmp_path: Path) -> None:
    path = answered(supervisor, copy, tmp_path)
    for words in (("merge", str(copy)), ("review", path)):
        done = learnlog(*words)
        assert done.code == 1
        assert "another kind of file" in done.err
    newer = {**json.loads(Path(path).read_bytes()), "version": 2}
    Path(path).write_text(json.dumps(newer), encoding="utf-8")
    assert learnlog("merge", path).code == 6


def test_an_answer_to_another_log_and_a_changed_one_are_refused(
    learnlog: Learnlog, supervisor: Run, copy: Path, tmp_path: Path
) -> None:
    path = answered(supervisor, copy, tmp_path, {"item": ids_in(copy)[0], "kind": "question", "text": "Why?"})
    assert supervisor("merge", path, "--yes").code == 1
    assert not (tmp_path / "supervisor").exists()
    spoiled = Path(path).read_text(encoding="utf-8").replace("Why?", "Fired!")
    Path(path).write_text(spoiled, encoding="utf-8")
    done = learnlog("merge", path, "--yes")
    assert done.code == 1
    assert "Item 1 has been changed or damaged on its way." in done.err
    assert learnlog("comment", "list", "--json").json == {"comments": [], "reviews": []}


def test_a_comment_that_is_not_there_is_said_so(learnlog: Learnlog) -> None:
    done = learnlog("comment", "close", "3f9a")
    assert (done.code, done.err) == (1, "There is no comment with that id. To see the ids: learnlog comment list\n")


def test_help_tells_what_the_file_holds_and_asks(learnlog: Learnlog) -> None:
    shown = learnlog("review", "--help")
    assert '"kind": "…"' in shown.out
    assert "v5" in shown.out
