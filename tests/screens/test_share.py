"""Giving somebody a copy in the app: choosing, looking at exactly what leaves, handling what was found, the file."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pyrage
import pytest

from learnlog.domain.share import Reader, SharedKind
from learnlog.domain.share_choice import Wish
from learnlog.domain.values import Language, Visibility
from learnlog.errors import CannotSaveError
from learnlog.i18n.catalog import Translator
from learnlog.i18n.passphrases import PICKED
from learnlog.services.found import Found
from learnlog.services.received import Received
from learnlog.services.suite import Services
from learnlog.widgets.document_view import FileView
from tests.builders import TODAY, a_goal, an_action, an_entry
from tests.player import Player, playing, some_services

SECRET = "Only I shall see this"
NUMBER = "811228-9874"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learnlog.screens.share.ShareScreen.PAUSE", 0.001)


def reads(player: Player, *texts: str) -> None:
    """All of these stand on the screen, over as many lines as they need."""
    seen = " ".join(re.sub("[│╭╮╰╯─]", " ", player.text).split())
    for text in texts:
        assert text in seen, f"not on the screen: {text}\n{player.text}"


def services_of(folder: Path, *more: object) -> Services:
    """A log with an entry for each reader and a private one."""
    entries = (
        an_entry(title="For her", visibility=Visibility.SUPERVISOR, insight="Wait ten seconds first."),
        an_entry(title="Older", visibility=Visibility.SUPERVISOR, date=TODAY - dt.timedelta(days=40)),
        an_entry(title="For the boss", visibility=Visibility.MANAGER),
        an_entry(title="Mine", what_happened=SECRET),
        *more,
    )
    return some_services(folder / "home", entries)  # type: ignore[arg-type]


async def opened(player: Player) -> None:
    await player.press("escape", "f10")
    reads(player, "Give somebody a copy")


async def put_file(player: Player, path: Path) -> None:
    """Ask for the file, and say where."""
    await player.press("f9")
    reads(player, "Make the file", "cannot be taken back")
    await player.press("ctrl+a", "ctrl+k")
    await player.write(str(path))


async def test_what_leaves_and_what_stays_is_said_from_the_beginning(tmp_path: Path) -> None:
    async with playing(services_of(tmp_path)) as player:
        await opened(player)
        reads(
            player,
            "for the supervisor: 2 entries.",
            "1 private entry stays with you.",
            "1 entry for another reader stays",
            "2 of 2 things",
            "Nobody that learnlog can see",
        )


async def test_the_preview_is_the_copy_and_the_file_is_what_was_looked_at(tmp_path: Path) -> None:
    async with playing(services_of(tmp_path)) as player:
        await opened(player)
        await player.press("f5")
        text = player.app.screen.query_one(FileView).text
        assert "Wait ten seconds first." in text
        assert "For the boss" not in text
        assert SECRET not in text
        await player.press("escape")
        await put_file(player, tmp_path / "anna")
        await player.press("enter")
        reads(player, "Saved. The file is here:")
        share = Received(str(tmp_path / "anna.learnlog-share")).opened()
        assert [item.value.title for item in share.items] == ["Older", "For her"]
        (record,) = player.services.copies.history()
        assert (record.id, record.sealed) == (share.share_id, "")
        await player.press("enter")
        player.misses("Give somebody a copy")


async def test_another_reader_and_what_for(tmp_path: Path) -> None:
    services = services_of(tmp_path)
    services.plan.goals.save(a_goal(title="Meet worry"))
    async with playing(services) as player:
        await opened(player)
        await player.press("shift+tab", "shift+tab", "shift+tab", "shift+tab", "shift+tab", "right")
        reads(player, "for the manager: 1 entry.")
        await player.press("tab", "right", "right", "space")
        reads(player, "for the manager: 1 entry, 1 goal.")
        await player.press("tab", "tab", "tab")
        await player.write("before our talk")
        await put_file(player, tmp_path / "boss")
        await player.press("enter")
        share = Received(str(tmp_path / "boss.learnlog-share")).opened()
        assert (share.to_role, share.purpose) == (Reader.MANAGER, "before our talk")
        assert {item.kind for item in share.items} == {SharedKind.ENTRY, SharedKind.GOAL}


async def test_thing_by_thing(tmp_path: Path) -> None:
    services = services_of(tmp_path)
    goal = services.plan.goals.save(a_goal(title="Meet worry"))
    services.plan.actions.save(an_action(goal_id=goal.id, what="Five signs"))
    async with playing(services) as player:
        await opened(player)
        await player.press("shift+tab", "shift+tab", "shift+tab", "shift+tab", "right", "right", "space", "f8")
        reads(player, "4 of 4 things are in the copy", "Five signs", "For her")
        player.misses("Mine", "For the boss")
        await player.press("space", "end", "up", "space")
        reads(player, "1 of 4 things are in the copy")
        await player.press("end", "space")
        reads(player, "3 of 4 things are in the copy")
        await player.press("escape")
        reads(player, "3 of 4 things", "1 entry, 1 goal, 1 action")


async def test_a_number_stops_it_until_it_is_hidden(tmp_path: Path) -> None:
    services = services_of(tmp_path, an_entry(title=f"She, {NUMBER}", visibility=Visibility.SUPERVISOR))
    async with playing(services) as player:
        await opened(player)
        reads(player, "1 place must be handled")
        await player.press("f9")
        reads(player, "stops the copy", "8112")
        player.misses(NUMBER)
        await player.press("k")
        assert "valid personal identity number" in player.told[-1]
        await player.press("escape")
        assert "Nothing has been written" in player.told[-1]
        await player.press("f7", "space", "escape")
        player.app.clear_notifications()
        await player.settle()
        reads(player, "Hidden: 1 place.", "All of it is hidden")
        await put_file(player, tmp_path / "x")
        await player.press("enter")
        text = (tmp_path / "x.learnlog-share").read_text()
        assert "She, [hidden]" in text
        assert NUMBER not in text  # its last digits alone may stand in an id


async def test_what_is_no_number_is_kept_by_the_owners_word(tmp_path: Path) -> None:
    services = services_of(tmp_path, an_entry(title="Order 121212-1213", visibility=Visibility.SUPERVISOR))
    async with playing(services) as player:
        await opened(player)
        await player.press("f7", "k")
        reads(player, "Give somebody a copy", "Nobody that learnlog can see")
        assert player.services.copies.drafted(Wish(), Translator(Language.EN)).stops == ()


async def test_an_owners_word_that_cannot_be_kept_leaves_it_among_what_is_to_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_found: Found) -> int:
        raise CannotSaveError

    case = an_entry(title="Case 121212-1213", visibility=Visibility.SUPERVISOR)
    async with playing(services_of(tmp_path, case)) as player:
        await opened(player)
        await player.press("f7")
        monkeypatch.setattr(player.services.identity, "keep", full)
        await player.press("k")
        reads(player, "Could not save.")
        await player.press("enter")
        reads(player, "stops the copy", "Case")


async def test_it_can_be_changed_where_it_was_written(tmp_path: Path) -> None:
    services = services_of(tmp_path, an_entry(title=f"She, {NUMBER}", visibility=Visibility.SUPERVISOR))
    async with playing(services) as player:
        await opened(player)
        await player.press("f7", "e")
        await player.press("ctrl+a", "ctrl+k")
        await player.write("A resident")
        await player.press("ctrl+s")
        reads(player, "Give somebody a copy", "Nobody that learnlog can see")
        assert "A resident" in player.titles


async def test_six_words_are_shown_once(tmp_path: Path) -> None:
    async with playing(services_of(tmp_path)) as player:
        await opened(player)
        await put_file(player, tmp_path / "x")
        await player.press("tab", "right", "ctrl+s")
        reads(player, "Passphrase:", "Write it down, and tell it")
        row = next(row for row in player.rows if "Passphrase:" in row)
        words = row.split("Passphrase:")[1].strip(" │").split()
        assert len(words) == PICKED
        received = Received(str(tmp_path / "x.learnlog-share"))
        assert len(received.opened(" ".join(words)).items) == 2
        assert player.services.copies.history()[0].sealed == "passphrase"


async def test_a_key_is_asked_for_and_looked_at(tmp_path: Path) -> None:
    key = pyrage.x25519.Identity.generate()
    async with playing(services_of(tmp_path)) as player:
        await opened(player)
        await put_file(player, tmp_path / "x")
        await player.press("tab", "right", "right", "ctrl+s")
        reads(player, "Write the key of whoever")
        await player.press("tab")
        await player.write("age1nothing")
        await player.press("enter")
        assert not (tmp_path / "x.learnlog-share").exists()
        assert any("no public key" in each for each in player.told)
        await player.press("ctrl+a", "ctrl+k")
        await player.write(str(key.to_public()))
        await player.press("enter")
        reads(player, "Saved.")
        (tmp_path / "key").write_text(str(key))
        assert Received(str(tmp_path / "x.learnlog-share")).opened(identity_file=str(tmp_path / "key")).items


async def test_another_file_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "x.learnlog-share"
    path.write_text("mine")
    async with playing(services_of(tmp_path)) as player:
        await opened(player)
        await put_file(player, tmp_path / "x")
        await player.press("enter")
        reads(player, "There is a file with that name already.")
        await player.press("escape")
        assert path.read_text() == "mine"
        assert player.services.copies.history() == ()


async def test_what_was_typed_stands_there_the_next_time(tmp_path: Path) -> None:
    services = services_of(tmp_path)
    async with playing(services) as player:
        await opened(player)
        await player.press("shift+tab")
        await player.write("before our talk")
        await player.press("escape", "escape")
        await opened(player)
        reads(player, "before our talk")


async def test_a_day_that_cannot_be_read(tmp_path: Path) -> None:
    async with playing(services_of(tmp_path)) as player:
        await opened(player)
        await player.press("shift+tab", "shift+tab", "shift+tab")
        await player.write("40 Nov")
        await player.press("f9")
        player.misses("Make the file?")
        assert player.services.copies.history() == ()


async def test_what_was_given_before(tmp_path: Path) -> None:
    services = services_of(tmp_path)
    async with playing(services) as player:
        await opened(player)
        await player.press("f3")
        reads(player, "You have not shared anything yet.")
        await player.press("escape")
        draft = services.copies.drafted(Wish(purpose="[/b] before our talk"), Translator(Language.EN))
        services.copies.write(draft, str(tmp_path))
        await player.press("f3")
        reads(
            player, "You have given 1 copy.", "[/b] before our talk", "2 entries", "For her", draft.share.share_id[:8]
        )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_fits_in_every_language(tmp_path: Path, language: Language, size: tuple[int, int]) -> None:
    services = services_of(tmp_path)
    services.preferences.change(language=language)
    async with playing(services, size=size) as player:
        await player.press("escape", "f10")
        bar = player.rows[-1]
        assert "F9" in bar
        assert "F5" in bar
        assert all(len(row) <= size[0] for row in player.rows)


async def test_the_palette_and_the_help_know_it(tmp_path: Path) -> None:
    async with playing(services_of(tmp_path)) as player:
        await player.press("escape", "2", "ctrl+p")
        await player.write("give somebody")
        reads(player, "Give a copy")
        await player.press("enter")
        reads(player, "Give somebody a copy")
        await player.press("f1")
        reads(player, "as a file that you hand over yourself")


async def test_a_draft_that_was_left_is_offered_and_gone_on_with(tmp_path: Path) -> None:
    services = services_of(tmp_path)
    services.drafts.keep("share", "share", {"what_for": "before our talk", "to_role": "manager", "without": ["x", 3]})
    services.drafts.let_go("share", "share")
    async with playing(services) as player:
        reads(player, "You have an unsaved draft", "before our talk")
        await player.press("enter")
        reads(player, "Give somebody a copy", "before our talk", "for the manager: 1 entry.")
