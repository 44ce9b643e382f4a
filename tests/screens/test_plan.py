"""The plan by keys and mouse, on real services: what stands on the screen and what lies in the log."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from learnlog.domain.competence import Area
from learnlog.domain.goal import ActionStatus, GoalStatus
from learnlog.domain.values import Applied, Arena
from learnlog.services.suite import Services
from tests.builders import TODAY, a_goal, a_training, an_action, an_area, an_entry
from tests.player import Player, playing, some_services

BEFORE = TODAY - dt.timedelta(days=365)


async def to_plan(player: Player) -> None:
    await player.press("escape", "4")


def rated(area: Area, *levels: int | None, used: Applied | None = None) -> Area:
    """An area with an estimate a year, the last one today."""
    for years, level in enumerate(reversed(levels)):
        area = area.rated(level, used, TODAY - dt.timedelta(days=365 * years))
    return area


def with_a_plan(folder: Path) -> Services:
    """Services with two areas, a goal and two actions."""
    services = some_services(folder)
    dementia = services.plan.areas.save(rated(an_area(name="th.dementia", requirement=3, why="More people"), 1, 2))
    services.plan.areas.save(rated(an_area(name="th.guidance", requirement=3), 3, used=Applied.NOT_YET))
    goal = services.plan.goals.save(
        a_goal(title="Calm evenings", area_id=dementia.id, deadline_on=dt.date(2026, 12, 10), measure="They sleep")
    )
    services.plan.actions.save(
        an_action(
            what="Try music",
            goal_id=goal.id,
            first_step="Ask for the list",
            first_step_on=dt.date(2026, 11, 23),
            arena=Arena.AT,
        )
    )
    services.plan.actions.save(an_action(what="Read about it", goal_id=goal.id, status=ActionStatus.DONE))
    return services


async def test_an_empty_plan_explains_itself_and_enter_begins_with_what_the_work_requires(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await to_plan(player)
        player.sees("Your plan: from what is required to what you do.", "Enter  Begin with what your work requires.")
        await player.press("enter")
        player.sees("New competence area", "choose one, or write your own")
        await player.press("enter")
        await player.write("dementia")
        await player.press("enter", "tab", "right", "right", "right", "tab")
        await player.write("More people with dementia")
        await player.press("ctrl+s")
        (area,) = player.services.plan.areas.all()
        assert (area.name, area.requirement, area.why) == ("th.dementia", 2, "More people with dementia")
        player.sees("Dementia care", "› rate it", "1 of at most 12")


async def test_areas_show_then_now_and_required_on_one_line_and_what_is_missing_in_words(tmp_path: Path) -> None:
    async with playing(with_a_plan(tmp_path)) as player:
        await to_plan(player)
        player.sees("━━━━››››◎────┃", "━━━━━━━━━━━━◎┃", "develop", "put to use", "not used yet")
        player.sees("◎ now", "┃ required", "› since last time")


async def test_goals_show_how_far_they_have_come_and_hint_when_nothing_happens_in_daily_work(tmp_path: Path) -> None:
    async with playing(with_a_plan(tmp_path)) as player:
        await to_plan(player)
        player.sees("Calm evenings", "in 20 days", "━━── 1 of 2", "none in daily work")
        player.sees("What is next", "› Ask for the list", "in 3 days")


async def test_rating_asks_in_words_beside_what_is_required_and_keeps_the_history(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    services.plan.areas.save(an_area(name="th.dementia", requirement=3, why="More people").rated(1, None, BEFORE))
    async with playing(services) as player:
        await to_plan(player)
        await player.press("r")
        player.sees(
            "Where am I now? · Dementia care", "Can do with support", "Required: Can do on my own", "Last time: "
        )
        await player.press("right", "tab", "right", "right", "right", "ctrl+s")
        (area,) = player.services.plan.areas.all()
        assert (area.level, area.used) == (2, Applied.SOMETIMES)
        assert [each.level for each in area.ratings] == [1, 2]
        player.sees("››››◎", "used sometimes")
        await player.press("u")
        assert player.services.plan.areas.all()[0].level == 1


async def test_nothing_required_is_only_named_and_not_rated(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    services.plan.areas.save(an_area(name="th.ethics"))
    async with playing(services) as player:
        await to_plan(player)
        player.sees("Ethical competence", "nothing is required")
        player.misses("◎──", "rate it", "r Where am I?")
        await player.press("r")
        player.misses("Where am I now?")


async def test_a_goal_from_an_area_knows_what_is_missing_there(tmp_path: Path) -> None:
    services = with_a_plan(tmp_path)
    async with playing(services) as player:
        await to_plan(player)
        await player.press("down", "enter")
        player.sees("New goal", "(•) I can do it but do not use it", "Supervision and guidance")
        await player.write("Guide a student")
        await player.press("ctrl+s")
        goal = next(each for each in services.plan.goals.all() if each.title == "Guide a student")
        assert (goal.from_level, goal.to_level) == (3, 3)
        player.sees("Guide a student", "no action yet")
        await player.press("enter")
        player.sees("New action", "WHAT will be done?", "HOW?", "WHO?", "FIRST STEP?")
        await player.write("Take one student")
        await player.press("tab", "tab", "tab", "tab")
        await player.write("Ask the school")
        await player.press("tab")
        await player.write("tomorrow")
        await player.press("ctrl+s")
        action = next(each for each in services.plan.actions.all() if each.what == "Take one student")
        assert (action.goal_id, action.first_step) == (goal.id, "Ask the school")
        assert action.first_step_on == TODAY + dt.timedelta(days=1)


async def test_the_first_step_then_a_follow_up_then_done(tmp_path: Path) -> None:
    services = with_a_plan(tmp_path)
    async with playing(services) as player:
        await to_plan(player)
        await player.press("tab", "enter")
        player.sees("Have you taken the first step?", "Ask for the list")
        await player.press("y")
        action = next(each for each in services.plan.actions.all() if each.what == "Try music")
        assert (action.first_step_done_on, action.status) == (TODAY, ActionStatus.STARTED)
        assert services.plan.goals.all()[0].status is GoalStatus.IN_PROGRESS
        await player.press("enter")
        player.sees("How is it going? · Try music", "What has happened?", "What has not happened?", "How do we go on?")
        await player.write("Two calm evenings")
        await player.press("ctrl+s")
        player.sees("How far has it come?")
        await player.click("Done")
        action = services.plan.actions.get(action.id)
        assert (action.reviews[0].happened, action.status) == ("Two calm evenings", ActionStatus.DONE)
        player.sees("2 of 2")
        await player.press("enter")
        player.sees("How far has it come?", "Calm evenings")
        await player.click("Achieved")
        assert services.plan.goals.all()[0].status is GoalStatus.ACHIEVED
        player.misses("Calm evenings")
        player.sees("1 closed: v")
        await player.press("v")
        player.sees("Calm evenings", "✓ achieved")


async def test_a_goal_is_read_with_its_actions_and_each_of_them_is_gone_into(tmp_path: Path) -> None:
    services = with_a_plan(tmp_path)
    (goal,) = services.plan.goals.all()
    services.log.save(an_entry(title="A calm evening", goal_ids=(goal.id,)))
    services.trainings.save(a_training(title="Course on dementia", goal_ids=(goal.id,)))
    async with playing(services, size=(80, 30)) as player:
        await to_plan(player)
        await player.press("tab", "right")
        player.sees("Calm evenings", "How we see it", "They sleep", "· Try music", "✓ Read about it")
        player.sees("Learning mostly happens in daily work", "What shows it", "A calm evening", "Course on dementia")
        await player.press("down", "right")
        player.sees("Read about it", "✓ Done", "Goal  Calm evenings")
        player.misses("Try music")
        await player.press("escape")
        player.sees("· Try music", "How we see it")
        await player.press("escape")
        player.sees("What my work requires")


async def test_entries_and_trainings_are_linked_and_opened_from_the_plan(tmp_path: Path) -> None:
    services = with_a_plan(tmp_path)
    entry = services.log.save(an_entry(title="A calm evening"))
    training = services.trainings.save(a_training(title="Course on dementia"))
    (goal,) = services.plan.goals.all()
    async with playing(services) as player:
        await to_plan(player)
        await player.press("tab", "plus")
        player.sees("What shows it?", "Course on dementia", "A calm evening")
        await player.press("enter", "down", "enter", "escape")
        assert services.log.get(entry.id).goal_ids == (goal.id,)
        assert services.trainings.get(training.id).goal_ids == (goal.id,)
        await player.press("u")
        assert services.log.get(entry.id).goal_ids == ()
        assert services.trainings.get(training.id).goal_ids == ()
        await player.press("ctrl+y", "o")
        player.sees("Which one?")
        await player.press("down", "enter")
        assert player.app.current_mode == "log"
        player.sees("A calm evening")


async def test_an_entry_is_written_for_an_action(tmp_path: Path) -> None:
    services = with_a_plan(tmp_path)
    (goal,) = services.plan.goals.all()
    async with playing(services) as player:
        await to_plan(player)
        await player.press("tab", "right", "l")
        player.sees("New entry", "Try music")
        await player.press("ctrl+s")
        (head,) = services.log.heads()
        entry = services.log.get(head.id)
        assert entry.goal_ids == (goal.id,)
        assert entry.areas == ("th.dementia",)
        assert services.plan.actions.get(entry.action_id).what == "Try music"
        player.sees("Try music")


async def test_twelve_areas_are_enough_and_one_at_rest_makes_room(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    for number in range(12):
        services.plan.areas.save(an_area(name=f"Area {number}", requirement=2))
    async with playing(services) as player:
        await to_plan(player)
        await player.press("i")
        player.sees("Enough areas", "With fewer you learn more")
        await player.press("enter", "w")
        player.sees("11 of at most 12 · 1 rests: v")
        player.misses("Area 0 ")
        await player.press("v")
        player.sees("Area 0", "resting")
        await player.press("i")
        player.sees("New competence area")
        await player.press("escape", "end", "w")
        assert len([each for each in services.plan.areas.all() if each.is_active]) == 12


async def test_a_goal_in_the_bin_takes_its_actions_along_and_brings_them_back(tmp_path: Path) -> None:
    services = with_a_plan(tmp_path)
    async with playing(services) as player:
        await to_plan(player)
        await player.press("tab", "d", "y")
        assert services.plan.goals.all() == ()
        assert services.plan.actions.all() == ()
        await player.press("b")
        player.sees("What do you want back?", "Calm evenings")
        await player.press("enter")
        assert len(services.plan.goals.all()) == 1
        assert len(services.plan.actions.all()) == 2
        player.sees("Calm evenings", "1 of 2")


async def test_what_is_half_typed_is_kept_and_gone_on_with(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    async with playing(services) as player:
        await to_plan(player)
        await player.press("g")
        await player.write("Dare to")
        await player.press("escape")
        assert services.plan.goals.all() == ()
        await player.press("g")
        player.sees("Dare to", "draft")
        await player.write(" lead")
        await player.press("escape")
    async with playing(some_services(tmp_path)) as player:
        player.sees("You have an unsaved draft")
        await player.press("enter")
        player.sees("New goal", "Dare to lead")
        await player.press("ctrl+s")
        assert [each.title for each in player.services.plan.goals.all()] == ["Dare to lead"]
        assert player.app.current_mode == "plan"


async def test_what_is_half_typed_about_a_goal_in_the_bin_is_no_new_goal(tmp_path: Path) -> None:
    services = with_a_plan(tmp_path)
    async with playing(services) as player:
        await to_plan(player)
        await player.press("tab", "e")
        await player.write(" and nights")
        await player.press("escape", "d", "y", "g")
        player.sees("New goal")
        player.misses("nights")


async def test_another_window_two_versions_and_the_choice(tmp_path: Path) -> None:
    services = with_a_plan(tmp_path)
    other = some_services(tmp_path, name="")
    async with playing(services) as player:
        await to_plan(player)
        (ours,), (theirs,) = services.plan.goals.all(), other.plan.goals.all()
        other.plan.goals.save(theirs._replace(title="Their title"))
        services.plan.goals.save(ours._replace(title="Our title"))
        await player.press("v")
        player.sees("two versions")
        await player.press("tab", "c")
        player.sees("Title", "Our title", "Their title")
        await player.press("down", "enter")
        (goal,) = services.plan.goals.all()
        assert goal.clashes == ()
        player.misses("two versions")


async def test_at_the_side_of_a_wide_screen_stands_what_is_chosen(tmp_path: Path) -> None:
    async with playing(with_a_plan(tmp_path), size=(120, 40)) as player:
        await to_plan(player)
        player.sees("can do with support", "This is to be learned", "Then and now")
        await player.press("down")
        player.sees("You can do this, but it is not", "Next: set a goal")
        await player.click("Calm evenings")
        player.sees("How we see it", "Next: take the first step: Try")
        await player.click("Next: take the first step")
        player.sees("Have you taken the first step?")


async def test_what_is_due_is_done_from_the_list_of_what_is_next(tmp_path: Path) -> None:
    services = with_a_plan(tmp_path)
    async with playing(services) as player:
        await to_plan(player)
        await player.press("tab", "tab", "z")
        player.sees("Put off", "When shall it show again?")
        await player.press("down", "enter")
        player.misses("› Ask for the list")
        await player.press("u")
        player.sees("› Ask for the list")
        await player.press("up", "enter", "y")
        player.sees("Well done.")


async def test_an_entry_and_a_training_choose_their_goal_from_their_own_side(tmp_path: Path) -> None:
    services = with_a_plan(tmp_path)
    (goal,) = services.plan.goals.all()
    entry = services.log.save(an_entry(title="A calm evening"))
    training = services.trainings.save(a_training())
    async with playing(services) as player:
        await player.press("escape", "2", "e", "f3", "f3", *["tab"] * 6, "enter")
        player.sees("Goals", "Calm evenings")
        await player.press("enter", "escape", "tab", "enter", "down", "enter", "ctrl+s")
        assert services.log.get(entry.id).goal_ids == (goal.id,)
        assert services.plan.actions.get(services.log.get(entry.id).action_id).goal_id == goal.id
        await player.press("3", "e", "f3", "tab", "tab", "tab", "tab", "tab", "enter", "enter", "escape", "ctrl+s")
        assert services.trainings.get(training.id).goal_ids == (goal.id,)


async def test_what_shows_a_goal_is_chosen_among_all_entries_however_many(tmp_path: Path) -> None:
    services = with_a_plan(tmp_path)
    days = [TODAY - dt.timedelta(days=number) for number in range(230)]
    kept = [services.log.save(an_entry(title=f"Entry {number}", date=day)) for number, day in enumerate(days)]
    (goal,) = services.plan.goals.all()
    async with playing(services) as player:
        await to_plan(player)
        await player.press("tab", "plus")
        player.sees("the first 200 of 230: type to find the others")
        await player.write("entry 229\n")
        await player.press("escape")
        assert services.log.get(kept[-1].id).goal_ids == (goal.id,)
        await player.press("plus")
        player.sees("✓ Entry 229", "Entry 0")
        await player.press("enter", "escape")
        assert services.log.get(kept[-1].id).goal_ids == ()


async def test_everything_in_the_plan_is_found_from_anywhere(tmp_path: Path) -> None:
    services = with_a_plan(tmp_path)
    goal, workshops = services.plan.goals.all()[0], services.plan.workshops
    services.plan.goals.save(goal._replace(status=GoalStatus.DROPPED))
    workshops.save(workshops.blank()._replace(question="How do nights become quiet?"))
    services.talks.save(services.talks.blank()._replace(talk_on=TODAY))
    async with playing(services) as player:
        for typed, kind, seen in (
            ("dementia", "area", "More people"),
            ("try music", "action", "Ask for the list"),
            ("calm even", "goal", "How we see it"),
            ("nights become", "future workshop", "1 workshop under way"),
            ("annual", "talk", "Looking back"),
        ):
            await player.press("ctrl+p")
            await player.write(typed)
            player.sees(kind)
            await player.press("enter")
            if kind in ("goal", "action", "area"):
                await player.press("right")
            player.sees(seen)
