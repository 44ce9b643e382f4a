"""Another language while a screen is open: everything on it is said anew, and nothing is gone from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlog.domain.values import Visibility
from tests.builders import an_entry
from tests.player import playing, some_services

ENTRIES = (
    an_entry(title="Calm", insight="Wait ten seconds.", visibility=Visibility.SUPERVISOR, show_in_cv=True),
    an_entry(title="Case 121212-1213", visibility=Visibility.SUPERVISOR),
)


@pytest.mark.parametrize(
    ("keys", "swedish"),
    [
        (("5", "f8", "space"), "2 av 2 inlägg är med"),
        (("5", "f5"), "Så läses det"),
        (("f10", "f8", "down", "space"), "1 av 2 saker är med"),
        (("f10", "f7"), "stoppar kopian"),
        (("C",), "Ingen har sagt något än."),
        (("2", "d", "y", "b"), "Det du tar bort ligger kvar här"),
        (("f2",), "Språk"),
        (("f6",), "Inget väntar på dig."),
    ],
)
async def test_a_screen_is_whole_in_another_language(tmp_path: Path, keys: tuple[str, ...], swedish: str) -> None:
    async with playing(some_services(tmp_path, ENTRIES), size=(100, 30)) as player:
        await player.press("escape", *keys)
        before, focused = player.text, player.app.focused
        player.app.choose(language="sv")
        await player.settle()
        player.sees(swedish)
        player.app.choose(language="en")
        await player.settle()
        assert player.text == before
        assert type(player.app.focused) is type(focused)
