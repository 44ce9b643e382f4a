"""From everything the owner has, and what she has chosen, to the CV summary as a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from learnlog.domain.choosing import Period, chosen, chosen_sharings, chosen_trainings, inside, period_of
from learnlog.domain.entry import Entry
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.profile import Profile
from learnlog.domain.selection import Selection
from learnlog.export.compose_learning import learning, lessons
from learnlog.export.compose_profile import assignments, credentials, history
from learnlog.export.compose_trainings import shared, trainings
from learnlog.export.document import Block, Bullets, CvDocument, Line, Paragraph, Part, Run, Section, Table
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import capital
from learnlog.text import N_

DOT = " · "


class Material(NamedTuple):
    """What the parts are made from.

    Attributes:
        portfolio: Everything.
        selection: The owner's choices.
        period: What the summary covers.
        entries: All entries of the period, for the numbers.
        chosen: Those whose texts are shown.
        t: The document's translator.
    """

    portfolio: Portfolio
    selection: Selection
    period: Period
    entries: tuple[Entry, ...]
    chosen: tuple[Entry, ...]
    t: Translator


def compose(portfolio: Portfolio, selection: Selection, translator: Translator) -> CvDocument:
    """The CV summary for the development talk.

    Args:
        portfolio: The owner's profile and entries.
        selection: What to show, and the owner's own words.
        translator: For the language of the document.
    """
    period = period_of(selection, portfolio)
    material = Material(
        portfolio,
        selection,
        period,
        inside(portfolio, period),
        chosen(selection, portfolio),
        translator,
    )
    sections = ((part, title, tuple(blocks(material))) for part, title, blocks in _PARTS)
    return CvDocument(
        language=translator.language,
        title=translator.gettext("CV summary for the development talk"),
        made_on=portfolio.made_on,
        from_on=period.from_on,
        to_on=period.to_on,
        head=tuple(_head(material)),
        sections=tuple(Section(part, translator.gettext(title), blocks) for part, title, blocks in sections if blocks),
        confirmation=tuple(_confirmation(translator)),
    )


def _head(it: Material) -> Iterator[Block]:
    who = _who(it.portfolio.profile, it.t)
    if who:
        yield Paragraph(who)
    profile = it.portfolio.profile
    place = ", ".join(part for part in (profile.unit, profile.workplace, profile.municipality) if part.strip())
    if place:
        yield Paragraph((Run(place),))
    facts = [
        it.t.gettext(
            "Period {first} – {last}",
            first=numeric_date(it.period.from_on, it.t),
            last=numeric_date(it.period.to_on, it.t),
        ),
        it.t.gettext("made {day}", day=numeric_date(it.portfolio.made_on, it.t)),
    ]
    if it.selection.shared_with.strip():
        facts.append(it.t.gettext("shared with: {role}", role=it.selection.shared_with.strip()))
    yield Paragraph((Run(DOT.join(facts)),))
    if it.entries:
        yield Paragraph((Run(_scope(it)),))


def _who(profile: Profile, t: Translator) -> Line:
    rest = []
    if profile.job_title.strip():
        rest.append(profile.job_title.strip())
    if profile.percent is not None:
        rest.append(t.gettext("{percent}%", percent=profile.percent))
    if profile.employed_since:
        rest.append(t.gettext("employed since {day}", day=numeric_date(profile.employed_since, t)))
    name = profile.display_name.strip()
    runs = [Run(name, strong=True)] if name else []
    if rest:
        runs.append(Run(("· " if name else "") + DOT.join(rest)))
    return tuple(runs)


def _scope(it: Material) -> str:
    """What the numbers count, and whose choice the texts are."""
    numbers = it.t.gettext("The numbers count all my entries in the period.")
    if not it.chosen:
        return numbers
    texts = it.t.ngettext(
        "The texts are the one entry I have chosen.", "The texts are the {count} entries I have chosen.", len(it.chosen)
    )
    return f"{numbers} {texts}"


def _year(it: Material) -> Iterator[Block]:
    return (Paragraph((Run(line),)) for line in _lines(it.selection.year_in_short))


def _wishes(it: Material) -> Iterator[Block]:
    wishes = [line.lstrip("-–•* ") for line in _lines(it.selection.wishes)]
    if any(wishes):
        yield Bullets(tuple((Run(wish),) for wish in wishes if wish))


def _confirmation(t: Translator) -> Iterator[Block]:
    yield Paragraph((Run(t.gettext("We have both read this.")),))
    signers = (t.gettext("employee"), t.gettext("manager"), t.gettext("date"))
    yield Table(tuple(capital(signer) for signer in signers), (("", "", ""),))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


_PARTS: tuple[tuple[Part, str, Callable[[Material], Iterator[Block]]], ...] = (
    (Part.YEAR, N_("My year in short"), _year),
    (Part.ASSIGNMENTS, N_("Assignments and languages"), lambda it: assignments(it.portfolio.profile, it.t)),
    (
        Part.FORMAL,
        N_("Formal competence"),
        lambda it: credentials(it.portfolio.profile, it.portfolio.made_on, it.t),
    ),
    (Part.HISTORY, N_("Work history"), lambda it: history(it.portfolio.profile, it.t)),
    (Part.ACTUAL, N_("What I have learned, with examples"), lambda it: lessons(it.chosen, it.selection, it.t)),
    (Part.LEARNING, N_("How I have learned"), lambda it: learning(it.entries, it.t)),
    (
        Part.TRAININGS,
        N_("Trainings: expected benefit and what it became"),
        lambda it: trainings(chosen_trainings(it.selection, it.portfolio), it.t),
    ),
    (
        Part.SHARED,
        N_("Shared with others"),
        lambda it: shared(chosen_sharings(it.selection, it.portfolio), it.t),
    ),
    (Part.WISHES, N_("What I want to talk about"), _wishes),
)
"""The parts there is something to make from, in their order."""
