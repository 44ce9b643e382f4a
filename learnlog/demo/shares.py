"""The copies that the sample log remembers to have been given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from learnlog.demo.when import afternoon, made_id, planned_day
from learnlog.domain.entry import Entry
from learnlog.domain.share import Reader, SharedKind, may_see
from learnlog.domain.share_record import SharedRef, ShareRecord
from learnlog.storage.share_file import SUFFIX
from learnlog.storage.shared_form import item_of, reduced, source_hash

_GIVEN = {Reader.MANAGER: 120, Reader.SUPERVISOR: 33}
"""Whom a copy was given → about how many days ago."""
_LOCKED = {Reader.MANAGER: "passphrase"}


def given(entries: Iterable[Entry], told: dict[str, str], today: dt.date) -> tuple[ShareRecord, ...]:
    """A copy for each reader, with what could be in it on its day.

    Args:
        entries: Those of the sample log.
        told: Reader → what for.
        today: The day every date is counted back from.
    """
    every = tuple(entries)
    return tuple(_record(reader, told[reader], planned_day(today, days), every) for reader, days in _GIVEN.items())


def _record(reader: Reader, purpose: str, day: dt.date, entries: tuple[Entry, ...]) -> ShareRecord:
    key = f"share {reader}"
    uid = made_id(key)
    shown = [each for each in entries if may_see(each, reader) and each.date <= day]
    return ShareRecord(
        id=uid,
        reply_key=made_id(f"{key} a") + made_id(f"{key} b"),
        to_role=reader,
        purpose=purpose,
        made_at=afternoon(day, key),
        kinds=(SharedKind.ENTRY,),
        items=tuple(_ref(each) for each in shown),
        file_name=f"learnlog-{day}-{uid[:8]}{SUFFIX}",
        sealed=_LOCKED.get(reader, ""),
        sha256=made_id(f"{key} c") + made_id(f"{key} d"),
    )


def _ref(entry: Entry) -> SharedRef:
    """What is remembered of an entry; the sample log is written in one line, the first."""
    item = item_of(reduced(entry, frozenset()), 1)
    return SharedRef(item.kind, item.uid, item.rev, item.hash, source_hash(item.kind, entry), entry.title)
