"""What the commands take that look after learnlog itself, and show it."""

from __future__ import annotations

from learnlog.cli.choices import LANGUAGES
from learnlog.cli.declaring import JSON, listed
from learnlog.cli.options import Command, Operand, Option
from learnlog.text import N_

COMMANDS: dict[str, Command] = listed(
    Command(
        "paths",
        "upkeep:paths",
        options=(JSON,),
        examples=("learnlog paths",),
    ),
    Command(
        "doctor",
        "upkeep:doctor",
        options=(
            Option("--fix", N_("Repair what can be repaired without a choice. A copy is made first.")),
            Option("--restore", N_("Restore a damaged log: from “best”, or from the copy with this name."), N_("COPY")),
            Option("--start-anew", N_("Begin a new log when nothing can be restored. The old file is kept.")),
            Option("--compact", N_("Make the log file smaller.")),
            JSON,
        ),
        examples=("learnlog doctor", "learnlog doctor --json", "learnlog doctor --restore best"),
    ),
    Command(
        "purge",
        "purging:purge",
        operands=(Operand(N_("ID"), needed=False, many=True),),
        options=(
            Option("--matches-identity", N_("Mask every valid personal identity number, in every version.")),
            Option(
                "--words",
                N_("Mask the words in a file, one to a line, in every version. - is standard input."),
                N_("FILE"),
            ),
            Option("--dry-run", N_("Tell what would be erased, and where it stands. Nothing is changed.")),
            Option("--yes", N_("Do not ask.")),
            JSON,
        ),
        examples=("learnlog purge 3f9a --dry-run", "learnlog purge --matches-identity", "learnlog purge --words -"),
    ),
    Command(
        "demo",
        "start:demo",
        options=(
            Option("--language", N_("Language of the sample log."), "sv|nb|en", choices=LANGUAGES),
            Option("--check", N_("Draw every screen once, without a terminal, and say whether it went well.")),
        ),
        examples=("learnlog demo", "learnlog demo --language nb"),
    ),
    Command(
        "completion",
        "completion:completion",
        operands=(Operand(N_("SHELL"), choices=("bash", "zsh", "fish")),),
        examples=("learnlog completion bash > ~/.local/share/bash-completion/completions/learnlog",),
    ),
)
"""What is typed → command; the sentence for each stands in the list of all commands."""
