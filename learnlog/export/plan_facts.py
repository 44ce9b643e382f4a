"""How areas, goals and actions of the plan read in a document, once for every document that tells of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from learnlog.domain.competence import Area, NeedType
from learnlog.domain.goal import Action, ActionRole, ActionStatus, Goal, Review
from learnlog.export.document import Below, Block, Bullets, Item, Line, Paragraph, Run, Table
from learnlog.export.escape import WIDTH
from learnlog.export.wording import DOT, labelled, sentence
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import area_name, arena_place, capital, label, often
from learnlog.i18n.plan_labels import LEVELS, level_words
from learnlog.text import N_, pgettext

NOT_TOLD = "–"
"""In a table: nobody has said."""

_NEEDS = {
    NeedType.MOBILISE: pgettext("need", "use what I already know"),
    NeedType.DEVELOP: pgettext("need", "develop"),
    NeedType.ACQUIRE: pgettext("need", "bring in from outside"),
}


def need_word(need: NeedType, t: Translator) -> str:
    """What helps, in as few words as stand after a goal's title: "develop"."""
    return t.pgettext(*_NEEDS[need])


def scale(t: Translator) -> str:
    """What the levels mean, in one sentence's room: "0 no experience yet · 1 know about it · …"."""
    return DOT.join(f"{level} {level_words(level, t)}" for level in range(len(LEVELS)))


def level(number: int | None) -> str:
    """A level in a table."""
    return NOT_TOLD if number is None else str(number)


def used(area: Area, t: Translator) -> str:
    """Whether an area is used at work, in a table."""
    return often(area.used, t) if area.used else NOT_TOLD


def called(area: Area, t: Translator) -> str:
    """An area's name as a label."""
    return capital(area_name(area.name, t))


def table_or_list(table: Table) -> Block:
    """A table, if it fits the width; otherwise a list with an item for each row, which says the same."""
    widths = [max(3, *map(len, column)) for column in zip(table.columns, *table.rows, strict=True)]
    if sum(widths) + 3 * len(widths) + 1 <= WIDTH:
        return table
    return Bullets(tuple(_as_item(table.columns, row) for row in table.rows))


def _as_item(columns: tuple[str, ...], row: tuple[str, ...]) -> Line:
    told = [f"{name}: {value}" for name, value in zip(columns[1:], row[1:], strict=True) if value != NOT_TOLD]
    return (Run(row[0] + ":", strong=True), Run(DOT.join(told)))


def goal_line(goal: Goal, t: Translator) -> Line:
    """A goal in a line: how far it has come, its title, what helps."""
    return (Run(label(goal.status, t), tag=True), Run(goal.title, strong=True), Run(f"({need_word(goal.need, t)})"))


def action_lines(action: Action, today: dt.date, t: Translator) -> Iterator[Item]:
    """An action in a few lines: WHAT, HOW, WHO; below that its first step, and what became of it since."""
    line: list[Run] = [Run(label(action.status, t), tag=True)] if action.status is not ActionStatus.NOT_STARTED else []
    line += [Run(t.gettext("WHAT"), strong=True), Run(action.what)]
    for name, value in ((t.gettext("HOW"), action.how), (t.gettext("WHO"), who(action, t))):
        if value.strip():
            line += [Run("·"), Run(name, strong=True), Run(" ".join(value.split()))]
    yield tuple(line)
    yield from map(Below, first_step(action, today, t))
    if action.reviews:
        yield Below(review_line(action.reviews[-1], t))


def action_blocks(action: Action, today: dt.date, t: Translator) -> Iterator[Block]:
    """An action with everything that is known of it: WHAT, then a list."""
    yield Paragraph((Run(t.gettext("WHAT"), strong=True), Run(action.what), Run(label(action.status, t), tag=True)))
    after = (
        (t.gettext("By when"), numeric_date(action.due_on, t) if action.due_on else ""),
        (t.gettext("where"), arena_place(action.arena, t) if action.arena else ""),
        (t.gettext("obstacle"), action.obstacle),
        (t.gettext("vision"), action.vision),
    )
    reviews = ((Run(numeric_date(each.on, t) + ":"), *review_line(each, t)) for each in action.reviews)
    yield Bullets(
        (
            *facts(((t.gettext("HOW"), action.how), (t.gettext("WHO"), who(action, t)))),
            *first_step(action, today, t),
            *facts(after),
            *reviews,
        )
    )


def first_step(action: Action, today: dt.date, t: Translator) -> Iterator[Line]:
    """An action's first step with its day, and whether it was taken; nothing if there is none."""
    step_on = action.first_step_done_on or action.first_step_on
    step = ", ".join(
        part for part in (" ".join(action.first_step.split()), numeric_date(step_on, t) if step_on else "") if part
    )
    if action.first_step_done_on:
        step += " – " + t.pgettext("step", "done")
    elif action.first_step_on and action.first_step_on < today:
        step += " – " + t.pgettext("step", "not done yet")
    if step:
        yield labelled(t.gettext("First step"), step)


def review_line(review: Review, t: Translator) -> Line:
    """What became of an action: what has happened, what has not, how we go on."""
    asked = (
        (N_("What has happened?"), review.happened),
        (N_("What has not happened?"), review.not_happened),
        (N_("How do we go on?"), review.onward),
    )
    told = [
        (Run(t.gettext(question), strong=True), Run(sentence(answer))) for question, answer in asked if answer.strip()
    ]
    return tuple(run for pair in told for run in pair)


def who(action: Action, t: Translator) -> str:
    """Who does it, and who of them answers for it: "me, colleague (responsible: me)"."""
    roles = ", ".join(label(each, t) for each in action.who)
    if action.who in ((), (action.responsible,)):
        return label(action.responsible, t)
    if action.responsible is ActionRole.ME and ActionRole.ME in action.who:
        return roles
    return t.gettext("{roles} (responsible: {role})", roles=roles, role=label(action.responsible, t))


def facts(pairs: Iterable[tuple[str, str]]) -> Iterator[Line]:
    """The facts that are told, each with its name."""
    return (labelled(name, " ".join(text.split())) for name, text in pairs if text.strip())
