"""What is shown instead of everything else when the log cannot be opened: what happened, and the way back."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from learnlog.errors import DamagedError, StorageError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.screens.base import LearnlogScreen, sentence
from learnlog.text import N_
from learnlog.widgets.safe import content

POSSIBLE = "restore.possible"
"""Code of the finding that names a copy; the best comes first."""


class RecoveryScreen(LearnlogScreen[None]):
    """Plain words about a log that cannot be opened. Nothing is written before the owner says so."""

    CSS_PATH = "recovery.tcss"
    FRAMED: ClassVar[bool] = False
    HELP = N_(
        "Your log could not be opened as it is. The file has been left alone. If there is a good copy,"
        " it can be put in its place; the damaged file is kept beside it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
    ]

    def __init__(self, error: StorageError) -> None:
        """Explain an error.

        Args:
            error: What came of opening the log.
        """
        super().__init__()
        self._error = error

    def body(self) -> ComposeResult:
        """What was found, and two buttons."""
        findings = self.services.upkeep.check() if isinstance(self._error, DamagedError) else ()
        found = [content(translator().say(finding.message)) for finding in findings if finding.code.startswith("log.")]
        ways = [
            content(translator().say(finding.message)) for finding in findings if finding.code.startswith("restore.")
        ]
        can = any(finding.code == POSSIBLE for finding in findings)
        with Vertical(classes="dialog") as box:
            box.border_title = Content(_("Your log needs help"))
            with VerticalScroll():
                yield Static(content(sentence(self._error), "bold"))
                for part in (found, ways):
                    if part:
                        yield Static(Content("\n").join(part), classes="more")
                yield Static(content(self.services.locations.log, "$muted"), classes="more")
            with Horizontal(classes="answers"):
                yield Button(Content(_("Close learnlog")), id="close")
                if can:
                    yield Button(Content(_("Restore the best copy")), id="restore")

    def on_mount(self) -> None:
        """The safe answer first."""
        self.query_one("#close", Button).focus()

    @on(Button.Pressed, "#close")
    def action_back(self) -> None:
        """Leave everything as it is."""
        self.app.exit(return_code=self._error.exit_code)

    @on(Button.Pressed, "#restore")
    @work(group="doing")
    async def _restore(self) -> None:
        """Put the best copy in place, and open the log."""
        if await self.offload(self.services.upkeep.restore) is not None:
            self.notify(_("Restored. The damaged file is kept beside the log."), markup=False)
            self.app.switch_mode("start")
