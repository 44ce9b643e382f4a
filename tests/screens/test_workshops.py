"""Future workshops by keys and mouse, on real services: held, left, gone on with, ended, read, saved to a file."""

from __future__ import annotations

import datetime as dt
import signal
from pathlib import Path

import pytest

from learnlog.domain.goal import Action, ActionRole, GoalStatus
from learnlog.domain.values import Language
from learnlog.domain.workshop import Phase, Workshop
from learnlog.errors import CannotSaveError
from learnlog.services.suite import Services
from learnlog.storage import lines
from learnlog.storage.content import take_apart
from tests.builders import TODAY, a_goal, an_entry
from tests.player import Player, playing, some_services


async def to_workshops(player: Player) -> None:
    await player.press("escape", "4", "f7")


def a_workshop(services: Services, **changes: object) -> Workshop:
    """One that has come to its actions."""
    values: dict[str, object] = {
        "question": "How do evenings become calmer?",
        "in_team": True,
        "hopes": ("That we dare",),
        "critique": ("The phone rings", "Nobody owns the evening"),
        "bottom": ("Nobody owns the evening",),
        "vision": ("Music", "Bread"),
        "top": ("Bread",),
        "islands": ("The evening meal",),
        "island": "The evening meal",
        "plans": (Action(services.plan.actions.new_id(), "Bake on Fridays"),),
        "phase": Phase.ACTIONS,
    }
    return services.plan.workshops.save(services.plan.workshops.blank()._replace(**(values | changes)))


