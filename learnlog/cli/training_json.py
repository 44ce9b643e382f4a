"""A training, and what is due, as JSON for other programs. These names are a promise; stored ones may change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from learnlog.cli.answers_json import listed
from learnlog.cli.entry_json import iso, moment
from learnlog.domain.due import Due
from learnlog.domain.loop import LoopFigures, loop
from learnlog.domain.training import FollowUp, Sharing, Training
from learnlog.domain.training_questions import BEFORE, DIALOGUE, followup_questions


def as_object(training: Training, entry_ids: Iterable[str]) -> dict[str, Any]:
    """A training as a JSON object; dates ISO, moments UTC with Z, answers by question id.

    Args:
        training: The training.
        entry_ids: The entries that are linked to it.
    """
    return {
        "id": training.id,
        "title": training.title,
        "type": training.type,
        "status": training.status,
        "start": iso(training.start_on),
        "end": iso(training.end_on),
        "provider": training.provider,
        "minutes": training.minutes,
        "mode": training.mode,
        "cost": training.cost,
        "mandatory": training.mandatory,
        "initiative": training.initiative,
        "project": training.project_code,
        "areas": training.areas,
        "goals": training.goal_ids,
        "before": listed(training.before, BEFORE),
        "dialogue": listed(training.dialogue, DIALOGUE),
        "confirmed_employee": iso(training.confirmed_employee_on),
        "confirmed_manager": iso(training.confirmed_manager_on),
        "closed_because": training.closed_because,
        "followups": [_followup(each) for each in training.followups],
        "sharings": [sharing_object(each) for each in training.sharings],
        "loop": {step.value: state.value for step, state in loop(training)},
        "entries": [*entry_ids],
        "created_at": moment(training.created_at),
        "updated_at": moment(training.updated_at),
    }


def sharing_object(sharing: Sharing) -> dict[str, Any]:
    """Something shared as a JSON object."""
    return {
        "id": sharing.id,
        "channel": sharing.channel,
        "date": iso(sharing.shared_on),
        "audience": sharing.audience,
        "what": sharing.what,
        "status": sharing.status,
        "taken": sharing.taken,
    }


def due_object(item: Due, today: dt.date) -> dict[str, Any]:
    """Something due as a JSON object."""
    return {
        "key": item.key,
        "kind": item.kind,
        "due": item.due_on.isoformat(),
        "days_left": item.days_left(today),
        "title": item.title,
        "training": item.training_id or None,
        "round": item.round or None,
        "sharing": item.sharing_id or None,
        "goal": item.goal_id or None,
        "action": item.action_id or None,
        "talk": item.talk_id or None,
        "comment": item.comment_id or None,
    }


def figures_object(figures: LoopFigures) -> dict[str, Any]:
    """The owner's figures as a JSON object."""
    return {
        **figures._asdict(),
        "used": {key.value: count for key, count in figures.used.items()},
        "expectation": {key.value: count for key, count in figures.expectation.items()},
    }


def _followup(followup: FollowUp) -> dict[str, Any]:
    return {
        "round": followup.round,
        "due": followup.due_on.isoformat(),
        "done": iso(followup.done_on),
        "skipped": followup.skipped_because or None,
        "answers": listed(followup.answers, followup_questions(followup.round)),
    }
