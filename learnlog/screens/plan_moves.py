"""What else one can do with the plan: put off, put in the bin and take back, choose between two versions."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.content import Content

from learnlog.domain.competence import Area
from learnlog.domain.due import Due
from learnlog.domain.goal import Action, Goal
from learnlog.i18n.ambient import gettext as _
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.bin_moves import out_of_bin, to_bin
from learnlog.screens.plan_forms import Value
from learnlog.screens.plan_steps import name_of
from learnlog.services.shelf import Shelf
from learnlog.widgets.safe import line

Screen = LearnlogScreen[Any]


def shelf_of(screen: Screen, value: Value) -> Shelf[Any]:
    """Where a thing of the plan is kept."""
    plan = screen.services.plan
    if isinstance(value, Area):
        return plan.areas
    return plan.goals if isinstance(value, Goal) else plan.actions


async def delete(screen: Screen, value: Value) -> None:
    """Move a thing of the plan to the bin, after a question."""
    if isinstance(value, Area):
        question = _("Move this competence area to the bin?")
        more = _(
            "To put it to rest keeps it in sight; {key:plan.rest} does that. What you wrote in the log stays in"
            " any case."
        )
    elif isinstance(value, Goal):
        question = _("Move this goal to the bin?")
        more = _(
            "Its actions go there with it. What you wrote in the log stays. {key:edit.undo} takes it all back at once."
        )
    else:
        question = _("Move this action to the bin?")
        more = _("What you wrote in the log stays. {key:edit.undo} takes it back at once.")
    delete = partial(shelf_of(screen, value).delete, value)
    await to_bin(screen, question, line(name_of(value), "bold"), more, delete)


async def restore(screen: Screen) -> None:
    """Take a thing of the plan back from the bin."""
    plan = screen.services.plan
    names = {Area: _("area"), Goal: _("goal"), Action: _("action")}

    def name(value: Value) -> Content:
        return Content.assemble((f"{names[type(value)]}  ", "$muted"), line(name_of(value)))

    def take_back(value: Value) -> object:
        return shelf_of(screen, value).restore(value)

    deleted = (*plan.goals.bin(), *plan.actions.bin(), *plan.areas.bin())
    await out_of_bin(screen, deleted, name, take_back, done=_("Taken back into the plan."))


async def settle(screen: Screen, value: Value) -> None:
    """Choose between what two windows wrote in the same place."""
    from learnlog.screens.clash import settle_on  # noqa: PLC0415 - rare

    await settle_on(screen, shelf_of(screen, value), value)


async def snooze(screen: Screen, value: Value, items: tuple[Due, ...]) -> None:
    """Put off what is due of a thing of the plan."""
    from learnlog.screens.training_moves import put_off  # noqa: PLC0415 - built when asked for

    item = next((each for each in items if value.id in (each.action_id, each.goal_id)), None)
    if item is None:
        screen.notify(_("Nothing is due of this."), markup=False)
    else:
        await put_off(screen, item)
