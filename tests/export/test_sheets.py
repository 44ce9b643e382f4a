"""The printable form and the handout: what stands on them, and what never does."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlog.domain.entry import Entry
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.printable import show_line
from learnlog.domain.profile import Profile
from learnlog.domain.selection import Selection
from learnlog.domain.training import Channel, Sharing, SharingStatus, Training, TrainingStatus
from learnlog.domain.training_questions import BEFORE, DIALOGUE
from learnlog.domain.values import Language, Status, Visibility
from learnlog.export.compose import compose
from learnlog.export.compose_form import training_form
from learnlog.export.compose_handout import TOGETHER, handout
from learnlog.export.document import Document
from learnlog.export.log_pages import log_markdown
from learnlog.export.markdown import document_markdown
from learnlog.i18n.catalog import Translator
from tests.builders import TODAY, an_entry
from tests.export.portfolios import PROFILE
from tests.export.readers import READERS, Page
from tests.export.strategies import TRAININGS
from tests.export.trainings import DEMENTIA, HYGIENE, SUPERVISOR

EN = Translator(Language.EN)
PAGE = 60
"""Lines of a page of A4 in a typewriter's letters, with margins."""


def the_form(training: Training | None, language: Language = Language.EN) -> str:
    """A form in Markdown."""
    return document_markdown(training_form(training, PROFILE, Translator(language)))


def the_handout(training: Training, *linked: Entry, language: Language = Language.EN) -> str:
    """A handout in Markdown."""
    sheet = handout(training, linked, PROFILE, Translator(language))
    assert sheet is not None
    return document_markdown(sheet)


def a_lesson(insight: str, visibility: Visibility = Visibility.SUPERVISOR) -> Entry:
    """An entry that belongs to a training."""
    return an_entry(insight=insight, visibility=visibility, status=Status.DONE, training_id=DEMENTIA.id)


# -- the form ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("training", [None, HYGIENE, SUPERVISOR, DEMENTIA], ids=["blank", "no form", "some", "all"])
def test_a_form_asks_everything_on_two_pages(language: Language, training: Training | None) -> None:
    t, text = Translator(language), the_form(training, language)
    said = " ".join(text.split())
    for question in (*BEFORE.questions, *DIALOGUE.questions):
        assert t.gettext(question.text) in said
        assert not question.note or t.gettext(question.note) in said
        assert question.kind in ("date", "dates") or all(t.gettext(name) in said for _, name in question.options)
    assert text.count("\n") <= 2 * PAGE
    assert max(map(len, text.splitlines())) <= 80
    assert "\n\n\n" not in text
    assert all(before == "" for before, line in pairwise(text.splitlines()) if line.startswith("#"))


def test_a_blank_form_has_room_for_every_answer() -> None:
    page = Page(READERS["markdown-it"](the_form(None)))
    text = the_form(None)
    written = [each for each in (*BEFORE.questions, *DIALOGUE.questions) if each.kind == "text"]
    assert text.count("_" * 80) == 2 * len(written) + 1  # and one line for why
    assert "hr" in page.tags
    assert [text for tag, text in page.texts if tag == "th"] == [
        "Training", "Employee", "Provider", "When", "Length", "Cost",
        "When did we talk?", "Who was there? (roles)", "When is it shared?", "Where is it shared?",
        "After about 2 weeks", "After 3–6 months", "Confirmed by", "Date",
    ]  # fmt: skip
    assert "☒" not in text
    assert text.count("☐") == 5 + 4 + 2
    assert "Exempel" not in text


