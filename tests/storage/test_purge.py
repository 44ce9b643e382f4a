"""What is erased for good is nowhere any more, and nothing else has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlog.domain.erasing import Words, numbers_hidden
from learnlog.errors import DamagedError, InUseError, NotFoundError, RuleError
from learnlog.services.deeds import Deeds
from learnlog.services.log import LearningLog
from learnlog.storage.content import take_apart
from learnlog.storage.drafts import Draft, DraftFolder
from learnlog.storage.holders import Holds
from learnlog.storage.purge import Purge
from learnlog.storage.recovery import Condition, Recovery
from learnlog.storage.targets import Masked, Records, texts_of
from tests.builders import NOW, a_clock, an_entry
from tests.storage.holding import NAME, NUMBER, OTHER, SECRET, a_purge, fill, holding, keep, opened, places

TEXTS = (NAME, NUMBER, SECRET.what_happened, SECRET.title, SECRET.insight)


def records(purge: Purge, *ids: str) -> Records:
    keys = [purge.find(each) for each in ids]
    return Records(keys, (text for document in purge.versions(keys) for text in texts_of(document)))


def masked(*words: str) -> Masked:
    wanted = Words(words)
    return Masked(lambda text: numbers_hidden(wanted.hidden(text, "[dolt]"), "[dolt]"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    fill(home)
    return home


def test_an_erased_entry_is_in_no_file_any_more(folder: Path) -> None:
    assert len(holding(folder, *TEXTS)) >= 9
    purge = a_purge(folder)
    outcome = purge.erase(records(purge, "5555"))
    assert holding(folder, *TEXTS, f'"{SECRET.id}":') == []
    assert outcome.left == ()
    assert outcome.own == ()


def test_other_folders_of_temporary_files_are_nobodys_business(folder: Path) -> None:
    other = folder.parent / "tmp" / "learnlog-mine"
    other.mkdir()
    keep(other / "log.jsonl", SECRET.what_happened.encode())
    purge = a_purge(folder)
    purge.erase(records(purge, "5555"))
    assert holding(folder, *TEXTS) == ["learnlog-mine/log.jsonl"]


def test_everything_else_reads_as_before_and_the_log_is_sound(folder: Path) -> None:
    before = opened(folder)
    others = {uid: before.entries.get(uid) for uid in ("0" * 32, "1" * 32)}
    numbers = [action.n for n in range(1, 9) for action in before.ledger.image.numbered(n)]
    purge = a_purge(folder)
    purge.erase(records(purge, "5555"))
    after = opened(folder)
    assert {entry.id: entry for entry in after.entries.all()} == others
    assert [action.n for n in range(1, 9) for action in after.ledger.image.numbered(n)] == numbers
    assert Recovery(places(folder).log, a_clock()).look().condition is Condition.WHOLE
    for copy in after.upkeep.backups.all():
        assert take_apart(Path(copy.path).read_bytes()).torn == b""
    assert not list(folder.rglob("*.tmp"))
    assert [draft.uid for draft in DraftFolder(str(folder / "drafts")).waiting()] == ["2" * 32]
    after.entries.put(an_entry(title="Efteråt"))
    assert len(opened(folder).entries.all()) == 3


def test_what_was_done_to_others_in_the_same_action_can_still_be_taken_back(folder: Path) -> None:
    purge = a_purge(folder)
    purge.erase(records(purge, "5555"))
    store = opened(folder)
    revision = store.entries.get("1" * 32).revision
    store.undo(revision)
    assert [entry.id for entry in store.entries.all()] == [OTHER.id]
    with pytest.raises(RuleError):
        store.undo(2)  # the line it was written by is empty now
    assert holding(folder, *TEXTS) == []


def test_the_words_can_be_masked_and_all_else_of_the_entry_stays(folder: Path) -> None:
    store = opened(folder)
    store.entries.put(store.entries.get(SECRET.id)._replace(deleted_at=None, what_happened=SECRET.what_happened))
    a_purge(folder).erase(masked("åsa  ÖDQVIST"))
    assert holding(folder, NAME, NUMBER) == []
    entry = opened(folder).entries.get(SECRET.id)
    assert entry.what_happened == SECRET.what_happened.replace(NAME, "[dolt]").replace(NUMBER, "[dolt]")
    assert entry.insight == SECRET.insight
    assert entry.areas == SECRET.areas
    drafts = {draft.uid: draft.values for draft in DraftFolder(str(folder / "drafts")).waiting()}
    assert drafts == {SECRET.id: {"what_happened": entry.what_happened}, "2" * 32: {"title": "Något annat"}}
    fields = opened(folder).history("entries", SECRET.id)
    assert any("[dolt]" in str(change.fields) for change in fields)


def test_a_survey_tells_where_it_stands_and_changes_nothing(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    purge = a_purge(folder)
    survey = purge.survey(records(purge, "5555"))
    assert survey.versions == 3
    assert survey.keys == {("entries", SECRET.id)}
    assert survey.files == {
        Holds.BACKUP: 2, Holds.PREVIOUS: 1, Holds.DAMAGED: 3, Holds.VERSION: 1, Holds.LEFTOVER: 1, Holds.DRAFT: 1,
        Holds.EDITOR: 2,
    }  # fmt: skip
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_an_entry_that_has_long_gone_from_the_log_is_found_in_its_copies(folder: Path) -> None:
    store = opened(folder)
    with store.transaction():
        store.ledger.change("entries", {SECRET.id: None})
    log = Path(places(folder).log)
    content = take_apart(log.read_bytes())
    assert content
    purge = a_purge(folder)
    purge.erase(records(purge, SECRET.id))
    assert holding(folder, *TEXTS) == []
    with pytest.raises(NotFoundError):
        a_purge(folder).find(SECRET.id)


def test_a_second_time_nothing_is_changed(folder: Path) -> None:
    purge = a_purge(folder)
    target = records(purge, "5555")
    purge.erase(target)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    outcome = a_purge(folder).erase(target)
    assert (outcome.written, outcome.removed) == (0, 0)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_what_the_owner_keeps_beside_the_log_is_named_and_not_changed(folder: Path) -> None:
    keep(folder / "cv.md", f"# CV\n\n- {SECRET.insight}\n".encode())
    purge = a_purge(folder)
    outcome = purge.erase(records(purge, "5555"))
    assert outcome.own == (str(folder / "cv.md"),)
    assert outcome.left == ()
    assert SECRET.insight in (folder / "cv.md").read_text()


def test_it_is_not_begun_while_it_stands_in_an_open_form(folder: Path) -> None:
    window = DraftFolder(str(folder / "drafts"))
    window.keep(Draft("entry", SECRET.id, {"title": NAME}, NOW))
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    purge = a_purge(folder)
    assert purge.survey(records(purge, "5555")).open
    with pytest.raises(InUseError):
        purge.erase(records(purge, "5555"))
    with pytest.raises(InUseError):
        purge.erase(masked(NAME))
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    window.let_go("entry", SECRET.id)
    purge.erase(records(purge, "5555"))
    assert holding(folder, *TEXTS) == []


def test_a_damaged_log_is_restored_first(folder: Path) -> None:
    log = Path(places(folder).log)
    log.write_bytes(log.read_bytes().replace(b"boende", b"bo\xffnde", 1).replace(b"Lugn", b"lugn", 1))
    with pytest.raises(DamagedError):
        a_purge(folder).erase(masked(NAME))


def test_another_window_does_not_write_it_back(folder: Path) -> None:
    there = opened(folder, "app")
    stale = there.entries.get(SECRET.id)
    other = there.entries.get(OTHER.id)
    purge = a_purge(folder)
    purge.erase(records(purge, "5555"))
    with pytest.raises(RuleError, match="erased"):
        there.entries.put(stale._replace(insight="Mer"))
    with pytest.raises(NotFoundError):
        there.entries.get(SECRET.id)
    assert there.entries.put(other._replace(insight="Nytt")).insight == "Nytt"
    there.upkeep.compact(force=True)
    there.upkeep.copy()
    assert holding(folder, *TEXTS) == []


def test_another_window_does_not_write_masked_words_back_and_goes_on_when_it_has_looked_again(folder: Path) -> None:
    there = opened(folder, "app")
    there.entries.put(there.entries.get(SECRET.id)._replace(deleted_at=None, title=NAME))
    stale = there.entries.get(SECRET.id)
    a_purge(folder).erase(masked(NAME))
    with pytest.raises(RuleError, match="erased"):
        there.entries.put(stale._replace(insight="Mer"))
    there.refresh()
    fresh = there.entries.get(SECRET.id)
    assert fresh.title == "[dolt]"
    assert there.entries.put(fresh._replace(insight="Mer")).insight == "Mer"
    assert holding(folder, NAME) == []


def test_what_a_newer_learnlog_wrote_besides_is_kept(folder: Path) -> None:
    store = opened(folder)
    store.ledger.change("entries", {"7" * 32: {"title": f"Om {NAME}", "later": {"x": [1, {"y": f"{NAME}s rum"}]}}})
    store.ledger.change("weather", {"1": {"sun": True}})
    a_purge(folder).erase(masked(NAME))
    document = opened(folder).ledger.document("entries", "7" * 32)
    assert document == {"title": "Om [dolt]", "later": {"x": [1, {"y": "[dolt]s rum"}]}}
    assert opened(folder).ledger.document("weather", "1") == {"sun": True}


def test_undo_passes_over_what_was_erased_and_says_nothing_of_it(folder: Path) -> None:
    store = opened(folder, "app")
    deeds = Deeds(store)
    log = LearningLog(store, a_clock(), deeds)
    log.save(store.entries.get(OTHER.id)._replace(title="Lugnare förflyttning"))
    log.save(an_entry(id="8" * 32, title=f"Hos {NAME}"))
    log.save(store.entries.get("8" * 32)._replace(insight="Vänta"))
    purge = a_purge(folder)
    purge.erase(records(purge, "8888"))
    log.refresh()
    taken = log.undo()
    assert taken is not None
    assert NAME not in str(taken)
    assert store.entries.get(OTHER.id).title == OTHER.title
    assert log.undo() is None
    assert holding(folder, f'"{"8" * 32}":') == []
