"""What the command takes that gives a part of the log to somebody."""

from __future__ import annotations

from learnlog.cli.declaring import FROM, JSON, TO, listed
from learnlog.cli.options import Command, Option
from learnlog.text import N_

READERS = ("supervisor", "manager")
KINDS = ("entries", "trainings", "goals", "areas", "summary", "comments", "all")

COMMANDS: dict[str, Command] = listed(
    Command(
        "share",
        "sharing:share",
        options=(
            Option("--for", N_("Whom it is for; the supervisor by default."), "|".join(READERS), choices=READERS),
            Option(
                "--with",
                N_("What to share: entries that this reader may see, by default; the others only when named here."),
                "|".join(KINDS),
                many=True,
                choices=KINDS,
            ),
            FROM,
            TO,
            Option("--ids", N_("Only these, whatever they are; ids with commas between them."), N_("ID"), many=True),
            Option("--without", N_("Leave these out."), N_("ID"), many=True),
            Option("--purpose", N_("What for, in your words."), N_("TEXT")),
            Option("--hide", N_("Hide what looks like a personal identity number, in the copy.")),
            Option("--keep", N_("Say that what only looks like a number is not about a client; it is remembered.")),
            Option("--hide-all", N_("Hide everything that may tell who somebody is, in the copy.")),
            Option("--passphrase", N_("Lock the file with six words, which are shown once.")),
            Option("--key", N_("Lock the file for the owner of this public key of age."), "age1…"),
            Option("--preview", N_("Show exactly what would leave, and write nothing.")),
            Option("--output", N_("The file, or a folder for it."), N_("FILE"), short="-o"),
            Option("--force", N_("Replace the file if there is one.")),
            Option("--list", N_("Show what you have given, to whom and what for.")),
            JSON,
        ),
        examples=(
            "learnlog share --from 2026 --preview",
            'learnlog share --from 2026 --purpose "before our talk" -o anna',
            "learnlog share --for manager --with all --passphrase -o talk",
            "learnlog share --ids 3f9a,81c2 -o two",
            "learnlog share --list",
        ),
    ),
)
"""What is typed → command; the sentence for it stands in the list of all commands."""
