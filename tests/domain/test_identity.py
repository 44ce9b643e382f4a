"""Personal identity numbers: found however they are written, never repeated, and little else taken for one."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from stdnum.no import fodselsnummer as oracle_no
from stdnum.se import personnummer as oracle_se

from learnlog.domain import identity_numbers
from learnlog.domain.identity import Certainty, Kind, Sighting, hide, look, masked

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2024, 12, 31))


def luhn(digits: str) -> str:
    """The check digit, told in another way than the program does."""
    doubled = "".join(str(int(digit) * (2 if place % 2 == 0 else 1)) for place, digit in enumerate(digits))
    return str(-sum(map(int, doubled)) % 10)


def swedish(day: dt.date, serial: int, *, coordination: bool = False) -> tuple[str, str]:
    """The date in eight digits, and the last four."""
    date = f"{day:%Y%m}{day.day + 60 * coordination:02}"
    rest = f"{serial:03}"
    return date, rest + luhn(date[2:] + rest)


def norwegian(day: dt.date, serial: int, *, day_plus: int = 0, month_plus: int = 0, remainder: int = 0) -> str | None:
    """Eleven digits, or None: one serial in eleven or so has no check digits."""
    nine = f"{day.day + day_plus:02}{day.month + month_plus:02}{day.year % 100:02}{serial:03}"
    k1 = (remainder - sum(int(a) * b for a, b in zip(nine, (3, 7, 6, 1, 8, 9, 4, 5, 2), strict=True))) % 11
    k2 = -sum(int(a) * b for a, b in zip(f"{nine}{k1}", (5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=False)) % 11
    return None if 10 in (k1, k2) else f"{nine}{k1}{k2}"


def full_width(text: str) -> str:
    return "".join(chr(ord(each) + 0xFEE0) if each in "0123456789-" else each for each in text)


SWEDISH_SPELLINGS = {
    "short": lambda date, rest: f"{date[2:]}-{rest}",
    "long": lambda date, rest: f"{date}-{rest}",
    "plus": lambda date, rest: f"{date[2:]}+{rest}",
    "space": lambda date, rest: f"{date[2:]} {rest}",
    "spaced dash": lambda date, rest: f"{date[2:]} - {rest}",
    "en dash": lambda date, rest: f"{date[2:]}–{rest}",
    "unbroken hyphen": lambda date, rest: f"{date}\u2011{rest}",
    "unbroken space": lambda date, rest: f"{date[2:]}\u00a0{rest}",
    "iso date": lambda date, rest: f"{date[:4]}-{date[4:6]}-{date[6:]}-{rest}",
    "full width": lambda date, rest: full_width(f"{date}-{rest}"),
    "brackets": lambda date, rest: f"({date[2:]}-{rest})",
    "full stop": lambda date, rest: f"{date[2:]}-{rest}.",
    "comma": lambda date, rest: f"{date}-{rest}, och",
    "label": lambda date, rest: f"pnr:{date[2:]}-{rest}",
    "dashes within": lambda date, rest: f"{date[2:4]}-{date[4:6]}-{date[6:]}-{rest}",
    "dot": lambda date, rest: f"{date[2:]}.{rest}",
    "minus sign": lambda date, rest: f"{date[2:]}−{rest}",
    "soft hyphen": lambda date, rest: f"{date[2:]}\u00ad-{rest}",
    "unseen among the digits": lambda date, rest: f"{date[2:5]}\u200b{date[5:]}-{rest}",
    "arabic digits": lambda date, rest: "".join(chr(0x660 + int(each)) for each in date[2:]) + f"-{rest}",
    "file name": lambda date, rest: f"plan_{date}_{rest}.pdf" if int(date[:4]) < 2000 else f"plan_{date}-{rest}.pdf",
}
NORWEGIAN_SPELLINGS = {
    "bare": lambda number: number,
    "space": lambda number: f"{number[:6]} {number[6:]}",
    "dash": lambda number: f"{number[:6]}-{number[6:]}",
    "three parts": lambda number: f"{number[:6]} {number[6:9]} {number[9:]}",
    "dots": lambda number: f"{number[:2]}.{number[2:4]}.{number[4:6]} {number[6:]}",
    "full width": full_width,
}


@pytest.mark.parametrize("spelling", SWEDISH_SPELLINGS)
@given(
    day=DAYS, serial=st.integers(0, 999), coordination=st.booleans(), before=st.sampled_from(["", "Boende ", "på\n"])
)
def test_a_swedish_number_is_certain_in_every_spelling(
    spelling: str, day: dt.date, serial: int, coordination: bool, before: str
) -> None:
    text = before + SWEDISH_SPELLINGS[spelling](*swedish(day, serial, coordination=coordination)) + " igår"
    [seen] = look(text)
    assert seen.certainty is Certainty.CERTAIN
    assert seen.kind is (Kind.COORDINATION if coordination else Kind.PERSONNUMMER)
    assert sum(each.isdecimal() for each in text[: seen.start] + text[seen.end :]) == 0


@pytest.mark.parametrize("spelling", NORWEGIAN_SPELLINGS)
@given(
    day=DAYS,
    serial=st.integers(0, 999),
    day_plus=st.sampled_from([0, 40]),
    month_plus=st.sampled_from([0, 40, 80]),
    remainder=st.integers(0, 3),
)
def test_a_norwegian_number_is_certain_in_every_spelling(
    *, spelling: str, day: dt.date, serial: int, day_plus: int, month_plus: int, remainder: int
) -> None:
    number = norwegian(day, serial, day_plus=day_plus, month_plus=month_plus, remainder=remainder)
    if number is None:
        return
    [seen] = look(f"Fnr {NORWEGIAN_SPELLINGS[spelling](number)}, i dag")
    kinds = {40: Kind.H_NUMBER, 80: Kind.SYNTHETIC, 0: Kind.D_NUMBER if day_plus else Kind.FODSELSNUMMER}
    assert (seen.certainty, seen.kind) == (Certainty.CERTAIN, kinds[month_plus])


@given(day=DAYS, serial=st.integers(0, 999), long=st.booleans())
def test_bare_digits_are_seen_and_only_mobiles_and_round_times_are_less_certain(
    day: dt.date, serial: int, long: bool
) -> None:
    date, rest = swedish(day, serial)
    [seen] = look(f"skrev {date if long else date[2:]}{rest} idag")
    mobile = not long and date.startswith("070", 2)
    stamp = long and day.year >= 2000 and int(rest[:2]) < 24 and int(rest[2:]) < 60 and rest[3] in "05"
    assert seen.certainty is (Certainty.POSSIBLE if mobile or stamp else Certainty.CERTAIN)


def test_a_word_before_it_says_that_it_is_no_phone() -> None:
    assert [each.certainty for each in look("ring 0701151235")] == [Certainty.POSSIBLE]
    assert [each.certainty for each in look("pnr 0701151235")] == [Certainty.CERTAIN]


@given(st.integers(0, 10**10 - 1))
def test_what_the_oracle_takes_for_swedish_is_seen(number: int) -> None:
    digits = f"{number:010}"
    if oracle_se.is_valid(f"{digits[:6]}-{digits[6:]}"):
        assert look(f"{digits[:6]}-{digits[6:]}")[0].certainty is Certainty.CERTAIN


@given(day=DAYS, rest=st.integers(0, 9999))
def test_swedish_numbers_are_certain_exactly_when_the_oracle_agrees(day: dt.date, rest: int) -> None:
    text = f"{day:%Y%m%d}-{rest:04}"
    [seen] = look(text)
    assert (seen.certainty is Certainty.CERTAIN) == oracle_se.is_valid(text)


@given(day=DAYS, rest=st.integers(0, 99999))
def test_what_the_oracle_takes_for_norwegian_is_certain(day: dt.date, rest: int) -> None:
    text = f"{day:%d%m%y} {rest:05}"
    [seen] = look(text)
    if oracle_no.is_valid(text):
        assert seen.certainty is Certainty.CERTAIN


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("19121212-1212", Kind.PERSONNUMMER),
        ("811218-9876", Kind.PERSONNUMMER),
        ("121272-1219", Kind.COORDINATION),
        ("01819000049", Kind.SYNTHETIC),
        ("41819000032", Kind.SYNTHETIC),
        ("19811218+9876", Kind.PERSONNUMMER),
        ("１９８１１２１８－９８７６", Kind.PERSONNUMMER),
    ],
)
def test_a_valid_number_is_certain(text: str, kind: Kind) -> None:
    assert [(each.kind, each.certainty) for each in look(text)] == [(kind, Certainty.CERTAIN)]


@pytest.mark.parametrize(
    "text",
    [
        "121212-1213",
        "20251006 1430",
        "2025-10-06 1431",
        "811218-T123",
        "pnr 8112189877",
        "fødselsnummer: 01129512345",
        "011295 12345",
    ],
)
def test_a_mistyped_number_is_possible(text: str) -> None:
    assert [each.certainty for each in look(text)] == [Certainty.POSSIBLE]


@pytest.mark.parametrize(
    "text",
    [
        "212000-2882",
        "2018/00291",
        "11 999 620",
        "2024-10-01–2025-09-30",
        "2024-10-01-2025-09-30",
        "2025-10-06 14:30",
        "2025-10-06 1432",
        "20251006143012",
        "9789144098326",
        "1.5 mg x 3, 250 ml",
        "811318-9876",
        "810230-9876",
        "8112189877",
        "01129512345",
        "SE4550000000058398257466",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not [each for each in look(text) if each.certainty is not Certainty.HINT]


def test_a_number_is_never_told() -> None:
    assert [each.shown for each in look("Ring 19811218-9876 eller 01819000049")] == ["1981••••-••••", "0181•••••••"]
    assert masked("811218-9876") == "8112••-••••"


@given(st.lists(st.one_of(st.text("0123456789-+ .–", max_size=15), st.text(max_size=8)), max_size=6).map("".join))
@example("19121212-1212-19121212-1212")
@example("811218-9876811218-9876")
@example("SYKMELDT 811218-9876")
def test_hiding_leaves_nothing_to_see(text: str) -> None:
    for form in ("NFC", "NFD"):
        given_text = unicodedata.normalize(form, text)
        seen = look(given_text)
        assert all(0 <= each.start < each.end <= len(given_text) for each in seen)
        assert all(one.end <= other.start for one, other in itertools.pairwise(seen))
        hidden = hide(given_text, seen, "[maskerat]")
        assert not look(hidden)
        assert hide(hidden, look(hidden), "[maskerat]") == hidden
        digits = sum(each.isdecimal() for each in given_text)
        in_numbers = sum(each.isdecimal() for one in seen for each in given_text[one.start : one.end])
        assert sum(each.isdecimal() for each in hidden) == digits - in_numbers
        told_whole = (Kind.HEALTH, Kind.SENSITIVE, Kind.MOMENT)  # words and times that name nobody by themselves
        assert all(sum(each.isalnum() for each in one.shown) <= 4 for one in seen if one.kind not in told_whole)


def test_several_are_hidden_at_once() -> None:
    text = "Först 811218-9876, sedan 01819000049."
    assert hide(text, look(text), "[sladdet]") == "Först [sladdet], sedan [sladdet]."
    assert hide(text, look(text)[1:], "[hidden]") == "Först 811218-9876, sedan [hidden]."
    assert hide(text, (), "[hidden]") == text


def test_no_expression_can_read_far_ahead() -> None:
    # so a text costs its length, whatever stands in it: at each character, no more than so many are looked at
    expressions = [each for each in vars(identity_numbers).values() if isinstance(each, re.Pattern)]
    assert len(expressions) >= 3
    assert max(re._parser.parse(each.pattern).getwidth()[1] for each in expressions) <= 50  # type: ignore[attr-defined] # no stubs


@pytest.mark.parametrize("nasty", ["1", "12-", "811218 - ", "1 1 ", "811218-", "19811218", "٠", "\u200b1", "01.12.95 "])
def test_a_long_text_is_read_through(nasty: str) -> None:
    assert not [each for each in look(nasty * 20_000) if each.certainty is Certainty.CERTAIN]


def test_a_sighting_is_a_value() -> None:
    assert look("811218-9876") == (Sighting(Kind.PERSONNUMMER, Certainty.CERTAIN, 0, 11, "8112••-••••"),)
