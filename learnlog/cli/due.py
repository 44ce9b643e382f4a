"""What waits: the list, and putting something off."""

from __future__ import annotations

from collections.abc import Sequence

from learnlog.cli import typed
from learnlog.cli.call import Call
from learnlog.cli.opening import ground
from learnlog.cli.options import UsageError, is_count
from learnlog.cli.output import Output, json_lines
from learnlog.cli.training_opening import reminders_on, to_read
from learnlog.domain.due import SOON, Due
from learnlog.errors import NotFoundError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import due_words
from learnlog.i18n.due_words import due_text
from learnlog.services.reminders import Reminders
from learnlog.text import N_, Msg

EVER = 366_000
"""So many days ahead is everything that waits: a key is good however far ahead its day is."""


def due(call: Call) -> int:
    """Show what is waiting, or put something off."""
    given, out = call.arguments, call.out
    days = int(given.text("days") or SOON)
    if bool(given.text("snooze")) != bool(given.text("until")):
        raise UsageError(Msg(N_("{one} and {other} belong together."), {"one": "--snooze", "other": "--until"}), "due")
    if given.text("snooze"):
        return _put_off(call, reminders_on(ground(call)), days)
    _trainings, opened = to_read(call)
    items = opened.due(days)
    if given.switch("json"):
        from learnlog.cli.training_json import due_object

        out.raw(json_lines([due_object(each, opened.clock.today()) for each in items]) + "\n")
    elif items:
        print_due(items, opened, out)
    else:
        out.line(_("Nothing is waiting for you."))
    return 0


def print_due(items: Sequence[Due], opened: Reminders, out: Output) -> None:
    """Print what waits one a line, with the number it can be put off by."""
    tr, today = translator(), opened.clock.today()
    when = [due_words(each.due_on, today, tr) for each in items]
    number, edge = len(str(len(items))), max(map(len, when))
    for place, (item, words) in enumerate(zip(items, when, strict=True), 1):
        text = out.cut(due_text(item, tr), number + edge + 4)
        out.raw(f"{out.quiet(f'{place:>{number}}')}  {words:<{edge}}  {text}\n")


def _put_off(call: Call, opened: Reminders, days: int) -> int:
    """Put something off that is named by its key, or by its number in the list."""
    name = typed.text(call.arguments.text("snooze") or "").strip()
    until = typed.day(call.arguments.text("until") or "", opened.clock.today(), ahead=True, field="until")
    if is_count(name):
        chosen = opened.due(days)[int(name) - 1 : int(name)] if int(name) else ()
    else:
        chosen = tuple(each for each in opened.due(EVER) if each.key == name.lower())
    if not chosen:
        raise NotFoundError(N_("Nothing that waits has that number or key. The list: {line}"), line="learnlog due")
    opened.snooze(chosen[0], until)
    if call.arguments.switch("json"):
        call.out.json({"key": chosen[0].key, "until": until.isoformat()})
    else:
        text = due_text(chosen[0], translator())
        call.out.note(_("Put off until {day}: {text}", day=until.isoformat(), text=text))
    return 0
