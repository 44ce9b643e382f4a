"""A module, a function, a class and a style sheet stay small enough to be read in one go."""

from __future__ import annotations

import ast

from tests.code import files, sources, text_of

MODULE_LINES = 400
FUNCTION_LINES = 40
CLASS_METHODS = 20
STYLE_LINES = 120

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_modules_are_short() -> None:
    assert not {each.path: lines for each in sources() if (lines := each.text.count("\n")) > MODULE_LINES}


def test_functions_are_short() -> None:
    assert not {
        f"{each.path}:{node.name}": lines
        for each in sources()
        for node in ast.walk(each.tree)
        if isinstance(node, Function) and (lines := _lines(node)) > FUNCTION_LINES
    }


def _lines(node: Function) -> int:
    """Lines of code: those of the docstring say nothing about how hard it is to follow."""
    first = node.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - docstring


def test_classes_have_few_methods() -> None:
    assert not {
        f"{each.path}:{node.name}": methods
        for each in sources()
        for node in ast.walk(each.tree)
        if isinstance(node, ast.ClassDef) and (methods := _methods(node)) > CLASS_METHODS
    }


def _methods(node: ast.ClassDef) -> int:
    """Methods somebody calls by name; ``__init__`` and its like are Python's own."""
    return sum(isinstance(each, Function) and not each.name.startswith("__") for each in node.body)


def test_style_sheets_are_short() -> None:
    assert not {path: lines for path in files(".tcss") if (lines := text_of(path).count("\n")) > STYLE_LINES}
