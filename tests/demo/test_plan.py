"""The plan and the talks of the sample log: something in every state, one shape in each language."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from learnlog.demo.sample import Sample, sample
from learnlog.domain.competence import ACTIVE_MAX, Area, NeedType, gaps
from learnlog.domain.due import DueKind, Matters, due
from learnlog.domain.evidence import shown_by
from learnlog.domain.goal import Action, ActionStatus, Goal, GoalStatus, Horizon, lacks_daily_work
from learnlog.domain.plan_questions import ANALYSIS, EVALUATION, MANAGERS, PREPARATION
from learnlog.domain.talk import Talk, TalkKind, looking_back, prepared, year_of
from learnlog.domain.values import Applied, Arena, Language
from learnlog.domain.workshop import Phase, Workshop
from tests.builders import TODAY

days = st.dates(dt.date(2026, 1, 1), dt.date(2100, 12, 31))
WORDS = {
    "name", "description", "why", "answers", "title", "measure", "what", "how", "first_step", "obstacle", "vision",
    "reviews", "question", "hopes", "critique", "bottom", "top", "islands", "plans", "island", "who", "employee",
    "manager", "agreements", "summary", "evaluation", "agreed_goals", "agreed_actions", "agreed_areas",
}  # fmt: skip


@pytest.fixture(params=list(Language))
def made(request: pytest.FixtureRequest) -> Sample:
    return sample(request.param, TODAY)


def test_there_is_something_in_every_state(made: Sample) -> None:
    plan = made.plan
    assert {each.status for each in plan.goals} == set(GoalStatus)
    assert {each.need for each in plan.goals} == set(NeedType)
    assert {each.horizon for each in plan.goals} == {*Horizon, None}
    assert {each.status for each in plan.actions} == set(ActionStatus)
    assert {each.arena for each in plan.actions} == set(Arena)
    assert {each.used for each in plan.areas} == {*Applied, None}
    assert {each.phase for each in plan.workshops} == {Phase.VISION, Phase.ACTIONS}
    assert [each.kind for each in plan.talks] == [TalkKind.ANNUAL, TalkKind.HALF_YEAR, TalkKind.ANNUAL]
    assert all(gaps(plan.areas).values())
    assert any(each.is_asked for each in plan.areas)
    assert 0 < sum(not each.is_active for each in plan.areas) < len(plan.areas) <= ACTIVE_MAX
    assert any(len(each.ratings) > 2 for each in plan.areas)


@pytest.mark.parametrize(
    ("part", "kind", "unused"),
    [
        ("areas", Area(""), set()),
        ("goals", Goal(""), set()),
        ("actions", Action(""), set()),
        ("workshops", Workshop("", TODAY), set()),
        ("talks", Talk(""), set()),
    ],
)
def test_no_field_is_forgotten(made: Sample, part: str, kind: Any, unused: set[str]) -> None:
    values = getattr(made.plan, part)
    same = {name for name in kind._fields if all(getattr(each, name) == getattr(kind, name) for each in values)}
    assert same == {"deleted_at", "clashes", "revision"} | unused


def test_everything_can_be_saved_as_it_is(made: Sample) -> None:
    for part in made.plan:
        for value in part:
            assert value.revised() == value


def test_links_lead_somewhere(made: Sample) -> None:
    plan = made.plan
    goals, actions = {each.id for each in plan.goals}, {each.id for each in plan.actions}
    entries = {each.id for each in made.entries}
    assert {each.area_id for each in plan.goals} <= {each.id for each in plan.areas} | {""}
    assert {each.goal_id for each in plan.actions} <= goals
    assert {each.workshop_id for each in plan.actions} == {plan.workshops[0].id, ""}
    assert {uid for each in plan.areas for uid in each.evidence} <= entries
    assert {uid for each in made.entries for uid in each.goal_ids} <= goals
    assert {each.action_id for each in made.entries} <= actions | {""}
    shown = [shown_by(goal, plan.actions, made.entries, made.trainings) for goal in plan.goals]
    assert sum(bool(each.entries and each.trainings) for each in shown) > 3
    for talk in plan.talks:
        assert set(talk.goal_ids) <= goals
        assert set(talk.action_ids) <= actions


def test_answers_belong_to_their_questions(made: Sample) -> None:
    assert any(set(each.answers) == set(ANALYSIS.ids) for each in made.plan.areas)
    for talk in made.plan.talks:
        assert set(talk.employee) <= set(PREPARATION.ids)
        assert set(talk.manager) <= set(MANAGERS.ids)
        assert set(talk.evaluation) <= set(EVALUATION.ids)


def test_last_years_talk_is_frozen_and_this_years_is_being_prepared_from_what_it_agreed(made: Sample) -> None:
    first, half, coming = made.plan.talks
    assert "\n## " in first.summary
    assert EVALUATION.missing(first.evaluation) == ()
    assert not any(each.title in first.summary for each in made.trainings if each.start_on)
    assert not coming.is_held
    assert 0 < prepared(coming).answered < prepared(coming).questions
    back = looking_back(made.plan.talks, made.plan.goals, made.plan.actions)
    assert back.talks == year_of(made.plan.talks) == (first, half)
    assert len(back.goals) > 4
    assert len(back.agreements) > 2
    assert half.next_on == coming.talk_on


def test_a_goal_has_actions_in_daily_work_and_one_may_lack_them(made: Sample) -> None:
    lacking = [goal for goal in made.plan.goals if lacks_daily_work(goal, made.plan.actions)]
    assert lacking == []


def test_something_of_every_kind_of_the_plan_waits_and_something_is_late(made: Sample) -> None:
    plan = made.plan
    items = due(Matters((), plan.goals, plan.actions, plan.talks), {}, TODAY)
    assert {each.kind for each in items} == {DueKind.FIRST_STEP, DueKind.ACTION, DueKind.GOAL, DueKind.TALK}
    assert sum(each.days_left(TODAY) < 0 for each in items) == 1


def shape(language: Language) -> list[tuple[object, ...]]:
    """What must be alike in all languages: everything but the words."""
    return [
        tuple(
            bool(value) if name in WORDS else value for name, value in zip(each._fields, each, strict=True)
        )
        for part in sample(language, TODAY).plan
        for each in part
    ]  # fmt: skip


def test_the_languages_have_one_shape() -> None:
    assert shape(Language.SV) == shape(Language.NB) == shape(Language.EN)


@given(days)
@example(dt.date(2028, 2, 29))
@example(dt.date(2027, 1, 1))
@example(dt.date(2027, 7, 16))
@example(dt.date(2027, 8, 31))
def test_on_any_day_nothing_but_plans_is_in_the_future(today: dt.date) -> None:
    plan = sample(Language.NB, today).plan
    for part in plan:
        for value in part:
            assert value.revised() == value
            assert value.created_at is not None
            assert value.created_at.date() <= today
    assert all(one.on <= today for each in plan.areas for one in each.ratings)
    assert all(one.on <= today for each in plan.actions for one in each.reviews)
    assert all(each.closed_on is None or each.closed_on <= today for each in plan.goals)
    assert all(each.closed_on is None or each.closed_on <= today for each in plan.actions)
    assert all(bool(each.closed_on) is not each.status.is_open for each in plan.goals)
    assert all(bool(each.closed_on) is not each.status.is_open for each in plan.actions)
    first, half, coming = plan.talks
    assert first.held_on is not None
    assert half.held_on is not None
    assert coming.talk_on is not None
    assert first.held_on < half.held_on < today < coming.talk_on
