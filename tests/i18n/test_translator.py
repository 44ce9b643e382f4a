"""A translator: values by name, plurals, contexts, and which language it is."""

from __future__ import annotations

import pytest

from learnlog.domain.values import Language
from learnlog.i18n import ambient
from learnlog.i18n.catalog import Translator, language_of
from learnlog.text import Msg

EN, SV = Translator(Language.EN), Translator(Language.SV)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, Language.EN),
        ({"LANG": "sv_SE.UTF-8"}, Language.SV),
        ({"LANG": "nb_NO.UTF-8"}, Language.NB),
        ({"LANG": "nn_NO"}, Language.NB),
        ({"LANG": "no"}, Language.NB),
        ({"LANG": "fi_FI.UTF-8"}, Language.EN),
        ({"LANG": "fi_FI", "LEARNLOG_LANGUAGE": "SV"}, Language.SV),
        ({"LANG": "sv_SE", "LC_ALL": "en_GB"}, Language.EN),
        ({"LC_ALL": "C", "LC_MESSAGES": "nb_NO"}, Language.NB),
    ],
)
def test_the_language_follows_the_environment(environment: dict[str, str], language: Language) -> None:
    assert language_of(environment) is language


def test_a_message_is_said_with_its_values() -> None:
    assert EN.say(Msg("Saved {title}.", {"title": "{braces} 100 %"})) == "Saved {braces} 100 %."
    assert EN.say(Msg("100 % {nothing}")) == "100 % {nothing}"
    assert EN.gettext("") == SV.gettext("") == ""


def test_a_value_that_is_itself_a_message_is_translated_first() -> None:
    assert SV.say(Msg("Saved {title}.", {"title": Msg("yes")})) == "Saved ja."


@pytest.mark.parametrize(("number", "text"), [(0, "0 entries"), (1, "1 entry"), (2, "2 entries")])
def test_a_number_chooses_the_form(number: int, text: str) -> None:
    assert EN.say(Msg("{count} entry", plural="{count} entries", number=number)) == text


def test_the_interface_has_one_language_at_a_time() -> None:
    before = ambient.translator().language
    try:
        assert ambient.use(Language.SV).language is Language.SV
        assert ambient.gettext("yes") == "ja"
        assert ambient.ngettext("{count} entry", "{count} entries", 2) == "2 inlägg"
        assert ambient.pgettext("month", "May") == "maj"
        assert ambient.use(Language.SV) is ambient.translator()
    finally:
        ambient.use(before)
