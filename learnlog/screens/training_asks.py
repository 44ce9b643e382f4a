"""The questions around a training, each set on a screen of its own: before it, with the manager, after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from learnlog.domain.promise import ASKED
from learnlog.domain.questions import Question, QuestionSet
from learnlog.domain.training import Training, days_in
from learnlog.domain.training_questions import BEFORE, BESIDE, DIALOGUE, followup_questions
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.question_screen import Asked, QuestionScreen, with_erased
from learnlog.text import N_
from learnlog.widgets.earlier import Earlier

BEFORE_FORM, DIALOGUE_FORM, FOLLOWUP_FORM = "training.before", "training.dialogue", "training.followup"
"""Names of the forms' drafts; a follow-up's has its round behind a full stop."""

CONFIRMED, CONFIRMED_ON = "confirmed", "confirmed_on"
"""Keys of what stands at the end of the dialogue; kept in the training, not among the answers."""
_TICKS = (
    Question(
        CONFIRMED,
        N_("Who has confirmed this? A tick, not a signature."),
        kind="multi",
        options=(("employee", N_("I, the employee")), ("manager", N_("my manager"))),
    ),
    Question(CONFIRMED_ON, N_("When was it confirmed?"), kind="date", hint=N_("today, if you leave it empty")),
)
TALK = DIALOGUE._replace(
    questions=(*DIALOGUE.questions, *_TICKS),
    pages=(*DIALOGUE.pages[:-1], (DIALOGUE.pages[-1][0], DIALOGUE.pages[-1][1] + len(_TICKS))),
)
"""The dialogue with the manager, and who has confirmed it."""
TALK_BESIDE: dict[str, tuple[str, ...]] = {
    "b2": ("a2", "a3"),
    "b4": ("a4",),
    "b5": ("a7", "a6"),
    "b6": ("a5",),
    "b7": ("a1",),
}
"""Question of the dialogue → what the form before says about the same thing."""


async def fill_in(screen: LearnlogScreen[Any], training: Training) -> Training | None:
    """The form before a training; what is left out can be added later."""

    def save(answers: dict[str, str]) -> Training:
        return screen.services.trainings.fill_in(training, with_erased(training.before, answers))

    asked = Asked(BEFORE, BEFORE_FORM, training.id, training.title, training.before)
    return await QuestionScreen.answered(screen, asked, save)


async def agree(screen: LearnlogScreen[Any], training: Training) -> Training | None:
    """The dialogue with the manager, with the form beside it."""
    today = screen.services.clock.today()

    def save(answers: dict[str, str]) -> Training:
        who = answers.pop(CONFIRMED, "").split(",")
        day = next(iter(days_in(answers.pop(CONFIRMED_ON, ""))), None) or today
        confirmed = (
            _confirmed("employee" in who, training.confirmed_employee_on, day),
            _confirmed("manager" in who, training.confirmed_manager_on, day),
        )
        return screen.services.trainings.agree(training, with_erased(training.dialogue, answers), confirmed)

    earlier = _earlier(BEFORE.ids, training.before, TALK_BESIDE)
    known = {**training.dialogue, **_ticks(training)}
    return await QuestionScreen.answered(
        screen, Asked(TALK, DIALOGUE_FORM, training.id, training.title, known, earlier=earlier), save
    )


async def follow_up(screen: LearnlogScreen[Any], training: Training, number: int) -> Training | None:
    """A follow-up, with what was written before the training beside it; it waits until every question is answered."""
    questions, known = followup_questions(number), training.followup(number)

    def save(answers: dict[str, str]) -> Training:
        return screen.services.trainings.follow_up(training, number, with_erased(known.answers, answers))

    beside = {key: ids for key, ids in BESIDE.items() if key in questions.ids}
    earlier = _earlier(tuple(ASKED), {**training.before, **training.dialogue}, beside)
    earlier += _last_time(training, questions, number)
    form = f"{FOLLOWUP_FORM}.{number}"
    return await QuestionScreen.answered(
        screen, Asked(questions, form, training.id, training.title, known.answers, earlier=earlier), save
    )


def _ticks(training: Training) -> dict[str, str]:
    """Who has confirmed the dialogue, and when, as answers."""
    days = {"employee": training.confirmed_employee_on, "manager": training.confirmed_manager_on}
    confirmed = {who: day for who, day in days.items() if day}
    if not confirmed:
        return {}
    return {CONFIRMED: ",".join(confirmed), CONFIRMED_ON: max(confirmed.values()).isoformat()}


def _confirmed(ticked: bool, before: dt.date | None, day: dt.date) -> dt.date | None:  # noqa: FBT001 - a tick
    """The day somebody confirmed: who had done so before keeps their day, unless it is said otherwise."""
    return (before if before and before <= day else day) if ticked else None


def _earlier(ids: tuple[str, ...], answers: Mapping[str, str], beside: Mapping[str, tuple[str, ...]]) -> list[Earlier]:
    """What was answered before, and the questions it helps to answer."""
    wanted = {key for keys in beside.values() for key in keys}
    return [
        Earlier(ASKED[key], answers[key], tuple(after for after, before in beside.items() if key in before))
        for key in ids
        if key in ASKED and answers.get(key, "").strip(", ") and (key in wanted or ids == BEFORE.ids)
    ]


def _last_time(training: Training, questions: QuestionSet, number: int) -> list[Earlier]:
    """What was answered to the same questions in the round before."""
    before = [each for each in training.followups if each.done_on and 1 < each.round < number]
    answers = before[-1].answers if before else {}
    said = N_("Last time: {answer}")
    return [Earlier(each, answers[each.id], (each.id,), said) for each in questions.questions if answers.get(each.id)]
