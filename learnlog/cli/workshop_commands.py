"""What ``learnlog workshop`` is divided into, declared as all commands are; loaded only when it is asked for."""

from __future__ import annotations

from learnlog.cli.declaring import ANSWERS, DELETED, ID, JSON, bin_and_back, listed
from learnlog.cli.options import Command, Operand, Option
from learnlog.text import N_

_WORK = (N_("Answers: the workshop"), "workshop_answers:WORK")
_END = (N_("Answers: what comes of it"), "workshop_answers:END")
QUESTIONS = {"workshop add": (_WORK,), "workshop edit": (_WORK,), "workshop finish": (_WORK, _END)}
"""Command → heading, and module and name of the questions its help lists."""

_TEAM = Option("--team", N_("It is held in a team, and not alone."), negative=True)

EXAMPLES = (
    "learnlog workshop add --answers workshop.json",
    "learnlog workshop finish 3f9a --answers actions.json",
)

COMMANDS: dict[str, Command] = listed(
    Command(
        "workshop list",
        "plan_workshops:list_workshops",
        N_("List future workshops, the latest first."),
        (),
        (DELETED, JSON),
        ("learnlog workshop list",),
    ),
    Command(
        "workshop show",
        "plan_workshops:show_workshop",
        N_("Show a future workshop, phase by phase."),
        (ID,),
        (JSON,),
        ("learnlog workshop show 3f9a",),
    ),
    Command(
        "workshop add",
        "plan_workshops:add",
        N_("Begin a future workshop: a question, or a file with as much as there is."),
        (Operand(N_("QUESTION"), needed=False, many=True),),
        (_TEAM, ANSWERS, JSON),
        (
            N_('learnlog workshop add "How do evenings become calmer?" --team'),
            "learnlog workshop add --answers workshop.json",
        ),
    ),
    Command(
        "workshop edit",
        "plan_workshops:edit",
        N_("Go on with a future workshop, or change it."),
        (ID,),
        (_TEAM, ANSWERS, JSON),
        ("learnlog workshop edit 3f9a --answers more.json",),
    ),
    Command(
        "workshop finish",
        "plan_workshops:finish",
        N_("End a future workshop: its goal and actions are in the plan from then on."),
        (ID,),
        (ANSWERS, Option("--goal", N_("A goal that is in the plan already."), N_("ID")), JSON),
        ("learnlog workshop finish 3f9a --answers actions.json",),
    ),
    *bin_and_back(
        "workshop", N_("Move a future workshop to the bin."), N_("Take a future workshop back from the bin.")
    ),
)
"""What is typed after ``workshop`` → command."""
