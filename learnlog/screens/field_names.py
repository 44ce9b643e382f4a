"""What the fields of everything in the log are called, and their stored values in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum

from learnlog.domain.plan_questions import ANALYSIS, EVALUATION, MANAGERS, PREPARATION
from learnlog.domain.questions import REFLECTION_SETS, reflection_set
from learnlog.domain.training import Channel, Initiative, SharingStatus, TrainingMode, TrainingStatus
from learnlog.domain.training_questions import AFTER_THREE_MONTHS, AFTER_TWO_WEEKS, BEFORE, DIALOGUE
from learnlog.domain.values import (
    ActivityType,
    Applied,
    Arena,
    Component,
    KnowledgeForm,
    Purpose,
    RoleInvolved,
    Status,
    Visibility,
)
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.answers import answer_words
from learnlog.i18n.dates import duration, numeric_date
from learnlog.i18n.field_labels import NAMES, PARTS
from learnlog.i18n.labels import area_name, arena_place, capital, label
from learnlog.i18n.plan_labels import level_words
from learnlog.screens.plan_names import LEVEL_FIELDS, PLAN_KINDS

_KINDS: dict[str, tuple[type[StrEnum], ...]] = {
    "activity_type": (ActivityType,),
    "purpose": (Purpose,),
    "components": (Component,),
    "knowledge_form": (KnowledgeForm,),
    "roles_involved": (RoleInvolved,),
    "applied": (Applied,),
    "used": (Applied,),
    **PLAN_KINDS,
    "status": (Status, TrainingStatus, SharingStatus, *PLAN_KINDS["status"]),
    "visibility": (Visibility,),
    "type": (ActivityType,),
    "mode": (TrainingMode,),
    "initiative": (Initiative,),
    "channel": (Channel,),
}
_POINTING = frozenset({"training_id", "action_id", "goal_ids"})
"""Fields that say by its id what an entry belongs to."""
_IN_PARTS = frozenset({"followups", "sharings"})
_OF_PLAN = (ANALYSIS, PREPARATION, MANAGERS, EVALUATION)
_QUESTIONS = {
    question.id: question
    for each in (*REFLECTION_SETS, BEFORE, DIALOGUE, AFTER_TWO_WEEKS, AFTER_THREE_MONTHS, *_OF_PLAN)
    for question in each.questions
}
_NOTES = {question.note_id: question.note for question in _QUESTIONS.values() if question.note}


def field_name(field: str) -> str:
    """What a field is called; one of a newer learnlog by its stored name."""
    return _(NAMES[field]) if field in NAMES else field


def in_words(field: str, value: object, titles: Mapping[str, str] = {}) -> str:
    """A stored value as a person would say it. What is not known is shown as it is stored.

    Args:
        field: The field it stands in.
        value: The value.
        titles: Id → what the thing with it is called.
    """
    if value in (None, "", [], {}, ()):
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field in _WHOLE and str(value) not in titles:
        return _WHOLE[field](str(value))
    if isinstance(value, list | tuple):
        return ", ".join(_one(field, each, titles) for each in value)
    if isinstance(value, dict):
        return "\n".join(_told(value, PARTS if field in _IN_PARTS else {}, titles)) or "–"
    return _one(field, value, titles)


def _set_title(value: str) -> str:
    """The name of a set of questions."""
    questions = reflection_set(value)
    return _(questions.title) if questions else value


def _minutes(value: str) -> str:
    """Time spent, with its unit."""
    return duration(int(value), translator()) if value.isdecimal() else value


_WHOLE: dict[str, Callable[[str], str]] = {
    "deleted_at": lambda _value: _("in the bin"),
    "minutes": _minutes,
    "prompt_set": _set_title,
}
"""Fields whose value is not shown as it is."""


def _one(field: str, value: object, titles: Mapping[str, str]) -> str:
    """One value of a field."""
    text = str(value)
    if text in titles:
        return titles[text]
    if field in _POINTING:
        return _("one that is no longer there")
    if field in LEVEL_FIELDS and isinstance(value, int):
        return f"{value}, {level_words(value, translator())}"
    if isinstance(value, dict):
        return field_name(str(value.get("field"))) if field == "clashes" else str(value.get("what", "–"))
    if field in {"on", "date"} or field.endswith("_on"):
        return _day(text)
    return _word(field, text)


def _word(field: str, text: str) -> str:
    """The word for a stored key; what is no key is somebody's own text."""
    if field in {"areas", "name"}:
        return area_name(text, translator())
    if field == "arena":
        return next((capital(arena_place(each, translator())) for each in Arena if each == text), text)
    known = (each for kind in _KINDS.get(field, ()) for each in kind if each == text)
    return next((capital(label(each, translator())) for each in known), text)


def _day(text: str) -> str:
    try:
        return numeric_date(dt.date.fromisoformat(text), translator())
    except ValueError:
        return text


def _told(values: Mapping[str, object], parts: Mapping[str, str], titles: Mapping[str, str]) -> list[str]:
    """Answers with their questions, and what is told of what lies by its day, its round or its id, line by line."""
    lines = []
    for key, value in values.items():
        if isinstance(value, dict):
            lines += [*_heading(key, titles), *_told(value, parts, titles)]
        elif value and key in _QUESTIONS:
            question = _QUESTIONS[key]
            lines.append(f"{_(question.text)} {answer_words(question, str(value), translator())}")
        elif (value or value == 0) and key not in {"id", "round", "on"}:
            name = _NOTES.get(key) or parts.get(key) or NAMES.get(key)
            words = _(name) if name else key
            lines.append(f"{words if words[-1] in '?:' else words + ':'} {in_words(key, value, titles)}")
    return lines


def _heading(key: str, titles: Mapping[str, str]) -> list[str]:
    """Which one of several it is: by its title, or by its day."""
    if key in titles:
        return [titles[key]]
    return [_day(key) + ":"] if _day(key) != key else []
