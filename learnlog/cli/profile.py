"""Show and change the profile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeVar

from learnlog.cli import typed
from learnlog.cli.call import Call
from learnlog.cli.everything import services
from learnlog.cli.options import UsageError
from learnlog.cli.output import Output
from learnlog.cli.pages import print_facts
from learnlog.cli.warning import warn
from learnlog.domain.profile import (
    Assignment,
    AssignmentKind,
    Credential,
    LanguageLevel,
    Profile,
    Role,
    SpokenLanguage,
    ends_too_soon,
)
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.text import N_, Msg

Kind = TypeVar("Kind", bound=StrEnum)


def profile(call: Call) -> int:
    """Show the profile, or change what is named."""
    given = call.arguments
    action = given.words[0] if given.words else "show"
    named = [key for key in given.given if key in _READERS or key == "file"]
    if action == "show" and named:
        raise UsageError(Msg(N_("To change the profile: {line}"), {"line": "learnlog profile set"}), call.command)
    if action == "set" and not named:
        raise UsageError(Msg(N_("Say what to change, such as {line}."), {"line": '--name "…"'}), call.command)
    opened = services(call)
    now = opened.profiles.get()
    if action == "set":
        now = opened.profiles.save(now.revised(**_changes(call, opened.clock.today())))
    if given.switch("json"):
        from learnlog.cli.profile_json import as_object

        call.out.json(as_object(now), indent=2)
    elif action == "set":
        call.out.note(_("Saved."))
    else:
        _print(now, opened.clock.today(), call.out)
    if action == "set":
        warn(call, now)
    return 0


def _changes(call: Call, today: dt.date) -> dict[str, Any]:
    """The fields that are named, with their new values. An empty text clears a field."""
    given = call.arguments
    found: dict[str, Any] = {}
    path = given.text("file")
    if path is not None:
        from learnlog.cli.profile_json import changes

        found |= changes(typed.file(path))
    for option, (field, reader) in _READERS.items():
        values = given.texts(option)
        if values is not None:
            found[field] = reader([typed.text(each, field) for each in values], today)
    return found


def _text(values: list[str], _today: dt.date) -> str:
    return " ".join(values[-1].split())


def _percent(values: list[str], _today: dt.date) -> int | None:
    return typed.number(values[-1].rstrip(" %"), "percent") if values[-1].strip() else None


def _day(values: list[str], today: dt.date) -> dt.date | None:
    return typed.first_day(values[-1], today)


def _roles(values: list[str], _today: dt.date) -> tuple[Role, ...]:
    return tuple(dict.fromkeys(Role(each) for each in values if each))


def _assignments(values: list[str], today: dt.date) -> tuple[Assignment, ...]:
    """``supervisor_3=Title,2024,2025``; all after the kind may be left out."""
    found = []
    for each in filter(None, values):
        kind, _sign, rest = each.partition("=")
        title, *told = [*(part.strip() for part in rest.split(",")), "", "", ""][:3]
        since, until = (typed.vague_day(part, today, "assignment") for part in told)
        if ends_too_soon(since, until):
            raise InvalidInputError(("assignment", Msg(N_("The period ends before it begins."))))
        found.append(Assignment(_member(AssignmentKind, kind, "assignment"), title, since, until))
    return tuple(found)


def _speaks(values: list[str], _today: dt.date) -> tuple[SpokenLanguage, ...]:
    """``Svenska=C1``."""
    found = []
    for each in filter(None, values):
        name, _sign, level = each.rpartition("=")
        if not name.strip():
            raise _not_among(LanguageLevel, "speaks")
        found.append(SpokenLanguage(name.strip(), _member(LanguageLevel, level, "speaks")))
    return tuple(found)


def _member(kind: type[Kind], text: str, option: str) -> Kind:
    """The value somebody means, whatever its case."""
    found = next((each for each in kind if each.casefold() == text.strip().casefold()), None)
    if found is None:
        raise _not_among(kind, option)
    return found


def _not_among(kind: type[StrEnum], option: str) -> InvalidInputError:
    values: dict[str, object] = {"name": f"--{option}", "choices": ", ".join(kind)}
    return InvalidInputError((option, Msg(N_("{name} takes one of: {choices}."), values)))


_READERS: dict[str, tuple[str, Callable[[list[str], dt.date], object]]] = {
    "name": ("display_name", _text),
    "title": ("job_title", _text),
    "unit": ("unit", _text),
    "workplace": ("workplace", _text),
    "municipality": ("municipality", _text),
    "percent": ("percent", _percent),
    "since": ("employed_since", _day),
    "role": ("roles", _roles),
    "assignment": ("assignments", _assignments),
    "speaks": ("languages", _speaks),
}
"""Option → field, and what reads it."""


def _print(now: Profile, today: dt.date, out: Output) -> None:
    """Print what is told; nothing told yet is said instead."""
    if now == Profile():
        out.note(_("The profile is empty. To fill it in: {line}", line='learnlog profile set --name "…"'))
    else:
        print_facts(_facts(now, today), out)


def _facts(now: Profile, today: dt.date) -> list[tuple[str, str]]:
    from learnlog.i18n.dates import numeric_date
    from learnlog.i18n.labels import capital, label
    from learnlog.i18n.profile_words import assignment_words, employment_words

    tr = translator()
    return [
        (_("Name"), now.display_name),
        (_("Job title"), now.job_title),
        (_("Unit"), now.unit),
        (_("Workplace"), now.workplace),
        (_("Municipality"), now.municipality),
        (_("Working time"), _("{percent}%", percent=now.percent) if now.percent else ""),
        (_("Employed since"), numeric_date(now.employed_since, tr) if now.employed_since else ""),
        (_("Roles"), _joined(label(each, tr) for each in now.roles)),
        *[(_("Assignment"), capital(assignment_words(each, tr))) for each in now.assignments],
        (_("Languages"), _joined(f"{each.name} ({label(each.level, tr)})" for each in now.languages)),
        *[(capital(label(each.kind, tr)), _credential(each, today)) for each in now.credentials],
        *[(_("Earlier workplace"), capital(employment_words(each, tr))) for each in now.work_history],
    ]


def _credential(each: Credential, today: dt.date) -> str:
    from learnlog.i18n.dates import vague_date
    from learnlog.i18n.profile_words import validity_words

    tr = translator()
    return _joined((each.title, each.issuer, vague_date(each.issued, tr), validity_words(each.valid_until, today, tr)))


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
