"""An entry as a text to read: everything in it, with headings, in the order one thinks of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textual.content import Content

from learnlog.domain.entry import Entry
from learnlog.domain.questions import REFLECTION_SETS, Question
from learnlog.domain.values import Status
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.answers import answer_words
from learnlog.i18n.dates import duration, long_date, short_date
from learnlog.i18n.labels import area_name, arena_place, capital, label
from learnlog.widgets.glyphs import ARENAS, TRAINING
from learnlog.widgets.safe import content, line

_GAP = "\n\n"
_BETWEEN = " · "


class Belongs(NamedTuple):
    """What an entry belongs to, by its title.

    Attributes:
        training: A training; empty for none.
        goals: Goals of the plan.
        action: The action it came of; empty for none.
    """

    training: str = ""
    goals: tuple[str, ...] = ()
    action: str = ""


NOTHING = Belongs()


def describe(entry: Entry, today: dt.date, *, belongs: Belongs = NOTHING, tasks: bool = True) -> Content:
    """All that stands in an entry.

    Args:
        entry: The entry.
        today: For days in words.
        belongs: What it belongs to.
        tasks: Whether to say what its owner may want to do about it, and with which key.
    """
    parts = [
        _head(entry, belongs.training),
        *(_tasks(entry) if tasks else ()),
        *_texts(entry),
        *_facts(entry, belongs),
        _foot(entry, today),
    ]
    return Content(_GAP).join(parts)


def _head(entry: Entry, training: str) -> Content:
    """Title, where and how, when, its training, areas and themes."""
    tr = translator()
    look = ARENAS[entry.arena]
    said = [capital(label(entry.activity_type, tr))]
    if entry.minutes:
        said.append(duration(entry.minutes, tr))
    lines = [
        line(entry.title, "bold"),
        Content.assemble((look.glyph, look.style), f" {capital(arena_place(entry.arena, tr))}"),
        Content.styled(_BETWEEN.join(said), "$muted"),  # on a line of its own: beside the place it would break in two
        Content.styled(capital(long_date(entry.date, tr)), "$muted"),
    ]
    if training:
        lines.append(Content.assemble((f"{TRAINING.glyph} ", TRAINING.style), line(training)))
    if entry.areas:
        lines.append(line(", ".join(area_name(area, tr) for area in entry.areas), "$secondary"))
    if entry.themes:
        lines.append(line("  ".join(f"#{theme}" for theme in entry.themes), "$secondary"))
    return Content("\n").join(lines)


def _tasks(entry: Entry) -> Iterator[Content]:
    """What the owner may want to do about it: only then is there colour."""
    if entry.clashes:
        yield Content.assemble(
            ("! ", "$error"),
            (_("Two windows changed this entry at the same time. Press {key:log.clash} to choose."), "$error"),
        )
    if entry.status is Status.DRAFT:
        text = (
            _("Draft: press {key:log.edit} to go on.")
            if entry.ready
            else _("Draft: what did you learn? Press {key:log.edit} to go on.")
        )
        yield Content.assemble(("› ", "$accent"), (text, "$accent"))


def _texts(entry: Entry) -> Iterator[Content]:
    """The texts, the reflection answers under their questions."""
    if entry.what_happened:
        yield _section(_("What happened?"), content(entry.what_happened))
    if entry.insight:
        yield _section(_("My insight"), content(entry.insight))
    for question in _answered(entry):
        yield _section(_(question.text), content(answer_words(question, entry.answers[question.id], translator())))


def _answered(entry: Entry) -> Iterable[Question]:
    """The questions that have an answer: those of the chosen set first."""
    sets = sorted(REFLECTION_SETS, key=lambda each: each.id != entry.prompt_set)
    return (question for each in sets for question in each.questions if entry.answers.get(question.id, "").strip())


def _facts(entry: Entry, belongs: Belongs) -> Iterator[Content]:
    """What was only chosen, a line each; references as text."""
    tr = translator()
    facts: list[tuple[str, str | Content]] = []
    if entry.purpose:
        facts.append((_("Purpose"), label(entry.purpose, tr)))
    if entry.components:
        facts.append((_("What kind of learning?"), _words(label(each, tr) for each in entry.components)))
    if entry.knowledge_form:
        facts.append((_("Can it be put into words?"), capital(label(entry.knowledge_form, tr))))
    if entry.roles_involved:
        facts.append((_("People involved"), _words(label(each, tr) for each in entry.roles_involved)))
    if entry.applied:
        facts.append((_("Used at work"), capital(label(entry.applied, tr))))
    if belongs.goals:
        facts.append((_("Goals"), line(" · ".join(belongs.goals))))
    if belongs.action:
        facts.append((_("Action"), line(belongs.action)))
    if facts:
        yield Content("\n").join([Content.assemble((name, "$muted"), "  ", value) for name, value in facts])
    if entry.evidence:
        yield _section(_("Evidence"), Content("\n").join([line(each) for each in entry.evidence]))


def _foot(entry: Entry, today: dt.date) -> Content:
    """Who may see it, whether it is for the CV, and when it was saved."""
    tr = translator()
    said = [capital(label(entry.visibility, tr))]
    if entry.show_in_cv:
        said.append(_("shown in my CV summary"))
    if entry.updated_at is not None:
        saved = entry.updated_at.astimezone()
        said.append(_("saved {day} {time}", day=short_date(saved.date(), tr, today), time=f"{saved:%H:%M}"))
    return Content.styled(_BETWEEN.join(said), "$muted")


def _section(heading: str, text: Content) -> Content:
    return Content.assemble((heading, "bold $primary"), "\n", text)


def _words(words: Iterable[str]) -> str:
    return capital(", ".join(words))
