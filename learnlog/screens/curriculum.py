"""The CV summary for the development talk: what it shows, what it says, and the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
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
from learnlog.screens.desk import DeskScreen
from learnlog.screens.exporting import Document, export
from learnlog.screens.guarding import look_at
from learnlog.screens.preview import PreviewScreen
from learnlog.text import N_

FORM = "curriculum"
"""Name of this screen's draft."""
WIDE = 100
"""Columns from which there is room for a heading."""


class CurriculumScreen(DeskScreen):
    """Choose, write, look, save to a file."""

    MODE: ClassVar[str] = "talk"
    CSS_PATH = "curriculum.tcss"
    AUTO_FOCUS = "#picks"  # takes no letters: single keys work at once
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "cv.talk", "cv.preview", "cv.export", "cv.entries", "-form.save", "-nav.back", cv_export=N_("To a file")
    )
    PAUSE = 1.0
    PAPER = N_("The file, letter by letter")
    PREVIEW = "cv.preview"
    desk: CvDesk
    HELP = N_(
        "A summary of what you have learned, for the talk with your manager. You choose every text in it; the numbers"
        " are counted for you. Nothing is sent anywhere: you save a file, read it, and give it to whom you like."
    )

    def __init__(self) -> None:
        """Nothing is chosen yet."""
        super().__init__(FORM)
        self._stored = Selection()
        self._seen: Overview | None = None

    # -- drawing -------------------------------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """Fields on the left; the file on the right where there is room."""
        self.desk = CvDesk(self.services.clock.today())
        yield Static(id="what")
        with Horizontal(id="desk"):
            yield self.desk
            with Vertical(id="paper", classes="card"):
                yield self.file

    def on_mount(self) -> None:
        """Show what was chosen last time."""
        self._stored = self.services.curriculum.selection()
        self.desk.fill(self._stored)
        self.say()
        self.begin(from_draft=False)
        self.look()

    def show_head(self) -> None:
        """The period in words, and what it comes to."""
        parts: list[str | tuple[str, str]] = []
        title = _("CV summary for your talk") if self.size.width >= WIDE else _("CV summary")
        parts += [(title, "bold"), "   "]
        seen, tr = self._seen, translator()
        if seen is not None:
            days = f"{numeric_date(seen.period.from_on, tr)} – {numeric_date(seen.period.to_on, tr)}"
            entries = seen.offered.entries
            count = ngettext("{count} entry", "{count} entries", len(entries))
            minutes = sum(entry.minutes or 0 for entry in entries)
            parts += [days, (f"   {count} · {whole_hours(minutes, tr)}", "$muted")]
            self.desk.show_picks(seen)
        parts += self.draft_words(saved=False)  # leaving the screen saves: there is no draft to speak of
        self.query_one("#what", Static).update(Content.assemble(*parts))

    def refresh_data(self) -> None:
        """Take in what has been chosen elsewhere, for a talk or in another window; then count again."""
        if self.query(CvDesk):
            self._know(self.services.curriculum.selection())
        super().refresh_data()

    def _know(self, stored: Selection) -> None:
        """What is in the log is this."""
        self._stored = stored
        self.desk.stored(stored)

    # -- what is chosen ------------------------------------------------------------------------------------------------

    async def see(self) -> Overview | None:
        """Show what the choices come to; None if a date cannot be read, or the log."""
        try:
            selection = self.desk.read(self._stored)
        except InvalidInputError:
            self.desk.complain()
            return None
        seen = await self.offload(overview, self.services.curriculum, selection)
        if seen is not None:
            self.file.show_text(seen.text)
            self._seen = seen
            self.show_head()
        return seen

    # -- doing ---------------------------------------------------------------------------------------------------------

    async def _keep(self) -> bool:
        """Keep the choices in the log, if they have changed; whether they are there now."""
        try:
            selection = self.desk.read(self._stored)
        except InvalidInputError:
            self.desk.complain()
            return False
        if selection != self._stored:
            saved = await self.offload(self.services.curriculum.keep, selection)
            if saved is None:
                return False
            self._know(saved)
            if not self.touched():  # else something has been typed meanwhile
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
        seen = await self.see()
        if seen is None:
            return
        picked = await self.app.push_screen_wait(CvPicksScreen(seen.offered, seen.shown, seen.quoted))
        if picked is not None:
            kept = await self.offload(
                self.services.curriculum.keep,
                self._stored._replace(**picked._asdict()),
            )
            if kept is not None:
                self._know(kept)
            await self.see()

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
            seen = await self.see()
            if seen is not None:
                self.app.push_screen(PreviewScreen(self._document(seen)))

    @work(group="form", exclusive=True)
    async def action_export(self) -> None:
        """Save the summary, or the whole log, to a file."""
        if not await self._keep():
            return
        seen = await self.see()
        words = spoken(self._stored)
        log = await self.offload(self.services.exports.log_text, None, None, words)
        if seen is not None and log is not None:
            name = file_name("log", self.services.clock.today(), words)
            whole = Document(
                N_("My whole log"),
                name,
                log,
                N_("It is all you have written, also what is private: for yourself. A copy cannot be taken back."),
            )
            export(self, (self._document(seen), whole))

    def _document(self, seen: Overview) -> Document:
        name = file_name("cv", self.services.clock.today(), spoken(self._stored))
        return Document(N_("CV summary"), name, seen.text)

    # -- drafts --------------------------------------------------------------------------------------------------------

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
        super().take_draft(values)
