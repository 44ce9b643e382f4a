"""What the owner can do with the plan, over a real log."""

from __future__ import annotations

import datetime as dt
import errno
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from learnlog.bootstrap import Services
from learnlog.domain.competence import ACTIVE_MAX, NeedType
from learnlog.domain.due import DueKind
from learnlog.domain.goal import Action, ActionStatus, Goal, GoalStatus, Review
from learnlog.domain.values import Applied, Arena
from learnlog.domain.workshop import Phase
from learnlog.errors import InvalidInputError, NotFoundError, RuleError, StorageError
from learnlog.services.deeds import Deeds
from learnlog.services.plan import Plan
from learnlog.storage.store import Store
from tests.builders import TODAY, a_clock
from tests.storage.faulty import Failing

DAY = dt.timedelta(days=1)


def a_goal_of(services: Services, **changes: Any) -> Goal:
    goals = services.plan.goals
    return goals.save(goals.blank()._replace(**({"title": "Möta oro på egen hand"} | changes)))


def an_action_of(services: Services, goal: Goal | None = None, **changes: Any) -> Action:
    actions = services.plan.actions
    return actions.save(actions.blank(goal)._replace(**({"what": "Fem tecken i vardagen"} | changes)))


def an_entry_of(services: Services, **changes: Any) -> str:
    return services.log.save(services.log.blank()._replace(**({"title": "Fem tecken"} | changes))).id


# -- competence areas -------------------------------------------------------------------------------------------------


def test_the_thirteenth_active_area_is_refused_with_the_reason_and_one_at_rest_is_not(services: Services) -> None:
    areas = services.plan.areas
    first, *_ = (areas.save(areas.blank(f"Område {number}")) for number in range(ACTIVE_MAX))
    with pytest.raises(RuleError) as refused:
        areas.save(areas.blank("Ett till"))
    assert refused.value.message.values == {"most": ACTIVE_MAX}
    resting = areas.save(areas.blank("Ett till")._replace(is_active=False))
    areas.save(first._replace(is_active=False))
    assert areas.save(resting._replace(is_active=True)).is_active
    assert [each.is_active for each in areas.all()] == [True] * ACTIVE_MAX + [False]


def test_an_area_comes_back_from_the_bin_at_rest_when_there_are_enough(services: Services) -> None:
    areas = services.plan.areas
    deleted = areas.delete(areas.save(areas.blank("Borttaget")))
    made = [areas.save(areas.blank(f"Område {number}")) for number in range(ACTIVE_MAX)]
    back = areas.restore(deleted)
    assert not back.is_active
    areas.delete(back)
    areas.delete(made[0])
    assert areas.restore(areas.get(deleted.id)._replace(is_active=True)).is_active


def test_with_too_many_from_two_windows_each_can_still_be_changed(services: Services, other_window: Services) -> None:
    areas = services.plan.areas
    made = [areas.save(areas.blank(f"Område {number}")) for number in range(ACTIVE_MAX)]
    areas.delete(made[0])
    other_window.plan.areas.save(other_window.plan.areas.blank("Ett till"))
    assert services.log.undo() is not None
    assert sum(each.is_active for each in areas.all()) == ACTIVE_MAX + 1
    assert areas.rate(areas.get(made[1].id), 2, None).level == 2
    resting = areas.save(areas.get(made[1].id)._replace(is_active=False))
    with pytest.raises(RuleError):
        areas.save(resting._replace(is_active=True))


def test_there_is_one_area_of_a_name(services: Services) -> None:
    areas = services.plan.areas
    gone = areas.delete(areas.save(areas.blank("Tecken")))
    kept = areas.save(areas.blank("Tecken"))
    with pytest.raises(RuleError):
        areas.save(areas.blank("TECKEN"))
    with pytest.raises(RuleError):
        areas.restore(gone)
    assert areas.all() == (kept,)


def test_suggestions_are_those_that_are_not_in_the_plan(services: Services) -> None:
    areas = services.plan.areas
    assert "th.dementia" in areas.suggestions()
    areas.save(areas.blank("th.dementia"))
    assert "th.dementia" not in areas.suggestions()


def test_estimates_become_history_and_the_gap_is_told_by_what_helps(services: Services) -> None:
    areas = services.plan.areas
    area = areas.save(areas.blank("th.digital")._replace(requirement=3, why="Nya larm"))
    assert area.is_asked
    rated = areas.rate(area, 1, Applied.SOMETIMES)
    assert services.plan.gaps()[NeedType.DEVELOP] == (rated,)
    assert areas.get(area.id).ratings[0].on == TODAY
    goal = services.plan.goals.blank(rated)
    assert (goal.area_id, goal.need, goal.why) == (area.id, NeedType.DEVELOP, "Nya larm")
    assert (goal.from_level, goal.to_level) == (1, 3)


