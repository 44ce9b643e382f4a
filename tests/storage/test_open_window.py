"""What happens to the file under a window that is open: it is seen, told of, and never gone on from blindly."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from zlib import crc32

import pytest

from learnlog.errors import CannotReadError, CannotSaveError, DamagedError
from learnlog.storage import lines
from learnlog.storage.content import NotWhole
from learnlog.storage.disk import Disk
from learnlog.storage.journal import LOG_MAX
from learnlog.storage.store import Store
from tests.builders import a_clock, an_entry


class Refusing(Disk):
    """Fails at one kind of call, with one error, from the moment it is told to."""

    def __init__(self, number: int = errno.EIO) -> None:
        self.refused = ""
        self.number = number

    def __getattribute__(self, name: str) -> object:
        if name != "refused" and name == self.refused:
            raise OSError(self.number, os.strerror(self.number))
        return super().__getattribute__(name)


@pytest.fixture
def disk() -> Refusing:
    return Refusing()


@pytest.fixture
def store(path: str, disk: Refusing) -> Store:
    """A window on a log of two entries, which it has read."""
    store = Store.open(path, a_clock(), "test", disk=disk, patience=0)
    for title in ("First", "Second"):
        store.entries.put(an_entry(title=title))
    assert len(store.entries.all()) == 2
    return store


def still_shows(store: Store) -> list[str]:
    return sorted(each.title for each in store.entries.all())


def appended(path: str, body: bytes) -> None:
    """A line that something else than learnlog writes, and gets the sums right."""
    data = Path(path).read_bytes()
    Path(path).write_bytes(data + lines.seal(body, crc32(data)))


@pytest.mark.parametrize("call", ["stat", "open_to_read", "fstat", "read"])
def test_a_log_that_cannot_be_read_any_more_is_told_of_and_what_was_read_stays(
    path: str, disk: Refusing, store: Store, call: str
) -> None:
    Store.open(path, a_clock(), "edit").entries.put(an_entry(title="Theirs"))
    disk.refused = call
    with pytest.raises(CannotReadError):
        store.refresh()
    disk.refused = ""
    assert store.refresh() or still_shows(store) == ["First", "Second", "Theirs"]
    assert still_shows(store) == ["First", "Second", "Theirs"]


@pytest.mark.parametrize("call", ["stat", "open_to_read"])
def test_a_log_without_permission_says_so(path: str, store: Store, call: str) -> None:
    refusing = Refusing(errno.EACCES)
    refusing.refused = call
    with pytest.raises(CannotReadError) as told:
        Store.open(path, a_clock(), "list", disk=refusing).entries.all()
    assert "permission" in told.value.message.id
    assert still_shows(store) == ["First", "Second"]


def test_a_file_far_too_large_for_a_log_is_not_read(path: str, store: Store, disk: Refusing) -> None:
    os.truncate(path, LOG_MAX + 1)
    disk.refused = "read"
    with pytest.raises(CannotReadError) as told:
        Store.open(path, a_clock(), "list", disk=disk).entries.all()
    assert "too large" in told.value.message.id
    del store


@pytest.mark.parametrize(
    "body",
    [
        b'{"n":9,"at":"x","by":"y","docs":1,"put":{"entries":{"a":{"title":"A"}}}',
        b'{"n":3,"at":"x","by":"y","docs":2,"put":{}',
        b'{"n":3,"put":[]',
    ],
)
def test_what_something_else_appended_is_not_taken_in_and_not_gone_on_from(
    path: str, store: Store, body: bytes
) -> None:
    appended(path, body)
    before = Path(path).read_bytes()
    for _ in range(2):
        with pytest.raises(DamagedError):
            store.refresh()
        with pytest.raises(DamagedError):
            store.entries.put(an_entry(title="Third"))
        assert still_shows(store) == ["First", "Second"]
    assert Path(path).read_bytes() == before


def test_a_log_written_over_with_just_as_many_bytes_is_told_of(path: str, store: Store, there: Store) -> None:
    there.entries.put(an_entry(title="Theirs"))
    assert store.refresh()
    Path(path).write_bytes(b"x" * os.path.getsize(path))
    with pytest.raises(DamagedError):
        store.refresh()
    with pytest.raises(DamagedError):
        store.entries.put(an_entry(title="Third"))
    assert still_shows(store) == ["First", "Second", "Theirs"]


def test_a_log_that_is_gone_is_told_of_and_what_was_read_stays(path: str, store: Store) -> None:
    os.unlink(path)
    with pytest.raises(DamagedError) as told:
        store.refresh()
    assert "gone" in told.value.message.id
    assert still_shows(store) == ["First", "Second"]


def test_a_quick_add_does_not_go_on_from_a_log_that_is_damaged_in_the_middle(path: str, store: Store) -> None:
    bad = Path(path).read_bytes().replace(b"First", b"Fxrst")
    Path(path).write_bytes(bad)
    adding = Store.open(path, a_clock(), "add")
    with pytest.raises(DamagedError):
        adding.entries.put(an_entry(id=adding.new_id(), title="Third"))
    assert Path(path).read_bytes() == bad
    assert still_shows(store) == ["First", "Second"]


def test_a_quick_add_after_a_very_large_import_goes_on_from_it(path: str, store: Store) -> None:
    with store.transaction("import"):
        for _ in range(20):
            store.entries.put(an_entry(title="Imported", what_happened="x" * 100_000))
    for title in ("Third", "Fourth"):
        adding = Store.open(path, a_clock(), "add")
        adding.entries.put(an_entry(id=adding.new_id(), title=title))
    assert store.refresh()
    assert len(store.entries.all()) == 24
    assert len(Store.open(path, a_clock(), "list").entries.all()) == 24


def test_what_would_not_read_back_is_not_put_in_place_of_the_log(path: str, store: Store) -> None:
    before = Path(path).read_bytes()
    header = store.header
    assert header is not None
    with pytest.raises(NotWhole):
        store.ledger.journal.rewrite(header, store.ledger.image.actions[1:])
    assert Path(path).read_bytes() == before


def test_the_first_look_for_news_reads_what_is_there(path: str, there: Store) -> None:
    assert Store.open(path, a_clock(), "test").entries.all() == ()
    there.entries.put(an_entry(title="Theirs"))
    here = Store.open(path, a_clock(), "test")
    assert here.refresh()
    assert still_shows(here) == ["Theirs"]
    assert not here.refresh()


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EDQUOT, "is full"),
        (errno.EFBIG, "is full"),
        (errno.EACCES, "no permission"),
        (errno.EPERM, "no permission"),
        (errno.EROFS, "no permission"),
        (errno.EIO, "reported an error"),
    ],
)
@pytest.mark.parametrize("call", ["open_to_append", "open_lock", "write"])
def test_a_save_that_fails_says_why(path: str, store: Store, number: int, said: str, call: str) -> None:
    refusing = Refusing(number)
    refusing.refused = call
    with pytest.raises(CannotSaveError) as told:
        Store.open(path, a_clock(), "add", disk=refusing).entries.put(an_entry())
    assert said in told.value.message.id
    assert "Nothing has been saved" in told.value.message.id
    assert not store.refresh()


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    refusing = Refusing(errno.EACCES)
    refusing.refused = "make_folder"
    with pytest.raises(CannotSaveError) as told:
        Store.open(str(tmp_path / "home" / "log.jsonl"), a_clock(), "add", disk=refusing).entries.put(an_entry())
    assert "no permission" in told.value.message.id
