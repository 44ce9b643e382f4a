"""What one can do with entries, the same on every screen that shows them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import NamedTuple

from textual import work
from textual.content import Content
from textual.screen import ScreenResultType

from learnlog.domain.entry import Entry, EntryHead
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.screens.base import LearnlogScreen
from learnlog.text import N_, Msg
from learnlog.widgets.safe import line, show_line

_NOTHING = Msg(N_("There is nothing to take back."))


class UndoingScreen(LearnlogScreen[ScreenResultType]):
    """A screen on which what was done in this window can be taken back."""

    def action_undo(self) -> None:
        """Take back the last thing done."""
        self._take(self.services.log.undo, N_("Taken back: {what}"))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._take(self.services.log.redo, N_("Done again: {what}"))

    @work(group="doing")
    async def _take(self, call: Callable[[], Msg | None], told: str) -> None:
        """Take back or do again, and say what it was."""
        done = await self.offload(lambda: call() or _NOTHING) if self.is_current else None
        if done is not None:
            what = show_line(translator().say(done))
            self.notify(what if done is _NOTHING else _(told, what=what), markup=False)
            self.refresh_data()


class EntriesScreen(UndoingScreen[None]):
    """A screen that shows entries, one of which may be chosen."""

    @property
    def chosen(self) -> EntryHead | None:
        """The entry that the next command is about."""
        return None

    def select(self, entry_id: str) -> None:
        """Show this entry: it has just been written."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Commands about an entry are offered only when one is chosen."""
        if action == "do" and parameters:
            return self.chosen is not None or not DOINGS[str(parameters[0])].needs_entry
        return super().check_action(action, parameters)

    @work(group="doing")
    async def action_do(self, name: str) -> None:
        """Do one of `DOINGS` with the chosen entry."""
        if self.is_current:  # a key that came twice opens one form
            await DOINGS[name].call(self, self.chosen)


async def _write(screen: EntriesScreen, entry: Entry | None) -> None:
    from learnlog.screens.entry_form import write_entry  # noqa: PLC0415 - built when asked for

    saved = entry and await write_entry(screen, entry)
    if saved is not None:
        screen.select(saved.id)


async def _new(screen: EntriesScreen, _head: EntryHead | None) -> None:
    await _write(screen, screen.services.log.blank())


async def _edit(screen: EntriesScreen, head: EntryHead | None) -> None:
    if head is not None:
        await _write(screen, await screen.offload(screen.services.log.get, head.id))


async def _duplicate(screen: EntriesScreen, head: EntryHead | None) -> None:
    if head is not None:
        await _write(screen, await screen.offload(screen.services.log.duplicate, head.id))


async def _delete(screen: EntriesScreen, head: EntryHead | None) -> None:
    """Move an entry to the bin, after a question."""
    from learnlog.screens.confirm import Confirm  # noqa: PLC0415 - built when asked for

    if head is None:
        return
    question = Content.assemble(_("Move this entry to the bin?"), "\n\n", line(head.title, "bold"))
    more = Content(_("It stays there for at least 30 days, and u takes it back at once."))
    if not await screen.app.push_screen_wait(Confirm(question, _("Move to the bin"), more=more)):
        return
    if await screen.offload(screen.services.log.delete, head.id) is not None:
        screen.refresh_data()
        screen.notify(_("Moved to the bin. u takes it back."), markup=False)


async def _restore(screen: EntriesScreen, head: EntryHead | None) -> None:
    if head is not None and await screen.offload(screen.services.log.restore, head.id) is not None:
        screen.refresh_data()
        screen.notify(_("Taken back into the log."), markup=False)


async def _history(screen: EntriesScreen, head: EntryHead | None) -> None:
    from learnlog.screens.history import HistoryDialog  # noqa: PLC0415 - built when asked for
    from learnlog.screens.titles import titles  # noqa: PLC0415 - needed here only

    if head is None:
        return
    changes = await screen.offload(screen.services.log.history, head.id)
    if changes:
        await screen.app.push_screen_wait(HistoryDialog(head.title, changes, titles(screen.services)))


async def _evidence(screen: EntriesScreen, head: EntryHead | None) -> None:
    from learnlog.screens.evidence import open_evidence  # noqa: PLC0415 - built when asked for

    if head is None:
        return
    entry = await screen.offload(screen.services.log.get, head.id)
    if entry is not None:
        await open_evidence(screen, entry)


async def _training(screen: EntriesScreen, head: EntryHead | None) -> None:
    """Go to the training an entry belongs to."""
    from learnlog.screens.trainings import trainings_screen  # noqa: PLC0415 - built when asked for

    if head is None:
        return
    entry = await screen.offload(screen.services.log.get, head.id)
    training = screen.services.trainings.of_entry(entry) if entry else None
    if training is not None:
        trainings_screen(screen.app).select(training.id)


async def _clash(screen: EntriesScreen, head: EntryHead | None) -> None:
    from learnlog.screens.clash import settle_clashes  # noqa: PLC0415 - rare

    if head is None:
        return
    entry = await screen.offload(screen.services.log.get, head.id)
    if entry is not None:
        await settle_clashes(screen, entry, screen.services.log.get, screen.services.log.settle)
        screen.refresh_data()


async def _bin(screen: EntriesScreen, _head: EntryHead | None) -> None:
    from learnlog.screens.bin import BinScreen  # noqa: PLC0415 - built when asked for

    await screen.app.push_screen_wait(BinScreen())


async def _search(screen: EntriesScreen, _head: EntryHead | None) -> None:
    from learnlog.screens.log import log_screen  # noqa: PLC0415 - built when asked for

    log_screen(screen.app).search()


class Doing(NamedTuple):
    """Something that can be done.

    Attributes:
        call: Does it, with the screen it is done on and the chosen entry.
        needs_entry: Whether an entry must be chosen.
    """

    call: Callable[[EntriesScreen, EntryHead | None], Awaitable[None]]
    needs_entry: bool = True


DOINGS: dict[str, Doing] = {
    "new": Doing(_new, needs_entry=False),
    "edit": Doing(_edit),
    "duplicate": Doing(_duplicate),
    "delete": Doing(_delete),
    "restore": Doing(_restore),
    "history": Doing(_history),
    "evidence": Doing(_evidence),
    "training": Doing(_training),
    "clash": Doing(_clash),
    "bin": Doing(_bin, needs_entry=False),
    "search": Doing(_search, needs_entry=False),
}
"""By the name in the command's action."""
