"""What a save does, refuses and leaves behind."""

from __future__ import annotations

import os
import socket
import threading
from pathlib import Path
from typing import Any

import pytest

from learnlog.domain.values import Language
from learnlog.errors import CannotReadError, CannotSaveError, InUseError, NewerFormatError, NotFoundError
from learnlog.storage import json_text, lines
from learnlog.storage.disk import Disk
from learnlog.storage.lines import Header
from learnlog.storage.lock import Lock
from learnlog.storage.owner import profile_of, selection_of
from learnlog.storage.store import Store
from tests.builders import a_clock, an_entry
from tests.storage.faulty import Watching


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "home" / "log.jsonl")


def opened(path: str, by: str = "test", **options: Any) -> Store:
    return Store.open(path, a_clock(), by, **options)


def test_what_was_saved_is_read_by_a_fresh_process(path: str) -> None:
    saved = opened(path).entries.put(an_entry(title="Åäö 🙂", answers={"q1": "ja"}))
    assert saved.revision == 1
    assert opened(path).entries.get(saved.id) == saved
    assert opened(path).entries.all() == (saved,)


def test_opening_a_log_that_is_not_there_makes_nothing(path: str) -> None:
    store = opened(path)
    assert store.entries.all() == ()
    assert list(store.entries.heads()) == []
    assert profile_of(store).get().display_name == ""
    assert selection_of(store).get().language is None
    assert store.notices == ()
    assert store.read_only is None
    assert store.header is None
    assert not store.refresh()
    assert not os.path.exists(os.path.dirname(path))


def test_the_single_documents_are_kept(path: str) -> None:
    store = opened(path)
    profile = profile_of(store).put(profile_of(store).get()._replace(display_name="Bo"))
    selection = selection_of(store).put(selection_of(store).get()._replace(language=Language.NB))
    assert profile_of(opened(path)).get() == profile
    assert selection_of(opened(path)).get() == selection
    assert (profile.revision, selection.revision) == (1, 2)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_only_the_owner_may_read_whatever_the_umask(path: str, umask: int) -> None:
    old = os.umask(umask)
    try:
        store = opened(path, "app")
        store.entries.put(an_entry())
        opened(path, "app").entries.put(an_entry())
    finally:
        os.umask(old)
    for root, folders, files in os.walk(os.path.dirname(path)):
        assert {os.stat(os.path.join(root, each)).st_mode & 0o777 for each in folders} <= {0o700}
        assert {os.stat(os.path.join(root, each)).st_mode & 0o777 for each in files} == {0o600}


def test_one_action_is_one_line_with_number_moment_maker_and_sum(path: str) -> None:
    store = opened(path)
    with store.transaction(by="import"):
        store.entries.put(an_entry(id="a" * 32))
        profile_of(store).put(profile_of(store).get()._replace(display_name="Bo"))
    rows = Path(path).read_bytes().split(b"\n")
    assert len(rows) == 3
    action = lines.decode_action(rows[1])
    assert (action.n, action.by, action.at) == (1, "import", "2026-11-20T12:00:00Z")
    assert set(action.put) == {"entries", "profile"}
    assert opened(path).entries.get("a" * 32).revision == 1


def test_an_action_that_fails_halfway_writes_nothing(path: str) -> None:
    store = opened(path)
    store.entries.put(an_entry())
    before = Path(path).read_bytes()
    with pytest.raises(LookupError), store.transaction():
        store.entries.put(an_entry())
        raise LookupError
    assert Path(path).read_bytes() == before
    assert len(store.entries.all()) == 1


def test_an_action_sees_what_it_has_put_and_others_do_not(path: str) -> None:
    store = opened(path)
    seen_elsewhere = []
    with store.transaction():
        entry = store.entries.put(an_entry(title="A"))
        store.entries.put(store.entries.get(entry.id)._replace(title="B"))
        assert [each.title for each in store.entries.all()] == ["B"]
        thread = threading.Thread(target=lambda: seen_elsewhere.append(len(store.entries.all())))
        thread.start()
        thread.join()
    assert seen_elsewhere == [0]
    assert store.entries.get(entry.id).title == "B"


