"""What is no identity number and still can point to one person: softer signs, each with a reason to write otherwise.

False alarms are normal here; nothing is ever stopped by a hint. The words are short lists for Swedish, Norwegian and
English together, since people at one workplace write in all of them. The expressions are bounded, as those for numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from learnlog.domain.identity import DOT, Certainty, Kind, Sighting, masked
from learnlog.domain.identity_words import HEALTH, ORDINARY, PLACES, SENSITIVE, TITLES

_CAPITAL = "[A-ZÅÄÖÆØÉÜÁÓŁŠŽ]"
_SMALL = "[a-zåäöæøéüáóíłńśšžèç]"
_NAME = f"{_CAPITAL}{_SMALL}{{1,20}}(?:-{_CAPITAL}{_SMALL}{{1,20}})?"
_MONTH = r"(?:jan|feb|mar|apr|ma[jiy]|jun|jul|aug|sep|o[kc]t|nov|de[sc])\w{0,6}"
_DAY = rf"(?:(?:19|20)\d\d-\d\d-\d\d|\b\d{{1,2}}[/.]\d{{1,2}}\b|\b\d{{1,2}}\.? {_MONTH})"
_TIME = r"(?:(?:kl\.?|klockan|klokka|klokken|at) ?\d{1,2}(?:[:.]\d\d)?|\b\d{1,2}:\d\d)\b"
_ROOMS = (
    "rum", "rummet", "sal", "lgh", "lägenhet", "lägenheten", "rom", "rommet", "leilighet", "leiligheten", "room",
    "flat", "apartment", "bed", "säng", "seng",
)  # fmt: skip
_STREETS = (
    "gatan", "gata", "vägen", "väg", "gränd", "stigen", "torget", "allén", "gate", "gaten", "veien", "vegen", "vei",
    "veg", "bakken", "street", "road", "lane", "avenue",
)  # fmt: skip
_WARDS = (
    "avd", "avdelning", "avdelningen", "avdeling", "avdelingen", "ward", "boende", "boendet", "bogrupp", "enhet",
    "enheten", "bofellesskap", "enhed", "unit",
)  # fmt: skip


class _Finder(NamedTuple):
    """How a kind is found.

    Attributes:
        kind: What it is.
        pattern: The expression; compiled for the first text that may hold it, since that takes longer than looking.
        digits: A text with fewer digits does not hold it.
        words: A text with none of these does not hold it; none named, any text may.
    """

    kind: Kind
    pattern: str
    digits: int = 0
    words: tuple[str, ...] = ()


_FINDERS = (
    _Finder(Kind.EMAIL, r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{2,30}){1,4}", words=("@",)),
    _Finder(
        Kind.PHONE,
        r"(?<![\d/+-])(?:(?:\+|00)4[67][ -]?(?:\(0\))?|0)(?=[1-9])\d{1,3}(?:[ /-]{1,2}?\d{2,3}){2,4}(?![\d-])"
        r"|(?<![\d-])(?:\+|00)4[67][ -]?\d{8,9}(?!\d)|(?<![\d-])07\d{8}(?!\d)"
        r"|(?<!\d)(?:[2-9]\d(?: \d\d){3}|[49]\d\d \d\d \d{3})(?! ?\d)",
        digits=8,
    ),
    _Finder(
        Kind.ROOM,
        rf"\b(?i:{'|'.join(_ROOMS)})\.? ?(?i:nr|nummer|no|number)?\.? ?\d{{1,4}}[a-dA-D]?\b(?![.,:]\d)",
        1,
        _ROOMS,
    ),
    _Finder(Kind.STREET, rf"\b{_CAPITAL}\w{{1,30}}?[ ]?(?i:{'|'.join(_STREETS)}) \d{{1,4}} ?[A-Fa-f]?\b", 1, _STREETS),
    _Finder(Kind.NAME, rf"\b(?i:{'|'.join(TITLES)})\.? {_CAPITAL}(?:[\w-]{{0,20}}|\.)", words=TITLES),
    _Finder(Kind.NAME, rf"\b{_NAME}(?= (?:på|i|in|on) (?:{'|'.join(PLACES)})\b)", words=PLACES),
    _Finder(Kind.NAME, rf"(?<=[\w,;] ){_NAME} {_NAME}\b"),
    _Finder(
        Kind.INITIALS,
        rf"(?<![\w.]){_CAPITAL}\. ?{_CAPITAL}\.(?!\w)|(?<![\w.]){_CAPITAL}\.{_CAPITAL}\b(?!\.)",
        words=(".",),
    ),
    _Finder(Kind.MOMENT, rf"{_DAY}.{{0,20}}?{_TIME}|{_TIME}.{{0,20}}?{_DAY}", 3),
    _Finder(Kind.HEALTH, rf"\b(?i:{'|'.join(HEALTH)})\b", words=HEALTH),
    _Finder(Kind.SENSITIVE, rf"\b(?i:{'|'.join(SENSITIVE)})\b", words=SENSITIVE),
)
_ONE_NAME = rf"(?<=[\w,;] ){_NAME}\b"
_WARD = rf"\b(?i:{'|'.join(_WARDS)})\b"
_NO_INITIALS = frozenset({"PS", "AD", "US", "AB", "AS"})
_FEWEST_IN_PHONE, _MOST_IN_PHONE = 8, 13


def hints(text: str) -> Iterator[Sighting]:
    """Everything in a text that can point to a person and is no number; they may overlap."""
    folded = text.casefold()
    digits = sum(map(str.isdecimal, text))
    for kind, pattern, fewest, words in _FINDERS:
        if digits < fewest or (words and not any(word in folded for word in words)):
            continue
        for found in re.finditer(pattern, text):
            if _is_meant(kind, found[0]):
                yield _hint(kind, found)
    in_ward = digits and any(word in folded for word in _WARDS) and re.search(_WARD, text)
    if in_ward and re.search(_DAY, text):
        for found in re.finditer(_ONE_NAME, text):
            if found[0].casefold() not in ORDINARY:
                yield _hint(Kind.NAME_PLACE_TIME, found)


def _is_meant(kind: Kind, found: str) -> bool:
    """Whether it is what it looks like."""
    if kind is Kind.NAME:
        return ORDINARY.isdisjoint(found.casefold().split())
    if kind is Kind.INITIALS:
        return "".join(filter(str.isalpha, found)) not in _NO_INITIALS
    if kind is Kind.PHONE:
        return _FEWEST_IN_PHONE <= sum(map(str.isdecimal, found)) <= _MOST_IN_PHONE
    return True


def _hint(kind: Kind, found: re.Match[str]) -> Sighting:
    return Sighting(kind, Certainty.HINT, found.start(), found.end(), _masked(kind, found[0]))


def _masked(kind: Kind, text: str) -> str:
    """What was found, as it may be told: words that say what it is stay, who it is does not."""
    if kind in (Kind.HEALTH, Kind.SENSITIVE, Kind.MOMENT):
        return text
    if kind is Kind.ROOM:
        return "".join(DOT if each.isdecimal() else each for each in text)
    if kind is Kind.INITIALS:
        return masked(text, 0)
    if kind is Kind.PHONE:
        return masked(text, 3)
    if kind is Kind.EMAIL:
        return f"{text[0]}{DOT * 3}@{DOT * 3}"
    return " ".join(word if word.islower() or _is_title(word) else _initial(word) + DOT * 3 for word in text.split())


def _is_title(word: str) -> bool:
    return word.casefold().rstrip(".") in TITLES


def _initial(word: str) -> str:
    return word[0] if word[0].isalpha() else ""
