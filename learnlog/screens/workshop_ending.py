"""How a workshop becomes a part of the plan: what will be done, told in full, and the goal it leads to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from learnlog.domain.goal import Action, Goal
from learnlog.domain.revising import TITLE_MAX
from learnlog.domain.workshop import Workshop
from learnlog.i18n.ambient import gettext as _
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.drafts_offer import left_behind
from learnlog.screens.form import Values
from learnlog.screens.plan_fields import ACTION, GOAL, action_fields, goal_fields
from learnlog.screens.plan_forms import find
from learnlog.screens.record_form import Layout, RecordForm
from learnlog.text import N_
from learnlog.widgets.field import Field
from learnlog.widgets.pickers import Choice, OnePicker

Screen = LearnlogScreen[Any]

PLANNED = Layout(
    "plan.planned",
    N_("What will be done"),
    N_("What will be done"),
    "what",
    (("action", N_("What will be done")),),
    {"action": (("what",), ("how",), ("who", "responsible"), ("first_step",), ("first_step_on", "due_on"), ("arena",))},
    ACTION.kinds,
)
ENDING = GOAL._replace(form="plan.ending", new=N_("The goal of the workshop"), known=N_("The goal of the workshop"))
NEW, NONE = "new", "none"
"""What can be chosen besides a goal there is."""


def planned_fields(today: dt.date) -> Sequence[Field]:
    """The fields of an action that are told in a workshop."""
    shown = {name for rows in PLANNED.rows.values() for row in rows for name in row}
    return [each for each in action_fields(())(today) if each.name_of_value in shown]


async def tell_more(screen: Screen, workshop: Workshop, action: Action) -> Workshop | None:
    """How it is done, by whom, and the first step; the workshop with that, if it was saved."""

    def save(told: Action) -> Workshop:
        return screen.services.plan.workshops.plan(workshop, told)

    draft = left_behind(screen, PLANNED.form, action.id)
    saved: Workshop | None = await screen.app.push_screen_wait(RecordForm(PLANNED, action, planned_fields, save, draft))
    return saved


async def finish(screen: Screen, workshop: Workshop) -> Workshop | None:
    """Ask which goal the actions lead to, and let them and it into the plan; the workshop, if it has ended."""
    plan = screen.services.plan
    goals = [each for each in plan.goals.all() if each.status.is_open]
    choices = [
        Choice(NEW, _("A new goal")),
        *(Choice(each.id, each.title, _("A goal in the plan")) for each in goals),
        Choice(NONE, _("No goal: only the actions"), _("Or")),
    ]
    chosen = await screen.app.push_screen_wait(OnePicker(_("Which goal do the actions lead to?"), choices))
    if chosen == NEW:
        return await end_in_new_goal(screen, workshop)
    if chosen is None:
        return None
    goal = find(plan.goals, chosen) if chosen != NONE else None
    actions = plan.workshops.ready(workshop)
    return await screen.offload(plan.workshops.finish, workshop, [goal] if goal else [], actions)


async def end_in_new_goal(screen: Screen, workshop: Workshop) -> Workshop | None:
    """Word the goal; with that the workshop ends."""
    plan, goal, draft = screen.services.plan, screen.services.plan.goals.blank(), {}
    goal = goal._replace(title=workshop.island[:TITLE_MAX], why=workshop.question)
    for each in screen.services.drafts.waiting():
        if each.form == ENDING.form and each.values.get("workshop_id") == workshop.id:
            goal, draft = goal._replace(id=each.uid), each.values

    def save(told: Goal) -> Workshop:
        return plan.workshops.finish(workshop, [told], plan.workshops.ready(workshop))

    form = _EndingForm(workshop.id, goal, goal_fields(plan.areas.all()), save, draft)
    saved: Workshop | None = await screen.app.push_screen_wait(form)
    return saved


class _EndingForm(RecordForm):
    """The goal a workshop leads to; its draft knows the workshop."""

    def __init__(
        self,
        workshop_id: str,
        goal: Goal,
        fields: Callable[[dt.date], Sequence[Field]],
        save: Callable[[Any], object],
        draft: Values,
    ) -> None:
        """Open the form; see `RecordForm`."""
        super().__init__(ENDING, goal, fields, save, draft)
        self._workshop_id = workshop_id

    def touched(self) -> Values:
        """What stands here otherwise, and for which workshop."""
        values = super().touched()
        return {**values, "workshop_id": self._workshop_id} if values else {}
