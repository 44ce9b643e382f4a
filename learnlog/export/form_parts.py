"""What forms to print are made of: answers where there are any, and room to write where there are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from learnlog.domain.profile import Profile
from learnlog.domain.questions import QuestionSet, is_answered
from learnlog.export.document import Block, Bullets, Paragraph, Run, Table, WritingLines
from learnlog.export.wording import DOT, asked, lines_of
from learnlog.i18n.answers import answer_words
from learnlog.i18n.catalog import Translator
from learnlog.i18n.labels import capital

LINES = 2
"""Lines to write on for an answer of several lines."""
ABREAST = 3
"""Most short answers that stand beside each other."""


def answer_or_room(answer: str, room: int) -> Iterator[Block]:
    """An answer, a paragraph for each line; room to write one if there is none."""
    written = lines_of(answer)
    yield from (Paragraph((Run(line),)) for line in written)
    if not written:
        yield WritingLines(room)


def short_answers(fields: list[tuple[str, str]]) -> Iterator[Block]:
    """Short answers: those there are as a list, then room for the others beside each other."""
    known = [(name, value) for name, value in fields if value.strip()]
    if known:
        yield Bullets(tuple(asked(name, " ".join(value.split())) for name, value in known))
    empty = [name for name, value in fields if not value.strip()]
    for first in range(0, len(empty), ABREAST):
        names = tuple(empty[first : first + ABREAST])
        yield Table(names, (("",) * len(names),))


def answered(questions: QuestionSet, answers: Mapping[str, str], t: Translator) -> Iterator[Block]:
    """The questions that have an answer, each with it."""
    for each in questions.questions:
        if is_answered(answers, each.id):
            yield Paragraph((Run(t.gettext(each.text), strong=True),))
            yield from answer_or_room(answer_words(each, answers[each.id], t), 0)


def whose(profile: Profile) -> Iterator[Block]:
    """Whose document it is: name, job title, workplace; nothing if the profile is empty."""
    name = profile.display_name.strip()
    rest = DOT.join(each.strip() for each in (profile.job_title, profile.workplace) if each.strip())
    runs = [Run(name, strong=True)] if name else []
    if rest:
        runs.append(Run(f"· {rest}" if name else rest))
    if runs:
        yield Paragraph(tuple(runs))


def both_have_read(t: Translator) -> Iterator[Block]:
    """Who confirms that they have read a document, with room for it."""
    yield Paragraph((Run(t.gettext("We have both read this.")),))
    signers = (t.gettext("employee"), t.gettext("manager"), t.gettext("date"))
    yield Table(tuple(capital(signer) for signer in signers), (("", "", ""),))
