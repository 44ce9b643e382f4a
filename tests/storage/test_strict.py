"""Files from somebody else: whatever they hold, they are refused in a sentence, or read as they are."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.errors import ForeignFileError, LearnlogError, NewerFormatError
from learnlog.storage import shapes, strict
from learnlog.storage.strict import Caps

CAPS = Caps(size=10_000, values=200, depth=5, text=100)
SECRET = "Sven i rum 4"

HOSTILE: dict[str, bytes] = {
    "nothing": b"",
    "null": b"null",
    "a list": b"[]",
    "a text": b'"a"',
    "half of it": b'{"a": [1, 2',
    "a text without an end": b'{"a": "' + b'\\"' * 4000,
    "a backslash at the end": b'{"a": "b\\',
    "a byte order mark": b'\xef\xbb\xbf{"a": 1}',
    "UTF-16": '{"a": 1}'.encode("utf-16"),
    "latin-1": '{"a": "å"}'.encode("latin-1"),
    "zero bytes": b"\0" * 100,
    "gzip": b"\x1f\x8b\x08\0\0\0\0\0",
    "HTML": b"<!DOCTYPE html><html></html>",
    "a conflict": b'<<<<<<< HEAD\n{"a": 1}\n=======\n{"a": 2}\n>>>>>>> other',
    "a key twice": b'{"a": 1, "a": 2}',
    "a key twice, deep down": b'{"a": [{"b": 1, "b": 1}]}',
    "a decimal number": b'{"a": 1.0}',
    "an exponent": b'{"a": 1e3}',
    "NaN": b'{"a": NaN}',
    "Infinity": b'{"a": -Infinity}',
    "a huge number": b'{"a": ' + b"9" * 5000 + b"}",
    "half a pair of surrogates": b'{"a": "\\ud800"}',
    "half a pair in a key": b'{"\\udfff": 1}',
    "deep": b'{"a":' + b"[" * 4000 + b"]" * 4000 + b"}",
    "a little too deep": b'{"a":[[[[[1]]]]]}',
    "many": b'{"a":[' + b"[]," * 2000 + b"1]}",
    "many texts": b'{"a":["' + b'","' * 2000 + b'"]}',
    "a long text": b'{"a": "' + b"x" * 101 + b'"}',
    "a long key": b'{"' + b"x" * 101 + b'": 1}',
    "too large": b'{"a": "' + b" " * 10_000 + b'"}',
    "two objects": b'{"a": 1}{"a": 1}',
    "a comment": b'{"a": 1} // yes',
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(tmp_path: Path, what: str) -> None:
    path = tmp_path / "from-somebody"
    path.write_bytes(HOSTILE[what])
    with pytest.raises(ForeignFileError):
        strict.read(str(path), CAPS)
    assert path.read_bytes() == HOSTILE[what]


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: os.symlink("/dev/zero", path)])
def test_what_is_no_ordinary_file_is_not_waited_for(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "odd")
    with pytest.raises(ForeignFileError, match="not an ordinary file"):
        strict.read(str(tmp_path / "odd"), CAPS)


def test_a_socket_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        with pytest.raises(ForeignFileError):
            strict.read(str(tmp_path / "s"), CAPS)
    for path in (str(tmp_path / "none"), str(tmp_path / "a\0b")):
        with pytest.raises(ForeignFileError):
            strict.read(path, CAPS)


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(1 << 40)  # sparse: to read it would need more memory than there is
    with pytest.raises(ForeignFileError, match="too large"):
        strict.read(str(path), strict.SHARE)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        value = strict.load(data, CAPS)
    except ForeignFileError:
        return
    assert json.loads(data) == value


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(st.characters(codec="utf-8"), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=5), inner)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=9), JSON, max_size=4))
def test_what_may_be_read_comes_back_the_same_and_in_one_form(value: dict[str, object]) -> None:
    wide = Caps(size=100_000, values=10_000, depth=50, text=1000)
    data = json.dumps(value, indent=1).encode()
    assert strict.load(data, wide) == value
    assert strict.canonical(json.loads(data)) == strict.canonical(dict(reversed(value.items())))
    plain = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    assert strict.canonical(value) == plain.encode()


@pytest.mark.parametrize("text_max", [100, 10_000])
@pytest.mark.parametrize("pair", ["D83D\\uDE00", "d800", "DFFF", "d83d\\u0041", "dbff"])
def test_half_a_pair_is_found_however_short_the_file_is(pair: str, text_max: int) -> None:
    data = b'{"a": ["' + b"x" * 60 + b'", {"b": "\\u' + pair.encode() + b'"}], "c": "' + b"y" * 60 + b'"}'
    caps = CAPS._replace(text=text_max)  # every text is looked at where the file is longer than one may be
    if pair == "D83D\\uDE00":
        assert strict.load(data, caps)["a"][1] == {"b": "\U0001f600"}
        return
    with pytest.raises(ForeignFileError):
        strict.load(data, caps)


def test_a_long_name_is_refused_in_a_short_file() -> None:
    for data in (HOSTILE["a long key"], b'{"a": [{"b": 1, "' + b"x" * 101 + b'": 1}]}'):
        with pytest.raises(ForeignFileError):
            strict.load(data, CAPS._replace(text=10_000))


SHAPE: dict[str, shapes.Kind] = {
    "id": shapes.hexadecimal(4),
    "uid": shapes.uid,
    "on": shapes.day,
    "kind": shapes.key_of("good", "bad"),
    "count": shapes.number(0, 9),
    "items": shapes.listed(lambda raw: shapes.shaped(raw, {"text": shapes.text(5, 1)}), 3),
}
GOOD = {
    "id": "00af",
    "uid": "a_b-3",
    "on": "2026-11-20",
    "kind": "good",
    "count": 3,
    "items": [{"text": "a"}, {"text": "b"}],
}


def test_a_good_shape_is_read() -> None:
    assert shapes.shaped(GOOD, SHAPE)["items"] == ({"text": "a"}, {"text": "b"})
    lacking = {name: value for name, value in GOOD.items() if name != "count"}
    assert shapes.shaped(lacking, SHAPE, {"count": 7})["count"] == 7


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", "00AF"),
        ("id", "00a"),
        ("id", 4),
        ("id", "0١af"),
        ("uid", ""),
        ("uid", "a/b"),
        ("uid", "a" * 81),
        ("on", "2026-13-01"),
        ("on", "20261120"),
        ("on", None),
        ("kind", SECRET),
        ("kind", ["good"]),
        ("count", True),
        ("count", -1),
        ("count", "3"),
        ("items", {}),
        ("items", [{"text": "a"}] * 4),
        ("items", [{"text": "a"}, {"text": ""}]),
        ("items", [{"text": "a"}, {"text": "a", SECRET: 1}]),
        ("items", [{"text": "a"}, SECRET]),
        (SECRET, 1),
    ],
)
def test_what_does_not_fit_is_refused_without_being_quoted(name: str, value: object) -> None:
    with pytest.raises(strict.Unfit) as refused:
        shapes.shaped({**GOOD, name: value}, SHAPE)
    told = repr(refused.value.message)
    assert SECRET not in told
    if name == "items" and isinstance(value, list) and len(value) < 4:
        assert refused.value.message.values["number"] == 2


def test_a_missing_field_is_named() -> None:
    with pytest.raises(strict.Unfit) as refused:
        shapes.shaped({}, SHAPE)
    assert refused.value.message.values == {"name": "id"}


@pytest.mark.parametrize(
    ("document", "error"),
    [
        ({}, ForeignFileError),
        ({"format": "x", "version": "1"}, ForeignFileError),
        ({"format": "x", "version": True}, ForeignFileError),
        ({"format": "y", "version": 1}, ForeignFileError),
        ({"format": ["x"], "version": 1}, ForeignFileError),
        ({"format": "x", "version": 3}, NewerFormatError),
    ],
)
def test_another_kind_of_file_and_a_newer_one_are_told_apart(
    document: dict[str, object], error: type[LearnlogError]
) -> None:
    with pytest.raises(error):
        shapes.version_of(document, "x", 2)
