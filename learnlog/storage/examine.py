"""Look at a log's bytes line by line: what is wrong, and where."""

from __future__ import annotations

import os
import re
from enum import StrEnum
from typing import NamedTuple
from zlib import crc32

from learnlog.errors import DamagedError, NewerFormatError, StorageError
from learnlog.storage import lines
from learnlog.storage.json_text import Refused, strict
from learnlog.storage.lines import Header
from learnlog.storage.mark import NOTHING, Mark
from learnlog.text import N_, Msg

_MARK = b"\xef\xbb\xbf"
_LONGEST = 1 << 16
"""So much of a first line is read."""


class Fault(StrEnum):
    """Kinds of damage."""

    NOT_A_LOG = "not_a_log"
    """The first line is not a log's."""
    NOT_TEXT = "not_text"
    """Bytes that are not UTF-8."""
    NOT_A_LINE = "not_a_line"
    """Not JSON, or not an action."""
    WRONG_SUM = "wrong_sum"
    """An action, but not as it was written: changed by hand."""
    WRONG_PLACE = "wrong_place"
    """As it was written, but what stood before it then is missing, or something has been put there."""
    CUT_OFF = "cut_off"
    """Everything is as it was written, but the last lines that were acknowledged are not there."""
    TORN = "torn"
    """The end of a save that was never acknowledged. Not damage."""


class Finding(NamedTuple):
    """Something wrong with a line.

    Attributes:
        line: Its number in the file, from 1.
        fault: What is wrong.
        lines: How many lines it is about.
    """

    line: int
    fault: Fault
    lines: int = 1


