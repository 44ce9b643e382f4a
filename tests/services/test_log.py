"""What the owner can do with entries, sentence by sentence."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from learnlog.bootstrap import Services, open_services
from learnlog.domain.revising import TITLE_MAX
from learnlog.domain.values import Applied, Clash, Status, Visibility
from learnlog.errors import InvalidInputError, NotFoundError
from learnlog.storage.store import Store
from tests.builders import NOW, TODAY, a_clock, an_entry


def titles(services: Services) -> list[str]:
    return [head.title for head in services.log.heads()]


def test_one_typed_line_is_a_private_draft_of_today(services: Services) -> None:
    entry = services.log.capture("  att vänta tio   sekunder innan jag frågar igen ")
    assert entry.title == "att vänta tio sekunder innan jag frågar igen"
    assert entry.date == TODAY
    assert entry.status is Status.DRAFT
    assert entry.visibility is Visibility.PRIVATE
    assert services.log.get(entry.id) == entry


def test_a_long_line_is_cut_in_the_title_and_kept_whole_in_the_text(services: Services) -> None:
    sentence = "ord " * 80
    entry = services.log.capture(sentence)
    assert len(entry.title) <= TITLE_MAX
    assert entry.what_happened == sentence.strip()


def test_a_blank_line_is_refused(services: Services) -> None:
    with pytest.raises(InvalidInputError):
        services.log.capture("   ")
    assert not titles(services)


def test_saving_what_has_not_been_changed_changes_nothing(services: Services) -> None:
    entry = services.log.capture("att vänta")
    services.log.save(entry._replace(title="att vänta tio sekunder"))
    kept, deed = services.log.get(entry.id), services.latest_deed
    assert services.log.save(kept) == kept
    assert services.latest_deed == deed
    services.log.undo()
    assert titles(services) == ["att vänta"]
    services.log.undo()
    assert titles(services) == []
    assert services.log.save(kept).title == "att vänta tio sekunder"
    assert titles(services) == ["att vänta tio sekunder"]


def test_an_entry_is_never_about_the_future(services: Services) -> None:
    entry = services.log.blank()._replace(title="i morgon", date=TODAY + dt.timedelta(days=1))
    with pytest.raises(InvalidInputError) as refused:
        services.log.save(entry)
    assert [field for field, _ in refused.value.problems] == ["date"]


def test_done_needs_an_insight_of_a_few_words(services: Services) -> None:
    entry = services.log.blank()._replace(title="APT", status=Status.DONE, insight="två ord")
    with pytest.raises(InvalidInputError) as refused:
        services.log.save(entry)
    assert [field for field, _ in refused.value.problems] == ["insight"]
    services.log.save(entry._replace(insight="nu är det tre"))


def test_all_problems_are_told_at_once(services: Services) -> None:
    entry = services.log.blank()._replace(date=TODAY + dt.timedelta(days=3), minutes=1)
    with pytest.raises(InvalidInputError) as refused:
        services.log.save(entry)
    assert [field for field, _ in refused.value.problems] == ["title", "date", "minutes"]


def test_the_newest_day_stands_first(services: Services) -> None:
    for days, title in ((3, "äldst"), (0, "nyast"), (1, "däremellan")):
        services.log.save(services.log.blank()._replace(title=title, date=TODAY - dt.timedelta(days=days)))
    assert titles(services) == ["nyast", "däremellan", "äldst"]


def test_deleted_is_in_the_bin_and_comes_back(services: Services) -> None:
    entry = services.log.capture("lyfta med lyft")
    services.log.delete(entry.id)
    assert titles(services) == []
    assert [head.title for head in services.log.bin()] == ["lyfta med lyft"]
    services.log.restore(entry.id)
    assert titles(services) == ["lyfta med lyft"]


def test_undo_and_redo_walk_through_what_was_done(services: Services) -> None:
    entry = services.log.capture("första")
    services.log.save(services.log.get(entry.id)._replace(title="ändrad"))
    services.log.delete(entry.id)
    assert services.log.undo() is not None
    assert titles(services) == ["ändrad"]
    services.log.undo()
    assert titles(services) == ["första"]
    services.log.redo()
    assert titles(services) == ["ändrad"]
    services.log.undo()
    services.log.undo()
    assert titles(services) == []
    assert services.log.undo() is None
    services.log.redo()
    assert titles(services) == ["första"]


def test_a_duplicate_is_new_and_keeps_no_insight(services: Services) -> None:
    first = services.log.save(services.log.blank()._replace(title="APT", insight="vi delar tips", areas=("th.ethics",)))
    copy = services.log.duplicate(first.id)
    assert copy.id != first.id
    assert (copy.title, copy.areas, copy.insight, copy.revision) == ("APT", ("th.ethics",), "", 0)
    assert titles(services) == ["APT"], "nothing is saved yet"


def test_a_duplicate_of_whatever_there_is_begins_as_a_draft_of_today(services: Services) -> None:
    """What belongs to the moment stays with it: when, how far, shown to whom in a CV, and what it was a part of."""
    old = an_entry(
        date=TODAY - dt.timedelta(days=3),
        title="APT",
        insight="vi delar tips",
        applied=Applied.OFTEN,
        status=Status.DONE,
        show_in_cv=True,
        training_id="t" * 32,
        action_id="a" * 32,
        deleted_at=NOW,
        created_at=NOW,
        updated_at=NOW,
        clashes=(Clash("title", "APT 2", "edit", "2026-11-20T12:00:00Z"),),
    )
    Store.open(services.locations.log, a_clock(), "import").entries.put(old)
    services.log.refresh()
    copy = services.log.duplicate(old.id)
    assert copy == services.log.blank()._replace(id=copy.id, title="APT")


def test_when_an_entry_was_written_first_is_never_forgotten(tmp_path: Path) -> None:
    def opened(now: dt.datetime) -> Services:
        return open_services({"LEARNLOG_HOME": str(tmp_path)}, clock=a_clock(TODAY, now))

    first = opened(NOW).log.capture("APT")
    later = NOW + dt.timedelta(hours=5)
    saved = opened(later).log.save(first._replace(title="APT i november"))
    assert (saved.created_at, saved.updated_at) == (NOW, later)


def test_search_finds_every_text_and_all_words(services: Services) -> None:
    entry = services.log.save(
        services.log.blank()._replace(
            title="Måltid", what_happened="Dukade om", answers={"w1": "lugnare kväll"}, areas=("th.dementia",)
        )
    )
    services.log.capture("något helt annat")
    for query in ("MÅLTID", "dukade måltid", "kväll", "demensvård", "dementia", "mål"):
        assert services.log.matching(query) == {entry.id}, query
    assert services.log.matching("maltid") == set(), "å is a letter of its own"
    assert len(services.log.matching("")) == 2


def test_search_follows_what_is_saved_undone_and_written_elsewhere(services: Services, other_window: Services) -> None:
    assert services.log.matching("lyft") == set()
    entry = services.log.capture("personlyft")
    assert services.log.matching("lyft") == {entry.id}
    services.log.undo()
    assert services.log.matching("lyft") == set()
    services.log.redo()
    assert services.log.matching("lyft") == {entry.id}
    services.log.undo()
    there = other_window.log.capture("taklyft")
    assert services.log.refresh()
    assert services.log.matching("lyft") == {there.id}


def test_two_windows_change_different_fields_and_lose_nothing(services: Services, other_window: Services) -> None:
    entry = services.log.capture("gemensam")
    there = other_window.log.get(entry.id)
    services.log.save(entry._replace(insight="jag skrev det här"))
    merged = other_window.log.save(there._replace(what_happened="och jag det här"))
    assert (merged.insight, merged.what_happened) == ("jag skrev det här", "och jag det här")
    assert not merged.clashes


def test_two_windows_change_the_same_field_and_both_are_kept(services: Services, other_window: Services) -> None:
    entry = services.log.capture("gemensam")
    there = other_window.log.get(entry.id)
    services.log.save(entry._replace(insight="jag skrev ett"))
    merged = other_window.log.save(there._replace(insight="jag skrev två"))
    assert merged.insight == "jag skrev två"
    assert [(clash.field, clash.value) for clash in merged.clashes] == [("insight", "jag skrev ett")]
    assert [head.id for head in other_window.log.clashing()] == [entry.id]
    settled = other_window.log.settle(entry.id, "insight", take_other=True)
    assert (settled.insight, settled.clashes) == ("jag skrev ett", ())
    assert not other_window.log.clashing()


def test_history_tells_what_was_changed_newest_first(services: Services) -> None:
    entry = services.log.capture("första")
    services.log.save(entry._replace(title="andra"))
    changes = services.log.history(entry.id)
    assert len(changes) == 2
    assert changes[0].fields == (("title", "första", "andra"),)


def test_an_id_may_be_shortened_but_not_into_doubt(services: Services) -> None:
    one = services.log.blank()._replace(id="a" * 31 + "1", title="ett")
    two = services.log.blank()._replace(id="a" * 31 + "2", title="två")
    services.log.save(one)
    services.log.save(two)
    assert services.log.find("a" * 31 + "1").title == "ett"
    with pytest.raises(NotFoundError):
        services.log.find("aaa")
    with pytest.raises(NotFoundError):
        services.log.find("b")
