"""What is no whole log: a torn end, a newer one's copy, foreign files. What is erased goes from there as well."""

from __future__ import annotations

import json
from zlib import crc32

import pytest

from learnlog.domain.erasing import Words
from learnlog.storage import lines
from learnlog.storage.content import take_apart
from learnlog.storage.erasing import Eraser
from learnlog.storage.lines import Action, Header
from learnlog.storage.targets import Masked, Records, Target

SECRET = "Kalle Hemlig på rum tolv"
UID, OTHER = "5" * 32, "1" * 32
AT = "2026-11-20T12:00:00Z"
WORDS = Words([SECRET])


def a_line(n: int, uid: str, title: str) -> bytes:
    return lines.encode_action(Action(n, AT, "app", {"entries": {uid: {"title": title}}}, {})) + lines.UNSEALED


def a_log(min_reader: int = lines.READER) -> bytes:
    actions = [a_line(1, OTHER, "Annat"), a_line(2, UID, SECRET), a_line(3, OTHER, "Annat igen")]
    return lines.assemble(Header("a" * 32, min_reader=min_reader), actions)


def masking() -> Target:
    return Masked(lambda text: WORDS.hidden(text, "[dolt]"))


def erasing() -> Target:
    return Records([("entries", UID)], [SECRET])


TARGETS = pytest.mark.parametrize("target", [masking(), erasing()], ids=["masked", "erased"])


def gone(data: bytes) -> bool:
    return all(SECRET.encode(code) not in data for code in ("utf-8", "utf-16-le", "utf-16-be"))


@TARGETS
@pytest.mark.parametrize("torn", [b'{"n":4,"title":"' + SECRET.encode(), SECRET.encode() + b"\n" + SECRET.encode()])
def test_it_goes_from_a_torn_end_and_the_whole_lines_stay(target: Target, torn: bytes) -> None:
    whole = lines.assemble(Header("a" * 32), [a_line(1, OTHER, "Annat")])
    after = Eraser(target).copy(whole + torn.split(b"\n")[0])
    assert gone(after)
    assert after.startswith(whole)
    after = Eraser(target).copy(whole + torn)
    assert gone(after)
    assert b"Annat" in after


@TARGETS
def test_it_goes_from_a_copy_that_only_a_newer_learnlog_reads(target: Target) -> None:
    after = Eraser(target).copy(a_log(min_reader=lines.READER + 1))
    assert gone(after)
    assert b"Annat igen" in after
    assert b'"min_reader":2' in after


@TARGETS
def test_it_goes_from_a_log_with_a_line_that_something_else_wrote(target: Target) -> None:
    data = a_log()
    foreign = lines.seal(b'{"n":4,"note":"%s","x":["%s"]' % (SECRET.encode(), UID.encode()), crc32(data))
    after = Eraser(target).copy(data + foreign)
    assert gone(after)
    assert b"Annat igen" in after


@TARGETS
@pytest.mark.parametrize("code", ["utf-16-le", "utf-16-be", "utf-16"])
def test_of_a_file_in_another_code_nothing_is_left_if_it_stands_there(target: Target, code: str) -> None:
    assert Eraser(target).copy(f"Om {SECRET} och annat".encode(code)) == b""
    harmless = "Om något annat\noch mera".encode(code)
    assert Eraser(target).copy(harmless) == harmless


@TARGETS
def test_what_does_not_hold_it_keeps_every_byte(target: Target) -> None:
    for data in (
        b"",
        b"hello\r\nthere\r\n",
        b'{"a": 1,   "b": [2]}\n',
        b"\xff\xfe\xfa\n\x80",
        a_log().replace(SECRET.encode(), b"Kalle").replace(UID.encode(), OTHER.encode()),
        lines.assemble(Header("a" * 32), [a_line(1, OTHER, "Annat")]) + b"torn",
    ):
        assert Eraser(target).copy(data) == data
        assert Eraser(target).loose(data) == data


@TARGETS
def test_lines_of_a_damaged_copy_are_still_lines_afterwards(target: Target) -> None:
    rows = a_log().split(b"\n")
    bad = b"\r\n".join([*rows[1:], b"not a line"])
    after = Eraser(target).copy(bad)
    assert gone(after)
    told = after.replace(b"\r\n", b"\n").split(b"\n")
    assert [lines.is_as_written(row) for row in told[:3]] == [True] * 3
    assert told[0] == rows[1]
    assert told[-1] == b"not a line"


def test_what_a_newer_learnlog_wrote_in_a_line_besides_is_masked_and_kept() -> None:
    body = json.loads(a_line(2, OTHER, "Annat"))
    fields = {name: each for name, each in body.items() if name not in ("put", "sum")}
    for besides in ({"note": f"Om {SECRET}"}, {"note": "Om annat"}):
        line = json.dumps(fields | besides | {"put": body["put"]}, separators=(",", ":"), ensure_ascii=False).encode()
        data = lines.assemble(Header("a" * 32), [a_line(1, UID, SECRET), line[:-1] + lines.UNSEALED])
        after = Eraser(masking()).copy(data)
        assert gone(after)
        told = [json.loads(each) for each in take_apart(after).actions]
        assert told[1]["note"] == besides["note"].replace(SECRET, "[dolt]")
        assert told[1]["put"] == body["put"]
