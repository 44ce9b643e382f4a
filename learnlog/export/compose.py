"""From everything the owner has, and what she has chosen, to the CV summary as a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from learnlog.domain.choosing import (
    Period,
    agreed_before,
    chosen,
    chosen_needs,
    chosen_sharings,
    chosen_trainings,
    inside,
    own_goals,
    period_of,
    rated_areas,
)
from learnlog.domain.competence import Area
from learnlog.domain.entry import Entry
from learnlog.domain.goal import Goal
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.profile import Profile
from learnlog.domain.selection import Selection
from learnlog.domain.talk import LookingBack
from learnlog.export.compose_comments import quoted
from learnlog.export.compose_competence import competence, needs
from learnlog.export.compose_goals import agreed_goals, goals
from learnlog.export.compose_learning import learning, lessons
from learnlog.export.compose_profile import assignments, credentials, history
from learnlog.export.compose_trainings import shared, trainings
from learnlog.export.document import Block, Bullets, CvDocument, Line, Paragraph, Part, Run, Section
from learnlog.export.form_parts import both_have_read
from learnlog.export.wording import DOT, lines_of
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date
from learnlog.i18n.labels import capital
from learnlog.text import N_


class Material(NamedTuple):
    """What the parts are made from.

    Attributes:
        portfolio: Everything.
        selection: The owner's choices.
        period: What the summary covers.
        entries: All entries of the period, for the numbers.
        chosen: Those whose texts are shown.
        areas: The competence areas there is something to tell of.
        back: What the talks before agreed.
        others: The goals they did not agree.
        t: The document's translator.
    """

    portfolio: Portfolio
    selection: Selection
    period: Period
    entries: tuple[Entry, ...]
    chosen: tuple[Entry, ...]
    areas: tuple[Area, ...]
    back: LookingBack
    others: tuple[Goal, ...]
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
        rated_areas(portfolio),
        agreed_before(selection, portfolio),
        own_goals(selection, portfolio),
        translator,
    )
    sections = ((part, title(material), tuple(blocks(material))) for part, title, blocks in _PARTS)
    return CvDocument(
        language=translator.language,
        title=translator.gettext("CV summary for the development talk"),
        made_on=portfolio.made_on,
        from_on=period.from_on,
        to_on=period.to_on,
        head=tuple(_head(material)),
        sections=tuple(Section(*each) for each in sections if each[-1]),
        confirmation=tuple(both_have_read(translator)),
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
    if it.portfolio.is_part:
        numbers = it.t.gettext("The numbers count the entries in the period that I share with you.")
    else:
        numbers = it.t.gettext("The numbers count all my entries in the period.")
    if not it.chosen:
        return numbers
    texts = it.t.ngettext(
        "The texts are the one entry I have chosen.", "The texts are the {count} entries I have chosen.", len(it.chosen)
    )
    return f"{numbers} {texts}"


def _year(it: Material) -> Iterator[Block]:
    return (Paragraph((Run(line),)) for line in lines_of(it.selection.year_in_short))


def _actual(it: Material) -> Iterator[Block]:
    """What I can, and examples of it; without areas to tell of, the examples stand for themselves."""
    yield from competence(it.areas, it.period.from_on, it.t)
    if it.areas and it.chosen:
        yield Paragraph((Run(capital(it.t.gettext("examples from the log")) + ":", strong=True),))
    yield from lessons(it.chosen, it.selection, it.areas, it.t)


def _actual_title(it: Material) -> str:
    if it.areas:
        return it.t.gettext("Actual competence (my own estimate, 0–4)")
    return it.t.gettext("What I have learned, with examples")


def _goals(it: Material) -> Iterator[Block]:
    actions, today = it.portfolio.actions, it.portfolio.made_on
    if it.back.talk is None:
        return goals(it.others, actions, today, it.t)
    return agreed_goals(it.back, it.others, actions, today, it.t)


def _goals_title(it: Material) -> str:
    days = [numeric_date(each.talk_on, it.t) for each in it.back.talks if each.talk_on]
    if not days:
        return it.t.gettext("My goals")
    return it.t.ngettext(
        "Goals from the last talk ({days})", "Goals from the last talks ({days})", len(days), days=", ".join(days)
    )


def _wishes(it: Material) -> Iterator[Block]:
    """The owner's own words; then what the plan says, unless the owner took it out."""
    wishes = [line.lstrip("-–•* ") for line in lines_of(it.selection.wishes)]
    lines: list[Line] = [(Run(wish),) for wish in wishes if wish]
    lines += needs(chosen_needs(it.selection, it.portfolio), it.portfolio.goals, it.portfolio.actions, it.t)
    if lines:
        yield Bullets(tuple(lines))


def _always(title: str) -> Callable[[Material], str]:
    return lambda it: it.t.gettext(title)


_PARTS: tuple[tuple[Part, Callable[[Material], str], Callable[[Material], Iterator[Block]]], ...] = (
    (Part.YEAR, _always(N_("My year in short")), _year),
    (Part.ASSIGNMENTS, _always(N_("Assignments and languages")), lambda it: assignments(it.portfolio.profile, it.t)),
    (
        Part.FORMAL,
        _always(N_("Formal competence")),
        lambda it: credentials(it.portfolio.profile, it.portfolio.made_on, it.t),
    ),
    (Part.HISTORY, _always(N_("Work history")), lambda it: history(it.portfolio.profile, it.t)),
    (Part.ACTUAL, _actual_title, _actual),
    (Part.LEARNING, _always(N_("How I have learned")), lambda it: learning(it.entries, it.t)),
    (
        Part.TRAININGS,
        _always(N_("Training: expected benefit and what happened")),
        lambda it: trainings(chosen_trainings(it.selection, it.portfolio), it.t),
    ),
    (
        Part.SHARED,
        _always(N_("Shared with others")),
        lambda it: shared(chosen_sharings(it.selection, it.portfolio), it.t),
    ),
    (Part.GOALS, _goals_title, _goals),
    (Part.COMMENTS, _always(N_("What others have said")), lambda it: quoted(it.portfolio.comments, it.t)),
    (Part.WISHES, _always(N_("What I want to talk about")), _wishes),
)
"""The parts there is something to make from, in their order: which, its title, what it says."""
