"""A log cut off at the end of a line is whole in itself; its lock file remembers how far it had come."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlog.errors import DamagedError, LearnlogError
from learnlog.services.checks import check
from learnlog.storage import mark
from learnlog.storage.content import Tail
from learnlog.storage.disk import Disk
from learnlog.storage.examine import Fault
from learnlog.storage.journal import Journal
from learnlog.storage.lines import Header
from learnlog.storage.locations import locate
from learnlog.storage.mark import MADE
from learnlog.storage.recovery import Condition, Recovery
from learnlog.storage.store import Store
from tests.builders import NOW, a_clock, an_entry
from tests.storage.faulty import Failing, Killed, Killing, Watching
from tests.storage.test_processes import ADD_MANY, acknowledged, process


def opened(path: str, disk: Disk | None = None) -> Store:
    return Store.open(path, a_clock(), "test", disk=disk or Disk(), patience=0)


def filled(path: str, count: int = 5, first: int = 0) -> bytes:
    store = opened(path)
    for number in range(first, first + count):
        store.entries.put(an_entry(id=f"{number:032x}", title=f"Entry {number}"))
    return Path(path).read_bytes()


def titles(path: str) -> list[str]:
    return [entry.title for entry in opened(path).entries.all()]


def add_quickly(path: str, disk: Disk | None = None) -> None:
    """As `learnlog add` does: only the log's two ends are read."""
    store = opened(path, disk)
    store.entries.put(an_entry(id=store.new_id(), title="Quick"))


def recovery(path: str) -> Recovery:
    return Recovery(path, a_clock(), patience=0)


def rows_of(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True)


def cut(path: str, rows: int) -> bytes:
    """Leave so many lines, the header among them."""
    left = b"".join(rows_of(Path(path).read_bytes())[:rows])
    Path(path).write_bytes(left)
    return left


def is_refused(path: str) -> None:
    before = Path(path).read_bytes()
    for work in (opened(path).entries.all, lambda: add_quickly(path), lambda: opened(path).entries.put(an_entry())):
        with pytest.raises(DamagedError):
            work()
    assert Path(path).read_bytes() == before
    assert before in [each.read_bytes() for each in (Path(path).parent / "damaged").iterdir()]
    assert recovery(path).look().condition is Condition.DAMAGED


def is_whole(path: str) -> bool:
    return recovery(path).look().condition is Condition.WHOLE


@pytest.mark.parametrize("left", [1, 2, 5])
def test_lines_missing_at_the_end_are_found_by_reading_and_by_a_quick_add(path: str, left: int) -> None:
    filled(path)
    cut(path, left)
    is_refused(path)
    (finding,) = recovery(path).look().findings
    assert (finding.fault, finding.line, finding.lines) == (Fault.CUT_OFF, left + 1, 6 - left)


def test_a_line_cut_through_was_acknowledged_if_the_mark_says_so(path: str) -> None:
    good = filled(path)
    Path(path).write_bytes(good[:-50])
    is_refused(path)
    assert [each.fault for each in recovery(path).look().findings] == [Fault.CUT_OFF]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 8), st.data())
def test_whatever_is_cut_off_is_told_and_comes_back_from_a_copy(
    tmp_path_factory: pytest.TempPathFactory, count: int, data: st.DataObject
) -> None:
    path = str(tmp_path_factory.mktemp("cut") / "log.jsonl")
    good = filled(path, count)
    opened(path).upkeep.copy()
    before = titles(path)
    size = data.draw(st.integers(1, len(good) - 1))
    Path(path).write_bytes(good[:size])
    if size == len(good) - 1:  # only the line feed: nothing is lost
        assert titles(path) == before
        return
    is_refused(path)
    assert recovery(path).restore() is not None
    assert titles(path) == before
    add_quickly(path)
    assert is_whole(path)
    cut(path, 1 + count)
    is_refused(path)


