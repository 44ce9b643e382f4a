"""What is to be erased: whole records, or words wherever they stand. Pure: values in, values out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Any

from learnlog.domain.identity_places import texts_in, with_texts
from learnlog.errors import DamagedError
from learnlog.storage import json_text
from learnlog.storage.json_text import Doc

PIECE = 12
"""So many characters in a row tell that something is a part of a text."""
_MAY_BE_UTF_16 = b"\x00"
_OF_A_DRAFT = ("form", "uid", "saved_at")
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\[^u]", re.DOTALL)
"""What JSON writes in place of a character; a pair of them is one character."""

Key = tuple[str, str]
"""Table and id."""


class Target:
    """What is to be erased."""

    def may_stand_in(self, line: bytes) -> bool:  # noqa: ARG002 - for those who cannot tell
        """Whether a line is worth taking apart."""
        return True

    def document(self, table: str, uid: str, document: Doc) -> Doc | None:
        """What becomes of a document: itself if nothing does, None if it goes."""
        raise NotImplementedError

    def is_gone(self, table: str, uid: str) -> bool:
        """Whether nothing of that id may be left."""
        raise NotImplementedError

    def draft(self, fields: Doc) -> Doc | None:
        """What becomes of what was half typed, or of JSON that is no log: itself, None if it goes."""
        raise NotImplementedError

    def text(self, text: str) -> str:
        """What becomes of a text that can be read in no other way."""
        raise NotImplementedError

    def stands_in(self, text: str) -> bool:
        """Whether somebody who reads a text reads something of it."""
        raise NotImplementedError


class Records(Target):
    """Whole records, with what was said about them."""

    def __init__(self, keys: Iterable[Key], texts: Iterable[str] = (), digests: Iterable[str] = ()) -> None:
        """Erase these.

        Args:
            keys: Tables and ids.
            texts: Everything that stands, or stood, in them: by it their remains are found where nothing can be read.
            digests: Of answers to the identity guard that go with them.
        """
        self.keys = frozenset(keys)
        self._ids = frozenset(uid for _, uid in self.keys)
        self._long_ids = frozenset(uid for uid in self._ids if len(uid) >= PIECE)  # tell by themselves what is meant
        self._pieces = pieces_of(texts)
        self._digests = frozenset(digests)
        self._needles = tuple(each.encode() for each in self._ids | self._digests)

    def may_stand_in(self, line: bytes) -> bool:
        """Whether one of the ids stands there."""
        return any(each in line for each in self._needles)

    def document(self, table: str, uid: str, document: Doc) -> Doc | None:
        """None for one of them, and for a comment on it; what was shared of it loses its title and fingerprints.

        So an answer that comes later is not taken in where it is about it: it may say again what was erased.
        """
        if self.is_gone(table, uid) or (table == "comments" and document.get("target") in self._ids):
            return None
        if table == "shares" and isinstance(document.get("items"), list):
            return _with(document, "items", [self._shared(each) for each in document["items"]])
        if table == "reviews" and isinstance(document.get("verdicts"), dict):
            verdicts = {uid: each for uid, each in document["verdicts"].items() if uid not in self._ids}
            return _with(document, "verdicts", verdicts)
        return without_answers(table, document, self._digests)

    def is_gone(self, table: str, uid: str) -> bool:
        """Whether it is one of them, or says when one of them is due."""
        return (table, uid) in self.keys or (table == "snoozes" and any(each in uid for each in self._long_ids))

    def draft(self, fields: Doc) -> Doc | None:
        """None if it is about one of them; a foreign file loses them wherever they stand in it."""
        uid = fields.get("uid")
        if isinstance(uid, str) and any(uid.startswith(each) for each in self._long_ids):
            return None
        bare = self._bare(fields)
        return bare if isinstance(bare, dict) and bare != fields else fields

    def text(self, text: str) -> str:
        """Nothing at all, if an id or a part of a text of them stands there."""
        if any(each in text for each in self._long_ids) or has_piece(text, self._pieces):
            return ""
        return text

    def stands_in(self, text: str) -> bool:
        """Whether a part of a text of them does; an id alone tells nothing."""
        return has_piece(text, self._pieces)

    def _shared(self, item: object) -> object:
        if not isinstance(item, dict) or item.get("uid") not in self._ids:
            return item
        return item | {name: "" for name in ("title", "hash", "source") if item.get(name)}

    def _bare(self, value: Any) -> Any:  # noqa: ANN401 - any JSON
        if isinstance(value, dict):
            return {
                name: self._bare(each)
                for name, each in value.items()
                if name not in self._long_ids and not (isinstance(each, dict) and each.get("id") in self._long_ids)
            }
        return [self._bare(each) for each in value] if isinstance(value, list) else value


class Masked(Target):
    """Words, wherever they stand; what they stood in stays."""

    def __init__(self, change: Callable[[str], str], digests: Iterable[str] = ()) -> None:
        """Mask what `change` changes.

        Args:
            change: From a text to what shall stand there; what it has changed once it leaves as it is.
            digests: Of answers to the identity guard that go with it.
        """
        self._change = change
        self._digests = frozenset(digests)

    def document(self, table: str, uid: str, document: Doc) -> Doc | None:  # noqa: ARG002 - one for all
        """The document with its texts masked."""
        masked: Doc = with_texts(document, lambda _path, text: _unless_a_day(text, self._change))
        return without_answers(table, masked, self._digests)

    def is_gone(self, table: str, uid: str) -> bool:  # noqa: ARG002 - none is
        """Nothing is."""
        return False

    def draft(self, fields: Doc) -> Doc | None:
        """With everything in it masked, whatever field it stands in; but not what a draft is found by."""
        found_by = {name: fields[name] for name in _OF_A_DRAFT if name in fields and "values" in fields}
        masked: Doc = _masked_everywhere(fields, self._change)
        return masked | found_by

    def text(self, text: str) -> str:
        """Masked, and without the escapes of JSON if anything was: it could not be read as JSON anyway."""
        plain = unescaped(text)
        changed = self._change(plain)
        return text if changed == plain else changed

    def stands_in(self, text: str) -> bool:
        """Whether anything in it would be masked."""
        return self._change(text) != text


def pieces_of(texts: Iterable[str]) -> frozenset[str]:
    """By which parts of texts are found again: every few characters in a row of them."""
    return frozenset(text[at : at + PIECE] for text in texts for at in range(len(text) - PIECE + 1))


def has_piece(text: str, pieces: frozenset[str]) -> bool:
    """Whether a part of those texts stands in another; it may be escaped as in JSON there."""
    if not pieces:
        return False
    plain = unescaped(text)
    return any(plain[at : at + PIECE] in pieces for at in range(len(plain) - PIECE + 1))


def unescaped(text: str) -> str:
    """A text as it reads, if it is a part of JSON."""
    return _ESCAPE.sub(_meant, text) if "\\" in text else text


def without_answers(table: str, document: Doc, digests: frozenset[str]) -> Doc:
    """The answers to the identity guard without some: what a fingerprint is of can be found by trying."""
    answers = document.get("answers")
    if table != "kept" or not isinstance(answers, dict) or digests.isdisjoint(answers):
        return document
    return _with(document, "answers", {name: each for name, each in answers.items() if name not in digests})


def texts_of(document: Doc) -> list[str]:
    """Everything somebody wrote in a document."""
    return [text for _, text in texts_in(document)]


def _meant(escape: re.Match[str]) -> str:
    try:
        meant: str = json_text.from_json(f'"{escape[0]}"')
    except DamagedError:
        return escape[0]
    return "\ufffd" if "\ud800" <= meant <= "\udfff" else meant


def _with(document: Doc, name: str, value: object) -> Doc:
    return document if document[name] == value else document | {name: value}


def _masked_everywhere(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _masked_everywhere(each, change) for name, each in value.items()}
    return [_masked_everywhere(each, change) for each in value] if isinstance(value, list) else value


def _unless_a_day(text: str, change: Callable[[str], str]) -> str:
    """Days are nobody's words, and could not be read afterwards."""
    try:
        for each in text.split(","):
            dt.datetime.fromisoformat(each)
    except ValueError:
        return change(text)
    return text
