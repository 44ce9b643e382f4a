"""The log: find, read, change, delete and get back."""

from __future__ import annotations

import datetime as dt
import threading
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.events import AppFocus

from learnlog.domain.entry import Entry, EntryTexts
from learnlog.domain.values import Arena, Language, Status
from tests.builders import TODAY, a_goal, an_action, an_entry
from tests.player import Player, playing, some_services


def some_entries(count: int = 6) -> list[Entry]:
    """One every ten days, the newest today."""
    return [
        an_entry(
            title=f"Nummer {number}",
            what_happened=f"Detta hände {number}",
            date=TODAY - dt.timedelta(days=10 * number),
            arena=list(Arena)[number % 3],
        )
        for number in range(count)
    ]


async def to_the_log(player: Player) -> None:
    await player.press("escape", "2")


async def test_the_list_stands_under_months_with_the_entry_beside(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, some_entries())) as player:
        await to_the_log(player)
        player.sees("November  2 entries", "October  4 entries", "Nummer 0", "Detta hände 0", "6 entries")
        await player.press("down")
        player.sees("Detta hände 1")
        await player.press("end")
        player.sees("Detta hände 5")
        await player.press("home", "right")
        player.sees("Detta hände 2")


async def test_search_as_one_types_in_all_texts_and_escape_shows_all(tmp_path: Path) -> None:
    entries = [*some_entries(), an_entry(title="Blåljus", what_happened=unicodedata.normalize("NFD", "Gångträning"))]
    async with playing(some_services(tmp_path, entries)) as player:
        await to_the_log(player)
        await player.press("slash")
        assert player.rows[-1].split("▏")[0].strip() == "Enter To the list  Esc Show all  F1 Help"
        await player.write("GÅNGTR")
        player.sees("1 of 7", "Blåljus")
        player.misses("Nummer 0")
        await player.write("x")
        player.sees("Nothing found for “GÅNGTRx”.", "Esc shows all entries again.")
        await player.press("escape")
        player.sees("7 entries", "Nummer 0")


async def test_what_follows_a_slash_in_one_burst_is_searched_for(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [an_entry(title="Lyft med hoist"), an_entry(title="Samtal")])) as player:
        await player.press("escape", "2")
        await player.burst("/hoist")
        player.sees("/ hoist", "1 of 2", "Lyft med hoist", "newest first")
        await player.burst(" 1/2")
        player.sees("/ hoist 1/2", "0 of 2")
        await player.press("escape", "escape", "3")
        await player.burst("/dement")
        player.sees("/ dement")
        player.misses("bin?")


async def test_enter_in_the_search_goes_to_the_hits(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, some_entries())) as player:
        await to_the_log(player)
        await player.press("slash")
        await player.write("hände 3\n")
        player.sees("1 of 6", "Detta hände 3")
        await player.press("e")
        player.sees("Edit entry", "Nummer 3")


async def test_enter_in_a_search_that_finds_nothing_stays_there(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, some_entries(2))) as player:
        await to_the_log(player)
        await player.press("slash")
        await player.write("quiet\nus")
        player.sees("/ quietus", "0 of 2")
        await player.press("escape")
        player.sees("2 entries", "newest first")


async def test_delete_asks_first_goes_to_the_bin_and_u_takes_it_back(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, some_entries(2))) as player:
        await to_the_log(player)
        await player.press("d")
        player.sees("Move this entry to the bin?", "Nummer 0")
        await player.press("d")
        assert len(player.titles) == 2
        await player.press("enter")  # the safe answer has the focus
        assert len(player.titles) == 2
        await player.press("d", "y")
        assert player.titles == ["Nummer 1"]
        await player.press("u")
        assert player.titles == ["Nummer 0", "Nummer 1"]


