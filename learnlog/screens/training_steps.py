"""The steps of a training's loop, in order: each opens what is to be filled in, and offers what follows from it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from textual.content import Content

from learnlog.domain.due import DueKind
from learnlog.domain.next_step import NextStep, next_step
from learnlog.domain.training import SharingStatus, Training
from learnlog.domain.training_life import Offer, offers
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import long_date, short_date
from learnlog.i18n.labels import capital, label
from learnlog.screens import training_asks as asks
from learnlog.screens.ask_day import AskDay
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.confirm import Confirm
from learnlog.screens.pick import Pick
from learnlog.screens.training_form import write
from learnlog.screens.training_parts import share as write_sharing
from learnlog.text import N_, Msg
from learnlog.widgets.glyphs import mark
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import line

Screen = LearnlogScreen[Any]
NEW, NOTHING = "new", "nothing"

fill_in = asks.fill_in
agree = asks.agree


async def go_on(screen: Screen, training: Training) -> None:
    """Whatever the loop needs next; where nothing is needed, its facts."""
    following = next_step(training, screen.services.clock.today())
    if following is None:
        await write(screen, training)
    else:
        await take(screen, training, following)


async def take(screen: Screen, training: Training, step: NextStep) -> None:
    """One step of the loop."""
    if step.kind is DueKind.FORM:
        await fill_in(screen, training)
    elif step.kind is DueKind.AGREEMENT:
        await agree(screen, training)
    elif step.kind is DueKind.COMPLETION:
        await complete(screen, training)
    elif step.kind is DueKind.FOLLOWUP:
        await _follow_up(screen, training, step.round)
    elif step.sharing_id:
        await write_sharing(screen, training, step.sharing_id)
    else:
        await share(screen, training)


async def complete(screen: Screen, training: Training) -> None:
    """Note the last day; then show when it is followed up, and offer to write down what was learned."""
    today = screen.services.clock.today()
    question = Content.assemble(_("Which was the last day?"), "\n\n", line(training.title, "bold"))
    last_on = training.last_on if training.last_on and training.last_on <= today else today

    def check(day: dt.date) -> Msg | None:
        return Msg(N_("That day has not come yet.")) if day > today else None

    day = await screen.app.push_screen_wait(AskDay(_("It has taken place"), question, start=last_on, check=check))
    if day is None:
        return
    done = await screen.offload(screen.services.trainings.complete, training, day)
    if done is None:
        return
    screen.refresh_data()
    more = Content("\n").join(
        [Content(_("It will be followed up:")), *(_asked(each.due_on) for each in done.followups)]
    )
    question = Content(_("Do you want to write down at once what you learned?"))
    if await screen.app.push_screen_wait(Confirm(question, _("Write now"), _("Later"), more)):
        await write_entry(screen, done)


def _asked(day: dt.date) -> Content:
    return Content(f"  ›  {long_date(day, translator())}")


async def follow_up(screen: Screen, training: Training) -> None:
    """The follow-up that waits; where none does, one that was answered, to look at it again."""
    waiting = [each for each in training.followups if training.waits_for(each)]
    if waiting:
        await _follow_up(screen, training, min(waiting, key=lambda each: each.due_on).round)
        return
    chosen = await pick_round(screen, training, [each.round for each in training.followups])
    if chosen:
        await _follow_up(screen, training, chosen)


async def pick_round(screen: Screen, training: Training, rounds: list[int]) -> int:
    """Which of these rounds is meant; the only one without asking, 0 for none."""
    if len(rounds) < 2:  # noqa: PLR2004 - nothing to choose between
        return rounds[0] if rounds else 0
    today, tr = screen.services.clock.today(), translator()
    names = {1: _("after 2 weeks"), 2: _("after 3 months"), 3: _("after 6 months")}
    rows = [
        Row(str(each), (Content(capital(names[each])),), Content(short_date(training.followup(each).due_on, tr, today)))
        for each in rounds
    ]
    chosen = await screen.app.push_screen_wait(Pick(Content(_("Which follow-up?")), rows, _("Follow-up")))
    return int(chosen) if chosen else 0


async def _follow_up(screen: Screen, training: Training, number: int) -> None:
    saved = await asks.follow_up(screen, training, number)
    if saved is None or saved.followup(number).done_on is None:
        return
    screen.refresh_data()
    found = offers(saved, number)
    if found:
        await _offer(screen, saved, found)


async def _offer(screen: Screen, training: Training, found: tuple[Offer, ...]) -> None:
    """What follows from the answers: offered, never done by itself."""
    words = {
        Offer.MARK_SHARED: _("Note what you have shared"),
        Offer.PLAN_SHARING: _("Plan when to share it"),
        Offer.NEW_TRAINING: _("Plan more training"),
        Offer.ASK_AGAIN: _("Follow it up once more, after six months"),
    }
    rows = [
        *(Row(each, (Content(words[each]),)) for each in found),
        Row(NOTHING, (Content.styled(_("Nothing now"), "$muted"),)),
    ]
    question = Content(_("Thank you. Something may follow from your answers:"))
    chosen = await screen.app.push_screen_wait(Pick(question, rows, _("What now?")))
    if chosen in (Offer.MARK_SHARED, Offer.PLAN_SHARING):
        planned = next((each.id for each in training.sharings if each.status is SharingStatus.PLANNED), "")
        await write_sharing(screen, training, planned if chosen == Offer.MARK_SHARED else "")
    elif chosen == Offer.NEW_TRAINING:
        await write(screen, screen.services.trainings.blank()._replace(type=training.type, areas=training.areas))
    elif chosen == Offer.ASK_AGAIN:
        added = await screen.offload(screen.services.trainings.add_followup, training)
        if added is not None:
            day = long_date(added.followups[-1].due_on, translator())
            screen.notify(_("It will be asked {day}.", day=day), markup=False)


async def share(screen: Screen, training: Training) -> None:
    """Something new to share; or one of what is planned or done, to tell how it went."""
    chosen: str | None = NEW
    if training.sharings:
        today, tr = screen.services.clock.today(), translator()
        rows = []
        for each in training.sharings:
            said = [capital(label(each.channel, tr)), each.audience, label(each.status, tr)]
            day = Content.styled(short_date(each.shared_on, tr, today) if each.shared_on else "", "$muted")
            rows.append(Row(each.id, (line(" · ".join(filter(None, said))),), day))
        rows.append(Row(NEW, (Content.styled("+ " + _("something new"), "$accent"),)))
        chosen = await screen.app.push_screen_wait(
            Pick(Content(_("What is it about?")), rows, _("Share with colleagues"))
        )
    if chosen is not None:
        await write_sharing(screen, training, "" if chosen == NEW else chosen)


async def write_entry(screen: Screen, training: Training) -> None:
    """Write in the log what was learned in a training."""
    from learnlog.screens.entry_form import EntryForm  # noqa: PLC0415 - built when asked for

    entry = screen.services.trainings.blank_entry(training)
    await screen.app.push_screen_wait(EntryForm(entry))


async def open_entries(screen: Screen, training: Training) -> None:
    """Go to an entry of the training, in the log."""
    from learnlog.screens.log import log_screen  # noqa: PLC0415 - built when asked for

    entries = await screen.offload(screen.services.trainings.entries, training.id)
    if not entries:
        screen.notify(
            _("Nothing in your log belongs to this training yet. Press {key:training.entry} to write."), markup=False
        )
        return
    chosen: str | None = entries[0].id
    if len(entries) > 1:
        today, tr = screen.services.clock.today(), translator()
        rows = [
            Row(
                each.id,
                (Content.assemble(mark(each.arena), " ", line(each.title)),),
                Content.styled(short_date(each.date, tr, today), "$muted"),
            )
            for each in entries
        ]
        chosen = await screen.app.push_screen_wait(Pick(Content(_("Which one?")), rows, _("In my log")))
    if chosen:
        log_screen(screen.app).select(chosen)
