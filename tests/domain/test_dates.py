"""Dates as people say them. Today is Friday 20 November 2026, in week 47."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain import date_words
from learnlog.domain.dates import parse_date
from learnlog.domain.periods import parse_from, parse_to, parse_vague
from learnlog.domain.values import Language
from learnlog.errors import InvalidInputError
from learnlog.i18n.catalog import Translator
from learnlog.i18n.dates import long_date, numeric_date, short_date
from tests.builders import TODAY

SV, NB, EN = Language.SV, Language.NB, Language.EN

PHRASES = """
idag                            2026-11-20
i dag                           2026-11-20
Idag                            2026-11-20
today                           2026-11-20
i morse                         2026-11-20
i kveld                         2026-11-20
igår                            2026-11-19
i går                           2026-11-19
IGÅR                            2026-11-19
igar                            2026-11-19
yesterday                       2026-11-19
i går kväll                     2026-11-19
i går kveld                     2026-11-19
last night                      2026-11-19
i förrgår                       2026-11-18
iförrgår                        2026-11-18
i forgårs                       2026-11-18
forgårs                         2026-11-18
the day before yesterday        2026-11-18
day before yesterday            2026-11-18
imorgon                         2026-11-21
i morgen                        2026-11-21
tomorrow                        2026-11-21
i måndags                       2026-11-16
i tisdags                       2026-11-17
i onsdags                       2026-11-18
i torsdags                      2026-11-19
i fredags                       2026-11-13
i lördags                       2026-11-14
i söndags                       2026-11-15
tisdags                         2026-11-17
sist tirsdag                    2026-11-17
sist fredag                     2026-11-13
last Tuesday                    2026-11-17
last Friday                     2026-11-13
senaste onsdagen                2026-11-18
förra fredagen                  2026-11-13
förra tisdagen                  2026-11-10
forrige fredag                  2026-11-13
forrige tirsdag                 2026-11-10
forra tisdagen                  2026-11-10
fredag förra veckan             2026-11-13
torsdag forrige uke             2026-11-12
Monday last week                2026-11-09
last week Monday                2026-11-09
tisdag                          2026-11-17
tirsdag                         2026-11-17
Tuesday                         2026-11-17
tis                             2026-11-17
ons.                            2026-11-18
lördag                          2026-11-14
lørdag                          2026-11-14
för två dagar sedan             2026-11-18
för 2 dagar sen                 2026-11-18
två dagar sedan                 2026-11-18
for to dager siden              2026-11-18
two days ago                    2026-11-18
2 days ago                      2026-11-18
0 dagar sedan                   2026-11-20
for fjorten dager siden         2026-11-06
fjorton dagar sedan             2026-11-06
en vecka sedan                  2026-11-13
för en vecka sedan              2026-11-13
for en uke siden                2026-11-13
for ei uke siden                2026-11-13
a week ago                      2026-11-13
three weeks ago                 2026-10-30
för en månad sedan              2026-10-20
for tre måneder siden           2026-08-20
a month ago                     2026-10-20
för ett år sedan                2025-11-20
for ett år siden                2025-11-20
two years ago                   2024-11-20
12/11                           2026-11-12
20/11                           2026-11-20
21/11                           2025-11-21
31/12                           2025-12-31
29/2                            2024-02-29
1/1                             2026-01-01
12 / 11                         2026-11-12
12/11-26                        2026-11-12
12/11 2026                      2026-11-12
12/11/2026                      2026-11-12
12/11/26                        2026-11-12
12/11-98                        1998-11-12
12/11-36                        2036-11-12
12/11-37                        1937-11-12
12.11.                          2026-11-12
12.11                           2026-11-12
12.11.2026                      2026-11-12
12.11.26                        2026-11-12
12. 11. 2026                    2026-11-12
12-11-2026                      2026-11-12
12 nov                          2026-11-12
12 Nov.                         2026-11-12
12. nov.                        2026-11-12
12nov                           2026-11-12
12 november 2025                2025-11-12
12. november 2025               2025-11-12
12 november -25                 2025-11-12
12 nov 25                       2025-11-12
1 maj                           2026-05-01
1. mai                          2026-05-01
1 May                           2026-05-01
24 des                          2025-12-24
24 dec                          2025-12-24
9 okt                           2026-10-09
9 Oct 2026                      2026-10-09
12:e november                   2026-11-12
1:a november                    2026-11-01
12e nov                         2026-11-12
den 12 november                 2026-11-12
den 12:e november 2025          2025-11-12
d. 12. november                 2026-11-12
12th of November                2026-11-12
on 12 November                  2026-11-12
12:e                            2026-11-12
den 12:e                        2026-11-12
den 12                          2026-11-12
den 12.                         2026-11-12
d. 12.                          2026-11-12
the 12th                        2026-11-12
on the 12th                     2026-11-12
den 20:e                        2026-11-20
den 21:a                        2026-10-21
den 31:a                        2026-10-31
fredag den 13:e                 2026-11-13
Friday the 13th                 2026-11-13
fredag 13.                      2026-11-13
fredag 13                       2026-11-13
12/11 -26                       2026-11-12
12/11 i fjol                    2025-11-12
12 november i år                2026-11-12
12. november i fjor             2025-11-12
12 November last year           2025-11-12
v. 46 förra året                2025-11-10
i tisdags kväll                 2026-11-17
tisdag kväll                    2026-11-17
igår morse                      2026-11-19
i går morges                    2026-11-19
i forgårs kveld                 2026-11-18
Tuesday morning                 2026-11-17
måndag den här veckan           2026-11-16
mandag denne uken               2026-11-16
Monday this week                2026-11-16
this week on Monday             2026-11-16
last week on Monday             2026-11-09
fredag i vecka 46               2026-11-13
onsdag i uke 46                 2026-11-11
Friday in week 46               2026-11-13
the 3rd of November             2026-11-03
November 12                     2026-11-12
Nov 12                          2026-11-12
November 12, 2025               2025-11-12
Nov 1st                         2026-11-01
fredag 13 november              2026-11-13
fredag den 13 november          2026-11-13
fredag 13/11                    2026-11-13
fre. 13/11                      2026-11-13
fre den 13/11-26                2026-11-13
fredag 13.11.                   2026-11-13
Friday 13 November 2026         2026-11-13
fredag 20 november 2026, v. 47  2026-11-20
fredag 20. november 2026, uke 47  2026-11-20
Friday 20 November 2026, week 47  2026-11-20
v. 47                           2026-11-16
v.47                            2026-11-16
v47                             2026-11-16
V 47                            2026-11-16
vecka 47                        2026-11-16
uke 47                          2026-11-16
u47                             2026-11-16
week 47                         2026-11-16
w47                             2026-11-16
v. 1                            2025-12-29
v. 48                           2025-11-24
v. 52                           2025-12-22
v. 47 2024                      2024-11-18
v. 53 2020                      2020-12-28
fredag v. 46                    2026-11-13
v. 46 fredag                    2026-11-13
fre v46                         2026-11-13
torsdag uke 46                  2026-11-12
Friday week 46                  2026-11-13
fredag v. 47                    2026-11-20
söndag v. 47                    2026-11-22
2026-W46                        2026-11-09
2026-W46-5                      2026-11-13
2026W465                        2026-11-13
2026-11-12                      2026-11-12
2026-12-11                      2026-12-11
2026-1-5                        2026-01-05
2026/11/12                      2026-11-12
2026.11.12                      2026-11-12
20261112                        2026-11-12
  12   nov                      2026-11-12
