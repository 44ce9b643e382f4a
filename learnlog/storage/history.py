"""What has happened to a document, from the log's own lines; and how to take an action back."""

from __future__ import annotations

from typing import NamedTuple

from learnlog.errors import RuleError
from learnlog.storage import merge
from learnlog.storage.image import Image
from learnlog.storage.json_text import Doc
from learnlog.text import N_


class Change(NamedTuple):
    """What one action did to a document.

    Attributes:
        n: Running number of the action.
        at: When, UTC, ISO 8601 with Z.
        by: ``app`` or the command's name.
        fields: (field, before, after) of what differs, as stored; None where it was not there.
        gone: Whether the document was deleted for good.
    """

    n: int
    at: str
    by: str
    fields: tuple[tuple[str, object, object], ...]
    gone: bool = False


def history(image: Image, table: str, uid: str) -> tuple[Change, ...]:
    """What was done to a document, newest first."""
    changes: list[Change] = []
    before: Doc = {}
    for action, document in image.versions(table, uid):
        after = document or {}
        names = [*after, *(name for name in before if name not in after)]
        fields = tuple(
            (name, before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)
        )
        if fields or document is None or not changes:  # one that erased words changed them in every version
            changes.append(Change(action.n, action.at, action.by, fields, gone=document is None))
        before = after
    return tuple(reversed(changes))


def inverse(image: Image, n: int, history_from: int) -> dict[str, dict[str, Doc | None]]:
    """What has to be written to take an action back.

    What others have changed since in the same documents stays, field by field.

    Args:
        image: The log.
        n: The action's running number.
        history_from: Actions before this one can no longer be taken back: what was before them is not kept.

    Raises:
        RuleError: If it is too long ago, or there is no such action.
    """
    actions = image.numbered(n)
    if n < history_from or not actions:
        raise RuleError(N_("This cannot be undone any more: it is too long ago."))
    result: dict[str, dict[str, Doc | None]] = {}
    for action in actions:
        touched = [(table, uid) for table, documents in action.put.items() for uid in documents]
        touched += [(table, uid) for table, ids in action.gone.items() for uid in ids]
        for table, uid in touched:
            result.setdefault(table, {})[uid] = _without(image, table, uid, n)
    return result


def _without(image: Image, table: str, uid: str, n: int) -> Doc | None:
    """A document as it would be without one action."""
    before: Doc | None = None
    after: Doc | None = None
    last = merge.Origin("", "")
    for action, document in image.versions(table, uid):
        if action.n < n:
            before = document
        elif action.n == n:
            after = document
        last = merge.Origin(action.by, action.at)
    return merge.merged(after, before, image.document(table, uid), last)
