"""Copies, compaction, and logs of older forms."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.errors import CannotReadError, CannotSaveError, DamagedError, NotFoundError, RuleError
from learnlog.storage import lines
from learnlog.storage.backups import EVERY, Backup, worth_keeping
from learnlog.storage.content import take_apart
from learnlog.storage.disk import Disk
from learnlog.storage.json_text import Doc
from learnlog.storage.lines import Header
from learnlog.storage.migrations import Schema, migrated
from learnlog.storage.opening import PREVIOUS
from learnlog.storage.recovery import Condition, Recovery
from learnlog.storage.store import Store
from tests.builders import NOW, a_clock, an_entry


def opened(path: str, *, by: str = "test", days: float = 0, **options: Any) -> Store:
    return Store.open(path, a_clock(now=NOW + dt.timedelta(days=days)), by, **options)


def is_whole(path: str) -> bool:
    return Recovery(path, a_clock()).look().condition is Condition.WHOLE


# -- compaction -----------------------------------------------------------------------------------------------------


def test_compaction_keeps_every_value_with_its_revision_and_drops_old_versions(path: str) -> None:
    store = opened(path)
    entry = store.entries.put(an_entry(title="0"))
    other = store.entries.put(an_entry(title="other"))
    for number in range(1, 10):
        entry = store.entries.put(entry._replace(title=str(number)))
    late = opened(path, days=90)
    assert late.upkeep.compact(force=True)
    assert opened(path).entries.all() == (other, entry) or set(opened(path).entries.all()) == {other, entry}
    assert Path(path).read_bytes().count(b"\n") == 3
    assert is_whole(path)
    assert late.header is not None
    assert (late.header.generation, late.header.compacted_to) == (2, 11)
    assert opened(path).entries.put(an_entry()).revision == 12
    assert Path(path + PREVIOUS).read_bytes().count(b"\n") == 12
    with pytest.raises(RuleError):
        opened(path).undo(5)


def test_the_last_thirty_days_can_still_be_undone_after_compaction(path: str) -> None:
    early = opened(path)
    entry = early.entries.put(an_entry(title="A"))
    entry = early.entries.put(entry._replace(title="B"))
    recent = opened(path, days=80)
    edited = recent.entries.put(recent.entries.get(entry.id)._replace(title="C"))
    recent.entries.put(recent.entries.get(entry.id)._replace(title="D"))
    late = opened(path, days=90)
    late.upkeep.compact(force=True)
    late.undo(4)
    assert late.entries.get(entry.id).title == "C"
    late.undo(edited.revision)
    assert late.entries.get(entry.id).title == "B"
    with pytest.raises(RuleError):
        late.undo(2)


def test_what_lay_in_the_bin_for_thirty_days_is_gone_after_compaction(path: str) -> None:
    store = opened(path)
    old = store.entries.put(an_entry(title="old", deleted_at=NOW))
    odd = store.entries.put(an_entry(title="odd clock", deleted_at=NOW + dt.timedelta(days=80)))
    unclear = {"date": "2026-01-01", "title": "unclear", "deleted_at": "long ago"}
    store.ledger.change("entries", {"f" * 32: unclear})
    young = opened(path, days=80).entries.put(an_entry(title="young", deleted_at=NOW + dt.timedelta(days=80)))
    late = opened(path, days=90)
    late.upkeep.compact(force=True)
    assert late.entries.get("f" * 32).title == "unclear"
    with pytest.raises(NotFoundError):
        late.entries.get(old.id)
    assert late.entries.get(young.id).title == "young"
    assert late.entries.get(odd.id).title == "odd clock"
    assert old.id.encode() not in Path(path).read_bytes()


def test_compaction_of_a_log_that_does_not_need_it_does_nothing(path: str) -> None:
    store = opened(path)
    assert not store.upkeep.compact()
    store.entries.put(an_entry())
    before = Path(path).read_bytes()
    assert not store.upkeep.compact()
    assert Path(path).read_bytes() == before


class Spoiling(Disk):
    """Gives back something else than was written, once the log has been written anew."""

    spoils = False

    def replace(self, source: str, target: str) -> None:
        super().replace(source, target)
        self.spoils = self.spoils or target.endswith("log.jsonl")

    def read(self, file: int, start: int, size: int) -> bytes:
        data = super().read(file, start, size)
        return data.replace(b"Mitt", b"Ditt") if self.spoils else data


def test_a_disk_that_spoils_the_compacted_log_is_told_of_and_the_old_one_is_there(path: str) -> None:
    opened(path).entries.put(an_entry(title="Mitt första"))
    store = opened(path, disk=Spoiling())
    with pytest.raises(DamagedError):
        store.upkeep.compact(force=True)
    with pytest.raises(DamagedError):
        store.entries.all()
    before = Path(path + PREVIOUS).read_bytes()
    assert [lines.number_of(each) for each in take_apart(before).actions] == [1]


def test_a_large_log_of_mostly_old_versions_is_compacted_by_itself(path: str) -> None:
    store = opened(path)
    entry = store.entries.put(an_entry(what_happened="x" * 300_000))
    for number in range(4):
        entry = store.entries.put(entry._replace(title=str(number)))
    late = opened(path, days=90)
    assert late.upkeep.compact()
    assert not late.upkeep.compact()
    assert opened(path).entries.get(entry.id) == entry


@pytest.mark.parametrize(("size", "versions"), [(1_000, 9), (600_000, 1)], ids=["small", "all of it is in use"])
def test_a_log_that_would_gain_little_is_left_as_it_is(path: str, size: int, versions: int) -> None:
    store = opened(path)
    for _ in range(2):
        entry = store.entries.put(an_entry(what_happened="x" * size))
        for number in range(1, versions):
            entry = store.entries.put(entry._replace(title=str(number)))
    before = Path(path).read_bytes()
    assert not opened(path, days=90).upkeep.compact()
    assert Path(path).read_bytes() == before


def test_after_compaction_nothing_older_is_taken_back_and_everything_newer_can_be(path: str) -> None:
    store = opened(path)
    entry = store.entries.put(an_entry(title="A"))
    entry = store.entries.put(entry._replace(title="B"))
    late = opened(path, days=90)
    late.upkeep.compact(force=True)
    for action in (1, 2):
        with pytest.raises(RuleError):
            late.undo(action)
    late.entries.put(entry._replace(title="C"))
    late.undo(3)
    assert opened(path).entries.get(entry.id).title == "B"


def test_compacting_twice_and_with_deletions_loses_nothing(path: str) -> None:
    store = opened(path)
    first, second = store.entries.put(an_entry(title="1")), store.entries.put(an_entry(title="2"))
    gone = store.undo(second.revision)
    recent = opened(path, days=85)
    third = recent.entries.put(an_entry(title="3"))
    recent.undo(third.revision)
    late = opened(path, days=90)
    for _ in range(3):
        late.upkeep.compact(force=True)
        assert [entry.title for entry in opened(path).entries.all()] == ["1"]
        assert is_whole(path)
    late.undo(5)
    assert [entry.title for entry in opened(path).entries.all()] == ["1", "3"]
    assert opened(path).entries.get(first.id) == first
    assert gone == 3


def test_a_large_action_is_spread_over_lines_and_still_undone_as_one(path: str) -> None:
    store = opened(path)
    with store.transaction():
        for number in range(5):
            store.entries.put(an_entry(title=str(number)))
    store.upkeep.compact(force=True)
    assert Path(path).read_bytes().count(b"\n") == 6
    assert is_whole(path)
    store.undo(1)
    assert opened(path).entries.all() == ()


# -- copies ---------------------------------------------------------------------------------------------------------


def test_the_app_copies_the_log_before_its_first_save_and_every_half_hour(path: str) -> None:
    opened(path).entries.put(an_entry(title="before"))
    now = [NOW]
    clock = a_clock()._replace(now=lambda: now[0])
    store = Store.open(path, clock, "app")
    assert store.upkeep.backups.all() == ()
    store.entries.put(an_entry())
    (backup,) = store.upkeep.backups.all()
    assert (backup.generation, backup.n, backup.made_at) == (1, 1, NOW)
    store.entries.put(an_entry())
    assert len(store.upkeep.backups.all()) == 1
    now[0] += EVERY
    store.entries.put(an_entry())
    assert [each.n for each in store.upkeep.backups.all()] == [3, 1]
    assert is_whole(backup.path)


def test_what_killed_learnlogs_left_behind_is_swept_when_it_is_old(path: str) -> None:
    store = opened(path)
    store.entries.put(an_entry())
    store.upkeep.copy()
    folder = Path(path).parent
    old = [folder / ".log.jsonl.0123456789ab.tmp", folder / "backups" / ".g000001-n00000001-x.jsonl.0123456789ab.tmp"]
    young = folder / ".log.jsonl.ba9876543210.tmp"
    others = [folder / "notes.tmp", folder / ".vimrc.tmp", folder / "log.jsonl.txt"]
    hours = NOW.timestamp() - 2 * 3600
    for each in [*old, young, *others]:
        each.write_text("x")
        os.utime(each, (hours, hours))
    os.utime(young, (NOW.timestamp(), NOW.timestamp()))
    opened(path, by="app").entries.put(an_entry())
    assert not any(each.exists() for each in old)
    assert young.exists()
    assert all(each.exists() for each in others)


def test_sweeping_goes_on_past_what_it_may_not_look_at_or_throw_away(path: str) -> None:
    """Whatever of it fails: the save goes on, and what can be swept is."""

    class NotOurs(Disk):
        refused = ""

        def remove(self, path: str) -> None:
            if "aaaaaaaaaaaa" in path:
                raise PermissionError(13, path)
            super().remove(path)

        def names(self, folder: str) -> list[str]:
            if folder.endswith(self.refused):
                raise PermissionError(13, folder)
            return super().names(folder)

    opened(path).entries.put(an_entry())
    folder = Path(path).parent
    (folder / "damaged").mkdir(mode=0o700)
    left = [folder / f".log.jsonl.{digit * 12}.tmp" for digit in "abc"] + [folder / "backups" / f".x.y.{'d' * 12}.tmp"]
    (folder / "backups").mkdir(mode=0o700)
    for each in left:
        each.write_text("x")
        os.utime(each, (NOW.timestamp() - 7200, NOW.timestamp() - 7200))
    disk = NotOurs()
    disk.refused = "damaged"
    store = opened(path, by="app", disk=disk)
    store.entries.put(an_entry())
    assert [each.exists() for each in left] == [True, False, False, False]
    assert len(store.entries.all()) == 2


def test_a_name_that_only_looks_like_a_copys_is_none(path: str) -> None:
    store = opened(path)
    store.entries.put(an_entry())
    copy = store.upkeep.copy()
    assert copy is not None
    folder = Path(path).parent / "backups"
    for name in ("g000001-n00000001-20261399T120000Z.jsonl", "g1-n1-20261120T120000Z.jsonl", "my copy.jsonl"):
        (folder / name).write_bytes(b"x")
    assert store.upkeep.backups.all() == (copy,)


def test_old_copies_are_thinned_out_and_one_of_a_larger_log_is_not(path: str) -> None:
    store = opened(path)
    large = store.entries.put(an_entry(what_happened="x" * 100_000))
    assert store.upkeep.copy() is not None
    store.undo(large.revision)
    opened(path, days=90).upkeep.compact(force=True)
    for number in range(40):
        late = opened(path, days=90 + number / 1440)
        late.entries.put(an_entry(title=str(number)))
        assert late.upkeep.copy() is not None
    kept = opened(path).upkeep.backups.all()
    assert len(kept) < 20
    assert kept[-1].generation == 1
    assert b"x" * 100_000 in Path(kept[-1].path).read_bytes()


def test_the_same_state_is_copied_once_but_can_be_pinned(path: str) -> None:
    store = opened(path)
    assert store.upkeep.copy() is None
    store.entries.put(an_entry())
    assert store.upkeep.copy() == store.upkeep.copy()
    pinned = store.upkeep.copy(pinned=True)
    assert pinned is not None
    assert pinned.pinned
    assert store.upkeep.copy() == pinned or len(store.upkeep.backups.all()) == 2


def test_a_copy_that_fails_stops_no_save_but_is_told(path: str) -> None:
    class NoFolder(Disk):
        def make_folder(self, path: str) -> None:
            if path.endswith("backups"):
                raise OSError(28, "full")
            super().make_folder(path)

    opened(path).entries.put(an_entry())
    store = opened(path, by="app", disk=NoFolder())
    store.entries.put(an_entry())
    assert len(store.entries.all()) == 2
    assert len(store.notices) == 1


def test_a_copy_is_read_back_and_a_damaged_log_is_not_copied(path: str) -> None:
    class Garbling(Disk):
        def write(self, file: int, data: Any) -> int:
            return super().write(file, bytes(data).replace(b"Title", b"Tidle"))

    opened(path).entries.put(an_entry(title="Title"))
    with pytest.raises(CannotSaveError):
        opened(path, disk=Garbling()).upkeep.copy()
    for each in (Path(path).parent / "backups").iterdir():
        each.unlink()
    Path(path).write_bytes(Path(path).read_bytes().replace(b"Title", b"Tidle"))
    with pytest.raises(CannotSaveError):
        opened(path).upkeep.copy()
    assert opened(path).upkeep.backups.all() == ()


def test_copies_from_the_future_are_kept_however_many() -> None:
    future = [a_backup(n, NOW + dt.timedelta(minutes=n)) for n in range(1, 100)]
    past = [a_backup(n, NOW - dt.timedelta(minutes=n), generation=2) for n in range(100)]
    kept = worth_keeping([*future, *past], NOW)
    assert set(future) <= kept
    assert len(kept) < 120


def test_nothing_is_thinned_out_when_the_log_has_shrunk_suspiciously(path: str) -> None:
    store = opened(path)
    for number in range(30):
        store.entries.put(an_entry(title=str(number), what_happened="x" * 500))
        store.upkeep.copy()
    kept = len(store.upkeep.backups.all())
    assert kept < 20
    shrunken = lines.assemble(Header("a" * 32, compacted_to=30), [])
    Path(path).write_bytes(shrunken)
    late = opened(path, days=400)
    for _ in range(5):
        late.entries.put(an_entry())
        late.upkeep.copy()
    assert len(late.upkeep.backups.all()) == kept + 5


def test_logs_beside_each_other_have_copies_of_their_own(path: str) -> None:
    opened(path).entries.put(an_entry())
    opened(path).upkeep.copy()
    other = opened(str(Path(path).parent / "other.jsonl"))
    other.entries.put(an_entry())
    other.upkeep.copy()
    assert len(other.upkeep.backups.all()) == len(opened(path).upkeep.backups.all()) == 1
    Path(path).unlink()
    assert len(other.entries.all()) == 1
    assert Recovery(path, a_clock()).restore() is not None


def a_backup(n: int, made_at: dt.datetime, *, generation: int = 1, pinned: bool = False) -> Backup:
    return Backup(generation, n, made_at, pinned, f"/b/{generation}-{n}")


def test_the_ten_newest_and_one_a_day_week_and_month_are_kept() -> None:
    backups = [a_backup(n, NOW - dt.timedelta(hours=6 * (2000 - n))) for n in range(2000)]
    kept = worth_keeping(backups, NOW)
    assert set(backups[-10:]) <= kept
    days = {each.made_at.date() for each in kept}
    assert {(NOW - dt.timedelta(days=1 + each)).date() for each in range(13)} <= days
    assert len({each.made_at.strftime("%Y%m") for each in kept}) >= 17
    assert len(kept) <= 10 + 14 + 8 + 24


moments = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2090, 1, 1), timezones=st.just(dt.UTC))
some_backups = st.lists(
    st.builds(a_backup, n=st.integers(0, 99), made_at=moments, generation=st.integers(1, 3), pinned=st.booleans()),
    max_size=80,
    unique_by=lambda each: each[:2],
)


@given(some_backups, moments)
def test_a_wrong_clock_never_costs_the_newest_the_pinned_or_those_from_the_future(
    backups: list[Backup], now: dt.datetime
) -> None:
    kept = worth_keeping(backups, now)
    assert kept <= set(backups)
    if backups:
        assert max(backups) in kept
    assert {each for each in backups if each.pinned or each.made_at > now} <= kept
    assert worth_keeping(kept, now) == kept


# -- older forms ----------------------------------------------------------------------------------------------------


def rename(table: str, document: Doc) -> Doc:
    """An invented older form called the title ``name``."""
    if table != "entries" or "name" not in document:
        return document
    return {("title" if name == "name" else name): value for name, value in document.items()}


def count(_table: str, document: Doc) -> Doc:
    return {"level": 1} | document


NEW = Schema(lines.SCHEMA + 2, {lines.SCHEMA: rename, lines.SCHEMA + 1: count})


def an_old_log(path: str) -> None:
    store = opened(path)
    with store.transaction():
        for number in range(3):
            store.ledger.change("entries", {f"{number:032x}": {"date": "2026-01-01", "name": f"Old {number}"}})
    store.ledger.change("entries", {"0" * 32: {"date": "2026-01-01", "name": "Newer"}})
    store.undo(2)


def test_an_older_log_is_read_in_todays_form_without_being_written(path: str) -> None:
    an_old_log(path)
    before = Path(path).read_bytes()
    store = opened(path, schema=NEW)
    assert [entry.title for entry in store.entries.all()] == ["Old 0", "Old 1", "Old 2"]
    assert Path(path).read_bytes() == before


@pytest.mark.parametrize("loaded", [False, True])
def test_an_older_log_is_brought_up_to_date_before_the_first_save_after_a_pinned_copy(path: str, loaded: bool) -> None:
    an_old_log(path)
    before = Path(path).read_bytes()
    store = opened(path, schema=NEW)
    if loaded:
        store.entries.all()
    store.entries.put(an_entry(id=store.new_id(), title="New"))
    (backup,) = store.upkeep.backups.all()
    assert backup.pinned
    assert Path(backup.path).read_bytes() == before
    again = opened(path, schema=NEW)
    assert again.header is not None
    assert again.header.schema == NEW.version
    assert [entry.title for entry in again.entries.all()] == ["Old 0", "Old 1", "Old 2", "New"]
    assert b'"name"' not in Path(path).read_bytes()
    assert is_whole(path) or Recovery(path, a_clock()).look().condition is Condition.NEWER
    again.undo(4)
    assert len(again.entries.all()) == 3
    again.undo(3)
    assert again.entries.get("0" * 32).title == "Newer"


def test_an_older_learnlog_only_reads_a_log_that_was_brought_up_to_date(path: str) -> None:
    an_old_log(path)
    opened(path, schema=NEW).entries.put(an_entry())
    assert opened(path).read_only is not None
    assert len(opened(path).entries.all()) == 4


def test_compacting_an_older_log_brings_it_up_to_date_first(path: str) -> None:
    an_old_log(path)
    opened(path, schema=NEW).upkeep.compact(force=True)
    store = opened(path, schema=NEW)
    assert store.header is not None
    assert store.header.schema == NEW.version
    assert [entry.title for entry in store.entries.all()] == ["Old 0", "Old 1", "Old 2"]


@pytest.mark.parametrize(
    "steps",
    [
        {},
        {lines.SCHEMA: lambda _table, document: document | {"n": document.get("n", 0) + 1}},
    ],
    ids=["no way here", "not the same when done twice"],
)
def test_a_migration_that_is_not_sound_is_refused_and_nothing_is_written(path: str, steps: Any) -> None:
    an_old_log(path)
    before = Path(path).read_bytes()
    store = opened(path, schema=Schema(lines.SCHEMA + 1, steps))
    for work in (store.entries.all, lambda: store.entries.put(an_entry())):
        with pytest.raises(CannotReadError):
            work()
    assert Path(path).read_bytes() == before


def test_migrating_changes_documents_only() -> None:
    line = lines.encode_action(
        lines.Action(7, "2026-01-01T00:00:00Z", "x", {"entries": {"a": {"name": "A"}}}, {"t": ["b"]})
    )
    header, (new,) = migrated(Header("f" * 32, generation=4), [line + lines.UNSEALED], NEW)
    action = lines.decode_action(new)
    assert (header.generation, header.schema) == (4, NEW.version)
    assert (action.n, action.at, action.by, action.gone) == (7, "2026-01-01T00:00:00Z", "x", {"t": ["b"]})
    assert action.put == {"entries": {"a": {"level": 1, "title": "A"}}}
