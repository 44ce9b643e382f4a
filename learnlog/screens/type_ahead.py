"""Keys typed faster than screens open: each waits until what the key before set off stands on the screen.

Textual hands every key to what has the focus at that moment, which in one burst – a slow line, a busy machine, a paste
without brackets – is what had it before the first key was done. The letters after ``n`` would be commands of the list
instead of the title of the new entry, and a ``q`` among them would close the app.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.timer import Timer

SOON = 1.0
"""Seconds within which a key may come too early for what the key before opens."""
PATIENCE = 1.0
"""Seconds that a key is held at most: whatever happens, it is handed on then."""
LOOK = 0.01
"""Seconds between looks whether a screen is still being opened or closed."""
OPENING = frozenset({"doing", "form", "save", "leave", "ending"})
"""Groups of workers that open screens or close them."""
MOVES = frozenset({"up", "down", "left", "right", "pageup", "pagedown", "home", "end", "backspace"})
"""Keys that open nothing, except in what says so by `OPENS_BY_MOVES`: a closed list of choices."""
STEPS = frozenset({"tab", "shift+tab"})
"""Keys that go to another field and do nothing else: what comes next need not wait until that is drawn."""


class _Given(NamedTuple):
    """A key that was handed on, and that something may come of: to whom, and when."""

    to: MessagePump
    at: float
    is_step: bool

    def may_be_too_early(self, event: Key | Paste) -> bool:
        """Whether what comes now must wait; a step may follow a step, wherever the first one has led to."""
        both = self.is_step and isinstance(event, Key) and event.key in STEPS
        return not both and monotonic() - self.at < SOON


class TypeAhead(App[None]):
    """An app that hands keys on one at a time when they come in a burst."""

    _given: _Given | None = None
    _waiting: _Waiting | None = None

    async def on_event(self, event: Event) -> None:
        """Hold what is typed too early; everything else goes its way."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._waiting is not None:
            self._waiting.held.append(event)
        elif self._given is not None and self._given.may_be_too_early(event):
            self._wait(deque([event]), self._given)
        else:
            await self._hand_on(event)

    async def _hand_on(self, event: Key | Paste) -> _Given | None:
        """Give a key to what has the focus; returns, and remembers, to whom it went if something may come of it."""
        given = None
        if isinstance(event, Key) and self._may_open(event):
            given = _Given(self.focused or self.screen, monotonic(), event.key in STEPS)
        self._given = given
        await super().on_event(event)
        return given

    def _may_open(self, event: Key) -> bool:
        """Whether something may come of a key: not of letters where one writes, nor of going up and down."""
        to = self.focused
        if to is not None and to.check_consume_key(event.key, event.character):
            return False
        return event.key not in MOVES or getattr(to, "OPENS_BY_MOVES", False)

    def _wait(self, held: deque[Key | Paste], given: _Given) -> None:
        """Hold keys until the one before them has been done, and what it opens has been drawn."""
        waiting = self._waiting = _Waiting(self, held, is_step=given.is_step)
        waiting.limit = self.set_timer(PATIENCE, waiting.end)
        follow(given.to, self, lambda: follow(self.focused or self.screen, self, waiting.look))  # what it posted, too

    async def release(self, waiting: _Waiting) -> None:
        """Hand on what was held, as far as nothing new may come of it."""
        if waiting is not self._waiting:
            return
        self._waiting = self._given = None
        while waiting.held:
            given = await self._hand_on(waiting.held.popleft())
            if waiting.held and given is not None and given.may_be_too_early(waiting.held[0]):
                self._wait(waiting.held, given)
                return


class _Waiting:
    """Keys that are held, until what the key before them opens stands there."""

    def __init__(self, app: TypeAhead, held: deque[Key | Paste], *, is_step: bool = False) -> None:
        self._app = app
        self._before = app.screen
        self._is_step = is_step
        self.held = held
        self.limit: Timer | None = None

    def look(self) -> None:
        """The key before is done: is a screen still being opened or closed?"""
        screen = self._app.screen
        if any(not each.is_finished and each.group in OPENING and each.node is screen for each in self._app.workers):
            self._app.set_timer(LOOK, self.look)
            return
        at_once = self._is_step and screen is self._before
        if at_once or not screen.call_after_refresh(self._app.call_later, self._drawn, screen):
            self.end()

    def _drawn(self, screen: Screen[object]) -> None:
        """A screen stands there, and what is to have the focus has it; unless yet another one has come."""
        if screen is self._app.screen:
            self.end()
        else:
            self.look()

    def end(self) -> None:
        """Do not wait any longer. What came too early for a question is dropped: nobody answers what is not seen."""
        if self.limit is not None:
            self.limit.stop()
        screen = self._app.screen
        if screen is not self._before and getattr(screen, "IS_QUESTION", False):
            self.held.clear()
        self._app.call_later(self._app.release, self)


def follow(pump: MessagePump, app: App[None], done: Callable[[], object]) -> None:
    """Go the way of a key that was given to a widget: behind it from parent to parent, to the app."""
    above = pump._parent  # noqa: SLF001 - the public way stops at the screen
    if pump is app or above is None or not pump.call_later(follow, above, app, done):  # the last: it has been closed
        app.call_later(done)
