"""Words people say dates and times with, in all three languages at once.

They are compared in plain letters (`plain`): "igår", "IGÅR" and "igar" are one, so that a foreign keyboard will do.
No word here means different things in two of the languages, except those of `ON_WEEKDAY`.
"""

from __future__ import annotations

import re
import unicodedata

from learnlog.domain.values import Language

_ACCENTS = re.compile("[\u0300-\u036f]+")


def plain(text: str) -> str:
    """A text in small letters without accents, commas and double spaces; å is a and ø is o."""
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold()))
    return " ".join(bare.replace("ø", "o").replace("æ", "a").replace(",", " ").split())


DAYS_AGO: dict[str, int] = {
    **dict.fromkeys(("idag", "i dag", "today", "nu", "nå", "i morse", "i morges", "this morning", "now"), 0),
    **dict.fromkeys(("i kväll", "ikväll", "i kveld", "i eftermiddag", "i ettermiddag", "i förmiddags"), 0),
    **dict.fromkeys(("this afternoon", "this evening", "tonight", "i formiddag"), 0),
    **dict.fromkeys(("igår", "i går", "yesterday", "igår kväll", "i går kväll", "i går kveld"), 1),
    **dict.fromkeys(("yesterday morning", "yesterday afternoon", "yesterday evening", "last night"), 1),
    **dict.fromkeys(("i förrgår", "förrgår", "iförrgår", "i förgår", "i forgårs", "forgårs", "i forgårsdag"), 2),
    **dict.fromkeys(("the day before yesterday", "day before yesterday"), 2),
    **dict.fromkeys(("imorgon", "i morgon", "imorgen", "i morgen", "tomorrow"), -1),
    **dict.fromkeys(("i övermorgon", "övermorgon", "i overmorgen", "overmorgen", "the day after tomorrow"), -2),
}
"""Phrase → days before today."""

_WEEKDAYS = (
    "måndag måndagen mandag mandagen mån man monday mon",
    "tisdag tisdagen tirsdag tirsdagen tis tir tirs tuesday tue tues",
    "onsdag onsdagen ons wednesday wed",
    "torsdag torsdagen tors tor thursday thu thur thurs",
    "fredag fredagen fre friday fri",
    "lördag lördagen lørdag lørdagen lör lør saturday sat",
    "söndag söndagen søndag søndagen sön søn sunday sun",
)
_BEEN_WEEKDAYS = ("måndags", "tisdags", "onsdags", "torsdags", "fredags", "lördags", "söndags")
_MONTHS = (
    "januari januar january jan",
    "februari februar february feb",
    "mars march mar",
    "april apr",
    "maj mai may",
    "juni june jun",
    "juli july jul",
    "augusti august aug",
    "september sept sep",
    "oktober october okt oct",
    "november nov",
    "december desember dec des",
)
_NUMBERS = (
    "en ett et ei én éin a an one",
    "två to two",
    "tre three",
    "fyra fire four",
    "fem five",
    "sex seks six",
    "sju syv seven",
    "åtta åtte eight",
    "nio ni nine",
    "tio ti ten",
    "elva elleve eleven",
    "tolv twelve",
    "tretton tretten thirteen",
    "fjorton fjorten fourteen",
)
_UNITS = {
    "days": "dag dagar dager dar day days",
    "weeks": "vecka veckor uke uka uker veke veker week weeks",
    "months": "månad månader måned måneder month months",
    "years": "år year years",
}


def _places(groups: tuple[str, ...], first: int) -> dict[str, int]:
    """Every word of every group → the group's number, counted from `first`."""
    return {plain(word): number for number, group in enumerate(groups, first) for word in group.split()}


