"""A training as a text to read in the whole log: its facts, and everything that was answered and shared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from learnlog.domain.questions import QuestionSet
from learnlog.domain.training import FollowUp, Sharing, Training
from learnlog.domain.training_questions import BEFORE, DIALOGUE, followup_questions
from learnlog.export.document import Block, Bullets, Line, Paragraph, Run
from learnlog.export.training_facts import days, length
from learnlog.export.wording import DOT, asked
from learnlog.i18n.answers import answer_words
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import area_name, capital, label
from learnlog.i18n.training_labels import followup_name


def training_blocks(training: Training, t: Translator) -> Iterator[Block]:
    """Everything that is written in a training, under its title."""
    first = [capital(label(training.status, t)), label(training.type, t), days(training, t), length(training, t)]
    yield Paragraph((Run(DOT.join(each for each in first if each)),))
    yield Bullets(tuple(_facts(training, t)))
    yield from _answered(t.gettext(BEFORE.title), BEFORE, training.before, t)
    yield from _answered(t.gettext(DIALOGUE.title), DIALOGUE, training.dialogue, t)
    for each in training.followups:
        title = t.gettext(followup_name(each.round)) + DOT + _state(each, t)
        yield from _answered(title, followup_questions(each.round), each.answers, t, always=True)
    if training.sharings:
        yield Paragraph((Run(t.gettext("Shared with others"), strong=True),))
        yield Bullets(tuple(_sharing(each, t) for each in training.sharings))


def _facts(training: Training, t: Translator) -> Iterator[Line]:
    confirmed = (
        (t.gettext("Confirmed by the employee:"), training.confirmed_employee_on),
        (t.gettext("Confirmed by the manager:"), training.confirmed_manager_on),
    )
    facts = (
        (t.gettext("Provider"), training.provider),
        (t.gettext("How it is given"), label(training.mode, t) if training.mode else ""),
        (t.gettext("Cost"), training.cost),
        (t.gettext("Whose idea it was"), label(training.initiative, t) if training.initiative else ""),
        (t.gettext("Project"), training.project_code),
        (capital(t.gettext("mandatory")), t.gettext("yes") if training.mandatory else ""),
        (t.gettext("Competence areas"), ", ".join(area_name(area, t) for area in training.areas)),
        (t.gettext("Why"), training.closed_because),
        *((name, numeric_date(day, t) if day else "") for name, day in confirmed),
    )
    return (asked(name, value) for name, value in facts if value)


def _answered(
    title: str, questions: QuestionSet, answers: Mapping[str, str], t: Translator, *, always: bool = False
) -> Iterator[Block]:
    """What has been answered, in the order of the questions; answers to questions we do not know come last."""
    lines: list[Line] = []
    for each in questions.questions:
        if answers.get(each.id, "").strip(", "):
            lines.append(asked(t.gettext(each.text), answer_words(each, answers[each.id], t)))
        if answers.get(each.note_id, "").strip():
            lines.append(asked(t.gettext(each.note or each.text), answers[each.note_id]))
    lines += [asked(key, text) for key, text in answers.items() if key not in questions.ids and text.strip()]
    if lines or always:
        yield Paragraph((Run(title, strong=True),))
        yield Bullets(tuple(lines))


def _state(followup: FollowUp, t: Translator) -> str:
    if followup.done_on:
        return numeric_date(followup.done_on, t)
    if followup.skipped_because:
        return t.gettext("skipped: {why}", why=" ".join(followup.skipped_because.split()))
    return t.gettext("is asked {day}", day=numeric_date(followup.due_on, t))


def _sharing(sharing: Sharing, t: Translator) -> Line:
    first = [numeric_date(sharing.shared_on, t) if sharing.shared_on else "", label(sharing.channel, t)]
    facts = (*first, sharing.audience, label(sharing.status, t), sharing.what)
    runs = [Run(DOT.join(" ".join(each.split()) for each in facts if each))]
    if sharing.taken:
        runs += [Run("–"), Run(t.gettext("Colleagues took with them:")), Run(sharing.taken)]
    return tuple(runs)
