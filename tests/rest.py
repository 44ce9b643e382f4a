"""When an app has come to rest: whatever it was asked for has been done and drawn.

What Textual offers instead is a guess, from how busy the process has been for a while: too long on a quiet machine, too
short on a busy one. For the same reason nothing happens here merely because time passes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

import pytest
from textual.app import App
from textual.timer import Timer
from textual.widgets import Button

SOON = 0.05
"""Seconds. What is due before then is waited for: drawing, another screen, the short pauses of ours."""
NEVER = 1e6
"""When all else is due: what blinks, looks about, is kept now and then, or goes away by itself. However slow a machine
is, no test meets it by chance."""
TURNS = 50_000
"""After so many turns of the loop it is no longer thought that there will be rest."""


def due() -> float | None:
    """Seconds until the loop has something to do; None if it may rest. Only asyncio's own books tell that surely."""
    loop: Any = asyncio.get_running_loop()
    if loop._ready:
        return 0
    now = loop.time()
    moments = [each._when for each in loop._scheduled if not each._cancelled and each._when < now + SOON]
    return max(0, min(moments) - now) if moments else None


class Rest:
    """Knows whether anything is still under way, in the app's loop or in the thread that calls services.

    Attributes:
        clocks: Every timer, and what it waits for; in seconds.
    """

    def __init__(self, app: App[Any]) -> None:
        self.app = app
        self.clocks: WeakKeyDictionary[Timer, float] = WeakKeyDictionary()
        self._asked = 0
        self._hands = getattr(app, "hands", None)
        if self._hands is not None:
            self._submit = self._hands.submit
            self._hands.submit = self._counted

    def _counted(self, *args: Any, **kwargs: Any) -> Future[Any]:
        self._asked += 1
        future: Future[Any] = self._submit(*args, **kwargs)
        return future

    async def come(self) -> None:
        """Wait until the app has come to rest, or has ended."""
        for _turn in range(TURNS):
            if not self.app.is_running:
                return
            if (wait := due()) is not None:
                await asyncio.sleep(wait)
            elif self._hands is None or not await self._something_was_done():
                return
        raise AssertionError("the app does not come to rest")

    async def time_passes(self, seconds: float) -> None:
        """Do, once, what is due when so much time has passed: with timers that never come of themselves."""
        for timer, interval in sorted(self.clocks.items(), key=lambda each: each[1]):
            if interval <= seconds and timer._task is not None:
                with self.app._context():
                    await timer._tick(next_timer=0, count=1)
                if timer._repeat is not None:
                    timer.stop()
        await self.come()

    async def _something_was_done(self) -> bool:
        """Whether the thread had anything to do; what came of it is then still on its way."""
        asked = self._asked
        try:
            last = self._submit(lambda: None)
        except RuntimeError:  # it has been let go: the app is about to end
            await asyncio.sleep(0)
            return True
        await asyncio.wrap_future(last)
        return self._asked != asked or due() is not None


@contextmanager
def resting(app: App[Any]) -> Iterator[Rest]:
    """The rest of an app; its pilot waits for it too, and what is not due soon never comes."""
    rest = Rest(app)
    begin = Timer.__init__

    async def come(*_seconds: float) -> None:
        await rest.come()

    def begin_soon_or_never(timer: Timer, target: Any, interval: float, **more: Any) -> None:
        more["skip"] = more.get("repeat") is None  # a busy machine must not pass over what is due just once
        begin(timer, target, interval if interval < SOON else NEVER, **more)
        rest.clocks[timer] = interval

    with pytest.MonkeyPatch.context() as patch:
        for place in ("textual.app", "textual.pilot"):
            patch.setattr(f"{place}.wait_for_idle", come)
        patch.setattr(Timer, "__init__", begin_soon_or_never)
        patch.setattr("textual.notifications.time", lambda: 0.0)  # their age is looked at, too
        # It lights up for a fifth of a second, and takes no key meanwhile.
        patch.setattr(Button, "_start_active_affect", lambda _button: None)
        yield rest
