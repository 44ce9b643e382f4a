"""The part of the CV summary that others have written: the comments that the owner has chosen to quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from learnlog.domain.comment import Comment
from learnlog.export.document import Block, Paragraph, Quote, Run
from learnlog.export.wording import DOT, lines_of
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.review_labels import stated_by


def quoted(comments: Iterable[Comment], t: Translator) -> Iterator[Block]:
    """What others have said, word for word, with who states to have said it.

    Args:
        comments: The chosen comments.
        t: For the language.
    """
    for each in comments:
        if not each.text:
            continue
        day = numeric_date(each.written_on, t) if each.written_on else ""
        who = stated_by(each.author_name, each.author_role, t)
        about = (Run(each.title, strong=True), Run("·")) if each.title.strip() else ()
        yield Paragraph((*about, Run(DOT.join(part for part in (day, who) if part))))
        yield Quote(lines_of(each.text))
        if each.answer.strip():
            yield Paragraph((Run(t.gettext("My answer:"), strong=True), Run(" ".join(each.answer.split()))))
