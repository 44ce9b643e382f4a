"""`demo --check` draws the sample log of each language, or only of the one that was asked for."""

from __future__ import annotations

import pytest

from learnlog.cli import demo_check
from learnlog.i18n import ambient
from learnlog.services.suite import Services
from tests.cli.conftest import Learnlog


@pytest.mark.parametrize(("words", "languages"), [((), {"en", "nb", "sv"}), (("--language", "nb"), {"nb"})])
def test_it_draws_what_was_asked_for(
    learnlog: Learnlog, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], languages: set[str]
) -> None:
    drawn = []

    async def draw(opened: Services, size: tuple[int, int]) -> int:
        drawn.append((ambient.translator().language.value, size, opened.profiles.get().display_name))
        return 11

    monkeypatch.setattr(demo_check, "_draw", draw)
    result = learnlog("demo", "--check", *words)
    assert result.out == f"{11 * 2 * len(languages)} screens drawn, all is well.\n"
    assert {(language, size) for language, size, _name in drawn} == {
        (language, size) for language in languages for size in demo_check.SIZES
    }
    assert len({name for _language, _size, name in drawn}) == len(languages)
