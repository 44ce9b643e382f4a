"""When the disk takes nothing: nothing half typed is lost before its owner has said that it may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlog.app import ReviewApp
from learnlog.domain.values import Visibility
from learnlog.screens.confirm import Confirm
from learnlog.screens.entry_form import EntryForm
from learnlog.screens.log import LogScreen
from learnlog.services.suite import Services
from learnlog.storage import share_file
from tests.builders import an_entry
from tests.player import Player, at, playing, some_services
from tests.reviews import share_of

LOST = "what you have written here is lost"


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """A log beside which no draft can be kept."""
    made = some_services(tmp_path)
    (tmp_path / "drafts").write_text("a file where the folder should be", encoding="utf-8")
    return made


def let_drafts_be_kept(folder: Path) -> None:
    (folder / "drafts").unlink()


async def write_half(player: Player) -> None:
    await player.press("escape", "2", "n")
    await player.write("Half a sentence")


async def test_a_form_is_not_left_with_words_that_cannot_be_kept(services: Services) -> None:
    async with playing(services) as player:
        await write_half(player)
        await player.press("escape")
        player.sees("The draft could not be kept", LOST)
        await player.press("escape")
        player.sees("New entry", "Half a sentence")
        assert not any("kept as a draft" in each for each in player.told)
        await player.press("ctrl+s")
        assert player.titles == ["Half a sentence"]


async def test_a_form_is_left_without_its_words_by_who_says_so(services: Services) -> None:
    async with playing(services) as player:
        await write_half(player)
        await player.press("escape", "y")
        assert isinstance(player.app.screen, LogScreen)
        assert not any("kept as a draft" in each for each in player.told)


async def test_words_that_can_be_kept_again_are_a_draft(services: Services, tmp_path: Path) -> None:
    async with playing(services) as player:
        await write_half(player)
        await player.press("escape")
        let_drafts_be_kept(tmp_path)
        await player.press("escape", "escape")
        assert "kept as a draft" in player.told[-1]
        assert [each.values["title"] for each in services.drafts.waiting()] == ["Half a sentence"]


async def test_the_app_is_not_closed_over_words_that_cannot_be_kept(services: Services) -> None:
    async with playing(services) as player:
        await write_half(player)
        await player.press("ctrl+q", "ctrl+q")
        player.sees(LOST)
        await player.press("escape")
        assert isinstance(player.app.screen, EntryForm)
        await player.press("ctrl+q", "y")
        assert not player.app.is_running
        assert player.app.return_code == 0


async def test_the_app_is_not_closed_over_a_line_that_cannot_be_kept(services: Services) -> None:
    async with playing(services) as player:
        await player.write("Half a line")
        await player.press("ctrl+q")
        player.sees(LOST)
        await player.press("escape", "enter")
        assert player.titles == ["Half a line"]
        await player.press("ctrl+q")
        assert not player.app.is_running


async def test_a_review_is_not_left_when_what_was_said_cannot_be_kept(tmp_path: Path) -> None:
    entry = an_entry(title="Calm", visibility=Visibility.SUPERVISOR)
    store = some_services(tmp_path / "owner", [entry]).log._store
    path = tmp_path / "copy.learnlog-share"
    path.write_bytes(share_file.encoded(share_of(store, store.entries.get(entry.id))))
    reader = some_services(tmp_path / "reader", name="")
    async with at(ReviewApp(reader, reader.reviewing.received(str(path)).opened(), str(path))) as player:
        (tmp_path / "reader" / "drafts").write_text("a file where the folder should be", encoding="utf-8")
        await player.press("a")
        player.sees("The draft could not be kept")
        await player.press("enter", "escape")
        player.sees(LOST)
        await player.press("escape")
        player.sees("Calm")
        let_drafts_be_kept(tmp_path / "reader")
        await player.press("escape")
        assert not player.app.is_running
        assert [each.form for each in reader.drafts.waiting()] == ["review"]


async def test_settings_that_cannot_be_kept_do_not_hold_up_who_waits_for_the_thread(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    (tmp_path / "settings.toml").unlink()
    (tmp_path / "settings.toml").mkdir()
    async with playing(services) as player:
        player.app.choose(theme="dag")
        player.app.hands.submit(lambda: None).result(10)  # as the end of the app waits: the loop stands still
        await player.settle()
        assert not isinstance(player.app.screen, Confirm)
        player.sees("could not be saved")
