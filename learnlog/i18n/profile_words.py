"""The parts of a profile in words."""

from __future__ import annotations

import datetime as dt

from learnlog.domain.profile import Assignment, AssignmentKind, Employment
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date, vague_date
from learnlog.i18n.labels import label

SOON_DAYS = 90
"""How long before it runs out a credential is called soon out of date."""


def assignment_words(each: Assignment, tr: Translator) -> str:
    """What somebody is besides their work, and since when. A title that says no more than the kind is left out."""
    name, own = label(each.kind, tr), each.title.strip()
    if own and own.casefold() != name.casefold():
        name = own if each.kind is AssignmentKind.OTHER else f"{name} ({own})"
    since, until = vague_date(each.since, tr), vague_date(each.until, tr)
    if since and until:
        return tr.gettext("{what}, {first} – {last}", what=name, first=since, last=until)
    if since:
        return tr.gettext("{what} since {first}", what=name, first=since)
    return tr.gettext("{what} until {last}", what=name, last=until) if until else name


def employment_words(each: Employment, tr: Translator) -> str:
    """An earlier workplace, and what was learned there."""
    since, until = vague_date(each.since, tr), vague_date(each.until, tr)
    years = f"{since} – {until}".strip() if since or until else ""
    what = ", ".join(part for part in (each.title.strip(), each.place.strip(), years) if part)
    if not each.learned.strip():
        return what
    return tr.gettext("{what}. What I learned there: {learned}", what=what, learned=" ".join(each.learned.split()))


def validity_words(last: dt.date | None, today: dt.date, tr: Translator) -> str:
    """How long something is valid; empty where it does not run out."""
    if last is None:
        return ""
    day = numeric_date(last, tr)
    if last < today:
        return tr.gettext("ran out {day}", day=day)
    if (last - today).days <= SOON_DAYS:
        return tr.gettext("valid until {day}, runs out soon", day=day)
    return tr.gettext("valid until {day}", day=day)
