"""What else one can do with a development talk: read what belongs to it, put it in the bin, take it back."""

from __future__ import annotations

from typing import Any

from textual.content import Content

from learnlog.domain.talk import Talk
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import short_date
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.clash import settle_on
from learnlog.screens.confirm import Confirm
from learnlog.screens.cv_overview import file_name, spoken
from learnlog.screens.exporting import Document
from learnlog.screens.pick import Pick
from learnlog.screens.preview import PreviewScreen
from learnlog.screens.talk_rows import talk_name
from learnlog.text import N_
from learnlog.widgets.row_list import Row

Screen = LearnlogScreen[Any]


async def preview(screen: Screen, talk: Talk) -> None:
    """What one takes to a talk to come; of one that was held, what was agreed and the CV summary as it was shown."""
    words = spoken(screen.services.curriculum.selection())
    text = await screen.offload(screen.services.exports.talk_text, talk.id, words)
    if text is not None:
        name = file_name("talk", talk.talk_on or screen.services.clock.today(), words)
        await screen.app.push_screen_wait(PreviewScreen(Document(N_("Development talk"), name, text)))


async def delete(screen: Screen, talk: Talk) -> None:
    """Move a talk to the bin, after a question."""
    question = Content(_("Move this talk to the bin?") + "\n\n" + talk_name(talk))
    more = Content(_("Goals and actions agreed in it stay in the plan. {key:edit.undo} takes it back at once."))
    if not await screen.app.push_screen_wait(Confirm(question, _("Move to the bin"), more=more)):
        return
    if await screen.offload(screen.services.talks.delete, talk) is not None:
        screen.notify(_("Moved to the bin. {key:edit.undo} takes it back."), markup=False)


async def settle(screen: Screen, talk: Talk) -> None:
    """Choose between what two windows wrote in the same place."""
    await settle_on(screen, screen.services.talks, talk)


async def restore(screen: Screen) -> None:
    """Take a talk back from the bin."""
    deleted, tr, today = screen.services.talks.bin(), translator(), screen.services.clock.today()
    if not deleted:
        screen.notify(_("The bin is empty."), markup=False)
        return
    rows = [
        Row(
            each.id,
            (Content(talk_name(each)),),
            Content.styled(
                short_date(each.deleted_at.astimezone().date(), tr, today) if each.deleted_at else "", "$muted"
            ),
        )
        for each in deleted
    ]
    chosen = await screen.app.push_screen_wait(Pick(Content(_("What do you want back?")), rows, _("Bin")))
    talk = next((each for each in deleted if each.id == chosen), None)
    if talk is not None and await screen.offload(screen.services.talks.restore, talk) is not None:
        screen.notify(_("The talk is back."), markup=False)
