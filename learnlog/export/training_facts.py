"""How the facts of a training read in a document: how long it is, when it is held, how it was shared."""

from __future__ import annotations

from learnlog.domain.training import Channel, Sharing, SharingStatus, Training
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import MINUTES_IN_HOUR, duration, month_and_year, month_name, numeric_date
from learnlog.text import N_

MOST_DAYS = 7
"""Longest training that is counted in days from its first day to its last; a longer one is hardly held every day."""
LEAST_PER_DAY = 4 * MINUTES_IN_HOUR
"""Time a day that makes a training one of so many days, rather than of so many hours."""

SHARED: dict[Channel, str] = {
    Channel.MEETING: N_("Shared at a workplace meeting."),
    Channel.REFLECTION: N_("Shared at a reflection meeting."),
    Channel.SHOW: N_("Shown in practice."),
    Channel.WRITTEN: N_("Shared as a short written tip."),
    Channel.NEWSLETTER: N_("Shared in the weekly newsletter."),
    Channel.OTHER: N_("Shared with others."),
}
"""How something was shared, as a sentence."""


def length(training: Training, t: Translator) -> str:
    """How long it is: "2 days", "2 hours", "1 h 30 min"; empty if nobody has said."""
    minutes = training.minutes
    if training.start_on and training.end_on:
        days = (training.end_on - training.start_on).days + 1
        if 1 < days <= MOST_DAYS and (minutes is None or minutes >= days * LEAST_PER_DAY):
            return t.ngettext("{count} day", "{count} days", days)
    if not minutes:
        return ""
    if minutes % MINUTES_IN_HOUR:
        return duration(minutes, t)
    return t.ngettext("{count} hour", "{count} hours", minutes // MINUTES_IN_HOUR)


def months(training: Training, t: Translator) -> str:
    """The months it is held in: "November 2024", "February–March 2025"; empty while it has no day."""
    first, last = training.start_on, training.last_on
    if not first or not last:
        return ""
    if (first.year, first.month) == (last.year, last.month):
        return month_and_year(last, t)
    if first.year == last.year:
        return f"{month_name(first, t)}–{month_and_year(last, t)}"
    return f"{month_and_year(first, t)} – {month_and_year(last, t)}"


def days(training: Training, t: Translator) -> str:
    """Its days, as in a document; empty while it has none."""
    both = (training.start_on, training.end_on)
    return " – ".join(numeric_date(day, t) for day in both if day)


def done_sharings(training: Training) -> tuple[Sharing, ...]:
    """What of it has reached colleagues."""
    return tuple(each for each in training.sharings if each.status is SharingStatus.DONE)
