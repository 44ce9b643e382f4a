"""The bar of main screens, where there is little room."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlog.domain.values import Language
from tests.player import playing, some_services


@pytest.mark.parametrize(("width", "name_is_there"), [(120, True), (80, False)])
async def test_every_main_screen_is_named_rather_than_the_app(width: int, name_is_there: bool, tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, language=Language.SV), size=(width, 24), demo=True) as player:
        player.sees("Exempellogg", "6 Profil")
        assert ("learnlog" in player.rows[0]) is name_is_there


@pytest.mark.parametrize(
    ("language", "seen"),
    [
        (Language.SV, ("Exempellogg", "1 Start", "2 Logg", "3 Utbildningar", "4 Plan", "5 Samtal ", "6 Profil ")),
        (Language.NB, ("Eksempellogg", "1 Start", "2 Logg", "3 Kurs ", "4 Plan", "5 Samtale og CV", "6 Profil ")),
        (Language.EN, ("Sample log", "1 Start", "2 Log", "3 Trainings", "4 Plan", "5 Talk and CV", "6 Profile ")),
    ],
)
async def test_every_main_screen_is_seen_and_clicked_in_a_small_window(
    language: Language, seen: tuple[str, ...], tmp_path: Path
) -> None:
    async with playing(some_services(tmp_path, language=language), size=(80, 24), demo=True) as player:
        row = player.rows[0] + " "
        assert [word for word in seen if word not in row] == []
        await player.pilot.click(offset=(row.index("6 Prof") + 3, 0))
        await player.settle()
        assert player.app.current_mode == "profile"


@pytest.mark.parametrize("by_mouse", [True, False])
async def test_the_main_screen_below_is_gone_back_to_by_its_key_and_its_name(by_mouse: bool, tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "f6")
        player.sees("Nothing waits for you.")
        await (player.click("1 Start") if by_mouse else player.press("1"))
        player.sees("Today I learned")
        await player.press("n")
        await player.write("Half a title")
        await player.click("1 Start")
        player.sees("Today I learned", "Half a title")
