"""The line of keys, where there is little room."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlog.domain.values import Language
from tests.player import playing, some_services

PLACES = ("escape",), ("2",), ("3",), ("4",), ("5",), ("f5",), ("escape", "f7"), ("escape", "f10"), ("escape", "6")
"""The keys to each of them, from the one before."""


@pytest.mark.parametrize(("language", "word"), [(Language.SV, "F1 Hjälp"), (Language.NB, "F1 Hjelp")])
async def test_help_is_named_and_clicked_in_a_small_window_wherever_one_is(
    language: Language, word: str, tmp_path: Path
) -> None:
    async with playing(some_services(tmp_path, language=language), size=(80, 24)) as player:
        for keys in PLACES:
            await player.press(*keys)
            assert word in player.rows[-1]
            assert keys != ("5",) or {"F7", "F5", "F9"} < {*player.rows[-1].split()}
        await player.click(word)
        player.sees("Esc stänger" if language is Language.SV else "Esc lukker")
