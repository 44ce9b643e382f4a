"""What is read off a line is what the whole document says."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from learnlog.domain.entry import Entry, EntryHead
from learnlog.storage import lines
from learnlog.storage.codec import ENTRIES
from learnlog.storage.heads import Heads, slow_head
from learnlog.storage.lines import Action
from tests.builders import NOW, an_entry
from tests.storage.strategies import entries, json_values


def a_line(uid: str, document: dict[str, Any]) -> bytes:
    return lines.single(Action(1, "2026-11-20T12:00:00Z", "app", {"entries": {uid: document}}, {}), "entries", uid)


def the_head(uid: str, document: dict[str, Any]) -> EntryHead:
    """It is either in the bin or not, never both and never neither."""
    stored = [(uid, a_line(uid, document))]
    (head,) = (*Heads(stored), *Heads(stored, deleted=True))
    return head


@given(entries)
@example(an_entry(title='He said "no"', areas=("a]b", 'c"d')))
@example(an_entry(minutes=10**12))
def test_heads_read_off_lines_are_those_of_the_whole_entry(entry: Entry) -> None:
    document = ENTRIES.encode(entry, {})
    head = the_head(entry.id, document)
    assert head == slow_head(entry.id, document)
    assert head.title == entry.title
    assert (head.date, head.minutes, head.areas) == (entry.date, entry.minutes, entry.areas)
    assert head.is_deleted == entry.is_deleted
    assert head.has_clash == bool(entry.clashes)


@given(st.dictionaries(st.sampled_from(list(ENTRIES.fields)), json_values))
def test_odd_documents_give_the_same_head_either_way(changes: dict[str, Any]) -> None:
    document = ENTRIES.encode(an_entry(), {}) | changes
    head = the_head("a", document)
    assert head == slow_head("a", document)


@given(st.permutations(list(ENTRIES.fields)), st.sets(st.sampled_from(list(ENTRIES.fields)), max_size=3))
def test_another_order_or_missing_fields_give_the_same_head(order: list[str], missing: set[str]) -> None:
    full = ENTRIES.encode(an_entry(areas=("th.dementia",), minutes=5), {})
    document = {name: full[name] for name in order if name not in missing}
    head = the_head("a", document)
    assert head == slow_head("a", document)


@given(st.lists(entries, max_size=8, unique_by=lambda entry: entry.id))
def test_the_newest_day_stands_first_and_then_what_was_written_last(several: list[Entry]) -> None:
    several = [entry._replace(deleted_at=None, created_at=entry.created_at or NOW) for entry in several]
    stored = [(entry.id, a_line(entry.id, ENTRIES.encode(entry, {}))) for entry in several]
    heads = Heads(stored)
    by_id = {entry.id: entry for entry in several}
    order = [(head.date, str(by_id[head.id].created_at)[:19]) for head in heads]
    assert order == sorted(order, reverse=True)
    assert len(heads) == len(several)
    assert list(heads) == [heads[at] for at in range(len(heads))] == list(Heads(stored)[:])
    assert heads.clashing() == [head for head in heads if head.has_clash]
    assert Heads(stored).clashing() == heads.clashing()
