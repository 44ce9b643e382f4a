"""What a durable save costs, beside a raw append + fdatasync of the same bytes in the same run.

python benchmarks/save.py [--saves 200] [--entries 1000 10000 100000] [--changed]
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time

from logs import build, entries

from learnlog.bootstrap import system_clock
from learnlog.services.deeds import Deeds
from learnlog.services.log import LearningLog
from learnlog.storage.store import Store

BUDGET, BUDGET_BY_SIZE = 1.5, 1.2
"""A save against the raw append; a save at the largest size against one at the smallest."""


def raw_append(path: str, data: bytes) -> float:
    """Append and sync, as little as a durable save can be; milliseconds."""
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        began = time.perf_counter()
        os.write(file, data)
        getattr(os, "fdatasync", os.fsync)(file)
        return (time.perf_counter() - began) * 1000
    finally:
        os.close(file)


def time_saves(folder: str, size: int, saves: int, *, changed: bool) -> tuple[float, float]:
    """Save entries in a log of that size, and append the same bytes to a file of that size, in turn; medians.

    Args:
        folder: Where.
        size: How many entries there are before.
        saves: How many to save.
        changed: Whether those that are there are changed, or new ones come to them.
    """
    path, raw = os.path.join(folder, "log.jsonl"), os.path.join(folder, "raw")
    build(path, size)
    with open(path, "rb") as source, open(raw, "wb") as target:
        target.write(source.read())
        os.fsync(target.fileno())
    clock = system_clock()
    store = Store.open(path, clock, "benchmark")
    log = LearningLog(store, clock, Deeds(store))
    heads = log.heads()
    log.matching("")  # as the app does: what it searches in is read soon after the first frame, and kept up to date
    ours, theirs = [], []
    for number, entry in enumerate(entries(saves)):
        before = os.path.getsize(path)
        known = log.get(heads[number % size].id) if changed else None
        new = entry._replace(id=log.blank().id, created_at=None, updated_at=None)
        wanted = known._replace(insight=f"{known.insight} …") if known else new
        began = time.perf_counter()
        log.save(wanted)
        ours.append((time.perf_counter() - began) * 1000)
        with open(path, "rb") as file:
            file.seek(before)
            theirs.append(raw_append(raw, file.read()))
    return statistics.median(ours), statistics.median(theirs)


def main() -> None:
    """Time and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--saves", type=int, default=200)
    parser.add_argument("--entries", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--changed", action="store_true", help="save changed entries instead of new ones")
    parser.add_argument("--folder", help="a folder on the disk to be timed (by default the temporary one)")
    arguments = parser.parse_args()
    print(f"{'entries':>10}{'save ms':>10}{'raw ms':>10}{'ratio':>8}   budget {BUDGET}")
    medians = []
    for size in arguments.entries:
        with tempfile.TemporaryDirectory(prefix="learnlog-benchmark-", dir=arguments.folder) as folder:
            ours, raw = time_saves(folder, size, arguments.saves, changed=arguments.changed)
        medians.append(ours)
        print(f"{size:>10,}{ours:>10.3f}{raw:>10.3f}{ours / raw:>8.2f}")
    print(f"largest against smallest: {medians[-1] / medians[0]:.2f}   budget {BUDGET_BY_SIZE}")


if __name__ == "__main__":
    main()
