"""The fields of an entry: how each is shown, what it starts with, and how it is read."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from learnlog.domain.entry import Entry
from learnlog.domain.revising import TITLE_MAX
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
from learnlog.i18n.labels import area_key
from learnlog.screens.choices import Known, actions, activity_types, areas, arenas, goals, of, trainings
from learnlog.text import N_
from learnlog.widgets.choice_field import ChoiceField, MultiField
from learnlog.widgets.date_field import DateField
from learnlog.widgets.field import Field, Raw, raw_of
from learnlog.widgets.fields import LineField, MinutesField, TagsField, TextField
from learnlog.widgets.segment_field import SegmentField
from learnlog.widgets.toggle_field import ToggleField

NEXT = "w3"
"""The question whose answer stands on the first page: what will you do next time?"""

KINDS: dict[str, type[StrEnum]] = {
    "activity_type": ActivityType,
    "arena": Arena,
    "purpose": Purpose,
    "components": Component,
    "knowledge_form": KnowledgeForm,
    "roles_involved": RoleInvolved,
    "applied": Applied,
    "visibility": Visibility,
    "status": Status,
}
"""Closed sets of values, by field."""


def facts(today: dt.date) -> list[Field]:
    """What it was, when, how and where."""
    return [
        LineField(
            "title",
            N_("Title"),
            most=TITLE_MAX,
            example=N_("What did you learn, in a few words?"),
            help_text=N_(
                "A few words that you will recognise in the list. It is the only field that must be filled in."
            ),
        ),
        DateField(
            "date",
            N_("When"),
            today=today,
            hint=N_("today, last Tuesday, 12/11"),
            help_text=N_("Write the day as you say it: yesterday, last Tuesday, 12/11, week 47, 2026-11-12."),
        ),
        ChoiceField(
            "activity_type",
            N_("How did you learn?"),
            activity_types,
            help_text=N_("Press Enter for the list, or just begin to type. Where and why are then filled in for you."),
        ),
        SegmentField(
            "arena",
            N_("Where"),
            arenas,
            led=False,
            help_text=N_("Where you learned it. It follows what you were doing, until you choose something else here."),
        ),
    ]


def texts() -> list[Field]:
    """What matters most: three texts."""
    return [
        TextField(
            "what_happened",
            N_("What happened?"),
            optional=True,
            example=N_("Tell it as you would to a colleague. Write roles, not names: a resident, a relative."),
            help_text=N_("Tell it as you would to a colleague. Write roles, not names: a resident, a relative."),
        ),
        TextField(
            "insight",
            N_("My insight"),
            hint=N_("two sentences are enough"),
            example=N_("I learned that …"),
            help_text=N_("What you know now that you did not know before. When it is here, the entry is done."),
        ),
        TextField(
            NEXT,
            N_("What will you do next time?"),
            hint=N_("optional – you can add it later"),
            example=N_("Next time I …"),
            help_text=N_("One small thing that you will do in a new way."),
        ),
    ]


def details(used_areas: tuple[str, ...], known: Known) -> list[Field]:
    """What may be added, some time: what it was about."""
    return [
        MinutesField(
            "minutes", N_("Time spent"), optional=True, example=N_("90, 1h30"), help_text=N_("Write 90, 1h30 or 2 h.")
        ),
        ChoiceField(
            "purpose",
            N_("Purpose"),
            of(Purpose),
            optional=True,
            help_text=N_("What the activity was for. It is information for you, never a score."),
        ),
        MultiField(
            "areas",
            N_("Competence areas"),
            areas(used_areas),
            own_words=True,
            named=area_key,
            help_text=N_("Choose from the list, or write an area of your own."),
        ),
        *_belongs_to(known),
        TagsField("themes", N_("Themes"), optional=True, hint=N_("with a comma between")),
        MultiField("components", N_("What kind of learning?"), of(Component)),
        ChoiceField("knowledge_form", N_("Can it be put into words?"), of(KnowledgeForm), optional=True),
        MultiField("roles_involved", N_("People involved"), of(RoleInvolved), help_text=N_("Only roles, never names.")),
    ]


def _belongs_to(known: Known) -> list[Field]:
    """What the entry belongs to."""
    return [
        ChoiceField(
            "training_id",
            N_("Training"),
            trainings(known.trainings),
            optional=True,
            help_text=N_("The training it belongs to. It is then shown there, and the training here."),
        ),
        MultiField(
            "goal_ids",
            N_("Goals"),
            goals(known.goals),
            help_text=N_("The goals of your plan that it shows you are on the way to."),
        ),
        ChoiceField(
            "action_id",
            N_("Action"),
            actions(known.actions),
            optional=True,
            help_text=N_("The action of your plan that it came of."),
        ),
    ]


def outcome() -> list[Field]:
    """What may be added, some time: what came of it, and who may see it."""
    return [
        ChoiceField("applied", N_("Used at work"), of(Applied), optional=True),
        TextField(
            "evidence",
            N_("Evidence"),
            grows=True,
            hint=N_("one on each line"),
            example=N_("A web address, a certificate, the name of a file"),
            help_text=N_(
                "What shows it: a web address, a certificate, the name of a file. Nothing is opened by itself."
            ),
        ),
        SegmentField(
            "visibility",
            N_("Who may see it"),
            of(Visibility),
            beside=(N_("Status"),),
            help_text=N_("Private means that it is in no copy you share, unless you choose it there yourself."),
        ),
        SegmentField(
            "status",
            N_("Status"),
            of(Status),
            beside=(N_("Who may see it"),),
            help_text=N_("An entry is done when your insight is there. You may say otherwise."),
        ),
        ToggleField("show_in_cv", N_("Show it in my CV summary")),
    ]


def start_value(entry: Entry, name: str) -> Raw:
    """What stands in a field when the form is opened."""
    if name == NEXT:
        return entry.answers.get(NEXT, "")
    joint = {"themes": ", ", "evidence": "\n"}.get(name)
    return joint.join(getattr(entry, name)) if joint else raw_of(getattr(entry, name))


def read(field: Field) -> object:
    """What stands in a field, as a value of the domain.

    Raises:
        InvalidInputError: If it cannot be read.
    """
    name = field.name_of_value
    kind = KINDS.get(name)
    if isinstance(field, MultiField):
        return tuple(kind(value) for value in field.value) if kind else field.value
    if name in ("training_id", "action_id"):
        return field.value
    if isinstance(field, ChoiceField | SegmentField):
        return (kind(field.raw) if kind else field.raw) if field.raw else None
    if isinstance(field, TagsField):
        return field.tags
    if name == "evidence" and isinstance(field, TextField):
        return tuple(line.strip() for line in field.value.splitlines() if line.strip())
    return field.value
