"""The start screen: what waits, one line to write down what one has learned, and how the year has been."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Grid, Horizontal
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.entry import EntryHead
from learnlog.domain.statistics import days_this_year, per_month_by_arena, per_week, purpose_split
from learnlog.domain.values import Status
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import long_date, short_date
from learnlog.screens.base import LearnlogScreen, sentence
from learnlog.screens.commands import bindings
from learnlog.screens.undoing import redo, undo
from learnlog.text import N_
from learnlog.widgets.charts import ArenaChart, HeatMap, PurposeChart
from learnlog.widgets.glyphs import TASK, URGENT, mark
from learnlog.widgets.greeting import Waiting, hello, what_waits
from learnlog.widgets.line_input import LineInput
from learnlog.widgets.row_list import Row, RowList
from learnlog.widgets.safe import line

MONTHS = 6
WEEKS = 53
LATEST = 12
DATE_WIDTH = 9
KEEP = 2.0
"""Seconds between writings of a half-typed line to disk."""


class StartScreen(LearnlogScreen[None]):
    """What waits, and one line to write down what one has learned."""

    MODE: ClassVar[str] = "start"
    CSS_PATH = "start.tcss"
    HELP = N_(
        "Write one thing you learned today on the line at the top and press Enter: it is saved at once,"
        " as a draft of today. You can add more whenever you like."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("log.new", "log.search", "edit.undo", "edit.redo")

    def __init__(self) -> None:
        """Build the parts that are kept up to date."""
        super().__init__()
        self._line = LineInput(id="capture")
        self._waiting = RowList("waiting")
        self._latest = RowList("latest")
        self._arenas = ArenaChart()
        self._days = HeatMap()
        self._purposes = PurposeChart()
        self._heads: tuple[EntryHead, ...] | None = None
        self._kept = ""

    def body(self) -> ComposeResult:
        """Greeting, line, cards."""
        self._say()
        with Horizontal(id="greeting"):
            yield Static(id="hello")
            yield Static(id="date")
        yield self._line
        with Grid(id="cards"):
            yield self._waiting
            yield self._latest
            yield self._arenas
            yield self._days
            yield self._purposes

    def _say(self) -> None:
        """Titles and texts in the interface's language."""
        self._line.border_title = Content(_("Today I learned …"))
        self._line.placeholder = _("Two sentences are enough.")
        self._line.border_subtitle = Content(_("Write no names or identity numbers."))
        self._waiting.border_title = Content(_("Waiting"))
        self._waiting.empty = _("Nothing is waiting.")
        self._latest.border_title = Content(_("Latest in the log"))
        self._latest.empty = _("What you write comes here.")
        self._arenas.border_title = Content(_("Learning by arena"))
        self._days.border_title = Content(_("Calendar"))
        self._purposes.border_title = Content(_("What it was for"))
        self._purposes.border_subtitle = Content(_("only for your information"))

    def on_mount(self) -> None:
        """Ready to write."""
        self._line.focus()
        self.set_interval(KEEP, self._keep)

    # -- showing ----------------------------------------------------------------------------------------------------------

    def refresh_data(self) -> None:
        """Show the log as it is now."""
        if not self._line.is_mounted:
            return
        heads = self.services.log.heads()
        today = self.services.clock.today()
        waiting = self._waiting_rows(heads)
        self._greet(heads, waiting)
        self._waiting.show(waiting)
        self._latest.show([self._latest_row(head) for head in heads[:LATEST]])
        self._latest.border_subtitle = Content(ngettext("{count} entry", "{count} entries", len(heads)))
        self._arenas.show(per_month_by_arena(heads, MONTHS, today))
        self._arenas.border_subtitle = Content(_("six months"))
        self._days.show(per_week(heads, WEEKS, today), today)
        days = days_this_year(heads, today)
        self._days.border_subtitle = Content(
            ngettext("{count} day of learning this year", "{count} days of learning this year", days)
        )
        self._purposes.show(purpose_split(heads))

    def _greet(self, heads: tuple[EntryHead, ...], rows: list[Row]) -> None:
        kinds = [row.key.partition(":")[0] for row in rows]
        waiting = Waiting(kinds.count("unsaved"), kinds.count("clash"), kinds.count("draft"), len(heads))
        now = self.services.clock.now().astimezone()
        name = self.services.profiles.get().display_name
        greeting = Content.assemble(line(hello(now, name), "bold"), "  ", what_waits(waiting))
        self.query_one("#hello", Static).update(greeting)
        self.query_one("#date", Static).update(
            Content.styled(long_date(self.services.clock.today(), translator()), "$muted")
        )

    def _waiting_rows(self, heads: tuple[EntryHead, ...]) -> list[Row]:
        """Unsaved texts first, then entries with two versions, then drafts."""
        today = self.services.clock.today()
        rows = []
        for draft in self.services.drafts.waiting():
            when = short_date(draft.saved_at.astimezone().date(), translator(), today)
            title = str(draft.values.get("title") or draft.values.get("sentence") or _("A text without a title"))
            rows.append(_task(f"unsaved:{draft.form}:{draft.uid}", URGENT, when, title, _("not saved yet")))
        for head in heads:
            if head.has_clash:
                when = short_date(head.date, translator(), today)
                rows.append(_task(f"clash:{head.id}", URGENT, when, head.title, _("two versions: choose one")))
        for head in heads:
            if head.status is Status.DRAFT and not head.has_clash:
                when = short_date(head.date, translator(), today)
                rows.append(_task(f"draft:{head.id}", TASK, when, head.title, _("draft: what did you learn?")))
        return rows

    def _latest_row(self, head: EntryHead) -> Row:
        when = short_date(head.date, translator(), self.services.clock.today())
        return Row(head.id, (Content.assemble(mark(head.arena), " ", line(head.title)),), Content.styled(when, "$muted"))

    # -- doing ------------------------------------------------------------------------------------------------------------

    @on(LineInput.Submitted, "#capture")
    def _typed(self) -> None:
        """Enter saves the line."""
        if self._line.value.strip():
            self._capture(self._line.value)

    @work(group="capture")
    async def _capture(self, text: str) -> None:
        """Save, and be ready for the next."""
        try:
            saved = await self.offload(self.services.log.capture, text)
        except InvalidInputError as error:
            self.notify(sentence(error), severity="warning", markup=False)
            return
        if saved is None:
            return
        if self._line.value == text:
            self._line.clear()
        self._keep()
        self.refresh_data()
        self.notify(_("Saved. {key} takes it back.", key="Ctrl+Z"), markup=False)

    @on(RowList.Chosen, "#latest")
    def _open_latest(self, message: RowList.Chosen) -> None:
        """Show it in the log."""
        self.show_entry(message.key)

    @on(RowList.Chosen, "#waiting")
    def _open_waiting(self, message: RowList.Chosen) -> None:
        """Go on with what waits."""
        kind, _colon, key = message.key.partition(":")
        if kind == "unsaved":
            self._offer()
        elif kind == "clash":
            self.show_entry(key)
        else:
            self._finish(key)

    def show_entry(self, entry_id: str) -> None:
        """Go to the log, to this entry."""
        from learnlog.screens.log import log_screen  # noqa: PLC0415 - built when asked for

        log_screen(self.app).select(entry_id)

    @work(group="form")
    async def _finish(self, entry_id: str) -> None:
        """Open a draft to be finished."""
        from learnlog.screens.entry_form import write_entry  # noqa: PLC0415 - built when asked for

        entry = await self.offload(self.services.log.get, entry_id)
        if entry is not None:
            await write_entry(self, entry)

    @work(group="form")
    async def _offer(self) -> None:
        """Offer back what was half typed."""
        from learnlog.screens.drafts_offer import offer_drafts  # noqa: PLC0415 - rare

        await offer_drafts(self)

    @work(group="form")
    async def action_new_entry(self) -> None:
        """Write a whole entry."""
        from learnlog.screens.entry_form import write_entry  # noqa: PLC0415 - built when asked for

        await write_entry(self, self.services.log.blank())

    def action_search(self) -> None:
        """Search in the log."""
        from learnlog.screens.log import log_screen  # noqa: PLC0415 - built when asked for

        log_screen(self.app).action_search()

    @work(group="undo")
    async def action_undo(self) -> None:
        """Take back the last thing done."""
        await undo(self)

    @work(group="undo")
    async def action_redo(self) -> None:
        """Do it again."""
        await redo(self)

    def action_back(self) -> None:
        """From the line to the cards; from the cards back to the line."""
        if self.focused is self._line:
            self._waiting.focus()
        else:
            self._line.focus()

    # -- drafts -----------------------------------------------------------------------------------------------------------

    def take_draft(self, values: Mapping[str, object]) -> None:
        """Put a half-typed line back."""
        self._line.value = str(values.get("sentence", ""))
        self._line.focus()

    def keep_draft(self) -> None:
        """Write the half-typed line to disk."""
        text = self._line.value
        if text != self._kept:
            self._kept = text
            if text.strip():
                self.services.drafts.keep("capture", "capture", {"sentence": text})
            else:
                self.services.drafts.drop("capture", "capture")

    @work(group="keep", exclusive=True)
    async def _keep(self) -> None:
        if self._line.value != self._kept:
            await self.offload(self.keep_draft)

    def retranslate(self) -> None:
        """The titles are said anew; the line keeps its text."""
        self._say()
        self.query_one("NavBar").refresh()
        self.query_one("KeyBar").refresh()
        self.refresh_data()


def _task(key: str, look: tuple[str, str], when: str, title: str, what: str) -> Row:
    """Something that waits: sign, day and title, and below what to do."""
    glyph, style = look
    first = Content.assemble((f"{glyph} ", style), (f"{when:<{DATE_WIDTH}} ", style), line(title))
    return Row(key, (first, Content.styled(" " * (DATE_WIDTH + 3) + what, "$muted")))
