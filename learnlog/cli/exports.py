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

OF_TRAINING = ("form", "handout")
"""What is made of one training."""


def export(call: Call) -> int:
    """Write a document, or the data of the log, to standard output or to a file."""
    what, about = call.arguments.words[0], call.arguments.words[1:]
    if what == "tinydb":
        _without(call, "from", "to", "language", "format")
    if what in OF_TRAINING:
        _without(call, "from", "to")
    elif about:
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


def _of_training(call: Call, opened: Services, what: str, tr: Translator) -> str:
    """A paper about a training. A form without a training is empty, to be filled in by hand."""
    name = call.arguments.words[1:]
    if not name and what == "handout":
        raise UsageError(Msg(N_("{name} is missing."), {"name": Msg(N_("ID"))}), call.command)
    uid = opened.trainings.find(name[0]).id if name else ""
    form = call.arguments.text("format") or "md"
    return (opened.exports.form_text if what == "form" else opened.exports.handout_text)(uid, tr, form)


def _data(call: Call, opened: Services, what: str) -> bytes:
    """What is to be written."""
    given = call.arguments
    if what == "tinydb":
        return opened.exports.tinydb_json()
    today = opened.clock.today()
    first, last = typed.period(given.text("from"), given.text("to"), today)
    language = given.text("language")
    asked = Language(language) if language else None
    if what in OF_TRAINING:
        return _of_training(call, opened, what, Translator(asked) if asked else translator()).encode()
    if what == "log":
        tr = Translator(asked) if asked else translator()
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