class Examined(NamedTuple):
    """What a file holds.

    Attributes:
        header: The first line, if it can be read.
        good: Lines that are as they were written, without line feeds.
        edited: Those of `readable` that have a wrong sum.
        readable: The good lines and the edited ones, in the order of the file.
        findings: What is wrong, in the order of the file.
        is_newer: Whether a newer learnlog has made it, whose lines this one does not know: then nothing else counts.
    """

    header: Header | None
    good: list[bytes]
    edited: list[bytes]
    readable: list[bytes]
    findings: list[Finding]
    is_newer: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing acknowledged is missing or changed."""
        return all(finding.fault is Fault.TORN for finding in self.findings)


def examine(data: bytes, mark: Mark = NOTHING) -> Examined:
    """Check every line, in itself and from the sum of the line before it.

    What editors add (a mark in front, carriage returns) is named, and looked through.

    Args:
        data: The file.
        mark: How far the log had come at the last save.
    """
    rows = data.split(b"\n")
    torn = rows.pop()
    findings: list[Finding] = []
    first = rows[0].removeprefix(_MARK).removesuffix(b"\r") if rows else b""
    header = _header(first, findings)
    if header and not lines.is_whole(rows[0] + b"\n"):
        findings.append(Finding(1, Fault.WRONG_SUM))
    good: list[bytes] = []
    edited: list[bytes] = []
    readable: list[bytes] = []
    running = 0
    compacted_to = header.compacted_to if header else 0
    last = 0
    read_to = 1
    for place, stored in enumerate(rows, 1):
        row = stored.removesuffix(b"\r")
        fault = _look(row) if place > 1 or not header else None
        if (place > 1 or not header) and fault in (None, Fault.WRONG_SUM):
            n = lines.decode_action(row).n
            readable.append(row)
            (edited if fault else good).append(row)
            follows = n == max(last, compacted_to) + 1 or last <= n <= compacted_to
            if fault is None and not (follows and lines.is_whole(stored + b"\n", running)):
                fault = Fault.WRONG_PLACE if row == stored else Fault.WRONG_SUM
            last, read_to = n, place
        if fault and place > 1:
            findings.append(Finding(place, fault))
        running = _next(row, running)
    whole = torn[: lines.end_of_sealed(torn, running)]
    if whole and header and _look(whole) is None:  # it lacks only its line feed
        readable.append(whole)
        good.append(whole)
    examined = Examined(header, good, edited, readable, findings, _is_newer(first))
    missing = _cut_off(examined, len(rows) - 1 + bool(whole), 0 if whole else len(rows) - read_to, mark)
    if missing:
        findings.append(Finding(len(rows) + 1, Fault.CUT_OFF, missing))
    elif torn and header:
        findings.append(Finding(len(rows) + 1, Fault.TORN))
    return examined


def _cut_off(examined: Examined, rows: int, unread: int, mark: Mark) -> int:
    """How many lines are missing after the last one.

    Args:
        examined: What was found so far.
        rows: How many lines follow the first.
        unread: How many of them, at the end, cannot be read: they are there, whatever they were.
        mark: How far the log had come at the last save.
    """
    header = examined.header
    if header is None:
        return 0
    last = lines.number_of(examined.readable[-1]) if examined.readable else 0
    missing = max(0, mark.last_of(header) - max(last, header.compacted_to) - unread)
    if last <= header.compacted_to and all(found.fault is not Fault.WRONG_PLACE for found in examined.findings):
        missing += max(0, header.compacted_lines - rows)  # the cut lies among the lines that compaction kept
    return missing


def sentence(finding: Finding) -> Msg:
    """What is wrong, in words."""
    if finding.fault is Fault.CUT_OFF:
        return Msg(
            N_("{count} line is missing at the end of the log."),
            plural=N_("{count} lines are missing at the end of the log."),
            number=finding.lines,
        )
    return Msg(_SENTENCES[finding.fault], {"line": finding.line})


_SENTENCES = {
    Fault.NOT_A_LOG: N_("The file is not a learning log, or its first line is damaged."),
    Fault.NOT_TEXT: N_("Line {line} of the log holds bytes that are no text."),
    Fault.NOT_A_LINE: N_("Line {line} of the log cannot be read."),
    Fault.WRONG_SUM: N_("Line {line} of the log is not as learnlog wrote it."),
    Fault.WRONG_PLACE: N_("Something is missing before line {line} of the log."),
    Fault.TORN: N_("The last save did not get through; it was never confirmed. The next save tidies up."),
}
"""What is wrong, in words."""


def error_of(examined: Examined, *, copied: bool) -> StorageError:
    """The error to raise for a file that is not whole: it names the first bad line and its fault.

    Args:
        examined: What was found in it.
        copied: Whether a copy of it has been set aside.
    """
    if examined.is_newer:
        return NewerFormatError(N_("This log was made by a newer learnlog, and this one cannot read it."))
    finding = next((each for each in examined.findings if each.fault is not Fault.TORN), None)
    if finding is None:
        return DamagedError()
    fault = sentence(finding)
    if copied:
        return DamagedError(
            N_("{fault} A copy has been set aside, and nothing has been changed."), fault=fault, line=finding.line
        )
    return DamagedError(
        N_("{fault} Nothing has been changed, but no copy could be set aside."), fault=fault, line=finding.line
    )


def begins_a_log(path: str) -> bool:
    """Whether a file can be opened as a log: it begins as one, or is empty, or is not there yet."""
    if not os.path.lexists(path):
        return True
    try:
        if not os.path.isfile(path):
            return False
        with open(path, "rb") as file:
            first = file.readline(_LONGEST)
    except OSError:
        return False
    return not first or _header(first.rstrip(b"\r\n"), []) is not None


def _header(row: bytes, findings: list[Finding]) -> Header | None:
    try:
        return lines.decode_header(row)
    except Refused:
        findings.append(Finding(1, Fault.NOT_A_LOG))
        return None


def _is_newer(row: bytes) -> bool:
    """Whether a first line says that what follows are not the lines of today.

    All else in it may be newer, too: what fields it has, and how its sum is made. Only when one bit makes it a line of
    ours, that bit has been flipped.
    """
    try:
        fields = strict(row)
    except Refused:
        return False
    reader, schema = fields.get("min_reader"), fields.get("schema")
    if fields.get("format") != lines.FORMAT or type(reader) is not int or type(schema) is not int:
        return False
    if lines.is_whole(row + b"\n"):
        return reader > lines.READER
    if reader <= lines.READER and schema <= lines.SCHEMA:
        return False
    told = list(re.finditer(rb'"(?:min_reader|schema)":(\d{1,9})', row))[:2]
    digits = [at for found in told for at in range(*found.span(1))]
    flipped = (row[:at] + bytes([row[at] ^ 1 << bit]) + row[at + 1 :] for at in digits for bit in range(8))
    return not any(lines.is_whole(each + b"\n") for each in flipped)


def _look(row: bytes) -> Fault | None:
    """What is wrong with a line in itself."""
    try:
        row.decode()
        lines.decode_action(row)
    except UnicodeDecodeError:
        return Fault.NOT_TEXT
    except Refused:
        return Fault.NOT_A_LINE
    return None if lines.is_as_written(row) else Fault.WRONG_SUM


def _next(row: bytes, running: int) -> int:
    """CRC-32 of the file up to here if this line is right; otherwise as far as it can be known."""
    try:
        return lines.running_after(row + b"\n")
    except Refused:
        return crc32(row + b"\n", running)
