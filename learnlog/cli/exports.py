"""Take the log out and take entries in: export, import."""

from __future__ import annotations

import os

from learnlog.cli import typed
from learnlog.cli.call import Call
from learnlog.cli.everything import services
from learnlog.cli.options import UsageError
from learnlog.cli.output import escaped
from learnlog.domain.printable import show
from learnlog.domain.values import Language
from learnlog.errors import ExportError, InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.catalog import Translator
from learnlog.services.suite import Services
from learnlog.text import N_, Msg

ABOUT_ONE = {"form": "training", "handout": "training", "talk": "talk", "workshop": "workshop"}
"""What is made of one thing → of what."""
ID_NEEDED = ("handout", "workshop")
"""What cannot be made without one: a form without a training is empty, a talk without an id the next one."""
WITHOUT_PERIOD = (*ABOUT_ONE, "plan")


def export(call: Call) -> int:
    """Write a document, or the data of the log, to standard output or to a file."""
    what, about = call.arguments.words[0], call.arguments.words[1:]
    if what == "tinydb":
        _without(call, "from", "to", "language", "format")
    if what in WITHOUT_PERIOD:
        _without(call, "from", "to")
    if about and what not in ABOUT_ONE:
        values: dict[str, object] = {"name": Msg(N_("ID")), "what": what}
        raise UsageError(Msg(N_("{name} means nothing for {what}."), values), call.command)
    opened = services(call)
    data = _data(call, opened, what)
    path = call.arguments.text("output")
    if path is None:
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
    count = opened.exports.import_tinydb(os.path.expanduser(call.arguments.words[0]))
    if call.arguments.switch("json"):
        call.out.json({"added": count})
    else:
        call.out.note(ngettext("{count} entry was added.", "{count} entries were added.", count))
    return 0


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
    given = call.arguments
    if what == "tinydb":
        return opened.exports.tinydb_json()
    today = opened.clock.today()
    first, last = typed.period(given.text("from"), given.text("to"), today)
    language = given.text("language")
    asked = Language(language) if language else None
    tr = Translator(asked) if asked else translator()
    if what in ABOUT_ONE:
        return _about_one(call, opened, what, tr).encode()
    if what == "plan":
        return opened.exports.plan_text(tr, given.text("format") or "md").encode()
    if what == "log":
        return opened.exports.log_text(first, last, tr).encode()
    chosen = opened.curriculum.selection()
    tr = Translator(asked or chosen.language or translator().language)
    if given.text("from") or given.text("to"):
        chosen = chosen._replace(from_on=first, to_on=last)
    form = given.text("format") or "md"
    return opened.curriculum.text(chosen._replace(language=tr.language), tr, form).encode()


def _without(call: Call, *options: str) -> None:
    """Refuse options that mean nothing here, rather than leaving them unheard."""
    for option in options:
        if option in call.arguments.given:
            raise UsageError(
                Msg(N_("{name} means nothing for {what}."), {"name": f"--{option}", "what": call.arguments.words[0]}),
                call.command,
            )
