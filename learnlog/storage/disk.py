"""Every touch of the disk goes through here, so that a test may let any of them fail or be the last."""

from __future__ import annotations

import os
import stat as modes
import sys

_OPEN = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_PATIENT = getattr(os, "O_NONBLOCK", 0)  # opening a fifo by mistake must not wait for ever
_SYNC = getattr(os, "fdatasync", os.fsync)


class Disk:
    """The operating system's calls, as the storage needs them. All raise OSError."""

    def stat(self, path: str) -> os.stat_result:
        """What lies there, links followed."""
        return os.stat(path)

    def exists(self, path: str) -> bool:
        """Whether there is anything of that name."""
        return os.path.lexists(path)

    def may_write(self, path: str) -> bool:
        """Whether a file, or its folder (or the first above it that is there), may be written to."""
        if os.path.exists(path) and not os.access(path, os.W_OK):
            return False
        folder = os.path.dirname(path)
        while not os.path.isdir(folder) and folder != os.path.dirname(folder):
            folder = os.path.dirname(folder)
        return os.access(folder, os.W_OK)

    def fstat(self, file: int) -> os.stat_result:
        """What is open there."""
        return os.fstat(file)

    def open_to_read(self, path: str) -> int:
        """Open a file; anything but a regular file is refused (a fifo would wait for ever)."""
        file = os.open(path, os.O_RDONLY | _OPEN | _PATIENT)
        if not modes.S_ISREG(os.fstat(file).st_mode):
            os.close(file)
            raise IsADirectoryError(21, os.strerror(21), path)
        return file

    def open_to_append(self, path: str) -> int:
        """Open an existing file for reading and writing at its end."""
        return os.open(path, os.O_RDWR | os.O_APPEND | _OPEN | _PATIENT)

    def open_lock(self, path: str) -> int:
        """Open a lock file, made for its owner only if it is not there."""
        try:
            return os.open(path, os.O_RDWR | _OPEN)
        except FileNotFoundError:
            file = os.open(path, os.O_RDWR | os.O_CREAT | _OPEN, 0o600)
            if os.name != "nt":
                os.fchmod(file, 0o600)  # whatever the umask says
            return file

    def create(self, path: str) -> int:
        """Make a file for its owner only; it must not be there yet."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _OPEN, 0o600)

    def read(self, file: int, start: int, size: int) -> bytes:
        """Read up to `size` bytes from `start`: all of them unless the file ends before."""
        os.lseek(file, start, os.SEEK_SET)
        data = os.read(file, size)
        if len(data) == size or not data:
            return data
        parts = [data]
        missing = size - len(data)
        while missing and (data := os.read(file, missing)):
            parts.append(data)
            missing -= len(data)
        return b"".join(parts)

    def write(self, file: int, data: bytes | memoryview, start: int = -1) -> int:
        """Write some of it, from `start` on if that is given; how many bytes went."""
        if start < 0:
            return os.write(file, data)
        if os.name != "nt":
            return os.pwrite(file, data, start)
        os.lseek(file, start, os.SEEK_SET)
        return os.write(file, data)

    def sync(self, file: int) -> None:
        """Wait until the file's content is on the disk itself."""
        if sys.platform == "darwin":
            import fcntl  # noqa: PLC0415 - this system only

            fcntl.fcntl(file, fcntl.F_FULLFSYNC)  # fsync there does not empty the disk's own cache
        else:
            _SYNC(file)

    def sync_folder(self, path: str) -> None:
        """Wait until a folder's list of names is on the disk itself."""
        if os.name == "nt":
            return  # a folder cannot be opened there; the file system keeps its own journal
        file = os.open(path, os.O_RDONLY | _OPEN)
        try:
            os.fsync(file)
        finally:
            os.close(file)

    def cut(self, file: int, size: int) -> None:
        """Cut a file to a length."""
        os.ftruncate(file, size)

    def close(self, file: int) -> None:
        """Close it. An error is of no consequence: what counts is what `sync` said."""
        try:
            os.close(file)
        except OSError:
            return

    def protect(self, what: int | str) -> None:
        """Leave an open file, or a folder by its path, to its owner only."""
        if os.name != "nt":
            os.chmod(what, 0o600 if isinstance(what, int) else 0o700)

    def make_folder(self, path: str) -> None:
        """Make a folder, and those above it, for their owner only; quiet when it is there."""
        if os.path.isdir(path):
            return
        parent = os.path.dirname(path)
        if parent and parent != path:
            self.make_folder(parent)
        try:
            os.mkdir(path, 0o700)
        except FileExistsError:
            return
        if os.name != "nt":
            os.chmod(path, 0o700)  # whatever the umask says
        self.sync_folder(parent or ".")

    def replace(self, source: str, target: str) -> None:
        """Let one name take the place of another, all at once."""
        os.replace(source, target)

    def link(self, source: str, target: str) -> None:
        """Give a file a second name."""
        os.link(source, target)

    def remove(self, path: str) -> None:
        """Take a name away."""
        os.unlink(path)

    def names(self, folder: str) -> list[str]:
        """The names in a folder, sorted; none when there is no such folder."""
        try:
            return sorted(os.listdir(folder))
        except FileNotFoundError:
            return []


def write_all(disk: Disk, file: int, data: bytes) -> None:
    """Write everything, in as many goes as the system wants."""
    done = disk.write(file, data)
    while done < len(data):
        done += disk.write(file, memoryview(data)[done:])


def read_whole(disk: Disk, path: str) -> bytes:
    """All bytes of a regular file."""
    file = disk.open_to_read(path)
    try:
        return disk.read(file, 0, disk.fstat(file).st_size)
    finally:
        disk.close(file)
