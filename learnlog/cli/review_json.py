"""Comments, reviews and copies as JSON for other programs. These names are a promise; stored ones may change."""

from __future__ import annotations

from typing import Any

from learnlog.cli.entry_json import iso, moment
from learnlog.domain.comment import Comment, ReceivedReview
from learnlog.domain.merging import Judged, MergePlan, Outcome
from learnlog.domain.share import Share


def comment_object(comment: Comment) -> dict[str, Any]:
    """A comment; what its author states is nowhere checked."""
    return {
        "id": comment.id,
        "item": comment.target,
        "item_kind": comment.target_kind,
        "title": comment.title,
        "review": comment.review_id,
        "author": comment.author_name,
        "role": comment.author_role,
        "kind": comment.kind,
        "text": comment.text,
        "date": iso(comment.written_on),
        "version": iso(comment.version_on),
        "earlier_version": comment.is_stale,
        "unplaced": comment.is_unplaced,
        "status": comment.status,
        "answer": comment.answer,
        "show_in_cv": comment.show_in_cv,
        "received_at": moment(comment.created_at),
    }


def review_object(review: ReceivedReview) -> dict[str, Any]:
    """A review that has been taken in."""
    return {
        "id": review.id,
        "share": review.share_id,
        "author": review.author_name,
        "role": review.author_role,
        "date": iso(review.signed_on),
        "answers": {key: answer for key, answer in review.answers.items() if answer},
        "decisions": {each.target: each.decision for each in review.verdicts},
        "received_at": moment(review.created_at),
    }


def plan_object(plan: MergePlan, *, saved: bool) -> dict[str, Any]:
    """What taking a review in does, or has done."""
    signature = plan.review.signature
    return {
        "saved": saved,
        "review": plan.review.review_id,
        "share": plan.review.share_id,
        "author": signature.name,
        "role": signature.role,
        "date": signature.signed_on.isoformat(),
        "known": plan.is_known,
        "counts": {outcome.value: len(plan.of(outcome)) for outcome in Outcome},
        "items": [_judged(each) for each in plan.items],
    }


def _judged(each: Judged) -> dict[str, Any]:
    return {
        "number": each.number,
        "comment": each.item.comment_id,
        "item": each.item.target,
        "title": each.ref.title if each.ref else None,
        "outcome": each.outcome,
        "kind": each.item.kind,
        "text": each.item.text,
        "decision": each.item.decision,
    }


def share_object(share: Share) -> dict[str, Any]:
    """A copy that somebody has given; without the key by which an answer is recognised."""
    import json

    from learnlog.storage.share_file import encoded

    told: dict[str, Any] = json.loads(encoded(share))
    del told["reply_key"]
    return told
