"""Review a copy of somebody else's log: read it, say something about it, sign, and write the answer.

No log of one's own is needed, and none is made. A review under way lies on disk as a draft, so that nothing that was
written is lost; when the answer has been written, it is gone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from learnlog.domain import reviewing
from learnlog.domain.clock import Clock
from learnlog.domain.identity import Certainty, look_for_numbers
from learnlog.domain.identity_places import texts_in
from learnlog.domain.review import CommentKind, Decision, Review, ReviewerRole, ReviewItem, Signature
from learnlog.domain.share import Share, SharedItem, stem
from learnlog.errors import ExportError
from learnlog.i18n.catalog import Translator
from learnlog.services.drafts import Drafts
from learnlog.services.exports import Exports
from learnlog.services.received import Received
from learnlog.storage.drafts import Json
from learnlog.storage.review_file import SUFFIX, encoded
from learnlog.storage.store import Store
from learnlog.text import N_

FORM = "review"
"""What its drafts are called."""


class Reviewing:
    """What somebody can do with a copy they were given."""

    def __init__(self, store: Store, clock: Clock, drafts: Drafts, exports: Exports) -> None:
        """Work beside a log, which need not be there.

        Args:
            store: Where ids come from; nothing of the log is read.
            clock: Where the time comes from.
            drafts: Where a review under way is kept.
            exports: Writes files, and knows which must not be written over.
        """
        self.clock = clock
        self._store = store
        self._drafts = drafts
        self._exports = exports

    def received(self, path: str) -> Received:
        """The file of a copy, to be opened.

        Raises:
            ForeignFileError: If it is too large, no ordinary file, or cannot be read.
        """
        return Received(path)

    def text(self, share: Share, translator: Translator) -> str:
        """A copy as a text to read, in Markdown."""
        from learnlog.export.compose_share import share_markdown  # noqa: PLC0415 - a review from a file does without

        return share_markdown(share, translator)

    def item_text(self, share: Share, item: SharedItem, translator: Translator) -> str:
        """One thing of a copy as a text to read, in Markdown."""
        from learnlog.export.compose_share import item_markdown  # noqa: PLC0415 - as above

        return item_markdown(share, item, translator)

    # -- under way ----------------------------------------------------------------------------------------------------

    def new_id(self) -> str:
        """An id for a comment."""
        return self._store.new_id()

    def begun(self, share: Share) -> Review:
        """A new review of a copy, with nothing said yet."""
        return reviewing.begun(share, self.new_id(), self.clock.today())

    def draft(self, share: Share) -> Review | None:
        """The review of this copy that was left unfinished; None when there is none, or it is open in a window."""
        for each in self._drafts.waiting():
            if (each.form, each.uid) == (FORM, share.share_id):
                return _read(each.values, self.begun(share))
        return None

    def keep(self, review: Review, path: str) -> None:
        """Write a review under way to disk.

        Args:
            review: The review.
            path: Where the copy lies, to open it again.

        Raises:
            CannotSaveError: If it could not be written.
        """
        self._drafts.keep(FORM, review.share_id, {**_written(review), "path": path})

    def leave(self, review: Review) -> None:
        """Leave a review unfinished: it is offered from now on."""
        self._drafts.let_go(FORM, review.share_id)

    def discard(self, review: Review) -> None:
        """Throw a review under way away, and what was half typed in it."""
        for each in self._drafts.waiting():
            if each.form.startswith(FORM) and each.uid.startswith(review.share_id):
                self._drafts.drop(each.form, each.uid)
        self._drafts.drop(FORM, review.share_id)

    # -- finished -----------------------------------------------------------------------------------------------------

    def checked(self, review: Review) -> Review:
        """A review as it would be written.

        Raises:
            InvalidInputError: With everything that is missing or wrong.
        """
        return reviewing.finished(review).revised()

    def usual_name(self, share: Share) -> str:
        """What the file is called if nobody says otherwise: the day and a part of the copy's id."""
        return stem(self.clock.today(), share.share_id) + SUFFIX

    def write(self, review: Review, share: Share, path: str, *, force: bool = False) -> str:
        """Write the answer to a copy: ids, fingerprints, comments and decisions, none of the copy's text.

        Args:
            review: The review.
            share: The copy.
            path: Where to.
            force: Whether a file that is there already may be replaced.

        Returns:
            The full path.

        Raises:
            InvalidInputError: With everything that is missing or wrong.
            ExportError: If it is too long, a personal identity number stands in it, or there is a file already, or
                something that is no file of the user's own.
            CannotSaveError: If it could not be written. The draft is kept then.
        """
        finished = reviewing.finished(review)
        _stop_numbers(finished)
        data = encoded(finished, share.reply_key)
        written = self._exports.write(path, data, force=force)
        self.discard(review)
        return written


def _stop_numbers(review: Review) -> None:
    """Refuse a review with a personal identity number in it: what is written here leaves the machine, too."""
    for path, text in texts_in(review):
        for seen in look_for_numbers(text):
            if seen.certainty is Certainty.CERTAIN:
                if path[0] == "items":
                    number = int(path[1]) + 1
                    said = N_("There is a personal identity number in comment {number} ({shown}). Write “a resident”.")
                    raise ExportError(said, number=number, shown=seen.shown)
                raise ExportError(
                    N_("There is a personal identity number in your answers ({shown}). Write “a resident”."),
                    shown=seen.shown,
                )


def _written(review: Review) -> dict[str, Json]:
    """A review under way as a draft."""
    signature = review.signature
    items: list[Json] = [
        {name: None if value is None else str(value) for name, value in each._asdict().items()} for each in review.items
    ]
    return {
        "review_id": review.review_id,
        "name": signature.name,
        "role": signature.role.value,
        "signed_on": signature.signed_on.isoformat(),
        "answers": dict(review.answers),
        "items": items,
    }


def _read(values: Mapping[str, Any], new: Review) -> Review | None:
    """A review under way from its draft; None when that cannot be read."""
    try:
        signature = Signature(
            str(values["name"]), ReviewerRole(values["role"]), dt.date.fromisoformat(values["signed_on"])
        )
        return new._replace(
            review_id=str(values["review_id"]),
            signature=signature,
            answers={str(key): str(answer) for key, answer in values["answers"].items()},
            items=tuple(_item(each) for each in values["items"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _item(each: Mapping[str, Any]) -> ReviewItem:
    return ReviewItem(
        str(each["comment_id"]),
        str(each["target"]),
        str(each["hash"]),
        CommentKind(each["kind"]) if each["kind"] else None,
        str(each["text"]),
        Decision(each["decision"]) if each["decision"] else None,
    )
