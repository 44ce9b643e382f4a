"""A form that is saved with nothing changed in it leaves no trace: no line in the log, and nothing to take back."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlog.services.suite import Services
from tests.builders import TODAY, a_goal, a_training, an_action, an_area, an_entry
from tests.player import playing, some_services


def something_of_everything(folder: Path) -> Services:
    """Services with an entry, a training whose first form has been begun, an area, a goal and an action."""
    services = some_services(folder, [an_entry(title="Calm", insight="Wait ten seconds.", minutes=90)])
    training = services.trainings.save(a_training(title="Course"))
    services.trainings.fill_in(training, {"a1": "To wait"})
    area = services.plan.areas.save(an_area(name="Singing", requirement=3, why="More people"))
    goal = services.plan.goals.save(a_goal(title="Calm evenings", area_id=area.id))
    services.plan.actions.save(an_action(what="Try music", goal_id=goal.id, due_on=TODAY))
    return services


@pytest.mark.parametrize(
    ("form", "keys"),
    [
        ("Edit entry", ("2", "e")),
        ("Edit entry", ("2", "e", "f3", "f3")),
        ("Edit training", ("3", "e")),
        ("Expected benefit", ("3", "p")),
        ("Edit competence area", ("4", "e")),
        ("Edit goal", ("4", "tab", "e")),
        ("Edit action", ("4", "tab", "tab", "e")),
        ("About me", ("6", "enter")),
    ],
)
async def test_what_is_saved_unchanged_is_no_deed(tmp_path: Path, form: str, keys: tuple[str, ...]) -> None:
    services = something_of_everything(tmp_path)
    async with playing(services) as player:
        await player.press("escape", *keys)
        player.sees(form)
        before, deed = (tmp_path / "log.jsonl").read_bytes(), services.latest_deed
        await player.press("ctrl+s")
        player.misses("Ctrl+S Save")
        assert player.told[-1] == "Nothing has been changed."
        assert (tmp_path / "log.jsonl").read_bytes() == before
        assert services.latest_deed == deed
        assert services.drafts.waiting() == ()


async def test_what_is_new_is_saved_as_it_stands(tmp_path: Path) -> None:
    async with playing(some_services(tmp_path, [an_entry(title="Again")])) as player:
        await player.press("escape", "2", "D", "ctrl+s")
        assert player.titles == ["Again", "Again"]
        assert "takes it back" in player.told[-1]
