"""The profile as JSON, out and in. These names are a promise: they do not follow the stored ones."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

from learnlog.cli.entry_json import iso
from learnlog.domain.profile import (
    Assignment,
    AssignmentKind,
    Credential,
    CredentialKind,
    Employment,
    LanguageLevel,
    Profile,
    Role,
    SpokenLanguage,
)
from learnlog.errors import InvalidInputError
from learnlog.text import N_, Msg

_TEXTS = ("display_name", "job_title", "unit", "workplace", "municipality")


def as_object(profile: Profile) -> dict[str, Any]:
    """A profile as a JSON object; dates ISO."""
    return {
        **{name: getattr(profile, name) for name in _TEXTS},
        "percent": profile.percent,
        "employed_since": iso(profile.employed_since),
        "roles": profile.roles,
        "assignments": [each._asdict() for each in profile.assignments],
        "languages": [each._asdict() for each in profile.languages],
        "credentials": [{**each._asdict(), "valid_until": iso(each.valid_until)} for each in profile.credentials],
        "work_history": [each._asdict() for each in profile.work_history],
    }


def changes(text: str) -> dict[str, Any]:
    """The fields that a JSON object tells, with their values; the others are left alone.

    Raises:
        InvalidInputError: With every field that cannot be taken.
    """
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidInputError(("file", Msg(N_("This is not the JSON of a profile.")))) from error
    if not isinstance(told, dict):
        raise InvalidInputError(("file", Msg(N_("This is not the JSON of a profile."))))
    found: dict[str, Any] = {}
    problems: list[tuple[str, Msg]] = []
    for name, value in told.items():
        try:
            found[name] = _READERS.get(name, _no_such_field)(value)
        except (TypeError, ValueError):
            shown = name if name in _READERS or (name.isascii() and name.isidentifier()) else "?"
            problems.append((name, Msg(N_("{name} cannot be taken as it is."), {"name": shown[:40]})))
    if problems:
        where = ("file", Msg(N_("More: {line}"), {"line": "learnlog profile --help"}))
        raise InvalidInputError(*problems, where)
    return found


def _no_such_field(_value: object) -> object:
    raise TypeError


def _text(value: object) -> str:
    from learnlog.domain.printable import cleaned

    if not isinstance(value, str):
        raise TypeError
    return cleaned(value)


def _percent(value: object) -> int | None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise TypeError
    return value


def _day(value: object) -> dt.date | None:
    return dt.date.fromisoformat(_text(value)) if value else None


def _vague(value: object) -> str:
    """A year, a month or a day, ISO."""
    text = _text(value)
    if text:
        dt.date.fromisoformat(text + "-01" * (2 - text.count("-")))
    return text


def _many(read: Callable[[Any], object]) -> Callable[[object], tuple[object, ...]]:
    def reader(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise TypeError
        return tuple(read(each) for each in value)

    return reader


def _record(make: Callable[..., object], **special: Callable[[Any], object]) -> Callable[[Any], object]:
    """What reads one object of a list: texts, but for the fields with a reader of their own."""

    def reader(value: dict[str, object]) -> object:
        return make(**{name: special.get(name, _text)(each) for name, each in value.items()})

    return reader


_READERS: dict[str, Callable[[Any], object]] = {
    **dict.fromkeys(_TEXTS, _text),
    "percent": _percent,
    "employed_since": _day,
    "roles": _many(Role),
    "assignments": _many(_record(Assignment, kind=AssignmentKind, since=_vague, until=_vague)),
    "languages": _many(_record(SpokenLanguage, level=LanguageLevel)),
    "credentials": _many(_record(Credential, kind=CredentialKind, issued=_vague, valid_until=_day)),
    "work_history": _many(_record(Employment, since=_vague, until=_vague)),
}
