"""What commands cost, whole process, beside bare Python in the same run.

    python benchmarks/command_line.py [--runs 15] [--entries 1000 10000 100000]

Every command is run in turn with the others, so that a slow moment of the machine hits all of them; medians. The
milliseconds wobble from machine to machine; the ratios are what counts.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

from logs import build

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = "python -c pass"
LEARNLOG = (sys.executable, "-c", "import sys; from learnlog.cli import main; sys.exit(main())")
"""What the installed ``learnlog`` script does."""
BUDGETS = {"--version": 3.0, "--help": 3.0, "add": 4.0, "list --limit 20": 4.0, "show": 4.0}
"""At most so many times bare Python; for list and show at up to 10,000 entries."""
LIMITS = {"export cv": 500}
"""At most so many milliseconds, at up to 10,000 entries."""
BUDGETED = 10_000


def environment(folder: str, home: str) -> dict[str, str]:
    """A process's environment: this checkout, compiled once and kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {
        "LEARNLOG_HOME": home,
        "LEARNLOG_LANGUAGE": "sv",
        "PYTHONPATH": os.path.dirname(HERE),
        "PYTHONPYCACHEPREFIX": os.path.join(folder, "compiled"),
    }


def commands(folder: str, sizes: Sequence[int]) -> dict[tuple[str, int], tuple[list[str], dict[str, str]]]:
    """(Name, entries) → what is run, in which environment; bare Python first."""
    run: dict[tuple[str, int], tuple[list[str], dict[str, str]]] = {}
    run[PYTHON, 0] = ([sys.executable, "-c", "pass"], environment(folder, folder))
    for size in sizes:
        home = os.path.join(folder, str(size))
        os.makedirs(home, 0o700)
        build(os.path.join(home, "log.jsonl"), size)
        around = environment(folder, home)
        compact = [*LEARNLOG, "doctor", "--compact"]  # one entry a line, as in a log that was written day by day
        subprocess.run(compact, env=around, capture_output=True, check=True)
        uid = subprocess.run([*LEARNLOG, "add", "x"], env=around, capture_output=True, text=True, check=True).stdout
        run["add", size] = ([*LEARNLOG, "add", "Lugn förflyttning"], around)
        run["list --limit 20", size] = ([*LEARNLOG, "list", "--limit", "20"], around)
        run["show", size] = ([*LEARNLOG, "show", uid.strip()[:8]], around)
        run["list --json", size] = ([*LEARNLOG, "list", "--json"], around)
        run["export cv", size] = ([*LEARNLOG, "export", "cv"], around)
    for name in ("--version", "--help"):
        run[name, 0] = ([*LEARNLOG, name], around)
    return run


def interleaved(
    run: dict[tuple[str, int], tuple[list[str], dict[str, str]]], times: int
) -> dict[tuple[str, int], float]:
    """Run everything in turn, so many times and once to warm up; medians in milliseconds."""
    found: dict[tuple[str, int], list[float]] = {key: [] for key in run}
    for round_number in range(times + 1):
        for key, (words, around) in run.items():
            began = time.perf_counter()
            subprocess.run(words, env=around, stdout=subprocess.DEVNULL, check=True)
            if round_number:
                found[key].append((time.perf_counter() - began) * 1000)
    return {key: statistics.median(each) for key, each in found.items()}


def main() -> None:
    """Build the logs, time, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--entries", type=int, nargs="+", default=[1000, 10_000, 100_000])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="learnlog-benchmark-") as folder:
        medians = interleaved(commands(folder, arguments.entries), arguments.runs)
    bare = medians[PYTHON, 0]
    print(f"{'':<20}{'entries':>10}{'ms':>9}{'x Python':>10}{'budget':>8}")
    for (name, size), milliseconds in sorted(medians.items(), key=lambda each: each[0]):
        counts = name in BUDGETS and (name == "add" or size <= BUDGETED)
        budget = f"{BUDGETS[name]:.1f}" if counts else ""
        budget = f"{LIMITS[name]} ms" if name in LIMITS and size <= BUDGETED else budget
        print(f"{name:<20}{size or '':>10}{milliseconds:>9.1f}{milliseconds / bare:>10.2f}{budget:>8}")


if __name__ == "__main__":
    main()
