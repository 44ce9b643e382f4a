"""What the index tells is what the whole log tells; whatever is wrong with it goes unnoticed."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from learnlog.domain.entry import Entry
from learnlog.errors import LearnlogError
from learnlog.storage import indexing
from learnlog.storage.content import NotWhole
from learnlog.storage.disk import Disk
from learnlog.storage.index import LAG, Index
from learnlog.storage.index_file import SUFFIX
from learnlog.storage.lines import SCHEMA
from learnlog.storage.owner import profile_of
from learnlog.storage.recovery import Recovery
from learnlog.storage.store import Store
from tests.builders import NOW, TODAY, a_clock, an_entry
from tests.storage.faulty import Failing, Killed, Killing
from tests.storage.strategies import clashes, days, moments, texts

LONG = "Vi gick igenom lyften en gång till. " * 200
COUNT = 24
IDS = [f"{number:032x}" for number in range(7, 7 + COUNT)]
"""Of the entries in a log that is long enough for an index."""


class Counting(Disk):
    """Counts the bytes read of the log itself."""

    def __init__(self, log: str) -> None:
        self.log = log
        self.bytes = 0
        self.files: set[int] = set()

    def open_to_read(self, path: str) -> int:
        file = super().open_to_read(path)
        self.files.discard(file)
        if path == os.path.realpath(self.log):
            self.files.add(file)
        return file

    def read(self, file: int, start: int, size: int) -> bytes:
        data = super().read(file, start, size)
        self.bytes += len(data) if file in self.files else 0
        return data


def opened(path: str, disk: Disk | None = None, patience: float = 0) -> Store:
    return Store.open(path, a_clock(), "test", patience=patience, disk=disk or Disk())


def long_log(path: str) -> None:
    store = opened(path)
    for number, uid in enumerate(IDS):
        entry = an_entry(id=uid, title=f"Lyft {number}", what_happened=LONG, date=TODAY.replace(day=1 + number % 19))
        store.entries.put(entry)
    profile_of(store).put(profile_of(store).get()._replace(display_name="Bo"))


def write_index(path: str, patience: float = 0) -> None:
    """What a command that has read the whole log does at its end."""
    store = opened(path, patience=patience)
    store.entries.texts()
    store.ledger.image  # noqa: B018 - reads it
    store.shortcut.keep()


def without_index(path: str) -> Store:
    store = opened(path)
    store.ledger.image  # noqa: B018 - from now on nobody asks an index
    return store


def told(store: Store, uids: list[str]) -> Iterator[Any]:
    """Everything that can be told of a log by its index."""
    yield list(store.entries.heads())
    yield list(store.entries.heads(deleted=True))
    yield store.entries.heads().clashing()
    yield len(store.entries.heads())
    yield store.entries.heads()[:3]
    yield profile_of(store).get()
    yield store.entries.telling(2)
    yield store.header
    yield store.notices
    for uid in uids:
        yield store.stored("entries", uid)
    for start in {*uids, *(uid[:31] for uid in uids), "0000", "f", "\n", "å", "\ud800"}:
        try:
            yield store.entries.find(start)
        except LearnlogError as error:
            yield repr(error), str(getattr(error, "values", ""))


@pytest.fixture(scope="module")
def model() -> Iterator[str]:
    """A log that is long enough for an index, and has one."""
    folder = tempfile.mkdtemp(prefix="learnlog-index-")
    path = os.path.join(folder, "log.jsonl")
    long_log(path)
    write_index(path)
    yield path
    shutil.rmtree(folder)


@pytest.fixture
def path(model: str, tmp_path: Path) -> str:
    return copied(model, tmp_path)


def copied(model: str, folder: Path | str) -> str:
    for name in ("log.jsonl", "log.jsonl" + SUFFIX, "log.jsonl.lock"):
        shutil.copy2(os.path.join(os.path.dirname(model), name), folder)
    return os.path.join(folder, "log.jsonl")


def is_used(path: str) -> bool:
    try:
        Index(path, Disk(), SCHEMA).check()
    except NotWhole:
        return False
    return True


# -- it is used, and it is right ------------------------------------------------------------------------------------


def test_a_log_with_an_index_is_not_read_whole(path: str) -> None:
    size = os.path.getsize(path)
    assert size > LAG
    for ask in (
        lambda store: store.entries.heads()[:3],
        lambda store: store.entries.get(IDS[4]),
        lambda store: store.entries.find(IDS[4]),
        lambda store: store.entries.heads(deleted=True)[:],
        lambda store: store.entries.heads().clashing(),
        lambda store: (store.notices, store.header, store.read_only, len(store.entries.heads())),
        lambda store: profile_of(store).get(),
    ):
        disk = Counting(path)
        store = opened(path, disk)
        ask(store)
        assert store.ledger.unread
        assert 0 < disk.bytes < size * 3 / 5
    disk = Counting(path)
    profile_of(opened(path, disk)).get()
    assert disk.bytes < 2000


def test_what_was_appended_since_is_read_and_nothing_more(path: str) -> None:
    size = os.path.getsize(path)
    new = opened(path).entries.put(an_entry(title="New", date=TODAY))
    disk = Counting(path)
    store = opened(path, disk)
    assert store.entries.heads()[0].title == "New"
    assert len(store.entries.heads()) == COUNT + 1
    assert store.entries.get(new.id) == new
    assert store.ledger.unread
    assert disk.bytes < size


class Doings:
    """What can happen to a log, by name."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.ids = [*IDS]
        self.store = opened(path)

    def put(self, which: int, changes: dict[str, Any]) -> None:
        entry = self.store.entries.get(self.ids[which % len(self.ids)])
        self.store.entries.put(entry._replace(**changes))

    def add(self, which: int, changes: dict[str, Any]) -> None:
        uid = f"{which:04x}{len(self.ids):028x}"
        self.store.entries.put(an_entry(id=uid)._replace(**changes))
        self.ids.append(uid)

    def several(self, which: int, changes: dict[str, Any]) -> None:
        with self.store.transaction():
            self.put(which, changes)
            self.add(which, changes)
            profile = profile_of(self.store).get()
            profile_of(self.store).put(profile._replace(unit=changes.get("title", "Eken")))

    def undo(self, which: int, changes: dict[str, Any]) -> None:
        del which, changes
        ledger = self.store.ledger
        ledger.image  # noqa: B018 - reads it
        self.store.undo(ledger.tail.n if ledger.tail else 0)
        self.ids = [uid for uid in self.ids if ledger.has("entries", uid)]

    def erase(self, which: int, changes: dict[str, Any]) -> None:
        del changes
        uid = self.ids[which % len(self.ids)]
        self.store.ledger.change("entries", {uid: None})
        self.ids.remove(uid)

    def compact(self, which: int, changes: dict[str, Any]) -> None:
        del which, changes
        self.store.upkeep.compact(force=True)

    def reopen(self, which: int, changes: dict[str, Any]) -> None:
        del which, changes
        self.store = opened(self.path)

    def index(self, which: int, changes: dict[str, Any]) -> None:
        del which, changes
        if os.path.exists(self.path + SUFFIX):
            os.unlink(self.path + SUFFIX)
        write_index(self.path)


CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "title": texts,
        "date": days,
        "created_at": st.none() | moments,
        "deleted_at": st.none() | st.just(NOW),
        "clashes": st.lists(clashes, max_size=1).map(tuple),
        "what_happened": st.just(LONG),
    },
)
NAMES = [name for name in vars(Doings) if not name.startswith("_")]
STEPS = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 60), CHANGES), max_size=8)


@given(steps=STEPS)
@example(steps=[("several", 3, {"title": "x"}), ("index", 0, {}), ("several", 5, {"title": '"'})])
@example(steps=[("put", 3, {"deleted_at": NOW}), ("index", 0, {}), ("put", 3, {"deleted_at": None})])
@example(steps=[("erase", 3, {}), ("undo", 0, {}), ("erase", 3, {}), ("index", 0, {}), ("undo", 0, {})])
@settings(max_examples=60, deadline=None)
def test_whatever_happened_the_index_tells_what_the_log_tells(model: str, steps: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = copied(model, folder)
        doings = Doings(path)
        for name, which, changes in steps:
            getattr(doings, name)(which, changes)
            quick = opened(path)
            uids = [*doings.ids[-3:], *doings.ids[:3], IDS[3], IDS[5]]
            assert list(told(quick, uids)) == list(told(without_index(path), uids))
        if steps and steps[-1][0] == "index":
            assert is_used(path) or os.path.getsize(path) <= LAG


def test_what_is_saved_here_is_seen_at_once_whether_or_not_the_log_was_read(path: str) -> None:
    store = opened(path)
    assert len(store.entries.heads()) == COUNT
    new = store.entries.put(an_entry(id=store.new_id(), title="New"))
    assert store.ledger.unread
    assert store.entries.heads()[0].id == new.id
    old = store.entries.put(store.entries.get(IDS[0])._replace(title="Changed"))
    assert store.entries.get(IDS[0]) == old
    assert {head.title for head in store.entries.heads()} >= {"New", "Changed"}


def test_within_an_action_everything_comes_from_the_log(path: str) -> None:
    store, other = opened(path), opened(path)
    assert len(store.entries.heads()) == COUNT
    other.entries.put(an_entry(title="Theirs"))
    with store.transaction():
        store.entries.put(an_entry(title="Mine"))
        assert {head.title for head in store.entries.heads()} >= {"Theirs"}
    assert {head.title for head in store.entries.heads()} >= {"Theirs", "Mine"}


def test_many_asked_for_one_by_one_are_read_at_once(path: str) -> None:
    store = opened(path)
    for _ in range(3):
        assert [store.entries.get(uid).title for uid in IDS] == [f"Lyft {number}" for number in range(COUNT)]
    assert not store.ledger.unread


# -- when it is written -----------------------------------------------------------------------------------------------


def test_it_is_written_once_and_again_when_much_is_new(path: str) -> None:
    write_index(path)
    before = os.stat(path + SUFFIX)
    write_index(path)
    assert os.stat(path + SUFFIX).st_ino == before.st_ino
    store = opened(path)
    for _ in range(LAG // len(LONG) + 1):
        store.entries.put(an_entry(what_happened=LONG))
    assert not is_used(path)
    write_index(path)
    assert is_used(path)
    assert os.stat(path + SUFFIX).st_mode & 0o777 == 0o600


def test_a_short_log_needs_none(tmp_path: Path) -> None:
    path = str(tmp_path / "log.jsonl")
    opened(path).entries.put(an_entry())
    write_index(path)
    assert not os.path.exists(path + SUFFIX)


def test_one_that_is_spoilt_is_written_anew(path: str) -> None:
    data = Path(path + SUFFIX).read_bytes()
    Path(path + SUFFIX).write_bytes(data[:-1] + b"x")
    assert not is_used(path)
    write_index(path)
    assert Path(path + SUFFIX).read_bytes() == data


def test_a_large_import_has_none_until_the_log_is_tidied_up(path: str) -> None:
    store = opened(path)
    with store.transaction():
        for _ in range(3):
            store.entries.put(an_entry(what_happened=LONG * 3))
    write_index(path)
    assert not is_used(path)
    assert len(opened(path).entries.heads()) == COUNT + 3
    opened(path).upkeep.compact(force=True)
    write_index(path)
    assert is_used(path)


def test_it_holds_nothing_of_what_was_written(path: str) -> None:
    data = Path(path + SUFFIX).read_bytes()
    assert b"Lyft" not in data
    assert b"Bo" not in data
    assert len(data) < 100 * COUNT


def test_it_can_be_deleted(path: str) -> None:
    indexing.forget(path, Disk())
    indexing.forget(path, Disk())
    assert not os.path.exists(path + SUFFIX)
    assert len(opened(path).entries.heads()) == COUNT


# -- whatever is wrong with it ----------------------------------------------------------------------------------------

SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "one line": lambda data: data[: data.index(b"\n") + 1],
    "no line": lambda data: data.replace(b"\n", b" "),
    "zeros": lambda data: bytes(len(data)),
    "text": lambda _: b"something else\n",
    "twice": lambda data: data + data,
    "newer": lambda data: data.replace(b'"version":1', b'"version":2', 1),
    "log": lambda _: b'{"format":"learnlog","log_id":"x"}\n',
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_index_is_as_good_as_none(path: str, how: str) -> None:
    data = Path(path + SUFFIX).read_bytes()
    Path(path + SUFFIX).write_bytes(SPOILT[how](data))
    assert list(told(opened(path), IDS[:4])) == list(told(without_index(path), IDS[:4]))


@given(at=st.integers(0, 1 << 30), bit=st.integers(0, 7), cut=st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_flipped_bit_or_cut_of_the_index_goes_unnoticed(model: str, at: int, bit: int, cut: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = copied(model, folder)
        data = bytearray(Path(path + SUFFIX).read_bytes())
        at %= len(data)
        if cut:
            del data[at:]
        else:
            data[at] ^= 1 << bit
        Path(path + SUFFIX).write_bytes(data)
        assert list(told(opened(path), IDS[:4])) == list(told(without_index(path), IDS[:4]))


def test_the_index_of_another_log_is_not_used(path: str, tmp_path: Path) -> None:
    other = str(tmp_path / "other" / "log.jsonl")
    os.mkdir(os.path.dirname(other))
    long_log(other)
    shutil.copy(path + SUFFIX, other + SUFFIX)
    assert not is_used(other)
    assert len(opened(other).entries.heads()) == COUNT


def test_a_folder_in_its_place_goes_unnoticed(path: str) -> None:
    os.unlink(path + SUFFIX)
    os.mkdir(path + SUFFIX)
    write_index(path)
    assert len(opened(path).entries.heads()) == COUNT


@pytest.mark.parametrize("stubborn", [False, True])
@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_failing_to_write_it_goes_unnoticed(path: str, stubborn: bool, number: int) -> None:
    os.unlink(path + SUFFIX)
    for at in range(1, 40):
        store = opened(path, disk := Failing(10**9, number, stubborn=stubborn))
        store.ledger.image  # noqa: B018 - reads it
        disk.at = disk.count + at
        store.shortcut.keep()
        assert len(store.entries.heads()) == COUNT
        assert list(told(opened(path), IDS[:2])) == list(told(without_index(path), IDS[:2]))
        if not disk.failed:
            break
    assert at > 3
    assert is_used(path)
    assert stubborn or not [name for name in os.listdir(os.path.dirname(path)) if name.endswith(".tmp")]


@pytest.mark.parametrize("how", ["before", "half", "after"])
def test_dying_while_it_is_written_leaves_nothing_wrong(path: str, how: str) -> None:
    os.unlink(path + SUFFIX)
    deaths = 0
    for at in range(1, 25):
        disk = Killing(10**9, how)
        store = opened(path, disk)
        store.ledger.image  # noqa: B018 - reads it
        disk.at = len(disk.calls) + at
        try:
            store.shortcut.keep()
        except Killed:
            deaths += 1
        assert list(told(opened(path), IDS[:2])) == list(told(without_index(path), IDS[:2]))
    assert deaths > 3
    assert is_used(path)


# -- whatever has happened to the log -----------------------------------------------------------------------------------


@given(at=st.integers(0, 1 << 30), bit=st.integers(0, 7))
@settings(max_examples=150, deadline=None)
def test_a_flipped_bit_of_the_log_never_shows_a_wrong_entry(model: str, at: int, bit: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = copied(model, folder)
        right = without_index(path)
        heads, entries = list(right.entries.heads()), {uid: right.entries.get(uid) for uid in IDS}
        data = bytearray(Path(path).read_bytes())
        data[at % len(data)] ^= 1 << bit
        Path(path).write_bytes(data)
        for ask, wanted in (
            (lambda store: list(store.entries.heads()), heads),
            (lambda store: list(store.entries.heads()[:5]), heads[:5]),
            *((lambda store, uid=uid: store.entries.get(uid), entries[uid]) for uid in IDS[::5]),
        ):
            try:
                found = ask(opened(path))
            except LearnlogError:
                continue
            assert found == wanted


def test_damage_in_what_is_shown_is_told(path: str) -> None:
    data = Path(path).read_bytes()
    Path(path).write_bytes(data.replace(b"Lyft 3", b"Lyft X"))
    with pytest.raises(LearnlogError):
        opened(path).entries.get(IDS[3])
    with pytest.raises(LearnlogError):
        list(opened(path).entries.heads())
    assert opened(path).entries.get(IDS[4]).title == "Lyft 4"


def compacted(path: str) -> None:
    opened(path).upkeep.compact(force=True)


def restored(path: str) -> None:
    assert opened(path).upkeep.copy()
    data = Path(path).read_bytes()
    Path(path).write_bytes(data[:2000] + b"x" + data[2001:])
    assert Recovery(path, a_clock()).restore("")


def replaced(path: str) -> None:
    for name in ("", ".lock", ".prev"):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path + name)
    store = opened(path)
    for _ in range(COUNT + 5):
        store.entries.put(an_entry(what_happened=LONG))


def shortened_and_gone_on(path: str) -> None:
    data = Path(path).read_bytes()
    os.unlink(path + ".lock")
    Path(path).write_bytes(data[: data.rindex(b"\n", 0, -1) + 1])
    store = opened(path)
    for _ in range(3):
        store.entries.put(an_entry(what_happened=LONG))


def shortened(path: str) -> None:
    os.unlink(path + ".lock")
    data = Path(path).read_bytes()
    Path(path).write_bytes(data[: data.rindex(b"\n", 0, -1) + 1])


def torn(path: str) -> None:
    with open(path, "ab") as file:
        file.write(b'{"n":99,"at":"2026-')


def without_line_feed(path: str) -> None:
    opened(path).entries.put(an_entry())
    os.truncate(path, os.path.getsize(path) - 1)


def test_lines_cut_off_after_it_was_written_are_missed(path: str) -> None:
    size = os.path.getsize(path)
    opened(path).entries.put(an_entry())
    os.truncate(path, size)
    assert is_used(path)  # as far as it can tell by itself
    with pytest.raises(LearnlogError):
        len(opened(path).entries.heads())


@pytest.mark.parametrize(
    "happen", [compacted, restored, replaced, shortened_and_gone_on, shortened, torn, without_line_feed]
)
def test_a_log_that_is_not_as_the_index_knew_it_is_read_whole(path: str, happen: Callable[[str], None]) -> None:
    happen(path)
    assert not is_used(path)
    uids = [*IDS[:3], IDS[-1]]
    assert list(told(opened(path), uids)) == list(told(without_index(path), uids))


def test_a_log_replaced_while_its_heads_are_looked_at_is_read_anew(path: str) -> None:
    store = opened(path)
    heads = store.entries.heads()
    opened(path).upkeep.compact(force=True)
    assert [head.id for head in heads] == [head.id for head in without_index(path).entries.heads()]
    store = opened(path)
    write_index(path)
    heads = store.entries.heads()
    assert len(heads) == COUNT
    replaced(path)
    assert [head.id for head in heads[:]] == [head.id for head in without_index(path).entries.heads()][:COUNT]
    assert len(heads) == COUNT + 5


@pytest.mark.parametrize("seen", [1, 5, 20])
def test_nothing_is_listed_twice_or_left_out_when_others_write_meanwhile(path: str, seen: int) -> None:
    looking = iter(opened(path).entries.heads())
    looked_at = [next(looking).id for _ in range(seen)]
    there = opened(path)
    added = there.entries.put(an_entry(title="New", date=TODAY.replace(day=20))).id
    there.entries.put(there.entries.get(looked_at[0])._replace(title="Other"))
    gone = [head.id for head in there.entries.heads()][-3]
    there.entries.put(there.entries.get(gone)._replace(deleted_at=a_clock().now()))
    there.upkeep.compact(force=True)
    looked_at += [head.id for head in looking]
    assert len(looked_at) == len(set(looked_at))
    assert {*IDS} - {gone} <= {*looked_at} <= {*IDS, added}


@pytest.mark.parametrize("is_checked_first", [True, False])
def test_what_others_add_right_after_the_first_look_is_news(path: str, is_checked_first: bool) -> None:
    here, there = opened(path), opened(path)
    assert len(here.entries.heads()) == COUNT
    there.entries.put(an_entry(id=there.new_id()))
    if is_checked_first:
        here.shortcut.read_through()
    assert here.refresh()
    assert len(here.entries.heads()) == COUNT + 1
    here.shortcut.read_through()
    assert not here.refresh()
    assert here.ledger.unread


def test_an_older_form_of_documents_is_not_read_through_it(path: str) -> None:
    with pytest.raises(NotWhole):
        Index(path, Disk(), SCHEMA + 1)


# -- two processes ------------------------------------------------------------------------------------------------------

ADDING = """
import sys
from tests.builders import a_clock, an_entry
from learnlog.storage.store import Store
for number in range(60):
    store = Store.open(sys.argv[1], a_clock(), "add", patience=60)
    store.entries.put(an_entry(id=store.new_id(), title=f"N {number:03}", what_happened="x" * 3000))
    if number % 20 == 19:
        Store.open(sys.argv[1], a_clock(), "doctor", patience=60).upkeep.compact(force=True)
    print(number, flush=True)
"""


def test_one_process_saves_and_tidies_up_while_another_looks(path: str) -> None:
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    command = [sys.executable, "-c", ADDING, path]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout is not None
        for line in process.stdout:
            # who sees half a line waits until it is whole: however long that takes here
            store = opened(path, patience=60)
            titles = [head.title for head in store.entries.heads() if head.title.startswith("N ")]
            assert len(titles) >= int(line) + 1
            assert sorted(titles) == [f"N {number:03}" for number in range(len(titles))]
            entry: Entry = store.entries.get(IDS[int(line) % COUNT])
            assert entry.what_happened == LONG
            if int(line) % 9 == 0:
                write_index(path, patience=60)
    assert process.returncode == 0
