"""One action of several steps: it sees what it has done, is one line, and leaves no trace when it is given up."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

import pytest
from tinydb import where

from learnlog.errors import NotFoundError
from learnlog.storage.mark import MADE, SIZE
from learnlog.storage.store import Store
from tests.builders import a_clock, an_entry


@pytest.fixture
def store(path: str) -> Store:
    store = Store.open(path, a_clock(), "test")
    for title in ("First", "Second"):
        store.entries.put(an_entry(id=title[0].lower() * 32, title=title))
    return store


def titles(store: Store) -> list[str]:
    return [each.title for each in store.entries.all()]


def rows(path: str) -> int:
    return Path(path).read_bytes().count(b"\n")


def test_it_sees_what_it_has_added_changed_and_deleted(path: str, store: Store) -> None:
    with store.transaction():
        new = store.entries.put(an_entry(id=store.new_id(), title="Third"))
        store.entries.put(store.entries.get("s" * 32)._replace(title="Second, edited"))
        store.query.table("entries").remove(doc_ids=["f" * 32])
        assert titles(store) == ["Second, edited", "Third"]
        assert "f" * 32 not in store.ledger.ids("entries")
        assert not store.ledger.has("entries", "f" * 32)
        assert store.ledger.has("entries", new.id)
        with pytest.raises(NotFoundError):
            store.entries.get("f" * 32)
        assert [each.title for each in store.entries.search(where("title") != "")] == ["Second, edited", "Third"]
        assert (new.revision, store.entries.get("s" * 32).revision) == (3, 3)
    assert rows(path) == 4
    assert titles(store) == ["Second, edited", "Third"]
    assert titles(Store.open(path, a_clock(), "test")) == ["Second, edited", "Third"]


def test_what_it_has_added_and_deleted_again_was_never_there(path: str, store: Store) -> None:
    with store.transaction():
        uid = store.new_id()
        store.entries.put(an_entry(id=uid, title="Third"))
        store.query.table("entries").remove(doc_ids=[uid])
        assert titles(store) == ["First", "Second"]
        assert store.ledger.ids("entries") == ["f" * 32, "s" * 32]
    assert rows(path) == 3
    assert titles(store) == ["First", "Second"]


def test_what_it_has_changed_and_changed_back_keeps_its_revision(path: str, store: Store) -> None:
    first = store.entries.get("f" * 32)
    with store.transaction():
        changed = store.entries.put(first._replace(title="Otherwise"))
        assert store.entries.put(changed._replace(title="First")).revision == first.revision
    assert rows(path) == 3
    assert store.entries.get("f" * 32) == first


def test_new_ids_in_it_are_still_one_line_and_given_up_they_are_new_again(path: str, store: Store) -> None:
    uid = store.new_id()
    with pytest.raises(LookupError), store.transaction():
        store.entries.put(an_entry(id=uid, title="Third"))
        store.entries.put(an_entry(id=store.new_id(), title="Fourth"))
        raise LookupError
    assert rows(path) == 3
    with store.transaction():
        store.entries.put(an_entry(id=uid, title="Third"))
        store.entries.put(an_entry(id=store.new_id(), title="Fourth"))
    assert rows(path) == 4
    assert titles(Store.open(path, a_clock(), "test")) == ["First", "Second", "Third", "Fourth"]


def test_what_was_added_the_short_way_is_written_anew_with_all_else_and_can_be_taken_back(
    path: str, store: Store
) -> None:
    assert titles(store) == ["First", "Second"]
    for title in ("Third", "Fourth"):
        store.entries.put(an_entry(id=store.new_id(), title=title))
    assert [each.by for each in store.history("entries", store.entries.all()[2].id)] == ["test"]
    assert store.upkeep.compact(force=True)
    assert titles(store) == titles(Store.open(path, a_clock(), "test")) == ["First", "Second", "Third", "Fourth"]
    store.entries.put(an_entry(id=store.new_id(), title="Fifth"))
    store.undo(5)
    assert titles(store) == titles(Store.open(path, a_clock(), "test")) == ["First", "Second", "Third", "Fourth"]


def test_a_search_is_never_remembered_from_before_a_step_or_from_what_was_given_up(store: Store) -> None:
    first = where("title") == "First"
    with pytest.raises(LookupError), store.transaction():
        assert len(store.entries.search(first)) == 1
        store.entries.put(store.entries.get("f" * 32)._replace(title="Otherwise"))
        assert store.entries.search(first) == ()
        raise LookupError
    assert len(store.entries.search(first)) == 1
    assert titles(store) == ["First", "Second"]


@pytest.mark.parametrize("note", [b"x" * (SIZE - 9), b" " * (SIZE - 9), b"9 " * ((SIZE - 9) // 2 + 1)])
def test_a_note_that_nobody_could_have_written_says_nothing(path: str, store: Store, note: bytes) -> None:
    body = note[: SIZE - 9]
    Path(path + ".lock").write_bytes(MADE + b"%b%08x\n" % (body, crc32(body)))
    fresh = Store.open(path, a_clock(), "test")
    fresh.entries.put(an_entry(id=fresh.new_id(), title="Third"))
    assert titles(Store.open(path, a_clock(), "test")) == ["First", "Second", "Third"]
    assert store.refresh()