"""
EXAMPLES = [(line[:-12].strip(), dt.date.fromisoformat(line[-10:])) for line in PHRASES.strip("\n").splitlines()]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("phrase", "day"), EXAMPLES)
def test_a_phrase_means_the_same_day_in_every_language(phrase: str, day: dt.date, language: Language) -> None:
    assert parse_date(phrase, TODAY, language) == day


@pytest.mark.parametrize(
    ("phrase", "language", "day"),
    [
        ("på tisdag", SV, "2026-11-24"),
        ("på fredag", SV, "2026-11-27"),
        ("on Tuesday", EN, "2026-11-17"),
        ("261112", SV, "2026-11-12"),
        ("980131", SV, "1998-01-31"),
        ("980131", NB, "1998-01-31"),
        ("111111", NB, "2011-11-11"),
    ],
)
def test_where_the_languages_disagree_the_interface_decides(phrase: str, language: Language, day: str) -> None:
    assert parse_date(phrase, TODAY, language) == dt.date.fromisoformat(day)


REFUSED = {
    "Write a date": ["", "   ", "\t\n"],
    "cannot be read": [
        "x", "12", "för länge sedan", "sometime", "måndag tisdag", "12 nov nov", "v", "v. v. 3", "igår idag", "12/11/2",
        "123", "1234567", "på", "i", "den", "12.", "den tolv", "den 12 13", "i natt", "i går natt", "kväll", "this Monday", "i år", "2026", "٣/٤", "12/11 igår", "--", "2026-11-12T10:00",
        "en två tre", "för ett par dagar sedan", "v. 47 12", "-1 dagar sedan", "tio över två", "1/2/3/4", "a" * 61, "i fredag",
        "dagar sedan", "hej 12 nov", "12 nov!", "<12 nov>", "week forty",
    ],
    "Which day": [
        "förra veckan", "forrige uke", "last week", "i förra veckan", "forrige måned", "förra månaden", "last month",
        "förra året", "den här veckan", "denne uken", "this week", "sept", "november", "november 2025", "oktober 2026",
    ],
    "Which week": ["nästa fredag", "neste tirsdag", "next Tuesday", "nästa vecka", "neste uke", "next month"],
    "Dates before {year}": [
        "0000-01-01", "0001-01-01", "1899-12-31", "18991231", "1/1 1066", "3 mars 1850", "1850-W10", "v. 10 1850", "200 år sedan",
    ],
    "no day {day}": ["den 32", "0:e", "31/2", "30/2", "31/11", "0/11", "32/1", "31 november", "2026-02-31", "20260231", "31.4.2026", "31 april 2025"],
    "no month {month}": ["12/13", "1/0", "2026-13-01", "20261301", "12.13.2026", "260013"],
    "has no 29 February": ["29/2-25", "29 februari 2026", "2026-02-29", "29/2 1900"],
    "no week": ["v. 53 2025", "v. 54", "v. 0", "uke 60", "2025-W53", "week 99 2026", "v. 53"],
    "The weekday and the date": ["lördag den 13:e", "lördag 13", "torsdag 20 november", "torsdag 20/11", "Monday 20 November 2026"],
    "The week and the date": ["20 november 2026, v. 46", "fredag 20 november uke 3"],
    "Today is that weekday": ["fredag", "Friday", "fre"],
    "further away": ["99999 år sedan", "9999999999 dagar sedan", "4000 years ago", "99999999999999999999 weeks ago"],
}  # fmt: skip


@pytest.mark.parametrize(("reason", "phrase"), [(reason, each) for reason, all_ in REFUSED.items() for each in all_])
def test_what_cannot_be_read_is_refused_with_its_reason(reason: str, phrase: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        parse_date(phrase, TODAY, SV)
    [(field, message)] = refused.value.problems
    assert field == "date"
    assert reason in message.id
    assert Translator(EN).say(message)  # the values it names are there


IMPOSSIBLE = [phrase for name in ("no day {day}", "no month {month}", "has no 29 February", "no week") for phrase in REFUSED[name]]  # fmt: skip


@pytest.mark.parametrize("phrase", IMPOSSIBLE)
@pytest.mark.parametrize("language", Language)
def test_a_day_there_is_none_of_is_refused_with_an_example_that_can_be_read(phrase: str, language: Language) -> None:
    with pytest.raises(InvalidInputError) as refused:
        parse_date(phrase, TODAY, SV)
    sentence = Translator(language).say(refused.value.message)
    found = re.search(r"\d+/\d+|(v\.|uke|week) 47", sentence)
    assert found, sentence
    assert parse_date(found[0], TODAY, language) <= TODAY


@pytest.mark.parametrize("language", [NB, EN])
def test_six_digits_that_can_be_two_dates_are_refused_outside_swedish(language: Language) -> None:
    with pytest.raises(InvalidInputError, match="six digits"):
        parse_date("261112", TODAY, language)


@pytest.mark.parametrize("language", [NB, EN])
def test_a_phrase_that_looks_ahead_in_swedish_only_is_not_guessed_elsewhere(language: Language) -> None:
    with pytest.raises(InvalidInputError):
        parse_date("på fredag", TODAY, language)


TODAYS = st.dates(dt.date(1970, 1, 1), dt.date(2100, 12, 31))
AHEAD = """
i morgon                        2026-11-21
i övermorgon                    2026-11-22
om två veckor                   2026-12-04
om 14 dagar                     2026-12-04
om tre uker                     2026-12-11
om en månad                     2026-12-20
in 3 days                       2026-11-23
in six months                   2027-05-20
in a year                       2027-11-20
fredag nästa vecka              2026-11-27
mandag neste uke                2026-11-23
Friday next week                2026-11-27
på fredag                       2026-11-27
på tirsdag                      2026-11-24
on Tuesday                      2026-11-24
tisdag                          2026-11-24
søndag                          2026-11-22
12/11                           2027-11-12
den 12:e                        2026-12-12
den 20:e                        2026-11-20
20/11                           2026-11-20
12 dec                          2026-12-12
29/2                            2028-02-29
onsdag 2/12                     2026-12-02
v. 47                           2026-11-16
v. 50                           2026-12-07
uke 3                           2027-01-18
fredag v. 3                     2027-01-22
2026-11-12                      2026-11-12
i tisdags                       2026-11-17
"""


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("line", AHEAD.strip("\n").splitlines())
def test_where_a_day_to_come_is_asked_for_the_next_one_is_meant(line: str, language: Language) -> None:
    assert parse_date(line[:-12].strip(), TODAY, language, ahead=True) == dt.date.fromisoformat(line[-10:])


@given(today=TODAYS, month=st.integers(1, 12), day=st.integers(1, 28))
def test_a_day_to_come_without_a_year_comes_within_a_year(today: dt.date, month: int, day: int) -> None:
    found = parse_date(f"{day}/{month}", today, SV, ahead=True)
    assert dt.timedelta(0) <= found - today <= dt.timedelta(days=366)


WORDS = st.sampled_from(
    sorted(
        {
            *date_words.DAYS_AGO, *date_words.WEEKDAYS, *date_words.BEEN_WEEKDAYS, *date_words.MONTHS, *date_words.NUMBERS,
            *date_words.UNITS, *date_words.WEEK, *date_words.AGO, *date_words.LAST, *date_words.LAST_WEEKS,
            *date_words.PERIODS, *date_words.FILLERS, *date_words.NEXT, *date_words.IN, "for", "i", "pa", "12", "31", "47", "2026", "/", "-", ".", ":e", "0",
            "99999999", "w5",
        }
    )
)  # fmt: skip
PHRASE = st.lists(st.tuples(WORDS, st.sampled_from(["", " "])), max_size=6).map(
    lambda parts: "".join(word + space for word, space in parts)
)


@given(
    text=st.one_of(st.text(max_size=70), PHRASE, st.from_regex(r"[0-9./ -]{1,12}")),
    today=TODAYS,
    language=st.sampled_from(Language),
    ahead=st.booleans(),
)
def test_any_text_is_a_day_or_refused(text: str, today: dt.date, language: Language, ahead: bool) -> None:
    fields = []
    try:
        day = parse_date(text, today, language, ahead=ahead)
    except InvalidInputError as refused:
        fields = [field for field, _ in refused.problems]
    assert fields == ["date"] or (type(day) is dt.date and text.strip())


@given(day=st.dates(dt.date(1900, 1, 1)), today=TODAYS)
def test_an_iso_date_is_always_that_date(day: dt.date, today: dt.date) -> None:
    assert {parse_date(day.isoformat(), today, language) for language in Language} == {day}
    assert parse_date(f"{day:%Y%m%d}", today, SV) == day


@given(today=TODAYS, back=st.integers(0, 300), language=st.sampled_from(Language), reader=st.sampled_from(Language))
def test_every_day_we_write_can_be_typed_back(today: dt.date, back: int, language: Language, reader: Language) -> None:
    day, translator = today - dt.timedelta(days=back), Translator(language)
    for written in (long_date(day, translator), numeric_date(day, translator), short_date(day, translator, today)):
        assert parse_date(written, today, reader) == day


@given(today=TODAYS, month=st.integers(1, 12), day=st.integers(1, 28))
def test_a_day_without_a_year_has_been_within_a_year(today: dt.date, month: int, day: int) -> None:
    found = parse_date(f"{day}/{month}", today, SV)
    assert (found.month, found.day) == (month, day)
    assert dt.timedelta(0) <= today - found <= dt.timedelta(days=366)


@given(today=TODAYS, weekday=st.integers(0, 6))
def test_the_latest_weekday_is_within_a_week_and_never_today(today: dt.date, weekday: int) -> None:
    names = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
    found = parse_date(f"i {names[weekday]}s", today, SV)
    assert found.weekday() == weekday
    assert 1 <= (today - found).days <= 7
    last_weeks = parse_date(f"förra {names[weekday]}en", today, SV)
    assert last_weeks.isocalendar()[:2] == (today - dt.timedelta(days=7)).isocalendar()[:2]


def test_the_words_of_the_languages_do_not_contradict_each_other() -> None:
    kinds = [date_words.WEEKDAYS, date_words.MONTHS, date_words.BEEN_WEEKDAYS, date_words.UNITS]
    for groups in (date_words._WEEKDAYS, date_words._MONTHS, date_words._NUMBERS):
        words = [word for group in groups for word in {date_words.plain(each) for each in group.split()}]
        assert len(words) == len(set(words)), "a word stands in two groups"
    names = [word for kind in kinds for word in kind]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-10", "2026-10-01", "2026-10-31"),
        ("2024-2", "2024-02-01", "2024-02-29"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("oktober", "2026-10-01", "2026-10-31"),
        ("desember", "2025-12-01", "2025-12-31"),
        ("November", "2026-11-01", "2026-11-30"),
        ("oktober 2025", "2025-10-01", "2025-10-31"),
        ("v. 41", "2026-10-05", "2026-10-11"),
        ("uke 41 2025", "2025-10-06", "2025-10-12"),
        ("förra veckan", "2026-11-09", "2026-11-15"),
        ("i förra veckan", "2026-11-09", "2026-11-15"),
        ("forrige uke", "2026-11-09", "2026-11-15"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("forrige måned", "2026-10-01", "2026-10-31"),
        ("förra året", "2025-01-01", "2025-12-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("i fjor", "2025-01-01", "2025-12-31"),
        ("den här veckan", "2026-11-16", "2026-11-22"),
        ("denne uken", "2026-11-16", "2026-11-22"),
        ("this week", "2026-11-16", "2026-11-22"),
        ("denna månad", "2026-11-01", "2026-11-30"),
        ("i år", "2026-01-01", "2026-12-31"),
        ("this year", "2026-01-01", "2026-12-31"),
        ("in October", "2026-10-01", "2026-10-31"),
        ("oktober i fjol", "2025-10-01", "2025-10-31"),
        ("den 12:e", "2026-11-12", "2026-11-12"),
        ("igår", "2026-11-19", "2026-11-19"),
        ("2026-10-06", "2026-10-06", "2026-10-06"),
        ("12/11", "2026-11-12", "2026-11-12"),
    ],
)
def test_a_period_reaches_from_its_first_day_to_its_last(text: str, first: str, last: str) -> None:
    assert parse_from(text, TODAY, NB).isoformat() == first
    assert parse_to(text, TODAY, NB).isoformat() == last


@pytest.mark.parametrize(
    "text", ["2026-13", "", "senaste veckan", "siste uke", "nästa vecka", "last day", "0000", "v. 60"]
)
def test_a_period_that_is_none_is_refused(text: str) -> None:
    for parse in (parse_from, parse_to):
        with pytest.raises(InvalidInputError):
            parse(text, TODAY, SV)


@given(text=st.one_of(st.text(max_size=70), PHRASE, st.from_regex(r"[0-9./ -]{1,12}")), today=TODAYS)
def test_any_bound_is_a_day_or_refused(text: str, today: dt.date) -> None:
    try:
        first, last = parse_from(text, today, SV), parse_to(text, today, SV)
    except InvalidInputError:
        return
    assert first <= last


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("2014", "2014"), ("2024-03", "2024-03"), ("2024-3", "2024-03"), ("mai 2024", "2024-05"),
        ("i desember 2023", "2023-12"), ("5. mars 2024", "2024-03-05"), ("2024-03-05", "2024-03-05"),
    ],
)  # fmt: skip
def test_what_is_remembered_is_kept_as_exact_as_it_was_said(text: str, known: str) -> None:
    assert parse_vague(text, TODAY, NB) == known


@given(
    st.text(max_size=30) | st.from_regex(r"(19|20)\d\d(-\d\d?){0,2}", fullmatch=True),
    st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)),
)
def test_anything_remembered_is_a_year_a_month_a_day_or_refused(text: str, today: dt.date) -> None:
    try:
        known = parse_vague(text, today, SV)
    except InvalidInputError:
        return
    assert re.fullmatch(r"\d{4}(-\d\d){0,2}", known)
    assert parse_vague(known, today, SV) == known
