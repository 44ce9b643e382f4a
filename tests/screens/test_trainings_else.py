"""What else one does with trainings: other days, other endings, the bin, the mouse, paper, what is due, other windows."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from learnlog.domain.training import TrainingStatus
from tests.builders import DIALOGUE, FORM, TODAY, a_training, an_entry
from tests.player import playing, some_services
from tests.screens.test_trainings import completed, the_only, to_trainings, trainings

LONG_AGO = TODAY - dt.timedelta(days=20)


async def test_a_follow_up_is_moved_skipped_and_taken_back(tmp_path: Path) -> None:
    services = trainings(tmp_path)
    completed(services, a_training(dialogue={}), LONG_AGO)
    async with playing(services) as player:
        await to_trainings(player)
        await player.press("m")
        player.sees("Which follow-up?", "After 2 weeks", "After 3 months")
        await player.press("enter", "ctrl+u", *"tomorrow", "enter")
        assert the_only(player).followup(1).due_on == TODAY + dt.timedelta(days=1)
        await player.press("s", "enter", "ctrl+s")
        player.sees("Write in a few words why it is skipped.")
        await player.write("Too few of us")
        await player.press("ctrl+s")
        player.sees("skipped: Too few of us", "×  2 weeks")
        await player.press("u")
        assert not the_only(player).followup(1).skipped_because


async def test_a_third_follow_up_is_added(tmp_path: Path) -> None:
    services = trainings(tmp_path)
    completed(services, a_training(), LONG_AGO)
    async with playing(services) as player:
        await to_trainings(player)
        await player.press("plus", "enter")
        assert the_only(player).followup(3).due_on > TODAY + dt.timedelta(days=150)
        assert any("It will be asked" in text for text in player.told)


async def test_a_training_is_called_off_with_the_reason_and_planned_again(tmp_path: Path) -> None:
    async with playing(trainings(tmp_path, [a_training()])) as player:
        await to_trainings(player)
        await player.press("w")
        player.sees("It does not take place", "Cancelled", "Not approved")
        await player.press("tab")
        await player.write("No cover")
        await player.press("ctrl+s")
        training = the_only(player)
        assert (training.status, training.closed_because) == (TrainingStatus.CANCELLED, "No cover")
        player.sees("Why: No cover", "nothing waits for it")
        await player.press("y", "y")
        assert the_only(player).status.is_planned


async def test_delete_undo_and_the_bin(tmp_path: Path) -> None:
    services = trainings(tmp_path, [a_training()])
    async with playing(services) as player:
        await to_trainings(player)
        await player.press("d")
        player.sees("Move this training to the bin?")
        await player.press("escape")
        assert services.trainings.all()
        await player.press("d", "y")
        assert not services.trainings.all()
        player.sees("A training is more than a day in a course.")
        await player.press("u")
        player.sees("■ Bemötande")
        await player.press("d", "y", "b")
        player.sees("Which training do you want back?")
        await player.press("enter")
        assert the_only(player).deleted_at is None


async def test_everything_by_mouse(tmp_path: Path) -> None:
    services = trainings(tmp_path, [a_training(title="First"), a_training(title="Second", before=FORM)])
    async with playing(services, size=(120, 40)) as player:
        await player.click("Trainings")
        await player.click("■ Second")
        await player.click("✓  Form")
        player.sees("Expected benefit · Second")
        await player.click("Esc Back")
        await player.click("Next: talk with your manager")
        player.sees("Dialogue with the manager", "Lugnare kvällar")
        await player.click("Esc Back")
        await player.click("Edit")
        player.sees("Edit training")


async def test_an_entry_is_linked_from_its_form_and_one_goes_there_and_back(tmp_path: Path) -> None:
    services = trainings(tmp_path, [a_training(title="Palliative care")])
    entry = services.log.save(an_entry(title="A quiet night"))
    async with playing(services, size=(120, 40)) as player:
        await player.press("escape", "2")
        assert not player.app.screen.check_action("do", ("training",))
        await player.press("e", "f3", "f3")
        await player.click("Training ")
        await player.write("pall")
        await player.press("enter", "ctrl+s")
        assert services.log.get(entry.id).training_id == services.trainings.all()[0].id
        player.sees("■ Palliative care")
        await player.press("t")
        player.sees("In my log", "A quiet night")
        await player.press("o")
        player.sees("Search in the log", "A quiet night")


async def test_paper_and_figures(tmp_path: Path) -> None:
    async with playing(trainings(tmp_path, [a_training(before=FORM, dialogue=DIALOGUE)])) as player:
        await to_trainings(player)
        await player.press("i")
        player.sees("My trainings in figures", "1 of 1", "it is no score")
        await player.press("escape", "v")
        player.sees("Form to print", "Page for colleagues")
        await player.press("enter")
        player.sees("Preview", "Bemötande vid demens")


async def test_what_is_due_is_listed_opened_and_put_off(tmp_path: Path) -> None:
    services = trainings(tmp_path, [a_training(title="Soon")])
    completed(services, a_training(title="Past"), TODAY - dt.timedelta(days=26))
    async with playing(services) as player:
        await player.press("f6")
        player.sees("What is due", "Follow-up after 2 weeks: Past", "Fill in the form before: Soon", "in 3 days")
        await player.press("end", "home", "down", "z")
        player.sees("When shall it show again?", "Tomorrow", "In a week", "Another day")
        await player.press("escape", "home", "z", "down", "enter")
        assert any("Put off until 27 Nov" in text for text in player.told)
        due = {item.title for item in services.reminders.due()}
        await player.press("u")
        assert {item.title for item in services.reminders.due()} >= due
        await player.press("home", "enter")
        assert player.app.screen.query("TextBox, ChoiceBox, LineBox")


async def test_the_start_screen_shows_what_is_due_and_opens_it(tmp_path: Path) -> None:
    services = trainings(tmp_path, [a_training(title=f"Training {number}") for number in range(7)])
    async with playing(services, size=(120, 40)) as player:
        player.sees("7 things wait in the next two weeks.", "Training 0", "in 3 days · form before the training")
        player.sees("─ 7 things wait ─")
        await player.press("escape", "end")
        player.sees("… and 3 more that are due")
        await player.press("home", "z", "enter")
        player.sees("6 things wait in the next two weeks.")
        await player.press("u")
        player.sees("7 things wait in the next two weeks.")
        await player.press("home", "enter")
        player.sees("Expected benefit · Training 0")
        await player.press("escape", "end", "enter")
        player.sees("What is due", "Fill in the form before: Training 6")


async def test_what_another_window_saves_appears(tmp_path: Path) -> None:
    here, there = trainings(tmp_path, [a_training()]), some_services(tmp_path)
    async with playing(here) as player:
        await to_trainings(player)
        there.trainings.save(a_training(title="From elsewhere"))
        player.app._look()
        await player.settle()
        player.sees("From elsewhere")


async def test_two_windows_with_one_title_the_owner_chooses(tmp_path: Path) -> None:
    here, there = trainings(tmp_path, [a_training()]), some_services(tmp_path)
    mine, theirs = here.trainings.all()[0], there.trainings.all()[0]
    there.trainings.save(theirs._replace(title="Theirs"))
    here.trainings.save(mine._replace(title="Mine"))
    async with playing(here) as player:
        player.sees("two versions: choose one")
        await to_trainings(player)
        player.sees("two versions", "Press c to choose.")
        await player.press("c")
        player.sees("1. In the log now", "2. Also written")
        await player.press("down", "enter")
        assert not the_only(player).clashes


async def test_help_explains_the_signs(tmp_path: Path) -> None:
    async with playing(trainings(tmp_path, [a_training()]), size=(120, 50)) as player:
        await to_trainings(player)
        await player.press("f1")
        player.sees("◎ is begun", "Do what the training waits for.", "Plan to share it with colleagues")


async def test_the_palette_finds_a_training(tmp_path: Path) -> None:
    async with playing(trainings(tmp_path, [a_training(), a_training(title="Palliative care")])) as player:
        await player.press("ctrl+p")
        await player.write("pallia")
        await player.press("enter")
        player.sees("■ Palliative care", "Next: fill in the form")


async def test_the_palette_does_what_fits_the_training(tmp_path: Path) -> None:
    async with playing(trainings(tmp_path, [a_training()])) as player:
        await to_trainings(player)
        await player.press("ctrl+p")
        await player.write("skip")
        player.sees("Nothing found.")
        await player.press("escape", "ctrl+p")
        await player.write("call off")
        await player.press("enter")
        player.sees("It does not take place")
