"""The start screen: write one line, see what waits."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from textual.events import Paste

from learnlog.domain.values import Status
from learnlog.screens.start import StartScreen
from tests.builders import TODAY, an_entry
from tests.player import playing, some_services, window_gone


async def test_one_line_and_enter_is_an_entry(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        player.sees("Hello, Åsa.", "Write one thing you learned.")
        assert player.text.count("Two sentences are enough.") == 1
        await player.write("Musik lugnar kvällsoro\n")
        assert player.titles == ["Musik lugnar kvällsoro"]
        assert player.told == ["Saved. Ctrl+Z takes it back."]
        player.sees("1 entry", "One draft waits")
        await player.write("Och handmassage\n")
        assert player.titles == ["Och handmassage", "Musik lugnar kvällsoro"]


async def test_undo_takes_the_line_back_and_redo_brings_it_again(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.write("Musik lugnar kvällsoro\n")
        await player.press("ctrl+z")
        assert player.titles == []
        await player.press("ctrl+y")
        assert player.titles == ["Musik lugnar kvällsoro"]


async def test_an_empty_line_saves_nothing(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.write("   \n")
        assert player.titles == []
        assert player.told == []


async def test_a_long_line_is_kept_whole(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        text = "en lång mening om hur musik kan lugna " * 5
        await player.write(text + "\n")
        (head,) = player.services.log.heads()
        assert head.title.endswith("…")
        assert player.services.log.get(head.id).what_happened == " ".join(text.split())


async def test_nothing_waits_when_everything_is_done(tmp_path: Path) -> None:
    done = an_entry(insight="Musik lugnar mer än ord", status=Status.DONE)
    async with playing(some_services(tmp_path, [done])) as player:
        player.sees("Nothing waits.", "Lugn förflyttning")


async def test_down_and_enter_open_a_draft_to_be_finished(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [an_entry(title="Halvfärdig")])) as player:
        await player.press("escape", "enter")
        player.sees("Edit entry", "Halvfärdig")


async def test_the_latest_entry_opens_in_the_log(tmp_path: Path) -> None:
    entries = [an_entry(title=f"Nummer {number}", what_happened=f"Text {number}") for number in range(3)]
    async with playing(some_services(tmp_path, entries)) as player:
        await player.press("escape", "tab", "down", "enter")
        chosen = player.services.log.heads()[1]
        player.sees("Search in the log", player.services.log.get(chosen.id).what_happened)


async def test_what_somebody_wrote_is_never_obeyed(tmp_path: Path) -> None:
    nasty = "[/b][@click=app.quit]tryck[/] \x1b]52;c;aGVq\x07 \u202eomvänt"
    async with playing(some_services(tmp_path, [an_entry(title=nasty)])) as player:
        player.sees("[/b][@click=app.quit]")
        assert "\x1b" not in player.text
        assert "\u202e" not in player.text
        await player.press("escape", "2")
        player.sees("[/b][@click=app.qui")


async def test_a_half_typed_line_is_a_draft_on_disk_when_the_app_ends(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.write("Halva tanken")
        await player.press("ctrl+q")
        window_gone(player.services)
    services = some_services(tmp_path)
    assert [draft.values for draft in services.drafts.waiting()] == [{"sentence": "Halva tanken"}]
    async with playing(services) as player:
        player.sees("Halva tanken", "Continue")
        await player.press("enter")
        await player.write(" blev hel\n")
        assert player.titles == ["Halva tanken blev hel"]


async def test_a_line_left_half_typed_outlives_the_next_one(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.write("Halva tanken")
        await player.press("ctrl+q")
        window_gone(player.services)
    async with playing(some_services(tmp_path)) as player:
        await player.click("Keep for later")
        await player.write("En helt annan tanke")
        player.app.keep_drafts()  # what the clock does every other second
        await player.press("enter")
        assert player.titles == ["En helt annan tanke"]
        assert [draft.values for draft in player.services.drafts.waiting()] == [{"sentence": "Halva tanken"}]


async def test_going_on_with_a_line_leaves_the_one_that_stands_there(tmp_path: Path) -> None:
    left = some_services(tmp_path)
    left.drafts.keep("capture", "an-earlier-one", {"sentence": "Halva tanken"})
    left.drafts.let_go("capture", "an-earlier-one")
    async with playing(some_services(tmp_path)) as player:
        await player.click("Keep for later")
        await player.write("Just nu")
        await player.press("escape", "enter")
        player.sees("Halva tanken", "Continue")
        await player.press("enter")
        assert [draft.values for draft in player.services.drafts.waiting()] == [{"sentence": "Just nu"}]
        player.sees("Just nu")
        await player.write(" blev hel\n")
        assert player.titles == ["Halva tanken blev hel"]
        assert [draft.values for draft in player.services.drafts.waiting()] == [{"sentence": "Just nu"}]


async def test_who_writes_at_once_is_not_interrupted_by_what_was_left_behind(tmp_path: Path) -> None:
    left = some_services(tmp_path)
    left.drafts.keep("entry", "0" * 32, {"title": "Halva tanken"})
    left.drafts.let_go("entry", "0" * 32)
    async with playing(some_services(tmp_path)) as player:
        await player.click("Keep for later")
        await player.write("Ny tanke")
        assert isinstance(player.app.screen, StartScreen)
        player.app.screen._welcome()  # as if all that had been typed before it came
        await player.settle()
        player.sees("Ny tanke", "Halva tanken", "One text is not saved yet")
        player.misses("Continue")


async def test_numbers_count_the_time_that_is_named_and_nothing_to_come(tmp_path: Path) -> None:
    days = [TODAY - dt.timedelta(days=days) for days in (0, 40, 250)] + [TODAY + dt.timedelta(days=3)]
    entries = [an_entry(title=f"Musik {day}", date=day) for day in days]
    later = some_services(tmp_path, entries, today=TODAY + dt.timedelta(days=9))  # a clock that was wrong once
    del later
    async with playing(some_services(tmp_path)) as player:
        player.sees("Main purpose  A 0 · B 0 · C 2", "six months", "3 days this year")
    async with playing(some_services(tmp_path), size=(120, 40)) as player:
        (row,) = [row for row in player.rows if "C – other purpose" in row]
        assert row.rstrip(" │").endswith(" 3")
        player.sees("one year · only for your information")


async def test_what_is_typed_while_a_line_is_saved_is_the_next_line(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.burst("Musik lugnar\n\nSång hjälper\nhalva tan")
        await player.write("ken")
        assert player.titles == ["Sång hjälper", "Musik lugnar"]
        player.sees("│  halva tanken  ")


async def test_coming_back_to_the_line_goes_on_with_it(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.write("Musik")
        await player.press("escape", "escape")
        await player.write(" lugnar\n")
        assert player.titles == ["Musik lugnar"]


async def test_enter_typed_before_the_app_had_the_terminal_saves_too(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.write("Musik")
        await player.press("ctrl+j")
        assert player.titles == ["Musik"]
        await player.press("f1")
        player.sees("A – learning is the purpose", "Save the line as a draft of today.")
        player.misses("Ctrl+J")


async def test_digits_go_to_the_other_screens_but_type_in_the_line(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.write("2 nya saker")
        player.sees("2 nya saker")
        await player.press("escape", "2")
        player.sees("Your log is empty.")
        await player.press("1")
        player.sees("2 nya saker")


async def test_every_tab_and_key_of_the_bars_can_be_clicked(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.click("Log")
        player.sees("Your log is empty.")
        await player.click("All commands")
        player.sees("Search for a command or an entry")


async def test_several_pasted_lines_are_all_kept(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        player.app.screen.post_message(Paste("Första raden\r\n  andra\traden\n"))
        await player.settle()
        await player.press("enter")
        assert player.titles == ["Första raden andra raden"]


@pytest.mark.parametrize("size", [(40, 10), (60, 20)])
async def test_where_there_is_little_room_what_waits_comes_first(tmp_path: Path, size: tuple[int, int]) -> None:
    waits = an_entry(title="Musik mot oro", status=Status.DRAFT)
    async with playing(some_services(tmp_path, [waits]), size=size) as player:
        player.sees("Today I learned", "Waiting", "Musik mot oro", "1 thing waits")
        player.misses("Learning by arena", "Calendar")


async def test_a_line_longer_than_the_field_follows_the_cursor(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path), size=(40, 24)) as player:
        await player.write("första orden och sedan många fler till slutet")
        player.sees("till slutet")
        player.misses("första orden")
        await player.press("home")
        player.sees("första orden")
