"""What ``learnlog goal`` is divided into, declared as all commands are; loaded only when it is asked for."""

from __future__ import annotations

from learnlog.cli.declaring import DELETED, ID, JSON, bin_and_back, listed
from learnlog.cli.options import Command, Operand, Option
from learnlog.cli.plan_choices import GOAL_STATUSES, HORIZONS, LEVELS, NEED
from learnlog.text import N_

_FIELDS = (
    NEED,
    Option("--area", N_("The competence area it belongs to: its id, key or name."), N_("ID")),
    Option("--why", N_("Why it is important for the work."), N_("TEXT")),
    Option("--measure", N_("How you see that you got there."), N_("TEXT")),
    Option("--deadline", N_("By when: “1 Jun”, “in three months”, 2027-06-01."), N_("DAY")),
    Option("--horizon", N_("short: within 6 months. long: 6 to 24 months."), "short|long", choices=HORIZONS),
    Option("--status", N_("How far it has come."), N_("KEY"), choices=GOAL_STATUSES),
    Option("--from-level", N_("Where you are now, 0 to 4."), "0–4", choices=LEVELS),
    Option("--to-level", N_("Where you want to be, 0 to 4."), "0–4", choices=LEVELS),
    JSON,
)

EXAMPLES = (
    N_('learnlog goal add "Meet worry calmly, on my own" --area th.dementia --deadline "1 Jun"'),
    "learnlog goal show 3f9a",
    "learnlog goal edit 3f9a --status gs.achieved",
)

COMMANDS: dict[str, Command] = listed(
    Command(
        "goal list",
        "plan_goals:list_goals",
        N_("List goals: those still worked towards first."),
        (),
        (
            Option("--status", N_("Only these. May be repeated."), N_("KEY"), many=True, choices=GOAL_STATUSES),
            Option("--area", N_("Only those of this competence area."), N_("ID")),
            DELETED,
            JSON,
        ),
        ("learnlog goal list", "learnlog goal list --status gs.progress --json"),
    ),
    Command(
        "goal show",
        "plan_goals:show_goal",
        N_("Show a goal: why, how you see it, its actions, and what shows it."),
        (ID,),
        (JSON,),
        ("learnlog goal show 3f9a",),
    ),
    Command(
        "goal add",
        "plan_goals:add",
        N_("Write down what you want to be able to do. From an area it takes what is missing, and why."),
        (Operand(N_("TITLE"), many=True),),
        _FIELDS,
        (
            N_('learnlog goal add "Meet worry calmly, on my own" --area th.dementia --deadline "1 Jun"'),
            N_('learnlog goal add "Use my signs at work" --need mobilise --measure "Five signs in daily use"'),
        ),
    ),
    Command(
        "goal edit",
        "plan_goals:edit",
        N_("Change a goal. An empty text clears a field."),
        (ID,),
        (Option("--title", N_("Another title."), N_("TEXT")), *_FIELDS),
        ("learnlog goal edit 3f9a --status gs.achieved",),
    ),
    *bin_and_back("goal", N_("Move a goal to the bin, and its actions with it."), N_("Take a goal back from the bin.")),
)
"""What is typed after ``goal`` → command."""
