"""Take words out of a log and out of every copy of it, byte by byte. Pure: bytes in, bytes out.

Lines keep their numbers, their moments and their places: one that held nothing else stays as an empty action, so that
everything after it can still be taken back, and a copy of the log is a whole log afterwards. What cannot be read as a
line (a torn end, a damaged copy, a foreign file that was set aside) is looked through as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from learnlog.domain.identity_places import texts_in, with_texts
from learnlog.errors import CannotSaveError, DamagedError, NewerFormatError
from learnlog.storage import json_text, lines
from learnlog.storage.content import NotWhole, take_apart
from learnlog.storage.image import Image
from learnlog.storage.json_text import Doc, Refused

ERASED = "erased"
"""Name in the log's first line: what was erased or masked, by table and id, up to which line (see `note`)."""
NOTED = 400
"""So much is noted there, the latest; only windows that were open at the time need it."""
PIECE = 12
"""So many characters in a row tell that something is a part of a text."""
_MAY_BE_UTF_16 = b"\x00"
_OF_A_DRAFT = ("form", "uid", "saved_at")
_RUNNING = len(b'00000000"}')
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\[^u]", re.DOTALL)
"""What JSON writes in place of a character; a pair of them is one character."""
_OF_A_LINE = ("n", "at", "by", "docs", "put", "del", "sum")

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
        """None for one of them, and for a comment on it; what was shared of it loses its title."""
        if self.is_gone(table, uid) or (table == "comments" and document.get("target") in self._ids):
            return None
        if table == "shares" and isinstance(document.get("items"), list):
            return _with(document, "items", [self._shared(each) for each in document["items"]])
        return without_answers(table, document, self._digests)

    def is_gone(self, table: str, uid: str) -> bool:
        """Whether it is one of them."""
        return (table, uid) in self.keys

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
        return item | {name: "" for name in ("title", "source") if item.get(name)}

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


class Eraser:
    """Erases one target from any number of files; nearly all lines of copies are those of the log.

    Attributes:
        target: What is erased.
        touched: What was changed in lines so far, by table and id.
    """

    def __init__(self, target: Target) -> None:
        """Nothing has been looked at yet."""
        self.touched: set[Key] = set()
        self.target = target
        self._known: dict[bytes, bytes | None] = {}

    def actions(self, actions: Iterable[bytes]) -> list[bytes]:
        """Lines without line feeds; those that hold nothing of it are the same lines.

        Raises:
            DamagedError: If one cannot be read.
        """
        return list(map(self._line, actions))

    def copy(self, data: bytes) -> bytes:
        """A copy of the log, whole or not, or whatever was set aside; the same bytes if nothing of it is there."""
        try:
            content = take_apart(data)
            actions, torn = self.actions(content.actions), self._rows(content.torn)
        except (NotWhole, NewerFormatError, DamagedError, CannotSaveError):
            return self._rows(data)
        if actions == content.actions and torn == content.torn:
            return data
        return lines.assemble(content.tail.header, actions) + torn

    def loose(self, data: bytes) -> bytes:
        """A draft, or a text of any other kind: nothing, if it goes."""
        try:
            fields = json_text.strict(data)
        except Refused:
            return self._rows(data)
        kept = self.target.draft(fields)
        if kept is fields or kept == fields:
            return data
        return b"" if kept is None else json_text.to_json(kept)

    def _line(self, line: bytes) -> bytes:
        key = line[:-_RUNNING]  # the sum of all before it differs from copy to copy
        if key not in self._known:
            self._known[key] = self._looked_at(line) if self.target.may_stand_in(line) else None
        return self._known[key] or line

    def _looked_at(self, line: bytes) -> bytes | None:
        try:
            fields = json_text.strict(line)
            lines.decode_action(line)
        except Refused as error:
            raise DamagedError(json_text.NOT_OURS) from error
        put = {table: self._put(table, documents) for table, documents in fields["put"].items()}
        gone = {
            table: [uid for uid in ids if not self.target.is_gone(table, uid)]
            for table, ids in fields.get("del", {}).items()
        }
        more = {name: each for name, each in fields.items() if name not in _OF_A_LINE}
        kept_more = self.target.draft(more) if more else more
        if put == fields["put"] and gone == fields.get("del", {}) and kept_more == more:
            return None
        return encoded_line({**fields, "put": put, "del": gone}, kept_more or {})

    def _put(self, table: str, documents: Mapping[str, Doc]) -> dict[str, Doc]:
        kept = {uid: self.target.document(table, uid, document) for uid, document in documents.items()}
        self.touched.update((table, uid) for uid, each in kept.items() if each != documents[uid])
        return {uid: each for uid, each in kept.items() if each is not None}

    def _rows(self, data: bytes) -> bytes:
        """What is no whole log, row by row; in a file of another code nothing is left if anything of it is there."""
        if _MAY_BE_UTF_16 in data and not data.startswith(b'{"format"'):
            wide = (data.decode(code, errors="replace") for code in ("utf-16-le", "utf-16-be"))
            if any(self.target.text(text) != text for text in wide):
                return b""
        return b"\n".join(map(self._row, data.split(b"\n")))

    def _row(self, row: bytes) -> bytes:
        """A row of what is no whole log. One that is not as it was written may say of itself what it is not."""
        bare = row.removesuffix(b"\r")
        try:
            if lines.is_as_written(bare):
                changed = self._line(bare)
                return row if changed is bare else _sealed(changed)
            found = self._looked_at(bare)
            bare = bare if found is None else _sealed(found)
        except (DamagedError, CannotSaveError):  # no line, or one that could not be written again
            bare = self._as_json(bare)
        text = bare.decode(errors="surrogateescape")
        changed_text = self.target.text(text)
        if changed_text != text:
            return changed_text.encode(errors="surrogateescape")
        return row if bare == row.removesuffix(b"\r") else bare

    def _as_json(self, row: bytes) -> bytes:
        try:
            fields = json_text.strict(row)
            kept = self.target.draft(fields)
            return row if kept == fields else b"" if kept is None else json_text.to_json(kept)
        except (Refused, CannotSaveError):
            return row


