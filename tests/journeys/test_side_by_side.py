"""Two windows, and the command line beside an open app: nobody loses anything to the other."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from learnlog.cli.running import run
from learnlog.domain.entry import Entry
from tests.builders import a_clock, an_entry
from tests.player import Player, playing, some_services

Learnlog = Callable[..., str]


@pytest.fixture
def learnlog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Learnlog:
    """The command line on the same log; what it prints (nothing while an app is open: Textual takes all prints)."""

    def command(*words: str) -> str:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
        code = run(words, {"LEARNLOG_HOME": str(tmp_path), "LEARNLOG_LANGUAGE": "en"}, a_clock())
        out, err = capsysbinary.readouterr()
        assert code == 0, err.decode()
        return out.decode().strip()

    return command


def read_anew(folder: Path) -> dict[str, Entry]:
    """What is on the disk, by title, for somebody who opens the log now."""
    log = some_services(folder, name="").log
    return {head.title: log.get(head.id) for head in log.heads()}


async def open_first(player: Player) -> None:
    """Open the first entry of the log to be changed."""
    await player.press("escape", "2", "e")
    player.sees("Edit entry")


async def see_what_others_wrote(player: Player) -> None:
    """What the app does by itself every other second."""
    player.app._look()
    await player.settle()


async def test_what_the_command_line_adds_appears_in_the_open_app(tmp_path: Path, learnlog: Learnlog) -> None:
    async with playing(some_services(tmp_path, [an_entry(title="Written in the app")])) as player:
        await player.press("escape", "2")
        learnlog("add", "Added beside it", "--date", "last Tuesday")
        await see_what_others_wrote(player)
        player.sees("Added beside it", "Written in the app", "2 entries")


async def test_two_fields_of_one_entry_changed_at_once_are_both_kept(tmp_path: Path, learnlog: Learnlog) -> None:
    entry = an_entry(title="Calm transfer")
    async with playing(some_services(tmp_path, [entry])) as player:
        await open_first(player)
        await player.write(" with a hoist")
        learnlog("edit", entry.id, "--insight", "Eye contact makes it calm.", "--minutes", "45")
        await player.press("ctrl+s")
        player.sees("Calm transfer with a hoist", "Eye contact makes it calm.")
    kept = read_anew(tmp_path)["Calm transfer with a hoist"]
    assert (kept.insight, kept.minutes, kept.clashes) == ("Eye contact makes it calm.", 45, ())


@pytest.mark.parametrize(("choice", "title"), [(0, "Mine, typed here"), (1, "Theirs")])
async def test_one_field_changed_twice_is_asked_about(
    tmp_path: Path, learnlog: Learnlog, choice: int, title: str
) -> None:
    entry = an_entry(title="Mine")
    async with playing(some_services(tmp_path, [entry])) as player:
        await open_first(player)
        await player.write(", typed here")
        learnlog("edit", entry.id, "--title", "Theirs")
        await player.press("ctrl+s")
        player.sees("Mine, typed here", "two versions")
        (clashing,) = read_anew(tmp_path).values()
        assert [clash.value for clash in clashing.clashes] == ["Theirs"]
        await player.press("c")
        player.sees("Mine, typed here", "Theirs")
        await player.press(*["down"] * choice, "enter")
        player.misses("two versions")
    (kept,) = read_anew(tmp_path).values()
    assert (kept.title, kept.clashes) == (title, ())


async def test_an_entry_thrown_away_while_it_is_being_written_comes_back(tmp_path: Path, learnlog: Learnlog) -> None:
    entry = an_entry(title="Thrown away")
    async with playing(some_services(tmp_path, [entry])) as player:
        await open_first(player)
        await player.press("tab", "tab", "tab", "tab")
        await player.write("This must not be lost.")
        learnlog("delete", entry.id)
        await player.press("ctrl+s")
    assert "This must not be lost." in learnlog("show", entry.id)


async def test_two_windows_write_into_one_log(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as first:
        other = some_services(tmp_path)
        for number in range(3):
            await first.write(f"From the first window {number}\n")
            other.log.capture(f"From the second window {number}")
        await see_what_others_wrote(first)
        first.sees("6 entries")
    assert len(read_anew(tmp_path)) == 6


async def test_a_draft_in_one_window_is_not_offered_in_another(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as first:
        await first.press("escape", "n")
        await first.write("Being typed")
        await first.press("tab")
        (on_disk,) = (tmp_path / "drafts").glob("*.json")
        assert "Being typed" in on_disk.read_text(encoding="utf-8")
        assert some_services(tmp_path).drafts.waiting() == ()


async def test_an_undo_takes_back_only_what_this_window_did(tmp_path: Path, learnlog: Learnlog) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.write("Mine\n")
        learnlog("add", "Theirs")
        await player.press("ctrl+z")
    assert list(read_anew(tmp_path)) == ["Theirs"]
