"""Damage is found and named when a log is opened, never passed over, and can be undone."""

from __future__ import annotations

import datetime as dt
import os
import random
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlog.errors import CannotReadError, DamagedError, LearnlogError, StorageError
from learnlog.storage import lines
from learnlog.storage.candidates import EDITED
from learnlog.storage.disk import Disk
from learnlog.storage.examine import Fault, examine
from learnlog.storage.guard import Guard
from learnlog.storage.owner import profile_of
from learnlog.storage.recovery import Condition, Recovery
from learnlog.storage.store import Store
from tests.builders import NOW, a_clock, an_entry


def opened(path: str, by: str = "test") -> Store:
    return Store.open(path, a_clock(), by, patience=0)


def filled(path: str, count: int = 5) -> bytes:
    store = opened(path)
    for number in range(count):
        store.entries.put(an_entry(id=f"{number:032x}", title=f"Entry {number}"))
    return Path(path).read_bytes()


def titles(path: str) -> list[str]:
    return [entry.title for entry in opened(path).entries.all()]


def recovery(path: str) -> Recovery:
    return Recovery(path, a_clock(), patience=0)


def damaged_copies(path: str) -> list[bytes]:
    return [each.read_bytes() for each in sorted((Path(path).parent / "damaged").glob("*"))]


def rows_of(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True)


def flipped(data: bytes) -> bytes:
    place = data.index(b"Entry 2")
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def missing_line(data: bytes) -> bytes:
    rows = rows_of(data)
    return b"".join(rows[:3] + rows[4:])


def doubled_line(data: bytes) -> bytes:
    rows = rows_of(data)
    return b"".join(rows[:4] + rows[3:])


def swapped_lines(data: bytes) -> bytes:
    rows = rows_of(data)
    return b"".join([*rows[:3], rows[4], rows[3], *rows[5:]])


def no_json(data: bytes) -> bytes:
    rows = rows_of(data)
    return b"".join([*rows[:3], b"<html>\n", *rows[4:]])


def latin_1(data: bytes) -> bytes:
    return data.replace(b"Entry 2", b"Entry \xe5")


def zeroed(data: bytes) -> bytes:
    start = data.index(b"Entry 2")
    return data[:start] + bytes(40) + data[start + 40 :]


def conflict_marks(data: bytes) -> bytes:
    rows = rows_of(data)
    return b"".join([*rows[:3], b"<<<<<<< HEAD\n", *rows[3:]])


def whole_last_line_wrong(data: bytes) -> bytes:
    return data.replace(b"Entry 4", b"Entry 9")


def header_flipped(data: bytes) -> bytes:
    return data.replace(b'"generation":1', b'"generation":2', 1)


DAMAGE: list[tuple[Callable[[bytes], bytes], int]] = [
    (flipped, 4),
    (missing_line, 4),
    (doubled_line, 5),
    (swapped_lines, 4),
    (no_json, 4),
    (latin_1, 4),
    (zeroed, 4),
    (conflict_marks, 4),
    (whole_last_line_wrong, 6),
    (header_flipped, 1),
]


@pytest.mark.parametrize(("harm", "line"), DAMAGE)
def test_damage_is_named_set_aside_and_nothing_is_written_before_the_owner_says_so(
    path: str, harm: Callable[[bytes], bytes], line: int
) -> None:
    bad = harm(filled(path))
    Path(path).write_bytes(bad)
    for _ in range(2):
        with pytest.raises(DamagedError) as caught:
            opened(path).entries.all()
        assert caught.value.message.values["line"] == line
        with pytest.raises(DamagedError):
            opened(path).entries.put(an_entry())
    assert Path(path).read_bytes() == bad
    assert damaged_copies(path) == [bad]
    report = recovery(path).look()
    assert report.condition is Condition.DAMAGED
    assert report.findings[0].line == line


