"""What only time sets off: each of it, by waiting just so long."""

from __future__ import annotations

import datetime as dt
import json
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from learnlog import app
from learnlog.app import LearnlogApp
from learnlog.screens import base, drafting, start
from learnlog.screens.curriculum import CurriculumScreen
from learnlog.widgets import date_field
from tests.builders import TODAY, an_entry
from tests.player import playing, some_services


def drafts(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_bytes())["values"] for path in (folder / "drafts").glob("*.json")]


async def test_a_line_on_the_start_screen_is_kept_now_and_then(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.write("Half a l")
        assert drafts(tmp_path) == []
        await player.wait(start.KEEP)
        assert drafts(tmp_path) == [{"sentence": "Half a l"}]
        await player.write("ine")
        await player.wait(start.KEEP)
        assert drafts(tmp_path) == [{"sentence": "Half a line"}]
        await player.press("ctrl+u")
        await player.wait(start.KEEP)
        assert drafts(tmp_path) == []


async def test_that_a_line_cannot_be_kept_is_said_once(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    (tmp_path / "drafts").write_text("a file where the folder should be", encoding="utf-8")
    async with playing(services) as player:
        await player.write("Half a l")
        await player.wait(start.KEEP)
        await player.wait(start.KEEP)
        assert len([each for each in player.told if "could not be kept" in each]) == 1
        (tmp_path / "drafts").unlink()
        await player.wait(start.KEEP)
        assert drafts(tmp_path) == [{"sentence": "Half a l"}]


async def test_a_form_is_kept_when_the_fingers_rest(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "n")
        await player.write("Half a sent")
        assert drafts(tmp_path) == []
        await player.wait(drafting.PAUSE)
        assert [each["title"] for each in drafts(tmp_path)] == ["Half a sent"]
        player.sees("draft saved")


async def test_a_form_is_kept_although_the_fingers_do_not_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafting, "PAUSE", drafting.AT_LEAST + 1)
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "n")
        for part in ("Half ", "a ", "sentence"):
            await player.write(part)
            await player.wait(drafting.AT_LEAST)
            assert str(drafts(tmp_path)[0]["title"]).endswith(part)


async def test_a_form_that_has_been_left_is_not_kept_again(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "n")
        await player.write("Saved")
        await player.press("ctrl+s")
        await player.wait(drafting.AT_LEAST)
        assert drafts(tmp_path) == []


async def test_a_day_that_cannot_be_read_is_told_when_the_fingers_rest(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "n", "tab")
        await player.write("yest")
        player.misses("! This date")
        await player.wait(date_field.PAUSE)
        player.sees("! This date cannot be read")
        await player.write("erday")
        player.misses("! This date")
        await player.wait(date_field.PAUSE)
        player.misses("! This date")


async def test_what_another_window_saved_comes_by_itself(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [an_entry(title="Mine")])) as player:
        await player.press("escape", "2")
        some_services(tmp_path).log.capture("Theirs")
        await player.settle()
        player.misses("Theirs")
        await player.wait(app.POLL)
        player.sees("Theirs")


async def test_a_new_day_comes_by_itself(tmp_path: Path) -> None:
    services = some_services(tmp_path, [an_entry(title="Mine", date=TODAY)])
    days = [TODAY]
    services.clock = services.clock._replace(today=lambda: days[-1])
    async with playing(services, size=(120, 40)) as player:
        player.sees("Friday 20 November", "today")
        days.append(TODAY + dt.timedelta(days=1))
        await player.wait(app.POLL)
        player.sees("Saturday 21 November", "yesterday")


async def test_what_was_said_goes_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with playing(some_services(tmp_path)) as player:
        monkeypatch.setattr("textual.notifications.time", time.time)  # else it is never old
        await player.write("One line\n")
        player.sees("Saved.")
        await player.wait(base.TOLD)
        player.misses("Saved.")


async def test_a_document_is_made_anew_when_the_fingers_rest(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path), size=(130, 40)) as player:
        await player.press("escape", "5", "shift+tab", "shift+tab")
        await player.write("Calm evenings")
        assert player.text.count("Calm evenings") == 1
        await player.wait(CurriculumScreen.PAUSE)
        assert player.text.count("Calm evenings") == 2


async def test_what_comes_next_is_imported_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    monkeypatch.setattr(app, "warm_up", lambda: begun.append("warm"))
    async with playing(some_services(tmp_path)) as player:
        assert begun == []
        await player.wait(app.WARM_UP)
        assert begun == ["warm"]


async def test_a_disk_that_does_not_answer_does_not_hold_up_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base, "PATIENCE", 0.01)
    answers = threading.Event()
    async with playing(some_services(tmp_path)) as player:
        await player.write("Half a line")
        player.app.hands.submit(answers.wait)
        assert isinstance(player.app, LearnlogApp)
        problem = player.app.keep_drafts()
        answers.set()
        assert problem is not None
