"""The plan on paper, in the CV summary, and around the talk: what stands there, and what never does."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from learnlog.domain.choosing import agreed_before, own_goals
from learnlog.domain.competence import Area, NeedType
from learnlog.domain.goal import ActionStatus, GoalStatus
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.printable import show_line
from learnlog.domain.profile import Profile
from learnlog.domain.selection import Selection
from learnlog.domain.talk import Talk, TalkKind, looking_back
from learnlog.domain.training import TrainingStatus
from learnlog.domain.values import Applied, Language
from learnlog.domain.workshop import Workshop
from learnlog.export.compose import compose
from learnlog.export.compose_plan import plan_sheet
from learnlog.export.compose_record import talk_record
from learnlog.export.compose_talk import talk_pack
from learnlog.export.compose_workshop import workshop_sheet
from learnlog.export.document import Document, Part
from learnlog.export.markdown import document_markdown
from learnlog.i18n.agreements import agreements_said
from learnlog.i18n.catalog import Translator
from tests.builders import DIALOGUE, TODAY, a_training, an_entry
from tests.export import plans
from tests.export.plan_strategies import PLANS, TALKS, WORKSHOPS
from tests.export.portfolios import PORTFOLIO, PROFILE, SELECTION
from tests.export.readers import READERS, Page
from tests.export.trainings import DEMENTIA

EN = Translator(Language.EN)
BARE = PORTFOLIO._replace(entries=(), trainings=(), areas=(), goals=(), actions=(), talks=(), last_talk_on=None)
"""The same owner before there is anything."""


def on_one_line(document: Document) -> str:
    """A document in Markdown as one long line, so that no line's end is in the way."""
    return " ".join(document_markdown(document).split())


def a_cv(portfolio: Portfolio, selection: Selection | None = None) -> str:
    """The English CV summary on one line."""
    return on_one_line(compose(portfolio, selection or Selection(), EN))


def a_pack(talk: Talk, portfolio: Portfolio = PORTFOLIO) -> str:
    """The English papers for a talk on one line."""
    return on_one_line(talk_pack(talk, portfolio, SELECTION, EN))


def papers(portfolio: Portfolio, talk: Talk, workshop: Workshop, t: Translator) -> list[Document]:
    """Every document that tells of the plan."""
    selection = Selection(from_on=dt.date(2025, 1, 1))
    return [
        compose(portfolio, selection, t),
        plan_sheet(portfolio, t),
        talk_pack(talk, portfolio, selection, t),
        talk_record(talk, portfolio, t),
        workshop_sheet(workshop, portfolio.goals, portfolio.actions, portfolio.made_on, t),
    ]


# -- the CV summary ----------------------------------------------------------------------------------------------------


def test_then_is_what_held_on_the_periods_first_day() -> None:
    row = "| Dementia care | 3 | {} | 3 | often |"
    assert row.format("2") in a_cv(PORTFOLIO)
    assert row.format("–") in a_cv(PORTFOLIO, Selection(from_on=plans.FIRST - dt.timedelta(days=1)))
    assert row.format("3") in a_cv(PORTFOLIO, Selection(from_on=plans.SPRING))


def test_areas_that_rest_or_have_nothing_to_tell_are_left_out() -> None:
    cv = a_cv(PORTFOLIO._replace(entries=()))
    assert "Food and nutrition" not in cv
    assert "Ethical competence" not in cv
    assert compose(BARE._replace(areas=(plans.UNTOLD, plans.RESTING)), Selection(), EN).section(Part.ACTUAL) is None


def test_examples_stand_under_what_they_show_and_without_areas_for_themselves() -> None:
    one = an_entry(title="Ett", areas=("th.values", "th.dementia"), show_in_cv=True)
    shown = an_entry(title="Visat", areas=("th.values",), show_in_cv=True)
    dementia = plans.DEMENTIA._replace(evidence=(shown.id,))
    portfolio = BARE._replace(entries=(one, shown), areas=(plans.ENCOUNTER, dementia))
    section = compose(portfolio, Selection(), EN).section(Part.ACTUAL)
    assert section is not None
    assert section.title == "Actual competence (my own estimate, 0–4)"
    cv = a_cv(portfolio)
    assert cv.count("### ") == 1
    assert cv.index("**Examples from the log:** ### Dementia care") < cv.index("**Ett**") < cv.index("**Visat**")
    alone = compose(BARE._replace(entries=(one,)), Selection(), EN).section(Part.ACTUAL)
    assert alone is not None
    assert alone.title == "What I have learned, with examples"


