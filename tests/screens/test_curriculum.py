"""The CV summary: choosing, previewing, saving to a file."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from learnlog.domain.entry import Entry
from learnlog.domain.training import TrainingStatus
from learnlog.domain.values import Language, Status
from learnlog.i18n.catalog import Translator
from learnlog.screens.cv_picks import CvPicksScreen
from learnlog.widgets.document_view import FileView
from tests.builders import TODAY, a_training, an_entry
from tests.player import Player, playing, some_services

TO_THE_YEAR = ("shift+tab", "shift+tab")
"""From where one begins, to the year in short."""


def entries() -> list[Entry]:
    return [
        an_entry(title="Marked", insight="Wait ten seconds first.", status=Status.DONE, show_in_cv=True, minutes=60),
        an_entry(title="Not marked", date=TODAY - dt.timedelta(days=30), insight="Sit down before speaking."),
        an_entry(title="Without insight", date=TODAY - dt.timedelta(days=60)),
        an_entry(title="Long ago", date=TODAY - dt.timedelta(days=400), insight="Too old to count."),
    ]


async def look(player: Player) -> str:
    """Open the preview and take the file from it, letter by letter."""
    await player.press("f5")
    return player.app.screen.query_one(FileView).text


async def test_the_period_is_said_in_words_and_counted(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, entries())) as player:
        await player.press("escape", "5")
        player.sees("21 November 2025 – 20 November 2026", "3 entries", "1 of 3 shown", "1 insight quoted")


async def test_the_preview_is_the_file(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, entries())) as player:
        await player.press("escape", "5", *TO_THE_YEAR)
        await player.write("I am calmer [/b] now.")
        text = await look(player)
        assert "I am calmer" in text
        await player.press("f9")
        await player.press("ctrl+a", "ctrl+k")
        await player.write(str(tmp_path / "out.md"))
        await player.press("enter")
        player.sees("Saved. The file is here:")
        assert (tmp_path / "out.md").read_bytes() == text.encode()
        assert player.services.curriculum.selection().year_in_short == "I am calmer [/b] now."


async def test_both_views_can_be_seen(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, entries())) as player:
        await player.press("escape", "5", "f5")
        player.sees("Marked")
        player.misses("# CV")
        await player.press("tab")
        player.sees("# CV")
        await player.press("escape")
        player.sees("My year in short")


async def test_another_file_is_replaced_only_after_a_question(tmp_path: Path) -> None:
    target = tmp_path / "cv.md"
    target.write_text("precious")
    async with playing(some_services(tmp_path, entries())) as player:
        await player.press("escape", "5", "f9", "ctrl+a", "ctrl+k")
        await player.write(str(target))
        await player.press("enter")
        player.sees("There is a file with that name already. Replace it?")
        await player.press("escape")
        assert target.read_text() == "precious"
        await player.press("enter", "y")
        assert target.read_text().startswith("# ")


async def test_the_offered_name_has_nothing_of_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path))
    async with playing(some_services(tmp_path, entries(), language=Language.SV)) as player:
        await player.press("escape", "5", "f9", "enter")
        assert (tmp_path / "cv-2026-11-20-sv.md").exists()
        assert os.stat(tmp_path / "cv-2026-11-20-sv.md").st_mode & 0o077 == 0


async def test_a_folder_that_is_not_there_is_said_at_the_field(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, entries())) as player:
        await player.press("escape", "5", "f9", "ctrl+a", "ctrl+k")
        await player.write(str(tmp_path / "nowhere" / "cv.md"))
        await player.press("enter")
        player.sees("There is no such folder.")


@pytest.mark.parametrize("name", ["log.jsonl", "log.jsonl.lock", "drafts/cv.md", "settings.toml", "backups/cv.md"])
async def test_a_file_of_learnlog_is_refused_at_the_field_before_anything_is_asked(tmp_path: Path, name: str) -> None:
    services = some_services(tmp_path, entries())
    before = (tmp_path / "log.jsonl").read_bytes()
    async with playing(services) as player:
        await player.press("escape", "5", "f9", "ctrl+a", "ctrl+k")
        (tmp_path / name).parent.mkdir(exist_ok=True)
        await player.write(str(tmp_path / name))
        await player.press("enter")
        player.sees("! This is one of learnlog's own files. Choose another name.", "Save to a file")
        player.misses("Replace it?")
    assert (tmp_path / "log.jsonl").read_bytes().startswith(before)


async def test_the_whole_log_can_be_saved_too(tmp_path: Path) -> None:
    services = some_services(tmp_path, entries())
    async with playing(services) as player:
        await player.press("escape", "5", "f9", "shift+tab", "right")
        player.sees("log-2026-11-20-en.md", "all you have written, also what is private")
        await player.press("tab", "ctrl+a", "ctrl+k")
        await player.write(str(tmp_path / "log.md"))
        await player.press("enter")
        assert (tmp_path / "log.md").read_text() == services.exports.log_text(None, None, Translator(Language.EN))
        assert "Long ago" in (tmp_path / "log.md").read_text()


async def test_an_insight_is_clicked_apart_from_its_entry(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, entries())) as player:
        await player.press("escape", "5", "f8")
        player.sees("1 of 3 entries shown", "[✓] Wait ten seconds first.")
        await player.click("Wait ten seconds first.")
        player.sees("1 of 3 entries shown", "[ ] Wait ten seconds first.")
        (row,) = [y for y, text in enumerate(player.rows) if "Wait ten seconds first." in text]
        await player.pilot.click(offset=(70, row))
        await player.settle()
        player.sees("1 of 3 entries shown", "[✓] Wait ten seconds first.")
        await player.pilot.click(offset=(70, row - 1))
        await player.settle()
        player.sees("0 of 3 entries shown")


async def test_choosing_entries_and_insights(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, entries())) as player:
        await player.press("escape", "5", "f8")
        assert isinstance(player.app.screen, CvPicksScreen)
        player.sees("1 of 3 entries shown", "[✓] Wait ten seconds first.")
        await player.press("down", "space", "up", "i", "escape")
        player.sees("2 of 3 shown", "1 insight quoted")
        text = await look(player)
        assert "Not marked" in text
        assert "Sit down before speaking." in text
        assert "Wait ten seconds first." not in text
        await player.press("escape", "f8", "n", "escape")
        player.sees("0 of 3 shown")
        await player.press("f8", "a", "escape")
        player.sees("3 of 3 shown", "2 insights quoted")
        await player.press("f8", "r", "escape")
        player.sees("1 of 3 shown")
        assert player.services.curriculum.selection().entry_ids is None


async def test_another_period(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, entries())) as player:
        await player.press("escape", "5", *["shift+tab"] * 6)
        await player.write("2025-01-01")
        text = await look(player)
        assert "1 January 2025" in text
        await player.press("escape")
        player.sees("4 entries")
        assert player.services.curriculum.selection().from_on == dt.date(2025, 1, 1)


async def test_a_day_that_cannot_be_read_keeps_everything_where_it_is(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, entries())) as player:
        await player.press("escape", "5", *["shift+tab"] * 6)
        await player.write("never")
        await player.press("f5")
        player.sees("This date cannot be read.", "never", "My year in short")


async def test_the_document_has_its_own_language(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, entries())) as player:
        await player.press("escape", "5", *["shift+tab"] * 4)
        await player.write("norsk")
        await player.press("enter")
        text = await look(player)
        assert "CV-sammendrag" in text or "medarbeidersamtale" in text
        player.sees("Preview")


async def test_what_is_typed_survives_going_elsewhere(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, entries())) as player:
        await player.press("escape", "5", *TO_THE_YEAR)
        await player.write("Three sentences")
        await player.press("escape", "2", "5")
        player.sees("Three sentences")
        assert player.services.curriculum.selection().year_in_short == "Three sentences"


async def test_a_figure_goes_to_another_screen_and_not_into_the_text(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, entries())) as player:
        await player.press("escape", "5", "6")
        assert player.app.current_mode == "profile"
        await player.press("5")
        assert player.services.curriculum.selection().year_in_short == ""


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.EN, "Esc Leave the text"),
        (Language.SV, "Esc Lämna texten"),
        (Language.NB, "Esc Forlat teksten"),
    ],
)
async def test_escape_leaves_a_text_and_then_the_screen(tmp_path: Path, language: Language, words: str) -> None:
    async with playing(some_services(tmp_path, entries(), language=language)) as player:
        await player.press("escape", "5")
        player.misses(words)
        await player.press(*TO_THE_YEAR)
        player.sees(words)
        await player.press("escape")
        player.misses(words)
        assert player.app.current_mode == "talk"
        await player.press("escape")
        assert player.app.current_mode == "start"


async def test_a_training_can_be_left_out(tmp_path: Path) -> None:
    services = some_services(tmp_path, entries())
    for title, day in (("First aid", dt.date(2026, 3, 2)), ("Calm evenings", dt.date(2026, 5, 12))):
        services.trainings.save(a_training(title=title, start_on=day, status=TrainingStatus.COMPLETED))
    async with playing(services) as player:
        await player.press("escape", "5")
        player.sees("1 of 3 shown · 2 trainings · 1 insight quoted")
        assert "First aid" in await look(player)
        await player.press("escape", "f8")
        player.sees("1 of 3 entries shown · 2 of 2 trainings", "Calm evenings")
        await player.press("i", "down", "space", "escape")
        player.sees("1 of 3 shown", "1 training")
        text = await look(player)
        assert "First aid" not in text
        assert "Calm evenings" in text
        await player.press("escape", "f8", "n", "escape")
        player.sees("0 of 3 shown")
        assert services.curriculum.selection().training_ids == ()
        await player.press("f8", "r", "escape")
        player.sees("1 of 3 shown", "2 trainings")
        assert services.curriculum.selection().training_ids is None


async def test_goals_and_needs_can_be_left_out_and_taken_in_again(tmp_path: Path) -> None:
    services = some_services(tmp_path, entries())
    plan = services.plan
    for title in ("Use signs", "Guide others"):
        plan.goals.save(plan.goals.blank()._replace(title=title))
    for name in ("th.dementia", "th.digital"):
        area = plan.areas.save(plan.areas.blank(name)._replace(requirement=3))
        plan.areas.rate(area, 1, None)
    async with playing(services) as player:
        await player.press("escape", "5")
        player.sees("1 of 3 shown · 2 goals · 2 needs · 1 insight quoted")
        await player.press("f8")
        player.sees("2 of 2 goals · 2 of 2 needs", "What is missing, or not used", "now: know about it")
        await player.press("space", "tab", "down", "space", "tab")
        player.sees("1 of 2 goals · 1 of 2 needs")
        await player.press("tab", "i", "escape")  # round to the first part, where there is no insight
        player.sees("1 goal · 1 need · 1 insight quoted")
        text = await look(player)
        assert ("Use signs" in text, "Guide others" in text) == (False, True)
        assert ("dementia care (required" in text, "igital technology (required" in text) == (True, False)
        kept = services.curriculum.selection()
        assert [len(ids or ()) for ids in (kept.goal_ids, kept.need_ids)] == [1, 1]
        await player.press("escape", "f8", "a", "escape")
        kept = services.curriculum.selection()
        assert (kept.goal_ids, kept.need_ids, kept.training_ids) == (None, None, None)
