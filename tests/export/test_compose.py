"""What the CV summary says. Today is 20 November 2026."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from learnlog.domain.comment import Comment
from learnlog.domain.entry import Entry
from learnlog.domain.portfolio import Portfolio
from learnlog.domain.profile import Assignment, AssignmentKind, Credential, CredentialKind, Employment, Profile
from learnlog.domain.review import CommentKind
from learnlog.domain.selection import Selection
from learnlog.domain.training import Channel, FollowUp, Initiative, TrainingMode
from learnlog.domain.values import ActivityType, Applied, Arena, Language, Purpose, Status
from learnlog.export.compose import compose
from learnlog.export.document import Part
from learnlog.export.formats import FORMATS
from learnlog.export.log_pages import log_markdown
from learnlog.export.markdown import document_markdown
from learnlog.i18n.catalog import Translator
from learnlog.i18n.labels import capital, label
from tests.builders import TODAY, an_entry
from tests.export.portfolios import CHOSEN, PORTFOLIO, SELECTION
from tests.export.readers import READERS, Page
from tests.export.trainings import DEMENTIA, SUPERVISOR

EN = Translator(Language.EN)


def a_cv(*entries: Entry, selection: Selection | None = None, profile: Profile | None = None) -> str:
    """The English CV as one long line, so that no line's end is in the way."""
    ordered = tuple(sorted(entries, key=lambda entry: entry.date))
    return " ".join(
        document_markdown(
            compose(Portfolio(profile or Profile(), ordered, TODAY), selection or Selection(), EN)
        ).split()
    )


def test_the_parts_stand_in_their_order() -> None:
    document = compose(PORTFOLIO, SELECTION, EN)
    parts = [section.part for section in document.sections if section.part]
    assert parts == sorted(parts, key=list(Part).index)
    assert set(parts) == {
        Part.YEAR, Part.ASSIGNMENTS, Part.FORMAL, Part.HISTORY, Part.ACTUAL, Part.LEARNING,
        Part.TRAININGS, Part.SHARED, Part.GOALS, Part.WISHES,
    }  # fmt: skip
    assert document.section(Part.WISHES) is document.sections[-1]
    assert (document.from_on, document.to_on, document.made_on) == (dt.date(2025, 11, 21), TODAY, TODAY)


def test_an_empty_log_makes_a_short_whole_document() -> None:
    document = compose(Portfolio(Profile(), (), TODAY), Selection(), EN)
    assert document.sections == ()
    text = document_markdown(document)
    assert text.startswith("# CV summary for the development talk\n\nPeriod 21 November 2025")
    assert "We have both read this." in text
    assert "numbers" not in text


def test_blanks_are_as_good_as_nothing() -> None:
    blank = Profile(
        display_name="  ",
        job_title=" ",
        work_history=(Employment(" "),),
        credentials=(Credential(CredentialKind.OTHER, " "),),
    )
    document = compose(
        Portfolio(blank, (), TODAY), Selection(year_in_short=" \n ", wishes="\n- \n", shared_with=" "), EN
    )
    assert document.sections == ()
    assert "shared with" not in document_markdown(document)


@pytest.mark.parametrize(
    ("marked", "sentence"),
    [
        (0, "The numbers count all my entries in the period."),
        (1, "The texts are the one entry I have chosen."),
        (2, "The texts are the 2 entries I have chosen."),
    ],
)
def test_it_says_what_is_counted_and_what_is_chosen(marked: int, sentence: str) -> None:
    text = a_cv(*(an_entry(show_in_cv=number < marked) for number in range(3)))
    assert sentence in text
    assert ("I have chosen" in text) == (marked > 0)


def test_entries_that_are_not_chosen_are_only_counted() -> None:
    text = a_cv(
        an_entry(title="Valt", insight="Det här får synas.", show_in_cv=True, areas=("th.ethics",)),
        an_entry(
            title="Hemlig rubrik", what_happened="hemlig händelse", insight="hemlig lärdom", answers={"x1": "hemligt"}
        ),
    )
    assert "Det här får synas." in text
    assert "hemlig" not in text.casefold()
    assert "2 entries" in text


