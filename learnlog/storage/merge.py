"""Two windows changed the same document: both changes are kept, field by field.

A field that only one of them changed takes that change. One that both changed differently keeps *mine*, the one being
saved, and the other's value is put aside in the document as a clash until its owner has chosen; of a field that is an
object, such as answers by question, only what differs. Deletion against edit: the edit wins.
"""

from __future__ import annotations

from typing import NamedTuple

from learnlog.storage.codec import CLASHES
from learnlog.storage.json_text import Doc

DELETED = "deleted_at"
STAMPS = frozenset({"updated_at"})
"""Fields that every save changes: the later one stands, and nobody is asked."""
_MISSING = object()


class Origin(NamedTuple):
    """Who wrote the other version, and when."""

    by: str
    at: str


def merged(base: Doc | None, mine: Doc | None, theirs: Doc | None, origin: Origin) -> Doc | None:
    """Three versions of a document into one; None stands for a deleted one.

    Args:
        base: The version both started from; None when it is not known any more, or never was.
        mine: The version being saved now.
        theirs: The version in the log.
        origin: Of `theirs`.
    """
    if theirs in (base, mine):
        return mine
    if mine == base or mine is None:
        return theirs  # not changed here; or deleted here and edited there
    if theirs is None:
        return mine
    return _merged_fields(base or {}, mine, theirs, origin)


def _merged_fields(base: Doc, mine: Doc, theirs: Doc, origin: Origin) -> Doc:
    result: Doc = {}
    clashes: list[object] = []
    for name in [*mine, *(name for name in theirs if name not in mine)]:
        versions = (base.get(name, _MISSING), mine.get(name, _MISSING), theirs.get(name, _MISSING))
        value, aside = (versions[1], _MISSING) if name == CLASHES else _merged_field(name, *versions)
        if value is not _MISSING:
            result[name] = value
        if aside is not _MISSING:
            clashes.append({"field": name, "value": aside, "by": origin.by, "at": origin.at})
    if DELETED in result and _edit_meets_deletion(base, mine, theirs):
        result[DELETED] = None
    return _with_clashes(result, base, theirs, clashes)


def _merged_field(name: str, old: object, ours: object, other: object) -> tuple[object, object]:
    """One field, and what is to be put aside of the other's."""
    if ours in (old, other):
        return other, _MISSING
    if other == old:
        return ours, _MISSING
    if name in STAMPS:
        return max(ours, other, key=lambda stamp: stamp if isinstance(stamp, str) else ""), _MISSING
    if isinstance(ours, dict) and isinstance(other, dict):
        return _merged_keys(old if isinstance(old, dict) else {}, ours, other)
    return (other, _MISSING) if ours is _MISSING else (ours, other)


def _merged_keys(base: Doc, mine: Doc, theirs: Doc) -> tuple[object, object]:
    """A field that is an object (answers by question), key by key, however deep, and what is put aside of it.

    What is edited here and taken out there stays.
    """
    result: Doc = {}
    aside: Doc = {}
    for key in [*mine, *(key for key in theirs if key not in mine)]:
        versions = (version.get(key, _MISSING) for version in (base, mine, theirs))
        value, differs = _merged_field("", *versions)
        if value is not _MISSING:
            result[key] = value
        if differs is not _MISSING:
            aside[key] = differs
    return result, aside or _MISSING


def _edited(base: Doc, version: Doc) -> bool:
    """Whether anything but the bin and the stamps was changed."""
    names = (base.keys() | version.keys()) - STAMPS - {DELETED, CLASHES}
    return any(base.get(name, _MISSING) != version.get(name, _MISSING) for name in names)


def _edit_meets_deletion(base: Doc, mine: Doc, theirs: Doc) -> bool:
    """Whether one of them put it in the bin while the other wrote in it."""
    if base.get(DELETED) is not None:
        return False
    mine_deleted, theirs_deleted = (version.get(DELETED) is not None for version in (mine, theirs))
    if mine_deleted == theirs_deleted:
        return False
    return _edited(base, theirs if mine_deleted else mine)


def _with_clashes(result: Doc, base: Doc, theirs: Doc, new: list[object]) -> Doc:
    """Clashes are put aside and settled by both: what one has settled is gone, what one has met is there."""
    before, ours, others = (_list(version.get(CLASHES)) for version in (base, result, theirs))
    kept = [each for each in ours if each not in before or each in others]
    kept += [each for each in [*others, *new] if each not in before and each not in kept]
    if kept or CLASHES in result:
        result[CLASHES] = kept
    return result


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
