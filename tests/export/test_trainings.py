"""What the CV summary tells about trainings and sharings. Today is 20 November 2026."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from learnlog.domain.loop import figures
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.profile import Profile
from learnlog.domain.selection import Selection
from learnlog.domain.training import Channel, FollowUp, Sharing, SharingStatus, Training, TrainingStatus
from learnlog.domain.values import ActivityType, Language
from learnlog.export.compose import compose
from learnlog.export.document import Part
from learnlog.export.markdown import document_markdown
from learnlog.i18n.catalog import Translator
from learnlog.i18n.loop_rows import loop_rows
from tests.builders import TODAY
from tests.export.trainings import DEMENTIA, TRAININGS

EN = Translator(Language.EN)
MAY = dt.date(2026, 5, 12)
EXPECTED = {"a2": "Calmer evenings"}
TWO_WEEKS, THREE_MONTHS = dt.date(2026, 5, 26), dt.date(2026, 8, 10)


def a_training(**changes: Any) -> Training:
    """A course of one day in May, which has taken place."""
    values: dict[str, Any] = {"id": "a" * 32, "title": "A course", "start_on": MAY, "status": TrainingStatus.COMPLETED}
    return Training(**(values | changes))


def the_cv(*trainings: Training, selection: Selection | None = None) -> str:
    """The English CV as one long line, so that no line's end is in the way."""
    document = compose(Portfolio(Profile(), (), TODAY, trainings=trainings), selection or Selection(), EN)
    return " ".join(document_markdown(document).split())


def followed_up(number: int, **answers: str) -> FollowUp:
    """A round that was answered."""
    day = {1: TWO_WEEKS, 2: THREE_MONTHS, 3: dt.date(2026, 11, 10)}[number]
    return FollowUp(number, day, day, answers)


@pytest.mark.parametrize("status", TrainingStatus)
def test_only_what_was_held_or_is_agreed_on_is_told(status: TrainingStatus) -> None:
    told = status.is_over or status in (
        TrainingStatus.APPROVED,
        TrainingStatus.CONDITIONS,
        TrainingStatus.BOOKED,
        TrainingStatus.ONGOING,
    )
    assert ("A course" in the_cv(a_training(status=status))) == told


@pytest.mark.parametrize(
    ("start", "end", "status", "told"),
    [
        ("2025-11-20", None, TrainingStatus.COMPLETED, False),
        ("2025-11-20", "2025-11-21", TrainingStatus.COMPLETED, True),
        ("2026-11-20", None, TrainingStatus.COMPLETED, True),
        (None, None, TrainingStatus.COMPLETED, False),
        ("2027-03-01", None, TrainingStatus.BOOKED, True),
        (None, None, TrainingStatus.APPROVED, True),
        ("2025-03-01", None, TrainingStatus.BOOKED, False),
        ("2027-03-01", None, TrainingStatus.IDEA, False),
    ],
)
def test_a_training_belongs_to_the_period_of_its_last_day(
    start: str | None, end: str | None, status: TrainingStatus, *, told: bool
) -> None:
    first, last = (dt.date.fromisoformat(each) if each else None for each in (start, end))
    assert ("A course" in the_cv(a_training(start_on=first, end_on=last, status=status))) == told


def test_what_is_to_come_is_no_part_of_an_earlier_year() -> None:
    year = Selection(from_on=dt.date(2024, 1, 1), to_on=dt.date(2024, 12, 31))
    assert "A course" not in the_cv(a_training(start_on=None, status=TrainingStatus.BOOKED), selection=year)


def test_a_follow_up_after_the_period_still_tells_about_a_training_in_it() -> None:
    spring = Selection(from_on=dt.date(2026, 1, 1), to_on=dt.date(2026, 6, 30))
    training = a_training(before=EXPECTED, followups=(followed_up(2, d1="us.3", d5="ex.more"),))
    assert "- **After 3 months:** Used often. More than expected." in the_cv(training, selection=spring)


def test_the_owner_can_leave_a_training_out_with_what_was_shared_of_it() -> None:
    sharing = Sharing("s", Channel.SHOW, MAY, "", "three tips", SharingStatus.DONE)
    one, other = a_training(), a_training(id="b" * 32, title="Another", sharings=(sharing,))
    assert "Another" not in the_cv(one, other, selection=Selection(training_ids=(one.id,)))
    assert "three tips" not in the_cv(one, other, selection=Selection(training_ids=(one.id,)))
    assert "A course" in the_cv(one, other, selection=Selection(training_ids=(one.id,)))
    assert "##" not in the_cv(one, other, selection=Selection(training_ids=()))


def test_without_trainings_there_are_no_such_parts() -> None:
    document = compose(Portfolio(Profile(), (), TODAY), Selection(), EN)
    assert document.section(Part.TRAININGS) is None
    assert document.section(Part.SHARED) is None


