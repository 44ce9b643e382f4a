"""Find what somebody means by an id, in the log and in every copy of it, and where else the same words stand."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from learnlog.errors import NotFoundError
from learnlog.storage import json_text, lines
from learnlog.storage.disk import Disk
from learnlog.storage.holders import Holder, holders, read
from learnlog.storage.json_text import Doc, Refused
from learnlog.storage.locations import Locations
from learnlog.storage.repository import ONLY
from learnlog.storage.store import Store
from learnlog.storage.targets import Key, texts_of
from learnlog.text import N_

_TELLING = 20
"""So long is a text that hardly stands in two places by chance."""
_NONE = N_("There is nothing with that id.")
_DISK = Disk()


class Traces:
    """Looks through a log and everything that holds a part of it; nothing is changed."""

    def __init__(self, store: Store, places: Locations, temporary: str, disk: Disk = _DISK) -> None:
        """Work on an opened log.

        Args:
            store: The log.
            places: Where everything lies.
            temporary: The system's folder of temporary files, where editors were given texts; empty not to look there.
            disk: The system's calls.
        """
        self._store = store
        self._places = places
        self._temporary = temporary
        self._disk = disk
        self._log = os.path.realpath(places.log)

    def find(self, beginning: str) -> Key:
        """The record whose id begins so: in the log, in what it was before, or in a copy of it.

        Raises:
            NotFoundError: If none does, or several do.
            StorageError: If the log or a copy of it cannot be read.
        """
        beginning = beginning.strip().lower()
        if not beginning:
            raise NotFoundError(_NONE)
        found = {key for key, _ in self._documents(beginning.encode(errors="replace")) if key[1].startswith(beginning)}
        found = {key for key in found if key[1] == beginning} or found
        if len(found) > 1:
            raise NotFoundError(N_("Several have an id that begins so. Write more of it."))
        if not found:
            raise NotFoundError(_NONE)
        return next(iter(found))

    def versions(self, keys: Iterable[Key]) -> list[Doc]:
        """All that ever stood in some records, wherever it stands now."""
        wanted = frozenset(keys)
        return [
            document for uid in {uid for _, uid in wanted} for key, document in self._documents(uid.encode())
            if key in wanted
        ]  # fmt: skip

    def elsewhere(self, texts: Iterable[str], keys: Iterable[Key]) -> list[Key]:
        """Other records of the log in which these texts stand, whole, now or in an earlier version.

        Args:
            texts: The texts; short ones say nothing.
            keys: What is not meant.
        """
        known = frozenset(keys)
        telling = [text for text in set(texts) if len(text) >= _TELLING and " " in text]
        needles = [json_text.to_json(text)[1:-1] for text in telling]
        found: dict[Key, None] = {}
        for line in self._store.ledger.image.actions if needles else ():
            if any(needle in line for needle in needles):
                for key, document in _documents_in(line):
                    if key not in known and any(one in text for text in texts_of(document) for one in telling):
                        found[key] = None
        return list(found)

    def _holders(self) -> list[Holder]:
        return holders(self._places, self._disk, self._temporary)

    def _documents(self, needle: bytes) -> Iterator[tuple[Key, Doc]]:
        """Documents of the log and of all copies, of lines in which something stands; each line once."""
        seen: set[bytes] = set()
        rows = [self._store.ledger.image.actions]
        rows += (read(each, self._disk).split(b"\n") for each in self._holders() if each.is_log)
        for each in rows:
            for line in each:
                if needle in line and line[: -len(lines.UNSEALED)] not in seen:
                    seen.add(line[: -len(lines.UNSEALED)])
                    yield from filter(_is_record, _documents_in(line.removesuffix(b"\r")))


def _is_record(found: tuple[Key, Doc]) -> bool:
    """Whether an id can be meant by somebody: of what there is one of, and of what is put off, none is."""
    table, uid = found[0]
    return uid != ONLY and table != "snoozes"


def _documents_in(line: bytes) -> Iterator[tuple[Key, Doc]]:
    try:
        put = lines.decode_action(line).put
    except Refused:
        return
    yield from (((table, uid), each) for table, documents in put.items() for uid, each in documents.items())
