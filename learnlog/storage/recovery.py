"""When a log is not whole: what can be had back, and having it back. Nothing is written before its owner says so."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import NamedTuple

from learnlog.domain.clock import Clock
from learnlog.errors import CannotReadError, CannotSaveError, DamagedError, NewerFormatError, RuleError, reason
from learnlog.storage import examine, json_text, lines
from learnlog.storage.backups import BackupFolder
from learnlog.storage.candidates import EDITED, LINES, Candidate, candidate_of, ranked
from learnlog.storage.content import Content, NotWhole, take_apart
from learnlog.storage.disk import Disk, read_whole
from learnlog.storage.examine import Finding
from learnlog.storage.guard import Guard, cannot_save
from learnlog.storage.image import Image
from learnlog.storage.journal import Journal
from learnlog.storage.lines import Header
from learnlog.storage.locations import backups_beside
from learnlog.storage.lock import PATIENCE
from learnlog.storage.mark import Mark
from learnlog.storage.opening import PREVIOUS, set_aside
from learnlog.text import N_

_DISK = Disk()


class Condition(StrEnum):
    """How a log is."""

    NONE = "none"
    """There is no log, and never was one here."""
    WHOLE = "whole"
    TORN = "torn"
    """Whole, but for the end of a save that was never acknowledged."""
    DAMAGED = "damaged"
    LOST = "lost"
    """Gone or emptied, although there was one."""
    NEWER = "newer"
    """Made by a newer learnlog."""
    UNREADABLE = "unreadable"
    """The system does not let it be read, or it is not a file."""


class Report(NamedTuple):
    """What was found.

    Attributes:
        condition: How the log is.
        findings: What is wrong with which lines.
        generation: Of the log; 0 when its first line cannot be read.
        n: Running number of its last readable line.
        lines: How many lines can be read.
        entries: How many entries those hold.
        size: In bytes.
    """

    condition: Condition
    findings: tuple[Finding, ...] = ()
    generation: int = 0
    n: int = 0
    lines: int = 0
    entries: int = 0
    size: int = 0


class Recovery:
    """Looks at a log, whatever its condition, and restores it when told to."""

    def __init__(self, path: str, clock: Clock, disk: Disk = _DISK, patience: float = PATIENCE) -> None:
        """Know the log.

        Args:
            path: The log file.
            clock: Where the time comes from.
            disk: The system's calls.
            patience: How long to wait for another learnlog that is saving, in seconds.
        """
        self.path = os.path.realpath(path)
        self._disk = disk
        self._clock = clock
        self._guard = Guard(self.path, disk, patience)
        self._backups = BackupFolder(backups_beside(self.path), disk, clock)

    def look(self) -> Report:
        """Examine the log; nothing is changed, and nothing raised however bad it is."""
        mark = self._guard.remembered()  # before the log, which others may be adding to
        try:
            return self._report(self._data(), mark)
        except OSError:
            return Report(Condition.UNREADABLE)

    def _report(self, data: bytes, mark: Mark) -> Report:
        if not data:
            return Report(Condition.LOST if self._was_one() else Condition.NONE)
        examined = examine.examine(data, mark)
        if examined.is_newer:
            return Report(Condition.NEWER, size=len(data))
        header = examined.header
        image = Image(examined.readable)
        condition = Condition.WHOLE
        if not examined.is_whole:
            condition = Condition.DAMAGED
        elif header and header.schema > lines.SCHEMA:
            condition = Condition.NEWER
        elif examined.findings:
            condition = Condition.TORN
        return Report(
            condition,
            tuple(examined.findings),
            header.generation if header else 0,
            _last(examined.readable),
            len(examined.readable),
            len(image.table("entries")),
            len(data),
        )

    def candidates(self) -> tuple[Candidate, ...]:
        """Everything the log can be restored from, the best first: the latest, then the fullest.

        Raises:
            CannotReadError: If the log cannot be read: what is in it may be better than any copy.
        """
        mark = self._guard.remembered()
        try:
            return ranked(self._data(), mark, self._copies())
        except OSError as error:
            raise _cannot_read(error) from error

    def restore(self, name: str = "") -> Candidate | None:
        """Put a candidate in the log's place. The present file is set aside first, whatever is in it.

        Args:
            name: Which candidate, or the beginning of its name; the best by default, and then a log that is whole
                is left alone.

        Returns:
            What it was restored from; None when there was nothing to do.

        Raises:
            DamagedError: If there is nothing to restore it from.
            NewerFormatError: If what it would be restored from was made by a newer learnlog.
            CannotReadError: If the log cannot be read now: what is in it may be better than any copy. Or, when the
                best is wanted, if the folder of copies cannot be read: nobody knows which is the best then.
            CannotSaveError: If it could not be done; the file is as it was.
        """
        with self._guard:
            mark = self._guard.remembered()
            try:
                data = self._data()
            except OSError as error:
                raise _cannot_read(error) from error
            condition = self._report(data, mark).condition
            if not name and condition is Condition.NEWER:
                raise NewerFormatError
            if not name and condition not in (Condition.DAMAGED, Condition.LOST):
                return None
            if not name and not self.sees_copies():
                raise CannotReadError(
                    N_(
                        "The folder of copies cannot be read, so it cannot be told what is best."
                        " Make it readable, or take the good lines of the file: {line}"
                    ),
                    line="learnlog doctor --restore lines",
                )
            candidates = ranked(data, mark, self._copies())
            chosen = self._chosen(name, candidates, condition)
            try:
                self._set_aside(data)
                self._put_in_place(chosen, candidates, mark)
            except OSError as error:
                raise cannot_save(error) from error
            except NotWhole as error:
                raise DamagedError(N_("There is nothing to restore the log from.")) from error
        return chosen

    def _chosen(self, name: str, candidates: tuple[Candidate, ...], condition: Condition) -> Candidate:
        """The candidate that is meant by a name, or the best; errors as in `restore`."""
        fitting = [each for each in candidates if each.name.startswith(name)]
        if not name:  # lines changed by hand are taken only when somebody has looked at them and says so
            fitting = [each for each in fitting if each.name != EDITED and each.documents]
        if not fitting and name and self.candidates():
            raise RuleError(N_("There is no copy of that name. “learnlog doctor” names those there are."))
        if not fitting:
            raise DamagedError(N_("There is nothing to restore the log from."))
        is_of_itself = fitting[0].name in (LINES, EDITED)
        if fitting[0].header.schema > lines.SCHEMA or (is_of_itself and condition is Condition.NEWER):
            raise NewerFormatError  # what a newer learnlog has written, only that one writes again
        return fitting[0]

    def sees_copies(self) -> bool:
        """Whether it can be told which copies there are."""
        try:
            self._backups.all()
        except OSError:
            return False
        return True

    def start_anew(self) -> None:
        """Give up what was lost: the present file is set aside and the next save starts a new log.

        Raises:
            CannotSaveError: If it could not be done.
        """
        with self._guard:
            try:
                self._set_aside(self._data())
                journal = Journal(self.path, self._disk)
                journal.create(Header(os.urandom(16).hex()))
                self._guard.remember(journal.tail)
            except OSError as error:
                raise cannot_save(error) from error

    def _put_in_place(self, candidate: Candidate, candidates: tuple[Candidate, ...], mark: Mark) -> None:
        newest = max(mark.last_of(candidate.header), *(each.n for each in candidates))
        gaps = candidate.missing or newest != candidate.n
        header = candidate.header._replace(
            generation=max(mark.generation, *(each.generation for each in candidates)) + 1,  # the mark is past then
            compacted_to=newest,  # numbers once given are not given again
            compacted_lines=len(candidate.actions),
            history_from=newest + 1 if gaps else candidate.header.history_from,
        )
        content = Journal(self.path, self._disk).rewrite(header, candidate.actions)
        self._guard.mark()
        self._guard.remember(content.tail)

    def _set_aside(self, data: bytes) -> None:
        if data and not set_aside(self.path, data, self._disk, self._clock):
            raise CannotSaveError(
                N_("The damaged log could not be copied to a safe place first, so nothing has been changed.")
            )

    def _data(self) -> bytes:
        try:
            return read_whole(self._disk, self.path)
        except FileNotFoundError:  # any other trouble does not mean that there is no log
            return b""

    def _was_one(self) -> bool:
        return bool(self._files()) or self._guard.is_marked()

    def _copies(self) -> list[Candidate]:
        """The copies that are whole."""
        return [candidate for name, path in self._files() if (candidate := self._copy(name, path))]

    def _files(self) -> list[tuple[str, str]]:
        """Names and paths of the copies there are, as far as they can be seen."""
        previous = [("prev", self.path + PREVIOUS)] if self._disk.exists(self.path + PREVIOUS) else []
        try:
            return previous + [(os.path.basename(each.path), each.path) for each in self._backups.all()]
        except OSError:
            return previous

    def _copy(self, name: str, path: str) -> Candidate | None:
        """A copy as candidate, if it is whole."""
        try:
            content: Content = take_apart(read_whole(self._disk, path))
            return candidate_of(name, content.tail.header, content.actions)
        except (OSError, NotWhole, NewerFormatError, json_text.Refused):
            return None


def _cannot_read(error: OSError) -> CannotReadError:
    return CannotReadError(N_("The log file cannot be read: {reason}."), reason=reason(error))


def _last(actions: list[bytes]) -> int:
    return lines.number_of(actions[-1]) if actions else 0
