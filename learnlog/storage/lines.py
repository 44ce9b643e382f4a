"""The log's lines: how they are written, checked and taken apart. Pure: bytes in, bytes out.

    {"format":"learnlog","schema":1,"min_reader":1,"log_id":"…","generation":1,…,"sum":"9f3c21aa1b6e0d42"}
    {"n":1,"at":"2026-11-20T12:00:00Z","by":"app","docs":1,"put":{"entries":{"<id>":{…}}},"sum":"51d0be0777aa0c3f"}
    {"n":2,"at":"…","by":"app","docs":2,"put":{"entries":{"<id>":{…}}},"del":{"entries":["<id>"]},"sum":"…"}

The first line is the header; each further line is one action of the user, whole. ``docs`` counts the documents the
action puts and deletes; a line that begins ``"docs":1,"put"`` holds exactly one, so it need not be decoded to be found.

``sum`` is two CRC-32: of the line itself up to there, and of *every* byte of the file before it (the first one of this
line included). So one call checks a whole file, and a line can be appended knowing only the line before it; and when
something is wrong, each line says whether it is as it was written and whether it stands where it was written.
"""

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple
from zlib import crc32

from learnlog.errors import CannotSaveError, DamagedError
from learnlog.storage.json_text import NOT_OURS, Doc, Refused, encoded, from_json, strict, to_json
from learnlog.text import N_

FORMAT = "learnlog"
SCHEMA = 1
"""Version of what documents look like; see `learnlog.storage.migrations`."""
READER = 1
"""Version of what lines look like: a log whose ``min_reader`` is higher is not for this learnlog to read."""
LINE_MAX = 64 * 1024 * 1024
"""Longest line, in bytes. A whole life's log imported at once fits."""
LEAST = 40
"""Bytes at the end of a line that tell its sums. No line is shorter."""

_END = b'"}\n'
_SUM = 8
_NAME_MAX = 80
UNSEALED = b',"sum":"0000000000000000"}'
"""What stands for the sum in a line that is in memory only."""
TRAILER = len(b"}}" + UNSEALED)
"""How much of a line, without line feed, follows its only document."""
ONE = re.compile(rb'\{"n":(\d+),"at":"([^"\\]*)","by":"([^"\\]*)","docs":1,"put":\{"(\w+)":\{"([^"\\]+)":').match
"""Finds number, moment, maker, table and id of a line that holds exactly one document; what follows is the document."""
_SUMS = rb',"sum":"([0-9a-f]{8})([0-9a-f]{8})"\}'  # compiled where it is needed: hardly ever


class Header(NamedTuple):
    """The log's first line.

    Attributes:
        log_id: 128 random bits of this log, for life.
        generation: How many times the file has been written anew (compaction, restore).
        schema: Version of the documents.
        min_reader: Version of learnlog's line format needed to read it.
        compacted_to: Highest running number of the lines that compaction kept; among those, numbers may be missing.
        compacted_lines: How many lines those are.
        history_from: Lowest running number from which every action is kept whole, and can be taken back.
        extra: What a newer learnlog has noted besides; kept.
    """

    log_id: str
    generation: int = 1
    schema: int = SCHEMA
    min_reader: int = READER
    compacted_to: int = 0
    compacted_lines: int = 0
    history_from: int = 1
    extra: Doc = {}  # noqa: RUF012 - never changed in place


class Action(NamedTuple):
    """One action of the user.

    Attributes:
        n: Running number.
        at: When, UTC, ISO 8601 with Z.
        by: ``app`` or the command's name.
        put: Table → id → document.
        gone: Table → ids deleted.
    """

    n: int
    at: str
    by: str
    put: dict[str, dict[str, Doc]]
    gone: dict[str, list[str]]


def encode_header(header: Header) -> bytes:
    """The header as a line, with its sum."""
    fields = {"format": FORMAT} | {name: value for name, value in header._asdict().items() if name != "extra"}
    return seal(to_json(fields | header.extra)[:-1], 0)


