"""What the loops of all trainings have come to: information for their owner, never a score."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from learnlog.domain.loop import LoopFigures
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.loop_rows import LoopRow, loop_rows
from learnlog.screens.base import LearnlogDialog
from learnlog.text import N_

BAR = 20
"""Columns of a bar."""


class LoopFiguresDialog(LearnlogDialog[None]):
    """Rows with a name, a bar and words."""

    CSS_PATH = "confirm.tcss"
    DEFAULT_CSS = """
    LoopFiguresDialog { align: center middle; }
    LoopFiguresDialog Static { height: auto; width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,i", "back", N_("Back"), show=False)]

    def __init__(self, figures: LoopFigures) -> None:
        """Show these."""
        super().__init__()
        self._figures = figures

    def body(self) -> ComposeResult:
        """All rows."""
        rows = loop_rows(self._figures, translator())
        width = max((len(_name(each)) for each in rows), default=0)
        with Vertical(classes="dialog") as box:
            box.border_title = Content(_("My trainings in figures"))
            box.border_subtitle = Content(_("{key:nav.back} closes"))
            yield Static(Content("\n").join([_line(each, width) for each in rows]))
            yield Static(Content.styled(_("Only for your information: it is no score."), "$muted"), classes="more")


def _name(row: LoopRow) -> str:
    return "  " * row.indent + row.name


def _line(row: LoopRow, width: int) -> Content:
    """Name, bar, words."""
    filled = round(BAR * row.number / row.of) if row.of else 0
    style = "$foreground" if not row.indent else "$muted"
    bar = [("━" * filled, "$success"), ("─" * (BAR - filled), "$line")] if row.of else [(" " * BAR, "")]
    return Content.assemble((f"{_name(row):<{width}}  ", style), *bar, "  ", (row.words, style))
