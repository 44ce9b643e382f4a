"""Writes the sample log into a new log, as one action."""

from __future__ import annotations

from learnlog.demo.sample import Sample
from learnlog.storage.comments import COMMENTS, REVIEWS
from learnlog.storage.owner import profile_of, selection_of
from learnlog.storage.plan import PLAN
from learnlog.storage.repository import Repository
from learnlog.storage.shares import shares_of
from learnlog.storage.store import Store
from learnlog.storage.trainings import trainings_of


def write(store: Store, content: Sample) -> None:
    """Put the whole sample into a log: all of it is there afterwards, or nothing.

    Args:
        store: A new log.
        content: What to put there.

    Raises:
        StorageError: If it could not be saved.
    """
    with store.transaction():
        profile_of(store).put(content.profile)
        selection_of(store).put(content.selection)
        for training in content.trainings:
            trainings_of(store).put(training)
        for entry in content.entries:
            store.entries.put(entry)
        for codec, values in zip(PLAN, content.plan, strict=True):
            for value in values:
                Repository(store, codec).put(value)
        for record in content.shares:
            shares_of(store).put(record)
        for review in content.reviews:
            Repository(store, REVIEWS).put(review)
        for comment in content.comments:
            Repository(store, COMMENTS).put(comment)
