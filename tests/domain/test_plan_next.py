"""What the plan needs next: one thing at a time, in the order in which a plan grows."""

from __future__ import annotations

import datetime as dt

from learnlog.domain.goal import ActionStatus, GoalStatus
from learnlog.domain.plan_next import Following, PlanStep, after_action, after_area, after_goal
from tests.builders import TODAY, a_goal, an_action, an_area

SOON, LATER = TODAY + dt.timedelta(days=3), TODAY + dt.timedelta(days=30)


def test_an_area_is_rated_only_where_something_is_required_then_gets_a_goal_where_something_is_missing() -> None:
    area = an_area(requirement=3)
    assert after_area(an_area(), ()) is None
    assert after_area(area, ()) == Following(PlanStep.RATE)
    assert after_area(area._replace(is_active=False), ()) is None
    low = area.rated(1, None, TODAY)
    assert after_area(low, ()) == Following(PlanStep.SET_GOAL)
    assert after_area(low, [a_goal(area_id=low.id)]) is None
    assert after_area(low, [a_goal(area_id=low.id, status=GoalStatus.DROPPED)]) == Following(PlanStep.SET_GOAL)
    assert after_area(area.rated(3, None, TODAY), ()) is None


def test_an_action_begins_with_its_first_step_and_is_then_followed_up_until_it_is_over() -> None:
    action = an_action(first_step="Ask", first_step_on=SOON, due_on=LATER)
    assert after_action(action) == Following(PlanStep.TAKE_STEP, SOON)
    assert after_action(action.stepped(TODAY)) == Following(PlanStep.FOLLOW_UP, LATER)
    assert after_action(an_action(due_on=LATER)) == Following(PlanStep.FOLLOW_UP, LATER)
    assert after_action(action._replace(status=ActionStatus.DONE)) is None


def test_a_goal_needs_an_action_then_its_most_urgent_one_then_a_decision() -> None:
    goal = a_goal(deadline_on=LATER)
    late, soon = an_action(goal_id=goal.id, due_on=LATER), an_action(goal_id=goal.id, due_on=SOON)
    assert after_goal(goal, [an_action()], TODAY) == Following(PlanStep.PLAN_ACTION, LATER)
    assert after_goal(goal, [late, soon], TODAY) == Following(PlanStep.FOLLOW_UP, SOON, soon)
    done = [each._replace(status=ActionStatus.DONE) for each in (late, soon)]
    assert after_goal(goal, done, TODAY) == Following(PlanStep.DECIDE, LATER)
    overdue = goal._replace(deadline_on=TODAY - dt.timedelta(days=1))
    assert after_goal(overdue, [soon], TODAY) == Following(PlanStep.DECIDE, overdue.deadline_on)
    assert after_goal(goal._replace(status=GoalStatus.ACHIEVED), [soon], TODAY) is None
