"""What is no number and can point to a person: hinted at, masked, and not everywhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain import identity_hints
from learnlog.domain.identity import Certainty, Kind, hide, look
from learnlog.domain.values import Language
from learnlog.i18n.catalog import Translator
from learnlog.i18n.sightings import taught


@pytest.mark.parametrize(
    ("text", "kind", "never"),
    [
        ("Skriv till kalle.anka@kommunen.se om det", Kind.EMAIL, "kommunen"),
        ("ring henne på 070-174 06 05", Kind.PHONE, "05"),
        ("ring 0701740605", Kind.PHONE, "605"),
        ("+46 70 174 06 05 svarar", Kind.PHONE, "74"),
        ("ring tlf 22 12 34 56", Kind.PHONE, "34"),
        ("mobil 912 34 567", Kind.PHONE, "567"),
        ("hjälpte på rum 12 idag", Kind.ROOM, "12"),
        ("vi var på rom nr. 3 i går", Kind.ROOM, "3"),
        ("she lives in flat 12b", Kind.ROOM, "12"),
        ("i lgh 1204 bor hon", Kind.ROOM, "1204"),
        ("hemma på Storgatan 5 B", Kind.STREET, "orgatan"),
        ("hjemme i Parkveien 12", Kind.STREET, "12"),
        ("lives at 3, Church Road 14", Kind.STREET, "14"),
        ("jag talade med fru Karlsson", Kind.NAME, "Karlsson"),
        ("I spoke with Mrs. Green", Kind.NAME, "Green"),
        ("så sa herr K. att", Kind.NAME, "herr K."),
        ("Anna på rummet sjöng", Kind.NAME, "nna"),
        ("sedan kom Lisa Johansson in", Kind.NAME, "ohansson"),
        ("K.S. var orolig", Kind.INITIALS, "S"),
        ("så kom A. C. in", Kind.INITIALS, "C"),
        ("på avdelning 3 den 2/11 grät Greta", Kind.NAME_PLACE_TIME, "reta"),
        ("Den 3/11 kl. 8.15 föll hon", Kind.MOMENT, "föll"),
        ("on 2026-11-03 at 8:15 she fell", Kind.MOMENT, "fell"),
        ("kollegan är sjukskriven", Kind.HEALTH, "kollegan"),
        ("my colleague is on sick leave", Kind.HEALTH, "colleague"),
        ("en kollega er sykmeldt", Kind.HEALTH, "kollega"),
        ("hon gick med i facket", Kind.SENSITIVE, "gick"),
    ],
)
def test_what_points_to_a_person_is_hinted_at_and_masked(text: str, kind: Kind, never: str) -> None:
    [seen] = [each for each in look(text) if each.kind is kind]
    assert seen.certainty is Certainty.HINT
    assert never not in seen.shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Jag lärde mig att vänta på svaret.",
        "Vi gick kursen Framtid Vård på Teams. Bra dag.",
        "I dag lærte jeg om demens. Vi øvde med Office Excel.",
        "Lex Sarah och Lex Maria. PS. bra.",
        "project 2018/00291 med 11 999 620 kr, org.nr 212000-2882",
        "Kl 08-16 varje dag, 250 ml 1.5 mg x 3",
        "Tre rum och kök, rum för 4, problem 3",
        "Sedan på avdelningen kom jag ihåg det.",
        "En boende med demens och stroke blev lugn.",
        "ISBN 978-91-44-09832-6, sidan 12",
        "2024-10-01–2025-09-30",
        "T.ex. en boende, d.v.s. hon",
    ],
)
def test_ordinary_notes_are_left_alone(text: str) -> None:
    assert look(text) == ()


def test_a_hint_inside_a_number_is_not_told_twice() -> None:
    [seen] = look("nr 070112-1236 ja")
    assert seen.kind is Kind.PERSONNUMMER


@pytest.mark.parametrize("language", Language)
def test_every_kind_teaches_what_to_write_instead(language: Language) -> None:
    translator = Translator(language)
    [number] = look("811218-9876")
    told = {
        translator.say(taught(number._replace(kind=kind, certainty=certainty)))
        for kind in Kind
        for certainty in Certainty
    }
    assert all("8112••-••••" in each for each in told)
    assert len(told) >= 12


def test_no_expression_can_read_far_ahead() -> None:
    patterns = [each.pattern for each in identity_hints._FINDERS] + [identity_hints._ONE_NAME, identity_hints._WARD]
    widths = [re._parser.parse(each).getwidth()[1] for each in patterns]  # type: ignore[attr-defined] # no stubs
    assert max(widths) < 300


WORDS = st.sampled_from(
    [
        "Anna",
        "fru",
        "Berg",
        "rum",
        "12",
        "på",
        "kl",
        "8.15",
        "3/11",
        "avd",
        "a@b.se",
        "K.S.",
        "070-174",
        "06",
        "05",
        "och",
        ".",
    ]
)


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_hiding_takes_away_all_that_was_seen(text: str) -> None:
    seen = look(text)
    hidden = hide(text, seen, "[maskerat]")
    assert hidden.count("[maskerat]") == len(seen)