async def test_a_workshop_from_its_question_to_the_plan(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    async with playing(services) as player:
        await to_workshops(player)
        player.sees("A future workshop: from what is hard to what you do.", "n  Begin a workshop.")
        await player.press("n")
        player.sees("Which question do you want an answer to?", "(•) Alone")
        await player.write("How do evenings become calmer?")
        await player.press("tab", "right", "f3")
        player.sees("What do you hope for?", "How do evenings become calmer?")
        await player.write("That we dare\n")
        await player.press("f3")
        for idea in ("The phone rings", "Nobody owns the evening", "Alarms"):
            await player.write(idea + "\n")
        player.sees("Critique phase", "1 The phone rings", "3 Alarms")
        await player.press("f3")
        player.sees("Bottom list", "0 picked")
        await player.press("down", "space")
        player.sees("2 ✓ Nobody owns the evening", "1 picked")
        await player.press("f3")
        player.sees("So far", "· Nobody owns the evening")
        await player.write("Music\nBread\n")
        await player.press("f3", "down", "space", "f3")
        player.sees("Choose one island", "1   Bread")
        await player.press("tab")
        await player.write("The evening meal\n")
        player.sees("1 ✓ The evening meal", "2   Bread")
        await player.press("f3")
        await player.write("Bake on Fridays\nAsk at the meeting\n")
        player.sees("Bake on Fridays", "Ask at the meeting")
        await player.press("f3")
        player.sees("Which goal do the actions lead to?", "A new goal", "No goal: only the actions")
        await player.press("enter")
        player.sees("The goal of the workshop", "The evening meal", "How do evenings become calmer?")
        await player.press("ctrl+s")
        player.sees("What my work requires", "The evening meal", "0 of 2")
        assert any("The workshop has ended" in each for each in player.told)
        (workshop,) = services.plan.workshops.all()
        assert (workshop.ended_on, workshop.in_team, workshop.island) == (TODAY, True, "The evening meal")
        assert (workshop.hopes, workshop.bottom, workshop.top) == (
            ("That we dare",),
            ("Nobody owns the evening",),
            ("Bread",),
        )
        (goal,) = services.plan.goals.all()
        made = services.plan.actions.all()
        assert {each.what for each in made} == {"Bake on Fridays", "Ask at the meeting"}
        assert {(each.goal_id, each.workshop_id) for each in made} == {(goal.id, workshop.id)}
        assert {(each.obstacle, each.vision) for each in made} == {("Nobody owns the evening", "Bread")}
        assert services.drafts.waiting() == ()
        await player.press("u")
        assert (services.plan.goals.all(), services.plan.actions.all()) == ((), ())
        (workshop,) = services.plan.workshops.all()
        assert workshop.ended_on is None
        player.sees("› How do evenings bec… under way", "go on with the workshop")


async def test_how_who_and_the_first_step_are_told_in_the_workshop_and_come_into_the_plan(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    a_workshop(services)
    services.plan.goals.save(a_goal(title="Calm evenings"))
    async with playing(services, size=(80, 32)) as player:
        await to_workshops(player)
        await player.press("enter", "down", "enter")
        player.sees("WHAT will be done?", "HOW?", "FIRST STEP?", "Bake on Fridays")
        await player.press("tab")
        await player.write("With the residents")
        await player.press("tab", "tab", "tab")
        await player.write("Buy flour")
        await player.press("tab")
        await player.write("tomorrow")
        await player.press("ctrl+s")
        player.sees("So far", "With the residents", "Buy flour")
        await player.press("f3", "down", "enter")
        (action,) = services.plan.actions.all()
        assert (action.how, action.first_step, action.first_step_on) == (
            "With the residents",
            "Buy flour",
            TODAY + dt.timedelta(days=1),
        )
        assert action.who == (ActionRole.ME,)
        (goal,) = services.plan.goals.all()
        assert (action.goal_id, goal.title) == (goal.id, "Calm evenings")
        assert goal.status is not GoalStatus.IN_PROGRESS
        await player.press("right", "right")
        player.sees("From the future workshop", "How do evenings become calmer?")
        await player.press("o")
        player.sees("✓ ended", "✓ Nobody owns the evening", "✓ Bread")


async def test_without_an_action_it_does_not_end(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    a_workshop(services, plans=())
    async with playing(services) as player:
        await to_workshops(player)
        await player.press("enter", "f3")
        player.sees("A workshop ends with at least one", "action: what will be done?")
        await player.write("B" * 121)
        await player.press("enter")
        player.sees("The title is too long: at most 120")
        await player.press("escape", "escape")
        player.sees("1 workshop under way")
    (workshop,) = services.plan.workshops.all()
    assert (workshop.ended_on, services.plan.actions.all()) == (None, ())


async def test_lines_are_reworded_removed_and_taken_back_and_stand_there_once(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    a_workshop(services, phase=Phase.CRITIQUE)
    async with playing(services) as player:
        await to_workshops(player)
        await player.press("enter")
        await player.write("the phone  rings\nThe phone rings\n")
        assert "That stands there already." in player.told
        player.sees("3 the phone rings", "Obstacles")
        await player.press("down", "end", "d")
        player.misses("the phone rings")
        await player.press("u")
        player.sees("3 the phone rings")
        await player.press("ctrl+y")
        player.misses("the phone rings")
        await player.press("home", "down", "e")
        player.sees("Another wording; Enter keeps it")
        await player.write(" at all\n")
        player.sees("2 Nobody owns the evening at all")
        await player.press("down", "home", "e", "escape")
        player.misses("Another wording")
        await player.press("f3")
        player.sees("2 ✓ Nobody owns the evening at all")
        await player.press("escape", "u")
        assert services.plan.workshops.all()[0].critique == ("The phone rings", "Nobody owns the evening")


async def test_a_workshop_left_in_any_phase_is_offered_on_the_plan_and_gone_on_with_there(tmp_path: Path) -> None:
    services = some_services(tmp_path, [an_entry()])
    async with playing(services) as player:
        await player.press("escape", "4")
        player.sees("F7     Or hold a future workshop")
        await player.press("n")
        await player.click("A future workshop")
        await player.write("How?\n")
        await player.write("Peace\n")
        await player.write("half a hop")
        await player.press("escape")
        player.sees("What is next", "› How?", "go on with the workshop")
    (workshop,) = services.plan.workshops.all()
    assert (workshop.phase, workshop.hopes) == (Phase.HOPES, ("Peace", "half a hop"))
    assert services.drafts.waiting() == ()
    async with playing(some_services(tmp_path, today=TODAY + dt.timedelta(days=3))) as player:
        await player.press("escape", "4", "tab", "tab", "enter")
        player.sees("What do you hope for?", "1 Peace", "2 half a hop")
        await player.press("shift+f3")
        player.sees("Which question do you want an answer to?", "How?")
        await player.press("escape")
        player.sees("What is next")


async def test_nothing_written_leaves_nothing_behind(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    async with playing(services) as player:
        await to_workshops(player)
        await player.press("n", "f3")
        player.sees("Write what the workshop is about.")
        await player.press("escape")
        player.sees("n  Begin a workshop.")
    assert (services.plan.workshops.all(), services.drafts.waiting()) == ((), ())


async def test_a_killed_workshop_is_offered_back_with_the_half_written_line(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    workshop = a_workshop(services, phase=Phase.VISION)
    async with playing(services) as player:
        await to_workshops(player)
        await player.press("enter")
        await player.write("Candles\nSongs we")
        signal.raise_signal(signal.SIGHUP)
        await player.settle()
        player.services.drafts.let_go("plan.workshop", workshop.id)
    assert services.plan.workshops.get(workshop.id).vision == ("Music", "Bread")
    async with playing(some_services(tmp_path)) as player:
        player.sees("You have an unsaved draft", "How do evenings become calmer?", "Songs we")
        player.misses(workshop.id[:8])
        await player.press("enter")
        player.sees("Vision phase", "3 Candles", "Songs we")
        await player.write(" choose\n")
        await player.press("escape")
        assert player.services.plan.workshops.get(workshop.id).vision == (
            "Music",
            "Bread",
            "Candles",
            "Songs we choose",
        )
        assert player.services.drafts.waiting() == ()


async def test_a_new_workshop_that_was_killed_before_its_first_save_is_gone_on_with(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    async with playing(services) as player:
        await to_workshops(player)
        await player.press("n")
        await player.write("How do evenings")
        signal.raise_signal(signal.SIGHUP)
        await player.settle()
        player.services.drafts.let_go("plan.workshop", player.app.screen.sitting.now.id)
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "escape", "4", "f7", "n")
        player.sees("How do evenings")
        await player.write(" become calmer?\n")
        await player.press("escape")
        player.sees("How do evenings become calmer?", "under way")


async def test_forms_of_a_workshop_that_were_killed_are_gone_on_with(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    workshop = a_workshop(services)
    async with playing(services) as player:
        await to_workshops(player)
        await player.press("enter", "down", "enter", "tab")
        await player.write("With the res")
        signal.raise_signal(signal.SIGHUP)
        await player.settle()
        player.services.drafts.let_go("plan.planned", workshop.plans[0].id)
    async with playing(some_services(tmp_path)) as player:
        await player.press("enter")
        player.sees("WHAT will be done?", "With the res")
        await player.press("ctrl+s")
        player.sees("So far", "Bake on Fridays", "With the res")
        await player.press("f3", "enter")
        await player.write(" together")
        player.sees("The evening meal together")
        signal.raise_signal(signal.SIGHUP)
        await player.settle()
        player.services.drafts.let_go("plan.ending", player.app.screen._value.id)
    async with playing(some_services(tmp_path)) as player:
        await player.press("enter")
        player.sees("The goal of the workshop", "The evening meal together")
        await player.press("ctrl+s")
        (goal,) = player.services.plan.goals.all()
        assert goal.title == "The evening meal together"
        assert player.services.plan.workshops.get(workshop.id).ended_on == TODAY
        assert player.services.drafts.waiting() == ()


async def test_one_that_has_ended_is_read_and_saved_in_any_language(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    workshop = a_workshop(services)
    services.plan.workshops.finish(workshop, [], services.plan.workshops.ready(workshop))
    async with playing(services, size=(100, 40)) as player:
        await to_workshops(player)
        player.sees("✓ ended", "✓ Nobody owns the evening", "Bake on Fridays")
        player.misses("go on with the workshop")
        await player.press("enter")
        player.sees("Preview", "Future workshop", "★ Bread")
        await player.press("f9")
        player.sees("Save to a file", "English", "Norsk bokmål", "Svenska")
        await player.click("Svenska")
        player.sees("workshop-2026-11-20-sv.md")
        await player.press("tab", "end", "ctrl+u")
        await player.write(str(tmp_path / "verkstad.md"))
        await player.press("ctrl+s")
        player.sees("Saved. The file is here:")
    assert "# Framtidsverkstad" in (tmp_path / "verkstad.md").read_text(encoding="utf-8")


async def test_to_the_bin_and_back(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    a_workshop(services)
    async with playing(services) as player:
        await to_workshops(player)
        await player.press("d")
        player.sees("Move this workshop to the bin?", "How do evenings become calmer?")
        await player.press("y")
        player.sees("n  Begin a workshop.")
        await player.press("b")
        player.sees("What do you want back?")
        await player.press("enter")
        player.sees("under way")
        await player.press("u", "ctrl+y")
        player.sees("under way")


async def test_two_windows_in_one_workshop_keep_both_their_ideas_apart(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    workshop = a_workshop(services, phase=Phase.HOPES)
    other = some_services(tmp_path)
    async with playing(services) as player:
        await to_workshops(player)
        await player.press("enter")
        elsewhere = other.plan.workshops.get(workshop.id)
        other.plan.workshops.save(elsewhere._replace(vision=("Music", "Bread", "Light")))
        await player.write("Calm\n")
        await player.press("f3", "f3", "f3")
        player.sees("3 Light")
        kept = services.plan.workshops.get(workshop.id)
        assert (kept.hopes, kept.vision, kept.clashes) == (("That we dare", "Calm"), ("Music", "Bread", "Light"), ())


async def test_odd_characters_and_two_hundred_ideas(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    ideas = ("[/b] [VIKTIGT] \x1b[31m", "å" * 300, *(f"Idea {number}" for number in range(200)))
    a_workshop(services, critique=ideas, bottom=(), phase=Phase.BOTTOM)
    async with playing(services) as player:
        await to_workshops(player)
        await player.press("enter")
        player.sees("  1   [/b] [VIKTIGT]")
        await player.press("down")
        assert player.text.count("å") > 200, "the whole of a long line is read below the list"
        await player.press("end", "space")
        player.sees("202 ✓ Idea 199", "202 · 1 picked")
        await player.press("escape")
    assert services.plan.workshops.all()[0].bottom == ("Idea 199",)


async def test_in_every_language_every_phase_is_one_screenful(tmp_path: Path) -> None:
    for language in Language:
        services = some_services(tmp_path / language, language=language)
        a_workshop(services, phase=Phase.QUESTION)
        async with playing(services) as player:
            await to_workshops(player)
            await player.press("enter")
            for _phase in Phase:
                rows = player.rows
                assert rows[-2].strip().startswith("!"), player.text
                assert len(player.app.screen.query_one("#told").render().plain.splitlines()) <= 4
                await player.press("f3")


async def test_where_nothing_can_be_saved_a_workshop_is_left_with_a_draft_and_lost_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = some_services(tmp_path)
    workshop = a_workshop(services, phase=Phase.HOPES)

    def full(*_words: object) -> Workshop:
        raise CannotSaveError

    async with playing(services) as player:
        await to_workshops(player)
        await player.press("enter")
        monkeypatch.setattr(services.plan.workshops, "save", full)
        await player.write("Calm\n")
        await player.press("f3")
        player.sees("What are the obstacles?", "Could not save")
        await player.press("enter", "escape")
        player.sees("Could not save")
        await player.press("enter", "escape")
        assert any("kept as a draft" in each for each in player.told)
        monkeypatch.undo()
        await player.press("enter", "f3")
        player.sees("Bottom list")
        assert services.plan.workshops.get(workshop.id).hopes == ("That we dare", "Calm")
        assert services.drafts.waiting() == ()


async def test_a_log_that_is_only_read_shows_a_workshop_as_a_document(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    a_workshop(services)
    path = tmp_path / "log.jsonl"
    content = take_apart(path.read_bytes())
    newer = lines.assemble(content.tail.header._replace(schema=99), content.actions)
    path.write_bytes(newer)
    async with playing(some_services(tmp_path, name="")) as player:
        await to_workshops(player)
        player.sees("Read only", "under way")
        await player.press("enter")
        player.sees("Preview", "★ Nobody owns the evening")
        await player.press("escape", "n")
        player.misses("Which question do you want an answer to?")
        assert "made by a newer learnlog" in player.told[-1]
        assert path.read_bytes() == newer


async def test_a_number_in_an_idea_is_spoken_of_when_the_phase_is_saved(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    a_workshop(services, phase=Phase.CRITIQUE)
    async with playing(services) as player:
        await to_workshops(player)
        await player.press("enter")
        await player.write("19121212-1212 rings all night\n")
        await player.press("f3")
        player.sees("This may identify a person")
        player.misses("1212 rings")
        await player.press("escape")
        player.sees("Which of them are the worst?")
