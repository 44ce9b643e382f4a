"""Shared copies as JSON for other programs. These names are a promise."""

from __future__ import annotations

from typing import Any

from learnlog.cli.entry_json import iso, moment
from learnlog.domain.share import counts
from learnlog.domain.share_record import ShareRecord
from learnlog.i18n.catalog import Translator
from learnlog.services.share_draft import Draft, must_be_handled


def record_object(record: ShareRecord) -> dict[str, Any]:
    """What the log remembers of a copy; without the key by which an answer is recognised."""
    return {
        "id": record.id,
        "made_at": moment(record.made_at),
        "for": record.to_role,
        "purpose": record.purpose,
        "from": iso(record.from_on),
        "to": iso(record.to_on),
        "part": record.is_part,
        "counts": counts(each.kind for each in record.items),
        "items": [{"kind": each.kind, "id": each.uid, "title": each.title, "hash": each.hash} for each in record.items],
        "hidden": [each._asdict() for each in record.hidden],
        "kept": record.kept,
        "file": record.file_name,
        "sealed": record.sealed or None,
        "sha256": record.sha256,
    }


def draft_object(draft: Draft, text: str, translator: Translator) -> dict[str, Any]:
    """A copy that has not been written: its text, what stays, and what in it may tell who somebody is."""
    return {
        "counts": counts(each.kind for each in draft.share.items),
        "hidden": [each._asdict() for each in draft.share.hidden],
        "stays": {"private": draft.offer.private, "for_others": draft.offer.others},
        "found": [
            {
                "where": translator.say(each.where),
                "shown": each.sighting.shown,
                "kind": each.sighting.kind,
                "stops": must_be_handled(each),
            }
            for each in draft.open
        ],
        "text": text,
    }
