"""What a black-box search for trouble has found, once each."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlog.errors import CannotSaveError
from learnlog.screens.start import StartScreen
from learnlog.services.drafts import Drafts
from learnlog.widgets.line_input import LineInput
from tests.player import playing, some_services


async def test_enter_pressed_twice_saves_once(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.write("Musik lugnar")
        line = player.app.screen.query_one(LineInput)
        line.post_message(LineInput.Submitted(line, line.value))
        await player.press("enter")
        assert player.titles == ["Musik lugnar"]


async def test_a_draft_that_cannot_be_kept_takes_no_key_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise CannotSaveError

    async with playing(some_services(tmp_path)) as player:
        monkeypatch.setattr(Drafts, "keep", full)
        await player.write("Musik ")
        screen = player.app.screen
        assert isinstance(screen, StartScreen)
        screen._keep()
        await player.press("l")
        await player.write("ugnar\n")
        assert player.titles == ["Musik lugnar"]
