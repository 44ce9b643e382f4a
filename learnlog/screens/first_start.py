"""The first start: a few friendly questions, one at a time, each of which can be skipped."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static

from learnlog.domain.values import Language
from learnlog.errors import InvalidInputError, StorageError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.screens.base import LearnlogScreen, sentence
from learnlog.screens.choices import of
from learnlog.screens.commands import bindings
from learnlog.screens.drafting import DraftKeeper
from learnlog.screens.drafts_offer import left_behind
from learnlog.screens.profile import DRAFT, NEW
from learnlog.screens.profile_parts import ABOUT, JOB_TITLES
from learnlog.text import N_
from learnlog.widgets.field import Field
from learnlog.widgets.fields import LineField
from learnlog.widgets.safe import line
from learnlog.widgets.segment_field import SegmentField


class Step(NamedTuple):
    """One question.

    Attributes:
        name: Its id; for a field also the name of the profile's.
        title: English heading.
        text: English sentence below the heading.
    """

    name: str
    title: str
    text: str


STEPS = (
    Step("language", N_("Welcome to learnlog"), N_("A log of your own for what you learn at work. Which language?")),
    Step("display_name", N_("What is your name?"), N_("It stands on your CV summary and on what you give to others.")),
    Step("job_title", N_("What is your job title?"), N_("Write it as it stands in your contract.")),
    Step("workplace", N_("Where do you work?"), N_("The name of the workplace, not its address.")),
    Step(
        "place",
        N_("Where your log lies"),
        N_("Your log is a file on this computer. Only your own user account can open it."),
    ),
    Step("notice", N_("What never to write"), N_("A log is about what you learn, never about who somebody is.")),
)
"""In their order."""
IN_VAIN = Step("in_vain", N_("Nothing can be saved"), N_("Your answers could not be saved in this folder:"))
"""What stands there when the disk refuses the answers."""

NEVER = (
    N_("names or initials of clients, patients and relatives"),
    N_("identity numbers, dates of birth, phone numbers"),
    N_("addresses and room numbers"),
    N_("diagnosis, place and date together"),
    N_("anybody's health or sick leave, your own too"),
    N_("colleagues' names when something went wrong"),
)
"""What must never be in a log (confidentiality, and the data protection rules)."""
FORM = f"{DRAFT}.{ABOUT.name}.{NEW}"
"""What is half answered is a draft of the profile's own form, which can go on with it, too."""


class Refusal(NamedTuple):
    """The disk will not take the answers.

    Attributes:
        folder: Where they should have been saved.
        error: Why they were not.
    """

    folder: str
    error: StorageError


