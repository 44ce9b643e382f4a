"""What README shows can be typed as it stands, and does what it says on the sample log."""

from __future__ import annotations

import io
import json
import os
import pathlib
import re
import shlex
from collections.abc import Callable

import pytest

from learnlog.bootstrap import open_services
from learnlog.cli import running
from learnlog.demo.sample import sample
from learnlog.demo.writing import write
from learnlog.domain.clock import Clock
from learnlog.domain.comment import Comment
from learnlog.domain.share_choice import Wish
from learnlog.domain.values import Language
from learnlog.i18n.catalog import Translator
from learnlog.storage.comments import COMMENTS
from learnlog.storage.repository import Repository
from learnlog.storage.store import Store
from tests.builders import TODAY
from tests.code import ROOT

NEEDS_A_PERSON = ("learnlog", "learnlog demo", "learnlog add --plain", "learnlog COMMAND")
NEEDS_DAMAGE = ("learnlog doctor --restore best",)
SHOWN_ID = "3f9a"
SHOWN_TRAININGS = ("81c2", "57ad")
SHOWN_COMMENT = "a3c1"
SHOWN_PLAN = ("b4d0", "6f15", "9e01", "2c7b")
ANSWERS = {
    "before.json": {"a1": "A", "a2": "B", "a3": "C", "a4": "D", "a5": ["apt"]},
    "talk.json": {"b2": "A", "b4": "B", "b5": "C", "b6": "1 Dec", "b1": "yesterday", "b3": "yes", "b8": "1 Dec, 1 Mar"},
    "preparation.json": {"t1": "A", "t10": "B"},
    "workshop.json": {"critique": ["A", "B"], "bottom": ["B"]},
    "actions.json": {"actions": [{"what": "A", "who": ["me"]}]},
    "comments.json": {
        "reviewer": {"name": "A", "role": "supervisor"},
        "answers": {"v1": "B", "v5": "no", "v6": "read"},
    },
    "after.json": {"c1": "once", "c3": "yes", "c5": "A"},
}


def readme() -> str:
    return pathlib.Path(ROOT, "README.md").read_text(encoding="utf-8")


def examples() -> list[str]:
    """Every command of README's table, in its order."""
    rows = [line for line in readme().splitlines() if line.startswith("|")]
    spans = [
        span.replace("\\|", "|") for row in rows for span in re.findall(r"`(learnlog[^`]*)`", row.split("|", 3)[3])
    ]
    return [span for span in spans if not span.startswith(NEEDS_A_PERSON[1:]) and span not in NEEDS_DAMAGE]


Run = Callable[[str], int]


def planned_things(home: str, clock: Clock) -> dict[str, str]:
    """What README calls them → ids of a goal, an action, a workshop and a talk of its own."""
    opened = open_services({"LEARNLOG_HOME": home}, clock=clock)
    plan, talks = opened.plan, opened.talks
    goal = plan.goals.save(plan.goals.blank()._replace(title="A"))
    action = plan.actions.save(plan.actions.blank(goal)._replace(what="A"))
    workshop = plan.workshops.save(plan.workshops.blank()._replace(question="A", island="B"))
    talk = talks.save(talks.blank()._replace(talk_on=TODAY))
    return dict(zip(SHOWN_PLAN, (each.id for each in (goal, action, workshop, talk)), strict=True))


@pytest.fixture
def run(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> Run:
    """Types a line of README, on the sample log, in an empty folder."""
    home = tmp_path / "home"
    content = sample(Language.EN, TODAY)
    write(Store.open(os.fspath(home / "log.jsonl"), clock, "demo"), content)
    ids = iter(entry.id for entry in content.entries)
    planned = [each.id for each in content.trainings if each.status.is_planned]
    known = {SHOWN_ID: next(ids), **dict(zip(SHOWN_TRAININGS, planned, strict=False))}
    known |= planned_things(os.fspath(home), clock)
    known[SHOWN_COMMENT] = "c" * 32
    Repository(Store.open(os.fspath(home / "log.jsonl"), clock, "demo"), COMMENTS).put(Comment("c" * 32, text="A"))
    for name, answers in ANSWERS.items():
        (tmp_path / name).write_text(json.dumps(answers), encoding="utf-8")
    (tmp_path / "note.txt").write_text("A resident slept well.", encoding="utf-8")
    (tmp_path / "names.txt").write_text("Nobody Inparticular", encoding="utf-8")
    (tmp_path / "copies").mkdir()
    copies = open_services({"LEARNLOG_HOME": os.fspath(home)}, clock=clock).copies
    copies.write(copies.drafted(Wish(), Translator(Language.EN)), os.fspath(tmp_path / "copies"))
    monkeypatch.chdir(tmp_path)

    def typed(line: str) -> int:
        line = line.partition(" > ")[0]
        line, _, source = line.partition(" < ")
        line = line.partition(" | ")[0]
        if source:
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"A title\n\nAnd a text.")))
        words = [known.get(word, word) for word in shlex.split(line)[1:]]
        environment = {"LEARNLOG_HOME": os.fspath(home), "LEARNLOG_LANGUAGE": "en", "HOME": os.fspath(home)}
        return running.run(words, environment, clock)

    return typed


def test_every_example_of_the_readme_works_in_its_order(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    lines = examples()
    assert len(lines) > 15
    failed = {line: (code, capsys.readouterr().err) for line in lines if (code := run(line)) != 0}
    assert failed == {}


def test_the_answers_shown_are_a_file_as_it_should_be(run: Run, tmp_path: pathlib.Path) -> None:
    shown, workshop, comments = re.findall(r"```json\n(.*?)```", readme(), re.DOTALL)
    (tmp_path / "talk.json").write_text(json.dumps(ANSWERS["talk.json"] | json.loads(shown)), encoding="utf-8")
    assert run("learnlog training dialogue 81c2 --answers talk.json") == 0
    (tmp_path / "actions.json").write_text(workshop, encoding="utf-8")
    assert run("learnlog workshop finish 9e01 --answers actions.json") == 0
    assert run("learnlog share --for supervisor -o anna") == 0
    first = json.loads((tmp_path / "anna.learnlog-share").read_bytes())["items"][0]["id"]
    (tmp_path / "comments.json").write_text(comments.replace(SHOWN_ID, first), encoding="utf-8")
    assert run("learnlog review anna.learnlog-share --comments comments.json -o answer") == 0
    assert run("learnlog merge answer --yes") == 0


def test_a_copy_taken_out_can_be_taken_in(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("learnlog export tinydb -o copy.json") == 0
    assert run("learnlog import copy.json") == 0
    assert "0 entries were added." in capsys.readouterr().err


def test_the_two_commands_of_the_first_screen_are_there() -> None:
    top = "\n".join(readme().splitlines()[:25])
    assert re.search(r"^python3 -m venv .* learnlog demo$|^python3 -m venv .*/learnlog demo$", top, re.MULTILINE)
    assert re.search(r"^python3 -m venv .* pytest -q -n auto$", top, re.MULTILINE)


def test_the_files_it_leads_to_exist() -> None:
    for name in re.findall(r"\]\(([^)#]+)\)", readme()):
        assert name.startswith("https://") or os.path.exists(os.path.join(ROOT, name)), name
