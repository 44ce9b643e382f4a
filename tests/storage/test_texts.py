"""What is searched in is what is written in the entries."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain.entry import Entry, EntryTexts
from learnlog.storage.codec import ENTRIES
from learnlog.storage.texts import texts_in
from tests.builders import an_entry
from tests.storage.strategies import entries, json_values
from tests.storage.test_heads import a_line


@given(entries)
def test_the_texts_are_those_of_the_entry(entry: Entry) -> None:
    document = ENTRIES.encode(entry, {})
    (found,) = texts_in([(entry.id, a_line(entry.id, document))])
    assert found == EntryTexts(entry.id, entry.texts(), entry.areas)


@given(st.dictionaries(st.sampled_from(list(ENTRIES.fields)), json_values))
def test_an_odd_document_hides_no_readable_text(changes: dict[str, Any]) -> None:
    document = ENTRIES.encode(an_entry(title="synlig"), {}) | changes
    (found,) = texts_in([("a", a_line("a", document))])
    entry = ENTRIES.decode(document, 0, id="a")
    assert found == EntryTexts("a", entry.texts(), entry.areas)
