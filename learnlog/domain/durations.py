"""Time spent, as people write it: "90", "1h30", "1 h 30 min", "1,5 tim", "halvannen time"."""

from __future__ import annotations

import re

from learnlog.domain.date_words import AND, HOUR, MINUTE, NUMBERS, TIMES, plain
from learnlog.errors import InvalidInputError
from learnlog.text import N_, Msg

LONGEST = 40
"""Longest phrase that is looked at, in characters."""
MINUTES_IN_HOUR = 60
MOST_DIGITS = 5

_CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])")
_AND = re.compile(rf" (?:{'|'.join(sorted(AND))}) ")
_AMOUNT = re.compile(r"\s*([0-9]*½|[0-9]+(?:[.,][0-9]+)?|[a-z]+(?= ))\s*([a-z]*)\.?")


def parse_minutes(text: str) -> int | None:
    """Minutes from a phrase in any of the three languages; a number by itself is minutes.

    Returns:
        The minutes, or None for an empty text. Whether so many are sensible is the entry's business.

    Raises:
        InvalidInputError: For field ``minutes``, with examples.
    """
    phrase = plain(text[: LONGEST + 1].replace(",", "."))
    if not phrase:
        return None
    minutes = None if len(text) > LONGEST else _minutes(phrase)
    if minutes is None:
        message = N_('This time cannot be read. Write for example "45", "1 h 30 min" or "1.5 h".')
        raise InvalidInputError(("minutes", Msg(message)))
    return minutes


def _minutes(phrase: str) -> int | None:
    if phrase in TIMES:
        return TIMES[phrase]
    if found := _CLOCK.fullmatch(phrase):
        return int(found[1]) * MINUTES_IN_HOUR + int(found[2])
    phrase = _AND.sub(" ", phrase)
    hours, minutes, place = None, None, 0
    while place < len(phrase):
        found = _AMOUNT.match(phrase, place)
        amount = _number(found[1]) if found else None
        if not found or amount is None or minutes is not None:
            return None
        if found[2] in HOUR and hours is None:
            hours = amount * MINUTES_IN_HOUR
        elif (found[2] in MINUTE or not found[2]) and amount == int(amount):
            if hours is not None and amount >= MINUTES_IN_HOUR:
                return None
            minutes = amount
        else:
            return None
        place = found.end()
    return round((hours or 0) + (minutes or 0))


def _number(text: str) -> float | None:
    """A number in digits or a word; None for anything else, or more digits than time has."""
    if text.endswith("½"):
        return int(text[:-1] or 0) + 0.5 if len(text) <= MOST_DIGITS else None
    if text[0].isalpha():
        return NUMBERS.get(text)
    return float(text) if len(text) <= MOST_DIGITS else None
