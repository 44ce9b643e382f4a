"""A file put in place of another: all of it or nothing, and nothing left lying about."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from learnlog.storage import atomic
from learnlog.storage.disk import Disk
from tests.storage.faulty import Failing, Watching

OLD, NEW, OLDER = b"old words\n" * 9, b"new words\n" * 9, b"older words\n"


class NoLinks(Watching):
    """A file system without hard links, such as that of a memory stick."""

    def instead(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        if name == "link":
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))
        return super().instead(name, real, arguments)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file, and the one that was kept before."""
    path = tmp_path / "words"
    path.write_bytes(OLD)
    (tmp_path / "kept").write_bytes(OLDER)
    return path


def present(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


@pytest.mark.parametrize("disk", [Watching(), NoLinks()], ids=["links", "no links"])
def test_the_old_file_keeps_another_name(file: Path, disk: Watching) -> None:
    kept = file.with_name("kept")
    atomic.replace(str(file), NEW, disk=disk, keep=str(kept))
    assert present(file.parent) == {"words": NEW, "kept": OLD}
    assert file.stat().st_mode & 0o777 == 0o600
    assert not disk.left_open
    assert disk.calls.count("sync") == disk.calls.count("create")  # what is written is waited for


def test_what_is_kept_already_is_kept_once(file: Path) -> None:
    """As after a try that failed when the old file had its second name: renaming one onto the other does nothing."""
    kept = file.with_name("kept")
    kept.unlink()
    kept.hardlink_to(file)
    atomic.replace(str(file), NEW, keep=str(kept))
    assert present(file.parent) == {"words": NEW, "kept": OLD}


def test_where_there_was_nothing_nothing_is_kept(tmp_path: Path) -> None:
    atomic.replace(str(tmp_path / "words"), NEW, keep=str(tmp_path / "kept"))
    assert present(tmp_path) == {"words": NEW}


@pytest.mark.parametrize("kind", [Failing, NoLinks], ids=["links", "no links"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_when_it_fails_the_old_file_is_there_and_no_leftover(tmp_path: Path, kind: type[Watching], number: int) -> None:
    class Both(Failing):
        def instead(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
            if name == "link" and kind is NoLinks:
                raise OSError(errno.EPERM, os.strerror(errno.EPERM))
            return super().instead(name, real, arguments)

    for at in range(1, 50):
        folder = tmp_path / str(at)
        folder.mkdir()
        (folder / "words").write_bytes(OLD)
        (folder / "kept").write_bytes(OLDER)
        disk = Both(at, number)
        try:
            atomic.replace(str(folder / "words"), NEW, disk=disk, keep=str(folder / "kept"))
        except OSError:
            acknowledged = False
        else:
            acknowledged = True
        assert not disk.left_open
        found = present(folder)
        assert found["kept"] in (OLD, OLDER)
        assert found["words"] == NEW if acknowledged else found["words"] in (OLD, NEW)
        assert len(found) == 2, disk.calls
        if not disk.failed:
            return
    pytest.fail("never passed")


@pytest.mark.skipif(os.name == "nt", reason="there somebody may have it open for a moment, and one tries again")
def test_without_permission_nothing_passes_for_done(file: Path) -> None:
    class Refusing(Watching):
        def instead(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
            if name == "replace":
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            return super().instead(name, real, arguments)

    disk = Refusing()
    with pytest.raises(PermissionError):
        atomic.replace(str(file), NEW, disk=disk)
    assert disk.calls.count("replace") == 1
    assert present(file.parent) == {"words": OLD, "kept": OLDER}


def test_a_link_stays_a_link_and_what_it_points_to_is_replaced(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link"
    link.symlink_to(file)
    atomic.replace(str(link), NEW)
    assert link.is_symlink()
    assert file.read_bytes() == NEW
    assert present(folder) == {"link": NEW}


def test_only_what_need_not_last_is_not_waited_for(file: Path) -> None:
    disk = Watching()
    atomic.replace(str(file), NEW, disk=disk)
    assert ("sync" in disk.calls, "sync_folder" in disk.calls) == (True, True)
    disk = Watching()
    atomic.replace(str(file), NEW, disk=disk, lasting=False)
    assert ("sync" in disk.calls, "sync_folder" in disk.calls) == (False, False)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        (".log.jsonl.0123456789ab.tmp", True),
        ("log.jsonl.0123456789ab.tmp", False),
        (".log.jsonl.0123456789ab.txt", False),
        (".log.jsonl.0123456789.tmp", False),
        (".0123456789ab.tmp", False),
        ("log.jsonl", False),
        (".tmp", False),
    ],
)
def test_a_file_that_is_being_written_is_known_by_its_name(name: str, is_one: bool) -> None:
    assert atomic.is_temporary(name) is is_one
    assert atomic.is_temporary(os.path.basename(atomic.temporary_beside("/x/log.jsonl")))


def test_the_disk_is_asked_again_until_all_is_written(file: Path) -> None:
    class Dripping(Disk):
        def write(self, file: int, data: Any, start: int = -1) -> int:
            return super().write(file, data[:7], start)

    atomic.replace(str(file), NEW, disk=Dripping())
    assert file.read_bytes() == NEW
