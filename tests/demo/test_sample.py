"""The sample log: true to the rules, alive in every part, the same shape in each language, never in the future."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from learnlog.demo.sample import Sample, sample
from learnlog.domain.areas import SUGGESTED_AREAS
from learnlog.domain.entry import Entry
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.profile import AssignmentKind, CredentialKind
from learnlog.domain.questions import REFLECTION_SETS, reflection_set
from learnlog.domain.review import REVIEW_QUESTIONS
from learnlog.domain.values import (
    ActivityType,
    Applied,
    Arena,
    Component,
    KnowledgeForm,
    Language,
    Purpose,
    RoleInvolved,
    Status,
    Visibility,
)
from learnlog.export.compose import compose
from learnlog.export.document import Bullets, Paragraph, Part, Run, Section
from learnlog.i18n.catalog import Translator
from tests.builders import TODAY

IDENTITY = re.compile(r"(?<!\d)(?:18|19|20)?\d{6}[-+ ]?\d{4,5}(?!\d)")
"""Anything that could be a Swedish or Norwegian identity number, right or wrong."""

days = st.dates(dt.date(2026, 1, 1), dt.date(2100, 12, 31))


@pytest.fixture(params=list(Language))
def made(request: pytest.FixtureRequest) -> Sample:
    return sample(request.param, TODAY)


def texts(made: Sample) -> list[str]:
    """Everything somebody wrote."""
    return [
        *(text for entry in made.entries for text in entry.texts()),
        *(text for training in made.trainings for text in training.texts()),
        made.selection.year_in_short,
        made.selection.wishes,
        *(credential.title for credential in made.profile.credentials),
        *(work.learned for work in made.profile.work_history),
        *(text for comment in made.comments for text in (comment.text, comment.answer) if text),
        *made.reviews[0].answers.values(),
    ]


def test_every_entry_keeps_the_rules(made: Sample) -> None:
    assert [(entry.title, entry.problems(TODAY)) for entry in made.entries if entry.problems(TODAY)] == []
    assert made.profile.problems() == ()


def test_there_is_a_year_of_it(made: Sample) -> None:
    assert 60 <= len(made.entries) <= 75
    assert (TODAY - made.entries[0].date).days > 365
    assert len({entry.id for entry in made.entries}) == len(made.entries)
    assert all(re.fullmatch("[0-9a-f]{32}", entry.id) for entry in made.entries)


def test_everything_one_can_record_is_used(made: Sample) -> None:
    entries = made.entries
    assert {entry.activity_type for entry in entries} == set(ActivityType)
    assert {entry.arena for entry in entries} == set(Arena)
    assert {entry.purpose for entry in entries} == set(Purpose)
    assert {part for entry in entries for part in entry.components} == set(Component)
    assert {role for entry in entries for role in entry.roles_involved} == set(RoleInvolved)
    assert {entry.visibility for entry in entries} == set(Visibility)
    assert {entry.applied for entry in entries} >= set(Applied) - {Applied.NOT_YET}
    assert {entry.knowledge_form for entry in entries} >= {
        KnowledgeForm.EXPLICIT,
        KnowledgeForm.TACIT,
        KnowledgeForm.BOTH,
    }
    assert any(entry.evidence for entry in entries)
    assert any(not entry.areas for entry in entries)
    assert any(area not in SUGGESTED_AREAS for entry in entries for area in entry.areas)


def test_no_field_of_an_entry_is_forgotten(made: Sample) -> None:
    blank = Entry(id="", date=TODAY)
    unused = {
        name for name in Entry._fields if all(getattr(each, name) == getattr(blank, name) for each in made.entries)
    }
    assert unused == {"deleted_at", "clashes", "revision"}


def test_every_reflection_set_is_answered_in_full_somewhere(made: Sample) -> None:
    answered = {entry.prompt_set for entry in made.entries if is_answered(entry)}
    assert answered == {each.id for each in REFLECTION_SETS}


def is_answered(entry: Entry) -> bool:
    chosen = reflection_set(entry.prompt_set)
    return chosen is not None and {question.id for question in chosen.questions} == set(entry.answers)


def test_answers_belong_to_the_chosen_set(made: Sample) -> None:
    assert [entry.title for entry in made.entries if bool(entry.prompt_set) != is_answered(entry)] == []
    choices = {
        question.id: {key for key, _ in question.options}
        for each in REFLECTION_SETS
        for question in each.questions
        if question.options
    }
    for entry in made.entries:
        for question, answer in entry.answers.items():
            assert answer.strip()
            assert question not in choices or answer in choices[question]


def test_a_mistake_is_always_reported(made: Sample) -> None:
    mistakes = [entry for entry in made.entries if entry.prompt_set == "mistake"]
    assert [entry.answers["e0"] for entry in mistakes] == ["yes"] * len(mistakes)


def test_drafts_wait_for_an_insight_and_done_entries_have_one(made: Sample) -> None:
    drafts = [entry for entry in made.entries if entry.status is Status.DRAFT]
    assert 3 <= len(drafts) <= 8
    assert not any(entry.ready or entry.show_in_cv for entry in drafts)


def test_the_cv_has_eight_to_ten_entries_from_the_last_twelve_months_that_the_manager_may_see(made: Sample) -> None:
    shown = [entry for entry in made.entries if entry.show_in_cv]
    assert 8 <= len(shown) <= 10
    assert all((TODAY - entry.date).days < 365 and entry.visibility is Visibility.MANAGER for entry in shown)
    assert {entry.arena for entry in shown} == set(Arena)


def test_the_cv_says_nothing_twice(made: Sample) -> None:
    """What the owner wants to talk about stands beside what the plan says by itself."""
    portfolio = Portfolio(
        made.profile,
        made.entries,
        TODAY,
        trainings=made.trainings,
        areas=made.plan.areas,
        goals=made.plan.goals,
        actions=made.plan.actions,
    )
    language = made.selection.language
    assert language is not None
    document = compose(portfolio, made.selection, Translator(language))
    wishes = document.section(Part.WISHES)
    assert wishes is not None
    begun = [run.text.partition(":")[0] for run in _runs(wishes) if ":" in run.text]
    assert len(begun) == len(set(begun)) >= 3
    trainings = document.section(Part.TRAININGS)
    assert trainings is not None
    for paragraph in trainings.blocks:
        if isinstance(paragraph, Paragraph):
            title, facts = paragraph.line
            assert not [each for each in facts.text.split(" · ") if each and each in title.text]


def _runs(section: Section) -> list[Run]:
    return [run for block in section.blocks if isinstance(block, Bullets) for item in block.items for run in item]


def test_the_owner_is_complete(made: Sample) -> None:
    profile = made.profile
    assert all(profile._replace(revision=1))
    assert {AssignmentKind.SUPERVISOR_2, AssignmentKind.LANGUAGE_REP} <= {each.kind for each in profile.assignments}
    (delegation,) = (each for each in profile.credentials if each.kind is CredentialKind.DELEGATION)
    assert delegation.valid_until is not None
    assert 80 <= (delegation.valid_until - TODAY).days <= 100
    assert len(made.selection.year_in_short.splitlines()) == 3
    assert made.selection.wishes
    assert made.selection.shared_with


def test_nobody_can_be_recognised_by_number(made: Sample) -> None:
    assert [text for text in texts(made) if IDENTITY.search(text)] == []


def test_addresses_lead_nowhere(made: Sample) -> None:
    addresses = re.findall(r"\w+://[^/\s]+", " ".join(texts(made)))
    assert addresses
    assert all(address.endswith(".example") for address in addresses)


def test_texts_are_tidy(made: Sample) -> None:
    for text in texts(made):
        assert text == text.strip()
        assert "  " not in text
        assert '"' not in text


def shape(language: Language) -> list[tuple[object, ...]]:
    """What must be alike in all languages: everything but the words."""
    words = {"title": "", "insight": "", "answers": {}, "areas": (), "themes": (), "evidence": ()}
    return [
        (
            entry._replace(**words, what_happened=str(bool(entry.what_happened))),
            sorted(entry.answers),
            len(entry.areas),
            len(entry.evidence),
            bool(entry.themes),
            bool(entry.insight),
        )
        for entry in sample(language, TODAY).entries
    ]


def test_the_languages_have_one_shape() -> None:
    assert shape(Language.SV) == shape(Language.NB) == shape(Language.EN)


def test_each_language_has_words_of_its_own() -> None:
    told = [{text for text in texts(sample(language, TODAY)) if len(text.split()) > 2} for language in Language]
    assert not told[0] & told[1]
    assert not told[0] & told[2]
    assert not told[1] & told[2]


def test_the_same_day_gives_the_same_log() -> None:
    assert sample(Language.SV, TODAY) == sample(Language.SV, TODAY)


@given(days)
@example(dt.date(2028, 2, 29))
@example(dt.date(2027, 1, 1))
@example(dt.date(2026, 12, 31))
@example(dt.date(2027, 7, 16))
@example(dt.date(2027, 8, 31))
def test_nothing_is_ever_in_the_future(today: dt.date) -> None:
    made = sample(Language.EN, today)
    assert all(not entry.problems(today) for entry in made.entries)
    assert all(entry.created_at is not None and entry.created_at.date() < today for entry in made.entries)
    assert made.profile.employed_since is not None
    assert made.profile.employed_since < today
    stamps = [each.since for each in (*made.profile.assignments, *made.profile.work_history)]
    assert all(stamp <= today.isoformat() for stamp in (*stamps, *(each.issued for each in made.profile.credentials)))


@given(days)
def test_courses_and_meetings_are_on_weekdays(today: dt.date) -> None:
    planned = [entry for entry in sample(Language.EN, today).entries if entry.activity_type.usual_arena is not Arena.IN]
    assert all(entry.date.weekday() < 5 for entry in planned)


@given(days)
def test_the_holiday_in_july_is_quiet_but_the_year_is_not(today: dt.date) -> None:
    dates = [entry.date for entry in sample(Language.EN, today).entries]
    holiday = [day for day in dates if day.month == 7 and 5 <= day.day < 14]
    assert not holiday
    assert len({(day.year, day.month) for day in dates}) >= 11


@given(days)
def test_the_story_is_told_in_the_order_it_happened(today: dt.date) -> None:
    made = sample(Language.EN, today)
    on = {entry.title: entry.date for entry in made.entries}
    assert on["Insulin and medicine: training before delegation"] <= on["First insulin on my own"]
    assert on["Five signs at the breakfast table"] <= on["Showed five signs at the workplace meeting"]
    assert on["One tablet was left in the cup"] <= on["New routine: hand over the phone before the medicine round"]


def test_copies_were_given_of_what_their_readers_may_see(made: Sample) -> None:
    by_id = {entry.id: entry for entry in made.entries}
    assert {record.to_role.value for record in made.shares} == {"supervisor", "manager"}
    for record in made.shares:
        assert record.made_at is not None
        shown = [by_id[each.uid] for each in record.items]
        assert shown
        assert all(entry.visibility is record.to_role.sees and entry.date <= record.made_at.date() for entry in shown)


def test_what_the_supervisor_has_said_is_about_what_she_was_given(made: Sample) -> None:
    [review] = made.reviews
    copy = next(each for each in made.shares if each.id == review.share_id)
    assert copy.made_at is not None
    assert review.signed_on is not None
    assert copy.made_at.date() <= review.signed_on < TODAY
    assert {each.id for each in REVIEW_QUESTIONS.missing(review.answers)} == set()
    given_ids = {each.uid for each in copy.items}
    for comment in made.comments:
        assert comment.target in given_ids
        assert comment.title in {entry.title for entry in made.entries if entry.id == comment.target}
        assert not comment.is_open  # it would be among what is due
        assert comment == comment.revised()
    assert sum(each.show_in_cv for each in made.comments) == 1
