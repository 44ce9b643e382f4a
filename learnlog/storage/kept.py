"""What the owner has said is not about a client: remembered so that nobody asks again, and nobody can read it."""

from __future__ import annotations

from learnlog.domain.identity import Kept, KeptAnswers
from learnlog.storage.codec import Codec, defaults_of
from learnlog.storage.fields import DAY, TEXT, by_key, record
from learnlog.storage.repository import Single
from learnlog.storage.store import Store

KEPT: Codec[KeptAnswers] = Codec(
    "kept",
    KeptAnswers,
    defaults_of(KeptAnswers),
    {"salt": TEXT, "answers": by_key(record(Kept, digest=TEXT, on=DAY), "digest")},
)


def kept_of(store: Store) -> Single[KeptAnswers]:
    """The answers in a log; none before the first."""
    return Single(store, KEPT, KeptAnswers)
