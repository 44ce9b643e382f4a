"""The profile, by keys."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from learnlog.domain.profile import (
    Assignment,
    AssignmentKind,
    Credential,
    CredentialKind,
    Employment,
    LanguageLevel,
    Profile,
    Role,
    SpokenLanguage,
)
from learnlog.domain.values import Language
from learnlog.services.suite import Services
from tests.builders import TODAY
from tests.player import playing, some_services

FULL = Profile(
    display_name="Åsa [/b] Öberg",
    job_title="undersköterska",
    unit="Avdelning 2",
    workplace="Exempelgården",
    municipality="Exempelköping",
    percent=85,
    employed_since=dt.date(2019, 8, 19),
    roles=(Role.EMPLOYEE, Role.SUPERVISOR),
    assignments=(Assignment(AssignmentKind.LANGUAGE_REP, since="2023"),),
    languages=(SpokenLanguage("finska", LanguageLevel.MOTHER_TONGUE), SpokenLanguage("svenska", LanguageLevel.C1)),
    credentials=(
        Credential(CredentialKind.EDUCATION, "Vårdprogrammet", "Exempelskolan", "2014"),
        Credential(CredentialKind.DELEGATION, "Läkemedel", "", "2025-12-01", TODAY + dt.timedelta(days=11)),
        Credential(CredentialKind.CERTIFICATE, "HLR", "", "2023", TODAY - dt.timedelta(days=1)),
    ),
    work_history=(Employment("Hemtjänsten", "vårdbiträde", "2015", "2019", "Att planera"),),
)


def with_profile(folder: Path, language: Language = Language.EN) -> Services:
    services = some_services(folder, language=language)
    services.profiles.save(FULL._replace(revision=services.profiles.get().revision))
    return services


async def test_everything_is_in_sight(tmp_path: Path) -> None:
    async with playing(with_profile(tmp_path)) as player:
        await player.press("escape", "6")
        player.sees("Åsa [/b] Öberg", "undersköterska", "Exempelgården", "85 %", "finska", "mother tongue")
        player.sees("Vårdprogrammet", "Language representative", "Hemtjänsten", "2015–2019")


@pytest.mark.parametrize(
    ("language", "soon", "late"),
    [
        (Language.EN, "runs out 1 December 2026", "ran out 19 November 2026"),
        (Language.SV, "går ut 2026-12-01", "gick ut 2026-11-19"),
        (Language.NB, "01.12.2026", "19.11.2026"),
    ],
)
async def test_what_runs_out_is_said_first_and_in_words(
    tmp_path: Path, language: Language, soon: str, late: str
) -> None:
    async with playing(with_profile(tmp_path, language)) as player:
        await player.press("escape", "6")
        player.sees(soon, late)
        rows = player.text
        assert rows.index("Läkemedel") < rows.index("Vårdprogrammet")


async def test_telling_about_oneself(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, name="")) as player:
        await player.press("escape", "escape", "6")
        await player.press("enter")
        await player.write("Kim Exempel")
        await player.press("enter")
        await player.write("Assi")
        await player.press("right", "enter", "enter", "enter", "enter")
        await player.write("eighty")
        await player.press("ctrl+s")
        player.sees("Write a number in digits")
        await player.press("ctrl+a", "ctrl+k")
        await player.write("80 %")
        await player.press("enter")
        await player.write("2019-08-19")
        await player.press("ctrl+s")
        profile = player.services.profiles.get()
        assert profile.display_name == "Kim Exempel"
        assert profile.job_title == "Assistant nurse"
        assert profile.percent == 80
        assert profile.employed_since == dt.date(2019, 8, 19)
        player.sees("Kim Exempel", "80 %")


async def test_adding_changing_and_removing_a_credential(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "6", "tab", "tab", "a")
        player.sees("New formal competence")
        await player.press("ctrl+s")
        player.sees("Write what it is.")
        await player.write("First aid")
        await player.press("tab", "tab")
        await player.write("2024-03")
        await player.press("ctrl+s")
        (credential,) = player.services.profiles.get().credentials
        assert (credential.title, credential.issued) == ("First aid", "2024-03")
        await player.press("enter", "tab")
        await player.write(" and more")
        await player.press("ctrl+s")
        assert player.services.profiles.get().credentials[0].title == "First aid and more"
        await player.press("d")
        assert player.services.profiles.get().credentials == ()
        await player.press("ctrl+z")
        assert player.services.profiles.get().credentials[0].title == "First aid and more"


async def test_enter_or_a_click_on_an_empty_card_adds_the_first(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "6", "tab", "tab", "enter")
        player.sees("New formal competence")
        await player.press("escape")
        await player.click("Languages you speak or sign.")
        player.sees("New language")


async def test_taking_back_leaves_what_another_window_has_changed(tmp_path: Path) -> None:
    services = with_profile(tmp_path)
    other = some_services(tmp_path, name="")
    async with playing(services) as player:
        await player.press("escape", "6", "tab", "tab", "d")
        assert len(services.profiles.get().credentials) == len(FULL.credentials) - 1
        other.profiles.save(other.profiles.get()._replace(job_title="handledare"))
        await player.press("ctrl+z")
        assert player.told[-1] == "Taken back · Profile changed"
        assert services.profiles.get().credentials == FULL.credentials
        assert services.profiles.get().job_title == "handledare"
        await player.press("ctrl+y")
        assert len(services.profiles.get().credentials) == len(FULL.credentials) - 1
        assert services.profiles.get().job_title == "handledare"


async def test_a_line_changed_here_never_takes_the_place_of_one_added_elsewhere(tmp_path: Path) -> None:
    services = with_profile(tmp_path)
    other = some_services(tmp_path, name="")
    async with playing(services) as player:
        await player.press("escape", "6")
        await player.click("finska")
        await player.write(" språket")
        now = other.profiles.get()
        other.profiles.save(now._replace(languages=(SpokenLanguage("arabiska", LanguageLevel.B1), *now.languages)))
        services.log.refresh()
        await player.press("ctrl+s")
        assert [each.name for each in services.profiles.get().languages] == ["arabiska", "finska språket", "svenska"]


@pytest.mark.parametrize("language", list(Language))
async def test_saving_a_form_without_a_change_changes_nothing(tmp_path: Path, language: Language) -> None:
    async with playing(with_profile(tmp_path, language)) as player:
        await player.press("escape", "6")
        for _card in range(5):
            await player.press("enter", "ctrl+s", "tab")
        after = player.services.profiles.get()
        assert after._replace(revision=0, notice_read_at=None) == FULL


async def test_a_half_filled_form_is_offered_back(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "6", "tab", "tab", "tab", "tab", "a")
        player.sees("New language")
        await player.write("Tigri")
        await player.press("escape")
        assert not player.services.profiles.get().languages
        (draft,) = player.services.drafts.waiting()
        assert draft.form == "profile.languages.new"
    async with playing(some_services(tmp_path)) as player:
        player.sees("Tigri")
        await player.press("enter")
        player.sees("New language", "Tigri")
        await player.write("nya")
        await player.press("ctrl+s")
        assert player.services.profiles.get().languages == (SpokenLanguage("Tigrinya", LanguageLevel.B1),)
        assert not player.services.drafts.waiting()


@pytest.mark.parametrize(
    ("language", "typed", "kept", "said"),
    [
        (Language.NB, "mai 2024", "2024-05", "mai 2024"),
        (Language.SV, "våren 2024", "", "Det går inte att läsa"),
        (Language.EN, "2014", "2014", "2014"),
        (Language.SV, "5 mars 2024", "2024-03-05", "2024-03-05"),
    ],
)
async def test_when_something_was_may_be_told_as_one_says_it(
    tmp_path: Path, language: Language, typed: str, kept: str, said: str
) -> None:
    async with playing(some_services(tmp_path, language=language)) as player:
        await player.press("escape", "6", "tab", "tab", "n", "tab", *"HLR", "tab", "tab")
        await player.write(typed)
        await player.press("ctrl+s")
        assert [each.issued for each in player.services.profiles.get().credentials] == ([kept] if kept else [])
        player.sees(said)


async def test_what_ends_before_it_begins_is_told_at_the_field(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path)) as player:
        await player.press("escape", "6", "tab", "tab", "tab", "n", "tab", "tab")
        await player.write("May 2025")
        await player.press("tab")
        await player.write("2024")
        await player.press("ctrl+s")
        player.sees("! The period ends before it begins.", "New assignment")
        await player.press("ctrl+a", "ctrl+k", *"2025", "ctrl+s")
        (assignment,) = player.services.profiles.get().assignments
        assert (assignment.since, assignment.until) == ("2025-05", "2025")


def test_there_is_no_field_for_an_identity_number() -> None:
    names = {*Profile._fields, *Assignment._fields, *Credential._fields, *Employment._fields, *SpokenLanguage._fields}
    assert not {name for name in names if "number" in name or "birth" in name or name == "id"}
