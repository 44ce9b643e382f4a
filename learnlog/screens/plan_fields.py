"""The forms of the plan: the fields of a competence area, a goal and an action, and how they stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from learnlog.domain.competence import LEVEL_MAX, Area, NeedType
from learnlog.domain.goal import ActionRole, ActionStatus, Goal, GoalStatus, Horizon
from learnlog.domain.revising import TITLE_MAX
from learnlog.domain.values import Arena
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.labels import area_key, area_name, capital
from learnlog.i18n.plan_labels import level_words
from learnlog.screens.choices import arenas, of
from learnlog.screens.choices import goals as goal_titles
from learnlog.screens.record_form import Layout
from learnlog.text import N_
from learnlog.widgets.choice_field import ChoiceField, MultiField
from learnlog.widgets.date_field import DateField
from learnlog.widgets.field import Field
from learnlog.widgets.fields import LineField, TextField
from learnlog.widgets.pickers import Choice
from learnlog.widgets.segment_field import OptionField

AREA_FORM, GOAL_FORM, ACTION_FORM = "plan.area", "plan.goal", "plan.action"
"""Names of these forms' drafts."""
AHEAD = N_("tomorrow, in two weeks, 12/11")

AREA = Layout(
    AREA_FORM,
    N_("New competence area"),
    N_("Edit competence area"),
    "name",
    (("area", N_("Competence area")),),
    {"area": (("name",), ("requirement",), ("why",), ("description",), ("need",))},
    {"requirement": int, "need": NeedType},
)
GOAL = Layout(
    GOAL_FORM,
    N_("New goal"),
    N_("Edit goal"),
    "title",
    (("goal", N_("What and why")), ("when", N_("When and how far"))),
    {
        "goal": (("title",), ("need",), ("area_id",), ("why",), ("measure",)),
        "when": (("deadline_on", "horizon"), ("from_level",), ("to_level",), ("status",)),
    },
    {"need": NeedType, "horizon": Horizon, "from_level": int, "to_level": int, "status": GoalStatus},
)
ACTION = Layout(
    ACTION_FORM,
    N_("New action"),
    N_("Edit action"),
    "what",
    (("action", N_("What will be done")), ("more", N_("More about it"))),
    {
        "action": (("what",), ("how",), ("who", "responsible"), ("first_step",), ("first_step_on", "due_on")),
        "more": (("arena",), ("goal_id",), ("status",), ("obstacle",), ("vision",)),
    },
    {"who": ActionRole, "responsible": ActionRole, "arena": Arena, "status": ActionStatus},
)


def levels() -> tuple[Choice, ...]:
    """The levels, in words."""
    return tuple(Choice(str(each), capital(level_words(each, translator()))) for each in range(LEVEL_MAX + 1))


def needs() -> tuple[Choice, ...]:
    """What can be missing, as one says it of oneself."""
    return (
        Choice(NeedType.MOBILISE, _("I can do it but do not use it")),
        Choice(NeedType.DEVELOP, _("I want to learn it")),
        Choice(NeedType.ACQUIRE, _("We need it from outside")),
    )


def area_fields(suggestions: Sequence[str]) -> Callable[[dt.date], Sequence[Field]]:
    """The fields of an area; with the suggestions that are not in the plan yet."""

    def names() -> tuple[Choice, ...]:
        return tuple(Choice(key, capital(area_name(key, translator()))) for key in suggestions)

    def fields(_today: dt.date) -> Sequence[Field]:
        return [
            ChoiceField(
                "name",
                N_("Competence area"),
                names,
                empty=N_("choose one, or write your own"),
                named=area_key,
                help_text=N_("Choose from the list, or write an area of your own."),
            ),
            OptionField(
                "requirement",
                N_("What does your work require?"),
                levels,
                optional=True,
                help_text=N_("Where nothing is required, nothing is rated either. You need not rate everything."),
            ),
            TextField(
                "why",
                N_("Why is it required?"),
                optional=True,
                grows=True,
                example=N_("Which goal of the workplace needs it?"),
            ),
            LineField("description", N_("What is meant by it?"), optional=True),
            OptionField(
                "need",
                N_("What is missing?"),
                needs,
                optional=True,
                hint=N_("only if you want to say it otherwise than the levels do"),
            ),
        ]

    return fields


def goal_fields(areas: Sequence[Area]) -> Callable[[dt.date], Sequence[Field]]:
    """The fields of a goal; with the areas it may belong to."""

    def fields(today: dt.date) -> Sequence[Field]:
        return [
            LineField("title", N_("What do you want to be able to do?"), most=TITLE_MAX),
            OptionField("need", N_("What is it about?"), needs),
            ChoiceField("area_id", N_("Competence area"), area_choices(areas), optional=True),
            TextField("why", N_("Why is it important for the work?"), optional=True, grows=True),
            TextField("measure", N_("How do we see that you got there?"), optional=True, grows=True),
            DateField("deadline_on", N_("By when?"), today=today, optional=True, hint=AHEAD, ahead=True),
            ChoiceField("horizon", N_("How far ahead"), of(Horizon), optional=True),
            OptionField("from_level", N_("Where are you now?"), levels, optional=True),
            OptionField("to_level", N_("Where do you want to be?"), levels, optional=True),
            OptionField("status", N_("How far has it come?"), of(GoalStatus)),
        ]

    return fields


def action_fields(goals: Sequence[Goal]) -> Callable[[dt.date], Sequence[Field]]:
    """The fields of an action; with the goals it may lead to."""

    def fields(today: dt.date) -> Sequence[Field]:
        return [
            LineField("what", N_("WHAT will be done?"), most=TITLE_MAX),
            TextField("how", N_("HOW?"), optional=True, grows=True),
            MultiField("who", N_("WHO?"), of(ActionRole), help_text=N_("Only roles, never names.")),
            ChoiceField("responsible", N_("Responsible"), of(ActionRole)),
            LineField("first_step", N_("FIRST STEP?"), optional=True, example=N_("Small enough to do this week.")),
            DateField("first_step_on", N_("When is that?"), today=today, optional=True, hint=AHEAD, ahead=True),
            DateField("due_on", N_("When is all of it done?"), today=today, optional=True, hint=AHEAD, ahead=True),
            OptionField("arena", N_("Where do you learn?"), arenas, optional=True),
            ChoiceField("goal_id", N_("Goal"), goal_titles(goals), optional=True),
            OptionField("status", N_("How far has it come?"), of(ActionStatus)),
            TextField("obstacle", N_("What is in the way?"), optional=True, grows=True),
            TextField("vision", N_("Where does it lead?"), optional=True, grows=True),
        ]

    return fields


def area_choices(areas: Sequence[Area]) -> Callable[[], tuple[Choice, ...]]:
    """Gives areas to choose from."""
    return lambda: tuple(Choice(each.id, capital(area_name(each.name, translator()))) for each in areas)
