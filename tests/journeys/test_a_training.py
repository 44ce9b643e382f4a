"""Half a year with a training: idea, form, agreed, completed, 2 weeks, 3 months, shared, CV. By keys, by mouse, at 80×24.

The same life from a shell is in `tests.cli.test_trainings`; here the command line looks at what the app has made.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from learnlog.domain.loop import State, loop
from learnlog.domain.training import Training, TrainingStatus
from learnlog.domain.values import Language
from tests.builders import a_clock
from tests.commands import learnlog_in, went_well
from tests.player import Player, playing, some_services

IDEA, GIVEN, SOON_AFTER, SHARED, LATER = (
    dt.date(2026, 8, 31),
    dt.date(2026, 9, 17),
    dt.date(2026, 10, 1),
    dt.date(2026, 10, 8),
    dt.date(2026, 12, 21),
)


class Hand:
    """Somebody who plays by keys alone, or with the mouse wherever it can be clicked."""

    def __init__(self, player: Player, *, mouse: bool) -> None:
        self.player = player
        self._mouse = mouse

    async def do(self, keys: str, text: str) -> None:
        """Press keys, or click where a text stands."""
        if self._mouse:
            await self.player.click(text)
        else:
            await self.player.press(*keys.split())

    async def answer(self, label: str, text: str, keys: str = "tab") -> None:
        """Go to a field and write in it."""
        await self.do(keys, label)
        await self.player.write(text)

    @property
    def training(self) -> Training:
        """The only one, as it lies in the log."""
        (training,) = self.player.services.trainings.all()
        return training


@asynccontextmanager
async def on(folder: Path, day: dt.date, *, mouse: bool) -> AsyncIterator[Hand]:
    """The app on a day, in Swedish, on its trainings."""
    now = dt.datetime.combine(day, dt.time(9), dt.UTC)
    async with playing(some_services(folder, language=Language.SV, today=day, now=now)) as player:
        hand = Hand(player, mouse=mouse)
        if not mouse:
            await player.press("escape")
        await hand.do("3", "3 Utbildningar")
        yield hand


@pytest.mark.parametrize("mouse", [False, True], ids=["keys", "mouse"])
async def test_the_life_of_a_training(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], *, mouse: bool
) -> None:
    async with on(tmp_path, IDEA, mouse=mouse) as hand:
        await _an_idea(hand)
        await _form(hand)
        await _agreement(hand)
    async with on(tmp_path, GIVEN, mouse=mouse) as hand:
        await _completed(hand)
    async with on(tmp_path, SOON_AFTER, mouse=mouse) as hand:
        await _after_two_weeks(hand)
    async with on(tmp_path, SHARED, mouse=mouse) as hand:
        await _share(hand)
    async with on(tmp_path, LATER, mouse=mouse) as hand:
        await _after_three_months(hand)
        training = hand.training
        assert training.status is TrainingStatus.FOLLOWED_UP
        assert {state for _step, state in loop(training)} == {State.DONE}

    typed = learnlog_in(tmp_path, a_clock(LATER, dt.datetime.combine(LATER, dt.time(10), dt.UTC)), capsysbinary, "sv")

    def learnlog(*words: str) -> str:
        return went_well(typed(*words)).out

    told = json.loads(learnlog("training", "show", training.id, "--json"))
    assert told["before"]["a3"] == "De sover"
    assert [each["done"] for each in told["followups"]] == ["2026-10-01", "2026-12-21"]
    cv = learnlog("export", "cv")
    for words in (
        "Lindrande vård",
        "Färre oroliga nätter",
        "Fler sover hela natten",
        "Mer än väntat",
        "Delat med andra",
        "Tre råd",
    ):
        assert words in cv
    assert "Se smärta i tid" in learnlog("export", "handout", training.id)
    assert json.loads(learnlog("due", "--json")) == []


async def _an_idea(hand: Hand) -> None:
    hand.player.sees("En utbildning är mer än en dag på kurs.")
    await hand.do("n", "n Ny")
    await hand.player.write("Lindrande vård")
    await hand.answer("Första dagen", "17/9", "tab tab tab")
    await hand.do("ctrl+s", "Ctrl+S Spara")
    assert hand.training.start_on == GIVEN


async def _form(hand: Hand) -> None:
    await hand.do("enter", "Nästa: fyll i formuläret")
    await hand.player.write("Se smärta i tid")
    await hand.answer("Varför behöver vi det här", "Lugnare nätter")
    await hand.answer("Hur märker brukarna det?", "De sover")
    await hand.answer("Vad ska du göra på ett nytt sätt?", "Fråga först")
    await hand.do("f3", "F3 Nästa sida")
    await hand.do("1", "[ ] APT")
    await hand.do("ctrl+s", "Ctrl+S Spara")
    assert hand.training.status is TrainingStatus.PROPOSED


async def _agreement(hand: Hand) -> None:
    await hand.do("enter", "Nästa: prata med chefen")
    hand.player.sees("Före: Lugnare nätter · De sover")
    await hand.player.write("idag")
    await hand.answer("Nyttan vi är överens om", "Färre oroliga nätter", "tab tab")
    await hand.do("tab 1", "( ) Ja ")
    await hand.do("f3", "F3 Nästa sida")
    await hand.answer("Vad tar du (medarbetaren) ansvar för", "Jag visar två kollegor", "home")
    await hand.answer("Vad lovar chefen?", "Tid och vikarie")
    await hand.answer("När ska det delas?", "8/10")
    await hand.do("f3", "F3 Nästa sida")
    await hand.answer("Efter cirka 2 veckor", "1/10")
    await hand.answer("Efter 3–6 månader", "21/12")
    await hand.do("tab 1", "[ ] Jag, medarbetaren")
    await hand.do("2", "[ ] Min chef")
    await hand.do("ctrl+s", "Ctrl+S Spara")
    training = hand.training
    assert training.status is TrainingStatus.APPROVED
    assert (training.confirmed_employee_on, training.confirmed_manager_on) == (IDEA, IDEA)


async def _completed(hand: Hand) -> None:
    await hand.do("enter", "Nästa: skriv in när den är genomförd")
    hand.player.sees("Vilken var sista dagen?")
    await hand.do("enter", "Spara")
    hand.player.sees("torsdag 1 oktober 2026", "måndag 21 december 2026")
    await hand.do("y", "Skriv nu")
    hand.player.sees("Nytt inlägg", "Lindrande vård")
    await hand.do("ctrl+s", "Ctrl+S Spara")
    assert [each.title for each in hand.player.services.trainings.entries(hand.training.id)] == ["Lindrande vård"]


async def _after_two_weeks(hand: Hand) -> None:
    hand.player.sees("i dag")
    await hand.do("enter", "Nästa:")
    hand.player.sees("Före: Fråga först")
    await hand.do("3", "( ) Flera gånger")
    await hand.do("tab tab 2", "( ) Datum bestämt")
    await hand.do("f3", "F3 Nästa sida")
    await hand.answer("Nästa lilla steg? När?", "Visa en till")
    await hand.do("ctrl+s", "Ctrl+S Spara")
    assert hand.training.followup(1).done_on == SOON_AFTER


async def _share(hand: Hand) -> None:
    await hand.do("enter", "Nästa:")
    hand.player.sees("Dela med kollegor", "APT")
    await hand.answer("Vad delas?", "Tre råd", "tab tab tab tab")
    await hand.do("ctrl+s", "Ctrl+S Spara")
    (shared,) = hand.training.sharings
    assert (shared.status, shared.shared_on, shared.what) == ("done", SHARED, "Tre råd")


async def _after_three_months(hand: Hand) -> None:
    await hand.do("enter", "Nästa:")
    await hand.do("4", "( ) Ofta")
    await hand.answer("Vad gör du annorlunda?", "Jag frågar först")
    await hand.do("f3", "F3 Nästa sida")
    hand.player.sees("Före: De sover")
    await hand.answer("Vilket värde har det gett brukarna?", "Fler sover hela natten", "home")
    await hand.do("tab tab 3", "( ) Mer än väntat")
    await hand.do("f3", "F3 Nästa sida")
    await hand.do("tab 1", "[ ] Fortsätta")
    await hand.do("ctrl+s", "Ctrl+S Spara")
