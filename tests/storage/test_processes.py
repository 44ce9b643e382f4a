"""Real processes on one log: killed at random moments, crowding each other, and on a full disk."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from learnlog.storage.recovery import Condition, Recovery
from learnlog.storage.store import Store
from tests.builders import a_clock, an_entry

REPOSITORY = str(Path(__file__).parents[2])

ADD_MANY = """
import sys
from learnlog.storage.store import Store
from tests.builders import a_clock, an_entry
path, name, count, fresh = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] == "fresh"
store = Store.open(path, a_clock(), name, patience=60)
for number in range(count):
    entry = an_entry(id=store.new_id() if fresh else an_entry().id, title=f"{name} {number}", what_happened="ö" * 500)
    saved = store.entries.put(entry)
    print(saved.id, saved.title, flush=True)
"""

EDIT_MANY = """
import sys
from learnlog.storage.store import Store
from tests.builders import a_clock
path, field, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
store = Store.open(path, a_clock(), field, patience=60)
uid = "e" * 32
for number in range(count):
    entry = store.entries.get(uid)
    saved = store.entries.put(entry._replace(**{field: f"{number}"}))
    assert getattr(saved, field) == f"{number}", saved
print("done")
"""

FILL_UP = """
import resource, signal, sys
from learnlog.errors import CannotSaveError
from learnlog.storage.store import Store
from tests.builders import a_clock, an_entry
path, limit = sys.argv[1], int(sys.argv[2])
if limit:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
store = Store.open(path, a_clock(), "app" if not limit else "test")
for number in range(10_000):
    try:
        saved = store.entries.put(an_entry(title=str(number), what_happened="x" * 3000))
    except CannotSaveError as error:
        print("full", error.message.id, flush=True)
        break
    print(saved.id, saved.title, flush=True)
try:
    store.entries.put(an_entry(title="again", what_happened="x" * 9000))
except CannotSaveError:
    print("still full", flush=True)
"""


def process(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": REPOSITORY},
    )


def read_until(running: subprocess.Popen[str], lines: float = float("inf")) -> bytes:
    """What a process prints, up to so many lines or its end. Unbuffered: nothing is left behind unread."""
    assert running.stdout is not None
    output = b""
    while output.count(b"\n") < lines and (more := os.read(running.stdout.fileno(), 1 << 16)):
        output += more
    return output


def acknowledged(output: str) -> dict[str, str]:
    """Id → title of every save that was reported as done; a last line cut short by a kill does not count."""
    lines = output.splitlines(keepends=True)
    return dict(
        line.rstrip("\n").split(" ", 1) for line in lines if line.endswith("\n") and len(line.split(" ")[0]) == 32
    )


def stored(path: str) -> dict[str, str]:
    return {entry.id: entry.title for entry in Store.open(path, a_clock(), "test").entries.all()}


def sound(path: str) -> bool:
    return Recovery(path, a_clock()).look().condition in (Condition.WHOLE, Condition.TORN)


def test_three_processes_adding_at_once_lose_nothing(tmp_path: Path) -> None:
    path = str(tmp_path / "log.jsonl")
    crowd = [process(ADD_MANY, path, name, "60", how) for name, how in (("app", ""), ("add", "fresh"), ("b", ""))]
    done: dict[str, str] = {}
    for each in crowd:
        output, errors = each.communicate(timeout=100)
        assert each.returncode == 0, errors
        done |= acknowledged(output)
    assert len(done) == 180
    assert stored(path) == done
    assert Recovery(path, a_clock()).look().condition is Condition.WHOLE


def test_two_processes_editing_the_same_entry_keep_both_fields(tmp_path: Path) -> None:
    path = str(tmp_path / "log.jsonl")
    Store.open(path, a_clock(), "test").entries.put(an_entry(id="e" * 32))
    crowd = [process(EDIT_MANY, path, field, "60") for field in ("title", "insight")]
    for each in crowd:
        output, errors = each.communicate(timeout=100)
        assert output == "done\n", errors
    entry = Store.open(path, a_clock(), "test").entries.get("e" * 32)
    assert (entry.title, entry.insight) == ("59", "59")
    assert entry.clashes == ()


def test_killed_at_random_moments_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    path = str(tmp_path / "log.jsonl")
    chance = random.Random(7)
    done: dict[str, str] = {}
    for _ in range(12):
        with process(ADD_MANY, path, "app", "100000", "") as running:
            output = read_until(running, chance.randrange(1, 40))
            running.send_signal(signal.SIGKILL)
            done |= acknowledged((output + read_until(running)).decode())
        now = stored(path)
        assert now.items() >= done.items()
        assert len(now) - len(done) <= 1
        assert sound(path)
        done = now  # the one that was under way when it died may be there as well, and then stays


def test_a_limit_on_the_files_size_leaves_everything_acknowledged(tmp_path: Path) -> None:
    path = str(tmp_path / "log.jsonl")
    running = process(FILL_UP, path, "100000")
    output, errors = running.communicate(timeout=60)
    assert running.returncode == 0, errors
    full_is_reported_and_nothing_lost(path, output)


def full_is_reported_and_nothing_lost(path: str, output: str) -> None:
    assert "full The disk is full" in output
    assert "still full" in output
    done = acknowledged(output)
    assert len(done) > 10
    assert stored(path) == done
    assert Recovery(path, a_clock()).look().condition is Condition.WHOLE


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 300 kB, where this user may mount one; else the size limit above stands for it."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting is not permitted here; the limit on the file's size was tested instead")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_really_full_disk_leaves_everything_acknowledged(small_disk: Path) -> None:
    path = str(small_disk / "log.jsonl")
    running = process(FILL_UP, path, "0")
    output, errors = running.communicate(timeout=60)
    assert running.returncode == 0, errors
    full_is_reported_and_nothing_lost(path, output)
