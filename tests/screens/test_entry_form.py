"""Writing and changing an entry, by keys."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events

from learnlog.domain.entry import Entry
from learnlog.domain.values import (
    ActivityType,
    Arena,
    Component,
    Language,
    Purpose,
    RoleInvolved,
    Status,
    Visibility,
)
from learnlog.errors import CannotSaveError
from learnlog.screens.entry_form import EntryForm
from tests.builders import TODAY, an_entry
from tests.player import Player, playing, some_services

YESTERDAY = TODAY - dt.timedelta(days=1)


@asynccontextmanager
async def writing(
    folder: Path, entry: Entry | None = None, *, language: Language = Language.EN, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Player]:
    """Somebody with the entry form open, on a new entry or on one of the log."""
    services = some_services(folder, [entry] if entry else [], language=language)
    async with playing(services, size=size) as player:
        if entry is None:
            await player.press("escape", "n")
        else:
            player.app.push_screen(EntryForm(player.services.log.get(entry.id)))
        await player.settle()
        assert isinstance(player.app.screen, EntryForm)
        yield player


def the_only(player: Player) -> Entry:
    (head,) = player.services.log.heads()
    return player.services.log.get(head.id)


async def paste(player: Player, text: str) -> None:
    """Paste, as a terminal does."""
    player.app.post_message(events.Paste(text))
    await player.settle()


# -- writing ----------------------------------------------------------------------------------------------------------


async def test_a_title_is_enough(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        await player.write("Calm transfer with the lift")
        await player.press("ctrl+s")
        entry = the_only(player)
        assert entry.title == "Calm transfer with the lift"
        assert entry.date == TODAY
        assert entry.status is Status.DRAFT
        assert entry.visibility is Visibility.PRIVATE
        assert not isinstance(player.app.screen, EntryForm)


async def test_what_matters_is_on_one_page(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        player.sees("Title", "When", "How did you learn?", "In daily work", "What happened?", "My insight")
        player.sees("What will you do next time?", "Write no names or identity numbers of clients or patients.")
        await player.write("Evening unrest")
        await player.press("tab")
        await player.write("yesterday")
        player.sees("Thursday 19 November 2026, week 47")
        await player.press("tab", "tab", "tab")
        await player.write("A resident was restless.")
        await player.press("tab")
        await player.write("Touch calms faster than words.")
        await player.press("tab")
        await player.write("Next time I sit down first.")
        await player.press("ctrl+s")
        entry = the_only(player)
        assert entry.date == YESTERDAY
        assert entry.what_happened == "A resident was restless."
        assert entry.insight == "Touch calms faster than words."
        assert entry.answers == {"w3": "Next time I sit down first."}
        assert entry.prompt_set == "www"
        assert entry.status is Status.DONE


@pytest.mark.parametrize(
    ("language", "typed", "echo", "never"),
    [
        (Language.SV, "igår", "torsdag 19 november 2026, v. 47", "Skriv inga namn"),
        (Language.NB, "i går", "torsdag 19. november 2026, uke 47", "Ikke skriv navn"),
        (Language.EN, "yesterday", "Thursday 19 November 2026, week 47", "Write no names"),
    ],
)
async def test_the_day_is_echoed_in_each_language(
    tmp_path: Path, language: Language, typed: str, echo: str, never: str
) -> None:
    async with writing(tmp_path, language=language) as player:
        player.sees(never)
        await player.press("tab")
        await player.write(typed)
        player.sees(echo)


@pytest.mark.parametrize("language", list(Language))
async def test_the_first_page_fits_without_scrolling(tmp_path: Path, language: Language) -> None:
    async with writing(tmp_path, language=language) as player:
        page = player.app.screen.query_one("#basics")
        assert page.virtual_size.height <= page.size.height
        for field in page.query("Field"):
            assert field.region.bottom <= page.region.bottom
            assert field.region.height >= 1


async def test_a_day_that_cannot_be_read_is_refused_and_kept(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        await player.write("Something")
        await player.press("tab")
        await player.write("the day after never")
        await player.press("tab")
        player.sees("This date cannot be read.")
        await player.press("ctrl+s")
        player.sees("One thing needs another look:", "the day after never")
        assert not player.services.log.heads()
        assert isinstance(player.app.screen, EntryForm)


async def test_a_day_in_the_future_is_refused(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        await player.write("Something")
        await player.press("tab")
        await player.write("2026-11-21")
        await player.press("ctrl+s")
        player.sees("The date is in the future.")
        assert not player.services.log.heads()


async def test_every_problem_is_shown_and_can_be_jumped_to(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        await player.press("f3", "f3")
        await player.write("ninety")
        await player.press("ctrl+s")
        player.sees("2 things need another look:", "Write a short title")
        await player.click("Time spent")
        player.sees("ninety")
        await player.press("escape")
        await player.write("A title")
        player.sees("One thing needs another look:")
        player.misses("Write a short title")


async def test_the_type_brings_arena_and_purpose_with_it(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        await player.write("A course")
        await player.press("tab", "tab", "enter")
        player.sees("In daily work", "Receiving supervision")
        await player.write("external")
        player.sees("External course")
        await player.press("enter", "ctrl+s")
        entry = the_only(player)
        assert entry.activity_type is ActivityType.EXCOURSE
        assert entry.arena is Arena.OUT
        assert entry.purpose is Purpose.A


async def test_what_was_chosen_by_hand_is_not_overrun(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        await player.write("A course at our place")
        await player.press("tab", "tab", "tab", "right", "shift+tab")
        await player.write("external")
        await player.press("enter", "ctrl+s")
        entry = the_only(player)
        assert entry.activity_type is ActivityType.EXCOURSE
        assert entry.arena is Arena.AT


async def test_the_owner_may_keep_it_a_draft(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        await player.write("Not ready yet")
        await player.press("tab", "tab", "tab", "tab", "tab")
        await player.write("I learned something here.")
        await player.press("f3", "f3", "shift+tab", "shift+tab", "left")
        await player.press("ctrl+s")
        assert the_only(player).status is Status.DRAFT


async def test_all_details_are_saved(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        await player.write("Everything")
        await player.press("f3", "f3")
        await player.write("1h30")
        player.sees("1 h 30 min")
        await player.press("tab")
        await player.write("rela")
        await player.press("enter", "escape", "tab", "tab", "tab")
        await player.write("dementia")
        await player.press("enter")
        await player.write("music")
        await player.press("enter", "escape", "tab", "tab", "tab", "tab")
        await player.write("atti")
        await player.press("enter", "escape", "tab", "tab")
        await player.write("calm, #evening, calm")
        await player.press("tab")
        await player.write("https://example.org")
        await player.press("enter")
        await player.write("a certificate")
        await player.press("tab", "right", "tab", "tab", "space", "ctrl+s")
        entry = the_only(player)
        assert entry.minutes == 90
        assert entry.areas == ("th.dementia", "music")
        assert entry.themes == ("calm", "evening")
        assert entry.components == (Component.ATTITUDE,)
        assert entry.roles_involved == (RoleInvolved.RELATIVE,)
        assert entry.evidence == ("https://example.org", "a certificate")
        assert entry.visibility is Visibility.SUPERVISOR
        assert entry.show_in_cv


async def test_another_question_set_keeps_the_answers(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        await player.write("A mistake")
        await player.press("f3", "tab")
        await player.write("I gave it too early.")
        await player.press("shift+tab")
        await player.write("mistakes")
        await player.press("enter")
        player.sees("THIS LOG IS NOT A REPORT.", "Is it reported?")
        player.misses("I gave it too early.")
        await player.press("tab", "1", "shift+tab")
        await player.write("what? so")
        await player.press("enter")
        player.sees("I gave it too early.")
        await player.press("ctrl+s")
        entry = the_only(player)
        assert entry.answers == {"w1": "I gave it too early.", "e0": "yes"}
        assert entry.prompt_set == "www"


async def test_looking_at_the_questions_changes_nothing(tmp_path: Path) -> None:
    async with writing(tmp_path, an_entry(title="Quiet")) as player:
        await player.press("f3", "f3", "escape", "escape")
        assert not isinstance(player.app.screen, EntryForm)
        assert not player.services.drafts.waiting()
        assert not player.told


# -- changing ---------------------------------------------------------------------------------------------------------


def a_full_entry() -> Entry:
    return an_entry(
        title="Everything in it",
        date=YESTERDAY,
        what_happened="It happened.\nSo it was.",
        activity_type=ActivityType.EXCOURSE,
        arena=Arena.AT,
        purpose=None,
        minutes=45,
        areas=("th.dementia", "my own"),
        themes=("one", "two words"),
        components=(Component.SKILL,),
        roles_involved=(RoleInvolved.CLIENT, RoleInvolved.NURSE),
        prompt_set="gibbs",
        answers={"i1": "first", "w3": "next"},
        insight="Three good words.",
        status=Status.DRAFT,
        evidence=("https://example.org", "paper"),
        show_in_cv=True,
        goal_ids=("g1",),
        training_id="t1",
    )


@pytest.mark.parametrize("language", list(Language))
async def test_saving_without_a_change_changes_nothing(tmp_path: Path, language: Language) -> None:
    entry = a_full_entry()
    async with writing(tmp_path, entry, language=language) as player:
        before = player.services.log.get(entry.id)
        await player.press("f3", "f3", "f3", "ctrl+s")
        after = player.services.log.get(entry.id)
        assert after._replace(updated_at=None, revision=0) == before._replace(updated_at=None, revision=0)


async def test_changing_the_language_keeps_what_is_typed(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        await player.write("Half a sent")
        player.app.choose(language="sv")
        await player.settle()
        player.sees("Rubrik", "Half a sent", "Skriv inga namn")


async def test_changing_the_language_says_the_day_in_it(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        player.sees("week 47")
        player.app.choose(language="sv")
        await player.settle()
        player.sees("fredag 20 november 2026, v. 47")


# -- odd characters ---------------------------------------------------------------------------------------------------

ODD = [
    "[/b] [VIKTIGT] [@click=app.quit]x[/]",
    "👩‍🦽 ▶ ✔",
    "a\u0308o\u0308 e\u0301",
    "\x1b]52;c;aGk=\x07\u202eabc",
    "]]]\\[[",
]


@pytest.mark.parametrize("text", ODD)
async def test_odd_characters_are_only_characters(tmp_path: Path, text: str) -> None:
    async with writing(tmp_path) as player:
        await paste(player, text)
        await player.press("f3", "tab")
        await paste(player, text)
        await player.press("f3", "tab", "tab", "tab")
        await paste(player, text)
        await player.press("ctrl+s")
        entry = the_only(player)
        assert "\x1b" not in entry.title
        assert entry.title == entry.answers["w1"]
        async with playing_form(player, entry):
            player.misses("\x1b")


@asynccontextmanager
async def playing_form(player: Player, entry: Entry) -> AsyncIterator[Any]:
    player.app.push_screen(EntryForm(entry))
    await player.settle()
    yield player


async def test_several_lines_pasted_into_one_line_are_all_kept(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        await paste(player, "first\nsecond\r\nthird")
        await player.press("ctrl+s")
        assert the_only(player).title == "first second third"


async def test_a_hundred_thousand_characters_pasted(tmp_path: Path) -> None:
    text = "ord " * 25_000
    async with writing(tmp_path) as player:
        await paste(player, text)
        await player.press("ctrl+s")
        player.sees("The title is too long")
        await player.press("ctrl+a", "ctrl+k")
        await player.write("Long")
        await player.press("tab", "tab", "tab", "tab")
        await paste(player, text)
        await player.press("ctrl+s")
        assert the_only(player).what_happened == text.strip()


async def test_ctrl_backspace_deletes_to_the_left(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        await player.write("one two three")
        await player.press("left", "left", "left", "left", "left", "ctrl+backspace")
        player.sees("one three")


async def test_tab_leaves_a_text_and_ctrl_z_takes_back(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        await player.press("tab", "tab", "tab", "tab")
        await player.write("abc")
        await player.press("ctrl+z")
        player.misses("abc")
        await player.press("tab")
        await player.write("insight")
        player.sees("insight")


async def test_the_space_bar_ticks_and_is_a_space_within_what_one_searches_for(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        await player.write("Samtal")
        await player.press("f3", "f3", "tab", "enter", "down", "space", "down", "space", "up", "space", "escape")
        await player.press("tab", "tab", "tab", "enter")
        await player.write("my own")
        await player.press("enter", "escape", "ctrl+s")
    entry = the_only(player)
    assert [role.name for role in entry.roles_involved] == ["COLLEAGUE"]
    assert entry.areas == ("my own",)


@pytest.mark.parametrize(
    ("width", "seen"), [(80, "C – other purpose, I learn anyway ▾"), (70, "C – other purpose, I learn an… ▾")]
)
async def test_a_choice_made_before_its_page_is_seen_is_cut_where_its_sign_stands(
    width: int, seen: str, tmp_path: Path
) -> None:
    async with writing(tmp_path, size=(width, 24)) as player:
        await player.press("tab", "tab")
        await player.write("conference")
        await player.press("enter")
        await player.press("enter")
        await player.write("daily work")
        await player.press("enter", "f3", "f3")
        player.sees(seen)


async def test_ctrl_enter_begins_a_new_line(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        await player.write("Samtal")
        await player.press("tab", "tab", "tab", "tab")
        await player.write("ett")
        await player.press("ctrl+j")
        await player.write("två")
        await player.press("ctrl+s")
    assert the_only(player).what_happened == "ett\ntvå"


async def test_f4_gives_the_text_to_the_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learnlog.screens.form.edit_outside", lambda _app, text: text + " and edited [/b]")
    async with writing(tmp_path) as player:
        await player.write("Edited")
        await player.press("tab", "tab", "tab", "tab")
        await player.write("written")
        await player.press("f4", "ctrl+s")
        assert the_only(player).what_happened == "written and edited [/b]"


# -- when it cannot be saved ------------------------------------------------------------------------------------------


async def test_a_failed_save_keeps_the_form_and_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with writing(tmp_path) as player:

        def full(_entry: Entry) -> Entry:
            raise CannotSaveError

        with monkeypatch.context() as patch:
            patch.setattr(player.services.log, "save", full)
            await player.write("Do not lose me")
            await player.press("ctrl+s")
            player.sees("Could not save.")
            await player.press("enter")
            player.sees("Do not lose me")
            assert [values["title"] for values in every_draft(player)] == ["Do not lose me"]
        await player.press("ctrl+s")
        assert player.titles == ["Do not lose me"]
        assert not every_draft(player)


def every_draft(player: Player) -> list[Any]:
    """What lies in the drafts' folder, also of this window."""
    folder = Path(player.services.locations.home) / "drafts"
    return [json.loads(path.read_bytes())["values"] for path in folder.glob("*.json")]


async def test_letters_typed_before_the_list_is_there_are_not_lost(tmp_path: Path) -> None:
    async with writing(tmp_path) as player:
        await player.write("Quick fingers")
        await player.press("tab", "tab")
        for letter in "external":
            player.app.post_message(events.Key(letter, letter))
        await player.settle()
        player.sees("External course")
        player.misses("Receiving supervision")
        await player.press("enter")
        assert isinstance(player.app.screen, EntryForm)
        await player.press("ctrl+s")
        assert the_only(player).activity_type is ActivityType.EXCOURSE


async def test_where_there_is_nothing_to_choose_nobody_is_asked_to_erase_letters(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "n", "f3", "f3")
        await player.click("─ Training")
        await player.press("enter")
        player.sees("There is nothing to choose yet.")
        await player.write("x")
        player.sees("Nothing fits. Erase some letters.")
