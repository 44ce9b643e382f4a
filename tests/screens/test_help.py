"""Help, wherever one stands: in every dialog and list, and about whatever has the focus."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Button

from learnlog.domain.profile import Credential, CredentialKind
from tests.builders import TODAY, an_entry
from tests.player import Player, playing, some_services


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("5", "f9"), "stands for your home folder"),
        (("5", "shift+tab", "shift+tab", "shift+tab", "shift+tab", "enter"), "Type a few letters"),
        (("2", "d"), "The other answer"),
        (("2", "f"), "Keys here"),
    ],
    ids=["the dialog for a file", "a list to choose from", "a question", "the filter"],
)
async def test_f1_explains_what_lies_on_top_and_leads_back_to_it(
    tmp_path: Path, keys: tuple[str, ...], told: str
) -> None:
    async with playing(some_services(tmp_path, [an_entry(title="Ten seconds")])) as player:
        await player.press("escape", *keys)
        before = player.app.screen
        await player.press("f1")
        player.sees("Help", told)
        await player.press("escape")
        assert player.app.screen is before


async def focused_things(player: Player) -> list[str]:
    """Whatever Tab leads to on this screen, and whether it says something about itself."""
    silent: list[str] = []
    first = player.app.screen.focused
    for _each in range(40):
        focused = player.app.screen.focused
        assert focused is not None
        if not getattr(focused, "HELP", None) and not isinstance(focused, Button):
            silent.append(str(focused))
        player.app.screen.focus_next()
        if player.app.screen.focused is first:
            break
    return silent


@pytest.mark.parametrize(
    "keys",
    [
        ("5",),
        ("5", "f7"),
        ("f10",),
        ("1",),
        ("2",),
        ("6", "shift+tab", "n"),
        ("6", "tab", "n"),
        ("6", "tab", "tab", "n"),
        ("6", "tab", "tab", "tab", "n"),
        ("6", "enter"),
    ],
    ids=["CV summary", "talk", "copy", "start", "log", "workplace", "credential", "assignment", "language", "about me"],
)
async def test_whatever_has_the_focus_explains_itself(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with playing(some_services(tmp_path, [an_entry(title="Ten seconds")])) as player:
        await player.press("escape", *keys)
        assert await focused_things(player) == []


async def test_every_setting_explains_itself(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("f2")
        assert await focused_things(player) == []
        await player.press("f1")
        player.sees("The language you see on the screen")


async def test_a_card_says_how_many_there_are_when_not_all_are_in_sight(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    profile = services.profiles.get()
    papers = tuple(Credential(CredentialKind.CERTIFICATE, f"Course {n}", "", "2023", TODAY) for n in range(9))
    services.profiles.save(profile.revised(credentials=papers))
    async with playing(services) as player:
        await player.press("escape", "6")
        player.sees("1 of 9")
        await player.press("tab", "tab", "down")
        player.sees("2 of 9")
        await player.pilot.resize_terminal(120, 60)
        await player.settle()
        player.misses("of 9")
