"""Keys typed so quickly that all have come before the first is done: none is lost, and none is taken for another."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key, Paste

from learnlog.screens import type_ahead
from learnlog.screens.log import LogScreen
from tests.builders import an_entry
from tests.player import playing, some_services


async def test_what_follows_n_in_one_burst_is_the_title(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [an_entry(title="Before")])) as player:
        await player.press("escape", "2")
        await player.burst("nquick, 1 dusk xD")
        player.sees("New entry", "quick, 1 dusk xD")
        await player.press("ctrl+s")
        assert sorted(player.titles) == ["Before", "quick, 1 dusk xD"]


async def test_a_screen_that_has_never_been_shown_is_waited_for(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [an_entry(title="Before")])) as player:
        await player.press("escape")
        await player.burst("2nquick")
        player.sees("New entry", "quick")


async def test_what_follows_e_in_one_burst_goes_into_the_form(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [an_entry(title="Before")])) as player:
        await player.press("escape", "2")
        await player.burst("e, and after\nyesterday")
        player.sees("Edit entry", "Before, and after", "yesterday")


async def test_what_follows_a_save_in_one_burst_is_for_what_lies_below(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "2", "n")
        await player.write("First")
        player.app.post_message(Key("ctrl+s", None))
        await player.burst("nSecond")
        player.sees("New entry", "Second")
        assert player.titles == ["First"]


async def test_what_follows_leaving_in_one_burst_is_for_what_lies_below(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "2", "n")
        await player.write("First")
        player.app.post_message(Key("escape", None))
        await player.burst("2")
        assert isinstance(player.app.screen, LogScreen)
        assert [each.values["title"] for each in player.services.drafts.waiting()] == ["First"]


async def test_nobody_answers_a_question_before_it_is_seen(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [an_entry(title="Sydd")])) as player:
        await player.press("escape", "2")
        await player.burst("dydy")
        player.sees("Move this entry to the bin?")
        assert player.titles == ["Sydd"]
        await player.press("y")
        assert player.titles == []


async def test_a_list_of_choices_is_opened_and_searched_in_one_burst(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "n")
        await player.write("Samtal")
        await player.press("tab", "tab")
        await player.burst("less")
        player.sees("│  less")
        await player.press("escape")
        player.app.post_message(Key("down", None))
        await player.burst("less")
        player.sees("│  less")


async def test_a_paste_waits_its_turn(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "2")
        player.app.post_message(Key("n", "n"))
        player.app.post_message(Paste("Pasted title"))
        player.app.post_message(Key("x", "x"))
        await player.settle()
        player.sees("New entry", "Pasted titlex")


async def test_the_letters_before_and_after_a_page_is_turned_stand_where_they_belong(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "n")
        await player.burst("Samtal")
        player.app.post_message(Key("f3", None))
        player.app.post_message(Key("f3", None))
        await player.burst("90")
        player.sees("1 h 30 min")


async def test_fields_are_gone_through_and_filled_in_one_burst(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "n")
        for part in ("Samtal", "tab", "yesterday", "tab", "tab", "tab", "One", "tab", "tab", "Two"):
            for key in [part] if part == "tab" else part:
                player.app.post_message(Key(key, None if part == "tab" else key))
        await player.settle()
        await player.press("ctrl+s")
        entry = player.services.log.get(player.services.log.heads()[0].id)
        assert (entry.title, entry.what_happened, entry.answers) == ("Samtal", "One", {"w3": "Two"})
        assert entry.date.isoformat() == "2026-11-19"


async def test_a_screen_that_does_not_come_holds_no_key_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type_ahead, "PATIENCE", 0.01)
    monkeypatch.setattr(type_ahead, "follow", lambda *_: None)  # as if what it waits for had gone
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "2")
        await player.burst("nquick")
        player.sees("New entry")
        assert not player.app._waiting
