"""Days and times in words."""

from __future__ import annotations

import datetime as dt

import pytest

from learnlog.domain.values import Language
from learnlog.errors import DamagedError, InvalidInputError, LearnlogError
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import (
    due_words,
    duration,
    long_date,
    month_and_year,
    numeric_date,
    short_date,
    stored_moment,
    vague_date,
    weekday_initials,
    whole_hours,
)
from learnlog.i18n.explain import explain
from learnlog.text import Msg
from tests.builders import TODAY

EN, SV, NB = (Translator(language) for language in (Language.EN, Language.SV, Language.NB))
OCTOBER = dt.date(2025, 10, 6)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("written", "en", "sv", "nb"),
    [
        (lambda t: long_date(TODAY, t), "Friday 20 November 2026, week 47", "fredag 20 november 2026, v. 47", "fredag 20. november 2026, uke 47"),
        (lambda t: numeric_date(OCTOBER, t), "6 October 2025", "2025-10-06", "06.10.2025"),
        (lambda t: short_date(TODAY, t, TODAY), "today", "i dag", "i dag"),
        (lambda t: short_date(dt.date(2026, 11, 19), t, TODAY), "yesterday", "i går", "i går"),
        (lambda t: short_date(dt.date(2026, 2, 1), t, TODAY), "1 Feb", "1 feb", "1. feb."),
        (lambda t: short_date(OCTOBER, t, TODAY), "6 Oct 2025", "6 okt 2025", "6. okt. 2025"),
        (lambda t: due_words(TODAY, TODAY, t), "today", "i dag", "i dag"),
        (lambda t: due_words(TODAY + DAY, TODAY, t), "tomorrow", "i morgon", "i morgen"),
        (lambda t: due_words(TODAY + 5 * DAY, TODAY, t), "in 5 days", "om 5 dagar", "om 5 dager"),
        (lambda t: due_words(TODAY - DAY, TODAY, t), "yesterday", "i går", "i går"),
        (lambda t: due_words(TODAY - 12 * DAY, TODAY, t), "12 days late", "12 dagar försenat", "12 dager over fristen"),
        (lambda t: month_and_year(OCTOBER, t), "October 2025", "oktober 2025", "oktober 2025"),
        (lambda t: duration(45, t), "45 min", "45 min", "45 min"),
        (lambda t: duration(120, t), "2 h", "2 tim", "2 t"),
        (lambda t: duration(90, t), "1 h 30 min", "1 tim 30 min", "1 t 30 min"),
        (lambda t: whole_hours(4270, t), "71 hours", "71 timmar", "71 timer"),
        (lambda t: whole_hours(90, t), "1 h 30 min", "1 tim 30 min", "1 t 30 min"),
        (lambda t: " ".join(weekday_initials(t)), "Mo Tu We Th Fr Sa Su", "må ti on to fr lö sö", "ma ti on to fr lø sø"),
        (lambda t: vague_date("2014", t), "2014", "2014", "2014"),
        (lambda t: vague_date("2024-03", t), "March 2024", "mars 2024", "mars 2024"),
        (lambda t: vague_date("2024-03-05", t), "5 March 2024", "2024-03-05", "05.03.2024"),
    ],
)  # fmt: skip
def test_it_is_written_as_is_usual(written: object, en: str, sv: str, nb: str) -> None:
    assert callable(written)
    assert [written(t) for t in (EN, SV, NB)] == [en, sv, nb]


@pytest.mark.parametrize("text", ["", "våren 2014", "2024-13", "2024-02-30", "2024-03-05-06", "-", "2200000000"])
def test_a_time_in_other_words_stays_as_it_is(text: str) -> None:
    assert vague_date(text, SV) == text


def test_an_error_is_a_sentence_in_the_readers_language() -> None:
    damaged = DamagedError()
    assert explain(damaged, EN) == damaged.message.id
    assert explain(damaged, SV) != explain(damaged, EN)


def test_every_problem_of_a_form_is_told() -> None:
    error = InvalidInputError(("title", Msg("One {n}.", {"n": 1})), ("date", Msg("Two.")))
    assert explain(error, EN) == "One 1.\nTwo."
    assert explain(InvalidInputError(), EN) == InvalidInputError.default


def test_every_kind_of_error_has_its_sentence_in_every_language() -> None:
    kinds = [LearnlogError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    assert len(kinds) > 8
    for kind in kinds:
        assert all(explain(kind(), t).strip() for t in (EN, SV, NB))


def test_a_stored_moment_that_is_none_is_shown_as_it_stands() -> None:
    today = dt.date(2026, 11, 20)
    assert "2026" not in stored_moment("2026-11-20T12:00:00Z", Translator(Language.EN), today)
    assert stored_moment("last\x1bweek", Translator(Language.EN), today) == "last␛week"
