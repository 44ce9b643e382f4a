"""Two windows wrote different things in the same field: the owner chooses which one stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from textual.content import Content

from learnlog.domain.competence import Area
from learnlog.domain.entry import Entry
from learnlog.domain.goal import Action, Goal
from learnlog.domain.talk import Talk
from learnlog.domain.training import Training
from learnlog.domain.values import Clash
from learnlog.domain.workshop import Workshop
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import stored_moment
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.excerpts import excerpts
from learnlog.screens.field_names import field_name, in_words
from learnlog.screens.pick import Pick
from learnlog.screens.titles import titles
from learnlog.services.shelf import Shelf
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import content, line

Clashing = Entry | Training | Area | Goal | Action | Talk | Workshop
"""What can have two versions."""
WIDTH = 58
"""Cells of a line in the question."""
AROUND = 16
"""Lines that the question needs around the two versions."""
MINE, THEIRS = "mine", "theirs"


async def settle_clashes(
    screen: LearnlogScreen[Any], entry: Clashing, get: Callable[[str], Clashing], settle: Callable[..., Clashing]
) -> None:
    """Ask about one field after the other; Esc leaves the rest for another time.

    Args:
        screen: Where it is asked.
        entry: What has two versions.
        get: Gives what has this id, as it is now.
        settle: Keeps the choice.
    """

    def keep(clash: Clash, *, take_other: bool) -> bool:
        """Whether it was still to be chosen: while one reads, it may be chosen in another window."""
        screen.services.log.refresh()
        if clash not in get(entry.id).clashes:
            return False
        settle(entry.id, clash.field, take_other=take_other)
        return True

    if not entry.clashes:
        screen.notify(_("This entry has only one version."), markup=False)
        return
    known = titles(screen.services)
    for clash in entry.clashes:
        chosen = await screen.app.push_screen_wait(_asked(screen, entry, clash, known))
        kept = None if chosen is None else await screen.offload(keep, clash, take_other=chosen == THEIRS)
        if kept is None:
            return
        if not kept:
            screen.notify(_("This has been chosen in another window. It stays as it was chosen there."), markup=False)
            return
    screen.notify(_("Chosen. {key:edit.undo} takes it back."), markup=False)


async def settle_on(screen: LearnlogScreen[Any], shelf: Shelf[Any], value: Clashing) -> None:
    """The same of something that stands on a shelf: of the plan, or a talk."""

    def keep(uid: str, field: str, *, take_other: bool) -> Clashing:
        settled: Clashing = shelf.settle(shelf.get(uid), field, take_other=take_other)
        return settled

    await settle_clashes(screen, value, shelf.get, keep)


def _asked(screen: LearnlogScreen[Any], entry: Clashing, clash: Clash, known: Mapping[str, str]) -> Pick:
    """The question about one field."""
    rows = [
        Row(MINE, (line(_("Keep the first version")),)),
        Row(THEIRS, (line(_("Take the second version")),)),
    ]
    return Pick(_versions(screen, entry, clash, known), rows, field_name(clash.field))


def _versions(screen: LearnlogScreen[Any], entry: Clashing, clash: Clash, known: Mapping[str, str]) -> Content:
    """Both versions, one above the other, and where the other came from."""
    day = stored_moment(clash.at, translator(), screen.services.clock.today())
    ours = getattr(entry, clash.field, "")
    mine, theirs = excerpts(
        in_words(clash.field, _alike(ours, clash.value), known),
        in_words(clash.field, clash.value, known),
        width=WIDTH,
        lines=max(2, (screen.size.height - AROUND) // 2),
    )
    return Content.assemble(
        _("Two windows changed this at the same time. Both versions are kept until you have chosen."),
        "\n\n",
        (_("1. In the log now"), "bold $primary"),
        "\n",
        content(mine),
        "\n\n",
        (_("2. Also written, {when}", when=day), "bold $primary"),
        "\n",
        content(theirs),
    )


def _alike(ours: Any, theirs: object) -> object:  # noqa: ANN401 - a value of the domain
    """Of our version, the parts that the other one tells of: of many answers, those that differ."""
    if not isinstance(theirs, dict):
        return ours
    if isinstance(ours, tuple):  # follow-ups by their round, what is shared by its id
        ours = ours._asdict() if hasattr(ours, "_asdict") else {str(each[0]): each for each in ours}
    return {key: _alike(each, theirs[key]) for key, each in ours.items() if key in theirs}
