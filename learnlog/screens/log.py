"""The learning log."""

from __future__ import annotations

from typing import ClassVar

from learnlog.screens.base import LearnlogScreen


class LogScreen(LearnlogScreen[None]):
    """The list of entries."""

    MODE: ClassVar[str] = "log"
