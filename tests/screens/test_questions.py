"""Answering a question set on a screen of its own, by keys."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from learnlog.domain.questions import Question, QuestionSet
from learnlog.errors import InvalidInputError
from learnlog.screens.drafts_offer import left_behind
from learnlog.screens.question_screen import Asked, QuestionScreen
from learnlog.text import Msg
from learnlog.widgets.earlier import Earlier
from tests.player import Player, playing, some_services

HOPED = Question("a2", "Why do we need this at work? What will be better?")
SHARED = Question("a5", "How will you share it?", kind="multi", options=(("apt", "Decision"), ("written", "Why?")))
QUESTIONS = QuestionSet(
    "test",
    "Dialogue with the manager",
    (
        Question("b1", "When did we talk?", kind="date", required=True, note="Who was there? (roles)"),
        Question("b2", "The benefit we agree on, in one sentence:", required=True),
        Question("b3", "Decision", kind="choice", required=True, options=(("yes", "yes"), ("later", "later"))),
        Question("b5", "How will you share it?", kind="multi", options=(("apt", "Title"), ("show", "When"))),
        Question("b6", "When is it shared?", kind="date", ahead=True),
        Question(
            "b8",
            "When do we follow it up?",
            kind="dates",
            options=(("first", "after about 2 weeks"), ("second", "after 3–6 months")),
            ahead=True,
        ),
    ),
    pages=(("The agreement", 3), ("How we go on", 3)),
)
EARLIER = (Earlier(HOPED, "Fewer restless evenings [b]\x1b", ("b2",)), Earlier(SHARED, "apt,written"))


class Desk:
    """Where the answers are saved; it refuses what it is told to."""

    def __init__(self) -> None:
        self.saved: dict[str, str] = {}
        self.refused: list[tuple[str, Msg]] = []

    def save(self, answers: dict[str, str]) -> bool:
        if self.refused:
            raise InvalidInputError(*self.refused)
        self.saved = answers
        return True


@asynccontextmanager
async def answering(
    folder: Path, answers: Mapping[str, str] | None = None, *, size: tuple[int, int] = (80, 24), **asked: Any
) -> AsyncIterator[tuple[Player, Desk]]:
    """Somebody with the questions open."""
    desk = Desk()
    async with playing(some_services(folder), size=size) as player:
        player.app.push_screen(
            QuestionScreen(
                Asked(QUESTIONS, "training.dialogue", "t1", "Dementia [b]", answers or {}, **asked), desk.save
            )
        )
        await player.settle()
        yield player, desk


async def test_every_kind_of_answer_is_saved_as_text(tmp_path: Path) -> None:
    async with answering(tmp_path) as (player, desk):
        player.sees("Dialogue with the manager", "The agreement", "How we go on", "Write no names")
        await player.write("last tuesday")
        player.sees("─ Tuesday 17 November 2026 ─")
        await player.press("tab")
        await player.write("unit manager")
        await player.press("tab")
        await player.write("fewer falls")
        await player.press("tab", "right", "right", "f3")
        player.sees("How will you share it?", "After about 2 weeks", "After 3–6 months")
        player.sees("[ ] Title", "[ ] When")
        await player.press("space", "right", "space", "enter")
        await player.write("12/11")
        player.sees("Friday 12 November 2027")
        await player.press("tab", "tab")
        await player.write("in three months")
        await player.press("ctrl+s")
        assert desk.saved == {
            "b1": "2026-11-17",
            "b1_note": "unit manager",
            "b2": "fewer falls",
            "b3": "later",
            "b5": "apt,show",
            "b6": "2027-11-12",
            "b8": ",2027-02-20",
        }
        assert not isinstance(player.app.screen, QuestionScreen)


async def test_saved_answers_stand_there_and_saving_changes_nothing(tmp_path: Path) -> None:
    answers = {"b1": "2026-11-17", "b1_note": "me", "b3": "yes", "b5": "apt", "b8": "2026-12-04,"}
    async with answering(tmp_path, answers) as (player, desk):
        player.sees("17 November 2026", "me", "Yes")
        await player.press("f3")
        player.sees("Title", "4 December 2026")
        await player.press("ctrl+s")
        assert desk.saved == answers


async def test_a_day_that_cannot_be_read_is_shown_on_its_page(tmp_path: Path) -> None:
    async with answering(tmp_path) as (player, desk):
        await player.press("f3", "tab", "tab", "tab")
        await player.write("sometime")
        await player.press("f3", "ctrl+s")
        player.sees("One thing needs another look:", "sometime", "This date cannot be read.")
        assert not desk.saved


async def test_what_saving_refuses_is_said_at_its_question(tmp_path: Path) -> None:
    async with answering(tmp_path) as (player, desk):
        desk.refused = [("b2", Msg("Write a number in digits, for example 85.")), ("b5", Msg("not chosen"))]
        await player.press("f3", "ctrl+s")
        player.sees("2 things need another look:", "! Write a number in digits, for example 85.")
        player.sees("The benefit we agree on")
        desk.refused = []
        await player.write("fewer falls")
        await player.press("ctrl+s")
        assert desk.saved == {"b2": "fewer falls"}


async def test_a_half_filled_form_goes_on_where_it_was_left(tmp_path: Path) -> None:
    async with answering(tmp_path, {"b3": "yes"}) as (player, desk):
        await player.write("some day in autumn")
        await player.press("f3", "tab")
        await player.write("tomorrow")
        await player.press("escape", "escape")
        assert player.told
        draft = left_behind(player.app.screen, "training.dialogue", "t1")  # type: ignore[arg-type]
        assert not desk.saved
    async with answering(tmp_path, {"b3": "yes"}, draft=draft) as (player, desk):
        player.sees("some day in autumn", "Yes")
        await player.press("f3")
        player.sees("21 November 2026")


@pytest.mark.parametrize(("width", "beside"), [(80, False), (120, True)])
async def test_what_was_said_before_stands_where_there_is_room(tmp_path: Path, width: int, beside: bool) -> None:
    async with answering(tmp_path, size=(width, 24), earlier=EARLIER) as (player, _desk):
        player.sees("Fewer restless evenings [b]")
        assert ("Dialogue with the manager · Dementia [b]" in player.text) is beside
        assert ("Before the training" in player.text) is beside
        assert ("Decision, Why?" in player.text) is beside
        assert ("Before: Fewer restless evenings" in player.text) is not beside


async def test_what_can_be_chosen_stands_in_sight_and_is_chosen_with_keys_or_the_mouse(tmp_path: Path) -> None:
    async with answering(tmp_path) as (player, desk):
        await player.press("tab", "tab", "tab")
        player.sees("( ) Yes", "( ) Later")
        await player.press("2")
        player.sees("( ) Yes", "(•) Later")
        await player.press("y", "q")
        player.sees("(•) Yes", "( ) Later")
        await player.press("backspace")
        player.sees("( ) Yes", "( ) Later")
        await player.click("Later")
        await player.press("f3")
        await player.click("[ ] When")
        await player.press("1", "2")
        player.sees("[✓] Title", "[ ] When")
        await player.press("ctrl+s")
        assert desk.saved == {"b3": "later", "b5": "apt"}


async def test_what_was_answered_before_can_be_read_as_a_whole(tmp_path: Path) -> None:
    long = "We sit down with her at four o'clock. " * 6 + "That is all."
    earlier = (Earlier(HOPED, long, ("b2",)), Earlier(SHARED, "apt,written", ("b5",)))
    async with answering(tmp_path, earlier=earlier) as (player, _desk):
        player.sees("Before: We sit down", "…", "F8")
        player.misses("That is all.")
        await player.press("f8")
        player.sees("Why do we need this at work?", "That is all.", "Decision, Why?")
        await player.press("f8")
        player.misses("That is all.")
        await player.press("tab", "tab", "f8")
        player.sees("That is all.")
    async with answering(tmp_path) as (player, _desk):
        player.misses("F8")


async def test_on_the_card_beside_what_belongs_to_the_question_stands_out(tmp_path: Path) -> None:
    async with answering(tmp_path, size=(120, 40), earlier=EARLIER) as (player, _desk):
        player.misses("› Why do we need this")
        await player.press("tab", "tab")
        player.sees("› Why do we need this")
        await player.press("tab")
        player.misses("› Why do we need this")


async def test_saving_half_a_form_says_how_much_is_left(tmp_path: Path) -> None:
    async with answering(tmp_path) as (player, desk):
        await player.press("tab", "tab")
        await player.write("fewer falls")
        await player.press("tab", "1", "ctrl+s")
        assert desk.saved == {"b2": "fewer falls", "b3": "yes"}
        assert player.told == ["Saved. One question is left; go on whenever you like."]