def test_an_older_copy_put_back_by_hand_is_told_and_can_be_taken_as_it_is(path: str) -> None:
    older = filled(path, 3)
    filled(path, 4, first=3)
    opened(path).upkeep.copy()
    Path(path).write_bytes(older)
    is_refused(path)
    first, lines = recovery(path).candidates()
    assert (first.entries, first.missing) == (7, 0)
    assert (lines.name, lines.entries, lines.missing) == ("lines", 3, 4)
    recovery(path).restore("lines")
    assert titles(path) == ["Entry 0", "Entry 1", "Entry 2"]
    assert is_whole(path)
    assert recovery(path).restore() is None
    assert opened(path).entries.put(an_entry()).revision == 8, "numbers are not given twice"
    assert is_whole(path)


def test_what_is_good_is_offered_where_there_is_no_copy_and_says_what_is_missing(path: str) -> None:
    filled(path)
    cut(path, 4)
    found = list(check(opened(path), locate({"LEARNLOG_HOME": os.path.dirname(path)}), a_clock()))
    (named,) = [each for each in found if each.code == "log.cut_off"]
    assert named.message.number == 2
    (offered,) = [each for each in found if each.code == "restore.possible"]
    assert (offered.repair, offered.message.number) == ("learnlog doctor --restore lines", 3)
    assert offered.message.values["missing"].number == 2  # type: ignore[attr-defined]  # a Msg
    taken = recovery(path).restore()
    assert taken is not None
    assert (taken.name, taken.missing) == ("lines", 2)
    assert titles(path) == ["Entry 0", "Entry 1", "Entry 2"]


def test_a_log_cut_down_to_its_header_with_no_copy_can_be_begun_anew(path: str) -> None:
    filled(path)
    cut(path, 1)
    is_refused(path)
    with pytest.raises(DamagedError):
        recovery(path).restore()
    recovery(path).start_anew()
    assert titles(path) == []
    add_quickly(path)
    assert titles(path) == ["Quick"]


def test_a_cut_among_the_lines_that_compaction_kept_is_found(path: str) -> None:
    filled(path)
    for _ in range(3):
        store = opened(path)
        store.entries.put(store.entries.get(f"{0:032x}")._replace(title=os.urandom(3).hex()))
    Store.open(path, a_clock(now=NOW + dt.timedelta(days=90)), "test").upkeep.compact(force=True)
    assert is_whole(path)
    cut(path, 4)
    is_refused(path)
    assert recovery(path).look().findings[0].lines == 2
    os.unlink(path + ".lock")  # the header tells of these lines by itself
    assert recovery(path).look().condition is Condition.DAMAGED
    with pytest.raises(DamagedError):
        titles(path)


def test_damage_in_the_middle_is_counted_by_itself(path: str) -> None:
    rows = rows_of(filled(path, 8))
    Path(path).write_bytes(b"".join([*rows[:2], b"junk\n", *rows[3:5], b"junk\n"]))
    found = recovery(path).look().findings
    assert [(each.fault, each.line) for each in found if each.fault is not Fault.WRONG_PLACE] == [
        (Fault.NOT_A_LINE, 3),
        (Fault.NOT_A_LINE, 6),
        (Fault.CUT_OFF, 7),
    ]
    assert found[-1].lines == 3


# -- a mark that says nothing -----------------------------------------------------------------------------------------


def lock_of(path: str) -> Path:
    return Path(path + ".lock")


