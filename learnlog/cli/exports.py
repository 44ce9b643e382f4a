"""Take the log out and take entries in: export, import."""

from __future__ import annotations

import json
import os
from typing import TypeVar

from learnlog.cli import typed
from learnlog.cli.call import Call
from learnlog.cli.everything import services
from learnlog.cli.options import UsageError
from learnlog.cli.output import escaped
from learnlog.domain.identity import Certainty
from learnlog.domain.printable import show
from learnlog.domain.values import Language
from learnlog.errors import ExportError, InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.catalog import Translator
from learnlog.services.identity import NumberError
from learnlog.services.suite import Services
from learnlog.text import N_, Msg

D = TypeVar("D")
"""A text, or data."""
ABOUT_ONE = {"form": "training", "handout": "training", "talk": "talk", "workshop": "workshop"}
"""What is made of one thing → of what."""
ID_NEEDED = ("handout", "workshop")
"""What cannot be made without one: a form without a training is empty, a talk without an id the next one."""
CHANGE = {
    "entries": "learnlog edit",
    "trainings": "learnlog training edit",
    "areas": "learnlog area edit",
    "goals": "learnlog goal edit",
    "actions": "learnlog action edit",
    "workshops": "learnlog workshop edit",
    "talks": "learnlog talk edit",
    "profile": "learnlog profile set",
}
"""Table → the command that changes what stands there; the rest is changed in the app."""
WITHOUT_PERIOD = (*ABOUT_ONE, "plan")


def export(call: Call) -> int:
    """Write a document, or the data of the log, to standard output or to a file."""
    what, about = call.arguments.words[0], call.arguments.words[1:]
    if what == "tinydb":
        _without(call, "from", "to", "language", "format")
    else:
        _without(call, "whole")
    if what in WITHOUT_PERIOD:
        _without(call, "from", "to")
    if about and what not in ABOUT_ONE:
        values: dict[str, object] = {"name": Msg(N_("ID")), "what": what}
        raise UsageError(Msg(N_("{name} means nothing for {what}."), values), call.command)
    opened = services(call)
    data = _data(call, opened, what)
    path = call.arguments.text("output")
    if path in (None, "-"):
        call.out.raw(escaped(data.decode()) if what == "tinydb" else show(data.decode()))
        return 0
    if not path:
        raise InvalidInputError(("output", Msg(N_("{name} cannot be empty."), {"name": "--output"})))
    force = call.arguments.switch("force")
    if not force and os.path.lexists(os.path.expanduser(path)):
        raise ExportError(N_("There is a file with that name already. {option} replaces it."), option="--force")
    full = opened.exports.write(path, data, force=force)
    call.out.note(_("Written: {path}", path=full))
    return 0


def import_file(call: Call) -> int:
    """Take in the entries of a TinyDB JSON file; those that are there already are left alone."""
    opened = services(call)
    before = opened.identity.everywhere(Certainty.POSSIBLE)
    count = opened.exports.import_tinydb(os.path.expanduser(call.arguments.words[0]))
    came = len(opened.identity.everywhere(Certainty.POSSIBLE)) - len(before)
    if call.arguments.switch("json"):
        call.out.json({"added": count})
    else:
        call.out.note(ngettext("{count} entry was added.", "{count} entries were added.", count))
    if came > 0:
        many = ngettext(
            "What was taken in holds {count} text that looks like a personal identity number. See where: {line}",
            "What was taken in holds {count} texts that look like personal identity numbers. See where: {line}",
            came,
            line="learnlog check",
        )
        call.out.note(many)
    return 0


