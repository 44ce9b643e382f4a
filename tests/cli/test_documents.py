"""Take documents and data out, data in; the profile."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Learnlog


@pytest.fixture
def filled(learnlog: Learnlog) -> Learnlog:
    assert learnlog("profile", "set", "--name", "Kim Exempel", "--title", "undersköterska").code == 0
    for words in (
        ("Lugn förflyttning", "--insight", "Säg vad du gör.", "--show-in-cv", "--minutes", "90"),
        ("Kursdag", "--type", "excourse", "--date", "2026-03-02", "--insight", "Lindring är ett lag.", "--show-in-cv"),
        ("Gammalt", "--date", "2024-05-01"),
    ):
        assert learnlog("add", *words).code == 0
    return learnlog


@pytest.mark.parametrize("what", ["cv", "log"])
@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_a_document_in_a_language_of_its_own(filled: Learnlog, what: str, language: str) -> None:
    own = filled("export", what, "--language", language, language="en")
    assert own.code == 0
    assert own.err == ""
    assert own.out == filled("export", what, language=language).out
    assert own.out.startswith("# ")
    assert "Säg vad du gör." in own.out


def test_the_interface_does_not_follow_the_document(filled: Learnlog) -> None:
    refused = filled("export", "cv", "--language", "sv", "--from", "xyz", language="en")
    assert refused.code == 1
    assert "date" in refused.err
    other = filled("--language", "sv", "export", "cv", "--language", "nb", language="en")
    assert other.out == filled("export", "cv", language="nb").out


def test_a_period(filled: Learnlog) -> None:
    assert "Gammalt" in filled("export", "log", "--to", "2024").out
    assert "Gammalt" not in filled("export", "log", "--from", "2026").out
    only = filled("export", "log", "--from", "2026-03", "--to", "2026-03").out
    assert "Kursdag" in only
    assert "Lugn förflyttning" not in only
    assert filled("export", "cv", "--from", "2026-05-01", "--to", "2026-04-01").code == 1


def test_a_hyphen_is_standard_output(filled: Learnlog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = filled("export", "log", "-o", "-")
    assert (result.code, result.out) == (0, filled("export", "log").out)
    assert not (tmp_path / "-").exists()


def test_a_file_is_never_overwritten_unasked(filled: Learnlog, tmp_path: Path) -> None:
    path = tmp_path / "cv.md"
    done = filled("export", "cv", "-o", str(path))
    assert (done.code, done.out) == (0, "")
    assert str(path) in done.err
    text = path.read_text(encoding="utf-8")
    assert text == filled("export", "cv").out
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text("mitt eget", encoding="utf-8")
    assert filled("export", "cv", "-o", str(path)).code == 1
    assert path.read_text(encoding="utf-8") == "mitt eget"
    assert filled("export", "cv", "-o", str(path), "--force").code == 0
    assert path.read_text(encoding="utf-8") == text


def test_an_export_that_cannot_be_written_says_so(filled: Learnlog, tmp_path: Path) -> None:
    for path in (tmp_path / "no" / "such" / "cv.md", tmp_path):
        refused = filled("export", "cv", "-o", str(path), "--force", language="sv")
        assert refused.code == 5
        assert len(refused.err.splitlines()) == 1
        assert "directory" not in refused.err, "the system's own words are English"
    assert filled("export", "cv", "-o", "").code == 1


def test_what_means_nothing_is_refused(filled: Learnlog) -> None:
    assert filled("export", "tinydb", "--from", "2026").code == 2
    assert filled("export", "pdf").code == 2
    assert filled("export", "cv", "--format", "docx").code == 2
    assert filled("export").code == 2


def test_out_as_tinydb_and_in_again(filled: Learnlog, home: Path, tmp_path: Path) -> None:
    before = filled("list", "--json").json
    path = tmp_path / "copy.json"
    assert filled("export", "tinydb", "-o", str(path)).code == 0
    assert json.loads(path.read_bytes())
    home.rename(tmp_path / "old")
    done = filled("import", str(path), "--json")
    assert done.json == {"added": 3}
    assert filled("list", "--json").json == before
    assert filled("profile", "--json").json["display_name"] == "Kim Exempel"
    assert filled("import", str(path), "--json").json == {"added": 0}
    assert filled("list", "--json").json == before


@pytest.mark.parametrize("content", [b"", b"null", b"[]", b"{", b"\xff\xfe", b'{"a": 1}', b"<html>", b"[" * 100_000])
def test_what_is_no_tinydb_file_is_refused(learnlog: Learnlog, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    refused = learnlog("import", str(path))
    assert refused.code == 1
    assert len(refused.err.splitlines()) == 1
    assert path.read_bytes() == content
    assert learnlog("list", "--json").json == []


def test_a_missing_file_is_refused(learnlog: Learnlog, tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        assert learnlog("import", str(path)).code == 1


# -- profile ----------------------------------------------------------------------------------------------------------


def test_the_profile_is_told_by_options(learnlog: Learnlog) -> None:
    assert learnlog("profile").code == 0
    done = learnlog(
        *("profile", "set", "--name", "Kim Exempel", "--title", "undersköterska", "--unit", "Avd. 2"),
        *("--workplace", "Solgården", "--municipality", "Exempelby", "--percent", "80 %", "--since", "2019"),
        *("--role", "employee", "--role", "supervisor", "--assignment", "supervisor_3=Handledare,2024"),
        *("--speaks", "Svenska=c1", "--speaks", "Somaliska=mother_tongue", "--json"),
    )
    told = done.json
    assert told == learnlog("profile", "show", "--json").json
    assert told["display_name"] == "Kim Exempel"
    assert told["percent"] == 80
    assert told["employed_since"] == "2019-01-01"
    assert told["roles"] == ["employee", "supervisor"]
    assert told["assignments"] == [{"kind": "supervisor_3", "title": "Handledare", "since": "2024", "until": ""}]
    assert told["languages"] == [{"name": "Svenska", "level": "C1"}, {"name": "Somaliska", "level": "mother_tongue"}]
    assert learnlog("profile", "set", "--unit", "", "--speaks", "").code == 0
    now = learnlog("profile", "--json").json
    assert now["unit"] == ""
    assert now["languages"] == []
    assert now["workplace"] == "Solgården"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sv", ("80 %", "gäller till 2027-03-01", "Språkombud sedan 2024-05-02")),
        ("nb", ("80 %", "gyldig til 01.03.2027", "Språkmentor siden 02.05.2024")),
        ("en", ("80%", "valid until 1 March 2027", "Language representative since 2 May 2024")),
    ],
)
def test_the_profile_for_people(learnlog: Learnlog, language: str, told: tuple[str, ...]) -> None:
    certificate = {"kind": "certificate", "title": "HLR", "issuer": "", "issued": "", "valid_until": "2027-03-01"}
    learnlog("profile", "set", "--file", "-", stdin=json.dumps({"credentials": [certificate]}).encode())
    learnlog("profile", "set", "--name", "Kim", "--speaks", "Svenska=C1", "--percent", "80")
    learnlog("profile", "set", "--assignment", "language_rep=,2024-05-02")
    out = learnlog("profile", language=language).out
    for each in ("Kim", "Svenska (C1)", *told):
        assert each in out


def test_since_when_may_be_said_as_one_would_say_it(learnlog: Learnlog) -> None:
    learnlog("profile", "set", "--assignment", "language_rep=,mars 2024,i går", language="sv")
    [kept] = learnlog("profile", "--json").json["assignments"]
    assert (kept["since"], kept["until"]) == ("2024-03", "2026-11-19")


def test_a_title_that_says_what_the_assignment_is_is_not_said_twice(learnlog: Learnlog) -> None:
    learnlog("profile", "set", "--assignment", "language_rep=Språkombud,2024", "--assignment", "other=Brandombud")
    assert "Språkombud sedan 2024\n" in learnlog("profile", language="sv").out
    assert "Språkmentor (Språkombud) siden 2024\n" in learnlog("profile", language="nb").out
    assert "Brandombud\n" in learnlog("export", "cv", "--language", "sv").out


def test_a_profile_that_nobody_has_written_is_said_to_be_empty_and_nothing_else(learnlog: Learnlog) -> None:
    shown = learnlog("profile", "show")
    assert (shown.code, shown.out) == (0, "")
    assert "The profile is empty." in shown.err


def test_a_cv_summary_cannot_begin_in_the_future(learnlog: Learnlog) -> None:
    refused = learnlog("export", "cv", "--from", "2027")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == "The period ends before it begins.\n"


def test_the_whole_profile_from_a_file(learnlog: Learnlog, tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    told = {
        "credentials": [
            {"kind": "certificate", "title": "HLR", "issuer": "", "issued": "2024-03", "valid_until": "2027-03-01"}
        ],
        "work_history": [{"place": "Bageri", "title": "bagare", "since": "2008", "until": "2014", "learned": "tempo"}],
    }
    path.write_text(json.dumps(told), encoding="utf-8")
    assert learnlog("profile", "set", "--file", str(path), "--name", "Kim").code == 0
    now = learnlog("profile", "--json").json
    assert {key: now[key] for key in told} == told
    assert now["display_name"] == "Kim"
    assert learnlog("profile", "set", "--file", "-", stdin=json.dumps(now).encode()).code == 0
    assert learnlog("profile", "--json").json == now


@pytest.mark.parametrize(
    "told",
    ["", "[]", '{"percent": "80"}', '{"percent": true}', '{"nope": 1}', '{"roles": ["king"]}', '{"roles": "employee"}',
     '{"employed_since": "i dag"}', '{"languages": [{"name": "x"}]}', '{"languages": [1]}', '{"display_name": 3}',
     '{"percent": 300}', '{"work_history": [{"place": "x", "since": "long ago"}]}', '{"work_history": [{"place": "x", "y": "z"}]}', "[" * 100_000],
)  # fmt: skip
def test_a_profile_that_cannot_be_taken_is_refused(learnlog: Learnlog, told: str) -> None:
    refused = learnlog("profile", "set", "--file", "-", stdin=told.encode())
    assert refused.code == 1
    assert len(refused.err.splitlines()) == 1
    assert learnlog("profile", "--json").json["percent"] is None


def test_a_credential_can_be_written_with_the_help_alone(learnlog: Learnlog) -> None:
    refused = learnlog(
        "profile", "set", "--file", "-", stdin=b'{"credentials": [{"kind": "delegation", "date": "2026"}]}'
    )
    assert refused.code == 1
    assert refused.err == "credentials cannot be taken as it is. More: learnlog profile --help\n"
    told = " ".join(learnlog("profile", "--help").out.split())
    for field in ("credentials", "work_history", "assignments", "languages"):
        written, _end = json.JSONDecoder().raw_decode(told, told.index("[{", told.index(f" {field} ")))
        example = [{**each, **({"kind": "other"} if "kind" in each else {})} for each in written]
        taken = learnlog("profile", "set", "--file", "-", stdin=json.dumps({field: example}).encode())
        assert taken.code == 0, (field, taken.err)
        assert learnlog("profile", "--json").json[field] == example


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("set",), 2),
        (("show", "--name", "x"), 2),
        (("drop",), 2),
        (("set", "--percent", "300"), 1),
        (("set", "--percent", "hel"), 1),
        (("set", "--speaks", "Svenska"), 1),
        (("set", "--speaks", "Svenska=Z9"), 1),
        (("set", "--assignment", "king"), 1),
        (("set", "--assignment", "supervisor_1=Handledare,någon gång"), 1),
        (("set", "--assignment", "supervisor_1=Handledare,2025-05,2024"), 1),
        (("set", "--role", "king"), 2),
        (("set", "--file", "/no/such/file"), 1),
        (("set", "--since", "xyz"), 1),
    ],
)
def test_a_mistake_in_the_profile(learnlog: Learnlog, words: tuple[str, ...], code: int) -> None:
    refused = learnlog("profile", *words)
    assert refused.code == code
    assert len(refused.err.splitlines()) == 1
