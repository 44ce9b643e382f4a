"""A long text in the owner's own editor: whatever the editor does, the text is not lost."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from learnlog.screens.editor import edit_outside
from learnlog.storage.disk import Disk
from learnlog.storage.holders import Holds, holders, read
from learnlog.storage.locations import locate
from tests.player import playing, some_services


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], object]:
    """Writes an editor, as a shell script."""
    script = tmp_path / "my editor.sh"
    monkeypatch.setenv("VISUAL", f"sh '{script}'")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return script.write_text


async def _edit(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str | None, list[str]]:
    came_back: list[bool] = []

    @contextlib.contextmanager
    def suspend() -> Iterator[None]:
        """As Textual's own: after an error it does not come back to the terminal."""
        yield
        came_back.append(True)

    async with playing(some_services(folder)) as player:
        monkeypatch.setattr(player.app, "suspend", suspend)
        edited = edit_outside(player.app, text)
        await player.settle()
        assert came_back
        return edited, player.told


async def test_what_was_saved_in_the_editor_comes_back(
    tmp_path: Path, editor: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    editor('test "$(stat -c %a "$(dirname "$1")")" = 700 && printf "och mer, å\\n" >> "$1"')
    assert await _edit(tmp_path, "Början\n", monkeypatch) == ("Början\noch mer, å", [])


async def test_without_a_folder_for_temporary_files_the_text_stays_as_it_was(
    tmp_path: Path, editor: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    editor("exit 0")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    async with playing(some_services(tmp_path)) as player:
        assert edit_outside(player.app, "Början") is None
        await player.settle()
        assert player.told == ["The editor could not be started. Your text is as it was."]


async def test_what_a_killed_learnlog_left_to_the_editor_is_found_when_something_is_erased(
    tmp_path: Path, editor: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tmp_path / "left"
    editor(f'cp -Rp "$(dirname "$1")" "{left}" && basename "$(dirname "$1")" > "{tmp_path}/name"')
    await _edit(tmp_path, "Ella i rum 12", monkeypatch)
    left.rename(tmp_path / "temporary" / (tmp_path / "name").read_text().strip())
    found = holders(locate({"LEARNLOG_HOME": str(tmp_path)}), Disk(), tempfile.gettempdir())
    assert [read(each, Disk()) for each in found if each.kind is Holds.EDITOR] == [b"Ella i rum 12"]


async def test_an_editor_that_fails_before_it_saves_leaves_the_text_as_it_was(
    tmp_path: Path, editor: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    editor("exit 1")
    text, told = await _edit(tmp_path, "Början", monkeypatch)
    assert text is None
    assert told == ["The editor ended with an error. Your text is as it was."]


@pytest.mark.parametrize("end", ["exit 1", "kill -9 $$"])
async def test_what_was_saved_in_an_editor_that_fails_is_kept(
    tmp_path: Path, editor: Callable[[str], object], monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    editor(f'echo "Början, och mer" > "$1"; {end}')
    text, told = await _edit(tmp_path, "Början", monkeypatch)
    assert text == "Början, och mer"
    assert told == ["The editor ended with an error. What was saved in it is here; Ctrl+Z takes it away."]


async def test_what_an_editor_rescues_when_the_terminal_is_closed_is_kept(
    tmp_path: Path, editor: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    editor('echo "Början, inte sparat" > "$1.save"; exit 1')
    text, _told = await _edit(tmp_path, "Början", monkeypatch)
    assert text == "Början, inte sparat"


async def test_an_editor_that_changes_nothing_says_so(
    tmp_path: Path, editor: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    editor("exit 0")
    assert await _edit(tmp_path, "Början\n", monkeypatch) == (None, ["Nothing was changed in the editor."])


async def test_an_editor_that_empties_the_text_says_how_to_have_it_back(
    tmp_path: Path, editor: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(': > "$1"')
    text, told = await _edit(tmp_path, "Början", monkeypatch)
    assert text == ""
    assert told == ["The editor left an empty text. Ctrl+Z brings yours back."]


async def test_ctrl_c_in_the_editor_does_not_end_the_app(
    tmp_path: Path, editor: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    editor('kill -INT $PPID; echo "Början, och mer" > "$1"')
    text, told = await _edit(tmp_path, "Början", monkeypatch)
    assert (text, told) == ("Början, och mer", [])


async def test_a_text_saved_as_utf_16_keeps_its_letters(
    tmp_path: Path, editor: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(r'printf "\377\376\345\000\344\000" > "$1"')
    assert await _edit(tmp_path, "Början", monkeypatch) == ("åä", [])


async def test_an_editor_that_is_not_there_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "/nowhere/editor")
    text, told = await _edit(tmp_path, "Början", monkeypatch)
    assert text is None
    assert told == ["The editor could not be started. Your text is as it was."]


async def test_a_text_saved_in_an_older_code_keeps_its_letters(
    tmp_path: Path, editor: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(r'printf "bl\345b\344r och \370l\n" > "$1"')  # as editors did before UTF-8
    text, told = await _edit(tmp_path, "Början", monkeypatch)
    assert text == "blåbär och øl"
    assert told == ["The editor did not save the text as UTF-8. Look it through before you save it."]


async def test_a_mark_at_the_beginning_and_windows_line_ends_are_no_text(
    tmp_path: Path, editor: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(r'printf "\357\273\277en\r\ntvå\r\n" > "$1"')
    assert await _edit(tmp_path, "Början", monkeypatch) == ("en\ntvå", [])


async def test_an_editor_that_takes_the_file_away_leaves_the_text_as_it_was(
    tmp_path: Path, editor: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    editor('rm "$1"')
    text, told = await _edit(tmp_path, "Början", monkeypatch)
    assert text is None
    assert told == ["The editor left no text behind. Your text is as it was."]


async def test_a_quotation_mark_too_many_in_its_name_is_no_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "nano '")
    text, told = await _edit(tmp_path, "Början", monkeypatch)
    assert text is None
    assert told == ["The editor could not be started. Your text is as it was."]


async def test_nothing_is_left_behind(
    tmp_path: Path, editor: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    editor("exit 0")
    await _edit(tmp_path, "hemligt", monkeypatch)
    assert os.listdir(tmp_path / "temporary") == []


async def test_where_the_app_cannot_stand_aside_it_says_so(tmp_path: Path, editor: Callable[[str], object]) -> None:
    editor("exit 0")
    async with playing(some_services(tmp_path)) as player:
        assert edit_outside(player.app, "text") is None
        await player.settle()
        assert player.told == ["An editor cannot be opened in this window."]
