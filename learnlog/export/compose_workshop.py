"""A future workshop from its question to its actions, to hand to those who were there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from learnlog.domain.goal import Action, Goal
from learnlog.domain.workshop import Workshop
from learnlog.export.document import Block, Bullets, Paragraph, Run, Section, Sheet
from learnlog.export.plan_facts import action_blocks, goal_line
from learnlog.export.wording import DOT
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import capital
from learnlog.text import N_


def workshop_sheet(
    workshop: Workshop, goals: Iterable[Goal], actions: Iterable[Action], today: dt.date, translator: Translator
) -> Sheet:
    """A workshop as far as it has come.

    Args:
        workshop: The workshop.
        goals: Those of the plan.
        actions: Those of the plan; its own are told, and what is planned in it while it is under way.
        today: The owner's own day.
        translator: For the language.
    """
    t = translator
    own = [*(each for each in actions if each.workshop_id == workshop.id), *workshop.plans]
    ids = {each.goal_id for each in own}
    parts = (
        (N_("Hopes"), _list(workshop.hopes, (), "", t)),
        (N_("Obstacles"), _list(workshop.critique, workshop.bottom, N_("★ Picked as the worst."), t)),
        (N_("In the best of worlds"), _list(workshop.vision, workshop.top, N_("★ Picked as what we want most."), t)),
        (N_("Islands: areas to develop"), _islands(workshop, t)),
        (N_("What we do"), _actions([each for each in goals if each.id in ids], own, today, t)),
    )
    sections = ((t.gettext(title), tuple(blocks)) for title, blocks in parts)
    return Sheet(
        language=t.language,
        title=capital(t.gettext("future workshop")),
        head=tuple(_head(workshop, t)),
        sections=tuple(Section(None, title, blocks) for title, blocks in sections if blocks),
    )


def _head(workshop: Workshop, t: Translator) -> Iterator[Block]:
    if workshop.question.strip():
        yield Paragraph((Run(workshop.question, strong=True),))
    alone = t.gettext("held in a team") if workshop.in_team else t.gettext("held alone")
    yield Paragraph((Run(DOT.join((numeric_date(workshop.held_on, t), alone))),))


def _list(texts: tuple[str, ...], picked: tuple[str, ...], legend: str, t: Translator) -> Iterator[Block]:
    """What was written down in a phase, in its order; what was picked of it stands out, and is marked in words too."""
    if texts:
        yield Bullets(tuple((Run(f"★ {each}", strong=True),) if each in picked else (Run(each),) for each in texts))
    if texts and picked:
        yield Paragraph((Run(t.gettext(legend)),))


def _islands(workshop: Workshop, t: Translator) -> Iterator[Block]:
    chosen = (workshop.island,) if workshop.island else ()
    return _list(workshop.islands or chosen, chosen, N_("★ Chosen to begin with."), t)


def _actions(goals: list[Goal], actions: list[Action], today: dt.date, t: Translator) -> Iterator[Block]:
    for goal in goals:
        yield Paragraph((Run(t.gettext("Goal:")), *goal_line(goal, t)))
        for each in actions:
            if each.goal_id == goal.id:
                yield from action_blocks(each, today, t)
    known = {goal.id for goal in goals}
    for each in actions:
        if each.goal_id not in known:
            yield from action_blocks(each, today, t)
