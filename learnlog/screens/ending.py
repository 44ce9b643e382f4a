"""How the app ends when it was not the user who ended it, and what a crash may tell."""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import signal
import time
from collections.abc import Callable
from concurrent.futures import Executor
from threading import Thread
from typing import TypeVar

from rich.segment import Segment, Segments
from textual.driver import Driver

from learnlog.i18n.ambient import gettext as _
from learnlog.services.crash import report, write_report

T = TypeVar("T")

GRACE = 5.0
"""Seconds the app is given to end when its terminal has gone; what is half typed has been written down before."""
_KITTY = ("\x1b[>1u", "\x1b[<u")


def listen(end: Callable[[int], None]) -> None:
    """Call `end` with an exit code when the terminal is closed or the process is asked to stop.

    Where signals cannot be listened for (Windows, or not in the main thread) nothing is done: drafts are written every
    two seconds anyway.
    """
    loop = asyncio.get_running_loop()
    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, end, 128 + int(number))
    if hasattr(select, "poll") and os.isatty(0):
        Thread(target=_watch, args=(loop, end), name="learnlog-terminal", daemon=True).start()


def _watch(loop: asyncio.AbstractEventLoop, end: Callable[[int], None]) -> None:
    """End when the terminal has gone without a word.

    A terminal that is not the process's controlling one sends no SIGHUP; Textual would then read its end for ever. And
    when what writes to the terminal dies with it, the app may wait for it for ever: it is not asked a second time.
    """
    code = 128 + int(signal.SIGHUP)
    terminal = select.poll()
    terminal.register(0, 0)
    if terminal.poll(0):  # not every system can tell of a terminal
        return
    terminal.poll()  # nothing is asked for, so nothing but its end is told
    with contextlib.suppress(RuntimeError):  # the app has ended by itself
        loop.call_soon_threadsafe(end, code)
        time.sleep(GRACE)
        os._exit(code)


async def within(hands: Executor, call: Callable[[], T]) -> T:
    """Run a call in a thread and wait for it."""
    return await asyncio.get_running_loop().run_in_executor(hands, call)


def keyboard_safe(driver: type[Driver]) -> type[Driver]:
    """A driver that does not switch on the kitty keyboard protocol on Windows.

    Windows Terminal then loses AltGr, and with it ``@ € { [ ~`` on Nordic keyboards (microsoft/terminal#19977).
    """
    if os.name != "nt" or "TEXTUAL_DRIVER" in os.environ:
        return driver

    class KeyboardSafe(driver):  # type: ignore[misc,valid-type]  # the base is only known at run time
        """The same driver, quiet about the keyboard."""

        def write(self, data: str) -> None:
            """Write, without the protocol's switches."""
            for each in _KITTY:
                data = data.replace(each, "")
            super().write(data)

    return KeyboardSafe


def crash(folder: str) -> Segments:
    """Write a crash file and say where it is.

    Args:
        folder: The data folder.

    Returns:
        What to print on the restored terminal.
    """
    path = write_report(folder)
    told = (
        _("What happened is described in {path}, without anything you have written.", path=path) if path else report()
    )
    lines = (_("learnlog had to stop because of a mistake in the program. What you have saved is safe."), told, "")
    return Segments([Segment("\n".join(lines))])
