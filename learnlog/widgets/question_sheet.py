"""A question set on pages, and beside it what was answered before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from textual import events
from textual.app import ComposeResult
from textual.widgets import ContentSwitcher

from learnlog.domain.questions import QuestionSet
from learnlog.errors import InvalidInputError
from learnlog.text import N_, Msg
from learnlog.widgets.earlier import Earlier, EarlierAnswers
from learnlog.widgets.field import Field
from learnlog.widgets.paged_sheet import PagedSheet
from learnlog.widgets.question_form import QuestionForm


class QuestionSheet(PagedSheet):
    """All questions of a set, page by page."""

    def __init__(
        self,
        questions: QuestionSet,
        today: dt.date,
        *,
        earlier: Sequence[Earlier] = (),
        title: str = N_("Before the training"),
        offered: Mapping[str, Sequence[str]] = {},
    ) -> None:
        """Make the pages.

        Args:
            questions: The set.
            today: The owner's own day.
            earlier: What was answered before, to other questions.
            title: English title of what was answered before.
            offered: Question id → what can be picked.
        """
        sets = questions.on_pages()
        super().__init__([(f"page{number}", page.title) for number, page in enumerate(sets)])
        self._forms = [
            QuestionForm(today, page, earlier=earlier, offered=offered, id=name)
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

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Let what helps to answer where one is stand out."""
        field = next((each for each in event.widget.ancestors if isinstance(each, Field)), None)
        if field is not None:
            self._earlier.light(next(filter(None, (form.asked_in(field) for form in self._forms)), ""))

    def on_question_form_changed(self, event: QuestionForm.Changed) -> None:
        """Tell the form."""
        event.stop()
        self.post_message(self.Changed())

    def relabel(self) -> None:
        """Say everything in the interface's present language; what is typed stays."""
        for form in self._forms:
            form.relabel()
        self._earlier.draw()
