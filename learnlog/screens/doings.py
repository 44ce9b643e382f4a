"""What can be done on a screen, and taken back; and what one can do with entries, wherever they are shown."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, ClassVar, NamedTuple

from textual import work
from textual.screen import ScreenResultType

from learnlog.domain.entry import Entry, EntryHead
from learnlog.errors import NotFoundError
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
        self._take(self.services.log.undo, N_("Taken back · {what}"))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._take(self.services.log.redo, N_("Done again · {what}"))

    @work(group="doing")
    async def _take(self, call: Callable[[], Msg | None], told: str) -> None:
        """Take back or do again, and say what it was."""
        done = await self.offload(lambda: call() or _NOTHING) if self.is_current else None
        if done is not None:
            what = show_line(translator().say(done))
            self.notify(what if done is _NOTHING else _(told, what=what), markup=False)
            self.refresh_data()


class Doing(NamedTuple):
    """Something that can be done.

    Attributes:
        call: Does it, with the screen it is done on and what is chosen there; answers with what was saved, if it was.
        fits: Whether it can be done with what is chosen; None if it needs nothing.
    """

    call: Callable[[Any, Any], Awaitable[object]]
    fits: Callable[[Any], bool] | None = None


def anything(_chosen: object) -> bool:
    """For what can be done with whatever is chosen."""
    return True


class DoingScreen(UndoingScreen[ScreenResultType]):
    """A screen that shows things, one of which may be chosen, and a table of what can be done with it.

    Attributes:
        DOINGS: By the name in the command's action.
    """

    DOINGS: ClassVar[Mapping[str, Doing]]

    @property
    def chosen(self) -> Any:  # noqa: ANN401 - each screen shows other things
        """What the next command is about; None for nothing."""
        return None

    def select(self, uid: str) -> None:
        """Show this: it has just been written."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Commands about something are offered only when something is chosen that they fit."""
        if action == "do" and parameters:
            fits, chosen = self.DOINGS[str(parameters[0])].fits, self.chosen
            return fits is None or (chosen is not None and fits(chosen))
        return super().check_action(action, parameters)

    @work(group="doing")
    async def action_do(self, name: str) -> None:
        """Do one of `DOINGS` with what is chosen."""
        if self.is_current and self.check_action("do", (name,)):  # a key that came twice opens one form
            self.show_done(await self.DOINGS[name].call(self, self.chosen))

    def show_done(self, _saved: object) -> None:
        """Show what has come of it."""
        self.show_data()


async def _write(screen: EntriesScreen, entry: Entry | None) -> None:
    from learnlog.screens.entry_form import write_entry  # noqa: PLC0415 - built when asked for

    saved = entry and await write_entry(screen, entry)
    if saved is not None:
        screen.select(saved.id)


async def _new(screen: EntriesScreen, _head: EntryHead | None) -> None:
    await _write(screen, screen.services.log.blank())


async def _edit(screen: EntriesScreen, head: EntryHead) -> None:
    await _write(screen, await screen.offload(screen.services.log.get, head.id))


async def _duplicate(screen: EntriesScreen, head: EntryHead) -> None:
    await _write(screen, await screen.offload(screen.services.log.duplicate, head.id))


async def _delete(screen: EntriesScreen, head: EntryHead) -> None:
    """Move an entry to the bin, after a question."""
    from learnlog.screens.bin_moves import to_bin  # noqa: PLC0415 - built when asked for

    more = _("It stays there for at least 30 days, and {key:edit.undo} takes it back at once.")
    delete = partial(screen.services.log.delete, head.id)
    await to_bin(screen, _("Move this entry to the bin?"), line(head.title, "bold"), more, delete)


async def _restore(screen: EntriesScreen, head: EntryHead) -> None:
    if await screen.offload(screen.services.log.restore, head.id) is not None:
        screen.notify(_("Taken back into the log."), markup=False)


async def _history(screen: EntriesScreen, head: EntryHead) -> None:
    from learnlog.screens.history import HistoryDialog  # noqa: PLC0415 - built when asked for
    from learnlog.screens.titles import titles  # noqa: PLC0415 - needed here only

    changes = await screen.offload(screen.services.log.history, head.id)
    if changes:
        await screen.app.push_screen_wait(HistoryDialog(head.title, changes, titles(screen.services)))


async def _evidence(screen: EntriesScreen, head: EntryHead) -> None:
    from learnlog.screens.evidence import open_evidence  # noqa: PLC0415 - built when asked for

    entry = await screen.offload(screen.services.log.get, head.id)
    if entry is not None:
        await open_evidence(screen, entry)


async def _training(screen: EntriesScreen, head: EntryHead) -> None:
    """Go to the training an entry belongs to."""
    from learnlog.screens.trainings import trainings_screen  # noqa: PLC0415 - built when asked for

    entry = await screen.offload(screen.services.log.get, head.id)
    training = screen.services.trainings.of_entry(entry) if entry else None
    if training is not None:
        trainings_screen(screen.app).select(training.id)


async def _clash(screen: EntriesScreen, head: EntryHead) -> None:
    from learnlog.screens.clash import settle_clashes  # noqa: PLC0415 - rare

    entry = await screen.offload(screen.services.log.get, head.id)
    if entry is not None:
        await settle_clashes(screen, entry, screen.services.log.get, screen.services.log.settle)


async def _bin(screen: EntriesScreen, _head: EntryHead | None) -> None:
    from learnlog.screens.bin import BinScreen  # noqa: PLC0415 - built when asked for

    await screen.app.push_screen_wait(BinScreen())


async def _erase(screen: EntriesScreen, head: EntryHead) -> None:
    from learnlog.screens.erasing import erase  # noqa: PLC0415 - hardly ever needed

    await erase(screen, head)


async def _mask(screen: EntriesScreen, _head: EntryHead | None) -> None:
    from learnlog.screens.erasing import erase_words  # noqa: PLC0415 - hardly ever needed

    await erase_words(screen)


async def _search(screen: EntriesScreen, _head: EntryHead | None) -> None:
    from learnlog.screens.log import log_screen  # noqa: PLC0415 - built when asked for

    log_screen(screen.app).search()


class EntriesScreen(DoingScreen[None]):
    """A screen that shows entries, one of which may be chosen."""

    DOINGS: ClassVar[Mapping[str, Doing]] = {
        "new": Doing(_new),
        "edit": Doing(_edit, anything),
        "duplicate": Doing(_duplicate, anything),
        "delete": Doing(_delete, anything),
        "restore": Doing(_restore, anything),
        "history": Doing(_history, anything),
        "evidence": Doing(_evidence, anything),
        "training": Doing(_training, anything),
        "clash": Doing(_clash, anything),
        "bin": Doing(_bin),
        "erase": Doing(_erase, anything),
        "mask": Doing(_mask),
        "search": Doing(_search),
    }

    @property
    def chosen(self) -> EntryHead | None:
        """The entry that the next command is about."""
        return None

    def whole(self, head: EntryHead | None) -> Entry | None:
        """The whole entry; None for none, and for one that has just been erased in another window."""
        try:
            return self.services.log.get(head.id) if head else None
        except NotFoundError:
            return None
