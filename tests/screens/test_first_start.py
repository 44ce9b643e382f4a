"""The first start, by keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlog.bootstrap import open_services
from learnlog.domain.values import Language
from learnlog.screens.first_start import FirstStart
from tests.player import playing, some_services, window_gone

NOBODYS = "/proc/learnlog"
"""A folder that cannot be made."""


async def test_enter_goes_through_all_of_it_and_ends_at_the_line(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, name=""), size=(120, 40)) as player:
        assert isinstance(player.app.screen, FirstStart)
        player.sees("Welcome to learnlog", "Svenska", "Norsk bokmål", "English", "1 of 6")
        player.sees("← → choose · Enter goes on")
        await player.press("enter")
        await player.write("Kim Exempel")
        await player.press("enter")
        await player.write("Assistant nurse")
        await player.press("enter")
        await player.write("Exempelgården")
        await player.press("enter")
        player.sees("log.jsonl")
        await player.press("enter")
        player.sees("What never to write", "names or initials", "identity numbers", "“a resident”")
        await player.press("enter")
        profile = player.services.profiles.get()
        assert (profile.display_name, profile.job_title) == ("Kim Exempel", "Assistant nurse")
        assert profile.workplace == "Exempelgården"
        assert profile.notice_read_at is not None
        assert player.rows[0].endswith("Kim Exempel")
        await player.write("Ready to write")
        await player.press("enter")
        assert player.titles == ["Ready to write"]


@pytest.mark.parametrize(
    ("keys", "language", "words"),
    [((), Language.EN, "Welcome"), (("left",), Language.NB, "Velkommen"), (("right",), Language.SV, "Välkommen")],
)
async def test_a_language_is_spoken_at_once(
    tmp_path: Path, keys: tuple[str, ...], language: Language, words: str
) -> None:
    async with playing(some_services(tmp_path, name="")) as player:
        await player.press(*keys)
        player.sees(words)
        await player.press("enter", "escape")
        player.sees(words)
        assert player.services.preferences.settings.language is language


async def test_every_step_can_be_skipped(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, name="")) as player:
        for _step in range(6):
            await player.click("Skip")
        assert not isinstance(player.app.screen, FirstStart)
        profile = player.services.profiles.get()
        assert profile.display_name == ""
        assert profile.notice_read_at is None
    async with playing(some_services(tmp_path, name="")) as player:
        assert not isinstance(player.app.screen, FirstStart)


async def test_going_back_keeps_what_was_told(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, name="")) as player:
        await player.press("enter")
        await player.write("[/b] Kim")
        await player.press("enter", "escape")
        player.sees("[/b] Kim")


@pytest.mark.parametrize("language", list(Language))
async def test_every_step_fits_the_smallest_terminal(tmp_path: Path, language: Language) -> None:
    async with playing(some_services(tmp_path, name="", language=language)) as player:
        for _step in range(6):
            card = player.app.screen.query_one("#card")
            assert card.virtual_size.height <= card.size.height
            assert card.region.height <= 24
            await player.press("enter")


async def test_in_a_tiny_terminal_one_sees_what_one_types_and_can_read_all(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, name=""), size=(40, 10)) as player:
        await player.press("enter")
        await player.write("Kim Exempel")
        player.sees("Kim Exempel")
        await player.press("enter", "enter", "enter", "enter")
        player.sees("What never to write")
        await player.press(*["down"] * 16)
        player.sees("resident”", "Back", "Skip", "I have read this")
        await player.press("enter")
        assert player.services.profiles.get().display_name == "Kim Exempel"


async def test_what_was_answered_outlives_the_program(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, name="")) as player:
        await player.press("enter")
        await player.write("Kim Exempel")
        player.app.keep_drafts()  # what the clock does at the latest after four seconds
        window_gone(player.services)
    async with playing(some_services(tmp_path, name="")) as player:
        player.sees("1 of 6")
        await player.press("enter")
        player.sees("Kim Exempel")
        await player.press(*["enter"] * 5)
        assert player.services.profiles.get().display_name == "Kim Exempel"
        assert player.services.drafts.waiting() == ()
        player.misses("not saved yet")


async def test_enter_is_heard_while_the_next_question_is_drawn(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, name="")) as player:
        player.app.set_focus(None)
        await player.press("enter", "enter")
        player.sees("3 of 6")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="a folder in which not even root can write")
@pytest.mark.parametrize("way", ["escape", "click"])
async def test_a_folder_that_takes_nothing_is_named_and_can_be_left(tmp_path: Path, way: str) -> None:
    services = open_services({"LEARNLOG_HOME": NOBODYS, "HOME": str(tmp_path)})
    async with playing(services, size=(80, 24)) as player:
        await player.press(*["enter"] * 6)
        player.sees("Nothing can be saved", NOBODYS, "Nothing has been saved")
        await player.press("enter")
        player.sees("Nothing can be saved")
        await (player.press("escape") if way == "escape" else player.click("Go on without saving"))
        assert not isinstance(player.app.screen, FirstStart)
        await player.write("Something")
        await player.press("enter")
        player.sees("Nothing has been saved")
