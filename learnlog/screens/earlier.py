"""All that was answered before, as a whole, over a form that has room for a line of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from learnlog.i18n.ambient import gettext as _
from learnlog.screens.base import LearnlogDialog
from learnlog.text import N_
from learnlog.widgets.earlier import Earlier


class EarlierDialog(LearnlogDialog[None]):
    """Questions and answers, in order."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f8", "back", N_("Back"), show=False)]

    def __init__(self, earlier: Sequence[Earlier], title: str) -> None:
        """Show what was answered before, under this English title."""
        super().__init__()
        self._earlier = tuple(earlier)
        self._heading = title

    def body(self) -> ComposeResult:
        """One paragraph for each answer."""
        today = self.services.clock.today()
        with Vertical(classes="dialog") as box:
            box.border_title = Content(_(self._heading))
            box.border_subtitle = Content(_("{key:nav.back} closes"))
            with VerticalScroll():
                yield Static(Content("\n\n").join([each.paragraph(today) for each in self._earlier]))

    def on_mount(self) -> None:
        """Arrow keys scroll."""
        self.query_one(VerticalScroll).focus()
