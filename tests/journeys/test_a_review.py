"""Two people, two data folders: log, share, review, merge, answer, share again; typed as both would."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from learnlog.bootstrap import open_services
from learnlog.domain.clock import Clock
from learnlog.domain.comment import Standing
from tests.commands import Learnlog, Result, learnlog_in


@pytest.fixture
def person(tmp_path: Path, clock: Clock, capsysbinary: pytest.CaptureFixture[bytes]) -> Callable[[str], Learnlog]:
    """Somebody at their own machine."""
    return lambda name: learnlog_in(tmp_path / name, clock, capsysbinary)


def test_a_log_goes_to_the_supervisor_and_back_and_there_again(
    person: Callable[[str], Learnlog], tmp_path: Path, clock: Clock
) -> None:
    kim, eva = person("kim"), person("eva")
    share, answer, notes = (str(tmp_path / name) for name in ("kim.learnlog-share", "kim.learnlog-review", "c.json"))

    def says(*items: dict[str, object], **answers: str) -> Result:
        told = {"reviewer": {"name": "Eva Exempel", "role": "supervisor"}, "answers": answers, "items": items}
        Path(notes).write_text(json.dumps(told), encoding="utf-8")
        return eva("review", share, "--comments", notes, "-o", answer, "--force")

    # Kim writes, keeps one thing private, and shares the rest.
    calm = kim("add", "Calm transfers", "--insight", "Wait ten seconds before you help.", "--visibility", "supervisor")
    uid = calm.out.strip()
    doubts = kim("add", "My own doubts", "--what", "Nobody shall read this.").out.strip()
    goal = kim("goal", "add", "Meet worry calmly").out.strip()
    assert kim("share", "--with", "entries", "--with", "goals", "--purpose", "before our talk", "-o", share).code == 0

    # Eva, who has no log, reads it and says something about both.
    read = eva("review", share)
    assert "Wait ten seconds before you help." in read.out
    assert "Meet worry calmly" in read.out
    assert "doubts" not in read.out
    assert "Nobody shall read this" not in Path(share).read_text(encoding="utf-8")
    first = says(
        {"item": uid[:8], "kind": "question", "text": "What did the resident do?", "decision": "changes"},
        {"item": goal, "kind": "appreciate", "text": "A good goal."},
        v1="You wait before you help.",
        v5="no",
        v6="talked",
    )
    assert first.code == 0, first.err
    assert not os.path.exists(tmp_path / "eva")
    assert "Calm transfers" not in Path(answer).read_text(encoding="utf-8")

    # Kim looks, takes it in, answers, and changes the entry.
    before = kim("list", "--json").json
    assert "What did the resident do?" in kim("merge", answer).out
    assert kim("comment", "list", "--json").json["comments"] == []
    assert kim("merge", answer, "--yes").code == 0
    assert kim("list", "--json").json == before
    assert "Answer a question: Calm transfers" in kim("due").out
    shown = kim("show", uid)
    assert "What did the resident do?" in shown.out
    assert "A good goal." in kim("goal", "show", goal).out
    (asked,) = kim("comment", "list", "--item", uid, "--json").json["comments"]
    assert kim("comment", "answer", asked["id"][:8], "She took my hand.").code == 0
    assert kim("edit", uid, "--what", "She took my hand.").code == 0

    # Kim shares again, with the comments; Eva sees the answer and approves.
    again = kim("share", "--with", "entries", "--with", "comments", "-o", share, "--force")
    assert again.code == 0, again.err
    read = eva("review", share)
    assert read.out.count("She took my hand.") == 2
    assert "What did the resident do?" in read.out
    assert says({"item": uid, "decision": "approved"}, v1="Thank you.", v5="no", v6="read").code == 0
    assert kim("merge", answer, "--yes").code == 0
    kims = open_services({"LEARNLOG_HOME": str(tmp_path / "kim")}, clock=clock)
    signed = kims.comments.sign_off(kims.log.get(uid))
    assert signed
    assert signed.standing is Standing.APPROVED
    assert "Approved" in kim("show", uid).out

    # What is changed afterwards is not approved any more; and nothing private ever left.
    assert kim("edit", uid, "--insight", "Wait a minute before you help.").code == 0
    assert "Approved version differs" in kim("show", uid).out
    assert kim("doctor", "--json").code == 0
    for name in (share, answer):
        assert doubts not in Path(name).read_text(encoding="utf-8")
