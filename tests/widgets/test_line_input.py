"""A one-line field: taking back what was typed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from learnlog.widgets.line_input import LineInput


class _OneLine(App[None]):
    BINDINGS = [("ctrl+z", "elsewhere", "Undo")]  # noqa: RUF012 - Textual's own declaration

    def __init__(self) -> None:
        super().__init__()
        self.line = LineInput()
        self.undone_elsewhere = 0

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"muted": "grey"}

    def compose(self) -> ComposeResult:
        yield self.line

    def action_elsewhere(self) -> None:
        self.undone_elsewhere += 1


@asynccontextmanager
async def typing(text: str = "") -> AsyncIterator[tuple[_OneLine, Pilot[None]]]:
    app = _OneLine()
    async with app.run_test() as pilot:
        await pilot.press(*("space" if each == " " else each for each in text))
        yield app, pilot


async def test_a_line_is_taken_back_word_by_word_and_typed_again() -> None:
    async with typing("two little words") as (app, pilot):
        seen = []
        for key in ("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+y", "ctrl+y"):
            await pilot.press(key)
            seen.append(app.line.value)
        assert seen == ["two little ", "two ", "", "two ", "two little "]
        assert app.line.cursor_position == len("two little ")


async def test_what_was_erased_comes_back() -> None:
    async with typing("one two") as (app, pilot):
        await pilot.press("ctrl+u")
        assert app.line.value == ""
        await pilot.press("ctrl+z")
        assert app.line.value == "one two"
        await pilot.press("backspace", "backspace", "ctrl+z")
        assert app.line.value == "one two"


async def test_a_paste_over_a_selection_is_one_step() -> None:
    async with typing("one") as (app, pilot):
        app.line.select_all()
        app.post_message(events.Paste("two\nlines"))
        await pilot.pause()
        assert app.line.value == "two lines"
        await pilot.press("ctrl+z")
        assert app.line.value == "one"


async def test_typing_after_undo_forgets_what_was_undone() -> None:
    async with typing("one two") as (app, pilot):
        await pilot.press("ctrl+z", "x", "ctrl+y")
        assert app.line.value == "one x"


async def test_where_the_line_has_nothing_to_take_back_the_key_is_the_screens() -> None:
    async with typing() as (app, pilot):
        await pilot.press("ctrl+z")
        assert app.undone_elsewhere == 1
        await pilot.press("a", "b")
        app.line.value = ""  # saved: the line is empty for the next one
        await pilot.press("ctrl+z")
        assert (app.line.value, app.undone_elsewhere) == ("", 2)
