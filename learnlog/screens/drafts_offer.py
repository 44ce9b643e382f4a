"""Offering back what was half typed when a form was left, or when the program died."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import Any, Protocol, runtime_checkable

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from learnlog.domain.entry import Entry
from learnlog.errors import NotFoundError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import short_date
from learnlog.screens.base import LearnlogDialog, LearnlogScreen
from learnlog.screens.confirm import Confirm
from learnlog.screens.entry_fields import KINDS, NEXT, start_value
from learnlog.screens.entry_form import FORM, EntryForm
from learnlog.services.drafts import Draft
from learnlog.widgets.safe import line

CAPTURE = "capture"
"""Form name of the line on the start screen."""
HOMES = {
    "profile": "profile",
    "curriculum": "talk",
    "training": "training",
    "plan": "plan",
    "talk": "talk",
    "share": "talk",
}
"""First part of a form's name → the main screen that takes its drafts; the others belong to the start screen."""
EXCERPT = 160
"""Characters of a draft shown in the offer."""


IDS = {"training_id", "action_id", "goal_ids", "goal_id", "area_id", "workshop_id"}
"""Names of values that say what something belongs to."""
NOT_WRITTEN = {
    "title",
    "answers",
    "form",
    "uid",
    "date",
    "minutes",
    "prompt_set",
    "kind",
    "phase",
    "old",
    "level",
    "language",
    "to_role",
    "kinds",
    "without",
    "type",
    "mode",
    "initiative",
    "need",
    "horizon",
    "requirement",
    "from_level",
    "to_level",
    "responsible",
    *KINDS,
    *IDS,
}
"""Names of values that are chosen rather than written."""


class Answer(Enum):
    """What is to become of a draft."""

    CONTINUE = auto()
    KEEP = auto()
    DISCARD = auto()


@runtime_checkable
class TakesDrafts(Protocol):
    """A screen that can go on with what was typed on it."""

    def take_draft(self, values: Mapping[str, Any]) -> None:
        """Show what was typed, ready to be gone on with; ``form`` says in which form, ``uid`` about what."""


class DraftsOffer(LearnlogDialog[Answer | None]):
    """Continue, keep or discard a draft. Esc keeps it."""

    IS_QUESTION = True

    CSS_PATH = "confirm.tcss"
    DEFAULT_CSS = """
    DraftsOffer { align: center middle; }
    """

    def __init__(self, draft: Draft, *, may_keep: bool = True) -> None:
        """Offer a draft.

        Args:
            draft: The draft.
            may_keep: Whether one can go on without it and have it offered again.
        """
        super().__init__()
        self._offered = draft
        self._may_keep = may_keep

    def body(self) -> ComposeResult:
        """When it was written, how it begins, and what to do with it."""
        written = texts(self._offered.values)
        start = " · ".join(written)
        with Vertical(classes="dialog"):
            yield Static(Content(self._sentence(sum(map(len, written)))), classes="question")
            yield Static(line(start[:EXCERPT] + ("…" if len(start) > EXCERPT else "")), classes="more")
            with Horizontal(classes="answers"):
                yield Button(Content(_("Discard")), id="discard")
                if self._may_keep:
                    yield Button(Content(_("Keep for later")), id="keep")
                yield Button(Content(_("Continue")), id="continue")

    def _sentence(self, length: int) -> str:
        saved = self._offered.saved_at.astimezone()
        day = short_date(saved.date(), translator(), self.services.clock.today())
        return ngettext(
            "You have an unsaved draft from {day} {time} ({count} character).",
            "You have an unsaved draft from {day} {time} ({count} characters).",
            length,
            day=day,
            time=f"{saved:%H:%M}",
        )

    def on_mount(self) -> None:
        """The answer that loses nothing."""
        self.query_one("#continue", Button).focus()

    @on(Button.Pressed, "#continue")
    def _continue(self) -> None:
        self.dismiss(Answer.CONTINUE)

    @on(Button.Pressed, "#keep")
    def _keep(self) -> None:
        self.dismiss(Answer.KEEP)

    @on(Button.Pressed, "#discard")
    @work(group="discard", exclusive=True)
    async def _discard(self) -> None:
        """What was never saved cannot be taken back: ask once more."""
        length = sum(map(len, texts(self._offered.values)))
        question = ngettext(
            "Throw this draft away? It has {count} character, and cannot be taken back.",
            "Throw this draft away? It has {count} characters, and cannot be taken back.",
            length,
        )
        if await self.app.push_screen_wait(Confirm(Content(question), _("Throw away"))):
            self.dismiss(Answer.DISCARD)

    def key_left(self) -> None:
        """To the button on the left."""
        self.focus_previous()

    def key_right(self) -> None:
        """To the button on the right."""
        self.focus_next()


