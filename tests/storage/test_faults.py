"""Every call to the system fails once, and is the last thing the process does once: no acknowledged word is lost.

For each kind of work the k-th call is made to fail for k = 1, 2, 3 … until the work passes untouched.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from learnlog.domain.entry import Entry
from learnlog.errors import LearnlogError, StorageError
from learnlog.storage.disk import Disk
from learnlog.storage.lock import Lock
from learnlog.storage.recovery import Condition, Recovery
from learnlog.storage.store import Store
from tests.builders import NOW, a_clock, an_entry
from tests.storage.faulty import READING, Failing, Killed, Killing, PowerCut, Watching

OLD = an_entry(id="0" * 32, title="Old", what_happened="ö" * 200)
NEW = an_entry(id="1" * 32, title="New")


def a_log(folder: Path, *, entries: int = 1) -> str:
    path = str(folder / "log.jsonl")
    store = Store.open(path, a_clock(), "test")
    for number in range(entries):
        store.entries.put(OLD._replace(id=f"{number:032x}"))
    return path


def titles(path: str) -> dict[str, str]:
    """What a fresh process reads."""
    return {entry.id: entry.title for entry in Store.open(path, a_clock(), "test").entries.all()}


def add(path: str, disk: Disk) -> None:
    Store.open(path, a_clock(), "test", disk=disk, patience=0).entries.put(NEW)


def add_in_the_app(path: str, disk: Disk) -> None:
    Store.open(path, a_clock(), "app", disk=disk, patience=0).entries.put(NEW)


def edit(path: str, disk: Disk) -> None:
    store = Store.open(path, a_clock(), "test", disk=disk, patience=0)
    entry = store.entries.get(OLD.id)
    store.entries.put(entry._replace(title="New"))


def add_two_at_once(path: str, disk: Disk) -> None:
    store = Store.open(path, a_clock(), "test", disk=disk, patience=0)
    with store.transaction():
        store.entries.put(NEW)
        store.entries.put(NEW._replace(id="2" * 32))


def undo(path: str, disk: Disk) -> None:
    Store.open(path, a_clock(), "test", disk=disk, patience=0).undo(1)


WORK = [add, add_in_the_app, edit, add_two_at_once, undo]
CASES = [(work, False) for work in WORK] + [(work, True) for work in (add, add_in_the_app, add_two_at_once)]


def expected(work: Callable[..., None], before: dict[str, str]) -> dict[str, str]:
    new = {NEW.id: "New"}
    return {
        add: before | new,
        add_in_the_app: before | new,
        edit: before | {OLD.id: "New"},
        add_two_at_once: before | new | {"2" * 32: "New"},
        undo: {uid: title for uid, title in before.items() if uid != OLD.id},
    }[work]


def nothing_is_open_to_others(folder: Path) -> None:
    for root, folders, files in os.walk(folder):
        for name in folders:
            assert os.stat(os.path.join(root, name)).st_mode & 0o777 == 0o700, name
        for name in files:
            assert os.stat(os.path.join(root, name)).st_mode & 0o777 == 0o600, name


def the_log_is_sound(path: str) -> None:
    assert Recovery(path, a_clock()).look().condition in (Condition.WHOLE, Condition.TORN, Condition.NONE)


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("stubborn", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize(("work", "new_log"), CASES)
def test_a_failing_call_is_reported_and_changes_nothing(
    tmp_path: Path, work: Callable[..., None], number: int, stubborn: bool, new_log: bool
) -> None:
    for at in range(1, 200):
        folder = tmp_path / str(at)
        folder.mkdir(mode=0o700)
        path = str(folder / "log.jsonl") if new_log else a_log(folder)
        before = {} if new_log else titles(path)
        disk = Failing(at, number, stubborn=stubborn)
        try:
            work(path, disk)
        except StorageError:
            acknowledged = False
        else:
            acknowledged = True
        assert not disk.left_open
        after = titles(path)
        assert after == expected(work, before) if acknowledged else after in (before, expected(work, before))
        if not acknowledged and not stubborn:
            assert after == before, f"call {at}: reported as not saved, but it is there"
        the_log_is_sound(path)
        nothing_is_open_to_others(folder)
        if not (acknowledged and work is not undo) and after == before:
            work(path, Disk())  # once the fault is gone the same command succeeds
            assert titles(path) == expected(work, before)
        if not disk.failed:
            assert at > 5
            return
    pytest.fail("never passed")


@pytest.mark.parametrize("how", ["before", "half", "after"])
@pytest.mark.parametrize(("work", "new_log"), CASES)
def test_dying_at_any_call_leaves_the_action_wholly_there_or_wholly_absent(
    tmp_path: Path, work: Callable[..., None], how: str, new_log: bool
) -> None:
    for at in range(1, 200):
        folder = tmp_path / str(at)
        folder.mkdir(mode=0o700)
        path = str(folder / "log.jsonl") if new_log else a_log(folder)
        before = {} if new_log else titles(path)
        disk = Killing(at, how)
        with contextlib.suppress(Killed):
            work(path, disk)
        the_log_is_sound(path)
        after = titles(path)
        assert after in (before, expected(work, before))
        nothing_is_open_to_others(folder)
        if after == before:
            work(path, Disk())
        assert titles(path) == expected(work, before)
        if not disk.dead:
            assert after == expected(work, before)
            return
    pytest.fail("never passed")


def compact(path: str, disk: Disk) -> Any:
    return Store.open(path, a_later_clock(), "test", disk=disk, patience=0).upkeep.compact(force=True)


def back_up(path: str, disk: Disk) -> Any:
    return Store.open(path, a_clock(), "test", disk=disk, patience=0).upkeep.copy()


def a_later_clock() -> Any:
    return a_clock(now=NOW + dt.timedelta(days=90))


@pytest.mark.parametrize("work", [compact, back_up])
@pytest.mark.parametrize("how", ["before", "half", "after", "fails"])
def test_upkeep_may_fail_or_die_anywhere_and_the_log_is_as_it_was(
    tmp_path: Path, work: Callable[..., Any], how: str
) -> None:
    for at in range(1, 200):
        folder = tmp_path / str(at)
        folder.mkdir(mode=0o700)
        path = a_log(folder, entries=3)
        edit(path, Disk())
        before = titles(path)
        disk: Any = Failing(at) if how == "fails" else Killing(at, how)
        with contextlib.suppress(Killed, LearnlogError):
            work(path, disk)
        assert how != "fails" or not disk.left_open
        assert titles(path) == before
        assert Recovery(path, a_clock()).look().condition is Condition.WHOLE
        nothing_is_open_to_others(folder)
        assert work(path, Disk()) is not None
        assert titles(path) == before
        if not (disk.failed if how == "fails" else disk.dead):
            return
    pytest.fail("never passed")


@pytest.mark.parametrize("how", ["before", "half", "after", "fails"])
def test_recovery_may_fail_or_die_anywhere_and_then_succeeds(tmp_path: Path, how: str) -> None:
    for at in range(1, 200):
        folder = tmp_path / str(at)
        folder.mkdir(mode=0o700)
        path = a_log(folder, entries=4)
        good = Path(path).read_bytes()
        bad = good.replace("ö".encode(), b"xx", 1)
        Path(path).write_bytes(bad)
        disk: Any = Failing(at) if how == "fails" else Killing(at, how)
        with contextlib.suppress(Killed, LearnlogError):
            Recovery(path, a_clock(), disk, patience=0).restore()
        assert how != "fails" or not disk.left_open
        now = Path(path).read_bytes()
        assert now == bad or Recovery(path, a_clock()).look().condition is Condition.WHOLE
        Recovery(path, a_clock()).restore()
        assert len(titles(path)) == 3
        restored = Path(path).read_bytes()
        assert Recovery(path, a_clock()).restore() is None
        assert Path(path).read_bytes() == restored
        assert [each.read_bytes() for each in (folder / "damaged").glob("*.jsonl")] == [bad]
        nothing_is_open_to_others(folder)
        if not (disk.failed if how == "fails" else disk.dead):
            return
    pytest.fail("never passed")


class Refusing(Disk):
    """Fails at named calls as long as it is told to."""

    def __init__(self, *names: str) -> None:
        self.names_refused = set(names)

        self.synced = 0

    def sync(self, file: int) -> None:
        super().sync(file)
        if "sync" in self.names_refused:
            raise OSError(errno.EIO, "EIO")
        self.synced += 1

    def cut(self, file: int, size: int) -> None:
        if "cut" in self.names_refused:
            raise OSError(errno.EIO, "EIO")
        super().cut(file, size)


def test_a_line_that_was_neither_synced_nor_cut_away_is_cut_before_the_next_save(tmp_path: Path) -> None:
    path = a_log(tmp_path)
    disk = Refusing()
    store = Store.open(path, a_clock(), "test", disk=disk, patience=0)
    before = Path(path).read_bytes()
    disk.names_refused = {"sync", "cut"}
    entry = an_entry(title="Unsure")
    with pytest.raises(StorageError):
        store.entries.put(entry)
    assert store.entries.heads()[0].title == "Old"
    disk.names_refused = set()
    disk.synced = 0
    saved = store.entries.put(entry)
    assert disk.synced == 2  # the cut, and the line written anew: the old one the disk may never have taken
    data = Path(path).read_bytes()
    assert data.startswith(before)
    assert data.count(b"Unsure") == 1
    assert saved.revision == 2
    assert titles(path)[entry.id] == "Unsure"


def test_what_a_failed_save_wrote_is_cut_away_for_good(tmp_path: Path) -> None:
    """The cut is synced too: otherwise the power could go and the line, never acknowledged, be there again."""
    path = a_log(tmp_path)
    watching = Watching()
    add(path, watching)
    last_sync = sum(1 for name in watching.calls if name not in READING)
    last_sync -= [name for name in reversed(watching.calls) if name not in READING].index("sync")
    failing = Failing(last_sync)
    with pytest.raises(StorageError):
        Store.open(path, a_clock(), "test", disk=failing, patience=0).entries.put(an_entry())
    assert [name for name in failing.calls if name in ("sync", "cut")] == ["sync", "cut", "sync"]


def test_a_failed_save_leaves_no_trace_in_memory_and_can_be_repeated(tmp_path: Path) -> None:
    path = a_log(tmp_path)
    disk = Refusing("sync")
    store = Store.open(path, a_clock(), "test", disk=disk, patience=0)
    entry: Entry = store.entries.get(OLD.id)
    with pytest.raises(StorageError):
        store.entries.put(entry._replace(title="New"))
    assert store.entries.get(OLD.id) == entry
    assert titles(path) == {OLD.id: "Old"}
    disk.names_refused = set()
    assert store.entries.put(entry._replace(title="New")).revision == 2


def test_a_window_that_is_open_all_day_leaves_no_file_open(tmp_path: Path) -> None:
    """A system has only so many descriptors, and when they are gone nothing can be saved any more."""
    disk = Watching()
    path = a_log(tmp_path, entries=3)
    there = Store.open(path, a_clock(), "test")
    quick = Store.open(path, a_clock(), "test", disk=disk)
    quick.entries.put(NEW._replace(id=quick.new_id()))
    store = Store.open(path, a_clock(), "app", disk=disk)
    assert len(store.entries.all()) == 4
    there.entries.put(an_entry())
    assert store.refresh()
    assert not store.refresh()
    edit(path, disk)
    compact(path, disk)
    back_up(path, disk)
    assert len(store.entries.all()) == 5
    Recovery(path, a_clock(), disk).look()
    Recovery(path, a_clock(), disk).candidates()
    assert not disk.left_open
    with Lock(path + ".lock", Disk()), pytest.raises(StorageError):
        add(path, disk)
    with pytest.raises(OSError, match="irectory"):
        disk.open_to_read(str(tmp_path))
    Path(path).write_bytes(Path(path).read_bytes().replace("ö".encode(), b"xx", 1))
    with pytest.raises(StorageError):
        store.refresh()
    with pytest.raises(StorageError):
        store.entries.put(NEW)
    assert not disk.left_open


def test_a_write_that_takes_only_some_bytes_is_gone_on_with(tmp_path: Path) -> None:
    class Dripping(Disk):
        def write(self, file: int, data: Any, start: int = -1) -> int:
            return super().write(file, data[:7], start)

    path = str(tmp_path / "log.jsonl")
    add(path, Dripping())
    assert titles(path) == {NEW.id: "New"}


@pytest.mark.parametrize("marks_survive", [False, True], ids=["", "marks survive"])
@pytest.mark.parametrize("names_survive", [False, True], ids=["all is lost", "names survive"])
@pytest.mark.parametrize("work", [*WORK, compact, back_up])
def test_a_power_cut_at_any_call_loses_nothing_acknowledged(
    tmp_path: Path, work: Callable[..., Any], names_survive: bool, marks_survive: bool
) -> None:
    for at in range(1, 200):
        folder = tmp_path / str(at)
        folder.mkdir(mode=0o700)
        path = a_log(folder)
        before = titles(path)
        after_work = before if work in (compact, back_up) else expected(work, before)
        disk = PowerCut(str(folder), at, marks_survive=marks_survive)
        acknowledged = False
        with contextlib.suppress(Killed):
            work(path, disk)
            acknowledged = True
        disk.cut_power(names_survive=names_survive)
        assert titles(path) in ([after_work] if acknowledged else [before, after_work])
        assert Recovery(path, a_clock()).look().condition in (Condition.WHOLE, Condition.TORN)
        if acknowledged:
            return
    pytest.fail("never passed")


@pytest.mark.parametrize("marks_survive", [False, True], ids=["", "marks survive"])
@pytest.mark.parametrize("names_survive", [False, True], ids=["all is lost", "names survive"])
@pytest.mark.parametrize("work", [add, add_in_the_app, add_two_at_once])
def test_a_power_cut_while_a_log_is_made_loses_nothing_acknowledged(
    tmp_path: Path, work: Callable[..., Any], names_survive: bool, marks_survive: bool
) -> None:
    for at in range(1, 200):
        folder = tmp_path / str(at)
        folder.mkdir(mode=0o700)
        path = str(folder / "log.jsonl")
        disk = PowerCut(str(folder), at, marks_survive=marks_survive)
        acknowledged = False
        with contextlib.suppress(Killed):
            work(path, disk)
            acknowledged = True
        disk.cut_power(names_survive=names_survive)
        if not acknowledged:
            assert titles(path) in ({}, expected(work, {}))
            work(path, Disk())
        assert titles(path) == expected(work, {})
        if acknowledged:
            return
    pytest.fail("never passed")
