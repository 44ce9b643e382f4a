"""What the loop of a training needs next, in one line."""

from __future__ import annotations

import datetime as dt

from textual.content import Content

from learnlog.domain.due import DueKind
from learnlog.domain.next_step import NextStep
from learnlog.domain.training import Training, TrainingStatus
from learnlog.domain.training_questions import BEFORE, DIALOGUE
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import key_of, ngettext, translator
from learnlog.i18n.dates import due_words, short_date
from learnlog.i18n.labels import label
from learnlog.text import N_
from learnlog.widgets.glyphs import TASK, URGENT
from learnlog.widgets.loop_line import NEAR

_STEPS: dict[DueKind, str] = {
    DueKind.FORM: N_("fill in the form before the training"),
    DueKind.AGREEMENT: N_("talk with your manager"),
    DueKind.COMPLETION: N_("note when it has taken place"),
    DueKind.SHARING: N_("share it with your colleagues"),
}
_ROUNDS = {
    1: N_("follow up after 2 weeks"),
    2: N_("follow up after 3 months"),
    3: N_("follow up after 6 months"),
}


def next_words(training: Training, following: NextStep | None, today: dt.date) -> Content:
    """What comes next and when, and that Enter does it; or why there is nothing next."""
    if following is None:
        return Content.styled(_closed(training), "$muted")
    look = URGENT if following.due_on and following.due_on < today else TASK
    what = _(_ROUNDS[following.round]) if following.round else _(_STEPS[following.kind])
    parts: list[str | tuple[str, str]] = [
        (f"{look.glyph} ", look.style),
        (_("Next: {what}", what=what), "bold $accent"),
    ]
    said = [_left(training, following.kind), _when(following.due_on, today) if following.due_on else ""]
    parts += [(f" · {each}", look.style) for each in said if each]
    return Content.assemble(*parts, ("  " + key_of("training.next"), "$muted"))


def _when(day: dt.date, today: dt.date) -> str:
    """The days left when it is near or late, else the day."""
    near = (day - today).days <= NEAR
    return due_words(day, today, translator()) if near else short_date(day, translator(), today)


def _left(training: Training, kind: DueKind) -> str:
    """How many questions of a begun form are left."""
    if kind is DueKind.FORM and training.before:
        left = len(BEFORE.missing(training.before))
    elif kind is DueKind.AGREEMENT and training.dialogue:
        left = len(DIALOGUE.missing(training.dialogue))
    else:
        return ""
    return ngettext("{count} question left", "{count} questions left", left)


def _closed(training: Training) -> str:
    """Why nothing is next."""
    if training.status in (TrainingStatus.DECLINED, TrainingStatus.CANCELLED):
        return _("{status}: nothing waits for it.", status=label(training.status, translator()).capitalize())
    return "✓ " + _("The loop is closed: followed up and shared.")