def test_areas_with_long_names_are_a_list_that_says_the_same() -> None:
    long = Area("x", "att " * 19 + "veta", requirement=3).rated(2, Applied.OFTEN, TODAY)
    text = document_markdown(compose(BARE._replace(areas=(long,)), Selection(), EN))
    assert "veta:** Required: 3 · Now: 2 · Used: often" in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 80


def test_goals_of_the_last_talk_come_first_then_the_others() -> None:
    section = compose(PORTFOLIO, SELECTION, EN).section(Part.GOALS)
    assert section is not None
    assert section.title == "Goals from the last talk (20 November 2025)"
    cv = a_cv(PORTFOLIO)
    assert "[achieved] **Kunna bemöta oro på egen hand** (develop) [in progress] **Använda TAKK" in cv
    assert "**First step:** visa fem tecken på APT, 27 August 2026 – done - **What has happened?** Fem tecken" in cv
    assert "**What has not happened?** Ingen tid i schemat." in cv
    assert "**First step:** rita tavlan, 1 October 2026 – not done yet" in cv
    assert "fråga gruppchefen om en dag, 1 December 2026 [dropped]" in cv
    assert cv.index("Använda TAKK") < cv.index("### Other actions we agreed on") < cv.index("### Other goals")


def test_before_the_first_talk_the_goals_are_my_goals() -> None:
    section = compose(PORTFOLIO._replace(talks=()), Selection(), EN).section(Part.GOALS)
    assert section is not None
    assert section.title == "My goals"
    assert "Kunna ställa in larmen själv" in a_cv(PORTFOLIO._replace(talks=()))


def test_what_was_closed_before_the_period_is_not_told_again() -> None:
    old = plans.CALM._replace(closed_on=dt.date(2024, 6, 1))
    assert own_goals(Selection(), BARE._replace(goals=(old, plans.ALARMS))) == (plans.ALARMS,)


def test_a_summary_of_an_earlier_period_starts_from_the_talk_before_it() -> None:
    later = plans.HELD._replace(id="x", talk_on=dt.date(2026, 10, 1), held_on=dt.date(2026, 10, 1), goal_ids=())
    portfolio = PORTFOLIO._replace(talks=(plans.HELD, later))
    assert agreed_before(Selection(), portfolio).talk == later
    assert agreed_before(Selection(to_on=dt.date(2026, 9, 30)), portfolio).talk == plans.HELD


def test_the_owners_own_words_come_before_what_the_plan_says() -> None:
    text = document_markdown(compose(PORTFOLIO, SELECTION, EN)).split("## What I want to talk about\n\n")[1]
    assert " ".join(text.split("---")[0].split()) == (
        "- Jag vill visa mina tecken på fler avdelningar."
        " - Jag behöver en timme i månaden för handledning i schemat."
        " - Competence not used: Tecken som stöd (TAKK)."
        " - Development need: digital and welfare technology (required 2, now 1)."
        " Idea: Gå bredvid en kollega som kan larmen."
        " - What the service needs from outside: sårvård."
    )


def test_what_the_service_needs_is_never_told_as_a_need_of_mine() -> None:
    for document in papers(PORTFOLIO, plans.COMING, plans.WORKSHOP, EN)[:3:2]:
        text = on_one_line(document)
        assert "Development need: sårvård" not in text
        assert "needs from outside" in text


def test_the_owner_takes_goals_and_needs_out() -> None:
    selection = Selection(need_ids=(plans.WOUNDS.id,), goal_ids=(plans.CALM.id,))
    cv = a_cv(PORTFOLIO, selection)
    assert "Competence not used" not in cv
    assert "Development need" not in cv
    assert "needs from outside: sårvård" in cv
    assert "[achieved] **Kunna bemöta oro" in cv
    assert "Använda TAKK" not in cv
    assert "Kunna ställa in" not in cv
    assert compose(BARE._replace(areas=plans.AREAS), Selection(need_ids=()), EN).section(Part.WISHES) is None


# -- the talk ----------------------------------------------------------------------------------------------------------


def test_a_pack_looks_back_at_what_was_agreed() -> None:
    pack = a_pack(plans.COMING)
    assert "**What we agreed on, and did** - Kunna bemöta oro på egen hand - En checklista vid överlämningen" in pack
    assert "have not finished** - [in progress] Använda TAKK i arbetsgruppen - [started] 20 tecken för alla" in pack
    assert "- ☐ En timme i månaden" in pack
    own = a_pack(plans.COMING._replace(employee={"t2": "Allt blev gjort."}))
    assert own.index("En checklista") < own.index("what was not?** Allt blev gjort.")


