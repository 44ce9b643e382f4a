"""A log that cannot be opened: plain words and a way back, never a crash, never an empty log."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from learnlog.bootstrap import open_services
from learnlog.errors import CannotReadError
from learnlog.services.suite import Services
from learnlog.storage import lines
from learnlog.storage.journal import take_apart
from tests.builders import a_clock, a_training, an_entry
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
        player.sees("Your log needs help", "Restore 3 entries from this file", "The file as it is now is kept")
        player.sees("Restore 4 entries from lines changed by hand")
        player.misses("0 entries", "Begin anew")  # the copy of today 12:00 was made before the first entry
        player.misses("edited", ".jsonl”")
        assert player.text.count("Line 3 of the log") == 1
        await player.press("2")
        player.sees("Your log needs help")
        assert (tmp_path / "log.jsonl").read_bytes() == before
        await player.click("Restore 3 entries from this file")
        player.sees("Today I learned", "Nummer")
        assert len(player.titles) == 3


async def test_lines_changed_by_hand_are_restored_when_nothing_else_is_left(tmp_path: Path) -> None:
    some_services(tmp_path, [an_entry(title=f"Nummer {number}") for number in range(4)])
    path = tmp_path / "log.jsonl"
    path.write_bytes(path.read_bytes().replace(b"Nummer", b"Number"))
    async with playing(_again(tmp_path)) as player:
        await player.click("Restore 4 entries from lines changed by hand")
        assert sorted(player.titles) == [f"Number {number}" for number in range(4)]


async def test_any_copy_can_be_chosen_with_the_arrow_keys(tmp_path: Path) -> None:
    some_services(tmp_path, [an_entry(title=f"Nummer {number}") for number in range(4)])
    _damage(tmp_path)
    async with playing(_again(tmp_path)) as player:
        assert player.rows.index(next(row for row in player.rows if "changed by hand" in row)) > player.rows.index(
            next(row for row in player.rows if "from this file" in row)
        )
        await player.press("up", "enter")  # from the one that changes nothing to the last of those that restore
        assert len(player.titles) == 4


async def test_where_nothing_can_be_restored_a_new_log_is_begun_after_a_question(tmp_path: Path) -> None:
    some_services(tmp_path, [an_entry(title="Nummer 1")])
    for copy in (tmp_path / "backups").iterdir():
        copy.unlink()
    junk = b"what is left\n"
    (tmp_path / "log.jsonl").write_bytes(junk)
    async with playing(_again(tmp_path)) as player:
        player.misses("Restore")
        await player.click("Begin anew with an empty log")
        player.sees("Begin a new, empty log?", "“damaged”")
        await player.press("enter")
        assert (tmp_path / "log.jsonl").read_bytes() == junk
        await player.click("Begin anew with an empty log")
        await player.press("y")
        player.misses("Your log needs help")
        assert player.titles == []
    assert junk in [kept.read_bytes() for kept in (tmp_path / "damaged").iterdir()]


async def test_a_profile_and_trainings_are_had_back_where_there_are_no_entries(tmp_path: Path) -> None:
    services = _again(tmp_path)
    for title in ("Demens", "Nummer två"):
        services.trainings.save(a_training(title=title))
    for copy in (tmp_path / "backups").iterdir():
        copy.unlink()
    path = tmp_path / "log.jsonl"
    path.write_bytes(path.read_bytes().replace("Nummer två".encode(), b"Nummer tre"))
    async with playing(_again(tmp_path)) as player:
        player.sees("Your log needs help")
        player.misses("0 entries", "Begin anew")
        await player.click("Restore what is left from the good lines of this file, no entries")
        assert [each.title for each in _again(tmp_path).trainings.all()] == ["Demens"]


async def test_an_emptied_log_without_copies_is_begun_anew(tmp_path: Path) -> None:
    some_services(tmp_path, [an_entry(title="Nummer 1")])
    for copy in (tmp_path / "backups").iterdir():
        copy.unlink()
    (tmp_path / "log.jsonl").write_bytes(b"")
    async with playing(_again(tmp_path)) as player:
        assert player.text.count("although there was") == 1
        await player.click("Begin anew with an empty log")
        await player.press("y")
        player.sees("Welcome to learnlog")


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


async def test_an_older_copy_put_back_on_purpose_is_accepted_in_one_step(tmp_path: Path) -> None:
    services = some_services(tmp_path, [an_entry(title=f"Nummer {number}") for number in range(2)])
    older = (tmp_path / "log.jsonl").read_bytes()
    for number in range(2, 4):
        services.log.capture(f"Nummer {number}")
    services.upkeep.fix()  # makes a copy, which holds more than what is put back
    (tmp_path / "log.jsonl").write_bytes(older)
    async with playing(_again(tmp_path)) as player:
        player.sees("2 lines are missing at the end of the log", "Restore 4 entries from the copy of")
        await player.click("Restore 2 entries from this file")
        player.sees("Today I learned")
        assert sorted(player.titles) == ["Nummer 0", "Nummer 1"]
    assert not [each for each in _again(tmp_path).upkeep.check() if each.code.startswith("log.")]


async def test_in_a_log_that_cannot_be_changed_nothing_is_begun_that_could_not_be_saved(tmp_path: Path) -> None:
    some_services(tmp_path, [an_entry(title="Nummer 1")])
    path = tmp_path / "log.jsonl"
    content = take_apart(path.read_bytes())
    newer = lines.assemble(content.tail.header._replace(schema=99), content.actions)
    path.write_bytes(newer)
    async with playing(_again(tmp_path)) as player:
        player.sees("Read only", "Nummer 1")
        await player.press("n")
        player.misses("What happened?")
        assert player.told[-1] == "This log was made by a newer learnlog. It can be read, but not changed, by this one."
        await player.press("2")
        player.sees("Nummer 1", "1 entry")
        for key in ("e", "D", "n"):
            await player.press(key)
            player.misses("What happened?", "What will you do next time?")
        await player.press("6", "enter")
        player.misses("First name and surname", "as it should stand")
        assert path.read_bytes() == newer
        assert not (tmp_path / "drafts").exists() or not [*(tmp_path / "drafts").glob("*.json")]


HAPPENS: dict[str, Callable[[Path], object]] = {
    "emptied": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-400]),
    "cut between lines": lambda path: path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1])),
    "overwritten": lambda path: path.write_bytes(b"something else\n"),
    "gone": lambda path: path.unlink(),
}


@pytest.mark.parametrize("how", HAPPENS)
@pytest.mark.parametrize("saving", [False, True])
async def test_a_log_that_goes_bad_while_it_is_open_is_told_and_what_is_half_typed_is_kept(
    tmp_path: Path, how: str, saving: bool
) -> None:
    services = some_services(tmp_path, [an_entry(title=f"Nummer {number}") for number in range(4)])
    services.log.capture("Nummer 4")
    path = tmp_path / "log.jsonl"
    async with playing(services) as player:
        await player.press("escape", "n")
        await player.write("Half a title")
        HAPPENS[how](path)
        left = path.read_bytes() if path.exists() else None
        if saving:
            await player.press("ctrl+s")
        else:
            player.app._look()
            await player.settle()
        player.sees("Your log needs help")
        await player.press("2", "n")
        player.sees("Your log needs help")
        assert (path.read_bytes() if path.exists() else None) == left, "nothing is written before somebody says so"
        (draft,) = (tmp_path / "drafts").glob("*.json")
        assert "Half a title" in draft.read_text(encoding="utf-8")
        await player.click("Restore")
        player.misses("Your log needs help")
        player.sees("Half a title")
        await player.press("ctrl+s")
        assert "Half a title" in player.titles
        assert "Half a title" in [head.title for head in _again(tmp_path).log.heads()]


async def test_where_the_settings_name_a_log_that_cannot_be_read_the_usual_one_is_had_again(tmp_path: Path) -> None:
    services = some_services(tmp_path, [an_entry(title="At home")])
    other = _elsewhere(tmp_path)
    other.write_bytes(other.read_bytes().replace(b"At home", b"At hone"))
    damaged = other.read_bytes()
    async with playing(_again(tmp_path)) as player:
        player.sees("Your log needs help", "other.jsonl")
        await player.click("Use the usual log")
        player.sees("the log in its usual place")
        assert _again(tmp_path).log.heads()[0].title == "At home"
    assert services.log.heads()[0].title == "At home"
    assert other.read_bytes() == damaged


async def test_without_another_log_in_the_settings_there_is_only_the_usual_one(tmp_path: Path) -> None:
    some_services(tmp_path, [an_entry(title=f"Nummer {number}") for number in range(4)])
    _damage(tmp_path)
    async with playing(_again(tmp_path)) as player:
        player.misses("Use the usual log")


def test_a_log_on_something_that_was_pulled_out_is_missed_rather_than_begun_anew(tmp_path: Path) -> None:
    some_services(tmp_path, [an_entry(title="At home")])
    other = _elsewhere(tmp_path)
    other.parent.rename(tmp_path / "pulled out")
    with pytest.raises(CannotReadError) as caught:
        _again(tmp_path)
    assert caught.value.message.values["path"] == str(other)
    assert not other.parent.exists()
    (tmp_path / "pulled out").rename(other.parent)
    assert _again(tmp_path).log.heads()[0].title == "At home"


def _elsewhere(folder: Path) -> Path:
    """A copy of the log in another folder, which the settings name from now on."""
    other = folder / "stick" / "other.jsonl"
    other.parent.mkdir()
    other.write_bytes((folder / "log.jsonl").read_bytes())
    _again(folder).preferences.keep_log(str(other))
    return other
