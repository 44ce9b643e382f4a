"""The doctor holds the index against the log: a help that tells otherwise is told of, and made anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlog.bootstrap import open_services
from learnlog.services.suite import Services
from learnlog.storage.content import take_apart
from learnlog.storage.index_file import SUFFIX
from learnlog.storage.indexing import Gathered
from tests.builders import a_clock, an_entry
from tests.player import some_services

COUNT = 20


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log long enough to have an index, which is there."""
    path = tmp_path / "log.jsonl"
    some_services(tmp_path, [an_entry(title=f"Lyft {at}", what_happened="Vi ovade. " * 1000) for at in range(COUNT)])
    _again(path).upkeep.read_through()
    assert _index(path).is_file()
    return path


def _index(log: Path) -> Path:
    return Path(f"{log}{SUFFIX}")


def _again(log: Path) -> Services:
    return open_services({"LEARNLOG_HOME": str(log.parent), "HOME": str(log.parent)}, clock=a_clock())


def _found(log: Path) -> set[str]:
    return {each.code for each in _again(log).upkeep.check() if each.code.startswith("index")}


def _without_one(log: Path) -> bytes:
    """An index as learnlog writes them, with right sums, that does not know one of the entries."""
    data = log.read_bytes()
    content = take_apart(data)
    first = data[: data.find(b"\n")]
    gathered = Gathered()
    gathered.take(content.actions, len(first) + 1)
    of_entries = gathered._places["entries"]
    del of_entries[next(iter(of_entries))]
    return gathered.encoded(content.tail, first)


def test_an_index_that_fits_is_not_mentioned(log: Path) -> None:
    assert _found(log) == set()
    _again(log).log.capture("Added since it was written")
    assert _found(log) == set()


def test_an_index_that_hides_an_entry_is_found_and_made_anew(log: Path) -> None:
    _index(log).write_bytes(_without_one(log))
    assert len(_again(log).log.heads()) == COUNT - 1, "its sums are right, so it is believed"
    assert _found(log) == {"index.wrong"}

    assert "index.wrong" not in {each.code for each in _again(log).upkeep.fix()}

    assert len(_again(log).log.heads()) == COUNT
    assert _found(log) == set()


@pytest.mark.parametrize("spoil", [lambda data: data[:-5], lambda data: b"x" + data, lambda _data: b""])
def test_an_index_that_is_not_used_is_a_note_and_made_anew(log: Path, spoil: object) -> None:
    assert callable(spoil)
    whole = _index(log).read_bytes()
    _index(log).write_bytes(spoil(whole))
    assert _found(log) == {"index.unused"}
    assert len(_again(log).log.heads()) == COUNT

    _again(log).upkeep.fix()

    assert _index(log).read_bytes() == whole
    assert _found(log) == set()


def test_no_index_is_nothing_to_tell(log: Path) -> None:
    _index(log).unlink()
    assert _found(log) == set()
    assert not _index(log).exists(), "checking writes nothing"
