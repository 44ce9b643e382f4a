"""Checks of the log itself: whether it is whole, what it can be restored from, whether what stands in it is sound."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from learnlog.domain.clock import Clock
from learnlog.domain.entry import Entry
from learnlog.domain.printable import show
from learnlog.errors import LearnlogError, NewerFormatError
from learnlog.services import identity_checks
from learnlog.services.findings import FIX, RESTORE, START_ANEW, Finding, Severity, counted
from learnlog.storage.backups import BackupFolder
from learnlog.storage.candidates import Candidate
from learnlog.storage.content import NotWhole, take_apart
from learnlog.storage.disk import Disk, read_whole
from learnlog.storage.examine import Fault, sentence
from learnlog.storage.indexing import Fit
from learnlog.storage.locations import Locations
from learnlog.storage.recovery import Condition, Recovery, Report
from learnlog.storage.store import Store
from learnlog.text import N_, Msg

MOST_LINES = 20
"""So many bad lines are named one by one."""
OLD = dt.timedelta(days=30)
"""A copy older than this is no longer much of a copy."""

_CONDITIONS = {
    Condition.LOST: N_("The log is gone or emptied, although there was one here."),
    Condition.UNREADABLE: N_("The log file cannot be read."),
}

_STRANGE = Msg(
    N_("{count} entry holds control characters. They are shown as signs and do no harm."),
    plural=N_("{count} entries hold control characters. They are shown as signs and do no harm."),
)
_AHEAD = Msg(
    N_("{count} entry has a date in the future. Is this computer's clock right?"),
    plural=N_("{count} entries have dates in the future. Is this computer's clock right?"),
)
_CLASHING = Msg(
    N_("{count} entry was changed in two windows at once. Open it to choose."),
    plural=N_("{count} entries were changed in two windows at once. Open them to choose."),
)


def check(store: Store, locations: Locations, clock: Clock) -> Iterator[Finding]:
    """All checks of the log; nothing is changed."""
    recovery = Recovery(locations.log, clock)
    try:
        report = recovery.look()
    except OSError:
        report = Report(Condition.UNREADABLE)
    if report.condition is Condition.NONE:
        yield Finding("log.none", Severity.NOTE, Msg(N_("There is no log yet. It is made when you write something.")))
        return
    yield from _condition(report, store)
    if report.condition in (Condition.DAMAGED, Condition.LOST):
        yield from _ways_back(recovery)
        return
    if report.condition in (Condition.WHOLE, Condition.TORN):
        try:
            read_only = store.read_only
            if read_only:
                yield Finding("log.read_only", Severity.WARNING, read_only)
            yield from _entries(store.entries.all(), clock)
            yield from identity_checks.check(store, locations, clock)
            yield from _index(store.shortcut.fit())
        except LearnlogError as error:
            yield Finding("log.unreadable", Severity.ERROR, error.message)
    yield from _backups(locations, clock, report.entries)


def _condition(report: Report, store: Store) -> Iterator[Finding]:
    """How the log is, and what is wrong with which lines."""
    if report.condition is Condition.UNREADABLE:
        yield Finding(f"log.{report.condition}", Severity.ERROR, _why_unreadable(store))
    elif report.condition in _CONDITIONS:
        yield Finding(f"log.{report.condition}", Severity.ERROR, Msg(_CONDITIONS[report.condition]))
    if report.condition is Condition.NEWER:
        yield _newer(store)
    for found in report.findings[:MOST_LINES]:
        severity = Severity.WARNING if found.fault is Fault.TORN else Severity.ERROR
        yield Finding(f"log.{found.fault}", severity, sentence(found), line=found.line)
    if len(report.findings) > MOST_LINES:
        message = Msg(N_("{count} lines of the log are damaged."), {"count": len(report.findings)})
        yield Finding("log.many", Severity.ERROR, message)


def _why_unreadable(store: Store) -> Msg:
    """Why the log cannot be read, as everybody else is told."""
    try:
        store.refresh()
    except LearnlogError as error:
        return error.message
    return Msg(_CONDITIONS[Condition.UNREADABLE])


def _newer(store: Store) -> Finding:
    """Whether a newer log can be read at least."""
    try:
        return Finding("log.newer", Severity.WARNING, store.read_only or Msg(NewerFormatError.default))
    except LearnlogError as error:
        return Finding("log.too_new", Severity.ERROR, error.message)


def _ways_back(recovery: Recovery) -> Iterator[Finding]:
    """What the log can be restored from, the best first."""
    try:
        candidates = recovery.candidates()
    except (OSError, LearnlogError):
        candidates = ()
    if not recovery.sees_copies():
        yield _no_copies_seen()
    if not any(each.documents for each in candidates):
        message = Msg(N_("There is no copy to restore it from. The damaged file is kept."))
        yield Finding("restore.nothing", Severity.ERROR, message, START_ANEW)
    for each in candidates:
        if each.documents:  # what holds nothing is no way back
            yield Finding("restore.possible", Severity.NOTE, _possible(each), f"{RESTORE} {each.name}")


def _possible(candidate: Candidate) -> Msg:
    """What something holds that the log can be restored from, and what is known to be missing there."""
    if not candidate.missing:
        return Msg(
            N_("It can be restored from “{name}”: {count} entry."),
            {"name": candidate.name},
            plural=N_("It can be restored from “{name}”: {count} entries."),
            number=candidate.entries,
        )
    missing = Msg(N_("{count} line is missing there."), {}, N_("{count} lines are missing there."), candidate.missing)
    return Msg(
        N_("It can be restored from “{name}”: {count} entry. {missing}"),
        {"name": candidate.name, "missing": missing},
        plural=N_("It can be restored from “{name}”: {count} entries. {missing}"),
        number=candidate.entries,
    )


def _entries(entries: tuple[Entry, ...], clock: Clock) -> Iterator[Finding]:
    """What stands in the log."""
    yield from counted(
        "entries.control",
        Severity.NOTE,
        _STRANGE,
        sum(any(show(text) != text for text in entry.texts()) for entry in entries),
    )
    yield from counted("entries.future", Severity.WARNING, _AHEAD, sum(entry.date > clock.today() for entry in entries))
    yield from counted("entries.clash", Severity.NOTE, _CLASHING, sum(bool(entry.clashes) for entry in entries))
    now = clock.now()
    if any(entry.updated_at and entry.updated_at > now for entry in entries):
        message = Msg(N_("This computer's clock is behind the latest save. Check the date and the time."))
        yield Finding("clock.behind", Severity.WARNING, message)


def _index(fit: str) -> Iterator[Finding]:
    """Whether what stands beside the log for the sake of speed tells the same as the log."""
    if fit == Fit.WRONG:
        message = Msg(N_("The index tells otherwise than the log. Nothing is lost: it can be made anew from the log."))
        yield Finding("index.wrong", Severity.WARNING, message, FIX)
    elif fit == Fit.UNUSED:
        message = Msg(N_("The index is old or damaged, and not used. It is made anew when the log is read."))
        yield Finding("index.unused", Severity.NOTE, message, FIX)


def _backups(locations: Locations, clock: Clock, entries: int) -> Iterator[Finding]:
    """Whether every copy can be read, and how old the newest is."""
    disk = Disk()
    try:
        copies = BackupFolder(locations.backups, disk, clock).all()
    except (OSError, LearnlogError):
        yield _no_copies_seen()
        return
    for each in copies:
        if not _is_whole(each.path, disk):
            message = Msg(N_("The copy {path} cannot be read."), {"path": each.path})
            yield Finding("backups.damaged", Severity.WARNING, message)
    if entries and not any(clock.now() - each.made_at < OLD for each in copies):
        message = Msg(N_("There is no copy of the log from the last 30 days."))
        yield Finding("backups.old", Severity.NOTE, message, FIX)


def _no_copies_seen() -> Finding:
    return Finding("backups.closed", Severity.WARNING, Msg(N_("The folder of copies cannot be read.")))


def _is_whole(path: str, disk: Disk) -> bool:
    """Whether every byte of a copy is as it was written."""
    try:
        return not take_apart(read_whole(disk, path)).torn
    except (OSError, NotWhole, LearnlogError):
        return False
