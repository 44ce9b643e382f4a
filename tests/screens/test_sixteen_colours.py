"""The theme of the terminal's own sixteen colours."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import an_entry
from tests.player import playing, some_services


@pytest.mark.parametrize(("theme", "colours"), [("terminal", 1), ("fjord", 2)])
async def test_a_chosen_row_is_in_one_colour_where_a_muted_one_could_not_be_read(
    tmp_path: Path, theme: str, colours: int
) -> None:
    async with playing(some_services(tmp_path, [an_entry(title="Musik mot oro")], theme=theme)) as player:
        await player.press("escape", "2")
        strips = player.app.screen._compositor.render_strips()
        first = next(number for number, row in enumerate(player.rows) if "● Musik mot oro" in row)
        used = {
            segment.style.color
            for strip in strips[first : first + 2]
            for segment in strip.crop(3, 30)
            if segment.style and segment.text.strip(" ╭│╰")
        }
        assert len(used) == colours