def texts(values: Mapping[str, Any]) -> list[str]:
    """What was written in a form, without what was only chosen; the title first."""
    written = [values.get("title"), *(value for name, value in values.items() if name not in NOT_WRITTEN)]
    answers = values.get("answers")
    if isinstance(answers, dict):
        written += [text for key, text in answers.items() if key != NEXT]
    return [text.strip() for text in written if isinstance(text, str) and text.strip()]


def left_behind(screen: LearnlogScreen[Any], form: str, uid: str) -> Mapping[str, Any]:
    """What was typed in a form about something and not saved: the form goes on from there. Empty if nothing was."""
    waiting = screen.services.drafts.waiting()
    return next((draft.values for draft in waiting if (draft.form, draft.uid) == (form, uid)), {})


def waiting_for(screen: LearnlogScreen[Any], entry: Entry) -> Draft | None:
    """The draft to be offered before a form is opened on an entry, if there is one.

    For an entry in the log it is what was typed about that entry; for a new one, what was typed about one never saved.
    """
    for draft in _unsaved(screen):
        if draft.form == FORM:
            known = _known(screen, draft.uid)
            if draft.uid == entry.id if entry.revision else known is None:
                return draft
    return None


def _unsaved(screen: LearnlogScreen[Any]) -> list[Draft]:
    """Drafts that wait, without those whose content is in the log already: their window died before it dropped them."""
    waiting = []
    for draft in screen.services.drafts.waiting():
        if draft.form.startswith("review."):  # it belongs to a review, and is there when that is opened
            continue
        entry = _known(screen, draft.uid) if draft.form == FORM else None
        if entry is not None and _holds(entry, draft.values):
            screen.host.hands.submit(screen.services.drafts.drop, draft.form, draft.uid)
        else:
            waiting.append(draft)
    return waiting


def _holds(entry: Entry, values: Mapping[str, Any]) -> bool:
    """Whether an entry says all that was typed."""
    answers = values.get("answers")
    if isinstance(answers, dict) and any(entry.answers.get(key, "") != text for key, text in answers.items()):
        return False
    named = {name: value for name, value in values.items() if name in entry._fields and name != "answers"}
    return all(start_value(entry, name) == value for name, value in named.items())


def _known(screen: LearnlogScreen[Any], entry_id: str) -> Entry | None:
    try:
        return screen.services.log.get(entry_id)
    except NotFoundError:
        return None


async def ask_about(screen: LearnlogScreen[Any], draft: Draft, entry: Entry) -> Entry | None:
    """Offer a draft, then open the form: on the draft, or on the entry asked for.

    Returns:
        The entry as saved, or None.
    """
    answer = await screen.app.push_screen_wait(DraftsOffer(draft, may_keep=draft.uid != entry.id))
    if answer is Answer.CONTINUE:
        return await _go_on(screen, draft)
    if answer is Answer.DISCARD:
        await screen.offload(screen.services.drafts.drop, draft.form, draft.uid)
    elif answer is None:
        return None
    return await screen.app.push_screen_wait(EntryForm(entry))


async def _go_on(screen: LearnlogScreen[Any], draft: Draft) -> Entry | None:
    """Open the entry form on a draft."""
    log = screen.services.log
    entry = _known(screen, draft.uid) or log.blank()._replace(id=draft.uid)
    return await screen.app.push_screen_wait(EntryForm(entry, draft.values))


async def offer_drafts(screen: LearnlogScreen[Any], wanted: str = "") -> None:
    """Offer what was left behind, the newest first; to be called from a worker, once the app has started.

    Args:
        screen: Where it is offered.
        wanted: Form and id of the one that is asked for, with a blank between; everything by default.
    """
    for draft in _unsaved(screen):
        if wanted and wanted != f"{draft.form} {draft.uid}":
            continue
        answer = await screen.app.push_screen_wait(DraftsOffer(draft))
        if answer is Answer.DISCARD:
            await screen.offload(screen.services.drafts.drop, draft.form, draft.uid)
        elif answer is Answer.CONTINUE:
            if draft.form == FORM:
                await _go_on(screen, draft)
            else:
                await _take_back(screen, draft)
            return


async def _take_back(screen: LearnlogScreen[Any], draft: Draft) -> None:
    """Go to the screen a draft was typed on, and put it back there."""
    if draft.form == "comment.answer":
        from learnlog.screens.comments import CommentsScreen  # noqa: PLC0415 - rare

        await screen.app.push_screen_wait(CommentsScreen(draft.uid, begin=True))
        return
    if draft.form == "review":
        from learnlog.screens.comment_asks import read_copy  # noqa: PLC0415 - rare

        await read_copy(screen, str(draft.values.get("path", "")))
        return
    await screen.app.switch_mode(HOMES.get(draft.form.partition(".")[0], "start"))
    target = screen.app.screen
    if isinstance(target, TakesDrafts):
        target.call_after_refresh(target.take_draft, {**draft.values, "form": draft.form, "uid": draft.uid})
