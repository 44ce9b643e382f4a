"""What the fields of an entry are called, and their stored values in words."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from learnlog.domain.questions import REFLECTION_SETS, reflection_set
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
from learnlog.i18n.dates import duration
from learnlog.i18n.labels import area_name, arena_place, capital, label
from learnlog.text import N_

NAMES: dict[str, str] = {
    "title": N_("Title"),
    "date": N_("When"),
    "activity_type": N_("How did you learn?"),
    "arena": N_("Where"),
    "what_happened": N_("What happened?"),
    "insight": N_("My insight"),
    "minutes": N_("Time spent"),
    "purpose": N_("Purpose"),
    "areas": N_("Competence areas"),
    "themes": N_("Themes"),
    "components": N_("What kind of learning?"),
    "knowledge_form": N_("Can it be put into words?"),
    "roles_involved": N_("People involved"),
    "prompt_set": N_("Questions"),
    "answers": N_("Answers"),
    "applied": N_("Used at work"),
    "training_id": N_("Training"),
    "evidence": N_("Evidence"),
    "visibility": N_("Who may see it"),
    "status": N_("Status"),
    "show_in_cv": N_("Show it in my CV summary"),
    "deleted_at": N_("Bin"),
    "clashes": N_("Two versions"),
}
"""Field → English name; the same words as in the form. Fields that only the program writes are not here."""

_KINDS: dict[str, type[StrEnum]] = {
    "activity_type": ActivityType,
    "purpose": Purpose,
    "components": Component,
    "knowledge_form": KnowledgeForm,
    "roles_involved": RoleInvolved,
    "applied": Applied,
    "status": Status,
    "visibility": Visibility,
}


def field_name(field: str) -> str:
    """What a field is called; one of a newer learnlog by its stored name."""
    return _(NAMES[field]) if field in NAMES else field


def in_words(field: str, value: object) -> str:
    """A stored value as a person would say it. What is not known is shown as it is stored."""
    if value in (None, "", [], {}, ()):
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field in _WHOLE:
        return _WHOLE[field](str(value))
    if isinstance(value, list | tuple):
        return ", ".join(_one(field, each) for each in value)
    if isinstance(value, dict):
        return "\n".join(f"{_question(key)} {text}" for key, text in value.items() if text)
    return _one(field, value)


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
    "training_id": lambda _value: _("one of your trainings"),
    "prompt_set": _set_title,
}
"""Fields whose value is not shown as it is."""


def _one(field: str, value: object) -> str:
    """One value of a field."""
    text = str(value)
    if field == "areas":
        return area_name(text, translator())
    try:
        if field == "arena":
            return capital(arena_place(Arena(text), translator()))
        kind = _KINDS.get(field)
        return capital(label(kind(text), translator())) if kind else text
    except ValueError:
        return text


def _question(key: str) -> str:
    """The question an answer belongs to."""
    questions = (question for each in REFLECTION_SETS for question in each.questions)
    return next((_(question.text) for question in questions if question.id == key), key)
