"""What the commands of the plan and the talk have in common: choices, operands, options."""

from __future__ import annotations

from learnlog.cli.options import Command, Operand, Option
from learnlog.text import N_

NEEDS = ("mobilise", "develop", "acquire")
LEVELS = ("0", "1", "2", "3", "4")
HORIZONS = ("short", "long")
GOAL_STATUSES = ("gs.suggested", "gs.agreed", "gs.progress", "gs.achieved", "gs.changed", "gs.dropped")
ACTION_STATUSES = ("as.notstarted", "as.started", "as.blocked", "as.done", "as.cancelled")
ACTION_ROLES = ("me", "colleague", "experienced_colleague", "supervisor", "nurse", "manager", "team", "other")
KINDS = ("annual", "half_year", "other")

JSON = Option("--json", N_("Write JSON, for other programs."))
ID = Operand(N_("ID"))
ANSWERS = Option(
    "--answers", N_("File with the answers: a JSON object, question by question. - is standard input."), N_("FILE")
)
DELETED = Option("--deleted", N_("What is in the bin."))
NEED = Option(
    "--need",
    N_("mobilise: I can, it is not used. develop: to be learned. acquire: the workplace needs it from outside."),
    "|".join(NEEDS),
    choices=NEEDS,
)


def listed(*commands: Command) -> dict[str, Command]:
    """Commands by what is typed after the name of the one they are part of."""
    return {each.name.partition(" ")[2]: each for each in commands}


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
