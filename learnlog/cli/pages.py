"""What a page to read is made of: facts by their names, texts below what they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from learnlog.cli.output import Output, wrapped
from learnlog.domain.printable import show, show_line
from learnlog.domain.questions import QuestionSet, is_answered
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.answers import answer_words

INDENT = "  "


def print_facts(facts: Iterable[tuple[str, str]], out: Output) -> None:
    """Print short fields beside their names; what is empty is left out."""
    rows = [(name, value) for name, value in facts if value]
    widest = max((len(name) for name, _value in rows), default=0)
    for name, value in rows:
        lines = wrapped(show_line(value), max(out.width - widest - 2, 20))
        out.raw(f"{out.quiet(name.ljust(widest))}  {lines[0]}\n")
        for line in lines[1:]:
            out.raw(f"{'':<{widest}}  {line}\n")


def print_heading(text: str, out: Output) -> None:
    """Print a heading, a line below what was before."""
    out.raw(f"\n{out.strong(text)}\n")


def print_text(text: str, out: Output) -> None:
    """Print a text's own lines, each wrapped within the width, below what they belong to."""
    for line in show(text).splitlines():
        out.raw("".join(f"{INDENT}{part}\n" for part in wrapped(line, out.width - len(INDENT))))


def print_answers(form: QuestionSet, answers: Mapping[str, str], out: Output) -> None:
    """Print a form's answers under their questions; nothing when there are none."""
    asked = [each for each in form.questions if is_answered(answers, each.id)]
    if not asked:
        return
    print_heading(_(form.title), out)
    for question in asked:
        print_answer(_(question.text), answer_words(question, answers[question.id], translator()), out)


def print_answer(question: str, answer: str, out: Output) -> None:
    """Print what was answered below what was asked."""
    out.raw("\n".join(wrapped(show_line(question), out.width)) + "\n")
    print_text(answer, out)


def print_clash(out: Output) -> None:
    """Say that two windows wrote different things."""
    out.raw("\n")
    out.line(_("Another window has written something else in the same fields. Open learnlog to choose."))
