"""Which trainings a list shows, and in which order: what waits first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum

from learnlog.domain.due import Due
from learnlog.domain.folding import fold, words_in
from learnlog.domain.training import Training, TrainingStatus


class Shown(StrEnum):
    """Part of the trainings."""

    ALL = "all"
    PLANNED = "planned"
    WAITING = "waiting"
    FOLLOWED_UP = "followed_up"
    CLOSED = "closed"


def belongs(training: Training, part: Shown) -> bool:
    """Whether a training is in a part: waiting are those that took place and are not followed up yet."""
    closed = not (training.status.is_planned or training.status.is_over)
    return {
        Shown.ALL: True,
        Shown.PLANNED: training.status.is_planned,
        Shown.WAITING: training.status is TrainingStatus.COMPLETED,
        Shown.FOLLOWED_UP: training.status is TrainingStatus.FOLLOWED_UP,
        Shown.CLOSED: closed,
    }[part]


def listed(
    trainings: Iterable[Training], due: Sequence[Due], part: Shown = Shown.ALL, text: str = ""
) -> list[Training]:
    """The trainings of a part that have every word of a text, in the order of the list.

    Args:
        trainings: Those that are not in the bin.
        due: What is due, the longest waiting first.
        part: Which of them.
        text: Words to be found anywhere in them.

    Returns:
        What is late or due first; then what is planned, the next first; then what took place, the latest first; what
        was declined or cancelled last.
    """
    places: dict[str, int] = {}
    for place, item in enumerate(due):
        places.setdefault(item.training_id, place)
    words = fold(text).split()
    found = [
        each
        for each in trainings
        if belongs(each, part) and (not words or words_in(words, fold(" ".join(each.texts()))))
    ]
    return sorted(found, key=lambda each: _order(each, places))


def _order(training: Training, places: dict[str, int]) -> tuple[int, int, str, str]:
    if training.id in places:
        return 0, places[training.id], "", training.id
    days = (training.start_on or dt.date.max).toordinal()
    if training.status.is_planned:
        return 1, days, training.title, training.id
    return (
        (2 if training.status.is_over else 3),
        -(training.last_on or dt.date.min).toordinal(),
        training.title,
        training.id,
    )
