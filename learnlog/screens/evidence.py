"""Open a reference of an entry: never by itself, and only what is a web or mail address."""

from __future__ import annotations

from typing import Any

from textual.content import Content

from learnlog.domain.entry import Entry
from learnlog.i18n.ambient import gettext as _
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.confirm import Confirm
from learnlog.screens.pick import Pick
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import line

OPENED = ("https://", "http://", "mailto:")
"""What may be handed to the browser; anything else could start a program."""


def can_be_opened(reference: str) -> bool:
    """Whether a reference is an address that may be opened: of a known kind, and without anything hidden in it."""
    address = reference.strip()
    hidden = " " in address or "\ufffd" in address or not address.isprintable()
    return address.lower().startswith(OPENED) and not hidden


async def open_evidence(screen: LearnlogScreen[Any], entry: Entry) -> None:
    """Choose among an entry's addresses, show the whole of it, and open it if the owner says so."""
    addresses = [each.strip() for each in entry.evidence if can_be_opened(each)]
    if not addresses:
        screen.notify(_("This entry has no web address to open."), markup=False)
        return
    chosen: str | None = addresses[0]
    if len(addresses) > 1:
        rows = [Row(each, (line(each),)) for each in addresses]
        chosen = await screen.app.push_screen_wait(Pick(Content(_("Which one?")), rows, _("Evidence")))
    if chosen is None:
        return
    question = Content.assemble(_("Open this address in your browser?"), "\n\n", line(chosen, "bold"))
    if await screen.app.push_screen_wait(Confirm(question, _("Open it"))):
        screen.app.open_url(chosen)
