"""The sample log on disk: one action, and read back as it was told."""

from __future__ import annotations

import os
import pathlib

import pytest

from learnlog.demo.sample import sample
from learnlog.demo.writing import write
from learnlog.domain.clock import Clock
from learnlog.domain.values import Language
from learnlog.storage import owner
from learnlog.storage.comments import COMMENTS, REVIEWS
from learnlog.storage.plan import PLAN
from learnlog.storage.repository import Repository
from learnlog.storage.store import Store
from tests.builders import TODAY


@pytest.mark.parametrize("language", list(Language))
def test_the_sample_is_written_whole_and_read_back(language: Language, tmp_path: pathlib.Path, clock: Clock) -> None:
    path = os.fspath(tmp_path / "log.jsonl")
    content = sample(language, TODAY)
    write(Store.open(path, clock, "demo"), content)
    read = Store.open(path, clock, "app")
    assert {entry._replace(revision=0) for entry in map(hashable, read.entries.all())} == {
        *map(hashable, content.entries)
    }
    assert owner.profile_of(read).get()._replace(revision=0) == content.profile
    assert owner.selection_of(read).get()._replace(revision=0) == content.selection
    for codec, values in zip(PLAN, content.plan, strict=True):
        assert [each._replace(revision=0) for each in Repository(read, codec).all()] == list(values)
    assert [each._replace(revision=0) for each in Repository(read, COMMENTS).all()] == list(content.comments)
    assert [each._replace(revision=0) for each in Repository(read, REVIEWS).all()] == list(content.reviews)


def hashable(entry: object) -> object:
    return entry._replace(answers=tuple(sorted(entry.answers.items())))  # type: ignore[attr-defined]  # an Entry


def test_it_is_one_action(tmp_path: pathlib.Path, clock: Clock) -> None:
    path = tmp_path / "log.jsonl"
    write(Store.open(os.fspath(path), clock, "demo"), sample(Language.EN, TODAY))
    header, action = path.read_text(encoding="utf-8").splitlines()
    assert '"put"' not in header
    assert action.count('"title"') >= len(sample(Language.EN, TODAY).entries)
