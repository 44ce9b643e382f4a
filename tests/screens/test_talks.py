"""The development talk: prepared, read, held, and begun again from what was agreed, by keys."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from learnlog.domain.goal import GoalStatus
from learnlog.domain.talk import TalkKind
from learnlog.domain.values import Language, Status
from learnlog.screens.curriculum import CurriculumScreen
from learnlog.services.suite import Services
from learnlog.widgets.document_view import FileView
from tests.builders import TODAY, an_entry
from tests.player import Player, playing, some_services

THERE = ("escape", "5", "f7")
NEXT_YEAR = dt.date(2027, 11, 22)


async def plan_a_talk(player: Player, day: str = "tomorrow") -> None:
    """Plan a talk; afterwards the steps are there."""
    await player.press("n")
    await player.write(day)
    await player.press("ctrl+s")


async def hold_it(player: Player, *, agreement: str, goal: str = "", action: str = "", next_on: str = "") -> None:
    """Write down what was agreed."""
    await player.press("w")
    if next_on:
        await player.press("tab", "ctrl+a", "ctrl+k")
        await player.write(next_on)
        await player.press("tab", "tab")
    else:
        await player.press("tab", "tab", "tab")
    await player.write(agreement)
    await player.press("f3", "tab")
    await player.write(goal)
    await player.press("tab", "tab")
    await player.write(action)
    await player.press("ctrl+s")


def later(folder: Path, today: dt.date) -> Services:
    """The same log on a later day."""
    now = dt.datetime.combine(today, dt.time(12), dt.UTC)
    return some_services(folder, today=today, now=now)


async def test_without_a_talk_one_can_be_planned(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "5")
        player.sees("F7 The talk")
        await player.press("f7")
        player.sees("Plan the next talk", "None yet.", "Nothing has been agreed in a talk yet.")
        await player.press("enter")
        player.sees("When is the talk?")
        await player.write("tomorrow")
        await player.press("ctrl+s")
        player.sees("Annual talk", "21 Nov · tomorrow", "0 of 9 answered", "The talk was held")
        talk = player.services.talks.coming()
        assert talk is not None
        assert talk.talk_on == TODAY + dt.timedelta(days=1)
        assert talk.kind is TalkKind.ANNUAL
        await player.press("u")
        player.sees("Plan the next talk")
        assert player.services.talks.all() == ()


async def test_the_preparation_is_answered_in_pages_and_kept_as_a_draft(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    async with playing(services) as player:
        await player.press(*THERE)
        await plan_a_talk(player)
        await player.press("p")
        player.sees("What are you proud of", "Which training has helped you")
        await player.write("The calm evenings")
        await player.press("f3")
        player.sees("What can you do that we do not use?")
        await player.press("escape", "escape")
        player.sees("0 of 9 answered")
        await player.press("p")
        player.sees("The calm evenings")
        await player.press("ctrl+s")
        player.sees("1 of 9 answered")
        await player.press("m")
        player.sees("one thing I have seen you do well")
        await player.write("You wait ten seconds")
        await player.press("ctrl+s")
        player.sees("1 of 3 answered")
    talk = services.talks.coming()
    assert talk is not None
    assert talk.employee == {"t1": "The calm evenings"}
    assert talk.manager == {"t10": "You wait ten seconds"}


async def test_the_draft_of_a_preparation_is_offered_at_the_next_start(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press(*THERE)
        await plan_a_talk(player)
        await player.press("p")
        await player.write("Half a thought")
        await player.press("escape")
    async with playing(some_services(tmp_path)) as player:
        player.sees("You have an unsaved draft", "Half a thought")
        await player.press("enter")
        player.sees("What are you proud of", "Half a thought")
        await player.press("escape")
        player.sees("0 of 9 answered")


async def test_what_one_takes_along_is_read_and_saved(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press(*THERE)
        await plan_a_talk(player)
        await player.press("p")
        await player.write("The calm evenings")
        await player.press("ctrl+s", "v")
        player.sees("Preview")
        await player.press("f9", "ctrl+a", "ctrl+k")
        await player.write(str(tmp_path / "talk.md"))
        await player.press("enter")
        assert "The calm evenings" in (tmp_path / "talk.md").read_text(encoding="utf-8")


async def test_a_talk_that_was_held_is_in_the_plan_at_once_and_can_be_taken_back(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    async with playing(services) as player:
        await player.press(*THERE)
        await plan_a_talk(player)
        both = "An hour a month\nA place in the network"
        await hold_it(player, agreement=both, goal="Guide new colleagues", action="Watch twice")
        player.sees("Talks before", "4 agreements", "Plan the next talk", "An hour a month")
        (talk,) = services.talks.all()
        assert talk.held_on == TODAY
        assert talk.agreements == ("An hour a month", "A place in the network")
        (goal,) = services.plan.goals.all()
        assert (goal.title, goal.status, goal.talk_id) == ("Guide new colleagues", GoalStatus.AGREED, talk.id)
        assert [each.what for each in services.plan.actions.all()] == ["Watch twice"]
        assert talk.summary
        await player.press("u")
        player.sees("The talk was held")
        assert services.plan.goals.all() == ()
        assert services.plan.actions.all() == ()


async def test_two_years_of_talks(tmp_path: Path) -> None:
    entry = an_entry(title="First year", insight="Wait ten seconds.", status=Status.DONE, show_in_cv=True)
    async with playing(some_services(tmp_path, [entry])) as player:
        await player.press(*THERE)
        await plan_a_talk(player)
        await hold_it(player, agreement="An hour a month", goal="Guide new colleagues", next_on="22 November 2027")
    services = later(tmp_path, NEXT_YEAR)
    services.log.save(an_entry(title="Second year", date=NEXT_YEAR, insight="Sit down first.", show_in_cv=True))
    async with playing(services) as player:
        await player.press(*THERE)
        player.sees("agreed: today")
        await player.press("enter")
        player.sees("22 November 2027")
        await player.press("down", "ctrl+s")
        await player.press("p", "tab")
        player.sees("Our agreements", "Guide new colleagues", "· An hour a month")
        await player.write("Both are done")
        await player.press("ctrl+s", "tab", "v")
        player.sees("Preview")
        text = player.app.screen.query_one(FileView).text
        assert "Wait ten seconds." in text
        assert "Sit down first." not in text


async def test_what_is_due_opens_the_talk(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press(*THERE)
        await plan_a_talk(player)
        await player.press("escape", "1", "f6")
        player.sees("The annual development talk")
        await player.press("enter")
        player.sees("My preparation", "The talk was held")


async def test_a_talk_that_was_held_is_put_right_and_its_summary_stays(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    async with playing(services) as player:
        await player.press(*THERE)
        await plan_a_talk(player)
        await hold_it(player, agreement="An hour a month")
        (before,) = services.talks.all()
        await player.press("tab", "e")
        player.sees("What we agreed", "An hour a month")
        await player.press("tab", "tab", "tab", "end")
        await player.write(", from May")
        await player.press("ctrl+s")
        (after,) = services.talks.all()
        assert after.agreements == ("An hour a month, from May",)
        assert after.summary == before.summary
        await player.press("d", "enter")
        assert services.talks.all() == (after,)  # the safe answer has the focus
        await player.press("d", "left", "enter")
        player.sees("None yet.")
        await player.press("b", "enter")
        player.sees("1 agreement")


async def test_a_day_to_come_and_a_long_goal_are_refused_where_they_stand(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press(*THERE)
        await plan_a_talk(player)
        await player.press("w", "ctrl+a", "ctrl+k")
        await player.write("22 November 2027")
        await player.press("f3", "tab")
        await player.write("x" * 121)
        await player.press("ctrl+s")
        assert player.services.talks.last() is None
        assert player.services.plan.goals.all() == ()
        player.sees("3 things need another look", "it is not in the future.")
        await player.press("f3")
        player.sees("New goals, one a line", "too long")


async def test_everything_is_said_in_the_language_chosen(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, language=Language.SV)) as player:
        await player.press(*THERE)
        player.sees("Planera nästa samtal", "Medarbetarsamtal")
        await player.press("n")
        player.sees("När är samtalet?")
        await player.write("i morgon")
        await player.press("ctrl+s")
        player.sees("Min förberedelse", "0 av 9 besvarade", "Samtalet har hållits")


async def test_a_goal_of_the_plan_is_agreed_by_choosing_it(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    for title in ("Guide new colleagues", "Use signs"):
        services.plan.goals.save(services.plan.goals.blank()._replace(title=title))
    async with playing(services) as player:
        await player.press(*THERE)
        await plan_a_talk(player)
        await player.press("w", "f3", "enter")
        player.sees("Guide new colleagues", "Use signs")
        await player.write("signs")
        await player.press("enter", "escape", "ctrl+s")
        agreed = {each.title: each.status for each in services.plan.goals.all()}
        assert agreed == {"Guide new colleagues": GoalStatus.SUGGESTED, "Use signs": GoalStatus.AGREED}
        player.sees("1 agreement")


async def test_a_record_says_what_was_agreed_until_one_lets_it_say_what_stands_in_the_plan(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    async with playing(services) as player:
        await player.press(*THERE)
        await plan_a_talk(player)
        await hold_it(player, agreement="", goal="Guide new colleagues")
        (goal,) = services.plan.goals.all()
        services.plan.goals.save(goal._replace(title="Something else", measure="They ask less"))
        await player.press("tab", "v")
        assert "### Guide new colleagues" in player.app.screen.query_one(FileView).text
        await player.press("escape", "e", "f3", *["tab"] * 5)
        player.sees("as they read in the plan now", "What does the work require from now on?")
        await player.press("space", "ctrl+s", "v")
        text = player.app.screen.query_one(FileView).text
        assert "### Something else" in text
        assert "They ask less" in text


async def test_what_to_show_is_picked_from_the_log_and_stands_in_the_cv_summary_too(tmp_path: Path) -> None:
    titles = ("Calm evening", "Quiet kitchen", "Slow morning")
    found = [an_entry(title=each, insight="Sit down first.", status=Status.DONE) for each in titles]
    services = some_services(tmp_path, found)
    async with playing(services) as player:
        await player.press(*THERE)
        await plan_a_talk(player)
        await player.press("p", "f3", "f3")
        player.sees("Which parts of your log do you want to show?")
        await player.press("tab", "tab", "enter")
        player.sees(*titles)
        await player.write("kitchen")
        await player.press("enter", "escape", "ctrl+s")
        talk = services.talks.coming()
        assert talk is not None
        assert talk.employee["t9"] == f"{TODAY.isoformat()} Quiet kitchen"
        shown = services.curriculum.selection().entry_ids
        assert [services.log.get(uid).title for uid in shown or ()] == ["Quiet kitchen"]
        await player.press("escape")
        player.sees("1 of 3 shown")
        await player.press(*THERE[-1:], "u")
        assert services.curriculum.selection().entry_ids is None
        player.sees("0 of 9 answered")
        await player.press("escape")
        player.sees("0 of 3 shown")


async def test_what_is_half_typed_of_a_cv_summary_stays_when_its_choices_change_elsewhere(tmp_path: Path) -> None:
    services = some_services(tmp_path, [an_entry(title="Quiet kitchen", insight="Sit down first.")])
    async with playing(services) as player:
        await player.press(*THERE[:-1], "shift+tab", "shift+tab")
        await player.write("Half a ye")
        chosen = services.curriculum.selection()
        services.curriculum.keep(chosen._replace(wishes="Less night work", shared_with="my manager"))
        assert isinstance(player.app.screen, CurriculumScreen)
        player.app.screen.show_data()
        await player.settle()
        player.sees("Half a ye", "Less night work", "my manager")
        await player.press("ctrl+s")
        kept = services.curriculum.selection()
        assert (kept.year_in_short, kept.wishes, kept.shared_with) == ("Half a ye", "Less night work", "my manager")


async def test_what_the_work_requires_from_now_on_is_agreed_in_the_talk(tmp_path: Path) -> None:
    services = some_services(tmp_path)
    area = services.plan.areas.save(services.plan.areas.blank("th.dementia")._replace(requirement=2))
    async with playing(services) as player:
        await player.press(*THERE)
        await plan_a_talk(player)
        await player.press("w", "f3", *["tab"] * 4, "enter")
        player.sees("Dementia care: 2, can do with support", "Dementia care: 3, can do on my own")
        await player.write("3")
        await player.press("enter", "escape", "ctrl+s")
        assert services.plan.areas.get(area.id).requirement == 3
        player.sees("1 agreement")
        await player.press("tab", "v")
        player.sees("Dementia care: 3, can do on my own.")
        await player.press("escape", "escape", "5", "f7", "tab", "e", "f3")
        player.sees("Dementia care: 3, can do on my own")
        await player.press("escape", "escape", "u")
        assert services.plan.areas.get(area.id).requirement == 2