def test_of_a_chosen_entry_only_title_day_and_insight_are_shown() -> None:
    text = a_cv(
        an_entry(
            title="Valt", insight="Lärdom.", what_happened="en händelse", answers={"x1": "ett svar"}, show_in_cv=True
        )
    )
    assert "**Valt** · 20 November 2026" in text
    assert "> Lärdom." in text
    assert "en händelse" not in text
    assert "ett svar" not in text


def test_only_picked_insights_are_quoted() -> None:
    one, two = an_entry(title="Ett", insight="Första lärdomen."), an_entry(title="Två", insight="Andra lärdomen.")
    text = a_cv(one, two, selection=Selection(entry_ids=(one.id, two.id), insight_ids=(two.id,)))
    assert "**Ett**" in text
    assert "Första lärdomen." not in text
    assert "> Andra lärdomen." in text


def test_lessons_stand_under_their_area_the_richest_first_and_the_rest_last() -> None:
    text = document_markdown(
        compose(
            Portfolio(
                Profile(),
                (
                    an_entry(title="a", show_in_cv=True),
                    an_entry(title="b", areas=("egna knep",), show_in_cv=True),
                    an_entry(title="c", areas=("th.dementia", "th.ethics"), show_in_cv=True),
                    an_entry(title="d", areas=("th.dementia",), show_in_cv=True, applied=Applied.OFTEN),
                ),
                TODAY,
            ),
            Selection(),
            EN,
        )
    )
    heads = [line for line in text.splitlines() if line.startswith(("### ", "**"))]
    assert [line.split(" ·")[0] for line in heads[:7]] == [
        "### Dementia care", "**c**", "**d**", "### Egna knep", "**b**", "### Other things I have learned", "**a**",
    ]  # fmt: skip
    assert "used at work: often" in text


def test_numbers_are_of_the_period_only() -> None:
    text = a_cv(
        an_entry(
            minutes=90, purpose=Purpose.A, arena=Arena.OUT, activity_type=ActivityType.CONF, applied=Applied.ALWAYS
        ),
        an_entry(minutes=60, purpose=None, areas=("th.ethics",)),
        an_entry(date=dt.date(2025, 11, 20), minutes=600, areas=("th.values",)),
    )
    assert "2 entries on 1 day, 3 hours in all." in text
    assert "- **Where:** in daily work 1 · outside the workplace 1" in text
    assert "- **Main purpose:** learning was the purpose (A) 1 -" in text
    assert "- **Most often:** daily work 1 · conference 1" in text
    assert "- **Competence areas:** ethical competence 1" in text
    assert "- **Used at work:** always 1" in text
    assert "shared values" not in text


@pytest.mark.parametrize(
    ("minutes", "sentence"),
    [
        ([None], "1 entry on 1 day."),
        ([45], "1 entry on 1 day, 45 min in all."),
        ([45, None], "2 entries on 1 day. Time is noted in 1 entry: 45 min in all."),
    ],
)
def test_time_is_told_as_far_as_it_is_noted(minutes: list[int | None], sentence: str) -> None:
    assert sentence in a_cv(*(an_entry(minutes=each) for each in minutes))


def test_many_areas_are_cut_and_counted() -> None:
    text = a_cv(an_entry(areas=tuple(f"område {number:02}" for number in range(11))))
    assert "område 07 1 · and 3 more" in text
    assert "område 08" not in text


@pytest.mark.parametrize(
    ("until", "text"),
    [
        (None, "Delegering, 2025 -"),
        (dt.date(2026, 11, 19), "Delegering, 2025 – **ran out 19 November 2026**"),
        (TODAY, "– **valid until 20 November 2026, runs out soon**"),
        (dt.date(2027, 2, 18), "– **valid until 18 February 2027, runs out soon**"),
        (dt.date(2027, 2, 19), "– **valid until 19 February 2027** -"),
    ],
)
def test_validity_is_said_in_words(until: dt.date | None, text: str) -> None:
    credentials = (
        Credential(CredentialKind.OTHER, "Annat"),
        Credential(CredentialKind.DELEGATION, "Delegering", issued="2025", valid_until=until),
    )
    written = a_cv(profile=Profile(credentials=credentials))
    assert text in written
    assert ("**To be renewed:** Delegering" in written) == (until == dt.date(2026, 11, 19))


