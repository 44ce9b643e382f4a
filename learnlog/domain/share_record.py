"""What the log remembers of having given somebody a copy: no second copy of the texts."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from learnlog.domain.share import Hidden, Reader, SharedKind


class SharedRef(NamedTuple):
    """What the log remembers of an item it has given away.

    Attributes:
        kind: What it was.
        uid: Its id.
        rev: Running number of the log line it was read from.
        hash: Fingerprint of the item as it stands in the copy: what an answer must name.
        source: Fingerprint of what was written in it in the log, hidden words included and links not: when that of
            today differs, it has been changed since.
        title: What it was called then, as it stands in the copy.
    """

    kind: SharedKind
    uid: str
    rev: int = 0
    hash: str = ""
    source: str = ""
    title: str = ""


class ShareRecord(NamedTuple):
    """What the owner's log remembers of a copy: to whom, what for, when, what was in it. No copy of the texts.

    Attributes:
        id: The copy's `Share.share_id`.
        reply_key: The copy's, to see whether an answer comes from somebody who could read it.
        to_role: Whom it was made for.
        purpose: What for; may be empty.
        made_at: When it was made; aware, UTC. None only in a log that was tampered with.
        kinds: Which kinds were asked for.
        from_on: First day; None for no limit.
        to_on: Last day; None for no limit.
        is_part: Whether something that could have been shown was taken out.
        items: What was in it.
        hidden: What was hidden.
        kept: How many places that look like they name somebody were kept as they were, by the owner's word.
        file_name: Name of the file it was written to, without its folder.
        sealed: How the file was locked: empty for not at all, ``passphrase`` or ``key``.
        sha256: Of the file.
        revision: Running number of the log line it was read from; 0 before the first save. Not stored.
    """

    id: str
    reply_key: str = ""
    to_role: Reader = Reader.SUPERVISOR
    purpose: str = ""
    made_at: dt.datetime | None = None
    kinds: tuple[SharedKind, ...] = ()
    from_on: dt.date | None = None
    to_on: dt.date | None = None
    is_part: bool = False
    items: tuple[SharedRef, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    kept: int = 0
    file_name: str = ""
    sealed: str = ""
    sha256: str = ""
    revision: int = 0

    def item(self, uid: str) -> SharedRef | None:
        """What is remembered of an item; None if it was not in the copy."""
        return next((each for each in self.items if each.uid == uid), None)
