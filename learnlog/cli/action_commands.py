"""What ``learnlog action`` is divided into, declared as all commands are; loaded only when it is asked for."""

from __future__ import annotations

from learnlog.cli.choices import ARENAS
from learnlog.cli.declaring import DELETED, ID, JSON, bin_and_back, listed
from learnlog.cli.options import Command, Operand, Option
from learnlog.cli.plan_choices import ACTION_ROLES, ACTION_STATUSES
from learnlog.text import N_

_FIELDS = (
    Option("--how", N_("How it is done."), N_("TEXT")),
    Option("--who", N_("Who takes part, as a role. May be repeated."), N_("ROLE"), many=True, choices=ACTION_ROLES),
    Option("--responsible", N_("Who answers for it, as a role."), N_("ROLE"), choices=ACTION_ROLES),
    Option("--first-step", N_("The first step."), N_("TEXT")),
    Option("--first-step-on", N_("When the first step is taken."), N_("DAY")),
    Option("--due", N_("When all of it is to be done."), N_("DAY")),
    Option("--status", N_("How far it has come."), N_("KEY"), choices=ACTION_STATUSES),
    Option(
        "--arena", N_("Where: in daily work, at the workplace, outside the workplace."), "in|at|out", choices=ARENAS
    ),
    Option("--obstacle", N_("What is in the way."), N_("TEXT")),
    Option("--vision", N_("What it leads to."), N_("TEXT")),
    Option("--goal", N_("The goal it leads to."), N_("ID")),
    JSON,
)

EXAMPLES = (
    N_('learnlog action add "Five signs at a time" --first-step "Show five" --first-step-on "12 Jan"'),
    "learnlog action step 3f9a",
    N_('learnlog action review 3f9a --happened "Ten signs are used" --onward "Ten more in spring"'),
)

COMMANDS: dict[str, Command] = listed(
    Command(
        "action list",
        "plan_actions:list_actions",
        N_("List actions: those still to be done first, by their day."),
        (),
        (
            Option("--status", N_("Only these. May be repeated."), N_("KEY"), many=True, choices=ACTION_STATUSES),
            Option("--goal", N_("Only those of this goal."), N_("ID")),
            DELETED,
            JSON,
        ),
        ("learnlog action list", "learnlog action list --goal 3f9a --json"),
    ),
    Command(
        "action show",
        "plan_actions:show_action",
        N_("Show an action: what, how, who, first step, and what became of it."),
        (ID,),
        (JSON,),
        ("learnlog action show 3f9a",),
    ),
    Command(
        "action add",
        "plan_actions:add",
        N_("Write down what will be done."),
        (Operand(N_("WHAT"), many=True),),
        _FIELDS,
        (
            N_('learnlog action add "Twenty signs for all of us" --goal 3f9a --arena in --who me --who colleague'),
            N_('learnlog action add "Five signs at a time" --first-step "Show five" --first-step-on "12 Jan"'),
        ),
    ),
    Command(
        "action edit",
        "plan_actions:edit",
        N_("Change an action. An empty text clears a field."),
        (ID,),
        (Option("--what", N_("Another name for what is done."), N_("TEXT")), *_FIELDS),
        ('learnlog action edit 3f9a --due "2027-06-01"',),
    ),
    Command(
        "action step",
        "plan_actions:step",
        N_("Say that the first step is taken."),
        (ID,),
        (Option("--date", N_("The day it was taken. Today unless you say otherwise."), N_("DAY")), JSON),
        ("learnlog action step 3f9a", "learnlog action step 3f9a --date yesterday"),
    ),
    Command(
        "action review",
        "plan_actions:review",
        N_("Say what has happened, what has not, and how you go on. It is kept as a history."),
        (ID,),
        (
            Option("--happened", N_("What has happened?"), N_("TEXT")),
            Option("--not-happened", N_("What has not happened?"), N_("TEXT")),
            Option("--onward", N_("How do we go on?"), N_("TEXT")),
            Option("--date", N_("The day it is said of. Today unless you say otherwise."), N_("DAY")),
            JSON,
        ),
        (N_('learnlog action review 3f9a --happened "Ten signs are used" --onward "Ten more in spring"'),),
    ),
    Command(
        "action done",
        "plan_actions:done",
        N_("Say that an action is done."),
        (ID,),
        (JSON,),
        ("learnlog action done 3f9a",),
    ),
    *bin_and_back("action", N_("Move an action to the bin."), N_("Take an action back from the bin.")),
)
"""What is typed after ``action`` → command."""
