"""The import contracts hold, and each of them can be broken."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.code import ROOT

BREAKS = [
    ("Arrows point down", "domain/entry.py", "import learnlog.services.log"),
    ("Arrows point down", "widgets/safe.py", "import learnlog.services.log"),
    ("Arrows point down", "helpers.py", ""),
    ("Below the screen nobody knows Textual", "services/log.py", "import textual.app"),
    ("Below the screen nobody knows Textual", "i18n/dates.py", "import rich.text"),
    ("Only storage knows TinyDB", "services/log.py", "import tinydb"),
    ("Screens and widgets ask the services", "screens/commands.py", "import learnlog.storage.store"),
    ("Services and exports are handed their translator", "services/log.py", "import learnlog.i18n.ambient"),
    ("Only widgets draw Markdown", "services/exports.py", "import markdown_it"),
]


def lint(folder: str) -> subprocess.CompletedProcess[str]:
    program = os.path.join(os.path.dirname(sys.executable), "lint-imports")
    environment = {**os.environ, "PYTHONPATH": folder, "COLUMNS": "200"}
    return subprocess.run(
        [program, "--no-cache"], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the code that may be spoiled."""
    shutil.copy(os.path.join(ROOT, "pyproject.toml"), tmp_path)
    shutil.copytree(os.path.join(ROOT, "learnlog"), tmp_path / "learnlog", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_all_contracts_are_kept(house: Path) -> None:
    done = lint(str(house))
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(("contract", "module", "line"), BREAKS)
def test_a_contract_goes_red_when_it_is_broken(house: Path, contract: str, module: str, line: str) -> None:
    with open(house / "learnlog" / module, "a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = lint(str(house))
    assert done.returncode != 0
    assert f"{contract} BROKEN" in done.stdout
