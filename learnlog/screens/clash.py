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
from learnlog.i18n.labels import area_name, capital
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.field_names import field_name, in_words
from learnlog.screens.pick import Pick
from learnlog.screens.talk_rows import talk_name
from learnlog.services.shelf import Shelf
from learnlog.services.suite import Services
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import content, line

Clashing = Entry | Training | Area | Goal | Action | Talk | Workshop
"""What can have two versions."""
EXCERPT = 500
"""Characters shown of each version."""
MINE, THEIRS = "mine", "theirs"


async def settle_clashes(screen: LearnlogScreen[Any], entry: Clashing, settle: Callable[..., Clashing]) -> None:
    """Ask about one field after the other; Esc leaves the rest for another time.

    Args:
        screen: Where it is asked.
        entry: What has two versions.
        settle: Keeps the choice.
    """
    if not entry.clashes:
        screen.notify(_("This entry has only one version."), markup=False)
        return
    titles = _titles(screen.services)
    for clash in entry.clashes:
        chosen = await screen.app.push_screen_wait(_asked(screen, entry, clash, titles))
        if chosen is None:
            return
        settled = await screen.offload(settle, entry.id, clash.field, take_other=chosen == THEIRS)
        if settled is None:
            return
    screen.notify(_("Chosen. {key} takes it back.", key="Ctrl+Z"), markup=False)


async def settle_on(screen: LearnlogScreen[Any], shelf: Shelf[Any], value: Clashing) -> None:
    """The same of something that stands on a shelf: of the plan, or a talk."""

    def keep(uid: str, field: str, *, take_other: bool) -> Clashing:
        settled: Clashing = shelf.settle(shelf.get(uid), field, take_other=take_other)
        return settled

    await settle_clashes(screen, value, keep)


def _asked(screen: LearnlogScreen[Any], entry: Clashing, clash: Clash, titles: Mapping[str, str]) -> Pick:
    """The question about one field."""
    rows = [
        Row(MINE, (line(_("Keep the first version")),)),
        Row(THEIRS, (line(_("Take the second version")),)),
    ]
    return Pick(_versions(screen, entry, clash, titles), rows, field_name(clash.field))


def _titles(services: Services) -> dict[str, str]:
    """What everything is called that a field can point to, by its id."""
    plan, tr = services.plan, translator()
    named = {each.id: each.title for each in services.log.heads()}
    named |= {each.id: each.title for each in services.trainings.all()}
    named |= {each.id: each.title for each in plan.goals.all()}
    named |= {each.id: each.what for each in plan.actions.all()}
    named |= {each.id: capital(area_name(each.name, tr)) for each in plan.areas.all()}
    named |= {each.id: each.question for each in plan.workshops.all()}
    return named | {each.id: talk_name(each) for each in services.talks.all()}


def _versions(screen: LearnlogScreen[Any], entry: Clashing, clash: Clash, titles: Mapping[str, str]) -> Content:
    """Both versions, one above the other, and where the other came from."""
    day = stored_moment(clash.at, translator(), screen.services.clock.today())
    ours = getattr(entry, clash.field, "")
    mine = in_words(clash.field, _alike(ours, clash.value), titles)
    theirs = in_words(clash.field, clash.value, titles)
    return Content.assemble(
        _("Two windows changed this at the same time. Both versions are kept until you have chosen."),
        "\n\n",
        (_("1. In the log now"), "bold $primary"),
        "\n",
        content(mine[:EXCERPT]),
        "\n\n",
        (_("2. Also written, {when}", when=day), "bold $primary"),
        "\n",
        content(theirs[:EXCERPT]),
    )


def _alike(ours: Any, theirs: object) -> object:  # noqa: ANN401 - a value of the domain
    """Of our version, the parts that the other one tells of: of many answers, those that differ."""
    if not isinstance(theirs, dict):
        return ours
    if isinstance(ours, tuple):  # follow-ups by their round, what is shared by its id
        ours = ours._asdict() if hasattr(ours, "_asdict") else {str(each[0]): each for each in ours}
    return {key: _alike(each, theirs[key]) for key, each in ours.items() if key in theirs}
