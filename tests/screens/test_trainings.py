"""The whole life of a training, by keys, on real services: what stands on the screen and what lies in the log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import pytest

from learnlog.domain.training import SharingStatus, Training, TrainingStatus
from learnlog.domain.values import Language
from learnlog.services.suite import Services
from tests.builders import AFTER_2_WEEKS, AFTER_3_MONTHS, DIALOGUE, FORM, NOW, TODAY, a_training
from tests.player import Player, playing, some_services

LATER = dt.date(2026, 12, 7)


def trainings(folder: Path, kept: Iterable[Training] = (), *, today: dt.date = TODAY) -> Services:
    """Services with these trainings."""
    services = some_services(folder, today=today)
    for each in kept:
        services.trainings.save(each)
    return services


def completed(services: Services, training: Training, on: dt.date) -> Training:
    """A training with form and dialogue, completed on a day."""
    filled = services.trainings.fill_in(training, FORM)
    agreed = services.trainings.agree(filled, DIALOGUE, (on, on))
    return services.trainings.complete(agreed, on)


async def to_trainings(player: Player) -> None:
    await player.press("escape", "3")


def the_only(player: Player) -> Training:
    (training,) = player.services.trainings.all()
    return training


async def test_an_empty_screen_explains_the_loop_and_names_the_key(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await to_trainings(player)
        player.sees("A training is more than a day in a course.", "1  Idea", "7  Shared", "n  Write down your first")
        assert "e Edit" not in player.rows[-1]


async def test_from_an_idea_to_an_agreement(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path), size=(120, 40)) as player:
        await to_trainings(player)
        await player.press("n")
        player.sees("New training", "What is the training called?")
        await player.write("Palliative care")
        await player.press("tab", "tab", "tab")
        await player.write("in two weeks")
        await player.press("ctrl+s")
        assert the_only(player).start_on == dt.date(2026, 12, 4)
        player.sees("■ Palliative care", "Next: fill in the form before the training · in 14 days")

        await player.press("enter")
        player.sees("Expected benefit · Palliative care", "What do you want to learn?")
        await player.write("To see pain in time")
        await player.press("ctrl+s")
        player.sees("4 questions left", "◎  Form")
        assert the_only(player).status is TrainingStatus.PROPOSED

        await player.press("enter", "tab")
        await player.write("Calmer nights")
        await player.press("tab")
        await player.write("They sleep")
        await player.press("tab")
        await player.write("Ask first")
        await player.press("ctrl+s")
        player.services.trainings.fill_in(the_only(player), {"a5": "apt"})
        player.services.trainings.agree(the_only(player), {"b3": "yes"})
        await player.press("x")
        player.sees("✓  Form", "Next: talk with your manager")

        await player.press("enter")
        player.sees("Dialogue with the manager", "Calmer nights")
        await player.write("today")
        await player.press("tab", "tab")
        await player.write("Fewer bad nights")
        await player.press("f3")
        await player.write("I show two colleagues")
        await player.press("tab")
        await player.write("Time for it")
        await player.press("tab")
        await player.write("in three weeks")
        await player.press("f3", "tab")
        await player.write("in four weeks")
        await player.press("tab")
        await player.write("2027-03-05")
        await player.press("ctrl+s")
        training = the_only(player)
        assert training.status is TrainingStatus.APPROVED
        assert training.dialogue["b2"] == "Fewer bad nights"
        player.sees("✓  Agreed     yes · today", "Next: note when it has taken place")


async def test_completed_followed_up_and_shared(tmp_path: Path) -> None:
    services = trainings(tmp_path)
    training = services.trainings.save(a_training(before=FORM, dialogue=DIALOGUE, start_on=dt.date(2026, 11, 19)))
    async with playing(services, size=(120, 40)) as player:
        await to_trainings(player)
        player.sees("Next: note when it has taken place · yesterday")
        await player.press("enter")
        player.sees("It has taken place", "Which was the last day?")
        await player.press("enter")
        player.sees("It will be followed up:", "Friday 4 December 2026", "Write now")
        await player.press("y")
        player.sees("New entry", "Bemötande vid demens")
        await player.press("ctrl+s")
        (entry,) = services.trainings.entries(training.id)
        assert entry.training_id == training.id
        await player.press("right", "end")
        player.sees("In my log")
    services = some_services(tmp_path, today=LATER)
    async with playing(services) as player:
        await to_trainings(player)
        player.sees("3 days late", "!  2 weeks")
        services.trainings.follow_up(the_only(player), 1, {"c1": "several", "c3": "yes"})
        await player.press("x", "r")
        player.sees("Have you tried something new from the training?")
        await player.press("f3", "tab")
        await player.write("Show it on Friday")
        await player.press("ctrl+s")
        player.sees("What now?", "Note what you have shared")
        await player.press("enter")
        player.sees("Share with colleagues", "For whom")
        await player.press("tab", "right", "tab", "ctrl+u", *"today", "ctrl+s")
        training = the_only(player)
        assert training.followup(1).answers["c1"] == "several"
        assert SharingStatus.DONE in {each.status for each in training.sharings}
        player.sees("✓  2 weeks")


async def test_promise_and_outcome_stand_beside_each_other_when_wide_and_below_each_other_when_not(
    tmp_path: Path,
) -> None:
    services = trainings(tmp_path)
    done = completed(services, a_training(), TODAY - dt.timedelta(days=100))
    done = services.trainings.follow_up(done, 1, AFTER_2_WEEKS)
    services.trainings.follow_up(done, 2, AFTER_3_MONTHS)
    async with playing(services, size=(130, 50)) as player:
        await to_trainings(player)
        await player.press("right")
        row = next(row for row in player.rows if "De sover bättre" in row)
        assert "De svarar själva" in row
        player.sees("↑ More than expected", "What we expected", "What happened")
    async with playing(services) as player:
        await to_trainings(player)
        await player.press("right", "pagedown")
        rows = [row for row in player.rows if "De sover" in row or "De svarar" in row]
        assert ["before" in rows[0], "3 months" in rows[1]] == [True, True]
        await player.press("escape")
        player.sees("■ Bemötande", "↑")


async def test_what_is_late_comes_first_and_parts_can_be_shown(tmp_path: Path) -> None:
    services = trainings(
        tmp_path,
        [
            a_training(title="Planned"),
            a_training(title="Gone by", start_on=dt.date(2026, 11, 2)),
            a_training(title="Off", status=TrainingStatus.CANCELLED),
        ],
    )
    completed(services, a_training(title="Done"), TODAY - dt.timedelta(days=3))
    async with playing(services, size=(120, 40)) as player:
        await to_trainings(player)
        shown = [row.split("■ ")[1].split()[0] for row in player.rows if "│ ■ " in row]
        assert shown[0] == "Gone"
        assert shown[-1] == "Off"
        await player.press("f")
        player.sees("Planned", "Gone by", "2 of 4")
        player.misses("■ Off")
        await player.click("Called off")
        player.sees("■ Off", "1 of 4")
        await player.press("x", "slash", *"kök")
        player.sees("■ Done", "1 of 4")
        await player.press("escape")
        player.sees("4 trainings")


@pytest.mark.parametrize(
    ("language", "words"),
    [(Language.NB, "30 dager for sent"), (Language.SV, "30 dagar försenat"), (Language.EN, "30 days late")],
)
async def test_how_late_something_is_stands_in_whole_words_on_a_small_screen(
    tmp_path: Path, language: Language, words: str
) -> None:
    then = TODAY - dt.timedelta(days=44)
    services = some_services(tmp_path, today=then, now=NOW - dt.timedelta(days=44))
    held = services.trainings.fill_in(services.trainings.save(a_training(title="Done")), FORM)
    services.trainings.complete(held, then)
    async with playing(some_services(tmp_path, language=language)) as player:
        await to_trainings(player)
        assert any("✓✓" in row and words in row for row in player.rows), player.text


async def test_a_form_half_filled_in_is_kept_when_one_leaves_and_gone_on_with(tmp_path: Path) -> None:
    async with playing(trainings(tmp_path, [a_training()])) as player:
        await to_trainings(player)
        await player.press("p")
        await player.write("To wait")
        await player.press("escape")
        assert the_only(player).before == {}
        await player.press("p")
        player.sees("To wait", "draft")
        await player.write(" and see")
        await player.press("ctrl+s")
        assert the_only(player).before == {"a1": "To wait and see"}


async def test_a_draft_is_offered_at_the_next_start_and_opens_its_form(tmp_path: Path) -> None:
    async with playing(trainings(tmp_path, [a_training()])) as player:
        await to_trainings(player)
        await player.press("p")
        await player.write("To wait")
        await player.press("escape")
    async with playing(some_services(tmp_path)) as player:
        player.sees("You have an unsaved draft", "To wait")
        await player.press("enter")
        player.sees("Expected benefit", "To wait")
        await player.press("ctrl+s")
        assert the_only(player).before == {"a1": "To wait"}
        assert not player.services.drafts.waiting()


async def test_an_erased_answer_is_gone(tmp_path: Path) -> None:
    async with playing(trainings(tmp_path, [a_training(before=FORM)])) as player:
        await to_trainings(player)
        await player.press("p", "end", "ctrl+u", "ctrl+s")
        assert not the_only(player).before["a1"]
        player.sees("1 question left")
