"""What is given to somebody to read: a frozen copy of a part of the log.

A copy is made for one reader and holds nothing that is not meant for that reader. An entry goes to whom its visibility
names, and to nobody else: "shared with supervisor" is not a promise about the manager, nor the other way round.
Trainings, goals, actions and areas bear no such mark: they are in a copy only when the owner has chosen them for it,
and no private entry comes along with them, neither by its text nor by its id.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, Self

from learnlog.domain.competence import Area
from learnlog.domain.entry import Entry
from learnlog.domain.goal import Action, Goal
from learnlog.domain.training import Training
from learnlog.domain.values import Language, Visibility
from learnlog.errors import RuleError
from learnlog.text import N_

PURPOSE_MAX = 200
"""Longest "what for", in characters."""


def stem(day: dt.date, share_id: str) -> str:
    """How the file of a copy, or of the answer to it, is called, but for its ending: nothing in it is anybody's words.

    There is a word between day and id: four digits after a day can be somebody's identity number.
    """
    return f"learnlog-{day:%Y-%m-%d}-id-{share_id[:8]}"


class Reader(StrEnum):
    """Whom a copy is made for."""

    SUPERVISOR = "supervisor"
    MANAGER = "manager"

    @property
    def sees(self) -> Visibility:
        """The mark of the entries that may be shown to this reader."""
        return Visibility(self.value)


class SharedKind(StrEnum):
    """What can be in a copy."""

    ENTRY = "entry"
    TRAINING = "training"
    GOAL = "goal"
    ACTION = "action"
    AREA = "area"
    SUMMARY = "summary"
    COMMENT = "comment"


class Summary(NamedTuple):
    """A CV summary as it was when the copy was made: a text, no longer numbers that change.

    Attributes:
        id: The copy's own id: there is at most one summary in it.
        made_on: The day it was made.
        language: The language it is written in.
        title: Its heading.
        text: All of it, in Markdown.
        revision: Always 0: it is not kept in the log.
    """

    id: str
    made_on: dt.date
    language: Language
    title: str = ""
    text: str = ""
    revision: int = 0


class SharedComment(NamedTuple):
    """A comment that was given before, with the owner's answer.

    Attributes:
        id: The comment's.
        target: Id of the item it is about, which is in the same copy.
        author_name: Who wrote it, as stated.
        author_role: What that person is, as a key.
        kind: What kind of comment it is, as a key (``appreciate`` …).
        text: What was said.
        status: Open, answered or closed, as a key.
        answer: The owner's answer; may be empty.
        written_on: The day it was written; None when not told.
        revision: Running number of the log line it was read from.
    """

    id: str
    target: str
    author_name: str = ""
    author_role: str = ""
    kind: str = ""
    text: str = ""
    status: str = ""
    answer: str = ""
    written_on: dt.date | None = None
    revision: int = 0


Shared = Entry | Training | Goal | Action | Area | Summary | SharedComment
"""What an item of a copy holds: the value itself, with only what a reader needs in it."""

KINDS: Mapping[type, SharedKind] = {
    Entry: SharedKind.ENTRY,
    Training: SharedKind.TRAINING,
    Goal: SharedKind.GOAL,
    Action: SharedKind.ACTION,
    Area: SharedKind.AREA,
    Summary: SharedKind.SUMMARY,
    SharedComment: SharedKind.COMMENT,
}
"""Type of a value → its kind."""


class SharedItem(NamedTuple):
    """One thing in a copy.

    Attributes:
        kind: What it is.
        uid: Its id in the owner's log; that of a summary is the copy's own.
        rev: Running number of the log line it was read from; 0 for what is not kept in the log.
        hash: Fingerprint of the item as it stands in the copy, see `learnlog.storage.shared_form`.
        value: The value itself.
    """

    kind: SharedKind
    uid: str
    rev: int
    hash: str
    value: Shared


class Sender(NamedTuple):
    """Who gives the copy: name, title and unit as in the profile; each may be empty."""

    name: str = ""
    title: str = ""
    unit: str = ""


class Chosen(NamedTuple):
    """What was asked for when the copy was made.

    Attributes:
        kinds: Which kinds of things.
        from_on: First day; None for no limit.
        to_on: Last day; None for no limit.
        is_part: Whether the owner took something out that could have been shown to this reader.
    """

    kinds: tuple[SharedKind, ...] = (SharedKind.ENTRY,)
    from_on: dt.date | None = None
    to_on: dt.date | None = None
    is_part: bool = False


class Hidden(NamedTuple):
    """Something that was hidden in a copy before it was written. What it was is nowhere in the copy.

    Attributes:
        uid: Id of the item.
        field: Where in it: the field's name, and after a dot the question or the place (``answers.www_good``).
        times: How many places in it.
    """

    uid: str
    field: str
    times: int = 1


class _Share(NamedTuple):
    """The fields of a `Share`; a named tuple can not check itself when it is made."""

    share_id: str
    log_id: str
    reply_key: str
    created: dt.datetime
    from_: Sender
    to_role: Reader
    language: Language
    purpose: str = ""
    selection: Chosen = Chosen()
    hidden: tuple[Hidden, ...] = ()
    items: tuple[SharedItem, ...] = ()


class Share(_Share):
    """A copy for one reader (DOMAIN: SharePackage). It can not be made with anything in it that reader may not see.

    Attributes:
        share_id: 128 random bits as 32 hexadecimal digits.
        log_id: Id of the log it was made from.
        reply_key: 32 random bytes as 64 hexadecimal digits: an answer made with it comes from somebody who could read
            the copy.
        created: When it was made; aware, UTC.
        from_: Who gives it.
        to_role: Whom it is made for.
        language: The language the owner writes the summary and the replacement for hidden words in.
        purpose: What for, in the owner's words; may be empty.
        selection: What was asked for.
        hidden: What was hidden, and where.
        items: What is in it.
    """

    __slots__ = ()

    def __new__(cls, *values: Any, **named: Any) -> Self:  # noqa: ANN401 - the fields of `_Share`
        """Make a copy.

        Raises:
            RuleError: If something in it is not for its reader, does not belong to it, or stands there twice.
        """
        share = super().__new__(cls, *values, **named)
        present = {item.uid for item in share.items}
        if len(present) != len(share.items):
            raise RuleError(N_("Something stands twice in this shared copy."))
        for item in share.items:
            _see_to(item, share, present)
        return share

    @classmethod
    def _make(cls, iterable: Iterable[Any]) -> Self:  # type: ignore[override]  # as strict as `__new__`
        """Make a copy from its fields in their order: `_replace` comes this way, and is checked too."""
        return cls(*iterable)

    def of(self, kind: SharedKind) -> tuple[SharedItem, ...]:
        """The items of a kind."""
        return tuple(item for item in self.items if item.kind is kind)


def _see_to(item: SharedItem, share: Share, present: set[str]) -> None:
    """See that an item may be in a copy in which there are items with these ids."""
    value = item.value
    if KINDS.get(type(value)) is not item.kind or value.id != item.uid:
        raise RuleError(N_("Something in this shared copy is not what it says it is."))
    if item.kind is SharedKind.SUMMARY and item.uid != share.share_id:
        raise RuleError(N_("Something in this shared copy is not what it says it is."))
    if not may_see(value, share.to_role):
        raise RuleError(N_("Something in this shared copy is not meant for its reader."))
    if not present.issuperset(links_of(value)):
        raise RuleError(N_("Something in this shared copy points to what is not in it."))


def may_see(value: Shared, reader: Reader) -> bool:
    """Whether something may be given to a reader, if the owner chooses so: nothing private, nothing from the bin."""
    if isinstance(value, Entry) and value.visibility is not reader.sees:
        return False
    return getattr(value, "deleted_at", None) is None


def links_of(value: Shared) -> tuple[str, ...]:
    """The ids of other things that a value names: they can only be of what is in the same copy."""
    if isinstance(value, Entry):
        return _some(value.training_id, *value.goal_ids, value.action_id)
    if isinstance(value, Training):
        return _some(*value.goal_ids)
    if isinstance(value, Area):
        return _some(*value.evidence)
    if isinstance(value, Goal):
        return _some(value.area_id, value.talk_id)
    if isinstance(value, Action):
        return _some(value.goal_id, value.workshop_id, value.talk_id)
    return _some(value.target) if isinstance(value, SharedComment) else ()


def _some(*ids: str) -> tuple[str, ...]:
    return tuple(uid for uid in ids if uid)


def counts(kinds: Iterable[SharedKind]) -> dict[SharedKind, int]:
    """How many there are of each kind, in the order of `SharedKind`; kinds there are none of are left out."""
    found = list(kinds)
    return {kind: found.count(kind) for kind in SharedKind if kind in found}
