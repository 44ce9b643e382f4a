"""Erasing in a process of its own: killed at random moments, and beside another that saves."""

from __future__ import annotations

import random
import signal
import subprocess
from pathlib import Path

from learnlog.storage.index import LAG
from learnlog.storage.indexing import Fit
from learnlog.storage.recovery import Condition, Recovery
from learnlog.storage.targets import Records, texts_of
from tests.builders import a_clock, an_entry
from tests.storage.holding import NAME, SECRET, a_purge, fill, holding, opened, places
from tests.storage.test_processes import ADD_MANY, acknowledged, process, read_until, sound

ERASE = """
import sys
from pathlib import Path
from learnlog.storage.targets import Records, texts_of
from tests.storage.holding import a_purge
purge = a_purge(Path(sys.argv[1]), patience=60)
keys = [purge.find(sys.argv[2])]
target = Records(keys, [text for each in purge.versions(keys) for text in texts_of(each)])
print("ready", flush=True)
sys.stdin.readline()
print(purge.erase(target, lambda done, of: print("at", done, of, flush=True)), flush=True)
"""
TEXTS = (NAME, SECRET.what_happened, SECRET.title, SECRET.insight)


def go(erasing: subprocess.Popen[str]) -> None:
    """Let it begin once it has read the log."""
    assert read_until(erasing, 1) == b"ready\n"
    assert erasing.stdin is not None
    erasing.stdin.write("\n")
    erasing.stdin.flush()


def test_killed_at_random_moments_every_file_is_whole_and_the_next_try_finishes(tmp_path: Path) -> None:
    chance = random.Random(3)
    for round_ in range(8):
        folder = tmp_path / str(round_) / "home"
        folder.parent.mkdir()
        fill(folder)
        others = {entry.id: entry.title for entry in opened(folder).entries.all() if entry.id != SECRET.id}
        with process(ERASE, str(folder), SECRET.id) as running:
            go(running)
            read_until(running, chance.randrange(1, 16))
            running.send_signal(signal.SIGKILL)
        assert Recovery(places(folder).log, a_clock()).look().condition is Condition.WHOLE
        now = {entry.id: entry.title for entry in opened(folder).entries.all()}
        assert {uid: now[uid] for uid in others} == others
        purge = a_purge(folder)
        target = Records([("entries", SECRET.id)], [*TEXTS, *map(str.upper, TEXTS)])
        purge.erase(target)
        assert holding(folder, *TEXTS) == []


def test_beside_another_that_saves_nothing_is_lost_and_nothing_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "home"
    fill(folder)
    log = places(folder).log
    with process(ERASE, str(folder), SECRET.id) as erasing, process(ADD_MANY, log, "app", "100000", "") as adding:
        before = read_until(adding, 3)
        go(erasing)
        told, errors = erasing.communicate(timeout=100)
        assert "left=()" in told, errors
        after = read_until(adding, 2000)  # more than there is room for unread: some of it was saved afterwards
        adding.kill()
        done = acknowledged((before + after + read_until(adding)).decode())
    assert {entry.id: entry.title for entry in opened(folder).entries.all()}.items() >= done.items()
    assert sound(log)
    assert holding(folder, *TEXTS) == []


def test_the_index_of_a_long_log_is_made_anew_and_tells_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    store = opened(folder)
    with store.transaction():
        for number in range(400):
            store.entries.put(an_entry(title=f"Nummer {number}", what_happened="ö" * 200))
    store.entries.put(SECRET)
    store.entries.put(an_entry(title="Sist"))
    store.upkeep.compact(force=True)  # a line for each
    assert store.ledger.tail is not None
    assert store.ledger.tail.end > LAG
    store.shortcut.keep()
    reader = opened(folder)
    assert len(reader.entries.heads()) == 402
    purge = a_purge(folder)
    purge.erase(Records([purge.find(SECRET.id)], texts_of({"title": SECRET.title})))
    assert not Path(places(folder).log_index).exists()
    reader.refresh()
    assert SECRET.id not in {head.id for head in reader.entries.heads()}
    assert len(reader.entries.heads()) == 401
    fresh = opened(folder)
    fresh.shortcut.read_through()
    assert fresh.shortcut.fit() == Fit.GOOD
    by_index = [(head.id, head.title) for head in opened(folder).entries.heads()]
    whole = opened(folder)
    assert whole.ledger.image
    assert by_index == [(head.id, head.title) for head in whole.entries.heads()]
