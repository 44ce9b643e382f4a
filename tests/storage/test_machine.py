"""Anything a user, a second window, a crash or a full disk may do, in any order, against a plain dict."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from learnlog.errors import StorageError
from learnlog.storage.recovery import Condition, Recovery
from learnlog.storage.store import Store
from tests.builders import NOW, a_clock, an_entry
from tests.storage.faulty import Failing, Killed, Killing
from tests.storage.strategies import texts

FIELDS = st.dictionaries(st.sampled_from(["title", "insight", "what_happened"]), texts, min_size=1, max_size=2)


class Log(RuleBasedStateMachine):
    """The log, two windows on it, and what must be in it."""

    ids = Bundle("ids")

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="learnlog-machine-"))
        self.path = str(self.folder / "log.jsonl")
        self.model: dict[str, dict[str, Any]] = {}
        self.undoable: list[tuple[int, dict[str, dict[str, Any]]]] = []
        self.days = 0
        self.open_windows()

    def open_windows(self) -> None:
        self.windows = [self.window("app"), self.window("edit")]

    def window(self, by: str, **options: Any) -> Store:
        clock = a_clock(now=NOW + dt.timedelta(days=self.days))
        return Store.open(self.path, clock, by, patience=0, **options)

    def done(self, before: dict[str, dict[str, Any]], action: int) -> None:
        self.undoable.append((action, before))

    @rule(target=ids, which=st.integers(0, 1), fresh=st.booleans(), fields=FIELDS)
    def add(self, which: int, fresh: bool, fields: dict[str, str]) -> str:
        store = self.windows[which]
        entry = an_entry(**({"id": store.new_id()} if fresh else {}))._replace(**fields)
        before = dict(self.model)
        saved = store.entries.put(entry)
        self.model[entry.id] = {"title": entry.title} | fields
        self.done(before, saved.revision)
        return entry.id

    @rule(which=st.integers(0, 1), uid=ids, fields=FIELDS)
    def edit(self, which: int, uid: str, fields: dict[str, str]) -> None:
        store = self.windows[which]
        store.refresh()
        if uid not in self.model:
            return
        before = dict(self.model)
        revision = store.entries.get(uid).revision
        saved = store.entries.put(store.entries.get(uid)._replace(**fields))
        self.model[uid] = self.model[uid] | fields
        if saved.revision != revision:
            self.done(before, saved.revision)

    @rule(uid=ids, mine=texts, theirs=texts)
    def both_edit_without_looking(self, uid: str, mine: str, theirs: str) -> None:
        here, there = self.windows
        here.refresh()
        there.refresh()
        if uid not in self.model:
            return
        first, second = here.entries.get(uid), there.entries.get(uid)
        here.entries.put(first._replace(title=mine))
        saved = there.entries.put(second._replace(insight=theirs))
        self.model[uid] = self.model[uid] | {"title": mine, "insight": theirs}
        assert saved.title == mine
        self.undoable.clear()

    @rule(which=st.integers(0, 1))
    def undo_the_last(self, which: int) -> None:
        if not self.undoable:
            return
        action, before = self.undoable.pop()
        after = dict(self.model)
        number = self.windows[which].undo(action)
        self.model = before
        self.windows[1 - which].undo(number)
        self.model = after
        self.windows[which].undo(self.windows[1 - which].ledger.tail.n)  # type: ignore[union-attr] # there is one by now
        self.model = before

    @rule()
    def reopen(self) -> None:
        self.open_windows()

    @rule(which=st.integers(0, 1))
    def compact(self, which: int) -> None:
        self.windows[which].upkeep.compact(force=True)

    @rule()
    def months_pass(self) -> None:
        self.days += 40
        self.undoable.clear()
        self.open_windows()

    @rule(fields=FIELDS, at=st.integers(1, 30), how=st.sampled_from(["before", "half", "after"]))
    def die_while_adding(self, fields: dict[str, str], at: int, how: str) -> None:
        entry = an_entry()._replace(**fields)
        acknowledged = False
        with contextlib.suppress(Killed):
            self.window("add", disk=Killing(at, how)).entries.put(entry)
            acknowledged = True
        there = entry.id in {each.id for each in self.window("look").entries.all()}
        assert there or not acknowledged
        if there:
            self.model[entry.id] = {"title": entry.title} | fields
            self.undoable.clear()

    @rule(fields=FIELDS, at=st.integers(1, 30), stubborn=st.booleans())
    def fail_while_adding(self, fields: dict[str, str], at: int, stubborn: bool) -> None:
        entry = an_entry()._replace(**fields)
        store = self.window("add", disk=Failing(at, stubborn=stubborn))
        try:
            store.entries.put(entry)
        except StorageError:
            there = entry.id in {each.id for each in self.window("look").entries.all()}
            assert stubborn or not there
        else:
            there = True
        if there:
            self.model[entry.id] = {"title": entry.title} | fields
            self.undoable.clear()

    @rule(tail=st.binary(min_size=1, max_size=20).filter(lambda tail: b"\n" not in tail))
    def tear(self, tail: bytes) -> None:
        """Another learnlog dies in the middle of a line."""
        if self.model:
            with open(self.path, "ab") as file:
                file.write(tail)

    @rule(place=st.integers(0), uid=consumes(ids))
    def damage_and_restore(self, place: int, uid: str) -> None:
        if not self.model:
            return
        self.windows[0].upkeep.copy()
        data = bytearray(Path(self.path).read_bytes())
        data[place % len(data)] ^= 4
        Path(self.path).write_bytes(data)
        with contextlib.suppress(StorageError):
            self.window("look").entries.all()
        Recovery(self.path, a_clock(), patience=0).restore()
        self.undoable.clear()
        self.open_windows()

    @invariant()
    def a_fresh_process_reads_what_was_acknowledged(self) -> None:
        if not hasattr(self, "model"):
            return
        entries = {entry.id: entry for entry in self.window("look").entries.all()}
        assert entries.keys() == self.model.keys()
        for uid, fields in self.model.items():
            for name, value in fields.items():
                assert getattr(entries[uid], name) == value
        assert {head.id for head in self.window("look").entries.heads()} == self.model.keys()

    @invariant()
    def the_windows_see_it_too(self) -> None:
        if not hasattr(self, "model"):
            return
        for store in self.windows:
            store.refresh()
            assert set(store.ledger.ids("entries")) == self.model.keys()

    @invariant()
    def the_file_is_sound(self) -> None:
        if hasattr(self, "model"):
            condition = Recovery(self.path, a_clock()).look().condition
            assert condition in (Condition.WHOLE, Condition.TORN, Condition.NONE)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)


TestLog = Log.TestCase
TestLog.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
