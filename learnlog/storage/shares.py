"""What was shared, as the log remembers it: fingerprints and counts, no copy of the texts."""

from __future__ import annotations

from learnlog.domain.share import Hidden, Reader, SharedKind
from learnlog.domain.share_record import SharedRef, ShareRecord
from learnlog.storage.codec import Codec, defaults_of
from learnlog.storage.fields import DAY, FLAG, MOMENT, NUMBER, TEXT, many, one_of, optional, record
from learnlog.storage.repository import Repository
from learnlog.storage.store import Store

SHARES: Codec[ShareRecord] = Codec(
    "shares",
    ShareRecord,
    defaults_of(ShareRecord),
    {
        "reply_key": TEXT,
        "to_role": one_of(Reader),
        "purpose": TEXT,
        "made_at": optional(MOMENT),
        "kinds": many(one_of(SharedKind)),
        "from_on": optional(DAY),
        "to_on": optional(DAY),
        "is_part": FLAG,
        "items": many(
            record(SharedRef, kind=one_of(SharedKind), uid=TEXT, rev=NUMBER, hash=TEXT, source=TEXT, title=TEXT)
        ),
        "hidden": many(record(Hidden, uid=TEXT, field=TEXT, times=NUMBER)),
        "kept": NUMBER,
        "file_name": TEXT,
        "sealed": TEXT,
        "sha256": TEXT,
    },
)


def shares_of(store: Store) -> Repository[ShareRecord]:
    """What was shared from a log."""
    return Repository(store, SHARES)
