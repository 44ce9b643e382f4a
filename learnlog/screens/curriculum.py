"""The CV summary for the development talk: what it shows, what it says, and the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.choosing import Period, chosen, inside, is_quoted, period_of
from learnlog.domain.entry import Entry
from learnlog.domain.selection import Selection
from learnlog.domain.values import Language
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import numeric_date, whole_hours
from learnlog.i18n.labels import capital, label
from learnlog.screens.base import LearnlogScreen
from learnlog.screens.commands import bindings
from learnlog.screens.cv_entries import CvEntriesScreen
from learnlog.screens.drafting import DraftKeeper
from learnlog.screens.editor import edit_outside
from learnlog.screens.exporting import Document, export
from learnlog.screens.preview import PreviewScreen
from learnlog.text import N_
from learnlog.widgets.choice_field import ChoiceBox, ChoiceField
from learnlog.widgets.date_field import DateField
from learnlog.widgets.document_view import FileView
from learnlog.widgets.field import Field, Raw
from learnlog.widgets.fields import LineField, TextBox, TextField
from learnlog.widgets.pickers import Choice

FORM = "curriculum"
"""Name of this screen's draft."""


class Overview(NamedTuple):
    """What the choices come to.

    Attributes:
        period: The days.
        entries: All entries of the period, oldest first.
        shown: Those whose texts are shown.
        quoted: Ids of those whose insight is quoted.
        text: The document.
    """

    period: Period
    entries: tuple[Entry, ...]
    shown: tuple[Entry, ...]
    quoted: tuple[str, ...]
    text: str


