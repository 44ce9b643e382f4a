"""The first week: from an empty folder to a CV on disk, by keyboard, by mouse, and in Norwegian."""

from __future__ import annotations

import datetime as dt
import stat
from pathlib import Path
from typing import NamedTuple

import pytest

from learnlog.domain.entry import Entry
from learnlog.domain.values import Language, Status
from learnlog.screens.first_start import FirstStart
from learnlog.services.suite import Services
from tests.player import Player, playing, some_services


class Words(NamedTuple):
    """What a user reads and writes in one language."""

    language: Language
    first_question: str
    notice: str
    capture: str
    edit: str
    tuesday: str
    echo: str
    when: str
    set_chosen: str
    next_page: str
    minutes: str
    in_cv: str
    done: str
    save: str
    bin_question: str
    empty_log: str
    not_found: str
    one_of_one: str
    cv_heading: str
    spent: str


SV = Words(
    language=Language.SV,
    first_question="Vad heter du?",
    notice="Det här skriver du aldrig",
    capture="I dag lärde jag mig",
    edit="Ändra inlägg",
    tuesday="i tisdags",
    echo="tisdag 17 november 2026, v. 47",
    when="17 nov",
    set_chosen="Vad hände? Vad betyder det? Vad gör jag nu?",
    next_page="Nästa sida",
    minutes="1 tim 30 min",
    in_cv="Ta med i min CV",
    done="Klar",
    save="Spara",
    bin_question="Flytta inlägget till papperskorgen?",
    empty_log="Din logg är tom.",
    not_found="Inget hittades",
    one_of_one="1 av 1 är med · 1 lärdom citerad",
    cv_heading="# CV-sammanställning",
    spent="1 inlägg på 1 dag, sammanlagt 1 tim 30 min.",
)
NB = Words(
    language=Language.NB,
    first_question="Hva heter du?",
    notice="Dette skriver du aldri",
    capture="I dag lærte jeg",
    edit="Endre innlegg",
    tuesday="sist tirsdag",
    echo="tirsdag 17. november 2026, uke 47",
    when="17. nov",
    set_chosen="Hva skjedde? Hva betyr det? Hva gjør jeg nå?",
    next_page="Neste side",
    minutes="1 t 30 min",
    in_cv="Ta med i CV",
    done="Ferdig",
    save="Lagre",
    bin_question="papirkurven?",
    empty_log="Loggen din er tom.",
    not_found="Fant ingenting",
    one_of_one="1 av 1 er med · 1 lærdom sitert",
    cv_heading="# CV-sammendrag",
    spent="1 t 30 min",
)
TITLE = "Musik lugnar kvällsoro"
INSIGHT = "Musik hjälper mer än många ord."


def the_entry(services: Services) -> Entry:
    """The only entry, read from the disk by somebody who has not read it before."""
    (head,) = services.log.heads()
    return services.log.get(head.id)


def learned_on_tuesday(entry: Entry) -> None:
    """Everything the week wrote is there, letter by letter."""
    assert entry.title == TITLE
    assert entry.date == dt.date(2026, 11, 17)
    assert entry.insight == INSIGHT
    assert entry.answers == {"w1": "En boende gick av och an.", "w2": "Rösten gör mer än orden."}
    assert entry.minutes == 90
    assert entry.show_in_cv
    assert entry.status is Status.DONE


def read_by_the_manager(path: Path, words: Words) -> None:
    """The file is whole, says what was learned, and is nobody else's."""
    text = path.read_text(encoding="utf-8")
    assert text.startswith(words.cv_heading)
    for expected in ("**Åsa Öberg**", "Björkgården", TITLE, INSIGHT, words.spent):
        assert expected in " ".join(text.split())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def first_start(player: Player, words: Words) -> None:
    """Answer the questions as most people do."""
    assert isinstance(player.app.screen, FirstStart)
    await player.press("enter")
    player.sees(words.first_question)
    for answer in ("Åsa Öberg", "Undersköterska", "Björkgården"):
        await player.write(answer + "\n")
    await player.press("enter")
    player.sees(words.notice)
    await player.press("enter")
    player.sees("Åsa.", words.capture)
    profile = player.services.profiles.get()
    assert (profile.display_name, profile.job_title, profile.workplace) == (
        "Åsa Öberg",
        "Undersköterska",
        "Björkgården",
    )
    assert profile.notice_read_at is not None


