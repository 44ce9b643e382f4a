"""The catalogues are whole, and speak like people who work in care."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

import pytest

from tests.code import catalogs

LANGUAGES = ("sv", "nb")

SAME_IN_ALL = {
    # Keys, as they stand on the keyboard.
    "Alt", "Ctrl", "Delete", "End", "Enter", "Esc", "Home", "OK", "PgDn", "PgUp", "Tab",
    # A name.
    "learnlog",
    # Formats that hold no words.
    "ID", "{minutes} min", "{hours} h", "{hours} h {minutes} min", "{month} {year}", "{day} {month}",
    "{day} {month} {year}",
}  # fmt: skip
"""Message ids that may read the same in another language, and why."""

SAME_IN = {
    "sv": {
        # Words that the languages share.
        "Plan", "start", "Start", "minutes", "Period {first} – {last}", "status", "Status", "patient", "vision", "Vision", "form", "TEXT", "workshop",
    },
    "nb": {
        "Plan", "start", "Start", "status", "Status", "form", "workshop", "education",
    },
}  # fmt: skip

FALSE_FRIENDS = {
    "sv": [
        # The statutory Norwegian plan of a patient; the customers of somebody else; a calm day instead of a fun one.
        r"\bindividuell plan\b", r"\bkunden\b", r"\battest\b", r"\bhållning\b", r"\btilltag\b", r"\bån?vändaren\b",
        r"\bbruker\b", r"\bveiled", r"\bän sen\b", r"\bverktyg(et)? learnlog\b",
    ],
    "nb": [
        r"\bindividuell plan\b", r"\bhånd?leder", r"\battest", r"\brubrikk?\b", r"\bbemøte", r"\binnsats\b",
        r"\butbytte\b", r"\btilsyn\b", r"\bbrukare\b", r"\bhva så\?", r"(?-i:\bAPT\b)", r"\bverksamhet", r"\butdanningen\b",
        r"\bfaglig representant\b", r"\bå?tgärd",
    ],
}  # fmt: skip
"""Words that look right and mean something else (see the traps of the glossary), as patterns."""


@functools.cache
def messages() -> list[Any]:
    return list(catalogs().collect())


@functools.cache
def catalog(language: str) -> Any:
    return catalogs().read(language)


def translations(language: str) -> list[tuple[Any, tuple[str, ...]]]:
    read = catalog(language)
    pairs = [(found, catalogs().forms(read.get(found.id, found.context or None))) for found in messages()]
    # What is missing is told by the first test below, once.
    return [(found, forms) for found, forms in pairs if all(forms) and forms]


def test_the_catalogues_match_the_code() -> None:
    assert sorted(problems(catalogs()))[:10] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_was_left_in_english(language: str) -> None:
    allowed = SAME_IN_ALL | SAME_IN[language]
    same = [
        found.id
        for found, forms in translations(language)
        if found.id in forms and found.id not in allowed and re.search(r"[a-z]{2}", re.sub(r"\{.*?\}", "", found.id))
    ]
    assert not same


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_false_friend_slipped_in(language: str) -> None:
    traps = re.compile("|".join(FALSE_FRIENDS[language]), re.IGNORECASE)
    assert not [form for _, forms in translations(language) for form in forms if traps.search(form)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_end_as_they_do_in_english(language: str) -> None:
    """A missing full stop or a lost ellipsis is the first sign of a translation that was cut or mixed up."""
    ends = (".", "?", "!", "…", ":")
    other = [
        (found.id, forms[0])
        for found, forms in translations(language)
        if found.id[-1] in ends and len(found.id) > 3 and forms[0][-1:] != found.id[-1]
    ]
    assert not other


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_begins_as_it_does_in_english(language: str) -> None:
    """Capitals are the code's to decide: a term stays a term, a label stays a label."""
    other = [
        (found.id, forms[0])
        for found, forms in translations(language)
        # Names of days and months are capitals in English only; two-word metavariables are capitals everywhere.
        if not found.context and found.id[0].isalpha() and forms[0][:1].isalpha()
        if found.id[0].isupper() != forms[0][0].isupper() and found.id not in STARTS_OTHERWISE
    ]
    assert not other


