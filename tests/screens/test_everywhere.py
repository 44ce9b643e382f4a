"""What works on every screen: palette, help, settings, keys, quitting, the end from outside."""

from __future__ import annotations

import datetime as dt
import os
import signal
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.screen import Screen

from learnlog.domain.values import Language, Status
from learnlog.screens.commands import COMMANDS, bindings, clashes
from learnlog.screens.keys import key_name
from learnlog.screens.modes import MODES
from learnlog.screens.palette import _ELSEWHERE
from learnlog.widgets.line_input import LineInput
from learnlog.widgets.themes import THEMES
from tests.builders import an_entry
from tests.player import playing, some_services, window_gone
from tests.screens.test_words import our_nodes


async def test_the_palette_finds_commands_and_entries(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [an_entry(title="Musik mot oro")])) as player:
        await player.press("ctrl+p")
        player.sees("Search for a command or an entry", "New entry", "Settings")
        await player.write("musik")
        player.sees("Musik mot oro")
        await player.press("enter")
        player.sees("Search in the log", "Musik mot oro")


async def test_the_palette_does_what_is_chosen_and_escape_does_nothing(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("ctrl+p")
        await player.write("qqq")
        player.sees("Nothing found.")
        await player.press("escape")
        player.sees("Today I learned")
        await player.press("ctrl+p")
        await player.write("theme dag\n")
        assert player.app.theme == "dag"
        await player.press("escape", "colon")
        await player.write("settings\n")
        player.sees("Where things lie")


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("write down something", "New entry"),
        ("new goal", "New goal"),
        ("write down a training", "New training"),
        ("future workshops", "A future workshop"),
        ("what will be in the file", "Preview"),
        ("search in everything you", "/ "),
    ],
)
async def test_the_palette_begins_things_of_other_screens(tmp_path: Path, words: str, seen: str) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "6", "ctrl+p")
        await player.write(words + "\n")
        player.misses("Your profile")
        player.sees(seen)


def test_what_the_palette_begins_elsewhere_is_a_command_of_that_screen() -> None:
    for mode, names in _ELSEWHERE.items():
        bound = {each.id for found in MODES[mode]()._bindings.key_to_bindings.values() for each in found}
        assert set(names) <= bound, mode


async def test_help_explains_the_place_and_lists_its_keys(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path), size=(120, 40)) as player:
        await player.press("f1")
        player.sees("saved at once", "Keys here", "Ctrl+Z")
        await player.press("f1")
        player.misses("Keys here")
        await player.press("escape", "2", "question_mark")
        player.sees("month by month", "Move the entry to the bin." if player.titles else "Search in everything")