def half(note: bytes) -> bytes:
    return note[: len(note) // 2]


def flipped(note: bytes) -> bytes:
    return note[:50] + bytes([note[50] ^ 1]) + note[51:]


def a_tail(log_id: str, generation: int, n: int, end: int) -> Tail:
    return Tail(Header(log_id, generation), end, n, 0, (0, 0), end)


def of_another_log(note: bytes) -> bytes:
    written = mark.decode(note[len(MADE) :])
    return MADE + mark.encode(a_tail("f" * 32, written.generation, 99, written.end))


@pytest.mark.parametrize(
    "note", [half, flipped, of_another_log, lambda note: MADE, lambda note: MADE + note, lambda note: bytes(len(note))]
)
def test_a_mark_that_is_old_torn_or_anothers_says_only_that_there_was_a_log(
    path: str, note: Callable[[bytes], bytes]
) -> None:
    filled(path)
    lock = lock_of(path)
    lock.write_bytes(note(lock.read_bytes()))
    cut(path, 4)
    assert titles(path) == ["Entry 0", "Entry 1", "Entry 2"]
    assert is_whole(path)
    Path(path).write_bytes(b"")
    assert recovery(path).look().condition is Condition.LOST
    with pytest.raises(DamagedError):
        add_quickly(path)


def test_the_next_save_makes_the_mark_right(path: str) -> None:
    filled(path)
    lock = lock_of(path)
    right = lock.read_bytes()
    for spoilt in (b"", MADE, half(right), flipped(right)):
        lock.write_bytes(spoilt)
        add_quickly(path)
        cut(path, len(rows_of(Path(path).read_bytes())) - 1)
        with pytest.raises(DamagedError):
            titles(path)
        recovery(path).restore()
    assert len(lock.read_bytes()) == len(right), "one size for ever"


@given(
    st.builds(
        a_tail,
        st.text(st.characters(max_codepoint=127), max_size=32),
        st.integers(0, 10**10 - 1),
        st.integers(1, 10**12 - 1),
        st.integers(1, 10**15 - 1),
    ),
    st.integers(0),
    st.integers(1, 255),
)
def test_a_note_reads_as_it_was_written_or_not_at_all(written: Tail, place: int, change: int) -> None:
    note = bytearray(mark.encode(written))
    assert len(note) == mark.SIZE
    read = mark.decode(bytes(note))
    assert (read.generation, read.n, read.end) == (written.header.generation, written.n, written.end)
    assert not read.is_longer(written)
    assert read.is_beyond(written._replace(n=written.n - 1))
    assert read.is_longer(written._replace(end=written.end - 1))
    anew = written.header._replace(generation=written.header.generation + 1)
    assert not read.is_longer(written._replace(header=anew, n=written.n - 1)), "written anew since: it may be shorter"
    note[place % len(note)] ^= change
    assert mark.decode(bytes(note)) == mark.NOTHING


def test_what_came_in_from_elsewhere_and_is_longer_is_no_damage(path: str) -> None:
    filled(path, 3)
    lock = lock_of(path).read_bytes()
    filled(path, 3, first=3)
    lock_of(path).write_bytes(lock)
    assert len(titles(path)) == 6
    add_quickly(path)


def test_another_log_in_the_place_of_a_longer_one_is_no_damage(path: str) -> None:
    filled(path, 5)
    other = str(Path(path).parent / "other" / "log.jsonl")
    Path(path).write_bytes(filled(other, 2))
    add_quickly(path)
    assert len(titles(path)) == 3


# -- the mark is never ahead ------------------------------------------------------------------------------------------


def compact(path: str, disk: Disk) -> Any:
    return opened(path, disk).upkeep.compact(force=True)


def begin_anew(path: str, disk: Disk) -> Any:
    Recovery(path, a_clock(), disk, patience=0).start_anew()


def restore_less(path: str, disk: Disk) -> Any:
    return Recovery(path, a_clock(), disk, patience=0).restore("g000001-n00000003")


@pytest.mark.parametrize("work", [add_quickly, compact, begin_anew, restore_less])
@pytest.mark.parametrize("how", ["before", "half", "after", "fails", "fails from then on"])
def test_whatever_fails_or_dies_the_mark_makes_no_damage_of_a_good_log(
    tmp_path: Path, work: Callable[..., Any], how: str
) -> None:
    for at in range(1, 200):
        folder = tmp_path / str(at)
        folder.mkdir(mode=0o700)
        path = str(folder / "log.jsonl")
        filled(path, 3)
        opened(path).upkeep.copy()
        filled(path, 2, first=3)
        failing = how.startswith("fails")
        disk: Any = Failing(at, errno.ENOSPC, stubborn="then" in how) if failing else Killing(at, how)
        with contextlib.suppress(Killed, LearnlogError):
            work(path, disk)
        recovered = recovery(path).look()
        assert recovered.condition in (Condition.WHOLE, Condition.TORN)
        add_quickly(path)
        assert "Quick" in titles(path)
        if not (disk.failed if failing else disk.dead):
            return
    pytest.fail("never passed")


@pytest.mark.parametrize("work", [compact, begin_anew, restore_less])
def test_whatever_writes_the_log_anew_notes_its_new_end(path: str, work: Callable[..., Any]) -> None:
    filled(path, 3)
    opened(path).upkeep.copy()
    filled(path, 2, first=3)
    work(path, Disk())
    assert lock_of(path).read_bytes() == MADE + mark.encode(Journal(path, Disk()).peek())
    if work is not begin_anew:
        cut(path, len(rows_of(Path(path).read_bytes())) - 1)
        is_refused(path)


def test_an_old_copy_restored_after_a_loss_is_past_the_mark_even_if_that_cannot_be_noted(path: str) -> None:
    class NoMark(Disk):
        def write(self, file: int, data: Any, start: int = -1) -> int:
            if start >= 0:
                raise OSError(errno.EIO, "EIO")
            return super().write(file, data)

    filled(path, 3)
    opened(path).upkeep.copy()
    filled(path, 3, first=3)
    opened(path).upkeep.compact(force=True)
    os.unlink(path + ".prev")
    Path(path).write_bytes(b"")
    assert Recovery(path, a_clock(), NoMark(), patience=0).restore() is not None
    assert titles(path) == ["Entry 0", "Entry 1", "Entry 2"]
    assert is_whole(path)
    assert opened(path).entries.put(an_entry()).revision == 7, "the mark knows which numbers have been given"
    assert is_whole(path)


def test_a_file_from_before_a_compaction_put_back_by_hand_is_told(path: str) -> None:
    filled(path)
    opened(path).upkeep.compact(force=True)
    before = Path(path + ".prev").read_bytes()
    filled(path, 2, first=5)
    Path(path).write_bytes(before)
    is_refused(path)
    assert recovery(path).look().findings[0].lines == 2


def test_a_mark_that_cannot_be_written_stops_no_save_and_is_not_waited_for(path: str) -> None:
    class NoMark(Watching):
        def instead(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
            if name == "write" and len(arguments) > 2:
                raise OSError(errno.EIO, "EIO")
            return real(*arguments)

    filled(path, 1)
    disk = NoMark()
    add_quickly(path, disk)
    assert [name for name in disk.calls if name in ("write", "sync")] == ["write", "sync", "write"]
    assert "Quick" in titles(path)


def test_one_more_small_read_finds_the_mark(path: str) -> None:
    filled(path, 5)
    disk = Watching()
    opened(path, disk).entries.all()
    assert disk.calls == ["stat", "open_to_read", "read", "close", "open_to_read", "fstat", "read", "close"]
    disk = Watching()
    add_quickly(path, disk)
    assert disk.calls.count("read") == 2, "one for the log, one for the mark"


def test_a_reader_beside_a_saver_never_takes_the_mark_for_newer_than_the_log(path: str) -> None:
    class SavedMeanwhile(Watching):
        """Another learnlog saves before and after each call of this one."""

        def instead(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
            add_quickly(path)
            found = real(*arguments)
            add_quickly(path)
            return found

    filled(path, 2)
    assert opened(path, SavedMeanwhile()).entries.all()
    looking = Recovery(path, a_clock(), SavedMeanwhile(), patience=0)
    assert looking.look().condition is Condition.WHOLE
    assert all(each.missing == 0 for each in looking.candidates())


def test_two_processes_saving_leave_the_mark_of_the_last(path: str) -> None:
    crowd = [process(ADD_MANY, path, name, "40", how) for name, how in (("app", ""), ("add", "fresh"))]
    done: dict[str, str] = {}
    for each in crowd:
        output, errors = each.communicate(timeout=100)
        assert each.returncode == 0, errors
        done |= acknowledged(output)
    assert len(titles(path)) == 80 == len(done)
    tail = Journal(path, Disk()).peek()
    assert lock_of(path).read_bytes() == MADE + mark.encode(tail)
    cut(path, 80)
    with pytest.raises(DamagedError):
        titles(path)