@pytest.mark.parametrize(
    ("changes", "is_open"),
    [
        ({}, True),
        ({"status": TrainingStatus.COMPLETED}, True),
        ({"status": TrainingStatus.CANCELLED}, False),
        ({"status": TrainingStatus.FOLLOWED_UP, "followups": DEMENTIA.followups}, False),
    ],
)
def test_promises_of_both_are_open_until_they_are_followed_up(changes: dict[str, object], is_open: bool) -> None:
    training = a_training(dialogue=DIALOGUE, **changes)
    pack = a_pack(plans.COMING, PORTFOLIO._replace(trainings=(training,)))
    mine = "**What I promised, not followed up yet** - Visa två kollegor. (Bemötande vid demens)"
    theirs = "**What my manager promised, not followed up yet** - Vikarie båda dagarna. (Bemötande vid demens)"
    assert (mine in pack, theirs in pack) == (is_open, is_open)


def test_follow_ups_that_are_late_are_told_but_never_why_one_was_skipped() -> None:
    pack = a_pack(plans.COMING)
    late = pack.split("**Follow-ups that are late** ")[1]
    assert late.startswith("- Follow-up after 2 weeks: Basal hygien – 171 days late")
    assert "semester" not in pack


def test_every_question_has_its_answer_or_room_for_it() -> None:
    blank = document_markdown(talk_pack(Talk("x"), BARE, Selection(), EN))
    assert blank.count("_" * 80) == 2 * (7 + 3) + 2  # t2 is what was agreed, t9 what is chosen
    full = plans.COMING._replace(
        employee={f"t{number}": f"svar {number}." for number in range(1, 10)},
        manager={f"t{number}": f"svar {number}." for number in range(10, 13)},
    )
    text = a_pack(full)
    assert all(f"svar {number}." in text for number in range(1, 13))
    assert text.count("_" * 80) == 2


def test_a_half_year_follow_up_asks_less_and_forgets_no_answer() -> None:
    short, whole = a_pack(plans.FOLLOWING), a_pack(plans.COMING)
    assert len(short) < len(whole)
    assert "What are you proud of" not in short
    assert "Stolt." in a_pack(plans.FOLLOWING._replace(employee={"t1": "Stolt."}))
    assert "0 of 2 actions done" in short


def test_the_prefilled_answer_tells_what_was_done_and_what_was_not() -> None:
    back = looking_back(PORTFOLIO.talks, PORTFOLIO.goals, PORTFOLIO.actions)
    assert agreements_said(back, Translator(Language.SV)).splitlines() == [
        "✓ Kunna bemöta oro på egen hand",
        "✓ En checklista vid överlämningen",
        "› Använda TAKK i arbetsgruppen (på gång)",
        "› 20 tecken för alla (påbörjad)",
        "› Sätta upp en tavla med tecknen (inte påbörjad)",
        "· En timme i månaden för handledning i schemat",
    ]
    assert agreements_said(looking_back((), PORTFOLIO.goals, ()), EN) == ""


def test_a_record_tells_what_was_agreed_and_not_what_became_of_it() -> None:
    record = on_one_line(talk_record(plans.HELD, PORTFOLIO, EN))
    assert record.startswith("# Development talk 20 November 2025 ")
    for words in ("### Använda TAKK i arbetsgruppen", "20 tecken för alla", "En timme i månaden", "8 December 2026",
                  "Att jag höll lugnet i våras.", "Du förklarar varför", "Kravet på välfärdsteknik."):  # fmt: skip
        assert words in record
    for words in ("[achieved]", "[started]", "Ingen tid i schemat", "– done", "Kunna ställa in larmen själv"):
        assert words not in record


# -- the plan and the workshop -----------------------------------------------------------------------------------------


def test_an_empty_plan_says_so() -> None:
    text = on_one_line(plan_sheet(BARE, EN))
    assert "There is nothing in the plan yet." in text
    assert "##" not in text
    assert "nothing in the plan" not in on_one_line(plan_sheet(PORTFOLIO, EN))


def test_the_plan_has_everything_that_is_worked_with() -> None:
    text = on_one_line(plan_sheet(PORTFOLIO, EN))
    for area in (plans.ENCOUNTER, plans.DEMENTIA, plans.TECH, plans.WOUNDS):
        assert area.why in text
    for goal in plans.GOALS:
        assert goal.title in text
    for action in (plans.TWENTY, plans.POSTER, plans.SHADOWING):
        assert action.what in text
    for review in plans.TWENTY.reviews:
        assert review.onward in text
    assert "[achieved] Kunna bemöta oro på egen hand · 11 June 2026" in text
    assert "responsible: colleague" in text
    days = text.split("## What comes up ")[1].split(" ## ")[0]
    assert days.startswith("- **1 October 2026** · First step: rita tavlan - **1 December 2026**")
    assert "**8 December 2026** · Next talk" in days


