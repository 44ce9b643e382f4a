"""The sample log as values.

`moments.toml` says when things happened and what kind they were; `sv.toml`, `nb.toml` and `en.toml` tell them, each in
its own words. Nothing is random: the same language and day give the same log, with the same ids.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import tomllib
from typing import Any, NamedTuple

from learnlog.domain.entry import Entry
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
from learnlog.domain.selection import Selection
from learnlog.domain.values import (
    ActivityType,
    Applied,
    Arena,
    Component,
    KnowledgeForm,
    Language,
    RoleInvolved,
    Status,
    Visibility,
)

_FRIDAY = 4
_JUNE, _JULY, _AUGUST = 6, 7, 8
_HOLIDAY_FROM, _HOLIDAY_TO = 4, 27
"""Holiday is from 4 to 27 July; what would have happened then happened before or after."""


class Sample(NamedTuple):
    """A whole log.

    Attributes:
        profile: The invented owner.
        entries: About seventy entries over a year and a month, oldest first.
        selection: What the owner wants on the CV summary.
    """

    profile: Profile
    entries: tuple[Entry, ...]
    selection: Selection


def sample(language: Language, today: dt.date) -> Sample:
    """The sample log as it stands on a day.

    Args:
        language: The language it is written in.
        today: The day every date is counted back from; nothing is dated later.

    Returns:
        Valid values, the same ones each time.
    """
    shape, told = _read("moments"), _read(language.value)
    entries = [
        _entry(key, moment, told["entries"][key], told["own_area"], today) for key, moment in shape["moments"].items()
    ]
    words = told["selection"]
    selection = Selection(
        language=language,
        year_in_short=words["year_in_short"].strip(),
        wishes=words["wishes"].strip(),
        shared_with=words["shared_with"],
    )
    profile = _profile(shape["profile"], told["profile"], today)
    return Sample(profile, tuple(sorted(entries, key=lambda entry: entry.date)), selection)


def _read(name: str) -> dict[str, Any]:
    """One of the data files beside this module."""
    with open(os.path.join(os.path.dirname(__file__), f"{name}.toml"), "rb") as file:
        return tomllib.load(file)


def _entry(key: str, moment: dict[str, Any], told: dict[str, Any], own_area: str, today: dt.date) -> Entry:
    """One moment, told."""
    kind = ActivityType(moment["type"])
    day = _day(today, moment["days"], planned=kind.usual_arena is not Arena.IN)
    written_at = _moment(day, key)
    blank = Entry(id=_id(key), date=day, title=told["title"], created_at=written_at, updated_at=written_at)
    return blank.of_type(kind)._replace(
        what_happened=told.get("what", ""),
        minutes=moment.get("minutes"),
        areas=tuple(own_area if area == "own" else area for area in moment.get("areas", ())),
        themes=tuple(told.get("themes", ())),
        components=tuple(Component(each) for each in moment.get("components", ())),
        knowledge_form=KnowledgeForm(moment["form"]) if "form" in moment else None,
        roles_involved=tuple(RoleInvolved(each) for each in moment.get("roles", ())),
        prompt_set=moment.get("set", ""),
        answers=dict(told.get("answers", {})),
        insight=told.get("insight", ""),
        applied=Applied(moment["applied"]) if "applied" in moment else None,
        visibility=Visibility(moment.get("visibility", "private")),
        status=Status(moment.get("status", "done")),
        show_in_cv=moment.get("cv", False),
        evidence=tuple(told.get("evidence", ())),
    )


def _id(key: str) -> str:
    """An id of the usual form that is always the same for this moment."""
    return hashlib.sha256(f"learnlog sample {key}".encode()).hexdigest()[:32]


def _moment(day: dt.date, key: str) -> dt.datetime:
    """When it was written down: some minute of that afternoon, always the same one."""
    minute = int(_id(key)[:8], 16) % 300
    return dt.datetime.combine(day, dt.time(12), dt.UTC) + dt.timedelta(minutes=minute)


def _day(today: dt.date, days: int, *, planned: bool) -> dt.date:
    """The day that many days ago, out of the holiday, and on a weekday if it was `planned` (a course, a meeting)."""
    day = _out_of_holiday(today - dt.timedelta(days=days), today)
    if planned:
        day -= dt.timedelta(days=max(0, day.weekday() - _FRIDAY))
    return day


def _out_of_holiday(day: dt.date, today: dt.date) -> dt.date:
    """The same day, or for June to August one that leaves most of July empty without changing the order of things."""
    before, after = dt.date(day.year, _JULY, _HOLIDAY_FROM), dt.date(day.year, _JULY, _HOLIDAY_TO)
    middle, first, last = dt.date(day.year, _JULY, 16), dt.date(day.year, _JUNE, 1), dt.date(day.year, _AUGUST, 31)
    if first <= day < middle:
        return first + (day - first) * ((before - first).days) // (middle - first).days
    if middle <= day <= last < today:
        return last - (last - day) * ((last - after).days) // (last - middle).days
    return day


def _profile(shape: dict[str, Any], told: dict[str, Any], today: dt.date) -> Profile:
    """The owner, with every date counted back from today."""
    return Profile(
        display_name=told["display_name"],
        job_title=told["job_title"],
        unit=told["unit"],
        workplace=told["workplace"],
        municipality=told["municipality"],
        percent=shape["percent"],
        employed_since=_day(today, shape["employed_days"], planned=True),
        roles=tuple(Role(each) for each in shape["roles"]),
        assignments=tuple(
            Assignment(AssignmentKind(each["kind"]), title, since=_since(each, today))
            for each, title in zip(shape["assignments"], told["assignments"], strict=True)
        ),
        languages=tuple(
            SpokenLanguage(name, LanguageLevel(level))
            for level, name in zip(shape["languages"], told["languages"], strict=True)
        ),
        credentials=tuple(
            _credential(each, words, today)
            for each, words in zip(shape["credentials"], told["credentials"], strict=True)
        ),
        work_history=tuple(
            Employment(place, title, _since(each, today)[:4], _since({"days": each["until_days"]}, today)[:4], learned)
            for each, (place, title, learned) in zip(shape["work_history"], told["work_history"], strict=True)
        ),
        notice_read_at=dt.datetime.combine(today - dt.timedelta(days=shape["notice_days"]), dt.time(12), dt.UTC),
    )


def _credential(shape: dict[str, Any], words: list[Any], today: dt.date) -> Credential:
    """A paper. A language may give its own number of years, where the countries differ."""
    title, issuer, *years = words
    issued = _since({"years": years[0]} if years else shape, today)
    valid_until = None
    if "valid_days" in shape:
        valid_until = dt.date.fromisoformat(issued) + dt.timedelta(days=shape["valid_days"])
    return Credential(CredentialKind(shape["kind"]), title, issuer, issued, valid_until)


def _since(shape: dict[str, Any], today: dt.date) -> str:
    """A year, or a working day when it is told in days; ISO."""
    if "years" in shape:
        return str(today.year - shape["years"])
    return _day(today, shape["days"], planned=True).isoformat()
