"""Two windows, or an app and a command, on one log: nobody loses anybody's work."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain.entry import Entry
from learnlog.domain.values import Visibility
from learnlog.errors import RuleError
from learnlog.storage.merge import Origin, merged
from learnlog.storage.owner import profile_of
from learnlog.storage.store import Store
from tests.builders import NOW, a_clock, an_entry


def test_what_the_other_adds_comes_with_a_refresh(here: Store, there: Store) -> None:
    here.entries.put(an_entry(title="Mine"))
    theirs = there.entries.put(an_entry(title="Theirs"))
    assert theirs.revision == 2
    assert here.refresh()
    assert {entry.title for entry in here.entries.all()} == {"Mine", "Theirs"}
    assert not here.refresh()
    assert not there.refresh()


def test_what_the_other_adds_comes_with_the_next_save_too(here: Store, there: Store) -> None:
    here.entries.put(an_entry(title="Mine"))
    there.entries.put(an_entry(title="Theirs"))
    assert here.entries.put(an_entry(title="Mine again")).revision == 3
    assert len(here.entries.all()) == 3


def shared(here: Store, there: Store, **values: Any) -> tuple[Entry, Entry]:
    mine = here.entries.put(an_entry(title="Start", **values))
    return mine, there.entries.get(mine.id)


def test_changes_of_different_fields_are_both_kept(here: Store, there: Store) -> None:
    mine, theirs = shared(here, there)
    there.entries.put(theirs._replace(title="Theirs", areas=("a",)))
    saved = here.entries.put(mine._replace(insight="What I learned", minutes=5))
    assert (saved.title, saved.areas, saved.insight, saved.minutes) == ("Theirs", ("a",), "What I learned", 5)
    assert saved.clashes == ()
    assert saved.revision == 3
    there.refresh()
    assert there.entries.get(mine.id) == saved


def test_answers_are_merged_question_by_question(here: Store, there: Store) -> None:
    mine, theirs = shared(here, there, answers={"q1": "a", "q2": "b"})
    there.entries.put(theirs._replace(answers={"q1": "a", "q2": "theirs", "q3": "new"}))
    saved = here.entries.put(mine._replace(answers={"q1": "mine", "q2": "b"}))
    assert saved.answers == {"q1": "mine", "q2": "theirs", "q3": "new"}
    assert saved.clashes == ()


def test_the_same_field_changed_differently_keeps_both(here: Store, there: Store) -> None:
    mine, theirs = shared(here, there)
    there.entries.put(theirs._replace(title="Theirs"))
    saved = here.entries.put(mine._replace(title="Mine"))
    assert saved.title == "Mine"
    assert [(clash.field, clash.value, clash.by) for clash in saved.clashes] == [("title", "Theirs", "edit")]
    assert here.entries.heads()[0].has_clash


def test_the_same_change_twice_is_no_clash(here: Store, there: Store) -> None:
    mine, theirs = shared(here, there)
    there.entries.put(theirs._replace(title="Same"))
    assert here.entries.put(mine._replace(title="Same")).clashes == ()


def test_a_clash_is_settled_either_way_and_stays_settled(here: Store, there: Store) -> None:
    mine, theirs = shared(here, there)
    there.entries.put(theirs._replace(title="Theirs", visibility=Visibility.MANAGER))
    saved = here.entries.put(mine._replace(title="Mine", visibility=Visibility.SUPERVISOR))
    there.refresh()
    stale = there.entries.get(mine.id)
    kept = here.entries.settled(saved, "title", take_other=False)
    assert kept.title == "Mine"
    taken = here.entries.put(here.entries.settled(kept, "visibility", take_other=True))
    assert taken.visibility is Visibility.MANAGER
    assert taken.clashes == ()
    assert there.entries.put(stale._replace(insight="meanwhile")).clashes == ()


def test_of_answers_only_those_that_differ_are_put_aside_and_taken(here: Store, there: Store) -> None:
    mine, theirs = shared(here, there, answers={"w1": "a", "w2": "b"})
    there.entries.put(theirs._replace(answers={"w1": "theirs", "w2": "b", "w3": "only theirs"}))
    saved = here.entries.put(mine._replace(answers={"w1": "mine", "w2": "only mine"}))
    assert [(clash.field, clash.value) for clash in saved.clashes] == [("answers", {"w1": "theirs"})]
    taken = here.entries.settled(saved, "answers", take_other=True)
    assert taken.answers == {"w1": "theirs", "w2": "only mine", "w3": "only theirs"}


def test_a_profile_that_clashes_keeps_both_as_well(here: Store, there: Store) -> None:
    mine = profile_of(here).put(profile_of(here).get()._replace(display_name="Bo"))
    theirs = profile_of(there).get()
    profile_of(there).put(theirs._replace(display_name="Bosse", unit="Eken"))
    saved = profile_of(here).put(mine._replace(display_name="Bo A"))
    assert (saved.display_name, saved.unit) == ("Bo A", "Eken")
    assert [each["value"] for each in profile_of(here).clashes()] == ["Bosse"]
    assert profile_of(there).clashes() == ()


@pytest.mark.parametrize("deleter", ["here", "there"])
def test_deletion_against_edit_the_edit_wins(here: Store, there: Store, deleter: str) -> None:
    mine, theirs = shared(here, there)
    deleted = {"deleted_at": NOW, "updated_at": NOW + dt.timedelta(seconds=1)}
    there.entries.put(theirs._replace(**(deleted if deleter == "there" else {"insight": "new"})))
    saved = here.entries.put(mine._replace(**(deleted if deleter == "here" else {"insight": "new"})))
    assert not saved.is_deleted
    assert saved.insight == "new"
    assert saved.clashes == ()


def test_deleted_by_both_is_deleted(here: Store, there: Store) -> None:
    mine, theirs = shared(here, there)
    there.entries.put(theirs._replace(deleted_at=NOW))
    saved = here.entries.put(mine._replace(deleted_at=NOW + dt.timedelta(hours=1)))
    assert saved.is_deleted


def test_gone_for_good_against_edit_the_edit_wins(here: Store, there: Store) -> None:
    mine, _ = shared(here, there)
    there.undo(1)
    saved = here.entries.put(mine._replace(title="Still here"))
    there.refresh()
    assert there.entries.get(mine.id).title == "Still here"
    assert saved.revision == 3


def test_the_later_stamp_stands_without_a_clash(here: Store, there: Store) -> None:
    mine, theirs = shared(here, there)
    later = NOW + dt.timedelta(hours=2)
    there.entries.put(theirs._replace(updated_at=later, title="Theirs"))
    saved = here.entries.put(mine._replace(updated_at=NOW + dt.timedelta(hours=1), insight="mine"))
    assert saved.updated_at == later
    assert saved.clashes == ()


def test_a_new_log_in_the_same_place_is_noticed(here: Store, path: str, tmp_path: Path) -> None:
    here.entries.put(an_entry(title="Old"))
    other = tmp_path / "other" / "log.jsonl"
    Store.open(str(other), a_clock(), "test").entries.put(an_entry(title="New"))
    other.replace(path)
    assert here.refresh()
    assert [entry.title for entry in here.entries.all()] == ["New"]


def test_a_log_written_over_in_place_is_noticed(here: Store, path: str, tmp_path: Path) -> None:
    here.entries.put(an_entry(title="Old"))
    other = str(tmp_path / "other" / "log.jsonl")
    store = Store.open(other, a_clock(), "test")
    for number in range(3):
        store.entries.put(an_entry(title=f"New {number}"))
    Path(path).write_bytes(Path(other).read_bytes())
    assert here.refresh()
    assert len(here.entries.all()) == 3


def test_compaction_by_one_window_is_taken_in_by_the_other(here: Store, there: Store) -> None:
    mine, theirs = shared(here, there)
    there.upkeep.compact(force=True)
    saved = here.entries.put(mine._replace(title="After"))
    assert saved.title == "After"
    there.refresh()
    assert there.entries.put(theirs._replace(insight="also")).title == "After"


# -- undo and history -----------------------------------------------------------------------------------------------


def test_undo_takes_back_an_addition_an_edit_and_itself(here: Store) -> None:
    entry = here.entries.put(an_entry(title="A"))
    edited = here.entries.put(entry._replace(title="B"))
    undone = here.undo(edited.revision)
    assert here.entries.get(entry.id).title == "A"
    redone = here.undo(undone)
    assert here.entries.get(entry.id).title == "B"
    here.undo(redone)
    gone = here.undo(1)
    assert here.entries.all() == ()
    here.undo(gone)
    assert here.entries.get(entry.id).title == "A"


def test_undo_leaves_what_others_have_changed_since(here: Store, there: Store) -> None:
    mine, _ = shared(here, there)
    edited = here.entries.put(mine._replace(title="Mine", minutes=10))
    there.refresh()
    there.entries.put(there.entries.get(mine.id)._replace(insight="theirs", minutes=20))
    here.undo(edited.revision)
    entry = here.entries.get(mine.id)
    assert (entry.title, entry.insight) == ("Start", "theirs")
    assert entry.minutes is None
    assert [clash.value for clash in entry.clashes] == [20]


def test_an_addition_that_others_have_built_on_is_not_taken_back(here: Store, there: Store) -> None:
    mine, theirs = shared(here, there)
    there.entries.put(theirs._replace(insight="theirs"))
    with pytest.raises(RuleError):
        here.undo(mine.revision)
    assert here.entries.get(mine.id).insight == "theirs"


def test_an_action_on_several_documents_is_taken_back_as_one(here: Store) -> None:
    with here.transaction():
        here.entries.put(an_entry())
        here.entries.put(an_entry())
        profile_of(here).put(profile_of(here).get()._replace(unit="Eken"))
    here.undo(1)
    assert here.entries.all() == ()
    assert profile_of(here).get().unit == ""


@pytest.mark.parametrize("number", [0, 2, -1, 99])
def test_what_never_was_cannot_be_undone(here: Store, number: int) -> None:
    here.entries.put(an_entry())
    with pytest.raises(RuleError):
        here.undo(number)


def test_history_tells_when_by_what_and_which_fields(here: Store, there: Store) -> None:
    mine, theirs = shared(here, there)
    there.entries.put(theirs._replace(title="B", minutes=30))
    here.refresh()
    newest, first = here.history("entries", mine.id)
    assert (newest.by, newest.n) == ("edit", 2)
    assert newest.fields == (("title", "Start", "B"), ("minutes", None, 30))
    assert first.by == "app"
    assert ("title", None, "Start") in first.fields
    assert here.history("entries", "nobody") == ()


# -- the merge itself -----------------------------------------------------------------------------------------------

values = st.none() | st.integers(0, 2) | st.text("ab", max_size=1) | st.dictionaries(st.sampled_from("xy"), st.just(1))
documents = st.none() | st.dictionaries(st.sampled_from(["title", "answers", "deleted_at", "other"]), values)
ORIGIN = Origin("edit", "2026-11-20T12:00:00Z")


@given(documents, documents, documents)
def test_a_merge_takes_over_every_change_or_keeps_it_as_a_clash(base: Any, mine: Any, theirs: Any) -> None:
    result = merged(base, mine, theirs, ORIGIN)
    if mine is None or theirs is None or result is None:
        assert result in (mine, theirs)
        return
    clashes = {clash["field"]: clash["value"] for clash in result.get("clashes", [])}
    for name, value in theirs.items():
        if name == "deleted_at" or (base or {}).get(name, "?") == value:
            continue  # unchanged there, or deletion, which has a rule of its own
        ours = result.get(name)
        kept = ours == value or clashes.get(name, "?") == value
        assert kept or (isinstance(ours, dict) and isinstance(value, dict)), name
    for name, value in mine.items():
        if name != "deleted_at" and (base or {}).get(name, "?") != value:
            assert result[name] == value or (isinstance(value, dict) and isinstance(result[name], dict))


@given(documents, documents)
def test_a_merge_with_only_one_side_changed_is_that_side(base: Any, changed: Any) -> None:
    assert merged(base, base, changed, ORIGIN) == changed
    assert merged(base, changed, base, ORIGIN) == changed
    assert merged(base, changed, changed, ORIGIN) == changed
