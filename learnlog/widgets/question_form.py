"""Questions to think about: the one widget that draws any question set."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from learnlog.domain.questions import Question, QuestionSet
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.labels import capital
from learnlog.widgets.choice_field import ChoiceField
from learnlog.widgets.field import Field
from learnlog.widgets.fields import LineField, TextField
from learnlog.widgets.pickers import Choice
from learnlog.widgets.safe import content


class QuestionForm(VerticalScroll, can_focus=False):
    """The questions of a set, each with a place for its answer.

    Answers to other sets are kept: whoever tries another set and comes back finds everything as it was.
    """

    DEFAULT_CSS = """
    QuestionForm {
        height: 1fr;
        scrollbar-size-vertical: 1;
        & > .notice { height: auto; padding: 0 2; color: $warning; text-style: bold; }
        & > .prompt { height: auto; padding: 0 2; }
    }
    """

    class Changed(Message):
        """An answer has been changed by its user."""

        def __init__(self, form: QuestionForm) -> None:
            self.form = form
            super().__init__()

    def __init__(self, questions: QuestionSet | None = None, answers: dict[str, str] | None = None) -> None:
        """Draw a set.

        Args:
            questions: The set; None for an empty form.
            answers: Question id → answer, of any sets.
        """
        super().__init__()
        self._set = questions
        self._answers = dict(answers or {})

    @property
    def answers(self) -> dict[str, str]:
        """Question id → answer, of every set ever answered; without empty answers."""
        return {key: answer for key, answer in self._answers.items() if answer.strip()}

    @property
    def raw(self) -> dict[str, str]:
        """What stands in the form, as it is kept in a draft."""
        return dict(self._answers)

    def compose(self) -> ComposeResult:
        """The notice, then every question with its field."""
        if self._set is None:
            return
        if self._set.notice:
            yield Static(content(_(self._set.notice)), classes="notice")
        for question in self._set.questions:
            yield from self._asked(question)

    def _asked(self, question: Question) -> ComposeResult:
        """A question. What is too long for a border stands above the field."""
        short = len(_(question.text)) <= self._room()
        if not short:
            yield Static(content(_(question.text)), classes="prompt")
        field = self._field(question, question.text if short else "")
        if question.id in self._answers:
            field.put(self._answers[question.id])
        yield field

    def _room(self) -> int:
        """How long a question fits on a border."""
        return max(self.app.size.width * 6 // 10 - 12, 20)

    def _field(self, question: Question, label: str) -> Field:
        optional = not question.required
        if question.kind == "choice":
            return ChoiceField(question.id, label, lambda: _options(question), hint=question.hint, optional=True)
        if question.kind == "line":
            return LineField(question.id, label, example=question.hint, optional=optional)
        return TextField(question.id, label, example=question.hint, optional=optional, grows=True)

    async def ask(self, questions: QuestionSet | None) -> None:
        """Draw another set; the answers of this one are kept."""
        self._set = questions
        await self.recompose()

    async def put(self, answers: dict[str, str]) -> None:
        """Let these answers stand in the form, without telling anybody."""
        self._answers = dict(answers)
        await self.recompose()

    def put_answer(self, key: str, answer: str) -> None:
        """Let this answer to one question stand in the form, without telling anybody."""
        self._answers[key] = answer
        for field in self.query(Field):
            if field.name == key and field.raw != answer:
                field.put(answer)

    def on_field_changed(self, event: Field.Changed) -> None:
        """Keep what was answered."""
        event.stop()
        self._answers[event.field.name_of_value] = str(event.field.raw)
        self.post_message(self.Changed(self))


def _options(question: Question) -> tuple[Choice, ...]:
    """What can be answered, in the interface's language."""
    return tuple(Choice(key, capital(_(text))) for key, text in question.options)
