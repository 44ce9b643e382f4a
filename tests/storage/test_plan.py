"""Plan and talks in the log: they come back the same, and two windows lose nothing."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlog.domain.competence import Area, Rating
from learnlog.domain.goal import Action, Goal, Review
from learnlog.domain.talk import Talk
from learnlog.domain.values import Applied
from learnlog.domain.workshop import Workshop
from learnlog.errors import RuleError
from learnlog.storage import tinydb_file
from learnlog.storage.codec import Codec
from learnlog.storage.plan import ACTIONS, AREAS, GOALS, PLAN, TALKS, WORKSHOPS, entries_in_plan
from learnlog.storage.repository import Repository
from learnlog.storage.store import Store
from tests.builders import TODAY, a_clock, a_goal, an_action, an_area, an_entry
from tests.storage import strategies

YESTERDAY = TODAY - dt.timedelta(days=1)
ANY: list[tuple[Codec[Any], st.SearchStrategy[Any], type]] = [
    (AREAS, strategies.areas, Area),
    (GOALS, strategies.goals, Goal),
    (ACTIONS, strategies.actions, Action),
    (WORKSHOPS, strategies.workshops, Workshop),
    (TALKS, strategies.talks, Talk),
]


@pytest.mark.parametrize(("codec", "values", "kind"), ANY)
@given(data=st.data())
def test_any_value_comes_back_the_same(codec: Any, values: Any, kind: type, data: st.DataObject) -> None:
    value: Any = data.draw(values)
    assert codec.decode({}, 0, id=value.id).__class__ is kind
    document = codec.encode(value, {})
    read = strategies.to_disk_and_back(document)
    assert codec.decode(read, 0, id=value.id) == value
    assert codec.encode(value, read) == document


@pytest.mark.parametrize(("codec", "values", "kind"), ANY)
def test_every_field_is_stored(codec: Any, values: Any, kind: Any) -> None:
    assert values is not None
    assert set(codec.fields) == set(kind._fields) - {"id", "revision"}
    assert codec in PLAN


def test_estimates_of_different_days_and_follow_ups_of_different_days_are_both_kept(here: Store, there: Store) -> None:
    area = Repository(here, AREAS).put(an_area())
    other = Repository(there, AREAS).get(area.id)
    Repository(there, AREAS).put(other.rated(2, None, YESTERDAY))
    saved = Repository(here, AREAS).put(area.rated(3, Applied.OFTEN, TODAY))
    assert saved.clashes == ()
    assert {each.on: each.level for each in saved.ratings} == {YESTERDAY: 2, TODAY: 3}
    assert (saved.level, saved.used) == (3, Applied.OFTEN)
    action = Repository(here, ACTIONS).put(an_action())
    there.refresh()
    seen = Repository(there, ACTIONS).get(action.id)
    Repository(there, ACTIONS).put(seen.reviewed(Review(YESTERDAY, "där")))
    both = Repository(here, ACTIONS).put(action.reviewed(Review(TODAY, not_happened="här")))
    assert {(each.on, each.happened, each.not_happened) for each in both.reviews} == {
        (YESTERDAY, "där", ""),
        (TODAY, "", "här"),
    }


def test_two_estimates_of_one_day_clash_and_only_what_differs_is_put_aside(here: Store, there: Store) -> None:
    area = Repository(here, AREAS).put(an_area(requirement=3))
    seen = Repository(there, AREAS).get(area.id)
    Repository(there, AREAS).put(seen.rated(2, Applied.OFTEN, TODAY))
    saved = Repository(here, AREAS).put(area.rated(3, Applied.OFTEN, TODAY))
    (clash,) = saved.clashes
    assert (clash.field, clash.value) == ("ratings", {TODAY.isoformat(): {"level": 2}})
    taken = AREAS.settled(saved, "ratings", take_other=True)
    assert taken.ratings == (Rating(TODAY, 2, Applied.OFTEN, 3),)


def test_answers_of_a_talk_typed_in_two_windows_are_both_kept(here: Store, there: Store) -> None:
    talk = Repository(here, TALKS).put(Talk("a" * 32))
    seen = Repository(there, TALKS).get(talk.id)
    Repository(there, TALKS).put(seen._replace(employee={"t1": "Handledningen"}, manager={"t10": "Lugn"}))
    saved = Repository(here, TALKS).put(talk._replace(employee={"t5": "Tecken"}))
    assert (saved.employee, saved.manager) == ({"t1": "Handledningen", "t5": "Tecken"}, {"t10": "Lugn"})
    assert saved.clashes == ()


def test_the_entries_in_the_plan_are_found_among_many(here: Store) -> None:
    links: list[dict[str, Any]] = [
        {"goal_ids": ("a" * 32,)},
        {"action_id": "b" * 32},
        {"title": 'nej: "goal_ids":["a"] "action_id":"b"'},
        {"goal_ids": ("a" * 32,), "deleted_at": dt.datetime(2026, 11, 1, tzinfo=dt.UTC)},
    ]
    with here.transaction():
        for number, link in enumerate([*links, *[{}] * 20]):
            here.entries.put(an_entry(**({"title": f"T{number}"} | link)))
    assert {each.title for each in entries_in_plan(here)} == {"T0", "T1"}


def test_it_survives_compaction_and_goes_out_to_tinydb_and_comes_back(here: Store, path: str, tmp_path: Path) -> None:
    goal = Repository(here, GOALS).put(a_goal(why="Lugnare kvällar"))
    action = Repository(here, ACTIONS).put(an_action(goal_id=goal.id).reviewed(Review(TODAY, "Provat")))
    here.upkeep.compact(force=True)
    again = Store.open(path, a_clock(), "app")
    assert Repository(again, GOALS).all() == (goal,)
    assert Repository(again, ACTIONS).all() == (action,)
    file = tmp_path / "export.json"
    file.write_bytes(tinydb_file.dump(again))
    other = Store.open(str(tmp_path / "other" / "log.jsonl"), a_clock(), "import")
    tinydb_file.load(other, str(file))
    assert [each._replace(revision=0) for each in Repository(other, ACTIONS).all()] == [action._replace(revision=0)]


@pytest.mark.parametrize(
    ("table", "document"),
    [
        ("areas", {"name": ""}),
        ("areas", {"name": "Tecken", "requirement": 5}),
        ("areas", {"name": "Tecken", "ratings": {"2026-01-01": {"on": "2026-01-01", "level": -1}}}),
        ("goals", {"title": 1}),
        ("actions", {"what": "x" * 121}),
        ("workshops", {}),
        ("talks", {"talk_on": "2026-12-01", "held_on": "2026-11-01"}),
    ],
)
def test_what_no_form_would_take_is_not_taken_in(
    here: Store, tmp_path: Path, table: str, document: dict[str, Any]
) -> None:
    file = tmp_path / "in.json"
    file.write_text(json.dumps({table: {"1": document}}))
    with pytest.raises(RuleError):
        tinydb_file.load(here, str(file))
    assert here.ledger.documents(table) == []
