"""The facts of a training: what it is called, when it is, who gives it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import ContentSwitcher

from learnlog.domain.goal import Goal
from learnlog.domain.statistics import areas_used
from learnlog.domain.training import Training
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.screens.entry_form import RECENT
from learnlog.screens.form import Values
from learnlog.screens.paged_form import PagedForm
from learnlog.screens.training_fields import PAGES, ROWS, fields, read, start_value
from learnlog.text import N_, Msg
from learnlog.widgets.field import Field, Raw
from learnlog.widgets.paged_sheet import PagedSheet

FORM = "training.facts"
"""Name of this form's drafts."""


class TrainingSheet(PagedSheet):
    """All facts of a training, on two pages."""

    def __init__(self, training: Training, today: dt.date, used_areas: tuple[str, ...], goals: Sequence[Goal]) -> None:
        """Make the pages.

        Args:
            training: The training as it is.
            today: The owner's own day.
            used_areas: Competence areas the owner has used, the most used first.
            goals: The goals it may lead to.
        """
        super().__init__(PAGES)
        self._training = training
        self._fields = {each.name_of_value: each for each in fields(today, used_areas, goals)}
        self._start: dict[str, Raw] = {}

    def compose(self) -> ComposeResult:
        """The pages, row by row."""
        with ContentSwitcher(initial=self.page):
            for page, rows in ROWS.items():
                with VerticalScroll(id=page, can_focus=False):
                    for row in rows:
                        yield Horizontal(*(self._fields[name] for name in row), classes="row")

    def fill(self, draft: Mapping[str, Any]) -> None:
        """Show the training, and over it what was typed before."""
        self._start = {name: start_value(self._training, name) for name in self._fields}
        for name, field in self._fields.items():
            field.put(draft.get(name, self._start[name]))

    def touched(self) -> Values:
        """What stands here otherwise than in the training; with its title, to recognise the draft by."""
        values: Values = {name: each.raw for name, each in self._fields.items() if each.raw != self._start[name]}
        return {**values, "title": self._fields["title"].raw} if values else {}

    def collect(self) -> Training:
        """What stands here, as a training.

        Raises:
            InvalidInputError: With every problem, in the order of the form.
        """
        problems: dict[str, Msg] = {}
        values: dict[str, Any] = {}
        for name, field in self._fields.items():
            try:
                values[name] = read(field)
            except InvalidInputError as error:
                problems[name] = error.problems[0][1]
        try:
            training = self._training.revised(**values)
        except InvalidInputError as error:
            problems = dict(error.problems) | problems
        if problems:
            raise InvalidInputError(*sorted(problems.items(), key=lambda item: list(self._fields).index(item[0])))
        return training

    def field(self, name: str) -> Field:
        """The field of a value."""
        return self._fields[name]

    def on_field_changed(self) -> None:
        """Tell the form."""
        self.post_message(self.Changed())

    def relabel(self) -> None:
        """Say everything in the interface's present language; what is typed stays."""
        for field in self._fields.values():
            field.relabel()


class TrainingForm(PagedForm[Training]):
    """Write or change the facts of a training. The answer is the training as saved; None when left without saving."""

    MODE: ClassVar[str] = "training"
    CSS_PATH = ["paged_form.tcss", "training_form.tcss"]  # noqa: RUF012 - Textual's own declaration
    AUTO_FOCUS = "LineBox"
    HELP = N_(
        "Only the title must be filled in. Everything else can be added later; what you hope for is asked in a form"
        " of its own. What you write is kept as a draft while you write."
    )

    def __init__(self, training: Training, draft: Mapping[str, Any] | None = None) -> None:
        """Open the form.

        Args:
            training: The training; one that has never been saved is a new one.
            draft: What was typed in this form before, and not saved.
        """
        super().__init__(FORM, training.id)
        self._training = training
        self._draft = dict(draft or {})

    def make_sheet(self) -> TrainingSheet:
        """All fields of the training."""
        used = areas_used(self.services.log.heads()[:RECENT])
        self._sheet = TrainingSheet(self._training, self.services.clock.today(), used, self.services.plan.goals.all())
        return self._sheet

    def on_mount(self) -> None:
        """Fill in the training, and over it what was typed before."""
        self._sheet.fill(self._draft)
        self.begin(from_draft=bool(self._draft))

    def heading(self) -> str:
        """Whether it is new."""
        return _("Edit training") if self._training.revision else _("New training")

    def touched(self) -> Values:
        """What stands on the pages otherwise than in the training."""
        return self._sheet.touched()

    def collect(self) -> Training:
        """The training as it stands on the pages."""
        return self._sheet.collect()

    def store(self, collected: Training) -> Training:
        """Save the training."""
        return self.services.trainings.save(collected)

    def answer(self, saved: Training) -> Training:
        """The training as it now lies in the log."""
        return saved
