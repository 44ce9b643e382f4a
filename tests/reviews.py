"""Reviews for tests: good ones, and what somebody may have made of them on the way."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from learnlog.domain.comment import Comment, CommentStatus, ReceivedReview, Verdict
from learnlog.domain.review import CommentKind, Decision, Review, ReviewerRole, ReviewItem, Signature
from learnlog.domain.share import KINDS, Reader, Sender, Share, Shared, SharedKind
from learnlog.domain.share_record import SharedRef, ShareRecord
from learnlog.domain.values import Language
from learnlog.storage.shared_form import item_of, reduced, source_hash
from learnlog.storage.shares import shares_of
from learnlog.storage.store import Store
from tests.builders import NOW
from tests.storage.strategies import days, ids, stamps, texts

KEY = "5c" * 32
"""A copy's reply key."""
SOMEBODY = Signature("Eva Exempel", ReviewerRole.SUPERVISOR, dt.date(2026, 11, 21))
ANSWERED = {"v1": "You wait before you help.", "v5": "no", "v6": "read"}


def a_review(*items: ReviewItem, **fields: object) -> Review:
    """A review of a copy, complete."""
    whole: dict[str, object] = {
        "review_id": "e" * 32,
        "share_id": "5" * 32,
        "log_id": "log",
        "signature": SOMEBODY,
        "answers": ANSWERED,
        "items": items,
        **fields,
    }
    return Review(**whole)  # type: ignore[arg-type]  # a test's own fields


def share_of(store: Store, *values: Shared, share_id: str = "5" * 32) -> Share:
    """A copy of some things, which the log remembers having given away."""
    present = frozenset(each.id for each in values)
    items = tuple(item_of(reduced(each, present), each.revision) for each in values)
    header = store.header
    assert header
    share = Share(
        share_id, header.log_id, KEY, NOW, Sender("Kim Exempel"), Reader.SUPERVISOR, Language.SV, "", items=items
    )
    refs = tuple(
        SharedRef(item.kind, item.uid, item.rev, item.hash, source_hash(KINDS[type(value)], value), f"T {item.uid[:4]}")
        for item, value in zip(items, values, strict=True)
    )
    shares_of(store).put(ShareRecord(share_id, KEY, made_at=NOW, items=refs))
    return share


def about(share: Share, place: int, comment_id: str, **fields: object) -> ReviewItem:
    """What is said about one of the things in a copy: a question unless something else is said."""
    item = share.items[place]
    whole: dict[str, object] = {"kind": CommentKind.QUESTION, "text": "What did you do then?", **fields}
    return ReviewItem(comment_id * 32, item.uid, item.hash, **whole)  # type: ignore[arg-type]  # a test's own fields


words = texts.map(lambda text: f"w {text}".strip())
hashes = st.tuples(ids, ids).map("".join)
signatures = st.builds(Signature, words, st.sampled_from(ReviewerRole), days)
targets = st.sampled_from(["1" * 32, "2" * 32, "an_imported-one"])
items = st.builds(
    ReviewItem,
    comment_id=ids,
    target=targets,
    hash=hashes,
    kind=st.sampled_from([CommentKind.APPRECIATE, CommentKind.QUESTION, CommentKind.SUGGEST]),
    text=words,
    decision=st.none(),
)


def _complete(signature: Signature, said: list[ReviewItem], text: str, *, decides: bool) -> Review:
    if decides and said:
        said = [said[0]._replace(decision=Decision.APPROVED), *said[1:]]
    return a_review(*said, signature=signature, answers={**ANSWERED, "v2": text})


reviews = st.builds(
    _complete,
    signatures,
    st.lists(items, max_size=5, unique_by=lambda each: each.comment_id),
    words,
    decides=st.booleans(),
)
"""Reviews that are complete."""

comments = st.builds(
    Comment,
    id=ids,
    target=ids,
    target_kind=st.sampled_from(SharedKind),
    title=texts,
    review_id=ids,
    author_name=texts,
    author_role=st.sampled_from(ReviewerRole),
    kind=st.sampled_from(CommentKind),
    text=texts,
    written_on=st.none() | days,
    version_on=st.none() | days,
    is_stale=st.booleans(),
    is_unplaced=st.booleans(),
    status=st.sampled_from(CommentStatus),
    answer=texts,
    show_in_cv=st.booleans(),
    **stamps,
)
received = st.builds(
    ReceivedReview,
    id=ids,
    share_id=ids,
    author_name=texts,
    author_role=st.sampled_from(ReviewerRole),
    signed_on=st.none() | days,
    answers=st.dictionaries(st.sampled_from(["v1", "v2"]), texts),
    verdicts=st.lists(
        st.builds(Verdict, ids, st.sampled_from(Decision), texts), max_size=3, unique_by=lambda each: each.target
    ).map(tuple),
    **stamps,
)
