"""What is shown instead of everything else when the log cannot be opened: what happened, and the way back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
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
from learnlog.screens.confirm import Confirm, Notice
from learnlog.services.findings import RESTORE, START_ANEW, Finding
from learnlog.services.upkeep import Restored
from learnlog.text import N_
from learnlog.widgets.safe import content, line

POSSIBLE = "restore.possible"
"""Code of the finding that names a copy; the best comes first."""
MOST = 6
"""So many ways are offered; the others are older copies, which `learnlog doctor` names."""
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


class _Restore(Button):
    """Restores the log from something."""

    def __init__(self, way: _Way) -> None:
        super().__init__(line(_label(way)), classes="way", compact=True)
        self.way = way


class RecoveryScreen(LearnlogScreen[None]):
    """Plain words about a log that cannot be opened. Nothing is written before the owner says so."""

    CSS_PATH = "recovery.tcss"
    FRAMED: ClassVar[bool] = False
    HELP = N_(
        "Your log could not be opened as it is. The file has been left alone. If there is a good copy,"
        " it can be put in its place; the damaged file is kept beside it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "app.focus_previous", show=False),
        Binding("right,down", "app.focus_next", show=False),
    ]

    def __init__(self, error: StorageError) -> None:
        """Explain an error.

        Args:
            error: What came of opening the log.
        """
        super().__init__()
        self._error = error

    def body(self) -> ComposeResult:
        """What was found, a button for everything that can be had back, and one that leaves all as it is."""
        findings = self.services.upkeep.check() if isinstance(self._error, DamagedError) else ()
        said = sentence(self._error)
        more = [translator().say(finding.message) for finding in findings if finding.code in _TOLD or finding.line]
        ways = _offered(findings, self.services.clock)
        with Vertical(classes="dialog") as box:
            box.border_title = Content(_("Your log needs help"))
            with VerticalScroll():
                yield Static(content(said, "bold"))
                if rest := [content(text) for text in more if not said.startswith(text.rstrip("."))]:
                    yield Static(Content("\n").join(rest), classes="more")
                yield Static(content(self.services.locations.log, "$muted"), classes="more")
            if ways:
                yield Static(Content(_("It can be restored. The file as it is now is kept as well.")), classes="more")
                yield from (_Restore(way) for way in ways)
            with Horizontal(classes="answers"):
                if self.services.preferences.settings.log:
                    yield Button(Content(_("Use the usual log")), id="usual")
                if not ways and any(finding.repair == START_ANEW for finding in findings):
                    yield Button(Content(_("Begin anew with an empty log")), id="anew")
                yield Button(Content(_("Close learnlog")), id="close")

    def on_mount(self) -> None:
        """The safe answer first."""
        self.query_one("#close", Button).focus()

    @on(Button.Pressed, "#close")
    def action_back(self) -> None:
        """Leave everything as it is."""
        self.app.exit(return_code=self._error.exit_code)

    @on(Button.Pressed, ".way")
    def _chosen(self, event: Button.Pressed) -> None:
        if isinstance(event.button, _Restore):
            self._restore(event.button.way)

    @work(group="doing", exclusive=True)
    async def _restore(self, way: _Way) -> None:
        """Put what the button says in place, and open the log."""
        if await self.offload(self._put_back, way.name) is not None:
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

    @on(Button.Pressed, "#usual")
    @work(group="doing")
    async def _use_the_usual(self) -> None:
        """Open another log from the next start on: this one was chosen in the settings."""
        if await self.offload(self.services.preferences.keep_log, "") is not None:
            text = _("From the next start on the log in its usual place is opened. This file stays as it is.")
            await self.app.push_screen_wait(Notice(text))
            self.action_back()

    def _put_back(self, name: str) -> Restored | None:
        restored = self.services.upkeep.restore(name)
        self.services.log.refresh()  # what is shown may have been read before the log was damaged
        return restored

    def _begin(self) -> bool:
        self.services.upkeep.start_anew()
        self.services.log.refresh()
        return True


def _way(finding: Finding, clock: Clock) -> _Way:
    """A finding about something the log can be restored from, in plain words."""
    name = finding.repair.removeprefix(RESTORE).strip()
    source = _source(name, clock)
    if not finding.message.number:
        return _Way(name, 0, _("what is left {source}, no entries", source=source))
    many = ngettext("{count} entry {source}", "{count} entries {source}", finding.message.number, source=source)
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
    if way.name == LINES and way.entries:
        return ngettext("Restore {count} entry from this file", "Restore {count} entries from this file", way.entries)
    return _("Restore {what}", what=way.what)


def _offered(findings: Sequence[Finding], clock: Clock) -> list[_Way]:
    """The best first; what was changed by hand last, for nobody knows by whom.

    What holds no entries may hold a profile, trainings or a plan: it is offered when nothing holds more.
    """
    ways = [_way(finding, clock) for finding in findings if finding.code == POSSIBLE]
    return sorted([way for way in ways if way.entries] or ways, key=lambda way: way.name == EDITED)[:MOST]
