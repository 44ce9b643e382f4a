"""An entry as JSON for other programs. These names are a promise: they do not follow the stored ones."""

from __future__ import annotations

import datetime as dt
from typing import Any

from learnlog.domain.entry import Entry

PUBLIC_NAMES = {"training_id": "training", "goal_ids": "goals", "action_id": "action"}
"""Stored name → name here, where they differ."""


def as_object(entry: Entry) -> dict[str, Any]:
    """An entry as a JSON object; dates ISO, moments UTC with Z. Only one in the bin says when it was deleted."""
    binned = {"deleted_at": moment(entry.deleted_at)} if entry.is_deleted else {}
    return {
        "id": entry.id,
        "date": entry.date.isoformat(),
        "title": entry.title,
        "what_happened": entry.what_happened,
        "activity_type": entry.activity_type,
        "arena": entry.arena,
        "purpose": entry.purpose,
        "minutes": entry.minutes,
        "areas": entry.areas,
        "themes": entry.themes,
        "components": entry.components,
        "knowledge_form": entry.knowledge_form,
        "roles_involved": entry.roles_involved,
        "prompt_set": entry.prompt_set,
        "answers": entry.answers,
        "insight": entry.insight,
        "applied": entry.applied,
        "visibility": entry.visibility,
        "status": entry.status,
        "show_in_cv": entry.show_in_cv,
        "evidence": entry.evidence,
        "training": entry.training_id or None,
        "goals": entry.goal_ids,
        "action": entry.action_id or None,
        "created_at": moment(entry.created_at),
        "updated_at": moment(entry.updated_at),
        **binned,
    }


def moment(at: dt.datetime | None) -> str | None:
    """A moment in UTC, ISO 8601 with Z."""
    return at.astimezone(dt.UTC).isoformat().replace("+00:00", "Z") if at else None


def iso(day: dt.date | None) -> str | None:
    """A day, ISO 8601."""
    return day.isoformat() if day else None
