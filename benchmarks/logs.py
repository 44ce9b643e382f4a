"""Large logs for the benchmarks: the sample log's entries over and over, spread over the years; trainings as well."""

from __future__ import annotations

import datetime as dt
import os

from learnlog.bootstrap import system_clock
from learnlog.demo.sample import sample
from learnlog.domain.entry import Entry
from learnlog.domain.values import Language, Status
from learnlog.storage.disk import Disk
from learnlog.storage.plan import PLAN
from learnlog.storage.repository import Repository
from learnlog.storage.store import Store
from learnlog.storage.trainings import trainings_of

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


def build(path: str, count: int, trainings: int = 0) -> None:
    """Write a new log with that many entries, each an action of its own, as they are written in life.

    Args:
        path: The log file.
        count: How many entries.
        trainings: How many trainings before them, in every state there is; the whole plan comes along with them.
    """
    store = Store.open(path, system_clock(), "benchmark", disk=HastyDisk())
    if trainings:
        found = sample(Language.EN, system_clock().today())
        for codec, values in zip(PLAN, found.plan, strict=True):
            for value in values:
                Repository(store, codec).put(value)
        for number in range(trainings):
            model = found.trainings[number % len(found.trainings)]
            trainings_of(store).put(model._replace(id=os.urandom(16).hex(), title=f"{model.title} {number}"))
    for entry in entries(count):
        store.entries.put(entry)
