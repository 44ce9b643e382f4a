"""Going on with what was half typed about a training: the draft's name says in which form, and about what."""

from __future__ import annotations

from typing import Any

from learnlog.domain.training import Training
from learnlog.domain.training_questions import BEFORE, DIALOGUE, followup_questions
from learnlog.errors import NotFoundError
from learnlog.i18n.ambient import gettext as _
from learnlog.screens import training_asks as asks
from learnlog.screens import training_parts as parts
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.training_fields import FORM
from learnlog.screens.training_form import write
from learnlog.services.trainings import Trainings
from learnlog.text import N_


async def go_on(screen: LearnlogScreen[Any], form: str, uid: str) -> None:
    """Open a form again where it was left.

    Args:
        screen: What it is opened on.
        form: Name of the draft.
        uid: What it is about: a training, or again the name, for a form whose name says it.
    """
    kind, _stop, rest = form.removeprefix("training.").partition(".")
    training_id = _about(form, uid)
    training = _known(screen.services.trainings, training_id)
    if form == FORM:
        await write(screen, training or screen.services.trainings.blank()._replace(id=training_id))
    elif training is None:
        await screen.offload(screen.services.drafts.drop, form, uid)
    elif form == asks.BEFORE_FORM:
        await asks.fill_in(screen, training)
    elif form == asks.DIALOGUE_FORM:
        await asks.agree(screen, training)
    else:
        await _part(screen, training, kind, rest.rpartition(".")[2])


async def _part(screen: LearnlogScreen[Any], training: Training, kind: str, last: str) -> None:
    """A form whose name says more: which round, which sharing."""
    if kind == "followup":
        await asks.follow_up(screen, training, int(last))
    elif kind == "skip":
        await parts.skip(screen, training, int(last))
    elif kind == "share":
        known = any(each.id == last for each in training.sharings)
        await parts.share(screen, training, last if known else "")
    else:
        await parts.close(screen, training)


def about(trainings: Trainings, form: str, uid: str) -> str:
    """Which form a draft is of, and of which training; empty if that training is not there."""
    training = _known(trainings, _about(form, uid))
    if training is None:
        return ""
    kind = ".".join(form.split(".")[:2])
    if kind == asks.FOLLOWUP_FORM:
        name = _(followup_questions(int(form.rpartition(".")[2])).title)
    else:
        names = {asks.BEFORE_FORM: BEFORE.title, asks.DIALOGUE_FORM: DIALOGUE.title, FORM: N_("Edit training")}
        name = _((names | parts.TITLES)[kind])
    return f"{name} · {training.title}"


def _about(form: str, uid: str) -> str:
    """The training a draft is about."""
    return uid if uid != form else form.split(".")[2]


def _known(trainings: Trainings, training_id: str) -> Training | None:
    try:
        return trainings.get(training_id)
    except NotFoundError:
        return None