# -- goals and actions ------------------------------------------------------------------------------------------------


def test_a_goal_is_in_progress_when_something_is_begun_for_it_in_the_same_save(services: Services) -> None:
    plan = services.plan
    goal = a_goal_of(services)
    action = an_action_of(services, goal)
    assert plan.goals.get(goal.id).status is GoalStatus.SUGGESTED
    plan.actions.take_first_step(action)
    assert plan.goals.get(goal.id).status is GoalStatus.IN_PROGRESS
    assert services.log.undo() is not None
    assert plan.goals.get(goal.id).status is GoalStatus.SUGGESTED
    assert plan.actions.get(action.id).status is ActionStatus.NOT_STARTED


def test_a_goal_that_is_closed_stays_closed_when_an_action_goes_on(services: Services) -> None:
    goal = a_goal_of(services, status=GoalStatus.ACHIEVED)
    assert goal.closed_on == TODAY
    an_action_of(services, goal, status=ActionStatus.DONE)
    assert services.plan.goals.get(goal.id) == goal


def test_an_action_is_followed_up_by_the_three_questions(services: Services) -> None:
    actions = services.plan.actions
    action = an_action_of(services)
    reviewed = actions.review(action, Review(TODAY - 30 * DAY, "Fem tecken används", "Ingen tid", "Tio minuter på APT"))
    assert reviewed.status is ActionStatus.STARTED
    done = actions.review(reviewed, Review(TODAY, "Alla kan dem"), ActionStatus.DONE)
    assert (done.status, done.closed_on) == (ActionStatus.DONE, TODAY)
    assert [each.happened for each in actions.get(action.id).reviews] == ["Fem tecken används", "Alla kan dem"]
    for wrong in (Review(TODAY), Review(TODAY + DAY, "x")):
        with pytest.raises(InvalidInputError):
            actions.review(done, wrong)


def test_a_goal_takes_its_actions_to_the_bin_and_back(services: Services) -> None:
    plan = services.plan
    goal = a_goal_of(services)
    kept, loose = an_action_of(services, goal), an_action_of(services)
    earlier = plan.actions.delete(an_action_of(services, goal), services.clock.now() - DAY)
    gone = plan.goals.delete(goal)
    assert (plan.goals.all(), plan.actions.all()) == ((), (loose,))
    plan.goals.restore(gone)
    assert {each.id for each in plan.actions.all()} == {kept.id, loose.id}
    assert plan.actions.bin() == (earlier,)
    assert services.log.undo() is not None
    assert (plan.goals.all(), plan.actions.all()) == ((), (loose,))
    assert services.log.undo() is not None
    assert {each.id for each in plan.actions.all()} == {kept.id, loose.id}


def test_open_goals_and_actions_stand_first_by_what_comes_next(services: Services) -> None:
    plan = services.plan
    a_goal_of(services, title="Nådd", status=GoalStatus.ACHIEVED)
    a_goal_of(services, title="Någon gång")
    a_goal_of(services, title="Snart", deadline_on=TODAY + DAY)
    assert [each.title for each in plan.goals.all()] == ["Snart", "Någon gång", "Nådd"]
    an_action_of(services, what="Gjord", status=ActionStatus.DONE, due_on=TODAY)
    an_action_of(services, what="Sedan", due_on=TODAY + 9 * DAY)
    an_action_of(services, what="Först", due_on=TODAY + 90 * DAY, first_step_on=TODAY)
    assert [each.what for each in plan.actions.all()] == ["Först", "Sedan", "Gjord"]


@pytest.mark.parametrize("shelf", ["areas", "goals", "actions", "workshops"])
def test_what_there_is_not_is_said_in_its_own_words(services: Services, shelf: str) -> None:
    with pytest.raises(NotFoundError) as refused:
        getattr(services.plan, shelf).find("abcd")
    assert "entry" not in refused.value.message.id


# -- links ------------------------------------------------------------------------------------------------------------


