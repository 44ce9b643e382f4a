"""What ``learnlog profile`` takes."""

from __future__ import annotations

from learnlog.cli.declaring import JSON, listed
from learnlog.cli.options import Command, Operand, Option
from learnlog.text import N_

FILES = {
    "profile": (
        (
            N_("What the profile file holds"),
            (
                ("display_name, job_title, unit, workplace, municipality", N_("Texts.")),
                ("percent", N_("A whole number.")),
                ("employed_since", N_("A day, such as 2019-08-19.")),
                ("roles", N_("A list of employee, supervisor, manager.")),
                ("assignments", N_('[{"kind": "…", "title": "…", "since": "2023", "until": ""}]: the kinds as above.')),
                ("languages", N_('[{"name": "…", "level": "C1"}]: the levels as above.')),
                (
                    "credentials",
                    N_(
                        '[{"kind": "delegation", "title": "…", "issuer": "…", "issued": "2026-02", '
                        '"valid_until": "2027-02-19"}]: kinds are education, certificate, protected_title, delegation '
                        "and other."
                    ),
                ),
                (
                    "work_history",
                    N_('[{"place": "…", "title": "…", "since": "2015", "until": "2019", "learned": "…"}]'),
                ),
            ),
        ),
    )
}
"""Command → heading and rows that its help tells of a file it reads."""

COMMANDS: dict[str, Command] = listed(
    Command(
        "profile",
        "profile:profile",
        operands=(Operand(N_("WHAT"), needed=False, choices=("show", "set")),),
        options=(
            Option("--name", N_("Your name, as on the CV."), N_("TEXT")),
            Option("--title", N_("Your title, as on the CV."), N_("TEXT")),
            Option("--unit", N_("Unit or ward."), N_("TEXT")),
            Option("--workplace", N_("Nursing home, home care area …"), N_("TEXT")),
            Option("--municipality", N_("Municipality."), N_("TEXT")),
            Option("--percent", N_("Working time, 1 to 100 per cent."), N_("NUMBER")),
            Option("--since", N_("First day with this employer."), N_("DAY")),
            Option(
                "--role",
                N_("What you are at work. May be repeated."),
                "employee|supervisor|manager",
                many=True,
                choices=("employee", "supervisor", "manager"),
            ),
            Option(
                "--assignment",
                N_("supervisor_1=Title,2024,2025. May be repeated."),
                N_("KIND=TITLE,SINCE,UNTIL"),
                many=True,
            ),
            Option("--speaks", N_("Swedish=C1. May be repeated."), N_("LANGUAGE=LEVEL"), many=True),
            Option("--file", N_("Read the profile from JSON, as “profile show --json” writes it."), N_("FILE")),
            JSON,
        ),
        examples=(
            "learnlog profile show",
            N_('learnlog profile set --name "Kim Exempel" --title undersköterska --speaks Svenska=C1'),
            "learnlog profile set --file profile.json",
        ),
    ),
)
"""What is typed → command; the sentence for each stands in the list of all commands."""
