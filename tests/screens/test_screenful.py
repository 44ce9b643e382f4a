"""Every page of every question set is one screenful, in every language, at the least size that is promised."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from learnlog.domain import plan_questions, training_questions
from learnlog.domain.promise import ASKED
from learnlog.domain.questions import REFLECTION_SETS, QuestionSet
from learnlog.domain.values import Language
from learnlog.screens.question_screen import Asked, QuestionScreen
from learnlog.screens.training_asks import TALK, TALK_BESIDE
from learnlog.widgets.earlier import Earlier
from learnlog.widgets.question_form import QuestionForm
from tests.player import playing, some_services

SAID = "Vi sitter ner tillsammans vid fyratiden och frågar hur dagen har varit, innan vi gör något annat. " * 3
"""A long answer."""
CHOSEN = {"a5": "apt,reflection_meeting,show_in_practice", "b6": "2026-11-30"}


def declared(module: object) -> list[QuestionSet]:
    return [each for each in vars(module).values() if isinstance(each, QuestionSet)]


SETS = {each.id: each for each in (*declared(training_questions), *declared(plan_questions), *REFLECTION_SETS, TALK)}
"""By their ids; the dialogue as it is asked, with who has confirmed it."""
SCROLLING = {
    "meeting": "four long questions, of two lines each",
    "mistake": "five questions and its notice, which always stands above them",
    "ethics": "six texts",
    "gibbs": "six texts",
}
"""Reflection sets that scroll, and why: they stand on one page of the entry form, as a whole, to choose between."""


def earlier(beside: Mapping[str, tuple[str, ...]]) -> list[Earlier]:
    """Every answer that may stand above one of these questions."""
    asked = dict.fromkeys(before for ids in beside.values() for before in ids)
    return [
        Earlier(ASKED[key], CHOSEN.get(key, SAID), tuple(after for after, ids in beside.items() if key in ids))
        for key in asked
    ]


def known(questions: QuestionSet) -> list[Earlier]:
    """What stands above the questions when there is as much of it as can be."""
    if questions is TALK:
        return earlier(TALK_BESIDE)
    beside = {key: ids for key, ids in training_questions.BESIDE.items() if key in questions.ids}
    again = questions.questions if questions is training_questions.AFTER_THREE_MONTHS else ()
    return [*earlier(beside), *(Earlier(each, SAID, (each.id,)) for each in again)]


@pytest.mark.parametrize("language", Language)
async def test_a_page_does_not_scroll(tmp_path: Path, language: Language) -> None:
    async with playing(some_services(tmp_path, language=language)) as player:
        too_high: list[str] = []
        for questions in SETS.values():
            if questions.id in SCROLLING:
                continue
            asked = Asked(questions, "training.test", "t1", "Demens", earlier=known(questions))
            player.app.push_screen(QuestionScreen(asked, dict))
            await player.settle()
            for page in player.app.screen.query(QuestionForm):
                over = page.virtual_size.height - page.container_size.height
                if over > 0:
                    too_high.append(f"{questions.id} {page.id}: {over} rows too many")
                await player.press("f3")
            player.app.pop_screen()
            await player.settle()
        assert not too_high
