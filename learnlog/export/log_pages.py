"""The whole log as a text to read: month by month, with everything that is written in each entry."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from learnlog.domain.entry import Entry
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.questions import REFLECTION_SETS, Question
from learnlog.domain.statistics import month_start
from learnlog.export.document import Block, Bullets, Line, Paragraph, Quote, Run
from learnlog.export.markdown import block_lines, heading
from learnlog.export.training_pages import training_blocks
from learnlog.export.wording import DOT, labelled, lines_of
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import duration, long_date, month_and_year, numeric_date
from learnlog.i18n.labels import area_name, capital, label


def log_markdown(portfolio: Portfolio, translator: Translator) -> str:
    """The log in Markdown, oldest entry first, and then the trainings.

    Args:
        portfolio: The owner's name and title, and the entries and trainings to show.
        translator: For the language of the headings and labels.
    """
    t = translator
    lines = heading(1, capital(t.gettext("learning log")))
    for block in _front(portfolio, t):
        lines += block_lines(block)
    titles = {training.id: training.title for training in portfolio.trainings}
    for first, entries in groupby(portfolio.entries, key=lambda entry: month_start(entry.date)):
        lines += heading(2, capital(month_and_year(first, t)))
        for entry in entries:
            lines += heading(3, entry.title)
            for block in entry_blocks(entry, titles.get(entry.training_id, ""), t):
                lines += block_lines(block)
    if portfolio.trainings:
        lines += heading(2, t.gettext("Trainings"))
    for training in portfolio.trainings:
        lines += heading(3, training.title)
        for block in training_blocks(training, t):
            lines += block_lines(block)
    return "\n".join(lines).rstrip("\n") + "\n"


def _front(portfolio: Portfolio, t: Translator) -> Iterator[Block]:
    profile = portfolio.profile
    rest = DOT.join(part for part in (profile.job_title, profile.workplace) if part.strip())
    if profile.display_name.strip():
        yield Paragraph((Run(profile.display_name, strong=True), Run(f"· {rest}" if rest else "")))
    entries = portfolio.entries
    if not entries:
        yield Paragraph((Run(t.gettext("There are no entries in this period.")),))
        return
    count = t.ngettext("{count} entry", "{count} entries", len(entries))
    days = [numeric_date(day, t) for day in (entries[0].date, entries[-1].date)]
    yield Paragraph((Run(f"{count}{DOT}{' – '.join(dict.fromkeys(days))}"),))


def entry_blocks(entry: Entry, training: str, t: Translator) -> Iterator[Block]:
    """Everything that is written in an entry, under its title.

    Args:
        entry: The entry.
        training: Title of the training it belongs to; may be empty.
        t: For the language.
    """
    first = [capital(long_date(entry.date, t)), label(entry.activity_type, t)]
    if entry.minutes is not None:
        first.append(duration(entry.minutes, t))
    yield Paragraph((Run(DOT.join((*first, label(entry.status, t)))),))
    yield from _text(entry.what_happened)
    if entry.insight.strip():
        yield Quote(lines_of(entry.insight))
    for question, answer in _answers(entry):
        yield Paragraph((Run(t.gettext(question.text), strong=True),))
        chosen = dict(question.options).get(answer)
        yield from _text(t.gettext(chosen) if chosen else answer)
    yield Bullets(tuple(_facts(entry, training, t)))


def _text(text: str) -> Iterator[Block]:
    return (Paragraph((Run(line),)) for line in lines_of(text))


def _answers(entry: Entry) -> Iterator[tuple[Question, str]]:
    """What has been answered, in the order of the questions; answers to questions we do not know come last."""
    known = {question.id: question for each in REFLECTION_SETS for question in each.questions}
    for key in sorted(entry.answers, key=lambda key: list(known).index(key) if key in known else len(known)):
        if entry.answers[key].strip():
            yield known.get(key, Question(key, key)), entry.answers[key]


def _facts(entry: Entry, training: str, t: Translator) -> Iterator[Line]:
    facts = (
        (t.gettext("Where"), label(entry.arena, t)),
        (t.gettext("Purpose"), label(entry.purpose, t) if entry.purpose else ""),
        (t.gettext("Competence areas"), ", ".join(area_name(area, t) for area in entry.areas)),
        (t.gettext("Themes"), ", ".join(entry.themes)),
        (t.gettext("What kind of learning?"), ", ".join(label(each, t) for each in entry.components)),
        (t.gettext("Can it be put into words?"), label(entry.knowledge_form, t) if entry.knowledge_form else ""),
        (t.gettext("People involved"), ", ".join(label(each, t) for each in entry.roles_involved)),
        (t.gettext("Used at work"), label(entry.applied, t) if entry.applied else ""),
        (capital(t.gettext("training")), training),
        (t.gettext("Evidence"), ", ".join(entry.evidence)),
        (t.gettext("Who may see it"), label(entry.visibility, t)),
        (t.gettext("Show it in my CV summary"), t.gettext("yes") if entry.show_in_cv else ""),
    )
    return (labelled(name, value) for name, value in facts if value)
