"""A failed save that could not be taken back either: its line may or may not be on the disk."""

from __future__ import annotations

import datetime as dt
import errno
from pathlib import Path

import pytest

from learnlog.errors import StorageError
from learnlog.storage.disk import Disk
from learnlog.storage.recovery import Condition, Recovery
from learnlog.storage.store import Store
from tests.builders import NOW, a_clock, an_entry

UNSURE = an_entry(id="e" * 32, title="Unsure")


class Stubborn(Disk):
    """Neither waits for the disk nor cuts anything away, as long as it is out of order."""

    out_of_order = False

    def sync(self, file: int) -> None:
        if self.out_of_order:
            raise OSError(errno.EIO, "EIO")
        super().sync(file)

    def cut(self, file: int, size: int) -> None:
        if self.out_of_order:
            raise OSError(errno.EIO, "EIO")
        super().cut(file, size)


@pytest.fixture
def disk() -> Stubborn:
    return Stubborn()


@pytest.fixture
def unsure(path: str, disk: Stubborn) -> Store:
    """A window whose last save was not acknowledged, and whose line lies in the file all the same."""
    store = Store.open(path, a_clock(), "app", disk=disk, patience=0)
    for number in range(3):
        store.entries.put(an_entry(id=f"{number:032x}", title=f"Old {number}", what_happened="ö" * 200))
    store.entries.put(store.entries.get("0" * 32)._replace(title="Old, edited"))
    disk.out_of_order = True
    with pytest.raises(StorageError):
        store.entries.put(UNSURE)
    disk.out_of_order = False
    assert b"Unsure" in Path(path).read_bytes()
    return store


def titles(path: str) -> list[str]:
    assert Recovery(path, a_clock()).look().condition is Condition.WHOLE
    return sorted(each.title for each in Store.open(path, a_clock(), "test").entries.all())


def test_what_others_saved_after_it_is_never_cut_away(path: str, unsure: Store, there: Store) -> None:
    there.entries.put(an_entry(title="Theirs"))
    unsure.entries.put(an_entry(title="Mine"))
    assert {"Theirs", "Mine"} <= set(titles(path))


def test_once_it_is_cut_away_nothing_saved_later_is(path: str, unsure: Store) -> None:
    """The same words at the same moment make the very same line: it must not be taken for what was in doubt."""
    unsure.entries.put(UNSURE)
    unsure.entries.put(an_entry(title="Later"))
    assert {"Unsure", "Later"} <= set(titles(path))


def test_a_log_that_others_have_made_shorter_can_be_saved_to(path: str, unsure: Store) -> None:
    later = a_clock(now=NOW + dt.timedelta(days=90))
    assert Store.open(path, later, "compact").upkeep.compact(force=True)
    unsure.entries.put(an_entry(title="Mine"))
    assert {"Mine", "Old 1", "Old 2", "Old, edited"} <= set(titles(path))


def test_nothing_is_saved_while_it_still_cannot_be_cut_away(path: str, disk: Stubborn, unsure: Store) -> None:
    before = Path(path).read_bytes()
    disk.out_of_order = True
    with pytest.raises(StorageError):
        unsure.entries.put(an_entry(title="Mine"))
    assert Path(path).read_bytes() == before
    disk.out_of_order = False
    unsure.entries.put(an_entry(title="Mine"))
    assert titles(path) == ["Mine", "Old 1", "Old 2", "Old, edited"]


def test_who_has_seen_it_does_not_go_on_from_it(path: str, unsure: Store, there: Store) -> None:
    """What is saved in its place may be just as long: then nothing but its sum tells one from the other."""
    there.refresh()
    assert there.entries.get(UNSURE.id).title == "Unsure"
    unsure.entries.put(UNSURE._replace(title="Secure"))
    there.entries.put(an_entry(title="Theirs"))
    assert {"Secure", "Theirs"} <= set(titles(path))
    assert there.entries.get(UNSURE.id).title == "Secure"


def test_who_has_seen_it_shows_what_was_saved_in_its_place(unsure: Store, there: Store) -> None:
    there.refresh()
    there.entries.all()
    unsure.entries.put(UNSURE._replace(title="Secure"))
    assert there.refresh()
    assert there.entries.get(UNSURE.id).title == "Secure"


def test_a_line_seen_before_the_disk_refused_it_is_not_gone_on_from(path: str, there: Store) -> None:
    """A window looks for news just when another waits for its disk, which then fails: that line is taken back."""

    class Looking(Stubborn):
        def sync(self, file: int) -> None:
            if self.out_of_order:
                there.refresh()
                self.out_of_order = False
                raise OSError(errno.EIO, "EIO")
            super().sync(file)

    disk = Looking()
    store = Store.open(path, a_clock(), "test", disk=disk, patience=0)
    store.entries.put(an_entry(title="Old"))
    assert len(there.entries.all()) == 1
    disk.out_of_order = True
    with pytest.raises(StorageError):
        store.entries.put(UNSURE)
    store.entries.put(UNSURE._replace(title="Secure"))
    there.entries.put(an_entry(title="Theirs"))
    assert titles(path) == ["Old", "Secure", "Theirs"]
