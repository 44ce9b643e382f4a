"""Large logs for the benchmarks: the sample log's entries over and over, spread over the years."""

from __future__ import annotations

import datetime as dt
import os

from learnlog.bootstrap import system_clock
from learnlog.demo.sample import sample
from learnlog.domain.entry import Entry
from learnlog.domain.values import Language, Status
from learnlog.storage.disk import Disk
from learnlog.storage.store import Store

NEWEST = "The newest entry of all"
"""Title of the entry that a start screen shows first."""


def entries(count: int) -> list[Entry]:
    """That many entries, oldest first, the last of today."""
    clock = system_clock()
    models = sample(Language.EN, clock.today()).entries
    made = []
    for number in range(count):
        model = models[number % len(models)]
        # Five a day at most, as far back as it takes.
        day = clock.today() - dt.timedelta(days=(count - 1 - number) // 5)
        made.append(
            model._replace(
                id=os.urandom(16).hex(),
                date=day,
                title=NEWEST if number == count - 1 else f"{model.title} {number}",
                created_at=clock.now(),
                updated_at=clock.now(),
                # Years of drafts would be a strange log; the latest few are.
                status=Status.DRAFT if count - number <= 5 else Status.DONE,
                insight=model.insight or "A small thing is soon done.",
                clashes=(),
                deleted_at=None,
                revision=0,
            )
        )
    return made


class HastyDisk(Disk):
    """A disk that never waits: a benchmark's log need not survive a power cut while it is being made."""

    def sync(self, file: int) -> None:
        """Do not wait."""


def build(path: str, count: int) -> None:
    """Write a new log with that many entries, each an action of its own, as they are written in life."""
    store = Store.open(path, system_clock(), "benchmark", disk=HastyDisk())
    for entry in entries(count):
        store.entries.put(entry)
