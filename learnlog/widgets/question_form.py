"""Questions to think about: the one widget that draws any question set."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Static

from learnlog.domain.questions import Question, QuestionSet
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.labels import capital
from learnlog.text import N_, Msg
from learnlog.widgets.choice_field import MultiField
from learnlog.widgets.date_field import DateField
from learnlog.widgets.earlier import Earlier, EarlierLines
from learnlog.widgets.field import Field, Raw
from learnlog.widgets.fields import LineField, TextField
from learnlog.widgets.pickers import Choice
from learnlog.widgets.safe import content
from learnlog.widgets.segment_field import OptionField, OptionsField

WIDE = 100
"""Columns from which something stands beside a form."""
BESIDE = 42
"""Columns that it takes."""
FRAME = 10
"""Columns of a field that its question cannot have."""

BIG = {"text", "line", "pick"}
"""Kinds whose field takes the whole width; what is chosen, and days, stand beside their further question."""


class QuestionForm(VerticalScroll, can_focus=False):
    """The questions of a set, each with a place for its answer.

    Answers to other sets are kept: whoever tries another set and comes back finds everything as it was. An answer is
    always the text that is stored (see `Question.kind`); a day that cannot be read is kept as it was typed.
    """

    DEFAULT_CSS = """
    QuestionForm {
        height: 1fr;
        scrollbar-size-vertical: 1;
        & > .notice { height: auto; padding: 0 2; color: $warning; text-style: bold; }
        & > .prompt { height: auto; padding: 0 2; }
        & > .row { height: auto; }
        & > .row > Field { margin: 0 1 0 0; }
        & > .row > Field:last-child { margin: 0; }
    }
    """

    class Changed(Message):
        """An answer has been changed by its user."""

        def __init__(self, form: QuestionForm) -> None:
            self.form = form
            super().__init__()

    def __init__(
        self,
        today: dt.date,
        questions: QuestionSet | None = None,
        *,
        earlier: Sequence[Earlier] = (),
        offered: Mapping[str, Sequence[str]] = {},
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """Draw a set.

        Args:
            today: The owner's own day: what "yesterday" is the day before of.
            questions: The set; None for an empty form.
            earlier: What was answered before, to other questions.
            offered: Question id → what can be picked.
            id: Textual's id of the widget.
        """
        super().__init__(id=id)
        self._today = today
        self._set = questions
        self._answers: dict[str, str] = {}
        self._earlier = tuple(earlier)
        self._offered = offered
        self._words: list[tuple[Static, str]] = []
        self._places: dict[str, list[Field]] = {}
        self._shown: list[Earlier] = []

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
        self._words.clear()
        self._places.clear()
        self._shown.clear()
        if self._set is None:
            return
        if self._set.notice:
            yield self._said(self._set.notice, "notice")
        for question in self._set.questions:
            yield from self._asked(question)

    def _said(self, text: str, kind: str) -> Static:
        words = Static(content(_(text)), classes=kind)
        self._words.append((words, text))
        return words

    def asks(self, key: str) -> bool:
        """Whether an answer belongs to one of these questions."""
        return self._set is not None and key in self._set.ids

    def _before(self, question: Question) -> ComposeResult:
        """What was answered before about this; not again what stands on this page already."""
        found = [each for each in self._earlier if question.id in each.beside and each not in self._shown]
        self._shown += found
        if found:
            yield EarlierLines(found, self._today)

    def _asked(self, question: Question) -> ComposeResult:
        """A question. What is too long for a border stands above the field, and so does what was said before."""
        yield from self._before(question)
        above = question.kind == "dates" or len(_(question.text)) > self._room(question)
        if above:
            yield self._said(question.text, "prompt")
        places = self._fields(question)
        for each in places:
            each.asked_above = above and question.kind != "dates"
        self._places[question.id] = places
        if question.note:
            self._places[question.note_id] = [LineField(question.note_id, question.note, optional=True)]
        fields = [*places, *self._places.get(question.note_id, ())]
        if question.kind in BIG:
            yield from fields
        else:
            yield Horizontal(*fields, classes="row")
        for key in (question.id, question.note_id):
            if key in self._answers:
                self._show(key)

    def _room(self, question: Question) -> int:
        """How long a question fits on a border."""
        width = self.app.size.width - (BESIDE if self.app.size.width >= WIDE else 0)
        return (width // 2 if question.note and question.kind not in BIG else width) - FRAME

    def _fields(self, question: Question) -> list[Field]:
        """The places for an answer: one, but one for each of several days."""
        key, label, optional = question.id, question.text, not question.required
        if question.kind == "choice":
            return [OptionField(key, label, lambda: _options(question), hint=question.hint, optional=optional)]
        if question.kind == "multi":
            return [OptionsField(key, label, lambda: _options(question), hint=question.hint, optional=optional)]
        if question.kind == "date":
            return [self._day(question, key, label)]
        if question.kind == "dates":
            return [self._day(question, f"{key}-{part}", name) for part, name in question.options]
        return [self._written(question, optional=optional)]

    def _written(self, question: Question, *, optional: bool) -> Field:
        """The place for what is written in one's own words, or picked."""
        key, label = question.id, question.text
        if question.kind == "pick":
            choices = tuple(Choice(each, each) for each in self._offered.get(key, ()))
            return MultiField(key, label, lambda: choices, own_words=True, hint=question.hint, optional=optional)
        if question.kind == "line":
            return LineField(key, label, example=question.hint, optional=optional)
        return TextField(key, label, example=question.hint, optional=optional, grows=True)

    def _day(self, question: Question, name: str, label: str) -> DateField:
        hint = question.hint or (
            N_("tomorrow, in two weeks, 12/11") if question.ahead else N_("today, last Tuesday, 12/11")
        )
        free = not question.required and not question.hint  # then the border says so, and the example stands inside
        said = {"example": hint} if free else {"hint": hint}
        return DateField(name, label, today=self._today, optional=True, ahead=question.ahead, **said)

    async def ask(self, questions: QuestionSet | None) -> None:
        """Draw another set; the answers of this one are kept."""
        self._set = questions
        await self.recompose()

    async def put(self, answers: Mapping[str, str]) -> None:
        """Let these answers stand in the form, without telling anybody."""
        self._answers = dict(answers)
        await self.recompose()

    def put_answer(self, key: str, answer: str) -> None:
        """Let this answer to one question stand in the form, without telling anybody."""
        if self._answers.get(key) != answer:
            self._answers[key] = answer
            self._show(key)

    def _show(self, key: str) -> None:
        """Let an answer stand in its fields."""
        fields = self._places.get(key, [])
        parts = self._answers[key].split(",") if len(fields) > 1 else [self._answers[key]]
        for field, part in zip(fields, parts, strict=False):
            field.put(_chosen(field, part))
            if isinstance(field, DateField) and (day := _iso(part)):
                field.put_day(day)

    def field(self, key: str) -> Field | None:
        """Where a question is answered, if it is asked here; the first place, or the one that cannot be read."""
        places = self._places.get(key, [])
        return next((each for each in places if unreadable(each)), places[0] if places else None)

    def asked_in(self, field: Field) -> str:
        """Id of the question that a field belongs to, or its further question; empty for none of these."""
        found = next((key for key, fields in self._places.items() if field in fields), "")
        asked = self._set.questions if self._set else ()
        return next((each.id for each in asked if found in (each.id, each.note_id)), "")

    def problems(self) -> Iterator[tuple[str, Msg]]:
        """Question id and sentence for each day that cannot be read."""
        for key, fields in self._places.items():
            problem = next((found for found in map(unreadable, fields) if found), None)
            if problem:
                yield key, problem

    def relabel(self) -> None:
        """Say everything in the interface's present language; what is typed stays."""
        for words, text in self._words:
            words.update(content(_(text)))
        for field in self.query(Field):
            field.relabel()

    def on_field_changed(self, event: Field.Changed) -> None:
        """Keep what was answered."""
        event.stop()
        for key, fields in self._places.items():
            if event.field in fields:
                answer = ",".join(map(_stored, fields))
                self._answers[key] = answer if answer.strip(",") else ""
        self.post_message(self.Changed(self))


def unreadable(field: Field) -> Msg | None:
    """Why what stands in a field cannot be taken; None if it can."""
    try:
        _value = field.value
    except InvalidInputError as error:
        return error.problems[0][1]
    return None


def _chosen(field: Field, answer: str) -> Raw:
    """A stored answer, as it stands in a field."""
    if isinstance(field, MultiField):
        return answer.splitlines()
    return answer.split(",") if isinstance(field, OptionsField) else answer


def _stored(field: Field) -> str:
    """What stands in a field, as an answer is stored."""
    if isinstance(field, OptionsField):
        return ",".join(field.raw)
    if isinstance(field, MultiField):
        return "\n".join(field.raw)
    if isinstance(field, DateField):
        try:
            return field.value.isoformat() if field.value else ""
        except InvalidInputError:
            return field.raw.replace(",", " ")
    return str(field.raw)


def _iso(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _options(question: Question) -> tuple[Choice, ...]:
    """What can be answered, in the interface's language."""
    return tuple(Choice(key, capital(_(text))) for key, text in question.options)
