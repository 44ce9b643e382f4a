"""Write the log anew without what nobody needs any more: never inside a save, always all at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from learnlog.storage import lines
from learnlog.storage.fields import moment_json, read_moment
from learnlog.storage.image import Image
from learnlog.storage.json_text import Doc
from learnlog.storage.lines import Header
from learnlog.storage.merge import DELETED

HISTORY = dt.timedelta(days=30)
"""How long every action is kept whole, and what lies in the bin."""
WORTH_IT = 1 << 20
"""Smallest log that is compacted by itself, in bytes."""


def is_due(image: Image, size: int) -> bool:
    """Whether a log is over a megabyte and more than half of its lines no longer hold anything."""
    alive = len({lines.number_of(line) for table in image.tables.values() for line in table.values()})
    return size > WORTH_IT and alive * 2 < len(image.actions)


def compacted(header: Header, image: Image, now: dt.datetime) -> tuple[Header, list[bytes]]:
    """The log without superseded lines from before the last thirty days, and without what was long in the bin.

    Args:
        header: Its first line.
        image: Its lines.
        now: The present moment, aware.

    Returns:
        Header and lines of the new file. Each older document stands in a line of its own, as it was then; the
        numbers, moments and makers of lines stay what they were.
    """
    horizon = moment_json((now - HISTORY).astimezone(dt.UTC).replace(microsecond=0))
    gone = set(_long_in_bin(image, now))
    recent = _first_recent(image.actions, horizon)
    old = Image(image.actions[:recent])
    kept = [
        (lines.number_of(line), line)
        for table, documents in old.tables.items()
        for uid, line in documents.items()
        if (table, uid) not in gone
    ]
    kept.sort(key=lambda each: each[0])
    whole = image.actions[recent:]
    first_whole = lines.number_of(whole[0]) if whole else _last_number(image, header) + 1
    spread = list(_spread(whole))
    return (
        header._replace(
            generation=header.generation + 1,
            compacted_to=_last_number(image, header),
            compacted_lines=len(kept) + len(spread),
            history_from=max(header.history_from, first_whole),
        ),
        [line for _, line in kept] + spread,
    )


def _first_recent(actions: list[bytes], horizon: str) -> int:
    """Place of the first line that is not older than the horizon; a clock that went backwards keeps more, not less."""
    for place, line in enumerate(actions):
        if lines.moment_of(line) >= horizon:
            return place
    return len(actions)


def _long_in_bin(image: Image, now: dt.datetime) -> Iterator[tuple[str, str]]:
    for table in image.tables:
        for uid, _, document in image.documents(table):
            if _deleted_before(document, now - HISTORY):
                yield table, uid


def _deleted_before(document: Doc, horizon: dt.datetime) -> bool:
    deleted = document.get(DELETED)
    try:
        return isinstance(deleted, str) and read_moment(deleted) < horizon
    except ValueError:
        return False


def _spread(actions: list[bytes]) -> Iterator[bytes]:
    """Large lines, a document a line: so a big import is read as fast as what was written one by one."""
    for line in actions:
        action = lines.decode_action(line) if lines.only_document(line) is None else None
        if action is None or action.gone:
            yield line
        else:
            for table, documents in action.put.items():
                for uid in documents:
                    yield lines.single(action, table, uid)


def _last_number(image: Image, header: Header) -> int:
    return lines.number_of(image.actions[-1]) if image.actions else header.compacted_to
