"""What a reader has said about a copy that the sample log was given to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from learnlog.demo.when import afternoon, made_id, planned_day
from learnlog.domain.comment import Comment, CommentStatus, ReceivedReview
from learnlog.domain.entry import Entry
from learnlog.domain.review import CommentKind, ReviewerRole
from learnlog.domain.share_record import ShareRecord


def received(
    shape: dict[str, Any], told: dict[str, Any], entries: Iterable[Entry], copy: ShareRecord, today: dt.date
) -> tuple[ReceivedReview, tuple[Comment, ...]]:
    """A review with its comments, all of them answered or closed already.

    Args:
        shape: When it was signed, and what each comment is about.
        told: Who signed it, and its words.
        entries: Those of the sample log.
        copy: The copy it is about.
        today: The day every date is counted back from.
    """
    titles = {each.id: each.title for each in entries}
    signed_on = planned_day(today, shape["days"])
    at, role = afternoon(signed_on, "review"), ReviewerRole(copy.to_role)
    review = ReceivedReview(
        id=made_id("review"),
        share_id=copy.id,
        author_name=told["name"],
        author_role=role,
        signed_on=signed_on,
        answers=dict(told["answers"]),
        created_at=at,
        updated_at=at,
    )
    comments = tuple(
        Comment(
            id=made_id(f"comment {key}"),
            target=made_id(key),
            title=titles[made_id(key)],
            review_id=review.id,
            author_name=review.author_name,
            author_role=role,
            kind=CommentKind(about["kind"]),
            text=told["comments"][key]["text"],
            written_on=signed_on,
            version_on=copy.made_at.date() if copy.made_at else None,
            status=CommentStatus(about["status"]),
            answer=told["comments"][key].get("answer", ""),
            show_in_cv=about.get("cv", False),
            created_at=at,
            updated_at=at,
        )
        for key, about in shape["comments"].items()
    )
    return review, comments
