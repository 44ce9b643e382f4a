"""Every call to the system fails once, and is the last thing the process does once, while something is erased."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from typing import Any

import pytest

from learnlog.domain.erasing import Words
from learnlog.errors import LearnlogError, NotFoundError
from learnlog.storage.content import take_apart
from learnlog.storage.disk import Disk
from learnlog.storage.drafts import DraftFolder
from learnlog.storage.recovery import Condition, Recovery
from learnlog.storage.targets import Masked, Records, Target, texts_of
from tests.builders import a_clock
from tests.storage.faulty import Failing, Killed, Killing, PowerCut
from tests.storage.holding import NAME, OTHER, SECRET, a_purge, fill, holding, opened, places

TEXTS = (NAME, SECRET.what_happened, SECRET.title, SECRET.insight)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """No power is cut but in `PowerCut`, which keeps its own books; so nothing has to wait for a disk."""
    monkeypatch.setattr(Disk, "sync", lambda _self, _file: None)
    monkeypatch.setattr(Disk, "sync_folder", lambda _self, _path: None)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds it everywhere, to be copied."""
    folder = tmp_path_factory.mktemp("template") / "home"
    fill(folder)
    return folder


def a_copy_of(template: Path, folder: Path) -> Path:
    shutil.copytree(template.parent, folder)
    return folder / "home"


def the_record(folder: Path) -> Target:
    purge = a_purge(folder)
    keys = [purge.find(SECRET.id)]
    return Records(keys, (text for document in purge.versions(keys) for text in texts_of(document)))


def the_name(_folder: Path) -> Target:
    wanted = Words([NAME])
    return Masked(lambda text: wanted.hidden(text, "[dolt]"))


def each_file_is_whole(folder: Path, before: dict[str, list[bytes]]) -> None:
    """The log and its copies are whole logs with all the lines they had, and half-typed words can be read."""
    assert Recovery(places(folder).log, a_clock()).look().condition is Condition.WHOLE
    for name, actions in before.items():
        assert len(take_apart((folder / name).read_bytes()).actions) - len(actions) in (0, 1), name
    assert {"2" * 32} <= {draft.uid for draft in DraftFolder(str(folder / "drafts")).waiting()}
    entries = {entry.id: entry.title for entry in opened(folder).entries.all()}
    assert entries[OTHER.id] == OTHER.title
    assert "1" * 32 in entries


def whole_logs(folder: Path) -> dict[str, list[bytes]]:
    paths = [folder / "log.jsonl", folder / "log.jsonl.prev", *(folder / "backups").glob("*.jsonl")]
    return {str(path.relative_to(folder)): take_apart(path.read_bytes()).actions for path in paths}


def finish(folder: Path, target: Target) -> None:
    """What somebody does who was interrupted: the same once more, unless there is nothing left to find."""
    try:
        again = the_record(folder) if isinstance(target, Records) else target
    except NotFoundError:
        again = target
    a_purge(folder).erase(again)


@pytest.mark.parametrize(
    ("make", "how"),
    [(the_record, "half"), (the_record, "after"), (the_record, "fails"), (the_name, "after"), (the_name, "fails")],
)
def test_it_may_fail_or_die_anywhere_and_a_second_time_it_is_done(
    tmp_path: Path, template: Path, make: Any, how: str
) -> None:
    before = whole_logs(template)
    for at in range(1, 1000):
        folder = a_copy_of(template, tmp_path / str(at))
        target = make(folder)
        disk: Any = Failing(at) if how == "fails" else Killing(at, how)
        with contextlib.suppress(Killed, LearnlogError):
            a_purge(folder, disk).erase(target)
        each_file_is_whole(folder, before)
        finish(folder, target)
        each_file_is_whole(folder, before)
        assert holding(folder, NAME) == []
        if make is the_record:
            assert holding(folder, *TEXTS) == []
        shutil.rmtree(tmp_path / str(at))
        if not (disk.failed if how == "fails" else disk.dead):
            assert at > 40
            return
    pytest.fail("never passed")


@pytest.mark.parametrize("names_survive", [False, True])
def test_the_power_may_go_anywhere_and_the_log_is_whole(tmp_path: Path, template: Path, names_survive: bool) -> None:
    before = whole_logs(template)
    for at in range(1, 1000):
        folder = a_copy_of(template, tmp_path / str(at))
        target = the_record(folder)
        disk = PowerCut(str(folder.parent), at)
        with contextlib.suppress(Killed):
            a_purge(folder, disk).erase(target)
        disk.cut_power(names_survive=names_survive)
        assert disk.dead or holding(folder, *TEXTS) == []  # what was said to be gone does not come back
        each_file_is_whole(folder, before)
        finish(folder, target)
        assert holding(folder, *TEXTS) == []
        shutil.rmtree(tmp_path / str(at))
        if not disk.dead:
            return
    pytest.fail("never passed")


def test_a_log_that_is_not_as_it_should_be_is_put_back(tmp_path: Path, template: Path) -> None:
    folder = a_copy_of(template, tmp_path / "x")

    class Lying(Disk):
        """Lets one byte of the new log fall over on its way to the disk."""

        def replace(self, source: str, target: str) -> None:
            if target == places(folder).log and source.endswith(".tmp") and not self.done:
                self.done = True
                data = Path(source).read_bytes()
                Path(source).write_bytes(data.replace(b"personlyft", b"personlyfT"))
            super().replace(source, target)

        done = False

    before = (folder / "log.jsonl").read_bytes()
    with pytest.raises(LearnlogError):
        a_purge(folder, Lying()).erase(the_record(folder))
    assert (folder / "log.jsonl").read_bytes() == before
    finish(folder, the_record(folder))
    assert holding(folder, *TEXTS) == []
