"""What in a text may tell who somebody is: personal identity numbers, and what else points to one person.

A guard lowers a risk; it does not take it away: it cannot know every name. Nothing here repeats what was found: a
sighting carries it masked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from learnlog.domain.identity_words import worth_a_look
from learnlog.text import N_

HIDDEN = N_("[hidden]")
"""What stands in a copy where something was hidden; translated to the copy's language."""
DOT = "•"
"""What stands for a character in a masked text."""
FEWEST_DIGITS = 8
"""No number has fewer: a date, and at least two digits."""
SHOWN_DIGITS = 4
"""So many digits of a number may be shown, to tell which one is meant: a year, or a day and a month."""


class Kind(StrEnum):
    """What may tell who somebody is."""

    PERSONNUMMER = "personnummer"
    """A Swedish personal identity number."""
    COORDINATION = "coordination"
    """A Swedish samordningsnummer: the day plus 60."""
    RESERVE = "reserve"
    """A Swedish reserve number: a date, and letters among the last four."""
    FODSELSNUMMER = "fodselsnummer"
    """A Norwegian national identity number."""
    D_NUMBER = "d_number"
    """A Norwegian D-number: the day plus 40."""
    H_NUMBER = "h_number"
    """A Norwegian H-number: the month plus 40."""
    SYNTHETIC = "synthetic"
    """A Norwegian number of a made-up person, for tests: the month plus 80."""
    EMAIL = "email"
    PHONE = "phone"
    ROOM = "room"
    """A room or a flat with its number."""
    STREET = "street"
    """A street with its number."""
    INITIALS = "initials"
    NAME = "name"
    """A title with a name, such as “fru X”, or two capitalised words inside a sentence."""
    NAME_PLACE_TIME = "name_place_time"
    """A name, a ward and a day in one text."""
    MOMENT = "moment"
    """An exact time of day with its date."""
    HEALTH = "health"
    """A word for somebody's health."""
    SENSITIVE = "sensitive"
    """A word for a union, religion, origin, sexual life or crime."""


class Certainty(StrEnum):
    """How sure it is."""

    CERTAIN = "certain"
    """A number whose check digit holds."""
    POSSIBLE = "possible"
    """Written like a number, but the check digit does not hold, or it may be a phone or a time."""
    HINT = "hint"
    """Something that can point to a person."""

    def reaches(self, least: Certainty) -> bool:
        """Whether it is as sure as that, or surer."""
        return _STRENGTH[self] <= _STRENGTH[least]


_STRENGTH = {Certainty.CERTAIN: 0, Certainty.POSSIBLE: 1, Certainty.HINT: 2}


class Sighting(NamedTuple):
    """Something in a text that may tell who somebody is.

    Attributes:
        kind: What it is.
        certainty: How sure that is.
        start: Where it begins in the text.
        end: Where it ends, not included.
        shown: It, masked: the only form in which it may be told to anybody.
    """

    kind: Kind
    certainty: Certainty
    start: int
    end: int
    shown: str

    @property
    def rank(self) -> int:
        """Where it stands among others, the surest first."""
        return _STRENGTH[self.certainty]


class Kept(NamedTuple):
    """That something is not about a client.

    Attributes:
        digest: Of what it is about, with the log's salt: it cannot be read from it.
        on: The day it was said.
    """

    digest: str
    on: dt.date


class KeptAnswers(NamedTuple):
    """All that the owner has said is not about a client.

    Attributes:
        salt: What goes into every digest; made once.
        answers: The answers.
        revision: Running number of the log line it was read from; 0 before the first save. Not stored.
    """

    salt: str = ""
    answers: tuple[Kept, ...] = ()
    revision: int = 0


def look(text: str) -> tuple[Sighting, ...]:
    """What in a text may tell who somebody is, in the order of the text; no two overlap.

    Where there is a number, a hint is not needed.

    A text without digits, and without capitals or words that can be a hint, costs next to nothing.

    Args:
        text: Any text.
    """
    if not worth_a_look(text):
        return ()
    from learnlog.domain.identity_hints import hints  # noqa: PLC0415 - most texts have nothing of the kind

    numbers, hinted = look_for_numbers(text), _joined(hints(text))
    alone = (each for each in hinted if not any(each.start < one.end and one.start < each.end for one in numbers))
    return tuple(sorted((*numbers, *alone), key=lambda each: each.start))


def look_for_numbers(text: str) -> tuple[Sighting, ...]:
    """The personal identity numbers in a text, certain and possible, as `look` tells them; hints are not looked for."""
    if sum(map(str.isdecimal, text)) < FEWEST_DIGITS:
        return ()
    from learnlog.domain.identity_numbers import numbers  # noqa: PLC0415 - most texts have none

    return tuple(_joined(numbers(text)))


def hide(text: str, sightings: Iterable[Sighting], word: str) -> str:
    """A text with what was seen in it replaced by a word.

    Args:
        text: The text that was looked at.
        sightings: What was seen in it; some of it, or all.
        word: What stands there instead, such as ``[maskerat]``.
    """
    for each in sorted(sightings, key=lambda each: each.start, reverse=True):
        text = f"{text[: each.start]}{word}{text[each.end :]}"
    return text


def masked(text: str, digits: int = SHOWN_DIGITS) -> str:
    """A number as it may be shown: its first digits, and dots for the others.

    Args:
        text: What was found.
        digits: How many of its digits to show.
    """
    shown: list[str] = []
    for each in text:
        if each.isalnum():
            digits -= 1
            shown.append(each if digits >= 0 else DOT)
        else:
            shown.append(each)
    return "".join(shown)


def _joined(found: Iterable[Sighting]) -> list[Sighting]:
    """Those that overlap become one: of the surer kind, and covering both."""
    joined: list[Sighting] = []
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if joined and each.start < joined[-1].end:
            last = joined[-1]
            surer = each if each.certainty is not last.certainty and each.certainty.reaches(last.certainty) else last
            joined[-1] = surer._replace(start=last.start, end=max(last.end, each.end))
        else:
            joined.append(each)
    return joined
