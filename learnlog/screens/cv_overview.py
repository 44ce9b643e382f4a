"""What the choices for a CV summary come to: what could be shown, what is, and the document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from learnlog.domain.choosing import (
    Period,
    chosen,
    counts_from_talk,
    inside,
    is_quoted,
    offered_goals,
    offered_needs,
    offered_trainings,
    period_of,
)
from learnlog.domain.competence import Area
from learnlog.domain.entry import Entry
from learnlog.domain.goal import Goal
from learnlog.domain.selection import Selection
from learnlog.domain.training import Training
from learnlog.i18n.ambient import translator
from learnlog.i18n.catalog import Translator
from learnlog.services.curriculum import Curriculum


class Offered(NamedTuple):
    """What could be shown.

    Attributes:
        entries: All entries of the period, oldest first.
        trainings: The trainings that could be told about, oldest first.
        goals: The goals, those agreed in the talks before first.
        areas: The areas in which something is missing or not used.
    """

    entries: tuple[Entry, ...] = ()
    trainings: tuple[Training, ...] = ()
    goals: tuple[Goal, ...] = ()
    areas: tuple[Area, ...] = ()


class Overview(NamedTuple):
    """What the choices come to.

    Attributes:
        period: The days.
        offered: What could be shown.
        shown: Ids of what is.
        quoted: Ids of the entries whose insight is quoted.
        text: The document.
        since_talk: Whether an unnamed first day is the one after the last talk.
    """

    period: Period
    offered: Offered
    shown: frozenset[str]
    quoted: tuple[str, ...]
    text: str
    since_talk: bool

    def count(self, part: int) -> int:
        """How many of a part of what is offered are shown."""
        parts: tuple[Sequence[Entry | Training | Goal | Area], ...] = self.offered
        return sum(each.id in self.shown for each in parts[part])


def overview(curriculum: Curriculum, selection: Selection) -> Overview:
    """What these choices come to; reads the log, so it is called in the services' thread."""
    portfolio = curriculum.portfolio()
    period = period_of(selection, portfolio)
    shown = chosen(selection, portfolio)
    offered = Offered(
        inside(portfolio, period),
        offered_trainings(selection, portfolio),
        offered_goals(selection, portfolio),
        offered_needs(selection, portfolio),
    )
    ids = {entry.id for entry in shown}
    ids |= _told(offered.trainings, selection.training_ids)
    ids |= _told(offered.goals, selection.goal_ids)
    ids |= _told(offered.areas, selection.need_ids)
    quoted = tuple(entry.id for entry in shown if is_quoted(entry, selection))
    text = curriculum.text(selection, spoken(selection))
    return Overview(period, offered, frozenset(ids), quoted, text, counts_from_talk(selection, portfolio))


def _told(found: Sequence[Training | Goal | Area], picked: tuple[str, ...] | None) -> set[str]:
    """Ids of what is told about: those that were picked, or all."""
    return {each.id for each in found if picked is None or each.id in picked}


def spoken(selection: Selection) -> Translator:
    """The document's language: its own, or the interface's."""
    language = selection.language
    return Translator(language) if language and language is not translator().language else translator()


def file_name(kind: str, today: dt.date, words: Translator) -> str:
    """A file name without anything anybody wrote."""
    return f"{kind}-{today:%Y-%m-%d}-{words.language}.md"
