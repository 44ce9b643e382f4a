"""What ``learnlog talk`` is divided into, declared as all commands are; loaded only when it is asked for."""

from __future__ import annotations

from learnlog.cli.declaring import ANSWERS, DELETED, ID, JSON, bin_and_back, listed
from learnlog.cli.options import Command, Option
from learnlog.cli.plan_choices import KINDS
from learnlog.text import N_

QUESTIONS = {
    "talk prepare": (
        (N_("Answers: my preparation"), "plan_questions:PREPARATION"),
        (N_("Answers: the manager's preparation"), "plan_questions:MANAGERS"),
        (N_("Answers: yearly evaluation of the plan"), "plan_questions:EVALUATION"),
    )
}
"""Command → heading, and module and name of the questions its help lists."""

_KIND = Option(
    "--kind", N_("annual: once a year. half_year: halfway, to follow up. other."), "|".join(KINDS), choices=KINDS
)
_WHO = Option("--who", N_("Who takes part, as roles."), N_("TEXT"))
_NEXT = Option("--next", N_("The day of the next talk."), N_("DAY"))
_AGREEMENT = Option("--agreement", N_("What was agreed, in a sentence. May be repeated."), N_("TEXT"), many=True)

EXAMPLES = (
    N_('learnlog talk add --date "12 Oct"'),
    "learnlog talk prepare 3f9a --answers talk.json",
    N_('learnlog talk hold 3f9a --goal 81c2 --next "in a year" --agreement "An hour a month"'),
    "learnlog talk show 3f9a",
)

COMMANDS: dict[str, Command] = listed(
    Command(
        "talk list",
        "plan_talks:list_talks",
        N_("List development talks, the latest first."),
        (),
        (DELETED, JSON),
        ("learnlog talk list",),
    ),
    Command(
        "talk show",
        "plan_talks:show_talk",
        N_("Show a talk: looking back, preparation, and what was agreed."),
        (ID,),
        (Option("--summary", N_("Show the CV summary as it was shown in the talk.")), JSON),
        ("learnlog talk show 3f9a", "learnlog talk show 3f9a --summary"),
    ),
    Command(
        "talk add",
        "plan_talks:add",
        N_("Begin to prepare a talk. It starts from what the last one agreed."),
        (),
        (Option("--date", N_("The day of the talk."), N_("DAY")), _KIND, _WHO, JSON),
        (N_('learnlog talk add --date "12 Oct"'), "learnlog talk add --kind half_year"),
    ),
    Command(
        "talk edit",
        "plan_talks:edit",
        N_("Change a talk. An empty text clears a field."),
        (ID,),
        (Option("--date", N_("The day of the talk."), N_("DAY")), _KIND, _WHO, _NEXT, _AGREEMENT, JSON),
        ('learnlog talk edit 3f9a --date "2027-10-12"',),
    ),
    Command(
        "talk prepare",
        "plan_talks:prepare",
        N_("Answer the questions before a talk, bit by bit; also what the manager says."),
        (ID,),
        (ANSWERS, JSON),
        ("learnlog export talk 3f9a -o talk.md", "learnlog talk prepare 3f9a --answers talk.json"),
    ),
    Command(
        "talk hold",
        "plan_talks:hold",
        N_("Write down a talk that was held: what was agreed. The CV summary is kept as it was shown."),
        (ID,),
        (
            Option("--date", N_("The day it was held: the one it has, or today."), N_("DAY")),
            _WHO,
            _NEXT,
            _AGREEMENT,
            Option("--goal", N_("A goal that was agreed. May be repeated."), N_("ID"), many=True),
            Option("--action", N_("An action that was agreed. May be repeated."), N_("ID"), many=True),
            Option("--require", N_("What the work requires in an area, 0 to 4. May be repeated."), "ID=3", many=True),
            Option("--as-now", N_("Keep goals and actions as they read now, not as they were agreed.")),
            JSON,
        ),
        (N_('learnlog talk hold 3f9a --goal 81c2 --action 57ad --next "in a year" --agreement "An hour a month"'),),
    ),
    *bin_and_back("talk", N_("Move a talk to the bin."), N_("Take a talk back from the bin.")),
)
"""What is typed after ``talk`` → command."""