async def test_the_bin_gives_back(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, some_entries(2))) as player:
        await to_the_log(player)
        await player.press("d", "y", "b")
        player.sees("at least 30 days", "Nummer 0", "Detta hände 0")
        player.misses("Press e", "press e")  # nothing would happen
        await player.press("r")
        player.sees("The bin is empty.")
        assert player.titles == ["Nummer 0", "Nummer 1"]
        await player.press("escape")
        player.sees("Nummer 0", "2 entries")


async def test_what_comes_back_into_the_empty_bin_can_be_taken_back_again(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, some_entries(1))) as player:
        await to_the_log(player)
        await player.press("d", "tab", "enter", "b", "r")
        player.sees("The bin is empty.")
        await player.press("u")
        player.sees("Nummer 0", "r Take back")
        await player.press("r")
        assert player.titles == ["Nummer 0"]


async def test_a_new_entry_from_key_to_disk(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await to_the_log(player)
        player.sees("Your log is empty.", "Press n to write")
        await player.press("n")
        await player.write("Lugn förflyttning")
        await player.press("ctrl+s")
        player.sees("Lugn förflyttning", "1 entry")
    assert [head.title for head in some_services(tmp_path).log.heads()] == ["Lugn förflyttning"]


async def test_duplicate_begins_a_new_entry_from_an_old_one(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, some_entries(1))) as player:
        await to_the_log(player)
        await player.press("D")
        player.sees("New entry", "Nummer 0")
        await player.press("ctrl+s")
        assert player.titles == ["Nummer 0", "Nummer 0"]


async def test_filter_by_typed_period_arena_and_back_to_all(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, some_entries())) as player:
        await to_the_log(player)
        await player.press("f")
        player.sees("Show only", "all of them ▾")
        player.misses("none chosen yet")
        await player.write("october")
        await player.press("tab")
        await player.write("31 october")
        await player.press("ctrl+s")
        player.sees("4 of 6", "1 filter", "Nummer 2", "Nummer 4")
        player.misses("Nummer 0", "Nummer 1")
        await player.press("x", "f")
        await player.write("november")
        await player.press("enter")
        player.sees("1 filter", "Nummer 0", "Nummer 1")
        player.misses("Show only", "Nummer 2")
        await player.press("x")
        player.sees("6 entries")


async def test_a_period_is_read_back_while_one_types_and_must_begin_before_it_ends(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, some_entries())) as player:
        await to_the_log(player)
        await player.press("f")
        await player.write("october")
        player.sees("Thursday 1 October 2026")
        await player.press("tab")
        await player.write("last year")
        player.sees("Wednesday 31 December 2025")
        await player.press("ctrl+s")
        player.sees("Show only", "The last day is before the")
        await player.press("ctrl+u")
        await player.write("october")
        await player.press("ctrl+s")
        player.sees("4 of 6")


async def test_a_period_that_cannot_be_read_is_said_and_nothing_is_guessed(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, some_entries())) as player:
        await to_the_log(player)
        await player.press("f")
        await player.write("snart")
        await player.press("ctrl+s")
        player.sees("Show only", "snart")
        await player.press("escape")
        player.sees("6 entries")


async def test_sorting_is_named_and_has_no_months_when_it_is_not_by_day(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, some_entries())) as player:
        await to_the_log(player)
        player.sees("newest first")
        await player.press("s")
        player.sees("oldest first", "Detta hände 0")
        await player.press("s")
        player.sees("by heading")
        player.misses("November  2")


async def test_history_says_what_was_changed(tmp_path: Path) -> None:
    services = some_services(tmp_path, some_entries(1))
    entry = services.log.get(services.log.heads()[0].id)
    services.log.save(entry._replace(title="Ny rubrik"))
    async with playing(services) as player:
        await to_the_log(player)
        await player.press("h")
        player.sees("− Nummer 0", "+ Ny rubrik", "in the app")
        await player.press("h")
        player.misses("− Nummer 0")