def test_the_agreed_benefit_goes_before_the_one_hoped_for() -> None:
    assert "**Expected benefit:** Calmer evenings." in the_cv(a_training(before=EXPECTED))
    agreed = a_training(before=EXPECTED, dialogue={"b2": "All do the same!"})
    assert "**Expected benefit:** All do the same!" in the_cv(agreed)
    assert "Calmer" not in the_cv(agreed)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"c1": "no", "c3": "no"}, "Not tried yet. Not shared yet."),
        ({"c1": "once", "c3": "planned"}, "Tried once. A date is set for sharing it."),
        ({"c1": "several", "c3": "yes"}, "Tried several times. Shared."),
        ({"c1": "several", "c2": "I waited\nand smiled"}, "Tried several times. I waited and smiled."),
        ({"c5": "Show a colleague"}, "Followed up."),
    ],
)
def test_what_was_tried_after_two_weeks(answers: dict[str, str], said: str) -> None:
    training = a_training(before=EXPECTED, followups=(followed_up(1, **answers), FollowUp(2, THREE_MONTHS)))
    assert f"- **After 2 weeks:** {said} - **After 3 months:** Not followed up yet." in the_cv(training)


def test_how_it_was_shared_by_then_is_told_each_way_once() -> None:
    days = (MAY, TWO_WEEKS, TWO_WEEKS, THREE_MONTHS)
    channels = (Channel.MEETING, Channel.MEETING, Channel.WRITTEN, Channel.NEWSLETTER)
    sharings = tuple(
        Sharing(str(day), channel, day, status=SharingStatus.DONE) for day, channel in zip(days, channels, strict=True)
    )
    said = the_cv(a_training(followups=(followed_up(1, c1="once", c3="yes"),), sharings=sharings))
    assert "Tried once. Shared at a workplace meeting. Shared as a short written tip. ##" in said


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"d1": "us.0", "d5": "ex.less"}, "Not used yet. Less than expected."),
        ({"d1": "us.1", "d5": "ex.as"}, "Tried once. As expected."),
        ({"d1": "us.2", "d5": "ex.other"}, "Used sometimes. Something else than expected."),
        ({"d1": "us.4"}, "Always used: it is how I work now."),
        ({"d2": "I wait longer"}, "I wait longer."),
        ({"d1": "us.9"}, "Followed up."),
    ],
)
def test_what_became_of_it_after_three_months(answers: dict[str, str], said: str) -> None:
    assert f"**After 3 months:** {said}" in the_cv(a_training(followups=(followed_up(2, **answers),)))


def test_value_and_how_we_go_on_come_from_the_latest_follow_up() -> None:
    early = followed_up(2, d1="us.2", d3="Some calm.", d7="train")
    late = followed_up(3, d1="us.4", d3="Calm", d4="Less cover", d6="A new routine", d7="keep,routine,odd")
    said = the_cv(a_training(before=EXPECTED, followups=(early, late)))
    assert "**After 3 months:** Used sometimes. - **After 6 months:** Always used: it is how I work now." in said
    assert "**Value for clients:** Calm. - **Value for the workplace:** Less cover." in said
    assert (
        "**What has happened? What has not happened?** A new routine. - **How we go on:** We keep doing it. We change"
        in said
    )
    assert "We train more." not in said


def test_the_state_is_honest() -> None:
    waiting = (FollowUp(1, TWO_WEEKS), FollowUp(2, THREE_MONTHS))
    assert "- **Follow-up:** Not followed up yet." in the_cv(a_training(before=EXPECTED, followups=waiting))
    skipped = (FollowUp(1, TWO_WEEKS, skipped_because="no time\nin May"), FollowUp(2, THREE_MONTHS))
    said = the_cv(a_training(before=EXPECTED, followups=skipped))
    assert "**After 2 weeks:** The follow-up was skipped. - **After 3 months:** Not followed up" in said
    assert "no time" not in said  # why may be about somebody's health
    assert "**Expected benefit:** No form was filled in." in the_cv(a_training())
    late_only = the_cv(a_training(before=EXPECTED, followups=(waiting[0], followed_up(2, d1="us.3"))))
    assert "Not followed up" not in late_only


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"type": ActivityType.ELEARN, "minutes": 120}, "**A course** · e-learning · 2 hours · May 2026"),
        ({"mandatory": True, "minutes": 90}, "**A course** · external course · 1 h 30 min · May 2026 · mandatory"),
        ({"type": ActivityType.SELFSTUDY, "minutes": 60}, "**A course** · own reading · 1 hour · May 2026"),
    ],
)
def test_what_needs_no_form_is_one_line(changes: dict[str, Any], said: str) -> None:
    rounds = (FollowUp(1, TWO_WEEKS, skipped_because="nothing to try"), FollowUp(2, THREE_MONTHS))
    document = the_cv(a_training(followups=rounds, **changes))
    assert document.endswith(
        f"happened {said} --- We have both read this. | Employee | Manager | Date |"
        " | ---------------------- | ---------------------- | ---------------------- | | | | |"
    )


