"""Give a part of the log to somebody, as a file: look at it, write it, and see what was given before."""

from __future__ import annotations

from collections.abc import Iterable

from learnlog.cli import typed
from learnlog.cli.call import Call
from learnlog.cli.everything import services
from learnlog.cli.options import UsageError
from learnlog.cli.output import json_lines
from learnlog.cli.pages import print_facts
from learnlog.domain.identity import Certainty
from learnlog.domain.printable import show
from learnlog.domain.share import Reader, SharedKind
from learnlog.domain.share_choice import CHOICES, Wish
from learnlog.domain.share_record import ShareRecord
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import label
from learnlog.i18n.share_labels import counted
from learnlog.services.found import Found
from learnlog.services.share_draft import Draft, MustBeHandledError
from learnlog.services.suite import Services
from learnlog.text import N_, Msg

_KINDS = {
    "entries": SharedKind.ENTRY,
    "trainings": SharedKind.TRAINING,
    "goals": SharedKind.GOAL,
    "areas": SharedKind.AREA,
    "summary": SharedKind.SUMMARY,
    "comments": SharedKind.COMMENT,
}
_APART = (
    ("--output", "--preview"),
    ("--output", "--list"),
    ("--preview", "--list"),
    ("--passphrase", "--key"),
)


def share(call: Call) -> int:
    """Write a copy, show it, or list what was given."""
    given = call.arguments
    _see_to(call)
    opened = services(call)
    if given.switch("list"):
        return _list(call, opened.copies.history())
    draft = _drafted(call, opened)
    if given.switch("preview"):
        return _preview(call, opened, draft)
    return _write(call, opened, draft)


def _drafted(call: Call, opened: Services) -> Draft:
    """The copy that is asked for, with what is to be hidden hidden."""
    given, wish = call.arguments, _wish(call, opened)
    if given.switch("keep"):
        for found in opened.copies.drafted(wish, translator()).stops:
            if not found.stops:  # a valid number stays what it is
                opened.identity.keep(found)
    hide: Certainty | tuple[str, ...] = Certainty.POSSIBLE if given.switch("hide") else ()
    return opened.copies.drafted(wish, translator(), Certainty.HINT if given.switch("hide_all") else hide)


def _see_to(call: Call) -> None:
    """See that what was typed goes together.

    Raises:
        UsageError: If it does not.
        InvalidInputError: If the file has no name.
    """
    given = call.arguments
    if not {"output", "preview", "list"} & given.given.keys():
        raise UsageError(Msg(N_("{name} is missing."), {"name": "--output"}), call.command)
    for first, second in _APART:
        if {first[2:], second[2:]} <= given.given.keys():
            pair: dict[str, object] = {"one": first, "other": second}
            raise UsageError(Msg(N_("{one} and {other} do not go together."), pair), call.command)
    for name in ("output", "key"):
        if given.text(name) == "":
            raise InvalidInputError((name, Msg(N_("{name} cannot be empty."), {"name": f"--{name}"})))


def _wish(call: Call, opened: Services) -> Wish:
    """What is asked for."""
    given = call.arguments
    first, last = typed.period(given.text("from"), given.text("to"), opened.clock.today())
    named = given.texts("with") or ["entries"]
    kinds = CHOICES if "all" in named else tuple(each for name, each in _KINDS.items() if name in named)
    only = given.texts("ids")
    return Wish(
        to_role=Reader(given.text("for") or Reader.SUPERVISOR),
        kinds=kinds,
        from_on=first,
        to_on=last,
        only=None if only is None else opened.copies.found(_ids(only)),
        without=opened.copies.found(_ids(given.texts("without") or ())),
        purpose=typed.text(given.text("purpose") or "", "purpose"),
    )


def _ids(told: Iterable[str]) -> list[str]:
    return [each for text in told for each in typed.text(text, "ids").split(",") if each.strip()]


