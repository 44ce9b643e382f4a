"""Where everything lies, and whether it is well: paths, doctor."""

from __future__ import annotations

from learnlog.cli import typed
from learnlog.cli.call import Call
from learnlog.cli.everything import services
from learnlog.cli.opening import ground
from learnlog.domain.printable import show_line
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.services.findings import Finding, Severity
from learnlog.services.upkeep import Restored, Upkeep

BEST = "best"
"""The copy to restore from, when it is left to learnlog."""
DAMAGED = 3
NEWER = 6
MARKS = {Severity.NOTE: "·", Severity.WARNING: "!", Severity.ERROR: "✗"}


def paths(call: Call) -> int:
    """Show where everything lies; nothing is opened."""
    places = ground(call).locations
    if call.arguments.switch("json"):
        call.out.json({**places._asdict(), "index": places.log_index}, indent=2)
        return 0
    rows = (
        (_("Log"), places.log),
        (_("Data folder"), places.home),
        (_("Unfinished texts"), places.drafts),
        (_("Backups"), places.backups),
        (_("Damaged files"), places.damaged),
        (_("Settings"), places.settings),
        (_("Index (may be deleted)"), places.log_index),
    )
    widest = max(len(name) for name, _path in rows)
    for name, path in rows:  # not wrapped: a path is copied from here
        call.out.raw(f"{name:<{widest}}  {show_line(path)}\n")
    return 0


def doctor(call: Call) -> int:
    """Check the log: 0 all is well, 1 something should be seen to, 3 the log is not whole, 6 it is too new to read."""
    given = call.arguments
    upkeep = services(call).upkeep
    name = given.text("restore")
    if name is not None:
        return _restore(call, upkeep, "" if name == BEST else name)
    if given.switch("start_anew"):
        return _start_anew(call, upkeep)
    if given.switch("compact"):
        done = upkeep.compact(force=True)
        call.out.note(_("The log file has been made smaller.") if done else _("There is nothing to make smaller."))
    findings = upkeep.fix() if given.switch("fix") else upkeep.check()
    worst = {each.severity for each in findings}
    if given.switch("json"):
        call.out.json({"healthy": worst <= {Severity.NOTE}, "findings": list(map(_object, findings))}, indent=2)
    else:
        _print(call, findings)
    if any(each.code == "log.too_new" for each in findings):
        return NEWER
    return DAMAGED if Severity.ERROR in worst else int(Severity.WARNING in worst)


def _restore(call: Call, upkeep: Upkeep, name: str) -> int:
    """Restore the log; somebody at a terminal is asked first, for it takes the place of what is there."""
    if call.can_ask and not typed.agreed(_("Restore the log? The present file is set aside in the folder “damaged”.")):
        return 1
    taken = upkeep.restore(name)
    if call.arguments.switch("json"):
        restored = taken._asdict() if taken else dict.fromkeys(Restored._fields)
        call.out.json({"restored_from": restored.pop("name"), **restored})
    elif taken is None:
        call.out.note(_("The log is whole; there is nothing to restore."))
    else:
        many = ngettext(
            "The log was restored from “{name}”: {count} entry.",
            "The log was restored from “{name}”: {count} entries.",
            taken.entries,
            name=taken.name,
        )
        call.out.note(many)
        if not taken.copies_seen:
            call.out.note(_("The folder of copies cannot be read, so no copy was looked at."))
    return 0


def _start_anew(call: Call, upkeep: Upkeep) -> int:
    """Give up what cannot be restored; somebody at a terminal is asked first."""
    question = _("Begin a new, empty log? What is left of the old one is kept in the folder “damaged”.")
    if call.can_ask and not typed.agreed(question):
        return 1
    upkeep.start_anew()
    call.out.note(_("A new log has been begun."))
    return 0


def _object(finding: Finding) -> dict[str, object]:
    """A finding for other programs."""
    text = translator().say(finding.message)
    found = {"code": finding.code, "severity": finding.severity, "text": text, "repair": finding.repair}
    return {**found, "line": finding.line} if finding.line else dict(found)


def _print(call: Call, findings: tuple[Finding, ...]) -> None:
    for each in findings:
        call.out.line(f"{MARKS[each.severity]} {translator().say(each.message)}")
        if each.repair:
            call.out.line(f"  {each.repair}")
    if all(each.severity is Severity.NOTE for each in findings):
        call.out.line(_("All is well."))