def encode_action(action: Action) -> bytes:
    """An action without its sum: what `seal` completes.

    Args:
        action: Its documents hold only what `json_text.check_storable` lets pass.

    Raises:
        CannotSaveError: If an id is not one, a text is no text, or it is too much for a line.
    """
    docs = sum(map(len, action.put.values())) + sum(map(len, action.gone.values()))
    names = [action.by.replace(" ", "")]
    for table, documents in action.put.items():
        names += table, *documents
    fields: Doc = {"n": action.n, "at": action.at, "by": action.by, "docs": docs, "put": action.put}
    if action.gone:
        fields["del"] = action.gone
    return _body(names, fields)


def encode_one(n: int, at: dt.datetime, by: str, key: tuple[str, str], document: Doc) -> bytes:
    """What `encode_action` makes of an action that puts one document, in fewer steps.

    Args:
        n: Running number.
        at: When, in UTC.
        by: What does it.
        key: Table and id.
        document: As for `encode_action`; days and moments in UTC may stand in it.

    Raises:
        CannotSaveError: As `encode_action`.
    """
    table, uid = key
    fields = {"n": n, "at": at, "by": by, "docs": 1, "put": {table: {uid: document}}}
    return _body([by.replace(" ", ""), table, uid], fields)


def _body(names: list[str], fields: Doc) -> bytes:
    # They stand in lines as they are, so that a line is read without decoding it.
    if not _are_short_words(names) and not all(map(_is_name, names)):
        raise CannotSaveError(N_("This cannot be saved: an id may hold letters, digits and hyphens only."))
    line = encoded(fields)[:-1]
    if len(line) > LINE_MAX:
        raise CannotSaveError(N_("This is too much for one save."))
    return line


def seal(body: bytes, running: int) -> bytes:
    """A line with its sum.

    Args:
        body: The line's JSON without its closing brace.
        running: CRC-32 of the file so far.
    """
    body += b',"sum":"'
    body += b"%08x" % crc32(body)
    return b'%s%08x"}\n' % (body, crc32(body, running))


def assemble(header: Header, actions: Iterable[bytes]) -> bytes:
    """A whole log.

    Args:
        header: Its first line.
        actions: The lines after it, without line feeds; their sums are made anew.
    """
    parts = [encode_header(header)]
    for action in actions:
        parts.append(seal(action[: -len(UNSEALED)], running_after(parts[-1])))
    return b"".join(parts)


def sum_of(line: bytes) -> int:
    """The running sum a line ends with, line feed included.

    Raises:
        Refused: If it ends otherwise.
    """
    digits = line[-_SUM - len(_END) : -len(_END)]
    if line[-len(UNSEALED) - 1 : -2 * _SUM - len(_END)] != b',"sum":"' or line[-len(_END) :] != _END:
        raise Refused
    if digits.strip(b"0123456789abcdef"):
        raise Refused
    return int(digits, 16)


def running_after(line: bytes) -> int:
    """CRC-32 of the file up to and with this line, from the line alone."""
    return crc32(line[-_SUM - len(_END) :], sum_of(line))


def is_whole(data: bytes, running: int = 0) -> bool:
    """Whether every byte of a file is as it was written, in one call.

    Args:
        data: Whole lines.
        running: CRC-32 of the file before them.
    """
    try:
        return crc32(memoryview(data)[: -_SUM - len(_END)], running) == sum_of(data[-LEAST:])
    except Refused:
        return False


def is_as_written(line: bytes) -> bool:
    """Whether a line is what it was when it was written, wherever it stands. Without its line feed."""
    body = len(line) - len(UNSEALED) + len(b',"sum":"')
    return line[body : body + _SUM] == b"%08x" % crc32(memoryview(line)[: max(0, body)])


def end_of_sealed(data: bytes, running: int) -> int:
    """Where a line with its right sum ends in bytes without a line feed; 0 if there is none."""
    for found in re.finditer(_SUMS, data):
        if crc32(memoryview(data)[: found.start(2)], running) == int(found[2], 16):
            return found.end()
    return 0


