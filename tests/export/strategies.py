"""Trainings of every shape, with texts that would be Markdown if they could."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from learnlog.domain.questions import Question, QuestionSet
from learnlog.domain.training import Channel, FollowUp, Sharing, SharingStatus, Training, TrainingStatus
from learnlog.domain.training_questions import BEFORE, DIALOGUE, followup_questions
from learnlog.domain.values import ActivityType
from tests.export.test_markdown import TEXTS

DAYS = st.dates(dt.date(2025, 10, 1), dt.date(2027, 3, 1))


def answers_to(questions: QuestionSet) -> st.SearchStrategy[dict[str, str]]:
    """Some of the questions answered, now and then with something that is no answer."""
    some = {key: answer for each in questions.questions for key, answer in _answers(each).items()}
    return st.fixed_dictionaries({}, optional=some)


def _answers(question: Question) -> dict[str, st.SearchStrategy[str]]:
    keys = [key for key, _ in question.options]
    days = DAYS.map(dt.date.isoformat)
    right = {
        "choice": lambda: st.sampled_from(keys),
        "multi": lambda: st.lists(st.sampled_from(keys), unique=True).map(",".join),
        "date": lambda: days,
        "dates": lambda: st.lists(days | st.just(""), min_size=len(keys), max_size=len(keys)).map(",".join),
    }.get(question.kind, lambda: TEXTS)()
    answers = {question.id: right | TEXTS}
    return answers | {question.note_id: TEXTS} if question.note else answers


FOLLOWUPS = st.tuples(
    *(
        st.builds(
            FollowUp,
            round=st.just(number),
            due_on=DAYS,
            done_on=st.none() | DAYS,
            answers=answers_to(followup_questions(number)),
            skipped_because=st.just("") | TEXTS,
        )
        for number in (1, 2, 3)
    )
)
SHARINGS = st.builds(
    Sharing,
    id=st.just("c1"),
    channel=st.sampled_from(Channel),
    shared_on=st.none() | DAYS,
    what=st.just("") | TEXTS,
    status=st.sampled_from(SharingStatus),
)
TRAININGS = st.builds(
    Training,
    id=st.just("a" * 32),
    title=TEXTS,
    type=st.sampled_from(ActivityType),
    status=st.sampled_from(TrainingStatus),
    start_on=st.none() | DAYS,
    provider=st.just("") | TEXTS,
    minutes=st.none() | st.integers(1, 5000),
    cost=st.just("") | TEXTS,
    mandatory=st.booleans(),
    before=answers_to(BEFORE),
    dialogue=answers_to(DIALOGUE),
    confirmed_manager_on=st.none() | DAYS,
    followups=FOLLOWUPS | st.just(()),
    sharings=st.lists(SHARINGS, max_size=2).map(tuple),
)
