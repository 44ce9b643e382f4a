"""The first start: a few friendly questions, one at a time, each of which can be skipped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static

from learnlog.domain.values import Language
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.labels import capital, label
from learnlog.screens.base import LearnlogScreen, sentence
from learnlog.screens.commands import bindings
from learnlog.screens.profile_parts import JOB_TITLES
from learnlog.services.suite import Services
from learnlog.text import N_
from learnlog.widgets.field import Field
from learnlog.widgets.fields import LineField
from learnlog.widgets.pickers import Choice
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
    Step("display_name", N_("What is your name?"), N_("It stands on your CV summary, and nowhere else.")),
    Step("job_title", N_("What is your job title?"), N_("Write it as it stands in your contract.")),
    Step("workplace", N_("Where do you work?"), N_("The name of the workplace, not its address.")),
    Step("place", N_("Where your log lies"), N_("Your log is a file on this computer. Nobody else can open it here.")),
    Step("notice", N_("What never to write"), N_("A log is about what you learn, never about who somebody is.")),
)
"""In their order."""

NEVER = (
    N_("names or initials of clients, patients and relatives"),
    N_("identity numbers, dates of birth, phone numbers"),
    N_("addresses and room numbers"),
    N_("diagnosis, place and date together"),
    N_("anybody's health or sick leave, your own too"),
    N_("colleagues' names when something went wrong"),
)
"""What must never be in a log (confidentiality, and the data protection rules)."""


def is_needed(services: Services) -> bool:
    """Whether nobody has told learnlog anything yet."""
    return services.profiles.get().revision == 0 and not services.log.heads()


class FirstStart(LearnlogScreen[None]):
    """Language, name, title, workplace, where the log lies, and what never to write."""

    CSS_PATH = "first_start.tcss"
    FRAMED: ClassVar[bool] = False
    AUTO_FOCUS = ".box, #next"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("-nav.back"),
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
    ]

    def __init__(self) -> None:
        """Begin at the first question."""
        super().__init__()
        self._step = 0
        self._answers: dict[str, str] = {}
        self._notice_read = False

    # -- drawing -------------------------------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The question, its field, and three buttons."""
        step = STEPS[self._step]
        last = self._step == len(STEPS) - 1
        with Vertical(id="card") as card:
            card.border_title = Content(_("learnlog"))
            card.border_subtitle = Content(_("{step} of {all}", step=self._step + 1, all=len(STEPS)))
            yield Static(Content(_(step.title)), id="title")
            yield Static(Content(_(step.text)), id="text")
            yield from self._asked(step)
            with Horizontal(id="buttons"):
                if self._step:
                    yield Button(Content(_("Back")), id="back")
                yield Button(Content(_("Skip")), id="skip")
                yield Button(Content(_("I have read this") if last else _("Next")), id="next")
            yield Static(Content(_("Enter goes on · Esc goes back · everything can be changed later")), id="keys")

    def _asked(self, step: Step) -> Iterator[Widget]:
        if step.name == "language":
            yield SegmentField("language", N_("Language"), _languages, led=False)
        elif step.name == "place":
            yield Static(line(self.services.locations.log), classes="fact")
            yield Static(Content(_("You can move it later, under Settings. Back it up as you back up other files.")))
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
        """What has been answered already."""
        self._fill()

    def _fill(self) -> None:
        for field in self.query(Field):
            field.sends = True
            known = self._answers.get(field.name_of_value, "")
            field.put(translator().language if field.name == "language" else known)

    async def _show(self, step: int) -> None:
        """Ask another question."""
        self._step = min(max(step, 0), len(STEPS) - 1)
        await self.recompose()
        self._fill()
        first = next(iter(self.query(Field)), None)
        if first is not None:
            first.enter()
        else:
            self.query_one("#next", Button).focus()

    def retranslate(self) -> None:
        """Ask in the new language."""
        self.run_worker(self._show(self._step), exclusive=True)

    # -- answering -----------------------------------------------------------------------------------------------------

    @on(Field.Changed)
    def _answered(self, event: Field.Changed) -> None:
        """Keep the answer; a language is spoken at once."""
        name, raw = event.field.name_of_value, str(event.field.raw)
        self._answers[name] = raw
        if name == "language":
            self.host.choose(language=raw)

    @on(Field.Entered)
    @on(Button.Pressed, "#next")
    async def _go_on(self) -> None:
        await self.action_next()

    @on(Button.Pressed, "#skip")
    async def _skip(self) -> None:
        name = STEPS[self._step].name
        self._answers.pop(name, None)
        if name == "notice":
            self._finish()
        else:
            await self._show(self._step + 1)

    @on(Button.Pressed, "#back")
    async def _go_back(self) -> None:
        await self._show(self._step - 1)

    async def action_next(self) -> None:
        """The next question; after the last one the log."""
        if STEPS[self._step].name == "notice":
            self._notice_read = True
            self._finish()
        else:
            await self._show(self._step + 1)

    def action_back(self) -> None:
        """The question before."""
        if self._step:
            self.run_worker(self._show(self._step - 1), exclusive=True)

    @work(group="form", exclusive=True)
    async def _finish(self) -> None:
        """Save what was told, and open the log."""
        try:
            saved = await self.offload(self._save)
        except InvalidInputError as error:
            self.notify(sentence(error), severity="warning", markup=False)
            return
        if saved is not None:
            self.dismiss(None)

    def _save(self) -> object:
        """Save settings and profile; called in the services' thread."""
        services = self.services
        services.preferences.change(language=translator().language)
        told: dict[str, Any] = {name: text.strip() for name, text in self._answers.items() if name != "language"}
        if self._notice_read:
            told["notice_read_at"] = services.clock.now()
        return services.profiles.save(services.profiles.get().revised(**told))


def _languages() -> tuple[Choice, ...]:
    """The languages, each by its own name."""
    return tuple(Choice(language.value, capital(label(language, translator()))) for language in Language)


def _examples() -> dict[str, str]:
    """What could stand in the fields, in English."""
    return {
        "display_name": N_("First name and surname"),
        "job_title": N_("Assistant nurse"),
        "workplace": N_("Name of the nursing home or home-care area"),
    }
