"""What a log that is not whole can be restored from, and which of it is best."""

from __future__ import annotations

import os
from typing import NamedTuple

from learnlog.storage import examine, lines
from learnlog.storage.examine import Examined, Fault
from learnlog.storage.image import Image
from learnlog.storage.lines import Header
from learnlog.storage.mark import Mark

LINES = "lines"
"""Name of the candidate that takes every good line of the log."""
EDITED = "edited"
"""Name of the candidate that takes lines changed by hand as they are."""


class Candidate(NamedTuple):
    """Something the log can be restored from.

    Attributes:
        n: Running number of its last line.
        entries: How many entries it holds.
        documents: How much of any kind it holds, entries among them.
        generation: Of the file it comes from.
        name: ``lines`` (every good line of the log, completed from copies), ``edited`` (with the lines that were
            changed by hand as they are now), ``prev``, or the file name of a backup.
        missing: How many lines are known to be missing from it.
        actions: Its lines.
        header: Of the file it comes from.
    """

    n: int
    entries: int
    documents: int
    generation: int
    name: str
    missing: int
    actions: list[bytes]
    header: Header


def ranked(data: bytes, mark: Mark, copies: list[Candidate]) -> tuple[Candidate, ...]:
    """Everything a log can be restored from, the best first: the latest, then the fullest.

    Args:
        data: The log file, as it is.
        mark: What is known of the log from elsewhere.
        copies: The copies of it that are whole.
    """
    examined = examine.examine(data, mark)
    newest = max((copy.header for copy in copies), key=lambda each: each.generation, default=None)
    header = examined.header or newest or Header(os.urandom(16).hex())  # the lines are worth more than their header
    if any(finding.line == 1 for finding in examined.findings):
        header = _plausible(header)
    if examined.header:  # what lies beside it may be another log's
        copies = [copy for copy in copies if copy.header.log_id == examined.header.log_id]
    found = [copy._replace(missing=copy.missing + _after(copy, mark)) for copy in copies]
    cut_off = sum(finding.lines for finding in examined.findings if finding.fault is Fault.CUT_OFF)
    own = [_completed(LINES, header, examined, copies)] if examined.good else []
    if examined.edited:
        own.append(candidate_of(EDITED, header, examined.readable))
    found += [each._replace(missing=each.missing + cut_off) for each in own]
    return tuple(sorted(found, key=lambda each: (each.n, -each.missing, each.entries, each.generation), reverse=True))


def _plausible(header: Header) -> Header:
    """A damaged header's versions may be anything: those of this learnlog, which could read the lines."""
    schema = header.schema if 1 <= header.schema <= lines.SCHEMA else lines.SCHEMA
    return header._replace(min_reader=lines.READER, schema=schema)


def candidate_of(name: str, header: Header, actions: list[bytes]) -> Candidate:
    """A log's lines as a candidate."""
    actions = sorted(dict.fromkeys(actions), key=lines.number_of)  # each once, and in its place
    known = {lines.number_of(line) for line in actions}
    last = max(known, default=0)
    missing = sum(1 for n in range(header.compacted_to + 1, last + 1) if n not in known)
    tables = Image(actions).tables
    entries, documents = len(tables.get("entries", ())), sum(map(len, tables.values()))
    return Candidate(last, entries, documents, header.generation, name, missing, actions, header)


def _after(copy: Candidate, mark: Mark) -> int:
    """How many lines the log had after what a copy holds."""
    return max(0, mark.last_of(copy.header) - max(copy.n, copy.header.compacted_to))


def _completed(name: str, header: Header, examined: Examined, copies: list[Candidate]) -> Candidate:
    """The good lines of a log, with those that are missing among them from copies of the same log.

    What compaction has dropped is not missing: of lines so old only copies of the same generation are asked. Neither
    is what came after its last line: somebody may have put an older log back and want it as it is. Who wants what came
    after chooses the copy that has it.
    """
    by_number: dict[int, list[bytes]] = {}
    last = max(map(lines.number_of, examined.readable))
    for line in examined.good:
        by_number.setdefault(lines.number_of(line), []).append(line)
    for copy in copies:
        if copy.header.log_id != header.log_id:
            continue
        known = set(by_number)
        for line in copy.actions:
            n = lines.number_of(line)
            if (
                n not in known
                and n <= last
                and (n > header.compacted_to or copy.header.generation == header.generation)
            ):
                by_number.setdefault(n, []).append(line)
    return candidate_of(name, header, [line for found in by_number.values() for line in found])