class Noted(NamedTuple):
    """What the first line notes of what was erased: up to which line, by table and id."""

    keys: dict[str, int]

    def until(self, table: str, uid: str) -> int:
        """The last line there was when something of that id was erased; 0 if nothing was."""
        found = self.keys.get(f"{table}/{uid}", 0)
        return found if isinstance(found, int) else 0


def noted(header: lines.Header) -> Noted:
    """What a log's first line notes of what was erased."""
    found = header.extra.get(ERASED)
    return Noted(found if isinstance(found, dict) else {})


def took_from(header: lines.Header, image: Image, n: int) -> bool:
    """Whether something of what an action did has been erased since: what it was can not be said any more.

    Args:
        header: The log's first line.
        image: Its lines.
        n: The action's running number.
    """
    known = noted(header)
    actions = image.numbered(n) if known.keys else []
    keys = [
        (table, uid) for each in actions for found in (each.put, each.gone) for table in found for uid in found[table]
    ]
    return bool(actions) and (not keys or any(known.until(*key) >= n for key in keys))


def note(header: lines.Header, keys: Iterable[Key], n: int) -> lines.Header:
    """A first line with a note of what was erased: other windows that still show it must not write it back.

    Args:
        header: The first line.
        keys: What was erased or masked.
        n: Running number of the last line there was.
    """
    known = {name: each for name, each in noted(header).keys.items() if isinstance(each, int)}
    latest = known | {f"{table}/{uid}": n for table, uid in sorted(keys)}
    newest = sorted(latest.items(), key=lambda each: each[1])[-NOTED:]
    return header._replace(extra={**header.extra, ERASED: dict(newest)})


def encoded_line(fields: Doc, more: Doc) -> bytes:
    """A line, without line feed and with an empty sum.

    Args:
        fields: Its number, moment and maker, and what it puts and deletes.
        more: What a newer learnlog wrote besides. It stands before what is put: who reads a line that holds one
            document goes by what follows.
    """
    put = {table: documents for table, documents in fields["put"].items() if documents}
    gone = {table: ids for table, ids in fields["del"].items() if ids}
    docs = sum(map(len, put.values())) + sum(map(len, gone.values()))
    line = {"n": fields["n"], "at": fields["at"], "by": fields["by"], "docs": docs, **more, "put": put}
    return json_text.to_json(line | ({"del": gone} if gone else {}))[:-1] + lines.UNSEALED


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


def _sealed(line: bytes) -> bytes:
    """A line by itself: its sum is right, what stands before it is not known."""
    return lines.seal(line[: -len(lines.UNSEALED)], 0)[:-1]


def _with(document: Doc, name: str, value: object) -> Doc:
    return document if document[name] == value else document | {name: value}


def _masked_everywhere(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: _masked_everywhere(each, change) for name, each in value.items()}
    return [_masked_everywhere(each, change) for each in value] if isinstance(value, list) else value


def _unless_a_day(text: str, change: Callable[[str], str]) -> str:
    """A day is none of anybody's words; it would not be readable afterwards."""
    import datetime as dt  # noqa: PLC0415 - one name less for who reads this module

    try:
        dt.datetime.fromisoformat(text)
    except ValueError:
        return change(text)
    return text
