"""The app: a door to its screens. Language, look, keys and the end are seen to here, and nothing else."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import Screen

from learnlog.domain.values import Language
from learnlog.errors import DamagedError, LearnlogError, NewerFormatError, StorageError
from learnlog.i18n import ambient
from learnlog.i18n.ambient import gettext as _
from learnlog.screens import ending
from learnlog.screens.base import Host, learnlog_screens, sentence, unreadable
from learnlog.screens.commands import bindings, clashes, command, unknown
from learnlog.screens.keys import key_name, keys_said
from learnlog.screens.modes import MODES, OVERLAYS, trouble, warm_up
from learnlog.screens.style_sheets import StyleSheets
from learnlog.services.suite import Services
from learnlog.widgets.safe import show_line
from learnlog.widgets.themes import THEMES, fallback

if TYPE_CHECKING:  # opening one's own log does without
    from learnlog.domain.share import Share

SWITCH, WARM_UP, POLL = 0.005, 0.2, 2.0
"""Seconds: to drawing another screen, to importing what comes next, between looks at what other windows have saved."""


class LearnlogApp(Host):
    """The learning log on a terminal."""

    CSS_PATH: ClassVar = ["screens/app.tcss", "screens/start.tcss"]  # what is read with the first screen costs a frame
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {**MODES}
    DEFAULT_MODE = "start"
    TITLE = "learnlog"
    ENABLE_COMMAND_PALETTE = False  # ours has its own, which can be translated
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "go.start", "go.log", "go.trainings", "go.plan", "go.talk", "go.profile", "app.due", "app.comments",
        "app.share", "app.settings", "app.help", "app.palette", "app.quit",
    )  # fmt: skip

    def __init__(self, services: Services, *, demo: bool = False) -> None:
        """Open the door to these services.

        Args:
            services: What the user can do, on one log.
            demo: Whether this is the sample log; it is then clearly marked.
        """
        if "start" in self.MODES and (error := unreadable(services)) is not None:
            self.MODES = {**MODES, "trouble": partial(trouble, error)}  # type: ignore[misc]  # read from the instance
            self.DEFAULT_MODE = "trouble"  # type: ignore[misc]  # so is this; only the stubs say class
        super().__init__()
        self.stylesheet = StyleSheets(self.theme_variables)
        self.services = services
        self.demo = demo
        self._has_news = False
        self._today = services.clock.today()
        settings = services.preferences.settings
        if settings.language is not None:
            ambient.use(settings.language)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = settings.theme if settings.theme in self.available_themes else THEMES[0].name
        if settings.reduce_motion:
            self.animation_level = "none"
        self.set_keymap(settings.keys)
        ambient.name_keys(lambda name: keys_said(name, settings.keys)[0] or _(command(name).title))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that do not define them."""
        return fallback(dark=self.current_theme.dark)

    # -- beginning and end --------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Listen for the end, and let the first frame out before anything else is done."""
        ending.listen(self._end)
        self.call_after_refresh(self._begun)

    def _begun(self) -> None:
        """The first frame is out: what has been built stays, the rest can be got ready."""
        gc.enable()
        gc.freeze()
        keys = self.services.preferences.settings.keys
        for names in clashes(keys):
            text = _("These commands have the same key in the settings: {names}.", names=", ".join(names))
            self.notify(show_line(text), severity="warning", markup=False)
        if names := unknown(keys):
            text = _(
                "There are no commands of these names, under [keys] in the settings: {names}.", names=", ".join(names)
            )
            self.notify(show_line(text), severity="warning", markup=False)
        self.set_timer(WARM_UP, warm_up)
        self.set_interval(POLL, self._look)
        self._look(first=True)

    def lost(self, error: StorageError) -> None:
        """Show what is wrong with the log, instead of everything else; what is half typed stays on disk."""
        if self.current_mode != "trouble":
            self.keep_drafts()
            self.add_mode("trouble", partial(trouble, error))
            self.switch_mode("trouble")

    def _end(self, code: int) -> None:
        """The terminal was closed, or the machine goes down: nothing half typed may be lost."""
        self.keep_drafts()
        self.exit(return_code=code)

    def keep_drafts(self) -> StorageError | None:
        """Write to disk what is half typed anywhere; why something could not be, if so."""
        problems = [screen.keep_draft() for screen in learnlog_screens(self)]
        return next(filter(None, problems), None)

    async def action_quit(self) -> None:
        """Close; drafts of open forms stay on disk and are offered back. What cannot be kept is asked about first."""
        problem = self.keep_drafts()
        if problem is None:
            self.exit()
        else:
            from learnlog.screens.drafting import losing  # noqa: PLC0415 - seldom

            self.push_screen(losing(problem), lambda lose: self.exit() if lose else None)

    async def on_unmount(self) -> None:
        """Let the last save finish; no form is open here any more."""
        self.hands.submit(self.services.drafts.close)
        self.hands.shutdown()

    def get_driver_class(self) -> type[Driver]:
        """The terminal driver; on Windows one that leaves AltGr alone."""
        return ending.keyboard_safe(super().get_driver_class())

    def _fatal_error(self) -> None:
        """An error of ours: end with a crash file that holds neither text nor values of the user."""
        self.keep_drafts()
        self.bell()
        self._exit_renderables.append(ending.crash(self.services.locations.home))
        self._close_messages_no_wait()

    @work(group="poll", exclusive=True)
    async def _look(self, *, first: bool = False) -> None:
        """Take in what other windows have saved, and that it is another day.

        At first only what was erased: the log is not read whole for it.
        """

        def taken_in() -> dict[str, int]:
            before, self._today = self._today, self.services.clock.today()
            self._has_news |= before != self._today  # noted in the thread: the next look may end this one
            self._has_news |= self.services.log.refresh()
            return self.services.erased

        try:
            if self.erased is None:  # what was erased before this window was opened stands in none of its forms
                self.erased = await ending.within(self.hands, lambda: self.services.erased)
            if first:
                return
            erased = await ending.within(self.hands, taken_in)
        except (DamagedError, NewerFormatError) as error:
            self.lost(error)
            return
        except LearnlogError:
            return  # said when the user does something; a look that fails is tried again
        self.let_go_of(erased)
        if self._has_news:
            self._has_news = False
            for screen in [*learnlog_screens(self)]:
                screen.show_data()

    def on_app_focus(self) -> None:
        """Another window may have been used meanwhile."""
        self._look()

    def delay_update(self, delay: float = 0.05) -> None:
        """Show another screen at once; Textual waits for 50 ms each time, to hide a flicker that ours do not have.

        It waits by a timer, and so short a one is passed over when the machine turns to something else just as it
        begins: nothing would be drawn any more.
        """

        def draw() -> None:
            self._end_batch()
            if not self._batch_count:
                self.screen.refresh()

        self._begin_batch()
        asyncio.get_running_loop().call_later(min(delay, SWITCH), self.call_later, draw)

    # -- language, look, keys -----------------------------------------------------------------------------------------

    def choose(self, *, theme: str = "", language: str = "", reduce_motion: bool | None = None) -> None:
        """Change how the app looks or speaks, at once, and keep it in the settings."""
        changes: dict[str, object] = {}
        if theme in self.available_themes:
            self.theme = changes["theme"] = theme
        if language:
            changes["language"] = Language(language)
            ambient.use(Language(language))
            for screen in learnlog_screens(self):
                screen.reword()
        if reduce_motion is not None:
            changes["reduce_motion"] = reduce_motion
            self.animation_level = "none" if reduce_motion else "full"
        self.hands.submit(self._keep_settings, changes)

    def _keep_settings(self, changes: dict[str, object]) -> None:
        """Write settings, in the thread that calls services; they are in force even if that fails."""
        try:
            self.services.preferences.change(**changes)
        except LearnlogError as error:
            self.call_later(self.explain, error)  # not waited for: the app may be waiting for this thread, to end

    def get_key_display(self, binding: Binding) -> str:
        """The name of a key as it stands on the keyboard."""
        return binding.key_display or key_name(binding.key)

    def action_go(self, mode: str) -> None:
        """Go to a main screen."""
        if not self.screen.is_modal and self.current_mode != "trouble":
            self.go(mode)

    def action_open(self, name: str) -> None:
        """Open the settings, the help or the palette over what is there; not twice."""
        screen = OVERLAYS[name](self.screen)
        if type(screen) is not type(self.screen):
            self.push_screen(screen)

    def action_help_quit(self) -> None:
        """Ctrl+C copies; say how to quit."""
        self.notify(_("{key:app.quit} closes learnlog."), markup=False)

    def explain(self, error: LearnlogError) -> None:
        """Show what went wrong, in a sentence: a toast, or something to read and confirm when saving failed."""
        if isinstance(error, DamagedError):
            self.lost(error)
        elif isinstance(error, StorageError):
            from learnlog.screens.confirm import Notice  # noqa: PLC0415 - rare

            self.push_screen(Notice(sentence(error)))
        else:
            self.notify(sentence(error), severity="warning", markup=False)


_ALONE = (("settings",), ("help",), ("palette",))
"""What opens over a copy that somebody else has given."""


class ReviewApp(LearnlogApp):
    """The app on a copy that somebody else has given: nothing else is in it, and no log is made."""

    DEFAULT_MODE = "review"

    def __init__(self, services: Services, share: Share, path: str) -> None:
        """Open a copy, and go on with what has been said about it.

        Args:
            services: What the reader can do.
            share: The copy.
            path: Where it lies.
        """
        self._opened = (share, path)
        self.alone = True
        self.MODES = {"review": self._review}  # type: ignore[misc]  # read from the instance
        super().__init__(services)

    def _review(self) -> Screen[Any]:
        from learnlog.screens.review import review_screen  # noqa: PLC0415 - built when first shown

        return review_screen(self.services, *self._opened)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is about a log of one's own is not offered here."""
        if action == "go" or (action == "open" and parameters[:1] not in _ALONE):
            return False
        return super().check_action(action, parameters)

    def action_go(self, mode: str) -> None:
        """There is no other place to go to."""