@pytest.mark.parametrize(("harm", "line"), DAMAGE)
def test_every_good_line_is_restored_and_doing_it_again_changes_nothing(
    path: str, harm: Callable[[bytes], bytes], line: int
) -> None:
    Path(path).write_bytes(harm(filled(path)))
    candidate = recovery(path).restore()
    assert candidate is not None
    assert candidate.name == "lines"
    restored = Path(path).read_bytes()
    assert recovery(path).look().condition is Condition.WHOLE
    lost = {
        "whole_last_line_wrong": {"Entry 4"},
        "header_flipped": set(),
        "doubled_line": set(),
        "swapped_lines": set(),
    }
    expected = {f"Entry {number}" for number in range(5)} - lost.get(harm.__name__, {"Entry 2"})
    if harm is conflict_marks:
        expected.add("Entry 2")  # nothing was lost, there was only something added
    assert expected - set(titles(path)) == set()
    assert recovery(path).restore() is None
    assert Path(path).read_bytes() == restored
    opened(path).entries.put(an_entry(title="After"))
    assert "After" in titles(path)


def test_what_is_missing_comes_back_from_a_copy(path: str) -> None:
    data = filled(path, 3)
    opened(path).upkeep.copy()
    store = opened(path)
    store.entries.put(an_entry(title="Later"))
    Path(path).write_bytes(flipped(Path(path).read_bytes()))
    candidate = recovery(path).restore()
    assert candidate is not None
    assert (candidate.name, candidate.missing) == ("lines", 0)
    assert titles(path) == ["Entry 0", "Entry 1", "Entry 2", "Later"]
    assert data.count(b"Entry 2") == 1


def test_lines_changed_by_hand_are_taken_only_when_asked_for(path: str) -> None:
    Path(path).write_bytes(filled(path).replace(b"Entry 2", b"By hand"))
    assert [each.name for each in recovery(path).candidates()] == [EDITED, "lines"]
    chosen = recovery(path).restore(EDITED)
    assert chosen is not None
    assert titles(path) == ["Entry 0", "Entry 1", "By hand", "Entry 3", "Entry 4"]
    assert opened(path).undo(5) == 6
    assert recovery(path).look().condition is Condition.WHOLE


def test_numbers_are_never_given_twice_after_an_older_copy_was_restored(path: str) -> None:
    filled(path, 3)
    opened(path).upkeep.copy()
    store = opened(path)
    for number in range(3, 6):
        store.entries.put(an_entry(title=f"Entry {number}"))
    backup = opened(path).upkeep.backups.all()[0]
    chosen = recovery(path).restore(os.path.basename(backup.path))
    assert chosen is not None
    assert chosen.entries == 3
    header = opened(path).header
    assert header is not None
    assert header.generation == 2
    assert opened(path).entries.put(an_entry(title="New")).revision == 7
    assert recovery(path).look().condition is Condition.WHOLE
    assert opened(path).undo(7) == 8


@pytest.mark.parametrize("how", ["emptied", "gone"])
@pytest.mark.parametrize("trace", ["lock", "prev", "backup"])
def test_an_emptied_or_vanished_log_is_never_a_new_one(path: str, how: str, trace: str) -> None:
    filled(path, 3)
    if trace == "prev":
        opened(path).upkeep.compact(force=True)
    if trace == "backup":
        opened(path).upkeep.copy()
    if trace != "lock":
        os.unlink(path + ".lock")
    if how == "gone":
        os.unlink(path)
    else:
        Path(path).write_bytes(b"")
    for work in (
        opened(path).entries.all,
        lambda: opened(path).entries.put(an_entry()),
        lambda: add_fresh(opened(path)),
    ):
        with pytest.raises(DamagedError):
            work()
    assert os.path.exists(path) == (how == "emptied")
    assert recovery(path).look().condition is Condition.LOST
    if trace == "lock":
        with pytest.raises(DamagedError):
            recovery(path).restore()
        recovery(path).start_anew()
        assert titles(path) == []
    else:
        assert recovery(path).restore() is not None
        assert titles(path) == ["Entry 0", "Entry 1", "Entry 2"]
    opened(path).entries.put(an_entry(title="After"))
    assert titles(path)[-1] == "After"


def add_fresh(store: Store) -> None:
    store.entries.put(an_entry(id=store.new_id()))