class CurriculumScreen(LearnlogScreen[None]):
    """Choose, write, look, save to a file."""

    MODE: ClassVar[str] = "talk"
    CSS_PATH = "curriculum.tcss"
    AUTO_FOCUS = "TextBox"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "preview", N_("Preview"), tooltip=N_("See exactly what will be in the file.")),
        Binding("f8", "entries", N_("Entries"), tooltip=N_("Choose which entries and insights are shown.")),
        Binding("f9", "export", N_("Save to a file"), tooltip=N_("Save the summary, or your whole log, to a file.")),
        *bindings("-form.save", "-nav.back"),
    ]
    HELP = N_(
        "A summary of what you have learned, for the talk with your manager. You choose every text in it; the numbers"
        " are counted for you. Nothing is sent anywhere: you save a file, read it, and give it to whom you like."
    )

    def __init__(self) -> None:
        """Make the fields."""
        super().__init__()
        self._stored = Selection()
        self._start: dict[str, Raw] = {}
        self._fields: dict[str, Field] = {}
        self._seen: Overview | None = None
        self._file = FileView(id="file")
        self._picks = ChoiceBox(classes="box", id="picks")

    # -- drawing -------------------------------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """Fields on the left; the file on the right where there is room."""
        today = self.services.clock.today()
        since = DateField("from_on", N_("From"), today=today, optional=True, hint=N_("empty: 12 months"))
        until = DateField("to_on", N_("Until"), today=today, optional=True, hint=N_("empty: today"))
        language = ChoiceField("language", N_("Language"), _languages, optional=True, empty=N_("as here"))
        reader = LineField("shared_with", N_("For whom"), optional=True, example=N_("unit manager"))
        year = TextField(
            "year_in_short",
            N_("My year in short"),
            hint=N_("three sentences are enough"),
            example=N_("I am more confident in … I have finished … I want to …"),
        )
        wishes = TextField(
            "wishes",
            N_("What I want to talk about"),
            hint=N_("one wish on each line"),
            example=N_("A skill that is not used, what you want to learn, what you need"),
        )
        self._fields = {each.name_of_value: each for each in (since, until, language, reader, year, wishes)}
        self._keeper = DraftKeeper(self, FORM, FORM, self._touched, self._show_head)
        yield Static(id="what")
        with Horizontal(id="desk"):
            with Vertical(id="choices"):
                with Horizontal(classes="row"):
                    yield since
                    yield until
                with Horizontal(classes="row"):
                    yield language
                    yield reader
                yield year
                yield wishes
                yield self._picks
            with Vertical(id="paper", classes="card"):
                yield self._file

    def on_mount(self) -> None:
        """Show what was chosen last time."""
        self._stored = self.services.curriculum.selection()
        self._start = _raws(self._stored)
        for name, field in self._fields.items():
            field.put(self._start[name])
        self._say()
        self._look()

    def _say(self) -> None:
        paper = self.query_one("#paper")
        paper.border_title = Content(_("The file, letter by letter"))
        paper.border_subtitle = Content(_("F5 shows it as it reads"))
        self._picks.border_title = Content(_("Entries and insights"))

    def retranslate(self) -> None:
        """Say everything in the new language; what is typed stays."""
        for field in self.query(Field):
            field.relabel()
        self._say()
        self._look()
        self.query_one("NavBar").refresh()
        self.query_one("KeyBar").refresh()

    def refresh_data(self) -> None:
        """Count again: the log may have changed."""
        if self._fields and self.is_mounted:
            self._look()

    def _show_head(self) -> None:
        """The period in words, and what it comes to."""
        parts: list[str | tuple[str, str]] = [(_("CV summary for your talk"), "bold")]
        seen, tr = self._seen, translator()
        if seen is not None:
            days = f"{numeric_date(seen.period.from_on, tr)} – {numeric_date(seen.period.to_on, tr)}"
            count = ngettext("{count} entry", "{count} entries", len(seen.entries))
            minutes = sum(entry.minutes or 0 for entry in seen.entries)
            parts.append(("   " + " · ".join([days, count, whole_hours(minutes, tr)]), "$muted"))
            shown = _("{shown} of {all} shown", shown=len(seen.shown), all=len(seen.entries))
            quoted = ngettext("{count} insight quoted", "{count} insights quoted", len(seen.quoted))
            self._picks.update(Content.assemble(f"{shown} · {quoted}", (" ▾", "$muted")))
        if self._keeper.failed:
            parts += ["   ", (_("the draft cannot be kept on disk: save soon"), "$warning")]
        self.query_one("#what", Static).update(Content.assemble(*parts))

    # -- what is chosen ------------------------------------------------------------------------------------------------

    def _touched(self) -> dict[str, Any]:
        """What stands here otherwise than in the log."""
        return {name: each.raw for name, each in self._fields.items() if each.raw != self._start.get(name)}

    def selection(self) -> Selection:
        """What stands here, as choices.

        Raises:
            InvalidInputError: If a date cannot be read.
        """
        fields = self._fields
        language = str(fields["language"].raw)
        values: dict[str, Any] = {name: field.value for name, field in fields.items() if name != "language"}
        return self._stored._replace(**values, language=Language(language) if language else None)

    def on_field_changed(self) -> None:
        """Keep a draft, and look again when the fingers rest."""
        self._keeper.touch()
        self.set_timer(1.0, self._look, name="look")

    @on(TextBox.EditorWanted)
    def _editor(self, event: TextBox.EditorWanted) -> None:
        """Let the owner's own editor have the text for a while."""
        self._keeper.write_now()
        text = edit_outside(self.app, event.box.text)
        field = event.box.parent
        if text is not None and isinstance(field, TextField):
            field.rewrite(text)

    @work(group="look", exclusive=True)
    async def _look(self) -> None:
        """Find out what the choices come to."""
        await self._see()

    async def _see(self) -> Overview | None:
        """What the choices come to; None if a date cannot be read, or the log."""
        try:
            selection = self.selection()
        except InvalidInputError:
            self._complain()
            return None
        seen = await self.offload(self._overview, selection)
        if seen is not None:
            if self._seen is None or self._seen.text != seen.text:
                self._file.show_text(seen.text)
            self._seen = seen
            self._show_head()
        return seen

    def _complain(self) -> None:
        for field in self.query(DateField):
            field.check()

    def _overview(self, selection: Selection) -> Overview:
        """Called in the services' thread."""
        curriculum = self.services.curriculum
        portfolio = curriculum.portfolio()
        shown = chosen(selection, portfolio)
        period = period_of(selection, portfolio)
        return Overview(
            period,
            inside(portfolio, period),
            shown,
            tuple(entry.id for entry in shown if is_quoted(entry, selection)),
            curriculum.text(selection, self._language(selection)),
        )

    def _language(self, selection: Selection) -> Translator:
        language = selection.language
        return Translator(language) if language and language is not translator().language else translator()

    # -- doing ---------------------------------------------------------------------------------------------------------

    async def _keep(self) -> bool:
        """Keep the choices in the log, if they have changed; whether they are there now."""
        try:
            selection = self.selection()
        except InvalidInputError:
            self._complain()
            return False
        if selection != self._stored:
            saved = await self.offload(self.services.curriculum.keep, selection)
            if saved is None:
                return False
            self._stored, self._start = saved, _raws(saved)
            self._keeper.forget()
        return True

    @work(group="keep")
    async def action_save(self) -> None:
        """Keep the choices."""
        if await self._keep():
            self.notify(_("Saved."), markup=False)

    @on(ChoiceBox.Opened, "#picks")
    def _open_picks(self) -> None:
        self.action_entries()

    @work(group="form", exclusive=True)
    async def action_entries(self) -> None:
        """Choose entries and insights."""
        seen = await self._see()
        if seen is None:
            return
        screen = CvEntriesScreen(seen.entries, (entry.id for entry in seen.shown), seen.quoted)
        picked = await self.app.push_screen_wait(screen)
        if picked is not None:
            kept = await self.offload(
                self.services.curriculum.keep,
                self._stored._replace(entry_ids=picked.entry_ids, insight_ids=picked.insight_ids),
            )
            if kept is not None:
                self._stored = kept
            await self._see()

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
        words = self._language(self._stored)
        log = await self.offload(self.services.exports.log_text, None, None, words)
        if seen is not None and log is not None:
            whole = Document(N_("My whole log"), self._file_name("log", words), log)
            export(self, (self._document(seen), whole))

    def _document(self, seen: Overview) -> Document:
        return Document(N_("CV summary"), self._file_name("cv", self._language(self._stored)), seen.text)

    def _file_name(self, kind: str, words: Translator) -> str:
        """A file name without anything anybody wrote."""
        return f"{kind}-{self.services.clock.today():%Y-%m-%d}-{words.language}.md"

    # -- drafts --------------------------------------------------------------------------------------------------------

    def keep_draft(self) -> None:
        """Write the draft at once."""
        self._keeper.write_now()

    def on_screen_suspend(self) -> None:
        """Keep the choices when one goes elsewhere."""
        self._keeper.write()
        self._keep_quietly()

    @work(group="keep")
    async def _keep_quietly(self) -> None:
        await self._keep()

    def take_draft(self, values: Mapping[str, Any]) -> None:
        """Go on with what was typed here before."""
        for name, field in self._fields.items():
            if name in values:
                field.put(values[name])
        self._keeper.touch()
        self._look()


def _languages() -> tuple[Choice, ...]:
    """The languages, each by its own name."""
    return tuple(Choice(language.value, capital(label(language, translator()))) for language in Language)


def _raws(selection: Selection) -> dict[str, Raw]:
    """What stands in the fields for these choices."""
    words = translator()
    return {
        "from_on": numeric_date(selection.from_on, words) if selection.from_on else "",
        "to_on": numeric_date(selection.to_on, words) if selection.to_on else "",
        "language": selection.language or "",
        "shared_with": selection.shared_with,
        "year_in_short": selection.year_in_short,
        "wishes": selection.wishes,
    }
