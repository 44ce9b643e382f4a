"""What the copies of many tell, as JSON for other programs. These names are a promise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from learnlog.cli.entry_json import iso
from learnlog.domain.competence import NeedType
from learnlog.domain.team import Matter, Team
from learnlog.i18n.ambient import translator
from learnlog.services.team import Skipped


def team_object(team: Team, skipped: Sequence[Skipped], today: dt.date) -> dict[str, Any]:
    """A team as a JSON object; dates ISO. ``person`` is a place in ``persons``, from 0."""
    return {
        "persons": [
            {
                "name": each.sender.name,
                "title": each.sender.title,
                "unit": each.sender.unit,
                "made": each.made_on.isoformat(),
                "file": each.file,
                "copies": each.copies,
            }
            for each in team.persons
        ],
        "matters": [_matter(each, today) for each in team.matters],
        "needs": [
            {"area": each.area or None, **{need.value: each.persons.get(need, 0) for need in NeedType}}
            for each in team.needs
        ],
        "skipped": [{"file": each.file, "why": translator().say(each.why)} for each in skipped],
        "old": list(team.old),
    }


def _matter(matter: Matter, today: dt.date) -> dict[str, Any]:
    return {
        "kind": matter.kind.value,
        "person": matter.person,
        "title": matter.title,
        "due": iso(matter.due_on),
        "late": matter.is_late(today),
        "round": matter.round or None,
        "channel": matter.channel,
        "managers": matter.is_managers,
    }