STARTS_OTHERWISE = {
    # The question's own answer, in the middle of a line in Swedish and Norwegian.
    "I report it today",
    # Names of languages are small letters in Swedish and Norwegian.
    "Swedish=C1. May be repeated.",
    # The pronoun is a capital in English wherever it stands.
    "I learned that …",
    # An abbreviation in Swedish.
    "at a workplace meeting",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_shouted_at_or_called_by_title(language: str) -> None:
    impolite = re.compile(r"\b(Ni|Er|De|Dem|Deres)\b(?! [a-zåäöæø]+(?:na|ne)?\b)|!!|\bvänligen\b|\bvennligst\b")
    assert not [form for _, forms in translations(language) for form in forms if impolite.search(form)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotation_marks_are_the_languages_own(language: str) -> None:
    wrong = {"sv": re.compile("[“„«»]"), "nb": re.compile("[“”„]")}[language]
    assert not [form for _, forms in translations(language) for form in forms if wrong.search(form)]


def test_the_programs_own_check_sees_every_kind_of_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool = catalogs()
    code, locales = tmp_path / "learnlog", tmp_path / "locales"
    code.mkdir()
    (code / "errors.py").write_text("class LearnlogError(Exception): ...\n")
    (code / "some.py").write_text('_("Saved {title}."); ngettext("{count} entry", "{count} entries", 2); N_("Gone")\n')
    monkeypatch.setattr(tool, "CODE", str(code))
    monkeypatch.setattr(tool, "LOCALES", str(locales))
    tool.update()
    assert problems(tool) >= {"sv: no translation: 'Saved {title}.'", "nb: no translation: 'Gone'"}

    for language in ("sv", "nb"):
        path = Path(tool.po_path(language))
        filled = path.read_text().replace('msgid "Gone"\nmsgstr ""', 'msgid "Gone"\nmsgstr "Borta"')
        filled = filled.replace('{title}."\nmsgstr ""', '{title}."\nmsgstr "Sparat {titel}."')
        filled = filled.replace('[0] ""', '[0] "ett"').replace('[1] ""', '[1] "{count}"')
        path.write_text(filled)
    assert problems(tool) == {
        "sv: other {values} than the English: 'Saved {title}.'",
        "nb: other {values} than the English: 'Saved {title}.'",
    }

    (code / "some.py").write_text('_("Saved {title}."); ngettext("{count} entry", "{count} entries", 2)\n')
    assert "sv: not in the code: 'Gone'" in problems(tool)

    (code / "some.py").write_text('_(f"Saved {title}.")\n')
    assert any("not a plain string" in problem for problem in problems(tool))


def problems(tool: Any) -> set[str]:
    try:
        tool.check()
    except tool.Mistakes as error:
        return set(error.args)
    return set()


def test_no_catalogue_carries_dates_or_line_numbers() -> None:
    for language in LANGUAGES:
        text = Path(catalogs().po_path(language)).read_text()
        assert "Date:" not in text
        assert "\n#:" not in text


def test_a_message_that_has_a_plural_is_not_looked_up_without_a_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = catalogs()
    (tmp_path / "errors.py").write_text("class LearnlogError(Exception): ...\n")
    (tmp_path / "some.py").write_text('ngettext("{count} more", "{count} more", 2); N_("{count} more")\n')
    monkeypatch.setattr(tool, "CODE", str(tmp_path))
    assert [each.id for each in tool.collect()] == ["{count} more"]
    (tmp_path / "other.py").write_text('_("{count} more")\n')
    with pytest.raises(tool.Mistakes, match=r"other\.py:1: has a plural"):
        tool.collect()