def test_an_empty_file_where_no_log_ever_was_is_a_new_log(path: str) -> None:
    Path(path).write_bytes(b"")
    assert opened(path).entries.all() == ()
    opened(path).entries.put(an_entry(title="First"))
    assert titles(path) == ["First"]
    assert os.stat(path).st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "foreign",
    [
        b"hello\n",
        b"null",
        b"{}\n",
        b"[]",
        b"\xff\xfe{\x00",
        b"\xef\xbb\xbf{}\n",
        b"PK\x03\x04",
        b'{"_default": {}}',
        bytes(100),
    ],
)
def test_foreign_content_is_refused_and_left_as_it_is(path: str, foreign: bytes) -> None:
    Path(path).write_bytes(foreign)
    for work in (
        opened(path).entries.all,
        lambda: opened(path).entries.put(an_entry()),
        lambda: add_fresh(opened(path)),
    ):
        with pytest.raises(DamagedError):
            work()
    assert Path(path).read_bytes() == foreign
    assert damaged_copies(path) == [foreign]
    assert recovery(path).look().condition is Condition.DAMAGED
    with pytest.raises(DamagedError):
        recovery(path).restore()
    assert Path(path).read_bytes() == foreign


TORN = b'{"n":4,"at":"2026-11-20T12:0'


@pytest.mark.parametrize("tail", [TORN, TORN + bytes(20), bytes(512), b"{"])
def test_a_torn_last_line_is_told_quietly_and_cut_at_the_next_save(path: str, tail: bytes) -> None:
    whole = filled(path, 3)
    Path(path).write_bytes(whole + tail)
    store = opened(path)
    assert [entry.title for entry in store.entries.all()] == ["Entry 0", "Entry 1", "Entry 2"]
    assert len(store.notices) == 1
    assert tail in damaged_copies(path)
    assert recovery(path).look().condition is Condition.TORN
    assert Path(path).read_bytes() == whole + tail
    store.entries.put(an_entry(title="Next"))
    assert Path(path).read_bytes().startswith(whole)
    assert titles(path)[-1] == "Next"
    assert opened(path).notices == ()


def test_a_torn_last_line_does_not_stop_a_quick_add(path: str) -> None:
    whole = filled(path, 3)
    Path(path).write_bytes(whole + b'{"n":4')
    add_fresh(opened(path))
    assert len(titles(path)) == 4
    assert recovery(path).look().condition is Condition.WHOLE


@pytest.mark.parametrize("junk", [b"", b"\x0b", bytes(30)])
def test_a_last_line_that_lacks_only_its_line_feed_is_kept(path: str, junk: bytes) -> None:
    whole = filled(path, 3)
    Path(path).write_bytes(whole[:-1] + junk)
    store = opened(path)
    assert len(store.entries.all()) == 3
    store.entries.put(an_entry(title="Next"))
    assert titles(path) == ["Entry 0", "Entry 1", "Entry 2", "Next"]
    assert Path(path).read_bytes().startswith(whole)


def test_a_save_under_way_elsewhere_is_not_taken_for_damage(path: str) -> None:
    """The lock is held by another learnlog that has written half its line: no notice, and no copy."""
    whole = filled(path, 2)
    Path(path).write_bytes(whole + b'{"n":3')
    guard = Guard(path, Disk(), 0)
    reader = Store.open(path, a_clock(), "test", patience=0)
    with guard, pytest.raises(StorageError):
        reader.entries.all()
    assert not os.path.exists(os.path.join(os.path.dirname(path), "damaged"))


def test_damage_under_an_open_window_is_noticed(path: str) -> None:
    good = filled(path, 3)
    store = opened(path)
    store.entries.all()
    for cut in (good[:-50], b""):
        Path(path).write_bytes(cut)
        with pytest.raises(DamagedError):
            store.refresh()


def test_the_newest_copy_is_chosen_by_the_logs_own_numbers(path: str) -> None:
    filled(path, 2)
    later = Store.open(path, a_clock(now=NOW - dt.timedelta(days=900)), "test")
    opened(path).upkeep.copy()
    later.entries.put(an_entry(title="Newest"))
    later.upkeep.copy()
    os.utime(later.upkeep.backups.all()[0].path, (1, 1))
    Path(path).write_bytes(b"")
    recovery(path).restore()
    assert titles(path)[-1] == "Newest"


