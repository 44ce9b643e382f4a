"""What the commands take that answer a copy, and take an answer in."""

from __future__ import annotations

from learnlog.cli.declaring import JSON, listed
from learnlog.cli.options import Command, Operand, Option
from learnlog.text import N_

QUESTIONS = {"review": ((N_("Answers: the log as a whole"), "review:REVIEW_QUESTIONS"),)}
"""Command → heading, and module and name of the questions its help lists."""

FILES = {
    "review": (
        (
            N_("What the comments file holds"),
            (
                ("reviewer", N_('{"name": "…", "role": "…"}: supervisor, manager or colleague.')),
                ("date", N_("The day you sign, such as 2026-11-20; today by default.")),
                ("answers", N_('{"v1": "…"}: question by question, as below.')),
                (
                    "items",
                    N_('[{"item": "3f9a", "kind": "…", "text": "…", "decision": "…"}]: what you say.'),
                ),
                ("item", N_("The id of what it is about, or its beginning.")),
                ("kind", N_("appreciate, question or suggest; privacy, without a text: somebody can be recognised.")),
                ("decision", N_("approved or changes; may stand with a comment or alone.")),
            ),
        ),
    )
}
"""Command → heading and rows that its help tells of a file it reads."""

COMMANDS: dict[str, Command] = listed(
    Command(
        "review",
        "reviewing:review",
        operands=(Operand(N_("FILE")),),
        options=(
            Option(
                "--comments",
                N_("File with your comments, answers and name: a JSON object. - is standard input."),
                N_("FILE"),
            ),
            Option("--output", N_("Write the answer to this file."), N_("FILE"), short="-o"),
            Option("--force", N_("Replace the file if there is one.")),
            Option("--text", N_("Show the copy as text, also in a terminal.")),
            Option("--identity", N_("File with your secret key, for a copy that is locked for you."), N_("FILE")),
            Option("--passphrase", N_("File with the words that open a locked copy. - is standard input."), N_("FILE")),
            JSON,
        ),
        examples=(
            "learnlog review anna.learnlog-share",
            "learnlog review anna.learnlog-share --text",
            "learnlog review anna.learnlog-share --comments comments.json -o anna.learnlog-review",
        ),
    ),
    Command(
        "merge",
        "merging:merge",
        operands=(Operand(N_("FILE")),),
        options=(Option("--yes", N_("Take it in without asking.")), JSON),
        examples=("learnlog merge anna.learnlog-review", "learnlog merge anna.learnlog-review --yes --json"),
    ),
)
"""What is typed → command; the sentence for each stands in the list of all commands."""
