"""The development talk: what comes next, and where it begins from."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain.talk import (
    Prepared,
    Talk,
    TalkKind,
    held_before,
    last_held,
    last_talk_on,
    looking_back,
    prepared,
    prepared_by_manager,
    usual_kind,
    year_of,
)
from learnlog.errors import InvalidInputError
from tests.builders import TODAY, a_goal, an_action

DAY = dt.timedelta(days=1)
YEAR = 365 * DAY


def a_talk(on: dt.date | None, kind: TalkKind = TalkKind.ANNUAL, **changes: Any) -> Talk:
    """A talk; held on its day unless it is said otherwise."""
    uid = f"{on.toordinal() if on else 0:032x}"
    return Talk(**({"id": uid, "talk_on": on, "kind": kind, "held_on": on} | changes))


def test_the_last_talk_is_the_latest_that_was_held() -> None:
    first, second = a_talk(TODAY - YEAR), a_talk(TODAY - DAY)
    coming = a_talk(TODAY, held_on=None)
    assert last_held([second, coming, first]) == second
    assert last_held([second, coming, first], second.talk_on) == first
    assert last_held([coming]) is None


def test_after_an_annual_talk_comes_its_half_year_follow_up_and_then_an_annual_one() -> None:
    annual, half = a_talk(TODAY - YEAR), a_talk(TODAY - YEAR / 2, TalkKind.HALF_YEAR)
    assert usual_kind([]) is TalkKind.ANNUAL
    assert usual_kind([annual]) is TalkKind.HALF_YEAR
    assert usual_kind([annual, half]) is TalkKind.ANNUAL


def test_a_year_goes_from_one_annual_talk_to_the_next() -> None:
    before, annual = a_talk(TODAY - 2 * YEAR), a_talk(TODAY - YEAR)
    half = a_talk(TODAY - YEAR / 2, TalkKind.HALF_YEAR)
    assert year_of([half, annual, before]) == (annual, half)
    assert last_talk_on([half, annual, before]) == annual.talk_on
    assert last_talk_on([half]) == half.talk_on
    assert last_talk_on([]) is None


def test_a_half_year_follow_up_does_not_forget_what_was_agreed_before_it() -> None:
    goal, late, step, loose = a_goal(), a_goal(), an_action(), an_action()
    daily = an_action(goal_id=goal.id)
    annual = a_talk(TODAY - YEAR, goal_ids=(goal.id,), action_ids=(step.id, "gone"), agreements=("En timme",))
    half = a_talk(TODAY - YEAR / 2, TalkKind.HALF_YEAR, agreements=("Fika", "En timme"))
    back = looking_back([half, annual], [late, goal], [loose, daily, step])
    assert back.talks == (annual, half)
    assert back.talk == half
    assert (back.goals, back.actions, back.agreements) == ((goal,), (daily, step), ("En timme", "Fika"))
    assert looking_back([half, annual], [goal], [], half.talk_on).talks == (annual,)


def test_before_the_first_talk_one_looks_back_on_all_there_is() -> None:
    goal, action = a_goal(), an_action()
    back = looking_back([a_talk(TODAY, held_on=None)], [goal], [action])
    assert tuple(back) == ((), (goal,), (action,), ())
    assert back.talk is None


def test_a_preparation_may_be_left_at_any_point() -> None:
    assert prepared(a_talk(None)) == Prepared(0, 9, 4)
    assert prepared(a_talk(None, employee={"t1": "Mycket", "t5": "TAKK", "t6": " ", "x": "?"})) == Prepared(2, 9, 3)
    assert prepared_by_manager(a_talk(None, manager={"t10": "Lugnet"})) == Prepared(1, 3, 1)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"talk_on": None}, "talk_on"),
        ({"talk_on": TODAY + DAY}, "talk_on"),
        ({"next_on": TODAY}, "next_on"),
    ],
)
def test_what_no_talk_can_be(changes: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        a_talk(TODAY).revised(**changes)
    assert [each for each, _ in refused.value.problems] == [field]


def test_agreements_are_one_line_each_and_none_is_empty() -> None:
    talk = a_talk(TODAY, who=" chefen\noch jag", agreements=(" En timme\ni månaden", "", "En timme i månaden"))
    assert (talk.revised().agreements, talk.revised().who) == (("En timme i månaden",), "chefen och jag")


some = st.lists(
    st.builds(
        a_talk,
        st.integers(-900, 300).map(lambda number: TODAY + number * DAY),
        st.sampled_from(TalkKind),
        held_on=st.none() | st.just(TODAY),
    ),
    max_size=6,
    unique_by=lambda talk: talk.id,
)


@given(some)
def test_a_year_is_the_end_of_all_talks_held_and_has_at_most_one_annual_talk_its_first(talks: list[Talk]) -> None:
    held, year = held_before(talks), year_of(talks)
    assert year == held[len(held) - len(year) :]
    assert all(each.kind is not TalkKind.ANNUAL for each in year[1:])
    assert bool(year) == bool(held)
    assert looking_back(talks, (), ()).talk == last_held(talks)
