"""Times a terminal program from outside, the way its user meets it.

The program runs on a real pseudo terminal. What it writes is only stamped and kept while the clock runs; afterwards it
is replayed through a terminal emulator to find the first moment at which a text was visible, so that the emulator's
own slowness never counts.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import select
import shutil
import signal
import statistics
import struct
import termios
import time
from collections.abc import Sequence
from typing import NamedTuple, Self

import pyte

COLUMNS, ROWS = 120, 40
QUIET = 0.4
"""Seconds of silence after which a program is at rest."""
SETTLE = 0.15
"""Seconds of silence after which the answer to a key is complete."""
PATIENCE = 30.0
"""Seconds until we give up waiting for a text."""
ANSWER = 2.0
"""Seconds until we take it that a key changes nothing on the screen."""

ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[c": b"\x1b[?62;22c", b"\x1b[6n": b"\x1b[1;1R"}
"""What a modern terminal answers: synchronised output, its kind, the place of the cursor."""
NOISE = re.compile(
    rb"\x1b\[[0-9;:]*m"  # colours
    rb"|\x1b\[[<>=?][0-9;]*[uqcmst]"  # keyboard protocols and the like
    rb"|\x1b\[\??[0-9;]*\$[a-z]"  # questions about modes
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # titles, colours of the palette
    rb"|\x1b[P_^][^\x1b]*\x1b\\"
)
"""What does not change the text on the screen; some of it would confuse the emulator."""
WHOLE = re.compile(rb"\x1b(\[[0-9;:?<>=$]*[@-~]|[^\[\]P_^]|[\]P_^].*(\x07|\x1b\\))", re.DOTALL)

Chunk = tuple[float, bytes]


class Step(NamedTuple):
    """Keys to press and what to wait for.

    Attributes:
        name: What the figure is called.
        keys: What is sent.
        shows: Text that must become visible; empty for any repaint.
        times: How often; the median counts.
    """

    name: str
    keys: str
    shows: str = ""
    times: int = 1


class Program(NamedTuple):
    """A program to be timed.

    Attributes:
        name: What it is called in the table.
        command: Its command line.
        shows: The text of its first useful frame.
        steps: What is done then.
        environment: Environment variables besides the usual.
        leftovers: A folder that is emptied before each run, so that every run begins alike.
    """

    name: str
    command: Sequence[str]
    shows: str
    steps: tuple[Step, ...] = ()
    environment: dict[str, str] = {}  # noqa: RUF012 - never changed
    leftovers: str = ""


class Screen:
    """What stands on the terminal after some output."""

    def __init__(self) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._rest = b""

    def first(self, chunks: Sequence[Chunk], text: str) -> float | None:
        """Take in output; the moment at which `text` became visible, or of the first output if there is no text."""
        moment = chunks[0][0] if chunks and not text else None
        for stamp, data in chunks:
            self._take(data)
            if moment is None and any(text in line for line in self._screen.display):
                moment = stamp
        return moment

    def _take(self, data: bytes) -> None:
        data = self._rest + data
        self._rest = b""
        cut = data.rfind(b"\x1b", max(0, len(data) - 64))
        if cut >= 0 and not WHOLE.match(data[cut:]):
            data, self._rest = data[:cut], data[cut:]
        self._stream.feed(NOISE.sub(b"", data))

    def text(self) -> str:
        """All that is visible."""
        return "\n".join(line.rstrip() for line in self._screen.display)


class Terminal:
    """A program on a pseudo terminal."""

    def __init__(self, program: Program) -> None:
        self.chunks: list[Chunk] = []
        self.ended = False
        master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        kept = {
            key: value for key, value in os.environ.items() if not key.startswith(("TEXTUAL", "PYTHON", "LEARNLOG"))
        }
        environment = kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
        environment |= program.environment
        self.began = time.perf_counter()
        self.pid = os.fork()
        if not self.pid:
            os.close(master)
            os.login_tty(slave)
            with contextlib.suppress(OSError):
                os.execvpe(program.command[0], list(program.command), environment)
            os._exit(127)
        os.close(slave)
        self.terminal = master

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Quit politely, then firmly."""
        for keys, how in (("\x11", 0), ("", signal.SIGTERM), ("", signal.SIGKILL)):
            with contextlib.suppress(OSError):
                self.press(keys) if keys else os.kill(self.pid, how)
            until = time.perf_counter() + 2
            while time.perf_counter() < until:
                self._read(0.02)
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    os.close(self.terminal)
                    return

    def press(self, keys: str) -> float:
        """Send keys; the moment at which they were sent."""
        now = time.perf_counter()
        os.write(self.terminal, keys.encode())
        return now

    def rest(self, quiet: float, text: str = "") -> list[Chunk]:
        """Read until the program is silent, but not before `text` (or anything at all) has come by; what it wrote."""
        first, wanted = len(self.chunks), text.encode()
        until = time.perf_counter() + (PATIENCE if text else ANSWER)
        while time.perf_counter() < until and not self.ended:
            silent = not self._read(quiet)
            written = b"".join(data for _, data in self.chunks[first:])
            if silent and written and wanted in NOISE.sub(b"", written):
                break
        return self.chunks[first:]

    def memory(self) -> float:
        """Memory in use now, in megabytes; zero where the system does not tell."""
        with contextlib.suppress(OSError), open(f"/proc/{self.pid}/status", encoding="ascii") as file:
            return next((int(line.split()[1]) for line in file if line.startswith("VmRSS")), 0) / 1024
        return 0.0

    def _read(self, timeout: float) -> bool:
        if self.ended or not select.select([self.terminal], [], [], timeout)[0]:
            return False
        data = b""
        with contextlib.suppress(OSError):
            data = os.read(self.terminal, 1 << 16)
        if not data:
            self.ended = True
            return False
        self.chunks.append((time.perf_counter(), data))
        for question, answer in ANSWERS.items():
            if question in data:
                os.write(self.terminal, answer)
        return True