@pytest.mark.parametrize("words", [SV, NB], ids=lambda words: str(words.language))
async def test_a_week_at_the_keyboard(tmp_path: Path, words: Words) -> None:
    async with playing(some_services(tmp_path / "home", name="", language=words.language)) as player:
        await first_start(player, words)
        await player.write(TITLE + "\n")
        assert player.titles == [TITLE]

        await player.press("escape", "2", "e")
        player.sees(words.edit, TITLE)
        await player.press("tab")
        await player.write(words.tuesday)
        player.sees(words.echo)
        await player.press("tab", "tab", "tab", "tab")
        await player.write(INSIGHT)
        await player.press("f3", "tab")
        player.sees(words.set_chosen)
        await player.write("En boende gick av och an.")
        await player.press("tab")
        await player.write("Rösten gör mer än orden.")
        await player.press("f3")
        await player.write("1h30")
        player.sees(words.minutes)
        await player.click(words.in_cv)
        await player.click(words.done)
        await player.press("ctrl+s")
        player.sees(TITLE, INSIGHT, words.when)
        learned_on_tuesday(the_entry(player.services))

        await player.press("d")
        player.sees(words.bin_question, TITLE)
        await player.press("d")
        assert player.titles == [TITLE], "the key that asks does not answer"
        await player.press("j")
        player.sees(words.empty_log)
        await player.press("u")
        player.sees(INSIGHT)

        await player.press("slash")
        await player.write("KVÄLLSORO")
        player.sees(TITLE)
        await player.write("xyz")
        player.sees(words.not_found)
        await player.press("escape")
        player.sees(TITLE)

        await player.press("5")
        player.sees(words.one_of_one)
        await player.press("f9", "ctrl+k", "home", "ctrl+k")
        await player.write(str(tmp_path / "cv.md") + "\n")
        player.sees("cv.md")
        await player.press("enter")
        read_by_the_manager(tmp_path / "cv.md", words)
    learned_on_tuesday(the_entry(some_services(tmp_path / "home", name="", language=words.language)))


async def test_a_week_by_mouse(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path / "home", name="", language=Language.SV)) as player:
        await player.click("Svenska")
        await player.click("Nästa")
        for answer in ("Åsa Öberg", "Undersköterska", "Björkgården"):
            await player.write(answer)
            await player.click("Nästa")
        await player.click("Nästa")
        await player.click("Jag har läst detta")
        player.sees("I dag lärde jag mig")

        await player.click("Två meningar")
        await player.write(TITLE)
        await player.click("Enter Spara")
        assert player.titles == [TITLE]
        await player.click("2 Logg")
        await player.click("e Ändra")
        await player.click("2026-11-20")
        await player.press("ctrl+k", "home", "ctrl+k")
        await player.write("i tisdags")
        player.sees("tisdag 17 november 2026, v. 47")
        await player.click("Jag lärde mig att")
        await player.write(INSIGHT)
        await player.click("Reflektera")
        await player.press("tab")
        await player.write("En boende gick av och an.")
        await player.press("tab")
        await player.write("Rösten gör mer än orden.")
        await player.click("Detaljer")
        await player.write("1h30")
        await player.click("Ta med i min CV")
        await player.click("Klar")
        await player.click("Ctrl+S Spara")
        learned_on_tuesday(the_entry(player.services))

        await player.click("d Ta bort")
        await player.click("Flytta till papperskorgen")
        player.sees("Din logg är tom.")
        await player.press("u")
        await player.click("/ Sök")
        await player.write("kvälls")
        player.sees(INSIGHT)

        await player.click("5 Samtal och CV")
        await player.click("F9 Till fil")
        await player.press("ctrl+k", "home", "ctrl+k")
        await player.write(str(tmp_path / "cv.md"))
        await player.pilot.click("#yes")
        await player.settle()
        read_by_the_manager(tmp_path / "cv.md", SV)