def test_copies_that_are_damaged_themselves_are_passed_over(path: str) -> None:
    filled(path, 2)
    opened(path).upkeep.copy()
    opened(path).entries.put(an_entry(title="More"))
    newest = opened(path).upkeep.copy()
    assert newest is not None
    Path(newest.path).write_bytes(flipped_anywhere(Path(newest.path).read_bytes(), random.Random(1)))
    Path(path).write_bytes(b"")
    recovery(path).restore()
    assert titles(path) == ["Entry 0", "Entry 1"]


def flipped_anywhere(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]


def test_any_flipped_bit_is_found_or_harmless(tmp_path: Path) -> None:
    path = str(tmp_path / "log.jsonl")
    good = filled(path, 4)
    before = titles(path)
    for seed in range(300):
        Path(path).write_bytes(flipped_anywhere(good, random.Random(seed)))
        try:
            after = titles(path)
        except StorageError:
            continue
        assert after == before, f"seed {seed}: read as something else without a word"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 4000), st.integers(0, 200))
def test_any_bytes_in_the_middle_never_crash_and_can_be_recovered_from(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, place: int, removed: int
) -> None:
    path = str(tmp_path_factory.mktemp("junk") / "log.jsonl")
    good = filled(path, 4)
    place %= len(good)
    Path(path).write_bytes(good[:place] + junk + good[place + removed :])
    examine(Path(path).read_bytes())
    recovery(path).look()
    try:
        titles(path)
    except DamagedError:
        try:
            recovery(path).restore()
        except LearnlogError:
            return
        assert recovery(path).look().condition is Condition.WHOLE
        titles(path)


def test_the_examination_names_every_kind_of_fault(path: str) -> None:
    good = filled(path, 6)
    rows = rows_of(good)
    mixed = b"".join(
        [*rows[:2], b"[1]\n", rows[3].replace(b"Entry", b"Antry"), b"\xff\n", *rows[5:], b"{"],
    )
    faults = [finding.fault for finding in examine(mixed).findings]
    assert {Fault.NOT_A_LINE, Fault.WRONG_SUM, Fault.NOT_TEXT, Fault.TORN} <= set(faults)
    assert next(each.fault for each in examine(b"x\n").findings) is Fault.NOT_A_LOG


def test_a_line_carries_its_own_sum_and_that_of_every_byte_before(path: str) -> None:
    data = filled(path, 3)
    for end in [at for at, byte in enumerate(data) if byte == 10]:
        start = data.rfind(b"\n", 0, end) + 1
        assert int(data[end - 10 : end - 2], 16) == crc32(data[: end - 10])
        assert int(data[end - 18 : end - 10], 16) == crc32(data[start : end - 18])


def test_copies_of_another_log_are_never_taken(path: str, tmp_path: Path) -> None:
    other = str(tmp_path / "elsewhere" / "log.jsonl")
    filled(other, 6)
    backup = opened(other).upkeep.copy()
    assert backup is not None
    filled(path, 2)
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / os.path.basename(backup.path)).write_bytes(Path(backup.path).read_bytes())
    Path(path).write_bytes(Path(path).read_bytes().replace(b"Entry 1", b"Entry 7"))
    recovery(path).restore()
    assert titles(path) == ["Entry 0"]


class NoListing(Disk):
    def names(self, folder: str) -> list[str]:
        raise PermissionError(13, "no")


def test_folders_that_cannot_be_looked_into_are_reported_and_crash_nothing(path: str) -> None:
    store = Store.open(path, a_clock(), "app", disk=NoListing(), patience=0)
    with pytest.raises(StorageError):
        store.entries.put(an_entry())
    bad = filled(path).replace(b"Entry 2", b"Entry 7")
    Path(path).write_bytes(bad)
    with pytest.raises(DamagedError) as caught:
        Store.open(path, a_clock(), "app", disk=NoListing(), patience=0).entries.all()
    assert "no copy could be set aside" in caught.value.message.id
    looking = Recovery(path, a_clock(), NoListing(), patience=0)
    assert looking.look().condition is Condition.DAMAGED
    assert [each.name for each in looking.candidates()] == [EDITED, "lines"]
    with pytest.raises(StorageError):
        looking.restore()
    assert Path(path).read_bytes() == bad


