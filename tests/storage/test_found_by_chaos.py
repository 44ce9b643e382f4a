"""What a black-box search for trouble has found, once each."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from learnlog.domain.clock import Clock
from learnlog.errors import DamagedError
from learnlog.storage import lines
from learnlog.storage.content import take_apart
from learnlog.storage.recovery import Condition, Recovery
from learnlog.storage.store import Store
from tests.builders import an_entry

TITLES = ["First", "Second", "Third"]


@pytest.fixture
def log(tmp_path: Path, clock: Clock) -> Path:
    """A log of three entries, without any copy of it."""
    path = tmp_path / "log.jsonl"
    store = Store.open(str(path), clock, "add")
    for title in TITLES:
        store.entries.put(an_entry(id=store.new_id(), title=title))
    return path


def _flipped(data: bytes) -> bytes:
    return data.replace(b'"generation"', b'"gemeration"', 1)


def _without_header(data: bytes) -> bytes:
    return data.partition(b"\n")[2]


def _zeros_for_header(data: bytes) -> bytes:
    return b"\0" * data.index(b"\n") + data[data.index(b"\n") :]


def _from_windows(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n")


def _marked(data: bytes) -> bytes:
    return b"\xef\xbb\xbf" + data


@pytest.mark.parametrize("harm", [_flipped, _without_header, _zeros_for_header, _from_windows, _marked])
def test_lines_that_are_whole_need_no_first_line_to_be_restored(
    log: Path, clock: Clock, harm: Callable[[bytes], bytes]
) -> None:
    harmed = harm(log.read_bytes())
    log.write_bytes(harmed)
    recovery = Recovery(str(log), clock)
    assert recovery.look().condition is Condition.DAMAGED

    recovery.restore()

    assert [entry.title for entry in Store.open(str(log), clock, "list").entries.all()] == TITLES
    assert harmed in [copy.read_bytes() for copy in (log.parent / "damaged").iterdir()]
    once = log.read_bytes()
    assert recovery.restore() is None
    assert log.read_bytes() == once


def test_a_first_line_cut_short_is_damage_and_not_a_save_cut_short(log: Path, clock: Clock) -> None:
    log.write_bytes(log.read_bytes().partition(b"\n")[0])

    assert Recovery(str(log), clock).look().condition is Condition.DAMAGED


def test_another_log_in_the_same_folder_is_never_restored_from_this_ones_copies(log: Path, clock: Clock) -> None:
    other = log.with_name("other.jsonl")
    store = Store.open(str(other), clock, "add")
    store.entries.put(an_entry(id=store.new_id(), title="Mine"))
    Store.open(str(log), clock, "app").upkeep.copy()
    other.write_bytes(other.read_bytes()[:40])

    assert not [copy for copy in Recovery(str(other), clock).candidates() if copy.entries == len(TITLES)]


def test_a_log_that_cannot_be_looked_at_is_not_taken_for_missing(
    log: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.open(str(log), clock, "app").upkeep.copy()
    log.write_bytes(_flipped(log.read_bytes()))
    before = log.read_bytes()

    def broken(path: str) -> os.stat_result:
        raise OSError(errno.EIO, "", path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "lstat", broken)  # what os.path.lexists asks, and takes any trouble for "no"
        Recovery(str(log), clock).restore()

    assert before in [copy.read_bytes() for copy in (log.parent / "damaged").iterdir()]


@pytest.mark.parametrize("document", [b"{nothing}", b"[1]", b"7", b'{"title":"\\x"}', b"[" * 99999])
def test_a_line_that_something_else_wrote_is_damage_wherever_it_is_met(
    log: Path, clock: Clock, document: bytes
) -> None:
    content = take_apart(log.read_bytes())
    uid = lines.only_document(content.actions[1])
    assert uid
    line = content.actions[1]
    foreign = line.replace(lines.document_of(line), document)
    actions = [content.actions[0], foreign, content.actions[2]]
    log.write_bytes(lines.assemble(content.tail.header, actions))
    store = Store.open(str(log), clock, "app")

    for met in (lambda: store.entries.get(uid[1]), store.entries.all, lambda: store.history("entries", uid[1])):
        with pytest.raises(DamagedError) as told:
            met()
        assert told.value.message.values == {"line": 3}
    with pytest.raises(DamagedError):
        list(store.entries.heads())
    assert Recovery(str(log), clock).look().findings[0].line == 3


def test_a_line_without_its_number_is_damage(log: Path, clock: Clock) -> None:
    content = take_apart(log.read_bytes())
    foreign = content.actions[1].replace(b'{"n":2,"at"', b'{"at"')
    log.write_bytes(lines.assemble(content.tail.header, [content.actions[0], foreign, content.actions[2]]))

    with pytest.raises(DamagedError):
        Store.open(str(log), clock, "app").entries.all()
    Recovery(str(log), clock).restore("lines")
    assert [entry.title for entry in Store.open(str(log), clock, "list").entries.all()] == ["First", "Third"]
