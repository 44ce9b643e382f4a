"""Write entries: add, edit, delete, restore."""

from __future__ import annotations

from typing import Any

from learnlog.cli import fields, typed
from learnlog.cli.call import Call
from learnlog.cli.opening import ground, learning_log
from learnlog.cli.options import Arguments, UsageError
from learnlog.cli.warning import warn
from learnlog.domain.entry import Entry, captured
from learnlog.domain.revising import TITLE_MAX
from learnlog.domain.values import ActivityType, Status
from learnlog.errors import RuleError
from learnlog.foundation import Foundation
from learnlog.i18n.ambient import gettext as _
from learnlog.services.log import LearningLog
from learnlog.text import N_, Msg


def add(call: Call) -> int:
    """Write an entry; its id alone goes to standard output."""
    given = call.arguments
    if given.switch("plain") or (not given.words and call.can_ask):
        from learnlog.cli.asking import ask_for_entry

        log = learning_log(call)
        return _saved(call, log.save(ask_for_entry(call, log)))
    from_input = given.words == (fields.FROM_STDIN,)
    if not given.words:
        raise UsageError(Msg(N_("{name} is missing."), {"name": Msg(N_("TITLE"))}), call.command)
    _only_one_reads(given, from_input)
    base = ground(call)
    log = base.log()
    entry = log.blank()
    kind = given.text("type")
    if kind:
        entry = entry.of_type(ActivityType(kind))
    title, rest = typed.lines(typed.standard_input("title")) if from_input else (" ".join(given.words), "")
    found = fields.read(call, entry, log.clock.today()) | _linked(given, base)
    written = _titled(entry, typed.text(title, "title"), rest, found)
    return _saved(call, log.save(_settled(entry, written, given)))


def edit(call: Call) -> int:
    """Change the fields that are named."""
    given = call.arguments
    _only_one_reads(given, from_input=False)
    base = ground(call)
    log = base.log()
    entry = log.find(given.words[0])
    found = fields.read(call, entry, log.clock.today()) | _linked(given, base)
    if not found:
        raise UsageError(Msg(N_("Say what to change, such as {line}."), {"line": '--title "…"'}), call.command)
    if entry.is_deleted:
        line = f"learnlog restore {entry.id[:8]}"
        raise RuleError(N_("The entry is in the bin. Restore it first: {line}"), line=line)
    saved = log.save(_settled(entry, entry._replace(**found), given))
    _done(call, saved, _("Saved."))
    warn(call, saved)
    return 0


def delete(call: Call) -> int:
    """Move an entry to the bin."""
    log, entry = _found(call)
    if entry.is_deleted:
        raise RuleError(N_("The entry is in the bin already."))
    saved = log.delete(entry.id)
    return _done(call, saved, _("Moved to the bin. To get it back: {line}", line=f"learnlog restore {entry.id[:8]}"))


def restore(call: Call) -> int:
    """Take an entry back from the bin."""
    log, entry = _found(call)
    if not entry.is_deleted:
        raise RuleError(N_("The entry is not in the bin."))
    return _done(call, log.restore(entry.id), _("The entry is back in the log."))


def _found(call: Call) -> tuple[LearningLog, Entry]:
    log = learning_log(call)
    return log, log.find(call.arguments.words[0])


def _linked(given: Arguments, base: Foundation) -> dict[str, Any]:
    """What an entry belongs to, as far as it is named: a training, goals, an action. An empty name unties it."""
    found: dict[str, Any] = {}
    name = given.text("training")
    if name is not None:
        from learnlog.cli.training_opening import trainings_on

        found["training_id"] = trainings_on(base).find(typed.text(name)).id if name.strip() else ""
    if given.given.keys() & {"goal", "action"}:
        from learnlog.cli.plan_opening import links

        found |= links(given, base)
    return found


def _only_one_reads(given: Arguments, from_input: bool) -> None:  # noqa: FBT001 - one of two callers says so
    """Refuse two texts that would both be read from standard input."""
    if len(fields.wants_standard_input(given)) + from_input > 1:
        raise UsageError(Msg(N_("Only one text can be read from standard input.")), "add")


def _titled(entry: Entry, title: str, rest: str, found: dict[str, Any]) -> Entry:
    """An entry with its title. Too long a title is cut and kept whole below, unless something is written there.

    What stood below the title on standard input comes first, then what an option says.
    """
    if rest:
        found = found | {"what_happened": "\n\n".join(filter(None, (rest, found.get("what_happened"))))}
    entry = entry._replace(**found)
    if len(title) > TITLE_MAX and not entry.what_happened:
        return captured(entry, title)
    return entry._replace(title=title)


def _settled(before: Entry, after: Entry, given: Arguments) -> Entry:
    """An entry whose insight has just been written is done, and one that has lost it is a draft, unless one says so."""
    if given.text("status") or before.insight == after.insight:
        return after
    return after._replace(status=Status.DONE if after.ready else Status.DRAFT)


def _saved(call: Call, entry: Entry) -> int:
    if call.arguments.switch("json"):
        _print_json(call, entry)
    else:
        call.out.raw(entry.id + "\n")
    warn(call, entry)
    return 0


def _done(call: Call, entry: Entry, sentence: str) -> int:
    if call.arguments.switch("json"):
        _print_json(call, entry)
    else:
        call.out.note(sentence)
    return 0


def _print_json(call: Call, entry: Entry) -> None:
    from learnlog.cli.entry_json import as_object

    call.out.json(as_object(entry), indent=2)