async def test_the_language_changes_at_once_and_is_kept(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    async with playing(services) as player:
        await player.write("halv mening")
        await player.press("f2")
        player.sees("Settings", "Data folder")
        await player.press("left")
        await player.press("escape")
        player.sees("I dag lærte jeg", "halv mening")
        await player.press("f2", "left", "escape")
        player.sees("I dag lärde jag mig", "halv mening")
    assert some_services(tmp_path).preferences.settings.language is not None
    assert services.preferences.settings.language is Language.SV


async def test_one_language_after_the_other_can_be_tried(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("f2", "left")
        player.sees("Innstillinger")
        await player.press("left")
        player.sees("Inställningar")
        await player.press("right", "down")
        player.sees("Settings")


async def test_another_log_file_is_kept_for_the_next_start_but_not_in_a_folder_that_is_not_there(
    tmp_path: Path,
) -> None:
    services = some_services(tmp_path)
    async with playing(services) as player:
        await player.press("f2", "tab", "tab", "tab", "end", "ctrl+u")
        await player.write(str(tmp_path / "nope" / "log.jsonl"))
        await player.press("ctrl+s")
        player.sees("Write the full name of a file in a folder that exists.")
        assert services.preferences.settings.log == ""
        await player.press("end", "ctrl+u")
        await player.write(str(tmp_path / "min.jsonl"))
        await player.press("ctrl+s")
        assert services.preferences.settings.log == str(tmp_path / "min.jsonl")


@pytest.mark.parametrize(("name", "taken"), [("log.jsonl", True), ("cv.md", False), ("empty", True), ("pipe", False)])
async def test_what_is_no_log_is_not_taken_for_one_at_the_next_start(tmp_path: Path, name: str, *, taken: bool) -> None:
    (tmp_path / "cv.md").write_text("# CV\n")
    (tmp_path / "empty").write_text("")
    os.mkfifo(tmp_path / "pipe")
    async with playing(some_services(tmp_path)) as player:
        await player.press("f2", "tab", "tab", "tab", "end", "ctrl+u")
        await player.write(str(tmp_path / name))
        await player.press("ctrl+s")
        assert (player.services.preferences.settings.log != "") == taken
        if not taken:
            player.sees("it is not a learning log")


async def test_keys_can_be_chosen_in_the_settings(tmp_path: Path) -> None:
    services = some_services(tmp_path, [an_entry(title="Nummer 0")], keys={"log.new": "w"})
    async with playing(services) as player:
        await player.press("escape", "2")
        player.sees("w New")
        await player.press("w")
        player.sees("New entry", "Title")


@pytest.mark.parametrize(
    ("own", "there", "key", "seen"),
    [
        ("talk.new", ("5", "f7"), "s", "When is the talk?"),
        ("cv.talk", ("5",), "t", "Plan the next talk"),
        ("pick.none", ("5", "f8"), "w", "0 of 1 entry shown"),
        ("paper.view", ("5", "f5"), "w", "letter by letter"),
        ("profile.edit", ("6",), "w", "as it should stand on your CV"),
        ("form.next", ("n",), "f12", "Questions to think about"),
    ],
)
async def test_keys_of_every_screen_can_be_chosen(
    tmp_path: Path, own: str, there: tuple[str, ...], key: str, seen: str
) -> None:
    entry = an_entry(title="Nummer 0", insight="Wait ten seconds first.", status=Status.DONE, show_in_cv=True)
    async with playing(some_services(tmp_path, [entry], keys={own: key})) as player:
        await player.press("escape", *there)
        if own != "paper.view":  # both ways are named there
            player.misses(seen)
        await player.press(key)
        player.sees(seen)


def test_every_command_that_is_shown_has_a_name_for_the_settings() -> None:
    unnamed = [
        (kind.__name__, each.key)
        for kind in our_nodes()
        if issubclass(kind, Screen) and kind.__module__.startswith("learnlog.")
        for each in kind.__dict__.get("BINDINGS", ())
        if isinstance(each, Binding) and each.show and not each.id
    ]
    assert unnamed == []


def test_no_two_commands_of_one_place_have_the_same_key() -> None:
    assert clashes({}) == []
    assert clashes({"talk.new": "p"}) == [["talk.new", "talk.prepare"]]


async def test_two_commands_with_one_key_are_named_once(tmp_path: Path) -> None:
    services = some_services(tmp_path, [an_entry()], keys={"log.new": "e"})
    async with playing(services) as player:
        await player.press("escape", "2", "e", "e")
        assert [text for text in player.told if "same key" in text] == [
            "These commands have the same key in the settings: log.edit, log.new."
        ]


async def test_a_mistyped_name_of_a_command_in_the_settings_is_told(tmp_path: Path) -> None:
    services = some_services(tmp_path, keys={"log.nwe": "w", "log.new": "X"})
    async with playing(services) as player:
        assert player.told == ["There are no commands of these names, under [keys] in the settings: log.nwe."]
        await player.press("escape", "2", "X")
        player.sees("New entry")


async def test_ctrl_c_says_how_to_quit_and_q_quits_outside_fields(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.write("q")
        assert player.app.is_running
        await player.press("escape", "ctrl+c")
        assert player.told == ["Ctrl+Q closes learnlog."]
        await player.press("q")
        assert player.app.return_code == 0


async def test_a_closed_terminal_leaves_a_draft(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.write("Halva tanken")
        signal.raise_signal(signal.SIGHUP)
        await player.settle()
        assert player.app.return_code == 128 + signal.SIGHUP
        window_gone(player.services)
    assert [draft.values for draft in some_services(tmp_path).drafts.waiting()] == [{"sentence": "Halva tanken"}]


async def test_a_crash_tells_nothing_that_was_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="hemlig"):
        async with playing(some_services(tmp_path)) as player:
            await player.write("hemlig tanke")
            secret = player.app.screen.query_one("#capture", LineInput).value
            player.app.call_later(lambda: int(secret))
            await player.settle()
    report = (tmp_path / "crash.txt").read_text()
    assert "ValueError" in report
    assert "hemlig" not in report


async def test_the_sample_log_is_marked(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path), demo=True) as player:
        player.sees("Sample log")


async def test_what_waits_is_greeted_by_the_time_of_day(tmp_path: Path) -> None:
    night = dt.datetime(2026, 11, 20, 2, 0, tzinfo=dt.UTC)
    async with playing(some_services(tmp_path, now=night)) as player:
        player.sees("A quiet night to you, Åsa.")


def test_command_ids_and_their_actions_are_unique_and_named() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))
    assert all("." in name for name in ids)
    assert all(command.title and command.explanation.endswith(".") for command in COMMANDS)


def test_no_command_sits_on_a_key_that_nordic_keyboards_lack() -> None:
    for command in COMMANDS:
        for key in command.keys.split(","):
            assert not set(key) & set("[]{}\\@~åäöæø"), command.id
            assert key not in {"ctrl+i", "ctrl+m", "ctrl+h"}, command.id


def test_a_binding_can_have_another_title_in_its_place() -> None:
    (shown,) = bindings("+log.sort", log_sort="Order")
    assert shown.show
    assert shown.description == "Order"


def test_keys_are_named_as_on_the_keyboard() -> None:
    named = {
        "ctrl+s": "Ctrl+S",
        "question_mark": "?",
        "f1": "F1",
        "escape": "Esc",
        "n": "n",
        "D": "D",
        "shift+tab": "Shift+Tab",
    }
    assert {key: key_name(key) for key in named} == named


@pytest.mark.parametrize("language", list(Language))
async def test_choices_below_each_other_begin_in_one_column(language: Language, tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, language=language), size=(120, 40)) as player:
        await player.press("escape", "f2")
        rows = [row for row in player.rows if "(•)" in row or "( )" in row]
        assert len({row.index("(") for row in rows}) == 1
        assert len(rows) == 1 + len(THEMES)


async def test_the_palette_lists_first_what_begins_with_what_is_typed(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, language=Language.SV)) as player:
        await player.press("ctrl+p")
        await player.write("mål")
        assert player.text.index("Nytt mål") < player.text.index("norsk bokmål")


@pytest.mark.parametrize(("word", "seen"), [("export", "Save to a file"), ("share", "Give a copy"), ("dark", "Fjord")])
async def test_the_palette_finds_commands_by_other_words_for_them(word: str, seen: str, tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("ctrl+p")
        await player.write(word)
        player.sees(seen)
