"""What one does in a workshop besides writing: go from phase to phase, save, leave, end it, look at it on paper."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from textual import work

from learnlog.domain.goal import Action
from learnlog.domain.workshop import Phase, Workshop
from learnlog.errors import InvalidInputError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.screens import workshop_ending as ending
from learnlog.screens import workshop_moves as moves
from learnlog.screens.form import KEPT, Values, Writing
from learnlog.screens.guarding import look_at
from learnlog.screens.workshop_sitting import Sitting
from learnlog.text import N_, Msg

ORDER = tuple(Phase)
NO_ACTION = Msg(N_("A workshop ends with at least one action: what will be done?"))


class Room(Writing[Workshop | None]):
    """A workshop that is being held: everything in it is saved when a phase is left, and a draft until then."""

    def __init__(self, workshop: Workshop, draft: Mapping[str, Any]) -> None:
        """Open the room.

        Args:
            workshop: The workshop; one that has never been saved is a new one.
            draft: What was written in it before, and not saved.
        """
        super().__init__(moves.FORM, workshop.id)
        self.sitting = Sitting(workshop, draft)
        self._saving = asyncio.Lock()
        self._leaving = False
        self._refused = False

    # -- what the screen does -----------------------------------------------------------------------------------------

    @property
    def line_text(self) -> str:
        """What stands on the line, and is in no list yet."""
        raise NotImplementedError

    def take_line(self) -> bool:
        """Keep what stands on the line; whether it could be kept."""
        raise NotImplementedError

    def complain(self, sentence: str) -> None:
        """Say at the line what is wrong."""
        raise NotImplementedError

    def open(self, phase: Phase) -> None:
        """Show a phase, ready to write or to pick."""
        raise NotImplementedError

    def draw(self) -> None:
        """Show what stands in the phase now."""
        raise NotImplementedError

    # -- saving -------------------------------------------------------------------------------------------------------

    def touched(self) -> Values:
        """What stands here otherwise than in the log."""
        return self.sitting.unsaved(self.line_text)

    async def save(self, *, leaving: bool = False) -> bool:
        """Save what is new, as one action; whether everything is in the log."""
        async with self._saving:
            sent = self.sitting.to_save(leaving=leaving)
            if sent is None:
                return True
            try:
                saved = await self.offload(self.services.plan.workshops.save, sent)
            except InvalidInputError as error:
                self.complain(translator().say(error.problems[0][1]))
                return False
            if saved is None:
                return False
            self._refused = False
            self.sitting.took(sent, saved)
            if not self.touched():
                await self._keeper.forget()
            self.show_head()
        await look_at(self, saved)
        return True

    def _is_asked(self) -> bool:
        """Whether the line is kept and the question stands; what is wrong is said otherwise."""
        if not self.take_line():
            return False
        try:
            self.sitting.now.revised()
        except InvalidInputError as error:
            if self.sitting.phase is not Phase.QUESTION:
                self.open(Phase.QUESTION)
            self.complain(translator().say(error.problems[0][1]))
            return False
        return True

    # -- going about --------------------------------------------------------------------------------------------------

    def action_turn(self, way: int) -> None:
        """Go to the phase after or before; after the last one, end the workshop."""
        at = ORDER.index(self.sitting.phase) + way
        if at == len(ORDER):
            self._end()
        elif at >= 0:
            self.turn_to(ORDER[at])

    def turn_to(self, phase: Phase) -> None:
        """Go to a phase; what was written is saved meanwhile."""
        if phase is not self.sitting.phase and self._is_asked():
            self.open(phase)
            self._save_soon()

    @work(group="keep")
    async def _save_soon(self) -> None:
        await self.save()

    def action_back(self) -> None:
        """Leave: what was written is saved, or kept as a draft where it cannot be."""
        self._leave()

    @work(group="leave")
    async def _leave(self) -> None:
        if self._leaving or not self.is_current:
            return
        if self.sitting.old:
            self.sitting.old = ""
            self.open(self.sitting.phase)
            return
        self._leaving = True
        is_new = not self.sitting.saved.revision
        nothing = is_new and not self.sitting.now.question.strip()
        if nothing or (self.take_line() and await self.save(leaving=True) and not self.touched()):
            await self._keeper.drop()
            if not nothing and is_new:
                self.notify(_("The workshop is kept. You can go on whenever you like."), markup=False)
        elif not self._refused:  # why has just been said; to leave all the same, Esc is pressed again
            self._refused, self._leaving = True, False
            return
        elif not await self.leave_draft(_(KEPT)):
            self._leaving = False
            return
        self.dismiss(None)

    # -- what is to be done -------------------------------------------------------------------------------------------

    @work(group="form")
    async def tell_more(self, action: Action) -> None:
        """How, who, and the first step: a form of its own, saved in the workshop."""
        if self.is_current and self._is_asked() and await self.save():
            action = next((each for each in self.sitting.now.plans if each.id == action.id), action)
            saved = await ending.tell_more(self, self.sitting.now, action)
            if saved is not None:
                self.sitting.change(saved)
                self.sitting.saved = saved
            self.draw()

    @work(group="form")
    async def _end(self) -> None:
        """End the workshop: which goal, then everything at once into the plan."""
        if not self.is_current or not self._is_asked():
            return
        if not self.sitting.now.plans:
            self.complain(translator().say(NO_ACTION))
            return
        if await self.save():
            ended = await ending.finish(self, self.sitting.now)
            if ended is not None:
                await self._keeper.drop()
                self.dismiss(ended)

    # -- taking back --------------------------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take back the last change of this sitting."""
        self._stepped(done=self.sitting.back())

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._stepped(done=self.sitting.again())

    def _stepped(self, *, done: bool) -> None:
        if not done:
            self.notify(_("There is nothing to take back."), markup=False)
            return
        self.typed()
        if self.sitting.phase is Phase.QUESTION:
            self.open(Phase.QUESTION)
        else:
            self.draw()

    # -- on paper -----------------------------------------------------------------------------------------------------

    @work(group="form")
    async def action_read(self) -> None:
        """See it as a document."""
        if self.is_current and self._is_asked() and await self.save():
            await moves.preview(self, self.sitting.now)

    @work(group="form")
    async def action_export(self) -> None:
        """Save it to a file."""
        if self.is_current and self._is_asked() and await self.save():
            await moves.save_to_file(self, self.sitting.now)
