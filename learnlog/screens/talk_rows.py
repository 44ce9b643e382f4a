"""The rows of the talks: what the one to come still needs, and those that were held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from textual.content import Content

from learnlog.domain.plan_questions import EVALUATION
from learnlog.domain.questions import is_answered
from learnlog.domain.talk import LookingBack, Prepared, Talk, TalkKind, prepared, prepared_by_manager
from learnlog.i18n.agreements import done, left_off, not_done
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import numeric_date, short_date
from learnlog.i18n.labels import capital, label
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import content

NEW = "new"
"""Key of the row that begins a talk."""


def talk_name(talk: Talk) -> str:
    """Which talk it is, and when."""
    tr = translator()
    kind = capital(label(talk.kind, tr))
    return f"{kind} {numeric_date(talk.talk_on, tr)}" if talk.talk_on else kind


def new_row(agreed_on: dt.date | None, today: dt.date) -> Row:
    """Begin to prepare a talk; on the day agreed the last time, if one was."""
    when = _("agreed: {day}", day=short_date(agreed_on, translator(), today)) if agreed_on else ""
    return Row(NEW, (_said("›", _("Plan the next talk: day, kind and who")),), Content.styled(when, "$muted"))


def step_rows(talk: Talk, today: dt.date) -> list[Row]:
    """What a talk to come needs, in its order; at the right how far it has come."""
    mine, managers = prepared(talk), prepared_by_manager(talk)
    rows = [_clash_row()] if talk.clashes else []
    day = short_date(talk.talk_on, translator(), today) if talk.talk_on else _("no day yet")
    rows += [
        _row("facts", _("Day, kind and who"), day, done=talk.talk_on is not None),
        _row("prepare", _("My preparation"), _answered(mine), done=not mine.missing and bool(mine.answered)),
        _row("manager", _("The manager's preparation"), _answered(managers), done=not managers.missing),
    ]
    if talk.kind is TalkKind.ANNUAL:
        asked = EVALUATION.questions
        year = Prepared(sum(is_answered(talk.evaluation, each.id) for each in asked), len(asked), 0)
        told = year.answered == year.questions
        rows.append(_row("evaluate", _("What became of the plan this year"), _answered(year), done=told))
    rows.append(_row("pack", _("Read what you take with you"), _("and save it to a file")))
    rows.append(_row("hold", _("The talk was held: write down what you agreed"), ""))
    return rows


def next_step(talk: Talk) -> str:
    """Key of the row to begin with: what is still to be prepared, else reading it."""
    if talk.clashes:
        return "clash"
    if talk.talk_on is None:
        return "facts"
    mine = prepared(talk)
    return "prepare" if mine.missing or not mine.answered else "pack"


def held_rows(talks: Sequence[Talk], today: dt.date) -> list[Row]:
    """The talks that were held, the latest first."""
    tr = translator()
    rows = []
    for talk in talks:
        day = short_date(talk.talk_on, tr, today) if talk.talk_on else ""
        count = len(talk.goal_ids) + len(talk.action_ids) + len(talk.area_ids) + len(talk.agreements)
        agreed = ngettext("{count} agreement", "{count} agreements", count) if count else ""
        right = Content.styled(agreed, "$muted")
        text = Content.assemble(("✓ ", "$success"), capital(label(talk.kind, tr)), "  ", (day, "$muted"))
        if talk.clashes:
            right = Content.styled(_("two versions"), "$accent")
        rows.append(Row(talk.id, (text,), right))
    return rows


def looked_back(back: LookingBack) -> list[tuple[Content, Content]]:
    """What was agreed, sign and text of each: what is done, what is not, and what else was said."""
    rows = [(_sign("✓"), content(each)) for each in done(back)]
    left = left_off(back, translator())
    for status, each in not_done(back, translator()):
        over = (status, each) in left
        text = content(each, "$muted") if over else content(each)
        rows.append((_sign("–" if over else "›"), Content.assemble(text, (f" ({status})", "$muted"))))
    return rows + [(_sign("·"), content(each)) for each in back.agreements]


def _clash_row() -> Row:
    """What another window wrote in the same place waits for a choice; before anything else."""
    text = Content.styled(_("Two versions: choose one"), "$accent")
    return Row("clash", (Content.assemble(("› ", "$accent"), text),))


def _answered(ready: Prepared) -> str:
    return _("{answered} of {count} answered", answered=ready.answered, count=ready.questions)


def _row(key: str, text: str, state: str, *, done: bool = False) -> Row:
    return Row(key, (_said("✓" if done else "›", text),), Content.styled(state, "$muted"))


def _said(sign: str, text: str | Content) -> Content:
    return Content.assemble(_sign(sign), text)


def _sign(sign: str) -> Content:
    return Content.styled(f"{sign} ", {"✓": "$success", "›": "$primary"}.get(sign, "$muted"))
