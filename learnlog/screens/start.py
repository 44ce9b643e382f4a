"""The start screen: what waits, one line to write down what one has learned, and how the year has been."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from learnlog.errors import InvalidInputError, StorageError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.dates import long_date
from learnlog.screens.base import HEIGHTS, sentence
from learnlog.screens.cards import Cards
from learnlog.screens.commands import bindings
from learnlog.screens.doings import EntriesScreen
from learnlog.screens.ending import within
from learnlog.text import N_
from learnlog.widgets.greeting import Greeting, hello, what_waits
from learnlog.widgets.line_input import LineInput
from learnlog.widgets.row_list import RowList
from learnlog.widgets.safe import line, show

if TYPE_CHECKING:
    from learnlog.domain.entry import Entry
    from learnlog.services.found import Found  # imported when a line is saved

AFTER_FIRST_FRAME = 0.3
"""Seconds until what the first frame did not wait for."""
KEEP = 2.0
"""Seconds between writings of a half-typed line to disk."""
CAPTURE = "capture"
"""Form name of the line's drafts."""


class CaptureLine(LineInput):
    """The line at the top; its two keys stand in the footer."""

    HELP = N_("One line is enough: Enter saves it as a draft of today, and nothing else is asked.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", N_("Save"), tooltip=N_("Save the line as a draft of today.")),
        Binding("ctrl+j", "submit()", show=False),  # what Enter is until the app has the terminal; no key to be told of
        Binding(
            "escape", "screen.back", N_("To the overview"), tooltip=N_("Leave the line; the text stays."), id="nav.back"
        ),
        Binding("down", "screen.back", N_("Down"), show=False),
    ]


