"""Undo and redo, the same on every screen that shows entries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.screens.base import LearnlogScreen
from learnlog.text import N_, Msg
from learnlog.widgets.safe import show_line

_NOTHING = Msg(N_("There is nothing to take back."))


async def undo(screen: LearnlogScreen[Any]) -> None:
    """Take back the last thing done in this window, and say what it was."""
    await _take(screen, screen.services.log.undo, N_("Taken back: {what}"))


async def redo(screen: LearnlogScreen[Any]) -> None:
    """Do again what was last taken back."""
    await _take(screen, screen.services.log.redo, N_("Done again: {what}"))


async def _take(screen: LearnlogScreen[Any], call: Callable[[], Msg | None], told: str) -> None:
    done = await screen.offload(lambda: call() or _NOTHING)
    if done is None:
        return
    what = show_line(translator().say(done))
    screen.notify(what if done is _NOTHING else _(told, what=what), markup=False)
    screen.refresh_data()
