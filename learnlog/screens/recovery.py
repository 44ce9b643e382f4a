"""What is shown instead of everything else when the log cannot be opened: what happened, and the way back."""

from __future__ import annotations

import datetime as dt
import re
from typing import ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from learnlog.domain.clock import Clock
from learnlog.errors import DamagedError, StorageError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import ngettext, translator
from learnlog.i18n.dates import short_date
from learnlog.screens.base import LearnlogScreen, sentence
from learnlog.screens.confirm import Confirm
from learnlog.services.findings import RESTORE, START_ANEW, Finding
from learnlog.text import N_
from learnlog.widgets.safe import content, line

POSSIBLE = "restore.possible"
"""Code of the finding that names a copy; the best comes first."""
LINES, EDITED = "lines", "edited"
"""Names of the good lines of the log, and of those with what was changed by hand."""
_TOLD = ("log.many", "restore.nothing")
"""Findings that are said as they are, beside those about a line."""
_SOURCES = {
    LINES: N_("from the good lines of this file"),
    EDITED: N_("from lines changed by hand"),
    "prev": N_("from the copy before the last tidying up"),
}
_MADE = re.compile(r"(?:^|-)(\d{8}T\d{6}Z)").search


class _Way(NamedTuple):
    """Something the log can be restored from: its name, how many entries, and both in words."""

    name: str
    entries: int
    what: str


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
        self._way = _Way("", 0, "")

    def body(self) -> ComposeResult:
        """What was found, what can be had back, and two buttons."""
        findings = self.services.upkeep.check() if isinstance(self._error, DamagedError) else ()
        said = sentence(self._error)
        more = [translator().say(finding.message) for finding in findings if finding.code in _TOLD or finding.line]
        ways = [_way(finding, self.services.clock) for finding in findings if finding.code == POSSIBLE]
        with Vertical(classes="dialog") as box:
            box.border_title = Content(_("Your log needs help"))
            with VerticalScroll():
                yield Static(content(said, "bold"))
                if rest := [content(text) for text in more if not said.startswith(text.rstrip("."))]:
                    yield Static(Content("\n").join(rest), classes="more")
                if ways:
                    rows = [line(f"• {way.what}") for way in ways]
                    yield Static(Content("\n").join([Content(_("It can be restored:")), *rows]), classes="more")
                yield Static(content(self.services.locations.log, "$muted"), classes="more")
            with Horizontal(classes="answers"):
                yield Button(Content(_("Close learnlog")), id="close")
                if ways:
                    self._way = _best(ways)
                    yield Button(line(_label(self._way)), id="restore")
                elif any(finding.repair == START_ANEW for finding in findings):
                    yield Button(Content(_("Begin anew with an empty log")), id="anew")

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
        """Put what the button says in place, and open the log."""
        if await self.offload(self.services.upkeep.restore, self._way.name) is not None:
            self.notify(_("Restored. The damaged file is kept beside the log."), markup=False)
            self.app.switch_mode("start")

    @on(Button.Pressed, "#anew")
    @work(group="doing")
    async def _start_anew(self) -> None:
        """Begin a new log where nothing can be had back, after a question."""
        question = _("Begin a new, empty log? What is left of the old one is kept in the folder “damaged”.")
        if not await self.app.push_screen_wait(Confirm(Content(question), _("Begin anew"))):
            return
        if await self.offload(self._begin):
            self.notify(_("A new log has been begun."), markup=False)
            self.app.switch_mode("start")

    def _begin(self) -> bool:
        self.services.upkeep.start_anew()
        return True


def _way(finding: Finding, clock: Clock) -> _Way:
    """A finding about something the log can be restored from, in plain words."""
    name = finding.repair.removeprefix(RESTORE).strip()
    many = ngettext(
        "{count} entry {source}", "{count} entries {source}", finding.message.number, source=_source(name, clock)
    )
    return _Way(name, finding.message.number, many)


def _source(name: str, clock: Clock) -> str:
    """Where it comes from; a copy by when it was made."""
    if name in _SOURCES:
        return _(_SOURCES[name])
    made = _MADE(name)
    if made is None:
        return _("from a copy")
    when = dt.datetime.strptime(made[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC).astimezone()
    day = short_date(when.date(), translator(), clock.today())
    return _("from the copy of {day} {time}", day=day, time=f"{when:%H:%M}")


def _label(way: _Way) -> str:
    """What the button says that restores it."""
    if way.name == LINES:
        return ngettext("Restore {count} entry from this file", "Restore {count} entries from this file", way.entries)
    return _("Restore {what}", what=way.what)


def _best(ways: list[_Way]) -> _Way:
    """The first that has entries and was not changed by hand; what is changed by hand only if nothing else is left."""
    return next((way for way in ways if way.entries and way.name != EDITED), ways[0])
