"""The theme of the terminal's own sixteen colours."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import an_entry
from tests.player import Player, playing, some_services


def colours_of(player: Player, first: int, count: int) -> set[object]:
    """The colours that some rows of a list are written in."""
    strips = player.app.screen._compositor.render_strips()[first : first + count]
    found = [segment for strip in strips for segment in strip.crop(3, 30)]
    return {segment.style.color for segment in found if segment.style and segment.text.strip(" ╭│╰")}


@pytest.mark.parametrize(("theme", "colours"), [("terminal", 1), ("fjord", 2)])
async def test_a_chosen_row_is_in_one_colour_where_a_muted_one_could_not_be_read(
    tmp_path: Path, theme: str, colours: int
) -> None:
    async with playing(some_services(tmp_path, [an_entry(title="Musik mot oro")], theme=theme)) as player:
        await player.press("escape", "2")
        first = next(number for number, row in enumerate(player.rows) if "● Musik mot oro" in row)
        assert len(colours_of(player, first, 2)) == colours


@pytest.mark.parametrize(("theme", "colours"), [("terminal", 1), ("fjord", 4)])
async def test_so_is_what_is_ticked(tmp_path: Path, theme: str, colours: int) -> None:
    shown = an_entry(title="Musik mot oro", show_in_cv=True)
    async with playing(some_services(tmp_path, [shown], theme=theme)) as player:
        await player.press("escape", "5", "f8")
        first = next(number for number, row in enumerate(player.rows) if "Musik mot oro" in row)
        assert len(colours_of(player, first, 1)) == colours
