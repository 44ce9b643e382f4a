"""A dialog whose half-typed words are kept on disk, as a form's are."""

from __future__ import annotations

from typing import Any

from textual import on, work
from textual.screen import ScreenResultType

from learnlog.errors import StorageError
from learnlog.screens.confirm import FieldDialog
from learnlog.screens.drafting import Drafting, DraftKeeper
from learnlog.widgets.field import Field


class KeptDialog(Drafting[ScreenResultType], FieldDialog[ScreenResultType]):
    """Nothing typed here is lost: left with Esc, or killed, it stands there again when the dialog is opened anew."""

    def __init__(self, form: str, uid: str) -> None:
        """Build the dialog.

        Args:
            form: Name of its drafts.
            uid: What it is about.
        """
        super().__init__()
        self._keeper = DraftKeeper(self, form, uid, self.typed, lambda: None)

    def typed(self) -> dict[str, Any]:
        """What stands here otherwise than at the start; nothing when nothing does."""
        raise NotImplementedError

    @on(Field.Changed)
    def _heard(self) -> None:
        self._keeper.touch()

    def keep_draft(self) -> StorageError | None:
        """Write what is half typed to disk, at once; why it could not be, if so."""
        return self._keeper.write_now()

    @work(group="ending", exclusive=True)
    async def finish(self, answer: ScreenResultType) -> None:
        """Answer: what was typed is safe elsewhere."""
        await self._keeper.drop()
        self.dismiss(answer)

    def action_back(self) -> None:
        """Leave without an answer; what was typed stays."""
        self._leave()

    @work(group="ending", exclusive=True)
    async def _leave(self) -> None:
        if not self.typed():
            await self._keeper.drop()
        elif not await self.leave_draft():
            return
        self.dismiss(None)
