"""The steps of a training's loop: form, dialogue, follow-ups, sharings."""

from __future__ import annotations

import datetime as dt
from typing import Any

from learnlog.cli import training_opening as opening
from learnlog.cli import typed
from learnlog.cli.answers_json import asked
from learnlog.cli.call import Call
from learnlog.cli.changes import missing, nothing_told
from learnlog.cli.options import Arguments, UsageError
from learnlog.cli.warning import warn
from learnlog.domain.training import Channel, Sharing, SharingStatus
from learnlog.domain.training_life import Offer, offers
from learnlog.domain.training_questions import BEFORE, DIALOGUE, followup_questions
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.labels import capital, label
from learnlog.services.trainings import Trainings
from learnlog.text import N_, Msg


def form(call: Call) -> int:
    """Fill in the form before a training."""
    opened, training = opening.found(call)
    told = asked(call, BEFORE, training.before, opened.clock.today())
    return opening.done(call, opened, opened.fill_in(training, told), _("Saved."))


def dialogue(call: Call) -> int:
    """Write down what was agreed with the manager, and who has confirmed it."""
    opened, training = opening.found(call)
    given, today = call.arguments, opened.clock.today()
    if not given.given.keys() & {"answers", "confirmed_employee", "confirmed_manager"}:
        raise missing(call, "--answers")
    employee = _confirmed(given, "confirmed_employee", training.confirmed_employee_on, today)
    manager = _confirmed(given, "confirmed_manager", training.confirmed_manager_on, today)
    told = asked(call, DIALOGUE, training.dialogue, today) if "answers" in given.given else {}
    saved = opened.agree(training, told, (employee, manager))
    return opening.done(call, opened, saved, _("Saved."))


def followup(call: Call) -> int:
    """Answer a follow-up, move it, or skip it."""
    given = call.arguments
    number = given.text("round")
    if not number:
        raise missing(call, "--round")
    ways = given.given.keys() & {"answers", "move", "skip"}
    if not ways:
        raise missing(call, "--answers")
    if len(ways) > 1 or ("date" in given.given and "answers" not in ways):
        raise UsageError(Msg(N_("Choose one of: {choices}."), {"choices": "--answers, --move, --skip"}), call.command)
    opened, training = opening.found(call)
    today = opened.clock.today()
    if "move" in ways:
        day = typed.day(given.text("move") or "", today, ahead=True, field="move")
        saved = opened.move_followup(training, int(number), day)
        return opening.done(call, opened, saved, _("It is asked on {day}.", day=day.isoformat()))
    if "skip" in ways:
        saved = opened.skip_followup(training, int(number), typed.text(given.text("skip") or "", "skip"))
        return opening.done(call, opened, saved, _("Saved."))
    before = training.followup(int(number)).answers
    told = asked(call, followup_questions(int(number)), before, today)
    done_on = typed.day(given.text("date") or "", today) if given.text("date") else None
    saved = opened.follow_up(training, int(number), told, done_on)
    opening.done(call, opened, saved, _("Saved."))
    if not given.switch("json"):
        for offer in offers(saved, int(number)):
            line = f"learnlog training {_NEXT[offer].format(id=saved.id[:8])}"
            call.out.note(f"{capital(label(offer, translator()))}: {line}")
    return 0


_NEXT = {
    Offer.MARK_SHARED: "share {id} --done",
    Offer.PLAN_SHARING: 'share {id} --date "…"',
    Offer.NEW_TRAINING: 'add "…"',
    Offer.ASK_AGAIN: 'followup {id} --round 3 --move "…"',
}
"""What may follow from a follow-up's answers → the command for it; it is offered, and never done by itself."""


def share(call: Call) -> int:
    """Plan, note or change something shared; the id of a new one goes to standard output."""
    given = call.arguments
    if not given.given.keys() - {"json", "sharing"}:
        raise nothing_told(call, "--channel apt")
    opened, training = opening.found(call)
    known = given.text("sharing")
    sharing = opened.blank_sharing() if known is None else training.sharing(known.strip().lower())
    saved = opened.share(training, _shared(call, opened, sharing))
    if given.switch("json"):
        opening.print_json(call, opened, saved)
    elif known is None:
        call.out.raw(sharing.id + "\n")
    else:
        call.out.note(_("Saved."))
    warn(call, saved)
    return 0


def _shared(call: Call, opened: Trainings, sharing: Sharing) -> Sharing:
    """Something shared with the changes that options tell."""
    given, today = call.arguments, opened.clock.today()
    statuses = [each for each in SharingStatus if given.switch(each)]
    if len(statuses) > 1:
        choices = ", ".join(f"--{each}" for each in SharingStatus)
        raise UsageError(Msg(N_("Choose one of: {choices}."), {"choices": choices}), call.command)
    changes: dict[str, Any] = {"status": statuses[0]} if statuses else {}
    channel = given.text("channel")
    if channel:
        changes["channel"] = Channel(channel)
    for option in ("audience", "what", "taken"):
        if option in given.given:
            changes[option] = typed.text(given.text(option) or "", option).strip()
    if "date" in given.given:
        ahead = changes.get("status", sharing.status) is SharingStatus.PLANNED
        value = given.text("date") or ""
        changes["shared_on"] = typed.day(value, today, ahead=ahead) if value.strip() else None
    elif changes.get("status") is SharingStatus.DONE and sharing.shared_on and sharing.shared_on > today:
        changes["shared_on"] = today  # done earlier than planned
    return sharing._replace(**changes)


def _confirmed(given: Arguments, option: str, before: dt.date | None, today: dt.date) -> dt.date | None:
    """The day something was confirmed; as it was when nothing is said, None for an empty day."""
    value = given.text(option)
    if value is None:
        return before
    day = typed.day(value, today, field=option) if value.strip() else None
    if day and day > today:
        raise InvalidInputError((option, Msg(N_("That day has not come yet."))))
    return day
