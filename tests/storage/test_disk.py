"""The system's calls themselves: what is waited for is waited for, what is read is read whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from learnlog.storage.disk import Disk, read_whole
from tests.storage.faulty import Watching

PORTIONED = "/proc/kallsyms"
"""A file that the system gives in portions of a few thousand bytes, however many are asked for."""


@pytest.fixture
def pipe() -> Iterator[int]:
    """What no system can write to a disk, and says so when it is asked to."""
    reading, writing = os.pipe()
    yield writing
    os.close(reading)
    os.close(writing)


def test_the_disk_itself_is_waited_for(pipe: int) -> None:
    with pytest.raises(OSError, match=r"nvalid|not supported|ioctl"):
        Disk().sync(pipe)


@pytest.mark.skipif(os.name == "nt", reason="a folder cannot be opened there")
def test_so_is_a_folder(tmp_path: Path) -> None:
    Disk().sync_folder(str(tmp_path))
    with pytest.raises(OSError, match=r"nvalid|not supported|ioctl"):
        Disk().sync_folder(os.devnull)


def test_nothing_is_left_open(tmp_path: Path) -> None:
    def lowest_free() -> int:
        file = os.open(os.devnull, os.O_RDONLY)
        os.close(file)
        return file

    free = lowest_free()
    Disk().sync_folder(str(tmp_path))
    with pytest.raises(OSError, match="irectory"):
        Disk().open_to_read(str(tmp_path))
    (tmp_path / "words").write_bytes(b"words")
    assert read_whole(Disk(), str(tmp_path / "words")) == b"words"
    file = Disk().create(str(tmp_path / "new"))
    Disk().close(file)
    assert lowest_free() == free


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there is such a file")
def test_what_the_system_gives_in_portions_is_read_whole() -> None:
    with open(PORTIONED, "rb") as file:
        data = file.read(100_000)
        if len(data) < 100_000 or len(os.pread(file.fileno(), 100_000, 0)) == 100_000:
            pytest.skip("this system gives it at once")
        assert Disk().read(file.fileno(), 0, 100_000) == data
        assert Disk().read(file.fileno(), 50_000, 20_000) == data[50_000:70_000]


def test_the_end_of_a_file_ends_what_is_read(tmp_path: Path) -> None:
    (tmp_path / "words").write_bytes(b"0123456789")
    file = Disk().open_to_read(str(tmp_path / "words"))
    assert Disk().read(file, 4, 100) == b"456789"
    assert Disk().read(file, 10, 100) == b""
    assert Disk().read(file, 0, 3) == b"012"
    Disk().close(file)


def test_what_is_there_is_never_made_anew_and_what_is_gone_is_not_made_by_appending(tmp_path: Path) -> None:
    (tmp_path / "words").write_bytes(b"words")
    with pytest.raises(FileExistsError):
        Disk().create(str(tmp_path / "words"))
    with pytest.raises(FileNotFoundError):
        Disk().open_to_append(str(tmp_path / "gone"))
    file = Disk().open_to_append(str(tmp_path / "words"))
    os.lseek(file, 0, os.SEEK_SET)
    Disk().write(file, b" more")
    Disk().close(file)
    assert [each.name for each in tmp_path.iterdir()] == ["words"]
    assert (tmp_path / "words").read_bytes() == b"words more"


@pytest.mark.skipif(os.name == "nt", reason="modes mean nothing there")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_every_folder_on_the_way_is_its_owners_only(tmp_path: Path, umask: int) -> None:
    old = os.umask(umask)
    try:
        Disk().make_folder(str(tmp_path / "a" / "b" / "c"))
        Disk().make_folder(str(tmp_path / "a" / "b" / "c"))
    finally:
        os.umask(old)
    for folder in ("a", "a/b", "a/b/c"):
        assert (tmp_path / folder).stat().st_mode & 0o777 == 0o700


def test_a_folder_that_is_made_is_waited_for(tmp_path: Path) -> None:
    watching = Watching()
    watching.make_folder(str(tmp_path / "a" / "b"))
    assert watching.calls.count("sync_folder") == 2
    watching.make_folder(str(tmp_path / "a" / "b"))
    assert watching.calls.count("sync_folder") == 2


def test_a_folder_relative_to_the_present_one_can_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Disk().make_folder("here")
    assert (tmp_path / "here").is_dir()
    assert Disk().names("here") == []
    assert Disk().names("nowhere") == []
