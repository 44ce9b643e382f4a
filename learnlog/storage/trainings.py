"""How trainings lie in the log, and what was put off.

A training is one document. Its follow-ups and sharings are kept by round and by id, so that two windows that answer
different ones do not get in each other's way.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from learnlog.domain.entry import Entry
from learnlog.domain.training import (
    Channel,
    FollowUp,
    Initiative,
    Sharing,
    SharingStatus,
    Training,
    TrainingMode,
    TrainingStatus,
)
from learnlog.domain.values import ActivityType
from learnlog.storage.codec import ENTRIES, KEPT, Codec, defaults_of
from learnlog.storage.fields import (
    ANSWERS,
    DAY,
    FLAG,
    NUMBER,
    TEXT,
    TEXTS,
    by_key,
    one_of,
    optional,
    record,
)
from learnlog.storage.repository import Repository
from learnlog.storage.store import Store

_FOLLOWUP = record(FollowUp, round=NUMBER, due_on=DAY, done_on=optional(DAY), answers=ANSWERS, skipped_because=TEXT)
_SHARING = record(
    Sharing,
    id=TEXT,
    channel=one_of(Channel),
    shared_on=optional(DAY),
    audience=TEXT,
    what=TEXT,
    status=one_of(SharingStatus),
    taken=TEXT,
)

TRAININGS: Codec[Training] = Codec(
    "trainings",
    Training,
    defaults_of(Training),
    {
        "title": TEXT,
        "type": one_of(ActivityType),
        "status": one_of(TrainingStatus),
        "start_on": optional(DAY),
        "end_on": optional(DAY),
        "provider": TEXT,
        "minutes": optional(NUMBER),
        "mode": optional(one_of(TrainingMode)),
        "cost": TEXT,
        "mandatory": FLAG,
        "initiative": optional(one_of(Initiative)),
        "project_code": TEXT,
        "areas": TEXTS,
        "goal_ids": TEXTS,
        "before": ANSWERS,
        "dialogue": ANSWERS,
        "confirmed_employee_on": optional(DAY),
        "confirmed_manager_on": optional(DAY),
        "closed_because": TEXT,
        "followups": by_key(_FOLLOWUP, "round"),
        "sharings": by_key(_SHARING, "id"),
        **KEPT,
    },
)


class Snooze(NamedTuple):
    """Something due that was put off.

    Attributes:
        id: The key of what is due, see `learnlog.domain.due`.
        until: The day it shows again.
        revision: Running number of the log line it was read from. Not stored.
    """

    id: str
    until: dt.date
    revision: int = 0


_MARK = b'"training_id":"'
"""Stands in the line of an entry before the training it belongs to."""
SNOOZES: Codec[Snooze] = Codec("snoozes", Snooze, {"until": dt.date.min}, {"until": DAY})


def trainings_of(store: Store) -> Repository[Training]:
    """The trainings in a log."""
    return Repository(store, TRAININGS)


def entries_of(store: Store, training_id: str) -> tuple[Entry, ...]:
    """The entries that belong to a training and are not in the bin, the newest first.

    The undecoded lines tell which ones to look at, so that ten thousand others cost next to nothing.
    """
    mark = _MARK + training_id.encode(errors="replace") + b'"'
    found = (store.entries.get(uid) for uid, line in store.lines_of(ENTRIES.table) if mark in line)
    ours = [each for each in found if training_id and each.training_id == training_id and not each.is_deleted]
    return tuple(sorted(ours, key=_age, reverse=True))


def linked_entries(store: Store) -> dict[str, list[Entry]]:
    """The entries of every training, by its id, the newest first; the log is looked through once."""
    found: dict[str, list[Entry]] = {}
    for uid, line in store.lines_of(ENTRIES.table):
        if _MARK in line and _MARK + b'"' not in line:
            entry = store.entries.get(uid)
            if entry.training_id and not entry.is_deleted:
                found.setdefault(entry.training_id, []).append(entry)
    for entries in found.values():
        entries.sort(key=_age, reverse=True)
    return found


def _age(entry: Entry) -> tuple[object, ...]:
    return (entry.date, entry.created_at is not None, entry.created_at)


def snoozes_of(store: Store) -> Repository[Snooze]:
    """What was put off in a log."""
    return Repository(store, SNOOZES)
