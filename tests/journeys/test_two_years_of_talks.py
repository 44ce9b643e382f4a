"""Two yearly talks with a half-year follow-up between them, by keys at 80×24, in Swedish and Norwegian."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

import pytest

from learnlog.domain.goal import ActionStatus, GoalStatus
from learnlog.domain.talk import TalkKind
from learnlog.domain.values import Language, Status
from learnlog.services.suite import Services
from learnlog.widgets.document_view import FileView
from tests.builders import TODAY, an_entry
from tests.player import Player, playing, some_services

HALF, SECOND = TODAY + dt.timedelta(days=182), TODAY + dt.timedelta(days=364)
TALKS = ("escape", "5", "f7")


class Words(NamedTuple):
    """What stands on the screen and in the documents in a language."""

    goal: str
    action: str
    agreement: str
    later: str
    half: str
    annual: str
    prepare: str
    agreed: str
    done: str
    open: str
    record: str
    shown: str


WORDS = {
    Language.SV: Words(
        "Handleda nya kollegor",
        "Gå bredvid två pass",
        "En timme i månaden",
        "Tio minuter på APT",
        "Halvårsuppföljning",
        "Årligt samtal",
        "Vad är du stolt över",
        "Överenskommet",
        "Det här kom vi överens om, och det är gjort",
        "men det är inte klart",
        "# Medarbetarsamtal 2026-11-20",
        "CV-sammanställningen som visades",
    ),
    Language.NB: Words(
        "Veilede nye kolleger",
        "Gå sammen på to vakter",
        "En time i måneden",
        "Ti minutter på personalmøtet",
        "Halvårsoppfølging",
        "Årlig samtale",
        "Hva er du stolt av",
        "Avtalt",
        "Dette ble vi enige om, og det er gjort",
        "men det er ikke ferdig",
        "# Medarbeidersamtale 20.11.2026",
        "CV-sammendraget som ble vist",
    ),
}


def at(folder: Path, today: dt.date, language: Language) -> Services:
    """The log on a day, newly opened."""
    now = dt.datetime.combine(today, dt.time(12), dt.UTC)
    return some_services(folder, today=today, now=now, language=language)


async def plan_it(player: Player) -> None:
    """Plan the talk of today, or of the day agreed the last time."""
    await player.press("enter", "ctrl+a", "ctrl+k")
    await player.write(player.services.clock.today().isoformat())
    await player.press("ctrl+s")


async def hold_it(player: Player, *, agreement: str, goal: str = "", action: str = "") -> None:
    """Write down what was agreed, and leave the day of the next one as it is offered."""
    await player.press("w", "tab", "tab", "tab")
    await player.write(agreement)
    await player.press("f3", "tab")
    await player.write(goal)
    await player.press("tab", "tab")
    await player.write(action)
    await player.press("ctrl+s")


async def document(player: Player) -> str:
    """What can be read of the chosen talk, as the file has it."""
    await player.press("v")
    text = " ".join(player.app.screen.query_one(FileView).text.split())
    await player.press("escape")
    return text


@pytest.mark.parametrize("language", [Language.SV, Language.NB])
async def test_what_the_first_year_agreed_is_what_the_second_looks_back_on(tmp_path: Path, language: Language) -> None:
    said = WORDS[language]
    services = at(tmp_path, TODAY, language)
    services.log.save(
        an_entry(title="Vid bordet", insight="Jag väntar på svaret.", status=Status.DONE, show_in_cv=True)
    )
    async with playing(services) as player:  # the first year
        await player.press(*TALKS)
        await plan_it(player)
        await player.press("p")
        player.sees(said.prepare)
        await player.write("Kvällarna")
        await player.press("ctrl+s")
        await hold_it(player, agreement=said.agreement, goal=said.goal, action=said.action)
        player.sees(said.agreed, said.goal, said.action, said.agreement)

    services = at(tmp_path, HALF, language)
    (goal,), (action,) = services.plan.goals.all(), services.plan.actions.all()
    services.plan.actions.save(action._replace(status=ActionStatus.DONE))
    async with playing(services) as player:  # half a year on
        await player.press(*TALKS)
        await plan_it(player)
        coming = services.talks.coming()
        assert coming is not None
        assert coming.kind is TalkKind.HALF_YEAR
        player.sees(said.half, f"✓ {said.action}", f"› {said.goal}", f"· {said.agreement}")
        assert said.done in await document(player)
        await hold_it(player, agreement=said.later)
        player.sees(f"· {said.later}")

    services = at(tmp_path, SECOND, language)
    services.plan.goals.save(goal._replace(title="Något annat", status=GoalStatus.ACHIEVED))
    async with playing(services) as player:  # the second year
        await player.press(*TALKS)
        await plan_it(player)
        coming = services.talks.coming()
        assert coming is not None
        assert coming.kind is TalkKind.ANNUAL
        player.sees(said.annual, "✓ Något annat", f"✓ {said.action}", f"· {said.agreement}", f"· {said.later}")
        pack = await document(player)
        assert pack.index(said.done) < pack.index(f"- {said.action}")
        assert said.open not in pack
        assert f"☐ {said.agreement}" in pack
        await player.press("p")
        player.sees("✓ Något annat", f"✓ {said.action}")
        await player.press("escape")
        await hold_it(player, agreement="Allt på nytt")
        await player.press("tab", "end")
        record = await document(player)
    assert record.startswith(said.record)
    for words in (f"### {said.goal}", said.action, said.agreement, said.shown, "Jag väntar på svaret."):
        assert words in record
    assert "Något annat" not in record
