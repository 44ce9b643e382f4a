"""A training to read: what it is, how far its loop has come, what was promised and what happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from learnlog.domain.entry import Entry
from learnlog.domain.loop import Step
from learnlog.domain.next_step import NextStep
from learnlog.domain.training import Sharing, SharingStatus, Training
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import due_words, duration, short_date
from learnlog.i18n.labels import area_name, capital, label
from learnlog.widgets.detail import Detail, NextLine
from learnlog.widgets.glyphs import TRAINING, URGENT, mark
from learnlog.widgets.loop_line import loop_steps
from learnlog.widgets.next_words import next_words
from learnlog.widgets.promise import PromiseView
from learnlog.widgets.safe import content, line

_BETWEEN = " · "


class Told(NamedTuple):
    """All that is shown of a training.

    Attributes:
        training: The training.
        following: What its loop needs next; None when nothing.
        entries: The entries that belong to it.
    """

    training: Training
    following: NextStep | None
    entries: Sequence[Entry] = ()


class LoopSteps(Static):
    """The steps, one below the other; each can be clicked."""

    DEFAULT_CSS = """
    LoopSteps { text-wrap: nowrap; text-overflow: ellipsis; pointer: pointer; }
    """

    class Chosen(Message):
        """A step was clicked.

        Attributes:
            step: Which.
        """

        def __init__(self, step: Step) -> None:
            self.step = step
            super().__init__()

    def on_click(self, event: events.Click) -> None:
        """Ask for what belongs to the step."""
        steps = list(Step)
        if 0 <= event.y < len(steps):
            self.post_message(self.Chosen(steps[event.y]))


class TrainingDetail(Detail):
    """One training."""

    DEFAULT_CSS = """
    TrainingDetail {
        & > .next { margin: 1 0; }
        & > PromiseView { margin: 1 0 0 0; }
        & > .rest { margin: 1 0 0 0; }
    }
    """

    def __init__(self) -> None:
        """Nothing to read yet."""
        super().__init__()
        self._head = Static()
        self._next = NextLine(classes="next")
        self._steps = LoopSteps()
        self._promise = PromiseView()
        self._rest = Static(classes="rest")

    def compose(self) -> ComposeResult:
        """In the order one asks: what, what now, how far, what came of it, the rest."""
        yield self._head
        yield self._next
        yield self._steps
        yield self._promise
        yield self._rest

    def show(self, told: Told | None, today: dt.date) -> None:
        """Show this training, or nothing; another one is read from its beginning."""
        for each in self.children:
            each.display = told is not None
        self._promise.show(told.training if told else None, today)
        if told is not None:
            training = told.training
            self._head.update(_head(training, today))
            self._next.update(next_words(training, told.following, today))
            steps = loop_steps(training, told.following, today)
            self._steps.update(Content("\n").join([row for _step, row in steps]))
            rest = Content("\n\n").join([*_sharings(training, today), *_entries(told.entries, today), _facts(training)])
            self._rest.update(rest)
            self._rest.display = bool(rest.plain.strip())
        self.shows(told.training.id if told else "")


def _head(training: Training, today: dt.date) -> Content:
    """Title, kind and length, days and place, areas."""
    tr = translator()
    said = [capital(label(training.type, tr))]
    if training.minutes:
        said.append(duration(training.minutes, tr))
    if training.mandatory:
        said.append(_("mandatory"))
    days = [short_date(training.start_on, tr, today)] if training.start_on else [_("no day yet")]
    if training.start_on and training.end_on:
        days.append(short_date(training.end_on, tr, today))
    when = [" – ".join(days), training.provider]
    lines = [
        line(training.title, "bold"),
        Content.assemble((f"{TRAINING.glyph} ", TRAINING.style), line(_BETWEEN.join(said), "$muted")),
        Content.assemble(
            line(capital(_BETWEEN.join(filter(None, when))) + _BETWEEN, "$muted"),
            (label(training.status, tr), "$foreground"),
        ),
    ]
    if training.areas:
        lines.append(line(", ".join(area_name(area, tr) for area in training.areas), "$secondary"))
    if training.clashes:
        text = _("Two windows changed this training at the same time. Press {key:training.clash} to choose.")
        lines.append(Content.styled(f"{URGENT.glyph} {text}", URGENT.style))
    if training.closed_because:
        lines.append(Content.assemble((_("Why: "), "$muted"), line(training.closed_because)))
    return Content("\n").join(lines)


def _sharings(training: Training, today: dt.date) -> Iterator[Content]:
    """Everything that is or will be passed on, and what colleagues took from it."""
    if training.sharings:
        parts = [_sharing(each, today) for each in training.sharings]
        yield Content("\n").join([Content.styled(_("Shared with others"), "bold $primary"), *parts])


def _sharing(sharing: Sharing, today: dt.date) -> Content:
    tr = translator()
    sign = {SharingStatus.DONE: "✓", SharingStatus.PLANNED: "·", SharingStatus.CANCELLED: "×"}[sharing.status]
    style = "$success" if sharing.status is SharingStatus.DONE else "$muted"
    said = [capital(label(sharing.channel, tr))]
    if sharing.shared_on:
        planned = sharing.status is SharingStatus.PLANNED
        day = sharing.shared_on
        said.append(due_words(day, today, tr) if planned else short_date(day, tr, today))
    said += [sharing.audience, label(sharing.status, tr)]
    parts: list[Content | tuple[str, str]] = [(f"{sign}  ", style), line(_BETWEEN.join(filter(None, said)))]
    if sharing.what.strip():
        parts += [("\n", ""), line(f"   {sharing.what}", "$muted")]
    if sharing.taken.strip():
        parts += [("\n   ", ""), (_("Colleagues took with them:"), "$muted"), Content(" "), line(sharing.taken)]
    return Content.assemble(*parts)


def _entries(entries: Sequence[Entry], today: dt.date) -> Iterator[Content]:
    """What was written in the log about it."""
    if entries:
        rows = [
            Content.assemble(
                mark(each.arena), "  ", line(each.title), (f"  {short_date(each.date, translator(), today)}", "$muted")
            )
            for each in entries
        ]
        heading = Content.assemble(
            (_("In my log"), "bold $primary"), ("  " + _("{key:training.entries} opens"), "$muted")
        )
        yield Content("\n").join([heading, *rows])


def _facts(training: Training) -> Content:
    """What was only chosen, a line each."""
    tr = translator()
    facts = [
        (_("How it is given"), label(training.mode, tr) if training.mode else ""),
        (_("Whose idea it was"), label(training.initiative, tr) if training.initiative else ""),
        (_("Cost"), training.cost),
        (_("Project"), training.project_code),
    ]
    rows = [Content.assemble((name, "$muted"), "  ", content(value)) for name, value in facts if value]
    return Content("\n").join(rows)
