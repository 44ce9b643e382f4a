"""What is shared of a training with colleagues: planned, noted, changed."""

from __future__ import annotations

from typing import Any

from learnlog.cli import changes, typed
from learnlog.cli import training_opening as opening
from learnlog.cli.call import Call
from learnlog.cli.options import UsageError
from learnlog.cli.warning import warn
from learnlog.domain.training import Channel, Sharing, SharingStatus, Training
from learnlog.domain.training_life import planned_like
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import capital, label
from learnlog.services.trainings import Trainings
from learnlog.text import N_, Msg


def share(call: Call) -> int:
    """Plan, note or change something shared; the id of a new one goes to standard output."""
    given = call.arguments
    if not given.given.keys() - {"json", "sharing"}:
        raise changes.nothing_told(call, "--channel apt")
    opened, training = opening.found(call)
    known = given.text("sharing")
    sharing = opened.blank_sharing() if known is None else training.sharing(known.strip().lower())
    saved = opened.share(training, _changed(call, opened, sharing))
    uid = sharing.id
    if known is None:
        saved, uid = _as_planned(call, opened, saved, uid)
    if given.switch("json"):
        opening.print_json(call, opened, saved)
    elif known is None:
        call.out.raw(uid + "\n")
    else:
        call.out.note(_("Saved."))
    warn(call, saved)
    return 0


def _changed(call: Call, opened: Trainings, sharing: Sharing) -> Sharing:
    """Something shared with the changes that options tell."""
    given, today = call.arguments, opened.clock.today()
    statuses = [each for each in SharingStatus if given.switch(each)]
    if len(statuses) > 1:
        choices = ", ".join(f"--{each}" for each in SharingStatus)
        raise UsageError(Msg(N_("Choose one of: {choices}."), {"choices": choices}), call.command)
    told: dict[str, Any] = {"status": statuses[0]} if statuses else {}
    channel = given.text("channel")
    if channel:
        told["channel"] = Channel(channel)
    for option in ("audience", "what", "taken"):
        if option in given.given:
            told[option] = typed.text(given.text(option) or "", option).strip()
    if "date" in given.given:
        planned = told.get("status", sharing.status) is SharingStatus.PLANNED
        told["shared_on"] = (changes.coming_day if planned else changes.day)(given, "date", today)
    elif told.get("status") is SharingStatus.DONE and sharing.shared_on and sharing.shared_on > today:
        told["shared_on"] = today  # done earlier than planned
    return sharing._replace(**told)


def _as_planned(call: Call, opened: Trainings, training: Training, uid: str) -> tuple[Training, str]:
    """What was shared may be what was planned to be shared in the same way: then that is not waited for any more.

    Who can answer is asked; to others it is said that it still waits.

    Returns:
        The training, and the id under which what was shared stands in it.
    """
    done = training.sharing(uid)
    planned = planned_like(training, done)
    if planned is None:
        return training, uid
    tr = translator()
    day = numeric_date(planned.shared_on, tr) if planned.shared_on else ""
    what = ", ".join(
        part for part in (capital(label(planned.channel, tr)), day, planned.audience, planned.what) if part
    )
    if not call.can_ask:
        line = f"learnlog training share {training.id[:8]} --sharing {planned.id[:8]} --done"
        call.out.note(_("This is still planned: {what}. When it is done: {line}", what=what, line=line))
    elif typed.agreed(_("This was planned, too: {what}. Is it what you have shared now?", what=what)):
        return opened.share_as_planned(training, planned, done), planned.id
    return training, uid