def test_saving_what_is_there_already_writes_nothing(path: str) -> None:
    store = opened(path)
    saved = store.entries.put(an_entry())
    size = os.path.getsize(path)
    assert store.entries.put(saved) == saved
    assert store.entries.put(saved._replace(revision=0)) == saved
    assert os.path.getsize(path) == size


@pytest.mark.parametrize("bad", ["\ud800", "x" * lines.LINE_MAX])
def test_what_cannot_be_stored_is_refused_before_the_disk_is_touched(path: str, bad: str) -> None:
    store = opened(path)
    store.entries.put(an_entry())
    before = Path(path).read_bytes()
    with pytest.raises(CannotSaveError):
        store.entries.put(an_entry(title=bad))
    assert Path(path).read_bytes() == before


def test_adding_an_entry_reads_only_both_ends_of_a_large_log(path: str) -> None:
    store = opened(path)
    with store.transaction():
        for _ in range(20):
            store.entries.put(an_entry(what_happened="x" * 100_000))
    store.entries.put(an_entry())
    amounts = []

    class Measuring(Disk):
        def read(self, file: int, start: int, size: int) -> bytes:
            amounts.append(size)
            return super().read(file, start, size)

    adding = opened(path, disk=Measuring())
    adding.entries.put(an_entry(id=adding.new_id(), title="Quick"))
    assert sum(amounts) < 1_000_000 < os.path.getsize(path)
    assert len(opened(path).entries.all()) == 22


def test_an_id_is_fresh_only_once(path: str) -> None:
    store = opened(path)
    uid = store.new_id()
    first = store.entries.put(an_entry(id=uid, title="A"))
    again = store.entries.put(an_entry(id=uid, title="B"))
    assert first.title == "A"
    assert {clash.value for clash in again.clashes} | {again.title} == {"A", "B"}


def test_a_save_syncs_the_file_before_it_is_done_and_the_folder_when_the_file_is_new(path: str) -> None:
    disk = Watching()
    opened(path, disk=disk).entries.put(an_entry())
    calls = disk.calls
    assert calls.index("open_lock") < calls.index("make_folder") < calls.index("sync_folder")  # the folder was new too
    assert calls.index("sync") < calls.index("replace") < calls.index("sync_folder", calls.index("replace"))
    written = [name for name in calls if name in ("write", "sync")]
    assert written[-3:] == ["write", "sync", "write"]  # the last is the mark, which nothing waits for


def test_ids_may_be_shortened_while_only_one_fits(path: str) -> None:
    store = opened(path)
    store.entries.put(an_entry(id="ab" + "0" * 30, title="A"))
    store.entries.put(an_entry(id="ac" + "0" * 30, title="B"))
    assert store.entries.find("ab").title == "A"
    assert store.entries.find("AC").title == "B"
    assert store.entries.find("ab" + "0" * 30).title == "A"
    for beginning in ("a", "zz", "", " "):
        with pytest.raises(NotFoundError):
            store.entries.find(beginning)
    with pytest.raises(NotFoundError):
        store.entries.get("nope")


@pytest.mark.parametrize("kind", ["fifo", "folder", "socket"])
def test_what_is_not_a_file_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    path = str(tmp_path / "log.jsonl")
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "folder":
        os.mkdir(path)
    else:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(path)
    with pytest.raises((CannotReadError, CannotSaveError)):
        opened(path, patience=0).entries.all()
    with pytest.raises((CannotReadError, CannotSaveError)):
        opened(path, patience=0).entries.put(an_entry())


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real" / "my.jsonl"
    real.parent.mkdir()
    link = tmp_path / "log.jsonl"
    link.symlink_to(real)
    store = opened(str(link), "app")
    store.entries.put(an_entry())
    store.upkeep.compact(force=True)
    assert link.is_symlink()
    assert real.is_file()
    assert len(opened(str(real)).entries.all()) == 1


