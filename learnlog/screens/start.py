"""The start screen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input

from learnlog.screens.base import LearnlogScreen


class StartScreen(LearnlogScreen[None]):
    """What waits, and one line to write down what one has learned."""

    MODE: ClassVar[str] = "start"

    def body(self) -> ComposeResult:
        """The capture line."""
        yield Input(id="capture")
