"""A log of a newer learnlog, whose lines this one does not know: left exactly as it is, whatever is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from learnlog.storage import lines
from learnlog.storage.lines import Header
from tests.cli.conftest import Learnlog
from tests.commands import learnlog_in

UNKNOWN = b'{"frame":1,"of":"another kind"}\n\x00\x01binary\n'


def told_by_its_header(data: bytes) -> bytes:
    header = lines.decode_header(data.split(b"\n")[0])
    return lines.encode_header(header._replace(min_reader=lines.READER + 1)) + UNKNOWN


def with_fields_of_its_own(_data: bytes) -> bytes:
    return b'{"format":"learnlog","min_reader":2,"schema":2,"sum":"sha256:77aa"}\n' + UNKNOWN


def rewritten(**versions: int) -> Callable[[bytes], bytes]:
    """As somebody would who changes the versions by hand."""

    def change(data: bytes) -> bytes:
        first, _, rest = data.partition(b"\n")
        return json.dumps(json.loads(first) | versions).encode() + b"\n" + rest

    return change


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def learnlog(home: Path, clock: Any, capsysbinary: Any) -> Learnlog:
    return learnlog_in(home, clock, capsysbinary)


@pytest.mark.parametrize(
    "newer",
    [
        told_by_its_header,
        with_fields_of_its_own,
        rewritten(min_reader=2),
        rewritten(schema=2),
        rewritten(min_reader=99, schema=99),
    ],
)
def test_it_is_neither_called_damaged_nor_written_over(
    learnlog: Learnlog, home: Path, newer: Callable[[bytes], bytes]
) -> None:
    uid = learnlog("add", "Ett").out.strip()
    assert learnlog("doctor", "--fix").code == 0
    (copy,) = (path.name for path in (home / "backups").iterdir())
    path = home / "log.jsonl"
    made = newer(path.read_bytes())
    path.write_bytes(made)
    for words in (
        ("list",),
        ("show", uid),
        ("add", "Två"),
        ("edit", uid, "--title", "Två"),
        ("export", "log"),
        ("doctor", "--compact"),
        ("doctor", "--restore", "best"),
        ("doctor", "--start-anew"),
        ("purge", uid, "--yes"),
        (),
    ):
        refused = learnlog(*words)
        assert (refused.code, refused.out) == (6, ""), words
        assert refused.err.startswith("This log was made by a newer learnlog"), words
        assert len(refused.err.splitlines()) == 1
    for name in ("lines", "edited"):
        assert learnlog("doctor", "--restore", name).code != 0
    told = learnlog("doctor", "--json")
    assert told.code == 6
    assert [each["code"] for each in told.json["findings"] if each["severity"] == "error"] == ["log.too_new"]
    assert path.read_bytes() == made
    assert not (home / "damaged").exists(), "it is not damaged"
    assert learnlog("doctor", "--restore", copy).code == 0, "an older copy may be put in its place"
    assert learnlog("list", "--json").json[0]["title"] == "Ett"
    assert [each.read_bytes() for each in (home / "damaged").iterdir()] == [made]


def test_an_empty_newer_log_too(learnlog: Learnlog, home: Path) -> None:
    home.mkdir(mode=0o700)
    (home / "log.jsonl").write_bytes(lines.encode_header(Header("0" * 32, min_reader=lines.READER + 1)))
    assert learnlog("doctor", "--restore", "best").code == 6
    assert learnlog("doctor").code == 6
