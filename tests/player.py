"""What a user does, by keys and mouse, and what they see. Waiting for the app is done here and nowhere else."""

from __future__ import annotations

import datetime as dt
import itertools
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key
from textual.pilot import Pilot

from learnlog.app import LearnlogApp
from learnlog.bootstrap import open_services
from learnlog.domain.clock import Clock
from learnlog.domain.entry import Entry
from learnlog.domain.values import Language
from learnlog.i18n import ambient
from learnlog.screens.base import Host
from learnlog.services.suite import Services
from tests.builders import NOW, TODAY
from tests.rest import Rest, resting

PAUSES = (
    "learnlog.screens.start.AFTER_FIRST_FRAME",
    "learnlog.screens.base.REST",
)
"""Where the app waits for quiet; in tests it is always quiet."""
CHARACTERS = {" ": "space", "\n": "enter"}


class Player:
    """Somebody at the keyboard."""

    def __init__(self, app: Host, pilot: Pilot[None], rest: Rest) -> None:
        self.app = app
        self.pilot = pilot
        self.rest = rest

    async def settle(self) -> None:
        """Until everything asked for has been done and drawn."""
        await self.rest.come()

    async def wait(self, seconds: float) -> None:
        """Do nothing for so long."""
        await self.rest.time_passes(seconds)

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def write(self, text: str) -> None:
        """Type a text."""
        await self.pilot.press(*(CHARACTERS.get(each, each) for each in text))
        await self.settle()

    async def burst(self, text: str) -> None:
        """Type a text so quickly that all of it has come before the first key is done, as over a slow line."""
        for each in text:
            self.app.post_message(Key({"/": "slash", **CHARACTERS}.get(each, each), each))
        await self.settle()

    async def click(self, text: str) -> None:
        """Click where a text stands."""
        for y, row in enumerate(self.rows):
            if text in row:
                await self.pilot.click(offset=(row.index(text) + len(text) // 2, y))
                await self.settle()
                return
        raise AssertionError(f"not on the screen: {text}\n{self.text}")

    @property
    def rows(self) -> list[str]:
        """The screen, row by row."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(self.rows)

    def sees(self, *texts: str) -> None:
        """All of these stand on the screen."""
        for text in texts:
            assert text in self.text, f"not on the screen: {text}\n{self.text}"

    def misses(self, *texts: str) -> None:
        """None of these stands on the screen."""
        for text in texts:
            assert text not in self.text, f"on the screen: {text}\n{self.text}"

    @property
    def told(self) -> list[str]:
        """The toasts, oldest first."""
        return [toast.message for toast in self.app._notifications]

    @property
    def services(self) -> Services:
        """What is really in the log."""
        return self.app.services

    @property
    def titles(self) -> list[str]:
        """Titles in the log, newest first."""
        return [head.title for head in self.services.log.heads()]


def some_services(
    folder: Path,
    entries: Iterable[Entry] = (),
    *,
    language: Language = Language.EN,
    name: str = "Åsa Öberg",
    today: dt.date = TODAY,
    now: dt.datetime = NOW,
    **settings: Any,
) -> Services:
    """Real services on a real log in a folder; somebody who has told their name already."""
    environment = {"LEARNLOG_HOME": str(folder), "HOME": str(folder)}
    ticks = itertools.count()
    clock = Clock(now=lambda: now + dt.timedelta(milliseconds=next(ticks)), today=lambda: today)
    services = open_services(environment, clock=clock)
    services.preferences.change(language=language, **settings)
    if name:
        services.profiles.save(services.profiles.get()._replace(display_name=name), is_deed=False)
    for entry in entries:
        services.log.save(entry)
    return services


def window_gone(services: Services) -> None:
    """What the end of the process does: the drafts of its window belong to nobody."""
    alive = services.drafts._folder._alive
    if alive is not None:  # killed, while the app was open
        alive.__exit__(None, None, None)


@asynccontextmanager
async def playing(services: Services, *, size: tuple[int, int] = (80, 24), demo: bool = False) -> AsyncIterator[Player]:
    """The app on these services, with somebody at it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        for pause in PAUSES:
            patch.setattr(pause, 0.001)
        async with at(LearnlogApp(services, demo=demo), size) as player:
            yield player
    time.tzset()


@asynccontextmanager
async def at(app: Host, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Player]:
    """Somebody at this app."""
    app.animation_level = "none"
    with resting(app) as rest:
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            player = Player(app, pilot, rest)
            await player.settle()
            yield player
    ambient.use(Language.EN)
