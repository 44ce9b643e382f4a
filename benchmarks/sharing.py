"""How long it takes to open a folder with the copies that many people gave: a team's, and a whole unit's.

    python benchmarks/sharing.py [--runs 5]

The copies are as `learnlog share` writes them, not locked: entries of the sample log, its trainings, goals and actions.
Each is read as if a stranger had made it; nothing is known before.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import tempfile
import time
from typing import NamedTuple

from logs import entries

from learnlog.bootstrap import system_clock
from learnlog.demo.sample import sample
from learnlog.domain.share import Chosen, Reader, Sender, Share, Shared, SharedKind
from learnlog.domain.values import Language, Visibility
from learnlog.services.team import SharedFolder
from learnlog.storage import share_file
from learnlog.storage.shared_form import item_of, reduced


class Folder(NamedTuple):
    """So many copies with so many things in each, and in how many seconds they should be open."""

    copies: int
    items: int
    budget: float


FOLDERS = (Folder(35, 140, 0.3), Folder(800, 40, 3.0))


def values(count: int) -> list[Shared]:
    """That many things for a supervisor: entries, and one thing in five of another kind."""
    found = sample(Language.EN, system_clock().today())
    others: list[Shared] = list(found.trainings)
    others = [*others, *found.plan.goals, *found.plan.actions][: count // 5]
    shown: list[Shared] = [each._replace(visibility=Visibility.SUPERVISOR) for each in entries(count - len(others))]
    return [*shown, *others]


def copy(given: list[Shared], number: int) -> bytes:
    """Somebody's copy, as a file: everybody's has other ids."""
    own = [each._replace(id=f"{number:04x}{each.id[4:]}") for each in given]
    present = frozenset(each.id for each in own)
    share = Share(
        share_id=os.urandom(16).hex(),
        log_id=os.urandom(16).hex(),
        reply_key=os.urandom(32).hex(),
        created=system_clock().now(),
        from_=Sender(f"Person {number}", "assistant nurse", "Björken"),
        to_role=Reader.SUPERVISOR,
        language=Language.EN,
        selection=Chosen(tuple(SharedKind)),
        items=tuple(item_of(reduced(each, present), 1) for each in own),
    )
    return share_file.encoded(share)


def time_opening(where: str, folder: Folder, runs: int) -> tuple[float, float]:
    """Write the copies, open them all so many times; seconds, and megabytes read."""
    given = values(folder.items)
    size = 0
    for number in range(folder.copies):
        data = copy(given, number)
        size += len(data)
        with open(os.path.join(where, f"{number:04}{share_file.SUFFIX}"), "wb") as file:
            file.write(data)
    taken = []
    for _ in range(runs):
        shared = SharedFolder(where, system_clock())
        began = time.perf_counter()
        opened = shared.opened()
        shared.team(opened.copies)
        taken.append(time.perf_counter() - began)
        if len(opened.copies) != folder.copies:
            message = f"{len(opened.copies)} of {folder.copies} copies were opened: {opened.skipped[:1]}"
            raise RuntimeError(message)
    return statistics.median(taken), size / 1e6


def main() -> None:
    """Time and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    gc.disable()  # as every command does
    print(f"{'copies':>8}{'things':>8}{'MB':>8}{'s':>8}{'budget':>8}")
    for folder in FOLDERS:
        with tempfile.TemporaryDirectory(prefix="learnlog-benchmark-") as where:
            taken, size = time_opening(where, folder, arguments.runs)
        print(f"{folder.copies:>8}{folder.items:>8}{size:>8.1f}{taken:>8.2f}{folder.budget:>8.1f}")


if __name__ == "__main__":
    main()
