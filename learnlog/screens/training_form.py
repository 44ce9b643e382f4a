"""Writing the facts of a training: what it is called, when it is, who gives it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from learnlog.domain.training import Training
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.entry_form import used_areas
from learnlog.screens.record_form import RecordForm
from learnlog.screens.training_fields import FACTS, fields
from learnlog.text import N_
from learnlog.widgets.field import Field


class TrainingForm(RecordForm):
    """Write or change the facts of a training. The answer is the training as saved; None when left without saving."""

    MODE: ClassVar[str] = "training"
    CSS_PATH = [*RecordForm.CSS_PATH, "training_form.tcss"]  # noqa: RUF012 - Textual's own declaration
    HELP = N_(
        "Only the title must be filled in. Everything else can be added later; what you hope for is asked in a form"
        " of its own. What you write is kept as a draft while you write."
    )


async def write(screen: LearnlogScreen[Any], training: Training) -> Training | None:
    """The facts of a training, new or known; a new one that was left half written is gone on with."""
    services = screen.services

    def made(today: dt.date) -> Sequence[Field]:
        return fields(today, used_areas(screen), services.plan.goals.all())

    return await TrainingForm.written(screen, FACTS, services.trainings, training, made)