@pytest.mark.parametrize(
    ("assignment", "text"),
    [
        (Assignment(AssignmentKind.LANGUAGE_REP), "- Language representative ---"),
        (Assignment(AssignmentKind.LANGUAGE_REP, since="2023-05"), "- Language representative since May 2023"),
        (Assignment(AssignmentKind.LANGUAGE_REP, since="2023", until="2024"), "- Language representative, 2023 – 2024"),
        (Assignment(AssignmentKind.LANGUAGE_REP, until="2024"), "- Language representative until 2024"),
        (Assignment(AssignmentKind.OTHER, "hygienombud"), "- Hygienombud"),
        (Assignment(AssignmentKind.VALUES_REP, "natten"), "- Shared-values representative (natten)"),
    ],
)
def test_an_assignment_says_how_long(assignment: Assignment, text: str) -> None:
    assert text in a_cv(profile=Profile(assignments=(assignment,)))


def test_every_field_of_the_profile_is_in_the_document() -> None:
    text = document_markdown(compose(PORTFOLIO, SELECTION, EN))
    profile = PORTFOLIO.profile
    words = [
        profile.display_name,
        profile.job_title,
        profile.unit,
        profile.workplace,
        profile.municipality,
        "85%",
        "2019",
    ]
    words += [each.name for each in profile.languages] + [each.title for each in profile.credentials]
    words += [each.place for each in profile.work_history] + [
        "vårdbiträde",
        "planera",
        "kontaktperson",
        "sjuksköterskan",
    ]
    assert [word for word in words if word.casefold() not in text.casefold()] == []


def test_the_order_does_not_depend_on_the_marks_before_a_wish() -> None:
    text = a_cv(selection=Selection(wishes="- ett\n• två\n* tre\n–  fyra\n\nfem - sex"))
    assert "- ett - två - tre - fyra - fem - sex" in text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("reader", READERS)
