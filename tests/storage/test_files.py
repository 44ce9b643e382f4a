"""Settings, places, and the way in and out by a TinyDB file."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB, where

from learnlog.domain.entry import Entry
from learnlog.domain.printable import taken_in
from learnlog.domain.settings import Settings
from learnlog.domain.values import Language
from learnlog.errors import CannotSaveError, ForeignFileError, RuleError
from learnlog.storage import atomic, settings, tinydb_file
from learnlog.storage.codec import ENTRIES
from learnlog.storage.locations import locate
from learnlog.storage.owner import profile_of
from learnlog.storage.store import Store
from tests.builders import TODAY, a_clock, an_entry
from tests.storage.strategies import entries

# -- settings -------------------------------------------------------------------------------------------------------


def test_settings_come_back_and_what_is_at_its_default_is_not_written(tmp_path: Path) -> None:
    path = str(tmp_path / "conf" / "settings.toml")
    wanted = Settings(language=Language.NB, theme="dag", keys={"log.new": "f7"})
    settings.write(path, wanted)
    assert settings.read(path) == wanted
    assert "reduce_motion" not in Path(path).read_text()
    assert os.stat(path).st_mode & 0o777 == 0o600


def test_comments_and_unknown_keys_stay(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('# mine\ntheme = "fjord" # the blue one\nfuture = [1, 2]\n\n[window]\nwide = true\n')
    settings.write(str(path), Settings(theme="dag"))
    text = path.read_text()
    assert "# mine" in text
    assert "# the blue one" in text
    assert "future = [1, 2]" in text
    assert "wide = true" in text
    assert settings.read(str(path)).theme == "dag"
    settings.write(str(path), Settings(theme="dag", language=Language.SV))
    assert settings.read(str(path)).language is Language.SV
    settings.write(str(path), Settings(theme="dag"))
    assert settings.read(str(path)).language is None


@pytest.mark.parametrize("broken", [b"theme = ", b"\xff\xfe", b"[[", b"a = 1\na = 2\n"])
def test_a_broken_file_stops_nothing_and_is_kept_when_settings_are_written(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(broken)
    assert settings.read(str(path)) == Settings()
    assert not settings.is_readable(str(path))
    settings.write(str(path), Settings(theme="dag"))
    assert settings.read(str(path)).theme == "dag"
    assert (tmp_path / "settings.toml.broken").read_bytes() == broken


def test_one_setting_of_the_wrong_kind_does_not_spoil_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = 7\nlanguage = "xx"\nreduce_motion = true\nkeys = {a = "b", c = true, d = [1]}\n')
    assert settings.read(str(path)) == Settings(reduce_motion=True, keys={"a": "b"})


def test_keys_may_be_named_as_on_the_screen_and_stay_as_they_were_written(tmp_path: Path) -> None:
    path = str(tmp_path / "settings.toml")
    text = '[keys]\nedit.undo = "Ctrl+Z, F12" # mine\n"log.new" = "W"\ngo.start = 0\nnav.back = "Esc"\n'
    (tmp_path / "settings.toml").write_text(text)
    found = settings.read(path)
    assert found.keys == {"edit.undo": "ctrl+z,f12", "log.new": "W", "go.start": "0", "nav.back": "escape"}
    settings.write(path, found._replace(theme="dag"))
    assert text.strip() in (tmp_path / "settings.toml").read_text()
    assert settings.read(path) == found._replace(theme="dag")


def test_settings_that_cannot_be_written_are_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotSaveError):
        settings.write(str(tmp_path / "file" / "settings.toml"), Settings())


@given(
    st.builds(
        Settings,
        language=st.none() | st.sampled_from(Language),
        theme=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
        reduce_motion=st.booleans(),
        log=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
        keys=st.dictionaries(st.text("abc._-", min_size=1, max_size=5), st.text("abc,+", max_size=5), max_size=3),
    )
)
def test_any_settings_come_back(tmp_path_factory: pytest.TempPathFactory, wanted: Settings) -> None:
    path = str(tmp_path_factory.mktemp("settings") / "settings.toml")
    for _ in range(2):
        settings.write(path, wanted)
        assert settings.read(path) == wanted


# -- places ---------------------------------------------------------------------------------------------------------


_NAMES = st.sampled_from(["language", "theme", "log", "a", "1", "a.b", "å", "", "[keys]", " log"])
_VALUES = st.text('ab"\\#[ =\t\r\x7f\xa0å', max_size=6).map(lambda text: f'"{text}"')
_LINES = st.builds(
    "{}{}{}".format, _NAMES, st.sampled_from([" = ", "=", " =", ""]), _VALUES | st.sampled_from(["true", "1"])
)


@given(st.lists(_LINES | st.sampled_from(["", "# note", "log = 'x'"]), max_size=4).map("\n".join))
def test_settings_read_quickly_are_what_toml_says(text: str) -> None:
    found = settings._plain(text)
    assert found is None or found == tomllib.loads(text)


def test_settings_as_we_write_them_are_read_without_waiting_for_toml(tmp_path: Path) -> None:
    path = str(tmp_path / "settings.toml")
    settings.write(path, Settings(language=Language.SV, theme="dag", reduce_motion=True, log="/hem/åsa/log.jsonl"))
    text = Path(path).read_text(encoding="utf-8")
    assert settings._plain(text) == tomllib.loads(text) != {}


def test_everything_lies_in_the_named_folder() -> None:
    places = locate({"LEARNLOG_HOME": "/somewhere"})
    assert places.log == "/somewhere/log.jsonl"
    assert places.settings == "/somewhere/settings.toml"
    assert (places.drafts, places.backups, places.damaged) == (
        "/somewhere/drafts",
        "/somewhere/backups",
        "/somewhere/damaged",
    )


def test_a_named_log_has_its_folders_beside_it_and_the_usual_settings() -> None:
    places = locate({"LEARNLOG_HOME": "/somewhere"}, "/else/my.jsonl")
    assert places.log == "/else/my.jsonl"
    assert places.home == "/else"
    assert places.drafts == "/else/drafts"
    assert places.settings == "/somewhere/settings.toml"


def test_without_a_named_folder_it_is_where_this_system_keeps_such_things(monkeypatch: pytest.MonkeyPatch) -> None:
    import platformdirs  # noqa: PLC0415 - only to compare with

    for environment in ({"HOME": "/home/bo"}, {"HOME": "/home/bo", "XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c"}):
        for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        places = locate(environment)
        assert places.log == os.path.join(platformdirs.user_data_dir("learnlog", appauthor=False), "log.jsonl")
        assert places.settings == os.path.join(
            platformdirs.user_config_dir("learnlog", appauthor=False), "settings.toml"
        )


def test_relative_and_home_paths_are_made_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/bo")
    assert locate({"LEARNLOG_HOME": "here"}).log == str(tmp_path / "here" / "log.jsonl")
    assert locate({"LEARNLOG_HOME": "~/there"}).home == "/home/bo/there"
    assert locate({"LEARNLOG_HOME": "/x"}, "mine.jsonl").log == str(tmp_path / "mine.jsonl")


# -- whole files ----------------------------------------------------------------------------------------------------


def test_a_file_is_replaced_whole_and_its_old_self_can_be_kept(tmp_path: Path) -> None:
    path = tmp_path / "file"
    atomic.replace(str(path), b"one", keep=str(tmp_path / "kept"))
    assert not (tmp_path / "kept").exists()
    for number in (b"two", b"three"):
        atomic.replace(str(path), number, keep=str(tmp_path / "kept"))
    assert path.read_bytes() == b"three"
    assert (tmp_path / "kept").read_bytes() == b"two"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "kept"]


# -- TinyDB files ---------------------------------------------------------------------------------------------------


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(str(tmp_path / "log.jsonl"), a_clock(), "test")


def test_a_log_is_written_as_a_file_that_tinydb_reads(store: Store, tmp_path: Path) -> None:
    entry = store.entries.put(an_entry(title="Åäö"))
    store.entries.put(an_entry(title="In the bin", deleted_at=entry.created_at))
    profile_of(store).put(profile_of(store).get()._replace(unit="Eken"))
    path = tmp_path / "export.json"
    path.write_bytes(tinydb_file.dump(store))
    with TinyDB(path, encoding="utf-8") as database:
        assert database.tables() == {"entries", "profile"}
        table = database.table("entries")
        assert [each.doc_id for each in table] == [1, 2]
        found = table.get(where("id") == entry.id)
        assert found["title"] == "Åäö"
        assert database.table("profile").all()[0]["unit"] == "Eken"
        table.insert({"id": "mine", "title": "By TinyDB", "date": "2026-11-19", "mood": "good"})
    other = Store.open(str(tmp_path / "other" / "log.jsonl"), a_clock(), "import")
    assert tinydb_file.load(other, str(path)) == 3
    assert other.entries.get(entry.id)._replace(revision=0) == entry._replace(revision=0)
    assert other.entries.get("mine").title == "By TinyDB"
    assert other.ledger.document("entries", "mine")["mood"] == "good"
    assert profile_of(other).get().unit == "Eken"
    assert tinydb_file.load(other, str(path)) == 0
    other.undo(1)
    assert other.entries.all() == ()


@given(st.lists(entries, max_size=4, unique_by=lambda entry: entry.id))
def test_any_log_goes_out_and_comes_back(tmp_path_factory: pytest.TempPathFactory, several: list[Entry]) -> None:
    folder = tmp_path_factory.mktemp("tinydb")
    first, second = (Store.open(str(folder / name / "log.jsonl"), a_clock(), "test") for name in "ab")
    with first.transaction():
        for entry in several:
            if not entry.problems(TODAY) and taken_in(entry) == entry:
                first.entries.put(entry)
    (folder / "file.json").write_bytes(tinydb_file.dump(first))
    tinydb_file.load(second, str(folder / "file.json"))
    assert [entry._replace(revision=0) for entry in second.entries.all()] == [
        entry._replace(revision=0) for entry in first.entries.all()
    ]


def test_what_is_there_already_is_left_alone_and_a_copy_is_made_first(store: Store, tmp_path: Path) -> None:
    entry = store.entries.put(an_entry(title="Mine"))
    document = {"id": entry.id, "title": "Theirs", "date": "2026-01-01"}
    path = tmp_path / "in.json"
    path.write_text(json.dumps({"entries": {"1": document, "2": document | {"id": "new"}}}))
    assert tinydb_file.load(store, str(path)) == 1
    assert store.entries.get(entry.id).title == "Mine"
    assert len(store.upkeep.backups.all()) == 1


def test_a_mark_that_some_editors_put_in_front_does_no_harm(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"entries": {"1": {"title": "A", "date": "2026-01-01"}}}).encode())
    assert tinydb_file.load(store, str(path)) == 1


def test_entries_without_our_id_get_one_and_come_in_only_once(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    path.write_text(json.dumps({"entries": {"7": {"title": "A", "date": "2026-01-01"}}}))
    assert tinydb_file.load(store, str(path)) == 1
    assert tinydb_file.load(store, str(path)) == 0
    (entry,) = store.entries.all()
    assert entry.title == "A"
    assert len(entry.id) == 32
    assert entry.created_at == entry.updated_at == store.clock.now(), "nothing else is known of when it was written"


def test_texts_are_taken_in_as_a_form_takes_them_in(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    path.write_text(json.dumps({"entries": {"7": {"title": "a\u030a\x1b[2J", "date": "2026-01-01"}}}))
    tinydb_file.load(store, str(path))
    assert store.entries.all()[0].title == taken_in("a\u030a\x1b[2J")
    assert store.entries.all()[0].title.startswith("å")


def test_after_a_large_import_every_entry_has_a_line_of_its_own(store: Store, tmp_path: Path) -> None:
    many = {str(n): {"title": f"T{n}", "date": "2026-01-01"} for n in range(300)}
    path = tmp_path / "in.json"
    path.write_text(json.dumps({"entries": many}))
    assert tinydb_file.load(store, str(path)) == 300
    assert Path(store.path).read_bytes().count(b"\n") == 301
    store.undo(1)
    assert store.entries.all() == ()


GOOD = {"title": "A", "date": "2026-01-01"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"[]",
        b"null",
        b'{"entries": []}',
        b'{"entries": {"1": []}}',
        b'{"entries": {"1": {"title": 1, "date": "2026-01-01"}}}',
        b'{"entries": {"1": {"title": "a", "date": "yesterday"}}}',
        b'{"entries": {"1": {"title": "a"}}}',
        b'{"entries": {"1": {"title": " ", "date": "2026-01-01"}}}',
        b'{"entries": {"1": {"title": "a", "date": "2099-01-01"}}}',
        b'{"entries": {"1": {"title": "a", "date": "2026-01-01", "minutes": -5}}}',
        b'{"entries": {"1": {"title": "a", "date": "2026-01-01", "status": "done"}}}',
        b'{"entries": {"1": {"id": "../../etc", "title": "a", "date": "2026-01-01"}}}',
        b'{"entries": {"1": {"id": 5, "title": "a", "date": "2026-01-01"}}}',
        b'{"entries": {}, "entries": {}}',
        b'{"_default": {"1": {"title": "a", "date": "2026-01-01"}}}',
        b'{"entries": {"1": {"title": NaN, "date": "2026-01-01"}}}',
        b"\xff\xfe{}",
        json.dumps({"entries": {"1": GOOD | {"id": "x"}, "2": GOOD | {"id": "x"}}}).encode(),
        b"[" * 100_000,
    ],
)
def test_what_is_not_such_a_file_is_refused_and_changes_nothing(store: Store, tmp_path: Path, content: bytes) -> None:
    store.entries.put(an_entry())
    before = Path(store.path).read_bytes()
    path = tmp_path / "in.json"
    path.write_bytes(content)
    with pytest.raises(RuleError):
        tinydb_file.load(store, str(path))
    assert Path(store.path).read_bytes() == before
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "stored", [{"minutes": 1.5}, {"x": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}]
)
def test_values_a_log_cannot_hold_are_refused_whole(store: Store, tmp_path: Path, stored: dict[str, object]) -> None:
    path = tmp_path / "in.json"
    path.write_text(json.dumps({"entries": {"1": GOOD | stored, "2": GOOD | {"id": "fine"}}}))
    with pytest.raises((RuleError, CannotSaveError)):
        tinydb_file.load(store, str(path))
    assert store.entries.all() == ()


def test_a_file_that_is_not_there_is_named(store: Store, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.json", tmp_path):
        with pytest.raises(ForeignFileError):
            tinydb_file.load(store, str(path))


def test_every_stored_field_is_in_the_export(store: Store) -> None:
    store.entries.put(an_entry())
    (document,) = json.loads(tinydb_file.dump(store))["entries"].values()
    assert set(document) == {"id", *ENTRIES.fields}