def test_a_goal_is_linked_from_its_own_side_in_one_save(services: Services) -> None:
    plan = services.plan
    goal, other = a_goal_of(services), a_goal_of(services, title="Annat")
    first, second = an_entry_of(services, goal_ids=(other.id,)), an_entry_of(services)
    course = services.trainings.save(services.trainings.blank()._replace(title="TAKK"))
    plan.link(goal, [first, second], [course.id])
    shown = plan.evidence()[goal.id]
    assert ({each.id for each in shown.entries}, shown.trainings) == ({first, second}, (plan_training(services),))
    plan.link(goal, [second], [])
    assert [each.id for each in plan.evidence()[goal.id].entries] == [second]
    assert services.log.get(first).goal_ids == (other.id,)
    assert services.log.undo() is not None
    assert {each.id for each in plan.evidence()[goal.id].entries} == {first, second}
    assert services.log.undo() is not None
    assert goal.id not in plan.evidence()


def plan_training(services: Services) -> Any:
    (training,) = services.trainings.all()
    return training


def test_linking_the_same_again_saves_nothing_and_an_unknown_entry_changes_nothing(services: Services) -> None:
    goal = a_goal_of(services)
    entry = an_entry_of(services)
    services.plan.link(goal, [entry], [])
    before = services.log.get(entry)
    services.plan.link(goal, [entry], [])
    with pytest.raises(NotFoundError):
        services.plan.link(goal, ["f" * 32], [])
    assert services.log.get(entry) == before


def test_entries_come_of_an_action_and_show_its_goal_and_their_area(services: Services) -> None:
    plan = services.plan
    area = plan.areas.save(plan.areas.blank("Tecken"))
    goal = a_goal_of(services, area_id=area.id)
    action = an_action_of(services, goal, arena=Arena.AT)
    entry = services.log.save(plan.blank_entry(goal, action))
    assert (entry.title, entry.areas, entry.arena) == (action.what, ("Tecken",), Arena.AT)
    more = an_entry_of(services)
    plan.link_action(action, [entry.id, more])
    shown = plan.evidence()
    assert (
        {each.id for each in shown[action.id].entries}
        == {each.id for each in shown[goal.id].entries}
        == {entry.id, more}
    )
    assert [each.id for each in shown[area.id].entries] == [entry.id]
    plan.link_action(action, [])
    assert action.id not in plan.evidence()
    plan.goals.delete(goal)
    assert services.log.get(entry.id).goal_ids == (goal.id,)
    assert goal.id not in plan.evidence()


# -- future workshops -------------------------------------------------------------------------------------------------


def test_a_workshop_is_left_and_gone_on_with_and_ends_in_the_plan_with_one_undo(services: Services) -> None:
    plan = services.plan
    kept = plan.workshops.save(plan.workshops.blank()._replace(question="Hur blir kvällarna lugnare?"))
    kept = plan.workshops.save(kept._replace(critique=("Ensam", "Larm"), bottom=("Ensam",), phase=Phase.VISION))
    workshop = plan.workshops.find(kept.id[:8])
    workshop = workshop._replace(vision=("Musik",), top=("Musik",), island="Kvällen")
    known = a_goal_of(services, title="Fanns redan")
    new = plan.goals.blank()._replace(title="Lugna kvällar")
    action = plan.actions.blank_of(workshop)._replace(what="En i dagrummet")
    other = an_action_of(services, known)
    assert (action.obstacle, action.vision) == ("Ensam", "Musik")
    ended = plan.workshops.finish(workshop, [new, known], [action, other])
    assert (ended.ended_on, ended.phase, ended.islands) == (TODAY, Phase.ACTIONS, ("Kvällen",))
    assert plan.actions.get(action.id).goal_id == new.id
    assert plan.actions.get(other.id).goal_id == known.id
    assert {each.workshop_id for each in plan.actions.all()} == {workshop.id}
    message = services.log.undo()
    assert message is not None
    assert message.id == "Workshop ended: {title}"
    assert [each.id for each in plan.goals.all()] == [known.id]
    assert [each.workshop_id for each in plan.actions.all()] == [""]
    assert plan.workshops.get(workshop.id).ended_on is None
    assert services.log.redo() is not None
    assert len(plan.goals.all()) == len(plan.actions.all()) == 2


