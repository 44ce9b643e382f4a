"""Development talks over a real log and two years that pass."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from learnlog.bootstrap import Services
from learnlog.domain.agreed import Agreed
from learnlog.domain.competence import Area
from learnlog.domain.due import DueKind
from learnlog.domain.goal import Action, ActionStatus, Goal, GoalStatus, Review
from learnlog.domain.talk import Talk, TalkKind
from learnlog.domain.values import Applied, Arena, Language
from learnlog.errors import InvalidInputError, RuleError
from learnlog.i18n.catalog import Translator
from tests.builders import TODAY, Calendar, a_goal, an_action

DAY = dt.timedelta(days=1)
FIRST, HALF, SECOND = TODAY + 7 * DAY, TODAY + 190 * DAY, TODAY + 371 * DAY
SV = Translator(Language.SV)


def hold_the_first(services: Services) -> tuple[Talk, Goal, Action]:
    """The first talk, as it was prepared: a goal with an action in daily work, an agreement, half a year ahead."""
    plan, coming = services.plan, services.talks.coming()
    assert coming is not None
    assert coming.employee == {"t1": "Lugna kvällar", "t5": "TAKK"}
    goal = plan.goals.blank(plan.areas.all()[0])._replace(title="Använda TAKK i gruppen")
    action = plan.actions.blank(goal)._replace(
        what="Fem tecken på varje APT", first_step="Visa fem tecken", first_step_on=FIRST + 20 * DAY, arena=Arena.IN
    )
    shown = services.curriculum.text(services.curriculum.selection(), SV)
    held = services.talks.hold(
        coming._replace(agreements=("En timme i månaden",), next_on=services.talks.usual_next(coming)),
        Agreed((goal,), (action,)),
        shown,
    )
    return held, goal, action


def test_two_years_with_their_talks_and_a_restart_before_every_step(
    window: Callable[[], Services], calendar: Calendar
) -> None:
    # autumn: an area, and the first talk is prepared bit by bit; there is no manager's answer
    areas = window().plan.areas
    signs = areas.rate(areas.save(areas.blank("Tecken")._replace(requirement=2)), 3, Applied.NOT_YET)
    talks = window().talks
    uid = talks.save(talks.blank()._replace(talk_on=FIRST, who="enhetschefen och jag")).id
    window().talks.prepare(window().talks.get(uid), {"t1": "Lugna kvällar"})
    window().talks.prepare(window().talks.get(uid), {"t5": "TAKK"})
    assert [each.kind for each in window().reminders.due()] == [DueKind.TALK]

    # the first talk: a goal with an action in daily work, an agreement, half a year ahead
    calendar.today = FIRST
    held, goal, action = hold_the_first(window())
    assert (held.held_on, held.goal_ids, held.action_ids) == (FIRST, (goal.id,), (action.id,))
    agreed = window().plan.goals.get(goal.id)
    assert (agreed.status, agreed.talk_id) == (GoalStatus.AGREED, held.id)
    assert window().talks.coming() is None
    assert window().reminders.due() == ()

    # spring: the first step, then the half-year follow-up, which agrees on nothing new
    calendar.today = FIRST + 20 * DAY
    (step,) = window().reminders.due()
    assert (step.kind, step.action_id) == (DueKind.FIRST_STEP, action.id)
    window().plan.actions.take_first_step(window().plan.actions.get(action.id))
    assert window().plan.goals.get(goal.id).status is GoalStatus.IN_PROGRESS
    calendar.today = HALF
    assert [each.kind for each in window().reminders.due()] == [DueKind.TALK]
    services = window()
    half = services.talks.blank()
    assert (half.kind, half.who) == (TalkKind.HALF_YEAR, "enhetschefen och jag")
    assert services.talks.looking_back().goals == services.plan.goals.all()
    services.plan.actions.review(
        services.plan.actions.get(action.id), Review(HALF, "Fem tecken", "Ingen tid i schemat")
    )
    services.talks.hold(half._replace(talk_on=HALF, agreements=("Tio minuter på APT",), next_on=SECOND), Agreed(), "")

    # the second year: what the first agreed comes back, with what became of it
    calendar.today = SECOND - 3 * DAY
    services = window()
    services.plan.goals.save(services.plan.goals.get(goal.id)._replace(status=GoalStatus.ACHIEVED))
    services.plan.areas.rate(services.plan.areas.get(signs.id), 3, Applied.OFTEN)
    second = services.talks.save(services.talks.blank())
    assert (second.kind, second.talk_on) == (TalkKind.ANNUAL, SECOND)
    back = services.talks.looking_back(second)
    assert [each.kind for each in back.talks] == [TalkKind.ANNUAL, TalkKind.HALF_YEAR]
    assert [(each.title, each.status, each.closed_on) for each in back.goals] == [
        ("Använda TAKK i gruppen", GoalStatus.ACHIEVED, SECOND - 3 * DAY)
    ]
    assert [(each.id, each.status, each.first_step_done_on) for each in back.actions] == [
        (action.id, ActionStatus.STARTED, FIRST + 20 * DAY)
    ]
    assert back.actions[0].reviews == (Review(HALF, "Fem tecken", "Ingen tid i schemat"),)
    assert back.agreements == ("En timme i månaden", "Tio minuter på APT")
    portfolio = services.curriculum.portfolio()
    assert portfolio.last_talk_on == FIRST
    assert [each.used for each in portfolio.areas[0].ratings] == [Applied.NOT_YET, Applied.OFTEN]

    # held too: the first one's summary is still what was shown
    calendar.today = SECOND
    window().talks.hold(window().talks.get(second.id), Agreed((a_goal(title="Tjugo tecken"),)), "# Andra året")
    assert window().talks.get(uid).summary == held.summary != ""
    assert "Andra året" not in held.summary
    assert [each.title for each in window().talks.looking_back().goals] == ["Tjugo tecken"]
    assert window().talks.looking_back(window().talks.get(second.id)).goals == back.goals
    assert [each.talk_on for each in window().talks.all()] == [SECOND, HALF, FIRST]


@pytest.fixture
def services(window: Callable[[], Services]) -> Services:
    return window()


def test_holding_is_one_save_and_one_undo(services: Services) -> None:
    talks, plan = services.talks, services.plan
    known = plan.goals.save(a_goal(title="Fanns"))
    talk = talks.save(talks.blank()._replace(talk_on=TODAY))
    talks.hold(
        talk,
        Agreed(
            (
                known,
                a_goal(title="Ny"),
            ),
            (an_action(),),
        ),
        "# CV",
    )
    assert len(plan.goals.all()) == 2
    assert services.log.undo() is not None
    assert (plan.goals.all(), plan.actions.all()) == ((plan.goals.get(known.id),), ())
    assert plan.goals.get(known.id).status is GoalStatus.SUGGESTED
    assert talks.get(talk.id).held_on is None
    assert services.log.redo() is not None
    assert talks.get(talk.id).summary == "# CV"


def test_a_talk_that_was_written_down_can_be_put_right_and_shows_what_was_shown(
    services: Services, calendar: Calendar
) -> None:
    talks, plan = services.talks, services.plan
    goal, other, action = a_goal(title="Stannar"), a_goal(title="Fel"), an_action()
    held = talks.hold(
        talks.blank()._replace(talk_on=TODAY),
        Agreed(
            (
                goal,
                other,
            ),
            (action,),
        ),
        "# Då",
    )
    calendar.today = TODAY + DAY
    again = talks.hold(held._replace(agreements=("Glömdes",)), Agreed((plan.goals.get(goal.id),)), "# Nu")
    assert (again.summary, again.held_on, again.agreements) == ("# Då", TODAY, ("Glömdes",))
    assert (again.goal_ids, again.action_ids) == ((goal.id,), ())
    assert {each.title: each.talk_id for each in plan.goals.all()} == {"Stannar": held.id, "Fel": ""}
    assert plan.actions.get(action.id).talk_id == ""


def test_what_was_called_off_is_not_agreed_and_what_is_done_stays_done(services: Services) -> None:
    off, done = an_action(status=ActionStatus.CANCELLED), an_action(status=ActionStatus.DONE)
    achieved = a_goal(status=GoalStatus.ACHIEVED)
    held = services.talks.hold(
        services.talks.blank()._replace(talk_on=TODAY),
        Agreed(
            (achieved,),
            (
                off,
                done,
            ),
        ),
        "",
    )
    assert held.action_ids == (done.id,)
    assert services.plan.goals.get(achieved.id).status is GoalStatus.ACHIEVED


@pytest.mark.parametrize("talk_on", [None, TODAY + DAY])
def test_a_talk_is_held_on_a_day_that_has_come(services: Services, talk_on: dt.date | None) -> None:
    with pytest.raises(InvalidInputError):
        services.talks.hold(services.talks.blank()._replace(talk_on=talk_on), Agreed((a_goal(),)), "")
    assert (services.plan.goals.all(), services.talks.all()) == ((), ())


def test_a_talk_that_was_held_is_not_prepared_any_more_but_its_plan_can_be_evaluated(services: Services) -> None:
    talks = services.talks
    held = talks.hold(talks.blank()._replace(talk_on=TODAY), Agreed(), "")
    with pytest.raises(RuleError):
        talks.prepare(held, {"t1": "För sent"})
    talks.evaluate(talks.evaluate(held, {"y1": "Två av tre"}), {"y2": "Kraven"})
    assert talks.get(held.id).evaluation == {"y1": "Två av tre", "y2": "Kraven"}


def test_a_goal_put_in_the_bin_is_not_looked_back_on_and_the_talk_still_opens(services: Services) -> None:
    goal = a_goal()
    held = services.talks.hold(services.talks.blank()._replace(talk_on=TODAY), Agreed((goal,)), "# CV")
    services.plan.goals.delete(services.plan.goals.get(goal.id))
    assert services.talks.looking_back().goals == ()
    assert services.talks.get(held.id).goal_ids == (goal.id,)
    talk = services.talks.delete(held)
    assert services.talks.last() is None
    services.talks.restore(talk)
    assert services.talks.last() is not None


@pytest.fixture
def record(services: Services) -> tuple[Talk, Goal, Action, Area]:
    """A talk that agreed on a goal, an action and what an area requires."""
    plan = services.plan
    area = plan.areas.save(plan.areas.blank("Tecken")._replace(requirement=1))
    goal = plan.goals.blank(area)._replace(title="Använda tjugo tecken", measure="Alla kan tio", deadline_on=SECOND)
    action = plan.actions.blank(goal)._replace(what="Fem tecken på APT", how="en i taget", first_step="Fråga Lisa")
    talk = services.talks.blank()._replace(talk_on=TODAY)
    held = services.talks.hold(talk, Agreed((goal,), (action,), (area._replace(requirement=3),)), "# CV")
    return held, plan.goals.get(goal.id), plan.actions.get(action.id), plan.areas.get(area.id)


def test_a_record_reads_the_same_for_years_whatever_becomes_of_the_plan(
    window: Callable[[], Services], calendar: Calendar, record: tuple[Talk, Goal, Action, Area]
) -> None:
    talk, goal, action, area = record
    assert area.requirement == 3
    before = window().exports.talk_text(talk.id, SV)
    for said in (
        "### Använda tjugo tecken",
        "Alla kan tio",
        "Fem tecken på APT",
        "en i taget",
        "Tecken:** 3, kan själv",
    ):
        assert said in before
    calendar.today = SECOND + 700 * DAY
    plan = window().plan
    plan.goals.save(goal._replace(title="Något annat", measure="", deadline_on=None, status=GoalStatus.DROPPED))
    plan.actions.delete(plan.actions.get(action.id))
    plan.areas.save(area._replace(name="TAKK", requirement=None))
    assert window().exports.talk_text(talk.id, SV) == before
    plan.goals.delete(plan.goals.get(goal.id))
    assert window().exports.talk_text(talk.id, SV) == before


def test_written_down_again_it_says_what_was_agreed_unless_it_is_to_say_it_anew(
    services: Services, record: tuple[Talk, Goal, Action, Area]
) -> None:
    talk, goal, action, _area = record
    goal = services.plan.goals.save(goal._replace(title="Använda tio tecken"))
    action = services.plan.actions.save(action._replace(status=ActionStatus.CANCELLED))
    agreed = Agreed((goal,), (action,), services.plan.areas.all())
    again = services.talks.hold(talk._replace(agreements=("Glömdes",)), agreed, "")
    assert [each.title for each in again.agreed_goals] == ["Använda tjugo tecken"]
    assert again.action_ids == (action.id,)
    anew = services.talks.hold(again, agreed, "", anew=True)
    assert [each.title for each in anew.agreed_goals] == ["Använda tio tecken"]


def test_writing_down_an_old_talk_again_keeps_what_has_left_the_plan_and_leaves_later_talks_alone(
    services: Services, record: tuple[Talk, Goal, Action, Area]
) -> None:
    talk, goal, action, _area = record
    later = services.talks.hold(services.talks.blank()._replace(talk_on=TODAY), Agreed((goal,)), "")
    services.plan.actions.delete(action)
    again = services.talks.hold(talk, Agreed((services.plan.goals.get(goal.id),)), "")
    assert (again.action_ids, again.agreed_actions) == (talk.action_ids, talk.agreed_actions)
    assert again.area_ids == ()
    assert services.plan.goals.get(goal.id).talk_id == later.id


def test_a_record_from_before_this_was_kept_tells_what_the_plan_says(
    services: Services, record: tuple[Talk, Goal, Action, Area]
) -> None:
    talk, goal, _action, _area = record
    services.talks.save(talk._replace(agreed_goals=(), agreed_actions=(), agreed_areas=(), area_ids=()))
    services.plan.goals.save(goal._replace(title="Som det heter nu"))
    assert "### Som det heter nu" in services.exports.talk_text(talk.id, SV)
