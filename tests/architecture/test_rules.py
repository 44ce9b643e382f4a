"""House rules that no other tool holds."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from learnlog.cli.commands import every
from learnlog.screens.commands import COMMANDS
from tests.code import ROOT, files, text_of


def test_no_command_id_is_used_twice() -> None:
    ids = [command.id for command in COMMANDS]
    assert sorted(set(ids)) == sorted(ids)


def test_every_command_has_a_title_and_an_explanation_that_is_a_sentence() -> None:
    assert not [command.id for command in COMMANDS if not command.title or not command.explanation.endswith(".")]


def test_no_import_is_hidden_from_the_import_contracts() -> None:
    # what is only imported for its type counts, too, unless that is switched off
    assert "exclude_type_checking_imports" not in text_of("pyproject.toml")


@pytest.mark.parametrize("command", every())
def test_readme_names_every_command_of_the_command_line(command: str) -> None:
    assert re.search(rf"\blearnlog (--\w+ \w+ )?{command}\b", text_of("README.md"))


def test_the_command_line_starts_without_textual() -> None:
    code = "import sys, learnlog.cli; sys.exit(any(name.split('.')[0] in ('textual', 'rich') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_first_frame_waits_for_no_field_of_long_texts() -> None:
    """Nor for what reads Markdown: they are imported once the start screen stands there."""
    late = ("textual.widgets._text_area", "textual.widgets._markdown", "markdown_it", "msgspec")
    code = f"import sys, learnlog.app, learnlog.screens.start; print([name for name in {late} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "[]"


def test_no_colour_is_written_outside_the_themes() -> None:
    assert not [
        path
        for path in [*files(".tcss"), *files(".py")]
        if os.path.basename(path) != "themes.py" and re.search(r"[\"' ]#[0-9a-fA-F]{6}\b", text_of(path))
    ]
