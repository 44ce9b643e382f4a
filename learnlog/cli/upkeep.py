"""Where everything lies, and whether it is well: paths, doctor."""

from __future__ import annotations

from learnlog.cli.call import Call
from learnlog.cli.opening import services
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.services.findings import Finding, Severity

MARKS = {Severity.NOTE: "·", Severity.WARNING: "!", Severity.ERROR: "✗"}


def paths(call: Call) -> int:
    """Show where everything lies; nothing is opened."""
    from learnlog.storage.locations import locate

    places = locate(call.environment, call.log)
    if call.arguments.switch("json"):
        call.out.json(places._asdict(), indent=2)
        return 0
    rows = (
        (_("Log"), places.log),
        (_("Data folder"), places.home),
        (_("Unfinished texts"), places.drafts),
        (_("Backups"), places.backups),
        (_("Damaged files"), places.damaged),
        (_("Settings"), places.settings),
    )
    widest = max(len(name) for name, _path in rows)
    for name, path in rows:
        call.out.line(f"{name:<{widest}}  {path}")
    return 0


def doctor(call: Call) -> int:
    """Check the log and say what was found: 0 all is well, 1 something should be seen to, 3 the log is not whole."""
    given = call.arguments
    upkeep = services(call).upkeep
    findings = upkeep.fix() if given.switch("fix") else upkeep.check()
    worst = [each.severity for each in findings]
    if given.switch("json"):
        call.out.json({"healthy": not set(worst) - {Severity.NOTE}, "findings": list(map(_object, findings))}, indent=2)
    else:
        _print(call, findings)
    if Severity.ERROR in worst:
        return 3
    return int(Severity.WARNING in worst)


def _object(finding: Finding) -> dict[str, str]:
    text = translator().say(finding.message)
    return {"code": finding.code, "severity": finding.severity, "text": text, "repair": finding.repair}


def _print(call: Call, findings: tuple[Finding, ...]) -> None:
    for each in findings:
        call.out.line(f"{MARKS[each.severity]} {translator().say(each.message)}")
        if each.repair:
            call.out.line("  " + _("What helps: {line}", line=each.repair))
    if all(each.severity is Severity.NOTE for each in findings):
        call.out.line(_("All is well."))
