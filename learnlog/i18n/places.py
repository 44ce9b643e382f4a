"""Where in the log something stands, in the owner's words: which thing, and which field or question of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from learnlog.domain.plan_questions import (
    ACTION,
    ANALYSIS,
    EVALUATION,
    GOAL,
    MANAGERS,
    PREPARATION,
    REVIEW,
    WORKSHOP,
)
from learnlog.domain.questions import REFLECTION_SETS
from learnlog.domain.review import REVIEW_QUESTIONS
from learnlog.domain.training_questions import AFTER_THREE_MONTHS, AFTER_TWO_WEEKS, BEFORE, DIALOGUE
from learnlog.i18n.field_labels import NAMES, OTHERS, PARTS
from learnlog.text import N_, Msg

THINGS: Mapping[str, str] = {
    "entries": N_("Entry"),
    "trainings": N_("Training"),
    "areas": N_("Competence area"),
    "goals": N_("Goal"),
    "actions": N_("Action"),
    "workshops": N_("Future workshop"),
    "talks": N_("Development talk"),
    "profile": N_("Profile"),
    "selection": N_("CV summary"),
    "comments": N_("Comment"),
    "shares": N_("Shared copy"),
    "reviews": N_("Review"),
}
"""Table of the log → what a thing in it is called."""
QUESTION_SETS = (
    *REFLECTION_SETS, BEFORE, DIALOGUE, AFTER_TWO_WEEKS, AFTER_THREE_MONTHS, ANALYSIS, EVALUATION, PREPARATION,
    MANAGERS, REVIEW, REVIEW_QUESTIONS,
)  # fmt: skip
"""Every set of questions whose answers stand in the log."""
_QUESTIONS = {question.id: question.text for each in QUESTION_SETS for question in each.questions}
_NOTES = {question.note_id: question.note for each in QUESTION_SETS for question in each.questions if question.note}
_FIELDS: Mapping[str, str] = NAMES | OTHERS | PARTS
"""Field → what it is called; the same words as in the form."""
_OF: Mapping[str, Mapping[str, str]] = {
    "areas": {"why": N_("Why is it required?"), "evidence": N_("Evidence")},
    "goals": GOAL,
    "actions": ACTION,
    "workshops": WORKSHOP | ACTION,
    "talks": GOAL | ACTION,
    "profile": {"name": N_("Language")},
}
"""Table → its fields that are called otherwise there."""


def thing_name(table: str) -> Msg:
    """What a thing of a table is called."""
    return Msg(THINGS[table]) if table in THINGS else Msg(N_("Something from a newer learnlog"))


def field_name(table: str, path: Sequence[str]) -> Msg:
    """What the field or the question is called.

    Args:
        table: The table of the thing.
        path: The way to the text in it.
    """
    name = _name(table, path)
    return Msg(name) if name else Msg(N_("a field of a newer learnlog"))


def _name(table: str, path: Sequence[str]) -> str:
    """The word for the innermost step that has one."""
    special = _OF.get(table, {})
    names = (_QUESTIONS.get(each) or _NOTES.get(each) or special.get(each) or _FIELDS.get(each) for each in path[::-1])
    return next((name for name in names if name), "")