@pytest.mark.parametrize(
    "body",
    [
        b'{"n":3,"at":"x","by":"y","docs":1,"put":{"entries":{"a":{"title"}}}',
        b'{"n":3,"at":"x","by":"y","docs":1,"put":{"entries":{"a":{"title":"A"},"b":{}}}',
        b'{"n":3,"at":"x","by":"y","docs":1,"put":{"profile":{"only":nonsense}}',
        b'{"n":3,"at":"x","by":"y","docs":2,"put":{}',
        b'{"n":3,"put":[]',
        b'{"x":3',
        b"hello",
    ],
)
def test_a_line_with_right_sums_that_learnlog_did_not_write_is_named(path: str, body: bytes) -> None:
    good = filled(path, 2)
    Path(path).write_bytes(good + lines.seal(body, crc32(good)))
    report = recovery(path).look()
    assert report.condition is Condition.DAMAGED
    assert report.findings[0].line == 4
    with pytest.raises(DamagedError):
        store = opened(path)
        store.entries.all()
        profile_of(store).get()
    recovery(path).restore()
    assert titles(path) == ["Entry 0", "Entry 1"]
    assert Path(path).read_bytes() != good


def test_a_quick_add_does_not_go_on_from_a_damaged_last_line(path: str) -> None:
    bad = whole_last_line_wrong(filled(path))
    Path(path).write_bytes(bad)
    with pytest.raises(DamagedError):
        add_fresh(opened(path))
    assert Path(path).read_bytes() == bad


def test_a_damaged_line_appended_under_an_open_window_is_not_taken_in(path: str) -> None:
    good = filled(path, 2)
    store = opened(path)
    store.entries.all()
    line = rows_of(filled(str(Path(path).parent / "x" / "log.jsonl"), 3))[3]
    Path(path).write_bytes(good + line.replace(b"Entry", b"Antry"))
    with pytest.raises(DamagedError):
        store.refresh()


def test_a_missing_number_is_damage_even_if_every_sum_is_right(path: str) -> None:
    rows = rows_of(filled(path, 3))
    header = lines.decode_header(rows[0])
    Path(path).write_bytes(lines.assemble(header, [rows[1][:-1], rows[3][:-1]]))
    with pytest.raises(DamagedError):
        opened(path).entries.all()


def test_another_log_put_in_place_is_never_cut(path: str) -> None:
    """What follows our last line may be the middle of another log's line, and not a torn one of ours."""
    filled(path, 2)
    store = opened(path)
    store.entries.all()
    other = opened(str(Path(path).parent / "other" / "log.jsonl"))
    other.entries.put(an_entry(title="Long", what_happened="x" * 50_000))
    other_bytes = Path(other.path).read_bytes()
    Path(path).write_bytes(other_bytes)
    store.entries.put(an_entry(title="Mine"))
    assert Path(path).read_bytes().startswith(other_bytes)
    assert sorted(titles(path)) == ["Long", "Mine"]


def test_another_log_that_is_torn_is_not_gone_on_with_as_ours(path: str) -> None:
    filled(path, 2)
    store = opened(path)
    store.entries.all()
    other = opened(str(Path(path).parent / "other" / "log.jsonl"))
    other.entries.put(an_entry(title="Long", what_happened="x" * 50_000))
    Path(path).write_bytes(Path(other.path).read_bytes()[:-20])
    store.entries.put(an_entry(title="Mine"))
    assert titles(path) == ["Mine"]


def test_a_log_that_cannot_be_read_for_a_moment_is_not_restored_from_something_older(path: str) -> None:
    class Unreadable(Disk):
        def open_to_read(self, path: str) -> int:
            if path.endswith("log.jsonl"):
                raise OSError(5, "EIO")
            return super().open_to_read(path)

    filled(path, 2)
    opened(path).upkeep.copy()
    opened(path).entries.put(an_entry(title="Later"))
    bad = flipped_anywhere(Path(path).read_bytes(), random.Random(3))
    Path(path).write_bytes(bad)
    for name in ("", "g0"):
        with pytest.raises(CannotReadError):
            Recovery(path, a_clock(), Unreadable(), patience=0).restore(name)
    assert Path(path).read_bytes() == bad


