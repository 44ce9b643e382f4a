"""What becomes of a review in the owner's log: comment by comment, and nothing but comments and decisions.

Pure: the review, what the log remembers of the copy, what stands in the log today, and what has been taken in before
decide everything. Looking is all there is; `learnlog.services.merging` saves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from learnlog.domain.comment import Comment, ReceivedReview, Verdict
from learnlog.domain.review import Review, ReviewItem
from learnlog.domain.share import SharedKind
from learnlog.domain.share_record import SharedRef, ShareRecord
from learnlog.errors import RuleError
from learnlog.text import N_


class Outcome(StrEnum):
    """What becomes of what is said about one thing."""

    NEW = "new"
    """It is put where it belongs."""
    STALE = "stale"
    """It is about an earlier version: it is put where it belongs and says so, and an approval does not count."""
    UNPLACED = "unplaced"
    """What it is about is in the bin, or gone: it is kept by itself."""
    DUPLICATE = "duplicate"
    """It has been taken in before: nothing happens."""
    OTHER_WORDS = "other_words"
    """It has been taken in before with other words: those stay, and both are shown."""
    NEVER_SHARED = "never_shared"
    """It is about something that was not in the copy, or not in that version: it is listed, not taken in."""

    @property
    def is_kept(self) -> bool:
        """Whether it is saved."""
        return self in (Outcome.NEW, Outcome.STALE, Outcome.UNPLACED)


class Judged(NamedTuple):
    """What is said about one thing, and what becomes of it.

    Attributes:
        number: Its place in the review, from 1.
        item: What is said.
        outcome: What becomes of it.
        ref: What the log remembers of having given away; None when it was not in the copy.
        known: The comment of the same id that was taken in before; None mostly.
    """

    number: int
    item: ReviewItem
    outcome: Outcome
    ref: SharedRef | None = None
    known: Comment | None = None


class MergePlan(NamedTuple):
    """What taking a review in would do.

    Attributes:
        review: The review, proven.
        record: What the log remembers of the copy.
        items: What becomes of each thing said.
        received: The review as it would be kept.
        is_known: Whether it has been taken in before, as it is.
    """

    review: Review
    record: ShareRecord
    items: tuple[Judged, ...]
    received: ReceivedReview
    is_known: bool

    def comments(self) -> tuple[Comment, ...]:
        """The comments that would be saved."""
        return tuple(self._comment(each) for each in self.items if each.outcome.is_kept and each.item.kind)

    def of(self, outcome: Outcome) -> tuple[Judged, ...]:
        """What has this outcome."""
        return tuple(each for each in self.items if each.outcome is outcome)

    @property
    def does_something(self) -> bool:
        """Whether anything would be saved."""
        return not self.is_known or any(each.outcome.is_kept and each.item.kind for each in self.items)

    def _comment(self, judged: Judged) -> Comment:
        item, signature, ref = judged.item, self.review.signature, judged.ref
        return Comment(
            id=item.comment_id,
            target=item.target,
            target_kind=ref.kind if ref else SharedKind.ENTRY,
            title=ref.title if ref else "",
            review_id=self.review.review_id,
            author_name=signature.name,
            author_role=signature.role,
            kind=item.kind or Comment._field_defaults["kind"],
            text=item.text,
            written_on=signature.signed_on,
            version_on=self.record.made_at.date() if self.record.made_at else None,
            is_stale=judged.outcome is Outcome.STALE,
            is_unplaced=judged.outcome is Outcome.UNPLACED,
        ).revised()


def record_for(review: Review, records: Iterable[ShareRecord], log_id: str) -> ShareRecord:
    """What the log remembers of the copy that a review answers.

    Args:
        review: The review; it need not be proven yet.
        records: Of every copy that was made.
        log_id: Id of the owner's log; empty when there is none.

    Raises:
        RuleError: If it answers a copy of another log, or one that is not remembered.
    """
    if review.log_id != log_id:
        raise RuleError(N_("This review answers a copy of another log. Nothing has been changed."))
    for record in records:
        if record.id == review.share_id:
            return record
    raise RuleError(N_("This review answers a copy that this log does not remember. Nothing has been changed."))


def plan(
    review: Review,
    record: ShareRecord,
    today: Mapping[str, str],
    comments: Mapping[str, Comment],
    reviews: Mapping[str, ReceivedReview],
) -> MergePlan:
    """What taking a review in would do.

    Args:
        review: The review, proven.
        record: What the log remembers of the copy it answers.
        today: Id → fingerprint of what is written in it today, as `SharedRef.source`; what is in the bin or gone is
            not among them.
        comments: Id → comment of all that were taken in before.
        reviews: The same of reviews.

    Raises:
        RuleError: If a review with its id, but other words, has been taken in before.
    """
    received = _received(review, record)
    known = reviews.get(review.review_id)
    if known is not None and not _same(known, received):
        raise RuleError(N_("A review with this id, but other words, was taken in before. Nothing has been changed."))
    items = tuple(
        _judged(number, item, record, today, comments.get(item.comment_id), is_known=known is not None)
        for number, item in enumerate(review.items, 1)
    )
    return MergePlan(review, record, items, received, known is not None)


def _judged(
    number: int,
    item: ReviewItem,
    record: ShareRecord,
    today: Mapping[str, str],
    known: Comment | None,
    *,
    is_known: bool,
) -> Judged:
    ref = _shared(item, record)
    if ref is None:
        outcome = Outcome.NEVER_SHARED
    elif known is not None:
        same = (known.target, known.kind, known.text) == (item.target, item.kind, item.text)
        outcome = Outcome.DUPLICATE if same else Outcome.OTHER_WORDS
    elif is_known and item.kind is None:
        outcome = Outcome.DUPLICATE
    elif ref.kind is SharedKind.SUMMARY:  # it is not kept in the log, so it cannot have changed there
        outcome = Outcome.NEW
    elif item.target not in today:
        outcome = Outcome.UNPLACED
    else:
        outcome = Outcome.NEW if today[item.target] == ref.source else Outcome.STALE
    return Judged(number, item, outcome, ref, known)


def _shared(item: ReviewItem, record: ShareRecord) -> SharedRef | None:
    """What was given away of that name and in that version; earlier comments are shown in a copy, not commented on."""
    ref = record.item(item.target)
    return ref if ref and ref.hash == item.hash and ref.kind is not SharedKind.COMMENT else None


def _received(review: Review, record: ShareRecord) -> ReceivedReview:
    """The review as it is kept. A decision stands with the version it is about, which tells what it is worth."""
    verdicts = []
    for item in review.items:
        ref = _shared(item, record)
        if item.decision and ref:
            verdicts.append(Verdict(item.target, item.decision, ref.source))
    return ReceivedReview(
        id=review.review_id,
        share_id=review.share_id,
        author_name=review.signature.name,
        author_role=review.signature.role,
        signed_on=review.signature.signed_on,
        answers=review.answers,
        verdicts=tuple(sorted(verdicts)),
    ).revised()


_STAMPS = ("created_at", "updated_at", "deleted_at", "clashes", "revision")


def _same(known: ReceivedReview, received: ReceivedReview) -> bool:
    """Whether two are the same review, whenever they were taken in."""
    stamps = {name: getattr(received, name) for name in _STAMPS}
    known = known._replace(answers={key: answer for key, answer in known.answers.items() if answer})
    received = received._replace(answers={key: answer for key, answer in received.answers.items() if answer})
    return known._replace(verdicts=tuple(sorted(known.verdicts)), **stamps) == received
