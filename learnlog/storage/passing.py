"""Check a log from its beginning to its end, a piece at a time: no more than a piece of it is ever in memory."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from learnlog.errors import StorageError
from learnlog.storage import lines
from learnlog.storage.content import NotWhole, Tail
from learnlog.storage.disk import Disk
from learnlog.storage.journal import LOG_MAX
from learnlog.storage.mark import Mark

PIECE = 1 << 18
"""Bytes read at once; more when a line is longer."""
Take = Callable[[list[bytes], int], None]
"""Is given lines, without line feeds, and where the first of them begins in the file."""


def passed(path: str, disk: Disk, mark: Mark, take: Take, piece: int = PIECE) -> tuple[Tail, bytes]:
    """Read and check all of a log.

    Args:
        path: The log.
        disk: The system's calls.
        mark: How far the log had come at the last save.
        take: What to do with the lines, which are as they were written, and where they were. It sees to it that lines
            with several documents can be taken apart: `look_at` is the least.
        piece: How many bytes are read at once.

    Returns:
        Where it ends, and its first line.

    Raises:
        NotWhole: If anything is wrong, or only unusual. Whoever reads it whole is told what.
    """
    try:
        file = disk.open_to_read(path)
        try:
            status = disk.fstat(file)
            if status.st_size > LOG_MAX:
                raise NotWhole
            tail, first = _walked(partial(disk.read, file), status, take, piece)
        finally:
            disk.close(file)
    except (OSError, StorageError, LookupError, ValueError) as error:  # Refused is a ValueError
        raise NotWhole from error
    if mark.is_beyond(tail):
        raise NotWhole
    return tail, first


def look_at(actions: list[bytes], _start: int) -> None:
    """See that lines with several documents can be taken apart; of the others the sums say enough."""
    for line in actions:
        if lines.ONE(line) is None:
            lines.decode_action(line)


def _walked(read: Callable[[int, int], bytes], status: os.stat_result, take: Take, most: int) -> tuple[Tail, bytes]:
    end = running = count = last = 0
    first = rest = b""
    while end + len(rest) < status.st_size:
        start = end + len(rest)
        piece = read(start, min(max(most, len(rest)), status.st_size - start))
        good = rest + piece[: piece.rfind(b"\n") + 1] if b"\n" in piece else b""
        rest = piece[piece.rfind(b"\n") + 1 :] if good else rest + piece
        if not piece or (good and not lines.is_whole(good, running)):
            raise NotWhole
        if good:
            running = lines.running_after(good[-lines.LEAST :])
            actions = good.split(b"\n")[:-1]
            if not end:
                first = actions.pop(0)
            take(actions, end or len(first) + 1)
            count += len(actions)
            last = lines.number_of(actions[-1]) if actions else last
            end += len(good)
    header = lines.decode_header(first)
    n = max(header.compacted_to, last)
    if rest or header.min_reader > lines.READER or n - header.compacted_to != count - header.compacted_lines:
        raise NotWhole
    return Tail(header, end, n, running, (status.st_dev, status.st_ino), end), first