def test_what_is_done_does_not_come_up() -> None:
    done = plans.TWENTY._replace(status=ActionStatus.DONE)
    reached = plans.IN_TEAM._replace(status=GoalStatus.ACHIEVED)
    portfolio = BARE._replace(goals=(reached,), actions=(done, plans.POSTER))
    assert "What comes up" not in on_one_line(plan_sheet(portfolio, EN))


@pytest.mark.parametrize("language", Language)
def test_the_plan_is_never_called_by_the_name_of_a_clients_plan(language: Language) -> None:
    text = document_markdown(plan_sheet(PORTFOLIO, Translator(language)))
    assert "individuell plan" not in text.casefold()
    titles = {Language.SV: "# Individuell utvecklingsplan", Language.NB: "# Individuell utviklingsplan"}
    assert text.splitlines()[0] == titles.get(language, "# Individual development plan")


def test_what_was_picked_in_a_workshop_is_marked_in_signs_and_in_words() -> None:
    text = on_one_line(workshop_sheet(plans.WORKSHOP, plans.GOALS, plans.ACTIONS, TODAY, EN))
    assert (
        "- **★ Vi hinner inte berätta allt** - Telefonen ringer - Alla pratar samtidigt ★ Picked as the worst." in text
    )
    assert "- **★ Överlämningen** - Rummet ★ Chosen" in text
    assert "**WHAT** En checklista vid överlämningen [done] - **HOW:** vi skriver" in text
    assert "20 tecken" not in text
    begun = Workshop("w", TODAY, "Hur?")
    assert "##" not in document_markdown(workshop_sheet(begun, (), (), TODAY, EN))


# -- whatever is written -----------------------------------------------------------------------------------------------

ELEMENTS = {"h1", "h2", "h3", "p", "strong", "ul", "li", "hr", "table", "thead", "tbody", "tr", "th", "td"}


@settings(
    max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate)
)
@given(PLANS, TALKS, WORKSHOPS, st.sampled_from(Language))
def test_whatever_was_written_it_is_text_and_not_markup(
    portfolio: Portfolio, talk: Talk, workshop: Workshop, language: Language
) -> None:
    for document in papers(portfolio, talk, workshop, Translator(language)):
        written = document_markdown(document)
        for name, reader in READERS.items():
            assert Page(reader(written)).tags <= ELEMENTS, name
        lines = written.splitlines()
        assert "\n\n\n" not in written
        assert all(line == line.rstrip(" ") for line in lines)
        assert all(before == "" for before, line in pairwise(lines) if line.startswith(("# ", "## ", "### ")))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(PLANS)
def test_nothing_worked_with_is_lost_on_paper(portfolio: Portfolio) -> None:
    page = Page(READERS["markdown-it"](document_markdown(plan_sheet(portfolio, EN))))
    said = " ".join(words for _, words in page.texts)
    for goal in portfolio.goals:
        assert " ".join(show_line(goal.title).split()) in said


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(alphabet="aåb ", min_size=1, max_size=80).filter(str.strip), max_size=4))
def test_whatever_areas_are_called_they_fit_the_width(names: list[str]) -> None:
    areas = tuple(Area(str(place), name, requirement=2, need=NeedType.ACQUIRE) for place, name in enumerate(names))
    portfolio = Portfolio(Profile(), (), TODAY, areas=areas)
    for document in (
        compose(portfolio, Selection(), EN),
        plan_sheet(portfolio, EN),
        talk_pack(Talk("x"), portfolio, Selection(), EN),
    ):
        longest = max((len(word) for name in names for word in name.split()), default=0)
        assert all(len(line) <= max(80, longest + 5) for line in document_markdown(document).splitlines())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", TalkKind)
def test_the_papers_of_the_sample_year_keep_to_the_width(language: Language, kind: TalkKind) -> None:
    talk = plans.COMING._replace(kind=kind)
    for document in papers(PORTFOLIO, talk, plans.WORKSHOP, Translator(language)):
        assert max(map(len, document_markdown(document).splitlines())) <= 80


def test_the_profile_is_at_the_top_and_may_be_empty() -> None:
    assert PROFILE.display_name in a_pack(plans.COMING)
    assert a_pack(Talk("x"), BARE._replace(profile=Profile())).startswith("# For the development talk Made 20 November")
