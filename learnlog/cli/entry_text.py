"""An entry as text to read."""

from __future__ import annotations

from textwrap import wrap

from learnlog.cli.output import Output
from learnlog.domain.entry import Entry
from learnlog.domain.printable import show, show_line
from learnlog.domain.questions import REFLECTION_SETS
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import duration, long_date
from learnlog.i18n.labels import area_name, capital, label
from learnlog.storage.store import Change


def print_entry(entry: Entry, out: Output) -> None:
    """Print everything that is written in an entry; what is empty is left out."""
    tr = translator()
    out.raw(f"{out.strong(entry.title)}\n{long_date(entry.date, tr)}\n")
    if entry.deleted_at:
        out.raw(_("In the bin.") + "\n")
    rows = [(name, value) for name, value in _facts(entry) if value]
    widest = max(len(name) for name, _value in rows)
    out.raw("\n")
    for name, value in rows:
        lines = wrap(show_line(value), max(out.width - widest - 2, 20)) or [""]
        out.raw(f"{out.quiet(name.ljust(widest))}  {lines[0]}\n")
        for line in lines[1:]:
            out.raw(f"{'':<{widest}}  {line}\n")
    for heading, text in _texts(entry):
        if text:
            out.raw(f"\n{out.strong(heading)}\n")
            out.raw(_wrapped(text, out.width) + "\n")
    if entry.clashes:
        out.raw("\n")
        out.line(_("Another window has written something else in the same fields. Open learnlog to choose."))


def print_history(history: tuple[Change, ...], out: Output) -> None:
    """Print when an entry was changed, by what, and which fields."""
    out.raw(f"\n{out.strong(_('Changes'))}\n")
    for change in history:
        fields = ", ".join(change.fields)
        out.line(f"{change.at.astimezone():%Y-%m-%d %H:%M}  {show_line(change.by)}  {show_line(fields)}".rstrip())


def _facts(entry: Entry) -> list[tuple[str, str]]:
    """The short fields, by their names."""
    tr = translator()
    return [
        (_("How did you learn?"), capital(label(entry.activity_type, tr))),
        (_("Where"), capital(label(entry.arena, tr))),
        (_("Purpose"), label(entry.purpose, tr) if entry.purpose else ""),
        (_("Time spent"), duration(entry.minutes, tr) if entry.minutes else ""),
        (_("Competence areas"), ", ".join(area_name(area, tr) for area in entry.areas)),
        (_("Themes"), ", ".join(f"#{theme}" for theme in entry.themes)),
        (_("What kind of learning?"), ", ".join(label(each, tr) for each in entry.components)),
        (_("Can it be put into words?"), label(entry.knowledge_form, tr) if entry.knowledge_form else ""),
        (_("People involved"), ", ".join(label(each, tr) for each in entry.roles_involved)),
        (_("Used at work"), label(entry.applied, tr) if entry.applied else ""),
        (_("Evidence"), ", ".join(entry.evidence)),
        (_("Who may see it"), label(entry.visibility, tr)),
        (_("Status"), label(entry.status, tr)),
        (_("Show it in my CV summary"), _("Yes") if entry.show_in_cv else ""),
        ("id", entry.id),
    ]


def _texts(entry: Entry) -> list[tuple[str, str]]:
    """The long fields, by their names; answers by their questions."""
    questions = {question.id: question.text for each in REFLECTION_SETS for question in each.questions}
    answers = [(_(questions[key]) if key in questions else key, text) for key, text in entry.answers.items()]
    return [(_("What happened?"), entry.what_happened), *answers, (_("My insight"), entry.insight)]


def _wrapped(text: str, width: int) -> str:
    """A text's own lines, each wrapped within the width."""
    return "\n".join("\n".join(wrap(line, width)) for line in show(text).splitlines())
