"""Write trainings: add, edit, complete, decline, cancel, delete, restore."""

from __future__ import annotations

from typing import Any

from learnlog.cli import changes, typed
from learnlog.cli import training_opening as opening
from learnlog.cli.call import Call
from learnlog.cli.changes import Readers
from learnlog.cli.opening import ground
from learnlog.cli.warning import warn
from learnlog.domain.training import Initiative, TrainingMode, TrainingStatus
from learnlog.domain.values import ActivityType
from learnlog.errors import RuleError
from learnlog.foundation import Foundation
from learnlog.i18n.ambient import gettext as _
from learnlog.text import N_


def add(call: Call) -> int:
    """Write down a training; its id alone goes to standard output."""
    base = ground(call)
    opened = opening.trainings_on(base)
    title = typed.text(" ".join(call.arguments.words), "title")
    training = opened.blank()._replace(title=title, **_told(call, base))
    saved = opened.save(training)
    if call.arguments.switch("json"):
        opening.print_json(call, opened, saved)
    else:
        call.out.raw(saved.id + "\n")
    warn(call, saved)
    return 0


def edit(call: Call) -> int:
    """Change the fields that are named."""
    opened, training = opening.found(call)
    told = _told(call, ground(call))
    if not told:
        raise changes.nothing_told(call, '--title "…"')
    if "status" in told and not training.status.is_planned:
        line = f"learnlog training reopen {training.id[:8]}"
        raise RuleError(N_("This training is not planned any more. To plan it again: {line}"), line=line)
    return opening.done(call, opened, opened.save(training._replace(**told)), _("Saved."))


def complete(call: Call) -> int:
    """Say that a training has taken place."""
    opened, training = opening.found(call)
    saved = opened.complete(training, changes.day(call.arguments, "date", opened.clock.today()))
    days = {f"day{each.round}": each.due_on.isoformat() for each in saved.followups}
    told = _("Completed. It is followed up on {day1} and on {day2}.", **{"day1": "–", "day2": "–", **days})
    hint = _("Write down what you learned: {line}", line=f'learnlog add "…" --training {saved.id[:8]}')
    return opening.done(call, opened, saved, f"{told} {hint}")


def decline(call: Call) -> int:
    """Say that a training was not approved."""
    return _close(call, TrainingStatus.DECLINED)


def cancel(call: Call) -> int:
    """Say that a training is cancelled."""
    return _close(call, TrainingStatus.CANCELLED)


def reopen(call: Call) -> int:
    """Plan a training again."""
    opened, training = opening.found(call)
    return opening.done(call, opened, opened.reopen(training), _("The training is planned again."))


def delete(call: Call) -> int:
    """Move a training to the bin."""
    opened = opening.trainings(call)
    training = opened.find(call.arguments.words[0])
    if training.is_deleted:
        raise RuleError(N_("The training is in the bin already."))
    saved = opened.delete(training.id)
    line = f"learnlog training restore {saved.id[:8]}"
    return opening.done(call, opened, saved, _("Moved to the bin. To get it back: {line}", line=line))


def restore(call: Call) -> int:
    """Take a training back from the bin."""
    opened = opening.trainings(call)
    training = opened.find(call.arguments.words[0])
    if not training.is_deleted:
        raise RuleError(N_("The training is not in the bin."))
    return opening.done(call, opened, opened.restore(training.id), _("The training is back in the list."))


def _close(call: Call, status: TrainingStatus) -> int:
    opened, training = opening.found(call)
    why = typed.text(call.arguments.text("why") or "", "why").strip()
    return opening.done(call, opened, opened.close(training, status, why), _("Saved."))


def _told(call: Call, base: Foundation) -> dict[str, Any]:
    """The fields that options change, with the goals a training belongs to."""
    found = changes.changes(call, _READERS, base.clock.today())
    if "goal" in call.arguments.given:
        from learnlog.cli.plan_opening import links

        found |= links(call.arguments, base)
    return found


_READERS: Readers = {
    "title": ("title", changes.line),
    "type": ("type", changes.choice(ActivityType, needed=True)),
    "start": ("start_on", changes.coming_day),
    "end": ("end_on", changes.coming_day),
    "provider": ("provider", changes.line),
    "minutes": ("minutes", changes.minutes),
    "mode": ("mode", changes.choice(TrainingMode)),
    "cost": ("cost", changes.line),
    "mandatory": ("mandatory", changes.switch),
    "initiative": ("initiative", changes.choice(Initiative)),
    "project": ("project_code", changes.line),
    "area": ("areas", changes.areas),
    "status": ("status", changes.choice(TrainingStatus, needed=True)),
}
"""Option → field, and what reads it."""
