"""What is half typed is never lost, and is offered back."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from learnlog.domain.values import Language
from learnlog.screens.drafts_offer import DraftsOffer
from learnlog.screens.entry_form import EntryForm
from learnlog.screens.plan_forms import write_goal
from tests.builders import TODAY, a_training, an_area, an_entry
from tests.player import Player, playing, some_services


def on_disk(folder: Path) -> list[dict[str, Any]]:
    """What lies in the drafts' folder, whosever it is."""
    return [json.loads(path.read_bytes())["values"] for path in (folder / "drafts").glob("*.json")]


async def begin(player: Player, title: str) -> None:
    """Open a new entry, write its title, and go to the next field."""
    await player.press("escape", "n")
    assert isinstance(player.app.screen, EntryForm)
    await player.write(title)
    await player.press("tab")


async def test_leaving_a_field_writes_the_draft(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await begin(player, "Half a sent")
        assert [values["title"] for values in on_disk(tmp_path)] == ["Half a sent"]
        player.sees("draft saved 12:00")


async def test_leaving_the_form_keeps_the_draft_and_says_so(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await begin(player, "Half a sent")
        await player.press("escape")
        assert "Your text is kept as a draft." in player.told[-1]
        assert not player.titles
        await player.press("n")
        player.sees("You have an unsaved draft from today 12:00", "11", "Half a sent", "Continue")
        await player.press("enter")
        player.sees("Half a sent")
        await player.press("ctrl+s")
        assert player.titles == ["Half a sent"]
        assert not on_disk(tmp_path)


async def test_a_draft_can_be_kept_for_later(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await begin(player, "First")
        await player.press("escape", "n", "left", "enter")
        player.misses("First")
        await player.write("Second")
        await player.press("ctrl+s")
        assert player.titles == ["Second"]
        assert [draft.values["title"] for draft in player.services.drafts.waiting()] == ["First"]


async def test_what_is_not_saved_is_what_enter_opens_on_the_start_screen(tmp_path: Path) -> None:
    services = some_services(tmp_path, [an_entry(title="Utkast från i går", insight="")])
    async with playing(services) as player:
        await player.press("escape", "n")
        await player.write("Halvskrivet")
        await player.press("escape")
        player.sees("One text is not saved yet: open it here.")
        await player.press("enter")
        player.sees("You have an unsaved draft", "Halvskrivet")


async def test_a_draft_can_be_thrown_away(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await begin(player, "Not this")
        await player.press("escape", "n", "left", "left", "enter")
        player.sees("Throw this draft away? It has 8 characters")
        await player.press("enter")
        player.sees("You have an unsaved draft")
        assert on_disk(tmp_path)
        await player.press("enter")
        await player.click("Throw away")
        player.misses("Not this")
        assert not on_disk(tmp_path)


async def test_erasing_everything_leaves_no_draft(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await begin(player, "x")
        await player.press("shift+tab", "backspace", "tab", "escape")
        assert not on_disk(tmp_path)
        assert not player.services.drafts.waiting()


async def test_a_draft_of_a_saved_entry_holds_only_what_was_changed(tmp_path: Path) -> None:
    entry = an_entry(title="Saved", what_happened="A lot.")
    async with playing(some_services(tmp_path, [entry])) as player:
        player.app.push_screen(EntryForm(player.services.log.get(entry.id)))
        await player.settle()
        await player.write(" and more")
        await player.press("tab")
        assert on_disk(tmp_path) == [{"title": "Saved and more", "by_hand": []}]


async def test_at_the_start_what_was_left_behind_is_offered(tmp_path: Path) -> None:
    left = some_services(tmp_path)
    blank = left.log.blank()
    left.drafts.keep("entry", blank.id, {"title": "Before the crash", "w3": "Next time I …"})
    left.drafts.let_go("entry", blank.id)
    async with playing(some_services(tmp_path, language=Language.SV)) as player:
        assert isinstance(player.app.screen, DraftsOffer)
        player.sees("Before the crash", "Fortsätt")
        await player.press("enter")
        player.sees("Before the crash", "Next time I …")
        await player.press("ctrl+s")
        assert player.titles == ["Before the crash"]


async def test_odd_characters_in_a_draft_are_only_characters(tmp_path: Path) -> None:
    left = some_services(tmp_path)
    left.drafts.keep("entry", "0" * 32, {"title": "[/b] \x1b]52;c;x\x07 [@click=app.quit]", "unheard_of": 1})
    left.drafts.let_go("entry", "0" * 32)
    async with playing(some_services(tmp_path)) as player:
        player.sees("[/b]")
        await player.press("enter")
        player.sees("[/b]", "[@click=app.quit]")
        player.misses("\x1b")


async def test_a_half_typed_line_of_the_start_screen_is_offered_back(tmp_path: Path) -> None:
    left = some_services(tmp_path)
    left.drafts.keep("capture", "capture", {"sentence": "Today I learned to w"})
    left.drafts.let_go("capture", "capture")
    async with playing(some_services(tmp_path)) as player:
        player.sees("Today I learned to w")
        await player.press("enter")
        await player.write("ait")
        await player.press("enter")
        assert player.titles == ["Today I learned to wait"]


# -- a real process, killed -------------------------------------------------------------------------------------------

PROGRAM = """
import os
from learnlog.app import LearnlogApp
from learnlog.bootstrap import open_services
LearnlogApp(open_services(os.environ)).run()
"""
PATIENCE = 60.0
"""Seconds until a test gives up; it is not what is measured."""


class Terminal:
    """The app in a terminal of its own."""

    def __init__(self, folder: Path, *command: str) -> None:
        self.master, slave = pty.openpty()
        environment = {
            **os.environ, "LEARNLOG_HOME": str(folder), "HOME": str(folder), "TERM": "xterm-256color", "LINES": "24",
            "COLUMNS": "80", "LEARNLOG_LANGUAGE": "en", "TMPDIR": str(folder),
        }  # fmt: skip
        self.process = subprocess.Popen(
            [sys.executable, *(command or ("-c", PROGRAM))],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            close_fds=True,
        )
        os.close(slave)
        self.seen = b""

    def read(self, wait: float) -> None:
        """Take what the app has drawn."""
        while select.select([self.master], [], [], wait)[0]:
            try:
                self.seen += os.read(self.master, 65536)
            except OSError:
                return
            wait = 0

    def wait_for(self, text: bytes) -> None:
        """Until the app has drawn this."""
        end = time.monotonic() + PATIENCE
        while text not in self.seen:
            assert time.monotonic() < end, self.seen[-2000:]
            self.read(0.1)

    def type(self, text: bytes) -> None:
        os.write(self.master, text)

    def end(self, number: int) -> None:
        self.process.send_signal(number)
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.05)
        self.vanish()

    def vanish(self) -> None:
        """The terminal is gone, and nobody has told the app."""
        if self.master >= 0:
            os.close(self.master)
            self.master = -1


def written_in_time(terminal: Terminal, folder: Path) -> str:
    """Type without a pause until a draft is there; what it says."""
    end, letters = time.monotonic() + PATIENCE, itertools.cycle("abcdefghij")
    while not (kept := on_disk(folder) if (folder / "drafts").is_dir() else []):
        assert time.monotonic() < end, "no draft was written while typing"
        terminal.type(next(letters).encode())
        terminal.read(0.1)
    return str(kept[0]["title"])


needs_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """The app, started by hand on a log that knows its owner, with an empty entry form open."""
    some_services(tmp_path)
    started = Terminal(tmp_path)
    try:
        started.wait_for(b"Today I learned")
        started.type(b"\t")
        started.wait_for(b"New entry")
        started.type(b"n")
        started.wait_for(b"What happened?")
        yield started
    finally:
        started.process.kill()
        started.process.wait()
        started.vanish()


@needs_a_terminal
def test_a_killed_app_has_written_what_was_typed_without_a_pause(terminal: Terminal, tmp_path: Path) -> None:
    kept = written_in_time(terminal, tmp_path)
    terminal.end(signal.SIGKILL)
    assert "abcdefghij".startswith(kept[:10])
    (draft,) = some_services(tmp_path).drafts.waiting()
    assert str(draft.values["title"]).startswith(kept)


@needs_a_terminal
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_closed_terminal_leaves_the_last_letter_in_the_draft(terminal: Terminal, tmp_path: Path, number: int) -> None:
    terminal.seen = b""
    terminal.type(b"until the last letteR")
    terminal.wait_for(b"letteR")
    terminal.end(number)
    (draft,) = some_services(tmp_path).drafts.waiting()
    assert draft.values["title"] == "until the last letteR"


@needs_a_terminal
def test_a_terminal_that_is_gone_without_a_word_ends_the_app(terminal: Terminal, tmp_path: Path) -> None:
    terminal.seen = b""
    terminal.type(b"until the last letteR")
    terminal.wait_for(b"letteR")
    terminal.vanish()
    assert terminal.process.wait(PATIENCE) is not None
    (draft,) = some_services(tmp_path).drafts.waiting()
    assert draft.values["title"] == "until the last letteR"


async def test_a_half_written_year_is_offered_back(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "5", "shift+tab", "shift+tab")
        await player.write("Half a ye")
        player.app.keep_drafts()
    (draft,) = on_disk(tmp_path)
    assert draft == {"year_in_short": "Half a ye"}
    for path in (tmp_path / "drafts").glob("*.open"):
        path.unlink()  # as if that window had died
    async with playing(some_services(tmp_path)) as player:
        player.sees("Half a ye")
        await player.press("enter")
        player.sees("My year in short", "Half a ye")
        await player.press("ctrl+s")
        assert player.services.curriculum.selection().year_in_short == "Half a ye"
        assert not on_disk(tmp_path)


async def go_on_in_another_window(player: Player) -> None:
    """Take up the draft that is offered at the start, and save it."""
    assert isinstance(player.app.screen, DraftsOffer)
    await player.press("enter", "ctrl+s")


async def test_what_a_copy_of_an_entry_began_with_is_in_its_draft(tmp_path: Path) -> None:
    entry = an_entry(title="Song", what_happened="We sang.", minutes=45, answers={"w3": "Sing more."}, themes=("song",))
    async with playing(some_services(tmp_path, [entry])) as player:
        await player.press("escape", "2", "D")
        await player.write(" again")
        await player.press("escape")
    async with playing(some_services(tmp_path)) as player:
        await go_on_in_another_window(player)
        copy = next(player.services.log.get(each.id) for each in player.services.log.heads() if each.id != entry.id)
    assert (copy.title, copy.what_happened, copy.minutes) == ("Song again", "We sang.", 45)
    assert (copy.answers, copy.themes, copy.activity_type) == ({"w3": "Sing more."}, ("song",), entry.activity_type)


async def test_what_is_half_written_about_a_training_still_belongs_to_it(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    training = services.trainings.save(a_training(title="Course", areas=("th.dementia",)))
    async with playing(services) as player:
        await player.press("escape", "3", "l")
        await player.write(", first day")
        await player.press("escape")
    async with playing(some_services(tmp_path)) as player:
        await go_on_in_another_window(player)
        (entry,) = player.services.trainings.entries(training.id)
    assert (entry.title, entry.areas) == ("Course, first day", ("th.dementia",))


async def test_what_is_in_the_log_already_is_not_offered(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    async with playing(services) as player:
        await player.press("escape", "n")
        await player.write("Song")
        await player.press("f3", "f3")
        form = player.app.screen
        assert isinstance(form, EntryForm)
        draft = form.touched()
        await player.press("ctrl+s")
        (head,) = services.log.heads()
    services.drafts.keep("entry", head.id, draft)  # as if the window had died before it dropped it
    services.drafts.let_go("entry", head.id)
    async with playing(some_services(tmp_path)) as player:
        assert not isinstance(player.app.screen, DraftsOffer)
        assert on_disk(tmp_path) == []


async def test_a_half_written_entry_keeps_the_day_it_was_begun(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, today=TODAY)) as player:
        await player.press("escape", "n")
        await player.write("Late at night")
        await player.press("escape")
    async with playing(some_services(tmp_path, today=TODAY + dt.timedelta(days=1))) as player:
        await go_on_in_another_window(player)
        assert [head.date for head in player.services.log.heads()] == [TODAY]


async def test_a_half_written_goal_is_still_about_the_area_it_was_begun_at(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    area = services.plan.areas.save(an_area(name="Singing", requirement=3, why="More people"))
    other = services.plan.areas.save(an_area(name="Dancing", requirement=2, why="More fun"))
    async with playing(services) as player:
        player.app.screen.run_worker(write_goal(player.app.screen, services.plan.goals.blank(area)))
        await player.settle()
        await player.write("Calm evenings")
        await player.press("escape")
        player.app.screen.run_worker(write_goal(player.app.screen, services.plan.goals.blank(other)))
        await player.settle()
        await player.press("ctrl+s")
        (goal,) = services.plan.goals.all()
    assert (goal.title, goal.area_id, goal.why, goal.to_level) == ("Calm evenings", area.id, "More people", 3)


@pytest.mark.parametrize(
    ("language", "width", "told"),
    [
        (Language.EN, 80, "no draft: save soon "),
        (Language.SV, 80, "utkast saknas: spara "),
        (Language.NB, 80, "utkast mangler: lagre "),
        (Language.EN, 120, "the draft cannot be kept on disk: save soon "),
    ],
)
async def test_that_no_draft_can_be_kept_is_said_whole(
    tmp_path: Path, language: Language, width: int, told: str
) -> None:
    services = some_services(tmp_path, language=language)
    (tmp_path / "drafts").write_text("a file where the folder should be", encoding="utf-8")
    async with playing(services, size=(width, 24)) as player:
        await player.press("escape", "n")
        await player.write("Half a sentence")
        await player.press("tab")
        player.sees(told)


async def test_a_window_that_has_ended_leaves_nothing_but_its_drafts(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.write("One line")
        player.app.screen.keep_draft()
        await player.press("enter")
        assert [each.suffix for each in (tmp_path / "drafts").iterdir()] == [".open"]
    assert list((tmp_path / "drafts").iterdir()) == []
    async with playing(some_services(tmp_path)) as player:
        await player.write("Half a li")
        player.app.screen.keep_draft()
    assert [each.suffix for each in (tmp_path / "drafts").iterdir()] == [".json"]
    async with playing(some_services(tmp_path)) as player:
        player.sees("Half a li")
