"""The rules of the plan, sentence by sentence."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain.competence import ACTIVE_MAX, Area, NeedType, Rating, gaps, too_many
from learnlog.domain.evidence import about, come_of, shown_by
from learnlog.domain.goal import (
    ActionStatus,
    GoalStatus,
    Horizon,
    Review,
    is_under_way,
    lacks_daily_work,
    progress,
)
from learnlog.domain.plan_questions import WORKSHOP
from learnlog.domain.values import Applied, Arena
from learnlog.domain.workshop import Phase, Workshop
from learnlog.errors import InvalidInputError
from tests.builders import TODAY, a_goal, a_training, an_action, an_area, an_entry

DAY = dt.timedelta(days=1)


def rated(requirement: int | None, level: int | None, used: Applied | None = None) -> Area:
    return an_area(requirement=requirement).rated(level, used, TODAY)


# -- competence areas -------------------------------------------------------------------------------------------------


def test_an_estimate_is_asked_only_where_something_is_required_and_nothing_is_told() -> None:
    assert not an_area().is_asked
    assert an_area(requirement=0).is_asked
    assert an_area(requirement=3).is_asked
    assert not an_area(requirement=3, is_active=False).is_asked
    assert not rated(3, 0).is_asked
    assert rated(3, None, Applied.OFTEN).is_asked


@pytest.mark.parametrize(
    ("requirement", "level", "used", "gap"),
    [
        (3, 2, Applied.OFTEN, NeedType.DEVELOP),
        (3, 2, Applied.NOT_YET, NeedType.DEVELOP),
        (3, 0, None, NeedType.DEVELOP),
        (3, 3, Applied.NOT_YET, NeedType.MOBILISE),
        (2, 4, Applied.TRIED_ONCE, NeedType.MOBILISE),
        (3, 3, Applied.SOMETIMES, None),
        (3, 3, None, None),
        (3, None, Applied.NOT_YET, None),
        (None, 3, Applied.NOT_YET, NeedType.MOBILISE),
        (0, 1, Applied.NOT_YET, NeedType.MOBILISE),
        (None, 0, Applied.NOT_YET, None),
        (0, 0, Applied.NOT_YET, None),
        (None, None, None, None),
    ],
)
def test_what_is_missing_follows_from_what_is_required_known_and_used(
    requirement: int | None, level: int | None, used: Applied | None, gap: NeedType | None
) -> None:
    assert rated(requirement, level, used).gap is gap


def test_what_the_owner_says_is_missing_goes_before_the_levels_and_acquire_is_never_concluded() -> None:
    assert rated(3, 1)._replace(need=NeedType.ACQUIRE).gap is NeedType.ACQUIRE
    uses = (None, *Applied)
    concluded = {rated(r, level, used).gap for r in (None, *range(5)) for level in (None, *range(5)) for used in uses}
    assert concluded == {None, NeedType.MOBILISE, NeedType.DEVELOP}


def test_gaps_are_those_of_active_areas_by_what_helps() -> None:
    develop, rests = rated(3, 1), rated(3, 1)._replace(is_active=False)
    found = gaps([develop, rests, rated(2, 3, Applied.OFTEN)])
    assert found == {NeedType.MOBILISE: (), NeedType.DEVELOP: (develop,), NeedType.ACQUIRE: ()}


def test_then_is_the_estimate_that_held_on_the_day_with_what_was_required_then() -> None:
    area = an_area(requirement=2).rated(1, None, TODAY - 300 * DAY)
    area = area._replace(requirement=3).rated(2, Applied.OFTEN, TODAY - 10 * DAY)
    area = area._replace(requirement=4)
    assert area.then(TODAY - 301 * DAY) is None
    assert area.then(TODAY - 300 * DAY) == Rating(TODAY - 300 * DAY, 1, None, 2)
    assert area.then(TODAY - 11 * DAY) == Rating(TODAY - 300 * DAY, 1, None, 2)
    assert area.then(TODAY) == area.now == Rating(TODAY - 10 * DAY, 2, Applied.OFTEN, 3)
    assert (area.level, area.used) == (2, Applied.OFTEN)


close = st.integers(-400, 0).map(lambda number: TODAY + number * DAY)


@given(st.lists(st.tuples(close, st.none() | st.integers(0, 4)), max_size=6))
def test_one_estimate_a_day_in_their_order_and_the_latest_holds(told: list[tuple[dt.date, int | None]]) -> None:
    area = an_area()
    for on, level in told:
        area = area.rated(level, None, on)
    assert [each.on for each in area.ratings] == sorted(dict(told))
    assert {each.on: each.level for each in area.ratings} == dict(told)
    assert area.level == (dict(told)[max(dict(told))] if told else None)


def test_twelve_active_areas_are_enough() -> None:
    active = [an_area(name=str(number)) for number in range(ACTIVE_MAX)]
    assert too_many(active)
    assert not too_many([*active[1:], active[0]._replace(is_active=False)])


@pytest.mark.parametrize("changes", [{"name": " "}, {"name": "x" * 81}, {"requirement": 5}, {"requirement": -1}])
def test_what_no_area_can_be(changes: dict[str, object]) -> None:
    with pytest.raises(InvalidInputError) as refused:
        an_area().revised(**changes)
    assert [field for field, _ in refused.value.problems] == list(changes)


def test_every_problem_of_an_area_is_told_at_once() -> None:
    with pytest.raises(InvalidInputError) as refused:
        an_area(name="", requirement=9).rated(7, None, TODAY).rated(8, None, TODAY - DAY).revised()
    assert [field for field, _ in refused.value.problems] == ["name", "requirement", "level"]


# -- goals and actions ------------------------------------------------------------------------------------------------


def test_a_goal_should_have_an_action_in_daily_work() -> None:
    goal = a_goal()
    course = an_action(goal_id=goal.id, arena=Arena.OUT)
    daily = an_action(goal_id=goal.id, arena=Arena.IN)
    assert lacks_daily_work(goal, [])
    assert lacks_daily_work(goal, [course, an_action(arena=Arena.IN)])
    assert not lacks_daily_work(goal, [course, daily])
    assert lacks_daily_work(goal, [daily._replace(status=ActionStatus.CANCELLED)])
    assert not lacks_daily_work(goal._replace(status=GoalStatus.ACHIEVED), [])


def test_progress_counts_what_was_not_called_off() -> None:
    goal = a_goal()
    statuses = [ActionStatus.DONE, ActionStatus.STUCK, ActionStatus.CANCELLED]
    mine = [an_action(goal_id=goal.id, status=each) for each in statuses]
    assert progress(goal, [*mine, an_action(status=ActionStatus.DONE)]) == (1, 2)


def test_an_action_is_under_way_while_it_and_its_goal_are_open() -> None:
    goal = a_goal()
    action = an_action(goal_id=goal.id)
    assert is_under_way(action, [goal])
    assert not is_under_way(action, [])
    assert is_under_way(an_action(), [])
    assert not is_under_way(action, [goal._replace(status=GoalStatus.DROPPED)])
    assert not is_under_way(action._replace(status=ActionStatus.DONE), [goal])


def test_a_follow_up_in_which_something_has_happened_starts_an_action() -> None:
    assert an_action().reviewed(Review(TODAY, "Provat")).status is ActionStatus.STARTED
    assert an_action().reviewed(Review(TODAY, " ", "Inget")).status is ActionStatus.NOT_STARTED
    stuck = an_action(status=ActionStatus.STUCK)
    assert stuck.reviewed(Review(TODAY, "Provat")).status is ActionStatus.STUCK


def test_follow_ups_are_kept_in_their_order_and_one_a_day() -> None:
    action = an_action().reviewed(Review(TODAY, "Nu")).reviewed(Review(TODAY - DAY, "Förut"))
    action = action.reviewed(Review(TODAY, "Nu igen"))
    assert [each.happened for each in action.reviews] == ["Förut", "Nu igen"]


def test_the_first_step_starts_an_action() -> None:
    stepped = an_action().stepped(TODAY)
    assert (stepped.first_step_done_on, stepped.status) == (TODAY, ActionStatus.STARTED)
    assert an_action(status=ActionStatus.STUCK).stepped(TODAY).status is ActionStatus.STUCK


def test_what_is_closed_has_its_day_and_what_is_open_again_has_none() -> None:
    achieved = a_goal(status=GoalStatus.ACHIEVED).dated(TODAY)
    assert achieved.closed_on == TODAY
    assert achieved.dated(TODAY + DAY).closed_on == TODAY
    assert achieved._replace(status=GoalStatus.IN_PROGRESS).dated(TODAY).closed_on is None
    assert an_action(status=ActionStatus.DONE).dated(TODAY).closed_on == TODAY
    assert an_action().dated(TODAY).closed_on is None


def test_how_far_ahead_a_goal_lies_is_told_or_follows_from_its_deadline() -> None:
    assert a_goal().lies(TODAY) is None
    assert a_goal(deadline_on=TODAY + 184 * DAY).lies(TODAY) is Horizon.SHORT
    assert a_goal(deadline_on=TODAY + 185 * DAY).lies(TODAY) is Horizon.LONG
    assert a_goal(deadline_on=TODAY, horizon=Horizon.LONG).lies(TODAY) is Horizon.LONG


@pytest.mark.parametrize("changes", [{"title": "\n "}, {"title": "x" * 121}, {"from_level": 5}, {"to_level": -1}])
def test_what_no_goal_can_be(changes: dict[str, object]) -> None:
    with pytest.raises(InvalidInputError) as refused:
        a_goal().revised(**changes)
    assert [field for field, _ in refused.value.problems] == list(changes)


def test_titles_are_one_line() -> None:
    assert a_goal(title=" Kunna\n tecken ").revised().title == "Kunna tecken"
    assert an_action(what="Fem\ttecken").revised().what == "Fem tecken"
    with pytest.raises(InvalidInputError):
        an_action(what=" ").revised()


# -- what shows it ----------------------------------------------------------------------------------------------------


def test_an_area_is_shown_by_what_was_picked_for_it_and_by_what_bears_its_name() -> None:
    picked, named, other = an_entry(), an_entry(areas=("Tecken",), date=TODAY - DAY), an_entry(areas=("th.ethics",))
    area = an_area(name="tecken", evidence=(picked.id, "gone"))
    course = a_training(areas=("tecken",))
    assert about(area, [other, named, picked], [course, a_training()]) == ((picked, named), (course,))


def test_a_goal_is_shown_by_what_belongs_to_it_and_by_what_came_of_its_actions() -> None:
    goal = a_goal()
    action, other = an_action(goal_id=goal.id), an_action()
    linked = an_entry(goal_ids=("x", goal.id), date=TODAY - DAY)
    came, came_of_other = an_entry(action_id=action.id), an_entry(action_id=other.id)
    course = a_training(goal_ids=(goal.id,))
    entries = [linked, came, came_of_other, an_entry()]
    assert shown_by(goal, [action, other], entries, [course, a_training()]) == ((came, linked), (course,))
    assert come_of(other, entries).entries == (came_of_other,)


# -- future workshops -------------------------------------------------------------------------------------------------


def test_what_is_picked_stands_in_its_list_in_the_order_of_the_list() -> None:
    workshop = Workshop(
        "a" * 32,
        TODAY,
        "  Hur blir kvällarna\nlugnare? ",
        critique=("Ensam kl. 19 ", "", "Larmen", "Larmen"),
        bottom=("Larmen", "Borttaget", "Ensam kl. 19"),
        vision=("Musik",),
        top=(" Musik", "Borttaget"),
        islands=("Kvällen",),
        island=" Måltiden ",
    ).revised()
    assert workshop.question == "Hur blir kvällarna lugnare?"
    assert workshop.critique == ("Ensam kl. 19", "Larmen")
    assert workshop.bottom == workshop.critique
    assert workshop.top == ("Musik",)
    assert (workshop.islands, workshop.island) == (("Kvällen", "Måltiden"), "Måltiden")
    assert workshop.revised() == workshop


@pytest.mark.parametrize("question", ["", " \n", "x" * 121])
def test_a_workshop_is_about_a_question(question: str) -> None:
    with pytest.raises(InvalidInputError):
        Workshop("a" * 32, TODAY, question).revised()


def test_every_phase_asks_something() -> None:
    assert list(WORKSHOP) == [phase.value for phase in Phase]
