"""A line of the log: what is one, what is none, and what its sums say."""

from __future__ import annotations

import json
from typing import Any
from zlib import crc32

import pytest

from learnlog.errors import CannotSaveError, DamagedError
from learnlog.storage import lines
from learnlog.storage.json_text import Refused
from learnlog.storage.lines import Action, Header
from tests.builders import NOW

HEADER = Header("a" * 32)
ACTION: dict[str, Any] = {"n": 1, "at": "2026-11-20T12:00:00Z", "by": "app", "docs": 1, "put": {"entries": {"a": {}}}}
TWO: dict[str, Any] = ACTION | {"docs": 2, "del": {"entries": ["b"]}}


def line(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields | {"sum": "0" * 16}, separators=(",", ":")).encode()


def test_an_action_is_what_was_written() -> None:
    assert lines.decode_action(line(ACTION)) == Action(1, ACTION["at"], "app", ACTION["put"], {})
    assert lines.decode_action(line(TWO)).gone == {"entries": ["b"]}


@pytest.mark.parametrize(
    "changed",
    [
        {"n": "1"},
        {"n": True},
        {"n": None},
        {"at": 7},
        {"at": None},
        {"by": 7},
        {"by": None},
        {"docs": "1"},
        {"docs": True},
        {"docs": 3},
        {"docs": 0},
        {"put": []},
        {"put": None},
        {"put": {"entries": ["a"]}},
        {"put": {"entries": {"a": []}}},
        {"put": {"entries": {"": {}}}},
        {"put": {"entries": {"a b": {}}}},
        {"put": {"entries": {"å": {}}}},
        {"put": {"entries": {"a" * 81: {}}}},
        {"put": {"entries": {"--": {}}}},
        {"del": []},
        {"del": None},
        {"del": {"entries": "b"}},
        {"del": {"entries": {"b": 1}}},
        {"del": {"entries": [7]}},
        {"del": {"entries": ["b", "c"]}},
    ],
    ids=str,
)
def test_what_is_no_action_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        lines.decode_action(line(TWO | changed))


@pytest.mark.parametrize("bad", [b"", b"{}", b"[]", line({"at": "x"}), b" " + line(ACTION), line(ACTION)[:-1]])
def test_what_does_not_begin_or_end_as_a_line_is_refused(bad: bytes) -> None:
    with pytest.raises(Refused):
        lines.decode_action(bad)


@pytest.mark.parametrize("bad", ["", "a b", "å", "a" * 81, "-_-", 'a"', "a\n", "²"])
def test_only_a_name_stands_for_an_id_or_a_table(bad: str) -> None:
    for table, uid in ((bad, "a"), ("entries", bad)):
        with pytest.raises(CannotSaveError):
            lines.encode_action(Action(1, "x", "app", {table: {uid: {}}}, {}))
        with pytest.raises(CannotSaveError):
            lines.encode_one(1, NOW, "app", (table, uid), {})
    for good in ("a" * 80, "a-b_c", "7"):
        assert lines.encode_one(1, NOW, "app", ("entries", good), {})


def header_with(**changed: object) -> bytes:
    fields = json.loads(lines.encode_header(HEADER))
    return json.dumps({name: each for name, each in (fields | changed).items() if each is not None}).encode()


def test_a_first_line_is_what_was_written() -> None:
    header = HEADER._replace(generation=3, compacted_to=4, compacted_lines=2, history_from=5, extra={"colour": "blue"})
    assert lines.decode_header(lines.encode_header(header)[:-1]) == header


@pytest.mark.parametrize(
    "changed",
    [
        {"format": "other"},
        {"format": None},
        {"sum": None},
        {"log_id": 7},
        {"log_id": None},
        {"generation": "1"},
        {"generation": True},
        {"schema": 1.5},
        {"min_reader": "1"},
        {"compacted_to": [0]},
        {"history_from": None},
    ],
    ids=str,
)
def test_what_is_no_first_line_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(Refused):
        lines.decode_header(header_with(**changed))


SEALED = lines.seal(b'{"n":1,"by":"a sentence that is long enough"', 0)


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        SEALED[:-1],
        SEALED[:-1] + b" ",
        SEALED[:-4] + b'g"}\n',
        SEALED[:-4] + b' "}\n',
        SEALED[:-4].upper() + b'F"}\n',
        SEALED.replace(b',"sum":"', b',"sum": "'),
        SEALED.replace(b',"sum":"', b',"SUM":"'),
        SEALED[:-5] + b'"}\n',
    ],
)
def test_what_does_not_end_in_a_sum_is_refused(bad: bytes) -> None:
    with pytest.raises(Refused):
        lines.sum_of(bad)
    assert not lines.is_whole(bad)


def test_a_sum_tells_of_every_byte_of_the_line_and_of_all_before_it() -> None:
    assert lines.is_whole(SEALED)
    assert lines.is_as_written(SEALED[:-1])
    for place in range(len(SEALED)):
        flipped = SEALED[:place] + bytes([SEALED[place] ^ 1]) + SEALED[place + 1 :]
        assert not lines.is_whole(flipped)
    assert not lines.is_whole(SEALED, 1)
    second = lines.seal(b'{"n":2,"by":"another one that is long enough"', crc32(SEALED))
    assert lines.running_after(SEALED) == crc32(SEALED)
    assert lines.is_whole(SEALED + second)
    assert lines.is_whole(second, crc32(SEALED))
    assert not lines.is_whole(second + SEALED)
    assert lines.end_of_sealed(second[:-1] + b"xx", crc32(SEALED)) == len(second) - 1
    assert lines.end_of_sealed(second[:-1], 0) == lines.end_of_sealed(second[:-2], crc32(SEALED)) == 0


def test_the_only_document_of_a_line_is_found_without_decoding_it() -> None:
    one = lines.encode_action(Action(7, "2026-11-20T12:00:00Z", "add", {"entries": {"a-1": {"title": "A"}}}, {}))
    written = lines.seal(one, 0)[:-1]
    assert lines.only_document(written) == ("entries", "a-1")
    assert lines.document_of(written) == b'{"title":"A"}'
    assert lines.read_document(written) == {"title": "A"}
    assert lines.stamp_of(written) == ("add", "2026-11-20T12:00:00Z")
    assert (lines.number_of(written), lines.moment_of(written)) == (7, "2026-11-20T12:00:00Z")

    two = Action(8, "2026-11-20T12:00:00Z", "add", {"entries": {"a": {"title": "A"}, "b": {"title": "B"}}}, {})
    written = lines.seal(lines.encode_action(two), 0)[:-1]
    assert lines.only_document(written) is None
    for read in (lines.document_of, lines.stamp_of):
        with pytest.raises(Refused):
            read(written)
    with pytest.raises(DamagedError):
        lines.read_document(written)
    assert lines.read_document(lines.single(two, "entries", "b")) == {"title": "B"}
