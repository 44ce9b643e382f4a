"""Copies that mean harm, in the app: what is written in them is shown as it is, and does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlog.app import ReviewApp
from tests.cli.test_hostile import ACTS, CORPUS, FILES
from tests.player import at, some_services

SHOWN = [name for name in FILES if name.startswith("shown-") and name.endswith("share")]


@pytest.mark.parametrize("name", SHOWN)
async def test_a_copy_is_read_from_end_to_end_and_nothing_happens(tmp_path: Path, name: str) -> None:
    services = some_services(tmp_path, name="")
    path = str(CORPUS / name)
    app = ReviewApp(services, services.reviewing.received(path).opened(), path)
    async with at(app) as player:
        for key in ("down", "down", "down", "right", "end", "left", "f3", "escape", "f1", "escape"):
            await player.press(key)
            assert app.is_running
            assert not ACTS & set(map(ord, player.text))
