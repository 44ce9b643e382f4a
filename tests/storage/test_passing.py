"""A log is checked piece by piece, and nothing of it is kept; what is wrong is told as by reading it whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlog.errors import DamagedError, LearnlogError
from learnlog.storage.content import NotWhole
from learnlog.storage.disk import Disk
from learnlog.storage.index import LAG
from learnlog.storage.index_file import SUFFIX
from learnlog.storage.indexing import Gathered
from learnlog.storage.journal import Journal
from learnlog.storage.mark import NOTHING
from learnlog.storage.passing import look_at, passed
from learnlog.storage.store import Store
from tests.builders import TODAY, a_clock, an_entry
from tests.storage.faulty import Failing

LONG = "Vi gick igenom lyften en gång till. " * 200
COUNT = 24
IDS = [f"{number:032x}" for number in range(7, 7 + COUNT)]


def opened(path: str, disk: Disk | None = None) -> Store:
    return Store.open(path, a_clock(), "test", patience=0, disk=disk or Disk())


@pytest.fixture(scope="module")
def model() -> Iterator[str]:
    """A log with everything an index tells of: several in one action, a bin, other tables, a clash, a compaction."""
    folder = tempfile.mkdtemp(prefix="learnlog-passing-")
    path = os.path.join(folder, "log.jsonl")
    store = opened(path)
    for number, uid in enumerate(IDS[:20]):
        store.entries.put(an_entry(id=uid, title=f"Lyft {number}", what_happened=LONG, date=TODAY.replace(day=1)))
    store.upkeep.compact(force=True)
    with store.transaction():
        for number, uid in enumerate(IDS[20:], 20):
            store.entries.put(an_entry(id=uid, title=f"Lyft {number}", what_happened="Kort."))
    store.entries.put(store.entries.get(IDS[5])._replace(deleted_at=a_clock().now()))
    store.entries.put(store.entries.get(IDS[21])._replace(deleted_at=a_clock().now()))
    old = store.entries.get(IDS[6])
    store.entries.put(old._replace(title="Mine"))
    store.entries.put(old._replace(title="Theirs"))
    yield path
    shutil.rmtree(folder)


@pytest.fixture
def path(model: str, tmp_path: Path) -> str:
    return copied(model, tmp_path)


def copied(model: str, folder: Path | str) -> str:
    for name in ("log.jsonl", "log.jsonl.lock"):
        shutil.copy2(os.path.join(os.path.dirname(model), name), folder)
    return os.path.join(folder, "log.jsonl")


@given(piece=st.integers(1, 40_000))
@settings(max_examples=40, deadline=None)
def test_pieces_of_any_size_tell_the_same(model: str, piece: int) -> None:
    content = Journal(model, Disk()).read()
    found: list[bytes] = []
    starts: list[int] = []

    def take(actions: list[bytes], start: int) -> None:
        starts.append(start - sum(map(len, found)) - len(found))
        found.extend(actions)

    tail, first = passed(model, Disk(), NOTHING, take, piece)
    assert (tail, found) == (content.tail, content.actions)
    assert {*starts} == {len(first) + 1}


@given(piece=st.integers(1, 40_000))
@settings(max_examples=20, deadline=None)
def test_an_index_gathered_in_pieces_is_the_one_gathered_at_once(model: str, piece: int) -> None:
    content = Journal(model, Disk()).read()
    in_pieces, at_once = Gathered(), Gathered()
    tail, first = passed(model, Disk(), NOTHING, in_pieces.take, piece)
    at_once.take(content.actions, len(first) + 1)
    assert in_pieces.encoded(tail, first) == at_once.encoded(tail, first)


def test_reading_through_keeps_nothing_and_notes_where_things_stand(path: str) -> None:
    assert os.path.getsize(path) > LAG
    for _ in range(2):  # without an index, and with one
        store = opened(path)
        store.shortcut.read_through()
        assert os.path.exists(path + SUFFIX)
        assert store.ledger.unread
        heads = list(store.entries.heads())
        assert store.ledger.unread
        whole = opened(path)
        whole.ledger.image  # noqa: B018 - reads it
        assert heads == list(whole.entries.heads())
        assert store.entries.heads().clashing() == whole.entries.heads().clashing() != []


@given(at=st.integers(0, 1 << 30), bit=st.integers(0, 7), cut=st.booleans(), with_index=st.booleans())
@settings(max_examples=100, deadline=None)
def test_damage_is_told_exactly_as_by_reading_whole(
    model: str, at: int, bit: int, *, cut: bool, with_index: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = copied(model, folder)
        if with_index:
            opened(path).shortcut.read_through()
        data = bytearray(Path(path).read_bytes())
        if cut:
            del data[at % len(data) :]
        else:
            data[at % len(data)] ^= 1 << bit
        Path(path).write_bytes(data)
        told = []
        for look in (lambda store: store.ledger.image, lambda store: store.shortcut.read_through()):
            store = opened(path)
            try:
                look(store)
            except LearnlogError as error:
                told.append((type(error), error.message.id, error.message.values))
            else:
                told.append((None, store.notices, len(store.entries.heads())))
        assert told[0] == told[1]


def test_a_line_that_nobody_of_ours_wrote_is_told_of(path: str) -> None:
    journal = Journal(path, Disk())
    journal.read()
    journal.append(b'{"n":%d,"at":"2026-11-20T12:00:00Z","by":"app","docs":7,"put":{}' % (journal.read().tail.n + 1))
    with pytest.raises(NotWhole):
        passed(path, Disk(), NOTHING, look_at)
    with pytest.raises(DamagedError):
        opened(path).shortcut.read_through()


def test_what_others_save_is_taken_in_without_keeping_the_rest(path: str) -> None:
    store, other = opened(path), opened(path)
    store.shortcut.read_through()
    assert not store.refresh()
    new = other.entries.put(an_entry(title="From the other window"))
    assert store.refresh()
    assert not store.refresh()
    assert store.entries.heads()[0] == other.entries.heads()[0]
    assert store.entries.get(new.id) == new
    assert store.ledger.unread
    mine = store.entries.put(an_entry(id=store.new_id(), title="Mine"))
    assert store.ledger.unread
    assert not store.refresh()
    assert other.refresh()
    assert other.entries.get(mine.id) == mine
    store.entries.put(store.entries.get(new.id)._replace(title="Changed"))
    assert opened(path).entries.get(new.id).title == "Changed"


def test_another_log_in_its_place_is_seen(path: str) -> None:
    store = opened(path)
    store.shortcut.read_through()
    opened(path).upkeep.compact(force=True)
    assert store.refresh()
    assert len(store.entries.heads()) == COUNT - 2
    again = opened(path)
    again.shortcut.read_through()
    os.unlink(path)
    with pytest.raises(LearnlogError):
        again.refresh()


@pytest.mark.parametrize("stubborn", [False, True])
def test_a_disk_that_fails_meanwhile_is_told_of_or_overcome(path: str, stubborn: bool) -> None:
    for at in range(1, 40):
        store = opened(path, disk := Failing(at, stubborn=stubborn))
        try:
            store.shortcut.read_through()
        except LearnlogError:
            assert disk.failed
        disk.at = 10**9
        disk.failed = False
        if os.path.exists(path + SUFFIX):
            os.unlink(path + SUFFIX)
        assert len(opened(path).entries.heads()) == COUNT - 2


def test_texts_are_searched_in_without_keeping_the_log(path: str) -> None:
    opened(path).shortcut.read_through()
    opened(path).entries.put(an_entry(title="Efteråt"))
    store, whole = opened(path), opened(path)
    whole.ledger.image  # noqa: B018 - reads it
    found = {each.id: each for each in store.entries.texts()}
    assert found == {each.id: each for each in whole.entries.texts()}
    assert len(found) == COUNT + 1
    assert store.ledger.unread


def test_damage_met_while_searching_is_told(path: str) -> None:
    opened(path).shortcut.read_through()
    Path(path).write_bytes(Path(path).read_bytes().replace(b"Lyft 3", b"Lyft X"))
    with pytest.raises(DamagedError):
        list(opened(path).entries.texts())