def _preview(call: Call, opened: Services, draft: Draft) -> int:
    """Show exactly what would leave; nothing is written."""
    text = opened.copies.text(draft, translator())
    if call.arguments.switch("json"):
        from learnlog.cli.share_json import draft_object

        call.out.json(draft_object(draft, text, translator()), indent=2)
    else:
        call.out.raw(show(text))
        _tell(call, draft)
        call.out.note(_("Nothing has been written."))
    return 0


def _write(call: Call, opened: Services, draft: Draft) -> int:
    """Write the copy, and say what has left."""
    given = call.arguments
    passphrase = ""
    if given.switch("passphrase"):
        from learnlog.i18n.passphrases import suggested

        passphrase = suggested(translator().language)
    try:
        written = opened.copies.write(
            draft,
            typed.text(given.text("output") or "", "output"),
            passphrase=passphrase,
            recipient=given.text("key") or "",
            force=given.switch("force"),
        )
    except MustBeHandledError as error:
        _tell_found(call, error.found)
        call.out.note(_("{option} hides it in the copy.", option="--hide"))
        raise
    if given.switch("json"):
        from learnlog.cli.share_json import record_object

        call.out.json(record_object(written.record) | {"path": written.path}, indent=2)
    else:
        _tell(call, draft)
    call.out.note(_("Written: {path}", path=written.path))
    if passphrase:
        call.out.note(_("Passphrase: {words}", words=passphrase))
        call.out.note(_("Write it down, and tell it by telephone. It is not kept anywhere."))
    call.out.note(_("A copy that you have given cannot be taken back."))
    return 0


def _tell(call: Call, draft: Draft) -> None:
    """Say what leaves, what is hidden, and what stays."""
    inside = counted((each.kind for each in draft.share.items), translator())
    call.out.note(_("What leaves your machine, for the {role}: {what}.", role=_role(draft.share.to_role), what=inside))
    hidden = sum(each.times for each in draft.share.hidden)
    if hidden:
        call.out.note(ngettext("Hidden: {count} place.", "Hidden: {count} places.", hidden))
    if draft.offer.private:
        private = draft.offer.private
        call.out.note(
            ngettext("{count} private entry stays with you.", "{count} private entries stay with you.", private)
        )
    if draft.offer.others:
        others = draft.offer.others
        call.out.note(
            ngettext(
                "{count} entry for another reader stays with you.",
                "{count} entries for another reader stay with you.",
                others,
            )
        )
    _tell_found(call, draft.open)


def _tell_found(call: Call, found: Iterable[Found]) -> None:
    """Say where somebody may be recognised; never what was written there."""
    from learnlog.i18n.sightings import taught

    tr = translator()
    for each in found:
        call.out.note(f"{tr.say(each.where)}: {tr.say(taught(each.sighting))}")


def _list(call: Call, records: tuple[ShareRecord, ...]) -> int:
    """List what was given, the latest first."""
    out = call.out
    if call.arguments.switch("json"):
        from learnlog.cli.share_json import record_object

        out.raw(json_lines([record_object(each) for each in records]) + "\n")
        return 0
    for record in records:
        _print_record(call, record)
    if not records:
        out.note(_("You have not shared anything yet."))
    return 0


def _print_record(call: Call, record: ShareRecord) -> None:
    out = call.out
    days = [numeric_date(day, translator()) if day else "" for day in (record.from_on, record.to_on)]
    hidden = sum(each.times for each in record.hidden)
    made = numeric_date(record.made_at.date(), translator()) if record.made_at else ""
    out.raw(f"{out.quiet(record.id[:8])}  {out.strong(f'{made} · {_role(record.to_role)}')}\n")
    locked = {"passphrase": _("locked with a passphrase"), "key": _("locked with a key")}.get(record.sealed, "")
    print_facts(
        (
            (_("What for"), record.purpose),
            (_("Days"), " – ".join(days) if any(days) else ""),
            (_("What is in it"), counted((each.kind for each in record.items), translator())),
            (_("Hidden"), ngettext("{count} place", "{count} places", hidden) if hidden else ""),
            (_("File"), " · ".join(each for each in (record.file_name, locked) if each)),
        ),
        out,
    )
    out.line()


def _role(reader: Reader) -> str:
    return label(reader, translator())
