"""Two versions of a text, as far as there is room."""

from __future__ import annotations

import pytest

from learnlog.screens.excerpts import excerpts

SAME = "word " * 100


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("", "new", ("", "new")),
        ("one\ntwo", "three", ("one\ntwo", "three")),
        (
            f"{SAME}here",
            f"{SAME}there it goes on",
            ("… " + "word " * 11 + "here", "… " + "word " * 11 + "there it goes on"),
        ),
        (f"a {SAME}", "", ("a " + "word " * 15 + "word\n" + "word " * 16 + "wor …", "")),
        ("a\nb\nc\nd", "a\nb\nc\nX", ("… d", "… X")),
        ("x" * 500, "x" * 480 + "y" * 20, ("… " + "x" * 80, "… " + "x" * 60 + "y" * 20)),
    ],
)
def test_what_differs_is_shown(one: str, other: str, shown: tuple[str, str]) -> None:
    assert excerpts(one, other, width=85, lines=2) == shown