def test_what_is_answered_stands_in_the_form() -> None:
    text = the_form(DEMENTIA)
    said = " ".join(text.split())
    for answer in (*DEMENTIA.before.values(), *DEMENTIA.dialogue.values()):
        if answer not in ("apt,show_in_practice", "conditions") and not answer.startswith("2026"):
            assert answer in said
    assert "☒ at a workplace meeting ☐ reflection meeting ☒ show in practice ☐ short written tip ☐ other" in said
    assert "☐ yes ☒ yes, with conditions ☐ later ☐ no" in said
    assert "- **When did we talk?** 12 January 2026 - **Who was there? (roles)** jag och enhetschefen" in said
    assert "- **After about 2 weeks:** 18 February 2026 - **After 3–6 months:** 5 May 2026" in said
    assert "| ☒ Employee | 12 January 2026 | | ☒ Manager | 13 January 2026 |" in said
    assert "- **Employee:** Exempel Exempelsson - **Provider:** Exempelköpings kommun" in said
    assert "_" * 80 not in text
    assert "Cost" not in text
    assert "**Cost:** 3 000 kr" in the_form(DEMENTIA._replace(cost="3 000 kr"))


def test_what_is_answered_in_part_has_room_for_the_rest() -> None:
    said = " ".join(
        the_form(DEMENTIA._replace(dialogue={"b1": "2026-01-12", "b8": ",2026-05-05", "b6": "snart"})).split()
    )
    assert "- **When did we talk?** 12 January 2026 | Who was there? (roles)" in said
    assert "- **After 3–6 months:** 5 May 2026 | After about 2 weeks" in said
    assert "- **When is it shared?** snart" in said


# -- the handout -------------------------------------------------------------------------------------------------------


def test_a_handout_tells_what_has_happened_rather_than_what_was_hoped_for() -> None:
    said = the_handout(DEMENTIA)
    assert "## What I do in a new way\n\nJag sätter mig bredvid" in said
    assert "## What it has given our clients\n\nLugnare måltider." in said
    assert "Jag väntar in svaret innan" not in said
    hoped = the_handout(DEMENTIA._replace(followups=()))
    assert "## What I want to do in a new way\n\nJag väntar in svaret innan" in hoped
    assert "## How our clients will notice it\n\nLugnare kvällar och måltider." in hoped
    tried = the_handout(DEMENTIA._replace(followups=DEMENTIA.followups[:1]))
    assert "## What I do in a new way\n\nJag väntade in svaret vid kvällsmaten.\n" in tried


def test_what_is_not_used_is_not_called_a_new_way() -> None:
    first, second = DEMENTIA.followups
    unused = (
        first._replace(answers={"c1": "no", "c2": "Ingen tid"}),
        second._replace(answers={"d1": "us.0", "d2": "Inget"}),
    )
    said = the_handout(DEMENTIA._replace(followups=unused))
    assert "Ingen tid" not in said
    assert "Inget" not in said
    assert "## What I want to do in a new way" in said


def test_what_was_agreed_with_the_manager_stays_between_the_two() -> None:
    said = " ".join(the_handout(DEMENTIA).split())
    private = [*DEMENTIA.dialogue.values(), DEMENTIA.before["a6"], DEMENTIA.before["a7"]]
    assert [answer for answer in private if answer in said and answer != "APT"] == []


def test_insights_are_tips_to_try_at_most_five_and_the_latest() -> None:
    lessons = [a_lesson(f"Råd nummer {number}.") for number in range(7)]
    said = the_handout(DEMENTIA, *lessons, a_lesson("Bara mitt eget.", Visibility.PRIVATE), a_lesson(" "))
    tips = said.split("## Try this\n\n")[1].split("\n\n")[0]
    assert tips.splitlines() == [f"- Råd nummer {number}." for number in range(2, 7)]
    assert "Bara mitt eget" not in said


def test_the_meeting_it_is_for_stands_at_the_top() -> None:
    said = the_handout(SUPERVISOR, language=Language.SV)
    assert said.startswith(
        "# Handledarutbildning steg 2\n\nAPT 2026-12-03 · 24 timmar · februari–mars 2026\n\n"
        "**Berättar:** Exempel Exempelsson, undersköterska\n\n**Så tar vi emot en lärling**\n"
    )
    written = Sharing("x", Channel.WRITTEN, TODAY)
    assert the_handout(SUPERVISOR._replace(sharings=(written,))).startswith("# Handledarutbildning steg 2\n\n24 hours")
    done = SUPERVISOR.sharings[1]._replace(status=SharingStatus.DONE)
    assert "lärling**" not in the_handout(SUPERVISOR._replace(sharings=(done,)))


