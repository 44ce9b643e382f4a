"""A review in the making: each step gives the next one, and none of them changes what is reviewed.

A review under way is a `Review` that need not be complete: no name yet, questions without an answer.
"""

from __future__ import annotations

import datetime as dt

from learnlog.domain.review import (
    REVIEW_QUESTIONS,
    CommentKind,
    Decision,
    Review,
    ReviewerRole,
    ReviewItem,
    Signature,
    questions_for,
)
from learnlog.domain.review import sends_back as any_recognised
from learnlog.domain.share import Share, SharedItem, SharedKind


def begun(share: Share, review_id: str, today: dt.date) -> Review:
    """A new review of a copy, with nothing said yet."""
    role = ReviewerRole(share.to_role.value)
    return Review(review_id, share.share_id, share.log_id, Signature("", role, today))


def to_comment(share: Share) -> tuple[SharedItem, ...]:
    """What can be commented on, in the order of the copy: everything but earlier comments."""
    return tuple(each for each in share.items if each.kind is not SharedKind.COMMENT)


def said_of(review: Review, target: str) -> tuple[ReviewItem, ...]:
    """What is said about one thing."""
    return tuple(each for each in review.items if each.target == target)


def decision_of(review: Review, target: str) -> Decision | None:
    """What is decided about one thing."""
    return next((each.decision for each in said_of(review, target) if each.decision), None)


def is_flagged(review: Review, target: str) -> bool:
    """Whether somebody can be recognised in one thing."""
    return any_recognised(said_of(review, target))


def is_sent_back(review: Review) -> bool:
    """Whether somebody can be recognised anywhere."""
    return any_recognised(review.items)


def with_comment(review: Review, item: SharedItem, comment_id: str, kind: CommentKind, text: str = "") -> Review:
    """A review with a comment, new or changed.

    Where somebody can be recognised nothing else is said: that comment stands alone, without a word; and a word said
    later takes the mark away.

    Args:
        review: The review.
        item: What it is about.
        comment_id: The comment's id: that of an earlier one is changed.
        kind: What kind of comment.
        text: The comment.
    """
    if kind is CommentKind.PRIVACY:
        others = tuple(each for each in review.items if each.target != item.uid)
        return review._replace(items=(*others, ReviewItem(comment_id, item.uid, item.hash, kind)))
    others = tuple(each for each in review.items if not (each.target == item.uid and each.kind is CommentKind.PRIVACY))
    comment = ReviewItem(comment_id, item.uid, item.hash, kind, text)
    if any(each.comment_id == comment_id for each in others):
        return review._replace(items=tuple(comment if each.comment_id == comment_id else each for each in others))
    return review._replace(items=(*others, comment))


def without(review: Review, comment_id: str) -> Review:
    """A review without a comment."""
    return review._replace(items=tuple(each for each in review.items if each.comment_id != comment_id))


def with_decision(review: Review, item: SharedItem, comment_id: str, decision: Decision | None) -> Review:
    """A review with another decision about one thing, or none."""
    others = tuple(each for each in review.items if each.target != item.uid or each.decision is None)
    if decision is None or is_flagged(review, item.uid):
        return review._replace(items=others)
    return review._replace(items=(*others, ReviewItem(comment_id, item.uid, item.hash, decision=decision)))


def finished(review: Review) -> Review:
    """A review with only the answers that belong in it: few, when somebody can be recognised."""
    asked = questions_for(review.items).ids
    left_out = {key for key in REVIEW_QUESTIONS.ids if key not in asked}
    answers = {key: answer for key, answer in review.answers.items() if key not in left_out and answer.strip()}
    return review._replace(answers=answers)
