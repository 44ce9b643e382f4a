"""The copies of many in one folder: who waits, what is open or late, what is to be spread, what is needed."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence

from learnlog.cli import typed
from learnlog.cli.call import Call
from learnlog.cli.options import UsageError
from learnlog.cli.output import Output, is_terminal
from learnlog.cli.pages import INDENT, print_heading
from learnlog.domain.competence import NeedType
from learnlog.domain.printable import show_line
from learnlog.domain.team import KEEP_YEARS, Matter, Needs, Person, Team, Waiting
from learnlog.foundation import system_clock
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import due_words, numeric_date, short_date
from learnlog.i18n.team_words import HEADINGS, NEEDS, matter_text, needed_area, person_name
from learnlog.services.team import SUFFIX, SharedFolder, Skipped
from learnlog.text import N_, Msg

_NAME_WIDTH = 24
"""Longest part of a name that stands in a list."""


def team(call: Call) -> int:
    """Put the copies in a folder together."""
    given, out = call.arguments, call.out
    if given.switch("json") and given.switch("csv"):
        raise UsageError(Msg(N_("{one} and {other} do not go together."), {"one": "--json", "other": "--csv"}), "team")
    clock = call.clock or system_clock()
    folder, today = SharedFolder(given.words[0], clock), clock.today()
    years = typed.number(given.text("keep_years") or str(KEEP_YEARS), "keep-years")
    opened = folder.opened(given.text("identity") or "", _progress if is_terminal(sys.stderr) else None)
    found = folder.team(opened.copies, years)
    if given.switch("delete_old"):
        return _delete(call, folder, found.old)
    if given.switch("csv"):
        from learnlog.export.team_csv import team_csv

        out.raw(team_csv(folder.groups(opened.copies), today))
    elif given.switch("json"):
        from learnlog.cli.team_json import team_object

        out.json(team_object(found, opened.skipped, today), indent=2)
    else:
        _print(found, today, out)
    _tell_skipped(opened.skipped, out)
    return 0


def _progress(done: int, files: int) -> None:
    """Say how far it has come, on one line that is written over, and cleared at the end."""
    text = _("{done} of {all} files", done=done, all=files) if done < files else ""
    sys.stderr.write(f"\r{text:<40}" + ("" if text else "\r"))
    sys.stderr.flush()


def _delete(call: Call, folder: SharedFolder, old: Sequence[str]) -> int:
    """Delete what is not kept any longer; somebody at a terminal is asked, a script says so with ``--yes``."""
    if not old:
        call.out.note(_("No copy here is older than you keep them."))
        return 0
    for name in old:
        call.out.line(name)
    if not call.arguments.switch("yes"):
        if not call.can_ask:
            raise UsageError(Msg(N_("Nothing was deleted: say {option} too."), {"option": "--yes"}), "team")
        many = ngettext("Delete this copy for good?", "Delete these {count} copies for good?", len(old))
        if not typed.agreed(many):
            return 1
    gone = folder.delete(old)
    call.out.note(ngettext("{count} copy was deleted.", "{count} copies were deleted.", gone))
    return 0


def _print(found: Team, today: dt.date, out: Output) -> None:
    tr = translator()
    if not found.persons:
        out.line(_("There is no copy to read in this folder. Their names end in {suffix}.", suffix=SUFFIX))
        return
    names = [person_name(each, tr) for each in found.persons]
    out.raw(out.strong(ngettext("Copies from {count} person", "Copies from {count} persons", len(names))) + "\n")
    _print_persons(found.persons, names, out)
    for heading, kinds in HEADINGS:
        matters = found.of(*kinds)
        if matters:
            print_heading(_(heading), out)
            _print_matters(matters, names, today, out)
    _print_needs(found.needs, out)
    if found.old:
        out.raw("\n")
        old = ngettext(
            "{count} copy is older than copies are kept. To delete it: {line}",
            "{count} copies are older than copies are kept. To delete them: {line}",
            len(found.old),
            line="learnlog team … --delete-old",
        )
        out.note(old)


def _print_persons(persons: Sequence[Person], names: Sequence[str], out: Output) -> None:
    """Who they are, by name, and the day of the newest copy of each."""
    tr = translator()
    for person, name in zip(persons, names, strict=True):
        about = [name, show_line(person.sender.title), show_line(person.sender.unit)]
        made = numeric_date(person.made_on, tr)
        out.raw(f"{INDENT}{out.quiet(made)}  {out.cut(' · '.join(filter(None, about)), len(made) + 4)}\n")


def _print_matters(matters: Sequence[Matter], names: Sequence[str], today: dt.date, out: Output) -> None:
    tr = translator()
    rows = [(_when(each, today), names[each.person][:_NAME_WIDTH], matter_text(each, tr)) for each in matters]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for when, name, text in rows:
        told = out.cut(text, sum(widths) + 6)
        out.raw(f"{INDENT}{out.quiet(when.ljust(widths[0]))}  {name:<{widths[1]}}  {told}\n")


def _when(matter: Matter, today: dt.date) -> str:
    if matter.due_on is None:
        return _("no day yet")
    if matter.kind is Waiting.COPY:
        return _("since {day}", day=short_date(matter.due_on, translator(), today))
    return due_words(matter.due_on, today, translator())


def _print_needs(needs: Sequence[Needs], out: Output) -> None:
    """How many persons need what in which area: a number each, and nobody's words."""
    if not needs:
        return
    tr = translator()
    print_heading(_("What is needed: how many persons"), out)
    names = [needed_area(each.area, tr) for each in needs]
    kinds = [_(NEEDS[each]) for each in NeedType]
    edge = min(max(map(len, names)), out.width - sum(len(each) + 2 for each in kinds) - len(INDENT))
    out.raw(f"{INDENT}{'':<{edge}}" + "".join(f"  {out.quiet(each)}" for each in kinds) + "\n")
    for name, each in zip(names, needs, strict=True):
        counts = [(each.persons.get(kind, 0) or "–", len(words)) for kind, words in zip(NeedType, kinds, strict=True)]
        out.raw(f"{INDENT}{name[:edge]:<{edge}}" + "".join(f"  {count:>{width}}" for count, width in counts) + "\n")


def _tell_skipped(skipped: Sequence[Skipped], out: Output) -> None:
    """Name the files that could not be taken in: they stop nothing."""
    for each in skipped:
        out.note(_("Skipped “{file}”: {why}", file=each.file, why=translator().say(each.why)))
