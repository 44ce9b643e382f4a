"""Two windows, and the command line beside an open app: nobody loses anything to the other."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from learnlog.domain.entry import Entry
from learnlog.screens.field_names import NAMES, in_words
from learnlog.services.suite import Services
from learnlog.storage.codec import ENTRIES
from learnlog.storage.plan import PLAN
from learnlog.storage.trainings import TRAININGS
from tests.builders import TODAY, a_clock, an_entry
from tests.commands import learnlog_in, went_well
from tests.player import Player, playing, some_services

Command = Callable[..., str]


@pytest.fixture
def learnlog(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Command:
    """The command line on the same log."""
    typed = learnlog_in(tmp_path, a_clock(), capsysbinary)
    return lambda *words: went_well(typed(*words)).out.strip()


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


async def test_what_the_command_line_adds_appears_in_the_open_app(tmp_path: Path, learnlog: Command) -> None:
    async with playing(some_services(tmp_path, [an_entry(title="Written in the app")])) as player:
        await player.press("escape", "2")
        learnlog("add", "Added beside it", "--date", "last Tuesday")
        await see_what_others_wrote(player)
        player.sees("Added beside it", "Written in the app", "2 entries")


async def test_two_fields_of_one_entry_changed_at_once_are_both_kept(tmp_path: Path, learnlog: Command) -> None:
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
    tmp_path: Path, learnlog: Command, choice: int, title: str
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


async def test_an_entry_thrown_away_while_it_is_being_written_comes_back(tmp_path: Path, learnlog: Command) -> None:
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


async def test_an_undo_takes_back_only_what_this_window_did(tmp_path: Path, learnlog: Command) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.write("Mine\n")
        learnlog("add", "Theirs")
        await player.press("ctrl+z")
    assert list(read_anew(tmp_path)) == ["Theirs"]


async def elsewhere(folder: Path, *words: str) -> None:
    """The same log in a process of its own."""
    environment = {**os.environ, "LEARNLOG_HOME": str(folder), "LEARNLOG_LANGUAGE": "en"}
    command = (sys.executable, "-m", "learnlog", *words)
    process = await asyncio.create_subprocess_exec(*command, env=environment, stdin=asyncio.subprocess.DEVNULL)
    assert await process.wait() == 0


Kept = Callable[[Services], Any]
CLASHES: dict[str, tuple[Kept, tuple[str, ...], tuple[str, ...], str]] = {
    "area": (lambda own: own.plan.areas, ("tab", "tab"), ("--why", "Theirs"), "why"),
    "goal": (lambda own: own.plan.goals, (), ("--title", "Theirs"), "title"),
    "action": (lambda own: own.plan.actions, (), ("--what", "Theirs"), "what"),
    "talk": (lambda own: own.talks, ("tab", "tab"), ("--who", "Theirs"), "who"),
}
"""What is edited → where it is kept, keys to its field, what the other process writes, the field."""


def with_one_of_each(folder: Path) -> Services:
    """A log with an area, a goal, an action and a talk to come."""
    services = some_services(folder)
    plan = services.plan
    area = plan.areas.save(plan.areas.blank("th.dementia")._replace(requirement=2, why="Mine"))
    goal = plan.goals.save(plan.goals.blank()._replace(title="Mine", area_id=area.id))
    plan.actions.save(plan.actions.blank(goal)._replace(what="Mine"))
    services.talks.save(services.talks.blank()._replace(talk_on=TODAY, who="Mine"))
    return services


@pytest.mark.parametrize("what", CLASHES)
@pytest.mark.parametrize(("choice", "stands"), [(0, "Mine, typed here"), (1, "Theirs")])
async def test_a_field_of_the_plan_or_a_talk_written_twice_waits_on_the_start_screen(
    tmp_path: Path, what: str, choice: int, stands: str
) -> None:
    services = with_one_of_each(tmp_path)
    where, to_field, words, field = CLASHES[what]
    (mine,) = where(services).all()
    async with playing(services) as player:
        if what == "talk":
            await player.press("escape", "5", "f7", "e")
        else:
            await player.press("escape", "4")
            player.app.screen.select(mine.id, wherever=True)  # type: ignore[attr-defined]  # the plan's screen
            await player.settle()
            await player.press("e")
        await player.press(*to_field, "end")
        await player.write(", typed here")
        await elsewhere(tmp_path, what, "edit", mine.id, *words)
        await player.press("ctrl+s")
        assert [each.value for each in where(services).get(mine.id).clashes] == ["Theirs"]
        await player.press("escape", "1")
        player.sees("There are two versions of one thing", "two versions: choose one")
        await player.press("home", "enter", "c")
        player.sees("1. In the log now", "2. Also written", "Mine, typed here", "Theirs")
        await player.press(*["down"] * choice, "enter")
        kept = where(services).get(mine.id)
        assert (getattr(kept, field), kept.clashes) == (stands, ())
        await player.press("1")
        player.misses("two versions")


def test_a_choice_is_put_in_words_whatever_the_field() -> None:
    fields = {name for codec in (ENTRIES, TRAININGS, *PLAN) for name in codec.fields}
    unnamed = {name for name in fields if name not in NAMES}
    assert unnamed == {"created_at", "updated_at"}
    titles = {"a" * 32: "Use signs"}
    assert in_words("goal_ids", ["a" * 32], titles) == "Use signs"
    assert in_words("requirement", 3) == "3, can do on my own"
    assert in_words("ratings", {"2026-11-20": {"level": 0, "used": "us.0"}}) == (
        "20 November 2026:\nWhere are you now? 0, no experience yet\nUsed at work: Not yet"
    )
    assert in_words("agreed_goals", {"a" * 32: {"title": "Signs"}}, titles) == "Use signs\nTitle: Signs"
    assert in_words("employee", {"t1": "The calm evenings"}).endswith("The calm evenings")
    assert in_words("sharings", {"1": {"what": "Signs", "audience": "The team"}}) == (
        "What is shared? Signs\nFor whom: The team"
    )
    assert in_words("reviews", {"2026-11-20": {"happened": "Five signs"}}) == (
        "20 November 2026:\nWhat has happened? Five signs"
    )
