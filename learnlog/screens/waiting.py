"""What waits for the owner, on the start screen: texts, choices, what is due, drafts. Each row opens it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from textual.content import Content

from learnlog.domain.due import Due
from learnlog.domain.entry import EntryHead
from learnlog.domain.values import Status
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import due_words, short_date
from learnlog.i18n.due_words import due_text
from learnlog.i18n.labels import area_name, capital, label
from learnlog.screens.base import LearnlogScreen
from learnlog.services.suite import Services
from learnlog.widgets.glyphs import TASK, URGENT, Look
from learnlog.widgets.greeting import Waiting
from learnlog.widgets.row_list import Row
from learnlog.widgets.safe import line

MOST_DUE = 5
"""So many things that are due have a row; the rest are in the full list."""
UNSAVED, CLASH, DUE, MORE, DRAFT = "unsaved", "clash", "due", "more", "draft"
"""What a row is about; its key begins so."""


class _Task(NamedTuple):
    """Something that waits: its key, how urgent, since when, and what to do."""

    key: str
    look: Look
    day: dt.date | None
    title: str
    what: str


def waiting(services: Services, due: Sequence[Due], year: Sequence[EntryHead]) -> tuple[list[Row], Waiting]:
    """What waits, as rows, and how much of each.

    Args:
        services: What the user can do.
        due: What is due, the longest waiting first.
        year: The entries of the last year, newest first: older drafts may rest.
    """
    today = services.clock.today()
    tasks = [*_texts(services), *_due(due, today), *_drafts(year)]
    kinds = [task.key.partition(":")[0] for task in tasks]
    late = sum(1 for each in due if each.days_left(today) < 0)
    entries = len(services.log.heads())
    found = Waiting(kinds.count(UNSAVED), kinds.count(CLASH), kinds.count(DRAFT), entries, len(due), late)
    return _rows(tasks, today), found


def _rows(tasks: Sequence[_Task], today: dt.date) -> list[Row]:
    """A row each, the days in one column."""
    days = [short_date(task.day, translator(), today) if task.day else "" for task in tasks]
    width = max(map(len, days), default=0)
    rows = []
    for task, day in zip(tasks, days, strict=True):
        lead = Content.styled(f"{task.look.glyph} {day:<{width}} ", task.look.style)
        what = Content.styled(" " * lead.cell_length + task.what, "$muted")
        rows.append(Row(task.key, (Content.assemble(lead, line(task.title)), what)))
    return rows


def _texts(services: Services) -> Iterator[_Task]:
    """What is not saved yet, and what has two versions."""
    for draft in services.drafts.waiting():
        if draft.form.startswith("review."):  # it belongs to a review, and is there when that is opened
            continue
        title = str(draft.values.get("title") or draft.values.get("sentence") or "")
        if draft.form.startswith("training."):
            from learnlog.screens.training_drafts import about  # noqa: PLC0415 - rare

            title = about(services.trainings, draft.form, draft.uid) or title
        if draft.form == "review":
            title = _("A review you have begun")
        elif draft.form == "comment.answer":
            title = _("An answer to a comment")
        saved_on = draft.saved_at.astimezone().date()
        title = title or _("A text without a title")
        yield _Task(f"{UNSAVED}:{draft.form} {draft.uid}", URGENT, saved_on, title, _("not saved yet"))
    choose = _("two versions: choose one")
    for each in clashing(services):
        yield _Task(f"{CLASH}:{each.place} {each.id}", URGENT, each.day, each.title, choose)


class Clashing(NamedTuple):
    """Something of which two windows wrote different versions.

    Attributes:
        place: Where the owner chooses between them.
        id: What it is.
        day: Its day, if it has one.
        title: What it is called.
    """

    place: str
    id: str
    day: dt.date | None
    title: str


def clashing(services: Services) -> tuple[Clashing, ...]:
    """Everything of which there are two versions, whatever it is."""
    plan, tr = services.plan, translator()
    found = [Clashing("log", each.id, each.date, each.title) for each in services.log.clashing()]
    found += [Clashing("training", each.id, each.start_on, each.title) for each in services.trainings.clashing()]
    found += [Clashing("plan", each.id, None, capital(area_name(each.name, tr))) for each in plan.areas.clashing()]
    found += [Clashing("plan", each.id, each.deadline_on, each.title) for each in plan.goals.clashing()]
    found += [Clashing("plan", each.id, each.due_on, each.what) for each in plan.actions.clashing()]
    found += [Clashing("workshop", each.id, each.held_on, each.question) for each in plan.workshops.clashing()]
    talks = services.talks.clashing()
    return (*found, *(Clashing("talk", each.id, each.talk_on, capital(label(each.kind, tr))) for each in talks))


def _due(due: Sequence[Due], today: dt.date) -> Iterator[_Task]:
    """What is late or due soon; a few things, and how many more there are."""
    shown = MOST_DUE if len(due) <= MOST_DUE else MOST_DUE - 1
    for item in due[:shown]:
        look = URGENT if item.days_left(today) < 0 else TASK
        what = f"{due_words(item.due_on, today, translator())} · {label(item.kind, translator())}"
        yield _Task(f"{DUE}:{item.key}", look, item.due_on, item.title or due_text(item, translator()), what)
    more = len(due) - shown
    if more > 0:
        text = ngettext("… and {count} more that is due", "… and {count} more that are due", more)
        yield _Task(f"{MORE}:", TASK, None, text, _("Enter shows them all"))


def _drafts(year: Sequence[EntryHead]) -> Iterator[_Task]:
    """Entries without their last words."""
    for head in year:
        if head.status is Status.DRAFT and not head.has_clash:
            yield _Task(f"{DRAFT}:{head.id}", TASK, head.date, head.title, _("draft: what did you learn?"))


def due_item(services: Services, key: str) -> Due | None:
    """The thing that is due, of a row; None for another row."""
    kind, _colon, name = key.partition(":")
    return next((each for each in services.reminders.due() if each.key == name), None) if kind == DUE else None


async def open_waiting(screen: LearnlogScreen[Any], key: str) -> None:
    """Go on with what a row is about; to be called from a worker."""
    kind, _colon, name = key.partition(":")
    if kind == UNSAVED:
        from learnlog.screens.drafts_offer import offer_drafts  # noqa: PLC0415 - rare

        await offer_drafts(screen, name)
    elif kind == CLASH:
        await _go_to(screen, *name.split(" ", 1))
    elif kind == MORE:
        from learnlog.screens.due_list import DueScreen  # noqa: PLC0415 - built when asked for

        await screen.app.push_screen_wait(DueScreen())
    elif kind == DRAFT:
        await _open_draft(screen, name)
    elif item := due_item(screen.services, key):
        from learnlog.screens.due_list import open_due  # noqa: PLC0415 - built when asked for

        await open_due(screen, item)


async def _go_to(screen: LearnlogScreen[Any], place: str, uid: str) -> None:
    """Go to what has two versions, where one chooses between them."""
    if place == "log":
        from learnlog.screens.log import log_screen  # noqa: PLC0415 - built when asked for

        log_screen(screen.app).select(uid)
    elif place == "training":
        from learnlog.screens.trainings import trainings_screen  # noqa: PLC0415 - built when asked for

        trainings_screen(screen.app).select(uid)
    elif place == "plan":
        from learnlog.screens.plan import plan_screen  # noqa: PLC0415 - built when asked for

        plan_screen(screen.app).select(uid, wherever=True)
    elif place == "workshop":
        from learnlog.screens.palette_plan import open_workshop  # noqa: PLC0415 - rare

        open_workshop(screen.app, uid)
    else:
        from learnlog.screens.talks import talks_screen  # noqa: PLC0415 - built when asked for

        (await talks_screen(screen.app)).select(uid)


async def _open_draft(screen: LearnlogScreen[Any], entry_id: str) -> None:
    """Go on with an entry."""
    from learnlog.screens.entry_form import write_entry  # noqa: PLC0415 - built when asked for

    entry = await screen.offload(screen.services.log.get, entry_id)
    if entry is not None:
        await write_entry(screen, entry)
