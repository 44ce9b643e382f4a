"""The parts of the CV summary that come from the profile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from learnlog.domain.profile import Credential, CredentialKind, Profile
from learnlog.export.document import Block, Bullets, Line, Paragraph, Run
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import vague_date
from learnlog.i18n.labels import capital, label
from learnlog.i18n.profile_words import assignment_words, employment_words, validity_words


def assignments(profile: Profile, t: Translator) -> Iterator[Block]:
    """Assignments, the present ones first, and languages."""
    present = [each for each in profile.assignments if not each.until]
    past = [each for each in profile.assignments if each.until]
    lines: list[Line] = [(Run(capital(assignment_words(each, t))),) for each in (*present, *past)]
    spoken = ", ".join(f"{each.name} ({label(each.level, t)})" for each in profile.languages if each.name.strip())
    if spoken:
        lines.append((Run(t.gettext("Languages:"), strong=True), Run(spoken)))
    if lines:
        yield Bullets(tuple(lines))


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
    validity = validity_words(each.valid_until, today, t)
    return (Run(what + " –"), Run(validity, strong=True)) if validity else (Run(what),)


def history(profile: Profile, t: Translator) -> Iterator[Block]:
    """Earlier workplaces, in the owner's order."""
    lines = tuple((Run(capital(employment_words(each, t))),) for each in profile.work_history if each.place.strip())
    if lines:
        yield Bullets(lines)