DAYS_AGO = {plain(phrase): days for phrase, days in DAYS_AGO.items()}
WEEKDAYS = _places(_WEEKDAYS, 0)
"""Weekday → 0 for Monday … 6."""
BEEN_WEEKDAYS = _places(_BEEN_WEEKDAYS, 0)
"""Swedish weekday that has been ("i tisdags") → 0 … 6."""
MONTHS = _places(_MONTHS, 1)
"""Month → 1 … 12."""
NUMBERS = _places(_NUMBERS, 1)
"""Number word → the number."""
UNITS = {plain(word): unit for unit, words in _UNITS.items() for word in words.split()}
"""Unit of time → its name in relativedelta."""
WEEK = frozenset({"v", "vecka", "vecko", "u", "uke", "w", "wk", "week"})
"""What stands before a week's number."""
AGO = frozenset({"sedan", "sen", "siden", "ago"})
"""What ends "two days ago"."""
BEFORE_AGO = frozenset({"for"})
"""What may begin it ("för", "for")."""
LAST = frozenset({"sist", "siste", "sista", "senaste", "last"})
"""Before a weekday: the latest one that has been."""
LAST_WEEKS = frozenset({"forra", "forrige"})
"""Before a weekday: that of last week, for the latest is called something else ("i tisdags", "sist tirsdag")."""
LAST_PERIODS = LAST_WEEKS | {"last"}
"""Before a time that is more than one day: the whole of the one before this; "senaste veckan" may be seven days."""
NEXT = frozenset({"nasta", "neste", "next"})
"""Before a weekday: not told whether this week's or next week's; before a week: the one after this."""
IN = frozenset({"om", "in"})
"""What begins "in two weeks"."""
THIS = frozenset({"denna", "detta", "denne", "dette", "har", "this"})
"""Before a week, a month or a year: the one that today is in ("den här veckan")."""
WEEK_PERIODS = frozenset({"veckan", "vecka", "uke", "uka", "uken", "week"})
"""After "last" or "next": the whole of that week."""
MONTH_PERIODS = frozenset({"manaden", "manad", "maneden", "maned", "month"})
PERIODS = WEEK_PERIODS | MONTH_PERIODS | {"aret", "ar", "year"}
"""After "last" or "next": a time that is more than one day."""
YEARS_SAID = {
    **dict.fromkeys(("i ar", "detta ar", "dette aret", "this year"), 0),
    **dict.fromkeys(("i fjol", "i fjor", "forra aret", "forrige ar", "last year"), -1),
}
"""After a day and a month: years from this one."""
FILLERS = frozenset({"den", "d", "the", "of", "on"})
"""What says nothing more about a date."""
DAY_SIGNS = frozenset({"den", "d", "the"})
"""Before a number: it is a day of the month."""
PARTS_OF_DAY = frozenset(
    plain(
        "morse morgon morgonen förmiddag eftermiddag kväll kvällen morges morgen formiddag ettermiddag kveld kvelden"
        " morning afternoon evening night"
    ).split()
)
"""After a day: when on that day. A Swedish or Norwegian night belongs to two days, and is not guessed."""
ON_WEEKDAY: dict[str, dict[Language, int]] = {
    "pa": {Language.SV: 1},  # in Norwegian it is the one that has been as often as the one that comes
    "on": dict.fromkeys(Language, -1),
}
"""Before a weekday, by the interface's language: 1 for the coming one, -1 for the latest one that has been; where a
language says neither it is not guessed."""

AND = frozenset({"och", "og", "and"})
"""Between hours and minutes."""
HOUR = frozenset({"h", "t", "tim", "timme", "timmar", "time", "timer", "hour", "hours", "hr", "hrs"})
"""Hours."""
MINUTE = frozenset({"m", "min", "mins", "minut", "minuter", "minutt", "minutter", "minute", "minutes"})
"""Minutes."""
TIMES = {
    plain(phrase): minutes
    for minutes, phrases in {
        15: ("kvart", "en kvart", "et kvarter", "ett kvarter", "quarter of an hour", "a quarter of an hour"),
        30: (
            "halvtimme", "en halvtimme", "en halv timme", "halvtime", "en halvtime", "en halv time",
            "half an hour", "half hour", "a half hour", "½ h", "½ tim", "½ t",
        ),
        45: ("trekvart", "tre kvart", "tre kvarter", "three quarters of an hour"),
        90: ("halvannan timme", "halvannen time", "en och en halv timme", "en og en halv time", "an hour and a half",
             "one and a half hours", "one hour and a half"),
    }.items()
    for phrase in phrases
}  # fmt: skip
"""Time spent in words → minutes."""