def run(program: Program) -> dict[str, float]:
    """One start of a program and everything done in it: figure → milliseconds (memory: megabytes).

    Raises:
        RuntimeError: If a text did not show; the screen is in the message.
    """
    if program.leftovers:
        shutil.rmtree(program.leftovers, ignore_errors=True)
    with Terminal(program) as terminal:
        started = terminal.rest(QUIET, program.shows)
        terminal.rest(ANSWER)  # what is read after the first frame counts, too
        memory = {"memory": terminal.memory()}
        answers = []
        for step in program.steps:
            for _ in range(step.times):
                pressed = terminal.press(step.keys)
                answers.append((step, pressed, terminal.rest(SETTLE, step.shows)))
        memory["memory, after all"] = terminal.memory()
        began = terminal.began
    screen = Screen()
    moment = screen.first(started, program.shows)
    if moment is None:
        message = f"{program.name}: no {program.shows!r} on\n{screen.text()}"
        raise RuntimeError(message)
    figures = {"first frame": (moment - began) * 1000, "rest": (started[-1][0] - began) * 1000, **memory}
    samples: dict[str, list[float]] = {}
    for step, pressed, chunks in answers:
        moment = screen.first(chunks, step.shows)
        if moment is None and not step.shows:
            continue  # nothing had to change
        if moment is None:
            message = f"{program.name}, {step.name}: no {step.shows!r} on\n{screen.text()}"
            raise RuntimeError(message)
        samples.setdefault(step.name, []).append((moment - pressed) * 1000)
    return figures | {name: statistics.median(values) for name, values in samples.items()}


def interleaved(programs: Sequence[Program], runs: int) -> dict[str, dict[str, float]]:
    """Run all programs in turn, so that a busy moment of the machine hits them alike; medians by program and figure."""
    results: dict[str, list[dict[str, float]]] = {program.name: [] for program in programs}
    for number in range(runs + 1):
        for program in programs:
            figures = run(program)
            if number:  # the first round only warms the disk's cache
                results[program.name].append(figures)
    return {
        name: {figure: statistics.median(each[figure] for each in rounds) for figure in rounds[0]}
        for name, rounds in results.items()
    }
