"""The identity guard: looks through what is written for what may tell who somebody is, and helps to take it away.

On a save it warns and nothing more. What leaves the log is stopped while a personal identity number stands in it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from learnlog.domain.clock import Clock
from learnlog.domain.identity import (
    DOT,
    HIDDEN,
    Certainty,
    Kept,
    KeptAnswers,
    Sighting,
    hide,
    look,
    look_for_numbers,
)
from learnlog.domain.identity_places import Path, texts_in, with_texts
from learnlog.errors import ExportError, RuleError, StorageError
from learnlog.i18n.catalog import Translator
from learnlog.storage.ledger import Ledger
from learnlog.storage.store import Store
from learnlog.text import N_, Msg

V = TypeVar("V")
"""A value of the domain, a text or data."""
_TABLES: Mapping[str, str] = {
    "Entry": "entries",
    "Training": "trainings",
    "Area": "areas",
    "Goal": "goals",
    "Action": "actions",
    "Workshop": "workshops",
    "Talk": "talks",
    "Profile": "profile",
    "Selection": "selection",
    "Comment": "comments",
    "SharedComment": "comments",
    "ReceivedReview": "reviews",
    "ShareRecord": "shares",
    "Summary": "selection",
}
"""Type of a value → the table its words are told by."""
_NAMED_BY = ("title", "name", "what", "question", "who")
"""Fields that say which one a thing is; the first that it has."""
NAME_MOST = 40
"""So much of a thing's name is told."""
PROPER_NAMES = frozenset({
    "provider", "issuer", "unit", "workplace", "municipality", "place", "display_name", "author_name", "summary",
    "areas", "name", "shares", "project_code",
})  # fmt: skip
"""Fields in which names are meant to stand; there only numbers are looked for."""


class Found(NamedTuple):
    """Something that may tell who somebody is, and where it stands.

    Attributes:
        table: The kind of thing it stands in, as its table in the log.
        uid: Which thing; empty for what there is only one of.
        name: What the thing is called, with everything masked that was seen in it; may be empty.
        path: The way to the text in the thing.
        sighting: What was seen.
        digest: By which it is recognised when the owner has said that it is not about a client.
        line: The line of a file it stands in; 0 for what stands in the log.
    """

    table: str
    uid: str
    name: str
    path: Path
    sighting: Sighting
    digest: str
    line: int = 0

    @property
    def field(self) -> str:
        """The way to the text, in one word: ``answers.www_good``."""
        return ".".join(self.path)

    @property
    def stops(self) -> bool:
        """Whether nothing may leave the log while it stands there."""
        return self.sighting.certainty is Certainty.CERTAIN

    @property
    def where(self) -> Msg:
        """Where it stands, in the owner's words."""
        if self.line:
            numbered = N_("Line {number}, {field}") if self.path else N_("Line {number}")
            return Msg(numbered, {"number": self.line, "field": self.field})
        if not self.table and not self.path:
            return Msg(N_("the document"))
        from learnlog.i18n.places import field_name, thing_name  # noqa: PLC0415 - only when there is something to tell

        values: dict[str, object] = {
            "thing": thing_name(self.table),
            "name": self.name,
            "field": field_name(self.table, self.path),
        }
        return Msg(N_("{thing} “{name}”, {field}") if self.name else N_("{thing}, {field}"), values)


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
        table = _TABLES.get(type(value).__name__, "")
        return self._open(_look_through(table, getattr(value, "id", ""), value, least), least)

    def everywhere(self, least: Certainty = Certainty.HINT) -> tuple[Found, ...]:
        """What in the whole log, the bin included, may tell who somebody is."""
        return self._open(_in_documents(self._store.ledger, least), least)

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
            named = self._open(_look_through("", "", {"file_name": name}, least), least)
            return (*named, *(each for value in shared for each in self.seen_in(value, least)))
        return self._open(
            (
                (found._replace(path=each.path, line=each.number), text)
                for each in (Line(0, ("file_name",), name), *lines_of(data))
                for found, text in _look_through("", "", each.text, least)
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

    def keep(self, found: Found) -> None:
        """Remember that something is not about a client: it is not spoken of again.

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

    # -- within -------------------------------------------------------------------------------------------------------

    def _open(self, seen: Iterable[tuple[Found, str]], least: Certainty) -> tuple[Found, ...]:
        """What is sure enough, and has not been said to be about no client."""
        wanted = [(found, text) for found, text in seen if found.sighting.certainty.reaches(least)]
        if not wanted:
            return ()
        answers = self._answers()
        kept = {each.digest for each in answers.answers}
        told = (found._replace(digest=_digest(answers.salt, found, text)) for found, text in wanted)
        return tuple(each for each in told if each.stops or each.digest not in kept)

    def _answers(self) -> KeptAnswers:
        """What has been kept; before the first time nothing, with the salt it will be kept with."""
        from learnlog.storage.kept import kept_of  # noqa: PLC0415 - nothing is ever seen in most texts

        answers = kept_of(self._store).get()
        if answers.salt:
            return answers
        self._new_salt = self._new_salt or os.urandom(16).hex()
        return answers._replace(salt=self._new_salt)


def _in_documents(ledger: Ledger, least: Certainty) -> Iterator[tuple[Found, str]]:
    """What was seen in the documents of a log, and the text that was seen."""
    for table in ledger.table_names():
        for uid, _, document in ledger.documents(table):
            yield from _look_through(table, uid, document, least)


def _look_through(
    table: str,
    uid: str,
    value: Any,  # noqa: ANN401 - of any kind
    least: Certainty,
) -> Iterator[tuple[Found, str]]:
    """What was seen in a value, and the text that was seen."""
    name = ""
    seen = look if least is Certainty.HINT else look_for_numbers
    for path, text in texts_in(value):
        names_meant = not PROPER_NAMES.isdisjoint((table, *path))
        for sighting in seen(text):
            if names_meant and sighting.certainty is Certainty.HINT:
                continue
            name = name or _name_of(value)
            yield Found(table, uid, name, path, sighting, ""), text[sighting.start : sighting.end]


def _name_of(value: Any) -> str:  # noqa: ANN401 - of any kind
    """What a thing is called, on one line, masked."""
    get = value.get if isinstance(value, Mapping) else lambda field: getattr(value, field, "")
    name = next((text for field in _NAMED_BY if isinstance(text := get(field), str) and text), "")
    name = " ".join(hide(name, look(name), DOT * 3).split())
    return name if len(name) <= NAME_MOST else name[: NAME_MOST - 1] + "…"


def _digest(salt: str, found: Found, text: str) -> str:
    """By which something is recognised, however it is spelled."""
    import hashlib  # noqa: PLC0415 - nothing is ever seen in most texts

    is_number = found.sighting.certainty is not Certainty.HINT
    same = (
        "".join(str(int(each)) for each in text if each.isdecimal()) if is_number else " ".join(text.casefold().split())
    )
    return hashlib.sha256(f"{salt}\0{same}".encode(errors="replace")).hexdigest()
