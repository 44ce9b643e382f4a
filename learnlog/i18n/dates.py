"""Days, months and times as they are written in each language; the words come from the catalogues."""

from __future__ import annotations

import datetime as dt

from learnlog.domain.printable import show_line
from learnlog.domain.values import Language
from learnlog.i18n.catalog import Translator
from learnlog.text import pgettext

MINUTES_IN_HOUR = 60


_MONTHS = (
    pgettext("month", "January"),
    pgettext("month", "February"),
    pgettext("month", "March"),
    pgettext("month", "April"),
    pgettext("month", "May"),
    pgettext("month", "June"),
    pgettext("month", "July"),
    pgettext("month", "August"),
    pgettext("month", "September"),
    pgettext("month", "October"),
    pgettext("month", "November"),
    pgettext("month", "December"),
)
_SHORT_MONTHS = (
    pgettext("short month", "Jan"),
    pgettext("short month", "Feb"),
    pgettext("short month", "Mar"),
    pgettext("short month", "Apr"),
    pgettext("short month", "May"),
    pgettext("short month", "Jun"),
    pgettext("short month", "Jul"),
    pgettext("short month", "Aug"),
    pgettext("short month", "Sep"),
    pgettext("short month", "Oct"),
    pgettext("short month", "Nov"),
    pgettext("short month", "Dec"),
)
_WEEKDAYS = (
    pgettext("weekday", "Monday"),
    pgettext("weekday", "Tuesday"),
    pgettext("weekday", "Wednesday"),
    pgettext("weekday", "Thursday"),
    pgettext("weekday", "Friday"),
    pgettext("weekday", "Saturday"),
    pgettext("weekday", "Sunday"),
)
_SHORT_WEEKDAYS = (
    pgettext("short weekday", "Mo"),
    pgettext("short weekday", "Tu"),
    pgettext("short weekday", "We"),
    pgettext("short weekday", "Th"),
    pgettext("short weekday", "Fr"),
    pgettext("short weekday", "Sa"),
    pgettext("short weekday", "Su"),
)


def long_date(day: dt.date, translator: Translator) -> str:
    """A day with all there is to recognise it by: "Friday 20 November 2026, week 47"."""
    return translator.pgettext(
        "long date",
        "{weekday} {day} {month} {year}, week {week}",
        weekday=weekday_name(day, translator),
        day=day.day,
        month=month_name(day, translator),
        year=day.year,
        week=day.isocalendar().week,
    )


def short_date(day: dt.date, translator: Translator, today: dt.date) -> str:
    """A day in a list: "today", "yesterday", "20 Nov", and with its year when that is another than today's."""
    if day == today:
        return translator.gettext("today")
    if (today - day).days == 1:
        return translator.gettext("yesterday")
    month = short_month_name(day, translator)
    if day.year == today.year:
        return translator.pgettext("short date", "{day} {month}", day=day.day, month=month)
    return translator.pgettext("short date", "{day} {month} {year}", day=day.day, month=month, year=day.year)


def due_words(due_on: dt.date, today: dt.date, translator: Translator) -> str:
    """How long something has time, or how late it is: "today", "tomorrow", "in 5 days", "yesterday", "12 days late"."""
    days = (due_on - today).days
    if days == 0:
        return translator.gettext("today")
    if abs(days) == 1:
        return translator.gettext("tomorrow") if days > 0 else translator.gettext("yesterday")
    if days > 0:
        return translator.ngettext("in {count} day", "in {count} days", days)
    return translator.ngettext("{count} day late", "{count} days late", -days)


def stored_moment(raw: str, translator: Translator, today: dt.date) -> str:
    """A moment as it stands in the log, in this computer's time ("yesterday 14:02"); else as it stands."""
    try:
        when = dt.datetime.fromisoformat(raw).astimezone()
    except (ValueError, OverflowError):
        return show_line(raw)
    return f"{short_date(when.date(), translator, today)} {when:%H:%M}"


def numeric_date(day: dt.date, translator: Translator) -> str:
    """A day as in a document: 2025-10-06 in Swedish, 06.10.2025 in Norwegian, 6 October 2025 in English."""
    if translator.language is Language.SV:
        return day.isoformat()
    if translator.language is Language.NB:
        return f"{day.day:02}.{day.month:02}.{day.year:04}"
    return f"{day.day} {month_name(day, translator)} {day.year:04}"


def vague_date(iso: str, translator: Translator) -> str:
    """A year, month or day as kept in a profile (``2014``, ``2024-03``, ``2024-03-05``); anything else as it is."""
    try:
        parts = [int(part) for part in iso.split("-")]
        day = dt.date(*parts, *[1] * (3 - len(parts)))
    except (TypeError, ValueError, OverflowError):
        return iso
    if len(parts) == 1:
        return iso
    return month_and_year(day, translator) if len(parts) < 3 else numeric_date(day, translator)  # noqa: PLR2004


def month_name(day: dt.date, translator: Translator) -> str:
    """The month's name, as inside a sentence: "november"."""
    return translator.pgettext(*_MONTHS[day.month - 1])


def short_month_name(day: dt.date, translator: Translator) -> str:
    """The month's name, at most four letters (and in Norwegian a full stop)."""
    return translator.pgettext(*_SHORT_MONTHS[day.month - 1])


def month_and_year(day: dt.date, translator: Translator) -> str:
    """A month of a year: "November 2026"."""
    return translator.pgettext("month and year", "{month} {year}", month=month_name(day, translator), year=day.year)


def weekday_name(day: dt.date, translator: Translator) -> str:
    """The weekday's name, as inside a sentence."""
    return translator.pgettext(*_WEEKDAYS[day.weekday()])


def weekday_initials(translator: Translator) -> tuple[str, ...]:
    """Two letters for each weekday, from Monday."""
    return tuple(translator.pgettext(*each) for each in _SHORT_WEEKDAYS)


def duration(minutes: int, translator: Translator) -> str:
    """Time spent: "45 min", "2 h", "1 h 30 min"."""
    hours, rest = divmod(minutes, MINUTES_IN_HOUR)
    if not hours:
        return translator.pgettext("duration", "{minutes} min", minutes=rest)
    if not rest:
        return translator.pgettext("duration", "{hours} h", hours=hours)
    return translator.pgettext("duration", "{hours} h {minutes} min", hours=hours, minutes=rest)


def whole_hours(minutes: int, translator: Translator) -> str:
    """A sum of time, rounded to whole hours from two hours on: "71 hours"; less than that to the minute."""
    if minutes < 2 * MINUTES_IN_HOUR:
        return duration(minutes, translator)
    hours = (minutes + MINUTES_IN_HOUR // 2) // MINUTES_IN_HOUR
    return translator.ngettext("{count} hour", "{count} hours", hours)