def test_what_looks_damaged_is_looked_at_again_with_the_lock_held(path: str) -> None:
    class Blinking(Disk):
        """Shows a file in the middle of another learnlog's save, once."""

        blinks = 1

        def read(self, file: int, start: int, size: int) -> bytes:
            data = super().read(file, start, size)
            if self.blinks:
                self.blinks = 0
                return data.replace(b"Entry 1", b"Entry 7")
            return data

    filled(path, 3)
    assert len(Store.open(path, a_clock(), "test", disk=Blinking()).entries.all()) == 3
    assert damaged_copies(path) == []


def test_a_restored_log_that_is_emptied_again_is_not_a_new_one(path: str) -> None:
    filled(path, 3)
    opened(path).upkeep.copy()
    os.unlink(path + ".lock")
    Path(path).write_bytes(b"")
    recovery(path).restore()
    for each in (Path(path).parent / "backups").iterdir():
        each.unlink()
    Path(path).write_bytes(b"")
    with pytest.raises(DamagedError):
        opened(path).entries.all()


def without_header(data: bytes) -> bytes:
    return b"".join(rows_of(data)[1:])


def with_another_first_line(data: bytes) -> bytes:
    return b"".join([b"{}\n", *rows_of(data)[1:]])


def with_zeros_first(data: bytes) -> bytes:
    return bytes(60) + data[60:]


def with_a_mark_in_front(data: bytes) -> bytes:
    return b"\xef\xbb\xbf" + data


def with_carriage_returns(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n")


def with_a_newer_reader_by_a_flipped_bit(data: bytes) -> bytes:
    return data.replace(b'"min_reader":1', b'"min_reader":3', 1)


@pytest.mark.parametrize(
    "harm",
    [
        without_header,
        with_another_first_line,
        with_zeros_first,
        with_a_mark_in_front,
        with_carriage_returns,
        with_a_newer_reader_by_a_flipped_bit,
        header_flipped,
    ],
)
def test_every_line_is_had_back_although_the_first_is_damaged_and_there_are_no_copies(
    path: str, harm: Callable[[bytes], bytes]
) -> None:
    bad = harm(filled(path))
    Path(path).write_bytes(bad)
    for work in (opened(path).entries.all, lambda: add_fresh(opened(path))):
        with pytest.raises(DamagedError):
            work()
    assert Path(path).read_bytes() == bad
    assert recovery(path).look().condition is Condition.DAMAGED
    chosen = recovery(path).restore()
    assert chosen is not None
    assert chosen.name == "lines"
    assert titles(path) == [f"Entry {number}" for number in range(5)]
    assert opened(path).entries.put(an_entry(title="After")).revision == 6
    assert recovery(path).look().condition is Condition.WHOLE


def test_a_first_line_without_its_end_is_damage_and_one_may_begin_anew(path: str) -> None:
    filled(path, 1)
    Path(path).write_bytes(rows_of(Path(path).read_bytes())[0][:-1])
    with pytest.raises(DamagedError):
        opened(path).entries.all()
    assert recovery(path).look().condition is Condition.DAMAGED
    with pytest.raises(DamagedError):
        recovery(path).restore()
    recovery(path).start_anew()
    opened(path).entries.put(an_entry(title="Anew"))
    assert titles(path) == ["Anew"]


def test_what_compaction_dropped_does_not_come_back_from_an_old_copy(path: str) -> None:
    store = opened(path)
    store.entries.put(an_entry(title="Regretted"))
    store.upkeep.copy()
    store.undo(1)
    late = Store.open(path, a_clock(now=NOW + dt.timedelta(days=90)), "test")
    late.upkeep.compact(force=True)
    late.entries.put(an_entry(title="Kept"))
    late.entries.put(an_entry(title="Damaged"))
    Path(path).write_bytes(Path(path).read_bytes().replace(b"Damaged", b"Demaged"))
    recovery(path).restore()
    assert titles(path) == ["Kept"]
