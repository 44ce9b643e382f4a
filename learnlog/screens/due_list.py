"""What is due: everything that waits, in one list; each opens the thing itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.due import Due, DueKind
from learnlog.domain.next_step import NextStep
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import due_words, long_date
from learnlog.i18n.due_words import due_text
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.commands import bindings
from learnlog.screens.doings import UndoingScreen
from learnlog.text import N_
from learnlog.widgets.glyphs import TASK, URGENT
from learnlog.widgets.row_list import Row, RowList

AHEAD = 90
"""So many days ahead the full list looks."""
PLACES = {DueKind.CREDENTIAL: "profile"}
"""Where what does not belong to a training is seen to; the rest beside the talk."""


def due_rows(items: Sequence[Due], today: dt.date) -> list[Row]:
    """What waits, a row each: how it looks, what it is, and at the right how much time is left."""
    tr = translator()
    rows = []
    for item in items:
        look = URGENT if item.days_left(today) <= 0 else TASK
        when = due_words(item.due_on, today, tr)
        text = Content.assemble((f"{look.glyph} ", look.style), due_text(item, tr))
        rows.append(Row(item.key, (text,), Content.styled(when, look.style)))
    return rows


async def open_due(screen: LearnlogScreen[Any], item: Due) -> None:
    """Do what is due: open its form, or the place where it is seen to."""
    from learnlog.screens.training_steps import take  # noqa: PLC0415 - built when asked for

    if item.action_id or item.goal_id:
        from learnlog.screens.plan_steps import see_to  # noqa: PLC0415 - built when asked for

        await see_to(screen, item)
        return
    if item.kind is DueKind.COMMENT:
        from learnlog.screens.comments import CommentsScreen  # noqa: PLC0415 - built when asked for

        await screen.app.push_screen_wait(CommentsScreen(item.comment_id))
        return
    if item.kind is DueKind.TALK:
        from learnlog.screens.talks import talks_screen  # noqa: PLC0415 - built when asked for

        await talks_screen(screen.app)
        return
    if not item.training_id:
        screen.app.switch_mode(PLACES.get(item.kind, "start"))
        return
    training = await screen.offload(screen.services.trainings.get, item.training_id)
    if training is not None:
        await take(screen, training, NextStep(item.kind, item.due_on, item.round, item.sharing_id))


class DueScreen(UndoingScreen[None]):
    """Everything that waits for the owner."""

    MODE: ClassVar[str] = "start"
    CSS_PATH = "due_list.tcss"
    HELP = N_(
        "Everything that waits for you, the longest waiting first: forms before a training, talks, follow-ups,"
        " sharing, and papers that run out. {key:due.open} opens the thing itself, {key:due.snooze} puts it off."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("due.open", "due.snooze", "+nav.back", "edit.undo", "edit.redo")

    def __init__(self) -> None:
        """An empty list."""
        super().__init__()
        self._rows = RowList("due")
        self._items: tuple[Due, ...] = ()

    def body(self) -> ComposeResult:
        """How much waits, and the list."""
        with Horizontal(id="head"):
            yield Static(id="count")
            yield Static(id="day")
        yield self._rows

    def on_mount(self) -> None:
        """Ready to choose."""
        self._rows.focus()

    def refresh_data(self) -> None:
        """Show what waits now."""
        if not self._rows.is_mounted:
            return
        today = self.services.clock.today()
        self._items = self.services.reminders.due(AHEAD)
        self._rows.border_title = Content(_("What is due"))
        self._rows.border_subtitle = Content(_("the next three months"))
        self._rows.empty = _("Nothing waits for you.")
        self._rows.show(due_rows(self._items, today))
        late = sum(1 for each in self._items if each.days_left(today) < 0)
        count = ngettext("{count} thing waits", "{count} things wait", len(self._items))
        said = [(count, "bold"), ("  · " + ngettext("{count} is late", "{count} are late", late), URGENT.style)]
        self.query_one("#count", Static).update(Content.assemble(*said[: 2 if late else 1]))
        self.query_one("#day", Static).update(Content.styled(long_date(today, translator()), "$muted"))
        self.refresh_bindings()

    def retranslate(self) -> None:
        """Say everything in the new language."""
        self.refresh_data()

    @property
    def _chosen(self) -> Due | None:
        return next((each for each in self._items if each.key == self._rows.chosen), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is there can be opened or put off."""
        if action in ("open", "snooze"):
            return self._chosen is not None
        return super().check_action(action, parameters)

    @on(RowList.Chosen, "#due")
    def action_open(self) -> None:
        """Do what is due."""
        self._open()

    @work(group="doing")
    async def _open(self) -> None:
        item = self._chosen
        if item is None or not self.is_current:
            return
        if not item.training_id:
            self.dismiss(None)
        await open_due(self, item)

    @work(group="doing")
    async def action_snooze(self) -> None:
        """Put it off."""
        from learnlog.screens.training_moves import put_off  # noqa: PLC0415 - built when asked for

        if self._chosen is not None and self.is_current:
            await put_off(self, self._chosen)
