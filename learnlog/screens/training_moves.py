"""What else one can do with a training: other days, other endings, the bin, paper, figures."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from textual.content import Content

from learnlog.domain.due import Due
from learnlog.domain.training import Training
from learnlog.domain.training_life import LAST_ROUND, due_after
from learnlog.errors import ExportError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import long_date, short_date
from learnlog.i18n.due_words import due_text
from learnlog.screens.ask_day import AskDay
from learnlog.screens.base import LearnlogScreen, sentence
from learnlog.screens.bin_moves import out_of_bin, to_bin
from learnlog.screens.confirm import Confirm, Notice
from learnlog.screens.pick import Pick
from learnlog.screens.training_parts import close as write_closing
from learnlog.screens.training_parts import skip as write_skipping
from learnlog.screens.training_steps import pick_round
from learnlog.text import N_, Msg
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import line

Screen = LearnlogScreen[Any]

WEEK = 7
OTHER = "other"

close = write_closing


async def move(screen: Screen, training: Training) -> None:
    """Give a follow-up another day."""
    number = await pick_round(screen, training, [each.round for each in training.followups if each.done_on is None])
    if number:
        day = await _ask(screen, training, _("Move the follow-up"), training.followup(number).due_on)
        if day is not None:
            moved = await screen.offload(screen.services.trainings.move_followup, training, number, day)
            _tell(screen, moved, day)


async def skip(screen: Screen, training: Training) -> None:
    """Leave a follow-up out, with the reason."""
    number = await pick_round(screen, training, [each.round for each in training.followups if each.is_open])
    if number:
        await write_skipping(screen, training, number)


async def add_third(screen: Screen, training: Training) -> None:
    """Have a third follow-up asked."""
    usual = due_after(training.last_on, LAST_ROUND) if training.last_on else None
    day = await _ask(screen, training, _("Follow it up once more"), usual)
    if day is not None:
        _tell(screen, await screen.offload(screen.services.trainings.add_followup, training, day), day)


async def _ask(screen: Screen, training: Training, title: str, start: dt.date | None) -> dt.date | None:
    question = Content.assemble(_("Which day?"), "\n\n", line(training.title, "bold"))
    return await screen.app.push_screen_wait(AskDay(title, question, start=start, ahead=True))


def _tell(screen: Screen, done: Training | None, day: dt.date) -> None:
    if done is not None:
        screen.notify(_("It will be asked {day}.", day=long_date(day, translator())), markup=False)


async def snooze(screen: Screen, training: Training) -> None:
    """Put off what is due of a training."""
    item = next((each for each in screen.services.reminders.due() if each.training_id == training.id), None)
    if item is None:
        screen.notify(_("Nothing is due of this training."), markup=False)
    else:
        await put_off(screen, item)


async def put_off(screen: Screen, item: Due) -> None:
    """Put something that is due off: until tomorrow, for a week, or to a day."""
    today, tr = screen.services.clock.today(), translator()
    days = {"1": (_("Tomorrow"), 1), "7": (_("In a week"), WEEK)}
    rows = [
        Row(key, (Content(name),), Content.styled(short_date(today + dt.timedelta(days=count), tr, today), "$muted"))
        for key, (name, count) in days.items()
    ]
    rows.append(Row(OTHER, (Content(_("Another day …")),)))
    question = Content.assemble(_("When shall it show again?"), "\n\n", line(due_text(item, tr), "bold"))
    chosen = await screen.app.push_screen_wait(Pick(question, rows, _("Put off")))
    if chosen is None:
        return
    day: dt.date | None = today + dt.timedelta(days=days[chosen][1]) if chosen in days else None
    if chosen == OTHER:

        def check(day: dt.date) -> Msg | None:
            return None if day > today else Msg(N_("Choose a day after today."))

        day = await screen.app.push_screen_wait(AskDay(_("Put off"), question, ahead=True, check=check))
    if day is None:
        return
    if await screen.offload(screen.services.reminders.snooze, item, day) is not None:
        screen.refresh_data()
        screen.notify(
            _("Put off until {day}. {key:edit.undo} takes it back.", day=short_date(day, tr, today)), markup=False
        )


async def reopen(screen: Screen, training: Training) -> None:
    """Plan it again, after a question when it has taken place."""
    question = Content.assemble(_("Plan this training again?"), "\n\n", line(training.title, "bold"))
    more = Content(_("What has been written about it stays, and {key:edit.undo} takes it back at once."))
    if await screen.app.push_screen_wait(Confirm(question, _("Plan it again"), more=more)):
        await screen.offload(screen.services.trainings.reopen, training)


async def delete(screen: Screen, training: Training) -> None:
    """Move a training to the bin, after a question."""
    more = _("What you wrote in the log about it stays. It can be taken back, with {key:edit.undo} at once.")
    delete = partial(screen.services.trainings.delete, training)
    await to_bin(screen, _("Move this training to the bin?"), line(training.title, "bold"), more, delete)


async def restore(screen: Screen, _training: Training | None) -> None:
    """Take a training back from the bin."""
    trainings = screen.services.trainings
    done, question = _("Taken back into the log."), _("Which training do you want back?")
    await out_of_bin(
        screen, trainings.bin(), lambda each: line(each.title), trainings.restore, done=done, question=question
    )


async def settle(screen: Screen, training: Training) -> None:
    """Choose between what two windows wrote in the same place."""
    from learnlog.screens.clash import settle_clashes  # noqa: PLC0415 - rare

    await settle_clashes(screen, training, screen.services.trainings.get, screen.services.trainings.settle)


async def to_paper(screen: Screen, training: Training) -> None:
    """Look at the form to print or the page for colleagues, and save it to a file."""
    from learnlog.screens.exporting import Document  # noqa: PLC0415 - built when asked for
    from learnlog.screens.preview import PreviewScreen  # noqa: PLC0415 - built when asked for

    exports, tr = screen.services.exports, translator()
    calls = {"form": exports.form_text, "handout": exports.handout_text}
    titles = {"form": N_("Form to print"), "handout": N_("Page for colleagues")}
    told = {
        "form": _("To fill in on paper, alone or together with your manager."),
        "handout": _("One page for the meeting: what you learned and how it is used."),
    }
    rows = [Row(key, (Content(_(titles[key])), Content.styled(told[key], "$muted"))) for key in calls]
    chosen = await screen.app.push_screen_wait(Pick(Content(_("What do you need?")), rows, _("Paper")))
    if chosen is None:
        return
    try:
        text = calls[chosen](training.id, tr)
    except ExportError as error:
        await screen.app.push_screen_wait(Notice(sentence(error)))
        return
    day = screen.services.clock.today().isoformat()
    name = f"learnlog-{chosen}-{day}-{tr.language}.md"
    await screen.app.push_screen_wait(PreviewScreen(Document(titles[chosen], name, text)))


async def figures(screen: Screen, _training: Training | None) -> None:
    """What the loops of all trainings have come to."""
    from learnlog.screens.loop_figures import LoopFiguresDialog  # noqa: PLC0415 - built when asked for

    found = await screen.offload(screen.services.trainings.figures)
    if found is not None:
        await screen.app.push_screen_wait(LoopFiguresDialog(found))
