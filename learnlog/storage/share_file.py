"""A shared copy as a file: strict JSON, which any other program can read too.

    {"format":"learnlog-share","version":1,"share_id":"…","log_id":"…","reply_key":"…","created":"…Z","from":{…},
     "to":"supervisor","language":"sv","purpose":"","selection":{…},"hidden":[…],
     "items":[{"kind":"entry","id":"…","rev":12,"hash":"…","value":{…}},…]}

What is read is exactly what learnlog would have written, or it is refused: no field is missing or unknown, every value
is of its kind, every fingerprint is right, and nothing is in it that its reader may not see.
"""

from __future__ import annotations

import datetime as dt
import json

from learnlog.domain.share import PURPOSE_MAX, Chosen, Hidden, Reader, Sender, Share, SharedItem, SharedKind
from learnlog.domain.values import Language
from learnlog.errors import ForeignFileError, RuleError
from learnlog.storage import shapes, strict
from learnlog.storage.fields import moment_json, read_moment
from learnlog.storage.json_text import Doc
from learnlog.storage.shared_form import document_of, value_of
from learnlog.storage.strict import Unfit
from learnlog.text import N_

FORMAT = "learnlog-share"
VERSION = 1
SUFFIX = ".learnlog-share"
"""How the name of such a file ends, locked or not."""
ITEMS_MAX = 50_000
"""Most things in one copy."""
_ID, _KEY = 32, 64
_NUMBER_MAX = 10**9
_NAME_MAX = 2_000
"""Longest name, title, unit: what a profile may hold is not limited, what is taken in from others is."""
_PURPOSE_MAX = PURPOSE_MAX * 2


def encoded(share: Share) -> bytes:
    """A copy as the bytes of its file, before it is locked."""
    items = [
        {"kind": each.kind, "id": each.uid, "rev": each.rev, "hash": each.hash, "value": document_of(each.value)}
        for each in share.items
    ]
    document: Doc = {
        "format": FORMAT,
        "version": VERSION,
        "share_id": share.share_id,
        "log_id": share.log_id,
        "reply_key": share.reply_key,
        "created": moment_json(share.created),
        "from": share.from_._asdict(),
        "to": share.to_role,
        "language": share.language,
        "purpose": share.purpose,
        "selection": {
            "kinds": list(share.selection.kinds),
            "from": _day_json(share.selection.from_on),
            "to": _day_json(share.selection.to_on),
            "is_part": share.selection.is_part,
        },
        "hidden": [each._asdict() for each in share.hidden],
        "items": items,
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"


def decoded(data: bytes) -> Share:
    """The copy in the bytes of a file that is not locked.

    Raises:
        ForeignFileError: If it is anything else, or anything in it is not as it should be.
        NewerFormatError: If a newer learnlog has written it.
    """
    document = strict.load(data, strict.SHARE)
    shapes.version_of(document, FORMAT, VERSION)
    try:
        values = shapes.shaped(document, _KINDS)
        for name in ("format", "version"):
            del values[name]
        return Share(from_=values.pop("from"), to_role=values.pop("to"), **values)
    except Unfit as error:
        raise ForeignFileError(error.message) from error
    except RuleError as error:  # by the rules of the domain
        raise ForeignFileError(error.message) from error


def _day_json(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _optional_day(raw: object) -> dt.date | None:
    return None if raw is None else shapes.day(raw)


def _moment(raw: object) -> dt.datetime:
    try:
        moment = read_moment(raw) if isinstance(raw, str) else None
    except (ValueError, OverflowError):
        moment = None
    if moment is None or moment_json(moment) != raw:
        raise Unfit(N_("This is no moment such as 2026-11-20T12:00:00Z."))
    return moment


def _flag(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise Unfit(N_("Something else stands where there should be yes or no."))
    return raw


def _sender(raw: object) -> Sender:
    return Sender(**shapes.shaped(raw, dict.fromkeys(Sender._fields, shapes.text(_NAME_MAX))))


def _chosen(raw: object) -> Chosen:
    values = shapes.shaped(raw, {"kinds": _KINDS_ASKED, "from": _optional_day, "to": _optional_day, "is_part": _flag})
    return Chosen(values["kinds"], values["from"], values["to"], values["is_part"])


def _hidden(raw: object) -> Hidden:
    kinds = {"uid": shapes.uid, "field": shapes.text(200, 1), "times": shapes.number(1, _NUMBER_MAX)}
    return Hidden(**shapes.shaped(raw, kinds))


def _item(raw: object) -> SharedItem:
    found = shapes.shaped(raw, _ITEM)
    value, fingerprint = value_of(found["kind"], found["id"], found["value"])
    if fingerprint != found["hash"]:
        raise Unfit(N_("The check sum is wrong: it has been changed since it was shared."))
    return SharedItem(found["kind"], found["id"], found["rev"], found["hash"], value)


_KIND = shapes.member(SharedKind)
_ITEM: dict[str, shapes.Kind] = {
    "kind": _KIND,
    "id": shapes.uid,
    "rev": shapes.number(0, _NUMBER_MAX),
    "hash": shapes.hexadecimal(_KEY),
    "value": shapes.as_it_is,
}
_KINDS_ASKED = shapes.listed(_KIND, len(SharedKind))
_KINDS: dict[str, shapes.Kind] = {
    "format": shapes.as_it_is,
    "version": shapes.as_it_is,
    "share_id": shapes.hexadecimal(_ID),
    "log_id": shapes.text(100, 1),
    "reply_key": shapes.hexadecimal(_KEY),
    "created": _moment,
    "from": _sender,
    "to": shapes.member(Reader),
    "language": shapes.member(Language),
    "purpose": shapes.text(_PURPOSE_MAX),
    "selection": _chosen,
    "hidden": shapes.listed(_hidden, ITEMS_MAX),
    "items": shapes.listed(_item, ITEMS_MAX),
}
