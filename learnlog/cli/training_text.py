"""Trainings as text to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from learnlog.cli.output import ID_SHOWN, Output, wrapped
from learnlog.cli.pages import INDENT, print_clash, print_facts, print_heading, print_text
from learnlog.domain.due import Due
from learnlog.domain.entry import Entry
from learnlog.domain.loop import State, loop
from learnlog.domain.printable import show_line
from learnlog.domain.questions import Question, QuestionSet
from learnlog.domain.training import FollowUp, Sharing, Training
from learnlog.domain.training_questions import BEFORE, BESIDE, DIALOGUE, followup_questions
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import pgettext, translator
from learnlog.i18n.answers import answer_words
from learnlog.i18n.dates import due_words, duration, numeric_date
from learnlog.i18n.labels import area_name, capital, label
from learnlog.i18n.training_labels import followup_name

SIGNS = {State.DONE: "●", State.BEGUN: "◐", State.WAITING: "○", State.SKIPPED: "–", State.NONE: "·"}
"""A step of the loop in one sign; beside each stands its word wherever there is room."""
_QUESTIONS: dict[str, Question] = {each.id: each for form in (BEFORE, DIALOGUE) for each in form.questions}


def print_list(trainings: Sequence[Training], due: Sequence[Due], today: dt.date, out: Output) -> None:
    """Print trainings one a line, and below what the signs of the loop mean."""
    tr = translator()
    waiting = {each.training_id: each for each in reversed(due)}
    for training in trainings:
        item = waiting.get(training.id)
        told = due_words(item.due_on, today, tr) if item else ""
        facts = f"  [{', '.join(each for each in (label(training.status, tr), told) if each)}]"
        day = training.start_on.isoformat() if training.start_on else " " * 10
        signs = "".join(SIGNS[state] for _step, state in loop(training))
        title = out.cut(training.title, ID_SHOWN + len(day) + len(signs) + 6 + len(facts))
        out.raw(f"{out.quiet(training.id[:ID_SHOWN])}  {day}  {signs}  {title}{out.quiet(facts)}\n")
    if trainings:
        steps = " – ".join(label(step, tr) for step, _state in loop(trainings[0]))
        signs = "  ".join(f"{sign} {label(state, tr)}" for state, sign in SIGNS.items())
        out.raw(f"\n{_('Loop: {steps}', steps=steps)}\n{signs}\n")


def print_training(training: Training, entries: Sequence[Entry], out: Output, goals: str = "") -> None:
    """Print everything that is known of a training: facts, loop, what was expected beside what became of it."""
    tr = translator()
    out.raw(f"{out.strong(training.title)}\n")
    if training.is_deleted:
        out.raw(_("In the bin.") + "\n")
    out.raw("\n")
    steps = [(SIGNS[state], label(step, tr), label(state, tr)) for step, state in loop(training)]
    widest = max(len(step) for _sign, step, _state in steps)
    out.raw("".join(f"{sign} {step:<{widest}}  {state}\n" for sign, step, state in steps) + "\n")
    print_facts((*_facts(training), (_("Goals"), goals)), out)
    _print_answers(BEFORE, training.before, out)
    _print_answers(DIALOGUE, training.dialogue, out)
    _print_confirmed(training, out)
    for each in training.followups:
        _print_followup(training, each, out)
    _print_sharings(training.sharings, out)
    if entries:
        print_heading(_("Written in the log"), out)
        for entry in entries:
            out.raw(f"{out.quiet(entry.id[:ID_SHOWN])}  {entry.date.isoformat()}  {out.cut(entry.title, 22)}\n")
    if training.clashes:
        print_clash(out)


def _facts(training: Training) -> list[tuple[str, str]]:
    """The short fields, by their names."""
    tr = translator()
    days = [numeric_date(day, tr) for day in (training.start_on, training.end_on) if day]
    return [
        (_("Status"), capital(label(training.status, tr))),
        (_("Why"), training.closed_because),
        (_("When"), " – ".join(days)),
        (_("Kind of training"), capital(label(training.type, tr))),
        (_("Provider"), training.provider),
        (_("Time spent"), duration(training.minutes, tr) if training.minutes else ""),
        (_("Form of training"), capital(label(training.mode, tr)) if training.mode else ""),
        (_("Cost"), training.cost),
        (_("Mandatory"), _("Yes") if training.mandatory else ""),
        (_("Who suggested it"), capital(label(training.initiative, tr)) if training.initiative else ""),
        (_("Project number"), training.project_code),
        (_("Competence areas"), ", ".join(area_name(area, tr) for area in training.areas)),
        ("id", training.id),
    ]


def _print_answers(
    form: QuestionSet, answers: Mapping[str, str], out: Output, told: Mapping[str, str] | None = None
) -> None:
    """Print a form's answers under their questions.

    Args:
        form: The questions.
        answers: The answers.
        out: Where to print.
        told: What was written before the training; it stands beside what is asked about the same thing.
    """
    if not any(text.strip() for text in answers.values()):
        return
    print_heading(_(form.title), out)
    for question in form.questions:
        if answers.get(question.id, "").strip():
            _print_answer(question, answers, out)
            _print_expected(question.id, told or {}, out)


def _print_answer(question: Question, answers: Mapping[str, str], out: Output) -> None:
    note = answers.get(question.note_id, "").strip()
    out.raw("\n".join(wrapped(_(question.text), out.width)) + "\n")
    print_text(answer_words(question, answers[question.id], translator()), out)
    if note:
        print_text(f"{_(question.note)} {note}", out)


def _print_expected(question_id: str, told: Mapping[str, str], out: Output) -> None:
    """Print what was expected, or agreed, beside what became of it."""
    for key in BESIDE.get(question_id, ()):
        if told.get(key, "").strip():
            words = answer_words(_QUESTIONS[key], told[key], translator())
            before = _("Before: {text}", text=show_line(words))
            out.raw("".join(f"{INDENT}{out.quiet(line)}\n" for line in wrapped(before, out.width - len(INDENT))))


def _print_confirmed(training: Training, out: Output) -> None:
    tr = translator()
    for sentence, day in (
        (_("Confirmed by the employee:"), training.confirmed_employee_on),
        (_("Confirmed by the manager:"), training.confirmed_manager_on),
    ):
        if day:
            out.raw(f"{sentence} {numeric_date(day, tr)}\n")


def _print_followup(training: Training, followup: FollowUp, out: Output) -> None:
    """Print a follow-up: its answers with what was expected, or when it is asked, or why it was skipped."""
    tr = translator()
    if followup.done_on:
        form = followup_questions(followup.round)._replace(title=followup_name(followup.round))
        _print_answers(form, followup.answers, out, {**training.before, **training.dialogue})
        return
    print_heading(_(followup_name(followup.round)), out)
    if followup.skipped_because:
        print_text(_("Skipped: {why}", why=followup.skipped_because), out)
    else:
        print_text(_("Not followed up yet. It is asked on {day}.", day=numeric_date(followup.due_on, tr)), out)


def _print_sharings(sharings: Iterable[Sharing], out: Output) -> None:
    tr = translator()
    for place, each in enumerate(sharings):
        if not place:
            print_heading(_("Shared with others"), out)
        day = numeric_date(each.shared_on, tr) if each.shared_on else ""
        facts = (day, capital(label(each.channel, tr)), each.audience, label(each.status, tr))
        out.raw(f"{out.quiet(each.id[:ID_SHOWN])}  {show_line(', '.join(fact for fact in facts if fact))}\n")
        print_text(each.what, out)
        if each.taken:
            print_text(pgettext("sharing", "What colleagues took from it: {text}", text=each.taken), out)
