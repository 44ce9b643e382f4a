"""What many copies tell together: nobody's words in a total, nobody told by a small number."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain.competence import NeedType
from learnlog.domain.goal import Goal
from learnlog.domain.share import Share
from learnlog.domain.team import GROUP_MIN, OTHER_AREA, Copy, Needs, Team, Waiting, coarse, groups, team
from learnlog.domain.training import Channel, Sharing, SharingStatus, TrainingStatus
from learnlog.domain.training_life import completed
from learnlog.export.team_csv import team_csv
from tests.builders import AFTER_3_MONTHS, DIALOGUE, FORM, TODAY, a_goal, a_training, an_area
from tests.copies import a_copy


def together(*shares: Share, answered: bool = True) -> Team:
    return team([Copy(f"{place}.learnlog-share", each, answered) for place, each in enumerate(shares)], TODAY)


def a_need(need: NeedType, area_id: str) -> Goal:
    return a_goal(need=need, area_id=area_id, title="HEMLIGT MÅL")


def test_nobody_waits_where_nothing_is_open() -> None:
    found = together(a_copy(1))
    assert found.matters == ()
    assert [each.sender.name for each in found.persons] == ["Person 001"]


def test_a_copy_waits_until_it_has_been_answered() -> None:
    assert [each.kind for each in together(a_copy(1), answered=False).matters] == [Waiting.COPY]


def test_a_form_waits_for_the_dialogue_until_something_is_decided() -> None:
    asked = a_training(status=TrainingStatus.PROPOSED, before=FORM)
    found = together(a_copy(1, asked), a_copy(2, a_training(before=FORM, dialogue=DIALOGUE)))
    assert [(each.kind, each.person) for each in found.of(Waiting.FORM)] == [(Waiting.FORM, 0)]


def test_follow_ups_and_promises_are_open_until_looked_back_at_and_late_after_their_day() -> None:
    held = completed(a_training(before=FORM, dialogue=DIALOGUE | {"b8": ""}), dt.date(2026, 8, 1))
    found = together(a_copy(1, held))
    assert [(each.round, each.is_late(TODAY)) for each in found.of(Waiting.FOLLOWUP)] == [(1, True), (2, True)]
    promise, *rest = found.of(Waiting.PROMISE)
    assert (promise.is_managers, promise.is_late(TODAY), rest) == (True, True, [])
    answered = held.followups[1]._replace(done_on=TODAY, answers=AFTER_3_MONTHS)
    done = held._replace(followups=(held.followups[0], answered))
    assert together(a_copy(1, done)).of(Waiting.FOLLOWUP, Waiting.PROMISE) == ()


def test_what_is_planned_to_be_shared_is_to_plan_and_what_has_been_is_not() -> None:
    planned, told = Sharing("1" * 32, Channel.MEETING), Sharing("2" * 32, Channel.SHOW, status=SharingStatus.DONE)
    found = together(a_copy(1, a_training(status=TrainingStatus.COMPLETED, sharings=(planned, told))))
    assert [(each.channel, each.due_on) for each in found.of(Waiting.SHARING)] == [(Channel.MEETING, None)]


def test_only_the_newest_copy_of_a_log_counts() -> None:
    area = an_area(requirement=3)
    old = a_copy(1, area, a_need(NeedType.DEVELOP, area.id), days_old=100)
    found = together(a_copy(1), old, answered=False)
    assert [each.copies for each in found.persons] == [2]
    assert len(found.of(Waiting.COPY)) == 1
    assert found.needs == ()


def test_persons_stand_by_name_and_never_by_what_they_have_done() -> None:
    held = completed(a_training(), dt.date(2026, 1, 1))
    found = together(a_copy(2, name="Örjan"), a_copy(1, held, held._replace(id="9" * 32), name="anna"))
    assert [each.sender.name for each in found.persons] == ["anna", "Örjan"]


def test_a_person_counts_once_for_a_need_however_often_it_stands_there() -> None:
    area = an_area(need=NeedType.DEVELOP)
    found = together(a_copy(1, area, a_need(NeedType.DEVELOP, area.id)), a_copy(2, an_area(need=NeedType.ACQUIRE)))
    counts = {NeedType.MOBILISE: 0, NeedType.DEVELOP: 1, NeedType.ACQUIRE: 1}
    assert found.needs == (Needs("th.dementia", counts),)


def test_an_area_in_somebodys_own_words_has_no_name_until_five_use_them() -> None:
    copies = [a_copy(number, an_area(name=" Palliativ  vård", need=NeedType.DEVELOP)) for number in range(GROUP_MIN)]
    assert [each.area for each in together(*copies[1:]).needs] == [OTHER_AREA]
    assert [each.area.split() for each in together(*copies).needs] == [["Palliativ", "vård"]]


def test_copies_are_old_after_two_years_or_as_many_as_somebody_says() -> None:
    copies = [Copy(str(days), a_copy(days, days_old=days)) for days in (0, 400, 730, 800, 1200)]
    assert team(copies, TODAY).old == ("1200", "800")
    assert team(copies, TODAY, keep_years=1).old == ("1200", "800", "730", "400")
    assert team(copies, TODAY, keep_years=10**6).old == ()


@given(st.integers(0, 10_000))
def test_what_leaves_is_a_count_to_the_nearest_five_or_none(count: int) -> None:
    told = coarse(count)
    if 0 < count < GROUP_MIN:
        assert told is None
    else:
        assert told is not None
        assert told % GROUP_MIN == 0
        assert abs(told - count) <= GROUP_MIN // 2


@given(st.lists(st.integers(0, 3), max_size=40))
def test_no_group_of_fewer_than_five_leaves_and_nothing_anybody_wrote(units: list[int]) -> None:
    area = an_area(name="HEMLIGT OMRÅDE", need=NeedType.DEVELOP, description="HEMLIGT")
    held = completed(a_training(title="HEMLIG TITEL", before=FORM), dt.date(2026, 1, 1))
    copies = [
        Copy(f"HEMLIG-{place}", a_copy(place, area, held, a_need(NeedType.ACQUIRE, area.id), unit=f"Enhet {unit}"))
        for place, unit in enumerate(units)
    ]
    text = team_csv(groups(copies, TODAY), TODAY)
    large = {f"Enhet {unit}" for unit in units if units.count(unit) >= GROUP_MIN}
    rows = [line.split(",") for line in text.splitlines()[1:]]
    assert {row[0] for row in rows} - {""} == large
    assert all(row[3] == "<5" or int(row[3]) % GROUP_MIN == 0 for row in rows)
    assert "Person" not in text
    assert "HEMLIG" not in text.replace("HEMLIGT OMRÅDE", "" if len(units) >= GROUP_MIN else "HEMLIGT OMRÅDE")


def test_no_unit_can_be_a_formula_for_a_spreadsheet() -> None:
    copies = [Copy(str(number), a_copy(number, unit="=1+1")) for number in range(GROUP_MIN)]
    assert "\n'=1+1,all,,5" in team_csv(groups(copies, TODAY), TODAY).replace("\r", "")
