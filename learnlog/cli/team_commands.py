"""What the command takes that puts the copies of many together."""

from __future__ import annotations

from learnlog.cli.declaring import JSON, listed
from learnlog.cli.options import Command, Operand, Option
from learnlog.text import N_

COMMANDS: dict[str, Command] = listed(
    Command(
        "team",
        "team:team",
        operands=(Operand(N_("FOLDER")),),
        options=(
            Option("--csv", N_("Write counts only, as CSV: no names, no texts, and no group of fewer than five.")),
            JSON,
            Option("--identity", N_("File with your secret key, for copies that are locked for you."), N_("FILE")),
            Option("--delete-old", N_("Delete the copies that are older than you keep them; you are asked first.")),
            Option(
                "--keep-years",
                N_("How many years a copy is kept; 2 unless you say otherwise."),
                N_("NUMBER"),
                counts=True,
            ),
            Option("--yes", N_("Do not ask.")),
        ),
        examples=(
            "learnlog team copies",
            "learnlog team copies --csv > needs.csv",
            "learnlog team copies --delete-old",
        ),
    ),
)
"""What is typed → command; the sentence for it stands in the list of all commands."""
