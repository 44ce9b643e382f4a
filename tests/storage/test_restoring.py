"""Having a log back: what is asked for, what is refused, and what lies safe before anything is written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from learnlog.errors import CannotReadError, CannotSaveError, DamagedError, NewerFormatError, RuleError
from learnlog.storage import lines
from learnlog.storage.disk import Disk
from learnlog.storage.lines import Header
from learnlog.storage.recovery import Condition, Recovery
from learnlog.storage.store import Store
from tests.builders import a_clock, an_entry


def opened(path: str) -> Store:
    return Store.open(path, a_clock(), "test", patience=0)


def recovery(path: str, disk: Disk | None = None) -> Recovery:
    return Recovery(path, a_clock(), disk or Disk(), patience=0)


def titles(path: str) -> list[str]:
    return [entry.title for entry in opened(path).entries.all()]


def set_aside(path: str) -> list[bytes]:
    return [each.read_bytes() for each in (Path(path).parent / "damaged").glob("*")]


@pytest.fixture
def bad(path: str) -> bytes:
    """A log whose third of five lines is not as it was written; there is a copy of the first two."""
    store = opened(path)
    for number in range(5):
        store.entries.put(an_entry(id=f"{number:032x}", title=f"Entry {number}"))
        if number == 1:
            store.upkeep.copy()
    data = Path(path).read_bytes().replace(b"Entry 2", b"Entry 7")
    Path(path).write_bytes(data)
    return data


class NoListing(Disk):
    def names(self, folder: str) -> list[str]:
        if folder.endswith("backups"):
            raise PermissionError(errno.EACCES, "no")
        return super().names(folder)


class NoReplacing(Disk):
    """Nothing can be put in the place of the log itself."""

    def replace(self, source: str, target: str) -> None:
        if target.endswith("log.jsonl"):
            raise OSError(errno.ENOSPC, "full")
        super().replace(source, target)


class NoCopying(Disk):
    """Nothing can be set aside."""

    def make_folder(self, path: str) -> None:
        raise OSError(errno.ENOSPC, "full")


def test_while_copies_cannot_be_seen_only_what_is_named_is_restored(path: str, bad: bytes) -> None:
    with pytest.raises(CannotReadError) as told:
        recovery(path, NoListing()).restore()
    assert "folder of copies" in told.value.message.id
    assert Path(path).read_bytes() == bad
    assert not recovery(path, NoListing()).sees_copies()
    assert recovery(path).sees_copies()

    chosen = recovery(path, NoListing()).restore("lines")
    assert chosen is not None
    assert chosen.name == "lines"
    assert titles(path) == ["Entry 0", "Entry 1", "Entry 3", "Entry 4"]
    assert set_aside(path) == [bad]


def test_a_copy_is_named_by_its_beginning_and_one_there_is_not_is_refused(path: str, bad: bytes) -> None:
    with pytest.raises(RuleError):
        recovery(path).restore("g000009")
    assert Path(path).read_bytes() == bad
    chosen = recovery(path).restore("g000001")
    assert chosen is not None
    assert chosen.name.startswith("g000001-n00000002")
    assert titles(path) == ["Entry 0", "Entry 1"]
    assert set_aside(path) == [bad]


@pytest.mark.parametrize("name", ["", "g000001", "lines"])
def test_from_nothing_nothing_is_restored(path: str, name: str) -> None:
    Path(path).write_bytes(b"hello\n")
    with pytest.raises(DamagedError):
        recovery(path).restore(name)
    assert Path(path).read_bytes() == b"hello\n"


@pytest.mark.parametrize("disk", [NoReplacing(), NoCopying()])
@pytest.mark.parametrize("anew", [False, True], ids=["restored", "begun anew"])
def test_what_cannot_be_put_in_place_or_set_aside_first_leaves_the_log_as_it_is(
    path: str, bad: bytes, disk: Disk, anew: bool
) -> None:
    work = recovery(path, disk).start_anew if anew else recovery(path, disk).restore
    with pytest.raises(CannotSaveError):
        work()
    assert Path(path).read_bytes() == bad


def test_who_begins_anew_finds_what_there_was_set_aside(path: str, bad: bytes) -> None:
    recovery(path).start_anew()
    assert titles(path) == []
    assert set_aside(path) == [bad]
    assert recovery(path).look().condition is Condition.WHOLE
    recovery(path).start_anew()
    assert len(set_aside(path)) == 2


def test_what_was_done_before_a_gap_is_not_taken_back_and_what_is_done_after_it_is(path: str, bad: bytes) -> None:
    recovery(path).restore("lines")
    store = opened(path)
    for action in (1, 4, 5):
        with pytest.raises(RuleError):
            store.undo(action)
    saved = store.entries.put(an_entry(title="After"))
    assert saved.revision == 6
    store.undo(saved.revision)
    assert titles(path) == ["Entry 0", "Entry 1", "Entry 3", "Entry 4"]
    del bad


@pytest.mark.parametrize("remembered", [True, False], ids=["", "without the mark"])
def test_an_older_copy_does_not_let_what_came_after_it_be_taken_back(path: str, bad: bytes, remembered: bool) -> None:
    if not remembered:
        os.unlink(path + ".lock")
    recovery(path).restore("g000001")
    store = opened(path)
    assert store.header is not None
    assert store.header.generation == 2
    with pytest.raises(RuleError):
        store.undo(2)
    saved = store.entries.put(an_entry(title="After"))
    assert saved.revision == 6
    store.undo(saved.revision)
    assert titles(path) == ["Entry 0", "Entry 1"]
    del bad


def test_what_was_changed_by_hand_is_never_the_best_even_if_it_is_all_there_is(path: str) -> None:
    opened(path).entries.put(an_entry(title="Mine"))
    by_hand = Path(path).read_bytes().replace(b"Mine", b"Mint")
    Path(path).write_bytes(by_hand)
    with pytest.raises(DamagedError):
        recovery(path).restore()
    assert Path(path).read_bytes() == by_hand
    assert recovery(path).restore("edited") is not None
    assert titles(path) == ["Mint"]


def test_of_an_emptied_log_there_is_nothing_to_set_aside(path: str) -> None:
    store = opened(path)
    store.entries.put(an_entry(title="Mine"))
    store.upkeep.copy()
    Path(path).write_bytes(b"")
    assert recovery(path).restore() is not None
    assert titles(path) == ["Mine"]
    assert set_aside(path) == []


def test_what_was_restored_without_a_gap_can_be_taken_back(path: str) -> None:
    store = opened(path)
    for title in ("First", "Second"):
        store.entries.put(an_entry(title=title))
    copy = store.upkeep.copy()
    assert copy is not None
    Path(path).write_bytes(Path(path).read_bytes().replace(b"First", b"Fxrst"))
    recovery(path).restore()
    opened(path).undo(2)
    assert titles(path) == ["First"]


def test_copies_that_this_learnlog_cannot_read_are_passed_over(path: str, bad: bytes) -> None:
    header = lines.decode_header(bad[: bad.index(b"\n")])
    folder = Path(path).parent / "backups"
    newer = lines.assemble(header._replace(min_reader=lines.READER + 1), [])
    foreign = lines.assemble(header, [b'{"n":1,"put":[]' + lines.UNSEALED])
    for number, data in enumerate((newer, foreign)):
        (folder / f"g000007-n0000000{number}-20261120T120000Z.jsonl").write_bytes(data)
    names = [each.name for each in recovery(path).candidates()]
    assert [name for name in names if name.startswith("g")] == ["g000001-n00000002-20261120T120000Z.jsonl"]
    assert recovery(path).restore() is not None


@pytest.mark.parametrize(
    "header", [Header("a" * 32, schema=lines.SCHEMA + 1), Header("a" * 32, min_reader=lines.READER + 1)]
)
def test_a_log_that_a_newer_learnlog_made_is_called_so_and_not_restored(path: str, header: Header) -> None:
    data = lines.assemble(header, [])
    Path(path).write_bytes(data)
    assert recovery(path).look().condition is Condition.NEWER
    with pytest.raises(NewerFormatError):
        recovery(path).restore()
    assert Path(path).read_bytes() == data


def test_a_log_that_cannot_be_read_is_called_so(path: str, bad: bytes) -> None:
    class Unreadable(Disk):
        def open_to_read(self, path: str) -> int:
            if path.endswith("log.jsonl"):
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return super().open_to_read(path)

    assert recovery(path, Unreadable()).look().condition is Condition.UNREADABLE
    with pytest.raises(CannotReadError):
        recovery(path, Unreadable()).candidates()
    assert Path(path).read_bytes() == bad


def test_a_report_tells_how_far_the_log_goes(path: str, bad: bytes) -> None:
    report = recovery(path).look()
    assert (report.condition, report.n, report.generation, report.size) == (Condition.DAMAGED, 5, 1, len(bad))
    assert report.entries == report.lines == 5
    recovery(path).start_anew()
    assert recovery(path).look()[2:6] == (1, 0, 0, 0)
