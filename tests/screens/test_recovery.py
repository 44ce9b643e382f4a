"""A log that cannot be opened: plain words and a way back, never a crash, never an empty log."""

from __future__ import annotations

from pathlib import Path

from learnlog.bootstrap import open_services
from learnlog.services.suite import Services
from tests.builders import a_clock, an_entry
from tests.player import playing, some_services


def _damage(folder: Path) -> None:
    path = folder / "log.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b"Nummer", b"Numm0r")
    path.write_bytes(b"".join(lines))


async def test_a_damaged_log_is_explained_and_restored_after_a_yes(tmp_path: Path) -> None:
    some_services(tmp_path, [an_entry(title=f"Nummer {number}") for number in range(4)])
    _damage(tmp_path)
    before = (tmp_path / "log.jsonl").read_bytes()
    async with playing(_again(tmp_path)) as player:
        player.sees("Your log needs help", "Restore the best copy")
        await player.press("2")
        player.sees("Your log needs help")
        assert (tmp_path / "log.jsonl").read_bytes() == before
        await player.click("Restore the best copy")
        player.sees("Today I learned", "Nummer")
        assert len(player.titles) >= 2


async def test_leaving_a_damaged_log_changes_nothing_and_says_so_to_scripts(tmp_path: Path) -> None:
    some_services(tmp_path, [an_entry(title="Nummer 1"), an_entry(title="Nummer 2")])
    _damage(tmp_path)
    before = (tmp_path / "log.jsonl").read_bytes()
    async with playing(_again(tmp_path)) as player:
        await player.press("enter")
    assert player.app.return_code == 3
    assert (tmp_path / "log.jsonl").read_bytes() == before


def _again(folder: Path) -> Services:
    return open_services({"LEARNLOG_HOME": str(folder), "HOME": str(folder)}, clock=a_clock())
