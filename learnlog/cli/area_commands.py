"""What ``learnlog area`` is divided into, declared as all commands are; loaded only when it is asked for."""

from __future__ import annotations

from learnlog.cli.choices import APPLIED
from learnlog.cli.declaring import ANSWERS, DELETED, ID, JSON, bin_and_back, listed
from learnlog.cli.options import Command, Operand, Option
from learnlog.cli.plan_choices import LEVELS, NEED
from learnlog.text import N_

QUESTIONS = {name: ((N_("Answers: what is missing"), "plan_questions:ANALYSIS"),) for name in ("area add", "area edit")}
"""Command → heading, and module and name of the questions its help lists."""

_LEVEL = Option(
    "--level",
    N_(
        "Your own estimate. 0: no experience yet. 1: know about it. 2: with support."
        " 3: on your own. 4: can guide others."
    ),
    "0–4",
    choices=LEVELS,
)
_USED = Option(
    "--used", N_("How much you use it at work: us.0 (not yet) to us.4 (always)."), N_("STEP"), choices=APPLIED
)
_FIELDS = (
    Option(
        "--requirement", N_("What the work requires, 0 to 4. Without it nobody has to rate."), "0–4", choices=LEVELS
    ),
    Option("--why", N_("Why it is required: which goal of the service."), N_("TEXT")),
    Option("--description", N_("What is meant by it."), N_("TEXT")),
    _LEVEL,
    _USED,
    NEED,
    Option("--evidence", N_("An entry that shows it. May be repeated."), N_("ID"), many=True),
    Option("--active", N_("You work with it now.")),
    Option("--rest", N_("It rests: it is kept, and asks for nothing.")),
    ANSWERS,
    JSON,
)

EXAMPLES = (
    "learnlog area add th.dementia --requirement 3 --level 2 --used us.3",
    "learnlog area rate th.dementia --level 3",
    "learnlog area show th.dementia",
)

COMMANDS: dict[str, Command] = listed(
    Command(
        "area list",
        "plan_areas:list_areas",
        N_("List competence areas: what is required, what you can, what is missing."),
        (),
        (Option("--resting", N_("Those that rest, too.")), DELETED, JSON),
        ("learnlog area list", "learnlog area list --resting --json"),
    ),
    Command(
        "area show",
        "plan_areas:show_area",
        N_("Show a competence area: then and now, and what shows it."),
        (ID,),
        (JSON,),
        ("learnlog area show th.dementia", "learnlog area show 3f9a"),
    ),
    Command(
        "area add",
        "plan_areas:add",
        N_("Take up a competence area: a suggested one by its key or name, or one of your own."),
        (Operand(N_("NAME"), many=True),),
        _FIELDS,
        (
            "learnlog area add th.dementia --requirement 3 --level 2 --used us.3",
            N_('learnlog area add "Signs as support" --level 3 --used us.0'),
        ),
    ),
    Command(
        "area edit",
        "plan_areas:edit",
        N_("Change a competence area. An empty text clears a field."),
        (ID,),
        (Option("--name", N_("Another name."), N_("NAME")), *_FIELDS),
        (
            N_('learnlog area edit 3f9a --requirement 3 --why "More people with dementia live here."'),
            "learnlog area edit th.dementia --answers analysis.json",
        ),
    ),
    Command(
        "area rate",
        "plan_areas:rate",
        N_("Say what you can today, and whether it is used. The estimate before stays in the history."),
        (ID,),
        (_LEVEL, _USED, JSON),
        ("learnlog area rate th.dementia --level 3 --used us.3",),
    ),
    Command(
        "area rest",
        "plan_areas:rest",
        N_("Let a competence area rest. It is kept, and asks for nothing."),
        (ID,),
        (JSON,),
        ("learnlog area rest th.digital", "learnlog area edit th.digital --active"),
    ),
    *bin_and_back("area", N_("Move a competence area to the bin."), N_("Take a competence area back from the bin.")),
)
"""What is typed after ``area`` → command."""