def test_what_is_planned_in_a_workshop_waits_there_and_comes_into_the_plan_when_it_ends(services: Services) -> None:
    plan = services.plan
    workshop = plan.workshops.save(plan.workshops.blank()._replace(question="Hur?", critique=("Larm",)))
    workshop = plan.workshops.plan(workshop._replace(bottom=("Larm",)), plan.actions.blank()._replace(what="Lyssna"))
    second = plan.actions.blank()._replace(what="  Vila  ihop ", first_step="Boka", due_on=TODAY)
    workshop = plan.workshops.plan(workshop, second)
    workshop = plan.workshops.plan(workshop, workshop.plans[0]._replace(how="I dagrummet"))
    kept = plan.workshops.get(workshop.id)
    assert [(each.what, each.how, each.due_on) for each in kept.plans] == [
        ("Lyssna", "I dagrummet", None),
        ("Vila ihop", "", TODAY),
    ]
    assert plan.actions.all() == ()
    with pytest.raises(InvalidInputError):
        plan.workshops.plan(kept, plan.actions.blank())
    goal = plan.goals.blank()._replace(title="Lugn")
    assert plan.workshops.finish(kept, [goal], plan.workshops.ready(kept)).plans == ()
    assert {(each.id, each.goal_id, each.workshop_id, each.obstacle) for each in plan.actions.all()} == {
        (each.id, goal.id, kept.id, "Larm") for each in kept.plans
    }
    services.log.undo()
    assert plan.workshops.get(workshop.id).plans == kept.plans
    assert (plan.actions.all(), plan.goals.all()) == ((), ())


@pytest.mark.parametrize("what", [[], [""]])
def test_a_workshop_that_cannot_end_changes_nothing(services: Services, what: list[str]) -> None:
    plan = services.plan
    workshop = plan.workshops.blank()._replace(question="Hur?")
    goal = plan.goals.blank()._replace(title="Lugna kvällar")
    with pytest.raises(InvalidInputError):
        plan.workshops.finish(workshop, [goal], [plan.actions.blank()._replace(what=each) for each in what])
    assert (plan.goals.all(), plan.workshops.all()) == ((), ())
    assert services.log.undo() is None


# -- what is due ------------------------------------------------------------------------------------------------------


def test_what_is_due_comes_from_everything_there_is_and_can_be_put_off(services: Services) -> None:
    goal = a_goal_of(services, deadline_on=TODAY + 3 * DAY)
    an_action_of(services, goal, first_step_on=TODAY)
    services.talks.save(services.talks.blank()._replace(talk_on=TODAY + DAY))
    kinds = [each.kind for each in services.reminders.due()]
    assert kinds == [DueKind.FIRST_STEP, DueKind.TALK, DueKind.GOAL]
    for item in services.reminders.due():
        services.reminders.snooze(item, TODAY + 2 * DAY)
    assert services.reminders.due() == ()
    message = services.log.undo()
    assert message is not None
    assert [each.kind for each in services.reminders.due()] == [DueKind.GOAL]
    services.plan.goals.delete(goal)
    assert services.reminders.due() == ()


# -- two windows ------------------------------------------------------------------------------------------------------


def test_two_windows_write_in_one_goal_and_both_are_kept(services: Services, other_window: Services) -> None:
    mine = a_goal_of(services)
    theirs = other_window.plan.goals.get(mine.id)
    other_window.plan.goals.save(theirs._replace(why="Lugnare kvällar"))
    saved = services.plan.goals.save(mine._replace(measure="Färre larm"))
    assert (saved.why, saved.measure, saved.clashes) == ("Lugnare kvällar", "Färre larm", ())
    other_window.log.refresh()
    other_window.plan.goals.save(other_window.plan.goals.get(mine.id)._replace(why="Deras"))
    clashing = services.plan.goals.save(saved._replace(why="Min"))
    assert services.plan.goals.clashing() == (clashing,)
    settled = services.plan.goals.settle(clashing, "why", take_other=True)
    assert (settled.why, settled.clashes) == ("Deras", ())


def test_what_could_not_be_saved_is_no_deed_and_changes_nothing(tmp_path: Path) -> None:
    path = str(tmp_path / "log.jsonl")
    store = Store.open(path, a_clock(), "app")
    plan = Plan(store, a_clock(), Deeds(store))
    goal = plan.goals.save(plan.goals.blank()._replace(title="Möta oro"))
    plan.actions.save(plan.actions.blank(goal)._replace(what="Fem tecken"))
    failed = 0
    for call in range(1, 40):
        broken = Store.open(path, a_clock(), "app", disk=Failing(call, errno.ENOSPC), patience=0)
        deeds = Deeds(broken)
        opened = Plan(broken, a_clock(), deeds)
        try:
            opened.goals.restore(opened.goals.delete(opened.goals.get(goal.id)))
        except StorageError:
            failed += 1
            with suppress(StorageError):
                assert deeds.undo() is None or opened.goals.all()
        again = Plan(Store.open(path, a_clock(), "app"), a_clock(), Deeds(store))
        assert len(again.goals.all()) == len(again.actions.all())
        if again.goals.bin():
            again.goals.restore(again.goals.bin()[0])
    assert failed > 3
