"""Every word that can appear is one the catalogues know, and no user text reaches a widget as markup."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode

import learnlog.screens
import learnlog.widgets
from learnlog.app import LearnlogApp

ROOT = Path(learnlog.screens.__file__).parents[2]


def our_nodes() -> list[type[DOMNode]]:
    """Every screen and widget of ours, and all they are made from."""
    found: dict[type[DOMNode], None] = {LearnlogApp: None}
    for package in (learnlog.screens, learnlog.widgets):
        for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(info.name)
            for each in vars(module).values():
                if isinstance(each, type) and issubclass(each, DOMNode):
                    found.update(dict.fromkeys(base for base in each.__mro__ if issubclass(base, DOMNode)))
    return list(found)


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_every_key_of_every_widget_we_use_has_a_name_in_every_language(language: str) -> None:
    path = ROOT / "learnlog" / "i18n" / "locales" / language / "LC_MESSAGES" / "learnlog.po"
    with path.open("rb") as file:
        known = {message.id if isinstance(message.id, str) else message.id[0] for message in read_po(file)}
    said = {
        words
        for node in our_nodes()
        if node is not App
        for binding in node.__dict__.get("BINDINGS", ())
        if isinstance(binding, Binding) and not binding.system
        for words in (binding.description, binding.tooltip)
        if words
    }
    assert said - known == set()


UNSAFE = {"Static", "Label", "Button", "Option", "Checkbox", "notify", "update", "from_markup"}
"""Calls that read markup in a `str` they are given."""


def test_no_string_is_handed_to_a_widget_that_reads_markup() -> None:
    wrong = []
    for folder in ("screens", "widgets"):
        for path in (ROOT / "learnlog" / folder).glob("*.py"):
            wrong += [f"{path.name}:{line}" for line in unsafe_lines(ast.parse(path.read_text(encoding="utf-8")))]
    assert wrong == []


def unsafe_lines(tree: ast.Module) -> list[int]:
    """Lines where a text built at run time goes into a call that would read markup in it."""
    return [
        call.lineno
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and _name(call.func) in UNSAFE
        and call.args
        and _is_text(call.args[0])
        and not any(keyword.arg == "markup" for keyword in call.keywords)
    ]


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _is_text(node: ast.expr) -> bool:
    """An f-string, a translated sentence, a joined or formatted text: all are `str`."""
    if isinstance(node, ast.JoinedStr | ast.BinOp):
        return True
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and node.value != ""
    if isinstance(node, ast.Call):
        return _name(node.func) in {
            "_",
            "gettext",
            "ngettext",
            "pgettext",
            "str",
            "show",
            "show_line",
            "format",
            "join",
        } and not (isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Call))
    return False


@pytest.mark.parametrize(
    "code",
    [
        'Static(f"{title}")',
        'self.notify(_("Saved {title}.", title=x))',
        "box.update(show(title))",
        'Label("a" + title)',
    ],
)
def test_the_search_for_unsafe_text_finds_it(code: str) -> None:
    assert unsafe_lines(ast.parse(code)) == [1]


@pytest.mark.parametrize(
    "code",
    ["Static(Content(show(title)))", 'self.notify(_("Saved."), markup=False)', "Static()", "values.update(more)"],
)
def test_the_search_for_unsafe_text_lets_the_safe_ways_be(code: str) -> None:
    assert unsafe_lines(ast.parse(code)) == []
