"""What happens to a training, rule by rule."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from learnlog.domain import training_life as life
from learnlog.domain.training import Channel, FollowUp, Sharing, SharingStatus, Training, TrainingStatus
from learnlog.domain.training_life import Offer
from learnlog.errors import NotFoundError, RuleError
from tests.builders import AFTER_2_WEEKS, AFTER_3_MONTHS, DIALOGUE, FORM, TODAY, a_training

PLANNED = [status for status in TrainingStatus if status.is_planned]
days = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))


def a_completed(**changes: object) -> Training:
    return life.completed(a_training(**changes), TODAY)


def dues(training: Training) -> list[tuple[int, dt.date]]:
    return [(each.round, each.due_on) for each in training.followups]


# -- completed ------------------------------------------------------------------------------------------------------


def test_completing_makes_two_follow_ups_after_two_weeks_and_three_months() -> None:
    done = life.completed(a_training(start_on=dt.date(2026, 11, 16)), dt.date(2026, 11, 18))
    assert done.status is TrainingStatus.COMPLETED
    assert (done.start_on, done.end_on) == (dt.date(2026, 11, 16), dt.date(2026, 11, 18))
    assert dues(done) == [(1, dt.date(2026, 12, 2)), (2, dt.date(2027, 2, 16))]
    assert all(each.is_open for each in done.followups)


@pytest.mark.parametrize(
    ("ago", "asked"),
    [
        (0, [(1, 14), (2, 90)]),
        (14, [(1, 0), (2, 76)]),  # asked today is not late
        (15, [(1, 14), (2, 75)]),  # the first is asked anew, the second in its time
        (80, [(1, 14), (2, 90)]),  # the second would come before the first
        (150, [(1, 14), (2, 90)]),
        (3000, [(1, 14), (2, 90)]),
    ],
)
def test_whoever_types_in_a_training_late_is_asked_later_and_is_not_late(
    ago: int, asked: list[tuple[int, int]]
) -> None:
    done = life.completed(a_training(before=FORM), TODAY - dt.timedelta(days=ago), TODAY)
    found = [(each.round, (each.due_on - TODAY).days) for each in done.followups]
    assert [number for number, _days in found] == [1, 2]
    assert all(0 <= days - least <= 2 for (_n, days), (_m, least) in zip(found, asked, strict=True)), found
    assert all((each.shared_on or TODAY) >= TODAY for each in done.sharings)


@given(days, st.integers(0, 1000))
@example(dt.date(2000, 1, 1), 76)  # both would be asked on one day
def test_no_follow_up_is_late_when_a_training_is_noted_and_they_keep_their_order(last_on: dt.date, ago: int) -> None:
    noted_on = last_on + dt.timedelta(days=ago)
    first, second = life.completed(a_training(start_on=last_on), last_on, noted_on).followups
    assert noted_on <= first.due_on < second.due_on


def test_what_was_planned_and_what_was_done_in_the_same_way_become_one() -> None:
    training = life.completed(a_training(before=FORM), TODAY)
    (planned, *_others) = training.sharings
    done = Sharing("f" * 32, planned.channel, TODAY, what="Ten seconds", status=SharingStatus.DONE)
    told = life.with_sharing(training, done)
    assert life.planned_like(told, done) == planned
    assert life.planned_like(told, planned) is None
    one = life.as_planned(told, planned, done)
    assert len(one.sharings) == len(training.sharings)
    kept = one.sharing(planned.id)
    assert (kept.status, kept.what, kept.shared_on) == (SharingStatus.DONE, "Ten seconds", TODAY)
    assert life.planned_like(one, kept) is None


@given(days, st.sampled_from([1, 2, 3]))
@example(dt.date(2028, 2, 29), 1)
@example(dt.date(2027, 12, 31), 2)
@example(dt.date(2028, 8, 31), 3)
def test_a_follow_up_is_due_on_a_working_day_at_most_two_days_later(last_on: dt.date, number: int) -> None:
    due_on = life.due_after(last_on, number)
    assert due_on.weekday() < 5
    assert 0 <= (due_on - last_on).days - life.ROUND_DAYS[number] <= 2


@pytest.mark.parametrize(
    ("last_on", "due_on"),
    [
        (dt.date(2026, 11, 20), dt.date(2026, 12, 4)),  # a Friday stays one
        (dt.date(2026, 11, 21), dt.date(2026, 12, 7)),  # from Saturday and Sunday to Monday
        (dt.date(2026, 11, 22), dt.date(2026, 12, 7)),
        (dt.date(2028, 2, 15), dt.date(2028, 2, 29)),  # a leap day is a day like any other
        (dt.date(2027, 2, 15), dt.date(2027, 3, 1)),
    ],
)
def test_weekends_and_leap_days(last_on: dt.date, due_on: dt.date) -> None:
    assert life.due_after(last_on, 1) == due_on


def test_dates_from_the_dialogue_win_even_at_a_weekend() -> None:
    done = a_completed(dialogue={"b8": "2026-12-06,2027-05-01"})
    assert dues(done) == [(1, dt.date(2026, 12, 6)), (2, dt.date(2027, 5, 1))]


@pytest.mark.parametrize("agreed", ["", ",", "2026-11-20,", "2026-01-01,2026-02-01", "soon,later"])
def test_days_that_were_not_agreed_or_have_passed_are_counted(agreed: str) -> None:
    assert dues(a_completed(dialogue={"b8": agreed})) == [(1, dt.date(2026, 12, 4)), (2, dt.date(2027, 2, 18))]


def test_one_agreed_day_wins_and_the_other_is_counted() -> None:
    assert dues(a_completed(dialogue={"b8": ",2027-05-03"})) == [(1, dt.date(2026, 12, 4)), (2, dt.date(2027, 5, 3))]


def test_what_was_promised_to_be_shared_is_planned_for_the_agreed_day() -> None:
    done = a_completed(before=FORM, dialogue=DIALOGUE)
    assert [(each.channel, each.shared_on, each.audience, each.status) for each in done.sharings] == [
        (Channel.MEETING, dt.date(2026, 12, 9), "APT på Eken", SharingStatus.PLANNED),
        (Channel.SHOW, dt.date(2026, 12, 9), "APT på Eken", SharingStatus.PLANNED),
    ]


def test_without_an_agreed_day_it_is_shared_when_the_first_follow_up_is() -> None:
    (sharing,) = a_completed(before={"a5": "written"}).sharings
    assert (sharing.channel, sharing.shared_on) == (Channel.WRITTEN, dt.date(2026, 12, 4))


def test_an_agreed_day_is_kept_even_if_nobody_said_how() -> None:
    assert [each.channel for each in a_completed(dialogue={"b6": "2026-12-09"}).sharings] == [Channel.MEETING]


def test_what_is_planned_already_is_not_planned_twice() -> None:
    mine = Sharing("1" * 32, Channel.MEETING, dt.date(2026, 12, 1), status=SharingStatus.CANCELLED)
    done = a_completed(before=FORM, sharings=(mine,))
    assert [each.channel for each in done.sharings] == [Channel.MEETING, Channel.SHOW]
    assert done.sharings[0] == mine


def test_it_may_be_shared_on_the_last_day_itself_but_not_before() -> None:
    (same_day,) = a_completed(before={"a5": "apt"}, dialogue={"b6": TODAY.isoformat()}).sharings
    assert same_day.shared_on == TODAY
    (earlier,) = a_completed(before={"a5": "apt"}, dialogue={"b6": "2026-11-19"}).sharings
    assert earlier.shared_on == dt.date(2026, 12, 4)


def test_nothing_promised_nothing_planned() -> None:
    assert a_completed().sharings == ()


def test_two_windows_that_complete_it_plan_the_same_sharings() -> None:
    training = a_training(before=FORM)
    assert life.completed(training, TODAY) == life.completed(training, TODAY)
    other = a_training(before=FORM)
    ids = {each.id for done in (training, other) for each in life.completed(done, TODAY).sharings}
    assert len(ids) == 4
    assert all(len(uid) == 32 for uid in ids)


@pytest.mark.parametrize("status", [each for each in TrainingStatus if not each.is_planned])
def test_only_what_is_planned_can_be_completed(status: TrainingStatus) -> None:
    with pytest.raises(RuleError):
        life.completed(a_training(status=status), TODAY)


def test_a_training_completed_before_it_was_to_begin_took_place_that_day() -> None:
    done = life.completed(a_training(start_on=TODAY + dt.timedelta(days=9)), TODAY)
    assert (done.start_on, done.end_on) == (TODAY, None)


# -- form and dialogue ----------------------------------------------------------------------------------------------


def test_an_idea_with_a_form_is_proposed_but_an_empty_form_says_nothing() -> None:
    idea = a_training(status=TrainingStatus.IDEA)
    assert life.with_form(idea, {"a1": "Lära mig"}).status is TrainingStatus.PROPOSED
    assert life.with_form(idea, {"a1": "  "}).status is TrainingStatus.IDEA


def test_a_form_is_filled_in_bit_by_bit() -> None:
    training = life.with_form(life.with_form(a_training(), {"a1": "x", "a2": "y"}), {"a2": "z"})
    assert training.before == {"a1": "x", "a2": "z"}
    assert training.status is TrainingStatus.BOOKED


def test_a_form_typed_in_after_the_training_still_plans_what_was_promised() -> None:
    late = life.with_form(a_completed(), FORM)
    assert late.status is TrainingStatus.COMPLETED
    assert [each.channel for each in late.sharings] == [Channel.MEETING, Channel.SHOW]
    assert life.with_form(late, {"a6": "tid"}).sharings == late.sharings


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        ("yes", TrainingStatus.APPROVED),
        ("conditions", TrainingStatus.CONDITIONS),
        ("later", TrainingStatus.LATER),
        ("no", TrainingStatus.DECLINED),
    ],
)
@pytest.mark.parametrize("before", [TrainingStatus.IDEA, TrainingStatus.PROPOSED, TrainingStatus.LATER])
def test_what_was_decided_is_the_status(before: TrainingStatus, decision: str, status: TrainingStatus) -> None:
    assert life.with_dialogue(a_training(status=before), {"b3": decision}).status is status


def test_what_is_booked_stays_booked_when_it_is_approved_but_not_when_it_is_not_any_more() -> None:
    approved = life.with_dialogue(a_training(), {"b3": "yes"})
    assert approved.status is TrainingStatus.BOOKED
    declined = life.with_dialogue(approved, {"b3": "no", "b3_note": "Ingen vikarie"})
    assert (declined.status, declined.closed_because) == (TrainingStatus.DECLINED, "Ingen vikarie")
    assert life.with_dialogue(approved, {"b3": "later"}).status is TrainingStatus.LATER
    again = life.with_dialogue(declined, {"b3": "conditions", "b3_note": "Om du byter pass"})
    assert (again.status, again.closed_because) == (TrainingStatus.CONDITIONS, "")


def test_other_answers_leave_the_status_alone() -> None:
    agreed = life.with_dialogue(a_training(status=TrainingStatus.PROPOSED), DIALOGUE)
    booked = agreed._replace(status=TrainingStatus.BOOKED)
    assert life.with_dialogue(booked, {"b3": "yes", "b7": "Vi räknar larm"}).status is TrainingStatus.BOOKED


@pytest.mark.parametrize("status", [TrainingStatus.ONGOING, TrainingStatus.CANCELLED, TrainingStatus.COMPLETED])
def test_a_decision_comes_too_late_for_what_is_under_way_or_over(status: TrainingStatus) -> None:
    assert life.with_dialogue(a_training(status=status), {"b3": "no"}).status is status


def test_a_dialogue_typed_in_afterwards_moves_what_still_waits() -> None:
    done = a_completed(before=FORM)
    answered = life.with_followup(done, done.followup(1)._replace(done_on=TODAY, answers=AFTER_2_WEEKS))
    shared = life.with_sharing(answered, answered.sharings[0]._replace(status=SharingStatus.DONE))
    late = life.with_dialogue(shared, DIALOGUE)
    assert dues(late) == [(1, dt.date(2026, 12, 4)), (2, dt.date(2027, 3, 2))]
    assert [each.shared_on for each in late.sharings] == [dt.date(2026, 12, 4), dt.date(2026, 12, 9)]
    moved = life.with_followup(late, late.followup(2)._replace(due_on=dt.date(2027, 4, 1)))
    assert dues(life.with_dialogue(moved, {"b7": "larm"})) == dues(moved)


# -- follow-ups -----------------------------------------------------------------------------------------------------


def test_the_second_answer_closes_the_loop_and_its_withdrawal_opens_it_again() -> None:
    done = a_completed()
    first = life.with_followup(done, done.followup(1)._replace(done_on=TODAY, answers=AFTER_2_WEEKS))
    assert first.status is TrainingStatus.COMPLETED
    second = life.with_followup(first, first.followup(2)._replace(done_on=TODAY, answers=AFTER_3_MONTHS))
    assert second.status is TrainingStatus.FOLLOWED_UP
    again = life.with_followup(second, second.followup(2)._replace(done_on=None))
    assert again.status is TrainingStatus.COMPLETED


def test_a_first_follow_up_is_not_asked_any_more_when_a_later_one_is_answered() -> None:
    done = a_completed()
    assert done.waits_for(done.followup(1))
    later = life.with_followup(done, done.followup(2)._replace(done_on=TODAY, answers=AFTER_3_MONTHS))
    assert not later.waits_for(later.followup(1))


def test_follow_ups_stand_in_the_order_of_their_rounds() -> None:
    done = life.with_followup(a_completed(), FollowUp(3, TODAY))
    assert [each.round for each in life.with_followup(done, done.followup(1)).followups] == [1, 2, 3]


def test_a_training_has_no_other_rounds() -> None:
    for training in (a_training(), a_completed()):
        with pytest.raises(NotFoundError):
            training.followup(3)


def test_a_training_reopened_and_completed_again_keeps_what_was_answered() -> None:
    done = a_completed(before=FORM)
    answered = life.with_followup(done, done.followup(1)._replace(done_on=TODAY, answers=AFTER_2_WEEKS))
    reopened = life.reopened(answered)
    assert reopened.status is TrainingStatus.BOOKED
    again = life.completed(reopened, TODAY - dt.timedelta(days=7))
    assert again.followup(1) == answered.followup(1)
    assert again.followup(2).due_on == dt.date(2027, 2, 11)
    assert again.sharings == answered.sharings


def test_a_training_completed_again_keeps_what_was_only_begun() -> None:
    done = a_completed()
    begun = life.with_followup(done, done.followup(2)._replace(answers={"d2": "Jag väntar"}))
    assert life.completed(life.reopened(begun), TODAY).followup(2).answers == {"d2": "Jag väntar"}


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"status": TrainingStatus.CANCELLED}, TrainingStatus.IDEA),
        ({"status": TrainingStatus.CANCELLED, "before": {"a1": "x"}}, TrainingStatus.PROPOSED),
        ({"status": TrainingStatus.CANCELLED, "dialogue": {"b3": "yes"}}, TrainingStatus.APPROVED),
        ({"status": TrainingStatus.DECLINED, "dialogue": {"b3": "no"}, "before": {"a1": "x"}}, TrainingStatus.PROPOSED),
    ],
)
def test_reopened_it_is_where_it_was_before(changes: dict[str, object], status: TrainingStatus) -> None:
    reopened = life.reopened(a_training(closed_because="Inställd", **changes))
    assert (reopened.status, reopened.closed_because) == (status, "")


@pytest.mark.parametrize("status", PLANNED)
def test_what_is_planned_cannot_be_reopened(status: TrainingStatus) -> None:
    with pytest.raises(RuleError):
        life.reopened(a_training(status=status))


# -- what comes next ------------------------------------------------------------------------------------------------


def answered(number: int, before: dict[str, str], **answers: str) -> tuple[Offer, ...]:
    done = a_completed(before=before)
    known = AFTER_2_WEEKS if number == 1 else AFTER_3_MONTHS
    return life.offers(
        life.with_followup(done, done.followup(number)._replace(done_on=TODAY, answers={**known, **answers})), number
    )


def test_who_has_shared_it_is_offered_to_write_that_down() -> None:
    assert answered(1, FORM, c3="yes") == (Offer.MARK_SHARED,)


def test_who_wants_to_share_is_offered_to_plan_it_unless_it_is_planned() -> None:
    assert answered(1, {}, c3="planned") == (Offer.PLAN_SHARING,)
    assert answered(1, FORM, c3="planned") == ()
    assert answered(2, {}, d7="tell") == (Offer.PLAN_SHARING,)


def test_less_than_expected_leads_on_as_well_as_success_does() -> None:
    assert answered(2, {}, d5="ex.less", d7="train") == (Offer.NEW_TRAINING, Offer.ASK_AGAIN)
    assert answered(2, {}, d5="ex.other", d7="keep") == (Offer.ASK_AGAIN,)
    assert answered(2, {}, d5="ex.as", d7="routine") == (Offer.ASK_AGAIN,)


def test_keeping_on_or_stopping_asks_for_nothing() -> None:
    assert answered(2, {}, d5="ex.more", d7="keep") == ()
    assert answered(2, {}, d5="ex.less", d7="stop") == ()
