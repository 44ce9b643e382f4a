"""The list of trainings: two lines each, with the loop in sight."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content

from learnlog.domain.due import Due
from learnlog.domain.next_step import NextStep
from learnlog.domain.training import Training
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import due_words, short_date
from learnlog.i18n.labels import label
from learnlog.text import N_
from learnlog.widgets.browse_list import BrowseList
from learnlog.widgets.glyphs import TASK, TRAINING, URGENT
from learnlog.widgets.loop_line import loop_line
from learnlog.widgets.promise import verdict_sign
from learnlog.widgets.row_list import Row
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


class TrainingList(BrowseList):
    """The trainings; Enter goes to the next step, the right arrow into the training."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("Next step"), tooltip=N_("Do what the training waits for.")),
    ]

    def __init__(self) -> None:
        """An empty list."""
        super().__init__("trainings", always=True)
        self._listed: Sequence[Listed] = ()
        self._today = dt.date.min

    def put(self, listed: Sequence[Listed], today: dt.date) -> None:
        """List these, in this order; the cursor stays on its training."""
        self._listed, self._today = listed, today
        self.draw()

    def rows(self) -> Sequence[Row]:
        """Two lines each."""
        return [_row(each, self._today, self.content_size.width) for each in self._listed]

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows, and which of how many the cursor is on."""
        super().show(rows)
        self.say_place()

    def watch_cursor(self) -> None:
        """Tell who shows it."""
        self.say_place()
        super().watch_cursor()


def _row(listed: Listed, today: dt.date, width: int) -> Row:
    """Sign and title; below it the loop, the day if there is room, and at the right what waits or how far it is."""
    training, tr = listed.training, translator()
    title = Content.assemble((f"{TRAINING.glyph} ", TRAINING.style), line(training.title))
    below = Content.assemble("  ", loop_line(training, listed.following, today, joined=width >= JOINED))
    status = _status(listed, today)
    late = -listed.due.days_left(today) if listed.due else 0
    if late > 0 and below.cell_length + status.cell_length >= width:
        status = Content.styled(ngettext("late by {count} day", "late by {count} days", late), URGENT.style)
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
