"""Finding and ordering entries."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain.entry import EntryHead
from learnlog.domain.filters import Filter, Sorting, ordered, shown, title_key
from learnlog.domain.folding import fold, words_in
from learnlog.domain.values import ActivityType, Arena, Language, Purpose, Status, Visibility
from tests.builders import TODAY


def a_head(name: str = "a", back: int = 0, **changes: Any) -> EntryHead:
    values: dict[str, Any] = {
        "id": name,
        "date": TODAY - dt.timedelta(days=back),
        "title": name,
        "arena": Arena.IN,
        "purpose": Purpose.C,
        "activity_type": ActivityType.DAILY,
        "status": Status.DRAFT,
    }
    return EntryHead(**(values | changes))


def found(words: str, text: str) -> bool:
    return words_in(fold(words).split(), fold(text))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("LYFT", "Vi lyfter tillsammans"),
        ("å", "Gå på stan"),
        ("a\u030a", "Gå på stan"),
        ("gå", "Ga\u030a på stan"),
        ("ÅTGÄRD", "a\u030atga\u0308rd"),
        ("pleie", "Pleieassistent"),
        ("smørbrød", "SMØRBRØD og kaffe"),
        ("vær", "VÆR"),
        ("ide", "En idé om matlyft"),
        ("idé", "En ide om matlyft"),
        ("muller", "Müller"),
        ("vänta svar", "Svaret kommer om jag kan vänta"),
        ("strasse", "Straße"),
        ("", "allt"),
    ],
)
def test_a_search_finds(words: str, text: str) -> None:
    assert found(words, text)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("a", "å ö"),
        ("hal", "håll"),
        ("å", "a"),
        ("o", "ö ø"),
        ("ö", "ø"),
        ("ä", "æ"),
        ("a", "a\u030a"),
        ("vänta nej", "Svaret kommer om jag kan vänta"),
    ],
)
def test_a_search_does_not_find(words: str, text: str) -> None:
    assert not found(words, text)


@given(st.text())
def test_both_ways_of_writing_a_letter_fold_to_the_same(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(alphabet=st.sampled_from("abåäöæøéüñšАя한ç´¨ \u0301\u0308\u030a")))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text(), st.text())
def test_what_stands_in_a_text_is_found_in_whatever_case(before: str, word: str, after: str) -> None:
    assert found(word.swapcase(), f"{before} {word.swapcase()} {after}")


HEADS = [
    a_head(
        "today", 0, arena=Arena.AT, activity_type=ActivityType.REFLMEET, areas=("th.dementia", "egna knep"), minutes=60
    ),
    a_head("week", 7, purpose=Purpose.A, status=Status.DONE, show_in_cv=True, minutes=30),
    a_head("month", 31, arena=Arena.OUT, visibility=Visibility.MANAGER, areas=("th.ethics",)),
    a_head("year", 365, purpose=None, minutes=90),
]


def names(only: Filter) -> str:
    return " ".join(head.id for head in shown(HEADS, only))


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (Filter(), "today week month year"),
        (Filter(from_on=TODAY - dt.timedelta(days=31)), "today week month"),
        (Filter(to_on=TODAY - dt.timedelta(days=7)), "week month year"),
        (Filter(from_on=TODAY, to_on=TODAY), "today"),
        (Filter(arenas=frozenset({Arena.AT, Arena.OUT})), "today month"),
        (Filter(types=frozenset({ActivityType.REFLMEET})), "today"),
        (Filter(areas=frozenset({"th.dementia", "th.ethics"})), "today month"),
        (Filter(areas=frozenset({"egna knep"})), "today"),
        (Filter(purposes=frozenset({Purpose.A})), "week"),
        (Filter(statuses=frozenset({Status.DONE})), "week"),
        (Filter(visibilities=frozenset({Visibility.MANAGER})), "month"),
        (Filter(only_for_cv=True), "week"),
        (Filter(arenas=frozenset({Arena.IN}), statuses=frozenset({Status.DRAFT})), "year"),
        (Filter(arenas=frozenset({Arena.AT}), statuses=frozenset({Status.DONE})), ""),
    ],
)
def test_fields_narrow_each_other_and_values_widen_a_field(only: Filter, expected: str) -> None:
    assert names(only) == expected
    assert (only.narrows > 0) == (only != Filter())


def test_hits_of_a_search_are_narrowed_too() -> None:
    only = Filter(text="etik", statuses=frozenset({Status.DRAFT}))
    assert [head.id for head in shown(HEADS, only, hits={"today", "week"})] == ["today"]
    assert shown(HEADS, only, hits=set()) == []


def test_a_value_is_switched_on_and_off() -> None:
    both = Filter(text="x").toggled("arenas", Arena.IN).toggled("arenas", Arena.AT).toggled("areas", "th.ethics")
    assert both.arenas == {Arena.IN, Arena.AT}
    assert both.narrows == 2
    assert both.toggled("arenas", Arena.IN).toggled("arenas", Arena.AT).toggled("areas", "th.ethics") == Filter(
        text="x"
    )
    assert both.cleared() == Filter(text="x")


@pytest.mark.parametrize(
    ("sorting", "expected"),
    [
        (Sorting.NEWEST, "today week month year"),
        (Sorting.OLDEST, "year month week today"),
        (Sorting.TITLE, "month today week year"),
        (Sorting.TIME_SPENT, "year today week month"),
    ],
)
def test_the_order_is_the_one_asked_for(sorting: Sorting, expected: str) -> None:
    assert " ".join(head.id for head in shown(HEADS, Filter(), sorting=sorting)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.SV, "Arbete café cafét Zebra Ås ägg Ödla"),
        (Language.NB, "Arbete café cafét Zebra ägg Ödla Ås"),
        (Language.EN, "ägg Arbete Ås café cafét Ödla Zebra"),
    ],
)
def test_titles_stand_as_in_the_alphabet(language: Language, expected: str) -> None:
    heads = [a_head(title) for title in ("Ödla", "ägg", "Zebra", "cafét", "Ås", "Arbete", "café")]
    assert [head.title for head in ordered(heads, Sorting.TITLE, language)] == expected.split()


def test_norwegian_titles_end_with_their_three_letters() -> None:
    titles = ["Åpen", "Øving", "Ærlig", "Zoom", "Aktiv"]
    assert sorted(titles, key=lambda title: title_key(title, Language.NB)) == titles[::-1]


def test_quotes_and_dashes_before_a_title_do_not_count() -> None:
    assert title_key("”Vänta”", Language.SV) == title_key("vänta", Language.SV)
