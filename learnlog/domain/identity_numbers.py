"""Personal identity numbers of Sweden and Norway, however they are written.

Own rules, since no library knows them all: python-stdnum refuses samordningsnummer, reads today's date, and takes
three times as long to import as a note takes to save. The expressions are bounded: no repetition stands inside
another, so a long text costs its length and no more.

Sources: Skatteverket (modulus 10, weights 2 and 1; a coordination number has its day plus 60); Skatteetaten (modulus
11; D-number the day plus 40, H-number the month plus 40, made-up persons the month plus 80). From 2032 Norway also
gives out numbers whose first check digit leaves a remainder of up to 3: skatteetaten.github.io,
“Nytt fødselsnummer 2032”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from learnlog.domain.identity import Certainty, Kind, Sighting, masked

_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""Characters that show nothing and may stand among the digits."""
_SPACE = "[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]"
_DASHES = "-+./_\u2010-\u2015\u2212\ufe63\uff0d\uff0b"
_LINE_END = r"(?:\r?\n[ >|]{0,8})?"
_APART = rf"(?P<apart>{_SPACE}{{0,2}}{_LINE_END}\\?[{_DASHES}]{{0,2}}{_SPACE}{{0,2}}{_LINE_END})"
"""What may stand between the date and the rest; also the end of a line, and how Markdown writes a dash there."""
_WITHIN = "(?P<within>[-./ \u00a0\u2011]?)"
"""What may stand between the parts of the date: the same both times."""
_ENDS = r"(?!\d|[-.–](?:0\d|1[0-2])[-.–]\d)"  # a range of two dates is no number
_SWEDISH = re.compile(
    rf"(?<!\d)(?P<century>18|19|20)?(?P<year>\d\d){_WITHIN}(?P<month>\d\d)(?P=within)(?P<day>\d\d)"
    rf"{_APART}(?P<rest>\d{{4}}){_ENDS}"
)
_RESERVE = re.compile(
    r"(?<!\d)(?P<century>18|19|20)?(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    r"[-+\u2010-\u2013](?:[^\W\d_]\d{3}|[^\W\d_]{2}\d\d)(?!\w)"
)
_NORWEGIAN = re.compile(
    rf"(?<!\d)(?P<day>\d\d){_WITHIN}(?P<month>\d\d)(?P=within)(?P<year>\d\d)"
    rf"{_APART}(?P<rest>\d{{3}}{_SPACE}?\d\d)(?!\d)"
)
_CENTURIES = (1800, 1900, 2000)
_COORDINATION, _D, _H, _MADE_UP = 60, 40, 40, 80
_K1 = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_K2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_K1_REMAINDERS = 3
"""The greatest remainder of the first check digit in numbers from 2032 on; 0 before."""
_SAYS_SO = (
    "personnummer", "personnr", "pnr", "p-nr", "samordningsnummer", "samordningsnr",
    "fødselsnummer", "fødselsnr", "fnr", "f-nr", "d-nummer", "identity number", "id number",
)  # fmt: skip
"""Words before a number that say what it is."""
_NEAR = 24
"""So far before it, in characters, such a word is looked for."""
_ROUND_MINUTES = 5

_Judge = Callable[[re.Match[str]], tuple[Kind, Certainty] | None]


def numbers(text: str) -> list[Sighting]:
    """Every personal identity number in a text; they may overlap."""
    flat, places = _plain(text)
    found = [
        *_each(_SWEDISH, flat, _swedish),
        *_each(_NORWEGIAN, flat, _norwegian),
        *_each(_RESERVE, flat, _reserve),
    ]
    if not places:
        return found
    return [each._replace(start=places[each.start], end=places[each.end - 1] + 1) for each in found]


def _plain(text: str) -> tuple[str, list[int]]:
    """A text with plain digits and without what shows nothing; and where each character stood, if that has changed."""
    if text.isascii():
        return text, []
    foreign = {each for each in set(text) if each > "9" and each.isdecimal()}
    text = text.translate({ord(each): str(int(each)) for each in foreign}) if foreign else text
    if _UNSEEN.isdisjoint(text):
        return text, []
    places = [place for place, each in enumerate(text) if each not in _UNSEEN]
    return "".join(text[place] for place in places), places


def _each(pattern: re.Pattern[str], text: str, judge: _Judge) -> Iterator[Sighting]:
    """What a judge takes for a number, among all that look like one: also those that begin within another."""
    found = pattern.search(text)
    while found:
        verdict = judge(found)
        if verdict:
            kind, certainty = verdict
            yield Sighting(kind, certainty, found.start(), found.end(), masked(found[0]))
        found = pattern.search(text, found.start() + 1)