async def test_two_versions_are_shown_and_the_other_can_be_taken(tmp_path: Path) -> None:
    services = some_services(tmp_path, some_entries(1))
    entry = services.log.get(services.log.heads()[0].id)
    other = some_services(tmp_path)
    other.log.save(entry._replace(title="Skrivet i det andra fönstret"))
    services.log.save(entry._replace(title="Skrivet i det här"))
    async with playing(services) as player:
        player.sees("There are two versions of one thing")
        await to_the_log(player)
        player.sees("two versions")
        await player.press("c")
        player.sees("Skrivet i det andra fönstret", "Skrivet i det här", "Take the second version")
        await player.press("down", "enter")
        assert player.titles == ["Skrivet i det andra fönstret"]
        player.misses("two versions")


async def test_two_versions_of_a_long_text_are_shown_from_where_they_differ(tmp_path: Path) -> None:
    services = some_services(tmp_path, some_entries(1))
    entry = services.log.get(services.log.heads()[0].id)
    long = "It was a long evening. " * 80
    other = some_services(tmp_path)
    other.log.save(entry._replace(what_happened=f"{long}Theirs ends. {long}"))
    services.log.save(entry._replace(what_happened=f"{long}Mine ends.\n\n\n\n\n\n{long}"))
    async with playing(services) as player:
        await to_the_log(player)
        await player.press("c")
        player.sees("Mine ends.", "Theirs ends.", "…", "Keep the first version", "Take the second version")
        await player.press("escape", "h")
        player.sees("Two versions", "+ What happened?")


async def test_what_was_chosen_in_another_window_while_one_reads_stays(tmp_path: Path) -> None:
    services = some_services(tmp_path, some_entries(1))
    entry = services.log.get(services.log.heads()[0].id)
    other = some_services(tmp_path)
    other.log.save(entry._replace(title="Theirs"))
    services.log.save(entry._replace(title="Mine"))
    async with playing(services) as player:
        await to_the_log(player)
        await player.press("c")
        other.log.refresh()
        other.log.settle(entry.id, "title", take_other=True)
        await player.press("enter")
        assert player.titles == ["Theirs"]
        assert player.told == ["This has been chosen in another window. It stays as it was chosen there."]


