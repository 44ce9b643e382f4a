"""Going on with what was half typed about the plan: the draft's name says in which form, its id about what."""

from __future__ import annotations

from typing import Any

from learnlog.domain.competence import Area
from learnlog.domain.goal import Action
from learnlog.screens import plan_asks as asks
from learnlog.screens import plan_forms as forms
from learnlog.screens import workshop_ending as ending
from learnlog.screens import workshop_moves as workshops
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.drafts_offer import left_behind
from learnlog.screens.plan_fields import ACTION_FORM, AREA_FORM, GOAL_FORM


async def go_on(screen: LearnlogScreen[Any], form: str, uid: str) -> None:
    """Open a form again where it was left.

    Args:
        screen: What it is opened on.
        form: Name of the draft.
        uid: What it is about.
    """
    plan = screen.services.plan
    area, action = forms.find(plan.areas, uid), forms.find(plan.actions, uid)
    if form == AREA_FORM:
        await forms.write_area(screen, area or plan.areas.blank()._replace(id=uid))
    elif form == GOAL_FORM:
        await forms.write_goal(screen, forms.find(plan.goals, uid) or plan.goals.blank()._replace(id=uid))
    elif form == ACTION_FORM:
        await forms.write_action(screen, action or plan.actions.blank()._replace(id=uid))
    elif form == asks.REVIEW_FORM and isinstance(action, Action):
        await asks.review(screen, action)
    elif form == asks.RATE_FORM and isinstance(area, Area):
        await asks.rate(screen, area)
    elif form == asks.ANALYSIS_FORM and isinstance(area, Area):
        await asks.analyse(screen, area)
    elif form in (workshops.FORM, ending.PLANNED.form, ending.ENDING.form):
        await _go_on_with_workshop(screen, form, uid)
    else:
        await screen.offload(screen.services.drafts.drop, form, uid)


async def _go_on_with_workshop(screen: LearnlogScreen[Any], form: str, uid: str) -> None:
    """Open a workshop where it was left; first the form that was open on it."""
    shelf = screen.services.plan.workshops
    if form == workshops.FORM:
        await workshops.hold(screen, forms.find(shelf, uid) or shelf.blank()._replace(id=uid))
        return
    of_goal = str(left_behind(screen, form, uid).get("workshop_id", ""))
    for workshop in shelf.all():
        planned = next((each for each in workshop.plans if each.id == uid), None)
        if planned is not None:
            saved = await ending.tell_more(screen, workshop, planned)
            await workshops.hold(screen, saved or workshop)
            return
        if workshop.id == of_goal and not workshop.ended_on:
            if await ending.end_in_new_goal(screen, workshop) is None:
                await workshops.hold(screen, workshop)
            return
    await screen.offload(screen.services.drafts.drop, form, uid)
