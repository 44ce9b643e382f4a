"""The command itself, in a terminal of its own: started, killed in the middle of a word, and started again."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PATIENCE = 30.0
"""Seconds until a test gives up; it is not what is measured."""
LEARNLOG = [sys.executable, "-m", "learnlog"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")


class Window:
    """A terminal window with learnlog in it."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.terminal, inside = pty.openpty()
        self.process = subprocess.Popen(LEARNLOG, stdin=inside, stdout=inside, stderr=inside, env=environment)
        os.close(inside)
        self.drawn = b""

    def draws(self, text: str) -> None:
        """Until it has drawn this, after what was waited for before."""
        end = time.monotonic() + PATIENCE
        while text.encode() not in self.drawn:
            assert time.monotonic() < end, self.drawn[-3000:].decode(errors="replace")
            self._look(0.1)
        self.drawn = self.drawn.partition(text.encode())[2]

    def type(self, text: str) -> None:
        """Type."""
        os.write(self.terminal, text.encode())

    def enters_until(self, text: str) -> None:
        """Press Enter until this is drawn; a key pressed while a page is being drawn is lost, as on any machine."""
        end = time.monotonic() + PATIENCE
        while text.encode() not in self.drawn:
            assert time.monotonic() < end, self.drawn[-3000:].decode(errors="replace")
            self.type("\r")
            for _moment in range(10):
                if text.encode() not in self.drawn:
                    self._look(0.1)
        self.drawn = self.drawn.partition(text.encode())[2]

    def stalls(self, keys: str) -> None:
        """Press keys, and read nothing of what is drawn, until nothing more can be drawn."""
        waiting = -1
        while waiting != (waiting := self._unread()):
            for _key in range(40):
                self.type(keys)
                select.select([], [], [], 0.02)

    def _unread(self) -> int:
        return int.from_bytes(fcntl.ioctl(self.terminal, termios.FIONREAD, bytes(4)), sys.byteorder)

    def ends(self) -> int:
        """Until it is over; the exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end, self.drawn[-3000:].decode(errors="replace")
            self._look(0.05)
        return self.process.returncode

    def close(self) -> None:
        """Shut the window."""
        self.process.kill()
        self.process.wait()
        os.close(self.terminal)

    def _look(self, wait: float) -> None:
        while select.select([self.terminal], [], [], wait)[0]:
            try:
                self.drawn += os.read(self.terminal, 65536)
            except OSError:
                return
            wait = 0


class Machine:
    """A computer with learnlog on it, and nothing in its data folder."""

    def __init__(self, home: Path) -> None:
        self.environment = {
            **os.environ,
            "LEARNLOG_HOME": str(home / "data"),
            "LEARNLOG_LANGUAGE": "en",
            "HOME": str(home),
            "TERM": "xterm-256color",
            "COLUMNS": "80",
            "LINES": "24",
        }
        self.windows: list[Window] = []

    def open(self) -> Window:
        """Type learnlog in a new window."""
        self.windows.append(Window(self.environment))
        return self.windows[-1]

    def run(self, *words: str) -> str:
        """Run a command; what it printed."""
        done = subprocess.run([*LEARNLOG, *words], env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    @property
    def titles(self) -> list[str]:
        """Titles in the log, newest first."""
        return [entry["title"] for entry in json.loads(self.run("list", "--json"))]


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    """A fresh machine; every window is shut in the end."""
    machine = Machine(tmp_path)
    yield machine
    for window in machine.windows:
        window.close()


def test_from_an_empty_folder_to_an_entry_with_the_command_itself(machine: Machine) -> None:
    window = machine.open()
    window.draws("Welcome")
    window.type("\r")
    window.draws("What is your name?")
    window.type("Åsa Öberg")
    window.draws("Åsa Öberg")
    window.enters_until("Today I learned")
    window.type("Musik lugnar kvällsoro\r")
    window.draws("1 entry")
    assert machine.titles == ["Musik lugnar kvällsoro"]
    assert json.loads(machine.run("profile", "show", "--json"))["display_name"] == "Åsa Öberg"
    window.type("\x11")
    assert window.ends() == 0


def test_a_form_killed_in_the_middle_of_a_word_goes_on_where_it_was(machine: Machine) -> None:
    machine.run("profile", "set", "--name", "Åsa Öberg")
    window = machine.open()
    window.draws("Today I learned")
    window.type("\t")
    window.draws("New entry")
    window.type("n")
    window.draws("What happened?")
    window.type("Half a title")
    window.draws("title")
    window.draws("draft saved")
    window.process.send_signal(signal.SIGKILL)
    window.ends()

    again = machine.open()
    again.draws("You have an unsaved draft")
    again.type("\r")
    again.draws("What will you do next time?")
    again.draws("Half a title")
    again.type("\x13")
    again.draws("1 entry")
    assert machine.titles == ["Half a title"]
    assert not list((Path(machine.environment["LEARNLOG_HOME"]) / "drafts").glob("*.json"))


def test_a_command_beside_the_open_window_is_seen_in_it(machine: Machine) -> None:
    machine.run("profile", "set", "--name", "Åsa Öberg")
    window = machine.open()
    window.draws("Today I learned")
    machine.run("add", "Beside it")
    window.draws("Beside it")
    window.type("In it\r")
    window.draws("2 entries")
    assert sorted(machine.titles) == ["Beside it", "In it"]


def test_a_terminal_that_stops_reading_and_goes_away_leaves_no_process_behind(machine: Machine) -> None:
    machine.run("profile", "set", "--name", "Åsa Öberg")
    window = machine.open()
    window.draws("Today I learned")
    window.type("\t")
    window.draws("New entry")
    window.stalls("21")
    os.close(window.terminal)
    machine.windows.remove(window)
    assert window.process.wait(PATIENCE) != 0
