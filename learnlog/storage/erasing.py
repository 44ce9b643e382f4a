"""Take words out of a log and out of every copy of it, byte by byte. Pure: bytes in, bytes out.

Lines keep their numbers, their moments and their places: one that held nothing else stays as an empty action, so that
everything after it can still be taken back, and a copy of the log is a whole log afterwards. What cannot be read as a
line (a torn end, a damaged copy, a foreign file that was set aside) is looked through as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from learnlog.errors import CannotSaveError, DamagedError, NewerFormatError
from learnlog.storage import json_text, lines
from learnlog.storage.content import NotWhole, take_apart
from learnlog.storage.image import Image
from learnlog.storage.json_text import Doc, Refused
from learnlog.storage.targets import Key, Target

ERASED = "erased"
"""Name in the log's first line: what was erased or masked, by table and id, up to which line (see `note`)."""
NOTED = 400
"""So much is noted there, the latest; only windows that were open at the time need it."""
_RUNNING = len(b'00000000"}')
_MAY_BE_UTF_16 = b"\x00"
_OF_A_LINE = ("n", "at", "by", "docs", "put", "del", "sum")


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


def _sealed(line: bytes) -> bytes:
    """A line by itself: its sum is right, what stands before it is not known."""
    return lines.seal(line[: -len(lines.UNSEALED)], 0)[:-1]
