"""`learnlog team`: many copies in one folder, read without a log of one's own."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pyrage
import pytest

from learnlog.domain.competence import NeedType
from learnlog.domain.training import Sharing, TrainingStatus
from learnlog.storage import review_file, sealed, share_file
from learnlog.storage.disk import Disk
from tests.builders import FORM, a_training, an_area
from tests.cli.conftest import Learnlog
from tests.copies import a_copy, put
from tests.reviews import a_review


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "copies"


def test_the_folder_tells_who_waits_what_is_late_and_what_is_needed(learnlog: Learnlog, folder: Path) -> None:
    asked = a_training(title="Palliativ vård", status=TrainingStatus.PROPOSED, before=FORM, start_on=None)
    shared = a_training(title="Förflyttning", status=TrainingStatus.COMPLETED, sharings=(Sharing("1" * 32),))
    put(folder, a_copy(1, asked, an_area(need=NeedType.DEVELOP), name="Åsa"), a_copy(2, shared, name="Björn"))
    result = learnlog("team", str(folder), language="sv")
    assert result.code == 0
    assert result.err == ""
    for words in ("Kopior från 2 personer", "De väntar på svar", "Prata om den före: Palliativ vård", "Att planera"):
        assert words in result.out
    assert [line.split() for line in result.out.splitlines() if "Demens" in line] == [["Demensvård", "–", "1", "–"]]


def test_json_tells_the_same(learnlog: Learnlog, folder: Path) -> None:
    put(folder, a_copy(1, an_area(need=NeedType.DEVELOP)))
    found = learnlog("team", str(folder), "--json").json
    assert found["persons"][0]["name"] == "Person 001"
    assert found["needs"] == [{"area": "th.dementia", "mobilise": 0, "develop": 1, "acquire": 0}]
    assert [each["kind"] for each in found["matters"]] == ["copy"]


def test_csv_holds_counts_only(learnlog: Learnlog, folder: Path) -> None:
    put(folder, *(a_copy(number, an_area(need=NeedType.DEVELOP)) for number in range(7)))
    result = learnlog("team", str(folder), "--csv")
    rows = list(csv.DictReader(io.StringIO(result.out)))
    assert {"group": "Eken", "measure": "need_develop", "area": "th.dementia", "persons": "5"} in rows
    assert "Person" not in result.out


def test_a_review_in_the_folder_answers_its_copy_and_a_forged_one_does_not(learnlog: Learnlog, folder: Path) -> None:
    first, second = a_copy(1), a_copy(2)
    put(folder, first, second)
    for share, key in ((first, first.reply_key), (second, "9" * 64)):
        review = a_review(share_id=share.share_id, log_id=share.log_id)
        (folder / f"{share.share_id}.learnlog-review").write_bytes(review_file.encoded(review, key))
    result = learnlog("team", str(folder), "--json")
    assert [each["person"] for each in result.json["matters"]] == [1]
    assert [each["file"] for each in result.json["skipped"]] == [f"{second.share_id}.learnlog-review"]


def test_a_damaged_a_locked_and_a_strange_file_are_named_and_stop_none(learnlog: Learnlog, folder: Path) -> None:
    put(folder, a_copy(1))
    whole = share_file.encoded(a_copy(2))
    (folder / "damaged.learnlog-share").write_bytes(whole[:-40])
    (folder / "locked.learnlog-share").write_bytes(sealed.seal(whole, passphrase="fyra ord vid vattnet"))
    os.mkfifo(folder / "pipe.learnlog-share")
    (folder / "folder.learnlog-share").mkdir()
    (folder / "notes.txt").write_text("no copy")
    result = learnlog("team", str(folder), "--json")
    assert result.code == 0
    assert len(result.json["persons"]) == 1
    names = ["damaged", "folder", "locked", "pipe"]
    assert [each["file"].split(".")[0] for each in result.json["skipped"]] == names
    assert result.err.count("Skipped") == len(names)


def test_a_copy_locked_for_the_readers_key_opens_with_it(learnlog: Learnlog, folder: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    folder.mkdir()
    data = sealed.seal(share_file.encoded(a_copy(1)), recipient=str(identity.to_public()))
    (folder / "locked.learnlog-share").write_bytes(data)
    key = folder / "key.txt"
    key.write_text(f"# created: today\n{identity}\n")
    assert len(learnlog("team", str(folder), "--identity", str(key), "--json").json["persons"]) == 1


def test_old_copies_are_deleted_only_when_somebody_says_so(learnlog: Learnlog, folder: Path) -> None:
    old, new = put(folder, a_copy(1, days_old=900), a_copy(2))
    assert "older than copies are kept" in learnlog("team", str(folder)).err
    refused = learnlog("team", str(folder), "--delete-old")
    assert (refused.code, old.exists()) == (2, True)
    assert learnlog("team", str(folder), "--delete-old", "--keep-years", "3", "--yes").code == 0
    assert old.exists()
    assert learnlog("team", str(folder), "--delete-old", "--yes").code == 0
    assert (old.exists(), new.exists()) == (False, True)


def test_a_copy_that_can_not_be_deleted_is_told(
    learnlog: Learnlog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, a_copy(1, days_old=900))

    def refuse(_disk: Disk, _path: str) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Disk, "remove", refuse)
    result = learnlog("team", str(folder), "--delete-old", "--yes")
    assert result.code == 1
    assert "could not be deleted" in result.err


def test_no_folder_and_an_empty_one(learnlog: Learnlog, folder: Path, home: Path) -> None:
    missing = learnlog("team", str(folder))
    assert (missing.code, missing.out) == (1, "")
    assert "cannot be read" in missing.err
    folder.mkdir()
    empty = learnlog("team", str(folder))
    assert (empty.code, empty.out.count("learnlog-share")) == (0, 1)
    assert learnlog("team", str(folder), "--csv", "--json").code == 2
    assert not home.exists()


def test_a_name_can_not_act_on_the_terminal(learnlog: Learnlog, folder: Path) -> None:
    training = a_training(title="a\x1b]52;c;x\x07", status=TrainingStatus.PROPOSED, before=FORM)
    put(folder, a_copy(1, training, name="Eva\x1b[2J"))
    for more in ((), ("--json",), ("--csv",)):
        assert "\x1b" not in learnlog("team", str(folder), *more).out
