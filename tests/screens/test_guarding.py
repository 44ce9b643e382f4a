"""The identity guard in the app: it warns after a save, leads to the field, and stops what leaves the log."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Button

from learnlog.domain.identity import Certainty
from learnlog.domain.profile import LanguageLevel, SpokenLanguage
from learnlog.domain.values import Language
from learnlog.screens.entry_form import EntryForm
from learnlog.screens.guarding import GuardDialog
from learnlog.screens.part_form import PartForm
from tests.builders import an_entry
from tests.player import Player, playing, some_services
from tests.screens.test_curriculum import TO_THE_YEAR

NUMBER = "811218-9876"


def entries(player: Player) -> list[str]:
    return [player.services.log.get(head.id).what_happened or head.title for head in player.services.log.heads()]


async def test_a_number_is_saved_and_told_of_and_led_to(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [])) as player:
        await player.press("escape", "n")
        await player.write(f"Calm {NUMBER}")
        await player.press("ctrl+s")
        assert entries(player) == [f"Calm {NUMBER}"]  # saved before anything is asked
        assert isinstance(player.app.screen, GuardDialog)
        player.sees(
            "This may identify a person", "Entry “Calm •••”, Title", "This is a personal identity number: 8112••-••••"
        )
        await player.press("enter")
        assert isinstance(player.app.screen, EntryForm)
        player.sees("This is a personal identity number: 8112••-••••")
        for _ in NUMBER:
            await player.press("backspace")
        await player.write("evening")
        await player.press("ctrl+s")
        assert entries(player) == ["Calm evening"]
        assert not isinstance(player.app.screen, EntryForm | GuardDialog)
        assert not player.services.identity.everywhere(Certainty.CERTAIN)


async def test_it_may_be_left_as_it_is(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [])) as player:
        await player.press("escape", "n")
        await player.write(f"Calm {NUMBER}")
        await player.press("ctrl+s", "escape")
        assert entries(player) == [f"Calm {NUMBER}"]
        assert not isinstance(player.app.screen, EntryForm | GuardDialog)


async def test_the_line_on_the_start_screen_warns_too(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [], language=Language.SV)) as player:
        await player.write(f"Lugn {NUMBER}")
        await player.press("enter")
        assert entries(player) == [f"Lugn {NUMBER}"]
        player.sees("Det här kan peka ut en person", "Ändra det", "Låt det stå")
        await player.press("escape")
        await player.write("Lugn dag")
        await player.press("enter")
        assert not isinstance(player.app.screen, GuardDialog)


async def test_what_is_not_about_a_client_is_not_asked_about_again(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [])) as player:
        await player.write("Case 121212-1213")
        await player.press("enter")
        assert [str(each.label) for each in player.app.screen.query(Button)] == [
            "Leave it",
            "Not a client",
            "Change it",
        ]
        await player.press("left", "enter")
        await player.write("Again 121212-1213")
        await player.press("enter")
        assert not isinstance(player.app.screen, GuardDialog)
        assert not player.services.identity.everywhere()


async def test_what_was_said_can_be_asked_about_again(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [])) as player:
        await player.press("escape", "f2")
        player.misses("Ask me again")
        await player.press("escape")
    services = some_services(tmp_path, [an_entry(title="Case 121212-1213")])
    for each in services.identity.everywhere():
        services.identity.keep(each)
    async with playing(services) as player:
        await player.press("escape", "f2")
        await player.press(*["tab"] * 5)
        player.sees("Of 1 thing you have said", "Ask me again")
        await player.click("Ask me again")
        assert "You are asked about it again." in player.told
        player.misses("Ask me again")
        assert services.identity.everywhere()


async def test_a_valid_number_cannot_be_kept(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [])) as player:
        await player.write(f"Calm {NUMBER}")
        await player.press("enter")
        assert [str(each.label) for each in player.app.screen.query(Button)] == ["Leave it", "Change it"]


async def test_a_hint_is_said_in_passing(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [])) as player:
        await player.write("Talked with Mrs Green")
        await player.press("enter")
        assert not isinstance(player.app.screen, GuardDialog)
        assert "Title: This looks like a name: Mrs G•••. Write “a resident”" in player.told[-1]


@pytest.mark.parametrize(("keys", "written"), [(("enter",), "[hidden]"), (("escape",), "")])
async def test_an_export_is_stopped_until_it_is_hidden(tmp_path: Path, keys: tuple[str, ...], written: str) -> None:
    entry = an_entry(title="Calm", what_happened=f"Ring {NUMBER}")
    path = tmp_path / "log.md"
    async with playing(some_services(tmp_path, [entry])) as player:
        await player.press("escape", "5", "f9")
        await player.press("shift+tab", "right", "tab", "ctrl+a", "ctrl+k")
        await player.write(str(path))
        await player.press("ctrl+s")
        assert isinstance(player.app.screen, GuardDialog)
        player.sees("Nothing has been written yet.", "Entry “Calm”, What happened?", "Hide it in the copy")
        assert not path.exists()
        await player.press(*keys)
        text = path.read_text() if path.exists() else ""
        assert (f"Ring {written}" in text) if written else not text
        assert NUMBER not in text


async def test_from_an_export_to_the_field(tmp_path: Path) -> None:
    entry = an_entry(title="Calm", what_happened=f"Ring {NUMBER}")
    async with playing(some_services(tmp_path, [entry])) as player:
        await player.press("escape", "5", "f9", "shift+tab", "right", "tab", "ctrl+a", "ctrl+k")
        await player.write(str(tmp_path / "log.md"))
        await player.press("ctrl+s", "left", "enter")
        assert isinstance(player.app.screen, EntryForm)
        player.sees("This is a personal identity number: 8112••-••••")


async def test_what_is_written_for_the_cv_is_looked_at_too(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [an_entry()])) as player:
        await player.press("escape", "5", *TO_THE_YEAR)
        await player.write(f"A year with {NUMBER}")
        await player.press("ctrl+s")
        assert NUMBER in player.services.curriculum.selection().year_in_short
        player.sees("CV summary, My year in short", "8112••-••••")


@pytest.mark.parametrize(
    ("keys", "where", "can_change"),
    [
        (("3", "n"), "Training “Calm •••”, Title", True),
        (("4", "g"), "Goal “Calm •••”, What do you want to be able to do?", True),
        (("6", "e"), "Profile, Name", True),
        (("3", "enter"), "Training “Dementia”, What do you want to learn?", False),
    ],
)
async def test_every_form_warns(tmp_path: Path, keys: tuple[str, ...], where: str, *, can_change: bool) -> None:
    services = some_services(tmp_path, [])
    services.trainings.save(services.trainings.blank()._replace(title="Dementia"))
    async with playing(services) as player:
        await player.press("escape", *keys)
        await player.write(f"Calm {NUMBER}")
        await player.press("ctrl+s")
        assert player.services.identity.everywhere(Certainty.CERTAIN)  # saved
        player.sees(where)
        assert ("Change it" in player.text) == can_change
        await player.press("escape")
        assert not isinstance(player.app.screen, GuardDialog)


async def test_a_part_of_the_profile_is_led_back_to_and_changed(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [])) as player:
        await player.press("escape", "6", "tab", "tab", "n", "tab")
        await player.write("First aid")
        await player.press("tab")
        await player.write(f"The nurse {NUMBER}")
        await player.press("ctrl+s", "enter")
        assert isinstance(player.app.screen, PartForm)
        player.sees("This is a personal identity number: 8112••-••••", "First aid")
        await player.press("ctrl+a", "ctrl+k")
        await player.write("The nurse")
        await player.press("ctrl+s")
        assert [each.issuer for each in player.services.profiles.get().credentials] == ["The nurse"]
        player.sees("First aid")


async def test_a_number_elsewhere_in_the_profile_leads_there(tmp_path: Path) -> None:
    services = some_services(tmp_path, [])
    language = SpokenLanguage(f"Finnish {NUMBER}", LanguageLevel.B1)
    services.profiles.save(services.profiles.get().revised(languages=(language,)))
    async with playing(services) as player:
        await player.press("escape", "6", "enter")
        await player.write("x")
        await player.press("ctrl+s")
        player.sees("Profile, Language")
        await player.press("enter")
        player.sees(f"Finnish {NUMBER}", "This is a personal identity number", "How well")