def test_a_reader_sees_headings_lists_and_quotes(language: Language, reader: str) -> None:
    page = Page(READERS[reader](document_markdown(compose(PORTFOLIO, SELECTION, Translator(language)))))
    assert page.tags == {
        "h1", "h2", "h3", "p", "strong", "ul", "li", "blockquote", "hr", "table", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    assert [tag for tag, _ in page.texts].count("h1") == 1
    assert [tag for tag, _ in page.texts].count("h2") == 10
    assert any("tio sekunder" in text for _, text in page.texts)


@pytest.mark.parametrize("language", Language)
def test_the_raw_text_is_tidy(language: Language) -> None:
    translator = Translator(language)
    for text in (document_markdown(compose(PORTFOLIO, SELECTION, translator)), log_markdown(PORTFOLIO, translator)):
        lines = text.splitlines()
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        assert "\n\n\n" not in text
        assert [line for line in lines if len(line) > 80 or line != line.rstrip()] == []
        assert all(before == "" for before, line in pairwise(lines) if line.startswith("#"))


def test_the_formats_are_made_from_the_document_alone() -> None:
    document = compose(PORTFOLIO, SELECTION, EN)
    assert [FORMATS[key].render(document) for key in FORMATS] == [document_markdown(document)]


def test_everything_written_in_an_entry_is_in_the_whole_log() -> None:
    entry = CHOSEN[0]._replace(
        themes=("tema ett",),
        evidence=("intyg.pdf",),
        answers={"w1": "svar ett\nrad två", "e0": "not_needed", "zz": "svar på något nytt"},
        status=Status.DONE,
    )
    text = log_markdown(PORTFOLIO._replace(entries=(entry,)), EN)
    for words in (
        entry.title, entry.what_happened, entry.insight, "Saturday 14 February 2026, week 7", "15 min", "daily work",
        "learning in daily work", "C – other purpose", "dementia care, meeting people well", "tema ett", "skills, attitudes",
        "tacit knowledge", "client", "often", "intyg.pdf", "private", "svar ett\n\nrad två", "not needed", "**zz**",
        "svar på något nytt", "**What happened? What did you do? (roles, no names)**", "## February 2026", "1 entry",
    ):  # fmt: skip
        assert words in text


def test_no_field_of_an_entry_is_forgotten() -> None:
    """A new field must be shown in the whole log (and above), or be named here as one that is not for reading."""
    shown = {
        "date",
        "title",
        "what_happened",
        "activity_type",
        "arena",
        "purpose",
        "minutes",
        "areas",
        "themes",
        "components",
        "knowledge_form",
        "roles_involved",
        "answers",
        "insight",
        "applied",
        "visibility",
        "status",
        "show_in_cv",
        "evidence",
        "training_id",
    }
    not_for_reading = {"id", "created_at", "updated_at", "prompt_set", "deleted_at", "clashes", "revision"}
    nothing_to_link_to_yet = {"goal_ids", "action_id"}
    assert set(Entry._fields) == shown | not_for_reading | nothing_to_link_to_yet


@pytest.mark.parametrize("language", Language)
def test_everything_written_in_a_training_is_in_the_whole_log(language: Language) -> None:
    training = SUPERVISOR._replace(
        title="En kurs",
        closed_because="för dyr",
        cost="3 000 kr",
        project_code="P 7",
        provider="Anordnaren",
        areas=("egna knep",),
        mode=TrainingMode.MIXED,
        initiative=Initiative.MANAGER,
        before=DEMENTIA.before | {"zz": "svar på något nytt"},
        dialogue=DEMENTIA.dialogue,
        followups=(*SUPERVISOR.followups, *DEMENTIA.followups, FollowUp(3, TODAY)),
    )
    entry = an_entry(training_id=training.id)
    t = Translator(language)
    text = " ".join(log_markdown(PORTFOLIO._replace(entries=(entry,), trainings=(training,)), t).split())
    kept = {"title", "provider", "cost", "project_code", "closed_because"}
    keys = ("apt,", "conditions", "2026-", "ex.", "us.", "several", "yes", "keep")
    words = [text for text in training.texts() if not text.startswith(keys)]
    assert [each for each in (*words, *(getattr(training, name) for name in kept)) if each not in text] == []
    members = (training.status, training.type, training.mode, training.initiative, Channel.REFLECTION)
    assert [label(each, t) for each in members if each and label(each, t).casefold() not in text.casefold()] == []
    assert f"**{capital(t.gettext('training'))}:** En kurs" in text


def test_a_log_without_entries_says_so() -> None:
    assert "There are no entries in this period." in log_markdown(Portfolio(Profile(), (), TODAY), EN)


def test_months_follow_each_other_in_the_whole_log() -> None:
    text = log_markdown(PORTFOLIO._replace(trainings=()), EN)
    months = [line for line in text.splitlines() if line.startswith("## ")]
    assert months[0] == "## December 2025"
    assert months[-1] == "## November 2026"
    assert len(months) == len(set(months)) == 12
    assert text.count("\n### ") == 62


def test_comments_are_quoted_with_who_states_to_have_said_them() -> None:
    comment = Comment(
        "c" * 32,
        title="Lugn förflyttning",
        author_name="Eva *Exempel*",
        kind=CommentKind.APPRECIATE,
        text="Du väntar.\n# Bra",
        answer="Tack.",
        written_on=dt.date(2026, 11, 21),
    )
    flagged = comment._replace(id="d" * 32, kind=CommentKind.PRIVACY, text="")
    document = compose(PORTFOLIO._replace(comments=(comment, flagged)), Selection(), EN)
    section = document.section(Part.COMMENTS)
    assert section
    assert len(section.blocks) == 3
    text = document_markdown(document)
    assert "## What others have said" in text
    whose = "**Lugn förflyttning** · 21 November 2026 · stated by Eva \\*Exempel\\*, supervisor (not verified)"
    assert whose in " ".join(text.split())
    assert "> Du väntar." in text
    assert "\n# Bra" not in text
    assert compose(PORTFOLIO, Selection(), EN).section(Part.COMMENTS) is None
