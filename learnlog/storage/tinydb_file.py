"""The log as, and from, an ordinary TinyDB JSON file: nobody is locked in."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

from learnlog.domain.clock import Clock
from learnlog.domain.entry import Entry
from learnlog.domain.printable import taken_in
from learnlog.domain.training import Training
from learnlog.errors import InvalidInputError, RuleError, StorageError
from learnlog.storage import json_text, strict
from learnlog.storage.codec import ENTRIES, Codec
from learnlog.storage.disk import Disk
from learnlog.storage.json_text import Doc
from learnlog.storage.plan import PLAN
from learnlog.storage.store import Store
from learnlog.storage.trainings import TRAININGS
from learnlog.text import N_

FILE_MAX = 256 * 1024 * 1024
"""Largest file taken in, in bytes."""
MANY = 200
"""So many entries added at once make the log worth writing anew."""
ID = "id"
"""What our ids are called in such a file; TinyDB's own are whole numbers."""
FOREIGN = "_default"
"""The table that TinyDB writes to unless told otherwise; learnlog never does."""
_DISK = Disk()
_OF_PLAN = {codec.table: codec for codec in PLAN}
_OUR_ID = re.compile(r"[0-9a-z_-]{1,80}").fullmatch


def dump(store: Store) -> bytes:
    """Every table as `tinydb.TinyDB(path)` reads it: the bin and unknown fields included."""
    ledger = store.ledger
    tables = {
        name: {str(place): {ID: uid} | document for place, (uid, _, document) in enumerate(ledger.documents(name), 1)}
        for name in ledger.table_names()
    }
    return json_text.to_json(tables)


def load(store: Store, path: str, disk: Disk = _DISK) -> int:
    """Add what such a file holds, as one action; what has an id that is there already is left alone.

    Returns:
        How many entries were added.

    Raises:
        RuleError: If it is not such a file, or holds what no form would take; nothing is changed then.
        ForeignFileError: If it is too large, no file, or cannot be read.
        StorageError: If it could not be saved; nothing is changed then.
    """
    tables = {name: _documents(name, table, store.clock) for name, table in _read(path, disk).items()}
    if tables.keys() == {FOREIGN} and tables[FOREIGN]:
        raise _not_ours()
    ledger = store.ledger
    added = 0
    ledger.image  # noqa: B018 - a damaged log is refused before anything is copied
    store.upkeep.copy()
    with ledger.transaction():
        for name, documents in tables.items():
            there = set(ledger.ids(name))
            new = {uid: document for uid, document in documents.items() if uid not in there}
            ledger.change(name, new)
            added += len(new) if name == ENTRIES.table else 0
    if added >= MANY:
        with suppress(StorageError):  # all is in already; a document a line is only faster to read
            store.upkeep.compact(force=True)
    return added


def _read(path: str, disk: Disk) -> dict[str, Any]:
    data = strict.bytes_of(path, FILE_MAX, disk)
    try:
        return json_text.strict(data.removeprefix(b"\xef\xbb\xbf"))  # some editors put that in front
    except json_text.Refused as error:
        raise _not_ours() from error


def _documents(name: str, table: Any, clock: Clock) -> dict[str, Doc]:  # noqa: ANN401 - any JSON
    """A table's documents by our id; where they have none of ours, by one made of what they hold."""
    if not isinstance(table, dict):
        raise _not_ours()
    documents: dict[str, Doc] = {}
    for number, stored in table.items():
        if not isinstance(stored, dict):
            raise _not_ours()
        document = dict(stored)
        uid = document.pop(ID, None) or _made_id(name, number, stored)
        if not isinstance(uid, str) or not _OUR_ID(uid) or uid in documents:
            raise _not_ours()
        if name == ENTRIES.table:
            document = _entry(uid, document, number, clock)
        elif name == TRAININGS.table:
            document = _training(uid, document, number)
        elif name in _OF_PLAN:
            document = _of_plan(_OF_PLAN[name], uid, document, number)
        documents[uid] = document
    return documents


def _made_id(name: str, number: str, stored: Doc) -> str:
    """An id for a document that has none: the same one when the same file is taken in again."""
    from hashlib import sha256  # noqa: PLC0415 - for foreign files only

    return sha256(json_text.to_json([name, number, stored])).hexdigest()[:32]


def _entry(uid: str, document: Doc, number: str, clock: Clock) -> Doc:
    """An entry's document, complete and in order: what a form would not take is not taken in here either.

    One that does not tell when it was written is written now.
    """
    if not isinstance(document.get("title"), str) or ENTRIES.read(document, "date").isoformat() != document.get("date"):
        raise _not_ours()
    entry: Entry = taken_in(ENTRIES.decode(document, 0, id=uid))
    if not document.keys() & {"created_at", "updated_at"}:
        entry = entry._replace(created_at=clock.now(), updated_at=clock.now())
    problems = entry.problems(clock.today())
    if problems:
        raise RuleError(
            N_("Entry number {number} in the file cannot be taken in: {problem} Nothing has been changed."),
            number=number,
            problem=problems[0][1],
        )
    return ENTRIES.encode(entry, document)


def _training(uid: str, document: Doc, number: str) -> Doc:
    """A training's document, as `_entry` does it."""
    if not isinstance(document.get("title"), str):
        raise _not_ours()
    training: Training = taken_in(TRAININGS.decode(document, 0, id=uid))
    problems = training.problems()
    if problems:
        raise RuleError(
            N_("Training number {number} in the file cannot be taken in: {problem} Nothing has been changed."),
            number=number,
            problem=problems[0][1],
        )
    return TRAININGS.encode(training, document)


def _of_plan(codec: Codec[Any], uid: str, document: Doc, number: str) -> Doc:
    """The document of something in the plan, as `_entry` does it."""
    try:
        value = codec.decode(document, 0, id=uid).revised()
    except InvalidInputError as error:
        raise RuleError(
            N_("Number {number} of “{table}” in the file cannot be taken in: {problem} Nothing has been changed."),
            number=number,
            table=codec.table,
            problem=error.problems[0][1],
        ) from error
    return codec.encode(value, document)


def _not_ours() -> RuleError:
    return RuleError(N_("This is not a TinyDB file with learnlog's tables. Nothing has been taken in."))
