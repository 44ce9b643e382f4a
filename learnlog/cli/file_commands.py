"""What the commands take that write documents, and take in files."""

from __future__ import annotations

from learnlog.cli.choices import LANGUAGES
from learnlog.cli.declaring import FROM, JSON, TO, listed
from learnlog.cli.options import Command, Operand, Option
from learnlog.text import N_

EXPORTS = ("cv", "log", "plan", "talk", "workshop", "form", "handout", "tinydb")

COMMANDS: dict[str, Command] = listed(
    Command(
        "export",
        "exports:export",
        operands=(Operand(N_("WHAT"), choices=EXPORTS), Operand(N_("ID"), needed=False)),
        options=(
            FROM,
            TO,
            Option("--language", N_("Language of the document."), "sv|nb|en", choices=LANGUAGES),
            Option("--format", N_("Format of the document: md."), "md", choices=("md",)),
            Option("--output", N_("Write to this file instead of standard output."), N_("FILE"), short="-o"),
            Option("--force", N_("Replace the file if there is one.")),
            Option("--hide", N_("Hide personal identity numbers in what is written; the log stays as it is.")),
            Option("--whole", N_("With tinydb: write everything as it is, for yourself.")),
        ),
        examples=(
            "learnlog export cv -o cv.md",
            "learnlog export cv --language nb --from 2025-11-01",
            "learnlog export form 3f9a -o form.md",
            "learnlog export handout 3f9a -o handout.md",
            "learnlog export talk -o talk.md",
            "learnlog export plan --language sv",
            "learnlog export tinydb --whole -o copy.json",
        ),
    ),
    Command(
        "check",
        "checking:check",
        operands=(Operand(N_("FILE"), needed=False),),
        options=(
            Option("--numbers", N_("Tell of personal identity numbers only, not of hints.")),
            Option("--ask-again", N_("First forget what you have said is not about a client: it is told of again.")),
            JSON,
        ),
        examples=("learnlog check", "learnlog check note.txt", "learnlog check --numbers --json"),
    ),
    Command(
        "import",
        "exports:import_file",
        operands=(Operand(N_("FILE")),),
        options=(JSON,),
        examples=("learnlog import copy.json",),
    ),
)
"""What is typed → command; the sentence for each stands in the list of all commands."""
