"""No text reaches a widget as a plain `str`.

Textual reads markup in whatever is a `str`: ``[/b]`` crashes, ``[@click=…]`` fires, ``[VIKTIGT]`` vanishes. A widget is
therefore given `Content`, which is shown as it is. What is looked at here is the code: every place where a widget takes
something to show must be handed an expression that is plainly no string.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.code import Source, sources

SHOWING = {"Static", "Label", "Button", "Option", "Checkbox", "Collapsible", "TabPane", "update"}
"""Widgets and the method whose first argument is shown."""
SHOWN = {"border_title", "border_subtitle", "tooltip"}
"""Attributes that are shown."""
STRINGS = {
    "_",
    "gettext",
    "ngettext",
    "pgettext",
    "say",
    "str",
    "repr",
    "format",
    "show",
    "show_line",
    "explain",
    "label",
}
"""Functions that yield a `str`."""


def is_string(node: ast.expr) -> bool:
    """Whether an expression is plainly a string that somebody could have put markup into."""
    match node:
        case ast.JoinedStr():
            return True
        case ast.Constant(value=str(text)):
            return "[" in text
        case ast.BinOp():
            return is_string(node.left) or is_string(node.right)
        case ast.IfExp():
            return is_string(node.body) or is_string(node.orelse)
        case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
            return name in STRINGS
    return False


def suspects(tree: ast.Module) -> Iterator[int]:
    """Lines on which a widget is handed a string."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[first, *_]) if name in SHOWING:
                if is_string(first):
                    yield node.lineno
            case ast.Call(func=ast.Attribute(attr="notify"), keywords=keywords):
                # `markup=markup` is a method that hands on what it was told.
                if not any(each.arg == "markup" and ast.unparse(each.value) != "True" for each in keywords):
                    yield node.lineno
            case ast.Assign(targets=[ast.Attribute(attr=name)], value=value) if name in SHOWN and is_string(value):
                yield node.lineno


def screens_and_widgets() -> list[Source]:
    rooms = ("learnlog/screens/", "learnlog/widgets/", "learnlog/app.py")
    return [each for each in sources() if each.path.replace("\\", "/").startswith(rooms)]


def test_no_widget_is_handed_a_string() -> None:
    assert screens_and_widgets()
    assert not [f"{each.path}:{line}" for each in screens_and_widgets() for line in suspects(each.tree)]


@pytest.mark.parametrize(
    "line",
    [
        "Static(f'{entry.title}')",
        "Static(_('Saved: {title}', title=entry.title))",
        "Static('[b]' + entry.title)",
        "self.query_one('#what', Static).update(show(entry.title))",
        "Button(_('Yes') if sure else '', id='yes')",
        "self.notify(_('Saved.'))",
        "self.border_title = _('Search')",
    ],
)
def test_the_rule_sees(line: str) -> None:
    assert list(suspects(ast.parse(line))) == [1]


@pytest.mark.parametrize(
    "line",
    [
        "Static(Content(_('Saved.')))",
        "Static(line(entry.title))",
        "self.update(Content.assemble(_('Saved.')))",
        "self.notify(_('Saved.'), markup=False)",
        "self.border_title = Content(_('Search'))",
        "Static()",
    ],
)
def test_the_rule_lets_pass(line: str) -> None:
    assert not list(suspects(ast.parse(line)))
