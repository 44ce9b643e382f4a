"""Erasing for good in the app: from the log and from the bin, with a question, and nothing of it comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import AppFocus

from learnlog.domain.erasing import Words
from learnlog.services.suite import Services
from learnlog.storage.targets import Masked
from tests.builders import an_entry
from tests.player import playing, some_services
from tests.storage.holding import a_purge, holding

NAME = "Anna Bertilsdotter"
HAPPENED = "Vi satt i köket en lång stund."
UID = "5" * 32
KEPT = an_entry(id="0" * 32, title="Lugn förflyttning")
ENTRY = an_entry(id=UID, title=f"Samtal med {NAME}", what_happened=f"{NAME}. {HAPPENED}")


def with_a_name(folder: Path) -> Services:
    services = some_services(folder, [KEPT, ENTRY])
    services.log.save(services.log.get(UID)._replace(title="Samtal med en boende"))
    services.upkeep.fix()
    return services


async def test_an_entry_is_erased_after_a_look_and_a_question(tmp_path: Path) -> None:
    services = with_a_name(tmp_path)
    async with playing(services) as player:
        await player.press("escape", "2", "E")
        player.sees("Erase this entry for good?", "Samtal med en boende", "It goes from:", "lines of the log")
        player.sees("backup", "It cannot be taken back", "learnlog cannot reach", "Cancel", "Erase for good")
        await player.press("escape")
        assert holding(tmp_path, NAME)
        await player.press("E", "enter")  # the safe answer has the focus
        assert holding(tmp_path, NAME)
        await player.press("E", "right", "enter")
        assert player.titles == [KEPT.title]
        assert [told for told in player.told if "Erased for good" in told]
        player.misses("Samtal med en boende")
        assert holding(tmp_path, NAME, HAPPENED) == []
        await player.press("u")
        assert holding(tmp_path, NAME, HAPPENED) == []


async def test_undo_takes_back_what_was_done_to_others(tmp_path: Path) -> None:
    services = with_a_name(tmp_path)
    services.log.save(services.log.get(KEPT.id)._replace(title="Lugnare"))
    services.log.save(services.log.get(UID)._replace(insight="Vänta"))
    async with playing(services) as player:
        await player.press("escape", "2", "E", "right", "enter", "u")
        assert player.titles == [KEPT.title]


async def test_from_the_bin_too(tmp_path: Path) -> None:
    services = with_a_name(tmp_path)
    services.log.delete(UID)
    async with playing(services) as player:
        await player.press("escape", "2", "b")
        player.sees("Samtal med en boende", "Erase for good")
        await player.press("E", "right", "enter")
        player.sees("The bin is empty.")
        assert holding(tmp_path, NAME, HAPPENED) == []


async def test_who_goes_through_the_bin_while_another_window_erases_sees_nothing_of_it(tmp_path: Path) -> None:
    services = with_a_name(tmp_path)
    services.log.delete(UID)
    services.log.delete(KEPT.id)
    async with playing(services) as player:
        await player.press("escape", "2", "b")
        other = some_services(tmp_path).purging
        other.erase(other.records([UID]))
        services.log.refresh()  # as a save does; the list has not been told yet
        await player.press("down", "up", "down")
        player.sees("Bin")
        player.misses(HAPPENED)


async def test_the_palette_knows_it(tmp_path: Path) -> None:
    async with playing(with_a_name(tmp_path)) as player:
        await player.press("escape", "2", "ctrl+p")
        await player.write("erase")
        player.sees("Erase for good …")
        await player.press("escape", "4", "ctrl+p")
        await player.write("mask a name")
        player.sees("Erase words for good …")
        await player.press("enter")
        player.sees("one to a line")


async def test_a_file_of_ones_own_is_named_to_be_read(tmp_path: Path) -> None:
    services = with_a_name(tmp_path)
    (tmp_path / "cv.md").write_text(HAPPENED, encoding="utf-8")
    async with playing(services) as player:
        await player.press("escape", "2", "E", "right", "enter")
        player.sees("files of your own: cv.md")
        await player.press("enter")
        assert player.titles == [KEPT.title]


async def test_a_form_of_another_window_is_closed_and_writes_nothing_back(tmp_path: Path) -> None:
    services = with_a_name(tmp_path)
    async with playing(services) as player:
        await player.press("escape", "2", "e")
        player.sees("Edit entry")
        purge = a_purge(tmp_path)
        purge.erase(services.purging.records([UID]).target)
        player.app.post_message(AppFocus())
        await player.settle()
        player.misses("Edit entry")
        assert any("erased for good" in told for told in player.told)
        assert player.titles == [KEPT.title]
        assert not list((tmp_path / "drafts").glob("*.json"))
        assert holding(tmp_path, NAME, HAPPENED) == []


async def test_a_save_before_the_window_has_looked_is_refused(tmp_path: Path) -> None:
    services = with_a_name(tmp_path)
    async with playing(services) as player:
        await player.press("escape", "2", "e")
        words = Words([HAPPENED])
        a_purge(tmp_path).erase(Masked(lambda text: words.hidden(text, "[hidden]")))
        await player.press("home")
        await player.write("X")
        await player.press("ctrl+s")
        assert any("It was not saved" in told for told in player.told)
        player.app.post_message(AppFocus())
        await player.settle()
        player.misses("Edit entry")
        assert holding(tmp_path, HAPPENED) == []
        await player.press("e", "home")
        await player.write("X")
        await player.press("ctrl+s")
        assert any(title.startswith("X") for title in player.titles)


async def test_it_is_not_begun_while_it_stands_in_an_open_form(tmp_path: Path) -> None:
    services = with_a_name(tmp_path)
    other = some_services(tmp_path, name="")
    other.drafts.keep("entry", UID, {"title": NAME})
    async with playing(services) as player:
        await player.press("escape", "2", "E")
        player.sees("stands in a form that is open")
        assert holding(tmp_path, NAME)


@pytest.mark.parametrize("language", ["sv", "nb"])
async def test_the_question_fits_a_small_terminal(tmp_path: Path, language: str) -> None:
    services = with_a_name(tmp_path)
    services.preferences.change(language=language)
    async with playing(services) as player:
        await player.press("escape", "2", "E")
        assert any(word in player.text for word in ("Radera för gott", "Slett for godt"))


async def test_a_name_is_masked_everywhere_and_all_else_stays(tmp_path: Path) -> None:
    services = with_a_name(tmp_path)
    async with playing(services) as player:
        await player.press("escape", "2", "W")
        player.sees("Erase words for good", "one to a line")
        await player.write("an")
        await player.press("ctrl+s")
        player.sees("At least three letters")
        await player.write("na bertilsdotter")
        await player.press("ctrl+s")
        player.sees("Mask these words for good", "Entry “Samtal med en boende”", "lines of the log")
        player.misses("bertilsdotter")
        await player.press("escape")
        assert holding(tmp_path, NAME)
        await player.press("W")
        await player.write("anna bertilsdotter")
        await player.press("ctrl+s", "right", "enter")
        assert [told for told in player.told if "Erased for good" in told]
        assert holding(tmp_path, NAME, NAME.casefold()) == []
        assert services.log.get(UID).what_happened == f"[hidden]. {HAPPENED}"
        await player.press("W")
        await player.write("anna bertilsdotter")
        await player.press("ctrl+s")
        assert any("stands nowhere" in told for told in player.told)
