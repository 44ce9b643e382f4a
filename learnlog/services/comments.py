"""What others have said about the log: read, answered, closed."""

from __future__ import annotations

from collections.abc import Mapping

from learnlog.domain import comment as said
from learnlog.domain.clock import Clock
from learnlog.domain.comment import Comment, CommentStatus, ReceivedReview, SignOff
from learnlog.domain.share import Shared
from learnlog.errors import RuleError
from learnlog.services.deeds import Deeds
from learnlog.services.shelf import Shelf
from learnlog.storage.comments import COMMENTS, REVIEWS
from learnlog.storage.repository import Repository
from learnlog.storage.store import Store
from learnlog.text import N_


class Comments(Shelf[Comment]):
    """The comments. Every method that changes something is one line in the log; what was said is never changed.

    Attributes:
        reviews: The reviews they came in.
    """

    none = N_("There is no comment with that id.")
    several = N_("Several comments have an id that begins so. Write more of it.")
    answered = N_("Answered a comment: {title}")
    closed = N_("Closed a comment: {title}")

    def __init__(self, store: Store, clock: Clock, deeds: Deeds) -> None:
        """Work on an opened log; see `Shelf`."""
        super().__init__(store, COMMENTS, clock, deeds, lambda comment: comment.title)
        self.reviews = Reviews(store, clock, deeds)

    def waiting(self) -> tuple[Comment, ...]:
        """The open comments, in the order they came."""
        return tuple(each for each in self.all() if each.is_open)

    def of(self, target: str) -> tuple[Comment, ...]:
        """The comments on something, in the order they came."""
        return tuple(each for each in self.all() if each.target == target)

    def by_target(self) -> Mapping[str, tuple[Comment, ...]]:
        """The comments by what they are about."""
        return said.by_target(self.all())

    def checked(self, value: Comment) -> Comment:
        """A comment as it is kept: only what the owner says about it may differ from what came.

        Raises:
            RuleError: If anything else of it has been changed.
        """
        comment = value.revised()
        if comment.revision:
            known = self.get(comment.id)
            if known._replace(**{name: getattr(comment, name) for name in _OWN}) != comment:
                raise RuleError(N_("What somebody else has said cannot be changed: it can be answered, and closed."))
        return comment

    def answer(self, comment: Comment, answer: str) -> Comment:
        """Answer a comment; an empty answer opens it again."""
        return self.save(comment.answered(answer), self.answered)

    def close(self, comment: Comment) -> Comment:
        """Close a comment: nothing more has to be done about it."""
        return self.save(comment._replace(status=CommentStatus.CLOSED), self.closed)

    def reopen(self, comment: Comment) -> Comment:
        """Open a closed comment again; answered, if it has been."""
        return self.save(comment.answered(comment.answer))

    def quote(self, comment: Comment, *, in_cv: bool) -> Comment:
        """Choose whether a comment is quoted in the CV summary."""
        return self.save(comment._replace(show_in_cv=in_cv))

    def sign_off(self, value: Shared) -> SignOff | None:
        """The latest decision about something as it stands in the log, and what it is worth today."""
        from learnlog.domain.share import KINDS  # noqa: PLC0415 - for whoever asks
        from learnlog.storage.shared_form import source_hash  # noqa: PLC0415

        reviews = self.reviews.all()
        if not any(each.target == value.id for review in reviews for each in review.verdicts):
            return None
        return said.sign_off(reviews, value.id, source_hash(KINDS[type(value)], value))


class Reviews(Shelf[ReceivedReview]):
    """The reviews that have been taken in."""

    none = N_("There is no review with that id.")

    def __init__(self, store: Store, clock: Clock, deeds: Deeds) -> None:
        """Work on an opened log; see `Shelf`."""
        super().__init__(store, REVIEWS, clock, deeds, lambda review: review.author_name)


def quotable(store: Store) -> tuple[Comment, ...]:
    """Every comment that can be quoted, in the order they came."""
    comments = Repository(store, COMMENTS).all()
    return tuple(each for each in comments if each.deleted_at is None and each.text)


def known_comments(store: Store) -> Mapping[str, Comment]:
    """Every comment by its id, those in the bin too."""
    return {each.id: each for each in Repository(store, COMMENTS).all()}


def known_reviews(store: Store) -> Mapping[str, ReceivedReview]:
    """Every review by its id, those in the bin too."""
    return {each.id: each for each in Repository(store, REVIEWS).all()}


_OWN = ("status", "answer", "show_in_cv", "created_at", "updated_at", "deleted_at", "clashes", "revision")
"""What the owner may change of a comment, and what saving does."""