def decode_header(line: bytes) -> Header:
    """Take the first line apart.

    Raises:
        Refused: If it is not a log's first line.
    """
    fields = strict(line)
    try:
        if fields.pop("format") != FORMAT:
            raise Refused
        fields.pop("sum")
        known = {name: fields.pop(name) for name in Header._fields[:-1]}
    except KeyError as error:
        raise Refused from error
    if not isinstance(known["log_id"], str) or not all(type(v) is int for k, v in known.items() if k != "log_id"):
        raise Refused
    return Header(**known, extra=fields)


def decode_action(line: bytes) -> Action:
    """Take a line apart, strictly.

    Raises:
        Refused: If it is not an action.
    """
    if not line.startswith(b'{"n":'):  # its number is looked for there
        raise Refused
    fields = strict(line)
    put, gone = fields.get("put"), fields.get("del", {})
    n, at, by, docs = (fields.get(name) for name in ("n", "at", "by", "docs"))
    if type(n) is not int or type(docs) is not int or not isinstance(at, str) or not isinstance(by, str):
        raise Refused
    if not isinstance(put, dict) or not isinstance(gone, dict):
        raise Refused
    for table in put.values():
        if not isinstance(table, dict) or not all(map(_is_name, table)):
            raise Refused
        if not all(isinstance(each, dict) for each in table.values()):
            raise Refused
    for ids in gone.values():
        if not isinstance(ids, list) or not all(isinstance(each, str) for each in ids):
            raise Refused
    if docs != sum(map(len, put.values())) + sum(map(len, gone.values())):
        raise Refused
    return Action(n, at, by, put, gone)


def number_of(line: bytes) -> int:
    """The running number of a good line."""
    return int(line[5 : line.index(b",", 5)])


def moment_of(line: bytes) -> str:
    """When a good line was written."""
    start = line.index(b'"at":"') + len(b'"at":"')
    return line[start : line.index(b'"', start)].decode()


def only_document(line: bytes) -> tuple[str, str] | None:
    """Table and id of the only document of a good line, without decoding it; None if it holds another number."""
    found = ONE(line)
    return (found[4].decode(), found[5].decode()) if found else None


def document_of(line: bytes) -> bytes:
    """The only document of a line, as JSON."""
    found = ONE(line)
    if found is None:
        raise Refused
    return line[found.end() : -TRAILER]


def read_document(line: bytes) -> Doc:
    """The only document of a line whose sums are right.

    Raises:
        DamagedError: If it is none all the same: something else than learnlog has written it.
    """
    found = ONE(line)
    document = from_json(line[found.end() : -TRAILER]) if found else None
    if not isinstance(document, dict):
        raise DamagedError(NOT_OURS)
    return document


def stamp_of(line: bytes) -> tuple[str, str]:
    """Maker and moment of a line that holds one document."""
    found = ONE(line)
    if found is None:
        raise Refused
    return found[3].decode(), found[2].decode()


def single(action: Action, table: str, uid: str) -> bytes:
    """A line, as in the file but without line feed and with an empty sum, that holds one document of an action."""
    put = {table: {uid: action.put[table][uid]}}
    fields = {"n": action.n, "at": action.at, "by": action.by, "docs": 1, "put": put}
    return to_json(fields)[:-1] + UNSEALED


def _are_short_words(names: list[str]) -> bool:
    """Whether names are such as `_is_name` wants, told from all of them at once; False when that is hard to say."""
    together = "".join(names)
    return len(together) <= _NAME_MAX and together.isascii() and together.isalnum() and "" not in names


def _is_name(name: object) -> bool:
    """Up to 80 letters, digits, hyphens and underscores of ASCII, and not only the latter."""
    if not isinstance(name, str) or len(name) > _NAME_MAX:
        return False
    return name.isascii() and (name.isalnum() or name.replace("-", "").replace("_", "").isalnum())
