"""Promise and outcome: what was written before a training, next to what was answered after it about the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from learnlog.domain.loop import outcome
from learnlog.domain.questions import Question, is_answered
from learnlog.domain.training import Training
from learnlog.domain.training_questions import BEFORE, BESIDE, DIALOGUE, followup_questions
from learnlog.text import N_

ASKED: dict[str, Question] = {
    each.id: each
    for questions in (BEFORE, DIALOGUE, followup_questions(1), followup_questions(2))
    for each in questions.questions
}
"""Every question around a training, by its id."""

TOPICS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("Benefit at work"), ("b2", "a2")),
    (N_("Our clients"), ("a3",)),
    (N_("In a new way"), ("a4",)),
    (N_("Promises and help"), ("b4", "b5", "a6", "a7")),
    (N_("Sharing, and how we go on"), ("a5", "b6", "b7")),
)
"""English name, and the questions before the training that are about it. What was asked after follows from `BESIDE`:
every question there belongs to exactly one of these."""


class Answered(NamedTuple):
    """An answer with its question.

    Attributes:
        question: What was asked.
        answer: The answer, as it is stored.
        note: The answer to the question's further question; may be empty.
        round: The follow-up round it was given in; 0 for before the training.
    """

    question: Question
    answer: str
    note: str = ""
    round: int = 0


class Compared(NamedTuple):
    """What was promised about a topic, and what happened.

    Attributes:
        topic: English name of the topic.
        promised: What was answered before, the most binding first.
        happened: What was answered after, round by round; in each what was chosen before what was told.
    """

    topic: str
    promised: tuple[Answered, ...]
    happened: tuple[Answered, ...]


def compared(training: Training) -> tuple[Compared, ...]:
    """Promise and outcome of a training, topic by topic; topics of which nothing was said are left out."""
    before = {**training.before, **training.dialogue}
    found = []
    for topic, asked in TOPICS:
        promised = tuple(_answered(before, key, 0) for key in asked if is_answered(before, key))
        happened = tuple(
            _answered(each.answers, key, each.round)
            for each in training.followups
            if each.done_on
            for key in _after(each.round, asked)
            if is_answered(each.answers, key)
        )
        if promised or happened:
            found.append(Compared(topic, promised, happened))
    return tuple(found)


class OpenPromise(NamedTuple):
    """What was promised before a training that nobody has looked back at yet.

    Attributes:
        training: The training.
        mine: What the owner promised (b4); may be empty.
        managers: What the manager promised (b5); may be empty.
    """

    training: Training
    mine: str
    managers: str


def open_promises(trainings: Iterable[Training]) -> tuple[OpenPromise, ...]:
    """The promises of both sides that are open: made in a dialogue, and not followed up after three months yet."""
    found = (
        OpenPromise(each, each.dialogue.get("b4", "").strip(), each.dialogue.get("b5", "").strip())
        for each in trainings
        if (each.status.is_planned or each.status.is_over) and outcome(each) is None
    )
    return tuple(each for each in found if each.mine or each.managers)


def _after(number: int, asked: tuple[str, ...]) -> list[str]:
    """Questions of a follow-up round about the same things; those with a choice first, since they sum up."""
    ids = [each.id for each in followup_questions(number).questions if set(BESIDE.get(each.id, ())) & set(asked)]
    return sorted(ids, key=lambda key: ASKED[key].kind == "text")


def _answered(answers: Mapping[str, str], key: str, number: int) -> Answered:
    question = ASKED[key]
    return Answered(question, answers[key], answers.get(question.note_id, ""), number)
