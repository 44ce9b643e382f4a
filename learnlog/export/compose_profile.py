"""The parts of the CV summary that come from the profile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from learnlog.domain.profile import Assignment, AssignmentKind, Credential, CredentialKind, Employment, Profile
from learnlog.export.document import Block, Bullets, Line, Paragraph, Run
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date, vague_date
from learnlog.i18n.labels import capital, label

SOON_DAYS = 90
"""How long before it runs out a credential is called soon out of date."""


def assignments(profile: Profile, t: Translator) -> Iterator[Block]:
    """Assignments, the present ones first, and languages."""
    present = [each for each in profile.assignments if not each.until]
    past = [each for each in profile.assignments if each.until]
    lines: list[Line] = [(Run(capital(_assignment(each, t))),) for each in (*present, *past)]
    spoken = ", ".join(f"{each.name} ({label(each.level, t)})" for each in profile.languages if each.name.strip())
    if spoken:
        lines.append((Run(t.gettext("Languages:"), strong=True), Run(spoken)))
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
    """Formal competence by kind; how long it is valid stands out, and what has run out is said in words."""
    kinds = list(CredentialKind)
    ranked = sorted(profile.credentials, key=lambda each: kinds.index(each.kind))
    lines = tuple(_credential(each, today, t) for each in ranked if each.title.strip())
    if not lines:
        return
    yield Bullets(lines)
    out = [each.title.strip() for each in ranked if each.valid_until and each.valid_until < today]
    if out:
        yield Paragraph((Run(t.gettext("To be renewed:"), strong=True), Run(", ".join(out))))


def _credential(each: Credential, today: dt.date, t: Translator) -> Line:
    what = ", ".join(part for part in (each.title.strip(), each.issuer.strip(), vague_date(each.issued, t)) if part)
    if each.valid_until is None:
        return (Run(what),)
    day = numeric_date(each.valid_until, t)
    if each.valid_until < today:
        validity = t.gettext("ran out {day}", day=day)
    elif (each.valid_until - today).days <= SOON_DAYS:
        validity = t.gettext("valid until {day}, runs out soon", day=day)
    else:
        validity = t.gettext("valid until {day}", day=day)
    return (Run(what + " –"), Run(validity, strong=True))


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
