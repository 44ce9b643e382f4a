"""What the declarations of commands share: operands, options, and the commands that everything kept has."""

from __future__ import annotations

from learnlog.cli.options import Command, Operand, Option
from learnlog.text import N_

JSON = Option("--json", N_("Write JSON, for other programs."))
ID = Operand(N_("ID"))
ANSWERS = Option(
    "--answers", N_("File with the answers: a JSON object, question by question. - is standard input."), N_("FILE")
)
FROM = Option("--from", N_("First day. A day, or a week, a month or a year."), N_("DAY"))
TO = Option("--to", N_("Last day."), N_("DAY"))
DELETED = Option("--deleted", N_("What is in the bin."))


def listed(*commands: Command) -> dict[str, Command]:
    """Commands by what is typed; those that are part of another, by what is typed after its name."""
    return {each.name.rpartition(" ")[2]: each for each in commands}


def bin_and_back(name: str, to_the_bin: str, back: str) -> tuple[Command, Command]:
    """The two commands that put something into the bin, and take it back.

    Args:
        name: What they are part of.
        to_the_bin: English sentence, marked for translation.
        back: English sentence, marked for translation.
    """
    return (
        Command(f"{name} delete", "plan_opening:delete", to_the_bin, (ID,), (JSON,), (f"learnlog {name} delete 3f9a",)),
        Command(
            f"{name} restore",
            "plan_opening:restore",
            back,
            (ID,),
            (JSON,),
            (f"learnlog {name} list --deleted", f"learnlog {name} restore 3f9a"),
        ),
    )
