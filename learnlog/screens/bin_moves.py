"""To the bin and back, for everything in the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual.content import Content

from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import short_date
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.confirm import Confirm
from learnlog.screens.pick import Pick
from learnlog.widgets.row_list import Row

Screen = LearnlogScreen[Any]


async def to_bin(screen: Screen, question: str, name: Content, more: str, delete: Callable[[], object]) -> None:
    """Move something to the bin, after a question; `more` says what stays, and how it is had back."""
    asked = Content.assemble(question, "\n\n", name)
    if not await screen.app.push_screen_wait(Confirm(asked, _("Move to the bin"), more=Content(more))):
        return
    if await screen.offload(delete) is not None:
        screen.notify(_("Moved to the bin. {key:edit.undo} takes it back."), markup=False)


async def out_of_bin(
    screen: Screen,
    deleted: Sequence[Any],
    name: Callable[[Any], Content],
    restore: Callable[[Any], object],
    *,
    done: str,
    question: str = "",
) -> None:
    """Take something back that is picked among what lies in the bin, and say `done`."""
    if not deleted:
        screen.notify(_("The bin is empty."), markup=False)
        return
    today, tr = screen.services.clock.today(), translator()
    days = [short_date(each.deleted_at.astimezone().date(), tr, today) for each in deleted]
    rows = [Row(each.id, (name(each),), Content.styled(day, "$muted")) for each, day in zip(deleted, days, strict=True)]
    asked = Content(question or _("What do you want back?"))
    chosen = await screen.app.push_screen_wait(Pick(asked, rows, _("Bin")))
    value = next((each for each in deleted if each.id == chosen), None)
    if value is not None and await screen.offload(restore, value) is not None:
        screen.notify(done, markup=False)
