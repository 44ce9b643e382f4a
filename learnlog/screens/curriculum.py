"""The CV summary for the development talk: what it shows, what it says, and the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from learnlog.domain.selection import Selection
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import numeric_date, whole_hours
from learnlog.screens.commands import bindings
from learnlog.screens.cv_desk import CvDesk
from learnlog.screens.cv_overview import Overview, file_name, overview, spoken
from learnlog.screens.cv_picks import CvPicksScreen
from learnlog.screens.exporting import Document, export
from learnlog.screens.form import Values, Writing
from learnlog.screens.guarding import look_at
from learnlog.screens.preview import PreviewScreen
from learnlog.text import N_
from learnlog.widgets.document_view import FileView

FORM = "curriculum"
"""Name of this screen's draft."""
PAUSE = 1.0
"""Seconds without a key until the document is made anew."""
WIDE = 100
"""Columns from which there is room for a heading."""


class CurriculumScreen(Writing[None]):
    """Choose, write, look, save to a file."""

    MODE: ClassVar[str] = "talk"
    CSS_PATH = "curriculum.tcss"
    AUTO_FOCUS = "#picks"  # takes no letters: single keys work at once
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "cv.talk", "cv.preview", "cv.export", "cv.entries", "-form.save", "-nav.back"
    )
    HELP = N_(
        "A summary of what you have learned, for the talk with your manager. You choose every text in it; the numbers"
        " are counted for you. Nothing is sent anywhere: you save a file, read it, and give it to whom you like."
    )

    def __init__(self) -> None:
        """Nothing is chosen yet."""
        super().__init__(FORM, FORM)
        self._stored = Selection()
        self._seen: Overview | None = None
        self._pause: Timer | None = None
        self._file = FileView(id="file")

    # -- drawing -------------------------------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """Fields on the left; the file on the right where there is room."""
        self._desk = CvDesk(self.services.clock.today())
        yield Static(id="what")
        with Horizontal(id="desk"):
            yield self._desk
            with Vertical(id="paper", classes="card"):
                yield self._file

    def on_mount(self) -> None:
        """Show what was chosen last time."""
        self._stored = self.services.curriculum.selection()
        self._desk.fill(self._stored)
        self._say()
        self.begin(from_draft=False)
        self._look()

    def _say(self) -> None:
        paper = self.query_one("#paper")
        paper.border_title = Content(_("The file, letter by letter"))
        paper.border_subtitle = Content(_("F5 shows it as it reads"))

    def retranslate(self) -> None:
        """Say everything in the new language; what is typed stays."""
        self._desk.relabel()
        self._say()
        self._look()
        self.query_one("NavBar").refresh()
        self.query_one("KeyBar").refresh()

    def refresh_data(self) -> None:
        """Count again: the log may have changed."""
        if self.query(CvDesk):
            self._look()

    def show_head(self) -> None:
        """The period in words, and what it comes to."""
        parts: list[str | tuple[str, str]] = []
        if self.size.width >= WIDE:
            parts += [(_("CV summary for your talk"), "bold"), "   "]
        seen, tr = self._seen, translator()
        if seen is not None:
            days = f"{numeric_date(seen.period.from_on, tr)} – {numeric_date(seen.period.to_on, tr)}"
            entries = seen.offered.entries
            count = ngettext("{count} entry", "{count} entries", len(entries))
            minutes = sum(entry.minutes or 0 for entry in entries)
            parts += [days, (f"   {count} · {whole_hours(minutes, tr)}", "$muted")]
            self._desk.show_picks(seen)
        parts += self.draft_words(saved=False)  # leaving the screen saves: there is no draft to speak of
        self.query_one("#what", Static).update(Content.assemble(*parts))

    # -- what is chosen ------------------------------------------------------------------------------------------------

    @on(CvDesk.Changed)
    def _typed(self) -> None:
        """Keep a draft, and look again when the fingers rest."""
        self.typed()
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._look)

    @work(group="look", exclusive=True)
    async def _look(self) -> None:
        """Find out what the choices come to."""
        await self._see()

    async def _see(self) -> Overview | None:
        """What the choices come to; None if a date cannot be read, or the log."""
        try:
            selection = self._desk.read(self._stored)
        except InvalidInputError:
            self._desk.complain()
            return None
        seen = await self.offload(overview, self.services.curriculum, selection)
        if seen is not None:
            if self._seen is None or self._seen.text != seen.text:
                self._file.show_text(seen.text)
            self._seen = seen
            self.show_head()
        return seen

    # -- doing ---------------------------------------------------------------------------------------------------------

    async def _keep(self) -> bool:
        """Keep the choices in the log, if they have changed; whether they are there now."""
        try:
            selection = self._desk.read(self._stored)
        except InvalidInputError:
            self._desk.complain()
            return False
        if selection != self._stored:
            saved = await self.offload(self.services.curriculum.keep, selection)
            if saved is None:
                return False
            self._stored = saved
            self._desk.stored(saved)
            await self._keeper.forget()
        return True

    @work(group="keep")
    async def action_save(self) -> None:
        """Keep the choices."""
        if await self._keep():
            self.notify(_("Saved."), markup=False)
            await look_at(self, self._stored)

    @on(CvDesk.PicksWanted)
    def _open_picks(self) -> None:
        self.action_entries()

    @work(group="form", exclusive=True)
    async def action_entries(self) -> None:
        """Choose what the summary shows."""
        seen = await self._see()
        if seen is None:
            return
        picked = await self.app.push_screen_wait(CvPicksScreen(seen.offered, seen.shown, seen.quoted))
        if picked is not None:
            kept = await self.offload(
                self.services.curriculum.keep,
                self._stored._replace(**picked._asdict()),
            )
            if kept is not None:
                self._stored = kept
            await self._see()

    @work(group="form", exclusive=True)
    async def action_talks(self, draft: Mapping[str, Any] | None = None) -> None:
        """Go to the talk the summary is for, and on with a draft typed there."""
        from learnlog.screens.talks import talks_screen  # noqa: PLC0415 - built when asked for

        talks = await talks_screen(self.app)
        if draft:
            talks.take_draft(draft)

    @work(group="form", exclusive=True)
    async def action_preview(self) -> None:
        """Show exactly what will be in the file."""
        if await self._keep():
            seen = await self._see()
            if seen is not None:
                self.app.push_screen(PreviewScreen(self._document(seen)))

    @work(group="form", exclusive=True)
    async def action_export(self) -> None:
        """Save the summary, or the whole log, to a file."""
        if not await self._keep():
            return
        seen = await self._see()
        words = spoken(self._stored)
        log = await self.offload(self.services.exports.log_text, None, None, words)
        if seen is not None and log is not None:
            whole = Document(N_("My whole log"), file_name("log", self.services.clock.today(), words), log)
            export(self, (self._document(seen), whole))

    def _document(self, seen: Overview) -> Document:
        name = file_name("cv", self.services.clock.today(), spoken(self._stored))
        return Document(N_("CV summary"), name, seen.text)

    # -- drafts --------------------------------------------------------------------------------------------------------

    def touched(self) -> Values:
        """What stands here otherwise than in the log."""
        return self._desk.touched()

    def on_screen_suspend(self) -> None:
        """Keep the choices in the log, too, when one goes elsewhere."""
        self.run_worker(self._keep(), group="keep")

    def take_draft(self, values: Mapping[str, Any]) -> None:
        """Go on with what was typed here before, or about a talk."""
        if values.get("form") == "share":
            from learnlog.screens.share import ShareScreen  # noqa: PLC0415 - built when asked for

            self.app.push_screen(ShareScreen())  # it goes on with its draft by itself
            return
        if values.get("form", FORM) != FORM:
            self.action_talks(values)
            return
        self._desk.put(values)
        self.typed()
        self._look()
