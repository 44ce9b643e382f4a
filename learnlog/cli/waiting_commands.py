"""What the commands take that tell what waits and what is missing."""

from __future__ import annotations

from learnlog.cli.declaring import JSON, listed
from learnlog.cli.options import Command, Option
from learnlog.text import N_

COMMANDS: dict[str, Command] = listed(
    Command(
        "due",
        "due:due",
        options=(
            Option("--days", N_("So many days ahead; 14 unless you say otherwise."), N_("NUMBER"), counts=True),
            Option("--snooze", N_("Put this off: its number in the list, or its key."), N_("NUMBER")),
            Option("--until", N_("The day it shows again."), N_("DAY")),
            JSON,
        ),
        examples=("learnlog due", N_('learnlog due --snooze 1 --until "in two weeks"')),
    ),
    Command(
        "gaps",
        "plan_areas:gaps",
        options=(JSON,),
        examples=("learnlog gaps", "learnlog gaps --json"),
    ),
)
"""What is typed → command; the sentence for each stands in the list of all commands."""
