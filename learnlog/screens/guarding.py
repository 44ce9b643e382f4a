"""The identity guard's dialog: what may tell who somebody is, where, and what can be done. Never what it is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from learnlog.domain.identity import Certainty
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.catalog import Translator
from learnlog.i18n.places import field_name
from learnlog.i18n.sightings import taught
from learnlog.screens.base import LearnlogDialog, LearnlogScreen
from learnlog.services.found import Found
from learnlog.text import N_, Msg
from learnlog.widgets.safe import content

SHOWN = 3
"""So many are told of one by one."""
HINT_STAYS = 9.0
"""Seconds that a hint stays: it is longer than a word of confirmation."""


class Answer(StrEnum):
    """What is to be done about it. Esc is none of them: it is left as it is, and nothing is sent."""

    CHANGE = "change"
    """Go to the field and write it otherwise."""
    HIDE = "hide"
    """Hide it in the copy."""
    KEEP = "keep"
    """It is not about a client: do not ask again."""


class GuardDialog(LearnlogDialog[Answer]):
    """Tell of what was seen, and ask what to do. The first answer has the focus."""

    CSS_PATH = "guarding.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down", "app.focus_next", N_("The other answer"), show=False),
        Binding("left,up", "app.focus_previous", N_("The other answer"), show=False),
    ]
    HELP = N_(
        "A log is about what you learn, not about who it was with. Write “a resident”, “a relative”, “a colleague”."
        " What you say is not about a client is not spoken of again. A valid personal identity number always is."
    )

    def __init__(self, found: Sequence[Found], first: str, answers: Sequence[Answer]) -> None:
        """Ask.

        Args:
            found: What was seen, the surest first.
            first: What has happened, or has not: a sentence, translated.
            answers: What can be done, the usual one first.
        """
        super().__init__()
        self._found = found
        self._first = first
        self._answers = answers

    def body(self) -> ComposeResult:
        """What happened, each thing seen with what to write instead, and the answers."""
        with VerticalScroll(classes="dialog", can_focus=False) as box:
            box.border_title = Content(_("This may identify a person"))
            yield Static(Content(self._first), classes="question")
            for each in self._found[:SHOWN]:
                yield Static(
                    Content.assemble(content(_say(each.where), "bold"), "\n", _say(taught(each.sighting))),
                    classes="seen",
                )
            more = len(self._found) - SHOWN
            if more > 0:
                yield Static(
                    Content(ngettext("There is {count} more.", "There are {count} more.", more)), classes="more"
                )
            with Horizontal(classes="answers"):
                no = _("Cancel") if Answer.HIDE in self._answers else _("Leave it")
                yield Button(Content(no), id="leave")
                for answer in reversed(self._answers):
                    yield Button(Content(_(_WORDS[answer])), id=answer)

    def on_mount(self) -> None:
        """The usual answer first."""
        self.query(Button).last().focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        self.dismiss(Answer(event.button.id) if event.button.id in list(Answer) else None)


_WORDS = {
    Answer.CHANGE: N_("Change it"),
    Answer.HIDE: N_("Hide it in the copy"),
    Answer.KEEP: N_("Not a client"),
}


def _say(message: Msg) -> str:
    return translator().say(message)


async def warn(screen: LearnlogScreen[Any], found: Sequence[Found], *, can_change: bool) -> tuple[Found, ...]:
    """After a save: tell of numbers in a dialog, of hints in passing. To be called from a worker.

    Args:
        screen: Where it was saved.
        found: What was seen in what was saved.
        can_change: Whether the field can be gone to from here.

    Returns:
        What the owner wants to change now.
    """
    numbers = [each for each in found if each.sighting.certainty is not Certainty.HINT]
    if numbers:
        keep = () if any(each.stops for each in numbers) else (Answer.KEEP,)
        change = (Answer.CHANGE,) if can_change else ()
        dialog = GuardDialog(
            numbers, _("It is saved, and yours alone. It must not be shared like this."), (*change, *keep)
        )
        answer = await screen.app.push_screen_wait(dialog)
        if answer is Answer.KEEP:
            for each in numbers:
                await screen.offload(screen.services.identity.keep, each)
        return tuple(numbers) if answer is Answer.CHANGE else ()
    if found:
        first = found[0]
        field = _say(field_name(first.table, first.path))
        field = field if field.endswith("?") else field.rstrip(":.") + ":"
        screen.notify(f"{field} {_say(taught(first.sighting))}", severity="warning", timeout=HINT_STAYS, markup=False)
    return ()


async def look_at(screen: LearnlogScreen[Any], value: object) -> None:
    """Look at what has just been saved, where it is not a form that did it. To be called from a worker."""
    found = await screen.offload(screen.services.identity.news, value)
    if found:
        await warn(screen, found, can_change=False)


async def cleared(screen: LearnlogScreen[Any], text: str, words: Translator) -> str | None:
    """A finished document that may leave the log; None if it may not. To be called from a worker.

    Args:
        screen: Where it is about to be saved.
        text: The document.
        words: For the document's language.
    """
    guard = screen.services.identity
    found = await screen.offload(guard.stopping, text)
    if not found:
        return text if found is not None else None
    first = _("Nothing has been written yet. A copy cannot be taken back.")
    answers = (Answer.HIDE, Answer.CHANGE) if found[0].table in _MODES else (Answer.HIDE,)
    answer = await screen.app.push_screen_wait(GuardDialog(found, first, answers))
    if answer is Answer.HIDE:
        return await screen.offload(guard.cleared, text, words, hiding=True)
    if answer is Answer.CHANGE:
        await _go_to(screen, found[0])
    return None


_MODES = {
    "entries": "log",
    "trainings": "training",
    "areas": "plan",
    "goals": "plan",
    "actions": "plan",
    "workshops": "plan",
    "talks": "talk",
    "selection": "talk",
    "profile": "profile",
}
"""Table → the main screen on which it is changed."""


async def _go_to(screen: LearnlogScreen[Any], found: Found) -> None:
    """To where it can be changed: an entry's form at the field, otherwise the main screen."""
    screen.dismiss(None)
    screen.app.switch_mode(_MODES[found.table])
    if found.table == "entries":
        from learnlog.screens.entry_form import EntryForm  # noqa: PLC0415 - forms warn by way of this module

        entry = screen.services.log.get(found.uid)
        screen.app.push_screen(EntryForm(entry).pointing_at([found]))
