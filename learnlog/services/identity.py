"""The identity guard: looks through what is written for what may tell who somebody is, and helps to take it away.

On a save it warns and nothing more. What leaves the log is stopped while a personal identity number stands in it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from learnlog.domain.clock import Clock
from learnlog.domain.identity import HIDDEN, Certainty, Kept, KeptAnswers, Sighting, hide, look
from learnlog.domain.identity_places import Path, with_texts
from learnlog.errors import ExportError, RuleError, StorageError
from learnlog.i18n.catalog import Translator
from learnlog.services.found import TABLES, Found, digest_of, in_documents, look_through
from learnlog.storage.store import Store
from learnlog.text import N_, Msg

V = TypeVar("V")
"""A value of the domain, a text or data."""


class NumberError(ExportError):
    """Something would leave the log with a personal identity number in it.

    Attributes:
        found: The numbers, where they stand in the log.
    """

    default = N_("Nothing was written: there is a personal identity number in it.")

    def __init__(self, found: tuple[Found, ...] = ()) -> None:
        """Tell of the first, and how many there are."""
        super().__init__(_stopped(found) if found else None)
        self.found = found


def _stopped(found: tuple[Found, ...]) -> Msg:
    """That nothing was written, and where the first number stands."""
    return Msg(
        N_("Nothing was written: there is a personal identity number in {where} ({shown})."),
        {"where": found[0].where, "shown": found[0].sighting.shown},
        N_("Nothing was written: there are {count} personal identity numbers, one in {where} ({shown})."),
        len(found),
    )


class IdentityGuard:
    """Looks through values, documents and texts; nothing is changed by looking."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Work on an opened log; nothing of it is read yet."""
        self._store = store
        self._clock = clock
        self._new_salt = ""
        self._told: set[tuple[str, str, Path]] = set()

    # -- looking ------------------------------------------------------------------------------------------------------

    def seen_in(self, value: Any, least: Certainty = Certainty.HINT) -> tuple[Found, ...]:  # noqa: ANN401 - of any kind
        """What in a value may tell who somebody is; without what the owner has said is not about a client.

        Args:
            value: A value of the domain; or any text, a finished document for one.
            least: How sure it must be.
        """
        table = TABLES.get(type(value).__name__, "")
        return self._open(look_through(table, getattr(value, "id", ""), value, least), least)

    def everywhere(self, least: Certainty = Certainty.HINT) -> tuple[Found, ...]:
        """What in the whole log, the bin included, may tell who somebody is."""
        return self._open(in_documents(self._store.ledger, least), least)

    def in_file(self, name: str, data: bytes, least: Certainty = Certainty.HINT) -> tuple[Found, ...]:
        """What in any text file may tell who somebody is, by line: a note, a shared copy, a review.

        Args:
            name: The file's name, which is looked at, too.
            data: Its bytes.
            least: How sure it must be.

        Raises:
            ForeignFileError: If the file is locked, or no text.
        """
        from learnlog.services.foreign_texts import Line, lines_of, shared_in  # noqa: PLC0415 - for one command

        shared = shared_in(data)
        if shared is not None:
            named = self._open(look_through("", "", {"file_name": name}, least), least)
            return (*named, *(each for value in shared for each in self.seen_in(value, least)))
        return self._open(
            (
                (found._replace(path=each.path, line=each.number), text)
                for each in (Line(0, ("file_name",), name), *lines_of(data))
                for found, text in look_through("", "", each.text, least)
            ),
            least,
        )

    def traced(self, found: Iterable[Found]) -> tuple[Found, ...]:
        """Where in the log something stands that was seen in a document; what stands nowhere there, as it is."""
        found = tuple(found)
        at_home: dict[str, list[Found]] = {}
        for each in self.everywhere(Certainty.POSSIBLE) if found else ():
            at_home.setdefault(each.digest, []).append(each)
        return tuple(dict.fromkeys(place for each in found for place in at_home.get(each.digest, [each])))

    def news(self, value: Any) -> tuple[Found, ...]:  # noqa: ANN401 - of any kind
        """What there is to tell of a value that has just been saved, the surest first: what is no number only once.

        Nothing is raised: it is saved, whatever comes of looking at it.
        """
        try:
            found = sorted(self.seen_in(value), key=lambda each: each.sighting.rank)
        except StorageError:
            return ()
        new = tuple(each for each in found if each.stops or (each.digest, each.uid, each.path) not in self._told)
        self._told.update((each.digest, each.uid, each.path) for each in new)
        return new

    def stopping(self, document: object) -> tuple[Found, ...]:
        """The personal identity numbers that stop a finished document, where they stand in the log."""
        return self.traced(self.seen_in(document, Certainty.CERTAIN))

    # -- what to do about it ------------------------------------------------------------------------------------------

    def cleared(self, document: V, translator: Translator, *, hiding: bool = False) -> V:
        """A finished document that may leave the log: no personal identity number stands in it.

        Args:
            document: Its text; or the data it will be written from.
            translator: For the document's language.
            hiding: Whether numbers are hidden in it. Otherwise they stop it.

        Raises:
            NumberError: If there are numbers in it that are not to be hidden.
        """
        found = self.seen_in(document, Certainty.CERTAIN)
        if found and not hiding:
            raise NumberError(self.traced(found))
        return self.without(document, found, translator)

    def without(self, value: V, found: Iterable[Found], translator: Translator) -> V:
        """A copy of a value with what was seen in it hidden.

        Args:
            value: The value that was looked through.
            found: What was seen in it.
            translator: For the language of the copy.
        """
        seen: dict[Path, list[Sighting]] = {}
        for each in found:
            seen.setdefault(each.path, []).append(each.sighting)
        word = translator.gettext(HIDDEN)
        changed: V = with_texts(value, lambda path, text: hide(text, seen[path], word) if path in seen else text)
        return changed

    def keep(self, found: Found) -> int:
        """Remember that something is not about a client: it is not spoken of again. How often that has been said.

        Raises:
            RuleError: If it is a valid number: nobody but a person has one.
            StorageError: If it could not be saved; nothing is changed then.
        """
        if found.stops:
            raise RuleError(N_("This is a valid personal identity number. Change it, or hide it in the copy."))
        from learnlog.storage.kept import kept_of  # noqa: PLC0415 - few are ever kept

        answers = self._answers()
        if found.digest not in {each.digest for each in answers.answers}:
            kept = (*answers.answers, Kept(found.digest, self._clock.today()))
            kept_of(self._store).put(answers._replace(answers=kept))
        return self.kept

    @property
    def kept(self) -> int:
        """How often it has been said that something is not about a client."""
        return len(self._answers().answers)

    def ask_again(self) -> int:
        """Forget all that has been said not to be about a client: it is spoken of again. How often it had been said.

        Raises:
            StorageError: If it could not be saved; nothing is changed then.
        """
        from learnlog.storage.kept import kept_of  # noqa: PLC0415 - seldom

        answers = self._answers()
        if answers.answers:
            kept_of(self._store).put(answers._replace(answers=()))
            self._told.clear()
        return len(answers.answers)

    def digests_of(self, texts: Iterable[str], wanted: Callable[[str], bool] = bool) -> frozenset[str]:
        """By which what stands in texts would be known if it had been kept: with the texts, that is erased, too.

        Args:
            texts: Any texts.
            wanted: Whether something that is seen there is meant.
        """
        salt = self._answers().salt
        seen = ((each, text[each.start : each.end]) for text in texts for each in look(text))
        return frozenset(digest_of(salt, Found("", "", "", (), each, ""), part) for each, part in seen if wanted(part))

    # -- within -------------------------------------------------------------------------------------------------------

    def _open(self, seen: Iterable[tuple[Found, str]], least: Certainty) -> tuple[Found, ...]:
        """What is sure enough, and has not been said to be about no client."""
        wanted = [(found, text) for found, text in seen if found.sighting.certainty.reaches(least)]
        if not wanted:
            return ()
        answers = self._answers()
        kept = {each.digest for each in answers.answers}
        told = (found._replace(digest=digest_of(answers.salt, found, text)) for found, text in wanted)
        return tuple(each for each in told if each.stops or each.digest not in kept)

    def _answers(self) -> KeptAnswers:
        """What has been kept; before the first time nothing, with the salt it will be kept with."""
        from learnlog.storage.kept import kept_of  # noqa: PLC0415 - nothing is ever seen in most texts

        answers = kept_of(self._store).get()
        if answers.salt:
            return answers
        self._new_salt = self._new_salt or os.urandom(16).hex()
        return answers._replace(salt=self._new_salt)
