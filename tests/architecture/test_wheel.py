"""What is built holds all it needs: a package without its catalogues or styles starts, and is broken."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.code import ROOT, files


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names in a wheel built from a copy of the tree without anything compiled."""
    tree = tmp_path_factory.mktemp("tree")
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(os.path.join(ROOT, name), tree)
    shutil.copytree(
        os.path.join(ROOT, "learnlog"), tree / "learnlog", ignore=shutil.ignore_patterns("__pycache__", "*.mo")
    )
    # The build backend itself, in this environment: nothing is downloaded.
    code = "import hatchling.build; print(hatchling.build.build_wheel('dist'))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tree, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = Path(tree, "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as file:
        return file.namelist()


@pytest.mark.parametrize("ending", [".py", ".tcss", ".toml"])
def test_the_wheel_holds_every_file_of_the_package(built: list[str], ending: str) -> None:
    expected = {path.replace(os.sep, "/") for path in files(ending)}
    assert expected
    assert expected <= set(built)


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_the_wheel_holds_the_compiled_catalogues(built: list[str], language: str) -> None:
    assert f"learnlog/i18n/locales/{language}/LC_MESSAGES/learnlog.mo" in built


def test_the_wheel_holds_nothing_else(built: list[str]) -> None:
    version = importlib.metadata.version("learnlog-tui")
    assert {name.split("/")[0] for name in built} == {"learnlog", f"learnlog_tui-{version}.dist-info"}
