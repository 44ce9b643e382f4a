"""A shared copy that is ready to be looked at: what is in it, what in it may tell who somebody is, what was hidden."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from learnlog.domain.identity import Certainty, Kind
from learnlog.domain.share import Chosen, Hidden, Sender, Share, Shared, SharedItem, Summary
from learnlog.domain.share_choice import Offer, Wish
from learnlog.domain.share_record import SharedRef
from learnlog.errors import RuleError
from learnlog.i18n.catalog import Translator
from learnlog.services.found import Found
from learnlog.services.identity import IdentityGuard
from learnlog.storage import share_file
from learnlog.storage.shared_form import item_of, reduced, source_hash
from learnlog.text import N_

_KEY = 32
"""Random bytes of a reply key."""


class Origin(NamedTuple):
    """Where a copy comes from: its id, the log's, when it is made, and who gives it."""

    share_id: str
    log_id: str
    created: dt.datetime
    sender: Sender


class Draft(NamedTuple):
    """A copy that is ready to be looked at, and then written as it is.

    Attributes:
        wish: What was asked for.
        offer: What could have been in it, and what stays.
        share: The copy.
        data: The bytes of its file, before it is locked.
        found: What in it may tell who somebody is, hidden or not.
        hidden: Digests of what was hidden of that.
        refs: What the log is to remember of its items.
    """

    wish: Wish
    offer: Offer
    share: Share
    data: bytes
    found: tuple[Found, ...]
    hidden: frozenset[str]
    refs: tuple[SharedRef, ...]

    @property
    def stops(self) -> tuple[Found, ...]:
        """What has to be changed, hidden or kept before the copy can be written."""
        return tuple(each for each in self.open if must_be_handled(each))

    @property
    def open(self) -> tuple[Found, ...]:
        """What was found in it and stands in it as it is."""
        return tuple(each for each in self.found if each.digest not in self.hidden)


class MustBeHandledError(RuleError):
    """Something in the copy may tell who somebody is, so that it has not been written.

    Attributes:
        found: What, and where.
    """

    default = N_("Somebody may be recognised. Change it, hide it in the copy, or say that it is not about a client.")

    def __init__(self, found: tuple[Found, ...] = ()) -> None:
        """Keep what was found."""
        super().__init__()
        self.found = found


def must_be_handled(found: Found) -> bool:
    """Whether something stops a copy until the owner has done something about it: what looks like a number."""
    return found.sighting.certainty.reaches(Certainty.POSSIBLE)


def made(
    wish: Wish,
    chosen: Iterable[Shared],
    guard: IdentityGuard,
    translator: Translator,
    *,
    look: Callable[[Shared, int], tuple[Found, ...]],
    offer: Offer,
    origin: Origin,
    hide: Collection[str] | Certainty,
) -> Draft:
    """A copy as it would leave.

    Args:
        wish: What was asked for.
        chosen: What is to be in it, as it is in the log.
        guard: Hides what may tell who somebody is.
        translator: For the language of what stands in place of hidden words.
        look: Finds what in a value, and in its revision, may tell who somebody is.
        offer: What could be in it.
        origin: Where it comes from.
        hide: Digests of what to hide, see `Found.digest`; or how sure it must be, to hide all of it.
    """
    values = tuple(chosen)
    present = frozenset(each.id for each in values)
    seen: list[Found] = []
    items: list[SharedItem] = []
    refs: list[SharedRef] = []
    for original in values:
        value = reduced(original, present)
        found = [each for each in look(value, original.revision) if not _is_the_owner(each, value)]
        hiding = [each for each in found if _is_hidden(each, hide)]
        item = item_of(guard.without(value, hiding, translator) if hiding else value, original.revision)
        items.append(item)
        source = source_hash(item.kind, original)
        refs.append(SharedRef(item.kind, item.uid, item.rev, item.hash, source, _title(item.value)))
        seen += found
    share = Share(
        share_id=origin.share_id,
        log_id=origin.log_id,
        reply_key=os.urandom(_KEY).hex(),
        created=origin.created,
        from_=origin.sender,
        to_role=wish.to_role,
        language=translator.language,
        purpose=wish.purpose,
        selection=Chosen(wish.kinds, wish.from_on, wish.to_on, offer.is_part),
        hidden=_told(each for each in seen if _is_hidden(each, hide)),
        items=tuple(items),
    )
    hidden = frozenset(each.digest for each in seen if _is_hidden(each, hide))
    return Draft(wish, offer, share, _encoded(share), tuple(seen), hidden, tuple(refs))


def _is_the_owner(found: Found, value: Shared) -> bool:
    """Whether what was found is what every CV summary begins with: the owner's own name, ward and day."""
    return isinstance(value, Summary) and found.sighting.kind is Kind.NAME_PLACE_TIME


def _is_hidden(found: Found, hide: Collection[str] | Certainty) -> bool:
    if isinstance(hide, Certainty):
        return found.sighting.certainty.reaches(hide)
    return found.digest in hide


def _told(hidden: Iterable[Found]) -> tuple[Hidden, ...]:
    """What was hidden, by where it stood."""
    places: dict[tuple[str, str], int] = {}
    for each in hidden:
        places[each.uid, each.field] = places.get((each.uid, each.field), 0) + 1
    return tuple(Hidden(uid, field, times) for (uid, field), times in places.items())


def _title(value: Shared) -> str:
    """What something is called in the copy; a comment by nothing."""
    title: str = next((text for name in ("title", "what", "name") if (text := getattr(value, name, ""))), "")
    return title


def _encoded(share: Share) -> bytes:
    """The bytes of a copy, read back to see that they say the same: what cannot be read must not be given away."""
    data = share_file.encoded(share)
    if share_file.decoded(data) != share:
        raise RuleError(N_("The copy could not be read back, so it has not been written."))
    return data
