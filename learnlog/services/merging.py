"""Take a review in: look at what it would do, then one save, which one undo takes back."""

from __future__ import annotations

from collections.abc import Mapping

from learnlog.domain import merging
from learnlog.domain.merging import MergePlan
from learnlog.domain.review import Review
from learnlog.domain.share import SharedKind
from learnlog.domain.share_record import SharedRef, ShareRecord
from learnlog.errors import NotFoundError
from learnlog.services.comments import Comments, known_comments, known_reviews
from learnlog.services.deeds import Deed, Deeds
from learnlog.storage import review_file
from learnlog.storage.codec import ENTRIES, Codec
from learnlog.storage.plan import ACTIONS, AREAS, GOALS
from learnlog.storage.repository import Repository
from learnlog.storage.shared_form import source_hash
from learnlog.storage.shares import shares_of
from learnlog.storage.store import Store
from learnlog.storage.trainings import TRAININGS
from learnlog.text import N_, Msg

_TABLES: Mapping[SharedKind, Codec] = {  # type: ignore[type-arg]  # values of several types
    SharedKind.ENTRY: ENTRIES,
    SharedKind.TRAINING: TRAININGS,
    SharedKind.GOAL: GOALS,
    SharedKind.ACTION: ACTIONS,
    SharedKind.AREA: AREAS,
}
"""Kind → where it is kept in the log."""
_TAKEN_IN = N_("Took in a review from {name}")


class Merging:
    """Take in what others say about copies of the log."""

    def __init__(self, store: Store, deeds: Deeds, comments: Comments) -> None:
        """Work on an opened log.

        Args:
            store: The log.
            deeds: What was done in this window; shared with the other services, since undo takes back the last.
            comments: The comments.
        """
        self._store = store
        self._deeds = deeds
        self._comments = comments

    def preview(self, path: str) -> MergePlan:
        """What a review file would do; nothing is saved.

        Args:
            path: The file.

        Raises:
            ForeignFileError: If it is no review, or was changed or damaged on its way: refused whole.
            RuleError: If it answers a copy of another log, or one that is not remembered.
            StorageError: If the log cannot be read.
        """
        unproven = review_file.read(path)
        record = self._record(unproven.review)
        return self._plan(review_file.proven(unproven, record.reply_key), record)

    def apply(self, plan: MergePlan) -> MergePlan:
        """Take a review in: a copy of the log is made first, and everything is saved in one go or not at all.

        Args:
            plan: As `preview` gave it. It is made again from the log of this moment, so that nothing is done that is
                not right any more.

        Returns:
            What was done.

        Raises:
            RuleError: If it cannot be taken in any more.
            StorageError: If it could not be saved; nothing is changed then.
        """
        if not plan.does_something:
            return plan
        self._store.upkeep.copy()
        with self._deeds.together():
            plan = self._plan(plan.review, self._record(plan.review))
            if not plan.does_something:
                return plan
            for comment in plan.comments():
                self._comments.save(comment)
            saved = self._comments.reviews.save(plan.received) if not plan.is_known else None
            done = Msg(_TAKEN_IN, {"name": plan.review.signature.name})
            self._deeds.remember(Deed(saved.revision if saved else self._last(plan), done))
        return plan

    def _last(self, plan: MergePlan) -> int:
        """The line that has just been written, for a review of which a part had been taken in before."""
        return self._comments.get(plan.comments()[-1].id).revision

    def _record(self, review: Review) -> ShareRecord:
        header = self._store.header
        return merging.record_for(
            review, shares_of(self._store).all() if header else (), header.log_id if header else ""
        )

    def _plan(self, review: Review, record: ShareRecord) -> MergePlan:
        named = {each.target for each in review.items}
        refs = [each for each in record.items if each.uid in named]
        today = {ref.uid: source for ref in refs if (source := self._source(ref))}
        return merging.plan(review, record, today, known_comments(self._store), known_reviews(self._store))

    def _source(self, ref: SharedRef) -> str:
        """Fingerprint of what is written in something today; empty when it is in the bin, gone, or never was there."""
        codec = _TABLES.get(ref.kind)
        try:
            value = Repository(self._store, codec).get(ref.uid) if codec else None
        except NotFoundError:
            return ""
        return source_hash(ref.kind, value) if value is not None and value.deleted_at is None else ""