def _cleared(call: Call, opened: Services, document: D, tr: Translator, more: str = "") -> D:
    """A finished document in which no personal identity number stands; what stops it is named with what can be done.

    Args:
        call: What was asked for.
        opened: The services.
        document: A text, or data.
        tr: For the document's language.
        more: A further sentence on what can be done.
    """
    hiding = call.arguments.switch("hide")
    hidden = len(opened.identity.seen_in(document, Certainty.CERTAIN)) if hiding else 0
    if hidden:
        many = ngettext(
            "{count} personal identity number is hidden in the copy.",
            "{count} personal identity numbers are hidden in the copy.",
            hidden,
        )
        call.out.note(many)
    try:
        return opened.identity.cleared(document, tr, hiding=hiding)
    except NumberError as stop:
        first = stop.found[0]
        line = f"{CHANGE[first.table]} {first.uid[:8]}".rstrip() if first.table in CHANGE else "learnlog"
        values: dict[str, object] = {"stop": stop.message, "line": line, "option": "--hide", "more": Msg(more)}
        told = N_("{stop} Change it: {line}. Or hide it in the copy: {option}.")
        told_more = N_("{stop} Change it: {line}. Or hide it in the copy: {option}. {more}")
        raise ExportError(Msg(told_more if more else told, values)) from stop


def _about_one(call: Call, opened: Services, what: str, tr: Translator) -> str:
    """A paper about one training, talk or workshop."""
    name = "".join(call.arguments.words[1:])
    if not name and what in ID_NEEDED:
        raise UsageError(Msg(N_("{name} is missing."), {"name": Msg(N_("ID"))}), call.command)
    exports, form = opened.exports, call.arguments.text("format") or "md"
    if ABOUT_ONE[what] == "training":
        uid = opened.trainings.find(name).id if name else ""
        return (exports.form_text if what == "form" else exports.handout_text)(uid, tr, form)
    from learnlog.cli.plan_opening import linked

    uid = linked(opened, what, name)
    return (exports.talk_text if what == "talk" else exports.workshop_text)(uid, tr, form)


def _data(call: Call, opened: Services, what: str) -> bytes:
    """What is to be written."""
    if what == "tinydb":
        return _whole(call, opened)
    tr, text = _document(call, opened, what)
    return _cleared(call, opened, text, tr).encode()


def _document(call: Call, opened: Services, what: str) -> tuple[Translator, str]:
    """A document, and the language it is in."""
    given = call.arguments
    today = opened.clock.today()
    until = today.isoformat() if what == "cv" else None  # a CV summary is about what has been
    first, last = typed.period(given.text("from"), given.text("to") or until, today)
    language = given.text("language")
    asked = Language(language) if language else None
    tr = Translator(asked) if asked else translator()
    form = given.text("format") or "md"
    if what in ABOUT_ONE:
        return tr, _about_one(call, opened, what, tr)
    if what == "plan":
        return tr, opened.exports.plan_text(tr, form)
    if what == "log":
        return tr, opened.exports.log_text(first, last, tr)
    chosen = opened.curriculum.selection()
    tr = Translator(asked or chosen.language or translator().language)
    if given.text("from") or given.text("to"):
        chosen = chosen._replace(from_on=first, to_on=last)
    return tr, opened.curriculum.text(chosen._replace(language=tr.language), tr, form)


def _whole(call: Call, opened: Services) -> bytes:
    """The data of the log. A number stops it as it stops a document, unless the owner says that all of it is wanted.

    To have everything is the owner's right, so there is a word for it; but a file of data is easily sent on.
    """
    data = opened.exports.tinydb_json()
    if call.arguments.switch("whole"):
        return data
    tables = json.loads(data)
    cleared = _cleared(call, opened, tables, translator(), N_("To have everything as it is, for yourself: --whole."))
    return data if cleared is tables else json.dumps(cleared, ensure_ascii=False, separators=(",", ":")).encode()


def _without(call: Call, *options: str) -> None:
    """Refuse options that mean nothing here, rather than leaving them unheard."""
    for option in options:
        if option in call.arguments.given:
            raise UsageError(
                Msg(N_("{name} means nothing for {what}."), {"name": f"--{option}", "what": call.arguments.words[0]}),
                call.command,
            )
