"""When the disk takes nothing, or is slow: nothing half typed is lost before its owner has said that it may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlog.app import ReviewApp
from learnlog.domain.comment import Comment
from learnlog.domain.entry import Entry
from learnlog.domain.values import Visibility
from learnlog.errors import CannotSaveError
from learnlog.screens.confirm import Confirm
from learnlog.screens.entry_form import EntryForm
from learnlog.screens.log import LogScreen
from learnlog.services.suite import Services
from learnlog.storage import review_file, share_file
from learnlog.storage.trainings import Snooze
from learnlog.widgets.line_input import LineInput
from tests.builders import TODAY, an_action, an_entry
from tests.player import Player, at, playing, some_services
from tests.reviews import KEY, a_review, about, share_of

CALM = an_entry(title="Calm", visibility=Visibility.SUPERVISOR)
LOST = "what you have written here is lost"


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """A log beside which no draft can be kept."""
    made = some_services(tmp_path)
    (tmp_path / "drafts").write_text("a file where the folder should be", encoding="utf-8")
    return made


def let_drafts_be_kept(folder: Path) -> None:
    (folder / "drafts").unlink()


async def write_half(player: Player) -> None:
    await player.press("escape", "2", "n")
    await player.write("Half a sentence")


async def test_a_form_is_not_left_with_words_that_cannot_be_kept(services: Services) -> None:
    async with playing(services) as player:
        await write_half(player)
        await player.press("escape")
        player.sees("The draft could not be kept", LOST)
        await player.press("escape")
        player.sees("New entry", "Half a sentence")
        assert not any("kept as a draft" in each for each in player.told)
        await player.press("ctrl+s")
        assert player.titles == ["Half a sentence"]


async def test_a_form_is_left_without_its_words_by_who_says_so(services: Services) -> None:
    async with playing(services) as player:
        await write_half(player)
        await player.press("escape", "y")
        assert isinstance(player.app.screen, LogScreen)
        assert not any("kept as a draft" in each for each in player.told)


async def test_words_that_can_be_kept_again_are_a_draft(services: Services, tmp_path: Path) -> None:
    async with playing(services) as player:
        await write_half(player)
        await player.press("escape")
        let_drafts_be_kept(tmp_path)
        await player.press("escape", "escape")
        assert "kept as a draft" in player.told[-1]
        assert [each.values["title"] for each in services.drafts.waiting()] == ["Half a sentence"]


async def test_the_app_is_not_closed_over_words_that_cannot_be_kept(services: Services) -> None:
    async with playing(services) as player:
        await write_half(player)
        await player.press("ctrl+q", "ctrl+q")
        player.sees(LOST)
        await player.press("escape")
        assert isinstance(player.app.screen, EntryForm)
        await player.press("ctrl+q", "y")
        assert not player.app.is_running
        assert player.app.return_code == 0


async def test_the_app_is_not_closed_over_a_line_that_cannot_be_kept(services: Services) -> None:
    async with playing(services) as player:
        await player.write("Half a line")
        await player.press("ctrl+q")
        player.sees(LOST)
        await player.press("escape", "enter")
        assert player.titles == ["Half a line"]
        await player.press("ctrl+q")
        assert not player.app.is_running


async def test_a_review_is_not_left_when_what_was_said_cannot_be_kept(tmp_path: Path) -> None:
    store = some_services(tmp_path / "owner", [CALM]).log._store
    path = tmp_path / "copy.learnlog-share"
    path.write_bytes(share_file.encoded(share_of(store, store.entries.get(CALM.id))))
    reader = some_services(tmp_path / "reader", name="")
    async with at(ReviewApp(reader, reader.reviewing.received(str(path)).opened(), str(path))) as player:
        (tmp_path / "reader" / "drafts").write_text("a file where the folder should be", encoding="utf-8")
        await player.press("a")
        player.sees("The draft could not be kept")
        await player.press("enter", "escape")
        player.sees(LOST)
        await player.press("escape")
        player.sees("Calm")
        let_drafts_be_kept(tmp_path / "reader")
        await player.press("escape")
        assert not player.app.is_running
        assert [each.form for each in reader.drafts.waiting()] == ["review"]


async def test_settings_that_cannot_be_kept_do_not_hold_up_who_waits_for_the_thread(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    (tmp_path / "settings.toml").unlink()
    (tmp_path / "settings.toml").mkdir()
    async with playing(services) as player:
        player.app.choose(theme="dag")
        player.app.hands.submit(lambda: None).result(10)  # as the end of the app waits: the loop stands still
        await player.settle()
        assert not isinstance(player.app.screen, Confirm)
        player.sees("could not be saved")


async def test_what_is_typed_while_a_form_is_being_saved_is_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = some_services(tmp_path)
    save = services.log.save
    async with playing(services) as player:

        def save_while_somebody_types(entry: Entry) -> Entry:
            player.app.call_from_thread(player.app.screen.query_one(LineInput).insert_text_at_cursor, ", and more")
            return save(entry)

        await write_half(player)
        monkeypatch.setattr(services.log, "save", save_while_somebody_types)
        await player.press("ctrl+s")
        assert player.titles == ["Half a sentence"]
        assert player.told[-1] == "Saved. What you wrote meanwhile is kept as a draft."
        assert [each.values["title"] for each in services.drafts.waiting()] == ["Half a sentence, and more"]
        monkeypatch.undo()
        await player.press("e", "enter", "ctrl+s")
        assert player.titles == ["Half a sentence, and more"]
        assert services.drafts.waiting() == ()


async def test_an_answer_that_cannot_be_saved_still_stands_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = some_services(tmp_path, [CALM])
    given = share_of(services.log._store, services.log.get(CALM.id))
    review = a_review(about(given, 0, "a"), share_id=given.share_id, log_id=given.log_id)
    (tmp_path / "answer").write_bytes(review_file.encoded(review, KEY))
    services.merging.apply(services.merging.preview(str(tmp_path / "answer")))

    def full(*_: object) -> Comment:
        raise CannotSaveError

    async with playing(services) as player:
        await player.press("escape", "C", "enter")
        await player.write("I sang.")
        with monkeypatch.context() as patch:
            patch.setattr(services.comments, "answer", full)
            await player.press("ctrl+s")
            player.sees("Could not save.")
        await player.press("enter")
        player.sees("Your answer", "I sang.")
        await player.press("ctrl+s")
        assert [each.answer for each in services.comments.all()] == ["I sang."]
        assert services.drafts.waiting() == ()


async def test_what_could_not_be_put_off_is_not_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    services = some_services(tmp_path)
    services.plan.actions.save(an_action(what="Try music", due_on=TODAY))

    def full(*_: object) -> Snooze:
        raise CannotSaveError

    async with playing(services) as player:
        monkeypatch.setattr(services.reminders, "snooze", full)
        await player.press("escape", "f6", "z", "enter")
        player.sees("Could not save.")
        assert not any("Put off" in each for each in player.told)
