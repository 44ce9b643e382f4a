"""What the owner can do with trainings, over a real log and months that pass."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from learnlog.bootstrap import Services
from learnlog.domain.due import DueKind
from learnlog.domain.loop import State, Step, loop
from learnlog.domain.profile import Credential, CredentialKind
from learnlog.domain.training import Channel, SharingStatus, Training, TrainingStatus
from learnlog.domain.values import ActivityType, Arena
from learnlog.errors import InvalidInputError, NotFoundError, RuleError
from tests.builders import AFTER_2_WEEKS, AFTER_3_MONTHS, DIALOGUE, FORM, TODAY, Calendar

DAY = dt.timedelta(days=1)


@pytest.fixture
def services(window: Callable[[], Services]) -> Services:
    return window()


def begun(services: Services, **changes: Any) -> Training:
    values: dict[str, Any] = {"title": "Bemötande vid demens", "start_on": TODAY + 3 * DAY, **changes}
    return services.trainings.save(services.trainings.blank()._replace(**values))


def waiting(services: Services) -> list[DueKind]:
    return [each.kind for each in services.reminders.due()]


def test_a_whole_life_with_a_restart_before_every_step(window: Callable[[], Services], calendar: Calendar) -> None:
    uid = begun(window()).id
    assert waiting(window()) == [DueKind.FORM]
    window().trainings.fill_in(uid, {key: FORM[key] for key in ("a1", "a2", "a3")})
    assert waiting(window()) == [DueKind.FORM]
    assert window().trainings.fill_in(uid, {key: FORM[key] for key in ("a4", "a5")}).status is TrainingStatus.PROPOSED
    assert waiting(window()) == [DueKind.AGREEMENT]
    assert window().trainings.agree(uid, DIALOGUE, (TODAY, None)).status is TrainingStatus.APPROVED
    assert waiting(window()) == []
    calendar.today = TODAY + 4 * DAY
    assert waiting(window()) == [DueKind.COMPLETION]
    window().trainings.complete(uid)
    calendar.today = dt.date(2026, 12, 10)
    assert waiting(window()) == [DueKind.FOLLOWUP, DueKind.SHARING, DueKind.SHARING]
    done = window().trainings.follow_up(uid, 1, AFTER_2_WEEKS)
    assert done.followup(1).done_on == calendar.today
    for sharing in done.sharings:
        window().trainings.share(uid, sharing._replace(status=SharingStatus.DONE, taken="De provar själva"))
    assert waiting(window()) == []
    calendar.today = dt.date(2027, 3, 5)
    (item,) = window().reminders.due()
    assert (item.round, item.days_left(calendar.today)) == (2, -3)
    closed = window().trainings.follow_up(uid, 2, AFTER_3_MONTHS)
    assert closed.status is TrainingStatus.FOLLOWED_UP
    assert {state for _, state in loop(closed)} == {State.DONE}
    assert window().trainings.get(uid) == closed
    assert window().trainings.figures().followed_up == 1
    assert waiting(window()) == []


def test_every_deed_is_one_line_and_can_be_taken_back_and_done_again(services: Services) -> None:
    trainings = services.trainings
    uid = begun(services).id
    deeds: list[Callable[[], object]] = [
        lambda: trainings.fill_in(uid, FORM),
        lambda: trainings.agree(uid, DIALOGUE, (TODAY, TODAY)),
        lambda: trainings.close(uid, TrainingStatus.CANCELLED, "För få anmälda"),
        lambda: trainings.reopen(uid),
        lambda: trainings.complete(uid),
        lambda: trainings.move_followup(uid, 1, TODAY + 30 * DAY),
        lambda: trainings.skip_followup(uid, 1, "Föräldraledig"),
        lambda: trainings.follow_up(uid, 1, AFTER_2_WEEKS),
        lambda: trainings.follow_up(uid, 2, AFTER_3_MONTHS),
        lambda: trainings.add_followup(uid),
        lambda: trainings.share(uid, trainings.blank_sharing()),
        lambda: trainings.delete(uid),
        lambda: trainings.restore(uid),
    ]
    versions = [content(trainings.get(uid))]
    for deed in deeds:
        lines = len(services.trainings.history(uid))
        deed()
        assert len(services.trainings.history(uid)) == lines + 1
        versions.append(content(trainings.get(uid)))
    for version in reversed(versions[:-1]):
        assert services.log.undo() is not None
        assert content(trainings.get(uid)) == version
    for version in versions[1:]:
        assert services.log.redo() is not None
        assert content(trainings.get(uid)) == version


def content(training: Training) -> Training:
    return training._replace(revision=0, updated_at=None)


# -- facts ------------------------------------------------------------------------------------------------------------


def test_all_problems_of_a_training_are_told_at_once(services: Services) -> None:
    with pytest.raises(InvalidInputError) as refused:
        begun(services, title="  ", start_on=None, end_on=TODAY, minutes=0)
    assert [field for field, _ in refused.value.problems] == ["title", "start_on", "minutes"]
    assert services.trainings.all() == ()


def test_a_training_saved_as_completed_gets_its_follow_ups(services: Services) -> None:
    done = begun(services, status=TrainingStatus.COMPLETED, start_on=TODAY - 9 * DAY, end_on=TODAY - 8 * DAY)
    assert [each.round for each in done.followups] == [1, 2]
    with pytest.raises(InvalidInputError):
        begun(services, status=TrainingStatus.COMPLETED)


def test_trainings_stand_by_their_first_day_and_those_without_one_last(services: Services) -> None:
    for title, start_on in (("senare", TODAY + DAY), ("någon gång", None), ("nu", TODAY)):
        begun(services, title=title, start_on=start_on)
    assert [each.title for each in services.trainings.all()] == ["nu", "senare", "någon gång"]


def test_a_training_is_found_by_the_beginning_of_its_id(services: Services) -> None:
    training = begun(services)
    assert services.trainings.find(training.id[:8]) == training
    for beginning in ("", "zz"):
        with pytest.raises(NotFoundError, match="no training"):
            services.trainings.find(beginning)
    for number in range(17):
        begun(services, title=str(number))
    beginnings = [each.id[0] for each in services.trainings.all()]
    twice = next(each for each in beginnings if beginnings.count(each) > 1)
    with pytest.raises(NotFoundError, match="Several"):
        services.trainings.find(twice)


def test_deleted_is_in_the_bin_waits_for_nothing_and_comes_back(services: Services) -> None:
    training = begun(services)
    services.trainings.delete(training)
    assert (services.trainings.all(), waiting(services)) == ((), [])
    assert [each.id for each in services.trainings.bin()] == [training.id]
    services.trainings.restore(training.id)
    assert waiting(services) == [DueKind.FORM]


# -- dialogue, completion ---------------------------------------------------------------------------------------------


def test_a_tick_stays_until_somebody_takes_it_away(services: Services) -> None:
    uid = begun(services).id
    services.trainings.agree(uid, DIALOGUE, (TODAY, None))
    agreed = services.trainings.agree(uid, {"b7": "Vi räknar larm"})
    assert (agreed.confirmed_employee_on, agreed.confirmed_manager_on) == (TODAY, None)
    assert services.trainings.agree(uid, {}, (None, TODAY)).confirmed_employee_on is None


def test_a_training_is_completed_when_it_is_over(services: Services) -> None:
    training = begun(services, start_on=TODAY - 2 * DAY, end_on=TODAY + DAY)
    with pytest.raises(InvalidInputError):
        services.trainings.complete(training, TODAY + DAY)
    assert services.trainings.complete(training).last_on == TODAY
    with pytest.raises(RuleError):
        services.trainings.complete(training.id)


def test_declined_and_cancelled_need_no_reason_but_keep_it(services: Services) -> None:
    declined = services.trainings.close(begun(services), TrainingStatus.DECLINED)
    assert (declined.status, declined.closed_because) == (TrainingStatus.DECLINED, "")
    with pytest.raises(RuleError):
        services.trainings.close(declined, TrainingStatus.CANCELLED)
    assert services.trainings.reopen(declined).status is TrainingStatus.IDEA


# -- follow-ups, sharings ---------------------------------------------------------------------------------------------


def test_a_follow_up_may_be_answered_early_and_on_another_day(services: Services) -> None:
    done = services.trainings.complete(begun(services, start_on=TODAY - DAY))
    early = services.trainings.follow_up(done, 1, AFTER_2_WEEKS, TODAY - DAY)
    assert early.followup(1).done_on == TODAY - DAY
    changed = services.trainings.follow_up(early, 1, {"c2": "Räknade till tio"})
    assert changed.followup(1).done_on == TODAY - DAY
    with pytest.raises(InvalidInputError):
        services.trainings.follow_up(done, 2, AFTER_3_MONTHS, TODAY + DAY)


def test_a_half_answered_follow_up_is_kept_and_waits(services: Services) -> None:
    done = services.trainings.complete(begun(services, start_on=TODAY))
    half = services.trainings.follow_up(done, 2, {"d1": "us.2"})
    assert half.followup(2).answers == {"d1": "us.2"}
    assert half.followup(2).is_open
    assert half.status is TrainingStatus.COMPLETED
    assert dict(loop(half))[Step.THREE_MONTHS] is State.BEGUN


def test_a_follow_up_is_skipped_with_a_reason_only_and_asked_again_when_moved(services: Services) -> None:
    done = services.trainings.complete(begun(services, start_on=TODAY))
    with pytest.raises(InvalidInputError):
        services.trainings.skip_followup(done, 1, "  ")
    skipped = services.trainings.skip_followup(done, 1, " Sjuk ")
    assert skipped.followup(1).skipped_because == "Sjuk"
    assert services.trainings.move_followup(skipped, 1, TODAY + DAY).followup(1).is_open
    answered = services.trainings.follow_up(skipped, 1, AFTER_2_WEEKS)
    assert answered.followup(1).skipped_because == ""
    with pytest.raises(RuleError):
        services.trainings.skip_followup(answered, 1, "Sen")
    with pytest.raises(RuleError):
        services.trainings.move_followup(answered, 1, TODAY)


def test_a_third_follow_up_is_asked_only_if_somebody_wants_it(services: Services) -> None:
    training = begun(services, start_on=TODAY)
    with pytest.raises(RuleError):
        services.trainings.add_followup(training)
    done = services.trainings.complete(training)
    assert services.trainings.add_followup(done).followup(3).due_on == dt.date(2027, 5, 19)
    moved = services.trainings.move_followup(done, 3, TODAY + 200 * DAY)
    assert moved.followup(3).due_on == TODAY + 200 * DAY
    assert services.trainings.add_followup(moved).followup(3).due_on == dt.date(2027, 5, 19)
    for number in (0, 4):
        with pytest.raises(NotFoundError):
            services.trainings.move_followup(done, number, TODAY)


def test_what_is_shared_is_shared_today_and_never_tomorrow(services: Services) -> None:
    training = begun(services)
    sharing = services.trainings.blank_sharing()._replace(channel=Channel.WRITTEN, status=SharingStatus.DONE)
    assert services.trainings.share(training, sharing).sharings[0].shared_on == TODAY
    with pytest.raises(InvalidInputError):
        services.trainings.share(training, sharing._replace(shared_on=TODAY + DAY))
    changed = services.trainings.share(training.id, sharing._replace(taken="De skrev upp råden"))
    assert [each.taken for each in changed.sharings] == ["De skrev upp råden"]


# -- due --------------------------------------------------------------------------------------------------------------


def test_what_was_put_off_comes_back_on_its_day_also_after_a_restart(
    window: Callable[[], Services], calendar: Calendar
) -> None:
    services = window()
    begun(services)
    (item,) = services.reminders.due()
    with pytest.raises(InvalidInputError):
        services.reminders.snooze(item, TODAY)
    services.reminders.snooze(item, TODAY + DAY)
    services.reminders.snooze(item, TODAY + 2 * DAY)
    assert waiting(window()) == []
    calendar.today = TODAY + 2 * DAY
    assert waiting(window()) == [DueKind.FORM]
    calendar.today = TODAY
    services.log.undo()
    services.log.undo()
    assert waiting(services) == [DueKind.FORM]


def test_what_is_put_off_once_more_to_the_same_day_is_nothing_to_take_back(services: Services) -> None:
    begun(services)
    (item,) = services.reminders.due()
    services.reminders.snooze(item, TODAY + DAY)
    entry = services.log.capture("Vänta tio sekunder")
    services.reminders.snooze(item, TODAY + DAY)
    services.log.undo()
    assert entry.id not in {head.id for head in services.log.heads()}
    services.log.undo()
    assert waiting(services) == [DueKind.FORM]


def test_credentials_wait_in_the_same_list(services: Services) -> None:
    paper = Credential(CredentialKind.DELEGATION, "Läkemedel", valid_until=TODAY + 30 * DAY)
    services.profiles.save(services.profiles.get()._replace(credentials=(paper,)))
    begun(services)
    assert waiting(services) == [DueKind.FORM, DueKind.CREDENTIAL]


# -- entries ----------------------------------------------------------------------------------------------------------


def test_an_entry_begun_from_a_training_brings_its_facts(services: Services) -> None:
    training = begun(services, type=ActivityType.ELEARN, areas=("th.dementia",), start_on=TODAY - 3 * DAY)
    entry = services.trainings.blank_entry(training)
    assert (entry.title, entry.date, entry.areas) == (training.title, TODAY - 3 * DAY, ("th.dementia",))
    assert (entry.activity_type, entry.arena) == (ActivityType.ELEARN, Arena.AT)
    assert services.trainings.blank_entry(begun(services)).date == TODAY
    saved = services.log.save(entry)
    assert services.trainings.of_entry(saved) == training


def test_a_trainings_entries_are_found_and_stay_when_it_is_deleted(services: Services) -> None:
    training, other = begun(services), begun(services)
    texts: dict[str, Any] = {"what_happened": f'"training_id":"{training.id}"'}
    changed: list[tuple[int, dict[str, Any]]] = [
        (2, {}),
        (0, {"training_id": other.id}),
        (1, texts),
        (0, {"training_id": ""}),
    ]
    for days, changes in changed:
        entry = services.trainings.blank_entry(training)
        services.log.save(entry._replace(date=TODAY - days * DAY, title=f"för {days} dagar sedan", **changes))
    found = services.trainings.entries(training.id)
    assert [each.title for each in found] == ["för 1 dagar sedan", "för 2 dagar sedan"]
    services.trainings.delete(training)
    assert services.trainings.entries(training.id) == found
    services.log.delete(found[0].id)
    assert services.trainings.entries(training.id) == found[1:]
    assert services.trainings.entries("") == ()
    assert services.trainings.of_entry(found[1]) is not None
    gone = found[1]._replace(training_id="0" * 32)
    assert services.trainings.of_entry(gone) is None
    assert services.trainings.of_entry(gone._replace(training_id="")) is None


# -- two windows ------------------------------------------------------------------------------------------------------


def test_two_windows_that_answer_different_things_both_win(window: Callable[[], Services]) -> None:
    here, there = window(), window()
    done = here.trainings.complete(begun(here, start_on=TODAY, before=FORM))
    seen = there.trainings.get(done.id)
    here.trainings.follow_up(done, 1, AFTER_2_WEEKS)
    both = there.trainings.follow_up(seen, 2, AFTER_3_MONTHS)
    assert (both.followup(1).answers, both.followup(2).answers) == (AFTER_2_WEEKS, AFTER_3_MONTHS)
    assert both.clashes == ()
    assert both.status is TrainingStatus.FOLLOWED_UP


def test_two_windows_that_answer_the_same_question_lose_nothing(window: Callable[[], Services]) -> None:
    here, there = window(), window()
    mine = begun(here, before={"a1": "x"})
    theirs = there.trainings.get(mine.id)
    here.trainings.fill_in(mine, {"a1": "här", "a2": "bara här"})
    saved = there.trainings.fill_in(theirs, {"a1": "där", "a3": "bara där"})
    assert saved.before == {"a1": "där", "a2": "bara här", "a3": "bara där"}
    assert [(each.field, each.value) for each in saved.clashes] == [("before", {"a1": "här"})]
    assert [each.id for each in there.trainings.clashing()] == [mine.id]
    kept = there.trainings.settle(saved, "before", take_other=False)
    assert (kept.before, kept.clashes) == (saved.before, ())
    there.log.undo()
    taken = there.trainings.settle(saved.id, "before", take_other=True)
    assert taken.before == {"a1": "här", "a2": "bara här", "a3": "bara där"}
    assert there.trainings.clashing() == ()


def test_a_training_completed_in_two_windows_is_completed_once(window: Callable[[], Services]) -> None:
    here, there = window(), window()
    mine = begun(here, start_on=TODAY - 5 * DAY, before=FORM)
    theirs = there.trainings.get(mine.id)
    here.trainings.complete(mine)
    twice = there.trainings.complete(theirs)
    assert (len(twice.followups), len(twice.sharings), twice.clashes) == (2, 2, ())
    third = window().trainings.complete(theirs, TODAY)
    assert len(third.followups) == 2
    assert len(third.sharings) == 2
    assert {each.field for each in third.clashes} >= {"followups"}


def test_edited_here_and_deleted_there_it_stays(window: Callable[[], Services]) -> None:
    here, there = window(), window()
    mine = begun(here)
    theirs = there.trainings.get(mine.id)
    here.trainings.delete(mine)
    assert not there.trainings.fill_in(theirs, {"a1": "x"}).is_deleted
