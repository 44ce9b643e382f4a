"""The individual development plan on paper: areas, goals, actions, and what comes up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from learnlog.domain.choosing import rated_areas
from learnlog.domain.competence import Area
from learnlog.domain.goal import Action, Goal, is_under_way
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.training import Training
from learnlog.export.document import Block, Bullets, Heading, Line, Paragraph, Run, Section, Sheet, Table
from learnlog.export.form_parts import both_have_read, whose
from learnlog.export.plan_facts import (
    NOT_TOLD,
    action_blocks,
    called,
    facts,
    level,
    need_word,
    scale,
    table_or_list,
    used,
)
from learnlog.export.training_facts import months
from learnlog.export.wording import DOT, labelled, sentence
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import area_name, capital, label
from learnlog.i18n.plan_labels import level_words
from learnlog.text import N_


def plan_sheet(portfolio: Portfolio, translator: Translator) -> Sheet:
    """The plan as it stands.

    Args:
        portfolio: Everything the owner has.
        translator: For the language.
    """
    t, goals = translator, portfolio.goals
    towards = [each for each in goals if each.status.is_open]
    goal_ids = {each.id for each in goals}
    loose = [each for each in portfolio.actions if each.status.is_open and each.goal_id not in goal_ids]
    parts = (
        (N_("Competence areas"), _areas(rated_areas(portfolio), t)),
        (N_("Goals"), (block for goal in towards for block in goal_blocks(goal, portfolio, t))),
        (
            N_("Actions without a goal"),
            _loose(loose, portfolio.made_on, t),
        ),
        (N_("What comes up"), _coming(portfolio, t)),
        (N_("Achieved and closed"), _closed([each for each in goals if not each.status.is_open], t)),
    )
    sections = [(t.gettext(title), tuple(blocks)) for title, blocks in parts]
    return Sheet(
        language=t.language,
        title=capital(t.gettext("individual development plan")),
        head=tuple(_head(portfolio, empty=not any(blocks for _, blocks in sections), t=t)),
        sections=tuple(Section(None, title, blocks) for title, blocks in sections if blocks),
        confirmation=tuple(both_have_read(t)),
    )


def _head(portfolio: Portfolio, *, empty: bool, t: Translator) -> Iterator[Block]:
    yield from whose(portfolio.profile)
    yield Paragraph((Run(capital(t.gettext("made {day}", day=numeric_date(portfolio.made_on, t)))),))
    if empty:
        yield Paragraph((Run(t.gettext("There is nothing in the plan yet.")),))


# -- areas -------------------------------------------------------------------------------------------------------------


def _areas(areas: tuple[Area, ...], t: Translator) -> Iterator[Block]:
    if not areas:
        return
    columns = (
        capital(t.gettext("competence area")),
        t.pgettext("level", "Required"),
        t.pgettext("level", "Now"),
        t.pgettext("level", "Used"),
        t.pgettext("level", "Need"),
    )
    rows = tuple(
        (called(each, t), level(each.requirement), level(each.level), used(each, t), _gap(each, t)) for each in areas
    )
    yield table_or_list(Table(columns, rows))
    yield Paragraph((Run(t.gettext("The levels are my own estimate:")), Run(scale(t))))
    whys = tuple(labelled(called(each, t), sentence(each.why)) for each in areas if each.why.strip())
    if whys:
        yield Heading(t.gettext("Why it is required"))
        yield Bullets(whys)


def _gap(area: Area, t: Translator) -> str:
    return need_word(area.gap, t) if area.gap else NOT_TOLD


# -- goals and actions -------------------------------------------------------------------------------------------------


def goal_blocks(goal: Goal, portfolio: Portfolio, t: Translator) -> Iterator[Block]:
    """A goal with everything that is known of it, and its actions, among those of a portfolio."""
    yield Heading(goal.title)
    area = next((each for each in portfolio.areas if each.id == goal.area_id), None)
    horizon = goal.lies(portfolio.made_on)
    known = (
        (t.gettext("how far it has come"), label(goal.status, t)),
        (t.gettext("development need"), need_word(goal.need, t)),
        (t.gettext("competence area"), area_name(area.name, t) if area else ""),
        (t.gettext("level"), _levels(goal, t)),
        (t.gettext("why"), goal.why),
        (t.gettext("how we see it"), goal.measure),
        (t.gettext("deadline"), numeric_date(goal.deadline_on, t) if goal.deadline_on else ""),
        (t.gettext("how far ahead"), label(horizon, t) if horizon else ""),
        (
            t.gettext("Trainings"),
            "; ".join(_training(each, t) for each in portfolio.trainings if goal.id in each.goal_ids),
        ),
    )
    yield Bullets(tuple(facts(known)))
    for each in portfolio.actions:
        if each.goal_id == goal.id:
            yield from action_blocks(each, portfolio.made_on, t)


def _loose(actions: list[Action], today: dt.date, t: Translator) -> Iterator[Block]:
    return (block for each in actions for block in action_blocks(each, today, t))


def _levels(goal: Goal, t: Translator) -> str:
    """From which level to which, in words."""
    here = level_words(goal.from_level, t) if goal.from_level is not None else ""
    there = level_words(goal.to_level, t) if goal.to_level is not None else ""
    return t.gettext("from “{here}” to “{there}”", here=here, there=there) if here and there else there


def _training(training: Training, t: Translator) -> str:
    held = months(training, t)
    return f"{training.title} ({held})" if held else training.title


# -- what comes up, and what is behind ---------------------------------------------------------------------------------


def _coming(portfolio: Portfolio, t: Translator) -> Iterator[Block]:
    """First steps, actions, goals and the next talk, by their days."""
    dated: list[tuple[dt.date, str]] = []
    for each in portfolio.actions:
        if not is_under_way(each, portfolio.goals):
            continue
        if each.first_step_on and not each.first_step_done_on:
            step = " ".join(each.first_step.split()) or each.what
            dated.append((each.first_step_on, t.gettext("First step: {what}", what=step)))
        if each.due_on:
            dated.append((each.due_on, t.gettext("Done by then: {what}", what=each.what)))
    dated += [
        (each.deadline_on, t.gettext("Goal: {title}", title=each.title))
        for each in portfolio.goals
        if each.status.is_open and each.deadline_on
    ]
    dated += [(day, capital(t.gettext("next talk"))) for day in _talk_days(portfolio)]
    if dated:
        lines: Iterable[Line] = (
            (Run(numeric_date(day, t), strong=True), Run(f"· {what}")) for day, what in sorted(dated)
        )
        yield Bullets(tuple(lines))


def _talk_days(portfolio: Portfolio) -> Iterator[dt.date]:
    """The day of the next talk: of the one being prepared, else the one agreed last."""
    days = [each.talk_on if not each.is_held else each.next_on for each in portfolio.talks]
    ahead = [day for day in days if day and day >= portfolio.made_on]
    if ahead:
        yield min(ahead)


def _closed(goals: list[Goal], t: Translator) -> Iterator[Block]:
    lines = []
    for goal in goals:
        day = numeric_date(goal.closed_on, t) if goal.closed_on else ""
        lines.append((Run(label(goal.status, t), tag=True), Run(DOT.join(each for each in (goal.title, day) if each))))
    if lines:
        yield Bullets(tuple(lines))
