"""What others have said about the log, as its owner keeps it: comments, decisions, and the reviews they came in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from learnlog.domain.printable import taken_in
from learnlog.domain.review import TEXT_MAX, CommentKind, Decision, ReviewerRole
from learnlog.domain.share import SharedKind
from learnlog.domain.values import Clash
from learnlog.errors import InvalidInputError
from learnlog.text import N_, Msg


class CommentStatus(StrEnum):
    """How far a comment has come."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class Comment(NamedTuple):
    """A comment from a review (DOMAIN: ReviewComment). Only what the owner says about it can be changed.

    Attributes:
        id: The reviewer's `ReviewItem.comment_id`.
        target: Id of what it is about.
        target_kind: What that is.
        title: What that was called in the copy.
        review_id: The review it came in.
        author_name: Who wrote it, as they state; nobody has checked it.
        author_role: What they are, as they state.
        kind: What kind of comment it is.
        text: The comment; empty where somebody can be recognised.
        written_on: The day the review was signed.
        version_on: The day the copy was made: which version it is about.
        is_stale: Whether what it is about had been changed already when it came.
        is_unplaced: Whether what it is about was in the bin, or gone, when it came.
        status: Open, answered or closed.
        answer: What the owner says; may be empty.
        show_in_cv: Whether it is quoted in the CV summary.
        created_at: When it was taken in; aware, UTC.
        updated_at: When it was last saved; aware, UTC.
        deleted_at: When it was put in the bin; None while it is in the list.
        clashes: What another window wrote in the same fields; empty nearly always.
        revision: Running number of the log line it was read from; 0 before the first save. Not stored.
    """

    id: str
    target: str = ""
    target_kind: SharedKind = SharedKind.ENTRY
    title: str = ""
    review_id: str = ""
    author_name: str = ""
    author_role: ReviewerRole = ReviewerRole.SUPERVISOR
    kind: CommentKind = CommentKind.SUGGEST
    text: str = ""
    written_on: dt.date | None = None
    version_on: dt.date | None = None
    is_stale: bool = False
    is_unplaced: bool = False
    status: CommentStatus = CommentStatus.OPEN
    answer: str = ""
    show_in_cv: bool = False
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    deleted_at: dt.datetime | None = None
    clashes: tuple[Clash, ...] = ()
    revision: int = 0

    def revised(self) -> Comment:
        """This comment, its texts cleaned for keeping, then checked.

        Raises:
            InvalidInputError: With every problem, by field.
        """
        comment: Comment = taken_in(self)
        comment = comment._replace(answer=comment.answer.strip())
        if len(comment.answer) > TEXT_MAX:
            too_long = Msg(N_("The answer is too long: at most {most} characters."), {"most": TEXT_MAX})
            raise InvalidInputError(("answer", too_long))
        return comment

    @property
    def is_open(self) -> bool:
        """Whether it waits for its owner."""
        return self.status is CommentStatus.OPEN

    def answered(self, answer: str) -> Comment:
        """This comment with the owner's answer; without one it is open again."""
        status = CommentStatus.ANSWERED if answer.strip() else CommentStatus.OPEN
        return self._replace(answer=answer, status=status)


class Verdict(NamedTuple):
    """What a reviewer decided about one version of something.

    Attributes:
        target: Its id.
        decision: Approved, or please change.
        source: Fingerprint of what was written in it then, see `learnlog.domain.share_record.SharedRef`.
    """

    target: str
    decision: Decision = Decision.CHANGES
    source: str = ""


class ReceivedReview(NamedTuple):
    """A review that has been taken in.

    Attributes:
        id: Its `Review.review_id`.
        share_id: The copy it answers.
        author_name: Who signed it, as they state; nobody has checked it.
        author_role: What they are, as they state.
        signed_on: The day they signed it.
        answers: Question id → answer about the log as a whole (v1 to v6).
        verdicts: What was decided about single things.
        created_at: When it was taken in; aware, UTC.
        updated_at: When it was last saved; aware, UTC.
        deleted_at: When it was put in the bin; None while it is in the list.
        clashes: What another window wrote in the same fields; empty nearly always.
        revision: Running number of the log line it was read from; 0 before the first save. Not stored.
    """

    id: str
    share_id: str = ""
    author_name: str = ""
    author_role: ReviewerRole = ReviewerRole.SUPERVISOR
    signed_on: dt.date | None = None
    answers: dict[str, str] = {}  # noqa: RUF012 - never changed in place
    verdicts: tuple[Verdict, ...] = ()
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    deleted_at: dt.datetime | None = None
    clashes: tuple[Clash, ...] = ()
    revision: int = 0

    def revised(self) -> ReceivedReview:
        """This review, its texts cleaned for keeping."""
        review: ReceivedReview = taken_in(self)
        return review


class Standing(StrEnum):
    """What a decision is worth today."""

    APPROVED = "approved"
    CHANGES = "changes"
    OUTDATED = "outdated"
    """It was approved, and has been changed since: the approved version differs."""


class SignOff(NamedTuple):
    """The latest decision about something.

    Attributes:
        standing: What it is worth today.
        by: Who decided, as they state.
        role: What they are, as they state.
        on: The day.
    """

    standing: Standing
    by: str
    role: ReviewerRole
    on: dt.date | None


def sign_off(reviews: Iterable[ReceivedReview], target: str, source: str) -> SignOff | None:
    """The latest decision about something; None when there is none.

    Args:
        reviews: Every review, in the order they were taken in.
        target: Its id.
        source: Fingerprint of what is written in it today.
    """
    latest = None
    for review in reviews:
        for each in review.verdicts:
            if each.target == target:
                latest = SignOff(_standing(each, source), review.author_name, review.author_role, review.signed_on)
    return latest


def _standing(verdict: Verdict, source: str) -> Standing:
    if verdict.decision is Decision.CHANGES:
        return Standing.CHANGES
    return Standing.APPROVED if verdict.source == source else Standing.OUTDATED


def by_target(comments: Iterable[Comment]) -> Mapping[str, tuple[Comment, ...]]:
    """Comments by what they are about, in the order they came."""
    found: dict[str, list[Comment]] = {}
    for each in comments:
        found.setdefault(each.target, []).append(each)
    return {target: tuple(each) for target, each in found.items()}
