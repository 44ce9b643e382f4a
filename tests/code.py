"""The code as data, for the tests that look at it."""

from __future__ import annotations

import ast
import functools
import importlib.util
import os
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import NamedTuple

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Source(NamedTuple):
    """One module of the code: its path from the root, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module


def files(ending: str, folder: str = "learnlog") -> Iterator[str]:
    """Every file of a folder with this ending, as paths from the root."""
    for here, folders, names in os.walk(os.path.join(ROOT, folder)):
        folders.sort()
        yield from (os.path.relpath(os.path.join(here, name), ROOT) for name in sorted(names) if name.endswith(ending))


def text_of(path: str) -> str:
    """What a file holds."""
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


@functools.cache
def sources() -> tuple[Source, ...]:
    """Every module of learnlog."""
    return tuple(Source(path, text := text_of(path), ast.parse(text, path)) for path in files(".py"))


@functools.cache
def catalogs() -> ModuleType:
    """The program that keeps the catalogues, ``.ci/catalogs.py``."""
    spec = importlib.util.spec_from_file_location("catalogs", os.path.join(ROOT, ".ci", "catalogs.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
