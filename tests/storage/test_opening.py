"""A log that is opened: torn, cut off, lost, or in a folder that is not ours to write in."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from learnlog.errors import CannotReadError, CannotSaveError, DamagedError, StorageError
from learnlog.storage.disk import Disk
from learnlog.storage.store import Store
from tests.builders import a_clock, an_entry
from tests.storage.faulty import Failing


class NotOurs(Disk):
    """A folder that may be read and not be written in."""

    def open_lock(self, path: str) -> int:
        raise PermissionError(errno.EACCES, path)

    def create(self, path: str) -> int:
        raise PermissionError(errno.EACCES, path)

    def make_folder(self, path: str) -> None:
        raise PermissionError(errno.EACCES, path)


@pytest.fixture
def store(path: str) -> Store:
    """A window on a log of three entries."""
    store = Store.open(path, a_clock(), "test")
    for title in ("First", "Second", "Third"):
        store.entries.put(an_entry(title=title))
    return store


def titles(store: Store) -> list[str]:
    return [each.title for each in store.entries.all()]


def opened(path: str, disk: Disk | None = None) -> Store:
    return Store.open(path, a_clock(), "test", disk=disk or Disk(), patience=0)


def torn(path: str) -> bytes:
    """The end of a save that was cut short."""
    data = Path(path).read_bytes()
    Path(path).write_bytes(data[:-20])
    return data[data.rfind(b"\n", 0, -1) + 1 : -20]


def test_what_was_cut_short_is_set_aside_and_told(path: str, store: Store) -> None:
    end = torn(path)
    os.unlink(path + ".lock")
    fresh = opened(path)
    assert titles(fresh) == ["First", "Second"]
    assert ["has been set aside" in each.id for each in fresh.notices] == [True]
    (kept,) = (Path(path).parent / "damaged").iterdir()
    assert kept.suffix == ".torn"
    assert kept.read_bytes() == end
    del store


def test_it_is_read_where_nothing_can_be_set_aside_and_told_so(path: str, store: Store) -> None:
    torn(path)
    os.unlink(path + ".lock")
    fresh = opened(path, NotOurs())
    assert titles(fresh) == ["First", "Second"]
    assert [each.id for each in fresh.notices] == ["The last save was cut short before it was done."]
    with pytest.raises(CannotSaveError):
        fresh.entries.put(an_entry())
    del store


@pytest.mark.parametrize("disk", [Disk(), NotOurs()], ids=["ours", "not ours"])
def test_damage_is_told_wherever_it_is(path: str, store: Store, disk: Disk) -> None:
    bad = Path(path).read_bytes().replace(b"Second", b"Sekond")
    Path(path).write_bytes(bad)
    with pytest.raises(DamagedError):
        opened(path, disk).entries.all()
    assert Path(path).read_bytes() == bad
    del store


def test_whatever_fails_while_damage_is_looked_at_is_told_in_our_words(path: str, store: Store) -> None:
    Path(path).write_bytes(Path(path).read_bytes().replace(b"Second", b"Sekond"))
    for stubborn in (False, True):
        for at in range(1, 60):
            disk = Failing(at, stubborn=stubborn)
            with pytest.raises(StorageError):
                opened(path, disk).entries.all()
            assert not disk.left_open
            if not disk.failed:
                break
        else:
            pytest.fail("never passed")
    del store


def test_lines_that_are_cut_off_under_an_open_window_are_never_written_over(path: str, store: Store) -> None:
    rows = Path(path).read_bytes().splitlines(keepends=True)
    Path(path).write_bytes(b"".join(rows[:-1]))
    for each in (store, opened(path)):
        for _ in range(2):
            with pytest.raises(DamagedError):
                each.refresh()
            with pytest.raises(DamagedError):
                each.entries.put(an_entry(title="Fourth"))
            with pytest.raises(DamagedError):
                each.entries.put(an_entry(id=each.new_id(), title="Fourth"))
    assert Path(path).read_bytes() == b"".join(rows[:-1])
    assert titles(store) == ["First", "Second", "Third"]


@pytest.mark.parametrize("how", ["gone", "empty"])
def test_what_has_become_of_a_lost_log_is_told(path: str, store: Store, how: str) -> None:
    os.unlink(path)
    if how == "empty":
        Path(path).touch()
    with pytest.raises(DamagedError) as told:
        opened(path).entries.all()
    assert how in told.value.message.id
    del store


def test_where_it_cannot_be_told_whether_there_was_a_log_none_is_begun(path: str) -> None:
    class NoListing(Disk):
        def names(self, folder: str) -> list[str]:
            raise PermissionError(errno.EACCES, folder)

    with pytest.raises(CannotReadError):
        opened(path, NoListing()).entries.put(an_entry())
    assert not os.path.exists(path)


def test_what_else_lies_in_the_folder_of_copies_is_no_sign_of_a_log(path: str) -> None:
    folder = Path(path).parent / "backups"
    folder.mkdir()
    (folder / "read me.txt").write_bytes(b"mine")
    opened(path).entries.put(an_entry(title="First"))
    assert titles(opened(path)) == ["First"]


def test_a_window_whose_whole_folder_was_thrown_away_begins_anew_with_what_it_saves(tmp_path: Path) -> None:
    path = str(tmp_path / "home" / "log.jsonl")
    store = opened(path)
    store.entries.put(an_entry(title="First"))
    shutil.rmtree(tmp_path / "home")
    store.entries.put(an_entry(title="Second"))
    assert titles(opened(path)) == titles(store) == ["Second"]
