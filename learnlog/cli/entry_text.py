"""An entry as text to read."""

from __future__ import annotations

from collections.abc import Mapping

from learnlog.cli.output import Output, wrapped
from learnlog.cli.pages import print_clash, print_facts, print_heading
from learnlog.domain.entry import Entry
from learnlog.domain.printable import show
from learnlog.domain.questions import REFLECTION_SETS
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import duration, long_date
from learnlog.i18n.entry_names import ENTRY_NAMES
from learnlog.i18n.labels import area_name, capital, label


def print_entry(entry: Entry, out: Output, belongs: Mapping[str, str] | None = None) -> None:
    """Print everything that is written in an entry; what is empty is left out.

    Args:
        entry: The entry.
        out: Where to print.
        belongs: Field of a link → what it leads to is called: its training, its goals, its action.
    """
    tr = translator()
    out.raw(f"{out.strong(entry.title)}\n{long_date(entry.date, tr)}\n")
    if entry.deleted_at:
        out.raw(_("In the bin.") + "\n")
    links = ((_(ENTRY_NAMES[field]), title) for field, title in (belongs or {}).items())
    out.raw("\n")
    print_facts((*_facts(entry), *links), out)
    for heading, text in _texts(entry):
        if text:
            print_heading(heading, out)
            out.raw(_wrapped(text, out.width) + "\n")
    if entry.clashes:
        print_clash(out)


def _facts(entry: Entry) -> list[tuple[str, str]]:
    """The short fields, by their names."""
    tr = translator()
    values = {
        "activity_type": capital(label(entry.activity_type, tr)),
        "arena": capital(label(entry.arena, tr)),
        "purpose": label(entry.purpose, tr) if entry.purpose else "",
        "minutes": duration(entry.minutes, tr) if entry.minutes else "",
        "areas": ", ".join(area_name(area, tr) for area in entry.areas),
        "themes": ", ".join(f"#{theme}" for theme in entry.themes),
        "components": ", ".join(label(each, tr) for each in entry.components),
        "knowledge_form": label(entry.knowledge_form, tr) if entry.knowledge_form else "",
        "roles_involved": ", ".join(label(each, tr) for each in entry.roles_involved),
        "applied": label(entry.applied, tr) if entry.applied else "",
        "evidence": ", ".join(entry.evidence),
        "visibility": label(entry.visibility, tr),
        "status": label(entry.status, tr),
        "show_in_cv": _("Yes") if entry.show_in_cv else "",
    }
    return [*((_(ENTRY_NAMES[name]), value) for name, value in values.items()), ("id", entry.id)]


def _texts(entry: Entry) -> list[tuple[str, str]]:
    """The long fields, by their names; answers by their questions."""
    questions = {question.id: question.text for each in REFLECTION_SETS for question in each.questions}
    answers = [(_(questions[key]) if key in questions else key, text) for key, text in entry.answers.items()]
    return [
        (_(ENTRY_NAMES["what_happened"]), entry.what_happened),
        *answers,
        (_(ENTRY_NAMES["insight"]), entry.insight),
    ]


def _wrapped(text: str, width: int) -> str:
    """A text's own lines, each wrapped within the width."""
    return "\n".join("\n".join(wrapped(line, width)) for line in show(text).splitlines())