async def test_goals_and_actions_are_read_by_their_titles_beside_the_list_and_in_the_history(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    goal, gone = (services.plan.goals.save(a_goal(title=title)) for title in ("Use TAKK [b]", "Given up"))
    action = services.plan.actions.save(an_action(what="Sign at breakfast"))
    ids = (goal.id, gone.id)
    entry = services.log.save(an_entry(title="Signs", date=dt.date(2026, 11, 12), goal_ids=ids, action_id=action.id))
    services.plan.goals.delete(gone)
    async with playing(services, size=(120, 40)) as player:
        await to_the_log(player)
        player.sees("Goals  Use TAKK [b]", "Action  Sign at breakfast")
        player.misses("Given up")
        await player.press("h", "end")
        player.sees("+ Use TAKK [b], Given up", "+ Sign at breakfast")
        player.misses(entry.action_id)


async def test_what_another_window_saved_is_seen(tmp_path: Path) -> None:
    services = some_services(tmp_path, some_entries(1))
    async with playing(services) as player:
        await to_the_log(player)
        some_services(tmp_path).log.capture("Från ett annat fönster")
        player.app.post_message(AppFocus())
        await player.settle()
        player.sees("Från ett annat fönster", "2 entries")


async def test_what_another_window_saved_is_seen_although_it_is_looked_for_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = some_services(tmp_path, some_entries(1))
    async with playing(services) as player:
        await to_the_log(player)
        some_services(tmp_path).log.capture("Från ett annat fönster")
        refresh = services.log.refresh

        def refresh_while_the_window_gets_the_keyboard() -> bool:
            changed = refresh()
            if changed:
                player.app.call_from_thread(player.app.on_app_focus)
            return changed

        monkeypatch.setattr(services.log, "refresh", refresh_while_the_window_gets_the_keyboard)
        player.app.on_app_focus()
        await player.settle()
        player.sees("Från ett annat fönster", "2 entries")


async def test_a_screen_is_drawn_whatever_becomes_of_timers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with playing(some_services(tmp_path, some_entries(1))) as player:
        monkeypatch.setattr(player.app, "set_timer", lambda *_words, **_more: None)
        await player.press("escape", "2")
        assert not player.app._batch_count  # else nothing reaches the terminal


async def test_texts_for_the_search_are_read_in_the_thread_also_after_another_window_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = some_services(tmp_path, some_entries(3))
    entries = services.log._store.entries
    readers: list[threading.Thread] = []
    read = entries.texts

    def watched() -> Iterator[EntryTexts]:
        readers.append(threading.current_thread())
        return read()

    monkeypatch.setattr(entries, "texts", watched)
    async with playing(services) as player:
        await player.press("escape", "slash")
        await player.write("fönster")
        player.sees("Nothing found")
        some_services(tmp_path).log.capture("Från ett annat fönster")
        player.app.post_message(AppFocus())
        await player.settle()
        player.sees("1 of 4", "Från ett annat fönster")
    assert len(readers) > 1
    assert threading.main_thread() not in readers


@pytest.mark.parametrize(
    ("evidence", "asked"),
    [
        (("https://www.vardhandboken.se/x?y=[b]",), True),
        (("mailto:asa@example.org",), True),
        (("file:///etc/passwd",), False),
        (("javascript:alert(1)",), False),
        (("https://example.org/\x1b]8;;", "intyg.pdf"), False),
    ],
)
async def test_a_reference_is_opened_only_after_its_whole_address_was_shown(
    tmp_path: Path, evidence: tuple[str, ...], asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    services = some_services(tmp_path, [an_entry(evidence=evidence)])
    async with playing(services, size=(120, 40)) as player:
        monkeypatch.setattr(player.app, "open_url", opened.append)
        await to_the_log(player)
        await player.press("o")
        if not asked:
            assert player.told == ["This entry has no web address to open."]
            return
        player.sees("Open this address in your browser?", evidence[0])
        await player.press("escape")
        assert opened == []
        await player.press("o", "y")
        assert opened == [evidence[0]]


async def test_keys_about_an_entry_are_offered_only_when_there_is_one(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await to_the_log(player)
        assert "Edit" not in player.rows[-1]
    async with playing(some_services(tmp_path, some_entries(1))) as player:
        await to_the_log(player)
        assert "Edit" in player.rows[-1]


async def test_ten_thousand_entries_are_no_different(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    with services.log._store.transaction():
        for number in range(10_000):
            day = TODAY - dt.timedelta(days=number // 5)
            services.log._store.entries.put(an_entry(title=f"Nummer {number}", date=day, status=Status.DRAFT))
    async with playing(services) as player:
        await to_the_log(player)
        player.sees("10000 entries")
        await player.press("end")
        player.sees("9999" if player.services.log.heads()[-1].title == "Nummer 9999" else "Nummer")
        await player.press("pageup", "pageup", "home")
        player.sees("November")


async def test_a_click_chooses_and_a_double_click_opens(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, some_entries())) as player:
        await to_the_log(player)
        await player.click("Nummer 2")
        player.sees("Detta hände 2")
        await player.pilot.click(offset=(10, 5), times=2)
        await player.settle()
        player.sees("Edit entry")


@pytest.mark.parametrize("language", list(Language))
async def test_in_a_very_small_window_the_answers_of_a_question_are_whole(language: Language, tmp_path: Path) -> None:
    yes = {
        Language.SV: "Flytta till papperskorgen",
        Language.NB: "Flytt til papirkurven",
        Language.EN: "Move to the bin",
    }
    async with playing(some_services(tmp_path, some_entries(), language=language), size=(40, 12)) as player:
        await player.press("escape", "2", "d")
        await player.click(yes[language])
        assert "Nummer 0" not in player.titles
