"""What each screen looks like, as text: three languages, two sizes. `pytest --snapshot-update` takes new ones."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from learnlog.bootstrap import open_services
from learnlog.demo.sample import sample
from learnlog.demo.writing import write
from learnlog.domain.clock import Clock
from learnlog.domain.share import Reader, may_see
from learnlog.domain.values import Language
from learnlog.services.suite import Services
from learnlog.storage.share_file import encoded
from tests.player import playing, some_services
from tests.reviews import share_of
from tests.screens.test_review import reading

TODAY = dt.date(2026, 11, 20)
NOW = dt.datetime(2026, 11, 20, 18, 30, tzinfo=dt.UTC)
SCREENS = {
    "start": (),
    "log": ("escape", "2"),
    "search": ("escape", "2", "slash", "m", "u", "s", "i", "k"),
    "filter": ("escape", "2", "f"),
    "delete": ("escape", "2", "d"),
    "trainings": ("escape", "3"),
    "training": ("escape", "3", "end", "up", "right"),
    "due": ("escape", "f6"),
    "plan": ("escape", "4"),
    "goal": ("escape", "4", "tab", "right"),
    "help": ("escape", "2", "f1"),
    "palette": ("escape", "2", "ctrl+p"),
}
SELDOM = {
    "share": ("escape", "f10"),
    "comments": ("escape", "C"),
    "workshop": ("escape", "4", "f7", "enter"),
    "talk": ("escape", "5", "f7"),
}
"""Screens that are drawn in one language at each size: a picture costs time."""


def the_sample(folder: Path, language: Language) -> Services:
    """The sample log on a day that stands still."""
    environment = {"LEARNLOG_HOME": str(folder), "HOME": str(folder)}
    services = open_services(environment, clock=Clock(now=lambda: NOW, today=lambda: TODAY))
    write(services.log._store, sample(language, TODAY))
    services.preferences.change(language=language)
    return services


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("language", list(Language))
async def test_looks(language: Language, size: tuple[int, int], tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    """All screens in one go: opening the app is what takes time."""
    await draw(the_sample(tmp_path, language), size, SCREENS, snapshot)


@pytest.mark.parametrize(
    ("language", "size"), [(Language.SV, (80, 24)), (Language.NB, (120, 40))], ids=["sv-80x24", "nb-120x40"]
)
async def test_looks_of_what_is_opened_seldom(
    language: Language, size: tuple[int, int], tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    await draw(the_sample(tmp_path, language), size, SELDOM, snapshot)


async def draw(
    services: Services, size: tuple[int, int], screens: dict[str, tuple[str, ...]], snapshot: SnapshotAssertion
) -> None:
    """Go from the line on the start screen to each of these and back, and look at it."""
    async with playing(services, size=size, demo=True) as player:
        for name, keys in screens.items():
            await player.press(*keys)
            assert player.text == snapshot(name=name)
            await player.press("escape", "escape", "1")
            if getattr(player.app.focused, "id", "") != "capture":
                await player.press("escape")


async def test_looks_of_a_copy_that_is_reviewed(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    owner = the_sample(tmp_path, Language.SV)
    shown = [head.id for head in owner.log.heads() if may_see(owner.log.get(head.id), Reader.SUPERVISOR)]
    copy = tmp_path / "copy.learnlog-share"
    copy.write_bytes(encoded(share_of(owner.log._store, *map(owner.log.get, shown))))
    async with reading(some_services(tmp_path / "reader", name="", language=Language.SV), copy) as player:
        assert player.text == snapshot


async def test_without_colour_bars_are_signs_and_days_are_digits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing(the_sample(tmp_path, Language.SV)) as player:
        assert player.text == snapshot
        assert "●●●" in player.text
        assert "▆" not in player.text


@pytest.mark.parametrize("theme", ["fjord", "dag", "kontrast", "terminal", "textual-dark"])
async def test_every_theme_draws_every_screen(theme: str, tmp_path: Path) -> None:
    services = the_sample(tmp_path, Language.EN)
    services.preferences.change(theme=theme)
    async with playing(services) as player:
        assert player.app.theme == theme
        for key in ("escape", "2", "d", "escape", "f", "escape", "f1", "escape", "5", "6", "f2"):
            await player.press(key)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (100, 32), (200, 60)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_no_size_is_too_small_or_too_large(size: tuple[int, int], tmp_path: Path) -> None:
    async with playing(the_sample(tmp_path, Language.NB), size=size) as player:
        for key in ("escape", "2", "down", "f1", "escape", "ctrl+p", "escape", "1"):
            await player.press(key)
        assert max(map(len, player.rows)) <= size[0]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_names_of_areas_stay_whole_when_those_at_rest_are_shown_too(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with playing(the_sample(tmp_path, Language.SV), size=size) as player:
        await player.press("escape", "4", "v")
        player.sees("Patient- och brukarsäkerhet", "Palliativ vård", "vilar")


async def test_beside_a_form_stands_nothing_that_would_cut_what_is_chosen_in_it(tmp_path: Path) -> None:
    async with playing(the_sample(tmp_path, Language.SV), size=(100, 30)) as player:
        await player.press("escape", "n")
        player.sees("Hur lärde du dig?", "Det dagliga arbetet ▾", "▲ Utanför arbetet")
        await player.press("escape", "3")
        assert player.rows[1].endswith(" 19") or player.rows[2].endswith(" 19")


async def test_a_third_column_comes_only_where_names_stay_whole(tmp_path: Path) -> None:
    async with playing(the_sample(tmp_path, Language.SV), size=(100, 30)) as player:
        await player.press("escape", "4")
        player.sees("Patient- och brukarsäkerhet", "Digital teknik, välfärdsteknik", "Använda TAKK i arbetsgruppen")
        await player.press("f10")
        player.sees("Det som finns i den", "Kan någon kännas igen?", "Ingen som learnlog ser")


@pytest.mark.parametrize("language", list(Language))
async def test_how_many_trainings_are_found_is_said_whole_in_a_small_window(language: Language, tmp_path: Path) -> None:
    async with playing(the_sample(tmp_path, language)) as player:
        await player.press("escape", "3", "slash")
        await player.write("xyzzy")
        assert player.rows[1].endswith(f" 0/{len(player.services.trainings.all())}")
