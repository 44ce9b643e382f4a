"""The steps of a training's loop: form, dialogue, follow-ups."""

from __future__ import annotations

import datetime as dt

from learnlog.cli import changes, typed
from learnlog.cli import training_opening as opening
from learnlog.cli.answers_json import asked
from learnlog.cli.call import Call
from learnlog.cli.options import Arguments, UsageError
from learnlog.domain.training_life import Offer, offers
from learnlog.domain.training_questions import BEFORE, DIALOGUE, followup_questions
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.labels import capital, label
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
        raise changes.missing(call, "--answers")
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
        raise changes.missing(call, "--round")
    ways = given.given.keys() & {"answers", "move", "skip"}
    if not ways:
        raise changes.missing(call, "--answers")
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
    saved = opened.follow_up(training, int(number), told, changes.day(given, "date", today))
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


def _confirmed(given: Arguments, option: str, before: dt.date | None, today: dt.date) -> dt.date | None:
    """The day something was confirmed; as it was when nothing is said, None for an empty day."""
    if given.text(option) is None:
        return before
    day = changes.day(given, option, today)
    if day and day > today:
        raise InvalidInputError((option, Msg(N_("That day has not come yet."))))
    return day
