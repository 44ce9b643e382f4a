"""How soon learnlog is there, and how soon it answers, beside a bare Textual app and bare Python in the same run.

    python benchmarks/start.py [--runs 9] [--entries 1840 10000]

Milliseconds wobble from machine to machine; the ratios are what counts.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile

from logs import NEWEST, build
from terminal import Program, Step, interleaved

LEARNLOG = "import re, sys; from learnlog.cli import main; sys.exit(main())"
"""What the installed ``learnlog`` script does."""
HERE = os.path.dirname(os.path.abspath(__file__))
BARE_PYTHON, BARE_APP = "bare Python", "bare Textual app"
DOWN = "\x1b[B"

BUDGETS = {"first frame": 1.25, "rest": 1.4, "memory": 1.6, "↓ in the list": 1.5, "typing": 1.5}
"""At most so many times the bare app."""
LIMITS = {"search": 35, "to the log, first": 150, "to the log, again": 80}
"""At most so many milliseconds."""
TRAININGS = 300
"""How many of them, and a whole plan, there are in one more log as large as the largest."""
ON_THE_WAY = {"out of the line", "to the search", "out of the search", "back to the start"}
"""Steps that only lead to the next one; they are not shown."""


def programs(folder: str, sizes: list[int]) -> list[Program]:
    """What is timed, in turn."""
    python = sys.executable
    # Modules are compiled once, by the round that warms up, and beside the logs: nothing is left in the checkout.
    compiled = {"PYTHONPYCACHEPREFIX": os.path.join(folder, "compiled"), "PYTHONPATH": os.path.dirname(HERE)}
    timed = [
        Program(BARE_PYTHON, (python, "-c", "print('Here')"), "Here", (), compiled),
        Program(
            BARE_APP,
            (python, os.path.join(HERE, "bare_app.py")),
            "A bare app",
            (Step("typing", "a", times=9),),
            compiled,
        ),
    ]
    for size, trainings in [*((size, 0) for size in sizes), (sizes[-1], TRAININGS)]:
        home = os.path.join(folder, f"{size}-{trainings}")
        os.makedirs(home, 0o700)
        build(os.path.join(home, "log.jsonl"), size, trainings)
        with open(os.path.join(home, "settings.toml"), "w", encoding="utf-8") as file:
            file.write('language = "en"\n')
        steps = (
            Step("out of the line", "\t"),
            Step("to the log, first", "2", NEWEST),
            Step("↓ in the list", DOWN, times=9),
            Step("to the search", "/"),
            *(Step("search", key) for key in "hoist"),  # one by one, as one types
            Step("out of the search", "\x1b", times=2),
            Step("back to the start", "1"),
            Step("to the log, again", "2"),
            Step("new entry", "n"),
            Step("typing", "a", times=9),
        )
        timed.append(
            Program(
                f"learnlog, {size:,} entries" + (f", {trainings} trainings" if trainings else ""),
                (python, "-c", LEARNLOG),
                NEWEST,
                steps,
                {"LEARNLOG_HOME": home, "LEARNLOG_LANGUAGE": "en", **compiled},
                os.path.join(home, "drafts"),
            )
        )
    return timed


def report(results: dict[str, dict[str, float]]) -> None:
    """Print a table with ratios and budgets."""
    bare = results[BARE_APP]
    print(f"{'':<40}{'':<20}{'ms':>8}{'x bare app':>12}{'budget':>9}")
    for name, figures in results.items():
        for figure, value in figures.items():
            if figure in ON_THE_WAY or (name == BARE_PYTHON and figure != "first frame"):
                continue
            reference = bare["typing"] if figure == "↓ in the list" else bare.get(figure)
            ratio = f"{value / reference:.2f}" if reference else ""
            budget = f"{BUDGETS[figure]:.2f} x" if figure in BUDGETS else ""
            budget = f"{LIMITS[figure]} ms" if figure in LIMITS else budget
            print(f"{name:<40}{figure:<20}{value:>8.1f}{ratio:>12}{budget if name.startswith('learnlog') else '':>9}")


def main() -> None:
    """Build the logs, time, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--entries", type=int, nargs="+", default=[1840, 10_000])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="learnlog-benchmark-") as folder:
        report(interleaved(programs(folder, arguments.entries), arguments.runs))


if __name__ == "__main__":
    main()
