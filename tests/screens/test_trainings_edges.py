"""Trainings at their edges: ticks, days to come, half-written forms, other windows, a log that cannot be written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from learnlog.domain.training import SharingStatus, Training
from learnlog.errors import CannotSaveError
from learnlog.text import N_
from tests.builders import AFTER_2_WEEKS, DIALOGUE, FORM, TODAY, a_training
from tests.player import playing, some_services
from tests.screens.test_trainings import completed, the_only, to_trainings, trainings

LONG_AGO = TODAY - dt.timedelta(days=20)


async def test_both_tick_the_dialogue_by_keys_and_a_day_to_come_is_refused(tmp_path: Path) -> None:
    kept = a_training(before=FORM, dialogue=DIALOGUE, confirmed_employee_on=None, confirmed_manager_on=None)
    async with playing(trainings(tmp_path, [kept])) as player:
        await to_trainings(player)
        await player.press("a", "f3", "f3", "tab", "tab", "tab")
        player.sees("Who has confirmed this? A tick, not a signature.", "[ ] I, the employee")
        await player.press("1", "2", "tab", *"tomorrow", "ctrl+s")
        player.sees("That day has not come yet.", "[✓] I, the employee")
        assert the_only(player).confirmed_employee_on is None
        await player.press("ctrl+u", *"today", "ctrl+s")
        training = the_only(player)
        assert (training.confirmed_employee_on, training.confirmed_manager_on) == (TODAY, TODAY)
        await player.press("a", "f3", "f3", "tab", "tab", "tab")
        player.sees("[✓] I, the employee", "[✓] My manager")
        await player.press("2", "ctrl+s")
        assert the_only(player).confirmed_manager_on is None


async def test_a_training_cannot_be_completed_on_a_day_to_come(tmp_path: Path) -> None:
    async with playing(trainings(tmp_path, [a_training()])) as player:
        await to_trainings(player)
        await player.press("g", "ctrl+u", *"tomorrow", "enter")
        player.sees("That day has not come yet.")
        await player.press("escape")
        assert the_only(player).status.is_planned


async def test_a_completed_training_is_not_moved_to_a_day_to_come(tmp_path: Path) -> None:
    services = trainings(tmp_path)
    completed(services, a_training(), LONG_AGO)
    async with playing(services) as player:
        await to_trainings(player)
        await player.press("e", "tab", "tab", "tab", "ctrl+u", *"in two weeks", "ctrl+s")
        player.sees("That day has not come yet")
        assert the_only(player).last_on == LONG_AGO


async def test_what_waits_names_the_form_and_its_training_and_opens_it(tmp_path: Path) -> None:
    services = trainings(tmp_path)
    done = completed(services, a_training(title="Palliative care"), LONG_AGO)
    async with playing(services, size=(120, 40)) as player:
        await to_trainings(player)
        await player.press("p", "end")
        await player.write(" More")
        await player.press("escape", "r", "f3", "tab")
        await player.write("A small step")
        await player.press("escape", "escape", "1")
        player.sees("Expected benefit · Palliative care", "Follow-up after 2 weeks · Palliative care", "not saved yet")
        player.misses("A text without a title")
        await player.click("Expected benefit · Palliative care")
        player.sees("You have an unsaved draft", "More")
        await player.press("enter")
        player.sees("Expected benefit · Palliative care")
        await player.press("ctrl+s")
        assert "More" in "".join(player.services.trainings.get(done.id).before.values())


async def test_two_windows_answer_one_follow_up_differently_and_the_choice_is_told_in_words(tmp_path: Path) -> None:
    here = trainings(tmp_path)
    completed(here, a_training(), LONG_AGO)
    there = some_services(tmp_path)
    mine, theirs = here.trainings.all()[0], there.trainings.all()[0]
    there.trainings.follow_up(theirs, 1, {**AFTER_2_WEEKS, "c1": "once", "c5": "Theirs"})
    here.trainings.follow_up(mine, 1, {**AFTER_2_WEEKS, "c1": "several", "c5": "Mine"})
    async with playing(here, size=(120, 40)) as player:
        await to_trainings(player)
        await player.press("c")
        player.sees("Follow-up", "Next small step? When? Mine", "Next small step? When? Theirs", "several")
        player.misses("followups", "FollowUp(", "c5", "datetime")
        await player.press("down", "enter")
        training = the_only(player)
        assert training.followup(1).answers["c5"] in {"Mine", "Theirs"}
        assert not training.clashes


async def test_the_choice_names_what_only_trainings_have(tmp_path: Path) -> None:
    here, there = trainings(tmp_path, [a_training()]), some_services(tmp_path)
    mine, theirs = here.trainings.all()[0], there.trainings.all()[0]
    there.trainings.save(theirs._replace(start_on=dt.date(2027, 1, 31)))
    here.trainings.save(mine._replace(start_on=dt.date(2028, 2, 29)))
    async with playing(here) as player:
        await to_trainings(player)
        await player.press("c")
        player.sees("First day", "31 January 2027", "29 February 2028")
        player.misses("start_on", "2027-01-31")


async def test_what_another_window_changes_in_the_chosen_training_appears(tmp_path: Path) -> None:
    here, there = trainings(tmp_path, [a_training(before=FORM)]), some_services(tmp_path)
    async with playing(here) as player:
        await to_trainings(player)
        player.sees("Next: talk with your manager")
        there.trainings.agree(there.trainings.all()[0], DIALOGUE)
        player.app._look()
        await player.settle()
        player.sees("Next: note when it has taken place")
        there.trainings.delete(there.trainings.all()[0])
        player.app._look()
        await player.settle()
        player.sees("A training is more than a day in a course.")


async def test_a_text_with_signs_of_every_kind_is_shown_as_it_is(tmp_path: Path) -> None:
    odd = "[/b] 😀 [red]\x1b[31m" + "ord " * 1250
    kept = a_training(title="[b]Kurs[/b] 😀", before=dict.fromkeys(FORM, odd))
    async with playing(trainings(tmp_path, [kept])) as player:
        await to_trainings(player)
        player.sees("[b]Kurs[/b]")
        await player.press("right", "end", "escape", "p", "f3")
        player.sees("Expected benefit")
        await player.press("escape", "escape", "a", "f8")
        player.sees("[/b] 😀 [red]")


async def test_what_cannot_be_saved_stays_in_the_form_and_is_saved_later(tmp_path: Path) -> None:
    def full(*_: object) -> Training:
        raise CannotSaveError(N_("The disk is full."))

    async with playing(trainings(tmp_path, [a_training()])) as player:
        await to_trainings(player)
        await player.press("p")
        await player.write("To wait")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(player.services.trainings, "fill_in", full)
            await player.press("ctrl+s")
        player.sees("The disk is full.")
        assert the_only(player).before == {}
        await player.press("enter")
        player.sees("Expected benefit", "To wait")
        await player.press("ctrl+s")
        assert the_only(player).before == {"a1": "To wait"}


async def test_what_is_shared_may_be_what_was_planned(tmp_path: Path) -> None:
    services = trainings(tmp_path, [a_training(before=FORM)])
    (before,) = services.trainings.all()
    waiting = completed(services, before, TODAY).sharings
    async with playing(services) as player:
        await to_trainings(player)
        for yes in (False, True):
            await player.press("t", "end", "enter")  # something new
            await player.press("tab", "right", "ctrl+s")
            player.sees("This was planned, too.")
            await player.press("y" if yes else "escape")
        states = [each.status for each in the_only(player).sharings]
        assert (len(states), states.count(SharingStatus.DONE)) == (len(waiting) + 1, 2)
