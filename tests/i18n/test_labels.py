"""Every value of the domain has a name in every language, in the glossary's words."""

from __future__ import annotations

import importlib
import pkgutil
from enum import StrEnum

import pytest

import learnlog.domain
from learnlog.domain.areas import SUGGESTED_AREAS
from learnlog.domain.filters import Sorting
from learnlog.domain.profile import AssignmentKind, CredentialKind, LanguageLevel, Role
from learnlog.domain.training import Channel, Expectation, Initiative, TrainingMode, TrainingStatus
from learnlog.domain.values import ActivityType, Applied, Arena, Language, Purpose, RoleInvolved, Visibility
from learnlog.i18n.catalog import Translator
from learnlog.i18n.labels import area_key, area_name, arena_place, capital, label

TRANSLATORS = {language: Translator(language) for language in Language}


def enums() -> list[type[StrEnum]]:
    found = set()
    for module in pkgutil.iter_modules(learnlog.domain.__path__, "learnlog.domain."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum:
                found.add(value)
    return sorted(found, key=lambda enum: enum.__name__)


def test_the_enums_are_found() -> None:
    assert {Arena, Role, Sorting} <= set(enums())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("enum", enums())
def test_every_member_has_a_name_of_its_own(enum: type[StrEnum], language: Language) -> None:
    names = [label(member, TRANSLATORS[language]) for member in enum]
    assert all(name.strip() for name in names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", [Language.SV, Language.NB])
@pytest.mark.parametrize("enum", [enum for enum in enums() if enum not in {Language, LanguageLevel}])
def test_names_are_translated(enum: type[StrEnum], language: Language) -> None:
    same = {"workshop", "start"}  # words that are the same in the other language
    for member in enum:
        english, own = label(member, TRANSLATORS[Language.EN]), label(member, TRANSLATORS[language])
        assert own != english or english in same, member


@pytest.mark.parametrize(
    ("member", "en", "sv", "nb"),
    [
        (Arena.AT, "learning at the workplace", "lärande på arbetsplatsen", "læring på arbeidsplassen"),
        (
            Purpose.C,
            "C – other purpose, I learn anyway",
            "C – annat syfte, jag lär mig ändå",
            "C – annet formål, jeg lærer likevel",
        ),
        (ActivityType.SUPERVISION, "receiving supervision", "få handledning", "få veiledning"),
        (ActivityType.STAFFMEET, "workplace meeting", "arbetsplatsträff (APT)", "personalmøte"),
        (Applied.NOT_YET, "not yet", "inte än", "ikke ennå"),
        (Visibility.SUPERVISOR, "shared with supervisor", "delad med handledare", "delt med veileder"),
        (RoleInvolved.SUPERVISOR, "supervisor", "handledare", "veileder"),
        (RoleInvolved.OTHER, "other", "annan", "annen"),
        (CredentialKind.OTHER, "other", "annat", "annet"),
        (AssignmentKind.LANGUAGE_REP, "language representative", "språkombud", "språkmentor"),
        (TrainingStatus.BOOKED, "booked", "bokad", "påmeldt"),
        (TrainingStatus.FOLLOWED_UP, "followed up", "uppföljd", "fulgt opp"),
        (TrainingMode.ON_SITE, "on site", "på plats", "fysisk"),
        (Initiative.EMPLOYER, "the employer, for everyone", "arbetsgivaren, för alla", "arbeidsgiver, for alle"),
        (Expectation.OTHER, "something else", "något annat", "noe annet"),
        (Channel.MEETING, "workplace meeting", "APT", "personalmøte"),
    ],
)
def test_terms_are_the_glossarys(member: StrEnum, en: str, sv: str, nb: str) -> None:
    assert [label(member, TRANSLATORS[language]) for language in (Language.EN, Language.SV, Language.NB)] == [
        en,
        sv,
        nb,
    ]


def test_a_language_is_named_in_itself() -> None:
    assert {label(Language.SV, each) for each in TRANSLATORS.values()} == {"svenska"}


def test_an_area_of_ones_own_keeps_its_name() -> None:
    assert area_name("egna knep", TRANSLATORS[Language.NB]) == "egna knep"
    assert area_name("th.dementia", TRANSLATORS[Language.SV]) == "demensvård"


@pytest.mark.parametrize("language", Language)
def test_an_area_is_known_by_its_name_in_any_language(language: Language) -> None:
    for key in SUGGESTED_AREAS:
        assert area_key(area_name(key, TRANSLATORS[language])) == key
        assert area_key(f"  {area_name(key, TRANSLATORS[language]).upper()} ") == key
    assert area_key(" egna   knep ") == "egna knep"


def test_an_arena_is_also_a_place() -> None:
    assert [arena_place(arena, TRANSLATORS[Language.SV]) for arena in Arena] == [
        "i arbetet",
        "på arbetsplatsen",
        "utanför arbetet",
    ]


@pytest.mark.parametrize(
    ("term", "text"), [("ökad", "Ökad"), ("APT", "APT"), ("", ""), ("e-lärande och IT", "E-lärande och IT")]
)
def test_a_label_begins_with_a_capital_and_keeps_the_rest(term: str, text: str) -> None:
    assert capital(term) == text
