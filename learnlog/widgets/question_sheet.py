"""A question set on pages, and beside it what was answered before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import ContentSwitcher, Static

from learnlog.domain.questions import QuestionSet
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.text import N_, Msg
from learnlog.widgets.field import Field
from learnlog.widgets.paged_sheet import PagedSheet
from learnlog.widgets.question_form import Earlier, QuestionForm
from learnlog.widgets.safe import content


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
        & > Static { height: auto; }
    }
    """

    def __init__(self, earlier: Sequence[Earlier], title: str, today: dt.date) -> None:
        """Show these under this English title; days as they are from today."""
        super().__init__()
        self._today = today
        self._earlier = tuple(earlier)
        self._title = title
        self._words = Static()
        self.set_class(bool(self._earlier), "-some")

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._words

    def on_mount(self) -> None:
        """Say it."""
        self.draw()

    def draw(self) -> None:
        """Say it in the interface's present language."""
        self.border_title = Content(_(self._title))
        parts = [
            Content.assemble(content(_(each.question.text), "$muted"), "\n", content(each.words(self._today)))
            for each in self._earlier
        ]
        self._words.update(Content("\n\n").join(parts))


class QuestionSheet(PagedSheet):
    """All questions of a set, page by page."""

    def __init__(
        self,
        questions: QuestionSet,
        today: dt.date,
        *,
        earlier: Sequence[Earlier] = (),
        title: str = N_("Before the training"),
    ) -> None:
        """Make the pages.

        Args:
            questions: The set.
            today: The owner's own day.
            earlier: What was answered before, to other questions.
            title: English title of what was answered before.
        """
        self._questions = questions
        sets = questions.on_pages()
        super().__init__([(f"page{number}", page.title) for number, page in enumerate(sets)])
        self._forms = [
            QuestionForm(today, page, earlier=earlier, id=name)
            for (name, _title), page in zip(self.pages, sets, strict=True)
        ]
        self._earlier = EarlierAnswers(earlier, title, today)

    def compose(self) -> ComposeResult:
        """The pages, and what was answered before."""
        with ContentSwitcher(initial=self.page):
            yield from self._forms
        yield self._earlier

    async def put(self, answers: Mapping[str, str]) -> None:
        """Let these answers stand in the sheet, without telling anybody."""
        for form in self._forms:
            await form.put({key: text for key, text in answers.items() if form.asks(key)})

    @property
    def raw(self) -> dict[str, str]:
        """What stands in the sheet, as it is kept in a draft."""
        return {key: answer for form in self._forms for key, answer in form.raw.items()}

    @property
    def answers(self) -> dict[str, str]:
        """Question id → answer; without empty answers.

        Raises:
            InvalidInputError: If a day cannot be read.
        """
        problems: list[tuple[str, Msg]] = [problem for form in self._forms for problem in form.problems()]
        if problems:
            raise InvalidInputError(*problems)
        return {key: answer for form in self._forms for key, answer in form.answers.items()}

    def field(self, name: str) -> Field:
        """Where a question is answered."""
        return next(found for found in (form.field(name) for form in self._forms) if found)

    def on_question_form_changed(self, event: QuestionForm.Changed) -> None:
        """Tell the form."""
        event.stop()
        self.post_message(self.Changed())

    def relabel(self) -> None:
        """Say everything in the interface's present language; what is typed stays."""
        for form in self._forms:
            form.relabel()
        self._earlier.draw()
