"""The form before a training and the dialogue with the manager, to print: filled in as far as it is, room for the rest.

It fits two pages of A4 as long as the answers are not much longer than the room they have.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from learnlog.domain.profile import Profile
from learnlog.domain.questions import Question, QuestionSet
from learnlog.domain.training import Training
from learnlog.domain.training_questions import BEFORE, DIALOGUE
from learnlog.export.document import Block, Boxes, Paragraph, Run, Section, Sheet, Table
from learnlog.export.form_parts import LINES, answer_or_room, short_answers
from learnlog.export.training_facts import days, length
from learnlog.i18n.answers import answer_words
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import capital


def training_form(training: Training | None, profile: Profile, translator: Translator) -> Sheet:
    """The form of a training, or a blank one.

    Args:
        training: Whose; None for a blank form.
        profile: The owner's.
        translator: For the language of the form.
    """
    t = translator
    held = training or Training("")
    return Sheet(
        language=t.language,
        title=capital(t.gettext("form before the training")),
        head=tuple(_facts(held, profile if training else Profile(), t)),
        sections=(
            Section(None, t.gettext(BEFORE.title), tuple(_questions(BEFORE, held.before, t))),
            Section(None, t.gettext(DIALOGUE.title), tuple(_questions(DIALOGUE, held.dialogue, t))),
        ),
        confirmation=tuple(_confirmation(held, t)),
    )


def _facts(training: Training, profile: Profile, t: Translator) -> Iterator[Block]:
    yield Paragraph((Run(t.gettext("Short answers are enough. Write no names of clients, only roles.")),))
    if training.title:
        yield Paragraph((Run(training.title, strong=True),))
    facts = [
        (capital(t.gettext("employee")), profile.display_name),
        (t.gettext("Provider"), training.provider),
        (t.gettext("When"), days(training, t)),
        (t.gettext("Length"), length(training, t)),
    ]
    if not training.title:
        facts.insert(0, (capital(t.gettext("training")), ""))
    if training.cost.strip() or not training.title:
        facts.append((t.gettext("Cost"), training.cost))
    yield from short_answers(facts)


def _questions(questions: QuestionSet, answers: Mapping[str, str], t: Translator) -> Iterator[Block]:
    for each in questions.questions:
        if each.kind == "date":
            yield from short_answers([(t.gettext(each.text), _words(each, answers, t)), *_note(each, answers, t)])
            continue
        yield Paragraph((Run(t.gettext(each.text), strong=True),))
        if each.kind in ("choice", "multi"):
            ticked = answers.get(each.id, "").split(",")
            yield Boxes(tuple((t.gettext(text), key in ticked) for key, text in each.options))
        elif each.kind == "dates":
            parts = (*answers.get(each.id, "").split(","), *("" for _ in each.options))
            names = [capital(t.gettext(name)) for _, name in each.options]
            yield from short_answers([(name, _day(part, t)) for name, part in zip(names, parts, strict=False)])
        else:
            yield from answer_or_room(answers.get(each.id, ""), LINES)
        for name, answer in _note(each, answers, t):
            yield Paragraph((Run(name, strong=True),))
            yield from answer_or_room(answer, 1)


def _note(question: Question, answers: Mapping[str, str], t: Translator) -> list[tuple[str, str]]:
    """The question's further question with its answer, if it has one."""
    return [(t.gettext(question.note), answers.get(question.note_id, ""))] if question.note else []


def _words(question: Question, answers: Mapping[str, str], t: Translator) -> str:
    return answer_words(question, answers.get(question.id, ""), t)


def _confirmation(training: Training, t: Translator) -> Iterator[Block]:
    yield Paragraph((Run(t.gettext("We agree on this. A tick and the date are enough.")),))
    ticks = (
        (capital(t.gettext("employee")), training.confirmed_employee_on),
        (capital(t.gettext("manager")), training.confirmed_manager_on),
    )
    rows = tuple((f"{'☒' if day else '☐'} {name}", numeric_date(day, t) if day else "") for name, day in ticks)
    yield Table((t.gettext("Confirmed by"), capital(t.gettext("date"))), rows)


def _day(iso: str, t: Translator) -> str:
    try:
        return numeric_date(dt.date.fromisoformat(iso), t)
    except ValueError:
        return iso
