"""Giving a part of the log to somebody: choose, look at exactly what leaves, write the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.screens.commands import bindings
from learnlog.screens.confirm import Notice
from learnlog.screens.desk import DeskScreen
from learnlog.screens.form import Values
from learnlog.screens.share_desk import ShareDesk
from learnlog.screens.share_found import ShareFoundScreen
from learnlog.screens.share_history import ShareHistoryScreen
from learnlog.screens.share_items import ShareItemsScreen
from learnlog.screens.share_overview import Overview, overview, what_leaves
from learnlog.screens.share_preview import SharePreview
from learnlog.screens.share_write import ShareDialog
from learnlog.text import N_
from learnlog.widgets.choice_field import ChoiceBox

FORM = "share"
"""Name of this screen's draft."""


class ShareScreen(DeskScreen):
    """Choose, look, write. Nothing leaves before the file is made, and nothing but what the preview shows."""

    MODE: ClassVar[str] = "talk"
    CSS_PATH = "share.tcss"
    AUTO_FOCUS = "#items"  # takes no letters: single keys work at once
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "share.preview", "share.write", "+nav.back", "share.items", "share.found", "share.history", "-form.save"
    )
    PAPER = N_("What leaves, letter by letter")
    PREVIEW = "share.preview"
    desk: ShareDesk
    HELP = N_(
        "A copy for your supervisor or your manager, as a file that you hand over yourself. An entry goes to"
        " whom its “Who may see it” names; what is private is never in it. Trainings, goals, areas and the CV"
        " summary are in it only when you tick them here. {key:share.preview} shows exactly what leaves,"
        " {key:share.write} makes the file. A copy that you have given cannot be taken back."
    )

    def __init__(self) -> None:
        """Nothing is chosen yet."""
        super().__init__(FORM)
        self._without: tuple[str, ...] = ()
        self._hide: frozenset[str] = frozenset()

    # -- drawing -------------------------------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """Fields on the left; what leaves on the right where there is room."""
        self.desk = ShareDesk(self.services.clock.today())
        yield Static(id="what")
        with Horizontal(id="desk"):
            with VerticalScroll(id="left", can_focus=False):
                yield self.desk
                yield Static(id="leaves")
            with Vertical(id="paper", classes="card"):
                yield self.file

    def on_mount(self) -> None:
        """Show what was typed here before, if anything was."""
        self.say()
        draft = next((each for each in self.services.drafts.waiting() if each.form == FORM), None)
        if draft:
            self.call_after_refresh(self.take_draft, draft.values)
        self.begin(from_draft=draft is not None)
        self.look()

    def show_head(self) -> None:
        """What is done here, and whether what is typed is safe."""
        words = self.draft_words(short=True)
        self.query_one("#what", Static).update(Content.assemble((_("Give somebody a copy"), "bold"), *words))

    # -- what is chosen ------------------------------------------------------------------------------------------------

    async def see(self) -> Overview | None:
        """Show what the choices come to; None if something in them cannot be read, or the log."""
        try:
            wish = self.desk.read(self._without)
            seen = await self.offload(overview, self.services.copies, wish, self._hide, translator())
        except InvalidInputError as error:
            self.desk.complain(error)
            return None
        if seen is not None:
            self.file.show_text(seen.text)
            self.desk.show(seen)
            self.query_one("#leaves", Static).update(what_leaves(seen))
        return seen

    # -- doing ---------------------------------------------------------------------------------------------------------

    @on(ChoiceBox.Opened)
    def _open(self, event: ChoiceBox.Opened) -> None:
        if event.box is self.desk.items:
            self.action_items()
        elif event.box is self.desk.found:
            self.action_found()

    @work(group="form", exclusive=True)
    async def action_items(self) -> None:
        """Choose thing by thing."""
        seen = await self.see()
        if seen is not None:
            out = await self.app.push_screen_wait(ShareItemsScreen(seen.offer))
            if out is not None:
                offered = {each.id for each in seen.offer.values}
                self._without = (*(uid for uid in self._without if uid not in offered), *out)
                self.typed()
                await self.see()

    @work(group="form", exclusive=True)
    async def action_found(self) -> None:
        """See where somebody may be recognised, and hide it."""
        await self._handle(await self.see())

    async def _handle(self, seen: Overview | None) -> Overview | None:
        """Let the owner handle what was found; what the choices come to then."""
        if seen is None or seen.draft is None or not seen.draft.found:
            return seen
        hidden = await self.app.push_screen_wait(ShareFoundScreen(seen.draft))
        if hidden is not None:
            self._hide = hidden
        return await self.see()

    @work(group="form", exclusive=True)
    async def action_preview(self) -> None:
        """Show exactly what leaves."""
        seen = await self.see()
        if seen is not None and seen.draft is not None:
            self.app.push_screen(SharePreview(seen.text))

    @work(group="form", exclusive=True)
    async def action_save(self) -> None:
        """Write the file, once nobody can be recognised by a number."""
        seen = await self.see()
        if seen is not None and seen.draft is not None and seen.draft.stops:
            seen = await self._handle(seen)
        if seen is None or seen.draft is None:
            return
        if seen.draft.stops:
            self.notify(
                _("Nothing has been written: somebody may be recognised. {key:share.found} shows where."),
                severity="warning",
                markup=False,
            )
        elif told := await self.app.push_screen_wait(ShareDialog(seen.draft)):
            await self._keeper.drop()
            await self.app.push_screen_wait(Notice(told))
            self.dismiss(None)

    def action_history(self) -> None:
        """See what was given before."""
        self.app.push_screen(ShareHistoryScreen())

    def action_back(self) -> None:
        """Leave; what was typed is kept, and stands here the next time."""
        self._leave()

    @work(group="form", exclusive=True)
    async def _leave(self) -> None:
        if not self.touched():
            await self._keeper.drop()
        elif not await self.leave_draft():
            return
        self.dismiss(None)

    # -- drafts --------------------------------------------------------------------------------------------------------

    def touched(self) -> Values:
        """What stands here otherwise than at the start."""
        left_out: Values = {"without": list(self._without)} if self._without else {}
        return super().touched() | left_out

    def take_draft(self, values: Mapping[str, Any]) -> None:
        """Go on with what was typed here before."""
        without = values.get("without", ())
        self._without = tuple(uid for uid in without if isinstance(uid, str)) if isinstance(without, list) else ()
        super().take_draft(values)
