"""What the cards of a profile show of each part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from textual.content import Content

from learnlog.domain.profile import Assignment, AssignmentKind, Credential, Employment, Profile, SpokenLanguage
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import numeric_date, vague_date
from learnlog.i18n.labels import capital, label
from learnlog.screens.profile_parts import Part
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import line

RUNS_OUT = 90
"""Days before the last valid day from which a credential is shown as running out."""


def about_rows(profile: Profile) -> list[Row]:
    """The owner in a few lines. What is known speaks for itself; what is missing is named, quietly."""
    tr = translator()
    since = numeric_date(profile.employed_since, tr) if profile.employed_since else ""
    told = (
        ("display_name", _("Name"), profile.display_name),
        ("job_title", _("Job title"), profile.job_title),
        ("workplace", _("Workplace"), profile.workplace),
        ("unit", _("Unit or ward"), profile.unit),
        ("municipality", _("Municipality"), profile.municipality),
        ("percent", _("Working time, per cent"), f"{profile.percent} %" if profile.percent is not None else ""),
        ("employed_since", _("Employed since"), _("employed since {date}", date=since) if since else ""),
        ("roles", _("What are you at work?"), ", ".join(label(role, tr) for role in profile.roles)),
    )
    return [Row(key, (line(value) if value else Content.styled(f"{name} –", "$muted"),)) for key, name, value in told]


def rows(part: Part, items: Sequence[Any], today: dt.date) -> list[Row]:
    """The items of a list; their place is their key. Credentials that run out come first, the first to do so on top."""
    show = _SHOWN[part.name]
    made = [show(str(place), item, today) for place, item in enumerate(items)]
    if part.name == "credentials":
        made.sort(key=lambda row: _last_day(items[int(row.key)].valid_until, today))
    return made


def _last_day(last: dt.date | None, today: dt.date) -> dt.date:
    """By which credentials are put in order: those that last keep theirs."""
    return last if last is not None and _runs_out(last, today) else dt.date.max


def _runs_out(last: dt.date | None, today: dt.date) -> bool:
    """Whether something is to be done about a credential."""
    return last is not None and (last - today).days <= RUNS_OUT


def _assignment_row(key: str, item: Assignment, _today: dt.date) -> Row:
    known = capital(label(item.kind, translator()))
    name = item.title if item.kind is AssignmentKind.OTHER and item.title else known
    more = item.title if item.title and name != item.title else ""
    return Row(key, (line(name), _muted(more)) if more else (line(name),), _muted(_span(item.since, item.until)))


def _language_row(key: str, item: SpokenLanguage, _today: dt.date) -> Row:
    return Row(key, (line(item.name),), _muted(label(item.level, translator())))


def _credential_row(key: str, item: Credential, today: dt.date) -> Row:
    tr = translator()
    kind = capital(label(item.kind, tr))
    below = " · ".join(each for each in (kind, item.issuer, vague_date(item.issued, tr)) if each)
    return Row(key, (line(item.title), _muted(below)), validity(item.valid_until, today))


def _employment_row(key: str, item: Employment, _today: dt.date) -> Row:
    below = " · ".join(each for each in (item.title, item.learned) if each)
    return Row(
        key, (line(item.place), _muted(below)) if below else (line(item.place),), _muted(_span(item.since, item.until))
    )


_SHOWN: dict[str, Callable[[str, Any, dt.date], Row]] = {
    "assignments": _assignment_row,
    "languages": _language_row,
    "credentials": _credential_row,
    "work_history": _employment_row,
}


def validity(last: dt.date | None, today: dt.date) -> Content:
    """Whether a credential is valid, in words; in colour only where one can do something about it."""
    if last is None:
        return Content("")
    date = numeric_date(last, translator())
    if last < today:
        return Content.styled(_("ran out {date}", date=date), "$error")
    if _runs_out(last, today):
        return Content.styled(_("runs out {date}", date=date), "$warning")
    return _muted(_("valid until {date}", date=date))


def _muted(text: str) -> Content:
    return line(text, "$muted")


def _span(since: str, until: str) -> str:
    """From when until when, as far as it is known."""
    tr = translator()
    if until:
        return f"{vague_date(since, tr)}–{vague_date(until, tr)}"
    return _("since {date}", date=vague_date(since, tr)) if since else ""
