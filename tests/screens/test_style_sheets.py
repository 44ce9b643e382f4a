"""Colours: read once, and right on every screen after they have changed."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from textual.css.model import RuleSet

from learnlog import screens
from learnlog.screens.base import LearnlogDialog
from tests.player import Player, playing, some_services

DAG_BACKGROUND, FJORD_BACKGROUND = "#F7F6F3", "#131619"


async def test_new_colours_are_on_every_screen_seen_before_and_after(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "2")
        assert _background(player) == FJORD_BACKGROUND
        await player.press("ctrl+p")
        await player.write("theme dag\n")
        assert _background(player) == DAG_BACKGROUND
        for mode in ("1", "5", "2"):
            await player.press(mode)
            assert _background(player) == DAG_BACKGROUND
        player.app.theme = "fjord"
        await player.press("1")
        assert _background(player) == FJORD_BACKGROUND


async def test_what_was_read_is_not_read_again_for_another_screen(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        before = _of_the_app(player)
        count = len(player.app.stylesheet.rules)
        await player.press("escape", "2", "n", "escape", "5", "6", "f2")
        assert len(player.app.stylesheet.rules) > count
        assert all(now is then for now, then in zip(_of_the_app(player), before, strict=True))


def test_behind_every_dialog_one_sees_where_one_was() -> None:
    """A style sheet knows a class by its own name and those of its first bases only."""
    for module in pkgutil.iter_modules(screens.__path__, f"{screens.__name__}."):
        import_module(module.name)
    named = {"LearnlogDialog", "KeptDialog"}
    assert [each.__name__ for each in _kinds(LearnlogDialog) if not named & each._css_type_names] == []


def _kinds(kind: type[LearnlogDialog[object]]) -> Iterator[type[LearnlogDialog[object]]]:
    for each in kind.__subclasses__():
        yield each
        yield from _kinds(each)


def _of_the_app(player: Player) -> list[RuleSet]:
    """The rules of the app's own style sheet."""
    sheets = player.app.stylesheet
    return [rule for rule in sheets.rules if rule.selectors and not rule.is_default_rules][:10]


def _background(player: Player) -> str:
    return player.app.screen.styles.background.hex
