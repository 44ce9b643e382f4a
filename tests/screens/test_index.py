"""A long log is shown before all of it has been read; what is wrong with it is told all the same."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from learnlog.bootstrap import open_services
from tests.builders import TODAY, a_clock, an_entry
from tests.player import playing, some_services

LONG = "Vi gick igenom lyften en gång till. " * 200
COUNT = 24


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    days = [TODAY - dt.timedelta(days=40 * number + 1) for number in range(COUNT)]
    entries = [an_entry(title=f"Nummer {n:02}", what_happened=LONG, date=day) for n, day in enumerate(days)]
    some_services(tmp_path, entries).upkeep.read_through()
    assert (tmp_path / "log.jsonl.index").exists()
    return tmp_path


def damage(folder: Path, title: bytes) -> None:
    path = folder / "log.jsonl"
    path.write_bytes(path.read_bytes().replace(title, title.replace(b"Nummer", b"Numm0r")))


async def test_the_newest_are_shown_and_then_all_is_checked(folder: Path) -> None:
    services = open_services({"LEARNLOG_HOME": str(folder)}, clock=a_clock())
    async with playing(services) as player:
        player.sees("Today I learned", "Nummer 00", f"{COUNT} entries")
        assert services._store.ledger.unread  # all of it was checked, nothing of it is kept
        await player.press("escape", "2")
        assert len(player.titles) == COUNT


@pytest.mark.parametrize("title", [b"Nummer 00", b"Nummer 23"])
async def test_damage_anywhere_is_explained_after_the_first_frame_at_the_latest(folder: Path, title: bytes) -> None:
    damage(folder, title)
    async with playing(open_services({"LEARNLOG_HOME": str(folder)}, clock=a_clock())) as player:
        player.sees("Your log needs help")
        await player.click(f"Restore {COUNT - 1} entries from this file")
        player.sees("Today I learned", "Nummer 01")
        assert len(player.titles) == COUNT - 1


async def test_what_is_saved_before_all_is_read_is_saved(folder: Path) -> None:
    services = open_services({"LEARNLOG_HOME": str(folder)}, clock=a_clock())
    assert len(services.log.heads()) == COUNT
    saved = services.log.capture("Before all was read")
    assert services._store.ledger.unread
    assert services.log.heads()[0].title == "Before all was read"
    async with playing(services) as player:
        player.sees("Before all was read", f"{COUNT + 1} entries")
    assert services.log.get(saved.id) == saved


async def test_what_another_window_saves_is_shown_although_nothing_is_kept(folder: Path) -> None:
    services = open_services({"LEARNLOG_HOME": str(folder)}, clock=a_clock())
    async with playing(services) as player:
        other = open_services({"LEARNLOG_HOME": str(folder)}, clock=a_clock())
        other._store.ledger.image  # noqa: B018 - all of it is in memory there, and only what follows is looked at
        other.log.capture("From the other window")
        player.app._look()
        await player.settle()
        player.sees("From the other window", f"{COUNT + 1} entries")
        assert services._store.ledger.unread
        damage(folder, b"Nummer 05")
        other.log.capture("And once more")
        player.app._look()
        await player.settle()
        player.sees("Your log needs help")
