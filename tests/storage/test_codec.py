"""Any value goes to disk and comes back the same; what this learnlog does not know comes through unharmed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.demo.sample import sample
from learnlog.domain.entry import Entry
from learnlog.domain.profile import Profile
from learnlog.domain.selection import Selection
from learnlog.domain.values import Arena, Component, Language
from learnlog.errors import CannotSaveError
from learnlog.storage import codec, comments, json_text, kept, lines, owner, plan, shares, trainings
from learnlog.storage.codec import ENTRIES, Codec
from learnlog.storage.fields import DAY, MOMENT, moment_json
from learnlog.storage.lines import Action
from learnlog.storage.owner import PROFILE, SELECTION
from learnlog.storage.plan import PLAN
from learnlog.storage.store import Store
from learnlog.storage.table import Document
from learnlog.storage.trainings import TRAININGS
from tests.builders import a_clock, an_entry
from tests.storage.strategies import entries, profiles, selections, to_disk_and_back


@given(entries)
def test_any_entry_comes_back_the_same(entry: Entry) -> None:
    document = to_disk_and_back(ENTRIES.encode(entry, {}))
    assert ENTRIES.decode(document, 0, id=entry.id) == entry


@given(profiles)
def test_any_profile_comes_back_the_same(profile: Profile) -> None:
    assert PROFILE.decode(to_disk_and_back(PROFILE.encode(profile, {})), 0) == profile


@given(selections)
def test_any_selection_comes_back_the_same(selection: Selection) -> None:
    assert SELECTION.decode(to_disk_and_back(SELECTION.encode(selection, {})), 0) == selection


@given(entries)
def test_a_new_entry_is_written_as_any_other(entry: Entry) -> None:
    written = json_text.to_json(ENTRIES.encode(entry, {}))
    json_text.check_storable(json.loads(written))
    assert json_text.to_json(ENTRIES.fresh(entry)) == written


@given(entries)
def test_both_encoders_write_the_same_bytes_of_an_entry(entry: Entry) -> None:
    assert msgspec.json.encode(ENTRIES.fresh(entry)) == json_text.to_json(ENTRIES.encode(entry, {}))


def test_both_encoders_write_the_same_bytes_of_anything_new() -> None:
    found = sample(Language.NB, a_clock().today())
    values: list[tuple[Codec[Any], Any]] = [(ENTRIES, each) for each in found.entries]
    values += [(TRAININGS, each) for each in found.trainings]
    values += [(each, value) for each, planned in zip(PLAN, found.plan, strict=True) for value in planned]
    for each, value in values:
        written = json_text.to_json(each.encode(value, {}))
        assert json_text.to_json(each.fresh(value)) == written
        assert msgspec.json.encode(each.fresh(value)) == written


@given(st.dates(), st.datetimes(timezones=st.just(dt.UTC)))
def test_both_encoders_write_days_and_moments_as_fields_do(day: dt.date, moment: dt.datetime) -> None:
    written = json_text.to_json([DAY.to(day), MOMENT.to(moment)])
    assert json_text.to_json([day, moment]) == written
    assert msgspec.json.encode([day, moment]) == written


@given(
    entries, st.integers(1), st.datetimes(timezones=st.just(dt.UTC)), st.sampled_from(["app", "import tinydb", "a-b"])
)
def test_an_action_that_puts_one_document_is_written_as_any_other(
    entry: Entry, n: int, at: dt.datetime, by: str
) -> None:
    put = {"entries": {entry.id: ENTRIES.encode(entry, {})}}
    written = lines.encode_action(Action(n, moment_json(at), by, put, {}))
    assert lines.encode_one(n, at, by, ("entries", entry.id), ENTRIES.fresh(entry)) == written


_LEAVES = st.text() | st.integers(-(2**70), 2**70) | st.booleans() | st.none() | st.sampled_from(Arena)
_ANY = st.recursive(_LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner))


@given(st.dictionaries(st.text(), _ANY))
def test_both_encoders_write_the_same_bytes_of_whatever_is_storable(document: dict[str, Any]) -> None:
    json_text.check_storable(document)
    assert msgspec.json.encode(document) == json_text.to_json(document)


@pytest.mark.parametrize("is_new", [True, False])
@pytest.mark.parametrize("encode", [json_text.to_json, msgspec.json.Encoder().encode])
@pytest.mark.parametrize("bad", [1.5, float("nan"), "\ud800", {1, 2}, b"x", {1: 2}, an_entry().date, [(1.5,)]])
def test_what_a_log_cannot_hold_is_refused_by_either_encoder(
    encode: Callable[[object], bytes], bad: object, is_new: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_text, "_encode", encode)
    store = Store.open(str(tmp_path / "log.jsonl"), a_clock(), "test")
    uid = store.new_id() if is_new else "a1"
    with pytest.raises(CannotSaveError):
        store.query.table("entries").insert(Document({"x": bad}, uid))  # type: ignore[arg-type]  # ours are texts
    assert not store.entries.all()


_STORED = [each for room in (codec, comments, kept, owner, plan, shares, trainings) for each in vars(room).values()]


@pytest.mark.parametrize("each", {each.table: each for each in _STORED if isinstance(each, Codec)}.values())
def test_a_saved_value_is_the_same_but_for_its_revision(each: Codec[Any]) -> None:
    value = each.decode({}, 1, **({"id": "a1"} if "id" in each._make._fields else {}))
    assert each.numbered(value, 7) == value._replace(revision=7)


@pytest.mark.parametrize(("codec", "value"), [(ENTRIES, Entry), (PROFILE, Profile), (SELECTION, Selection)])
def test_every_field_of_a_value_is_stored(codec: Codec[Any], value: Any) -> None:
    assert set(codec.fields) == set(value._fields) - {"id", "revision"}


def test_all_fields_are_always_written_in_the_same_order() -> None:
    full = ENTRIES.encode(an_entry(title="A", minutes=30), {})
    assert list(full) == list(ENTRIES.fields)
    assert list(ENTRIES.encode(an_entry(), dict(reversed(full.items())))) == list(ENTRIES.fields)


def test_moments_are_written_as_utc_with_z_and_days_as_iso() -> None:
    document = ENTRIES.encode(an_entry(), {})
    assert document["created_at"] == "2026-11-20T12:00:00Z"
    assert document["date"] == "2026-11-20"


def test_unknown_fields_survive_a_change() -> None:
    stored = ENTRIES.encode(an_entry(), {}) | {"mood": {"sun": [1, 2]}, "later": None}
    entry = ENTRIES.decode(stored, 3, id="a")
    written = ENTRIES.encode(entry._replace(title="Other"), stored)
    assert written["mood"] == {"sun": [1, 2]}
    assert "later" in written
    assert written["title"] == "Other"


def test_an_unknown_word_in_a_set_reads_as_the_usual_one_and_stays_on_disk() -> None:
    stored = ENTRIES.encode(an_entry(), {}) | {"arena": "moon", "applied": "us.9", "purpose": "D"}
    entry = ENTRIES.decode(stored, 1, id="a")
    assert entry.arena is Arena.IN
    assert entry.applied is None
    written = ENTRIES.encode(entry._replace(title="Other"), stored)
    assert (written["arena"], written["applied"]) == ("moon", "us.9")
    assert ENTRIES.encode(entry._replace(arena=Arena.OUT), stored)["arena"] == "out"


def test_unknown_members_of_a_list_stay_when_the_list_is_changed() -> None:
    stored = ENTRIES.encode(an_entry(), {}) | {"components": ["skill", "telepathy"]}
    entry = ENTRIES.decode(stored, 1, id="a")
    assert entry.components == (Component.SKILL,)
    written = ENTRIES.encode(entry._replace(components=(Component.ABILITY,)), stored)
    assert written["components"] == ["ability", "telepathy"]


def test_unknown_parts_of_a_list_item_stay_while_the_item_is_unchanged() -> None:
    stored = PROFILE.encode(Profile(), {}) | {
        "work_history": [{"place": "Eken", "boss": "secret"}, {"place": 7}, {"place": "Granen"}]
    }
    profile = PROFILE.decode(stored, 1)
    assert [each.place for each in profile.work_history] == ["Eken", "Granen"]
    written = PROFILE.encode(profile._replace(work_history=profile.work_history[:1]), stored)
    assert written["work_history"] == [{"place": "Eken", "boss": "secret"}, {"place": 7}]


def test_fields_of_the_wrong_kind_do_not_stop_the_entry_from_being_read() -> None:
    stored = {name: {"odd": [1.5]} for name in ENTRIES.fields}
    entry = ENTRIES.decode(stored, 1, id="a")
    assert entry.title == ""
    assert ENTRIES.encode(entry, stored) == stored