class StartScreen(EntriesScreen):
    """What waits, and one line to write down what one has learned."""

    MODE: ClassVar[str] = "start"
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (16, "-low"), (22, "-short"), *HEIGHTS[1:]]  # noqa: RUF012 - Textual's own
    HELP = N_(
        "Write one thing you learned today on the line at the top and press Enter: it is saved at once,"
        " as a draft of today. You can add more whenever you like."
        " {key:nav.back} takes you to the overview, where single keys work: {key:log.new} for a whole entry,"
        " {key:go.log} for your log."
        " The charts below are only for your information: A – learning is the purpose, B – purpose not clear,"
        " C – other purpose, I learn anyway."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "log.new", "log.search", "edit.undo", "edit.redo", "+nav.back", nav_back=N_("Write")
    )

    def __init__(self) -> None:
        """Build the parts that are kept up to date."""
        super().__init__()
        self._line = CaptureLine(id="capture", select_on_focus=False)  # else the next key erased it
        self._greeting = Greeting(id="greeting")
        self._cards = Cards()
        self._kept = ""
        self._draft = ""
        self._on_its_way: list[str] = []
        self._warned = False
        self._seen: tuple[object, ...] = ()
        self._has_been_seen = False

    def body(self) -> ComposeResult:
        """Greeting, line, cards."""
        self._say()
        yield self._greeting
        yield self._line
        yield self._cards

    def _say(self) -> None:
        """Titles and texts in the interface's language."""
        self._line.border_title = Content(_("Today I learned …"))
        read_only = self.services.log.read_only
        self._line.placeholder = _("Read only") if read_only else _("Two sentences are enough.")
        self._line.border_subtitle = Content(_("Write no names or identity numbers."))
        self._cards.say()

    def on_mount(self) -> None:
        """Ready to write; what was left half typed is offered back. Where nothing can be saved, nothing is begun."""
        self._line.disabled = bool(self.services.log.read_only)
        (self._cards.waiting if self._line.disabled else self._line).focus()
        self.set_interval(KEEP, self._keep)
        self.app.call_after_refresh(self._go_on)  # its own queue would not wait for the first frame of all

    def _go_on(self) -> None:
        """What the first frame did not wait for: the year, and a little later what was left behind."""
        self._has_been_seen = True
        self.show_data()
        self.set_timer(AFTER_FIRST_FRAME, self._welcome)

    @work(group="welcome")
    async def _welcome(self) -> None:
        """Read all of the log, which the first frame did not wait for; then the first start's questions, and drafts."""
        try:
            notices = await within(self.host.hands, self.services.upkeep.read_through)
        except StorageError as error:
            self.host.lost(error)
            return
        for notice in notices:
            self.notify(show(translator().say(notice)), severity="warning", markup=False, timeout=10)
        if not self.host.demo and not self.services.log.heads() and self.services.profiles.get().revision == 0:
            from learnlog.screens.first_start import FirstStart  # noqa: PLC0415 - once

            await self.app.push_screen_wait(FirstStart())
        if self.services.drafts.waiting() and not self._line.value:  # who is writing already finds them below
            from learnlog.screens.drafts_offer import offer_drafts  # noqa: PLC0415 - rare

            await offer_drafts(self)
            self.refresh_data()

    # -- showing ------------------------------------------------------------------------------------------------------

    def refresh_data(self) -> None:
        """Show the log as it is now; in the first frame no more than can be shown at once."""
        if not self._line.is_mounted:
            return
        services, tr = self.services, translator()
        name, today = services.profiles.get().display_name, services.clock.today()
        heads = services.log.heads()
        if not self._has_been_seen:
            self._cards.show_latest(services, heads)
            self._greet(name, today, "")
            return
        seen = (heads, services.drafts.waiting(), today, tr)  # other heads are handed out after any change of the log
        if seen == self._seen:
            return  # nothing has changed while other screens were shown
        self._seen = seen
        self._greet(name, today, what_waits(self._cards.show(services, heads, services.reminders.due())))

    def _greet(self, name: str, today: dt.date, more: str) -> None:
        """Say hello, and what there is to say."""
        words = line(hello(self.services.clock.now().astimezone(), name), "bold")
        self._greeting.show(Content.assemble(words, "  ", more), long_date(today, translator()))

    def select(self, entry_id: str) -> None:
        """It stands among the latest now."""
        del entry_id
        self.refresh_data()

    # -- doing --------------------------------------------------------------------------------------------------------

    @on(LineInput.Submitted, "#capture")
    def _typed(self) -> None:
        """Enter saves the line."""
        text = self._line.value.removeprefix("".join(self._on_its_way))  # that stands there until it is safe
        if text.strip():  # not the second Enter of a heavy hand
            self._on_its_way.append(text)
            self._capture(text)

    @work(group="capture")
    async def _capture(self, text: str) -> None:
        """Save, and be ready for the next."""
        try:
            saved = await self.offload(self._captured, text)
        except InvalidInputError as error:
            self.notify(sentence(error), severity="warning", markup=False)
            return
        finally:
            self._on_its_way.remove(text)
        if saved is None:
            return
        self._take_out(text)
        self._keep()
        self.refresh_data()
        self.notify(_("Saved. {key:edit.undo} takes it back."), markup=False)
        entry, found = saved
        if found:
            from learnlog.screens.entry_form import EntryForm  # noqa: PLC0415 - seldom
            from learnlog.screens.guarding import warn  # noqa: PLC0415 - as above

            if change := await warn(self, found, can_change=True):
                await self.app.push_screen_wait(EntryForm(entry).pointing_at(change))

    def _take_out(self, saved: str) -> None:
        """What has been typed meanwhile stays in the line."""
        if self._line.value.startswith(saved):
            cursor = self._line.cursor_position - len(saved)
            self._line.value = self._line.value.removeprefix(saved)
            self._line.cursor_position = max(cursor, 0)

    def _captured(self, text: str) -> tuple[Entry, tuple[Found, ...]]:
        """Save, and look at what was saved; called in the services' thread."""
        entry = self.services.log.capture(text)
        return entry, self.services.identity.news(entry)

    @on(RowList.Chosen, "#latest")
    def _open_latest(self, message: RowList.Chosen) -> None:
        """Show it in the log."""
        from learnlog.screens.log import log_screen  # noqa: PLC0415 - built when asked for

        log_screen(self.app).select(message.key)

    @on(RowList.Chosen, "#waiting")
    @work(group="doing")
    async def _open_waiting(self, message: RowList.Chosen) -> None:
        """Go on with what waits."""
        from learnlog.screens.waiting import open_waiting  # noqa: PLC0415 - the first frame does without

        await open_waiting(self, message.key)
        self.refresh_data()

    def action_back(self) -> None:
        """From the line to the cards; from the cards back to the line."""
        (self._cards.waiting if self.focused is self._line else self._line).focus()

    # -- drafts -------------------------------------------------------------------------------------------------------

    def take_draft(self, values: Mapping[str, object]) -> None:
        """Put a half-typed line back. What has been typed since is not lost: it waits in its place."""
        if (problem := self.keep_draft()) is not None:
            self.notify(sentence(problem), severity="warning", markup=False)
            return
        if self._draft:
            self.services.drafts.let_go(CAPTURE, self._draft)
        self._draft = self._kept = ""
        self._line.value = str(values.get("sentence", ""))
        self._line.action_end()
        self._line.focus()
        if self.keep_draft() is None:  # it is this window's from now on
            self.services.drafts.drop(CAPTURE, str(values.get("uid", "")))
        self.refresh_data()

    def keep_draft(self) -> StorageError | None:
        """Write the half-typed line to disk, at once; why it could not be, if so."""
        return self.host.at_once(self._write)

    def _write(self) -> None:
        """Write the half-typed line to disk, as a draft of its own: what another window was left with stays."""
        text = self._line.value
        if text == self._kept:
            return
        if text.strip():
            self._draft = self._draft or self.services.log.blank().id
            self.services.drafts.keep(CAPTURE, self._draft, {"sentence": text})
        elif self._draft:
            self.services.drafts.drop(CAPTURE, self._draft)
            self._draft = ""
        self._kept = text

    @work(group="keep", exclusive=True)
    async def _keep(self) -> None:
        if self._line.value == self._kept:
            return
        try:
            await within(self.host.hands, self._write)
            self._warned = False
        except StorageError as error:
            if not self._warned:  # no dialog: it would swallow what is being typed
                self.notify(sentence(error), severity="warning", markup=False)
            self._warned = True

    def retranslate(self) -> None:
        """The titles are said anew; the line keeps its text."""
        self._say()
        self.refresh_data()
