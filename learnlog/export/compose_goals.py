"""The part of the CV summary that tells of goals: how far each has come, and what became of what is done for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from learnlog.domain.goal import Action, Goal
from learnlog.domain.talk import LookingBack
from learnlog.export.document import Block, Bullets, Heading, Paragraph
from learnlog.export.plan_facts import action_lines, goal_line
from learnlog.i18n.catalog import Translator


def agreed_goals(
    back: LookingBack, others: tuple[Goal, ...], actions: tuple[Action, ...], today: dt.date, t: Translator
) -> Iterator[Block]:
    """What the last talk agreed and what became of it, then the goals set since; nothing before the first talk.

    Args:
        back: What was agreed.
        others: The goals it did not agree.
        actions: Those of the plan.
        today: The owner's own day.
        t: For the language.
    """
    if back.talk is None:
        return
    yield from goals(back.goals, actions, today, t)
    agreed = {each.id for each in back.goals}
    loose = [each for each in back.actions if each.goal_id not in agreed]
    if loose:
        if back.goals:
            yield Heading(t.gettext("Other actions we agreed on"))
        yield Bullets(tuple(line for each in loose for line in action_lines(each, today, t)))
    if others:
        if back.goals or loose:
            yield Heading(t.gettext("Other goals"))
        yield from goals(others, actions, today, t)


def goals(told: Iterable[Goal], actions: tuple[Action, ...], today: dt.date, t: Translator) -> Iterator[Block]:
    """Each goal in a line; one that is still worked towards with its actions."""
    for goal in told:
        yield Paragraph(goal_line(goal, t))
        mine = [each for each in actions if each.goal_id == goal.id and goal.status.is_open]
        if mine:
            yield Bullets(tuple(line for each in mine for line in action_lines(each, today, t)))
