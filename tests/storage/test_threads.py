"""Two threads of one window: while one saves, another waits for its turn, and neither sees half of an action."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from learnlog.storage.disk import Disk
from learnlog.storage.lock import Lock
from learnlog.storage.store import Store
from tests.builders import a_clock, an_entry

WAITED = 0.05
"""So many seconds the other thread is given to come in where it must not. Right code is right however slow it is."""


class Meanwhile(Disk):
    """Lets another thread begin something while the disk is waited for."""

    def __init__(self) -> None:
        self.begin: Callable[[], object] | None = None
        self.came_in = False
        self.thread = threading.Thread()

    def sync(self, file: int) -> None:
        begin, self.begin = self.begin, None
        if begin is not None:
            self.came_in = began_and_done(self, begin)
        super().sync(file)


def began_and_done(disk: Meanwhile, begin: Callable[[], object]) -> bool:
    """Whether what another thread has begun is done before this one goes on."""
    disk.thread = threading.Thread(target=begin, daemon=True)
    disk.thread.start()
    disk.thread.join(WAITED)
    return not disk.thread.is_alive()


@pytest.fixture
def disk() -> Meanwhile:
    return Meanwhile()


@pytest.fixture
def store(path: str, disk: Meanwhile) -> Store:
    Store.open(path, a_clock(), "test").entries.put(an_entry(title="Old"))
    return Store.open(path, a_clock(), "test", disk=disk, patience=0)


def put(store: Store) -> object:
    return store.entries.put(an_entry(title="Theirs"))


def put_at_once(store: Store) -> object:
    return store.entries.put(an_entry(id=store.new_id(), title="Theirs"))


def insert(store: Store) -> object:
    """The way TinyDB's callers go."""
    return store.query.table("entries").insert({"title": "Theirs"})


def compact(store: Store) -> object:
    return store.upkeep.compact(force=True)


@pytest.mark.parametrize("theirs", [put, put_at_once, insert, compact])
@pytest.mark.parametrize("mine", [put, put_at_once, compact])
def test_who_saves_while_another_does_waits(
    path: str, disk: Meanwhile, store: Store, mine: Callable[[Store], object], theirs: Callable[[Store], object]
) -> None:
    disk.begin = lambda: theirs(store)
    mine(store)
    disk.thread.join()
    assert not disk.came_in
    saved = 1 + (mine is not compact) + (theirs is not compact)
    assert len(store.entries.all()) == saved
    assert len(Store.open(path, a_clock(), "test").entries.all()) == saved


@pytest.mark.parametrize("theirs", [put, put_at_once, insert, compact])
def test_what_another_saves_is_no_part_of_an_action_under_way(
    path: str, disk: Meanwhile, store: Store, theirs: Callable[[Store], object]
) -> None:
    with pytest.raises(LookupError), store.transaction():
        store.entries.put(an_entry(title="Given up"))
        assert not began_and_done(disk, lambda: theirs(store))
        raise LookupError
    disk.thread.join()
    titles = sorted(each.title for each in Store.open(path, a_clock(), "test").entries.all())
    assert titles == (["Old"] if theirs is compact else ["Old", "Theirs"])


def test_who_reads_the_log_first_while_another_saves_sees_it_with_what_was_saved(disk: Meanwhile, store: Store) -> None:
    seen: list[int] = []
    disk.begin = lambda: seen.append(len(store.entries.all()))
    put_at_once(store)
    disk.thread.join()
    assert not disk.came_in
    assert seen == [2]
    assert len(store.entries.all()) == 2


def test_another_window_that_is_saving_is_waited_for(path: str) -> None:
    store = Store.open(path, a_clock(), "test", patience=60)
    with Lock(path + ".lock", Disk()):
        thread = threading.Thread(target=lambda: put(store), daemon=True)
        thread.start()
        thread.join(WAITED)
        assert thread.is_alive()
        assert not Path(path).exists()
    thread.join()
    assert [each.title for each in store.entries.all()] == ["Theirs"]


def test_who_has_looked_for_news_lets_others_look(path: str, store: Store) -> None:
    there = Store.open(path, a_clock(), "edit")
    assert len(store.entries.all()) == 1
    for _ in range(2):
        there.entries.put(an_entry(title="Theirs"))
        seen: list[bool] = []
        thread = threading.Thread(target=lambda seen=seen: seen.append(store.refresh()))
        thread.start()
        thread.join()
        assert seen == [True]
    there.entries.put(an_entry(title="Theirs"))
    assert store.refresh()
    assert Path(path).read_bytes().count(b"Theirs") == len(store.entries.all()) - 1


def test_who_has_looked_into_the_index_lets_others_save_and_look(path: str) -> None:
    there = Store.open(path, a_clock(), "edit")
    for number in range(50):
        there.entries.put(an_entry(title=f"Old {number}", what_happened="x" * 5_000))
    Store.open(path, a_clock(), "list").shortcut.read_through()
    store = Store.open(path, a_clock(), "app")
    seen: list[int] = []
    thread = threading.Thread(target=lambda: seen.append(len(store.entries.heads())))
    thread.start()
    thread.join()
    assert seen == [50]
    assert store.ledger.unread
    there.entries.put(an_entry(title="Theirs"))
    assert store.refresh()
    assert len(store.entries.heads()) == 51
