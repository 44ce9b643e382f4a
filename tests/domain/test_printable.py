"""No text from a log may act on the terminal that shows it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain.printable import cleaned, show, show_line, taken_in

ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=200)


def dangerous(text: str) -> list[str]:
    return [
        char
        for char in text
        if (unicodedata.category(char) in {"Cc", "Cs"} and char not in "\n\t")
        or unicodedata.bidirectional(char) in {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    ]


@given(ANY_TEXT)
def test_nothing_dangerous_is_shown(text: str) -> None:
    assert not dangerous(show(text))
    assert not dangerous(show_line(text))
    assert not dangerous(cleaned(text))


@given(ANY_TEXT)
def test_a_line_is_one_line(text: str) -> None:
    assert len(show_line(text).splitlines()) <= 1
    assert "\t" not in show_line(text)


@given(ANY_TEXT)
def test_showing_twice_changes_nothing_more(text: str) -> None:
    assert show(show(text)) == show(text)
    assert show_line(show_line(text)) == show_line(text)
    assert cleaned(cleaned(text)) == cleaned(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;AAAA\x07", "␛]52;c;AAAA␇"),
        ("a\x9bb\x7fc", "a\ufffdb\ufffdc"),
        ("abc\u202edef", "abc\ufffddef"),
        ("två rader\noch\ttabb", "två rader\noch\ttabb"),
        ("👩\u200d⚕️ Åsa – ”bra”", "👩\u200d⚕️ Åsa – ”bra”"),
        ("\ud800", "\ufffd"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert show(text) == shown


def test_a_line_reads_on_over_line_ends() -> None:
    assert show_line("en\ntvå\ttre\u2028fyra") == "en två tre fyra"


def test_what_is_taken_in_is_composed_and_has_plain_line_ends() -> None:
    assert cleaned("A\u030asa\r\nrad två\rrad tre\x1b[31m") == "Åsa\nrad två\nrad tre\ufffd[31m"


_TEXTS = st.text() | st.sampled_from(
    ["a\u030a", "\u030a", "ångström", "rad 1\nrad 2", "rad\r\n", "\x1b[2J", "\t", "\xa0"]
)


@given(st.tuples(_TEXTS, st.lists(_TEXTS).map(tuple), st.dictionaries(_TEXTS, _TEXTS), st.none(), _TEXTS))
def test_a_value_is_taken_in_as_its_texts_are(value: tuple[str, tuple[str, ...], dict[str, str], None, str]) -> None:
    first, several, answers, nothing, last = value
    assert taken_in(value) == (
        cleaned(first),
        tuple(map(cleaned, several)),
        {key: cleaned(text) for key, text in answers.items()},
        nothing,
        cleaned(last),
    )