def _swedish(found: re.Match[str]) -> tuple[Kind, Certainty] | None:
    day = int(found["day"])
    kind = Kind.COORDINATION if day > _COORDINATION else Kind.PERSONNUMMER
    if not _is_day(found, day - _COORDINATION if day > _COORDINATION else day):
        return None
    digits = _digits(found["year"], found["month"], found["day"], found["rest"])
    if _luhn(digits):
        return kind, Certainty.POSSIBLE if _may_be_other(found, digits) else Certainty.CERTAIN
    return (kind, Certainty.POSSIBLE) if _written_like_one(found) else None


def _may_be_other(found: re.Match[str], digits: list[int]) -> bool:
    """Whether a number whose check digit holds may as well be a mobile phone, or a date with a round time."""
    if found["apart"].strip() or _is_said(found):  # a dash: nobody writes those so
        return False
    bare_mobile = not found["century"] and digits[:3] == [0, 7, 0] and found[0].isdecimal()
    return bare_mobile or (_is_stamp(found) and (bool(found["within"]) or int(found["rest"]) % _ROUND_MINUTES == 0))


def _is_stamp(found: re.Match[str]) -> bool:
    """Whether it reads as a day of this century with a time."""
    hour, minute = divmod(int(found["rest"]), 100)
    return bool(found["century"]) and int(found["century"]) == 20 and hour < 24 and minute < 60  # noqa: PLR2004 - a day


def _written_like_one(found: re.Match[str]) -> bool:
    """Whether a number whose check digit does not hold was meant as one: mistyped."""
    if found["within"]:
        return bool(found["apart"].strip()) and not _is_stamp(found)
    return _is_gap(found) or _is_said(found)


def _is_gap(found: re.Match[str]) -> bool:
    """Whether something was written between the date and the rest: the end of a line alone is none."""
    return bool(found["apart"]) and ("\n" not in found["apart"] or bool(found["apart"].strip()))


def _reserve(found: re.Match[str]) -> tuple[Kind, Certainty] | None:
    day = int(found["day"])
    is_one = _is_day(found, day - _COORDINATION if day > _COORDINATION else day)
    return (Kind.RESERVE, Certainty.POSSIBLE) if is_one else None


def _norwegian(found: re.Match[str]) -> tuple[Kind, Certainty] | None:
    day, month, kind = int(found["day"]), int(found["month"]), Kind.FODSELSNUMMER
    if day > _D:
        day, kind = day - _D, Kind.D_NUMBER
    if month > _MADE_UP:
        month, kind = month - _MADE_UP, Kind.SYNTHETIC
    elif month > _H:
        month, kind = month - _H, Kind.H_NUMBER
    year = int(found["year"])
    if not _exists(_CENTURIES, year, month, day):
        return None
    if _modulus_11(_digits(found["day"], found["month"], found["year"], found["rest"])):
        return kind, Certainty.CERTAIN
    meant = (_is_gap(found) and not found["within"]) or _is_said(found)
    return (kind, Certainty.POSSIBLE) if meant else None


def _is_day(found: re.Match[str], day: int) -> bool:
    """Whether the calendar has the day, in the century that is written, or in one of those that may be meant."""
    centuries = (int(found["century"]) * 100,) if found["century"] else _CENTURIES
    return _exists(centuries, int(found["year"]), int(found["month"]), day)


def _exists(centuries: Iterable[int], year: int, month: int, day: int) -> bool:
    """Whether the calendar has the day in one of the centuries."""
    from learnlog.domain.date_digits import exists  # noqa: PLC0415 - hardly any text comes so far

    return any(exists(century + year, month, day) for century in centuries)


def _is_said(found: re.Match[str]) -> bool:
    """Whether the word before it says what it is."""
    before = found.string[max(0, found.start() - _NEAR) : found.start()].casefold().rstrip(" \u00a0:=#.(")
    return before.endswith(_SAYS_SO)


def _digits(*parts: str) -> list[int]:
    """The digits of the parts, of whatever script they are."""
    return [int(each) for part in parts for each in part if each.isdecimal()]


def _luhn(digits: list[int]) -> bool:
    doubled = (digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[::2])  # noqa: PLR2004 - two digits again
    return (sum(doubled) + sum(digits[1::2])) % 10 == 0


def _modulus_11(digits: list[int]) -> bool:
    first = sum(weight * digit for weight, digit in zip(_K1, digits, strict=False)) % 11
    return first <= _K1_REMAINDERS and sum(weight * digit for weight, digit in zip(_K2, digits, strict=True)) % 11 == 0
