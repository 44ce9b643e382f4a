"""The parts of the CV summary that come from the profile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from learnlog.domain.profile import Assignment, AssignmentKind, Credential, CredentialKind, Employment, Profile
from learnlog.export.document import Block, Bullets, Paragraph, Run, Table
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date, vague_date
from learnlog.i18n.labels import capital, label

SOON_DAYS = 90
"""How long before it runs out a credential is called soon out of date."""
NONE = "–"


def assignments(profile: Profile, t: Translator) -> Iterator[Block]:
    """Assignments, the present ones first, and languages."""
    present = [each for each in profile.assignments if not each.until]
    past = [each for each in profile.assignments if each.until]
    lines = [(Run(capital(_assignment(each, t))),) for each in (*present, *past)]
    spoken = ", ".join(f"{each.name} ({label(each.level, t)})" for each in profile.languages if each.name.strip())
    if spoken:
        lines.append((Run(t.gettext("Languages:"), strong=True), Run(spoken)))  # type: ignore[arg-type]  # one run or two
    if lines:
        yield Bullets(tuple(lines))


def _assignment(each: Assignment, t: Translator) -> str:
    name = label(each.kind, t)
    if each.title.strip():
        own = each.title.strip()
        name = own if each.kind is AssignmentKind.OTHER else f"{name} ({own})"
    since, until = vague_date(each.since, t), vague_date(each.until, t)
    if since and until:
        return t.gettext("{what}, {first} – {last}", what=name, first=since, last=until)
    if since:
        return t.gettext("{what} since {first}", what=name, first=since)
    return t.gettext("{what} until {last}", what=name, last=until) if until else name


def credentials(profile: Profile, today: dt.date, t: Translator) -> Iterator[Block]:
    """Formal competence by kind, with how long it is valid; what has run out is said in words."""
    kinds = list(CredentialKind)
    ranked = sorted(profile.credentials, key=lambda each: kinds.index(each.kind))
    rows = tuple((each.title, _issued(each, t), _validity(each, today, t)) for each in ranked if each.title.strip())
    if not rows:
        return
    yield Table((t.gettext("What"), t.gettext("Issued"), t.gettext("Valid until")), rows)
    out = [each for each in ranked if each.valid_until and each.valid_until < today]
    if out:
        titles = ", ".join(each.title for each in out)
        yield Paragraph((Run(t.gettext("To be renewed:"), strong=True), Run(titles)))


def _issued(each: Credential, t: Translator) -> str:
    return ", ".join(part for part in (each.issuer.strip(), vague_date(each.issued, t)) if part) or NONE


def _validity(each: Credential, today: dt.date, t: Translator) -> str:
    if each.valid_until is None:
        return NONE
    day = numeric_date(each.valid_until, t)
    if each.valid_until < today:
        return t.gettext("{day}, has run out", day=day)
    if (each.valid_until - today).days <= SOON_DAYS:
        return t.gettext("{day}, runs out soon", day=day)
    return day


def history(profile: Profile, t: Translator) -> Iterator[Block]:
    """Earlier workplaces, in the owner's order."""
    lines = tuple((Run(capital(_employment(each, t))),) for each in profile.work_history if each.place.strip())
    if lines:
        yield Bullets(lines)


def _employment(each: Employment, t: Translator) -> str:
    since, until = vague_date(each.since, t), vague_date(each.until, t)
    years = f"{since} – {until}" if since or until else ""
    what = ", ".join(part for part in (each.title.strip(), each.place.strip(), years.strip(" ")) if part)
    if not each.learned.strip():
        return what
    return t.gettext("{what}. What I learned there: {learned}", what=what, learned=" ".join(each.learned.split()))
