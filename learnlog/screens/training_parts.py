"""Small things to write about a training: what is shared, why a follow-up is skipped, why it does not take place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from textual.content import Content

from learnlog.domain.training import Channel, SharingStatus, Training, TrainingStatus
from learnlog.domain.training_life import planned_like
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import short_date
from learnlog.i18n.labels import capital, label
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.choices import of
from learnlog.screens.confirm import Confirm
from learnlog.screens.drafts_offer import left_behind
from learnlog.screens.form import Values
from learnlog.screens.part_form import PartForm
from learnlog.text import N_
from learnlog.widgets.choice_field import ChoiceField
from learnlog.widgets.date_field import DateField
from learnlog.widgets.field import Field
from learnlog.widgets.fields import LineField, TextField
from learnlog.widgets.safe import line
from learnlog.widgets.segment_field import SegmentField

SHARE_FORM, SKIP_FORM, CLOSE_FORM = "training.share", "training.skip", "training.close"
"""Beginnings of the names of these forms' drafts; the training and what else it is about follow, after full stops."""
TITLES = {
    SHARE_FORM: N_("Share with colleagues"),
    SKIP_FORM: N_("Skip the follow-up"),
    CLOSE_FORM: N_("It does not take place"),
}
"""English title of each."""
NEW = "new"
"""Stands for the id of a sharing that is not saved yet."""


class TrainingPart(PartForm):
    """A few fields about a training."""

    MODE: ClassVar[str] = "training"
    AUTO_FOCUS = "Field > .box"
    NEVER: ClassVar[str] = N_("Write no names or identity numbers of clients or patients.")


async def share(screen: LearnlogScreen[Any], training: Training, sharing_id: str = "") -> bool:
    """Plan to share something, or tell that it is done, and what colleagues took from it."""
    service = screen.services.trainings
    if sharing_id:
        sharing = training.sharing(sharing_id)
    else:
        channel = next(iter(training.channels), Channel.MEETING)
        sharing = service.blank_sharing()._replace(channel=channel)

    def save(values: Values) -> Training:
        status, channel = SharingStatus(values.pop("status")), Channel(values.pop("channel"))
        return service.share(training, sharing._replace(channel=channel, status=status, **values))

    today = screen.services.clock.today()
    start = sharing._asdict()
    if sharing_id and sharing.status is SharingStatus.PLANNED and sharing.shared_on and sharing.shared_on <= today:
        start["status"] = SharingStatus.DONE
    form = f"{SHARE_FORM}.{training.id}.{sharing_id or NEW}"
    saved = await _write(screen, form, _sharing(today), save, start)
    if saved and not sharing_id:
        await _tick_planned(screen, training.id, sharing.id)
    return saved


async def _tick_planned(screen: LearnlogScreen[Any], training_id: str, sharing_id: str) -> None:
    """What was shared may be what was planned to be shared in the same way: then that is not waited for any more."""
    service = screen.services.trainings
    training = await screen.offload(service.get, training_id)
    if training is None:
        return
    done = training.sharing(sharing_id)
    planned = planned_like(training, done)
    if planned is None:
        return
    tr, today = translator(), screen.services.clock.today()
    when = short_date(planned.shared_on, tr, today) if planned.shared_on else ""
    facts = line(" · ".join(filter(None, [capital(label(planned.channel, tr)), when, planned.audience])), "bold")
    asked = Content.assemble(_("This was planned, too. Is it what you have shared now?"), "\n\n", facts)
    more = Content(_("Then it is done, and not waited for any more."))
    if await screen.app.push_screen_wait(Confirm(asked, _("Yes, this is it"), _("No, it is still to come"), more)):
        await screen.offload(service.share_as_planned, training, planned, done)


async def skip(screen: LearnlogScreen[Any], training: Training, number: int) -> bool:
    """Leave a follow-up out, with the reason."""
    fields: list[Field] = [
        TextField("skipped_because", N_("Why is it skipped?"), grows=True, example=N_("A few words are enough."))
    ]
    form = f"{SKIP_FORM}.{training.id}.{number}"

    def save(values: Values) -> Training:
        return screen.services.trainings.skip_followup(training, number, values["skipped_because"])

    return await _write(screen, form, fields, save, {})


async def close(screen: LearnlogScreen[Any], training: Training) -> bool:
    """Note that a training will not take place, and why."""
    fields: list[Field] = [
        SegmentField("status", N_("What happened?"), of((TrainingStatus.CANCELLED, TrainingStatus.DECLINED))),
        TextField("why", N_("Why?"), optional=True, grows=True, example=N_("A few words are enough.")),
    ]

    def save(values: Values) -> Training:
        return screen.services.trainings.close(training, TrainingStatus(values["status"]), values["why"])

    form = f"{CLOSE_FORM}.{training.id}"
    start = {"status": TrainingStatus.CANCELLED}
    return await _write(screen, form, fields, save, start)


async def _write(
    screen: LearnlogScreen[Any],
    form: str,
    fields: list[Field],
    save: Callable[[Values], Training],
    start: Mapping[str, Any],
) -> bool:
    """Open a form where it was left; whether it was saved."""
    title = TITLES[".".join(form.split(".")[:2])]
    part = TrainingPart(title, fields, start, save=save, draft=(form, left_behind(screen, form, form)))
    saved: bool | None = await screen.app.push_screen_wait(part)
    return bool(saved)


def _sharing(today: dt.date) -> list[Field]:
    return [
        ChoiceField("channel", N_("How"), of(Channel)),
        SegmentField("status", N_("Status"), of(SharingStatus)),
        DateField("shared_on", N_("When"), today=today, optional=True, example=N_("in two weeks, last Tuesday, 12/11")),
        LineField("audience", N_("For whom"), optional=True, hint=N_("a group or roles, no names")),
        TextField("what", N_("What is shared?"), optional=True, grows=True),
        TextField("taken", N_("What did colleagues take with them?"), optional=True, grows=True),
    ]
