"""The append-only file: read whole or only at its ends, caught up with, appended to."""

from __future__ import annotations

import os
import stat
from zlib import crc32

from learnlog.errors import CannotReadError, reason
from learnlog.storage import atomic, lines
from learnlog.storage.content import Content, NotWhole, Tail, ends_with_sum, number_in, tail_of, take_apart
from learnlog.storage.disk import Disk, write_all
from learnlog.storage.lines import LEAST, Header
from learnlog.storage.mark import NOTHING, Mark
from learnlog.text import N_

_NOT_A_FILE = N_("The log must be an ordinary file.")
LOG_MAX = 1 << 30
"""Largest log read, in bytes: a hundred times a working life's."""
_PEEK = 1 << 16
_WHOLE = 1 << 20
"""Longest log of which every byte is checked even where its two ends would do: it costs a millisecond."""


class Journal:
    """One log file.

    Attributes:
        path: The file itself, links followed.
        tail: Where it ended when we last looked; None before.
    """

    def __init__(self, path: str, disk: Disk) -> None:
        """Know the file; nothing is read yet."""
        self.path = os.path.realpath(path)
        self.tail: Tail | None = None
        self._disk = disk
        self._doubt: tuple[int, bytes] | None = None
        self._own: Tail | None = None  # where a save of ours ended: nobody else takes that back

    @property
    def number(self) -> int:
        """Running number of the last line; 0 before the first."""
        return self.tail.n if self.tail else 0

    # -- reading ------------------------------------------------------------------------------------------------------

    def size(self) -> int | None:
        """Its length in bytes; None when there is no file.

        Raises:
            CannotReadError: If it is not a file, or the system does not tell.
        """
        try:
            status = self._disk.stat(self.path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _cannot_read(error) from error
        if not stat.S_ISREG(status.st_mode):
            raise CannotReadError(_NOT_A_FILE)
        return status.st_size

    def has_changed(self) -> bool:
        """Whether the file is not as it was when we last looked: another file, or another length or last line.

        A line that its writer took back, because the disk refused it, may have been seen; the one that was saved in its
        place may be just as long.

        Raises:
            CannotReadError: If the system does not tell.
        """
        tail = self.tail
        try:
            status = self._disk.stat(self.path)
            if tail is None or tail.identity != (status.st_dev, status.st_ino) or tail.size != status.st_size:
                return True
            return not (tail is self._own or tail.mend or self._ends_as(tail))
        except FileNotFoundError:
            return tail is not None
        except OSError as error:
            raise _cannot_read(error) from error

    def read(self) -> Content:
        """Read and check all of it.

        Raises:
            NotWhole: If a byte is not as it was written.
            CannotReadError: If it cannot be read.
        """
        file, status = self._open()
        try:
            if status.st_size > LOG_MAX:
                raise CannotReadError(N_("The log file is too large to be a learning log."))
            data = self._disk.read(file, 0, status.st_size)
        except OSError as error:
            raise _cannot_read(error) from error
        finally:
            self._disk.close(file)
        content = take_apart(data, (status.st_dev, status.st_ino))
        self.tail = content.tail
        return content

    def peek(self, mark: Mark = NOTHING) -> Tail:
        """Read only the header and the last line, however long the log is; of one that is not long, everything.

        Args:
            mark: How far the log had come at the last save.

        Raises:
            NotWhole: If what was read does not fit together, or the log seems to have been cut off.
            CannotReadError: If it cannot be read.
        """
        file, status = self._open()
        try:
            is_short = status.st_size <= _WHOLE
            first = self._disk.read(file, 0, status.st_size if is_short else _PEEK)
            last = first if is_short else self._last_lines(file, status.st_size)
        except OSError as error:
            raise _cannot_read(error) from error
        finally:
            self._disk.close(file)
        tail = tail_of(first, last, status)
        if mark.is_longer(tail) or (is_short and not lines.is_whole(first)):
            raise NotWhole
        self.tail = tail
        return tail

    def news(self) -> list[bytes] | None:
        """The lines others have appended since we last looked.

        Returns:
            The lines without line feeds, or None when it is another file by now and must be read anew.

        Raises:
            NotWhole: If what was appended does not fit on.
            CannotReadError: If it cannot be read.
        """
        known = self.tail
        if known is None or known.mend:
            return None
        file, status = self._open()
        try:
            if (status.st_dev, status.st_ino) != known.identity or status.st_size < known.end:
                return None
            # the sum before the new lines is read again: another log written over this one would not have it there
            start = known.end - LEAST
            data = self._disk.read(file, start, status.st_size - start)
        except OSError as error:
            raise _cannot_read(error) from error
        finally:
            self._disk.close(file)
        if not ends_with_sum(data[:LEAST], known.running):
            return None
        good = data[LEAST : data.rfind(b"\n") + 1]
        actions = good.split(b"\n")[:-1]
        running = known.running
        if good:
            if not lines.is_whole(good, running):
                raise NotWhole
            running = lines.running_after(good[-LEAST:])
        n = number_in(actions[-1]) if actions else known.n
        if n != known.n + len(actions):
            raise NotWhole
        self.tail = known._replace(end=known.end + len(good), n=n, running=running, size=start + len(data))
        return actions

    # -- writing ------------------------------------------------------------------------------------------------------

    def create(self, header: Header) -> None:
        """Make the file, with its header only; it is never there without.

        Raises:
            OSError: If it cannot be made.
        """
        atomic.replace(self.path, lines.encode_header(header), disk=self._disk)
        self.peek()

    def rewrite(self, header: Header, actions: list[bytes], keep: str = "") -> Content:
        """Put another file in place of this one, all at once, and read it back. The lock is held.

        Args:
            header: Its first line.
            actions: The lines after it; their sums are made anew.
            keep: A name the present file keeps, if it is to be kept.

        Raises:
            OSError: If it cannot be written; the present file is as it was then.
        """
        data = lines.assemble(header, actions)
        take_apart(data)  # what does not read back is not written
        atomic.replace(self.path, data, disk=self._disk, keep=keep)
        return self.read()

    def append(self, body: bytes) -> bytes:
        """Write one line at the end and wait until it is on the disk. The lock is held, and `tail` is up to date.

        Args:
            body: What `lines.encode_action` made.

        Returns:
            The line, without its line feed.

        Raises:
            OSError: If it could not be written; the file has been cut back to what it was.
        """
        tail = self.tail
        if tail is None:
            raise NotWhole
        line = lines.seal(body, tail.running)
        data = tail.mend + line
        end = tail.end + len(data)
        after = Tail(tail.header, end, lines.number_of(line), crc32(line, tail.running), tail.identity, end)
        # A new descriptor for each save: after a failed sync the old one must not be trusted again.
        file = self._disk.open_to_append(self.path)
        try:
            if tail.size != tail.end:
                self._disk.cut(file, tail.end)
            try:
                write_all(self._disk, file, data)
                self._disk.sync(file)
            except OSError:
                self._cut_back(file, tail.end, data)
                raise
        finally:
            self._disk.close(file)
        self.tail = self._own = after
        return line[:-1]

    def settle_doubt(self) -> None:
        """Before the next save: cut away what a failed one left behind, if it could not be cut away then.

        The system may hold such a line for written although the disk never took it, so it must not stay.

        Raises:
            OSError: If it still cannot be cut away.
        """
        if self._doubt is None:
            return
        end, data = self._doubt
        file = self._disk.open_to_append(self.path)
        try:
            left = self._disk.read(file, end, max(0, self._disk.fstat(file).st_size - end))
            if left and data.startswith(left):  # otherwise others have gone on from there, or it is another file
                self._disk.cut(file, end)
                self._disk.sync(file)
        finally:
            self._disk.close(file)
        self._doubt = None

    def _cut_back(self, file: int, end: int, data: bytes) -> None:
        """Take back what a failed save may have written, so that nobody reads an action that was never acknowledged."""
        try:
            self._disk.cut(file, end)
            self._disk.sync(file)
        except OSError:
            self._doubt = (end, data)
            self.tail = None  # what lies there is unknown: it is read before the next save

    # -- within -------------------------------------------------------------------------------------------------------

    def _open(self) -> tuple[int, os.stat_result]:
        try:
            file = self._disk.open_to_read(self.path)
            return file, self._disk.fstat(file)
        except OSError as error:
            raise _cannot_read(error) from error

    def _ends_as(self, tail: Tail) -> bool:
        file = self._disk.open_to_read(self.path)
        try:
            return ends_with_sum(self._disk.read(file, tail.end - LEAST, LEAST), tail.running)
        finally:
            self._disk.close(file)

    def _last_lines(self, file: int, size: int) -> bytes:
        """The end of the file with the last line whole, and the sum before it."""
        want = _PEEK
        while True:
            start = max(0, size - want)
            data = self._disk.read(file, start, size - start)
            if start == 0 or data.rfind(b"\n", 0, size - start - 1) >= LEAST:
                return data
            want *= 4


def _cannot_read(error: OSError) -> CannotReadError:
    if isinstance(error, IsADirectoryError):
        return CannotReadError(_NOT_A_FILE)
    if isinstance(error, PermissionError):
        return CannotReadError(N_("You have no permission to read the log file."))
    return CannotReadError(N_("The log file cannot be read: {reason}."), reason=reason(error))
