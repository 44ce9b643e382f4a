"""What ``learnlog comment`` is divided into, declared as all commands are; loaded only when it is asked for."""

from __future__ import annotations

from learnlog.cli.declaring import ID, JSON, listed
from learnlog.cli.options import Command, Operand, Option
from learnlog.text import N_

EXAMPLES = (
    "learnlog comment list --open",
    N_('learnlog comment answer 3f9a "I will try it next week."'),
    "learnlog comment close 3f9a",
)

COMMANDS: dict[str, Command] = listed(
    Command(
        "comment list",
        "comments:list_comments",
        N_("List comments and reviews, the latest first."),
        (),
        (
            Option("--open", N_("Only what has not been answered or closed.")),
            Option("--item", N_("Only what is about this entry, training, goal, action or area."), N_("ID")),
            JSON,
        ),
        ("learnlog comment list", "learnlog comment list --item 3f9a --json"),
    ),
    Command(
        "comment answer",
        "comments:answer",
        N_("Answer a comment. An empty text opens it again; - reads it from standard input."),
        (ID, Operand(N_("TEXT"))),
        (JSON,),
        (N_('learnlog comment answer 3f9a "I will try it next week."'), "learnlog comment answer 3f9a - < answer.txt"),
    ),
    Command(
        "comment close",
        "comments:close",
        N_("Close a comment: nothing more has to be done about it."),
        (ID,),
        (JSON,),
        ("learnlog comment close 3f9a",),
    ),
    Command(
        "comment quote",
        "comments:quote",
        N_("Quote a comment in the CV summary, or no longer."),
        (ID,),
        (Option("--no", N_("Leave it out again.")), JSON),
        ("learnlog comment quote 3f9a", "learnlog comment quote 3f9a --no"),
    ),
)
"""What is typed after ``comment`` → command."""
