"""The loop of a training at a glance: a sign for each step, on one line or one below the other."""

from __future__ import annotations

import datetime as dt

from textual.content import Content

from learnlog.domain.due import DueKind
from learnlog.domain.loop import State, Step, loop
from learnlog.domain.next_step import NextStep
from learnlog.domain.training import FollowUp, SharingStatus, Training, days_in
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import due_words, short_date
from learnlog.i18n.labels import capital, label
from learnlog.widgets.glyphs import TASK, URGENT, Look
from learnlog.widgets.safe import line

SIGNS: dict[State, Look] = {
    State.DONE: Look("✓", "$success"),
    State.BEGUN: Look("◎", "$accent"),
    State.WAITING: Look("·", "$muted"),
    State.SKIPPED: Look("×", "$muted"),
    State.NONE: Look("–", "$muted"),
}
"""How each state looks, in a sign and a colour."""
NEAR = 30
"""Days within which one counts them."""
_ROUNDS = {Step.TWO_WEEKS: 1, Step.THREE_MONTHS: 2}
_BETWEEN = " · "


def step_of(following: NextStep | None) -> Step | None:
    """The step of the loop that is next; None when there is none."""
    if following is None:
        return None
    if following.kind is DueKind.FOLLOWUP:
        return Step.TWO_WEEKS if following.round == 1 else Step.THREE_MONTHS
    return {
        DueKind.FORM: Step.FORM,
        DueKind.AGREEMENT: Step.AGREED,
        DueKind.COMPLETION: Step.COMPLETED,
        DueKind.SHARING: Step.SHARED,
    }[following.kind]


def look_of(step: Step, state: State, following: NextStep | None, today: dt.date) -> Look:
    """How a step looks: what is next, or late, says so."""
    if following is None or step is not step_of(following):
        return SIGNS[state]
    if following.due_on and following.due_on < today:
        return URGENT
    return SIGNS[State.BEGUN] if state is State.BEGUN else TASK


def loop_line(training: Training, following: NextStep | None, today: dt.date, *, joined: bool = True) -> Content:
    """The seven steps on one line.

    Args:
        training: The training.
        following: Its next step.
        today: The owner's own day.
        joined: Whether a line runs through the signs.
    """
    parts: list[tuple[str, str]] = []
    for step, state in loop(training):
        if parts and joined:
            parts.append(("━", "$success") if state is State.DONE else ("─", "$line"))
        look = look_of(step, state, following, today)
        parts.append((look.glyph, look.style))
    return Content.assemble(*parts)


def loop_steps(training: Training, following: NextStep | None, today: dt.date) -> list[tuple[Step, Content]]:
    """The steps one below the other, each with its day and what is to be known of it."""
    tr = translator()
    names = {step: capital(label(step, tr)) for step in Step}
    width = max(map(len, names.values()))
    rows = []
    for step, state in loop(training):
        look = look_of(step, state, following, today)
        is_next = step is step_of(following)
        said = _waits(training, following, today) if is_next and following else _said(step, state, training, today)
        name = f"{names[step]:<{width}}"
        style = "bold" if is_next else "" if state in (State.DONE, State.BEGUN) else "$muted"
        rows.append((step, Content.assemble((look.glyph, look.style), "  ", (name, style), "  ", line(said, "$muted"))))
    return rows


def _waits(training: Training, following: NextStep, today: dt.date) -> str:
    """What is to be known of the step that is next."""
    tr = translator()
    said = ""
    if following.sharing_id:
        said = label(training.sharing(following.sharing_id).channel, tr)
    elif following.kind is DueKind.COMPLETION:
        said = _days(training, today)
    if following.due_on and (following.due_on - today).days <= NEAR:
        return _BETWEEN.join(dict.fromkeys(filter(None, [said, due_words(following.due_on, today, tr)])))
    day = short_date(following.due_on, tr, today) if following.due_on and following.round else ""
    return _BETWEEN.join(filter(None, [said, day]))


def _said(step: Step, state: State, training: Training, today: dt.date) -> str:
    """What is to be known of a step."""
    if step in _ROUNDS:
        return _of_round(next((each for each in training.followups if each.round == _ROUNDS[step]), None), today)
    if step is Step.SHARED:
        return _of_sharing(training, today)
    if step is Step.COMPLETED:
        return _days(training, today)
    if step is Step.AGREED:
        return _of_agreement(training, today)
    if state in (State.NONE, State.BEGUN):
        return _("no form") if state is State.NONE else _("half filled in")
    return ""


def _days(training: Training, today: dt.date) -> str:
    """When it takes or took place."""
    tr = translator()
    if training.start_on is None:
        return _("no day yet")
    first = short_date(training.start_on, tr, today)
    return f"{first} – {short_date(training.end_on, tr, today)}" if training.end_on else first


def _of_agreement(training: Training, today: dt.date) -> str:
    """What was decided, when, and how many have confirmed it."""
    tr = translator()
    said = [label(training.decision, tr)] if training.decision else []
    confirmed = sum(1 for each in (training.confirmed_employee_on, training.confirmed_manager_on) if each)
    if confirmed:
        said.append(ngettext("one has confirmed", "both have confirmed", confirmed))
    said += [short_date(day, tr, today) for day in days_in(training.dialogue.get("b1", "")) if day]
    return _BETWEEN.join(said)


def _of_round(followup: FollowUp | None, today: dt.date) -> str:
    """When a follow-up was done, is due, or why it was skipped."""
    if followup is None:
        return ""
    if followup.skipped_because:
        return _("skipped: {reason}", reason=followup.skipped_because)
    return short_date(followup.done_on or followup.due_on, translator(), today)


def _of_sharing(training: Training, today: dt.date) -> str:
    """Where and when it was shared first, or will be."""
    wanted = [each for each in training.sharings if each.status is SharingStatus.DONE]
    wanted = wanted or [each for each in training.sharings if each.status is SharingStatus.PLANNED]
    if not wanted:
        return ""
    first, tr = wanted[0], translator()
    said = [label(first.channel, tr), short_date(first.shared_on, tr, today) if first.shared_on else ""]
    if len(wanted) > 1:
        said.append(ngettext("and {count} more", "and {count} more", len(wanted) - 1))
    return _BETWEEN.join(filter(None, said))
