"""One question at a time, line by line: for screen readers, plain terminals and whoever likes it so."""

from __future__ import annotations

import datetime as dt
import sys

from learnlog.cli import typed
from learnlog.cli.call import Call
from learnlog.cli.options import UsageError
from learnlog.domain.entry import Entry, captured
from learnlog.domain.values import Status
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import long_date
from learnlog.i18n.explain import explain
from learnlog.services.log import LearningLog
from learnlog.text import N_, Msg


def ask_for_entry(call: Call, log: LearningLog) -> Entry:
    """Ask for an entry; only the first question must be answered.

    Raises:
        UsageError: If there is nobody to ask.
    """
    if not call.can_ask:
        raise UsageError(Msg(N_("--plain asks questions, so it needs a terminal.")), call.command)
    today = log.clock.today()
    sentence = ""
    while not sentence:
        sentence = _ask(call, _("What did you learn?"))
    entry = captured(log.blank(), sentence)
    entry = entry._replace(date=_ask_day(call, entry, log))
    minutes = _ask_minutes(call)
    text = _ask(call, _("What happened? Write roles, not names. Enter to leave out."))
    insight = _ask(call, _("What is your insight, in one sentence? Enter to leave out."))
    what = "\n\n".join(each for each in (entry.what_happened, text) if each)
    entry = entry._replace(minutes=minutes, what_happened=what, insight=insight)
    return entry._replace(status=Status.DONE if entry.ready else Status.DRAFT).revised(today=today)


def _ask_day(call: Call, entry: Entry, log: LearningLog) -> dt.date:
    """The day; asked again until it can be read. It is read back, so that a slip is heard."""
    today = log.clock.today()
    while True:
        answer = _ask(call, _("When was it? For example “yesterday”. Enter for today."))
        try:
            day = typed.day(answer, today) if answer else entry.date
            entry.revised(today=today, date=day)
        except InvalidInputError as error:
            call.out.note(explain(error, translator()))
            continue
        call.out.note(long_date(day, translator()))
        return day


def _ask_minutes(call: Call) -> int | None:
    from learnlog.domain.durations import parse_minutes

    while True:
        answer = _ask(call, _("How long did it take? For example 45 or 1h30. Enter to leave out."))
        try:
            return parse_minutes(answer)
        except InvalidInputError as error:
            call.out.note(explain(error, translator()))


def _ask(call: Call, question: str) -> str:
    """One question on standard error, one line back; the end of the input ends the asking."""
    call.out.note(question)
    line = sys.stdin.readline()
    if not line:
        raise KeyboardInterrupt
    return typed.text(line).strip()
