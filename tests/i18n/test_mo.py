"""Our reader of catalogues says what gettext's own says."""

from __future__ import annotations

import gettext
import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog as Source
from babel.messages.mofile import write_mo

from learnlog.i18n.mo import Catalog


def compiled(locale: str = "sv", **messages: str) -> bytes:
    source = Source(locale=locale)
    for one, text in messages.items():
        source.add(one, text)
    source.add("May", "maj", context="month")
    source.add(("{count} entry", "{count} entries"), ("f1", "f2", "f3")[: source.num_plurals])
    file = io.BytesIO()
    write_mo(file, source)
    return file.getvalue()


def test_a_sentence_is_found_or_comes_back() -> None:
    catalog = Catalog(compiled(yes="ja", ärligt="ærlig"))
    assert catalog.gettext("yes") == "ja"
    assert catalog.gettext("ärligt") == "ærlig"
    assert catalog.gettext("no\ud800") == "no\ud800"
    assert catalog.pgettext("month", "May") == "maj"
    assert catalog.gettext("May") == catalog.pgettext("year", "May") == "May"
    assert [catalog.ngettext("{count} entry", "{count} entries", count) for count in (0, 1, 2)] == ["f2", "f1", "f2"]
    assert [catalog.ngettext("a", "b", count) for count in (0, 1, 2)] == ["b", "a", "b"]


def test_without_a_catalogue_everything_comes_back() -> None:
    assert Catalog(b"").gettext("yes") == "yes"
    assert Catalog(b"").ngettext("a", "b", 2) == "b"


def test_a_language_with_other_forms_has_them() -> None:
    catalog = Catalog(compiled("pl"))
    assert [catalog.ngettext("{count} entry", "{count} entries", count) for count in (1, 2, 5)] == ["f1", "f2", "f3"]


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_it_agrees_with_gettext_in_every_sentence(language: str) -> None:
    path = Path(__file__).parents[2] / "learnlog/i18n/locales" / language / "LC_MESSAGES/learnlog.mo"
    ours = Catalog(path.read_bytes())
    with path.open("rb") as file:
        theirs = gettext.GNUTranslations(file)
    for key in ours._found:
        context, mark, message = key.decode().rpartition("\x04")
        one, plural, many = message.partition("\0")
        if plural:
            assert [ours.ngettext(one, many, n) for n in range(4)] == [theirs.ngettext(one, many, n) for n in range(4)]
        elif mark:
            assert ours.pgettext(context, message) == theirs.pgettext(context, message)
        elif message:
            assert ours.gettext(message) == theirs.gettext(message)


def test_what_is_no_catalogue_is_refused() -> None:
    with pytest.raises(ValueError, match="catalogue"):
        Catalog(b"something else altogether")