def test_another_learnlog_that_is_saving_is_waited_for_and_then_named(path: str) -> None:
    opened(path).entries.put(an_entry())
    with Lock(path + ".lock", Disk()), pytest.raises(InUseError):
        opened(path, patience=0.02).entries.put(an_entry())
    opened(path, patience=0).entries.put(an_entry())
    assert len(opened(path).entries.all()) == 2


def test_reading_needs_no_lock(path: str) -> None:
    opened(path).entries.put(an_entry())
    with Lock(path + ".lock", Disk()):
        assert len(opened(path, patience=0).entries.all()) == 1


class WriteProtected(Disk):
    """A folder that is not ours; as root, permissions alone would not stop us."""

    def may_write(self, path: str) -> bool:
        return False

    def open_lock(self, path: str) -> int:
        raise PermissionError(13, "no")


def test_a_write_protected_log_can_be_read_and_says_why_it_cannot_be_changed(path: str) -> None:
    opened(path).entries.put(an_entry(title="A"))
    store = opened(path, disk=WriteProtected())
    assert [each.title for each in store.entries.all()] == ["A"]
    assert store.read_only is not None
    with pytest.raises(CannotSaveError):
        store.entries.put(an_entry())


def a_log_of(header: Header, path: str) -> bytes:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    data = lines.assemble(header, [])
    Path(path).write_bytes(data)
    return data


def test_a_newer_log_is_read_and_never_written(path: str) -> None:
    data = a_log_of(Header("a" * 32, schema=lines.SCHEMA + 1), path)
    store = opened(path)
    assert store.entries.all() == ()
    assert store.read_only is not None
    adding = opened(path)
    for each in (store, adding):
        with pytest.raises(NewerFormatError):
            each.entries.put(an_entry(id=each.new_id()))
    with pytest.raises(NewerFormatError):
        store.upkeep.compact(force=True)
    assert Path(path).read_bytes() == data


def test_a_log_whose_lines_are_newer_is_not_even_read(path: str) -> None:
    data = a_log_of(Header("a" * 32, min_reader=lines.READER + 1), path)
    with pytest.raises(NewerFormatError):
        opened(path).entries.all()
    with pytest.raises(NewerFormatError):
        store = opened(path)
        store.entries.put(an_entry(id=store.new_id()))
    assert Path(path).read_bytes() == data


def test_what_a_newer_learnlog_noted_in_the_header_is_kept(path: str) -> None:
    a_log_of(Header("a" * 32, extra={"colour": "blue"}), path)
    store = opened(path)
    store.entries.put(an_entry())
    store.upkeep.compact(force=True)
    header = opened(path).header
    assert header is not None
    assert header.extra == {"colour": "blue"}
    assert header.generation == 2


def test_looking_for_news_does_not_wait_for_a_save_under_way(path: str) -> None:
    store = opened(path)
    store.entries.put(an_entry())
    seen = []
    with store.transaction():
        thread = threading.Thread(target=lambda: seen.append(store.refresh()))
        thread.start()
        thread.join(10)
    assert seen == [False]


def test_closing_never_fails() -> None:
    file = os.open(os.devnull, os.O_RDONLY)
    Disk().close(file)
    Disk().close(file)


def test_what_json_cannot_hold_is_never_written() -> None:
    for bad in (float("nan"), float("inf"), "\ud800", {1, 2}):
        with pytest.raises(CannotSaveError):
            json_text.to_json({"x": bad})


def test_reading_a_fifo_or_a_folder_does_not_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    for name in ("fifo", "."):
        with pytest.raises(OSError, match="irectory"):
            Disk().open_to_read(str(tmp_path / name))
