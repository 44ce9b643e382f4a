"""What is half typed when a disk fails or a window dies, and what lies about among the drafts."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
from pathlib import Path
from typing import Any

import pytest

from learnlog.errors import CannotSaveError
from learnlog.storage.disk import Disk
from learnlog.storage.drafts import DRAFT_MAX, Draft, DraftFolder
from tests.builders import NOW
from tests.storage.faulty import Failing, Killed, Killing


def a_draft(title: str = "Half a sent", uid: str = "u1", minutes: int = 0) -> Draft:
    return Draft("entry", uid, {"title": title}, NOW + dt.timedelta(minutes=minutes))


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "drafts")


def left(folder: str, draft: Draft, disk: Disk | None = None) -> None:
    """A draft of a window that has ended."""
    window = DraftFolder(folder, disk or Disk())
    window.keep(draft)
    window.close()


def offered(folder: str) -> list[Any]:
    return [each.values["title"] for each in DraftFolder(folder).waiting()]


@pytest.mark.parametrize("how", ["fails", "before", "half", "after"])
def test_a_disk_may_fail_or_the_window_die_anywhere_and_one_of_the_two_versions_is_offered(
    tmp_path: Path, how: str
) -> None:
    for at in range(1, 60):
        folder = str(tmp_path / str(at))
        left(folder, a_draft("Half"))
        disk: Any = Failing(at) if how == "fails" else Killing(at, how)
        window = DraftFolder(folder, disk)
        is_kept = False
        with contextlib.suppress(Killed, CannotSaveError):
            window.keep(a_draft("Half a sent", minutes=1))
            is_kept = True
        for file in disk.left_open:  # as the system does when the window is gone
            os.close(file)
        assert offered(folder) in ([["Half a sent"]] if is_kept else [["Half"], ["Half a sent"]])
        if not (disk.failed if how == "fails" else disk.dead):
            return
    pytest.fail("never passed")


def test_a_draft_that_cannot_be_kept_says_why_and_the_next_one_can(folder: str) -> None:
    class Full(Disk):
        is_full = True

        def write(self, file: int, data: Any, start: int = -1) -> int:
            if self.is_full:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return super().write(file, data, start)

    disk = Full()
    window = DraftFolder(folder, disk)
    with pytest.raises(CannotSaveError) as told:
        window.keep(a_draft())
    assert "draft could not be kept" in told.value.message.id
    disk.is_full = False
    window.keep(a_draft())
    window.close()
    assert offered(folder) == ["Half a sent"]


def test_of_several_about_one_thing_the_newest_is_offered_and_the_newest_thing_first(folder: str) -> None:
    for title, uid, minutes in (("B", "u1", 2), ("C", "u1", 3), ("A", "u1", 1), ("Other", "u2", 9), ("Old", "u3", 0)):
        left(folder, a_draft(title, uid, minutes))
    assert offered(folder) == ["Other", "C", "Old"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"form":"entry","uid":"x","saved_at":"2026-11-20T12:00:00Z","values":[]}',
        b'{"form":1,"uid":"x","saved_at":"2026-11-20T12:00:00Z","values":{}}',
        b'{"form":"entry","uid":1,"saved_at":"2026-11-20T12:00:00Z","values":{}}',
        b'{"form":"entry","uid":"x","saved_at":"yesterday","values":{}}',
        b'{"form":"entry","uid":"x","saved_at":7,"values":{}}',
        b'{"form":"entry","uid":"x","saved_at":"2026-11-20T12:00:00Z","values":{"title":"' + b"x" * DRAFT_MAX + b'"}}',
    ],
)
def test_what_is_no_draft_is_left_where_it_is_and_hides_no_other(folder: str, data: bytes) -> None:
    left(folder, a_draft())
    for name in ("entry-x-00000000.json", "odd.json", "note.txt", ".hidden.json"):
        (Path(folder) / name).write_bytes(data)
    for name in ("folder.json", "entry-u1-ffffffff.json"):
        (Path(folder) / name).mkdir()
    assert offered(folder) == ["Half a sent"]
    DraftFolder(folder).drop("entry", "u1")
    assert offered(folder) == []
    for name in ("entry-x-00000000.json", "odd.json", "note.txt", ".hidden.json"):
        assert (Path(folder) / name).read_bytes() == data


def test_dropping_spares_what_is_about_something_else(folder: str) -> None:
    for uid in ("u", "u1", "u1-2", "u12"):
        left(folder, a_draft(uid, uid))
    DraftFolder(folder).drop("entry", "u1")
    assert sorted(offered(folder)) == ["u", "u1-2", "u12"]
    DraftFolder(folder).drop("ent", "u")
    DraftFolder(folder).drop("training", "u")
    assert sorted(offered(folder)) == ["u", "u1-2", "u12"]


@pytest.mark.parametrize("uid", ["../../outside", "a/b", "å" * 300, ""])
def test_whatever_it_is_about_it_lies_in_the_folder_and_is_offered(folder: str, uid: str) -> None:
    left(folder, a_draft("Odd", uid))
    assert [each.uid for each in DraftFolder(folder).waiting()] == [uid]
    assert [each.name for each in Path(folder).parent.iterdir()] == ["drafts"]
    DraftFolder(folder).drop("entry", uid)
    assert offered(folder) == []


def test_a_window_that_ends_leaves_its_drafts_and_nothing_else(folder: str) -> None:
    window = DraftFolder(folder)
    window.close()
    window.keep(a_draft())
    (name,) = (each.name for each in Path(folder).glob("*.json"))
    assert DraftFolder(folder).is_in_use(name)
    assert not DraftFolder(folder).is_in_use("entry-u1-00000000.json")
    assert not DraftFolder(folder).is_in_use("note.txt")
    assert offered(folder) == []
    window.close()
    assert [each.name for each in Path(folder).iterdir()] == [name]
    assert not DraftFolder(folder).is_in_use(name)
    assert offered(folder) == ["Half a sent"]
    window.keep(a_draft("Half a sentence"))
    assert offered(folder) == []
    window.close()
    assert offered(folder) == ["Half a sentence"]


def test_a_folder_that_cannot_be_looked_into_offers_nothing_and_stops_nothing(folder: str) -> None:
    class NoListing(Disk):
        def names(self, folder: str) -> list[str]:
            raise PermissionError(errno.EACCES, folder)

    left(folder, a_draft())
    window = DraftFolder(folder, NoListing())
    assert window.waiting() == ()
    window.drop("entry", "u1")
    assert offered(folder) == ["Half a sent"]


def test_where_there_are_no_locks_what_is_typed_is_kept_all_the_same(folder: str) -> None:
    class NoLocks(Disk):
        def open_lock(self, path: str) -> int:
            raise OSError(errno.ENOLCK, path)

    left(folder, a_draft(), NoLocks())
    assert offered(folder) == ["Half a sent"]
    other = DraftFolder(folder)
    other.keep(a_draft("Other", "u2"))
    told = {each.uid: each.values["title"] for each in DraftFolder(folder, NoLocks()).waiting()}
    assert told == {"u1": "Half a sent", "u2": "Other"}  # rather one too many than none
