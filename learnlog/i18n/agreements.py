"""What the talks before agreed, and whether it was done: the prefilled answer to "what was done, what was not?"."""

from __future__ import annotations

from collections.abc import Iterator

from learnlog.domain.goal import ActionStatus, GoalStatus
from learnlog.domain.talk import LookingBack
from learnlog.i18n.catalog import Translator
from learnlog.i18n.labels import label


def done(back: LookingBack) -> list[str]:
    """What was agreed and done: goals achieved, actions done."""
    found = [each.title for each in back.goals if each.status is GoalStatus.ACHIEVED]
    return found + [each.what for each in back.actions if each.status is ActionStatus.DONE]


def left_off(back: LookingBack, t: Translator) -> list[tuple[str, str]]:
    """What was agreed and is not to be done any more: what became of it instead, and what it is."""
    found = [(label(each.status, t), each.title) for each in back.goals if each.status in _LEFT]
    return found + [(label(each.status, t), each.what) for each in back.actions if each.status in _LEFT]


_LEFT = frozenset({GoalStatus.CHANGED, GoalStatus.DROPPED, ActionStatus.CANCELLED})


def not_done(back: LookingBack, t: Translator) -> list[tuple[str, str]]:
    """What was agreed and is not done, or has changed: how far it has come, and what it is."""
    found = [(label(each.status, t), each.title) for each in back.goals if each.status is not GoalStatus.ACHIEVED]
    return found + [(label(each.status, t), each.what) for each in back.actions if each.status is not ActionStatus.DONE]


def agreements_said(back: LookingBack, t: Translator) -> str:
    """All of it, one thing a line, each with the sign it has in lists; empty before the first talk."""
    return "\n".join(_said(back, t)) if back.talk else ""


def _said(back: LookingBack, t: Translator) -> Iterator[str]:
    for what in done(back):
        yield f"✓ {what}"
    left = left_off(back, t)
    for status, what in not_done(back, t):
        yield f"{'–' if (status, what) in left else '›'} {what} ({status})"
    for each in back.agreements:
        yield f"· {each}"
