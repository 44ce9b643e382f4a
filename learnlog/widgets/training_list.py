"""The list of trainings: two lines each, with the loop in sight."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Resize
from textual.message import Message

from learnlog.domain.due import Due
from learnlog.domain.next_step import NextStep
from learnlog.domain.training import Training
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import due_words, short_date
from learnlog.i18n.labels import label
from learnlog.text import N_
from learnlog.widgets.glyphs import TASK, TRAINING, URGENT
from learnlog.widgets.loop_line import loop_line
from learnlog.widgets.promise import verdict_sign
from learnlog.widgets.row_list import Row, RowList
from learnlog.widgets.safe import line

JOINED = 42
"""Columns from which a line runs through the signs of the loop."""


class Listed(NamedTuple):
    """A training in the list.

    Attributes:
        training: The training.
        following: What its loop needs next; None when nothing.
        due: What is due of it first; None when nothing is.
    """

    training: Training
    following: NextStep | None
    due: Due | None = None


class TrainingList(RowList):
    """Trainings to choose from; Enter goes to the next step, the right arrow into the training."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page(-1)", N_("Page up"), show=False),
        Binding("pagedown,space", "page(1)", N_("Page down"), show=False),
        Binding("enter", "choose", N_("Next step"), tooltip=N_("Do what the training waits for.")),
        Binding("right", "read", N_("Read"), show=False),
    ]

    class Highlighted(Message):
        """The cursor has come to another training, or to none."""

    class Read(Message):
        """The whole training is to be read."""

    def __init__(self) -> None:
        """An empty list."""
        super().__init__("trainings", always=True)
        self._listed: Sequence[Listed] = ()
        self._today = dt.date.min

    def put(self, listed: Sequence[Listed], today: dt.date) -> None:
        """List these, in this order; the cursor stays on its training."""
        self._listed, self._today = listed, today
        self.show([_row(each, today, self.content_size.width) for each in listed])
        self._say_place()
        self.post_message(self.Highlighted())

    def select(self, training_id: str) -> bool:
        """Move the cursor to a training; whether it is in the list."""
        place = next((at for at, each in enumerate(self._listed) if each.training.id == training_id), None)
        if place is not None:
            self.cursor = place
        return place is not None

    def _say_place(self) -> None:
        """Which of how many it is, where not all can be seen."""
        _first, fit, _each = self._window()
        place = _("{found} of {total}", found=self.cursor + 1, total=self.count)
        self.border_subtitle = Content(place if fit < self.count else "")

    def watch_cursor(self) -> None:
        """Tell who shows it."""
        self._say_place()
        self.post_message(self.Highlighted())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be chosen in an empty list."""
        return self.count > 0 if action == "choose" else super().check_action(action, parameters)

    def action_page(self, by: int) -> None:
        """As many trainings as are in view, up or down."""
        _first, fit, _each = self._window()
        self.cursor = min(max(self.cursor + by * max(fit - 1, 1), 0), max(self.count - 1, 0))

    def action_read(self) -> None:
        """Go into the training."""
        if self.count:
            self.post_message(self.Read())

    def on_resize(self, _event: Resize) -> None:
        """Other widths draw the loop otherwise."""
        self.put(self._listed, self._today)

    def on_click(self, event: Click) -> None:
        """A click moves the cursor, a double click goes to the next step."""
        event.prevent_default()
        offset = event.get_content_offset(self)
        if offset is None or not self.count:
            return
        first, _fit, each = self._window()
        place = first + offset.y // each
        if place < self.count:
            self.cursor = place
            if event.chain > 1:
                self.action_choose()


def _row(listed: Listed, today: dt.date, width: int) -> Row:
    """Sign and title; below it the loop, the day if there is room, and at the right what waits or how far it is."""
    training, tr = listed.training, translator()
    title = Content.assemble((f"{TRAINING.glyph} ", TRAINING.style), line(training.title))
    below = Content.assemble("  ", loop_line(training, listed.following, today, joined=width >= JOINED))
    status = _status(listed, today)
    if listed.due and below.cell_length + status.cell_length >= width:
        days = abs(listed.due.days_left(today))
        status = Content.styled(_("{count} d", count=days), status.spans[0].style if status.spans else "")
    if training.start_on:
        day = Content.styled("  " + short_date(training.start_on, tr, today), "$muted")
        if below.cell_length + day.cell_length + status.cell_length < width:
            below = Content.assemble(below, day)
    return Row(training.id, (title, below), verdict_sign(training), status)


def _status(listed: Listed, today: dt.date) -> Content:
    """What waits, in colour; else how far it is, quietly."""
    if listed.training.clashes:
        return Content.styled(_("two versions"), URGENT.style)
    if listed.due is None:
        return Content.styled(label(listed.training.status, translator()), "$muted")
    look = URGENT if listed.due.days_left(today) < 0 else TASK
    return Content.styled(due_words(listed.due.due_on, today, translator()), look.style)
