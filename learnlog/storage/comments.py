"""How comments, and the reviews they came in, lie in the log."""

from __future__ import annotations

from learnlog.domain.comment import Comment, CommentStatus, ReceivedReview, Verdict
from learnlog.domain.review import CommentKind, Decision, ReviewerRole
from learnlog.domain.share import SharedKind
from learnlog.storage.codec import KEPT, Codec, defaults_of
from learnlog.storage.fields import ANSWERS, DAY, FLAG, TEXT, by_key, one_of, optional, record

_VERDICT = record(Verdict, target=TEXT, decision=one_of(Decision), source=TEXT)

COMMENTS: Codec[Comment] = Codec(
    "comments",
    Comment,
    defaults_of(Comment),
    {
        "target": TEXT,
        "target_kind": one_of(SharedKind),
        "title": TEXT,
        "review_id": TEXT,
        "author_name": TEXT,
        "author_role": one_of(ReviewerRole),
        "kind": one_of(CommentKind),
        "text": TEXT,
        "written_on": optional(DAY),
        "version_on": optional(DAY),
        "is_stale": FLAG,
        "is_unplaced": FLAG,
        "status": one_of(CommentStatus),
        "answer": TEXT,
        "show_in_cv": FLAG,
        **KEPT,
    },
)

REVIEWS: Codec[ReceivedReview] = Codec(
    "reviews",
    ReceivedReview,
    defaults_of(ReceivedReview),
    {
        "share_id": TEXT,
        "author_name": TEXT,
        "author_role": one_of(ReviewerRole),
        "signed_on": optional(DAY),
        "answers": ANSWERS,
        "verdicts": by_key(_VERDICT, "target"),
        **KEPT,
    },
)
