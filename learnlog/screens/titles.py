"""What everything is called that something else can point to; also what lies in the bin."""

from __future__ import annotations

from typing import Any

from learnlog.domain.entry import Entry
from learnlog.i18n.ambient import translator
from learnlog.i18n.labels import area_name, capital
from learnlog.screens.talk_rows import talk_name
from learnlog.services.shelf import Shelf
from learnlog.services.suite import Services
from learnlog.widgets.entry_text import Belongs


def titles(services: Services) -> dict[str, str]:
    """Titles by id."""
    log, plan, tr = services.log, services.plan, translator()
    named = {each.id: each.title for each in (*log.bin(), *log.heads())}
    named |= {each.id: each.title for shelf in (services.trainings, plan.goals) for each in _every(shelf)}
    named |= {each.id: each.what for each in _every(plan.actions)}
    named |= {each.id: capital(area_name(each.name, tr)) for each in _every(plan.areas)}
    named |= {each.id: each.question for each in _every(plan.workshops)}
    return named | {each.id: talk_name(each) for each in _every(services.talks)}


def _every(shelf: Shelf[Any]) -> tuple[Any, ...]:
    return (*shelf.bin(), *shelf.all())


def belongs(services: Services, entry: Entry) -> Belongs:
    """What an entry belongs to, by its title; of the plan, what is not in the bin."""
    training = services.trainings.of_entry(entry)
    goals: tuple[str, ...] = ()
    action = ""
    if entry.goal_ids:
        goals = tuple(goal.title for goal in services.plan.goals.all() if goal.id in entry.goal_ids)
    if entry.action_id:
        action = next((each.what for each in services.plan.actions.all() if each.id == entry.action_id), "")
    return Belongs(training.title if training else "", goals, action)
