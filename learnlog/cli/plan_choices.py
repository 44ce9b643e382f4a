"""What the commands of the plan and the talk choose among, and the option they share."""

from __future__ import annotations

from learnlog.cli.options import Option
from learnlog.text import N_

NEEDS = ("mobilise", "develop", "acquire")
LEVELS = ("0", "1", "2", "3", "4")
HORIZONS = ("short", "long")
GOAL_STATUSES = ("gs.suggested", "gs.agreed", "gs.progress", "gs.achieved", "gs.changed", "gs.dropped")
ACTION_STATUSES = ("as.notstarted", "as.started", "as.blocked", "as.done", "as.cancelled")
ACTION_ROLES = ("me", "colleague", "experienced_colleague", "supervisor", "nurse", "manager", "team", "other")
KINDS = ("annual", "half_year", "other")

NEED = Option(
    "--need",
    N_("mobilise: I can, it is not used. develop: to be learned. acquire: the workplace needs it from outside."),
    "|".join(NEEDS),
    choices=NEEDS,
)
