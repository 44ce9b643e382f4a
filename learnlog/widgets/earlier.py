"""What was answered before, for whoever answers now: above a question, on a card beside it, or as a whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult, RenderResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from learnlog.domain.questions import Question
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.answers import answer_words
from learnlog.text import N_
from learnlog.widgets.safe import content, cut, line


class Earlier(NamedTuple):
    """An answer given before, shown to whoever answers now.

    Attributes:
        question: What was asked.
        answer: The answer, as it is stored.
        beside: Ids of the questions it helps to answer: where there is no room beside the form, it stands above them.
        said: English sentence that says whose it is, around ``{answer}``.
    """

    question: Question
    answer: str
    beside: tuple[str, ...] = ()
    said: str = N_("Before: {answer}")

    def words(self, today: dt.date) -> str:
        """The answer in the interface's language."""
        return answer_words(self.question, self.answer, translator(), today)

    def paragraph(self, today: dt.date, *, lit: bool = False) -> Content:
        """Question and answer, as a whole.

        Args:
            today: The owner's own day.
            lit: Whether it belongs to what is being answered.
        """
        asked = content(_(self.question.text), "bold $primary" if lit else "$muted")
        return Content.assemble("› " if lit else "", asked, "\n", content(self.words(today)))


LISTED = 4
"""Most rows of an answer that is a list, above a question."""


class EarlierLines(Widget):
    """The answers above a question they help with: one on two rows, several on one if they fit, else on one each."""

    DEFAULT_CSS = """
    EarlierLines { height: auto; width: 1fr; padding: 0 2; color: $muted; }
    """

    def __init__(self, earlier: Sequence[Earlier], today: dt.date) -> None:
        """Show these answers; what is cut ends in ``…``."""
        super().__init__(classes="earlier")
        self._earlier = tuple(earlier)
        self._today = today

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many rows as it takes."""
        return len(self._rows(width))

    def render(self) -> RenderResult:
        """The rows."""
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Content]:
        said: dict[str, list[str]] = {}
        for each in self._earlier:
            said.setdefault(each.said, []).append(each.words(self._today))
        joined = [line(_(sentence, answer=" · ".join(answers))) for sentence, answers in said.items()]
        if len(said) < len(self._earlier) and all(each.cell_length <= width for each in joined):
            return joined
        most = 2 if len(self._earlier) == 1 else 1
        return [row for each in self._earlier for row in self._of(each, most, max(width, 4))]

    def _of(self, earlier: Earlier, most: int, width: int) -> list[Content]:
        """The rows of one answer; one that has several lines is a list, of which the first things are shown."""
        first, *others = earlier.words(self._today).splitlines() or [""]
        if not others:
            return _cut_to(most, self._line(earlier), width)
        rows = [line(_(earlier.said, answer=first)), *(line("  " + each) for each in others[: LISTED - 1])]
        if len(others) >= LISTED:
            rows[-1] = line("  " + _("… and {count} more: {key:form.earlier}", count=len(others) - LISTED + 2))
        return [cut(each, width) for each in rows]

    def _line(self, earlier: Earlier) -> Content:
        return line(_(earlier.said, answer=earlier.words(self._today)))


def _cut_to(most: int, text: Content, width: int) -> list[Content]:
    """The first rows of a text."""
    rows = text.wrap(width)
    if len(rows) > most:
        rows[most - 1 :] = [Content.assemble(cut(rows[most - 1].rstrip(), width - 2), " …")]
    return rows


class EarlierAnswers(VerticalScroll, can_focus=False):
    """What was answered before, on a card. The form shows it when there is something (``-some``), and room."""

    DEFAULT_CSS = """
    EarlierAnswers {
        display: none;
        width: 40;
        height: auto;
        max-height: 100%;
        margin: 0 0 0 2;
        border: round $line;
        border-title-color: $primary;
        border-title-style: bold;
        padding: 0 1;
        scrollbar-size-vertical: 1;
        & > Static { height: auto; margin: 0 0 1 0; }
        & > Static:last-child { margin: 0; }
    }
    """

    def __init__(self, earlier: Sequence[Earlier], title: str, today: dt.date) -> None:
        """Show these under this English title; days as they are from today."""
        super().__init__()
        self._today = today
        self._title = title
        self._parts = [(each, Static()) for each in earlier]
        self._lit = ""
        self.set_class(bool(earlier), "-some")

    def compose(self) -> ComposeResult:
        """A text for each."""
        yield from (words for _earlier, words in self._parts)

    def on_mount(self) -> None:
        """Say it."""
        self.draw()

    def draw(self) -> None:
        """Say it in the interface's present language."""
        self.border_title = Content(_(self._title))
        for each, words in self._parts:
            words.update(each.paragraph(self._today, lit=self._lit in each.beside))

    def light(self, question: str) -> None:
        """Let what helps to answer this question stand out, and be in sight."""
        if question == self._lit:
            return
        self._lit = question
        self.draw()
        first = next((words for each, words in self._parts if question in each.beside), None)
        if first is not None and self.display:
            self.scroll_to_widget(first, animate=False)
