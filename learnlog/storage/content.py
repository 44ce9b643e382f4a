"""A log's bytes, checked: whether all that was written is there, as it was written, and where it ends. Pure."""

import os
from typing import NamedTuple

from learnlog.errors import NewerFormatError
from learnlog.storage import lines
from learnlog.storage.json_text import Refused
from learnlog.storage.lines import LEAST, Header
from learnlog.text import N_


class Tail(NamedTuple):
    """Where the file ended when we last looked.

    Attributes:
        header: Its first line.
        end: Length of its good lines, in bytes.
        n: Running number of its last line; 0 after the header, or the last number before a compaction.
        running: CRC-32 of its good lines.
        identity: Device and inode.
        size: Its length, in bytes: more than `end` when the last line is torn.
        mend: A good last line, from `end` on, that lacks only its line feed: written again before the next one.
    """

    header: Header
    end: int
    n: int
    running: int
    identity: tuple[int, int]
    size: int
    mend: bytes = b""


class Content(NamedTuple):
    """A whole log, read.

    Attributes:
        tail: Where it ends.
        actions: The lines after the header, without line feeds.
        torn: Bytes after the last good line: an action that was never acknowledged.
    """

    tail: Tail
    actions: list[bytes]
    torn: bytes


class NotWhole(Exception):  # noqa: N818 - not an error to show: it is looked into first
    """The file's sums do not fit, or it is not a log at all."""


def take_apart(data: bytes, identity: tuple[int, int] = (0, 0)) -> Content:
    """Check a log's bytes and split them into lines.

    Raises:
        NotWhole: If a byte is not as it was written.
        NewerFormatError: If its lines are of a newer kind.
    """
    first = data.find(b"\n") + 1
    try:
        header = lines.decode_header(data[: first - 1])
    except Refused as error:
        raise NotWhole from error
    if header.min_reader > lines.READER and lines.is_whole(data[:first]):
        raise NewerFormatError(N_("This log was made by a newer learnlog, and this one cannot read it."))
    end = data.rfind(b"\n") + 1
    good, torn = (data, b"") if end == len(data) else (data[:end], data[end:])
    if not lines.is_whole(good):
        raise NotWhole
    running = lines.running_after(good[-LEAST:])
    actions = good.split(b"\n")[1:-1]
    mend, torn = _mended(torn, running)
    if mend:
        actions.append(mend[:-1])
        running = lines.running_after(mend)
    n = max(header.compacted_to, number_in(actions[-1]) if actions else 0)
    if n - header.compacted_to != len(actions) - header.compacted_lines:
        raise NotWhole
    return Content(Tail(header, end, n, running, identity, len(data), mend), actions, torn)


def _mended(torn: bytes, running: int) -> tuple[bytes, bytes]:
    """The last line if only its line feed is missing or wrong, and what is torn if it is not so."""
    end = lines.end_of_sealed(torn, running)
    return (torn[:end] + b"\n", b"") if end else (b"", torn)


def tail_of(first: bytes, last: bytes, status: os.stat_result) -> Tail:
    """The tail, from the first and the last bytes of a file without anything odd about it.

    Raises:
        NotWhole: If they do not fit together.
        NewerFormatError: If its lines are of a newer kind.
    """
    try:
        first = first[: first.find(b"\n") + 1]
        header = lines.decode_header(first[:-1])
        if not lines.is_whole(first):
            raise NotWhole
        if header.min_reader > lines.READER:
            raise NewerFormatError(N_("This log was made by a newer learnlog, and this one cannot read it."))
        before = last.rfind(b"\n", 0, len(last) - 1) + 1
        line = last[before:]
        running = lines.running_after(last[:before][-LEAST:]) if before else 0
        if not lines.is_whole(line, running):
            raise NotWhole
    except Refused as error:
        raise NotWhole from error
    n = max(header.compacted_to, number_in(line) if before else 0)
    end = status.st_size
    return Tail(header, end, n, lines.running_after(line), (status.st_dev, status.st_ino), end)


def ends_with_sum(data: bytes, running: int) -> bool:
    """Whether the last line of some bytes has this running sum."""
    try:
        return lines.running_after(data) == running
    except Refused:
        return False


def number_in(line: bytes) -> int:
    """The running number of a line whose sums are right.

    Raises:
        NotWhole: If it has none.
    """
    try:
        return lines.number_of(line)
    except ValueError as error:
        raise NotWhole from error