class FirstStart(LearnlogScreen[None]):
    """Language, name, title, workplace, where the log lies, and what never to write."""

    CSS_PATH = "first_start.tcss"
    FRAMED: ClassVar[bool] = False
    AUTO_FOCUS = ".box, #next"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (60, "-narrow")]  # noqa: RUF012 - Textual's own declaration
    VERTICAL_BREAKPOINTS = [(0, "-tight"), (24, "-short")]  # noqa: RUF012 - Textual's own declaration
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("-nav.back"),
        Binding("enter", "next", show=False),  # typed while the next question is drawn, when nothing has the focus
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
        Binding("up", "roll(-1)", show=False),
        Binding("down", "roll(1)", show=False),
    ]

    def __init__(self) -> None:
        """Begin at the first question."""
        super().__init__()
        self._step = 0
        self._answers: dict[str, str] = {}
        self._notice_read = False
        self._refused: Refusal | None = None
        self._drawing = asyncio.Lock()
        self._keeper = DraftKeeper(self, FORM, FORM, self._told, lambda: None)

    # -- drawing -------------------------------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The question, its field, and its buttons."""
        step = STEPS[self._step] if self._refused is None else IN_VAIN
        with VerticalScroll(id="card", can_focus=False) as card:
            card.border_title = Content(_("learnlog"))
            card.border_subtitle = Content(_("{step} of {all}", step=self._step + 1, all=len(STEPS)))
            yield Static(Content(_(step.title)), id="title")
            yield Static(Content(_(step.text)), id="text")
            yield from self._asked(step)
            yield from self._ways_on(step)

    def _ways_on(self, step: Step) -> Iterator[Widget]:
        """Buttons, and the keys for them."""
        if step is IN_VAIN:
            skip, go_on = _("Go on without saving"), _("Try again")
            keys = _("Enter tries again · {key:nav.back} goes on without saving · {key:app.quit} closes")
        else:
            skip, go_on = _("Skip"), _("I have read this") if step is STEPS[-1] else _("Next")
            keys = _("Enter goes on · {key:nav.back} goes back · everything can be changed later")
            if step is STEPS[0]:
                keys = _("← → choose · Enter goes on · everything can be changed later")
        back = [Button(Content(_("Back")), id="back")] if self._step and step is not IN_VAIN else []
        yield Horizontal(*back, Button(Content(skip), id="skip"), Button(Content(go_on), id="next"), id="buttons")
        yield Static(Content(keys), id="keys")

    def _asked(self, step: Step) -> Iterator[Widget]:
        if step.name == "language":
            yield SegmentField("language", N_("Language"), of(Language), led=False)
        elif step.name == "place":
            yield Static(line(self.services.locations.log), classes="fact")
            yield Static(Content(_("You can move it later, under Settings. Back it up as you back up other files.")))
        elif self._refused is not None:
            yield Static(line(self._refused.folder), classes="fact")
            yield Static(line(sentence(self._refused.error)))
            yield Static(Content(_("You can go on and look around, but what you write will not be kept.")))
        elif step.name == "notice":
            for never in NEVER:
                yield Static(Content.assemble(("✗ ", "$error"), _(never)), classes="never")
            yield Static(Content(_("Write roles instead: “a resident”, “a relative”, “a colleague”.")), classes="fact")
        else:
            titles = JOB_TITLES[translator().language] if step.name == "job_title" else ()
            hint = N_("the arrow to the right takes the suggestion") if titles else ""
            example = _examples().get(step.name, "")
            yield LineField(step.name, "", suggestions=titles, example=example, hint=hint)

    def on_mount(self) -> None:
        """What has been answered already, before the program died, too."""
        known = left_behind(self, FORM, FORM)
        self._answers = {step.name: str(known[step.name]) for step in STEPS if step.name in known}
        self._fill()

    def action_roll(self, lines: int) -> None:
        """See what a small terminal has no room for."""
        self.query_one("#card").scroll_relative(y=lines, animate=False)

    def _fill(self) -> None:
        for field in self.query(Field):
            field.sends = True
            known = self._answers.get(field.name_of_value, "")
            field.put(translator().language if field.name == "language" else known)

    @work(group="turn")
    async def _turn(self, way: int) -> None:
        """Ask another question: so many further on. One is drawn at a time."""
        async with self._drawing:
            self._step = min(max(self._step + way, 0), len(STEPS) - 1)
            await self.recompose()
            self._fill()
            first = next(iter(self.query(Field)), None)
            if first is not None:
                first.enter()
            else:
                self.query_one("#next", Button).focus(scroll_visible=False)  # what is to be read comes first

    def retranslate(self) -> None:
        """Ask in the new language."""
        self._turn(0)

    # -- answering -----------------------------------------------------------------------------------------------------

    @on(Field.Changed)
    def _answered(self, event: Field.Changed) -> None:
        """Keep the answer; a language is spoken at once."""
        name, raw = event.field.name_of_value, str(event.field.raw)
        if raw == self._answers.get(name, ""):
            return
        self._answers[name] = raw
        if name == "language":
            self.host.choose(language=raw)
        else:
            self._keeper.touch()

    def _told(self) -> dict[str, Any]:
        """What has been written so far, for the profile."""
        return {name: text.strip() for name, text in self._answers.items() if name != "language" and text.strip()}

    def keep_draft(self) -> StorageError | None:
        """Write what has been told to disk, at once; why it could not be, if so."""
        return self._keeper.write_now()

    @on(Field.Entered)
    @on(Button.Pressed, "#next")
    def action_next(self) -> None:
        """The next question; after the last one the log."""
        if self._step < len(STEPS) - 1:
            self._turn(1)
        elif not self._drawing.locked():  # nobody has read what is only being drawn
            self._notice_read = True
            self._finish()

    @on(Button.Pressed, "#skip")
    def _skip(self) -> None:
        """Without an answer; when nothing can be saved, out of here."""
        if self._refused is not None:
            self.dismiss(None)
        elif self._step < len(STEPS) - 1:
            self._answers.pop(STEPS[self._step].name, None)
            self._keeper.touch()
            self._turn(1)
        else:
            self._finish()

    @on(Button.Pressed, "#back")
    def action_back(self) -> None:
        """The question before; when nothing can be saved, out of here."""
        if self._refused is not None:
            self.dismiss(None)
        elif self._step:
            self._turn(-1)

    @work(group="form", exclusive=True)
    async def _finish(self) -> None:
        """Save what was told, and open the log."""
        try:
            self._refused = await self.offload(self._save)
        except InvalidInputError as error:
            self.notify(sentence(error), severity="warning", markup=False)
            return
        if self._refused is None:
            await self._keeper.drop()
            self.dismiss(None)
        else:
            self._turn(0)

    def _save(self) -> Refusal | None:
        """Save profile and settings; called in the services' thread."""
        places = self.services.locations
        for path, save in ((places.log, self._save_profile), (places.settings, self._save_language)):
            try:
                save()
            except StorageError as error:
                return Refusal(os.path.dirname(path), error)
        return None

    def _save_profile(self) -> None:
        told = self._told()
        if self._notice_read:
            told["notice_read_at"] = self.services.clock.now()
        self.services.profiles.save(self.services.profiles.get().revised(**told), is_deed=False)

    def _save_language(self) -> None:
        self.services.preferences.change(language=translator().language)


def _examples() -> dict[str, str]:
    """What could stand in the fields, in English."""
    return {
        "display_name": N_("First name and surname"),
        "job_title": N_("Assistant nurse"),
        "workplace": N_("Name of the nursing home or home-care area"),
    }
