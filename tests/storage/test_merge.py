"""Three versions of a document into one, rule by rule."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from learnlog.storage.merge import Origin, merged
from learnlog.storage.store import Store
from tests.builders import NOW, a_clock, an_entry

ORIGIN = Origin("edit", "2026-11-20T12:00:00Z")
DAY, LATER = "2026-11-20T12:00:00Z", "2026-11-21T12:00:00Z"


def clash(field: str, value: object) -> dict[str, object]:
    return {"field": field, "value": value, "by": ORIGIN.by, "at": ORIGIN.at}


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "result"),
    [
        # gone there, changed here: it stays; the other way round as well
        ({"a": 1}, {"a": 2}, None, {"a": 2}),
        ({"a": 1}, None, {"a": 2}, {"a": 2}),
        ({"a": 1}, None, {"a": 1}, None),
        # in the bin here; there, only a stamp is new, or a field that was not there before
        ({"a": 1, "deleted_at": None}, {"a": 1, "deleted_at": DAY}, {"a": 1, "deleted_at": None, "updated_at": DAY},
         {"a": 1, "deleted_at": DAY, "updated_at": DAY}),
        ({"a": 1, "deleted_at": None}, {"a": 1, "deleted_at": DAY}, {"a": 1, "deleted_at": None, "b": 2},
         {"a": 1, "deleted_at": None, "b": 2}),
        # what lay in the bin before stays there whoever writes in it, and comes out when one takes it out
        ({"a": 1, "b": 1, "deleted_at": DAY}, {"a": 2, "b": 1, "deleted_at": DAY},
         {"a": 1, "b": 2, "deleted_at": DAY}, {"a": 2, "b": 2, "deleted_at": DAY}),
        ({"a": 1, "deleted_at": DAY}, {"a": 1, "deleted_at": None}, {"a": 2, "deleted_at": DAY},
         {"a": 2, "deleted_at": None}),
        # the later stamp, also where one has none
        ({"updated_at": None, "a": 1}, {"updated_at": None, "a": 2}, {"updated_at": DAY, "a": 1},
         {"updated_at": DAY, "a": 2}),
        ({"a": 1}, {"updated_at": DAY, "a": 2}, {"updated_at": LATER, "a": 1}, {"updated_at": LATER, "a": 2}),
        ({"updated_at": "2026", "a": 1}, {"updated_at": None, "a": 2}, {"updated_at": DAY, "a": 1},
         {"updated_at": DAY, "a": 2}),
    ],
)  # fmt: skip
def test_what_becomes_of_it(base: Any, mine: Any, theirs: Any, result: Any) -> None:
    assert merged(base, mine, theirs, ORIGIN) == result


@pytest.mark.parametrize(("mine", "theirs"), [("text", {"w1": "a"}), ({"w1": "a"}, "text"), ({"w1": "a"}, None)])
def test_what_is_an_object_here_and_something_else_there_is_put_aside_whole(mine: Any, theirs: Any) -> None:
    result = merged({"answers": {"w1": "old"}}, {"answers": mine}, {"answers": theirs}, ORIGIN)
    assert result == {"answers": mine, "clashes": [clash("answers", theirs)]}


def test_a_field_that_is_new_in_both_clashes_once() -> None:
    old = clash("a", 7)
    mine, theirs = {"a": 1, "b": 1, "clashes": [old]}, {"a": 1, "b": 2, "clashes": [old]}
    assert merged(None, mine, theirs, ORIGIN) == {"a": 1, "b": 1, "clashes": [old, clash("b", 2)]}


def test_what_was_put_aside_stays_although_it_is_not_known_any_more_what_both_started_from() -> None:
    old = clash("a", 7)
    assert merged(None, {"a": 1, "clashes": [old]}, {"a": 1, "b": 2}, ORIGIN) == {"a": 1, "b": 2, "clashes": [old]}


def test_what_each_of_them_has_met_is_there_and_what_either_has_settled_is_gone() -> None:
    first, second, third = (clash("a", number) for number in range(3))
    base = {"x": 1, "y": 1, "clashes": [first, second]}
    mine = {"x": 2, "y": 1, "clashes": [second]}
    theirs = {"x": 1, "y": 2, "clashes": [first, third]}
    assert merged(base, mine, theirs, ORIGIN) == {"x": 2, "y": 2, "clashes": [third]}
    untouched = {"x": 1, "y": 2, "clashes": [first, second]}
    assert merged(base, mine, untouched, ORIGIN) == {"x": 2, "y": 2, "clashes": [second]}
    assert merged(base, untouched, mine, ORIGIN) == {"x": 2, "y": 2, "clashes": [second]}


def test_what_is_settled_here_stays_settled_although_another_has_written_meanwhile(here: Store, there: Store) -> None:
    mine = here.entries.put(an_entry(title="Start"))
    there.entries.put(there.entries.get(mine.id)._replace(title="Theirs"))
    clashing = here.entries.put(mine._replace(title="Mine"))
    there.refresh()
    there.entries.put(there.entries.get(mine.id)._replace(insight="meanwhile"))
    saved = here.entries.put(here.entries.settled(clashing, "title", take_other=False))
    assert (saved.title, saved.insight, saved.clashes) == ("Mine", "meanwhile", ())


def test_what_was_read_long_ago_loses_no_word_when_its_version_is_not_kept_any_more(
    path: str, here: Store, there: Store
) -> None:
    mine = here.entries.put(an_entry(title="Start", insight="old"))
    there.entries.put(there.entries.get(mine.id)._replace(title="Theirs"))
    assert Store.open(path, a_clock(now=NOW + dt.timedelta(days=90)), "compact").upkeep.compact(force=True)
    saved = here.entries.put(mine._replace(insight="new"))
    told = {clash.field: clash.value for clash in saved.clashes}
    assert "Theirs" in (saved.title, told.get("title"))
    assert saved.insight == "new"
    assert Store.open(path, a_clock(), "test").entries.get(mine.id) == saved
