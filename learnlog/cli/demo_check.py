"""Draw every screen once without a terminal: a package that lacks a file cannot pass."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable

from learnlog.app import LearnlogApp
from learnlog.cli.call import Call
from learnlog.cli.everything import services
from learnlog.cli.start import write_sample
from learnlog.domain.values import Language
from learnlog.i18n import ambient
from learnlog.i18n.ambient import gettext as _
from learnlog.services.suite import Services

SIZES = ((80, 24), (120, 40))
OPENED_BY = ("n", "question_mark", "ctrl+p")
"""Keys that open what is no main screen, and differs from one to the next: something new, help, the palette."""
ONCE = ("comma", "f10")
"""Keys that open the same everywhere: settings, a copy."""


def check(call: Call, folder: str, languages: Iterable[Language] = Language) -> int:
    """Write the sample log and draw its screens, in each language and both sizes.

    Args:
        call: The command.
        folder: An empty folder.
        languages: Those to draw it in.
    """
    drawn = 0
    spoken = ambient.translator().language
    for language in languages:
        home = os.path.join(folder, language)
        sample = call._replace(environment={**call.environment, "LEARNLOG_HOME": home}, log="")
        write_sample(sample, language)
        opened = services(sample)
        for size in SIZES:
            ambient.use(language)
            drawn += asyncio.run(_draw(opened, size))
    ambient.use(spoken)
    call.out.line(_("{count} screens drawn, all is well.", count=drawn))
    return 0


async def _draw(opened: Services, size: tuple[int, int]) -> int:
    """Draw every main screen, and what opens over it; how many there were."""
    app = LearnlogApp(opened, demo=True)
    drawn = 0
    once = list(ONCE)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        for mode in app.MODES:
            await app.switch_mode(mode)
            await pilot.pause()
            drawn += _looked_at(app)
            for key in (*OPENED_BY, *once):
                below = app.screen
                await pilot.press(key)
                await pilot.pause()
                if app.screen is not below:
                    drawn += _looked_at(app)
                    if key in once:
                        once.remove(key)
                    app.screen.dismiss()
                    await pilot.pause()
    return drawn


def _looked_at(app: LearnlogApp) -> int:
    """Draw the screen that is open to a picture, which fails if anything on it cannot be drawn."""
    return int(bool(app.export_screenshot()))
