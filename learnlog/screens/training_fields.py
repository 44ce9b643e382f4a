"""The form of a training's facts: its fields, and how they stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from learnlog.domain.goal import Goal
from learnlog.domain.revising import TITLE_MAX
from learnlog.domain.training import Initiative, TrainingMode, TrainingStatus
from learnlog.domain.values import ActivityType
from learnlog.i18n.labels import area_key
from learnlog.screens.choices import activity_types, areas, goals, of
from learnlog.screens.record_form import Layout
from learnlog.text import N_
from learnlog.widgets.choice_field import ChoiceField, MultiField
from learnlog.widgets.date_field import DateField
from learnlog.widgets.field import Field
from learnlog.widgets.fields import LineField, MinutesField
from learnlog.widgets.toggle_field import ToggleField

FORM = "training.facts"
"""Name of this form's drafts."""
FACTS = Layout(
    FORM,
    N_("New training"),
    N_("Edit training"),
    "title",
    (("facts", N_("What and when")), ("more", N_("More about it"))),
    {
        "facts": (("title",), ("type", "mode"), ("start_on", "end_on"), ("provider", "minutes"), ("status",)),
        "more": (("mandatory",), ("initiative", "cost"), ("project_code",), ("areas",), ("goal_ids",)),
    },
    {"type": ActivityType, "status": TrainingStatus, "mode": TrainingMode, "initiative": Initiative},
)


def fields(today: dt.date, used_areas: tuple[str, ...], known: Sequence[Goal]) -> list[Field]:
    """All fields of a training."""
    day = N_("tomorrow, in two weeks, 12/11")
    return [
        LineField(
            "title",
            N_("Title"),
            most=TITLE_MAX,
            example=N_("What is the training called?"),
            help_text=N_("As it is called in the invitation. It is the only field that must be filled in."),
        ),
        ChoiceField("type", N_("What kind of training?"), activity_types),
        ChoiceField("mode", N_("How it is given"), of(TrainingMode), optional=True),
        DateField("start_on", N_("First day"), today=today, optional=True, example=day, ahead=True),
        DateField(
            "end_on", N_("Last day"), today=today, optional=True, hint=N_("leave it empty for one day"), ahead=True
        ),
        LineField("provider", N_("Who gives it, or where"), optional=True),
        MinutesField("minutes", N_("How long"), optional=True, example=N_("90, 1h30")),
        ChoiceField(
            "status",
            N_("Status"),
            of(TrainingStatus),
            help_text=N_("It follows what you do: the form, the talk with your manager, the follow-up."),
        ),
        ToggleField("mandatory", N_("Everybody has to take it")),
        ChoiceField("initiative", N_("Whose idea it was"), of(Initiative), optional=True),
        LineField("cost", N_("Cost"), optional=True),
        LineField("project_code", N_("Project"), optional=True, hint=N_("if a project pays for it")),
        MultiField(
            "areas",
            N_("Competence areas"),
            areas(used_areas),
            own_words=True,
            named=area_key,
            help_text=N_("Choose from the list, or write an area of your own."),
        ),
        MultiField("goal_ids", N_("Goals"), goals(known), help_text=N_("The goals of your plan that it leads to.")),
    ]
