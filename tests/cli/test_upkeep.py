"""Where everything lies, whether it is well, and the way back when it is not."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from learnlog.storage.content import take_apart
from learnlog.storage.lines import Header, assemble, encode_header
from tests.cli.conftest import Learnlog, Result

posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights elsewhere")


def codes(result: Result) -> set[str]:
    return {each["code"] for each in result.json["findings"]}


@pytest.fixture
def log(learnlog: Learnlog, home: Path) -> Path:
    for title in ("Ett", "Två", "Tre"):
        assert learnlog("add", title).code == 0
    return home / "log.jsonl"


def test_paths(learnlog: Learnlog, home: Path, tmp_path: Path) -> None:
    found = learnlog("paths", "--json").json
    assert found["log"] == str(home / "log.jsonl")
    assert all(path.startswith(str(home)) for path in found.values())
    assert found["index"] == str(home / "log.jsonl.index")
    assert str(home / "log.jsonl") in learnlog("paths").out
    assert f"Index (may be deleted)  {home / 'log.jsonl.index'}" in learnlog("paths", language="en").out
    assert not home.exists(), "looking makes nothing"
    home.mkdir()
    (home / "settings.toml").write_text(f'log = "{tmp_path / "vald.jsonl"}"', encoding="utf-8")
    assert learnlog("paths", "--json").json["log"] == str(tmp_path / "vald.jsonl")
    other = learnlog("--log", str(tmp_path / "annan.jsonl"), "paths", "--json").json
    assert other["log"] == str(tmp_path / "annan.jsonl")


def test_a_log_without_a_name_is_not_the_usual_one(learnlog: Learnlog) -> None:
    refused = learnlog("--log", "", "add", "x")
    assert (refused.code, refused.out, refused.err) == (1, "", "--log cannot be empty.\n")
    assert learnlog("list", "--json").json == []


def test_each_path_stands_on_one_line(learnlog: Learnlog, tmp_path: Path) -> None:
    lines = learnlog("paths", env={"LEARNLOG_HOME": str(tmp_path / "two\nlines")}).out.splitlines()
    assert len(lines) == len(learnlog("paths", "--json").json)


def test_a_file_where_the_folder_should_be_is_called_so(learnlog: Learnlog, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    refused = learnlog("add", "x", env={"LEARNLOG_HOME": str(tmp_path / "file")})
    assert refused.code == 5
    assert "a file lies where a folder should be" in refused.err


def test_another_log(learnlog: Learnlog, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "annan.jsonl"
    uid = learnlog("--log", str(path), "add", "Här").out.strip()
    assert learnlog("show", uid, "--log", str(path)).code == 0
    assert learnlog("show", uid).code == 1
    assert not (home / "log.jsonl").exists()


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_all_is_well(learnlog: Learnlog, log: Path, language: str) -> None:
    before = log.read_bytes()
    result = learnlog("doctor", language=language)
    assert result.code == 0, result.out
    assert learnlog("doctor", "--json").json["healthy"] is True
    assert log.read_bytes() == before


def test_no_log_is_no_fault(learnlog: Learnlog, home: Path) -> None:
    result = learnlog("doctor", "--json")
    assert result.code == 0
    assert codes(result) == {"log.none"}
    assert not home.exists()


def test_damage_is_named_kept_and_undone(learnlog: Learnlog, log: Path) -> None:
    good = log.read_bytes()
    rows = good.split(b"\n")
    rows[2] = rows[2][:30] + b"\x00" + rows[2][31:]
    log.write_bytes(b"\n".join(rows))
    damaged = log.read_bytes()

    refused = learnlog("list")
    assert (refused.code, refused.out) == (3, "")
    assert len(refused.err.splitlines()) == 1
    assert "learnlog doctor" in refused.err
    found = learnlog("doctor", "--json")
    assert found.code == 3
    assert found.json["healthy"] is False
    assert 3 in {each.get("line") for each in found.json["findings"]}
    assert "restore.possible" in codes(found)
    assert log.read_bytes() == damaged, "looking changes nothing"

    saved = learnlog("add", "Fyra").code == 0  # at the end nothing is wrong; what is acknowledged must survive
    damaged = log.read_bytes()
    done = learnlog("doctor", "--restore", "best", "--json")
    assert done.code == 0
    titles = {each["title"] for each in learnlog("list", "--json").json}
    assert titles == {"Ett", "Tre", "Fyra"} if saved else titles == {"Ett", "Tre"}
    assert damaged in [path.read_bytes() for path in (log.parent / "damaged").iterdir()]
    assert learnlog("doctor", "--json").json["healthy"] is True
    again = learnlog("doctor", "--restore", "best", "--json")
    assert (again.code, again.json["restored_from"]) == (0, None)


def test_a_copy_brings_back_everything(learnlog: Learnlog, log: Path) -> None:
    assert learnlog("doctor", "--fix").code == 0
    log.write_bytes(b"")
    assert learnlog("list").code == 3
    assert learnlog("add", "Fyra").code == 3, "an emptied file is never a new log"
    assert learnlog("doctor", "--restore", "no such copy").code == 1
    assert learnlog("doctor", "--restore", "best").code == 0
    assert len(learnlog("list", "--json").json) == 3


def test_the_best_is_not_restored_when_the_copies_cannot_be_looked_at(learnlog: Learnlog, log: Path) -> None:
    damage = (b"Tre", b"Tra")
    log.write_bytes(log.read_bytes().replace(*damage))
    (log.parent / "backups").write_text("en fil", encoding="utf-8")
    assert "backups.closed" in codes(learnlog("doctor", "--json"))
    damaged = log.read_bytes()
    refused = learnlog("doctor", "--restore", "best")
    assert refused.code == 5, "what is best cannot be told"
    assert "learnlog doctor --restore lines" in refused.err
    assert log.read_bytes() == damaged
    done = learnlog("doctor", "--restore", "lines")
    assert done.code == 0
    assert "no copy was looked at" in done.err
    log.write_bytes(log.read_bytes().replace(b"Ett", b"Etu"))
    assert learnlog("doctor", "--restore", "lines", "--json").json["copies_seen"] is False


def test_lines_missing_at_the_end_are_told_and_can_be_accepted(learnlog: Learnlog, log: Path) -> None:
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:-2]))
    for words in (("list",), ("add", "Fyra")):
        refused = learnlog(*words)
        assert refused.code == 3
        assert "2 lines are missing at the end of the log" in refused.err
    told = learnlog("doctor")
    assert told.code == 3
    assert "2 lines are missing at the end of the log" in told.out
    assert "1 entry. 2 lines are missing there." in told.out
    assert learnlog("doctor", "--fix").code == 3
    assert not (log.parent / "backups").exists(), "a damaged log is no copy to keep"
    assert learnlog("doctor", "--restore", "lines").code == 0
    assert [each["title"] for each in learnlog("list", "--json").json] == ["Ett"]
    assert learnlog("doctor", "--json").json["healthy"] is True


def test_what_holds_nothing_is_no_way_back(learnlog: Learnlog, log: Path) -> None:
    rows = log.read_bytes().splitlines(keepends=True)
    for left in (rows[0], rows[0] + rows[1].replace(b"Ett", b"Etu").replace(b'"put"', b'"get"')):
        log.write_bytes(left)
        found = learnlog("doctor", "--json")
        assert found.code == 3
        assert "restore.nothing" in codes(found)
        assert "restore.possible" not in codes(found)
        assert learnlog("doctor", "--restore", "best").code == 3
    assert learnlog("doctor", "--start-anew").code == 0
    assert learnlog("add", "Nytt").code == 0


def test_an_unfinished_save_is_no_damage(learnlog: Learnlog, log: Path) -> None:
    with log.open("ab") as file:
        file.write(b'{"n":4,"at":"2026-')
    found = learnlog("doctor", "--json")
    assert found.code == 1
    assert "log.torn" in codes(found)
    listed = learnlog("list", "--json")
    assert len(listed.json) == 3
    assert len(listed.err.splitlines()) == 1, "one quiet line tells of it"
    assert learnlog("add", "Fyra").code == 0
    assert len(learnlog("list", "--json").json) == 4
    assert learnlog("doctor", "--json").json["healthy"] is True


def test_a_newer_log_is_not_restored_from_itself_but_may_give_way_to_an_older_copy(
    learnlog: Learnlog, home: Path
) -> None:
    learnlog("add", "Ett")
    learnlog("doctor", "--fix")
    (copy,) = (path.name for path in (home / "backups").iterdir())
    path = home / "log.jsonl"
    content = take_apart(path.read_bytes())
    newer = assemble(content.tail.header._replace(schema=99), content.actions)
    path.write_bytes(newer)
    for damage in (newer, newer.replace(b"Ett", b"Att")):
        path.write_bytes(damage)
        for name in ("lines", "edited"):
            assert learnlog("doctor", "--restore", name).code != 0
            assert path.read_bytes() == damage
    path.write_bytes(newer)
    assert learnlog("doctor", "--restore", "lines").code == 6
    assert learnlog("doctor", "--restore", copy).code == 0
    assert learnlog("add", "Två").code == 0
    assert any(each.read_bytes() == newer for each in (home / "damaged").iterdir())


def test_a_newer_log_is_read_and_never_written(learnlog: Learnlog, home: Path) -> None:
    home.mkdir(mode=0o700)
    path = home / "log.jsonl"
    path.write_bytes(encode_header(Header("0" * 32, schema=99)))
    path.chmod(0o600)
    before = path.read_bytes()
    assert learnlog("list").code == 0
    refused = learnlog("add", "Ny")
    assert refused.code == 6
    assert len(refused.err.splitlines()) == 1
    assert refused.err.endswith(" Use the newest learnlog there is.\n"), "what to do"
    assert "log.newer" in codes(learnlog("doctor", "--json"))
    path.write_bytes(encode_header(Header("0" * 32, min_reader=99)))
    assert learnlog("list").code == 6
    told = learnlog("doctor", "--json")
    assert told.code == 6
    assert "log.too_new" in codes(told)
    assert "cannot read it" in told.json["findings"][0]["text"]
    path.write_bytes(before)


@posix
def test_what_others_may_read_is_closed_again(learnlog: Learnlog, log: Path) -> None:
    log.chmod(0o644)
    log.parent.chmod(0o755)
    found = learnlog("doctor", "--json")
    assert found.code == 1
    assert codes(found) == {"files.open", "backups.old"}
    assert learnlog("doctor", "--fix").code == 0
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


@posix
@pytest.mark.parametrize(("rights", "after"), [(0o755, 0o700), (0o775, 0o700), (0o777, 0o777), (0o1777, 0o1777)])
def test_a_folder_made_for_the_log_is_closed_to_others_and_a_shared_one_is_left_alone(
    learnlog: Learnlog, home: Path, rights: int, after: int
) -> None:
    home.mkdir()
    home.chmod(rights)
    assert learnlog("list").code == 0
    assert stat.S_IMODE(home.stat().st_mode) == rights, "nothing is changed by looking"
    assert learnlog("add", "A").code == 0
    assert stat.S_IMODE(home.stat().st_mode) == after
    home.chmod(rights)
    assert learnlog("add", "B").code == 0
    assert stat.S_IMODE(home.stat().st_mode) == rights, "what the owner has said since counts"


@posix
def test_a_folder_with_other_things_in_it_is_left_alone(learnlog: Learnlog, tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("hej", encoding="utf-8")
    tmp_path.chmod(0o755)
    learnlog("--log", str(tmp_path / "log.jsonl"), "add", "A")
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    assert learnlog("--log", str(tmp_path / "log.jsonl"), "doctor", "--fix").code == 0
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_what_a_killed_learnlog_left_behind_is_swept(learnlog: Learnlog, log: Path) -> None:
    fresh, stale = log.parent / ".log.jsonl.aa.tmp", log.parent / ".log.jsonl.bb.tmp"
    for path, age in ((fresh, 0), (stale, 7200)):
        path.write_bytes(b"x")
        path.chmod(0o600)
        now = 1_795_176_000  # the moment the tests' clock shows
        os.utime(path, (now - age, now - age))
    assert "files.temporary" in codes(learnlog("doctor", "--json"))
    assert learnlog("doctor", "--fix").code == 0
    assert fresh.exists()
    assert not stale.exists()


def test_a_second_version_beside_the_log_is_told(learnlog: Learnlog, log: Path) -> None:
    for name in ("log (1).jsonl", "log.sync-conflict-20261120.jsonl", "log-LAPTOP.jsonl"):
        (log.parent / name).write_bytes(b"x")
    found = learnlog("doctor", "--json")
    assert found.code == 1
    assert sum(each["code"] == "files.conflict" for each in found.json["findings"]) == 3


def test_a_damaged_copy_is_told(learnlog: Learnlog, log: Path) -> None:
    learnlog("doctor", "--fix")
    (copy,) = (log.parent / "backups").iterdir()
    copy.write_bytes(copy.read_bytes()[:-20])
    assert "backups.damaged" in codes(learnlog("doctor", "--json"))


def test_the_log_can_be_made_smaller(learnlog: Learnlog, log: Path) -> None:
    uid = learnlog("list", "--json").json[0]["id"]
    before = learnlog("list", "--json").json
    for title in ("a", "b", "c"):
        learnlog("edit", uid, "--title", title)
    learnlog("edit", uid, "--title", before[0]["title"])
    assert learnlog("doctor", "--compact").code == 0
    assert learnlog("list", "--json").json == before
    assert learnlog("doctor", "--json").json["healthy"] is True


@posix
def test_a_log_that_is_no_file_is_refused_at_once(learnlog: Learnlog, home: Path, tmp_path: Path) -> None:
    home.mkdir()
    os.mkfifo(home / "log.jsonl")
    for words in (("list",), ("add", "A"), ("doctor",)):
        result = learnlog(*words)
        assert result.code in (3, 5), words
    link = tmp_path / "link.jsonl"
    link.symlink_to(tmp_path / "target.jsonl")
    assert learnlog("--log", str(link), "add", "A").code == 0
    assert link.is_symlink()
    assert (tmp_path / "target.jsonl").exists()


def test_doctor_tells_why_a_log_cannot_be_read(learnlog: Learnlog, home: Path) -> None:
    (home / "log.jsonl").mkdir(parents=True)
    result = learnlog("doctor")
    assert (result.code, result.out) == (3, "✗ The log must be an ordinary file.\n")
    assert [each["code"] for each in learnlog("doctor", "--json").json["findings"]] == ["log.unreadable"]


def test_nothing_is_too_bad_for_doctor(learnlog: Learnlog, log: Path, tmp_path: Path) -> None:
    backups = log.parent / "backups"
    backups.write_text("en fil", encoding="utf-8")
    found = learnlog("doctor", "--json")
    assert found.code == 1
    assert "backups.closed" in codes(found)
    a_file = tmp_path / "fil"
    a_file.write_text("jag är en fil", encoding="utf-8")
    for home in (a_file, a_file / "under"):
        found = learnlog("doctor", "--json", env={"LEARNLOG_HOME": str(home)})
        assert found.code == 3
        assert codes(found) & {"folder.closed", "folder.impossible"}


@posix
def test_a_log_behind_a_link_is_checked_where_it_lies(learnlog: Learnlog, log: Path, tmp_path: Path) -> None:
    link = tmp_path / "länk" / "log.jsonl"
    link.parent.mkdir(mode=0o700)
    link.symlink_to(log)
    assert learnlog("--log", str(link), "doctor", "--fix").code == 0
    assert codes(learnlog("--log", str(link), "doctor", "--json")) == {"files.link"}
    assert [path.name for path in link.parent.iterdir()] == ["log.jsonl"], "no lock is left beside the link"


@posix
def test_doctor_sees_what_may_not_be_written(learnlog: Learnlog, log: Path, tmp_path: Path) -> None:
    log.chmod(0o400)
    if os.access(log, os.W_OK):
        pytest.skip("root may do everything")
    assert "log.read_only" in codes(learnlog("doctor", "--json"))
    log.chmod(0o600)
    log.parent.chmod(0o500)
    try:
        assert learnlog("doctor", "--json").code == 1, "a folder may be protected on purpose"
    finally:
        log.parent.chmod(0o700)
    log.parent.chmod(0o000)
    try:
        assert learnlog("doctor", "--json").code == 3
    finally:
        log.parent.chmod(0o700)
    (tmp_path / "stängd").mkdir(mode=0o500)
    assert learnlog("doctor", env={"LEARNLOG_HOME": str(tmp_path / "stängd" / "hem")}).code == 3


def test_a_log_that_is_lost_for_good_can_be_given_up(learnlog: Learnlog, log: Path) -> None:
    assert learnlog("doctor", "--start-anew").code == 1, "a whole log is never given up"
    assert len(learnlog("list", "--json").json) == 3
    log.write_bytes(b"")
    found = learnlog("doctor", "--json")
    assert found.code == 3
    nothing = next(each for each in found.json["findings"] if each["code"] == "restore.nothing")
    assert nothing["repair"] == "learnlog doctor --start-anew"
    assert learnlog("doctor", "--start-anew").code == 0
    assert learnlog("list", "--json").json == []
    assert learnlog("add", "Nytt").code == 0
    assert learnlog("doctor", "--json").json["healthy"] is True
