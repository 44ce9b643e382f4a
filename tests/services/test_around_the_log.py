"""Profile, CV choices, exports, drafts and settings."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from learnlog.bootstrap import Services, open_services
from learnlog.domain.clock import Clock
from learnlog.domain.profile import Credential, CredentialKind, Profile
from learnlog.domain.values import Language
from learnlog.errors import ExportError, InvalidInputError
from learnlog.i18n.catalog import Translator

SWEDISH = Translator(Language.SV)


def test_the_profile_is_kept_in_the_log(services: Services, other_window: Services) -> None:
    profile = Profile("Åsa Exempelsson", percent=85, credentials=(Credential(CredentialKind.DELEGATION, "Insulin"),))
    services.profiles.save(profile)
    assert other_window.profiles.get()._replace(revision=0) == profile


def test_a_changed_profile_is_a_deed_and_an_unchanged_one_is_none(services: Services) -> None:
    first = services.profiles.save(Profile("Åsa"))
    saved = services.profiles.save(first._replace(display_name="Åsa E"))
    assert services.profiles.save(saved) == saved
    assert services.log.undo() is not None
    assert services.profiles.get().display_name == "Åsa"
    assert services.log.undo() is not None
    assert services.profiles.get().display_name == ""
    services.profiles.save(services.profiles.get()._replace(unit="Eken"), is_deed=False)
    assert services.log.undo() is None


@pytest.mark.parametrize("here", ["", "Eken"], ids=["nothing", "the same"])
def test_what_another_window_changed_in_the_profile_is_not_taken_back_here(
    services: Services, other_window: Services, here: str
) -> None:
    mine = services.profiles.save(Profile("Åsa"), is_deed=False)
    other_window.profiles.save(other_window.profiles.get()._replace(unit="Eken"))
    services.profiles.save(mine._replace(unit=here))
    services.log.undo()
    services.log.refresh()
    assert services.profiles.get().unit == "Eken"


def test_a_working_time_over_a_hundred_per_cent_is_refused(services: Services) -> None:
    with pytest.raises(InvalidInputError):
        services.profiles.save(Profile(percent=101))


def test_the_cv_shows_the_chosen_and_not_the_rest(services: Services) -> None:
    chosen = services.log.save(services.log.blank()._replace(title="Utvald", insight="vänta tio sekunder"))
    services.log.save(services.log.blank()._replace(title="Hemlig", insight="detta är privat"))
    selection = services.curriculum.keep(
        services.curriculum.selection()._replace(entry_ids=(chosen.id,), year_in_short="Ett bra år.")
    )
    text = services.curriculum.text(selection, SWEDISH)
    assert "vänta tio sekunder" in text
    assert "Ett bra år." in text
    assert "Hemlig" not in text
    assert "detta är privat" not in text


def test_an_export_never_overwrites_unasked(services: Services, tmp_path: Path) -> None:
    path = str(tmp_path / "cv.md")
    services.exports.write(path, b"ett")
    with pytest.raises(ExportError):
        services.exports.write(path, b"tv\xc3\xa5")
    assert Path(path).read_bytes() == b"ett"
    services.exports.write(path, b"tre", force=True)
    assert Path(path).read_bytes() == b"tre"
    assert os.stat(path).st_mode & 0o777 == 0o600


def test_the_whole_log_goes_out_as_tinydb_and_comes_back(services: Services, tmp_path: Path, clock: Clock) -> None:
    services.log.capture("ett")
    services.log.capture("två")
    path = tmp_path / "out.json"
    services.exports.write(str(path), services.exports.tinydb_json())
    assert json.loads(path.read_text(encoding="utf-8"))
    fresh = open_services({"LEARNLOG_HOME": str(tmp_path / "fresh")}, clock=clock)
    assert fresh.exports.import_tinydb(str(path)) == 2
    assert {head.title for head in fresh.log.heads()} == {"ett", "två"}
    assert fresh.exports.import_tinydb(str(path)) == 0, "a second time adds nothing"


def test_a_setting_survives_a_restart(services: Services, tmp_path: Path, clock: Clock) -> None:
    services.preferences.change(language=Language.NB, theme="dag")
    again = open_services({"LEARNLOG_HOME": str(tmp_path)}, clock=clock)
    assert again.preferences.settings.language is Language.NB
    assert again.preferences.settings.theme == "dag"
