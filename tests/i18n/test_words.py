"""Everything that has a name has one in three languages."""

from __future__ import annotations

import importlib
import pkgutil
from enum import StrEnum

import pytest

import learnlog
import learnlog.domain
from learnlog import errors
from learnlog.domain.areas import SUGGESTED_AREAS
from learnlog.domain.questions import REFLECTION_SETS
from learnlog.domain.values import Language
from learnlog.i18n.catalog import Translator
from learnlog.i18n.explain import explain
from learnlog.i18n.labels import area_name, label
from learnlog.text import Msg

TRANSLATORS = {language: Translator(language) for language in Language}
FOREIGN = [Language.SV, Language.NB]


def enums() -> list[type[StrEnum]]:
    """Every closed set of values in the domain."""
    found = set()
    for module in pkgutil.iter_modules(learnlog.domain.__path__):
        loaded = importlib.import_module(f"learnlog.domain.{module.name}")
        found |= {each for each in vars(loaded).values() if isinstance(each, type) and issubclass(each, StrEnum)}
    return sorted(found - {StrEnum}, key=lambda each: each.__name__)


def all_errors(base: type[errors.LearnlogError] = errors.LearnlogError) -> list[type[errors.LearnlogError]]:
    """The whole error tree, that of other modules too."""
    for module in pkgutil.walk_packages(learnlog.__path__, "learnlog."):
        if module.name.split(".")[1] in {"cli", "storage", "services", "domain", "export", "i18n"}:
            importlib.import_module(module.name)
    below = [each for child in base.__subclasses__() for each in all_errors(child)]
    return [base, *below]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("enum", enums(), ids=lambda enum: enum.__name__)
def test_every_value_has_a_name(enum: type[StrEnum], language: Language) -> None:
    names = [label(member, TRANSLATORS[language]) for member in enum]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", FOREIGN)
def test_every_suggested_area_has_a_name_of_its_own(language: Language) -> None:
    names = [area_name(key, TRANSLATORS[language]) for key in SUGGESTED_AREAS]
    assert len(set(names)) == len(SUGGESTED_AREAS)
    assert not set(names) & set(SUGGESTED_AREAS.values())


def test_an_area_of_ones_own_is_shown_as_written() -> None:
    assert area_name("Palliativ vård", TRANSLATORS[Language.NB]) == "Palliativ vård"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", all_errors(), ids=lambda kind: kind.__name__)
def test_every_error_is_explained_in_a_sentence(kind: type[errors.LearnlogError], language: Language) -> None:
    if kind.__name__ == "UsageError":  # is made of another message each time
        error: errors.LearnlogError = kind(Msg(kind.default))
    else:
        error = kind()
    sentence = explain(error, TRANSLATORS[language])
    assert sentence.endswith(".")
    assert (sentence == kind.default) == (language is Language.EN)


def test_all_problems_of_a_form_are_explained_each_on_its_line() -> None:
    error = errors.InvalidInputError(
        ("title", Msg("Write a short title: what did you learn?")),
        ("title", Msg("The title is too long: at most {most} characters.", {"most": 120})),
    )
    assert explain(error, TRANSLATORS[Language.SV]) == (
        "Skriv en kort rubrik: vad lärde du dig?\nRubriken är för lång: högst 120 tecken."
    )


@pytest.mark.parametrize("language", FOREIGN)
def test_every_question_is_asked_in_the_language(language: Language) -> None:
    say = TRANSLATORS[language].gettext
    texts = [
        text
        for each in REFLECTION_SETS
        for question in each.questions
        for text in (each.title, each.notice, question.text, question.hint, *(name for _, name in question.options))
        if text
    ]
    assert len(texts) > 50
    assert not [text for text in texts if say(text) == text]


@pytest.mark.parametrize(
    ("language", "question"),
    [
        (
            Language.SV,
            (
                "Vad upplever du är det viktigaste i mötet med en annan människa?"
                " På vilket sätt kan du påverka hur du gör?"
            ),
        ),
        (
            Language.NB,
            (
                "Hva opplever du er det viktigste i møtet med et annet menneske?"
                " På hvilken måte kan du påvirke hva du gjør?"
            ),
        ),
    ],
)
def test_the_programmes_own_questions_are_asked_in_its_own_words(language: Language, question: str) -> None:
    meeting = next(each for each in REFLECTION_SETS if each.id == "meeting")
    assert TRANSLATORS[language].gettext(meeting.questions[1].text) == question


def test_plurals_have_their_own_forms() -> None:
    swedish, bokmaal = TRANSLATORS[Language.SV], TRANSLATORS[Language.NB]
    one, many = "{count} hour", "{count} hours"
    assert [swedish.ngettext(one, many, count) for count in (0, 1, 2)] == ["0 timmar", "1 timme", "2 timmar"]
    assert [bokmaal.ngettext(one, many, count) for count in (0, 1, 2)] == ["0 timer", "1 time", "2 timer"]


def test_a_value_that_looks_like_a_place_for_one_is_left_alone() -> None:
    assert TRANSLATORS[Language.SV].gettext("Saved: {title}", title="{0} {x} {") == "Sparat: {0} {x} {"


WORDS_OF_THE_FIELD = [
    ("supervisor", "handledare", "veileder"),
    ("receiving supervision", "få handledning", "få veiledning"),
    ("routines and templates", "rutiner och mallar", "rutiner og maler"),
    ("exchange with another workplace", "arbetsplatsbyte, utbyte", "utveksling"),
    ("workplace meeting", "arbetsplatsträff (APT)", "personalmøte"),
    ("language representative", "språkombud", "språkmentor"),
    ("attitudes", "attityder", "holdninger"),
    ("certificate", "intyg", "kursbevis"),
    ("client", "brukare", "bruker"),
    ("relative, next of kin", "anhörig, närstående", "pårørende"),
    ("study placement at another unit", "auskultation (hospitering)", "hospitering"),
    ("proof of professional title", "bevis om skyddad yrkestitel", "autorisasjon"),
    (
        "What? So what? Now what?",
        "Vad hände? Vad betyder det? Vad gör jag nu?",
        "Hva skjedde? Hva betyr det? Hva gjør jeg nå?",
    ),
]
"""Terms where the nearest word is the wrong one."""


@pytest.mark.parametrize(("english", "swedish", "bokmaal"), WORDS_OF_THE_FIELD)
def test_the_words_are_those_of_the_field(english: str, swedish: str, bokmaal: str) -> None:
    assert TRANSLATORS[Language.SV].gettext(english) == swedish
    assert TRANSLATORS[Language.NB].gettext(english) == bokmaal