def test_what_was_followed_up_is_told_also_without_a_form() -> None:
    training = a_training(type=ActivityType.ELEARN, followups=(followed_up(2, d1="us.3"),))
    assert "**Expected benefit:** No form was filled in. - **After 3 months:** Used often." in the_cv(training)


def test_what_is_planned_says_so() -> None:
    planned = a_training(status=TrainingStatus.CONDITIONS, start_on=dt.date(2027, 1, 12), before=EXPECTED)
    assert "**A course** · January 2027 · planned - **Expected benefit:** Calmer evenings." in the_cv(planned)
    assert "Follow" not in the_cv(planned)
    assert "**A course** · planned" in the_cv(a_training(status=TrainingStatus.BOOKED, start_on=None))
    assert "**A course** · November 2026 · ongoing" in the_cv(a_training(status=TrainingStatus.ONGOING, start_on=TODAY))


@pytest.mark.parametrize(
    ("start", "end", "minutes", "said"),
    [
        ("2026-05-12", "2026-05-13", None, "2 days · May 2026"),
        ("2026-05-12", "2026-05-13", 840, "2 days · May 2026"),
        ("2026-05-12", "2026-05-13", 180, "3 hours · May 2026"),
        ("2026-02-16", "2026-03-20", 1440, "24 hours · February–March 2026"),
        ("2026-02-16", "2026-03-20", None, "February–March 2026"),
        ("2025-12-15", "2026-01-12", 45, "45 min · December 2025 – January 2026"),
        ("2026-05-12", None, None, "May 2026"),
    ],
)
def test_length_and_months(start: str, end: str | None, minutes: int | None, said: str) -> None:
    last = dt.date.fromisoformat(end) if end else None
    training = a_training(start_on=dt.date.fromisoformat(start), end_on=last, minutes=minutes, before=EXPECTED)
    assert f"**A course** · {said} - **Expected" in the_cv(training)


def test_what_was_shared_is_listed_by_day() -> None:
    done = SharingStatus.DONE
    sharings = (
        Sharing("1", Channel.WRITTEN, TODAY, "", "five\nsigns", done),
        Sharing("2", Channel.MEETING, MAY, "the team", "", done),
        Sharing("2b", Channel.SHOW, MAY, "the team", "the grip", done),
        Sharing("3", Channel.SHOW, MAY, "", "planned only"),
        Sharing("4", Channel.SHOW, MAY, "", "cancelled", SharingStatus.CANCELLED),
        Sharing("5", Channel.SHOW, dt.date(2025, 5, 1), "", "long ago", done),
    )
    said = the_cv(a_training(start_on=dt.date(2025, 5, 1), sharings=sharings))
    assert (
        "## Shared with others - 12 May 2026, workplace meeting: A course - 12 May 2026, shown in practice: the grip"
        " - 20 November 2026, short written tip: five signs ---"
    ) in said
    assert "## Training:" not in said


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        (Language.EN, ("Trainings", "7"), ("Shared with colleagues", "2 of 7")),
        (Language.SV, ("Utbildningar", "7"), ("Delade med kollegor", "2 av 7")),
        (Language.NB, ("Kurs og opplæring", "7"), ("Delt med kolleger", "2 av 7")),
    ],
)
def test_the_figures_of_the_loop_in_words(language: Language, first: tuple[str, str], last: tuple[str, str]) -> None:
    rows = loop_rows(figures(TRAININGS), Translator(language))
    assert (rows[0].name, rows[0].words) == first
    assert (rows[-1].name, rows[-1].words) == last
    assert [row.number for row in rows] == [7, 1, 1, 5, 1, 1, 1, 2]
    assert [row.of for row in rows] == [None, 7, 7, 7, 5, 1, 1, 7]
    assert [row.indent for row in rows] == [0, 0, 0, 0, 0, 1, 1, 0]


def test_the_figures_of_few_trainings_are_few() -> None:
    assert [row.words for row in loop_rows(figures(()), EN)] == ["0"]
    idea = a_training(status=TrainingStatus.IDEA)
    assert [row.name for row in loop_rows(figures((idea,)), EN)] == [
        "Trainings", "With a form before", "Agreed with the manager", "Have taken place", "Shared with colleagues",
    ]  # fmt: skip
    assert len(loop_rows(figures((DEMENTIA,)), EN)) == len(loop_rows(figures((a_training(),)), EN)) + 2
