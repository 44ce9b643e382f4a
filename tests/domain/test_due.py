"""What is due: one set of rules, sentence by sentence."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain import training_life as life
from learnlog.domain.comment import Comment, CommentStatus
from learnlog.domain.due import CREDENTIAL_DAYS, SOON, Due, DueKind, Matters, due
from learnlog.domain.goal import Action, ActionStatus, Goal, GoalStatus, Review
from learnlog.domain.profile import Credential, CredentialKind
from learnlog.domain.review import CommentKind
from learnlog.domain.talk import Talk, TalkKind
from learnlog.domain.training import Channel, Sharing, SharingStatus, Training, TrainingStatus
from learnlog.domain.values import ActivityType
from tests.builders import AFTER_3_MONTHS, DIALOGUE, FORM, NOW, TODAY, a_goal, a_training, an_action

DAY = dt.timedelta(days=1)


def waiting(*trainings: Training, on: dt.date = TODAY, days: int = SOON) -> list[tuple[DueKind, dt.date]]:
    return [(each.kind, each.due_on) for each in due(Matters(trainings), {}, on, days)]


def a_paper(valid_until: dt.date | None, title: str = "Delegering läkemedel") -> Credential:
    return Credential(CredentialKind.DELEGATION, title, valid_until=valid_until)


# -- before -----------------------------------------------------------------------------------------------------------


def test_a_form_waits_before_a_training_that_starts_soon() -> None:
    starts = TODAY + 14 * DAY
    assert waiting(a_training(start_on=starts)) == [(DueKind.FORM, starts)]
    assert waiting(a_training(start_on=starts + DAY)) == []
    assert waiting(a_training(start_on=starts + DAY), days=15) == [(DueKind.FORM, starts + DAY)]
    assert waiting(a_training(start_on=TODAY)) == [(DueKind.FORM, TODAY)]


def test_a_form_that_is_only_begun_still_waits() -> None:
    assert waiting(a_training(before={"a1": "x"})) == [(DueKind.FORM, dt.date(2026, 11, 23))]


def test_then_the_dialogue_waits_and_then_nothing() -> None:
    starts = dt.date(2026, 11, 23)
    assert waiting(a_training(before=FORM)) == [(DueKind.AGREEMENT, starts)]
    assert waiting(a_training(before=FORM, dialogue=DIALOGUE)) == []


@pytest.mark.parametrize("changes", [{"mandatory": True}, {"type": ActivityType.ELEARN}, {"type": ActivityType.INFO}])
def test_nobody_is_asked_for_a_form_where_none_is_usual(changes: dict[str, object]) -> None:
    assert waiting(a_training(**changes)) == []


def test_nobody_is_asked_for_a_form_once_it_has_begun() -> None:
    ongoing = a_training(start_on=TODAY - DAY, end_on=TODAY + DAY, status=TrainingStatus.ONGOING)
    assert waiting(ongoing) == []


def test_a_training_whose_last_day_has_passed_is_asked_after() -> None:
    passed = a_training(start_on=TODAY - 3 * DAY, end_on=TODAY - DAY)
    assert waiting(passed) == [(DueKind.COMPLETION, TODAY - DAY)]
    assert waiting(passed, on=TODAY - DAY) == []


def test_a_training_without_a_day_waits_for_nothing() -> None:
    assert waiting(a_training(start_on=None)) == []


@pytest.mark.parametrize("status", [TrainingStatus.DECLINED, TrainingStatus.CANCELLED, TrainingStatus.LATER])
def test_declined_cancelled_or_later_waits_for_nothing(status: TrainingStatus) -> None:
    sharing = Sharing("1" * 32, shared_on=TODAY)
    for start_on in (TODAY - DAY, TODAY, TODAY + DAY):
        closed = a_training(status=status, start_on=start_on)
        assert waiting(closed) == []
        if status is not TrainingStatus.LATER:
            assert waiting(closed._replace(sharings=(sharing,))) == []


# -- after ------------------------------------------------------------------------------------------------------------


def test_follow_ups_wait_until_they_are_answered_or_skipped() -> None:
    done = life.completed(a_training(), TODAY)
    first, second = (each.due_on for each in done.followups)
    assert waiting(done) == [(DueKind.FOLLOWUP, first)]
    assert waiting(done, on=second) == [(DueKind.FOLLOWUP, first), (DueKind.FOLLOWUP, second)]
    skipped = life.with_followup(done, done.followup(1)._replace(skipped_because="Föräldraledig"))
    assert waiting(skipped, on=second) == [(DueKind.FOLLOWUP, second)]
    begun = life.with_followup(skipped, done.followup(2)._replace(answers={"d1": "us.1"}))
    assert waiting(begun, on=second) == [(DueKind.FOLLOWUP, second)]
    answered = life.with_followup(done, done.followup(2)._replace(done_on=second, answers=AFTER_3_MONTHS))
    assert waiting(answered, on=second) == []


def test_sharings_wait_until_they_are_done_or_called_off() -> None:
    sharing = Sharing("1" * 32, Channel.WRITTEN, TODAY + DAY)
    assert waiting(a_training(before=FORM, dialogue=DIALOGUE, sharings=(sharing,))) == [(DueKind.SHARING, TODAY + DAY)]
    for status in (SharingStatus.DONE, SharingStatus.CANCELLED):
        assert waiting(a_training(mandatory=True, sharings=(sharing._replace(status=status),))) == []


def test_what_is_to_be_shared_some_day_is_not_forgotten_after_the_training() -> None:
    undated = a_training(mandatory=True, sharings=(Sharing("1" * 32),))
    assert waiting(undated) == []
    done = life.completed(undated, TODAY)
    assert (DueKind.SHARING, dt.date(2026, 12, 4)) in waiting(done)


# -- credentials ------------------------------------------------------------------------------------------------------


def test_a_credential_waits_two_months_before_it_runs_out_and_after() -> None:
    until = TODAY + CREDENTIAL_DAYS * DAY
    for day, shown in ((until, True), (until + DAY, False), (TODAY - 40 * DAY, True), (None, False)):
        assert bool(due(Matters(credentials=(a_paper(day),)), {}, TODAY)) is shown
    assert due(Matters(credentials=(a_paper(until),)), {}, TODAY, days=0)


def test_a_credential_that_has_been_renewed_does_not_wait() -> None:
    old, new = a_paper(TODAY - DAY), a_paper(TODAY + 300 * DAY, "delegering  läkemedel")
    for papers in ([old, new], [new, old], [old, a_paper(None)]):
        assert due(Matters(credentials=tuple(papers)), {}, TODAY) == ()
    assert len(due(Matters(credentials=(old, a_paper(TODAY, "Delegering insulin"))), {}, TODAY)) == 2


# -- order, snooze ----------------------------------------------------------------------------------------------------


def test_the_longest_waiting_stands_first() -> None:
    late = life.completed(a_training(title="Sen"), TODAY - 20 * DAY)
    soon = a_training(title="Snart")
    papers = [a_paper(TODAY - 30 * DAY), a_paper(TODAY + 50 * DAY, "HLR")]
    items = due(Matters((soon, late), credentials=tuple(papers)), {}, TODAY)
    assert [each.title for each in items] == ["Delegering läkemedel", "Sen", "Snart", "HLR"]
    assert [each.days_left(TODAY) for each in items] == [-30, -4, 3, 50]


def test_what_was_put_off_sleeps_until_its_day() -> None:
    (item,) = due(Matters((a_training(),)), {}, TODAY)
    snoozed = {item.key: TODAY + 2 * DAY}
    for day, shown in ((TODAY, False), (TODAY + DAY, False), (TODAY + 2 * DAY, True), (TODAY + 3 * DAY, True)):
        training = a_training(id=item.training_id)
        assert bool(due(Matters((training,)), snoozed, day)) is shown
    (back,) = due(Matters((a_training(id=item.training_id),)), snoozed, TODAY + 2 * DAY)
    assert (back.due_on, back.snoozed_until) == (item.due_on, TODAY + 2 * DAY)


def test_what_was_put_off_and_then_given_another_day_is_asked_on_that_day() -> None:
    done = life.completed(a_training(), TODAY - 20 * DAY)
    (item,) = due(Matters((done,)), {}, TODAY)
    snoozed = {item.key: TODAY + 30 * DAY}
    moved = life.with_followup(done, done.followup(1)._replace(due_on=TODAY + 5 * DAY))
    assert due(Matters((done,)), snoozed, TODAY) == ()
    assert [each.due_on for each in due(Matters((moved,)), snoozed, TODAY)] == [TODAY + 5 * DAY]


def test_another_title_or_answer_leaves_what_was_put_off_alone() -> None:
    (item,) = due(Matters((a_training(id="1" * 32),)), {}, TODAY)
    renamed = a_training(id="1" * 32, title="Annat", before={"a1": "x"})
    assert [each.key for each in due(Matters((renamed,)), {}, TODAY)] == [item.key]


close = st.integers(-200, 200).map(lambda number: TODAY + number * DAY)
trainings = st.builds(
    lambda start, length, status, before, done: (
        life.completed(a_training(start_on=start, before=before), done)
        if status.is_over
        else a_training(start_on=start, end_on=start + length * DAY, status=status, before=before)
    ),
    close,
    st.integers(0, 5),
    st.sampled_from(TrainingStatus),
    st.sampled_from([{}, FORM, {"a1": "x"}]),
    close,
)


@given(st.lists(trainings, max_size=5), st.lists(close.map(a_paper), max_size=2), st.integers(0, 400))
def test_the_list_is_in_order_its_keys_are_names_and_looking_further_ahead_only_adds(
    found: list[Training], papers: list[Credential], days: int
) -> None:
    matters = Matters(tuple(found), credentials=tuple(papers))
    items = due(matters, {}, TODAY, days)
    assert [each.due_on for each in items] == sorted(each.due_on for each in items)
    assert len({each.key for each in items}) == len(items)
    assert all(each.key.replace("-", "").isalnum() and len(each.key) <= 80 for each in items)
    assert set(items) <= set(due(matters, {}, TODAY, days + 30))
    assert due(matters, {each.key: TODAY + DAY for each in items}, TODAY, days) == ()
    by_kind: dict[DueKind, list[Due]] = {kind: [each for each in items if each.kind is kind] for kind in DueKind}
    assert all(each.round in (1, 2) for each in by_kind[DueKind.FOLLOWUP])
    assert all(each.sharing_id and each.channel for each in by_kind[DueKind.SHARING])


# -- the plan ---------------------------------------------------------------------------------------------------------


def of_plan(
    *, goals: tuple[Goal, ...] = (), actions: tuple[Action, ...] = (), talks: tuple[Talk, ...] = (), on: dt.date = TODAY
) -> list[tuple[DueKind, dt.date]]:
    matters = Matters(goals=goals, actions=actions, talks=talks)
    return [(each.kind, each.due_on) for each in due(matters, {}, on)]


def test_the_first_step_of_an_action_waits_and_then_the_action() -> None:
    action = an_action(first_step_on=TODAY, due_on=TODAY + 10 * DAY)
    assert of_plan(actions=(action,)) == [(DueKind.FIRST_STEP, TODAY), (DueKind.ACTION, TODAY + 10 * DAY)]
    assert of_plan(actions=(action.stepped(TODAY),)) == [(DueKind.ACTION, TODAY + 10 * DAY)]
    assert of_plan(actions=(action.reviewed(Review(TODAY, "x")),)) == [(DueKind.ACTION, TODAY + 10 * DAY)]


def test_when_the_day_of_an_action_has_come_nobody_asks_for_its_first_step() -> None:
    action = an_action(first_step_on=TODAY, due_on=TODAY + 10 * DAY)
    assert of_plan(actions=(action,), on=TODAY + 10 * DAY) == [(DueKind.ACTION, TODAY + 10 * DAY)]
    assert of_plan(actions=(action._replace(due_on=TODAY),)) == [(DueKind.ACTION, TODAY)]
    assert of_plan(actions=(an_action(first_step_on=TODAY - DAY),)) == [(DueKind.FIRST_STEP, TODAY - DAY)]


@pytest.mark.parametrize("status", [each for each in ActionStatus if not each.is_open])
def test_nothing_waits_of_an_action_that_is_closed_or_whose_goal_is(status: ActionStatus) -> None:
    goal = a_goal(status=GoalStatus.DROPPED, deadline_on=TODAY)
    action = an_action(due_on=TODAY)
    assert of_plan(actions=(action._replace(status=status),)) == []
    assert of_plan(actions=(action._replace(goal_id=goal.id),), goals=(goal,)) == []
    assert of_plan(actions=(action._replace(goal_id=goal.id),)) == []


def test_an_open_goal_waits_for_its_deadline() -> None:
    goal = a_goal(deadline_on=TODAY + 14 * DAY)
    assert of_plan(goals=(goal,)) == [(DueKind.GOAL, TODAY + 14 * DAY)]
    for status in GoalStatus:
        assert bool(of_plan(goals=(goal._replace(status=status),))) is status.is_open


def test_the_talk_that_is_prepared_waits_else_the_one_agreed_last_time() -> None:
    last = Talk("1" * 32, TODAY - 300 * DAY, held_on=TODAY - 300 * DAY, next_on=TODAY + 5 * DAY)
    coming = Talk("2" * 32, TODAY + 3 * DAY)
    assert of_plan(talks=(last,)) == [(DueKind.TALK, TODAY + 5 * DAY)]
    assert of_plan(talks=(last, coming)) == [(DueKind.TALK, TODAY + 3 * DAY)]
    assert of_plan(talks=(last, coming._replace(talk_on=None))) == [(DueKind.TALK, TODAY + 5 * DAY)]
    assert of_plan(talks=(coming._replace(talk_on=None),)) == []
    assert of_plan(talks=(last._replace(next_on=None),)) == []


def test_what_is_due_of_the_plan_says_what_it_belongs_to() -> None:
    goal = a_goal(deadline_on=TODAY)
    action = an_action(goal_id=goal.id, first_step="Fråga chefen", first_step_on=TODAY, due_on=TODAY + DAY)
    last, coming = Talk("1" * 32, TODAY - DAY, held_on=TODAY), Talk("2" * 32, TODAY, kind=TalkKind.HALF_YEAR)
    items = {each.kind: each for each in due(Matters((), (goal,), (action,), (last, coming)), {}, TODAY)}
    assert items[DueKind.FIRST_STEP].title == "Fråga chefen"
    assert (items[DueKind.FIRST_STEP].goal_id, items[DueKind.FIRST_STEP].action_id) == (goal.id, action.id)
    assert (items[DueKind.ACTION].title, items[DueKind.ACTION].action_id) == (action.what, action.id)
    assert (items[DueKind.GOAL].title, items[DueKind.GOAL].goal_id) == (goal.title, goal.id)
    assert (items[DueKind.TALK].talk_id, items[DueKind.TALK].talk_kind) == (coming.id, TalkKind.HALF_YEAR)


maybe = st.none() | close
goals = st.builds(lambda day, status: a_goal(deadline_on=day, status=status), maybe, st.sampled_from(GoalStatus))
actions = st.builds(
    lambda step, day, status: an_action(first_step_on=step, due_on=day, status=status),
    maybe,
    maybe,
    st.sampled_from(ActionStatus),
)
talks = st.builds(
    lambda uid, day, held, following: Talk(uid.hex, day, held_on=held, next_on=following),
    st.uuids(),
    maybe,
    maybe,
    maybe,
)


@given(st.lists(goals, max_size=4), st.lists(actions, max_size=4), st.lists(talks, max_size=4), st.integers(0, 400))
def test_the_plan_waits_in_order_under_names_of_its_own(
    some_goals: list[Goal], some_actions: list[Action], some_talks: list[Talk], days: int
) -> None:
    matters = Matters((), tuple(some_goals), tuple(some_actions), tuple(some_talks))
    items = due(matters, {}, TODAY, days)
    assert [each.due_on for each in items] == sorted(each.due_on for each in items)
    assert len({each.key for each in items}) == len(items)
    assert all(each.key.replace("-", "").isalnum() and len(each.key) <= 80 for each in items)
    assert all(each.title or each.kind is DueKind.TALK for each in items)
    assert due(matters, {each.key: TODAY + DAY for each in items}, TODAY, days) == ()


def test_a_comment_waits_from_the_day_it_came_until_it_is_answered_or_closed() -> None:
    asked = Comment(id="c" * 32, title="Lugn", kind=CommentKind.QUESTION, created_at=NOW)
    found = due(Matters(comments=(asked,)), {}, TODAY)
    assert [(each.kind, each.due_on, each.title, each.comment_id) for each in found] == [
        (DueKind.COMMENT, TODAY, "Lugn", "c" * 32)
    ]
    done = (asked.answered("Jag sjöng."), asked._replace(status=CommentStatus.CLOSED))
    assert due(Matters(comments=done), {}, TODAY) == ()
    assert due(Matters(comments=(asked,)), {found[0].key: TODAY + dt.timedelta(days=1)}, TODAY) == ()
