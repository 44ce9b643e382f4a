"""What every screen is built on: the frame, translated bindings, and one way to call a service."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import replace
from functools import cached_property, partial
from typing import ClassVar, ParamSpec, TypeVar, cast

from textual import work
from textual.app import App, ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.notifications import SeverityLevel
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.timer import Timer

from learnlog.errors import CannotSaveError, InvalidInputError, LearnlogError, StorageError
from learnlog.i18n.ambient import gettext as _
from learnlog.i18n.ambient import translator
from learnlog.i18n.explain import explain
from learnlog.screens.commands import bindings
from learnlog.screens.modes import TABS
from learnlog.screens.type_ahead import TypeAhead
from learnlog.services.suite import Services
from learnlog.widgets.keybar import KeyBar
from learnlog.widgets.nav import NavBar

WIDTHS = [(0, "-narrow"), (100, "-wide")]
HEIGHTS = [(0, "-short"), (30, "-mid"), (38, "-tall")]
"""From so many columns or lines on a screen has this class."""
ROOMY = [(0, "-narrow"), (118, "-wide")]
"""The same for three columns of lists, or fields beside a document: with fewer columns names would be cut."""

TOLD = 3.5
"""Seconds that a word of confirmation stays."""

PATIENCE = 3.0
"""Seconds to wait for the disk when the app is about to end."""

REST = 0.03
"""Seconds without a key after which what is under the cursor is shown: the list itself never waits for it."""

P = ParamSpec("P")
T = TypeVar("T")


class Host(TypeAhead):
    """The app, as its screens know it.

    Attributes:
        services: What the user can do.
        demo: Whether this is the sample log.
        alone: Whether there are no main screens to go to: only what somebody else has given is open.
        erased: What was erased for good when the log was last looked at; None before that.
    """

    services: Services
    demo: bool = False
    alone: bool = False
    erased: Mapping[str, int] | None = None

    @cached_property
    def hands(self) -> Executor:
        """The one thread that calls services, so that two calls never meet."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - the first frame does without

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="learnlog")

    def at_once(self, call: Callable[[], object]) -> StorageError | None:
        """Have something written and wait for it, behind what is being written: the app is about to end.

        Returns:
            Why it was not written; None if it was.
        """
        try:
            self.hands.submit(call).result(PATIENCE)
        except StorageError as error:
            return error
        except TimeoutError:
            return CannotSaveError()
        return None

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something for a while; what was said before makes room, unless it was a warning."""
        for earlier in [each for each in self._notifications if each.severity == "information"]:
            self._unnotify(earlier)
        timeout = timeout or (TOLD if severity == "information" else None)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def explain(self, error: LearnlogError) -> None:
        """Show what went wrong, in a sentence."""
        raise NotImplementedError

    def lost(self, error: StorageError) -> None:
        """Show what is wrong with the log, instead of everything else."""
        raise NotImplementedError

    def let_go_of(self, erased: Mapping[str, int]) -> None:
        """Close every form about something that has been erased for good, here or in another window.

        Args:
            erased: What has been, as `Services.erased` tells.
        """
        known, self.erased = self.erased or {}, erased
        if known != erased:
            new = {key.partition("/")[2] for key, n in erased.items() if known.get(key) != n}
            for screen in [*learnlog_screens(self)]:
                screen.let_go_of(new)

    def go(self, mode: str) -> None:
        """Go to a main screen; from what lies on top of the one where one is, one step back towards it."""
        if mode == self.current_mode and len(self.screen_stack) > 1:
            cast("LearnlogScreen[object]", self.screen).action_back()
        else:
            self.switch_mode(mode)

    def choose(self, *, theme: str = "", language: str = "", reduce_motion: bool | None = None) -> None:
        """Change how the app looks or speaks, at once, and keep it in the settings."""
        raise NotImplementedError


class LearnlogScreen(Screen[ScreenResultType]):
    """A screen with the bar of main screens above and the keys below.

    A screen composes its `body`. `HELP` of the screen and of its widgets is what F1 explains.

    Attributes:
        MODE: Id of the main screen it belongs to.
        FRAMED: Whether it has the two bars.
        IS_QUESTION: Whether it asks something that must be read before a key answers it.
    """

    MODE: ClassVar[str] = ""
    FRAMED: ClassVar[bool] = True
    IS_QUESTION: ClassVar[bool] = False
    HORIZONTAL_BREAKPOINTS = [*WIDTHS]  # noqa: RUF012 - Textual's own declaration
    VERTICAL_BREAKPOINTS = [*HEIGHTS]  # noqa: RUF012 - Textual's own declaration
    BINDINGS: ClassVar[list[BindingType]] = bindings("-nav.back")
    _waiting: Timer | None = None

    @property
    def host(self) -> Host:
        """The app."""
        return cast("Host", self.app)

    @property
    def services(self) -> Services:
        """What the user can do."""
        return self.host.services

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The bindings in force, translated: footer, palette and help all read this."""
        return {
            key: active._replace(
                binding=replace(active.binding, description=_(active.binding.description)), tooltip=_(active.tooltip)
            )
            for key, active in super().active_bindings.items()
        }

    def compose(self) -> ComposeResult:
        """The frame with the screen's own body in it."""
        self._fit()
        if self.FRAMED and not self.host.alone:
            yield NavBar(TABS, self.MODE, *self._whose())
        yield from self.body()
        if self.FRAMED:
            yield KeyBar()

    def _whose(self) -> tuple[str, str]:
        """Whose log it is, nobody's if it is the sample log; and what must always be known of it."""
        if self.host.demo:
            return "", _("Sample log")
        try:
            owner, read_only = self.services.profiles.get().display_name, self.services.log.read_only
        except StorageError as error:  # it has gone bad since it was opened
            self.call_after_refresh(self.host.lost, error)
            return "", ""
        return owner, _("Read only") if read_only else ""

    def _fit(self) -> None:
        """Have the classes for the terminal's size from the first frame on, so that it is not laid out twice."""
        for length, steps in zip(self.app.size, (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), strict=True):
            # its styles are made anew anyway when it is shown
            self.add_class(max(step for step in steps if length >= step[0])[1], update=False)

    def body(self) -> ComposeResult:
        """What the screen shows between the bars."""
        yield from ()

    def on_nav_bar_chosen(self, message: NavBar.Chosen) -> None:
        """Go to a main screen."""
        self.host.go(message.mode)

    async def offload(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Call a service in a thread and wait for it; typing goes on meanwhile. Use it in a ``@work`` method.

        Returns:
            What the service returned; None if it refused: the user has then been told why.

        Raises:
            InvalidInputError: For the form, which shows every problem at its field.
        """
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self.host.hands, partial(call, *args, **kwargs))
        except InvalidInputError:
            raise
        except LearnlogError as error:
            self.host.explain(error)
            return None

    def when_at_rest(self, call: Callable[[], object], seconds: float | None = None) -> None:
        """Call something when the keys have rested for so long; asked again meanwhile, the wait begins anew.

        Args:
            call: What to call; one thing for each screen.
            seconds: How long; `REST` by default.
        """
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(REST if seconds is None else seconds, call)

    def keep_draft(self) -> StorageError | None:
        """Write what is half typed to disk, at once, before the app ends; why it could not be, if so."""
        return None

    def _compositor_refresh(self) -> None:
        """Draw; but not while the app is starting or changing screens, when Textual throws away what was drawn.

        What is to be drawn stays marked, and is drawn when the batch ends. Textual's own first frame draws twice.
        """
        if not self.app._batch_count:  # noqa: SLF001 - there is no public way to ask
            super()._compositor_refresh()

    def let_go_of(self, uids: Collection[str]) -> None:
        """Close, if this is a form about something that has been erased for good: it would bring it back.

        Args:
            uids: Of what was erased, or in what words were.
        """

    def refresh_data(self) -> None:
        """Show what has changed in the log, here or in another window. Called when the screen is shown again, too."""

    def show_data(self) -> None:
        """Show the log as it is now, or what is wrong with it."""
        try:
            self.refresh_data()
        except StorageError as error:
            self.host.lost(error)

    def reword(self) -> None:
        """Say everything in the interface's new language, the bars too."""
        for bar in (*self.query(NavBar), *self.query(KeyBar)):
            bar.refresh()
        self.retranslate()

    def retranslate(self) -> None:
        """Show what the screen says in the interface's new language; a form with text in it keeps the text."""
        self._compose_anew()

    @work(group="anew", exclusive=True)
    async def _compose_anew(self) -> None:
        focused = self.focused
        await self.recompose()
        if focused is not None and focused.is_attached:
            focused.focus()
        self.show_data()

    def on_screen_resume(self) -> None:
        """Show what other screens have changed meanwhile."""
        for bar in self.query(NavBar):
            bar.belongs_to(self._whose()[0])
        self.show_data()

    def action_back(self) -> None:
        """One step back: close what lies on top, or go to the start screen."""
        if len(self.app.screen_stack) > 1:
            self.dismiss(None)
        elif TABS[0].mode != self.MODE:
            self.app.switch_mode(TABS[0].mode)


class LearnlogDialog(LearnlogScreen[ScreenResultType], ModalScreen[ScreenResultType]):
    """A small screen on top of another, with an answer; Esc is always "no answer"."""

    FRAMED: ClassVar[bool] = False
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (50, "-narrow"), *WIDTHS[1:]]  # noqa: RUF012 - Textual's own declaration
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-short"), *HEIGHTS[1:]]  # noqa: RUF012 - Textual's own declaration
    BINDINGS: ClassVar[list[BindingType]] = bindings("-app.help")  # below a dialog the app's own keys are asleep


def sentence(error: LearnlogError) -> str:
    """What went wrong, in the interface's language."""
    return explain(error, translator())


def unreadable(services: Services) -> StorageError | None:
    """Why the log cannot be read; None if it can."""
    try:
        services.profiles.get()
    except StorageError as error:
        return error
    return None


def learnlog_screens(app: App[None]) -> Iterator[LearnlogScreen[object]]:
    """All our screens in all modes, the topmost last."""
    for stack in app._screen_stacks.values():  # noqa: SLF001 - the only way to reach the other modes' screens
        yield from (screen for screen in stack if isinstance(screen, LearnlogScreen))
