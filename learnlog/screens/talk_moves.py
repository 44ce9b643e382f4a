"""What else one can do with a development talk: read what belongs to it, put it in the bin, take it back."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.content import Content

from learnlog.domain.talk import Talk
from learnlog.i18n.ambient import gettext as _
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.bin_moves import out_of_bin, to_bin
from learnlog.screens.clash import settle_on
from learnlog.screens.cv_overview import file_name, spoken
from learnlog.screens.exporting import Document
from learnlog.screens.preview import PreviewScreen
from learnlog.screens.talk_rows import talk_name
from learnlog.text import N_

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
    more = _("Goals and actions agreed in it stay in the plan. {key:edit.undo} takes it back at once.")
    delete = partial(screen.services.talks.delete, talk)
    await to_bin(screen, _("Move this talk to the bin?"), Content(talk_name(talk)), more, delete)


async def settle(screen: Screen, talk: Talk) -> None:
    """Choose between what two windows wrote in the same place."""
    await settle_on(screen, screen.services.talks, talk)


async def restore(screen: Screen) -> None:
    """Take a talk back from the bin."""
    talks = screen.services.talks
    await out_of_bin(
        screen, talks.bin(), lambda each: Content(talk_name(each)), talks.restore, done=_("The talk is back.")
    )
