"""A development talk that was held: what was agreed, as it was agreed, and what both had prepared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from learnlog.domain.agreed import Agreed, as_agreed
from learnlog.domain.competence import Area
from learnlog.domain.goal import Action, ActionStatus, Goal
from learnlog.domain.plan_questions import EVALUATION, MANAGERS, PREPARATION
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.talk import Talk
from learnlog.export.document import Block, Bullets, Heading, Item, Line, Paragraph, Run, Section, Sheet
from learnlog.export.form_parts import answered, both_have_read, whose
from learnlog.export.plan_facts import action_lines, called, facts, need_word
from learnlog.export.wording import DOT, sentence
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import area_name, capital, label
from learnlog.i18n.plan_labels import level_words
from learnlog.text import N_


def talk_record(talk: Talk, portfolio: Portfolio, translator: Translator) -> Sheet:
    """The record of a talk that was held. The CV summary that was shown is a document of its own: `Talk.summary`.

    Args:
        talk: The talk.
        portfolio: Whose talk it is, and where the goals and actions are that were agreed before they were kept.
        translator: For the language.
    """
    t = translator
    day = numeric_date(talk.talk_on, t) if talk.talk_on else ""
    agreed = as_agreed(talk, portfolio.goals, portfolio.actions, portfolio.areas)
    parts = (
        (N_("What we agreed on"), _agreed(talk, agreed, t)),
        (PREPARATION.title, answered(PREPARATION, talk.employee, t)),
        (MANAGERS.title, answered(MANAGERS, talk.manager, t)),
        (EVALUATION.title, answered(EVALUATION, talk.evaluation, t)),
    )
    sections = [(t.gettext(title), tuple(blocks)) for title, blocks in parts]
    if talk.summary.strip():
        shown = Paragraph((Run(t.gettext("It follows below, just as it was.")),))
        sections.append((t.gettext("The CV summary that was shown"), (shown,)))
    return Sheet(
        language=t.language,
        title=t.gettext("Development talk {day}", day=day).strip(),
        head=tuple(_head(talk, portfolio, t)),
        sections=tuple(Section(None, title, blocks) for title, blocks in sections if blocks),
        confirmation=tuple(both_have_read(t)),
    )


def _head(talk: Talk, portfolio: Portfolio, t: Translator) -> Iterator[Block]:
    yield from whose(portfolio.profile)
    known = [capital(label(talk.kind, t))]
    if talk.who.strip():
        known.append(t.gettext("with: {who}", who=talk.who.strip()))
    if talk.held_on and talk.held_on != talk.talk_on:
        known.append(t.gettext("written down {day}", day=numeric_date(talk.held_on, t)))
    yield Paragraph((Run(DOT.join(known)),))


def _agreed(talk: Talk, agreed: Agreed, t: Translator) -> Iterator[Block]:
    for goal in agreed.goals:
        yield Heading(goal.title)
        steps = _actions((each for each in agreed.actions if each.goal_id == goal.id), t)
        yield Bullets((*_goal(goal, agreed.known, t), *steps))
    loose = [each for each in agreed.actions if each.goal_id not in {goal.id for goal in agreed.goals}]
    parts: tuple[tuple[str, tuple[Item, ...]], ...] = (
        (t.gettext("Other actions") if agreed.goals else "", tuple(_actions(loose, t))),
        (t.gettext("What the work requires"), tuple(_required(each, t) for each in agreed.areas)),
        (t.gettext("What else we agreed on"), tuple((Run(each),) for each in talk.agreements)),
    )
    told = [(title, lines) for title, lines in parts if lines]
    for title, lines in told:
        if title and (agreed.goals or len(told) > 1 or agreed.areas):
            yield Heading(title)
        yield Bullets(lines)
    if talk.next_on:
        yield Paragraph((Run(capital(t.gettext("next talk")) + ":", strong=True), Run(numeric_date(talk.next_on, t))))


def _goal(goal: Goal, areas: Iterable[Area], t: Translator) -> Iterator[Line]:
    area = next((area_name(each.name, t) for each in areas if each.id == goal.area_id), "")
    return facts(
        (
            (t.gettext("development need"), need_word(goal.need, t)),
            (t.gettext("competence area"), area),
            (t.gettext("why"), goal.why),
            (t.gettext("how we see it"), goal.measure),
            (t.gettext("deadline"), numeric_date(goal.deadline_on, t) if goal.deadline_on else ""),
        )
    )


def _required(area: Area, t: Translator) -> Line:
    """What the work requires in an area, and why."""
    asked = t.gettext("nothing is required") if area.requirement is None else level_words(area.requirement, t)
    number = "" if area.requirement is None else f"{area.requirement}, "
    why = (Run(sentence(area.why)),) if area.why.strip() else ()
    return (Run(called(area, t) + ":", strong=True), Run(sentence(number + asked)), *why)


def _actions(actions: Iterable[Action], t: Translator) -> Iterator[Item]:
    """Actions as they were agreed: what became of them later is told elsewhere."""
    for each in actions:
        agreed = each._replace(status=ActionStatus.NOT_STARTED, first_step_done_on=None, reviews=())
        yield from action_lines(agreed, dt.date.min, t)
