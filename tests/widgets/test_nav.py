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
