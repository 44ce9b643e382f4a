"""Keys are called by their names, and by those that are in force: others may have been chosen in the settings."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import learnlog
from learnlog.domain.values import Language
from learnlog.i18n.catalog import LOCALES, Translator
from learnlog.screens.commands import COMMANDS
from tests.builders import an_entry
from tests.player import playing, some_services

CODE = Path(learnlog.__file__).parent
OWN = {
    "edit.undo": "f12",
    "nav.back": "f11",
    "go.log": "ctrl+g",
    "log.delete": "X",
    "log.clear": "Z",
    "form.editor": "ctrl+t",
    "cv.preview": "ctrl+r",
    "app.quit": "ctrl+b",
}


async def test_other_keys_are_named_in_sentences_dialogs_help_and_the_bars(tmp_path: Path) -> None:
    services = some_services(tmp_path, [an_entry(title="Calm")], keys=OWN)
    async with playing(services, size=(120, 40)) as player:
        player.sees("Ctrl+G Log")
        await player.press("f11", "ctrl+g")  # also in the line on the start screen
        player.sees("X Delete")
        await player.press("X")
        player.sees("F12 takes it back")
        await player.press("y")
        assert player.told == ["Moved to the bin. F12 takes it back."]
        await player.press("f12")
        assert player.titles == ["Calm"]
        await player.press("slash")
        await player.write("qqq")
        player.sees("F11 shows all entries again.")
        await player.press("f11", "n", "f1")
        player.sees("Ctrl+T opens")
        await player.press("f11", "f11", "5")
        assert (
            str(player.app.screen.query_one("#paper").border_subtitle) == "Ctrl+R shows it as it reads"
        )  # below a toast
        await player.press("ctrl+c")
        assert player.told[-1] == "Ctrl+B closes learnlog."


async def test_the_usual_keys_are_named_in_the_language_of_the_screen(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [an_entry(title="Calm")], language=Language.NB)) as player:
        await player.press("escape", "2", "d", "j")
        assert player.told == ["Flyttet til papirkurven. Ctrl+Z angrer."]


def sentences() -> Iterator[tuple[str, str]]:
    """Every text of the screens and the widgets, and where it stands."""
    for folder in ("screens", "widgets"):
        for path in sorted((CODE / folder).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
                if isinstance(node, ast.Call) and name in {"_", "N_", "ngettext"}:
                    for each in node.args[: 1 + (name == "ngettext")]:
                        if isinstance(each, ast.Constant):
                            yield f"{path.name}: {each.value}", str(each.value)


def test_no_sentence_names_a_key_that_may_be_another() -> None:
    fixed = re.compile(r"\bF\d+\b|\bCtrl\+[ABD-Z]\b|(?<![\w'’:])[b-hj-zB-HJ-Z] (takes|opens|shows|adds)\b")
    found = [where for where, text in sentences() if fixed.search(text)]
    assert [where for where in found if not where.startswith("editor.py")] == []  # in a text, Ctrl+Z is the text's own


@pytest.mark.parametrize("language", [Language.SV, Language.NB, Language.EN])
def test_every_key_in_a_sentence_is_that_of_a_command(language: Language) -> None:
    ids = {each.id for each in COMMANDS}
    named = [(where, text) for where, text in sentences() if "{key:" in text]
    assert len(named) > 50
    words = Translator(language)
    wrong = [
        where
        for where, text in named
        for said in {text, words.gettext(text)}
        if not set(re.findall(r"\{key:([\w.]+)\}", said)) <= ids
    ]
    assert wrong == []
    assert Path(LOCALES).is_dir()
