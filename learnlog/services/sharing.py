"""Sharing by file: choose, look at exactly what leaves, write it, and remember what was given to whom."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterable
from typing import NamedTuple

from learnlog.domain.clock import Clock
from learnlog.domain.comment import Comment
from learnlog.domain.identity import Certainty
from learnlog.domain.printable import cleaned
from learnlog.domain.review import CommentKind
from learnlog.domain.share import KINDS, Sender, Shared, SharedComment, SharedKind, Summary, stem
from learnlog.domain.share_choice import Offer, Wish, offered, shown_only
from learnlog.domain.share_record import ShareRecord
from learnlog.errors import InvalidInputError, LearnlogError, NotFoundError, RuleError
from learnlog.i18n.catalog import Translator
from learnlog.services.curriculum import Curriculum
from learnlog.services.exports import Exports
from learnlog.services.found import Found
from learnlog.services.identity import IdentityGuard
from learnlog.services.share_draft import Draft, MustBeHandledError, Origin, made, must_be_handled
from learnlog.storage import sealed, share_file
from learnlog.storage.comments import COMMENTS
from learnlog.storage.repository import Repository
from learnlog.storage.share_file import SUFFIX
from learnlog.storage.shares import shares_of
from learnlog.storage.store import Store
from learnlog.text import N_, Msg

_NAME_MAX = 200
"""So much of a name, a title and a unit stands in a copy."""


class Written(NamedTuple):
    """A copy that was written: the full path, and what the log remembers of it."""

    path: str
    record: ShareRecord


class Copies:
    """What the owner can do to give a part of the log to somebody."""

    def __init__(
        self, store: Store, clock: Clock, curriculum: Curriculum, guard: IdentityGuard, exports: Exports
    ) -> None:
        """Work on an opened log.

        Args:
            store: The log.
            clock: Where the time comes from.
            curriculum: Everything the owner has, and the CV summary.
            guard: Looks for what may tell who somebody is.
            exports: Writes files, and knows which must not be written over.
        """
        self._store = store
        self._clock = clock
        self._curriculum = curriculum
        self._guard = guard
        self._exports = exports
        self._state: object = None
        self._looked: dict[tuple[SharedKind, str, int], tuple[Found, ...]] = {}

    # -- choosing -----------------------------------------------------------------------------------------------------

    def offered(self, wish: Wish) -> Offer:
        """What could be in a copy, what of it is chosen, and how many entries stay."""
        return offered(self._curriculum.portfolio(), self._comments(), wish)

    def found(self, beginnings: Iterable[str]) -> tuple[str, ...]:
        """The ids that begin so, of anything that can be named for a copy.

        Raises:
            NotFoundError: If none does, or several do.
        """
        portfolio = self._curriculum.portfolio()
        things = (portfolio.entries, portfolio.trainings, portfolio.goals, portfolio.actions, portfolio.areas)
        ids = [each.id for values in things for each in values]
        return tuple(_found(beginning.strip().lower(), ids) for beginning in beginnings)

    # -- looking ------------------------------------------------------------------------------------------------------

    def drafted(self, wish: Wish, translator: Translator, hide: Collection[str] | Certainty = ()) -> Draft:
        """A copy as it would leave, to be looked at. Nothing is written.

        Args:
            wish: What is asked for.
            translator: For the language of the CV summary and of what stands in place of hidden words.
            hide: Digests of what to hide, see `Found.digest`; or how sure it must be, to hide all of it.

        Raises:
            InvalidInputError: With every problem of the wish, by field.
            RuleError: If there is nothing to share, or something named can not be.
        """
        wish = wish.revised()
        offer = self.offered(wish)
        self._see_to_named(wish, offer)
        share_id = self._store.new_id()
        chosen = (*offer.chosen, *self._summary(wish, share_id, translator))
        if not chosen:
            raise _nothing(offer)
        origin = Origin(share_id, self._log_id(), self._clock.now().replace(microsecond=0), self._sender())
        return made(wish, chosen, self._guard, translator, look=self._look, offer=offer, origin=origin, hide=hide)

    def text(self, draft: Draft, translator: Translator) -> str:
        """Exactly what leaves, as a document in Markdown: read back from the bytes of the file.

        Args:
            draft: The copy.
            translator: For the language of headings and labels.
        """
        from learnlog.export.compose_share import share_markdown  # noqa: PLC0415 - writing a copy does without

        return share_markdown(share_file.decoded(draft.data), translator)

    # -- writing ------------------------------------------------------------------------------------------------------

    def usual_name(self, draft: Draft) -> str:
        """What the file is called if nobody says otherwise: the day and a part of its id, nothing anybody wrote."""
        return stem(draft.share.created, draft.share.share_id) + SUFFIX

    def write(
        self, draft: Draft, path: str, *, passphrase: str = "", recipient: str = "", force: bool = False
    ) -> Written:
        """Write a copy, and remember in the log that it was given. A copy can not be taken back.

        Args:
            draft: As it was looked at.
            path: Where to; a folder, or a file, to whose name the usual suffix is added if it lacks it.
            passphrase: To lock it with; by default it is not locked.
            recipient: Or the public key of whoever is to read it.
            force: Whether a file that is there already may be replaced.

        Raises:
            MustBeHandledError: If something in it may tell who somebody is.
            RuleError: If something in it has been changed since it was looked at, or it can not be locked.
            ExportError: If there is a file already, or something that is not a file of the user's own.
            StorageError: If the file or the log could not be written; there is no copy then.
        """
        self._see_to(draft, path)
        path = self._path(draft, path)
        data, lock = draft.data, ""
        if passphrase or recipient:
            data = sealed.seal(data, passphrase=passphrase, recipient=recipient)
            lock = sealed.Lock.PASSPHRASE if passphrase else sealed.Lock.KEY
        record = self._record(draft, os.path.basename(path), lock, data)
        written = ""
        try:
            with self._store.transaction():
                record = shares_of(self._store).put(record)
                written = self._exports.write(path, data, force=force)
        except LearnlogError:
            if written:  # the log could not remember it, and an answer to it could not be taken in
                with contextlib.suppress(OSError):
                    os.unlink(written)
            raise
        return Written(written, record)

    def history(self) -> tuple[ShareRecord, ...]:
        """What was given to whom, the latest first."""
        return tuple(sorted(shares_of(self._store).all(), key=_made, reverse=True))

    # -- within -------------------------------------------------------------------------------------------------------

    def _look(self, value: Shared, revision: int) -> tuple[Found, ...]:
        """What in a value may tell who somebody is; looked for once as long as nothing is saved."""
        state = self._store.state()
        if self._state != state:
            self._state, self._looked = state, {}
        if not revision:  # the CV summary, which is another one each time
            return self._guard.seen_in(value)
        key = (KINDS[type(value)], value.id, revision)
        if key not in self._looked:
            self._looked[key] = self._guard.seen_in(value)
        return self._looked[key]

    def _comments(self) -> list[SharedComment]:
        """The comments that have come and may be shown on: not that somebody can be recognised."""
        comments: Repository[Comment] = Repository(self._store, COMMENTS)
        return [
            SharedComment(
                each.id, each.target, each.author_name, each.author_role, each.kind, each.text, each.status,
                each.answer, each.written_on, each.revision,
            )
            for each in comments.all()
            if each.deleted_at is None and each.kind is not CommentKind.PRIVACY and each.text
        ]  # fmt: skip

    def _summary(self, wish: Wish, share_id: str, translator: Translator) -> tuple[Summary, ...]:
        """The CV summary as a text, made as if what the reader may not see did not exist."""
        if SharedKind.SUMMARY not in wish.kinds:
            return ()
        selection = self._curriculum.selection()._replace(language=translator.language)
        if wish.from_on or wish.to_on:
            selection = selection._replace(from_on=wish.from_on, to_on=wish.to_on)
        from learnlog.export.compose import compose  # noqa: PLC0415 - most copies are without
        from learnlog.export.formats import FORMATS  # noqa: PLC0415 - as above

        portfolio = shown_only(self._curriculum.portfolio(), wish.to_role)
        document = compose(portfolio, selection, translator)
        text = FORMATS["md"].render(document)
        return (Summary(share_id, portfolio.made_on, translator.language, document.title, text),)

    def _see_to_named(self, wish: Wish, offer: Offer) -> None:
        """See that everything that was named is in the copy.

        Raises:
            RuleError: If something named may not be shown to the reader.
        """
        missing = set(wish.only or ()) - {each.id for each in offer.chosen}
        if missing:
            raise RuleError(
                N_("An entry you named is private, or not for this reader. Change who may see it, or leave it out.")
            )

    def _see_to(self, draft: Draft, path: str) -> None:
        """See that a copy may still leave as it was looked at."""
        if draft.stops:
            raise MustBeHandledError(draft.stops)
        names = (("purpose", draft.wish.purpose), ("output", os.path.basename(path)))
        for field, text in names:
            if any(map(must_be_handled, self._guard.seen_in(text))):
                raise InvalidInputError((field, Msg(N_("This looks like a personal identity number. Remove it."))))
        self._store.refresh()
        now = {(KINDS[type(each)], each.id): each.revision for each in self.offered(draft.wish).chosen}
        was = {(each.kind, each.uid): each.rev for each in draft.refs if each.kind is not SharedKind.SUMMARY}
        if now != was:
            raise RuleError(N_("Something has been changed since you looked at it. Look at the copy again."))

    def _path(self, draft: Draft, path: str) -> str:
        path = os.path.expanduser(path)
        return os.path.join(path, self.usual_name(draft)) if os.path.isdir(path) else suffixed(path)

    def _record(self, draft: Draft, name: str, lock: str, data: bytes) -> ShareRecord:
        import hashlib  # noqa: PLC0415 - only what is shared needs it

        share = draft.share
        return ShareRecord(
            id=share.share_id,
            reply_key=share.reply_key,
            to_role=share.to_role,
            purpose=share.purpose,
            made_at=share.created,
            kinds=share.selection.kinds,
            from_on=share.selection.from_on,
            to_on=share.selection.to_on,
            is_part=share.selection.is_part,
            items=draft.refs,
            hidden=share.hidden,
            kept=len(draft.open),
            file_name=cleaned(name),
            sealed=lock,
            sha256=hashlib.sha256(data).hexdigest(),
        )

    def _sender(self) -> Sender:
        profile = self._curriculum.portfolio().profile
        return Sender(*(each.strip()[:_NAME_MAX] for each in (profile.display_name, profile.job_title, profile.unit)))

    def _log_id(self) -> str:
        header = self._store.header
        if header is None:
            raise _nothing(Offer())
        return header.log_id


def suffixed(path: str) -> str:
    """A path whose name ends as those of copies do."""
    return path if path.endswith(SUFFIX) else path + SUFFIX


def _found(beginning: str, ids: list[str]) -> str:
    fitting = [uid for uid in ids if beginning and uid.startswith(beginning)]
    if beginning in fitting:
        return beginning
    if len(fitting) > 1:
        raise NotFoundError(N_("Several have an id that begins so. Write more of it."))
    if not fitting:
        raise NotFoundError(N_("There is nothing with that id."))
    return fitting[0]


def _nothing(offer: Offer) -> RuleError:
    if offer.private or offer.others:
        return RuleError(
            N_("There is nothing to share: no entry may be seen by this reader. Say who may see it in the entry.")
        )
    return RuleError(N_("There is nothing to share in what you have chosen."))


def _made(record: ShareRecord) -> tuple[bool, object]:
    return record.made_at is not None, record.made_at
