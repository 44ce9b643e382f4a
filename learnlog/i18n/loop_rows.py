"""What the loops of all trainings have come to, in words: rows of names and numbers. Information, never a score."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from learnlog.domain.loop import LoopFigures
from learnlog.i18n.catalog import Translator
from learnlog.i18n.labels import capital, label, often


class LoopRow(NamedTuple):
    """One number.

    Attributes:
        name: What is counted.
        number: How many.
        of: How many there could be; None for a number that stands by itself.
        words: The number in words: "5 of 8".
        indent: 1 for a row that tells more about the one above; otherwise 0.
    """

    name: str
    number: int
    of: int | None
    words: str
    indent: int = 0


def loop_rows(figures: LoopFigures, translator: Translator) -> tuple[LoopRow, ...]:
    """The rows, in the order of the loop; a part of it that nothing has reached yet is left out.

    Args:
        figures: The numbers.
        translator: For the language of the words.
    """
    return tuple(_rows(figures, translator))


def _rows(figures: LoopFigures, t: Translator) -> Iterator[LoopRow]:
    def row(name: str, count: int, of: int, indent: int = 0) -> LoopRow:
        return LoopRow(capital(name), count, of, t.gettext("{count} of {all}", count=count, all=of), indent)

    every, over, known = figures.trainings, figures.completed, figures.followed_up
    yield LoopRow(t.gettext("Trainings"), every, None, str(every))
    if not every:
        return
    yield row(t.gettext("with a form before"), figures.with_form, every)
    yield row(t.gettext("agreed with the manager"), figures.agreed, every)
    yield row(t.gettext("have taken place"), over, every)
    if over:
        yield row(t.gettext("followed up after 3 months"), known, over)
        for used, count in figures.used.items():
            if count:
                yield row(t.gettext("used at work: {often}", often=often(used, t)), count, known, 1)
        for expectation, count in figures.expectation.items():
            if count:
                yield row(label(expectation, t), count, known, 1)
    yield row(t.gettext("shared with colleagues"), figures.shared, every)
