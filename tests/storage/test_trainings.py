"""Trainings in the log: they come back the same, two windows lose nothing, older logs and older learnlogs go on."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from learnlog.domain import training_life as life
from learnlog.domain.printable import taken_in
from learnlog.domain.training import FollowUp, Sharing, SharingStatus, Training, TrainingStatus
from learnlog.domain.values import Clash
from learnlog.errors import RuleError, StorageError
from learnlog.storage import tinydb_file
from learnlog.storage.owner import profile_of
from learnlog.storage.store import Store
from learnlog.storage.trainings import SNOOZES, TRAININGS, Snooze, entries_of, snoozes_of, trainings_of
from tests.builders import AFTER_2_WEEKS, AFTER_3_MONTHS, FORM, TODAY, a_clock, a_training, an_entry
from tests.storage.faulty import Failing
from tests.storage.strategies import to_disk_and_back, trainings

FORMATS = Path(__file__).parent / "formats"


# -- one document -----------------------------------------------------------------------------------------------------


@given(trainings)
def test_any_training_comes_back_the_same(training: Training) -> None:
    document = to_disk_and_back(TRAININGS.encode(training, {}))
    assert TRAININGS.decode(document, 0, id=training.id) == training
    assert TRAININGS.encode(training, document) == document


@pytest.mark.parametrize(("codec", "value"), [(TRAININGS, Training), (SNOOZES, Snooze)])
def test_every_field_is_stored(codec: Any, value: Any) -> None:
    assert set(codec.fields) == set(value._fields) - {"id", "revision"}


def test_what_a_later_learnlog_added_stays_where_it_is() -> None:
    done = life.completed(a_training(before=FORM), TODAY)
    stored = TRAININGS.encode(done, {}) | {"mood": "good"}
    stored["before"]["a9"] = ["later", "kind"]
    stored["followups"]["1"]["place"] = "online"
    stored["followups"]["9"] = {"round": "nine"}
    stored["sharings"][done.sharings[0].id]["likes"] = 3
    stored["sharings"]["x"] = {"id": "x", "channel": "podcast"}
    read = TRAININGS.decode(stored, 0, id=done.id)
    assert read == done
    changed = life.with_followup(read, read.followup(1)._replace(done_on=TODAY, answers=AFTER_2_WEEKS))
    changed = life.with_sharing(changed, changed.sharings[0]._replace(status=SharingStatus.DONE))
    written = TRAININGS.encode(life.with_form(changed, {"a1": "nytt"}), stored)
    assert written["mood"] == "good"
    assert written["before"]["a9"] == ["later", "kind"]
    assert written["before"]["a1"] == "nytt"
    assert written["followups"]["1"]["place"] == "online"
    assert written["followups"]["1"]["answers"] == AFTER_2_WEEKS
    assert written["followups"]["9"] == {"round": "nine"}
    assert written["sharings"][done.sharings[0].id]["likes"] == 3
    assert written["sharings"]["x"] == {"id": "x", "channel": "podcast"}


# -- two windows ------------------------------------------------------------------------------------------------------


def both(here: Store, there: Store, **changes: Any) -> tuple[Training, Training]:
    mine = trainings_of(here).put(life.completed(a_training(**changes), TODAY))
    return mine, trainings_of(there).get(mine.id)


def test_different_follow_ups_sharings_and_questions_are_both_kept(here: Store, there: Store) -> None:
    mine, theirs = both(here, there)
    theirs = life.with_followup(theirs, theirs.followup(2)._replace(answers=AFTER_3_MONTHS))
    theirs = life.with_sharing(theirs, Sharing("2" * 32, what="där"))
    trainings_of(there).put(theirs._replace(before={"a1": "där"}, dialogue={"b2": "där"}))
    mine = life.with_followup(mine, mine.followup(1)._replace(answers=AFTER_2_WEEKS, done_on=TODAY))
    mine = life.with_sharing(mine, Sharing("1" * 32, what="här"))
    saved = trainings_of(here).put(mine._replace(before={"a2": "här"}, dialogue={"b3": "yes"}))
    assert saved.clashes == ()
    assert (saved.followup(1).answers, saved.followup(2).answers) == (AFTER_2_WEEKS, AFTER_3_MONTHS)
    assert {each.what for each in saved.sharings} == {"här", "där"}
    assert (saved.before, saved.dialogue) == ({"a1": "där", "a2": "här"}, {"b2": "där", "b3": "yes"})


def test_moved_here_and_answered_there_are_both_kept(here: Store, there: Store) -> None:
    mine, theirs = both(here, there)
    answered = theirs.followup(1)._replace(answers=AFTER_2_WEEKS)
    trainings_of(there).put(life.with_followup(theirs, answered))
    moved = mine.followup(1)._replace(due_on=TODAY)
    saved = trainings_of(here).put(life.with_followup(mine, moved))
    assert saved.clashes == ()
    assert saved.followup(1) == FollowUp(1, TODAY, answers=AFTER_2_WEEKS)


def test_the_same_answer_clashes_and_only_what_differs_is_put_aside(here: Store, there: Store) -> None:
    mine, theirs = both(here, there)
    there_answered = theirs.followup(1)._replace(answers={"c1": "no", "c2": "där", "c4": "bara där"})
    trainings_of(there).put(life.with_followup(theirs, there_answered))
    here_answered = mine.followup(1)._replace(answers={"c1": "once", "c2": "här", "c5": "bara här"})
    saved = trainings_of(here).put(life.with_followup(mine, here_answered))
    assert saved.followup(1).answers == {"c1": "once", "c2": "här", "c4": "bara där", "c5": "bara här"}
    (clash,) = saved.clashes
    assert (clash.field, clash.by) == ("followups", "edit")
    assert clash.value == {"1": {"answers": {"c1": "no", "c2": "där"}}}
    taken = TRAININGS.settled(saved, "followups", take_other=True)
    assert taken.followup(1).answers == {"c1": "no", "c2": "där", "c4": "bara där", "c5": "bara här"}
    assert (taken.followup(2), taken.clashes) == (saved.followup(2), ())
    kept = TRAININGS.settled(saved, "followups", take_other=False)
    assert (kept.followups, kept.clashes) == (saved.followups, ())


def test_taken_out_here_and_edited_there_the_edit_stays(here: Store, there: Store) -> None:
    mine = trainings_of(here).put(a_training(before={"a1": "x", "a2": "y"}))
    theirs = trainings_of(there).get(mine.id)
    trainings_of(there).put(theirs._replace(before={"a1": "x", "a2": "där"}))
    saved = trainings_of(here).put(mine._replace(before={"a1": "här"}))
    assert (saved.before, saved.clashes) == ({"a1": "här", "a2": "där"}, ())


def test_a_clash_of_a_field_nobody_knows_is_settled_by_forgetting_it() -> None:
    training = a_training(clashes=(Clash("mood", "good", "edit", "2026-11-20T12:00:00Z"),))
    assert TRAININGS.settled(training, "mood", take_other=True) == training._replace(clashes=())


# -- faults -----------------------------------------------------------------------------------------------------------


def test_a_full_disk_changes_nothing_and_what_is_acknowledged_is_there(path: str) -> None:
    store = Store.open(path, a_clock(), "test")
    training = trainings_of(store).put(a_training(title="Före"))
    for call in range(1, 40):
        disk = Failing(call, errno.ENOSPC)
        broken = Store.open(path, a_clock(), "test", disk=disk, patience=0)
        try:
            seen = trainings_of(broken).get(training.id)
            trainings_of(broken).put(seen._replace(title=f"Efter {call}"))
        except StorageError:
            expected = {training.title, f"Efter {call}"}
        else:
            expected = {f"Efter {call}"}
        training = trainings_of(Store.open(path, a_clock(), "test")).get(training.id)
        assert training.title in expected
    assert training.title == "Efter 39"


# -- linked entries ---------------------------------------------------------------------------------------------------


def test_the_entries_of_a_training_are_found_among_many(here: Store) -> None:
    with here.transaction():  # one line for all of them
        for number in range(50):
            linked = {"training_id": "a" * 32} if number % 25 == 0 else {}
            here.entries.put(an_entry(title=f"T{number}", date=TODAY - dt.timedelta(days=number), **linked))
    assert [each.title for each in entries_of(here, "a" * 32)] == ["T0", "T25"]
    assert entries_of(here, "b" * 32) == ()
    assert entries_of(here, '"') == ()


# -- formats ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def first(path: str) -> Store:
    """A log as the first learnlog wrote it."""
    shutil.copy(FORMATS / "first.jsonl", path)
    return Store.open(path, a_clock(), "app")


def test_a_log_of_the_first_learnlog_opens_unchanged_and_gets_trainings(first: Store, path: str) -> None:
    before = Path(path).read_bytes()
    entry = first.entries.get("a" * 32)
    assert (entry.title, entry.answers) == ("Lugn förflyttning", {"w1": "Vi lyfte", "w2": "Lugnt"})
    assert [each.title for each in first.entries.heads(deleted=True)] == ["I papperskorgen"]
    assert profile_of(first).get().credentials[0].valid_until == dt.date(2027, 1, 4)
    assert trainings_of(first).all() == ()
    assert Path(path).read_bytes() == before
    training = trainings_of(first).put(a_training())
    first.entries.put(entry._replace(training_id=training.id))
    assert Path(path).read_bytes().startswith(before)
    again = Store.open(path, a_clock(), "app")
    assert trainings_of(again).all() == (training,)
    assert [each.id for each in entries_of(again, training.id)] == [entry.id]


def test_what_an_older_learnlog_does_not_know_survives_all_it_does(first: Store, path: str) -> None:
    first.ledger.change("goals", {"g1": {"title": "Mål", "deep": {"er": [1]}}})
    entry = first.entries.get("a" * 32)
    edited = first.entries.put(entry._replace(title="Ändrad"))
    first.undo(edited.revision)
    first.upkeep.compact(force=True)
    again = Store.open(path, a_clock(), "app")
    assert again.ledger.document("goals", "g1") == {"title": "Mål", "deep": {"er": [1]}}
    assert again.entries.get("a" * 32).title == "Lugn förflyttning"


@pytest.mark.parametrize("name", sorted(os.listdir(FORMATS)))
def test_every_frozen_format_is_whole(path: str, name: str) -> None:
    shutil.copy(FORMATS / name, path)
    store = Store.open(path, a_clock(), "app")
    assert store.read_only is None
    assert store.entries.put(an_entry()).revision > 1


# -- upkeep, export and import ----------------------------------------------------------------------------------------


def test_trainings_and_what_was_put_off_survive_compaction_and_undo(here: Store, path: str) -> None:
    training = trainings_of(here).put(life.completed(a_training(before=FORM), TODAY))
    snooze = snoozes_of(here).put(Snooze("followup-x-1-2026-12-04", TODAY))
    changed = trainings_of(here).put(training._replace(title="Ändrad"))
    here.upkeep.compact(force=True)
    again = Store.open(path, a_clock(), "app")
    assert trainings_of(again).all() == (changed,)
    assert snoozes_of(again).all() == (snooze,)
    again.undo(changed.revision)
    assert trainings_of(again).get(training.id).title == training.title


def test_a_training_long_in_the_bin_is_gone_after_compaction_and_its_entries_are_not(here: Store, path: str) -> None:
    old = dt.datetime(2026, 9, 1, tzinfo=dt.UTC)
    training = trainings_of(here).put(a_training(deleted_at=old))
    entry = here.entries.put(an_entry(training_id=training.id))
    later = Store.open(path, a_clock(now=dt.datetime(2027, 3, 1, tzinfo=dt.UTC)), "app")
    later.upkeep.compact(force=True)
    assert trainings_of(later).all() == ()
    assert later.entries.get(entry.id).training_id == training.id


def test_trainings_go_out_to_tinydb_and_come_back(here: Store, tmp_path: Path) -> None:
    training = trainings_of(here).put(life.completed(a_training(before=FORM, status=TrainingStatus.BOOKED), TODAY))
    snoozes_of(here).put(Snooze("form-x", TODAY))
    file = tmp_path / "export.json"
    file.write_bytes(tinydb_file.dump(here))
    other = Store.open(str(tmp_path / "other" / "log.jsonl"), a_clock(), "import")
    tinydb_file.load(other, str(file))
    assert [each._replace(revision=0) for each in trainings_of(other).all()] == [training._replace(revision=0)]
    assert [each.id for each in snoozes_of(other).all()] == ["form-x"]


@pytest.mark.parametrize("changes", [{"title": ""}, {"title": 1}, {"title": "x" * 121}, {"end_on": "2026-01-01"}])
def test_a_training_no_form_would_take_is_not_taken_in(here: Store, tmp_path: Path, changes: dict[str, Any]) -> None:
    file = tmp_path / "in.json"
    file.write_text(json.dumps({"trainings": {"1": {"title": "Kurs"} | changes}}))
    with pytest.raises(RuleError):
        tinydb_file.load(here, str(file))
    assert trainings_of(here).all() == ()


def test_a_trainings_texts_are_taken_in_as_a_form_takes_them_in(here: Store, tmp_path: Path) -> None:
    file = tmp_path / "in.json"
    file.write_text(json.dumps({"trainings": {"1": {"title": "a\u030a", "before": {"a1": "\x1b[2J"}}}}))
    tinydb_file.load(here, str(file))
    (training,) = trainings_of(here).all()
    assert (training.title, training.before) == ("å", {"a1": taken_in("\x1b[2J")})