def test_a_handout_ends_with_what_to_talk_about() -> None:
    said = the_handout(DEMENTIA)
    assert said.split("**What we decide:**")[1].split() == ["_" * 80] * 2
    assert all(question in said for question in TOGETHER)
    assert said.count("\n") <= PAGE


def test_what_never_took_place_has_no_handout() -> None:
    for status in (TrainingStatus.DECLINED, TrainingStatus.CANCELLED):
        assert handout(DEMENTIA._replace(status=status), (), PROFILE, EN) is None
    planned = the_handout(DEMENTIA._replace(status=TrainingStatus.BOOKED, followups=()))
    assert "## What I want to learn\n" in planned


def test_with_nothing_to_tell_there_is_no_handout() -> None:
    assert handout(HYGIENE, (), PROFILE, EN) is None
    assert handout(HYGIENE, (a_lesson("Bara mitt.", Visibility.PRIVATE),), PROFILE, EN) is None
    assert handout(HYGIENE._replace(before={"a1": "  "}), (), PROFILE, EN) is None
    assert handout(HYGIENE, (a_lesson("Sprit räcker inte."),), Profile(), EN) is not None


# -- whatever is written -----------------------------------------------------------------------------------------------

ELEMENTS = {"h1", "h2", "h3", "p", "strong", "ul", "li", "hr", "table", "thead", "tbody", "tr", "th", "td"}


def papers(training: Training, linked: tuple[Entry, ...], t: Translator) -> list[Document]:
    """Every document that tells about a training."""
    portfolio = Portfolio(PROFILE, (), TODAY, trainings=(training,))
    found: list[Document | None] = [
        training_form(training, PROFILE, t),
        handout(training, linked, PROFILE, t),
        compose(portfolio, Selection(from_on=dt.date(2025, 1, 1)), t),
    ]
    return [each for each in found if each]


@settings(max_examples=100, deadline=None)
@given(TRAININGS, st.sampled_from(Language))
def test_whatever_was_written_it_is_text_and_not_markup(training: Training, language: Language) -> None:
    t = Translator(language)
    texts = [document_markdown(each) for each in papers(training, (a_lesson("# [x](y) <b>"),), t)]
    whole = log_markdown(Portfolio(PROFILE, (), TODAY, trainings=(training,)), t)
    for written in (*texts, whole):
        for name, reader in READERS.items():
            assert Page(reader(written)).tags <= ELEMENTS, name
        assert "\n\n\n" not in written
        assert all(line == line.rstrip(" ") for line in written.splitlines())


@settings(max_examples=100, deadline=None)
@given(TRAININGS)
def test_nothing_answered_is_lost_on_the_form(training: Training) -> None:
    text = Page(READERS["markdown-it"](the_form(training))).texts
    said = " ".join(words for _, words in text)
    for question in (*BEFORE.questions, *DIALOGUE.questions):
        answers = (training.before if question in BEFORE.questions else training.dialogue).get(question.id, "")
        if question.kind == "text":
            lines = (" ".join(show_line(line.strip()).split()) for line in answers.splitlines() if line.strip())
            assert all(line in said for line in lines)


@settings(max_examples=100, deadline=None)
@given(TRAININGS, st.lists(st.sampled_from(Visibility), max_size=8))
def test_private_entries_and_the_dialogue_never_reach_a_handout(
    training: Training, visibilities: list[Visibility]
) -> None:
    secret = {key: "HEMLIGT " + answer for key, answer in training.dialogue.items()}
    entries = tuple(
        a_lesson("HEMLIGT råd" if each is Visibility.PRIVATE else "Öppet råd", each)._replace(
            title="HEMLIGT", what_happened="HEMLIGT", answers={"w1": "HEMLIGT"}
        )
        for each in visibilities
    )
    sheet = handout(training._replace(dialogue=secret), entries, PROFILE, EN)
    assert sheet is None or "HEMLIGT" not in document_markdown(sheet)
