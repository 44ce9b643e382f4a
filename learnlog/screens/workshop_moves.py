"""What one can do with future workshops, wherever they are shown: hold, read, save to a file, to the bin and back."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.content import Content

from learnlog.domain.values import Language
from learnlog.domain.workshop import Workshop
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import short_date
from learnlog.i18n.labels import capital, label
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.bin_moves import out_of_bin, to_bin
from learnlog.screens.drafts_offer import left_behind
from learnlog.screens.exporting import Document, export
from learnlog.screens.plan_forms import find
from learnlog.screens.preview import PreviewScreen
from learnlog.widgets.safe import line, show

Screen = LearnlogScreen[Any]
FORM = "plan.workshop"
"""Name of the drafts of a workshop that is being held."""


async def begin(screen: Screen) -> Workshop | None:
    """Hold a new workshop, or go on with a new one that was never saved; the workshop, if it has ended."""
    workshops = screen.services.plan.workshops
    blank = workshops.blank()
    for each in screen.services.drafts.waiting():
        if each.form == FORM and find(workshops, each.uid) is None:
            blank = blank._replace(id=each.uid)
    return await hold(screen, blank)


async def hold(screen: Screen, workshop: Workshop) -> Workshop | None:
    """Go on with a workshop where it was left; one that has ended, or cannot be changed, is read."""
    from learnlog.screens.workshop import WorkshopScreen  # noqa: PLC0415 - built when asked for

    why = screen.services.log.read_only
    if why is not None:
        screen.notify(show(translator().say(why)), severity="warning", markup=False)
    if workshop.ended_on or (why is not None and workshop.revision):
        await preview(screen, workshop)
    if workshop.ended_on or why is not None:
        return None
    ended: Workshop | None = await screen.app.push_screen_wait(
        WorkshopScreen(workshop, left_behind(screen, FORM, workshop.id))
    )
    return ended


class _Paper(PreviewScreen):
    """A workshop as a document."""

    MODE = "plan"


async def preview(screen: Screen, workshop: Workshop) -> None:
    """Read a workshop as a document; from there it can be saved to a file, in any language."""
    documents = await screen.offload(_documents, screen, workshop)
    if documents:
        await screen.app.push_screen_wait(_Paper(*documents))


async def save_to_file(screen: Screen, workshop: Workshop) -> None:
    """Save a workshop to a file, in any language."""
    documents = await screen.offload(_documents, screen, workshop)
    if documents:
        export(screen, documents)


def _documents(screen: Screen, workshop: Workshop) -> tuple[Document, ...]:
    """The workshop in each language, the interface's first."""
    own, english = translator(), Translator(Language.EN)
    words = [own, *(Translator(each) for each in Language if each is not own.language)]
    return tuple(
        Document(
            capital(label(each.language, english)),
            f"workshop-{workshop.held_on:%Y-%m-%d}-{each.language}.md",
            screen.services.exports.workshop_text(workshop.id, each),
        )
        for each in words
    )


async def delete(screen: Screen, workshop: Workshop) -> None:
    """Move a workshop to the bin, after a question."""
    more = _("The goals and actions that came of it stay in the plan. {key:edit.undo} takes it back at once.")
    delete = partial(screen.services.plan.workshops.delete, workshop)
    await to_bin(screen, _("Move this workshop to the bin?"), line(workshop.question, "bold"), more, delete)


async def restore(screen: Screen) -> None:
    """Take a workshop back from the bin."""
    workshops, tr, today = screen.services.plan.workshops, translator(), screen.services.clock.today()

    def name(workshop: Workshop) -> Content:
        """Its question, and the day it was held: the same question may be asked again."""
        return Content.assemble(line(workshop.question), (f"  {short_date(workshop.held_on, tr, today)}", "$muted"))

    await out_of_bin(screen, workshops.bin(), name, workshops.restore, done=_("The workshop is back."))


async def settle(screen: Screen, workshop: Workshop) -> None:
    """Choose between what two windows wrote in the same place."""
    from learnlog.screens.clash import settle_on  # noqa: PLC0415 - rare

    await settle_on(screen, screen.services.plan.workshops, workshop)
