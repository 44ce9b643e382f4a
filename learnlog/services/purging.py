"""Erase for good: out of the log, what it was before, and every copy of it, as deleting does not.

Deleting moves to the bin, and undo, history and copies keep the text: right for words one may want back. A client's
name or identity number is another thing. A whole record goes with all its versions, its drafts and the comments on it.
Words and numbers are masked where they stand, in every version, and what the owner wrote around them stays: nobody
should have to give up what was learned to be rid of a name.

What was given away, what the system or a synchronised folder keeps, and what a disk may still hold where nobody reads
can not be reached from here; `BEYOND` says so.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import NamedTuple

from learnlog.domain.erasing import Words, numbers_hidden
from learnlog.errors import RuleError
from learnlog.i18n.places import thing_name
from learnlog.services.found import name_of
from learnlog.services.identity import IdentityGuard
from learnlog.storage.holders import Holds
from learnlog.storage.locations import Locations
from learnlog.storage.purge import FORM_IS_OPEN, Outcome, Purge, Survey
from learnlog.storage.store import Store
from learnlog.storage.targets import Key, Masked, Records, Target, texts_of
from learnlog.text import N_, Msg

__all__ = ["BEYOND", "FORM_IS_OPEN", "Holds", "Outcome", "Plan", "Purging", "Survey", "Thing", "places_of", "told_of"]

BEYOND = N_(
    "learnlog cannot reach copies you have given away or exported, commands that your shell remembers, earlier versions"
    " that a synchronised folder or a backup of the whole computer keeps, or what the disk itself may still hold."
)
_PLACES: dict[Holds, Msg] = {
    Holds.BACKUP: Msg(N_("{count} backup of the log"), plural=N_("{count} backups of the log")),
    Holds.PREVIOUS: Msg(N_("the log as it was before it was last made smaller")),
    Holds.DAMAGED: Msg(
        N_("{count} damaged file that was set aside"), plural=N_("{count} damaged files that were set aside")
    ),
    Holds.VERSION: Msg(
        N_("{count} second version of the log in the same folder"),
        plural=N_("{count} second versions of the log in the same folder"),
    ),
    Holds.DRAFT: Msg(N_("{count} unfinished text"), plural=N_("{count} unfinished texts")),
    Holds.LEFTOVER: Msg(
        N_("{count} file left behind by a learnlog that was killed"),
        plural=N_("{count} files left behind by a learnlog that was killed"),
    ),
    Holds.EDITOR: Msg(
        N_("{count} file left behind by a text editor"), plural=N_("{count} files left behind by a text editor")
    ),
}
"""Where something may stand besides the log, in words."""
_IN_THE_LOG = Msg(N_("{count} line of the log and its history"), plural=N_("{count} lines of the log and its history"))

_GONE = Msg(
    N_("Erased for good: {count} file was changed, and it stands in none of learnlog's files any more."),
    plural=N_("Erased for good: {count} files were changed, and it stands in none of learnlog's files any more."),
)


class Thing(NamedTuple):
    """A record.

    Attributes:
        table: The kind of thing, as its table in the log.
        uid: Which.
        name: What it is called, masked; may be empty.
    """

    table: str
    uid: str
    name: str

    @property
    def told(self) -> Msg:
        """What it is, and what it is called."""
        kind = thing_name(self.table)
        return Msg(N_("{thing} “{name}”"), {"thing": kind, "name": self.name}) if self.name else kind


class Plan(NamedTuple):
    """What would be erased, to be looked at before it is.

    Attributes:
        target: What is erased.
        things: The records that go, or in which something is masked.
        whole: Whether they go; else something in them is masked.
        survey: Where it stands.
        elsewhere: Other records in which the same texts stand, whole: they are not changed.
    """

    target: Target
    things: tuple[Thing, ...]
    whole: bool
    survey: Survey
    elsewhere: tuple[Thing, ...] = ()


class Purging:
    """What the owner can do to be rid of something for good."""

    def __init__(
        self,
        store: Store,
        places: Locations,
        guard: IdentityGuard,
        temporary: str,
        forget: Callable[[], None] = lambda: None,
    ) -> None:
        """Work on an opened log.

        Args:
            store: The log.
            places: Where everything lies.
            guard: Knows what has been said not to be about a client.
            temporary: The system's folder of temporary files; empty not to look there.
            forget: Lets go of texts that were read before.
        """
        self._store = store
        self._guard = guard
        self._purge = Purge(store, places, temporary)
        self._forget = forget

    def records(self, beginnings: Iterable[str]) -> Plan:
        """Erase the records whose ids begin so, whether they are in the log, in the bin, or in copies only.

        Raises:
            NotFoundError: If there is none, or there are several.
            StorageError: If the log or a copy of it cannot be read.
        """
        keys = list(dict.fromkeys(self._purge.find(each) for each in beginnings))
        documents = {key: self._purge.versions([key]) for key in keys}
        texts = {text for versions in documents.values() for each in versions for text in texts_of(each)}
        target = Records(keys, texts, self._guard.digests_of(texts))
        things = tuple(Thing(*key, name_of(documents[key][-1]) if documents[key] else "") for key in keys)
        survey = self._purge.survey(target)
        return Plan(target, things, True, survey, self._things(self._purge.elsewhere(texts, {*keys, *survey.keys})))  # noqa: FBT003

    def numbers(self, word: str) -> Plan:
        """Mask every valid personal identity number, in every version.

        Args:
            word: What stands there instead, such as ``[maskerat]``.

        Raises:
            StorageError: If the log or a copy of it cannot be read.
        """
        return self._masking(Masked(lambda text: numbers_hidden(text, word)))

    def words(self, lines: Iterable[str], word: str) -> Plan:
        """Mask words or names wherever they stand, in every version.

        Args:
            lines: The words, one to a line; they are looked for as `learnlog.domain.erasing.Words` says.
            word: What stands there instead, such as ``[maskerat]``.

        Raises:
            InvalidInputError: If there are none, or they would be found everywhere.
            RuleError: If learnlog itself uses one of them.
            StorageError: If the log or a copy of it cannot be read.
        """
        from learnlog.services.own_words import own_words  # noqa: PLC0415 - who erases a record does without

        wanted = Words(lines)
        if any(map(wanted.stand_in, own_words())):
            raise RuleError(N_("One of these words is used by learnlog itself. Write more of what stands around it."))
        ledger = self._store.ledger
        documents = (each for table in ledger.table_names() for _, _, each in ledger.documents(table))
        texts = (text for each in documents for text in texts_of(each) if wanted.stand_in(text))
        digests = self._guard.digests_of(texts, wanted.stand_in)
        return self._masking(Masked(lambda text: wanted.hidden(text, word), digests))

    def erase(self, plan: Plan, told: Callable[[int, int], None] = lambda _done, _all: None) -> Outcome:
        """Do it, and look whether it is gone. It cannot be taken back.

        Args:
            plan: As it was looked at.
            told: Is told how many files have been seen to, and of how many.

        Raises:
            StorageError: If it could not be done everywhere. Nothing else is lost, and trying again finishes it.
        """
        try:
            return self._purge.erase(plan.target, told)
        finally:
            self._forget()

    # -- within -------------------------------------------------------------------------------------------------------

    def _masking(self, target: Masked) -> Plan:
        survey = self._purge.survey(target)
        things = tuple(each._replace(name=target.text(each.name)) for each in self._things(survey.keys))
        return Plan(target, things, False, survey)  # noqa: FBT003 - they stay

    def _things(self, keys: Iterable[Key]) -> tuple[Thing, ...]:
        """What can be said of records of the log, in an order of their own."""
        image = self._store.ledger.image
        return tuple(
            Thing(table, uid, name_of(image.document(table, uid) or {}))
            for table, uid in sorted(keys)
            if table not in ("kept", "snoozes")
        )


def told_of(outcome: Outcome) -> tuple[Msg, ...]:
    """What was done, in words: that it is gone, or where it still stands."""
    names = ", ".join(map(os.path.basename, outcome.left))
    told = [_GONE._replace(number=outcome.written + outcome.removed)]
    if outcome.left:
        told = [Msg(N_("It could not be erased from these files: {names}."), {"names": names})]
    if outcome.own:
        own = ", ".join(map(os.path.basename, outcome.own))
        told.append(Msg(N_("It stands in files of your own: {names}. Delete or change them yourself."), {"names": own}))
    return tuple(told)


def places_of(survey: Survey) -> tuple[Msg, ...]:
    """Where something stands besides the log as it is now, in words."""
    found = [(_IN_THE_LOG, survey.versions), *((_PLACES[kind], survey.files.get(kind, 0)) for kind in _PLACES)]
    return tuple(told._replace(number=count) for told, count in found if count)
